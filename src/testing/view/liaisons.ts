/** What a view holds of liaisons: all of it for a Trunk's admins, its own part for those of an organization. */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { tableEach } from "../../core/table.ts";
import { must } from "../../core/transaction.ts";
import type { DepartmentRecord } from "../../directory/model.ts";
import { actsInHierarchy } from "../../directory/select/authority.ts";
import { takesPart } from "../../hierarchy/liaisons.ts";
import type { Reading } from "../../queries/handler.ts";
import type { Viewer } from "../../queries/model.ts";
import type { LiaisonNode } from "../../roster/model.ts";
import { liaisonRolesOf } from "../../roster/select/offices.ts";
import { reaches } from "../../spaces/select/trunks.ts";
import { type AnsweredQuestion, asked, type Topics } from "./areas.ts";

/** The organizations whose part of a Trunk's offices somebody looks at. */
function within(
  tx: Reading,
  trunk: OrganizationId,
  viewer: Viewer,
  all: readonly OrganizationId[],
) {
  const { organization } = viewer;
  if (actsInHierarchy(tx, viewer, trunk)) return all;
  return actsInHierarchy(tx, viewer, organization) ? [organization] : [];
}

/** The nodes of some organizations, of departments those that were removed too. */
function nodesOf(tx: Reading, organizations: readonly OrganizationId[]): LiaisonNode[] {
  const nodes = organizations.map(
    (each): LiaisonNode => ({ organization: each, department: null }),
  );
  tableEach(
    tx.table,
    (kind) => kind === "department",
    (kind, owner, own) => {
      const organization = owner as OrganizationId;
      if (kind === "department" && organizations.includes(organization)) {
        nodes.push({ organization, department: own as DepartmentId });
      }
    },
  );
  return nodes;
}

/** Who holds which office of a Trunk, and whom its roles find for whom, as far as the viewer may ask. */
export function answersOfLiaisons(
  topics: Topics,
  trunk: OrganizationId,
  there: readonly Identity[],
): AnsweredQuestion[] {
  const { tx, viewer } = topics;
  const all = [trunk, ...new Set(there.map(({ organization }) => organization))];
  const organizations = within(tx, trunk, viewer, all);
  const people = [viewer, ...there].filter(({ organization }) =>
    organizations.includes(organization),
  );
  return [
    ...nodesOf(tx, organizations).map((node) => asked(topics, "liaison.of", { trunk, node })),
    ...liaisonRolesOf(tx, trunk).flatMap((role) => [
      ...(organizations.includes(trunk)
        ? [asked(topics, "liaison.uncovered", { trunk, role })]
        : []),
      ...people.map((initiator) => asked(topics, "liaison.for", { trunk, role, initiator })),
    ]),
  ];
}

/** A role, as its Trunk knows it; as the organizations below do, that it is theirs to fill. */
export interface RoleSeen {
  readonly trunk: OrganizationId;
  readonly role: string;
  readonly name?: string;
  readonly keptBy: string;
}

/** LIAISON-05: the roles that are a Trunk's admins' to define, and those that an organization's may fill. */
export function rolesSeen(tx: Reading, viewer: Viewer, trunk: OrganizationId): RoleSeen[] {
  const isTrunks = actsInHierarchy(tx, viewer, trunk);
  const { organization } = viewer;
  const mayFill = actsInHierarchy(tx, viewer, organization) && reaches(tx, trunk, organization);
  return liaisonRolesOf(tx, trunk).flatMap((role): RoleSeen[] => {
    const { name, keptBy } = must(tx, "liaison", trunk, role);
    if (isTrunks) return [{ trunk, role, name, keptBy }];
    return mayFill && keptBy === "organizations" ? [{ trunk, role, keptBy }] : [];
  });
}

/** A department that a Trunk's admins may name, and whether it may be the node of an office. */
export interface DepartmentBelow {
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  readonly takesPart: boolean;
}

/** What Hierarchy admins learn by naming departments of some organizations (DIST-02, SEAT-03, LIAISON-01). */
export function departmentsBelow(
  tx: Reading,
  viewer: Viewer,
  all: readonly OrganizationId[],
): DepartmentBelow[] {
  const { organization: trunk } = viewer;
  if (!actsInHierarchy(tx, viewer, trunk)) return [];
  return nodesOf(tx, all).flatMap(({ organization, department }): DepartmentBelow[] => {
    if (department === null) return [];
    const { removed }: DepartmentRecord = must(tx, "department", organization, department);
    const node = { organization, department };
    return removed ? [] : [{ ...node, takesPart: takesPart(tx, trunk, node) }];
  });
}
