/** Departments that no part of a complete list names. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { DAY } from "../core/time.ts";
import { asSaid, emit, must, notify } from "../core/transaction.ts";
import { remove } from "./departments.ts";
import type { Deciding } from "./facts.ts";
import { supersedeHeld } from "./held-removals.ts";
import type { PageCounts, TreeEntry } from "./model.ts";
import { belowTree, type ExtentOf, mayLack, saidExtent } from "./select/extents.ts";
import { departmentsListed, type ListOf } from "./select/lists.ts";
import type { Reading } from "./select/organizations.ts";
import { departmentsOf, othersVouch } from "./select/sources.ts";
import { ancestorsOf, readTree, type Tree } from "./select/tree.ts";
import { letDepartmentGo } from "./sources-departments.ts";

/** Whether a later fact than a list speaks for a department that it does not name. */
const isProtected = (
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  at: number,
): boolean => must(tx, "department", organization, department).at > at;

/** The departments that a list lacks if it does not name them. */
function fullFor(tx: Reading, tree: Tree, { organization, extent }: ExtentOf): TreeEntry[] {
  const all = [...tree.values()];
  if (extent === undefined) return all;
  if ("source" in extent) {
    const own = departmentsOf(tx, organization, extent.source);
    return all.filter(({ department }) => own.has(department));
  }
  const below = belowTree(tree, extent);
  return all.filter(({ department }) => mayLack(below, extent, department));
}

/**
 * How many departments are known and not dormant before the last part of them is absorbed, which names
 * these, and how many of them the list lacks.
 */
export function countDepartments(
  tx: Reading,
  of: ListOf & ExtentOf,
  ids: readonly string[],
  at: number,
): PageCounts {
  const { organization } = of;
  const listed = departmentsListed(tx, of);
  for (const id of ids) listed.add(id as DepartmentId);
  const known = fullFor(tx, readTree(tx, organization), of).filter(
    ({ dormant }) => dormant === undefined,
  );
  const unnamed = known.filter(({ department }) => !listed.has(department));
  const saved = unnamed.filter(({ department }) => isProtected(tx, organization, department, at));
  return {
    known: known.length,
    missing: unnamed.length - saved.length,
    protected: saved.length,
  };
}

/** How many departments were removed, and how many became dormant, in one step. */
interface DepartmentsStep {
  readonly removed: number;
  readonly dormant: number;
}

/** As many departments a notice names. */
const NAMED_MAX = 100;

/** Tells the admins which departments are dormant from now on. */
function tell(tx: Deciding, organization: OrganizationId, dormant: readonly DepartmentId[]): void {
  if (dormant.length === 0) return;
  const departments = dormant.slice(0, NAMED_MAX);
  notify(tx, {
    kind: "DEPARTMENTS_MISSING",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, departments, count: dormant.length },
  });
}

/** What a list lacks, children first. */
function lackedBy(
  tx: Reading,
  tree: Tree,
  of: ExtentOf,
  listed: ReadonlySet<DepartmentId>,
): TreeEntry[] {
  return fullFor(tx, tree, of)
    .filter(({ department }) => !listed.has(department))
    .map((entry) => [entry, ancestorsOf(tree, entry.department).length] as const)
    .sort(([, left], [, right]) => right - left)
    .map(([entry]) => entry);
}

/**
 * Departments that a list lacks, that have nobody in them and nothing below them that is awake, are
 * dormant from now on; those that are so for long enough go.
 */
export function removeDepartments(tx: Deciding, of: ListOf, policy: Policy): DepartmentsStep {
  const { organization } = of;
  const { at, extent } = must(tx, "list", organization, of.list);
  const full = { organization, ...saidExtent(extent) };
  const source = extent !== undefined && "source" in extent ? extent.source : undefined;
  const tree = readTree(tx, organization);
  const awake = new Map<DepartmentId, number>();
  for (const { parent, dormant } of tree.values()) {
    if (parent !== null && dormant === undefined) awake.set(parent, (awake.get(parent) ?? 0) + 1);
  }
  const days = policy.departmentMissingDays;
  const slept: DepartmentId[] = [];
  let removed = 0;
  for (const { department, parent } of lackedBy(tx, tree, full, departmentsListed(tx, of))) {
    const record = must(tx, "department", organization, department);
    const { placed, dormant } = record;
    const isEmpty = placed.count === 0 && (awake.get(department) ?? 0) === 0;
    if (isProtected(tx, organization, department, at)) {
      passOver(tx, "protected", { department });
      continue;
    }
    if (source !== undefined && othersVouch(record, source)) {
      asSaid(tx, at, () => letDepartmentGo(tx, { organization, department }, source));
      continue;
    }
    if (!isEmpty) {
      passOver(tx, "still-used", { department });
      continue;
    }
    if (at >= (dormant ?? at) + days * DAY) {
      remove(tx, { organization, department, because: "list" });
      removed += 1;
    } else if (dormant === undefined) {
      supersedeHeld(tx, organization, department);
      emit(tx, "department.dormant", { organization, department, since: at });
      slept.push(department);
    }
    if (parent !== null && dormant === undefined) awake.set(parent, (awake.get(parent) ?? 1) - 1);
  }
  tell(tx, organization, slept);
  return { removed, dormant: slept.length };
}
