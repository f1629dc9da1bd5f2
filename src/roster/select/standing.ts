/** An identity's place in the directory, as scope rules look at it. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { must, read } from "../../core/transaction.ts";
import { ancestorsOf, type Tree } from "../../directory/select/tree.ts";
import type { Reading, Standing } from "./scope.ts";

/** With its place in the order of hires. */
export type Placed = Standing & { readonly ordinal: number };

const NOWHERE: Placed = { inService: false, chains: [], ordinal: 0 };

/** Where an identity stands, from its employment and its departments' own records. */
export function standingOf(tx: Reading, organization: OrganizationId, person: PersonId): Placed {
  const employment = read(tx, "employment", organization, person);
  if (employment === null || !employment.inService) return NOWHERE;
  const { departments, ordinal } = employment;
  const chains = departments.map((department): readonly DepartmentId[] => [
    department,
    ...must(tx, "department", organization, department).ancestors,
  ]);
  return { inService: true, chains, ordinal };
}

/** Where an identity stands, with the whole tree at hand: for many people at once. */
export function standingInTree(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
  tree: Tree,
): Placed {
  const employment = read(tx, "employment", organization, person);
  if (employment === null || !employment.inService) return NOWHERE;
  const chains = employment.departments.map((department): readonly DepartmentId[] => [
    department,
    ...ancestorsOf(tree, department),
  ]);
  return { inService: true, chains, ordinal: employment.ordinal };
}
