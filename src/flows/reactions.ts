/** What other areas' events make happen to flows, in the order in which it does. */
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { handoverReactions } from "./handover.ts";
import type { FlowsTx } from "./select/flows.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: FlowsTx,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

export const flowsReactions: readonly Reaction[] = handoverReactions;
