/** Limits of whole units, and what a Host keeps for its own (LIC-19). */
import type { OrganizationId } from "../../core/ids.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import { naturalOf } from "./natural.ts";
import { grantsOf, poolFor, purchasedBy, usedBy } from "./pools.ts";
import type { State, World } from "./state.ts";
import type { Account } from "./state-areas.ts";
import { isSameUnit, unitOf } from "./units.ts";

/** How many persons hold some grants of one unit. */
function personsIn(state: State, unit: LicenseUnit, grants: readonly Account[]): number {
  const own = grants.filter((each) => isSameUnit(each.unit, unit));
  return new Set(own.map((each) => naturalOf(state, each))).size;
}

/** How many persons hold grants in a unit. */
export function usedIn(state: State, host: OrganizationId, unit: LicenseUnit): number {
  return personsIn(state, unit, grantsOf(state, host));
}

/** The number set for a unit, if there is one. */
export function limitOf({ limits }: State, unit: LicenseUnit): number | null {
  return limits.find((each) => isSameUnit(each.unit, unit))?.most ?? null;
}

/** Sets the number of a unit, or does away with it. */
export function setLimit(
  state: State,
  host: OrganizationId,
  unit: LicenseUnit,
  most: number | null,
): void {
  const others = state.limits.filter((each) => !isSameUnit(each.unit, unit));
  state.limits = most === null ? others : [...others, { host, unit: unitOf(unit), most }];
}

/** Whether some more grants would take a unit beyond its number; those that add nobody never do. */
export function exceedsLimit(state: State, more: readonly Account[]): boolean {
  return state.limits.some(({ host, unit, most }) => {
    const held = grantsOf(state, host);
    const after = personsIn(state, unit, [...held, ...more]);
    return after > most && after > personsIn(state, unit, held);
  });
}

/** What a Host keeps for its own unit. */
export function reservedBy({ pools }: State, host: OrganizationId): number {
  return pools.find((each) => each.host === host)?.reserved ?? 0;
}

/** Sets that. */
export function reserve(state: State, host: OrganizationId, reserved: number): void {
  if (reserved !== reservedBy(state, host)) poolFor(state, host).reserved = reserved;
}

/** What of it the Host's own unit does not use. */
export function unusedReserve(state: State, host: OrganizationId): number {
  const own = usedIn(state, host, { kind: "host", organization: host });
  return Math.max(0, reservedBy(state, host) - own);
}

/** Whether some more grants in one unit would eat into that; those that take no license never do. */
export function eatsReserve(
  world: World,
  host: OrganizationId,
  unit: LicenseUnit,
  more: readonly Account[],
): boolean {
  if (unit.kind === "host") return false;
  const { state } = world;
  const after = usedBy(world, host, more);
  return (
    after > usedBy(world, host) && after + unusedReserve(state, host) > purchasedBy(state, host)
  );
}
