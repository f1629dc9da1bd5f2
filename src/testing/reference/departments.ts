/** The tree of an organization's departments, found by walking from child to parent. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import { forgetHeld } from "./held.ts";
import { dropEntries, forgetRemoved, isInert } from "./inert.ts";
import { moveMounts } from "./linking.ts";
import type { Department, State, World } from "./state.ts";

/** Levels below the root. */
const deepest = 64;

/** A department's place and name, alone or in a full list. */
export interface Wanted {
  readonly department: DepartmentId;
  readonly parent: DepartmentId | null;
  readonly name: string;
}

/** A department ever known. */
export function findDepartment(
  state: State,
  organization: OrganizationId,
  id: DepartmentId,
): Department | undefined {
  return state.departments.find((each) => each.organization === organization && each.id === id);
}

/** Whether a department exists now. */
export function hasDepartment(
  state: State,
  organization: OrganizationId,
  id: DepartmentId,
): boolean {
  return findDepartment(state, organization, id)?.removed === false;
}

/** The departments that exist now. */
export function departmentsOf(state: State, organization: OrganizationId): Department[] {
  return state.departments.filter((each) => each.organization === organization && !each.removed);
}

/** A department and all above it, nearest first; nothing for the root. */
export function upward(
  state: State,
  organization: OrganizationId,
  from: DepartmentId | null,
): DepartmentId[] {
  if (from === null) return [];
  const parent = findDepartment(state, organization, from)?.parent ?? null;
  return [from, ...upward(state, organization, parent)];
}

/** Levels that a department and what is below it take up. */
function height(state: State, organization: OrganizationId, id: DepartmentId): number {
  const below = departmentsOf(state, organization).filter((each) => each.parent === id);
  return 1 + Math.max(0, ...below.map((each) => height(state, organization, each.id)));
}

/**
 * The parent wanted for a department, if it exists; a removed one stands for the nearest that was
 * above it when it was removed and that still exists, the department itself not counted.
 */
function remaining(
  state: State,
  { organization, id }: Pick<Department, "organization" | "id">,
  wanted: DepartmentId | null,
): DepartmentId | null {
  if (wanted === null || hasDepartment(state, organization, wanted)) return wanted;
  const above = findDepartment(state, organization, wanted)?.above ?? [];
  return above.find((each) => each !== id && hasDepartment(state, organization, each)) ?? null;
}

/** The number of a department as it stood when it was last removed, if it does not exist now. */
export function lastStanding(
  state: State,
  organization: OrganizationId,
  id: DepartmentId | null,
): number | null {
  if (id === null || hasDepartment(state, organization, id)) return null;
  const found = state.former
    .map((each) => each.organization === organization && each.department === id)
    .lastIndexOf(true);
  return found < 0 ? null : found;
}

/**
 * Whether a department that is gone keeps out whoever is said to be in it, for any scope that ever
 * excluded it or what it stood below (ROSTER-16).
 */
export function keepsOut(state: State, organization: OrganizationId, id: DepartmentId): boolean {
  const seen = new Set<DepartmentId | number>();
  const start = lastStanding(state, organization, id);
  let place: DepartmentId | number | null = start;
  while (place !== null && !seen.has(place)) {
    seen.add(place);
    const stood: Pick<Department, "parent" | "under" | "excluded"> | undefined =
      typeof place === "number" ? state.former[place] : findDepartment(state, organization, place);
    // Whoever was in a sub-department that was removed before is not in one removed after it.
    const isBefore = typeof place === "number" && start !== null && place <= start;
    if (isBefore && stood?.excluded === true) return true;
    place = stood?.under ?? stood?.parent ?? null;
  }
  return false;
}

/** Notes which departments scopes exclude now. */
export function noteExcluded(state: State): void {
  for (const { organization, rules } of [...state.associations, ...state.hierarchyLinks]) {
    for (const rule of rules) {
      if (rule.kind !== "department" || rule.rule !== "out") continue;
      const department = findDepartment(state, organization, rule.id);
      if (department !== undefined) department.excluded = true;
    }
  }
}

/** Tells an organization's admins that its source's wish could not be followed. */
function flag(
  { organization, id }: Pick<Department, "organization" | "id">,
  reason: "cycle" | "too-deep",
): Notice {
  return {
    kind: "DEPARTMENT_FLAGGED",
    to: [{ kind: "authorized-admins", organization }],
    data: { organization, department: id, reason },
  };
}

/** Creates a department, or brings a removed one back, with nobody in it. */
export function createDepartment(
  world: World,
  organization: OrganizationId,
  { department: id, parent, name }: Wanted,
  at: number,
  revision?: number,
): Notice[] {
  const { state } = world;
  const wanted = remaining(state, { organization, id }, parent);
  const chain = upward(state, organization, wanted);
  // The last `deepest - 1` of the chain, counted from the root, still have room below them.
  const place = chain.slice(Math.max(0, chain.length - deepest + 1))[0] ?? null;
  const known = findDepartment(state, organization, id);
  const department = known ?? {
    organization,
    id,
    parent: place,
    under: null,
    name,
    removed: false,
    removedAt: null,
    dormant: null,
    excluded: false,
    renewed: 0,
    above: [],
    at,
    revisions: { name: null, parent: null, id: null },
  };
  if (known === undefined) state.departments.push(department);
  else if (!isInert(world, organization, id, at)) dropEntries(state, known);
  department.removed = false;
  department.dormant = null;
  department.parent = place;
  department.under = lastStanding(state, organization, parent);
  department.name = name;
  department.revisions.parent = revision ?? department.revisions.parent;
  department.at = Math.max(department.at, at);
  return place === wanted ? [] : [flag(department, "too-deep")];
}

/** Renames a department. */
export function renameDepartment(department: Department, name: string, at: number): void {
  department.name = name;
  department.at = Math.max(department.at, at);
}

/** Moves a department, or flags a move that the tree cannot follow. */
export function moveDepartment(
  { state }: World,
  department: Department,
  parent: DepartmentId | null,
  at: number,
): Notice[] {
  const { organization, id } = department;
  department.at = Math.max(department.at, at);
  const place = remaining(state, department, parent);
  if (place === department.parent) return [];
  const above = upward(state, organization, place);
  if (above.includes(id)) return [flag(department, "cycle")];
  if (above.length + height(state, organization, id) > deepest) {
    return [flag(department, "too-deep")];
  }
  department.parent = place;
  department.under = lastStanding(state, organization, parent);
  return [];
}

/** Whether a move would leave the department where it is. */
export function staysUnder(
  state: State,
  department: Department,
  parent: DepartmentId | null,
): boolean {
  return remaining(state, department, parent) === department.parent;
}

/** Whether a department would come to be below itself. */
export function wouldCircle(
  state: State,
  department: Department,
  parent: DepartmentId | null,
): boolean {
  const place = remaining(state, department, parent);
  return upward(state, department.organization, place).includes(department.id);
}

/** Where a department stood that is being removed still counts for scopes that exclude it (ROSTER-16). */
function leaveStanding(state: State, department: Department): number {
  const { organization, id, parent, under, excluded } = department;
  const number = state.former.length;
  state.former.push({ organization, department: id, parent, under, excluded });
  for (const each of [...state.former, ...departmentsOf(state, organization)]) {
    if (each.organization !== organization || each.parent !== id) continue;
    each.under ??= number;
  }
  return number;
}

/** Removes a department: from the tree, its people and heads; settings that name it are inert (DIR-11). */
export function removeDepartment(world: World, department: Department, at: number): void {
  const { state } = world;
  const { organization, id, parent } = department;
  department.removed = true;
  department.dormant = null;
  department.removedAt = at;
  department.above = upward(state, organization, parent);
  department.at = Math.max(department.at, at);
  moveMounts(state, department);
  const number = leaveStanding(state, department);
  for (const each of [...state.former, ...departmentsOf(state, organization)]) {
    if (each.organization === organization && each.parent === id) each.parent = parent;
  }
  for (const employment of state.employments) {
    if (employment.organization !== organization) continue;
    if (employment.departments.includes(id)) employment.former.push(number);
    employment.departments = employment.departments.filter((each) => each !== id);
    for (const share of employment.shares) {
      share.departments = share.departments.filter((each) => each !== id);
    }
    employment.heads = employment.heads.filter((each) => each !== id);
  }
  forgetRemoved(world, department);
  forgetHeld(state, department);
}
