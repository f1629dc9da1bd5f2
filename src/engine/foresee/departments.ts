/** What facts about departments will read: the tree, who is placed where, and the Spaces they touch. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { each, must, read, together, want } from "../../core/transaction.ts";
import { treeOf } from "../../directory/select/places.ts";
import { readTree, subtreeOf, type Tree } from "../../directory/select/tree.ts";
import { placedPeople } from "../../roster/candidates.ts";
import { rulesInForce } from "../../roster/select/scope.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { type Concerned, foreseePeople, foreseeSpaces } from "./people.ts";

/** A new department: the tree page it goes on. */
export function foreseeCreation(tx: EngineTx, { data }: InputOf<"department.created">): void {
  const { organization, department, parent } = data;
  together(
    tx,
    () =>
      want(tx, [
        ["organization", organization, ""],
        ["directory", organization, ""],
        ["department", organization, department],
        ...(parent === null ? [] : [["department", organization, parent] as const]),
      ]),
    () => {
      const directory = read(tx, "directory", organization);
      if (directory !== null) want(tx, [pageKey(treeOf(organization), directory.tree.next)]);
    },
  );
}

/** A department moved or removed, with everything below it. */
export function foreseeSubtree(
  tx: EngineTx,
  { data, type }: InputOf<"department.moved" | "department.removed">,
): void {
  const { organization, department } = data;
  const parent = type === "department.moved" ? data.parent : null;
  together(
    tx,
    () =>
      want(tx, [
        ["organization", organization, ""],
        ["directory", organization, ""],
        ["department", organization, department],
        ...(parent === null ? [] : [["department", organization, parent] as const]),
      ]),
    () => wantTree(tx, organization),
    () => foreseeSpaces(tx, { organization, people: [], departments: [department], frees: false }),
    () => foreseeBelow(tx, organization, department, type === "department.removed"),
  );
}

function wantTree(tx: EngineTx, organization: OrganizationId): void {
  const directory = read(tx, "directory", organization);
  if (directory !== null) want(tx, pageKeys(treeOf(organization), directory.tree));
}

function foreseeBelow(
  tx: EngineTx,
  organization: OrganizationId,
  department: DepartmentId,
  removed: boolean,
): void {
  const record = read(tx, "department", organization, department);
  if (record === null || record.removed) return;
  const tree = readTree(tx, organization);
  const below = subtreeOf(tree, department);
  const above = record.parent;
  together(
    tx,
    () =>
      want(
        tx,
        [...below, ...(above === null ? [] : [above])].map((each) => [
          "department",
          organization,
          each,
        ]),
      ),
    () => {
      if (!removed) return;
      const people = placedPeople(tx, organization, tree, [department]);
      foreseePeople(tx, { organization, people, departments: [], frees: true });
    },
    () => foreseeMoved(tx, organization, tree, department, removed),
  );
}

/** The people whom a changed rule may reach; none where no rule changes anywhere. */
function foreseeMoved(
  tx: EngineTx,
  organization: OrganizationId,
  tree: Tree,
  department: DepartmentId,
  removed: boolean,
): void {
  const { hosted, joined } = must(tx, "organization", organization);
  const concerned = new Set<PersonId>();
  each(tx, [...hosted, ...joined], (space) => {
    const association = read(tx, "association", space, organization);
    if (association === null) return;
    if (!association.whole && association.departments.count === 0) return;
    const rules = rulesInForce(tx, space, organization, association);
    const ruled = rules.department(department) !== undefined;
    if (ruled !== removed) return;
    for (const person of placedPeople(tx, organization, tree, subtreeOf(tree, department))) {
      concerned.add(person);
    }
  });
  const those: Concerned = { organization, people: [...concerned], departments: [], frees: true };
  if (concerned.size > 0) foreseePeople(tx, those);
}
