/** Who is told what about tasks, once a step has come to rest. */
import type { Policy } from "../core/policy.ts";
import type { Tx } from "../core/transaction.ts";
import type { FlowsEvents, FlowsRecords } from "./model.ts";

export function noticesOfFlows(_tx: Tx<FlowsRecords, FlowsEvents>, _policy: Policy): void {}
