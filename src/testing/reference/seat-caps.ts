/** Who holds seats in the Hierarchy unit, and the numbers set for Branches (SEAT-04). */
import type { OrganizationId } from "../../core/ids.ts";
import { reachedAs } from "./hierarchy.ts";
import { naturalOf } from "./natural.ts";
import { grantsOf } from "./pools.ts";
import type { State } from "./state.ts";
import type { Account } from "./state-areas.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";

/** The grants in a Trunk's Hierarchy unit, in order of granting. */
export function seatsOf(state: State, trunk: OrganizationId): Account[] {
  return grantsOf(state, trunk).filter((each) => trunkOfUnit(each.unit) === trunk);
}

/** The direct Branch under which an organization stands, by its line. */
export function branchOver(
  state: State,
  trunk: OrganizationId,
  organization: OrganizationId,
): OrganizationId | undefined {
  return reachedAs(state, trunk, organization)?.line[0]?.organization;
}

/** How many persons a direct Branch, and what is below it, holds of some grants. */
export function heldUnder(
  state: State,
  trunk: OrganizationId,
  branch: OrganizationId,
  grants: readonly Account[],
): number {
  const own = grants.filter((each) => branchOver(state, trunk, each.organization) === branch);
  return new Set(own.map((each) => naturalOf(state, each))).size;
}

/** Whether some more grants would go beyond the number set for a Branch that they are under (SEAT-04). */
export function exceedsSeatCap(state: State, more: readonly Account[]): boolean {
  return state.seatCaps.some(({ trunk, organization, most }) => {
    const own = more.filter((each) => trunkOfUnit(each.unit) === trunk);
    const held = seatsOf(state, trunk);
    const after = heldUnder(state, trunk, organization, [...held, ...own]);
    return after > most && after > heldUnder(state, trunk, organization, held);
  });
}
