/** Who acts for a Trunk, who for a Branch, and who may know of a Trunk at all (HIER-08, HIER-09). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { actsFor } from "./authority.ts";
import { findLink, reaches } from "./hierarchy.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { isLive } from "./lists.ts";
import { inService } from "./people.ts";
import type { State, World } from "./state.ts";
import { type LinkNamed, whichHold } from "./vocabulary-hierarchy.ts";

/** Whether an actor is a Hierarchy admin of an organization. */
export function actsForHierarchy(state: State, by: Actor, organization: OrganizationId): boolean {
  return actsFor(state, by, organization, "hierarchy");
}

/** Whether the strict policy keeps a Hierarchy admin from acting (AMB-48). */
export function lacksMainForHierarchy({ state, policy }: World, by: Actor): boolean {
  if (hierarchyPolicy(policy).hierarchyActor !== "main-admin-only") return false;
  return lacksMain(state, by);
}

/** Whether an actor is no main admin. */
export function lacksMain(state: State, by: Actor): boolean {
  if (!("person" in by)) return false;
  return inService(state, by.organization, by.person)?.admin?.role !== "main";
}

/**
 * Whether an organization may know of a Trunk: itself, whom it reaches, who has applied, who is invited by
 * name with an invitation that is not revoked (28.10). Who reaches the Trunk sees it anyhow, and is told that
 * its Links are not theirs (HIER-09).
 */
function isAcquainted(state: State, organization: OrganizationId, trunk: OrganizationId): boolean {
  return (
    organization === trunk ||
    reaches(state, trunk, organization) ||
    reaches(state, organization, trunk) ||
    state.trunkInvitations.some(
      (each) => each.trunk === trunk && each.for?.includes(organization) === true && !each.revoked,
    ) ||
    state.trunkApplications.some(
      (each) =>
        each.trunk === trunk && each.organization === organization && each.status === "pending",
    )
  );
}

/** Class 1: the organization that asks and the Trunk that is named must be known. */
export function unknownTrunk(
  { state }: World,
  by: Actor,
  trunk: OrganizationId | null,
): RefusalCode[] {
  const known =
    trunk === null ||
    ("person" in by && isLive(state, trunk) && isAcquainted(state, by.organization, trunk));
  return whichHold([
    ["UNKNOWN_ORGANIZATION", "person" in by && !isLive(state, by.organization)],
    ["UNKNOWN_TRUNK", !known],
  ]);
}

/** Commands that only the Trunk's Hierarchy admins may give. */
export function trunkAdmin(world: World, by: Actor, trunk: OrganizationId): RefusalCode[] {
  const codes = unknownTrunk(world, by, trunk);
  const own = actsForHierarchy(world.state, by, trunk);
  return [
    ...codes,
    ...whichHold([
      ["NOT_TRUNK_ADMIN", !own],
      ["MAIN_ADMIN_REQUIRED", own && lacksMainForHierarchy(world, by)],
    ]),
  ];
}

/** Questions that only the Trunk's Hierarchy admins may ask. */
export function trunkViewer(world: World, by: Actor, trunk: OrganizationId): RefusalCode[] {
  return [
    ...unknownTrunk(world, by, trunk),
    ...whichHold([["NOT_TRUNK_ADMIN", !actsForHierarchy(world.state, by, trunk)]]),
  ];
}

/** Commands of the Trunk about one of its Links. */
export function trunkOfLink(world: World, by: Actor, named: LinkNamed): RefusalCode[] {
  return [
    ...trunkAdmin(world, by, named.trunk),
    ...whichHold([["NOT_LINKED", findLink(world.state, named) === undefined]]),
  ];
}

/** Commands about a Branch's own part: the Trunk's admins learn that it is not theirs (HIER-09). */
export function branchAdmin(world: World, by: Actor, named: LinkNamed): RefusalCode[] {
  const { state } = world;
  const codes = unknownTrunk(world, by, named.trunk);
  if (codes.length > 0) return codes;
  const linked = findLink(state, named) !== undefined;
  const own = actsForHierarchy(state, by, named.organization);
  const manages =
    reaches(state, named.trunk, named.organization) && actsForHierarchy(state, by, named.trunk);
  return whichHold([
    ["NOT_AUTHORIZED_ADMIN", !own && !manages],
    ["MAIN_ADMIN_REQUIRED", own && lacksMainForHierarchy(world, by)],
    ["BRANCH_NOT_MANAGEABLE", manages],
    ["NOT_LINKED", !linked],
  ]);
}
