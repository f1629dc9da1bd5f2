/** Members that a Host has suspended: nobody of them acts in the Space, or is met there by others (EXIT-08). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { whichApply } from "./rank.ts";
import type { State } from "./state.ts";

type Members = Pick<State, "associations">;

/** Whether an organization is a Member of a Space that is suspended there; in no Space nobody is. */
export function isSuspendedIn(
  { associations }: Members,
  space: SpaceId | null,
  organization: OrganizationId,
): boolean {
  return associations.some(
    (each) => each.space === space && each.organization === organization && each.suspended,
  );
}

/** What keeps whoever acts or asks in the name of such a Member from it, on the Roster or not. */
export function memberGate(
  state: Members,
  space: SpaceId | null,
  organization: OrganizationId,
): RefusalCode[] {
  return whichApply([["MEMBER_SUSPENDED", isSuspendedIn(state, space, organization)]]);
}

/** Those of whom others may know in a Space. */
export function notSuspended<Each extends { readonly organization: OrganizationId }>(
  state: Members,
  space: SpaceId,
  people: readonly Each[],
): Each[] {
  return people.filter(({ organization }) => !isSuspendedIn(state, space, organization));
}
