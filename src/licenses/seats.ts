/** The Hierarchy unit of a pool: licenses of people who come through Links, and how many a Branch may hold. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import { pageKeys } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { causedBy, likely } from "../core/transaction.ts";
import { naturalOf } from "../directory/select/naturals.ts";
import { absentBy, type Leaving } from "../roster/select/absent.ts";
import { stakedAt } from "../roster/select/stakes.ts";
import { mainAdminActsInHierarchy } from "../spaces/select/trunks.ts";
import { takeAway } from "./giving.ts";
import type { LicenseUnit } from "./model.ts";
import { accountIn } from "./select/holding.ts";
import { deferredOf } from "./select/keys.ts";
import { type Deciding, hierarchyOf, poolOf, type Reading, unitOf } from "./select/pool.ts";
import { branchOf, isSeatedUnder, seatLimitOf, seatsUnder } from "./select/seats.ts";

/** HIER-08: under the strict policy a main admin distributes seats. */
export const strictSeatsRefusal = (tx: Reading, by: Actor, unit: LicenseUnit, policy: Policy) =>
  unit.kind === "hierarchy" ? mainAdminActsInHierarchy(tx, by, unit.organization, policy) : null;

/** SEAT-04: no Branch comes to hold more seats than it may; a grant that adds nobody to it is no more. */
export const capsSuffice = guard(
  "SEAT-04",
  (tx: Reading, host: OrganizationId, unit: LicenseUnit, people: readonly Identity[]) => {
    if (unit.kind !== "hierarchy" || poolOf(tx, host).hierarchy?.limited !== true) return null;
    const adding = new Map<OrganizationId, Set<PersonId>>();
    for (const { organization, person } of people) {
      const branch = branchOf(tx, host, organization);
      if (branch === null || seatLimitOf(tx, host, branch) === null) continue;
      const natural = naturalOf(tx, { organization, person });
      if (isSeatedUnder(tx, host, branch, natural)) continue;
      adding.set(branch, (adding.get(branch) ?? new Set()).add(natural));
    }
    for (const [branch, persons] of adding) {
      const limit = seatLimitOf(tx, host, branch) ?? 0;
      const current = seatsUnder(tx, host, branch);
      if (current + persons.size > limit) {
        return refuse("SEAT_CAP_EXCEEDED", { branch, limit, current });
      }
    }
    return null;
  },
);

/** A hint: what is given back is noted on both sides, and goes to who waits. */
function foreseeRelease(tx: Reading, trunk: OrganizationId, { organization }: Identity): void {
  likely(tx, () => {
    const { waiting } = poolOf(tx, trunk);
    return [
      ["stake", trunk, organization],
      ["staked", trunk, stakedAt(trunk, organization).own(0)],
      ...pageKeys(deferredOf(trunk), waiting, 1),
    ];
  });
}

/** SEAT-02, BRANCH-06: whoever is present no more for an organization gives back what they had there. */
export const releaseAbsent = effect(
  ["SEAT-02", "BRANCH-06"],
  (tx: Deciding, events: readonly Leaving[]): void => {
    for (const { trunk, identity, because, cause } of absentBy(tx, events)) {
      foreseeRelease(tx, trunk, identity);
      const pool = poolOf(tx, trunk);
      const unit = unitOf(trunk, hierarchyOf(pool));
      const has = accountIn(tx, { ...unit, ...identity });
      if (has === undefined) continue;
      causedBy(tx, cause, () => takeAway(tx, { ...unit, ...identity }, has[3], because));
    }
  },
);
