/** Who may ask for what. */
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { findMember, findSpace, isLive } from "./lists.ts";
import { inService, isSuspended } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import type { Space, State, World } from "./state.ts";

/** What an act is about: Spaces, hierarchies, or the organization's own matters, for which either will do (28.21). */
export type Matter = "space" | "hierarchy" | "own";

/** Whether a person is a main admin, or a sub-admin with the permission for it (ADMIN-01, HIER-08). */
export function isAuthorized(
  state: State,
  organization: OrganizationId,
  person: PersonId,
  matter: Matter = "space",
): boolean {
  const admin = inService(state, organization, person)?.admin ?? null;
  if (admin === null) return false;
  if (admin.role === "main") return true;
  const ofHierarchies = admin.hierarchyPermission === true;
  return (matter !== "hierarchy" && admin.spacePermission) || (matter !== "space" && ofHierarchies);
}

/** Nothing is done for somebody suspended, nor answered (DIR-17). */
export function suspendedCodes(state: State, by: Actor | undefined): RefusalCode[] {
  return by !== undefined && "person" in by && isSuspended(state, by) ? ["ACTOR_SUSPENDED"] : [];
}

/** Whether an actor is an authorized admin of an organization. */
export function actsFor(
  state: State,
  by: Actor,
  organization: OrganizationId,
  matter: Matter = "space",
): boolean {
  return (
    "person" in by &&
    by.organization === organization &&
    isAuthorized(state, organization, by.person, matter)
  );
}

/** Whether the strict policy keeps an authorized admin from acting for a Member (AMB-04). */
export function lacksMainRole({ state, policy }: World, by: Actor): boolean {
  if (policy.memberSideActor !== "main-admin-only" || !("person" in by)) return false;
  return inService(state, by.organization, by.person)?.admin?.role !== "main";
}

/**
 * Whether an organization may know that a Space exists: as Host, as Member, with a pending
 * application, or invited by name with an invitation that is not revoked. One that names nobody shows
 * itself, in the application that names it.
 */
function seesSpace(state: State, organization: OrganizationId, space: Space): boolean {
  return (
    space.host === organization ||
    findMember(state, space, organization) !== undefined ||
    state.invitations.some(
      (each) =>
        each.space === space.id &&
        (each.invited === organization || each.for?.includes(organization) === true) &&
        !each.revoked,
    ) ||
    state.applications.some(
      (each) =>
        each.space === space.id && each.organization === organization && each.status === "pending",
    )
  );
}

/** What a command is about: a Space or an organization. */
export interface Roots {
  readonly space?: SpaceId;
  readonly organization?: OrganizationId;
  /** Support staff know every Space that is not dissolved. */
  readonly forSupport?: boolean;
}

/**
 * Class 1: what the command is about, and the organization that asks, must be known. Which other
 * organizations there are only support staff are told.
 */
export function unknownRoots({ state }: World, by: Actor, roots: Roots): RefusalCode[] {
  const { organization, forSupport = false } = roots;
  const space = roots.space === undefined ? undefined : findSpace(state, roots.space);
  const seen =
    space !== undefined && ("person" in by ? seesSpace(state, by.organization, space) : forSupport);
  const known = organization === undefined || "person" in by || isLive(state, organization);
  return whichApply([
    ["UNKNOWN_ORGANIZATION", !known || ("person" in by && !isLive(state, by.organization))],
    ["UNKNOWN_SPACE", roots.space !== undefined && !seen],
  ]);
}

/**
 * Commands that only the Host's authorized admins may give. They are about the Space: whether some
 * organization that they name exists at all is nobody's business there.
 */
export function spaceAdmin(
  world: World,
  by: Actor,
  about: { readonly space: SpaceId },
): RefusalCode[] {
  const space = findSpace(world.state, about.space);
  return whichApplyTo(unknownRoots(world, by, { space: about.space }), [
    ["NOT_SPACE_ADMIN", space !== undefined && !actsFor(world.state, by, space.host)],
  ]);
}

/** Commands about an organization's own matters that only its own authorized admins may give. */
export function organizationAdmin(
  world: World,
  by: Actor,
  organization: OrganizationId,
): RefusalCode[] {
  return whichApplyTo(unknownRoots(world, by, {}), [
    ["NOT_AUTHORIZED_ADMIN", !actsFor(world.state, by, organization, "own")],
  ]);
}
