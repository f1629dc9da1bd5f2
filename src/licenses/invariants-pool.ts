/** A pool as invariants look at it: every account in it, wherever it is written down. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { checkedEntries, checkedTickets, type Everything } from "../core/invariants.ts";
import type { Pages } from "../core/paged.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import type {
  Account,
  AccountsEntry,
  DeferredPage,
  GrantedPage,
  PoolRecord,
  PoolUnit,
  QueuePage,
} from "./model.ts";
import { holderOf } from "./select/holding.ts";
import {
  accountsOf,
  deferredOf,
  grantedIn,
  HOST_UNIT,
  queueIn,
  reservedOf,
} from "./select/keys.ts";
import type { LicensesReads } from "./select/pool.ts";

export type All = Everything<LicensesReads>;
export type Say = (what: string) => void;

const quietly: Say = () => undefined;

/** An account of somebody, with its ticket. */
export interface Entry {
  readonly number: number;
  readonly organization: OrganizationId;
  readonly person: PersonId;
  readonly ticket: number;
}

/** All accounts of a pool, by person, as their buckets list them. */
export function people(
  all: All,
  host: string,
  pool: PoolRecord,
  say: Say = quietly,
): readonly AccountsEntry[] {
  return checkedEntries<AccountsEntry>(
    (own) => all.get("accounts", host, own),
    accountsOf(host as OrganizationId),
    pool.accounts,
    say,
  );
}

/** The accounts of a pool in one state. */
export function accounts(all: All, host: string, pool: PoolRecord, state: Account[3]): Entry[] {
  return people(all, host, pool).flatMap(([natural, own]) =>
    own
      .filter((each) => each[3] === state)
      .map((account) => ({
        number: account[0],
        ...holderOf(natural, account),
        ticket: account[2],
      })),
  );
}

/** The numbers of a pool's units, with the index of the grants in each. */
export function grantLists(pool: PoolRecord): (readonly [number: number, PageIndex])[] {
  return [
    [HOST_UNIT, pool.hostGranted],
    ...(pool.hierarchy === undefined
      ? []
      : [[pool.hierarchy.number, pool.hierarchy.granted] as const]),
    ...pool.units.map(({ number, granted }) => [number, granted] as const),
  ];
}

/** Who holds a grant, as the units' lists have it. */
export function granted(all: All, host: string, pool: PoolRecord, say: Say): Entry[] {
  return grantLists(pool).flatMap(([number, index]) => {
    const where = grantedIn(host as OrganizationId, number);
    const list = checkedTickets<GrantedPage["entries"][number]>(all, where, index, say);
    return list.map(([ticket, organization, person]) => ({ number, organization, person, ticket }));
  });
}

/** Who waits, as the pool's list has it. */
export function deferred(all: All, host: string, pool: PoolRecord, say: Say): Entry[] {
  return inLine(all, deferredOf(host as OrganizationId), pool.waiting, say);
}

/** For whom something is reserved, as the pool's list has it. */
export function reserved(all: All, host: string, pool: PoolRecord, say: Say): Entry[] {
  return inLine(all, reservedOf(host as OrganizationId), pool.reserved ?? EMPTY_PAGES, say);
}

/** The numbers of a pool's units, with the index of who waits for each. */
export function queueLists(pool: PoolRecord): (readonly [number: number, PageIndex])[] {
  const { hierarchy, units, queue = EMPTY_PAGES } = pool;
  return [
    [HOST_UNIT, queue],
    ...[...(hierarchy === undefined ? [] : [hierarchy]), ...units].map(
      (unit) => [unit.number, unit.queue ?? EMPTY_PAGES] as const,
    ),
  ];
}

/** Who waits, as the lists of the units have it. */
export function queued(all: All, host: string, pool: PoolRecord, say: Say): Entry[] {
  return queueLists(pool).flatMap(([number, index]) => {
    const where = queueIn(host as OrganizationId, number);
    const list = checkedTickets<QueuePage["entries"][number]>(all, where, index, say);
    return list.map(([ticket, organization, person]) => ({ number, organization, person, ticket }));
  });
}

function inLine(
  all: All,
  where: Pages<"deferred" | "reserved">,
  index: PageIndex,
  say: Say,
): Entry[] {
  const list = checkedTickets<DeferredPage["entries"][number]>(all, where, index, say);
  return list.map(([ticket, number, organization, person]) => ({
    number,
    organization,
    person,
    ticket,
  }));
}

/** The linked unit with a number. */
export function unitOf(pool: PoolRecord, number: number): PoolUnit | undefined {
  return pool.units.find((unit) => unit.number === number);
}

/** Whether an organization is a Member whose people are accounted for in a unit. */
export function isInUnit(all: All, unit: PoolUnit, organization: string): boolean {
  const covered = unit.organization === null || unit.organization === organization;
  return covered && (all.get("association", unit.space, organization)?.order ?? 0) > 0;
}
