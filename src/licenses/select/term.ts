/** The term of a purchase: from its end on no license is granted, from the end of grace on none is used (LIC-20). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { daysAfter } from "../../core/time.ts";
import { read } from "../../core/transaction.ts";
import type { TermReached } from "../model.ts";
import type { Acting } from "./holding.ts";
import { poolOf, type Reading } from "./pool.ts";

/** When the grace of a purchase is over that ends at some time. */
export const graceUntil = (until: number, { licenseGraceDays }: Policy): number =>
  daysAfter(until, licenseGraceDays);

/** Which end of a purchase is reached at some time. */
export const reachedAt = (until: number, at: number, policy: Policy): TermReached | null => {
  if (at < until) return null;
  return at < graceUntil(until, policy) ? "ending" : "over";
};

/**
 * LIC-20: whether a pool grants licenses. One whose Host was told of the end of its term does not any more,
 * whenever what comes later is said to have happened: it would get ahead of who waits.
 */
export const grantsGoOn = view("LIC-20", (tx: Reading, host: OrganizationId): boolean => {
  const { until, reached } = poolOf(tx, host);
  return until === undefined || (tx.at < until && reached === undefined);
});

/** LIC-20: nothing is granted by hand from the end of the term on. */
export const termAllowsGrants = guard("LIC-20", (tx: Reading, host: OrganizationId) => {
  const { until } = poolOf(tx, host);
  return until === undefined || grantsGoOn(tx, host)
    ? null
    : refuse("LICENSE_TERM_ENDED", { until });
});

/** LIC-20: a license is used until grace is over. When the term ended is told to nobody but the Host. */
export const termAllowsUse = guard(
  "LIC-20",
  (tx: Reading, host: OrganizationId, { organization }: Acting, policy: Policy) => {
    const until = read(tx, "pool", host)?.until;
    if (until === undefined || reachedAt(until, tx.at, policy) !== "over") return null;
    return refuse("LICENSE_TERM_ENDED", organization === host ? { until } : {});
  },
);
