/** Where the directory keeps its sets and lists. */
import type { Buckets } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, RoleId, SourceId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import { directoryKinds } from "../kinds.ts";
import type { RenamedSort } from "../model.ts";

/** The ids and keys of an organization that are not the same. */
export function aliasesOf(organization: OrganizationId, sort: RenamedSort): Buckets<"aliases"> {
  return setUnder(directoryKinds.aliases, organization, sort);
}

/** An organization's people in service. */
export function peopleOf(organization: OrganizationId): Buckets<"people"> {
  return setOf(directoryKinds.people, organization);
}

/** An organization's people who are suspended. */
export function suspendedOf(organization: OrganizationId): Pages<"suspended"> {
  return listOf(directoryKinds.suspended, organization);
}

/** An organization's departments. */
export function treeOf(organization: OrganizationId): Pages<"tree"> {
  return listOf(directoryKinds.tree, organization);
}

/** The people placed directly in a department. */
export function placedIn(
  organization: OrganizationId,
  department: DepartmentId,
): Buckets<"placed"> {
  return setUnder(directoryKinds.placed, organization, department);
}

/** The people, or sub-departments, that a removed department stands over still (ROSTER-16). */
export function overIn(
  organization: OrganizationId,
  department: DepartmentId,
  sort: "d" | "p",
): Buckets<"over"> {
  return setUnder(directoryKinds.over, organization, department, sort);
}

/** The people, or departments, that a source vouches for (DIR-06). */
export function broughtBy(
  organization: OrganizationId,
  source: SourceId,
  sort: "d" | "p",
): Buckets<"brought"> {
  return setUnder(directoryKinds.brought, organization, source, sort);
}

/** The settings that name a department, or once did. */
export function namingOf(
  organization: OrganizationId,
  department: DepartmentId,
): Buckets<"naming"> {
  return setUnder(directoryKinds.naming, organization, department);
}

/** The entries of an organization's settings that name what is gone. */
export function inertOf(organization: OrganizationId): Buckets<"inert"> {
  return setOf(directoryKinds.inert, organization);
}

/** The heads of a department. */
export function headsIn(organization: OrganizationId, department: DepartmentId): Buckets<"heads"> {
  return setUnder(directoryKinds.heads, organization, department);
}

/** The holders of a named role. */
export function holdersIn(organization: OrganizationId, role: RoleId): Buckets<"holders"> {
  return setUnder(directoryKinds.holders, organization, role);
}

/** What the last departure of somebody took, as long as it is kept. */
export function keptOf(organization: OrganizationId, person: PersonId): Pages<"kept"> {
  return listOf(directoryKinds.kept, organization, person);
}

/** The facts of an organization that wait for an admin's word. */
export function removalsOf(organization: OrganizationId): Pages<"removals"> {
  return listOf(directoryKinds.removals, organization);
}

/** The departures from an organization of which something is kept. */
export function departuresOf(organization: OrganizationId): Pages<"departures"> {
  return listOf(directoryKinds.departures, organization);
}
