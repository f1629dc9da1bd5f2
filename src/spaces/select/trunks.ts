/** What every command about a Trunk asks first: whether it is known to the actor, and who decides. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import {
  actorIsHierarchyAdmin,
  actsInHierarchy,
  isMainAdmin,
} from "../../directory/select/authority.ts";
import { liveOrganization, organizationKnown } from "../../directory/select/organizations.ts";
import { NEW_TRUNK, NO_LINEAGE } from "../kinds.ts";
import type { Above, TrunkRecord } from "../model.ts";
import type { Reading } from "./spaces.ts";

export { NEW_TRUNK, NO_LINEAGE };

/** What an organization is to those below it. */
export const trunkOf = (tx: Reading, trunk: OrganizationId): TrunkRecord =>
  read(tx, "trunk", trunk) ?? NEW_TRUNK;

/** Everything above an organization, whatever the reach. */
export const aboveOf = (tx: Reading, organization: OrganizationId): readonly Above[] =>
  read(tx, "lineage", organization)?.above ?? [];

/** HIER-04: at which level an organization is under another one; `null` where that does not reach it. */
const levelUnder = (
  tx: Reading,
  organization: OrganizationId,
  upper: OrganizationId,
): number | null => aboveOf(tx, organization).find(([each]) => each === upper)?.[1] ?? null;

/** HIER-04: whether one organization reaches another, by whatever chain. */
export const reaches = (
  tx: Reading,
  upper: OrganizationId,
  organization: OrganizationId,
): boolean => levelUnder(tx, organization, upper) !== null;

/** Whether an organization is a Branch of a Trunk. */
export const isLinked = (
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): boolean => read(tx, "link", trunk, organization) !== null;

/** Whether an organization has applied to a Trunk and waits for its word. */
function applies(tx: Reading, trunk: OrganizationId, organization: OrganizationId): boolean {
  const latest = read(tx, "trunk-applicant", trunk, organization);
  return latest !== null && must(tx, "application", latest.application).status === "pending";
}

/**
 * HIER-08: whether an organization is acquainted with a Trunk: as that itself, by being reached, by an
 * application that waits, by an open invitation that names it; or by reaching it, for then it is in its
 * own book (HIER-09).
 */
export const isAcquainted = view(
  ["HIER-08", "HIER-09"],
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId): boolean =>
    liveOrganization(tx, trunk) !== null &&
    (organization === trunk ||
      reaches(tx, trunk, organization) ||
      reaches(tx, organization, trunk) ||
      applies(tx, trunk, organization)),
);

/** HIER-08: the actor's organization is acquainted with the Trunk; to anybody else it is unknown. */
export const trunkKnown = guard("HIER-08", (tx: Reading, by: Actor, trunk: OrganizationId) => {
  if (!("organization" in by)) return refuse("UNKNOWN_TRUNK", { trunk });
  const unknown = organizationKnown(tx, by.organization);
  if (unknown !== null) return unknown;
  return isAcquainted(tx, trunk, by.organization) ? null : refuse("UNKNOWN_TRUNK", { trunk });
});

/**
 * HIER-08, HIER-09: only its own Hierarchy admins decide what is the Trunk's: invitations, review, the
 * Branch's place, names and labels, its Links' end. Those of other Trunks do not, be they above.
 */
export const actorIsTrunkAdmin = guard(
  ["HIER-08", "HIER-09", "LINK-01", "LINK-03", "MOUNT-01", "UNLINK-01"],
  (tx: Reading, by: Actor, trunk: OrganizationId) =>
    actsInHierarchy(tx, by, trunk) ? null : refuse("NOT_TRUNK_ADMIN", { trunk }),
);

/** HIER-08: under the strict policy a main admin acts in a Hierarchy, not a sub-admin. */
export const mainAdminActsInHierarchy = guard(
  "HIER-08",
  (tx: Reading, by: Actor, organization: OrganizationId, policy: Policy) => {
    if (policy.hierarchyActor !== "main-admin-only") return null;
    const record = liveOrganization(tx, organization);
    const acts = "person" in by && by.organization === organization && record !== null;
    return acts && isMainAdmin(record, by.person)
      ? null
      : refuse("MAIN_ADMIN_REQUIRED", { organization });
  },
);

/** Why an actor is refused what a Trunk's admins do, if so: the Trunk unknown to them, or they none. */
export const trunkAdminRefusal = (tx: Reading, by: Actor, trunk: OrganizationId, policy: Policy) =>
  trunkKnown(tx, by, trunk) ??
  actorIsTrunkAdmin(tx, by, trunk) ??
  mainAdminActsInHierarchy(tx, by, trunk, policy);

/** HIER-06: whether the capability is open for a Trunk; the policy may let whoever is above open it. */
export const isOpen = view(
  "HIER-06",
  (tx: Reading, trunk: OrganizationId, policy: Policy): boolean =>
    trunkOf(tx, trunk).open ||
    (policy.hierarchyOpening === "top-covers" &&
      aboveOf(tx, trunk).some(([upper]) => trunkOf(tx, upper).open)),
);

/** HIER-06: the capability is open; closing it refuses some operations and touches nothing else. */
export const hierarchyOpen = guard(
  "HIER-06",
  (tx: Reading, trunk: OrganizationId, policy: Policy) =>
    isOpen(tx, trunk, policy) ? null : refuse("HIERARCHY_NOT_OPEN", { trunk }),
);

/** BRANCH-01, MOUNT-01, UNLINK-01, HIER-04: the organization is a Branch of the Trunk. */
export const organizationIsLinked = guard(
  ["BRANCH-01", "MOUNT-01", "UNLINK-01", "HIER-04"],
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId) =>
    isLinked(tx, trunk, organization) ? null : refuse("NOT_LINKED", { trunk, organization }),
);

/** HIER-09: not even its Trunk's admins touch what is a Branch's own. */
const branchIsOwnConcern = guard(
  "HIER-09",
  (tx: Reading, by: Actor, trunk: OrganizationId, organization: OrganizationId) => {
    const own = "organization" in by && by.organization === organization;
    return !own && actsInHierarchy(tx, by, trunk) && isLinked(tx, trunk, organization)
      ? refuse("BRANCH_NOT_MANAGEABLE", { trunk, organization })
      : null;
  },
);

/** Why an actor is refused what a Branch's admins do towards a Trunk, if so. */
export const branchAdminRefusal = (
  tx: Reading,
  by: Actor,
  {
    trunk,
    organization,
  }: { readonly trunk: OrganizationId; readonly organization: OrganizationId },
  policy: Policy,
) =>
  trunkKnown(tx, by, trunk) ??
  branchIsOwnConcern(tx, by, trunk, organization) ??
  actorIsHierarchyAdmin(tx, by, organization) ??
  mainAdminActsInHierarchy(tx, by, organization, policy);
