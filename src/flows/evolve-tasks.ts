/** What the events of tasks change: the task itself, whoever holds it, and those it was added to. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { append, removeTicket } from "../core/paged.ts";
import { type Draft, edit, put } from "../core/transaction.ts";
import { noteDone, tie } from "../directory/select/bound.ts";
import { noteTaken } from "../directory/select/ended.ts";
import { employmentOf } from "../directory/select/under.ts";
import { isPresent } from "../roster/select/presence.ts";
import { stake } from "../roster/select/stakes.ts";
import { list, unlist } from "./evolve-listed.ts";
import { type Evolving, note } from "./history.ts";
import type {
  FlowsEvents,
  InstanceRecord,
  LogWord,
  TaskNamed,
  TaskRecord,
  TaskTie,
} from "./model.ts";
import {
  comesBefore,
  hasDoor,
  instanceOf,
  isClosed,
  placeIn,
  type Reading,
  sameIdentity,
  spaceOfTask,
  taskOf,
} from "./select/flows.ts";
import { openedIn, taskKey } from "./select/keys.ts";
import { countsActs } from "./select/withdrawing.ts";

/** Whether a Member's person holds a task without being on the Roster of the instance's Space. */
function isAway(tx: Reading, { host, space }: InstanceRecord, holder: Identity): boolean {
  const { organization, person } = holder;
  return organization !== host && space !== null && !isPresent(tx, space, organization, person);
}

/** Changes which tasks of an instance an identity holds. */
function changeTie(
  tx: Evolving,
  holder: Identity,
  { instance, task }: TaskNamed,
  holds: boolean,
  space: SpaceId | null = null,
): void {
  tie<TaskTie>(tx, holder, "tasks", instance, (known) => {
    const others = (known?.[2] ?? []).filter((each) => each !== task);
    const tasks = holds ? [...others, task].sort((left, right) => left - right) : others;
    return tasks.length === 0 ? null : [instance, known === undefined ? space : known[1], tasks];
  });
}

/** BRANCH-06: whoever holds a task through a Trunk has something there. */
function noteBelow(tx: Evolving, { instance }: TaskNamed, holder: Identity, change: 1 | -1): void {
  const { trunk } = instanceOf(tx, instance);
  if (trunk !== undefined && holder.organization !== trunk) {
    stake(tx, trunk, holder, "tasks", change);
  }
}

/** FLOW-18: notes that somebody acted on a task, where that is counted; a hand-over is no act. */
function noteAct(tx: Evolving, { instance, task }: TaskNamed): void {
  const record = edit(tx, "instance", instance);
  if (!countsActs(record)) return;
  record.acts = (record.acts ?? 0) + 1;
  edit(tx, ...taskKey(instance, task)).acted = record.acts;
}

/** A task gets a holder, or waits for the admins of its home; it is worked on in a Space. */
export function seat(
  tx: Evolving,
  named: TaskNamed,
  holder: Identity | null,
  home: OrganizationId,
  space: SpaceId | null,
  onBehalfOf?: Identity,
): void {
  const instance = instanceOf(tx, named.instance);
  const { host } = instance;
  const listed = holder === null || isAway(tx, instance, holder);
  if (holder !== null) {
    changeTie(tx, holder, named, true, space);
    noteBelow(tx, named, holder, 1);
  }
  const away = holder?.person ?? null;
  const parked = listed ? list(tx, named, { of: home, space, away, elsewhere: null }) : null;
  const record = edit(tx, ...taskKey(named.instance, named.task));
  if (holder === null && hasDoor(instance) && home !== host) {
    record.elsewhere = list(tx, named, { of: host, space, away, elsewhere: home });
  }
  record.holder = holder;
  record.under = holder === null ? null : employmentOf(tx, holder);
  record.home = home;
  record.parked = parked;
  if (onBehalfOf !== undefined) record.onBehalfOf = onBehalfOf;
}

/** Takes a task away from its holder, or from the admins for whom it waits. */
function unseat(tx: Evolving, named: TaskNamed): void {
  const { holder, home, parked, elsewhere } = taskOf(tx, named);
  if (holder !== null) {
    changeTie(tx, holder, named, false);
    noteBelow(tx, named, holder, -1);
  }
  if (parked !== null) unlist(tx, home, parked, holder === null);
  if (elsewhere === undefined) return;
  unlist(tx, instanceOf(tx, named.instance).host, elsewhere, false);
  delete edit(tx, ...taskKey(named.instance, named.task)).elsewhere;
}

const wordOf = (origin: TaskRecord["origin"]): LogWord => {
  if (origin === "rule") return "task.made";
  return origin === "delegated" ? "task.delegated" : "task.countersigned";
};

/** Counts a new task with the one it was added to. */
function addTo(parent: Draft<TaskRecord>, task: number, origin: TaskRecord["origin"]): void {
  parent.touched = true;
  if (comesBefore(origin)) parent.before += 1;
  else parent.rest += 1;
  if (origin === "after") parent.after.push(task);
}

/** The case of a task made. */
export function makeTask(tx: Evolving, made: FlowsEvents["task.made"], at: number): void {
  const { instance, task, step, origin, holder, home, parent, open, onBehalfOf } = made;
  const record = edit(tx, "instance", instance);
  const ticket = record.open.next;
  record.open = append(tx, openedIn(instance), record.open, () => [ticket, task]);
  record.tasks += 1;
  if (origin === "rule") record.missing += 1;
  const above = parent === null ? null : edit(tx, ...taskKey(instance, parent));
  if (above !== null) addTo(above, task, origin);
  if (parent !== null) noteAct(tx, { instance, task: parent });
  put(tx, ...taskKey(instance, task), {
    step,
    origin,
    holder: null,
    under: null,
    home,
    status: open ? "open" : "held",
    ticket,
    path: parent === null ? [] : [parent, ...(above?.path ?? [])],
    before: 0,
    rest: 0,
    after: [],
    parked: null,
    touched: false,
  });
  const space = holder === null ? record.space : placeIn(tx, record, holder);
  seat(tx, made, holder, home, space, onBehalfOf);
  note(tx, instance, [wordOf(origin), task, holder, at], { onBehalfOf });
}

/** The cases of a task that comes to be open, or held. */
export function setStatus(
  tx: Evolving,
  { instance, task }: TaskNamed,
  status: "open" | "held",
): void {
  const record = edit(tx, ...taskKey(instance, task));
  record.status = status;
  const [above] = record.path;
  if (status === "open" || record.origin !== "after" || above === undefined) return;
  // It waits for its parent again, whose approval was taken back (FLOW-18).
  const parent = edit(tx, ...taskKey(instance, above));
  if (!isClosed(parent) && !parent.after.includes(task)) parent.after.push(task);
}

/** A task that is done counts no more with those it was added to, as far as that makes them done. */
function countDone(tx: Evolving, { instance, task }: TaskNamed): void {
  let child: TaskRecord = taskOf(tx, { instance, task });
  for (const above of child.path) {
    const parent = edit(tx, ...taskKey(instance, above));
    if (comesBefore(child.origin)) {
      parent.before -= 1;
      return;
    }
    parent.rest -= 1;
    if (parent.status !== "approved" || parent.rest > 0) return;
    child = parent as TaskRecord;
  }
  const record = edit(tx, "instance", instance);
  record.missing -= 1;
  if (record.needed !== undefined) record.needed -= 1;
}

/** A task that is removed counts no more with the one it was added to. */
function countRemoved(tx: Evolving, { instance, task }: TaskNamed): void {
  const { origin, path } = taskOf(tx, { instance, task });
  const [above] = path;
  if (above === undefined) return;
  const parent = edit(tx, ...taskKey(instance, above));
  if (comesBefore(origin)) parent.before -= 1;
  else parent.rest -= 1;
  parent.after = parent.after.filter((each) => each !== task);
}

/** The case of a task closed. */
export function closeTask(tx: Evolving, closed: FlowsEvents["task.closed"], at: number): void {
  const { instance, task, how, by } = closed;
  unseat(tx, closed);
  const record = edit(tx, ...taskKey(instance, task));
  record.status = how;
  record.parked = null;
  const home = edit(tx, "instance", instance);
  home.open = removeTicket(tx, openedIn(instance), home.open, record.ticket);
  if (how === "approved") {
    record.after = [];
    if (record.rest === 0) countDone(tx, closed);
  }
  // Its task by rule has answered with it; those that fall with it, by nobody, are of the same one.
  if (how === "rejected" && by !== null) home.missing -= 1;
  if (how === "removed") countRemoved(tx, closed);
  const decided = how === "approved" || how === "rejected" || how === "returned";
  if (decided && by !== null) {
    noteDone(tx, by, "handled", instance, task);
    noteAct(tx, closed);
  }
  if (how === "returned") home.returns = (home.returns ?? 0) + 1;
  const { holder, onBehalfOf: behalf } = taskOf(tx, closed);
  const isHolder = by !== null && sameIdentity(holder, by);
  // A copy: the record is being changed.
  const besides = isHolder && behalf !== undefined ? { onBehalfOf: { ...behalf } } : {};
  note(tx, instance, [`task.${how}`, task, by, at], besides);
}

/** Whoever gets a task next does not have it for whom the one before stood in for. */
function forgetPrincipal(tx: Evolving, named: TaskNamed): void {
  if (taskOf(tx, named).onBehalfOf === undefined) return;
  delete edit(tx, ...taskKey(named.instance, named.task)).onBehalfOf;
}

/** A task changes hands. */
function passOn(
  tx: Evolving,
  named: TaskNamed,
  to: Identity,
  onBehalfOf: Identity | undefined,
  touches = true,
): void {
  const { host, space } = instanceOf(tx, named.instance);
  const { organization, person } = to;
  const at = organization === host ? space : spaceOfTask(tx, named);
  unseat(tx, named);
  forgetPrincipal(tx, named);
  seat(tx, named, { organization, person }, organization, at, onBehalfOf);
  if (touches) edit(tx, ...taskKey(named.instance, named.task)).touched = true;
}

/** The case of a task transferred. */
export function transferTask(
  tx: Evolving,
  data: FlowsEvents["task.transferred"],
  at: number,
): void {
  const { instance, task, from, to, onBehalfOf } = data;
  passOn(tx, data, to, onBehalfOf);
  noteAct(tx, data);
  noteDone(tx, from, "handled", instance, task);
  note(tx, instance, ["task.transferred", task, to, at], { onBehalfOf });
}

/** The case of a task handed over. */
export function handOver(tx: Evolving, data: FlowsEvents["task.handed-over"], at: number): void {
  // Whoever is back has what they had: it did not change hands (FLOW-22).
  const { instance, task, to, because, onBehalfOf } = data;
  passOn(tx, data, to, onBehalfOf, because !== "reinstated" || onBehalfOf !== undefined);
  note(tx, instance, ["task.handed-over", task, to, at], { onBehalfOf });
}

/** The case of a task parked. */
export function parkTask(tx: Evolving, data: FlowsEvents["task.parked"], at: number): void {
  const { instance, task, from, home } = data;
  const space = spaceOfTask(tx, data);
  // Whoever left may have been hired again by now.
  const { under, home: before, onBehalfOf: behalf } = taskOf(tx, data);
  // A copy: the record is being changed.
  const besides = behalf === undefined ? {} : { onBehalfOf: { ...behalf } };
  if (home !== before) noteTaken(tx, before, "tasks");
  unseat(tx, data);
  forgetPrincipal(tx, data);
  seat(tx, data, null, home, space);
  note(tx, instance, ["task.parked", task, from, at], { under, ...besides });
}
