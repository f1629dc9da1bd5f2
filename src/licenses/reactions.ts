/** What other areas' events make happen to licenses, in the order in which it does. */
import type { OrganizationId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { dropRemovedDepartments, endPools, endUnits } from "./ending.ts";
import { dropMoved, grantEntrants, lookAround } from "./entering.ts";
import { serve } from "./giving.ts";
import type { LicensesEvents } from "./model.ts";
import { releaseLeft, releaseResigned } from "./releasing.ts";
import type { LicensesTx } from "./select/pool.ts";

type Happened = {
  readonly [Type in keyof LicensesEvents]: EventEnvelope<Type, LicensesEvents[Type]>;
}[keyof LicensesEvents];

/** A reaction to the events of one generation. */
type Reaction = (
  tx: LicensesTx,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

/** The reactions of this area, in the order in which they run. */
export const licensesReactions: readonly Reaction[] = [
  endPools,
  releaseResigned,
  releaseLeft,
  dropRemovedDepartments,
];

/** The pools in which events of this step have made something free, or the list of who waits shorter. */
function hostsFreed(tx: LicensesTx): OrganizationId[] {
  const hosts = new Set<OrganizationId>();
  for (const { type, data } of tx.events as readonly Happened[]) {
    if (type === "license.purchased") hosts.add(data.organization);
    if (type === "license.released" || type === "license.undeferred") hosts.add(data.host);
  }
  return [...hosts];
}

/**
 * Brings licenses to rest once everybody who leaves has left: units end, licenses that are free go to
 * the accounts that wait (LIC-11, LIC-16), what is left then to those who have entered (LIC-10). Doing
 * it twice does nothing the second time.
 */
export function serveDeferred(tx: LicensesTx, policy: Policy): void {
  endUnits(tx);
  const found = lookAround(tx);
  dropMoved(tx, found);
  for (const host of hostsFreed(tx)) serve(tx, policy, host);
  grantEntrants(tx, policy, found);
}
