/** What a complete list that is not held brings back and removes, step by step. */

import type { OfType } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import { type Deciding, ofLiving } from "./facts.ts";
import { removeDepartments } from "./missing-departments.ts";
import { nobodyYet, removePeople } from "./missing-people.ts";
import type { DirectoryFact } from "./model.ts";
import { followPutOff } from "./putting-off.ts";
import type { Room } from "./returning.ts";
import { type ListOf, listKnown } from "./select/lists.ts";

/** As many as one step brings back or takes out. */
export const roomOf = ({ reconciliationStep }: Policy): Room => ({ left: reconciliationStep });

/**
 * DIR-08, DIR-10: one step of a list. People whose lines were put off come back, then people leave, together
 * as many as there is room for; when none is left, departments become dormant or go, and the list is done.
 */
export const stepList = effect("DIR-08", (tx: Deciding, of: ListOf, policy: Policy, room: Room) => {
  const { organization, list } = of;
  const back = followPutOff(tx, of, policy, room);
  const { reinstated, followed } = back;
  const people = back.remaining > 0 ? nobodyYet(tx, of) : removePeople(tx, of, policy, room.left);
  const { pages } = people;
  const remaining = back.remaining + people.remaining;
  const isLast = remaining === 0;
  const hasDepartments = must(tx, "list", organization, list).of.departments > 0;
  const departments =
    isLast && hasDepartments ? removeDepartments(tx, of, policy) : { removed: 0, dormant: 0 };
  const removed = { people: people.removed, departments: departments.removed };
  const { dormant } = departments;
  if (removed.people + removed.departments + dormant + reinstated + remaining > 0) {
    const told = { removed, reinstated, ...(followed.length > 0 && { followed }) };
    emit(tx, "list.step", { organization, list, ...told, dormant, remaining, pages });
  }
  if (isLast) emit(tx, "reconciliation.settled", { organization, list, how: "done" });
});

/** A fact that asks for the next step of a list; there is none of one that is settled, held or not complete. */
export function continueList(
  tx: Deciding,
  fact: OfType<DirectoryFact, "directory.continued">,
  policy: Policy,
) {
  return ofLiving<never>(tx, fact, () => {
    if (listKnown(tx, fact.data)?.state === "due") {
      stepList(tx, fact.data, policy, roomOf(policy));
    }
    return null;
  });
}
