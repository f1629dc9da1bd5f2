/** Giving licenses, taking them back, and waiting for them: the only way to each, for every cause. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must, readBefore } from "../core/transaction.ts";
import type { Account, AccountOf, DeferredPage, LicensesEvents, PoolUnit } from "./model.ts";
import { accountsOfPerson } from "./select/holding.ts";
import { deferredOf, HOST_UNIT } from "./select/keys.ts";
import {
  type Deciding,
  EMPTY_POOL,
  hasLicenses,
  poolOf,
  type Reading,
  takesLicense,
  unitOf,
} from "./select/pool.ts";

type Waiting = DeferredPage["entries"][number];

/** The linked unit with a number; `null` is the Host's own. */
function unitNumbered(tx: Reading, host: OrganizationId, number: number): PoolUnit | null {
  if (number === HOST_UNIT) return null;
  return poolOf(tx, host).units.find((unit) => unit.number === number) as PoolUnit;
}

/** Grants. Whoever comes to count brings along what they wait for and what takes no license now. */
export function give(
  tx: Deciding,
  policy: Policy,
  account: AccountOf,
  because: LicensesEvents["license.granted"]["because"],
): void {
  emit(tx, "license.granted", { ...account, because });
  bringAlong(tx, policy, account.host, account.person);
}

/** LIC-14: within one unit, or wherever accounts are counted together, one license is enough. */
const bringAlong = effect(
  ["LIC-11", "LIC-14"],
  (tx: Deciding, policy: Policy, host: OrganizationId, person: PersonId): void => {
    const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
    for (const [number, organization, , state] of accounts) {
      if (state !== "waits" || takesLicense(accounts, number, policy)) continue;
      const unit = unitOf(host, unitNumbered(tx, host, number));
      const because = "waiting-list";
      emit(tx, "license.granted", { ...unit, organization, person, because });
    }
  },
);

/** How many licenses a grant takes: one, or none if the person counts already. */
export function licensesFor(
  tx: Reading,
  policy: Policy,
  { host, number, person }: Pick<AccountOf, "host" | "number" | "person">,
): number {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
  return takesLicense(accounts, number, policy) ? 1 : 0;
}

/** Grants automatically if a license is left for it; otherwise the account waits, or is let go. */
export function giveOrDefer(tx: Deciding, policy: Policy, account: AccountOf): void {
  const pool = poolOf(tx, account.host);
  if (hasLicenses(pool, licensesFor(tx, policy, account), policy)) {
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
 * that takes none can wait only while the pool is over-allocated; it comes in when that is over.
 */
export const serve = effect(
  ["LIC-11", "LIC-16"],
  (tx: Deciding, policy: Policy, host: OrganizationId): void => {
    if (!canServe(tx, policy, host)) return;
    if (!hasLicenses(readBefore(tx, "pool", host) ?? EMPTY_POOL, 0, policy)) {
      serveCounted(tx, policy, host);
    }
    let served: number | null = null;
    for (;;) {
      const first = firstWaiting(tx, host);
      // Who has been served waits no longer; a guess may find the same in line for ever.
      if (first === null || first[0] === served) return;
      served = first[0];
      const account = waitingAccount(tx, host, first);
      const wanted = licensesFor(tx, policy, account);
      if (!hasLicenses(poolOf(tx, host), wanted, policy)) return;
      give(tx, policy, account, "waiting-list");
    }
  },
);

/** Whether somebody waits for a pool that is not over-allocated. */
function canServe(tx: Reading, policy: Policy, host: OrganizationId): boolean {
  const pool = poolOf(tx, host);
  return pool.waiting.count > 0 && hasLicenses(pool, 0, policy);
}

function waitingAccount(
  tx: Reading,
  host: OrganizationId,
  [, number, organization, person]: Waiting,
): AccountOf {
  return { ...unitOf(host, unitNumbered(tx, host, number)), organization, person };
}

/** Who is first in line, or `null`. */
export function firstWaiting(tx: Reading, host: OrganizationId): Waiting | null {
  const page = poolOf(tx, host).waiting.pages[0];
  if (page === undefined) return null;
  return must(tx, "deferred", host, String(page)).entries[0] as Waiting;
}

/** Brings in all who wait and count already, wherever they stand. */
function serveCounted(tx: Deciding, policy: Policy, host: OrganizationId): void {
  const { waiting } = poolOf(tx, host);
  const entries = allTickets<Waiting>(tx, deferredOf(host), waiting);
  for (const person of new Set(entries.map(([, , , each]) => each))) {
    bringAlong(tx, policy, host, person);
  }
}
