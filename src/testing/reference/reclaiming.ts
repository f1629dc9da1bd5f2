/** Which accounts to take back where more are held than there are licenses (LIC-20). */
import type { OrganizationId } from "../../core/ids.ts";
import { naturalOf } from "./natural.ts";
import { grantsOf, usedBy } from "./pools.ts";
import { branchOver, heldUnder, seatsOf } from "./seat-caps.ts";
import type { World } from "./state.ts";
import type { Account } from "./state-areas.ts";
import { limitOf, usedIn } from "./unit-limits.ts";
import { isSameUnit } from "./units.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";

/** Whether more persons hold grants in the unit of an account, or under its Branch, than may. */
function isOverLimit({ state }: World, host: OrganizationId, { unit, organization }: Account) {
  const limit = limitOf(state, unit);
  if (limit !== null && usedIn(state, host, unit) > limit) return true;
  const trunk = trunkOfUnit(unit);
  if (trunk === null) return false;
  const branch = branchOver(state, trunk, organization);
  return state.seatCaps.some(
    (each) =>
      each.trunk === trunk &&
      each.organization === branch &&
      heldUnder(state, trunk, branch, seatsOf(state, trunk)) > each.most,
  );
}

/** The accounts held in a pool, in the order in which they would be taken back. */
function inOrder(world: World, host: OrganizationId): Account[] {
  const latest = [...grantsOf(world.state, host)].reverse();
  const isFirst = (each: Account): boolean => {
    if (world.policy.reclaimOrder === "downstream-first") return each.unit.kind !== "host";
    return world.policy.reclaimOrder === "over-limit-first" && isOverLimit(world, host, each);
  };
  return [...latest.filter(isFirst), ...latest.filter((each) => !isFirst(each))];
}

/** Whether two accounts take one license together. */
function isOne({ state, policy }: World, one: Account, other: Account): boolean {
  if (naturalOf(state, one) !== naturalOf(state, other)) return false;
  return policy.licenseCounting === "distinct-person" || isSameUnit(one.unit, other.unit);
}

/** The accounts to take back so that no more licenses are used than a number. */
export function reclaimed(world: World, host: OrganizationId, purchased: number): Account[] {
  const all = inOrder(world, host);
  const need = Math.max(0, usedBy(world, host) - purchased);
  // A license is free with the last of the accounts that take it.
  const last = all.filter(
    (each, place) => !all.slice(place + 1).some((later) => isOne(world, each, later)),
  );
  const meant = last.slice(0, need);
  return all.filter((each) => meant.some((one) => isOne(world, each, one)));
}
