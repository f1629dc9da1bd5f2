/** Departments that no part of a complete list names. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import { must, read } from "../core/transaction.ts";
import { remove } from "./departments.ts";
import type { Deciding } from "./facts.ts";
import type { TreeEntry } from "./model.ts";
import { departmentsListed, type ListOf } from "./select/lists.ts";
import type { Reading } from "./select/organizations.ts";
import { readTree } from "./select/tree.ts";

/** Whether a later fact than a list speaks for a department that it does not name. */
const isProtected = (
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  at: number,
): boolean => must(tx, "department", organization, department).at > at;

/** How many departments are known, and how many of them a list lacks. */
export function countDepartments(
  tx: Reading,
  of: ListOf,
): { readonly known: number; readonly missing: number } {
  const { organization } = of;
  const { at } = must(tx, "list", organization, of.list);
  const listed = departmentsListed(tx, of);
  const known = [...readTree(tx, organization).values()];
  const missing = known.filter(
    ({ department }) => !listed.has(department) && !isProtected(tx, organization, department, at),
  );
  return { known: known.length, missing: missing.length };
}

/** What became of departments in one step. */
interface DepartmentsStep {
  readonly removed: number;
  readonly dormant: number;
}

/** Removes, children first, what a list lacks, has nobody in it and nothing below it. */
export function removeDepartments(tx: Deciding, of: ListOf): DepartmentsStep {
  const { organization } = of;
  const { at } = must(tx, "list", organization, of.list);
  const listed = departmentsListed(tx, of);
  const tree = readTree(tx, organization);
  const children = new Map<DepartmentId, number>();
  for (const { parent } of tree.values()) {
    if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  const kept = new Map<DepartmentId, "protected" | "still-used">();
  const queue = [...tree.values()].filter(({ department }) => !listed.has(department));
  let removed = 0;
  for (let place = 0; place < queue.length; place += 1) {
    const { department, parent } = queue[place] as TreeEntry;
    const record = read(tx, "department", organization, department);
    if (record === null || record.removed) continue;
    const isEmpty = record.placed.count === 0 && (children.get(department) ?? 0) === 0;
    if (record.at > at || !isEmpty) {
      kept.set(department, record.at > at ? "protected" : "still-used");
      continue;
    }
    kept.delete(department);
    remove(tx, { organization, department });
    removed += 1;
    if (parent === null) continue;
    children.set(parent, (children.get(parent) ?? 1) - 1);
    const above = tree.get(parent);
    if (above !== undefined && !listed.has(parent)) queue.push(above);
  }
  for (const [department, reason] of kept) passOver(tx, reason, { department });
  return { removed, dormant: 0 };
}
