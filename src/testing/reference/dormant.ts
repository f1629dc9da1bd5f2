/** Departments that lists lack: dormant at first, removed some days later (DIR-10). */
import type { DepartmentId } from "../../core/ids.ts";
import { departmentsOf, removeDepartment, upward } from "./departments.ts";
import { isDepartmentIn, sourceIn } from "./extents.ts";
import { outdo } from "./held.ts";
import { pass } from "./passing.ts";
import { serving } from "./people.ts";
import { ofDepartment, vouching, withdrawFrom } from "./sources.ts";
import type { Department, Notices, State, World } from "./state.ts";
import type { FullList } from "./state-lists.ts";
import { missingNotice } from "./vocabulary-lists.ts";

/** Milliseconds. */
const day = 24 * 60 * 60 * 1000;

/** Whether somebody in service is placed in a department or below it. */
function isPeopled(state: State, { organization, id }: Department): boolean {
  return serving(state, organization).some(({ departments }) =>
    departments.some((each) => upward(state, organization, each).includes(id)),
  );
}

/** Whether somebody is in a department or below it, or something below it is not dormant. */
function isUsed(state: State, department: Department): boolean {
  const { organization, id } = department;
  return (
    isPeopled(state, department) ||
    departmentsOf(state, organization).some(
      (each) => each.dormant === null && upward(state, organization, each.parent).includes(id),
    )
  );
}

/** What becomes of the departments that a list lacks, children before their parents. */
export function missDepartments(world: World, list: FullList, at: number): Notices {
  const { state, policy } = world;
  const { organization } = list;
  const { departmentMissingDays } = policy;
  if (list.of.departments === 0) return [];
  const depth = ({ parent }: Department) => upward(state, organization, parent).length;
  const missing = departmentsOf(state, organization)
    .filter((each) => !list.departments.includes(each.id) && isDepartmentIn(state, list, each))
    .map((department) => ({ department, depth: depth(department) }))
    .sort((left, right) => right.depth - left.depth)
    .map(({ department }) => department);
  const asleep: DepartmentId[] = [];
  const source = sourceIn(list.extent);
  for (const department of missing) {
    const { id, dormant } = department;
    if (department.at > list.at) {
      pass(world, { kind: "department", id, reason: "protected" });
    } else if (source !== undefined && vouching(state, ofDepartment(department)).length > 1) {
      withdrawFrom(state, department, source, list.at);
      pass(world, { kind: "department", id, reason: "vouched-elsewhere" });
    } else if (isUsed(state, department)) {
      pass(world, { kind: "department", id, reason: "still-used" });
    } else if (list.at - (dormant ?? list.at) >= departmentMissingDays * day) {
      removeDepartment(world, department, at);
    } else if (dormant === null) {
      department.dormant = list.at;
      outdo(world, { organization, department: id, at: list.at });
      asleep.push(id);
    }
  }
  return asleep.length === 0 ? [] : [missingNotice(organization, asleep)];
}

/** Whoever is placed in a dormant department or below it wakes it, and so does what is not dormant there. */
export function wakeUsed(state: State): void {
  for (const department of state.departments) {
    if (department.dormant !== null && isUsed(state, department)) department.dormant = null;
  }
}

/** A department is dormant no more for whoever names it as of a time; says whether it was. */
export function wake(department: Department | undefined, isLater: (since: number) => boolean) {
  if (department == null || department.dormant === null) return false;
  if (!isLater(department.dormant)) return false;
  department.dormant = null;
  return true;
}
