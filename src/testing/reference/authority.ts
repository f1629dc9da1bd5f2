/** Who may ask for what, and which refusal comes first. */
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { findMember, findSpace, isLive } from "./lists.ts";
import { latest } from "./people.ts";
import type { Employment, Space, State, World } from "./state.ts";

/** Rulebook 27.1, without the codes of areas that are not modeled here. */
const rank: readonly RefusalCode[] = [
  "MALFORMED",
  "INPUT_ID_REUSED",
  "UNKNOWN_ORGANIZATION",
  "UNKNOWN_SPACE",
  "SOURCE_NOT_RESPONSIBLE",
  "NOT_AUTHORIZED_ADMIN",
  "MAIN_ADMIN_REQUIRED",
  "NOT_SPACE_ADMIN",
  "MEMBER_ROSTER_NOT_MANAGEABLE",
  "WHOLE_ORG_EXIT_HOST_ONLY",
  "QUOTA_EXPANSION_NOT_AUTHORIZED",
  "APPLICATION_REQUIRED",
  "INVITATION_NOT_VALID",
  "UNKNOWN_PERSON",
  "UNKNOWN_DEPARTMENT",
  "UNKNOWN_FOLDER",
  "UNKNOWN_APPLICATION",
  "HOST_NOT_CERTIFIED",
  "MEMBER_NOT_CERTIFIED",
  "EDITION_NOT_SUPPORTED",
  "SSO_NOT_SUPPORTED",
  "BATCH_INVITE_NOT_ENABLED",
  "ID_TAKEN",
  "HOST_CANNOT_JOIN_OWN_SPACE",
  "ALREADY_MEMBER",
  "APPLICATION_ALREADY_PENDING",
  "APPLICATION_NOT_PENDING",
  "NOT_A_MEMBER",
  "FOLDER_CYCLE",
  "FOLDER_NOT_EMPTY",
  "QUOTA_NOT_INCREASED",
  "NOT_IN_SPACE",
  "NOT_VISIBLE",
  "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  "JOIN_LIMIT_EXCEEDED",
  "MEMBER_ORG_LIMIT_EXCEEDED",
  "SPACE_QUOTA_EXCEEDED",
  "PERSON_CAP_EXCEEDED",
];

/** The code reported when several apply, or `undefined` if none does. */
export function firstInRank(codes: readonly RefusalCode[]): RefusalCode | undefined {
  return rank.find((code) => codes.includes(code));
}

/** The codes whose condition holds. */
export function whichApply(checks: readonly (readonly [RefusalCode, boolean])[]): RefusalCode[] {
  return checks.flatMap(([code, applies]) => (applies ? [code] : []));
}

function inService(
  state: State,
  organization: OrganizationId,
  person: PersonId,
): Employment | undefined {
  const employment = latest(state, organization, person);
  return employment?.inService === true && isLive(state, organization) ? employment : undefined;
}

/** Whether a person is a main admin, or a sub-admin with the Space permission (ADMIN-01). */
function isAuthorized(state: State, organization: OrganizationId, person: PersonId): boolean {
  const admin = inService(state, organization, person)?.admin ?? null;
  return admin !== null && (admin.role === "main" || admin.spacePermission);
}

/** Whether an actor is an authorized admin of an organization. */
export function actsFor(state: State, by: Actor, organization: OrganizationId): boolean {
  return (
    "person" in by &&
    by.organization === organization &&
    isAuthorized(state, organization, by.person)
  );
}

/** Whether the strict policy keeps an authorized admin from acting for a Member (AMB-04). */
export function lacksMainRole({ state, policy }: World, by: Actor): boolean {
  if (policy.memberSideActor !== "main-admin-only" || !("person" in by)) return false;
  return inService(state, by.organization, by.person)?.admin?.role !== "main";
}

/**
 * Whether an organization may know that a Space exists: as Host, as Member, or with a pending
 * application. An invitation shows itself, in the application that names it.
 */
function seesSpace(state: State, organization: OrganizationId, space: Space): boolean {
  return (
    space.host === organization ||
    findMember(state, space, organization) !== undefined ||
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

/** Class 1: what the command is about, and the organization that asks, must be known. */
export function unknownRoots({ state }: World, by: Actor, roots: Roots): RefusalCode[] {
  const { organization, forSupport = false } = roots;
  const space = roots.space === undefined ? undefined : findSpace(state, roots.space);
  const seen =
    space !== undefined && ("person" in by ? seesSpace(state, by.organization, space) : forSupport);
  const known = organization === undefined || isLive(state, organization);
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

/** Commands that only an organization's own authorized admins may give. */
export function organizationAdmin(
  world: World,
  by: Actor,
  organization: OrganizationId,
): RefusalCode[] {
  return whichApplyTo(unknownRoots(world, by, { organization }), [
    ["NOT_AUTHORIZED_ADMIN", !actsFor(world.state, by, organization)],
  ]);
}

/** Earlier codes and the codes whose condition holds. */
export function whichApplyTo(
  earlier: readonly RefusalCode[],
  checks: readonly (readonly [RefusalCode, boolean])[],
): RefusalCode[] {
  return [...earlier, ...whichApply(checks)];
}
