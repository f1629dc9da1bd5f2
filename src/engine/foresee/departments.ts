/** What facts about departments will read: the tree, who is placed where, and the Spaces they touch. */
import { entryKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { treeOf } from "../../directory/select/places.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../../directory/select/tree.ts";
import { unitCovering } from "../../licenses/select/holding.ts";
import { rosterOf } from "../../roster/select/places.ts";
import { rulesInForce } from "../../roster/select/scope.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, attempt, peek } from "./ahead.ts";
import { foreseeLicenses } from "./licenses.ts";
import { foreseePeople, foreseeSpaces } from "./people.ts";

/** A new department: the tree page it goes on. */
export function foreseeCreation(
  tx: EngineTx,
  { data: { organization, department, parent } }: InputOf<"department.created">,
): void {
  peek(tx, "department", organization, department);
  if (parent !== null) peek(tx, "department", organization, parent);
  const tree = peek(tx, "directory", organization)?.tree;
  if (tree !== undefined) ask(tx, pageKey(treeOf(organization), tree.next));
}

/** The whole tree, once it is loaded. */
export function foreseeTree(tx: EngineTx, organization: OrganizationId): Tree | null {
  const tree = peek(tx, "directory", organization)?.tree;
  if (tree === undefined) return null;
  ask(tx, ...pageKeys(treeOf(organization), tree));
  return attempt(() => readTree(tx, organization));
}

/** A department moved or removed, with everything below it. */
export function foreseeSubtree(
  tx: EngineTx,
  { data, type }: InputOf<"department.moved" | "department.removed">,
): void {
  const { organization, department } = data;
  if (type === "department.moved" && data.parent !== null) {
    peek(tx, "department", organization, data.parent);
  }
  foreseeSpaces(tx, { organization, people: [], departments: [department] });
  const record = peek(tx, "department", organization, department);
  const tree = foreseeTree(tx, organization);
  if (tree === null || record === null || record.removed) return;
  const below = subtreeOf(tree, department);
  if (record.parent !== null) peek(tx, "department", organization, record.parent);
  for (const each of below) peek(tx, "department", organization, each);
  if (type === "department.removed") foreseePlaced(tx, organization, tree, [department]);
  // Whether any of them come in or go out is known later than who they are.
  const people = attempt(() => placedPeople(tx, organization, tree, below));
  if (people === null) return;
  if (ruleMayChange(tx, organization, department, type === "department.removed")) {
    foreseePeople(tx, { organization, people, departments: [], late: true });
  } else foreseeCovered(tx, organization, people);
}

/** People who may come into, or go out of, automatic departments where their organization has joined. */
function foreseeCovered(
  tx: EngineTx,
  organization: OrganizationId,
  people: readonly PersonId[],
): void {
  for (const space of peek(tx, "organization", organization)?.joined ?? []) {
    const record = peek(tx, "space", space);
    const pool = record === null ? null : peek(tx, "pool", record.host);
    if (record === null || pool === null) continue;
    if (unitCovering(pool, space, organization) === undefined) continue;
    for (const person of people) peek(tx, "employment", organization, person);
    ask(tx, ...entryKeys(rosterOf(space), record.roster, people));
    foreseeLicenses(tx, record.host, space, organization, people);
  }
}

/** Everybody placed in some departments. */
export function foreseePlaced(
  tx: EngineTx,
  organization: OrganizationId,
  tree: Tree,
  departments: readonly DepartmentId[],
): void {
  const people = attempt(() => placedPeople(tx, organization, tree, departments));
  if (people === null) return;
  foreseePeople(tx, { organization, people, departments: [], late: true });
}

/** Whether the people below a department may come in or go out somewhere. */
function ruleMayChange(
  tx: EngineTx,
  organization: OrganizationId,
  department: DepartmentId,
  removed: boolean,
): boolean {
  const record = peek(tx, "organization", organization);
  return (record === null ? [] : [...record.hosted, ...record.joined]).some((space) => {
    const association = peek(tx, "association", space, organization);
    if (association === null) return false;
    if (!association.whole && association.departments.count === 0) return false;
    const rules = rulesInForce(tx, space, organization, association);
    const ruled = attempt(() => rules.department(department) !== undefined);
    return ruled === removed;
  });
}
