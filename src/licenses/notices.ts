/** Who is told what about licenses, once a step has come to rest. */
import type { OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { notify } from "../core/transaction.ts";
import { noticesOfUse } from "./alerts.ts";
import type { Account, AccountOf, LicensesEvents } from "./model.ts";
import { accountIn } from "./select/holding.ts";
import type { Deciding, Reading } from "./select/pool.ts";
import { noticesOfTerms } from "./terms.ts";

type Happened = {
  readonly [Type in keyof LicensesEvents]: EventEnvelope<Type, LicensesEvents[Type]>;
}[keyof LicensesEvents];

/** Tells of accounts that the step has made wait, of a term that is over, and of use that has come to the threshold. */
export function noticesOfLicenses(tx: Deciding, policy: Policy): void {
  const deferred = new Map<OrganizationId, AccountOf[]>();
  for (const { type, data } of tx.events as readonly Happened[]) {
    if (type !== "license.deferred") continue;
    const those = deferred.get(data.host);
    if (those === undefined) deferred.set(data.host, [data]);
    else those.push(data);
  }
  for (const [host, accounts] of deferred) tellDeferred(tx, host, accounts);
  noticesOfTerms(tx, policy);
  noticesOfUse(tx, policy);
}

/** What an account waits with, if it still does. */
function placeOf(tx: Reading, named: AccountOf): Account | null {
  const account = accountIn(tx, named);
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
