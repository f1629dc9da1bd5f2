/** Looking things up by walking the lists. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Association, Organization, Space, State } from "./state.ts";

/** An organization ever registered. */
export function findOrganization(state: State, id: OrganizationId): Organization | undefined {
  return state.organizations.find((organization) => organization.id === id);
}

/** Whether an organization is registered and has not ended. */
export function isLive(state: State, id: OrganizationId): boolean {
  return findOrganization(state, id)?.ended === false;
}

/** A Space that has not been dissolved. */
export function findSpace(state: State, id: SpaceId): Space | undefined {
  return state.spaces.find((space) => space.id === id && !space.dissolved);
}

/** A Member's Association, not the Host's own part. */
export function findMember(
  state: State,
  space: Space,
  organization: OrganizationId,
): Association | undefined {
  return membersOf(state, space).find((member) => member.organization === organization);
}

/** The Members of a Space in order of joining. */
export function membersOf(state: State, space: Space): Association[] {
  return state.associations.filter(
    (association) => association.space === space.id && association.organization !== space.host,
  );
}

/** The Spaces an organization is a Member of. */
export function joinedBy(state: State, organization: OrganizationId): Space[] {
  return state.spaces.filter(
    (space) => !space.dissolved && findMember(state, space, organization) !== undefined,
  );
}

/** The live Spaces an organization hosts. */
export function hostedBy(state: State, organization: OrganizationId): Space[] {
  return state.spaces.filter((space) => !space.dissolved && space.host === organization);
}
