/** Which exceptions of sight, and offices of liaisons, name a department that is removed, or exists again. */
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
import { officeIsSet } from "../roster/select/offices.ts";
import { exceptsDepartment } from "../roster/select/sight.ts";
import type { InTrunk } from "../spaces/model.ts";
import type { Deciding, Reading } from "./select/hierarchy.ts";

/** The exceptions of sight and the offices that name a department, as settings of the Trunk. */
function settingsNaming(tx: Reading, of: DepartmentOf): Naming[] {
  const found: Naming[] = [];
  independently(tx, tiedTo(tx, of), (setting) => {
    const names =
      setting.kind === "sight"
        ? exceptsDepartment(tx, setting, of)
        : setting.kind === "liaison" && officeIsSet(tx, { ...setting, node: of });
    if (names && "trunk" in setting) found.push({ setting, owner: setting.trunk });
  });
  return found;
}

/** DIR-11: exceptions of sight and offices that name what is removed, or exists again. */
export const noteHierarchy = (tx: Deciding, events: readonly Changed[], policy: Policy): void =>
  noteSettings(tx, events, policy, settingsNaming);

/** DIR-11: what is set as a whole, or made vacant, says no more of removed departments. */
export const dropInert = effect(
  "DIR-11",
  (tx: Deciding, setting: Naming["setting"] & InTrunk, inert: readonly DepartmentOf[]): void => {
    if (inert.length > 0) tellOf(tx, "dropped", { setting, owner: setting.trunk }, inert);
  },
);
