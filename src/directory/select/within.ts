/** Who is meant by departments that a setting names: themselves, and whatever is below them. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { read } from "../../core/transaction.ts";
import type { Reading } from "./organizations.ts";

/** Whether a department is there: an entry for one that is removed has no effect (DIR-11). */
export const isThere = (
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): boolean => read(tx, "department", organization, department)?.removed === false;

/** Whether a department of an organization is one of some that are there, or below one. */
export function isWithin(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  listed: readonly DepartmentId[],
): boolean {
  const { ancestors = [] } = read(tx, "department", organization, department) ?? {};
  return [department, ...ancestors].some((each) => listed.includes(each));
}

/** Whether somebody is placed in one of some departments of their organization that are there, or below one. */
export function isPlacedIn(
  tx: Reading,
  { organization, person }: Identity,
  listed: readonly DepartmentId[],
): boolean {
  const there = listed.filter((each) => isThere(tx, organization, each));
  if (there.length === 0) return false;
  const placed = read(tx, "employment", organization, person)?.departments ?? [];
  return placed.some((each) => isWithin(tx, organization, each, there));
}
