/** What follows from an approval, and whether it can be taken back (FLOW-18). */
import type { InstanceId } from "../../core/ids.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import type { TaskNamed, TaskRecord } from "../model.ts";
import { comesBefore, instanceOf, type Reading, stepOf, taskOf } from "./flows.ts";

/** Whether a task is approved, and all that was added to it done. */
export const isDone = ({ status, rest }: Pick<TaskRecord, "status" | "rest">): boolean =>
  status === "approved" && rest === 0;

/** The tasks that rules made for a step as it began last, one after another, where that is kept. */
export function madeByRule(tx: Reading, instance: InstanceId, step: number): number[] {
  const { begun = [], tasks } = instanceOf(tx, instance);
  const found: number[] = [];
  for (let task = begun[step] ?? tasks; task < tasks; task += 1) {
    const record = taskOf(tx, { instance, task });
    if (record.origin !== "rule" || record.step !== step) break;
    found.push(task);
  }
  return found;
}

/** The tasks made after one, with their numbers. */
function madeAfter(tx: Reading, { instance, task }: TaskNamed): [number, TaskRecord][] {
  const { tasks } = instanceOf(tx, instance);
  return Array.from({ length: Math.max(tasks - task - 1, 0) }, (_, place) => {
    const number = task + 1 + place;
    return [number, taskOf(tx, { instance, task: number })];
  });
}

/** A task that is done, and those above it that are so with it; `whole`: up to the one that a rule made. */
function doneWith(tx: Reading, { instance, task }: TaskNamed) {
  let child = taskOf(tx, { instance, task });
  for (const above of child.path) {
    if (!isDone(child)) return { whole: false, waits: null };
    if (comesBefore(child.origin)) return { whole: false, waits: above };
    child = taskOf(tx, { instance, task: above });
  }
  return { whole: isDone(child), waits: null };
}

/** The task of the step that a rule made, to which a task was added, or that it is. */
const rootOf = (tx: Reading, named: TaskNamed): number =>
  taskOf(tx, named).path.at(-1) ?? named.task;

/**
 * The tasks of its step that waited for the approval of a task: those after it, the one that it was added before, which
 * may wait for others still, the next one of a sequence.
 */
export function openedBy(tx: Reading, named: TaskNamed): number[] {
  const { instance, task } = named;
  const after = madeAfter(tx, named).flatMap(([number, { origin, path, status }]) =>
    origin === "after" && path[0] === task && status !== "removed" ? [number] : [],
  );
  const { whole, waits } = doneWith(tx, named);
  if (waits !== null) return [...after, waits];
  const { step } = taskOf(tx, named);
  if (!whole || stepOf(tx, instanceOf(tx, instance), step)?.mode !== "sequence") return after;
  const next = rootOf(tx, named) + 1;
  return madeByRule(tx, instance, step).includes(next) ? [...after, next] : after;
}

/** FLOW-18: whether a task was acted on after another one. */
const actedAfter = view(
  "FLOW-18",
  ({ acted = 0 }: TaskRecord, { acted: approved = 0 }: TaskRecord): boolean => acted > approved,
);

/**
 * FLOW-18: a task that was approved, in a flow that lets signers take back. That nobody has acted on what followed is
 * asked apart.
 */
export const approvalStands = guard("FLOW-18", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  const { takeBack = false } = instanceOf(tx, instance);
  return takeBack && taskOf(tx, named).status === "approved"
    ? null
    : refuse("TASK_NOT_PENDING", { instance, task });
});

/**
 * FLOW-18: nobody has acted on what followed from an approval: the tasks whose turn came by it, and those of later
 * steps; the instance was not returned since; and it still counts: its step was not begun anew, the task by
 * rule that it belongs to not rejected, nor was a step that is over decided without it.
 */
export const followedByNothing = guard("FLOW-18", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  const { begun = [], tasks, step } = instanceOf(tx, instance);
  const own = taskOf(tx, named);
  const opened = openedBy(tx, named);
  const isAnew = task < (begun[own.step] ?? tasks);
  const isRejected = taskOf(tx, { instance, task: rootOf(tx, named) }).status === "rejected";
  const isOver = own.step !== step;
  const isActedOn = Array.from({ length: tasks }, (_, number) => number).some((number) => {
    const other = taskOf(tx, { instance, task: number });
    const follows = opened.includes(number) || other.step > own.step || other.status === "returned";
    return follows && actedAfter(other, own);
  });
  return isAnew || isRejected || isActedOn || (isOver && !doneWith(tx, named).whole)
    ? refuse("WITHDRAWAL_CLOSED", { instance, because: "acted" })
    : null;
});

/** The tasks of a step that is over which fell away with its end, and are as they were if that is undone. */
export function fallenWith(tx: Reading, instance: InstanceId, step: number): number[] {
  const { begun = [], tasks } = instanceOf(tx, instance);
  const found: number[] = [];
  for (let task = begun[step] ?? tasks; task < tasks; task += 1) {
    const { status, step: of, path } = taskOf(tx, { instance, task });
    if (of !== step || status !== "superseded") continue;
    const root = taskOf(tx, { instance, task: path.at(-1) ?? task });
    if (root.status !== "rejected") found.push(task);
  }
  return found;
}
