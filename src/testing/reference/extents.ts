/** What a list is full for: the whole organization, some departments, or a source (DIR-05, DIR-06). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { findDepartment, hasDepartment, upward } from "./departments.ts";
import { ofDepartment, ofPerson, vouches } from "./sources.ts";
import type { Department, Employment, State } from "./state.ts";
import type { Extent } from "./vocabulary-lists.ts";

/** An extent of one organization; `null`: all of it. */
export interface Within {
  readonly organization: OrganizationId;
  readonly extent: Extent | null;
}

/** Whether a department is one of those that an extent names, or below one; so are all without an extent. */
export function isInside(
  state: State,
  { organization, extent }: Within,
  id: DepartmentId | null,
): boolean {
  if (extent === null || "source" in extent) return true;
  const named = extent.departments.filter((each) => hasDepartment(state, organization, each));
  return upward(state, organization, id).some((each) => named.includes(each));
}

/** The same of where a line places somebody: what is gone is where it stood as it was removed. */
export function placesInside(state: State, within: Within, id: DepartmentId): boolean {
  const { organization, extent } = within;
  const known = findDepartment(state, organization, id);
  if (extent === null || "source" in extent || !known?.removed) return isInside(state, within, id);
  return [id, ...known.above].some((each) => extent.departments.includes(each));
}

/** Whether a list is full for a person in service. */
export function isPersonIn(state: State, within: Within, employment: Employment): boolean {
  const { extent } = within;
  if (extent === null) return true;
  if ("source" in extent) return vouches(state, ofPerson(employment), extent.source);
  return employment.departments.some((each) => isInside(state, within, each));
}

/** Whether a list is full for a department: those that it names are there whatever it says. */
export function isDepartmentIn(state: State, within: Within, department: Department): boolean {
  const { extent } = within;
  if (extent === null) return true;
  if ("source" in extent) return vouches(state, ofDepartment(department), extent.source);
  if (extent.departments.includes(department.id)) return false;
  return isInside(state, within, department.parent);
}

/** Whether a line may be about a department: it stands within the extent, or nowhere yet. */
export function mayList(
  state: State,
  within: Within,
  id: DepartmentId,
  parent: DepartmentId | null,
): boolean {
  const { extent, organization } = within;
  if (extent === null || "source" in extent) return true;
  const known = findDepartment(state, organization, id);
  // One that the extent names may stand below another that it names.
  if (known !== undefined && !known.removed) return isInside(state, within, known.parent);
  return isInside(state, within, parent);
}

/** Whether two lists are full for the same. */
export function isSameExtent(left: Extent | null, right: Extent | null): boolean {
  const textOf = (extent: Extent | null) =>
    JSON.stringify(
      extent !== null && "departments" in extent ? [...new Set(extent.departments)].sort() : extent,
    );
  return textOf(left) === textOf(right);
}

/** The source that a list is of, if it is of one. */
export function sourceIn(extent: Extent | null): string | undefined {
  return extent !== null && "source" in extent ? extent.source : undefined;
}
