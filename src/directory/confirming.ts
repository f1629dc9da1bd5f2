/** What becomes of facts about departments that waited for an admin's word. */
import type { DepartmentId, InputId, OrganizationId } from "../core/ids.ts";
import { isToRecord } from "../core/recording.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { openingWay } from "./changes.ts";
import { closesCircle, hangsUnder, move, remove } from "./departments.ts";
import type { Deciding } from "./facts.ts";
import type { HeldChange } from "./model.ts";

/** DIR-09: what a held fact says of departments comes about, as far as newer revisions let it. */
function followHeld(
  tx: Deciding,
  organization: OrganizationId,
  changes: readonly (readonly [DepartmentId, HeldChange])[],
): void {
  const closes = ([department, { parent }]: readonly [DepartmentId, HeldChange]): boolean =>
    parent !== undefined && closesCircle(tx, { organization, department, parent });
  openingWay(changes, closes, ([department, { parent, revision }]) => {
    const since = revision === undefined ? {} : { revision };
    const named = { organization, department, ...since };
    const { revisions } = must(tx, "department", organization, department);
    const same = parent !== undefined && hangsUnder(tx, organization, department, parent);
    if (!isToRecord(tx, named, revisions.parent, same)) return;
    if (parent === undefined) remove(tx, { ...named, because: "confirmed" });
    else move(tx, { ...named, parent });
  });
}

/** DIR-09: an admin's word on a held fact: what it says comes about now, or never. */
export const settleFact = effect(
  "DIR-09",
  (tx: Deciding, organization: OrganizationId, fact: InputId, isConfirmed: boolean): void => {
    const { departments } = read(tx, "removal", organization, fact) ?? { departments: [] };
    if (departments.length === 0) return;
    const changes = departments.map((department) => {
      const { held } = must(tx, "department", organization, department);
      return [department, held as HeldChange] as const;
    });
    const how = isConfirmed ? "confirmed" : "discarded";
    emit(tx, "removal.settled", { organization, fact, departments, how });
    if (isConfirmed) followHeld(tx, organization, changes);
  },
);
