/** What events change of a pool's units: use, limits, and the lists of who waits for each. */
import type { OrganizationId } from "../core/ids.ts";
import { allTickets, insertAhead, removeTicket } from "../core/paged.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { setUnarmed } from "../core/thresholds.ts";
import { type Draft, edit, put, read } from "../core/transaction.ts";
import type { Evolving } from "./evolve-automatic.ts";
import type {
  DeferredPage,
  HierarchyPoolUnit,
  HierarchyUnit,
  LicensesEvents,
  LinkedUnit,
  PoolRecord,
  PoolUnit,
  UnitOf,
} from "./model.ts";
import { deferredOf, HOST_UNIT, queueIn } from "./select/keys.ts";
import { listedAs } from "./select/limits.ts";
import { EMPTY_POOL, hierarchyOf, unitListed } from "./select/pool.ts";

export type Pool = Draft<PoolRecord>;
type Waiting = DeferredPage["entries"][number];

/** The Hierarchy unit comes about with what first happens in it. */
export function beginHierarchy(pool: Pool, { unit }: Pick<UnitOf, "unit">): void {
  if (unit.kind !== "hierarchy" || pool.hierarchy !== undefined) return;
  pool.hierarchy = hierarchyOf(pool);
  pool.nextUnit += 1;
}

/** The pool, to be changed; a Host gets one with what first happens to it. */
export function editPool(tx: Evolving, host: OrganizationId): Pool {
  if (read(tx, "pool", host) === null) put(tx, "pool", host, "", EMPTY_POOL);
  return edit(tx, "pool", host);
}

/** The case of a purchase; another end than before is told of anew, and so are the days of grace (LIC-20). */
export function purchase(
  tx: Evolving,
  { organization, purchased, until = null, revision }: LicensesEvents["license.purchased"],
): void {
  const pool = editPool(tx, organization);
  pool.purchased = purchased;
  if (revision !== undefined) pool.revision = revision;
  if ((pool.until ?? null) === until) return;
  delete pool.reached;
  if (until === null) delete pool.until;
  else pool.until = until;
}

/** How a unit's count and the index of its grants stand; for the Host's own unit those of the pool. */
interface Use {
  readonly used: number;
  readonly granted: PageIndex;
}

export function useOf(pool: Pool, number: number): Use {
  if (number === HOST_UNIT) return { used: pool.hostUsed, granted: pool.hostGranted };
  if (pool.hierarchy?.number === number) return pool.hierarchy;
  const { used, granted } = pool.units.find((unit) => unit.number === number) as Use;
  return { used, granted };
}

export function setUse(pool: Pool, number: number, { used, granted }: Use): void {
  if (number === HOST_UNIT) {
    pool.hostUsed = used;
    pool.hostGranted = granted;
    return;
  }
  changeUnit(pool, number, (record) => {
    record.used = used;
    record.granted = granted;
  });
}

/** What a pool keeps of a unit but its own, and what of it changes by itself. */
interface Changing extends Draft<Use> {
  limit?: number;
  queue?: PageIndex;
  unarmed?: readonly number[];
}
type Open<Type> = { -readonly [Name in keyof Type]: Type[Name] };

/** The number of a unit in a pool, but the Host's own. */
const numberOf = (pool: Pool, unit: LinkedUnit | HierarchyUnit): number =>
  (unit.kind === "hierarchy" ? hierarchyOf(pool) : (unitListed(pool, unit) as PoolUnit)).number;

/** Changes what a pool keeps of a unit but its own. */
function changeUnit(pool: Pool, number: number, change: (record: Changing) => void): void {
  if (pool.hierarchy?.number === number) {
    const made: Open<HierarchyPoolUnit> = { ...pool.hierarchy };
    change(made);
    pool.hierarchy = made;
    return;
  }
  pool.units = pool.units.map((each) => {
    if (each.number !== number) return each;
    const made: Open<PoolUnit> = { ...each };
    change(made);
    return made;
  });
}

/** The list of who waits for one unit; absent while nobody does. */
const queueOf = (pool: Pool, number: number): PageIndex =>
  (number === HOST_UNIT ? pool.queue : listedAs(pool, number)?.queue) ?? EMPTY_PAGES;

function setQueue(pool: Pool, number: number, index: PageIndex): void {
  const change = (record: { queue?: PageIndex }): void => {
    if (index.count === 0) delete record.queue;
    else record.queue = index;
  };
  if (number === HOST_UNIT) change(pool);
  else changeUnit(pool, number, change);
}

/** Lists an account among those that wait for its unit, once units have such lists (LIC-19). */
export function queueUp(tx: Evolving, pool: Pool, host: OrganizationId, waiting: Waiting): void {
  if (pool.queues !== true) return;
  const [ticket, number, organization, person] = waiting;
  const entry = [ticket, organization, person] as const;
  const queue = insertAhead(tx, queueIn(host, number), queueOf(pool, number), entry);
  setQueue(pool, number, { ...queue, next: Math.max(queue.next, ticket + 1) });
}

/** Takes an account off the list of those that wait for its unit. */
export function leaveQueue(
  tx: Evolving,
  pool: Pool,
  host: OrganizationId,
  [number, ticket]: readonly [number: number, ticket: number],
): void {
  if (pool.queues !== true) return;
  setQueue(pool, number, removeTicket(tx, queueIn(host, number), queueOf(pool, number), ticket));
}

/** From the first limit on each unit has a list of who waits for it, so that none is looked for among others. */
function beginQueues(tx: Evolving, pool: Pool, host: OrganizationId): void {
  if (pool.queues === true) return;
  pool.queues = true;
  for (const waiting of allTickets<Waiting>(tx, deferredOf(host), pool.waiting)) {
    queueUp(tx, pool, host, waiting);
  }
}

/** The case of a unit, or a Branch, that is limited, or not any more (LIC-19, SEAT-04). */
export function limitUnit(
  tx: Evolving,
  { host, unit, branch, limit }: LicensesEvents["license.limited"],
): void {
  const pool = editPool(tx, host);
  beginHierarchy(pool, { unit });
  if (branch === undefined) {
    beginQueues(tx, pool, host);
    changeUnit(pool, numberOf(pool, unit), (record) => {
      if (limit === null) delete record.limit;
      else record.limit = limit;
    });
    return;
  }
  const link = edit(tx, "link", host, branch);
  if (limit === null) delete link.seats;
  else link.seats = limit;
  pool.hierarchy = { ...(pool.hierarchy as HierarchyPoolUnit), limited: true };
}

/** The case of a reserve for the Host's own unit (LIC-19). */
export function keepReserve(
  tx: Evolving,
  { host, reserved }: LicensesEvents["license.reserved"],
): void {
  const pool = editPool(tx, host);
  if (reserved === 0) delete pool.reserve;
  else pool.reserve = reserved;
  beginQueues(tx, pool, host);
}

/** ALERT-06: which thresholds of a pool, of a unit, or of a Branch are not armed. */
export function unarm(
  tx: Evolving,
  { host, unit, branch, thresholds }: LicensesEvents["license.unarmed"],
): void {
  if (branch !== undefined) setUnarmed(edit(tx, "link", host, branch), thresholds);
  else if (unit === undefined) setUnarmed(edit(tx, "pool", host), thresholds);
  else {
    const pool = edit(tx, "pool", host);
    changeUnit(pool, numberOf(pool, unit), (record) => {
      if (thresholds.length === 0) delete record.unarmed;
      else record.unarmed = thresholds;
    });
  }
}
