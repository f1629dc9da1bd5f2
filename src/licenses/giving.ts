/** Giving licenses, taking them back, and waiting for them: the only way to each, for every cause. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import { allTickets, type Pages, pageKeys, type Ticketed } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import type { PageIndex } from "../core/structures.ts";
import { emit, independently, must, readBefore } from "../core/transaction.ts";
import { naturalOf } from "../directory/select/naturals.ts";
import type { Account, AccountOf, DeferredPage, LicensesEvents, QueuePage } from "./model.ts";
import { accountsOfPerson, accountsWith, holderOf } from "./select/holding.ts";
import { deferredOf, HOST_UNIT, queueIn } from "./select/keys.ts";
import {
  fitsUnit,
  hasRoom,
  listedAs,
  sparesReserve,
  unitNumbered,
  unitNumbers,
} from "./select/limits.ts";
import {
  type Deciding,
  EMPTY_POOL,
  hasLicenses,
  poolOf,
  type Reading,
  takesLicense,
  unitOf,
} from "./select/pool.ts";
import { fitsUnder } from "./select/seats.ts";
import { grantsGoOn } from "./select/term.ts";

type Waiting = DeferredPage["entries"][number];
type Queued = QueuePage["entries"][number];

/** Grants. Whoever comes to count brings along what they wait for and what takes no license now. */
export function give(
  tx: Deciding,
  policy: Policy,
  account: AccountOf,
  because: LicensesEvents["license.granted"]["because"],
): void {
  emit(tx, "license.granted", { ...account, because });
  bringAlong(tx, policy, account.host, naturalOf(tx, account));
}

/** LIC-14: within one unit, or wherever accounts are counted together, one license is enough. */
const bringAlong = effect(
  ["LIC-11", "LIC-14"],
  (tx: Deciding, policy: Policy, host: OrganizationId, natural: PersonId): void => {
    const accounts = accountsOfPerson(tx, host, poolOf(tx, host), natural);
    for (const account of accounts) {
      const [number, , , state] = account;
      if (state !== "waits" || takesLicense(accounts, number, policy)) continue;
      const holder = holderOf(natural, account);
      if (!fitsIn(tx, { host, number, ...holder })) continue;
      const unit = unitOf(host, unitNumbered(poolOf(tx, host), number));
      emit(tx, "license.granted", { ...unit, ...holder, because: "waiting-list" });
    }
  },
);

type Numbered = Pick<AccountOf, "host" | "number" | "organization" | "person">;

/** SEAT-04: whether no cap of their Branch keeps somebody from the Hierarchy unit. */
const passesBranch = (tx: Reading, { host, number, organization, person }: Numbered): boolean =>
  number !== poolOf(tx, host).hierarchy?.number || fitsUnder(tx, host, organization, person);

/** LIC-19, SEAT-04: whether neither a unit's limit nor a cap of their Branch keeps somebody from the unit. */
export const fitsIn = (tx: Reading, account: Numbered): boolean =>
  fitsUnit(tx, account) && passesBranch(tx, account);

/** How many licenses a grant takes: one, or none if the person counts already. */
function licensesFor(tx: Reading, policy: Policy, { host, number, ...identity }: Numbered): number {
  const accounts = accountsWith(tx, host, poolOf(tx, host), identity);
  return takesLicense(accounts, number, policy) ? 1 : 0;
}

/**
 * Whether a license is left for an account: in the pool, while its term goes on (LIC-20), and besides what is kept for
 * the Host (LIC-19).
 */
export function isLeftFor(tx: Reading, policy: Policy, account: Numbered): boolean {
  if (!grantsGoOn(tx, account.host)) return false;
  const pool = poolOf(tx, account.host);
  const wanted = licensesFor(tx, policy, account);
  return hasLicenses(pool, wanted, policy) && sparesReserve(pool, account.number, wanted, policy);
}

/** Grants automatically if a license is left for it; otherwise the account waits, or is let go. */
export function giveOrDefer(tx: Deciding, policy: Policy, account: AccountOf): void {
  if (isLeftFor(tx, policy, account) && fitsIn(tx, account)) {
    give(tx, policy, account, "automatic");
  } else if (policy.autoGrantWhenEmpty === "wait") {
    defer(tx, account);
  }
}

/** LIC-11: an automatic grant that finds no license waits, first come first. */
const defer = effect("LIC-11", (tx: Deciding, account: AccountOf): void => {
  emit(tx, "license.deferred", account);
});

/** Takes away what an identity has in a unit, be it a grant, a place on the waiting list, or reserved. */
export function takeAway(
  tx: Deciding,
  account: AccountOf,
  state: Account[3],
  because: "resigned" | "left" | "suspended" | "unlinked",
): void {
  if (state === "held") emit(tx, "license.released", { ...account, because });
  else emit(tx, "license.undeferred", { ...account, because });
}

/**
 * LIC-11, LIC-16: licenses that are free go to the accounts that wait, first come first. An account
 * that takes none can wait only while the pool is over-allocated, or its Branch full (SEAT-04), or its term over (LIC-20);
 * it comes in when that is over.
 *
 * @param roomier whether a Branch may hold more than before the step, or the pool grants again
 */
export const serve = effect(
  ["LIC-11", "LIC-16"],
  (tx: Deciding, policy: Policy, host: OrganizationId, roomier = false): void => {
    if (!canServe(tx, policy, host)) return;
    if (roomier || !hasLicenses(readBefore(tx, "pool", host) ?? EMPTY_POOL, 0, policy)) {
      serveCounted(tx, policy, host);
    }
    let served: number | null = null;
    for (;;) {
      const first = firstServed(tx, host, policy);
      // Who has been served waits no longer; a guess may find the same in line for ever.
      if (first === null || first[0] === served) return;
      served = first[0];
      const account = waitingAccount(tx, host, first);
      if (!isLeftFor(tx, policy, account)) return;
      give(tx, policy, account, "waiting-list");
    }
  },
);

/** Whether somebody waits for a pool that grants licenses, and is not over-allocated. */
function canServe(tx: Reading, policy: Policy, host: OrganizationId): boolean {
  const pool = poolOf(tx, host);
  return pool.waiting.count > 0 && grantsGoOn(tx, host) && hasLicenses(pool, 0, policy);
}

function waitingAccount(
  tx: Reading,
  host: OrganizationId,
  [, number, organization, person]: Waiting,
): AccountOf {
  return { ...unitOf(host, unitNumbered(poolOf(tx, host), number)), organization, person };
}

/** The first of a list of who waits whom nothing holds up, or `null`. */
function firstOf<Entry extends Ticketed>(
  tx: Reading,
  where: Pages,
  index: PageIndex,
  isHeldUp: (entry: Entry) => boolean,
): Entry | null {
  const page = pageKeys(where, index, 1)[0];
  if (page === undefined) return null;
  const first = (must(tx, ...(page as Key<"deferred">)).entries as readonly unknown[])[0] as Entry;
  if (!isHeldUp(first)) return first;
  const all = allTickets<Entry>(tx, where, index);
  // Noted at once: whoever is looked for would come upon one at a time.
  if (tx.guess !== null) independently(tx, all, isHeldUp);
  return all.find((each) => !isHeldUp(each)) ?? null;
}

/** LIC-19: who is first in line for one unit, if it may hold one more, and somebody more of it. */
function firstInQueue(
  tx: Reading,
  host: OrganizationId,
  number: number,
  policy: Policy,
): Waiting | null {
  const pool = poolOf(tx, host);
  const unit = listedAs(pool, number);
  const index = number === HOST_UNIT ? pool.queue : unit?.queue;
  if (index === undefined || !hasRoom(unit)) return null;
  const named = ([, organization, person]: Queued) => ({ host, number, organization, person });
  const first = firstOf<Queued>(tx, queueIn(host, number), index, (entry) => {
    const account = named(entry);
    return (
      !passesBranch(tx, account) ||
      !sparesReserve(pool, number, licensesFor(tx, policy, account), policy)
    );
  });
  return first === null ? null : [first[0], number, first[1], first[2]];
}

/**
 * Who is served next: the first in line whom neither a limit of their unit, nor what is kept for the Host (LIC-19), nor a
 * cap of their Branch (SEAT-04) holds up.
 */
export function firstServed(tx: Reading, host: OrganizationId, policy: Policy): Waiting | null {
  const pool = poolOf(tx, host);
  if (pool.queues !== true) {
    return firstOf<Waiting>(
      tx,
      deferredOf(host),
      pool.waiting,
      ([, number, organization, person]) =>
        !passesBranch(tx, { host, number, organization, person }),
    );
  }
  const firsts = unitNumbers(pool).flatMap((number) => {
    const first = firstInQueue(tx, host, number, policy);
    return first === null ? [] : [first];
  });
  return firsts.sort(([one], [other]) => one - other)[0] ?? null;
}

/** Brings in all who wait and count already, wherever they stand. */
function serveCounted(tx: Deciding, policy: Policy, host: OrganizationId): void {
  const { waiting } = poolOf(tx, host);
  const entries = allTickets<Waiting>(tx, deferredOf(host), waiting);
  const naturals = entries.map(([, , organization, person]) =>
    naturalOf(tx, { organization, person }),
  );
  for (const natural of new Set(naturals)) bringAlong(tx, policy, host, natural);
}
