/** Offices that a departure took and that nobody has been given since. */
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { Taken } from "../model.ts";
import type { Reading } from "./organizations.ts";

/** RESIGN-07: offices that nobody was appointed to since. */
const vacantStill = view(
  "RESIGN-07",
  (before: number, now: { readonly appointed?: number } | null): boolean =>
    (now?.appointed ?? 0) === before,
);

/** The departments that somebody who left would be head of again. */
export function headsStill(
  tx: Reading,
  organization: OrganizationId,
  heads: Taken["heads"],
): DepartmentId[] {
  return heads
    .filter(([department, appointed]) => {
      const record = must(tx, "department", organization, department);
      return !record.removed && vacantStill(appointed, record);
    })
    .map(([department]) => department);
}

/** The named roles that somebody who left would have again. */
export function rolesStill(
  tx: Reading,
  organization: OrganizationId,
  roles: Taken["roles"],
): RoleId[] {
  return roles
    .filter(([role, appointed]) => vacantStill(appointed, read(tx, "role", organization, role)))
    .map(([role]) => role);
}
