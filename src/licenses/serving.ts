/** Licenses come to rest: what is free goes to who waits, and to who has come in. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { dropMoved, grantEntrants, lookAround } from "./auto-grant.ts";
import { serve } from "./giving.ts";
import type { LicensesEvents } from "./model.ts";
import type { Deciding, Reading } from "./select/pool.ts";
import type { Moving } from "./who-to-auto-grant.ts";

/** An event that makes licenses free, or the list of who waits for one shorter. */
type Freeing = EventOf<
  LicensesEvents,
  "license.purchased" | "license.released" | "license.undeferred"
>;

/** The pools in which something has become free in this step, or fewer wait. */
function hostsFreed(tx: Reading): OrganizationId[] {
  const hosts = new Set<OrganizationId>();
  for (const { type, data } of tx.events as readonly EventOf<LicensesEvents>[]) {
    if (type === "license.purchased") hosts.add(data.organization);
    if (type === "license.released" || type === "license.undeferred") hosts.add(data.host);
  }
  return [...hosts];
}

/**
 * LIC-10, LIC-11, LIC-16: licenses that are free go to the accounts that wait, what is left then to
 * those who have entered. Doing it twice does nothing the second time.
 */
export function serveDeferred(
  tx: Deciding,
  events: readonly (Freeing | Moving)[],
  policy: Policy,
): void {
  const found = lookAround(tx, events, policy);
  dropMoved(tx, found);
  for (const host of hostsFreed(tx)) serve(tx, policy, host);
  grantEntrants(tx, policy, found);
}
