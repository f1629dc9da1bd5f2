/** How an instance goes on: steps begin, tasks are done, and it ends. */
import type { InstanceId } from "../core/ids.ts";
import type { Doer, Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { FlowEnd, OpenedPage, TaskNamed } from "./model.ts";
import { approversOf } from "./select/approvers.ts";
import {
  comesBefore,
  type Deciding,
  instanceOf,
  type Reading,
  stepOf,
  taskOf,
} from "./select/flows.ts";
import { openedIn, tasksListed } from "./select/keys.ts";
import type { Receiver } from "./select/receiving.ts";
import { stepAfter } from "./select/returns.ts";
import { isSeconded } from "./select/signing.ts";
import { emptyStepFor } from "./select/succession.ts";
import { turnsOf } from "./select/turns.ts";
import { isDone } from "./select/undoing.ts";
import { decisionOf, endWith, neededOf } from "./select/votes.ts";

/** The numbers of an instance's tasks that are not closed, in the order in which they were made. */
function openTasks(tx: Reading, id: InstanceId): number[] {
  const { open } = instanceOf(tx, id);
  return tasksListed(allTickets<OpenedPage["entries"][number]>(tx, openedIn(id), open));
}

/** Closes whatever is not closed yet. */
export function closeAll(
  tx: Deciding,
  instance: InstanceId,
  how: "superseded" | "withdrawn",
  by: Doer | null,
): void {
  for (const task of openTasks(tx, instance)) emit(tx, "task.closed", { instance, task, how, by });
}

/** Ends an instance, and everything in it that is not closed. */
export function endInstance(
  tx: Deciding,
  instance: InstanceId,
  how: FlowEnd,
  by: Doer | null = null,
  reason?: string,
): void {
  const decided = how === "approved" || how === "rejected";
  closeAll(tx, instance, decided ? "superseded" : "withdrawn", by);
  emit(tx, "flow.ended", { instance, how, ...(reason === undefined ? {} : { reason }) });
}

/** The turns of a step, of which there is one at least, become tasks; one that is nobody's waits for the Host's admins. */
function makeTasks(
  tx: Deciding,
  id: InstanceId,
  step: number,
  turns: readonly (Receiver | null)[],
): void {
  const instance = instanceOf(tx, id);
  const { host, tasks: first } = instance;
  const inTurn = stepOf(tx, instance, step)?.mode === "sequence";
  turns.forEach((turn, place) => {
    const made = { instance: id, task: first + place, step, origin: "rule", parent: null } as const;
    const receiver = turn ?? { holder: null };
    const home = turn?.holder.organization ?? host;
    emit(tx, "task.made", { ...made, ...receiver, home, open: place === 0 || !inTurn });
  });
}

/**
 * FLOW-15: a step of which nobody is left to sign counts as signed, unless it is the last one and nobody but the
 * initiator has signed before it.
 */
const countsAsSigned = view(
  "FLOW-15",
  (tx: Reading, id: InstanceId, step: number, policy: Policy): boolean =>
    stepOf(tx, instanceOf(tx, id), step + 1) !== undefined || isSeconded(tx, id, step, policy),
);

/**
 * Begins a step with the people its rules appoint now. Where they appoint nobody, one task waits for
 * the Host's admins, or goes to one of them (HAND-06): nothing is ever approved by itself.
 */
export function beginStep(tx: Deciding, id: InstanceId, step: number, policy: Policy): void {
  const instance = instanceOf(tx, id);
  const rules = stepOf(tx, instance, step);
  const appointed = approversOf(tx, instance, rules?.approvers ?? [], policy);
  const { turns, skipped } =
    appointed.length === 0
      ? { turns: [emptyStepFor(tx, instance, policy)], skipped: [] }
      : turnsOf(tx, id, step, appointed, policy);
  if (turns.length === 0 && !countsAsSigned(tx, id, step, policy)) turns.push(null);
  emit(tx, "flow.step-begun", { instance: id, step, ...neededOf(rules, turns.length) });
  for (const each of skipped) emit(tx, "task.skipped", { instance: id, step, ...each });
  if (turns.length > 0) makeTasks(tx, id, step, turns);
  else endStep(tx, id, policy);
}

/** Ends a step: what is left of it falls away, and the next one begins, or the instance is approved. */
function endStep(tx: Deciding, id: InstanceId, policy: Policy): void {
  const instance = instanceOf(tx, id);
  closeAll(tx, id, "superseded", null);
  const next = stepAfter(instance);
  if (stepOf(tx, instance, next) === undefined) endInstance(tx, id, "approved");
  else beginStep(tx, id, next, policy);
}

/** FLOW-16: a task by rule was answered where rejections count: that may decide the step. */
const countAnswer = effect("FLOW-16", (tx: Deciding, id: InstanceId, policy: Policy): void => {
  const instance = instanceOf(tx, id);
  const decision = decisionOf(stepOf(tx, instance, instance.step)?.mode, instance);
  if (decision === "approved") endStep(tx, id, policy);
  if (decision === "rejected") endInstance(tx, id, "rejected");
});

/** A task made by rule is done: the step ends, or it is the next one's turn. */
function ruleDone(tx: Deciding, id: InstanceId, task: number, policy: Policy): void {
  const instance = instanceOf(tx, id);
  const mode = stepOf(tx, instance, instance.step)?.mode;
  if (instance.needed !== undefined) countAnswer(tx, id, policy);
  else if (mode === "any" || instance.missing === 0) endStep(tx, id, policy);
  // The tasks that rules make for a step are numbered one after another.
  else if (mode === "sequence") emit(tx, "task.opened", { instance: id, task: task + 1 });
}

/** Works out what follows from a task that was approved, or added to another and removed again. */
export function goOn(tx: Deciding, { instance, task }: TaskNamed, policy: Policy): void {
  let child = taskOf(tx, { instance, task });
  let number = task;
  if (child.status === "approved" && !isDone(child)) return;
  for (const above of child.path) {
    const parent = taskOf(tx, { instance, task: above });
    if (comesBefore(child.origin)) {
      if (parent.before === 0) emit(tx, "task.opened", { instance, task: above });
      return;
    }
    if (!isDone(parent)) return;
    child = parent;
    number = above;
  }
  ruleDone(tx, instance, number, policy);
}

/** Somebody approves: those who sign after them have their turn. */
export function approve(tx: Deciding, named: TaskNamed, by: Identity, policy: Policy): void {
  const { instance, task } = named;
  const { after } = taskOf(tx, named);
  emit(tx, "task.closed", { instance, task, how: "approved", by });
  for (const each of after) emit(tx, "task.opened", { instance, task: each });
  goOn(tx, named, policy);
}

/**
 * FLOW-01: one rejection ends the instance, unless rejections count in the step (FLOW-16): then its task by rule is
 * rejected, and what was added to that falls with it.
 */
export const reject = effect(
  "FLOW-01",
  (tx: Deciding, named: TaskNamed, by: Identity, policy: Policy): void => {
    const { instance, task } = named;
    emit(tx, "task.closed", { instance, task, how: "rejected", by });
    if (instanceOf(tx, instance).needed === undefined) {
      endInstance(tx, instance, "rejected");
      return;
    }
    for (const each of openTasks(tx, instance)) {
      const how = endWith(tx, instance, each, task);
      if (how !== null) emit(tx, "task.closed", { instance, task: each, how, by: null });
    }
    countAnswer(tx, instance, policy);
  },
);
