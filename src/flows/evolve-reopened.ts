/** What changes with a task that is open, or held, again, for what closed it was taken back (FLOW-18). */
import type { InstanceId } from "../core/ids.ts";
import { append } from "../core/paged.ts";
import { edit } from "../core/transaction.ts";
import { seat, setStatus } from "./evolve-tasks.ts";
import { type Evolving, note } from "./history.ts";
import type { FlowsEvents, TaskNamed, TaskRecord } from "./model.ts";
import { comesBefore, instanceOf, placeIn, taskOf } from "./select/flows.ts";
import { openedIn, taskKey } from "./select/keys.ts";
import { isDone, madeByRule } from "./select/undoing.ts";

/** Of the tasks by rule of a step as it began last, those neither done nor rejected. */
export const unanswered = (tx: Evolving, instance: InstanceId, step: number): number =>
  madeByRule(tx, instance, step).filter((task) => {
    const record = taskOf(tx, { instance, task });
    return !isDone(record) && record.status !== "rejected";
  }).length;

/** A task that was done is so no more, nor what was done with it. */
function countUndone(tx: Evolving, { instance, task }: TaskNamed): void {
  let child: TaskRecord = taskOf(tx, { instance, task });
  for (const above of child.path) {
    const parent = edit(tx, ...taskKey(instance, above));
    const wasDone = isDone(parent);
    if (comesBefore(child.origin)) {
      parent.before += 1;
      return;
    }
    parent.rest += 1;
    if (!wasDone) return;
    child = parent as TaskRecord;
  }
  const record = edit(tx, "instance", instance);
  record.missing += 1;
  if (record.needed !== undefined) record.needed += 1;
}

/** The case of a task that is open, or held, again. */
export function reopenTask(tx: Evolving, data: FlowsEvents["task.reopened"], at: number): void {
  const { instance, task, holder, home, open } = data;
  const before = taskOf(tx, data);
  if (isDone(before)) countUndone(tx, data);
  const list = edit(tx, "instance", instance);
  const { next: ticket } = list.open;
  list.open = append(tx, openedIn(instance), list.open, () => [ticket, task]);
  const record = edit(tx, ...taskKey(instance, task));
  record.ticket = ticket;
  setStatus(tx, data, open ? "open" : "held");
  const { onBehalfOf: behalf } = before;
  // A copy: the record is being changed.
  const principal = behalf === undefined || holder === null ? undefined : { ...behalf };
  if (holder === null) delete record.onBehalfOf;
  const of = instanceOf(tx, instance);
  seat(tx, data, holder, home, holder === null ? of.space : placeIn(tx, of, holder), principal);
  note(tx, instance, ["task.reopened", task, holder, at], { onBehalfOf: principal });
}
