/** The departments that somebody is placed in: known, existing, compared. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import type { Deciding } from "./facts.ts";
import type { EmploymentRecord } from "./model.ts";
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

/** Passes departments over that are gone, under the line that names them or their own place. */
export function passGone(
  tx: Deciding,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  line?: number,
): void {
  const there = existing(tx, organization, departments);
  for (const [index, department] of departments.entries()) {
    if (!there.includes(department)) {
      passOver(tx, "department-gone", { department }, line ?? index);
    }
  }
}

/** Where a fact places a person: what exists, and what is removed and excludes still (ROSTER-16). */
interface Places {
  readonly departments: readonly DepartmentId[];
  readonly under: readonly DepartmentId[];
}

/** Where a fact or line places a person. */
export function placesBy(
  tx: Reading,
  organization: OrganizationId,
  reported: readonly DepartmentId[],
): Places {
  const under = reported.flatMap((each) => standingOver(tx, organization, each));
  return { departments: existing(tx, organization, reported), under: [...new Set(under)] };
}

/** Of the departments where a fact or line places a person, passes over those that are gone and exclude nobody. */
export function passNowhere(
  tx: Deciding,
  organization: OrganizationId,
  reported: readonly DepartmentId[],
  line?: number,
): void {
  for (const [index, each] of reported.entries()) {
    if (standingOver(tx, organization, each).length === 0) {
      passGone(tx, organization, [each], line ?? index);
    }
  }
}

/** What stands over whoever is reported in a removed department: itself and what is above it. */
export function standingOver(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): DepartmentId[] {
  const record = must(tx, "department", organization, department);
  if (!record.removed) return [];
  const above = (record.under ?? []).map(([each]) => each);
  return record.excluded === true ? [department, ...above] : above;
}

/**
 * What a person is under by a line or fact that places them: what it says, and as long as it agrees
 * with where they are, what they were under before.
 */
export function underBy(
  { departments, under }: Places,
  before: Pick<EmploymentRecord, "departments" | "under">,
): readonly DepartmentId[] {
  const stays = sameSet(departments, before.departments);
  return [...new Set([...(stays ? (before.under ?? []) : []), ...under])];
}

/** Whether two sets of departments are the same. */
export function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}
