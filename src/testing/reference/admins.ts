/** Organizations whose admins can act, and those that have none (ADMIN-06). */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Notice, Recipient, WaitingWork } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { isAuthorized, type Matter, organizationAdmin, unknownRoots } from "./authority.ts";
import { parkedAt } from "./facts-areas.ts";
import { heldFacts } from "./held.ts";
import { trunksOf } from "./hierarchy.ts";
import { hierarchyAdmins } from "./hierarchy-recipients.ts";
import { inertOf } from "./inert.ts";
import { linksOf } from "./linking.ts";
import { findOrganization, hostedBy, isLive, joinedBy } from "./lists.ts";
import { serving } from "./people.ts";
import type { State, World } from "./state.ts";

/** The authorized admins who are not suspended, in order of hires; the whole organization may be. */
function ableAdmins(state: State, organization: OrganizationId, matter: Matter): PersonId[] {
  return serving(state, organization)
    .filter(
      ({ person, suspended }) => isAuthorized(state, organization, person, matter) && !suspended,
    )
    .map(({ person }) => person);
}

/** Whether nobody can act for an organization: it is suspended as a whole, or has no able admin. */
export function hasNobody(state: State, organization: OrganizationId): boolean {
  const isSuspended = findOrganization(state, organization)?.suspended === true;
  return isSuspended || ableAdmins(state, organization, "own").length === 0;
}

/**
 * Whether tasks parked for an organization are open to the admins of the Space, or of the Trunk (HAND-08). They
 * wait while the whole organization is suspended: nobody there could act (DIR-18).
 */
export function opensToHost(
  { state }: World,
  organization: OrganizationId,
  matter: Matter,
): boolean {
  if (!isLive(state, organization)) return false;
  if (findOrganization(state, organization)?.suspended === true) return false;
  return ableAdmins(state, organization, matter).length === 0;
}

/** Held lists are for an organization's own admins; where none is able, for support (DIR-07). */
export function listAdmin(world: World, by: Actor, organization: OrganizationId): RefusalCode[] {
  if ("person" in by) return organizationAdmin(world, by, organization);
  const codes = unknownRoots(world, by, { organization });
  return hasNobody(world.state, organization) ? codes : [...codes, "NOT_AUTHORIZED_ADMIN"];
}

/** Who is able in each organization, for what, to be looked back at after a step. */
export type Able = readonly ({ readonly organization: OrganizationId } & {
  readonly [M in Matter]: readonly PersonId[];
})[];

/** Who is able now in each organization that has not ended. */
export function ableNow({ state }: World): Able {
  return state.organizations
    .filter(({ ended }) => !ended)
    .map(({ id: organization }) => ({
      organization,
      own: ableAdmins(state, organization, "own"),
      space: ableAdmins(state, organization, "space"),
      hierarchy: ableAdmins(state, organization, "hierarchy"),
    }));
}

function workWaiting(world: World, organization: OrganizationId): WaitingWork {
  const { state } = world;
  const settings = new Set(inertOf(world, organization).map(({ setting }) => setting)).size;
  const spaces = hostedBy(state, organization).map(({ id }) => id);
  return {
    tasks: parkedAt(state, organization).length,
    lists:
      state.fullLists.filter((each) => each.organization === organization && each.status === "held")
        .length + heldFacts(state, organization),
    applications:
      state.applications.filter(
        ({ status, space }) => status === "pending" && spaces.includes(space),
      ).length +
      state.trunkApplications.filter(
        ({ status, trunk }) => status === "pending" && trunk === organization,
      ).length,
    ...(settings === 0 ? {} : { settings }),
  };
}

/** Whom it concerns that an organization has lost the last admin able for something; nobody if it has not. */
function concerned({ state }: World, known: Able[number], now: Able[number]): readonly Recipient[] {
  const { organization } = now;
  const hasLost = (matter: Matter) => known[matter].length > 0 && now[matter].length === 0;
  const spaces = joinedBy(state, organization).map(({ id }) => id);
  const isInSpaces = spaces.length > 0 || hostedBy(state, organization).length > 0;
  const isInLinks = linksOf(state, organization).length > 0;
  const ofSpaces = hasLost("own") || (hasLost("space") && isInSpaces);
  const ofLinks = hasLost("own") || (hasLost("hierarchy") && isInLinks);
  if (!ofSpaces && !ofLinks) return [];
  return [
    ...(ofSpaces ? spaces.map((space): Recipient => ({ kind: "space-admins", space })) : []),
    ...(ofLinks ? trunksOf(state, organization).map(({ trunk }) => hierarchyAdmins(trunk)) : []),
    { kind: "platform" },
  ];
}

/** What is told of organizations that lost their last able admin, or have one again. */
export function adminNotices(world: World, before: Able): Notice[] {
  return ableNow(world).flatMap((now): Notice[] => {
    const { organization, own: people } = now;
    const known = before.find((each) => each.organization === organization);
    // An organization that exists again had its admins throughout, and these are told of that (DIR-19).
    if (known === undefined) return [];
    const were = known.own;
    const to = concerned(world, known, now);
    if (to.length > 0) return [{ kind: "ORGANIZATION_WITHOUT_ADMINS", to, data: { organization } }];
    if (people.length === 0 || were.length > 0) return [];
    const counts = workWaiting(world, organization);
    const isNothing = Object.values(counts).every((each) => each === 0);
    const told = people.map((person): Recipient => ({ kind: "person", organization, person }));
    return isNothing
      ? []
      : [{ kind: "ADMIN_WORK_WAITING", to: told, data: { organization, counts } }];
  });
}
