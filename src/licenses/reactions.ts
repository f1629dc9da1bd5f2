/** What other areas' events make happen to licenses, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { LicensesEvents, LicensesRecords } from "./model.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: Tx<LicensesRecords, LicensesEvents>,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

export const licensesReactions: readonly Reaction[] = [];

/** LIC-11, LIC-16: licenses that have become free go to the accounts that wait, first come first. */
export function serveDeferred(_tx: Tx<LicensesRecords, LicensesEvents>, _policy: Policy): void {}
