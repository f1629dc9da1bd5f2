/** Whom departments stand over still, since they were removed (ROSTER-16). */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { read } from "../../core/transaction.ts";
import { overIn } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** The sub-departments and people that some departments stand over still. */
export function stoodOver(
  tx: Reading,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): { readonly departments: readonly DepartmentId[]; readonly people: readonly PersonId[] } {
  const found = { departments: [] as DepartmentId[], people: [] as PersonId[] };
  for (const department of departments) {
    const over = read(tx, "department", organization, department)?.over;
    if (over === undefined) continue;
    for (const sort of ["departments", "people"] as const) {
      const where = overIn(organization, department, sort === "people" ? "p" : "d");
      const entries = allEntries<readonly [string]>(tx, where, over[sort]);
      for (const [id] of entries) (found[sort] as string[]).push(id);
    }
  }
  return found;
}
