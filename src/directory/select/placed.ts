/** Who is placed in a department. */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { must } from "../../core/transaction.ts";
import { placedIn } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** Who is placed directly in a department, in the order of hires. */
export function peoplePlacedIn(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): PersonId[] {
  const { placed } = must(tx, "department", organization, department);
  return allEntries<readonly [PersonId]>(tx, placedIn(organization, department), placed)
    .map(([person]) => [person, must(tx, "employment", organization, person).ordinal] as const)
    .sort((left, right) => left[1] - right[1])
    .map(([person]) => person);
}
