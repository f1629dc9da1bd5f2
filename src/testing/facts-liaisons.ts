/** Describes the liaison roles of a World, and who is responsible for what. */
import type { OrganizationId, RoleId } from "../core/ids.ts";
import { officeOfText } from "../roster/select/offices.ts";
import { afterSlash, kept, type Shelves } from "./index-by-owner.ts";
import { sortedBy } from "./reference/canonical.ts";
import type { HierarchiesFacts } from "./reference/hierarchy-facts-model.ts";

type RoleFacts = HierarchiesFacts["liaisons"][number];

/** The offices of a role that anybody holds, of departments that are there. */
function officesOf(
  shelves: Shelves,
  trunk: OrganizationId,
  role: RoleId,
): RoleFacts["offices"][number][] {
  const entries = shelves
    .rows("office", trunk)
    .flatMap(([own, bucket]) =>
      kept(bucket).map(([place, [people]]) => [afterSlash(own), place, people] as const),
    );
  const all = entries.flatMap(([node, place, holders]) => {
    const office = officeOfText(`${trunk} ${node} ${place}`);
    const { organization, department } = office.node;
    const isThere =
      department === null || shelves.one("department", organization, department)?.removed === false;
    if (office.role !== role || holders.length === 0 || !isThere) return [];
    return [{ organization, department, holders }];
  });
  return sortedBy(all, ({ organization, department }) => [organization, department ?? ""]);
}

/** The liaison roles of an organization that has not ended. */
export function liaisonsAt(shelves: Shelves, trunk: OrganizationId): RoleFacts[] {
  if (shelves.one("organization", trunk)?.ended === true) return [];
  const roles = shelves.rows("liaison", trunk).map(([own, { name, keptBy }]): RoleFacts => {
    const role = own as RoleId;
    return { trunk, role, name, keptBy, offices: officesOf(shelves, trunk, role) };
  });
  return sortedBy(roles, ({ role }) => [role]);
}
