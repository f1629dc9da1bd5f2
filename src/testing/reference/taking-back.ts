/** Until when initiators withdraw, and how an approval is taken back (FLOW-18). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { workplaceOf } from "./approvers.ts";
import { mayHold, rostered } from "./handover.ts";
import { reaches } from "./hierarchy.ts";
import { usingCodes } from "./instances.ts";
import { findMember, findSpace } from "./lists.ts";
import { spacesOffering } from "./offering.ts";
import { colleague } from "./people.ts";
import { adminsOf, close, isClosed, isDue, note } from "./progress.ts";
import { whichApply } from "./rank.ts";
import { isPair, pairOf } from "./settings.ts";
import type { Identity, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { addedTo, isDone, isRejected, lineOf } from "./votes.ts";

/** What refuses a withdrawal as it comes too late; one that waits for its initiator is always theirs to withdraw. */
export function closedCodes(
  { status, waits, withdrawUntil, withdrawBefore, acts }: Instance,
  at: number,
): RefusalCode[] {
  const isActed = withdrawUntil === "first-act" && acts.length > 0;
  const isLate = withdrawBefore !== null && at >= withdrawBefore;
  return whichApply([
    ["INSTANCE_NOT_RUNNING", status !== "running"],
    ["WITHDRAWAL_CLOSED", waits === null && (isActed || isLate)],
  ]);
}

/** A task with everything added to it, at whatever depth. */
function withAdded(instance: Instance, number: number): number[] {
  return [number, ...addedTo(instance, number).flatMap((each) => withAdded(instance, each))];
}

/** The numbers of the tasks of a step as it began last. */
function tasksOf({ tasks, begun }: Instance, step: number): number[] {
  const from = begun[step] ?? 0;
  return [...tasks.keys()].filter((number) => number >= from && tasks[number]?.step === step);
}

/** The tasks that have to be done before it is the turn of another one. */
function beforeIt(instance: Instance, number: number): number[] {
  const { tasks, steps } = instance;
  const task = tasks[number];
  if (task === undefined) return [];
  const { step, origin, parent } = task;
  const ahead = addedTo(instance, number).filter((each) =>
    ["before", "delegated"].includes(tasks[each]?.origin ?? ""),
  );
  const isInLine = origin === "rule" && steps[step]?.mode === "sequence";
  const line = isInLine
    ? tasksOf(instance, step).filter((each) => each < number && tasks[each]?.origin === "rule")
    : [];
  const after = origin === "after" && parent !== null ? [parent] : [];
  return [...[...ahead, ...line].flatMap((each) => withAdded(instance, each)), ...after];
}

/** The tasks of its step whose turn comes by a task. */
function turnsBy(instance: Instance, number: number): number[] {
  const step = instance.tasks[number]?.step ?? 0;
  return tasksOf(instance, step).filter((each) => beforeIt(instance, each).includes(number));
}

/** Whether a task was of a step that is still as it began then. */
function isOfPresent({ tasks, begun }: Instance, number: number): boolean {
  const step = tasks[number]?.step ?? 0;
  return (begun[step] ?? 0) <= number;
}

/** Whether what followed the approval of a task is no more as it was. */
function isFollowed(instance: Instance, number: number): boolean {
  const { tasks, acts, step: present } = instance;
  const step = tasks[number]?.step ?? 0;
  // Nothing was done to it since.
  const approval = acts.map((each) => each.task).lastIndexOf(number);
  const since = acts.slice(approval + 1);
  const turns = turnsBy(instance, number);
  const root = lineOf(instance, number).at(-1) ?? number;
  return (
    since.some(
      ({ task, how }) =>
        how === "returned" || (tasks[task]?.step ?? 0) > step || turns.includes(task),
    ) ||
    !isOfPresent(instance, number) ||
    isRejected(instance, root) ||
    (present !== step && !isDone(instance, root))
  );
}

/** What refuses the taking back of an approval to whoever gave it, with what using the app asks for. */
export function takingBackCodes(
  world: World,
  instance: Instance,
  number: number,
  by: Pair,
): RefusalCode[] {
  const task = instance.tasks[number];
  const isApproved = instance.takeBack && task?.status === "approved";
  return [
    ...usingCodes(world, instance, by, workplaceOf(instance, by) ?? task?.space ?? null),
    ...whichApply([
      ["WITHDRAWAL_CLOSED", isApproved && isFollowed(instance, number)],
      ["TASK_NOT_PENDING", !isApproved],
    ]),
  ];
}

/** Whether an organization still takes part in what a task is of. */
function takesPart(state: State, instance: Instance, organization: OrganizationId): boolean {
  if (organization === instance.host) return true;
  if (instance.trunk !== undefined) return reaches(state, instance.trunk, organization);
  if (instance.space === null) {
    return spacesOffering(state, instance.app, organization).length > 0;
  }
  const space = findSpace(state, instance.space);
  return space !== undefined && findMember(state, space, organization) !== undefined;
}

/** Opens or holds a task again that fell away with its step; says whether it waits for admins. */
function reopen(state: State, instance: Instance, task: Task): void {
  const { holder } = task;
  const isTheirs =
    holder !== null &&
    colleague(state, holder, holder) !== null &&
    mayHold(state, { instance, task }, holder, rostered(state));
  if (isTheirs) return;
  const home = holder?.organization ?? task.home;
  task.home = takesPart(state, instance, home) ? home : instance.host;
  task.holder = null;
  task.behalf = null;
}

/** The step that followed falls away, and the one before is as it was but for one approval. */
function stepBack(world: World, instance: Instance, number: number, at: number): void {
  const { state, outbox } = world;
  const { tasks } = instance;
  const step = tasks[number]?.step ?? 0;
  for (const [each, task] of tasks.entries()) {
    if (!isClosed(task)) close(instance, at, each, "superseded", null);
  }
  instance.step = step;
  instance.since = instance.begun[step] ?? 0;
  const fallen = tasksOf(instance, step).filter(
    (each) =>
      tasks[each]?.status === "superseded" &&
      !isRejected(instance, lineOf(instance, each).at(-1) ?? each),
  );
  const again = [number, ...fallen];
  for (const each of again) {
    const task = tasks[each];
    if (task === undefined) continue;
    task.status = "held";
    if (each !== number) reopen(state, instance, task);
    note(instance, at, "task.reopened", each, task.holder);
  }
  for (const each of again) {
    const task = tasks[each];
    if (task === undefined) continue;
    if (isDue(instance, each)) task.status = "open";
    if (task.holder !== null) continue;
    outbox.push({
      kind: "TASK_AWAITING_HANDOVER",
      to: [adminsOf(instance, task.home)],
      data: { from: null, tasks: [{ instance: instance.id, task: each }] },
    });
  }
}

/** Takes an approval back. */
export function takeApprovalBack(
  world: World,
  instance: Instance,
  { number, by, at }: { readonly number: number; readonly by: Identity; readonly at: number },
): void {
  const { outbox } = world;
  const { tasks } = instance;
  const task = tasks[number];
  if (task === undefined) return;
  const isOver = instance.step !== task.step;
  const falling = isOver
    ? tasks.filter((each) => !isClosed(each))
    : turnsBy(instance, number).flatMap((each) => {
        const other = tasks[each];
        return other?.status === "open" ? [other] : [];
      });
  if (isOver) stepBack(world, instance, number, at);
  else {
    task.status = "open";
    note(instance, at, "task.reopened", number, task.holder);
    for (const each of falling) each.status = "held";
  }
  const holders = falling.flatMap(({ holder }) => (holder === null ? [] : [pairOf(holder)]));
  const told = holders.filter(
    (each, index) =>
      !isPair(each, by) && holders.findIndex((other) => isPair(other, each)) === index,
  );
  if (told.length === 0) return;
  outbox.push({
    kind: "TASK_TAKEN_BACK",
    to: told.map((each) => ({ kind: "person", ...each })),
    data: { instance: instance.id, task: number, by: pairOf(by) },
  });
}
