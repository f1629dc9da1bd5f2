/**
 * What a removed department still stands over, where a scope excludes it: whoever was in it or below it
 * when it was removed, until word of their place, or of their department's, says otherwise (ROSTER-16).
 */
import { putEntry, removeEntry } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { EMPTY_HASH } from "../core/structures.ts";
import { edit } from "../core/transaction.ts";
import type { Evolving } from "./evolve-appointed.ts";
import { type DepartmentRecord, PLACEMENTS_MAX, type Under } from "./model.ts";
import { overIn } from "./select/keys.ts";

/** Removed departments right above another: none that stands is between. */
export const rightAbove = (under: readonly Under[] = []): DepartmentId[] =>
  under.filter(([, nearer]) => nearer === 0).map(([department]) => department);

/** What a department with these right above it is under, below this parent. */
export const underAll = (
  own: readonly DepartmentId[],
  parent: Pick<DepartmentRecord, "under"> | null,
): Under[] => {
  const above = parent?.under ?? [];
  const all = [
    ...own.map((department): Under => [department, 0]),
    ...above.map(([department, nearer]): Under => [department, nearer + 1]),
  ];
  return all.slice(0, PLACEMENTS_MAX);
};

function changeOver(
  tx: Evolving,
  organization: OrganizationId,
  over: DepartmentId,
  sort: "d" | "p",
  id: DepartmentId | PersonId,
  is: boolean,
): void {
  const record = edit(tx, "department", organization, over);
  const { departments, people } = record.over ?? { departments: EMPTY_HASH, people: EMPTY_HASH };
  const where = overIn(organization, over, sort);
  const before = sort === "d" ? departments : people;
  const after = is ? putEntry(tx, where, before, [id]) : removeEntry(tx, where, before, id);
  record.over = sort === "d" ? { departments: after, people } : { departments, people: after };
}

/** Notes what stands right above a department, or what a person is under, instead of what did. */
export function standUnder(
  tx: Evolving,
  organization: OrganizationId,
  [sort, id]: readonly ["d", DepartmentId] | readonly ["p", PersonId],
  before: readonly DepartmentId[],
  after: readonly DepartmentId[],
): void {
  for (const each of before) {
    if (!after.includes(each)) changeOver(tx, organization, each, sort, id, false);
  }
  for (const each of after) {
    if (!before.includes(each)) changeOver(tx, organization, each, sort, id, true);
  }
}

/** As many as one may be under: with the places one has, as many as one may have places. */
export const bounded = <Item>(items: readonly Item[], taken = 0): Item[] =>
  [...new Set(items)].slice(0, Math.max(0, PLACEMENTS_MAX - taken));
