/** What a Host's pool holds, what of it is used, and what its linked units are. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../../core/structures.ts";
import { reaches } from "../../core/thresholds.ts";
import type * as faces from "../../core/transaction.ts";
import { read } from "../../core/transaction.ts";
import type { SettingEvents } from "../../directory/model.ts";
import { poolsBefore } from "../../directory/select/ended.ts";
import type { RosterReads } from "../../roster/select/scope.ts";
import { ticketWith } from "../../spaces/select/trunks.ts";
import type {
  Account,
  HierarchyPoolUnit,
  LicensesEvents,
  LicensesRecords,
  LicenseUnit,
  LinkedUnit,
  PoolRecord,
  PoolUnit,
  UnitOf,
} from "../model.ts";
import { HOST_UNIT } from "./keys.ts";

/** What decisions about licenses read. */
export type LicensesReads = LicensesRecords & RosterReads;
export type Reading = faces.Reading<LicensesReads>;
export type Deciding = faces.Deciding<LicensesReads, LicensesEvents & SettingEvents>;

/** The pool of a Host that has neither bought a license nor linked a unit. */
export const EMPTY_POOL: PoolRecord = {
  purchased: 0,
  revision: null,
  accounts: EMPTY_HASH,
  persons: 0,
  downstreamPersons: 0,
  hostUsed: 0,
  hostGranted: EMPTY_PAGES,
  units: [],
  nextUnit: HOST_UNIT + 1,
  waiting: EMPTY_PAGES,
};

/** A Host's pool, be there a record of it or not. */
export function poolOf(tx: Reading, host: OrganizationId): PoolRecord {
  return read(tx, "pool", host) ?? EMPTY_POOL;
}

/**
 * What tells a pool's own people, or those of an organization below it, from former ones: pools that ended
 * before, or the Links by which that is below.
 */
export const poolUnder = (
  tx: Reading,
  host: OrganizationId,
  organization: OrganizationId,
): number | null =>
  organization === host ? poolsBefore(tx, host) : ticketWith(tx, host, organization);

/** What an alert may compare, or a pool has used: persons with a grant in any unit, or in linked ones. */
type Used = Pick<PoolRecord, "hostUsed" | "units" | "hierarchy" | "persons" | "downstreamPersons">;

function inUnits({ units, hierarchy }: Used): number {
  return units.reduce((sum, { used }) => sum + used, hierarchy?.used ?? 0);
}

/** SEAT-01: the Hierarchy unit of a pool, as it is or as it begins. */
export const hierarchyOf = ({
  hierarchy,
  nextUnit,
}: Pick<PoolRecord, "hierarchy" | "nextUnit">): HierarchyPoolUnit =>
  hierarchy ?? { kind: "hierarchy", number: nextUnit, used: 0, granted: EMPTY_PAGES };

/**
 * LIC-02, LIC-14: licenses in use: the distinct persons of each unit, added up, or the distinct
 * persons of all units together. Nobody without a grant counts (LIC-06).
 */
export function usedOf(pool: Used, policy: Policy): number {
  return policy.licenseCounting === "distinct-person"
    ? pool.persons
    : pool.hostUsed + inUnits(pool);
}

/** What the alert compares with the purchase: all that is used, or what linked units use (ALERT-02). */
export function comparedOf(pool: Used, policy: Policy): number {
  if (policy.alertBasis === "total") return usedOf(pool, policy);
  return policy.licenseCounting === "distinct-person" ? pool.downstreamPersons : inUnits(pool);
}

/** ALERT-02, ALERT-06: use is at the lowest threshold or above. */
export function isHigh(pool: PoolRecord, policy: Policy): boolean {
  const { purchased } = pool;
  return reaches(
    { value: comparedOf(pool, policy), limit: purchased },
    policy.alertThresholds[0] ?? 100,
  );
}

/** LIC-14, LIC-18: whether one more grant of somebody with these accounts takes a license. */
export function takesLicense(accounts: readonly Account[], unit: number, policy: Policy): boolean {
  return !accounts.some(
    ([number, , , state]) =>
      state === "held" && (policy.licenseCounting === "distinct-person" || number === unit),
  );
}

/**
 * LIC-04, LIC-11, LIC-16: whether a pool has so many licenses more. One that is over-allocated has
 * none, not even for a grant that takes none.
 */
export const hasLicenses = view(
  ["LIC-04", "LIC-11", "LIC-16"],
  (pool: PoolRecord, wanted: number, policy: Policy): boolean =>
    usedOf(pool, policy) + wanted <= pool.purchased,
);

/** A linked unit as refusals name it: without an organization it is the whole Space. */
export interface UnitNamed {
  readonly space: SpaceId;
  readonly organization: OrganizationId | null;
}

/** A linked unit as commands and events name it. */
export function linkedUnit({ space, organization }: UnitNamed): LinkedUnit {
  return organization === null ? { kind: "space", space } : { kind: "member", space, organization };
}

/** What refusals call a linked unit. */
export function unitNamed(unit: LinkedUnit): UnitNamed {
  return { space: unit.space, organization: unit.kind === "space" ? null : unit.organization };
}

/** The linked unit that a command names, as its pool lists it. */
export function unitListed(
  pool: Pick<PoolRecord, "units">,
  unit: LinkedUnit,
): PoolUnit | undefined {
  const { space, organization } = unitNamed(unit);
  return pool.units.find((each) => each.space === space && each.organization === organization);
}

/** A unit of a pool as events name it. */
export function unitOf(host: OrganizationId, unit: PoolUnit | HierarchyPoolUnit | null): UnitOf {
  const named: LicenseUnit =
    unit === null || "kind" in unit
      ? { kind: unit === null ? "host" : "hierarchy", organization: host }
      : linkedUnit(unit);
  return { host, unit: named, number: unit?.number ?? HOST_UNIT };
}
