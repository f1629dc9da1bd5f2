/** License pools: what is used, who may hold a grant, and what follows when people come and go. */
import type { DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { LicensesFacts, LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import { upward } from "./departments.ts";
import { findMember, findSpace } from "./lists.ts";
import { inService, isNews } from "./people.ts";
import { presenceOf } from "./roster.ts";
import { isPair } from "./settings.ts";
import type { Identity, State, World } from "./state.ts";
import type { Account, Pair } from "./state-areas.ts";

/** A unit written in one way, so that two that mean the same are written alike. */
export function unitOf<Unit extends LicenseUnit>(unit: Unit): Unit;
export function unitOf(unit: LicenseUnit): LicenseUnit {
  const { kind } = unit;
  if (kind === "host") return { kind, organization: unit.organization };
  if (kind === "space") return { kind, space: unit.space };
  return { kind, space: unit.space, organization: unit.organization };
}

/** Whether two mean the same unit. */
export function isSameUnit(left: LicenseUnit, right: LicenseUnit): boolean {
  return JSON.stringify(unitOf(left)) === JSON.stringify(unitOf(right));
}

/** Whether a unit is the Host's own, or linked to its pool. */
export function isLinked({ links }: State, unit: LicenseUnit): boolean {
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
  if (unit.kind !== "host") {
    return eligibleIn(state, unit).some((each) => isPair(each, identity));
  }
  const { organization, person } = identity;
  return organization === unit.organization && inService(state, organization, person) !== undefined;
}

/** Whether an identity is in a department selected for a unit, or below one (LIC-09). */
function isSelected(state: State, unit: LinkedUnit, { organization, person }: Pair): boolean {
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
function licensesOf({ policy }: World, grants: readonly Account[]): number {
  const counted = grants.map(({ unit, person }) =>
    policy.licenseCounting === "distinct-person" ? person : JSON.stringify([unit, person]),
  );
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
  const threshold = purchased * world.policy.alertThresholdPercent;
  return purchased > 0 && comparedUse(world, host) * 100 >= threshold;
}

/** Absorbs how many licenses an organization now has (LIC-16). */
export function purchase(state: State, fact: LicensesFacts["license.purchased"]): void {
  const { organization: host, purchased, revision } = fact;
  const known = state.pools.find((each) => each.host === host);
  const pool = known ?? { host, purchased: 0, revision: null };
  if (!isNews(pool.revision, revision)) return;
  if (known === undefined) state.pools.push(pool);
  pool.purchased = purchased;
  pool.revision = revision ?? pool.revision;
}

/** Ends a pool with everything in it. */
export function endPool(state: State, host: OrganizationId): void {
  const isOther = (each: { readonly host: OrganizationId }) => each.host !== host;
  state.pools = state.pools.filter(isOther);
  state.links = state.links.filter(isOther);
  state.grants = state.grants.filter(isOther);
  state.deferred = state.deferred.filter(isOther);
  state.selections = state.selections.filter(isOther);
}

/** Who would get a license automatically: on a Roster, and in a department selected for a unit. */
export function automaticAccounts({ state }: World): Account[] {
  return state.spaces.flatMap((space) => {
    const links = state.links.filter(({ unit }) => unit.space === space.id);
    if (links.length === 0) return [];
    return presenceOf(state, space).present.flatMap((identity) =>
      links
        .filter(({ unit }) => isOfUnit(state, unit, identity.organization))
        .filter(({ unit }) => isSelected(state, unit, identity))
        .map(({ host, unit }): Account => ({ host, unit, ...identity })),
    );
  });
}

/** Whether two mean the same account. */
export function isSameAccount(left: Account, right: Account): boolean {
  return isPair(left, right) && left.number === right.number && isSameUnit(left.unit, right.unit);
}

function hasAccount(accounts: readonly Account[], account: Account): boolean {
  return accounts.some((each) => isSameAccount(each, account));
}

/** Takes away what its holder may not hold any more (LIC-12, LIC-13, LIC-15). */
function release(world: World): void {
  const { state } = world;
  state.links = state.links.filter(({ unit }) => {
    const space = findSpace(state, unit.space);
    const isMember = (id: OrganizationId) => space && findMember(state, space, id) !== undefined;
    return space !== undefined && (unit.kind === "space" || isMember(unit.organization));
  });
  state.selections = state.selections.filter(
    ({ unit, organization }) => isLinked(state, unit) && isOfUnit(state, unit, organization),
  );
  const stands = (account: Account) =>
    isLinked(state, account.unit) &&
    isEligible(state, account.unit, account) &&
    inService(state, account.organization, account.person)?.number === account.number;
  state.grants = state.grants.filter(stands);
  const due = automaticAccounts(world);
  state.deferred = state.deferred.filter((each) => hasAccount(due, each));
}

/** Licenses go to the accounts that wait, first come first; who takes none needs none (LIC-11). */
function serve(world: World, host: OrganizationId): void {
  const { state } = world;
  for (;;) {
    const waiting = state.deferred.filter((each) => each.host === host);
    const used = usedBy(world, host);
    const fits = (each: Account) => usedBy(world, host, [each]) <= purchasedBy(state, host);
    const isFree = (each: Account) => usedBy(world, host, [each]) === used;
    const next =
      waiting.find((each) => isFree(each) && fits(each)) ?? waiting.slice(0, 1).find(fits);
    if (next === undefined) return;
    state.deferred = state.deferred.filter((each) => each !== next);
    state.grants.push(next);
  }
}

/** What the licenses were like before a step. */
export interface LicensesBefore {
  readonly automatic: readonly Account[];
  readonly deferred: readonly Account[];
  /** The Hosts whose use was at the threshold. */
  readonly high: readonly OrganizationId[];
}

/** What the licenses are like now. */
export function licensesNow(world: World): LicensesBefore {
  const hosts = world.state.pools.map((each) => each.host);
  return {
    automatic: automaticAccounts(world),
    deferred: [...world.state.deferred],
    high: hosts.filter((host) => isHigh(world, host)),
  };
}

/** Accounts of one Space in order: whom the step itself brought in before whom freed room let in. */
function lastComers(accounts: readonly Account[], late: readonly Identity[]): Account[] {
  const place = ({ organization, person }: Account) =>
    late.findIndex((each) => isPair(each, { organization, person }));
  return [...accounts].sort((left, right) => place(left) - place(right));
}

/**
 * Brings the licenses from before a step to after it: releases, then automatic grants to those who
 * waited, then to those who entered (LIC-10, LIC-11), and what there is to tell.
 *
 * @param late whom freed room let onto each Roster, in that order
 * @param choosing whether the step only chose departments, which brings nobody in
 */
export function settleLicenses(
  world: World,
  before: LicensesBefore,
  late: readonly {
    readonly space: { readonly id: SpaceId };
    readonly identities: readonly Identity[];
  }[],
  choosing: boolean,
): Notice[] {
  const { state } = world;
  release(world);
  const entered = automaticAccounts(world).filter(
    (each) =>
      !choosing && !hasAccount([...before.automatic, ...state.grants, ...state.deferred], each),
  );
  for (const space of state.spaces) {
    const own = entered.filter(({ unit }) => unit.kind !== "host" && unit.space === space.id);
    const last = late.find((each) => each.space.id === space.id)?.identities ?? [];
    state.deferred.push(...lastComers(own, last));
  }
  for (const { host } of [...state.pools]) serve(world, host);
  const added = state.deferred.filter((each) => !hasAccount(before.deferred, each));
  if (world.policy.autoGrantWhenEmpty === "drop") {
    state.deferred = state.deferred.filter((each) => !added.includes(each));
  }
  return [...deferralNotices(world, added), ...alerts(world, before)];
}

function deferralNotices({ state, policy }: World, added: readonly Account[]): Notice[] {
  if (policy.autoGrantWhenEmpty === "drop") return [];
  const hosts = [...new Set(added.map((each) => each.host))];
  return hosts.map((organization) => ({
    kind: "LICENSE_AUTO_GRANT_DEFERRED",
    to: [{ kind: "main-admins", organization }],
    data: {
      organization,
      people: state.deferred
        .filter((each) => each.host === organization && added.includes(each))
        .map(({ organization: home, person }) => ({ organization: home, person })),
    },
  }));
}

/** One alert for each Host whose use the step brought to the threshold (ALERT-02, ALERT-03). */
function alerts(world: World, before: LicensesBefore): Notice[] {
  return world.state.pools
    .map((each) => each.host)
    .filter((host) => isHigh(world, host) && !before.high.includes(host))
    .map((organization) => ({
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization }],
      data: {
        organization,
        purchased: purchasedBy(world.state, organization),
        used: comparedUse(world, organization),
      },
    }));
}
