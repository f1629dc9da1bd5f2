/** Automatic grants, and what becomes of licenses when people come and go (LIC-10 to LIC-13). */

import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import { findMember, findSpace } from "./lists.ts";
import { inService } from "./people.ts";
import { isEligible, isLinked, isOfUnit, isSelected, purchasedBy, usedBy } from "./pools.ts";
import { firstInLine, presenceOf } from "./roster.ts";
import { exceedsSeatCap } from "./seat-caps.ts";
import { automaticSeats, forgetSeatSelections } from "./seat-selections.ts";
import { isPair } from "./settings.ts";
import type { Association, Employment, Identity, State, World } from "./state.ts";
import type { Account } from "./state-areas.ts";
import { isSuspendedIn } from "./suspended-members.ts";
import { grantsNothing } from "./terms.ts";
import { eatsReserve, exceedsLimit } from "./unit-limits.ts";
import { isSameUnit } from "./units.ts";
import { trunkOfUnit } from "./vocabulary-distribution.ts";

/** Who would get a license automatically: on a Roster, and in a department selected for a unit. */
function automaticAccounts({ state }: World): Account[] {
  const inSpaces = state.spaces.flatMap((space) => {
    const links = state.links.filter(({ unit }) => unit.space === space.id);
    if (links.length === 0) return [];
    return presenceOf(state, space).present.flatMap((identity) =>
      links
        .filter(({ unit }) => isOfUnit(state, unit, identity.organization))
        .filter(({ unit }) => isSelected(state, unit, identity))
        .map(({ host, unit }): Account => ({ host, unit, ...identity })),
    );
  });
  return [...inSpaces, ...automaticSeats(state)];
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
  state.limits = state.limits.filter(({ unit }) => isLinked(state, unit));
  state.selections = state.selections.filter(
    ({ unit, organization }) => isLinked(state, unit) && isOfUnit(state, unit, organization),
  );
  forgetSeatSelections(state);
  const holds = (account: Account) =>
    isLinked(state, account.unit) &&
    isEligible(state, account.unit, account) &&
    inService(state, account.organization, account.person)?.number === account.number;
  state.grants = state.grants.filter(holds);
  state.taken = state.taken.filter(holds);
  const due = automaticAccounts(world);
  // What comes back needs no department that was chosen (CAP-08).
  state.deferred = state.deferred.filter((each) =>
    each.taken === undefined ? hasAccount(due, each) : holds(each),
  );
}

function isOf(account: Account, employment: Employment): boolean {
  return isPair(account, employment) && account.number === employment.number;
}

/** Takes the licenses of somebody who is suspended, and their places in line, if the policy says so. */
export function takeSeats({ state, policy }: World, employment: Employment): void {
  if (policy.suspendedSeats !== "release") return;
  const all = [...state.grants, ...state.deferred];
  const taken = state.departures;
  state.departures += 1;
  const own = all.filter((each) => isOf(each, employment));
  state.taken.push(...own.map((each) => ({ ...each, taken })));
  state.grants = state.grants.filter((each) => !isOf(each, employment));
  state.deferred = state.deferred.filter((each) => !isOf(each, employment));
}

/** What is of a Member in the units linked for a Space. */
const isIn =
  ({ space, organization }: Pick<Association, "space" | "organization">) =>
  (account: Account): boolean =>
    account.organization === organization &&
    "space" in account.unit &&
    account.unit.space === space;

/** Takes the licenses of the people of a Member that is suspended, and their places in line, if the policy says so. */
export function takeSeatsIn({ state, policy }: World, member: Association): void {
  if (policy.suspendedSeats !== "release") return;
  const isOwn = isIn(member);
  for (const each of [...state.grants, ...state.deferred].filter(isOwn)) {
    state.taken.push({ ...each, taken: state.departures });
    state.departures += 1;
  }
  state.grants = state.grants.filter((each) => !isOwn(each));
  state.deferred = state.deferred.filter((each) => !isOwn(each));
}

/** Whether the Member as which somebody has a license, or is to get one, is suspended. */
function isOfSuspended(state: State, { unit, organization }: Account): boolean {
  return "space" in unit && isSuspendedIn(state, unit.space, organization);
}

/** Puts some of what suspensions took at the head of the line, in the order in which it was taken (CAP-08). */
function putBack(state: State, isMeant: (account: Account) => boolean): void {
  const own = state.taken.filter(isMeant);
  state.taken = state.taken.filter((each) => !isMeant(each));
  const back = own.filter((each) => !hasAccount(state.grants, each));
  state.deferred = firstInLine([...state.deferred, ...back]);
}

/** Puts back what the suspension of a Member took; whoever is suspended alone waits for the end of that. */
export function giveSeatsBackIn({ state }: World, member: Association): void {
  const isOwn = isIn(member);
  const isAway = ({ organization, person }: Account) =>
    inService(state, organization, person)?.suspended === true;
  putBack(state, (each) => isOwn(each) && !isAway(each));
}

/** Puts back what somebody's suspension took. */
export function giveSeatsBack({ state }: World, employment: Employment): void {
  // What is of a Member that is suspended comes with the end of that (EXIT-08).
  putBack(state, (each) => isOf(each, employment) && !isOfSuspended(state, each));
}

/** Whether nothing is granted automatically to somebody while they, or the Member they are of, are suspended (DIR-17). */
export function isPassedBy({ state, policy }: World, account: Account): boolean {
  // Of an organization that is suspended as a whole, no grant moves (DIR-18).
  const { organization, person } = account;
  const suspended = inService(state, organization, person)?.suspended === true;
  return policy.suspendedSeats === "release" && (suspended || isOfSuspended(state, account));
}

/** Licenses go to the accounts that wait, first come first; who takes none needs none (LIC-11). */
function serve(world: World, host: OrganizationId): void {
  const { state } = world;
  if (grantsNothing(world, host)) return;
  for (;;) {
    // Whoever the number set for their unit or Branch blocks holds up nobody else (LIC-19, SEAT-04),
    // nor does whoever waits for what is kept for others.
    const waiting = state.deferred.filter(
      (each) =>
        each.host === host &&
        !exceedsSeatCap(state, [each]) &&
        !exceedsLimit(state, [each]) &&
        !eatsReserve(world, host, each.unit, [each]),
    );
    const used = usedBy(world, host);
    const fits = (each: Account) => usedBy(world, host, [each]) <= purchasedBy(state, host);
    const isFree = (each: Account) => usedBy(world, host, [each]) === used;
    const next =
      waiting.find((each) => isFree(each) && fits(each)) ?? waiting.slice(0, 1).find(fits);
    if (next === undefined) return;
    state.deferred = state.deferred.filter((each) => each !== next);
    const { taken: _, ...grant } = next;
    state.grants.push(grant);
  }
}

/** Brings in accounts one after the other: each gets a license, if there is one, or waits. */
export function lineUp(world: World, accounts: readonly Account[]): void {
  for (const account of accounts) {
    world.state.deferred.push(account);
    serve(world, account.host);
  }
}

/** What the licenses were like before a step. */
export interface LicensesBefore {
  readonly automatic: readonly Account[];
  readonly deferred: readonly Account[];
}

/** What the licenses are like now. */
export function licensesNow(world: World): LicensesBefore {
  return { automatic: automaticAccounts(world), deferred: [...world.state.deferred] };
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
 * @param back accounts given back, which stand first in line
 */
export function settleLicenses(
  world: World,
  before: LicensesBefore,
  late: readonly {
    readonly space: { readonly id: SpaceId };
    readonly identities: readonly Identity[];
  }[],
  choosing: boolean,
  back: readonly Account[],
): Notice[] {
  const { state } = world;
  release(world);
  // Of somebody still suspended the licenses stay taken (DIR-17).
  state.taken.push(...back.filter((each) => isPassedBy(world, each)));
  state.deferred = firstInLine([
    ...state.deferred,
    ...back.filter((each) => !isPassedBy(world, each)),
  ]);
  const entered = automaticAccounts(world).filter(
    (each) =>
      !choosing &&
      !isPassedBy(world, each) &&
      !hasAccount([...before.automatic, ...state.grants, ...state.deferred], each),
  );
  for (const { host } of [...state.pools]) serve(world, host);
  for (const space of state.spaces) {
    const own = entered.filter(({ unit }) => "space" in unit && unit.space === space.id);
    const last = late.find((each) => each.space.id === space.id)?.identities ?? [];
    lineUp(world, lastComers(own, last));
  }
  lineUp(
    world,
    entered.filter(({ unit }) => trunkOfUnit(unit) !== null),
  );
  const added = state.deferred.filter((each) => !hasAccount(before.deferred, each));
  if (world.policy.autoGrantWhenEmpty === "drop") {
    state.deferred = state.deferred.filter((each) => !added.includes(each));
  }
  return deferralNotices(world, added);
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
