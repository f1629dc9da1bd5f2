/** The tree of departments, as the pages that list all of it show it. */
import { bucketEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { allTickets, pageKey } from "../../core/paged.ts";
import { must } from "../../core/transaction.ts";
import type { PlacedEntry, TreeEntry } from "../model.ts";
import { placedIn, treeOf } from "./keys.ts";
import type { Reading } from "./organizations.ts";

/** All departments of an organization, by id, in the order in which they were made known. */
export type Tree = ReadonlyMap<DepartmentId, TreeEntry>;

/** Reads the whole tree: one round, one key for every 64 departments. */
export function readTree(tx: Reading, organization: OrganizationId): Tree {
  const index = must(tx, "directory", organization).tree;
  const entries = allTickets<TreeEntry>(tx, treeOf(organization), index);
  return new Map(entries.map((entry) => [entry.department, entry]));
}

/** What the tree says of one department: one page is enough. */
export function treeEntry(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): TreeEntry {
  const { ticket } = must(tx, "department", organization, department);
  const page = must(tx, ...pageKey(treeOf(organization), ticket));
  return page.entries.find((entry) => entry.ticket === ticket) as TreeEntry;
}

/** Many ask for parts of one tree: what hangs directly below each department is found out once. */
const childrenByTree = /* @__PURE__ */ new WeakMap<
  Tree,
  ReadonlyMap<DepartmentId, DepartmentId[]>
>();

function childrenIn(tree: Tree): ReadonlyMap<DepartmentId, readonly DepartmentId[]> {
  const known = childrenByTree.get(tree);
  if (known !== undefined) return known;
  const children = new Map<DepartmentId, DepartmentId[]>();
  for (const { department, parent } of tree.values()) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [department]);
    else siblings.push(department);
  }
  childrenByTree.set(tree, children);
  return children;
}

/**
 * A department and everything below it, parents before children. Walks visit everything once: a guess that
 * does not know what is above a department may have hung it below itself.
 */
export function subtreeOf(tree: Tree, root: DepartmentId): DepartmentId[] {
  const children = childrenIn(tree);
  const found = new Set([root]);
  for (const department of found) {
    for (const child of children.get(department) ?? []) found.add(child);
  }
  return [...found];
}

/** The departments above one, nearest first. */
export function ancestorsOf(tree: Tree, department: DepartmentId): DepartmentId[] {
  const above = new Set<DepartmentId>();
  let next = tree.get(department)?.parent ?? null;
  while (next !== null && !above.has(next)) {
    above.add(next);
    next = tree.get(next)?.parent ?? null;
  }
  return [...above];
}

/** How many levels a department and everything below it take. */
export function levelsOf(tree: Tree, department: DepartmentId): number {
  const own = ancestorsOf(tree, department).length;
  let deepest = own;
  for (const each of subtreeOf(tree, department)) {
    deepest = Math.max(deepest, ancestorsOf(tree, each).length);
  }
  return deepest - own + 1;
}

/** Everybody placed directly in some departments. */
export function placedPeople(
  tx: Reading,
  organization: OrganizationId,
  tree: Tree,
  departments: readonly DepartmentId[],
): PersonId[] {
  const sets = departments.map((department) => {
    const buckets = tree.get(department)?.buckets ?? 0;
    return [placedIn(organization, department), { buckets, count: 0 }] as const;
  });
  const people = new Set<PersonId>();
  for (const [where, { buckets }] of sets) {
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      for (const [person] of bucketEntries<PlacedEntry>(tx, where, bucket)) people.add(person);
    }
  }
  return [...people];
}
