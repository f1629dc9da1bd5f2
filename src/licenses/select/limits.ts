/** How much of a Host's pool its units may hold, and what of it is kept for the Host's own (LIC-19). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { view } from "../../core/rule.ts";
import type { PageIndex } from "../../core/structures.ts";
import type {
  AccountOf,
  HierarchyPoolUnit,
  LicensesCommands,
  PoolRecord,
  PoolUnit,
} from "../model.ts";
import { accountsWith } from "./holding.ts";
import { HOST_UNIT } from "./keys.ts";
import { hierarchyOf, poolOf, type Reading, unitListed, usedOf } from "./pool.ts";
import { seatLimitOf } from "./seats.ts";

/** An account, by the unit's number. */
type Numbered = Pick<AccountOf, "host" | "number" | "organization" | "person">;

/** What a pool keeps of a unit but its own. */
type UnitKept = Pick<PoolUnit, "number" | "used" | "limit" | "queue" | "unarmed">;

/** The unit of a pool with a number, as the pool keeps it; the Host's own is none of these. */
export const listedAs = (
  { units, hierarchy }: Pick<PoolRecord, "units" | "hierarchy">,
  number: number,
): UnitKept | undefined =>
  hierarchy?.number === number ? hierarchy : units.find((each) => each.number === number);

/** The unit of a pool with a number; `null` is the Host's own. */
export function unitNumbered(
  { units, hierarchy }: Pick<PoolRecord, "units" | "hierarchy">,
  number: number,
): PoolUnit | HierarchyPoolUnit | null {
  if (number === HOST_UNIT) return null;
  if (hierarchy?.number === number) return hierarchy;
  return units.find((unit) => unit.number === number) as PoolUnit;
}

/** Who holds a grant in the unit of a pool with a number. */
export const grantsOf = (pool: PoolRecord, number: number): PageIndex =>
  unitNumbered(pool, number)?.granted ?? pool.hostGranted;

/** What is kept of a pool for the Host's own unit. */
export const reserveOf = ({ reserve = 0 }: Pick<PoolRecord, "reserve">): number => reserve;

/** LIC-19: what the Host's own unit does not use of what is kept for it. */
export const unusedOf = (pool: Pick<PoolRecord, "reserve" | "hostUsed">): number =>
  Math.max(0, reserveOf(pool) - pool.hostUsed);

/** The limit of a unit, or of a Branch in the Hierarchy unit, as it is; `null`: any number. */
export function limitOf(
  tx: Reading,
  host: OrganizationId,
  { unit, branch }: Pick<LicensesCommands["license.limit"], "unit" | "branch">,
): number | null {
  if (branch !== undefined) return seatLimitOf(tx, host, branch);
  const pool = poolOf(tx, host);
  const listed = unit.kind === "hierarchy" ? pool.hierarchy : unitListed(pool, unit);
  return listed?.limit ?? null;
}

/** LIC-19: whether a unit may hold one person more. */
export const hasRoom = view(
  "LIC-19",
  (unit: Pick<PoolUnit, "used" | "limit"> | undefined): boolean =>
    unit?.limit === undefined || unit.used < unit.limit,
);

/** Whether the natural person who somebody is holds a grant in a unit, through whichever organization. */
export function isCountedIn(tx: Reading, { host, number, ...identity }: Numbered): boolean {
  const accounts = accountsWith(tx, host, poolOf(tx, host), identity);
  return accounts.some(([each, , , state]) => each === number && state === "held");
}

/** LIC-19: whether no limit of its unit keeps an account out; one more of somebody who counts there adds nobody. */
export const fitsUnit = (tx: Reading, { host, number, organization, person }: Numbered): boolean =>
  hasRoom(listedAs(poolOf(tx, host), number)) ||
  isCountedIn(tx, { host, number, organization, person });

/** LIC-19: whether so many licenses more for a unit take nothing that is kept for the Host's own. */
export const sparesReserve = view(
  "LIC-19",
  (pool: PoolRecord, unit: number, wanted: number, policy: Policy): boolean =>
    unit === HOST_UNIT ||
    wanted === 0 ||
    usedOf(pool, policy) + wanted <= pool.purchased - unusedOf(pool),
);

/** The numbers of a pool's units: the Host's own, the Hierarchy unit, the linked ones. */
export const unitNumbers = (pool: PoolRecord): number[] => [
  HOST_UNIT,
  ...(pool.hierarchy === undefined ? [] : [hierarchyOf(pool).number]),
  ...pool.units.map(({ number }) => number),
];
