/** In which order accounts of a pool are taken back, and which of them are to be, to free one license (LIC-20). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import type { PoolRecord } from "../model.ts";
import { accountsOfPerson, holderOf } from "./holding.ts";
import { HOST_UNIT } from "./keys.ts";
import { hasRoom, listedAs, unitNumbers } from "./limits.ts";
import type { Reading } from "./pool.ts";
import { branchOf, seatLimitOf, seatsUnder } from "./seats.ts";

/** A grant that is held, by the unit's number. */
export interface Grant extends Identity {
  readonly unit: number;
  readonly ticket: number;
}

/** Where a grant stands in the order, of which one part comes after the other. */
export interface Place extends Pick<Grant, "unit" | "ticket"> {
  readonly part: Part;
}

/** The first part of the order, or the second. */
export type Part = 0 | 1;

/** What the order depends on. */
export interface Ordering {
  readonly tx: Reading;
  readonly host: OrganizationId;
  readonly pool: PoolRecord;
  readonly policy: Policy;
}

/** LIC-20: whether a unit holds more persons than its limit. */
const isOverLimit = view("LIC-20", (pool: PoolRecord, number: number): boolean => {
  const unit = listedAs(pool, number);
  return unit !== undefined && !hasRoom(unit) && unit.used !== unit.limit;
});

/** LIC-20, SEAT-04: whether the Branch through which somebody is present holds more persons than its limit. */
const isUnderOverBranch = view(
  ["LIC-20", "SEAT-04"],
  (tx: Reading, host: OrganizationId, organization: OrganizationId): boolean => {
    const branch = branchOf(tx, host, organization);
    const limit = branch === null ? null : seatLimitOf(tx, host, branch);
    return branch !== null && limit !== null && seatsUnder(tx, host, branch) > limit;
  },
);

/** The part of the order in which all grants of a unit stand; `null`: it depends on the Branch of each. */
function partOfUnit({ pool, policy }: Ordering, unit: number): Part | null {
  if (policy.reclaimOrder === "latest-first") return 0;
  if (policy.reclaimOrder === "downstream-first") return unit === HOST_UNIT ? 1 : 0;
  if (isOverLimit(pool, unit)) return 0;
  return unit === pool.hierarchy?.number && pool.hierarchy.limited === true ? null : 1;
}

/** LIC-20: in which part of the order a grant stands. */
export const partOf = (of: Ordering, { unit, organization }: Grant): Part =>
  partOfUnit(of, unit) ?? (isUnderOverBranch(of.tx, of.host, organization) ? 0 : 1);

/** The numbers of the units of which grants may stand in a part of the order. */
export const unitsInPart = (of: Ordering, part: Part): number[] =>
  unitNumbers(of.pool).filter((unit) => (partOfUnit(of, unit) ?? part) === part);

/**
 * LIC-20: the order of grants: the later one first. Of pools that once counted each unit by itself, two may have the
 * same ticket.
 */
export const byPlace = (one: Place, other: Place): number =>
  one.part - other.part || other.ticket - one.ticket || other.unit - one.unit;

/**
 * LIC-20: what has to be taken back together with a grant for a license to be free, in order, the grant itself last;
 * nothing if one that comes later in the order would free it. Who holds several that count as one uses one license (LIC-14).
 */
export function freedBy(of: Ordering, grant: Grant): readonly Grant[] {
  const { tx, host, pool, policy } = of;
  const natural = naturalOf(tx, grant);
  const counted = accountsOfPerson(tx, host, pool, natural).flatMap((account) => {
    const [unit, , ticket, state] = account;
    const counts = policy.licenseCounting === "distinct-person" || unit === grant.unit;
    return state === "held" && counts ? [{ unit, ticket, ...holderOf(natural, account) }] : [];
  });
  const inOrder = counted.map((each) => ({ ...each, part: partOf(of, each) })).sort(byPlace);
  const last = inOrder.at(-1);
  return last?.ticket === grant.ticket && last.unit === grant.unit ? inOrder : [];
}
