/** Words of liaison roles and offices, which the areas' own vocabulary may not have yet (H11). */
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { HierarchyCommands } from "../../hierarchy/model.ts";
import type { Queries } from "../../queries/model.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";

/** A node for which somebody is responsible: a department, or with `null` an organization as a whole. */
export interface LiaisonNode {
  readonly organization: OrganizationId;
  readonly department: DepartmentId | null;
}

interface RoleOf {
  readonly trunk: OrganizationId;
  readonly role: RoleId;
}

/** What the commands about them take. */
export type LiaisonCommands = Pick<HierarchyCommands, "liaison.define" | "liaison.assign">;

/** What the questions about them take. */
export type LiaisonAsked = {
  readonly [Type in "liaison.of" | "liaison.for" | "liaison.uncovered"]: Queries[Type]["input"];
};

/** The notice that an office is vacant, to the Trunk and to the organization of its node (LIAISON-03). */
export function liaisonVacant({ trunk, role }: RoleOf, node: LiaisonNode): Notice {
  const { organization, department } = node;
  const sides = [...new Set([trunk, organization])];
  return {
    kind: "LIAISON_VACANT",
    to: sides.map((each) => hierarchyAdmins(each)),
    data: { trunk, role, organization, department },
  } as unknown as Notice;
}
