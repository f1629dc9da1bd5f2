/** What a full list of some departments is full for: which departments, and who, are in it. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { DepartmentsExtent, ListExtent, Listed } from "../model.ts";
import type { Reading } from "./organizations.ts";
import { subtreeOf, type Tree } from "./tree.ts";

/** What a list is full for; the whole organization, if nothing is said. */
export interface ExtentOf {
  readonly organization: OrganizationId;
  readonly extent?: ListExtent;
}

/** What a full list of some departments is full for. */
export interface DepartmentsOf extends ExtentOf {
  readonly extent: DepartmentsExtent;
}

/** An extent as it is kept: its departments are a set, so they stand in the order of their ids. */
const sorted = (extent: ListExtent): ListExtent =>
  "source" in extent ? extent : { departments: inOrder(extent) };

const inOrder = ({ departments }: DepartmentsExtent): DepartmentId[] => [...departments].sort();

/** An extent as an event or a record says it. */
export const saidExtent = (extent: ListExtent | undefined) =>
  extent === undefined ? {} : { extent: sorted(extent) };

/** Whether two lists are full for the same. */
export function sameExtent(one: ListExtent | undefined, other: ListExtent | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  if ("source" in one || "source" in other) {
    return "source" in one && "source" in other && one.source === other.source;
  }
  const [left, right] = [inOrder(one), inOrder(other)];
  return left.length === right.length && left.every((each, place) => each === right[place]);
}

/** The department under which an extent is remembered. */
export const firstOf = (extent: DepartmentsExtent): DepartmentId =>
  inOrder(extent)[0] as DepartmentId;

/** The latest complete list of an extent. */
export function listedOf(tx: Reading, { organization, extent }: ExtentOf): Listed | undefined {
  if (extent === undefined) return must(tx, "directory", organization).listed;
  if ("source" in extent) return read(tx, "source", organization, extent.source)?.listed;
  const { listed = [] } = read(tx, "extents", organization, firstOf(extent)) ?? {};
  return listed.find((each) => sameExtent(each, extent));
}

/** DIR-05: a department is in an extent if it is named or something above it is; a removed one, if it was. */
export const isWithin = view(
  "DIR-05",
  (tx: Reading, { organization, extent }: DepartmentsOf, department: DepartmentId): boolean => {
    const { departments } = extent;
    if (departments.includes(department)) return true;
    const { ancestors = [] } = read(tx, "department", organization, department) ?? {};
    return ancestors.some((above) => departments.includes(above));
  },
);

/** The departments of an extent with all that is below them, by the tree. */
export function withinTree(tree: Tree, { departments }: DepartmentsExtent): Set<DepartmentId> {
  const there = departments.filter((department) => tree.has(department));
  return new Set(there.flatMap((department) => subtreeOf(tree, department)));
}

/** The departments that lists of an extent name: those below the ones that are the extent. */
export function belowTree(tree: Tree, { departments }: DepartmentsExtent): Set<DepartmentId> {
  const there = departments.filter((department) => tree.has(department));
  return new Set(there.flatMap((department) => subtreeOf(tree, department).slice(1)));
}

/** DIR-05: the departments that a list lacks if it does not name them; those that are its extent never are. */
export const mayLack = view(
  "DIR-05",
  (below: ReadonlySet<DepartmentId>, { departments }: DepartmentsExtent, each: DepartmentId) =>
    below.has(each) && !departments.includes(each),
);
