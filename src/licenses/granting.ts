/** Grants by hand, to several or to none; taking them back; how many there are to give. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { isToRecord } from "../core/recording.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { naturalOf } from "../directory/select/naturals.ts";
import {
  liveOrganization,
  organizationRegistered,
  sourceResponsible,
} from "../directory/select/organizations.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { isPresent } from "../roster/select/presence.ts";
import { distributingOpen, interconnectOpen } from "../spaces/select/interconnect.ts";
import { give } from "./giving.ts";
import type { CommandOf } from "./linking.ts";
import type { Account, LicensesFact, LicenseUnit, UnitOf } from "./model.ts";
import { capsSuffice, strictSeatsRefusal } from "./seats.ts";
import { accountIn, accountsWith } from "./select/holding.ts";
import { isCountedIn, listedAs, sparesReserve, unusedOf } from "./select/limits.ts";
import {
  type Deciding,
  hasLicenses,
  poolOf,
  type Reading,
  takesLicense,
  unitOf,
  usedOf,
} from "./select/pool.ts";
import { termAllowsGrants } from "./select/term.ts";
import { distributionRefusal, hostOf, listedUnit, unitIsLinked } from "./select/units.ts";

type People = readonly Identity[];

/** PROTO-03: whom the Host is to grant a license of its own unit it has employed, now or once. */
const ownPeopleKnown = guard(
  "PROTO-03",
  (tx: Reading, host: OrganizationId, unit: LicenseUnit, people: People) => {
    if (unit.kind !== "host") return null;
    const unknown = firstThat(
      people,
      ({ organization, person }) =>
        organization === host && read(tx, "employment", host, person) === null,
    );
    return unknown === undefined ? null : refuse("UNKNOWN_PERSON", unknown);
  },
);

/** What an identity has in a unit. */
function accountOf(
  tx: Reading,
  unit: UnitOf,
  { organization, person }: Identity,
): Account | undefined {
  return accountIn(tx, { ...unit, organization, person });
}

/** Whether an identity holds a grant in a unit. */
function holdsIn(tx: Reading, unit: UnitOf, identity: Identity): boolean {
  return accountOf(tx, unit, identity)?.[3] === "held";
}

/** LIC-18: somebody of those named holds no grant in the unit yet. */
const somebodyLacksGrant = guard("LIC-18", (tx: Reading, unit: UnitOf, people: People) => {
  const first = people[0];
  return first === undefined || firstThat(people, (each) => !holdsIn(tx, unit, each)) !== undefined
    ? null
    : refuse("LICENSE_ALREADY_GRANTED", first);
});

/** LIC-18: everybody named holds a grant in the unit. */
const everybodyHoldsGrant = guard("LIC-18", (tx: Reading, unit: UnitOf, people: People) => {
  const without = firstThat(people, (each) => !holdsIn(tx, unit, each));
  return without === undefined ? null : refuse("LICENSE_NOT_GRANTED", without);
});

/** Whether an identity may hold a grant in a unit. */
function isEligible(
  tx: Reading,
  host: OrganizationId,
  unit: LicenseUnit,
  { organization, person }: Identity,
): boolean {
  if (unit.kind === "host") {
    return organization === host && read(tx, "employment", host, person)?.inService === true;
  }
  if (unit.kind === "hierarchy") return isPresentFor(tx, host, { organization, person });
  const covered = unit.kind === "space" || unit.organization === organization;
  return covered && organization !== host && isPresent(tx, unit.space, organization, person);
}

/**
 * LIC-07: the Host's own unit is for its people in service, a linked one for Members' people on the
 * Roster. A Host contact has the license of the Host's unit and needs no second one.
 */
const targetsEligible = guard(
  ["LIC-07", "SEAT-02"],
  (tx: Reading, host: OrganizationId, unit: LicenseUnit, people: People) => {
    const wrong = firstThat(people, (each) => !isEligible(tx, host, unit, each));
    return wrong === undefined ? null : refuse("LICENSE_TARGET_NOT_ELIGIBLE", wrong);
  },
);

/** LIC-19: no unit comes to hold more persons than its limit; a grant that adds nobody to it is no more. */
const unitHasRoom = guard("LIC-19", (tx: Reading, into: UnitOf, people: People) => {
  const unit = listedAs(poolOf(tx, into.host), into.number);
  if (unit?.limit === undefined) return null;
  const adding = people.filter((each) => !isCountedIn(tx, { ...into, ...each }));
  const persons = new Set(adding.map((each) => naturalOf(tx, each))).size;
  const { used: current, limit } = unit;
  if (persons === 0 || current + persons <= limit) return null;
  return refuse("SEAT_CAP_EXCEEDED", { branch: null, limit, current });
});

/** How many licenses grants to all of these take, counted as the pool counts them. */
function wantedFor(tx: Reading, { host, number }: UnitOf, people: People, policy: Policy): number {
  const pool = poolOf(tx, host);
  const taking = people.filter((each) =>
    takesLicense(accountsWith(tx, host, pool, each), number, policy),
  );
  return new Set(taking.map((each) => naturalOf(tx, each))).size;
}

/** LIC-19: what is kept for the Host's own unit goes to no other. */
const reserveIsSpared = guard(
  "LIC-19",
  (tx: Reading, into: UnitOf, people: People, policy: Policy) => {
    const pool = poolOf(tx, into.host);
    if (unusedOf(pool) === 0) return null;
    const needed = wantedFor(tx, into, people, policy);
    if (sparesReserve(pool, into.number, needed, policy)) return null;
    const limit = Math.max(0, pool.purchased - unusedOf(pool));
    return refuse("LICENSE_POOL_EXHAUSTED", { limit, current: usedOf(pool, policy), needed });
  },
);

/** LIC-04, LIC-16: the pool has the licenses that all of these take, counted as it counts them. */
const poolSuffices = guard(
  ["LIC-04", "LIC-16", "JOIN-18", "BOTH-02"],
  (tx: Reading, into: UnitOf, people: People, policy: Policy) => {
    const pool = poolOf(tx, into.host);
    const wanted = wantedFor(tx, into, people, policy);
    if (hasLicenses(pool, wanted, policy)) return null;
    const figures = { limit: pool.purchased, current: usedOf(pool, policy), needed: wanted };
    return refuse("LICENSE_POOL_EXHAUSTED", figures);
  },
);

/** The Host grants licenses in one unit: to all that are named and hold none, or to nobody. */
export function grantLicenses(
  tx: Deciding,
  { by, data }: CommandOf<"license.grant">,
  policy: Policy,
) {
  const { unit } = data;
  const refusal = distributionRefusal(tx, by, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const people = distinct(data.people, identityText);
  const closed =
    strictSeatsRefusal(tx, by, unit, policy) ??
    ownPeopleKnown(tx, host, unit, people) ??
    ("space" in unit ? interconnectOpen(tx, host, null) : null) ??
    (unit.kind === "hierarchy" ? distributingOpen(tx, host, policy) : null) ??
    termAllowsGrants(tx, host) ??
    unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const into = unitOf(host, listedUnit(tx, host, unit));
  const wrong =
    somebodyLacksGrant(tx, into, people) ??
    targetsEligible(tx, host, unit, people) ??
    unitHasRoom(tx, into, people) ??
    capsSuffice(tx, host, unit, people) ??
    poolSuffices(tx, into, people, policy) ??
    reserveIsSpared(tx, into, people, policy);
  if (wrong === null) grantAll(tx, policy, into, people);
  return wrong;
}

/** Grants to those who hold none, in the order given; LIC-18: who holds one is reported. */
function grantAll(tx: Deciding, policy: Policy, unit: UnitOf, people: People): void {
  // Looked at before anything is granted: a grant may bring along another of those named.
  const holders = new Set(people.filter((each) => holdsIn(tx, unit, each)));
  for (const each of people) {
    if (holders.has(each)) skip(tx, unit, each);
    else if (!holdsIn(tx, unit, each)) give(tx, policy, { ...unit, ...each }, "manual");
  }
}

/** LIC-18: says of somebody named that they hold a grant already. */
const skip = effect("LIC-18", (tx: Deciding, unit: UnitOf, identity: Identity): void => {
  emit(tx, "license.skipped", { ...unit, ...identity });
});

/** The Host takes licenses in one unit back: from all that are named, or from nobody. */
export function revokeLicenses(
  tx: Deciding,
  { by, data }: CommandOf<"license.revoke">,
  policy: Policy,
) {
  const { unit } = data;
  const refusal = distributionRefusal(tx, by, unit) ?? strictSeatsRefusal(tx, by, unit, policy);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const closed = unitIsLinked(tx, host, unit);
  if (closed !== null) return closed;
  const from = unitOf(host, listedUnit(tx, host, unit));
  const people = distinct(data.people, identityText);
  const wrong = everybodyHoldsGrant(tx, from, people);
  if (wrong !== null) return wrong;
  for (const each of people) emit(tx, "license.released", { ...from, ...each, because: "revoked" });
  return null;
}

/** A platform's fact that an organization has so many licenses in all, until some time (LIC-16, LIC-17, LIC-20). */
export function purchaseLicenses(tx: Deciding, { from, data }: LicensesFact) {
  const { organization, purchased, until = null } = data;
  const refusal = organizationRegistered(tx, organization) ?? sourceResponsible(from, "platform");
  if (refusal !== null) return refusal;
  if (liveOrganization(tx, organization) === null) {
    passOver(tx, "organization-ended", data);
    return null;
  }
  const pool = poolOf(tx, organization);
  const recorded = pool.revision ?? undefined;
  const isSame = pool.purchased === purchased && (pool.until ?? null) === until;
  if (isToRecord(tx, data, recorded, isSame)) resize(tx, data);
  return null;
}

/** LIC-16, LIC-20: the pool has as many licenses as the purchase says, more than are used or fewer, for as long. */
const resize = effect(
  ["LIC-16", "LIC-20"],
  (tx: Deciding, purchase: LicensesFact["data"]): void => {
    emit(tx, "license.purchased", purchase);
  },
);
