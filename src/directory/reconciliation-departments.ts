/** Departments of a full list, absorbed as the difference to the tree that is known. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId, SourceId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { create, hangsUnder, move, parentFor } from "./departments.ts";
import { passBeyond } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import { outdoHeld } from "./held-removals.ts";
import type { ListedDepartment } from "./model.ts";
import { belowTree, type DepartmentsOf, type ExtentOf, withinTree } from "./select/extents.ts";
import type { Reading } from "./select/organizations.ts";
import { departmentsOf, mayDescribe } from "./select/sources.ts";
import { readTree, type Tree } from "./select/tree.ts";
import { vouchForDepartment } from "./sources-departments.ts";
import { isAsleep, wake } from "./waking.ts";

type Line = ListedDepartment & { readonly index: number };
type Listed = ReadonlyMap<DepartmentId, Line>;

const byId = (departments: readonly ListedDepartment[]): Listed =>
  new Map(departments.map((listed, index) => [listed.department, { ...listed, index }]));

/** PROTO-03: every parent that a part names is named by itself or known. */
export const unlistedParent = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, departments: readonly ListedDepartment[]) => {
    const listed = byId(departments);
    const parents = [...new Set(departments.map(({ parent }) => parent))].filter(
      (parent): parent is DepartmentId => parent !== null && !listed.has(parent),
    );
    const unknown = firstThat(
      parents,
      (parent) => read(tx, "department", organization, parent) === null,
    );
    return unknown === undefined
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization, department: unknown });
  },
);

/** Parents before children, in the order listed; a department in a cycle comes where it is met. */
function topDown(listed: Listed): Line[] {
  const ordered: Line[] = [];
  const met = new Set<DepartmentId>();
  for (const start of listed.values()) {
    const path: Line[] = [];
    let next: Line | undefined = start;
    while (next !== undefined && !met.has(next.department)) {
      met.add(next.department);
      path.push(next);
      next = next.parent === null ? undefined : listed.get(next.parent);
    }
    ordered.push(...path.reverse());
  }
  return ordered;
}

/**
 * DIR-05: the lines of a list of some departments that are about what is below those; what they say beyond
 * is passed over. No department comes from elsewhere, none goes there.
 */
function linesWithin(
  tx: Deciding,
  { organization, extent }: DepartmentsOf,
  lines: Listed,
  tree: Tree,
  at: number,
): Listed {
  const within = withinTree(tree, extent);
  const below = belowTree(tree, extent);
  const kept = new Map<DepartmentId, Line>();
  for (const line of topDown(lines)) {
    const { department, parent, name, index } = line;
    const known = tree.get(department);
    const hangs = isBelow(tx, organization, line, within);
    if (known === undefined && hangs) within.add(department);
    const isOurs = known === undefined ? hangs : below.has(department);
    // What is newer than the list is passed over for that alone.
    const isOlder = known !== undefined && must(tx, "department", organization, department).at > at;
    if (isOurs)
      kept.set(department, hangs || isOlder ? line : { ...line, parent: known?.parent ?? null });
    const agrees = known?.parent === parent && known.name === name;
    if (isOurs ? !hangs && !isOlder : !agrees) passBeyond(tx, { department }, index);
  }
  return kept;
}

/** The departments named that a list of some departments has a word on: those that are its extent are none of them. */
export function concerned(
  tx: Reading,
  { organization, extent }: DepartmentsOf,
  departments: readonly ListedDepartment[],
): ReadonlySet<DepartmentId> {
  const tree = readTree(tx, organization);
  const within = withinTree(tree, extent);
  const below = belowTree(tree, extent);
  const own = new Set<DepartmentId>();
  for (const line of topDown(byId(departments))) {
    const isNew = !tree.has(line.department);
    if (!(isNew ? isBelow(tx, organization, line, within) : below.has(line.department))) continue;
    if (isNew) within.add(line.department);
    if (!extent.departments.includes(line.department)) own.add(line.department);
  }
  return own;
}

/** Whether a line hangs its department somewhere within an extent. */
function isBelow(
  tx: Reading,
  organization: OrganizationId,
  { department, parent }: Line,
  within: ReadonlySet<DepartmentId>,
): boolean {
  if (parent === null) return false;
  if (within.has(parent)) return true;
  if (read(tx, "department", organization, parent)?.removed !== true) return false;
  const stands = parentFor(tx, organization, department, parent);
  return stands !== null && within.has(stands);
}

/** Creates, renames and moves what a part of a list says. */
export function reconcileDepartments(
  tx: Deciding,
  { organization, extent }: ExtentOf,
  departments: readonly ListedDepartment[],
  at: number,
): void {
  const tree = readTree(tx, organization);
  const all = byId(departments);
  const source = extent !== undefined && "source" in extent ? extent.source : undefined;
  const own = source === undefined ? null : departmentsOf(tx, organization, source);
  const listed =
    extent === undefined || "source" in extent
      ? all
      : linesWithin(tx, { organization, extent }, all, tree, at);
  const changed = topDown(listed).filter((each) => {
    const isOwn = own === null || own.has(each.department);
    return !isOwn || !isSo(tree, each) || isNamedAnew(tree, each);
  });
  const said = { organization, source, all: listed, tree, at };
  const astray = changed.filter((each) => !absorb(tx, said, each));
  for (const each of astray) untangle(tx, said, each);
}

/** Whether a line says of a department what the tree does. */
function isSo(tree: Tree, { department, parent, name }: ListedDepartment): boolean {
  const known = tree.get(department);
  return known?.parent === parent && known.name === name;
}

/** Whether something is told by a department being named. */
function isNamedAnew(tree: Tree, { department }: ListedDepartment): boolean {
  const { dormant, held } = tree.get(department) ?? {};
  return dormant !== undefined || held === true;
}

/** What the lines of a part have in common. */
interface Said {
  readonly organization: OrganizationId;
  readonly source: SourceId | undefined;
  readonly all: Listed;
  /** As it was before the part. */
  readonly tree: Tree;
  readonly at: number;
}

/** Whether a parent exists already; a removed one that the list names is about to exist again. */
function isThere(
  tx: Reading,
  organization: OrganizationId,
  parent: DepartmentId | null,
  all: Listed,
): boolean {
  if (parent === null) return true;
  const record = read(tx, "department", organization, parent);
  return record !== null && !(record.removed && all.has(parent));
}

/** Follows one line of a list; says no if its parent is not there yet, because of a cycle. */
function absorb(
  tx: Deciding,
  { organization, source, all, tree, at }: Said,
  listed: ListedDepartment,
): boolean {
  const { department, name } = listed;
  const record = read(tx, "department", organization, department);
  const named = { organization, department };
  if (record?.removed === false) vouchForDepartment(tx, named, source);
  // A removed one exists again only by word that is certainly later than its removal.
  if (record !== null && (record.removed ? record.at >= at : record.at > at)) {
    const isKnown = isSo(tree, listed) && !isNamedAnew(tree, listed);
    if (!isKnown) passOver(tx, "older-time", listed, all.get(department)?.index);
    return true;
  }
  const there = isThere(tx, organization, listed.parent, all);
  const known = tree.get(department);
  if (known === undefined) {
    // Until the parent is there, the root holds a new department.
    const whose = source === undefined ? {} : { source };
    create(tx, { ...named, parent: there ? listed.parent : null, name, ...whose });
    return there;
  }
  if (record !== null && isAsleep(record, at)) wake(tx, organization, department);
  outdoHeld(tx, named);
  if (!describes(tx, named, source)) return true;
  if (known.name !== name) emit(tx, "department.renamed", { ...named, name });
  if (there) rehang(tx, organization, listed);
  return there;
}

/** Whether a source says what a department is called and where it hangs. */
const describes = (
  tx: Reading,
  { organization, department }: { organization: OrganizationId; department: DepartmentId },
  source: SourceId | undefined,
): boolean => mayDescribe(must(tx, "department", organization, department), source);

function rehang(
  tx: Deciding,
  organization: OrganizationId,
  { department, parent }: ListedDepartment,
): void {
  if (!hangsUnder(tx, organization, department, parent)) {
    move(tx, { organization, department, parent });
  }
}

/** A department whose parent was not there in time moves under it, or is flagged for its cycle. */
function untangle(tx: Deciding, { organization, at }: Said, listed: ListedDepartment): void {
  const record = must(tx, "department", organization, listed.department);
  if (record.at <= at) rehang(tx, organization, listed);
}
