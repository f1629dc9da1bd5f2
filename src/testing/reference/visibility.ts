/** Who is on a Roster, and which organizations they see from there. */
import type { OrganizationId } from "../../core/ids.ts";
import { sorted } from "./canonical.ts";
import { findMember, membersOf } from "./lists.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import type { Space, State } from "./state.ts";
import type { Pair } from "./state-areas.ts";

/** Whether an organization's people see somebody of the Space: whom they see anyhow, and the Host's counterparts for them (PARTNER-03). */
export function seesIn(state: State, space: Space, viewer: OrganizationId, target: Pair): boolean {
  const own = findMember(state, space, viewer);
  return (
    visibleTo(state, space, viewer).includes(target.organization) ||
    own?.counterparts.host.some((each) => isPair(each, target)) === true
  );
}

/** Whether an identity is on the Roster of a Space. */
export function isRostered(state: State, space: Space, identity: Pair): boolean {
  return presenceOf(state, space).present.some((each) => isPair(each, identity));
}

/** The organizations of a Space that one organization's people see there (VIS). */
export function visibleTo(state: State, space: Space, viewer: OrganizationId): OrganizationId[] {
  const member = findMember(state, space, viewer);
  const everybody = [space.host, ...membersOf(state, space).map((each) => each.organization)];
  if (member === undefined || member.visibility.kind === "all") return sorted(everybody);
  const { visibility } = member;
  return sorted([viewer, ...(visibility.kind === "listed" ? visibility.organizations : [])]);
}
