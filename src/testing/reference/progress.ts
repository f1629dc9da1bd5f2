/** How an instance goes on: steps begin, tasks come to their turn, are closed, and end it. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Recipient, TaskOf } from "../../core/notice.ts";
import type { LogWord, TaskOrigin } from "../../flows/model.ts";
import { lacks } from "./ability.ts";
import { placeOf, placesOf } from "./approvers.ts";
import { identityOf, inService, serving } from "./people.ts";
import { isPair, pairOf } from "./settings.ts";
import { hasSecondSigner, isKeptOut } from "./signing.ts";
import { behalfOf, whoActsFor } from "./stand-ins.ts";
import type { Identity, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { fallWith, isDone, rejectionsCount, ruleTasks, verdictOf } from "./votes.ts";

/** Writes a line of an instance's history. */
export function note(
  instance: Instance,
  at: number,
  what: LogWord,
  task: number | null = null,
  who: Identity | null = null,
): void {
  const { holder, behalf } = instance.tasks[task ?? -1] ?? { holder: null, behalf: null };
  // A copy is nobody else's.
  const isHolder = who !== null && holder !== null && isPair(who, holder) && what !== "task.copied";
  instance.log.push({ what, task, who, at, behalf: isHolder ? behalf : null });
}

/** Whether a task is neither open nor waiting its turn. */
export function isClosed({ status }: Task): boolean {
  return status !== "open" && status !== "held";
}

interface NewTask {
  readonly origin: TaskOrigin;
  readonly parent: number | null;
  readonly holder: Identity | null;
  /** For whom the holder stands in. */
  readonly behalf?: Pair | null;
  readonly open: boolean;
  /** Where a Member's holder works on it, if not in the instance's own Space. */
  readonly space?: SpaceId | null;
}

/** Makes a task in the present step. */
export function makeTask(
  instance: Instance,
  at: number,
  { origin, parent, holder, behalf = null, open, space = instance.space }: NewTask,
): void {
  const number = instance.tasks.length;
  instance.tasks.push({
    step: instance.step,
    origin,
    parent,
    holder,
    behalf,
    home: holder?.organization ?? instance.host,
    space,
    status: open ? "open" : "held",
    touched: false,
  });
  const words = { rule: "task.made", delegated: "task.delegated" } as const;
  const word = origin === "rule" || origin === "delegated" ? words[origin] : "task.countersigned";
  note(instance, at, word, number, holder);
}

/** The admins of an organization who may assign tasks of an instance: which those are goes by its door (28.21). */
export function adminsOf({ trunk }: Instance, organization: OrganizationId): Recipient {
  return trunk === undefined
    ? { kind: "authorized-admins", organization }
    : { kind: "hierarchy-admins", organization };
}

/** The first main admin of the Host who can act, or who stands in for one (HAND-06). */
function firstAdmin(world: World, instance: Instance): { to: Pair; behalf: Pair | null } | null {
  const { state } = world;
  for (const each of serving(state, instance.host)) {
    if (each.admin?.role !== "main") continue;
    const able = (one: Pair) =>
      !isKeptOut(world, instance, one) &&
      inService(state, one.organization, one.person) !== undefined &&
      lacks(world, instance, one, null) === null;
    if (isKeptOut(world, instance, each)) continue;
    const may = (one: Pair) => isPair(one, each) || able(one);
    const to = whoActsFor(world, pairOf(each), may, { instance });
    if (to !== null && able(to)) return { to, behalf: behalfOf(to, each) };
  }
  return null;
}

/** Has a task of the step wait for the Host's admins. */
function parkTask(world: World, instance: Instance, at: number, open: boolean): void {
  const task = instance.tasks.length;
  makeTask(instance, at, { origin: "rule", parent: null, holder: null, open });
  world.outbox.push({
    kind: "TASK_AWAITING_HANDOVER",
    to: [adminsOf(instance, instance.host)],
    data: { from: null, tasks: [{ instance: instance.id, task }] },
  });
}

/** Nobody was found to begin with: it waits, or goes to the first main admin who can act (HAND-06). */
function beginEmpty(world: World, instance: Instance, at: number): void {
  const { state, policy } = world;
  const admin = policy.emptyStep === "main-admins" ? firstAdmin(world, instance) : null;
  if (admin === null) {
    parkTask(world, instance, at, true);
    return;
  }
  const holder = identityOf(state, admin.to);
  const { behalf } = admin;
  makeTask(instance, at, { origin: "rule", parent: null, holder, behalf, open: true });
}

/**
 * Begins a step with approvers found now. If it is nobody's to sign although somebody was found, it counts as signed
 * and the instance goes on, but not to its end without a second person (FLOW-15).
 */
export function beginStep(world: World, instance: Instance, step: number, at: number): void {
  const { state, outbox } = world;
  const definition = instance.steps[step];
  if (definition === undefined) return;
  instance.step = step;
  instance.since = instance.tasks.length;
  instance.begun[step] = instance.since;
  note(instance, at, "flow.step-begun");
  const places = placesOf(world, instance, definition);
  if (places.length === 0) {
    beginEmpty(world, instance, at);
    return;
  }
  for (const { skipped } of places) {
    if (skipped !== undefined) note(instance, at, "task.skipped", null, skipped.who);
  }
  const left = places.filter(({ skipped }) => skipped === undefined);
  if (left.length === 0) {
    const isLast = step + 1 === instance.steps.length;
    if (isLast && !hasSecondSigner(world, instance)) parkTask(world, instance, at, true);
    else goOn(world, instance, at);
    return;
  }
  const unable: TaskOf[] = [];
  for (const [index, { holder, behalf = null }] of left.entries()) {
    const open = definition.mode !== "sequence" || index === 0;
    if (holder === null) {
      parkTask(world, instance, at, open);
      continue;
    }
    const space = placeOf(state, instance, holder);
    makeTask(instance, at, { origin: "rule", parent: null, holder, behalf, open, space });
    const task = instance.tasks.length - 1;
    // Whom rules appoint is appointed all the same (FLOW-12).
    if (lacks(world, instance, holder, space) !== null)
      unable.push({ instance: instance.id, task });
  }
  if (unable.length > 0) {
    const to = [adminsOf(instance, instance.host)];
    outbox.push({ kind: "TASK_HOLDER_CANNOT_ACT", to, data: { tasks: unable } });
  }
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
  instance.waits = null;
  note(instance, at, `flow.${how}`);
}

/** The present step is done: the next one begins, or the one that had returned to it (FLOW-17), or there is none. */
function goOn(world: World, instance: Instance, at: number): void {
  const { step, steps, jumps } = instance;
  const next = jumps.find(({ to }) => to === step)?.back ?? step + 1;
  if (next < steps.length) beginStep(world, instance, next, at);
  else endInstance(instance, at, "approved");
}

/** Ends what runs of a Host's apps, with the Host (28.4). */
export function endRunning({ instances }: State, host: OrganizationId, at: number): void {
  for (const instance of instances) {
    if (instance.host !== host || instance.status !== "running") continue;
    closeAll(instance, at, "withdrawn", null);
    endInstance(instance, at, "terminated");
  }
}

/** Whether it is the turn of a task that waits. */
export function isDue(instance: Instance, number: number): boolean {
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
  const verdict = verdictOf(instance);
  if (verdict === null) return;
  closeAll(instance, at, "superseded", null);
  if (verdict === "rejected") endInstance(instance, at, "rejected");
  else goOn(world, instance, at);
}

/**
 * Goes on after a task was rejected: that ends the instance, or if rejections count in the step, what belongs to the
 * same task by rule (FLOW-16).
 */
export function goOnRejected(world: World, instance: Instance, at: number, number: number): void {
  const step = instance.steps[instance.step];
  if (step === undefined || !rejectionsCount(step)) {
    closeAll(instance, at, "superseded", null);
    endInstance(instance, at, "rejected");
    return;
  }
  for (const { number: each, how } of fallWith(instance, number)) {
    const task = instance.tasks[each];
    if (task !== undefined && !isClosed(task)) close(instance, at, each, how, null);
  }
  advance(world, instance, at);
}
