/** How an instance goes on: steps begin, tasks come to their turn, are closed, and end it. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { LogWord, TaskOrigin } from "../../flows/model.ts";
import { approversOf, placeOf } from "./approvers.ts";
import type { Identity, State, World } from "./state.ts";
import type { Instance, Task } from "./state-areas.ts";

/** Writes a line of an instance's history. */
export function note(
  instance: Instance,
  at: number,
  what: LogWord,
  task: number | null = null,
  who: Identity | null = null,
): void {
  instance.log.push({ what, task, who, at });
}

/** Whether a task is neither open nor waiting its turn. */
export function isClosed({ status }: Task): boolean {
  return status !== "open" && status !== "held";
}

interface NewTask {
  readonly origin: TaskOrigin;
  readonly parent: number | null;
  readonly holder: Identity | null;
  readonly open: boolean;
  /** Where a Member's holder works on it, if not in the instance's own Space. */
  readonly space?: SpaceId | null;
}

/** Makes a task in the present step. */
export function makeTask(
  instance: Instance,
  at: number,
  { origin, parent, holder, open, space = instance.space }: NewTask,
): void {
  const number = instance.tasks.length;
  instance.tasks.push({
    step: instance.step,
    origin,
    parent,
    holder,
    home: holder?.organization ?? instance.host,
    space,
    status: open ? "open" : "held",
    touched: false,
  });
  const words = { rule: "task.made", delegated: "task.delegated" } as const;
  const word = origin === "rule" || origin === "delegated" ? words[origin] : "task.countersigned";
  note(instance, at, word, number, holder);
}

/** Begins a step with approvers found now; if there are none, the Host's admins find somebody. */
export function beginStep(
  { state, outbox }: World,
  instance: Instance,
  step: number,
  at: number,
): void {
  const definition = instance.steps[step];
  if (definition === undefined) return;
  instance.step = step;
  instance.since = instance.tasks.length;
  note(instance, at, "flow.step-begun");
  const approvers = approversOf(state, instance, definition);
  for (const [index, holder] of approvers.entries()) {
    const open = definition.mode !== "sequence" || index === 0;
    const space = placeOf(state, instance, holder);
    makeTask(instance, at, { origin: "rule", parent: null, holder, open, space });
  }
  if (approvers.length > 0) return;
  const task = instance.tasks.length;
  makeTask(instance, at, { origin: "rule", parent: null, holder: null, open: true });
  outbox.push({
    kind: "TASK_AWAITING_HANDOVER",
    to: [{ kind: "authorized-admins", organization: instance.host }],
    data: { from: null, tasks: [{ instance: instance.id, task }] },
  });
}

/** Closes a task. */
export function close(
  instance: Instance,
  at: number,
  number: number,
  how: Exclude<Task["status"], "open" | "held">,
  by: Identity | null,
): void {
  const task = instance.tasks[number];
  if (task === undefined) return;
  task.status = how;
  note(instance, at, `task.${how}`, number, by);
}

/** Closes everything that is not closed. */
export function closeAll(
  instance: Instance,
  at: number,
  how: "superseded" | "withdrawn",
  by: Identity | null,
): void {
  for (const [number, task] of instance.tasks.entries()) {
    if (!isClosed(task)) close(instance, at, number, how, by);
  }
}

/** Ends an instance. */
export function endInstance(
  instance: Instance,
  at: number,
  how: "approved" | "rejected" | "withdrawn" | "terminated",
): void {
  instance.status = how;
  note(instance, at, `flow.${how}`);
}

/** Ends what runs of a Host's apps, with the Host (28.4). */
export function endRunning({ instances }: State, host: OrganizationId, at: number): void {
  for (const instance of instances) {
    if (instance.host !== host || instance.status !== "running") continue;
    closeAll(instance, at, "withdrawn", null);
    endInstance(instance, at, "terminated");
  }
}

/** Whether a task is done: approved, and every task added to it done; one removed never was. */
function isDone(instance: Instance, number: number): boolean {
  const status = instance.tasks[number]?.status;
  if (status === "removed") return true;
  return (
    status === "approved" &&
    instance.tasks.every((each, added) => each.parent !== number || isDone(instance, added))
  );
}

/** The numbers of the tasks by rule of the present step. */
function ruleTasks({ tasks, since }: Instance): number[] {
  return [...tasks.keys()].filter((number) => number >= since && tasks[number]?.origin === "rule");
}

/** Whether it is the turn of a task that waits. */
function isDue(instance: Instance, number: number): boolean {
  const { tasks, steps, step } = instance;
  const task = tasks[number];
  if (task === undefined) return false;
  const blocked = tasks.some(
    ({ parent, origin }, added) =>
      parent === number && ["before", "delegated"].includes(origin) && !isDone(instance, added),
  );
  if (blocked) return false;
  if (task.origin === "after") return tasks[task.parent ?? -1]?.status === "approved";
  if (task.origin !== "rule" || steps[step]?.mode !== "sequence") return true;
  return ruleTasks(instance).every((each) => each >= number || isDone(instance, each));
}

/** Goes on after a task was closed: opens what is due, or ends the step (FLOW-10). */
export function advance(world: World, instance: Instance, at: number): void {
  for (const [number, task] of instance.tasks.entries()) {
    if (task.status === "held" && isDue(instance, number)) task.status = "open";
  }
  const own = ruleTasks(instance);
  const isOver =
    instance.steps[instance.step]?.mode === "any"
      ? own.some((number) => isDone(instance, number))
      : own.every((number) => isDone(instance, number));
  if (!isOver) return;
  closeAll(instance, at, "superseded", null);
  if (instance.step + 1 < instance.steps.length) beginStep(world, instance, instance.step + 1, at);
  else endInstance(instance, at, "approved");
}
