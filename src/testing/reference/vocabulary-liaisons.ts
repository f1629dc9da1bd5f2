/** Words of liaison roles and offices, which the areas' own vocabulary may not have yet (H11). */
import type { DepartmentId, OrganizationId, RoleId } from "../../core/ids.ts";
import type { Identity, Notice } from "../../core/notice.ts";
import type { Viewer } from "../../queries/model.ts";
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
export interface LiaisonCommands {
  readonly "liaison.define": RoleOf & {
    readonly name: string;
    /** Who sets its offices besides the Trunk: nobody, or each organization its own (LIAISON-05). */
    readonly keptBy?: "trunk" | "organizations";
  };
  readonly "liaison.assign": RoleOf & {
    readonly node: LiaisonNode;
    readonly people: readonly Identity[];
  };
}

/** What the questions about them take. */
export interface LiaisonAsked {
  readonly "liaison.of": {
    readonly viewer: Viewer;
    readonly trunk: OrganizationId;
    readonly node: LiaisonNode;
  };
  readonly "liaison.for": RoleOf & { readonly viewer: Viewer; readonly initiator: Identity };
  readonly "liaison.uncovered": RoleOf & { readonly viewer: Viewer };
}

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
