/** Organizations whose admins can act, and those that have none (ADMIN-06). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Notice } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { isAuthorized, organizationAdmin, unknownRoots } from "./authority.ts";
import { parkedAt } from "./facts-areas.ts";
import { inertEntries } from "./inert.ts";
import { findOrganization, hostedBy, isLive, joinedBy } from "./lists.ts";
import { serving } from "./people.ts";
import type { State, World } from "./state.ts";
import { type WorkWaiting, withFurther, withoutAdminsNotice, workNotice } from "./vocabulary.ts";

/** The authorized admins who are not suspended, in order of hires; the whole organization may be. */
function ableAdmins(state: State, organization: OrganizationId): PersonId[] {
  return serving(state, organization)
    .filter(({ person, suspended }) => isAuthorized(state, organization, person) && !suspended)
    .map(({ person }) => person);
}

/** Whether nobody can act for an organization: it is suspended as a whole, or has no able admin. */
export function hasNobody(state: State, organization: OrganizationId): boolean {
  const isSuspended = findOrganization(state, organization)?.suspended === true;
  return isSuspended || ableAdmins(state, organization).length === 0;
}

/**
 * Whether tasks parked for an organization are open to the Space's admins (HAND-08). They wait while
 * the whole organization is suspended: nobody there could act (DIR-18).
 */
export function opensToHost({ state, policy }: World, organization: OrganizationId): boolean {
  if (withFurther(policy).withoutAdmins === "off" || !isLive(state, organization)) return false;
  if (findOrganization(state, organization)?.suspended === true) return false;
  return ableAdmins(state, organization).length === 0;
}

/** Held lists are for an organization's own admins; where none is able, for support (DIR-07). */
export function listAdmin(world: World, by: Actor, organization: OrganizationId): RefusalCode[] {
  if ("person" in by || withFurther(world.policy).withoutAdmins === "off") {
    return organizationAdmin(world, by, organization);
  }
  const codes = unknownRoots(world, by, { organization });
  return hasNobody(world.state, organization) ? codes : [...codes, "NOT_AUTHORIZED_ADMIN"];
}

/** Who is able in each organization, to be looked back at after a step. */
export type Able = readonly {
  readonly organization: OrganizationId;
  readonly people: readonly PersonId[];
}[];

/** Who is able now in each organization that has not ended. */
export function ableNow({ state }: World): Able {
  return state.organizations
    .filter(({ ended }) => !ended)
    .map(({ id: organization }) => ({ organization, people: ableAdmins(state, organization) }));
}

function workWaiting(world: World, organization: OrganizationId, at: number): WorkWaiting {
  const { state } = world;
  const spaces = hostedBy(state, organization).map(({ id }) => id);
  const inert = inertEntries(world, at).filter(({ owner }) => owner === organization);
  return {
    tasks: parkedAt(state, organization).length,
    lists: [...state.held, ...state.fullLists.filter(({ status }) => status === "held")].filter(
      (each) => each.organization === organization,
    ).length,
    applications: state.applications.filter(
      ({ status, space }) => status === "pending" && spaces.includes(space),
    ).length,
    settings: new Set(inert.map(({ setting }) => setting)).size,
  };
}

/** What is told of organizations that lost their last able admin, or have one again. */
export function adminNotices(world: World, before: Able, at: number): Notice[] {
  if (withFurther(world.policy).withoutAdmins === "off") return [];
  return ableNow(world).flatMap(({ organization, people }) => {
    const were = before.find((each) => each.organization === organization)?.people ?? [];
    if (people.length === 0 && were.length > 0) {
      const spaces = joinedBy(world.state, organization).map(({ id }) => id);
      return [withoutAdminsNotice(spaces, organization)];
    }
    if (people.length === 0 || were.length > 0) return [];
    const counts = workWaiting(world, organization, at);
    const isNothing = Object.values(counts).every((each) => each === 0);
    return isNothing ? [] : [workNotice(organization, people, counts)];
  });
}
