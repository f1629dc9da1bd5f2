/** How an instance goes on: steps begin, tasks are done, and it ends. */
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import { emit } from "../core/transaction.ts";
import type { FlowEnd, OpenedPage, TaskNamed, TaskRecord } from "./model.ts";
import { approversOf } from "./select/approvers.ts";
import {
  comesBefore,
  type Deciding,
  instanceOf,
  type Reading,
  stepOf,
  taskOf,
} from "./select/flows.ts";
import { openedIn } from "./select/keys.ts";

/** The numbers of an instance's tasks that are not closed, in the order in which they were made. */
function openTasks(tx: Reading, id: InstanceId): number[] {
  const { open } = instanceOf(tx, id);
  const entries = allTickets<OpenedPage["entries"][number]>(tx, openedIn(id), open);
  return entries.map(([, task]) => task);
}

/** Closes whatever is not closed yet. */
export function closeAll(
  tx: Deciding,
  instance: InstanceId,
  how: "superseded" | "withdrawn",
  by: Identity | null,
): void {
  for (const task of openTasks(tx, instance)) emit(tx, "task.closed", { instance, task, how, by });
}

/** Ends an instance, and everything in it that is not closed. */
export function endInstance(
  tx: Deciding,
  instance: InstanceId,
  how: FlowEnd,
  by: Identity | null = null,
): void {
  const decided = how === "approved" || how === "rejected";
  closeAll(tx, instance, decided ? "superseded" : "withdrawn", by);
  emit(tx, "flow.ended", { instance, how });
}

/**
 * Begins a step with the people its rules appoint now. Where they appoint nobody, one task waits for
 * the Host's admins: nothing is ever approved by itself.
 */
export function beginStep(tx: Deciding, id: InstanceId, step: number): void {
  const instance = instanceOf(tx, id);
  const rules = stepOf(tx, instance, step);
  const signers = approversOf(tx, instance, rules?.approvers ?? []);
  emit(tx, "flow.step-begun", { instance: id, step });
  const made = { instance: id, step, origin: "rule", parent: null } as const;
  const first = instance.tasks;
  if (signers.length === 0) {
    const parked = { holder: null, home: instance.host, open: true };
    emit(tx, "task.made", { ...made, task: first, ...parked });
  }
  signers.forEach((signer, place) => {
    const open = place === 0 || rules?.mode !== "sequence";
    const home = signer.holder.organization;
    emit(tx, "task.made", { ...made, task: first + place, ...signer, home, open });
  });
}

/** Ends a step: what is left of it falls away, and the next one begins, or the instance is approved. */
function endStep(tx: Deciding, id: InstanceId): void {
  const instance = instanceOf(tx, id);
  closeAll(tx, id, "superseded", null);
  const next = instance.step + 1;
  if (stepOf(tx, instance, next) === undefined) endInstance(tx, id, "approved");
  else beginStep(tx, id, next);
}

/** A task made by rule is done: the step ends, or it is the next one's turn. */
function ruleDone(tx: Deciding, id: InstanceId, task: number): void {
  const instance = instanceOf(tx, id);
  const mode = stepOf(tx, instance, instance.step)?.mode;
  if (mode === "any" || instance.missing === 0) endStep(tx, id);
  // The tasks that rules make for a step are numbered one after another.
  else if (mode === "sequence") emit(tx, "task.opened", { instance: id, task: task + 1 });
}

const isDone = ({ status, rest }: TaskRecord): boolean => status === "approved" && rest === 0;

/** Works out what follows from a task that was approved, or added to another and removed again. */
export function goOn(tx: Deciding, { instance, task }: TaskNamed): void {
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
  ruleDone(tx, instance, number);
}

/** Somebody approves: those who sign after them have their turn. */
export function approve(tx: Deciding, named: TaskNamed, by: Identity): void {
  const { instance, task } = named;
  const { after } = taskOf(tx, named);
  emit(tx, "task.closed", { instance, task, how: "approved", by });
  for (const each of after) emit(tx, "task.opened", { instance, task: each });
  goOn(tx, named);
}
