/** What always holds of flows. */
import { type Invariant, STRUCTURE } from "../core/invariants.ts";
import { boundaries, history, lists, submissions } from "./invariants-history.ts";
import { inertInvariants } from "./invariants-inert.ts";
import { holders, parking, running, ties } from "./invariants-people.ts";
import { standIns } from "./invariants-stand-ins.ts";
import { counts, indexes, reachable, returns, turns } from "./invariants-tasks.ts";
import type { FlowsReads } from "./select/flows.ts";

/** The invariants of flows. */
export const flowsInvariants: readonly Invariant<FlowsReads>[] = [
  { rules: [STRUCTURE], check: indexes },
  { rules: ["FLOW-11"], check: turns },
  { rules: ["FLOW-11", "FLOW-16", "APP-03"], check: counts },
  { rules: ["FLOW-17", "FLOW-18"], check: returns },
  { rules: ["HAND-02", "HAND-03", "RESIGN-01"], check: holders },
  { rules: ["HAND-02", "HAND-05"], check: parking },
  { rules: ["HAND-05", "FLOW-01"], check: running },
  { rules: ["HAND-02"], check: ties },
  { rules: ["FLOW-14"], check: standIns },
  { rules: ["FLOW-06", "HAND-04"], check: history },
  { rules: ["FLOW-04", "FLOW-05", "FLOW-07", "FLOW-08", "FLOW-09", "FLOW-10"], check: boundaries },
  { rules: ["HAND-04"], check: submissions },
  { rules: [STRUCTURE], check: lists },
  { rules: [STRUCTURE], check: reachable },
  ...inertInvariants,
];
