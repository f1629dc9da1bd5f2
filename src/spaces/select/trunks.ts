/** What every command about a Trunk asks first: whether it is known to the actor, and who decides. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Key } from "../../core/keys.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { likely, must, read, readBefore } from "../../core/transaction.ts";
import {
  actorIsHierarchyAdmin,
  actsAsMainAdmin,
  actsInHierarchy,
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
export const levelUnder = (
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

/** The Trunks of an organization through which passing chains lead to one above it, first that of the line. */
export const throughTo = (
  tx: Reading,
  organization: OrganizationId,
  upper: OrganizationId,
): readonly OrganizationId[] =>
  aboveOf(tx, organization).find(([each]) => each === upper)?.[3] ?? [];

/** The same before this decision. */
export const throughBefore = (
  tx: Reading,
  organization: OrganizationId,
  upper: OrganizationId,
): readonly OrganizationId[] =>
  readBefore(tx, "lineage", organization)?.above.find(([each]) => each === upper)?.[3] ?? [];

/** The organizations by which one that is reached is: itself, and whatever passing chains lead through. */
export function reachedBy(
  tx: Reading,
  upper: OrganizationId,
  organization: OrganizationId,
): ReadonlySet<OrganizationId> {
  // Noted at once: a walk would come upon one at a time.
  likely(tx, () =>
    aboveOf(tx, organization).map(([each]): Key<"lineage"> => ["lineage", each, ""]),
  );
  const found = new Set([organization]);
  for (const each of found) {
    for (const next of throughTo(tx, each, upper)) if (next !== upper) found.add(next);
  }
  return found;
}

/** The line from a Trunk down to an organization: the direct Branch first, itself last; nobody where it is not reached. */
export function lineTo(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): readonly OrganizationId[] {
  const above = aboveOf(tx, organization).find(([upper]) => upper === trunk);
  return above === undefined || above[1] === null ? [] : [...above[6], organization];
}

/** The Links of that line, from the top. */
export const lineOf = (
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): (readonly [upper: OrganizationId, lower: OrganizationId])[] =>
  lineTo(tx, trunk, organization).map((lower, i, line) => [line[i - 1] ?? trunk, lower]);

/**
 * What tells an organization that is below a Trunk, or above it, from the same one come anew, on the other
 * side for instance: twice its ticket, and one more below or two more above; 0 of the Trunk itself, `null` of
 * others.
 */
export function ticketWith(
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): number | null {
  if (organization === trunk) return 0;
  const below = aboveOf(tx, organization).find(([upper]) => upper === trunk);
  if (below !== undefined) return 2 * below[5] + 1;
  const above = aboveOf(tx, trunk).find(([upper]) => upper === organization);
  return above === undefined ? null : 2 * above[5] + 2;
}

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
      applies(tx, trunk, organization) ||
      read(tx, "trunk-invitee", trunk, organization) !== null),
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
    return actsAsMainAdmin(tx, by, organization)
      ? null
      : refuse("MAIN_ADMIN_REQUIRED", { organization });
  },
);

/** Why an actor is refused what a Trunk's admins ask, if so: the Trunk unknown to them, or they none. */
export const trunkAskingRefusal = (tx: Reading, by: Actor, trunk: OrganizationId) =>
  trunkKnown(tx, by, trunk) ?? actorIsTrunkAdmin(tx, by, trunk);

/** The same of what they do. */
export const trunkAdminRefusal = (tx: Reading, by: Actor, trunk: OrganizationId, policy: Policy) =>
  trunkAskingRefusal(tx, by, trunk) ?? mainAdminActsInHierarchy(tx, by, trunk, policy);

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

/** SHARE-02, DIST-02, SEAT-03: the organization is one that the Trunk reaches, at whatever level. */
export const organizationIsReached = guard(
  ["SHARE-02", "DIST-02", "SEAT-03"],
  (tx: Reading, trunk: OrganizationId, organization: OrganizationId) =>
    reaches(tx, trunk, organization) ? null : refuse("NOT_LINKED", { trunk, organization }),
);

/** HIER-09: not even its Trunk's admins touch what is a Branch's own. */
const branchIsOwnConcern = guard(
  "HIER-09",
  (tx: Reading, by: Actor, trunk: OrganizationId, organization: OrganizationId) => {
    const own = "organization" in by && by.organization === organization;
    return !own && actsInHierarchy(tx, by, trunk) && reaches(tx, trunk, organization)
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
