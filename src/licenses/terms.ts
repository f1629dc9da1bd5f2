/** Who is told that the term of a purchase has ended, and that grace is over. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, notify, read } from "../core/transaction.ts";
import type { LicensesEvents } from "./model.ts";
import type { Deciding } from "./select/pool.ts";
import { graceUntil, reachedAt } from "./select/term.ts";

/** The Hosts to whose pools something has happened in this step. */
function hostsTouched(tx: Deciding): ReadonlySet<OrganizationId> {
  const hosts = new Set<OrganizationId>();
  for (const { type, data } of tx.events as readonly EventOf<LicensesEvents>[]) {
    if (type === "license.purchased") hosts.add(data.organization);
    else if (type.startsWith("license.") && "host" in data) hosts.add(data.host);
  }
  return hosts;
}

/** Tells of each end that a purchase has reached, by the first input that changes its pool from then on. */
export function noticesOfTerms(tx: Deciding, policy: Policy): void {
  for (const host of hostsTouched(tx)) tellOfTerm(tx, policy, host);
}

/** LIC-20: tells the Host's main admins once of either end; of both at once, the later. */
const tellOfTerm = effect("LIC-20", (tx: Deciding, policy: Policy, host: OrganizationId): void => {
  const pool = read(tx, "pool", host);
  if (pool?.until === undefined) return;
  const { until, reached } = pool;
  const now = reachedAt(until, tx.at, policy);
  if (now === null || now === reached || reached === "over") return;
  emit(tx, "license.term-reached", { host, reached: now });
  notify(tx, {
    kind: now === "over" ? "LICENSE_TERM_OVER" : "LICENSE_TERM_ENDING",
    to: [{ kind: "main-admins", organization: host }],
    data: { organization: host, until, graceUntil: graceUntil(until, policy) },
  });
});
