/** What always holds of flows. */
import type { Invariant } from "../core/findings.ts";
import type { FlowsRecords } from "./model.ts";

export const flowsInvariants: readonly Invariant<FlowsRecords>[] = [];
