/** Which authorized lists and permissions name a department that is removed, or exists again. */
import type { DepartmentOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { independently } from "../core/transaction.ts";
import {
  type Changed,
  type Naming,
  noteSettings,
  tellOf,
  tiedTo,
} from "../directory/select/settings.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import type { FixedAudience } from "./model.ts";
import type { AppIn, Deciding, Reading } from "./select/apps.ts";
import { inertIn } from "./select/audience.ts";
import { type AppSetting, namesOfMember } from "./select/naming.ts";

/** What is set for an app in a Space, as a setting of the Host. */
const namingOf = (tx: Reading, setting: AppSetting): Naming => ({
  setting,
  owner: spaceOf(tx, setting.space).host,
});

function audiencesNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (setting.kind !== "flow" && namesOfMember(tx, setting, of))
      found.push(namingOf(tx, setting));
  });
  return found;
}

/** DIR-11: authorized lists and permissions that name what is removed, or exists again. */
export const noteAudiences = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, audiencesNaming);

/** DIR-11: a list, or permissions, set as a whole say no more of removed departments. */
export const dropInert = effect(
  "DIR-11",
  (
    tx: Deciding,
    kind: AppSetting["kind"],
    { space, app }: AppIn,
    audiences: readonly FixedAudience[],
  ): void => {
    const inert = new Map(
      audiences
        .flatMap((each) => inertIn(tx, space, each))
        .map((each) => [`${each.organization} ${each.department}`, each]),
    );
    if (inert.size === 0) return;
    tellOf(tx, "dropped", namingOf(tx, { kind, space, app }), [...inert.values()]);
  },
);
