/** What other areas' events make happen to flows, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { FlowsEvents, FlowsRecords } from "./model.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: Tx<FlowsRecords, FlowsEvents>,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

export const flowsReactions: readonly Reaction[] = [];
