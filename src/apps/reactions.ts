/** What other areas' events make happen to apps, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { AppsEvents, AppsRecords } from "./model.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: Tx<AppsRecords, AppsEvents>,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

export const appsReactions: readonly Reaction[] = [];
