/** Deciding: the holder of an open task approves, rejects, or sends back. */
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { FlowsCommands } from "./model.ts";
import { type CommandOf, type Deciding, identityOf, instanceOf, taskOf } from "./select/flows.ts";
import { actRefusal, taskUnknown } from "./select/handling.ts";
import { isTold, returnPossible, returnTargetKnown, wayFits, wayOn } from "./select/returns.ts";
import { approve, beginStep, closeAll, reject } from "./steps.ts";

/** The holder approves. */
export function approveTask(tx: Deciding, { by, data }: CommandOf<"task.approve">, policy: Policy) {
  const refusal = taskUnknown(tx, by, data) ?? actRefusal(tx, policy, by, data);
  if (refusal === null) approve(tx, data, identityOf(by), policy);
  return refusal;
}

/** The holder rejects. */
export function rejectTask(tx: Deciding, { by, data }: CommandOf<"task.reject">, policy: Policy) {
  const refusal = taskUnknown(tx, by, data) ?? actRefusal(tx, policy, by, data);
  if (refusal === null) reject(tx, data, identityOf(by), policy);
  return refusal;
}

/** FLOW-01, FLOW-17: back to an earlier step, which begins anew, or to the initiator, for whom the instance waits. */
const sendBack = effect(
  ["FLOW-01", "FLOW-17"],
  (tx: Deciding, by: Actor, data: FlowsCommands["task.return"], policy: Policy): void => {
    const { instance, task, to } = data;
    const step = to === "initiator" ? to : taskOf(tx, { instance, task: to }).step;
    const then = wayOn(data, policy);
    const isSaid = isTold(instanceOf(tx, instance), to, policy);
    emit(tx, "task.closed", { instance, task, how: "returned", by: identityOf(by) });
    closeAll(tx, instance, "superseded", null);
    if (isSaid) {
      emit(tx, "flow.returned", { instance, task, to: step, then });
    }
    if (step !== "initiator") beginStep(tx, instance, step, policy);
  },
);

/** The holder sends the instance back to the step of an earlier task, or to its initiator. */
export function returnTask(tx: Deciding, { by, data }: CommandOf<"task.return">, policy: Policy) {
  const refusal =
    wayFits(data, policy) ??
    taskUnknown(tx, by, data) ??
    returnTargetKnown(tx, data) ??
    actRefusal(tx, policy, by, data) ??
    returnPossible(tx, data, policy);
  if (refusal === null) sendBack(tx, by, data, policy);
  return refusal;
}
