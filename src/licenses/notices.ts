/** Who is told what about licenses, once a step has come to rest. */
import type { OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { notify, readBefore } from "../core/transaction.ts";
import type { Account, AccountOf, LicensesEvents } from "./model.ts";
import { accountIn, accountsOfPerson } from "./select/holding.ts";
import {
  comparedOf,
  type Deciding,
  EMPTY_POOL,
  isHigh,
  poolOf,
  type Reading,
} from "./select/pool.ts";

type Happened = {
  readonly [Type in keyof LicensesEvents]: EventEnvelope<Type, LicensesEvents[Type]>;
}[keyof LicensesEvents];

/** Tells of accounts that the step has made wait, and of use that it has brought to the threshold. */
export function noticesOfLicenses(tx: Deciding, policy: Policy): void {
  const deferred = new Map<OrganizationId, AccountOf[]>();
  const changed = new Set<OrganizationId>();
  for (const { type, data } of tx.events as readonly Happened[]) {
    if (type === "license.purchased") changed.add(data.organization);
    if (type === "license.granted" || type === "license.released") changed.add(data.host);
    if (type !== "license.deferred") continue;
    const those = deferred.get(data.host);
    if (those === undefined) deferred.set(data.host, [data]);
    else those.push(data);
  }
  for (const [host, accounts] of deferred) tellDeferred(tx, host, accounts);
  for (const host of changed) {
    if (crossesThreshold(tx, policy, host)) alert(tx, policy, host);
  }
}

/** What an account waits with, if it still does. */
function placeOf(tx: Reading, { host, number, organization, person }: AccountOf): Account | null {
  const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
  const account = accountIn(accounts, number, organization);
  return account?.[3] === "waits" ? account : null;
}

/** LIC-11: tells the Host's main admins whose automatic grants wait, in the order in which they do. */
const tellDeferred = effect(
  "LIC-11",
  (tx: Deciding, host: OrganizationId, accounts: readonly AccountOf[]): void => {
    const people = accounts
      .filter((account) => placeOf(tx, account) !== null)
      .map(({ organization, person }): Identity => ({ organization, person }));
    if (people.length === 0) return;
    notify(tx, {
      kind: "LICENSE_AUTO_GRANT_DEFERRED",
      to: [{ kind: "main-admins", organization: host }],
      data: { organization: host, people },
    });
  },
);

/** ALERT-02, ALERT-03: whether use was below the threshold before the step and is not after it. */
function crossesThreshold(tx: Reading, policy: Policy, host: OrganizationId): boolean {
  const before = readBefore(tx, "pool", host) ?? EMPTY_POOL;
  return !isHigh(before, policy) && isHigh(poolOf(tx, host), policy);
}

/** ALERT-02, ALERT-04: tells the Host's main admins, and nobody else; it forbids nothing (ALERT-05). */
const alert = effect(
  ["ALERT-02", "ALERT-03", "ALERT-04"],
  (tx: Deciding, policy: Policy, organization: OrganizationId): void => {
    const pool = poolOf(tx, organization);
    notify(tx, {
      kind: "LICENSE_USAGE_HIGH",
      to: [{ kind: "main-admins", organization }],
      data: { organization, purchased: pool.purchased, used: comparedOf(pool, policy) },
    });
  },
);
