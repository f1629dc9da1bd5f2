/** License pools: what is bought and used, and who may hold a grant in which unit. */

import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { LicensesFacts, LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import { upward } from "./departments.ts";
import { findInBook } from "./hierarchy-people.ts";
import { findMember, findSpace } from "./lists.ts";
import { naturalOf } from "./natural.ts";
import { pass } from "./passing.ts";
import { inService, isNews } from "./people.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import type { Identity, State, World } from "./state.ts";
import type { Account, Pair } from "./state-areas.ts";
import { isSameUnit } from "./units.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";

/** Whether a unit is the Host's own, or linked to its pool. */
export function isLinked({ links }: State, unit: LicenseUnit): boolean {
  if (trunkOfUnit(unit) !== null) return true;
  return unit.kind === "host" || links.some((each) => isSameUnit(each.unit, unit));
}

/** Whether an organization's people count in a linked unit: Members, in a Member unit that one. */
export function isOfUnit(state: State, unit: LinkedUnit, organization: OrganizationId): boolean {
  const space = findSpace(state, unit.space);
  return (
    space !== undefined &&
    findMember(state, space, organization) !== undefined &&
    (unit.kind === "space" || unit.organization === organization)
  );
}

/** The identities that may hold a grant in a unit (LIC-07), in the Roster's order. */
export function eligibleIn(state: State, unit: LinkedUnit): Identity[] {
  const space = findSpace(state, unit.space);
  if (space === undefined) return [];
  const { present } = presenceOf(state, space);
  return present.filter((each) => isOfUnit(state, unit, each.organization));
}

/** Whether an identity may hold a grant in a unit (LIC-07). */
export function isEligible(state: State, unit: LicenseUnit, identity: Pair): boolean {
  const trunk = trunkOfUnit(unit);
  if (trunk !== null) {
    // The Trunk's own people use the Host unit (SEAT-02).
    return identity.organization !== trunk && findInBook(state, trunk, identity) !== undefined;
  }
  if ("space" in unit) {
    return eligibleIn(state, unit).some((each) => isPair(each, identity));
  }
  const { organization, person } = identity;
  return organization === unit.organization && inService(state, organization, person) !== undefined;
}

/** Whether an identity is in a department selected for a unit, or below one (LIC-09). */
export function isSelected(
  state: State,
  unit: LinkedUnit,
  { organization, person }: Pair,
): boolean {
  const selected = state.selections
    .filter((each) => isSameUnit(each.unit, unit) && each.organization === organization)
    .map((each) => each.department);
  return isBelow(state, { organization, person }, selected);
}

/** Whether an identity is in one of some departments, or below one. */
export function isBelow(
  state: State,
  { organization, person }: Pair,
  departments: readonly DepartmentId[],
): boolean {
  const own = inService(state, organization, person)?.departments ?? [];
  return own.some((id) =>
    upward(state, organization, id).some((each) => departments.includes(each)),
  );
}

/** How many licenses grants take up: distinct persons, in each unit or in all (LIC-02, LIC-14). */
function licensesOf({ state, policy }: World, grants: readonly Account[]): number {
  const counted = grants.map((each) => {
    const natural = naturalOf(state, each);
    return policy.licenseCounting === "distinct-person"
      ? natural
      : JSON.stringify([each.unit, natural]);
  });
  return new Set(counted).size;
}

/** The grants in a Host's pool, in order of granting. */
export function grantsOf({ grants }: State, host: OrganizationId): Account[] {
  return grants.filter((each) => each.host === host);
}

/** What an organization has bought. */
export function purchasedBy({ pools }: State, host: OrganizationId): number {
  return pools.find((each) => each.host === host)?.purchased ?? 0;
}

/** How many licenses of a Host's pool would be used with some more grants. */
export function usedBy(world: World, host: OrganizationId, more: readonly Account[] = []): number {
  return licensesOf(world, [...grantsOf(world.state, host), ...more]);
}

/** What the alert compares (ALERT-02). */
export function comparedUse(world: World, host: OrganizationId): number {
  if (world.policy.alertBasis === "total") return usedBy(world, host);
  const linked = grantsOf(world.state, host).filter((each) => each.unit.kind !== "host");
  return licensesOf(world, linked);
}

/** Whether use has come to the threshold (ALERT-02). */
export function isHigh(world: World, host: OrganizationId): boolean {
  const purchased = purchasedBy(world.state, host);
  const threshold = purchased * (world.policy.alertThresholds[0] ?? 100);
  return purchased > 0 && comparedUse(world, host) * 100 >= threshold;
}

/** The pool of an organization, which is there as soon as anything is in it. */
export function poolFor(state: State, host: OrganizationId): State["pools"][number] {
  const known = state.pools.find((each) => each.host === host);
  if (known !== undefined) return known;
  const pool = { host, purchased: 0, revision: null, reserved: 0, until: null, reached: null };
  state.pools.push(pool);
  return pool;
}

/** Absorbs how many licenses an organization now has (LIC-16). */
export function purchase(world: World, fact: LicensesFacts["license.purchased"]): void {
  const { state } = world;
  const { organization: host, purchased, until = null, revision } = fact;
  const known = state.pools.find((each) => each.host === host);
  if (!isNews(known?.revision ?? null, revision)) {
    pass(world, { kind: "organization", id: host, reason: "older-revision" });
    return;
  }
  const isSame = purchased === (known?.purchased ?? 0) && until === (known?.until ?? null);
  if (isSame && revision === undefined) return;
  const pool = poolFor(state, host);
  pool.purchased = purchased;
  // Of another end the Host is told anew (LIC-20).
  if (until !== pool.until) pool.reached = null;
  pool.until = until;
  pool.revision = revision ?? pool.revision;
}

/** Ends a pool with everything in it. */
export function endPool(state: State, host: OrganizationId): void {
  const isOther = (each: { readonly host: OrganizationId }) => each.host !== host;
  state.pools = state.pools.filter(isOther);
  state.links = state.links.filter(isOther);
  state.limits = state.limits.filter(isOther);
  state.grants = state.grants.filter(isOther);
  state.deferred = state.deferred.filter(isOther);
  state.seatSelections = state.seatSelections.filter((each) => each.trunk !== host);
  state.selections = state.selections.filter(isOther);
}
