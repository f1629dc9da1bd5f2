/** The departments that somebody is placed in: known, existing, compared. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { Reading } from "./select/organizations.ts";

/** PROTO-03: every department named has been reported, be it removed since. */
export const departmentsReported = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, departments: readonly DepartmentId[]) => {
    const unknown = firstThat(
      departments,
      (department) => read(tx, "department", organization, department) === null,
    );
    return unknown === undefined
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization, department: unknown });
  },
);

/** The departments that still exist, each once. */
export function existing(
  tx: Reading,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): DepartmentId[] {
  return [...new Set(departments)].filter(
    (department) => read(tx, "department", organization, department)?.removed === false,
  );
}

/**
 * The departments that still exist, each once; the others are passed over, under the line that names
 * them or their own place.
 */
export function placeable(
  tx: Deciding,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  line?: number,
): DepartmentId[] {
  const there = existing(tx, organization, departments);
  for (const [index, department] of departments.entries()) {
    if (!there.includes(department)) {
      passOver(tx, "department-gone", { department }, line ?? index);
    }
  }
  return there;
}

/** Whether two sets of departments are the same. */
export function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}
