/** Whoever leaves gives back at once what they hold: by resigning everywhere, by leaving a Space there. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, read } from "../core/transaction.ts";
import type { RosterEvents } from "../roster/model.ts";
import { takeAway } from "./giving.ts";
import type { Account, AccountOf } from "./model.ts";
import { accountIn, accountsOfPerson } from "./select/holding.ts";
import { type LicensesTx, poolOf, unitOf } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

type Happened = EventEnvelope<string, unknown>;
type Left = EventEnvelope<"roster.left", RosterEvents["roster.left"]>;
type Resigned = EventEnvelope<"person.resigned", RosterEvents["person.resigned"]>;

/** An account that somebody may have to give back, and the event that says so. */
interface Leaving {
  readonly cause: number;
  readonly account: AccountOf;
}

/** Takes away those of these accounts that there are. */
function release(tx: LicensesTx, leaving: readonly Leaving[], because: "resigned" | "left"): void {
  const found: (Leaving & { readonly has: Account })[] = [];
  each(tx, leaving, (one) => {
    const { host, number, organization, person } = one.account;
    const accounts = accountsOfPerson(tx, host, poolOf(tx, host), person);
    const has = accountIn(accounts, number, organization);
    if (has !== undefined) found.push({ ...one, has });
  });
  const before = tx.cause;
  for (const { cause, account, has } of found) {
    tx.cause = cause;
    takeAway(tx, account, has[3], because);
  }
  tx.cause = before;
}

/** The accounts in linked units of those who left a Roster, for these reasons. */
function leftSpaces(
  tx: LicensesTx,
  events: readonly Happened[],
  concerns: (because: RosterEvents["roster.left"]["because"]) => boolean,
): Leaving[] {
  const leaving: Leaving[] = [];
  each(tx, events, (event) => {
    if (event.type !== "roster.left") return;
    const { space, organization, person, because } = (event as Left).data;
    if (!concerns(because)) return;
    const where = downstreamUnit(tx, space, organization);
    if (where === null) return;
    const unit = unitOf(where.host, where.unit);
    leaving.push({ cause: event.seq, account: { ...unit, organization, person } });
  });
  return leaving;
}

/** The accounts in the Host's own unit of those of its people who resigned. */
function leftHosts(tx: LicensesTx, events: readonly Happened[]): Leaving[] {
  const leaving: Leaving[] = [];
  each(tx, events, (event) => {
    if (event.type !== "person.resigned") return;
    const { organization, person } = (event as Resigned).data;
    if (read(tx, "pool", organization) === null) return;
    const unit = unitOf(organization, null);
    leaving.push({ cause: event.seq, account: { ...unit, organization, person } });
  });
  return leaving;
}

/** LIC-12, RESIGN-01, RESIGN-03: who resigns gives back all grants, in whatever unit of whatever Host. */
export const releaseResigned = effect(
  ["LIC-12", "RESIGN-01", "RESIGN-03"],
  (tx: LicensesTx, _policy: Policy, events: readonly Happened[]): void => {
    release(
      tx,
      [...leftHosts(tx, events), ...leftSpaces(tx, events, (because) => because === "resigned")],
      "resigned",
    );
  },
);

/** LIC-13, EXIT-04: who leaves a Space in another way gives back the grant in its unit. */
export const releaseLeft = effect(
  ["LIC-13", "EXIT-04"],
  (tx: LicensesTx, _policy: Policy, events: readonly Happened[]): void => {
    release(
      tx,
      leftSpaces(tx, events, (because) => because !== "resigned"),
      "left",
    );
  },
);
