/** Deciding: the holder of an open task approves, rejects, or sends back. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { FlowsCommands, TaskNamed, TaskRecord } from "./model.ts";
import { type CommandOf, type Deciding, identityOf, type Reading, taskOf } from "./select/flows.ts";
import { handlingRefusal } from "./select/handling.ts";
import {
  actorHoldsTask,
  concernedBy,
  instanceKnown,
  instanceRuns,
  taskKnown,
  taskNamed,
  taskPends,
} from "./select/known.ts";
import { approve, beginStep, closeAll, reject } from "./steps.ts";

/** Why nothing may be said to an actor about a task, if so: the instance or the task is unknown. */
export function taskUnknown(tx: Reading, by: Actor, named: TaskNamed) {
  return (
    actingAloneRefusal(tx, by) ??
    instanceKnown(tx, by, named.instance, concernedBy(tx, by, named)) ??
    taskKnown(tx, named)
  );
}

/** Why an actor may not act on a known task, if so (FLOW-11, and all that use of the app asks). */
export function actRefusal(tx: Reading, policy: Policy, by: Actor, named: TaskNamed) {
  const { instance } = named;
  return (
    actorHoldsTask(tx, by, named) ??
    handlingRefusal(
      tx,
      identityOf(by),
      instance,
      policy,
      () => instanceRuns(tx, instance) ?? taskPends(tx, named),
    )
  );
}

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

/** PROTO-03: a task is sent back to one of an earlier step. */
const returnTargetKnown = guard(
  "PROTO-03",
  (tx: Reading, { instance, task, to }: FlowsCommands["task.return"]) => {
    const target: TaskRecord | null = taskNamed(tx, { instance, task: to });
    return target !== null && target.step < taskOf(tx, { instance, task }).step
      ? null
      : refuse("UNKNOWN_TASK", { instance, task: to });
  },
);

/** FLOW-01: back to an earlier step, which begins anew. */
const sendBack = effect(
  "FLOW-01",
  (
    tx: Deciding,
    by: Actor,
    { instance, task, to }: FlowsCommands["task.return"],
    policy: Policy,
  ): void => {
    const { step } = taskOf(tx, { instance, task: to });
    emit(tx, "task.closed", { instance, task, how: "returned", by: identityOf(by) });
    closeAll(tx, instance, "superseded", null);
    beginStep(tx, instance, step, policy);
  },
);

/** The holder sends the instance back to the step of an earlier task. */
export function returnTask(tx: Deciding, { by, data }: CommandOf<"task.return">, policy: Policy) {
  const refusal =
    taskUnknown(tx, by, data) ?? returnTargetKnown(tx, data) ?? actRefusal(tx, policy, by, data);
  if (refusal === null) sendBack(tx, by, data, policy);
  return refusal;
}
