/** An identity's place in the directory, as scope rules look at it. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { must, read } from "../../core/transaction.ts";
import { ancestorsOf, type Tree } from "../../directory/select/tree.ts";
import type { Reading, Standing } from "./scope.ts";

/** With its place in the order of hires. */
export type Placed = Standing & { readonly ordinal: number };

const NOWHERE: Placed = { inService: false, chains: [], under: [], left: [], ordinal: 0 };
const NONE: readonly never[] = [];

/** Where an identity stands, from its employment and its departments' own records. */
export function standingOf(tx: Reading, organization: OrganizationId, person: PersonId): Placed {
  const employment = read(tx, "employment", organization, person);
  if (employment === null || !employment.inService) return NOWHERE;
  const { departments, under: left = NONE, ordinal } = employment;
  const records = departments.map((each) => must(tx, "department", organization, each));
  const chains = records.map(({ ancestors }, i): readonly DepartmentId[] => [
    departments[i] as DepartmentId,
    ...ancestors,
  ]);
  const under = records.map((record) => record.under ?? NONE);
  return { inService: true, chains, under, left, ordinal };
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
  const { departments, under: left = NONE, ordinal } = employment;
  const chains = departments.map((department): readonly DepartmentId[] => [
    department,
    ...ancestorsOf(tree, department),
  ]);
  const under = departments.map((department) =>
    tree.get(department)?.barred === true
      ? (must(tx, "department", organization, department).under ?? NONE)
      : NONE,
  );
  return { inService: true, chains, under, left, ordinal };
}
