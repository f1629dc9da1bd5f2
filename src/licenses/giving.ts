/** Giving licenses, taking them back, and waiting for them: the only way to each, for every cause. */
import { entryKeys } from "../core/hashed.ts";
import type { OrganizationId, PersonId } from "../core/ids.ts";
import { pageKeys } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must, want } from "../core/transaction.ts";
import { growthKeys } from "../spaces/select/places.ts";
import type { Account, AccountOf, DeferredPage, LicensesEvents, PoolUnit } from "./model.ts";
import { accountsOfPerson } from "./select/holding.ts";
import { accountsOf, deferredOf, grantedIn, HOST_UNIT } from "./select/places.ts";
import {
  hasLicenses,
  type LicensesTx,
  poolOf,
  takesLicense,
  unitOf,
  usedOf,
} from "./select/pool.ts";

type Waiting = DeferredPage["entries"][number];

/** The linked unit with a number; `null` is the Host's own. */
export function unitNumbered(
  tx: LicensesTx,
  host: OrganizationId,
  number: number,
): PoolUnit | null {
  if (number === HOST_UNIT) return null;
  return poolOf(tx, host).units.find((unit) => unit.number === number) as PoolUnit;
}

/** Grants. Whoever comes to count brings along what they wait for and what takes no license now. */
export function give(
  tx: LicensesTx,
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
  (tx: LicensesTx, policy: Policy, host: OrganizationId, person: PersonId): void => {
    const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
    for (const [number, organization, , state] of accounts) {
      if (state === "held" || takesLicense(accounts, number, policy)) continue;
      const unit = unitOf(host, unitNumbered(tx, host, number));
      const because = "waiting-list";
      emit(tx, "license.granted", { ...unit, organization, person, because });
    }
  },
);

/** How many licenses a grant takes: one, or none if the person counts already. */
export function licensesFor(
  tx: LicensesTx,
  policy: Policy,
  { host, number, person }: Pick<AccountOf, "host" | "number" | "person">,
): number {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
  return takesLicense(accounts, number, policy) ? 1 : 0;
}

/** Grants automatically if a license is left for it; otherwise the account waits, or is let go. */
export function giveOrDefer(tx: LicensesTx, policy: Policy, account: AccountOf): void {
  const pool = poolOf(tx, account.host);
  if (hasLicenses(pool, licensesFor(tx, policy, account), policy)) {
    give(tx, policy, account, "automatic");
  } else if (policy.autoGrantWhenEmpty === "wait") {
    defer(tx, account);
  }
}

/** LIC-11: an automatic grant that finds no license waits, first come first. */
const defer = effect("LIC-11", (tx: LicensesTx, account: AccountOf): void => {
  emit(tx, "license.deferred", account);
});

/** Takes away what an identity has in a unit, be it a grant or a place on the waiting list. */
export function takeAway(
  tx: LicensesTx,
  account: AccountOf,
  state: Account[3],
  because: "resigned" | "left" | "unlinked",
): void {
  if (state === "held") emit(tx, "license.released", { ...account, because });
  else emit(tx, "license.undeferred", { ...account, because });
}

/** LIC-11, LIC-16: licenses that are free go to the accounts that wait, first come first. */
export const serve = effect(
  ["LIC-11", "LIC-16"],
  (tx: LicensesTx, policy: Policy, host: OrganizationId): void => {
    const pool = poolOf(tx, host);
    if (pool.waiting.count === 0 || !hasLicenses(pool, 0, policy)) return;
    wantFirst(tx, host, Math.max(1, pool.purchased - usedOf(pool, policy)));
    for (;;) {
      const first = firstWaiting(tx, host);
      if (first === null) return;
      const [, number, organization, person] = first;
      const unit = unitOf(host, unitNumbered(tx, host, number));
      const account = { ...unit, organization, person };
      const wanted = licensesFor(tx, policy, account);
      if (!hasLicenses(poolOf(tx, host), wanted, policy)) return;
      give(tx, policy, account, "waiting-list");
    }
  },
);

function firstWaiting(tx: LicensesTx, host: OrganizationId): Waiting | null {
  const page = poolOf(tx, host).waiting.pages[0];
  if (page === undefined) return null;
  return must(tx, "deferred", host, String(page)).entries[0] as Waiting;
}

/** Asks for whatever granting to so many of those who wait, first come first, will touch. */
function wantFirst(tx: LicensesTx, host: OrganizationId, licenses: number): void {
  if (tx.complete) return;
  const { waiting } = poolOf(tx, host);
  // Pages in front may have thinned out, so each is good for one at least.
  const pages = pageKeys(deferredOf(host), waiting, Math.min(waiting.pages.length, licenses));
  want(tx, pages);
  const first = pages
    .flatMap((key) => must(tx, ...key).entries as Waiting[])
    .slice(0, licenses + 1);
  wantGrants(
    tx,
    host,
    first.map(([, number, , person]) => ({ number, person })),
  );
}

/** Asks at once for what looking up these accounts, granting or deferring them will touch. */
export function wantGrants(
  tx: LicensesTx,
  host: OrganizationId,
  accounts: readonly Pick<AccountOf, "number" | "person">[],
): void {
  if (tx.complete || accounts.length === 0) return;
  const pool = poolOf(tx, host);
  const people = accounts.map(({ person }) => person);
  const granted = [...new Set(accounts.map(({ number }) => number))].flatMap((number) => {
    const index = unitNumbered(tx, host, number)?.granted ?? pool.hostGranted;
    return growthKeys(grantedIn(host, number), index, accounts.length);
  });
  want(tx, [
    ...entryKeys(accountsOf(host), pool.accounts, people, people.length),
    ...granted,
    ...growthKeys(deferredOf(host), pool.waiting, accounts.length),
  ]);
}
