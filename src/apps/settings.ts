/** Which authorized lists and permissions name a department that is removed, or exists again. */
import { entryOf } from "../core/hashed.ts";
import type { DepartmentOf, Setting } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { independently, read } from "../core/transaction.ts";
import {
  type Changed,
  type Naming,
  noteSettings,
  tellOf,
  tiedTo,
} from "../directory/select/settings.ts";
import { associationOf, spaceOf } from "../spaces/select/spaces.ts";
import type { FixedAudience, KeptAudience, ListedEntry } from "./model.ts";
import type { AppIn, Deciding, Reading } from "./select/apps.ts";
import { inertIn } from "./select/audience.ts";
import { listedIn } from "./select/keys.ts";

type AppSetting = Extract<Setting, { readonly kind: "list" | "permissions" }>;

/** The audiences of a setting, with the numbers of permissions. */
function audiencesOf(
  tx: Reading,
  { kind, space, app }: AppSetting,
): (readonly [permission: number | null, KeptAudience])[] {
  if (kind === "list") {
    const publication = read(tx, "publication", space, app);
    return publication === null ? [] : [[null, publication]];
  }
  const permissions = read(tx, "permission", space, app)?.permissions ?? [];
  return [...permissions.entries()].flatMap(([i, each]) =>
    each.for === null ? [] : [[i, each.for] as const],
  );
}

/** Whether a setting names a department of a Member under the Association it has now. */
function names(
  tx: Reading,
  setting: AppSetting,
  { organization, department }: DepartmentOf,
): boolean {
  const { space, app } = setting;
  const order = associationOf(tx, space, organization)?.order;
  if (order === undefined) return false;
  return audiencesOf(tx, setting).some(([permission, { departments }]) => {
    const where = listedIn({ space, app, permission }, "departments");
    const entry = entryOf<ListedEntry>(tx, where, departments, department);
    return entry?.[1].some((of) => of[0] === organization && of[1] === order) === true;
  });
}

/** What is set for an app in a Space, as a setting of the Host. */
const namingOf = (tx: Reading, setting: AppSetting): Naming => ({
  setting,
  owner: spaceOf(tx, setting.space).host,
});

function audiencesNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (setting.kind !== "flow" && names(tx, setting, of)) found.push(namingOf(tx, setting));
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
