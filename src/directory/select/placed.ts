/** Who is placed in a department. */
import { allEntries, bucketKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import { must, read, type Tx, want } from "../../core/transaction.ts";
import type { DirectoryRecords } from "../model.ts";
import { headsIn, placedIn } from "./places.ts";

type Read = Tx<DirectoryRecords>;

/** Who is placed directly in a department, in the order of hires. */
export function peoplePlacedIn(
  tx: Read,
  organization: OrganizationId,
  department: DepartmentId,
): PersonId[] {
  const { placed } = must(tx, "department", organization, department);
  return allEntries<readonly [PersonId]>(tx, placedIn(organization, department), placed)
    .map(([person]) => [person, must(tx, "employment", organization, person).ordinal] as const)
    .sort((left, right) => left[1] - right[1])
    .map(([person]) => person);
}

/** Asks in two rounds for whoever is placed in some departments, or head of them. */
export function wantPeopleOf(
  tx: Read,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): void {
  if (!tx.ahead) return;
  const keys = departments.flatMap((department): Key<"placed" | "heads">[] => {
    const { placed, heads } = must(tx, "department", organization, department);
    return [
      ...bucketKeys(placedIn(organization, department), placed),
      ...bucketKeys(headsIn(organization, department), heads),
    ];
  });
  want(tx, keys);
  const employments: Key<"employment">[] = [];
  for (const [kind, owner, own] of keys) {
    for (const person of read(tx, kind, owner, own)?.ids ?? [])
      employments.push(["employment", organization, person]);
  }
  want(tx, employments);
}
