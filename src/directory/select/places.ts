/** Where the directory keeps its sets and lists. */

import type { Buckets } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Pages } from "../../core/paged.ts";

/** Departments per tree page. */
const TREE_PAGE = 64;

/** An organization's people in service. */
export function peopleOf(organization: OrganizationId): Buckets<"people"> {
  return { kind: "people", owner: organization, own: String };
}

/** An organization's departments. */
export function treeOf(organization: OrganizationId): Pages<"tree"> {
  return { kind: "tree", owner: organization, size: TREE_PAGE };
}

/** The people placed directly in a department. */
export function placedIn(
  organization: OrganizationId,
  department: DepartmentId,
): Buckets<"placed"> {
  return { kind: "placed", owner: organization, own: (bucket) => `${bucket}/${department}` };
}

/** The heads of a department. */
export function headsIn(organization: OrganizationId, department: DepartmentId): Buckets<"heads"> {
  return { kind: "heads", owner: organization, own: (bucket) => `${bucket}/${department}` };
}

/** The holders of a named role. */
export function holdersIn(organization: OrganizationId, role: RoleId): Buckets<"holders"> {
  return { kind: "holders", owner: organization, own: (bucket) => `${bucket}/${role}` };
}
