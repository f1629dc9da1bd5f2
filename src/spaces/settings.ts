/** Which settings of sight in Spaces name a department that is removed, or exists again. */
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
import type { SightSettingNamed } from "./select/sight-lists.ts";
import { isOfSight, namesInSight } from "./select/sight-lists.ts";
import { type Deciding, type Reading, spaceOf } from "./select/spaces.ts";

/** What a Member's sight is set to, as a setting of the Host. */
const namingOf = (tx: Reading, setting: SightSettingNamed): Naming => ({
  setting,
  owner: spaceOf(tx, setting.space).host,
});

function sightsNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    if (isOfSight(setting) && namesInSight(tx, setting, of)) found.push(namingOf(tx, setting));
  });
  return found;
}

/** DIR-11: settings of sight that name what is removed, or exists again. */
export const noteSights = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, sightsNaming);

/** DIR-11: what is set as a whole says no more of removed departments. */
export const dropInert = effect(
  "DIR-11",
  (tx: Deciding, setting: SightSettingNamed, inert: readonly DepartmentOf[]): void => {
    if (inert.length > 0) tellOf(tx, "dropped", namingOf(tx, setting), inert);
  },
);
