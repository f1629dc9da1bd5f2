/** Open tasks for admins, and why nobody can act on those that are stuck (FLOW-13). */
import { identityMayHandle } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import { view } from "../core/rule.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { read } from "../core/transaction.ts";
import { placedTies } from "../directory/select/bound.ts";
import type { InstanceRecord, OpenedPage, TaskNamed, TaskTie } from "../flows/model.ts";
import { inNameOf, instanceOf, taskOf } from "../flows/select/flows.ts";
import { openedIn, runningOf, tasksListed } from "../flows/select/keys.ts";
import { actsByDoor, assignsByDoor, isHeldUp } from "../flows/select/left-to-host.ts";
import { initiatorIsThere } from "../flows/select/returns.ts";
import { eitherAdminRefusal } from "./access.ts";
import { numbersOf } from "./flow-lists.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX, partOf } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

type Item = Queries["admin.open-tasks"]["answer"]["items"][number];

/** A task, or an instance that waits for its initiator, with the place of the instance in the list in which it is found. */
interface Placed {
  readonly place: number;
  readonly instance: InstanceId;
  readonly task: number | null;
}

/** Instances that one page looks through. */
const LOOKED_THROUGH = 64;

/** FLOW-13: whether whoever holds a task could act on it, for their own part: gates concern all alike. */
const holderCanAct = view(
  "FLOW-13",
  (tx: Reading, { instance }: TaskNamed, holder: Identity): boolean =>
    identityMayHandle(tx, instanceOf(tx, instance).app, inNameOf(tx, instance, holder)) === null,
);

/** FLOW-17: whether an instance waits for an initiator who has left. */
const waitsInVain = view(
  "FLOW-17",
  (tx: Reading, record: InstanceRecord): boolean =>
    record.waits !== undefined && !initiatorIsThere(tx, record),
);

/** Why nobody can act on a task, if so. */
function stuckBy(tx: Reading, named: TaskNamed): Item["stuck"] {
  const { holder } = taskOf(tx, named);
  if (holder === null) return "parked";
  if (isHeldUp(tx, named, holder)) return "holder-suspended";
  return holderCanAct(tx, named, holder) ? null : "holder-unable";
}

/** FLOW-13: an admin sees the tasks of the own organization's apps, and what its own people hold, by their doors. */
const isShownTo = view("FLOW-13", (tx: Reading, viewer: Viewer, named: TaskNamed): boolean => {
  const { organization } = viewer;
  const isTheirs =
    instanceOf(tx, named.instance).host === organization ||
    taskOf(tx, named).holder?.organization === organization;
  return isTheirs && assignsByDoor(tx, viewer, named);
});

/** What is open in the running instances of an organization's apps, from one on, and where to go on after these. */
function openFrom(tx: Reading, { organization }: Viewer, from: number) {
  const index = read(tx, "parking", organization)?.running ?? EMPTY_PAGES;
  const list = { where: runningOf(organization), index };
  const part = partOf(tx, list, from, LOOKED_THROUGH, () => []);
  const tasks = part.entries.flatMap(([place, instance]): Placed[] => {
    const record = instanceOf(tx, instance);
    if (waitsInVain(tx, record)) return [{ place, instance, task: null }];
    const entries = allTickets<OpenedPage["entries"][number]>(tx, openedIn(instance), record.open);
    return tasksListed(entries).map((task) => ({ place, instance, task }));
  });
  const last = part.entries.at(-1);
  return { tasks, end: part.next === null || last === undefined ? null : last[0] + 1 };
}

/** What one person holds, by instance as they came to hold the first task of it. */
const heldBy = (tx: Reading, holder: Identity): Placed[] =>
  placedTies<TaskTie>(tx, holder, "tasks").flatMap(([place, [instance, , tasks]]) =>
    tasks.map((task) => ({ place, instance, task })),
  );

const cursorAt = (place: number, task: number): Cursor => ({
  kind: "item",
  ids: [String(place), String(task)],
});

/** Where an item stands among those of its instance: of one that waits for its initiator there is one alone. */
const orderOf = (task: number | null): number => task ?? 0;

/** What an admin sees of a task, or of an instance that waits; nothing if it is not for them. */
function itemOf(tx: Reading, viewer: Viewer, { instance, task }: Placed): Item | null {
  if (task === null) {
    const isTheirs = actsByDoor(tx, viewer, instanceOf(tx, instance));
    return isTheirs ? { instance, task, holder: null, stuck: "initiator-left" } : null;
  }
  const named = { instance, task };
  if (!isShownTo(tx, viewer, named)) return null;
  return { ...named, holder: taskOf(tx, named).holder, stuck: stuckBy(tx, named) };
}

/** The open tasks that an admin may see, all of them, those of one holder, those that are stuck. */
export const openTasks: QueryHandler<"admin.open-tasks"> = (tx, data) => {
  const { viewer, holder, stuck = false } = data;
  const paging = pagingOf(data, 2, () => eitherAdminRefusal(tx, viewer));
  if (isRefusal(paging)) return paging;
  const { after, limit } = paging;
  if (after?.kind === "place") return notACursor();
  const numbers = after === null ? [0, -1] : numbersOf(after.ids);
  if (numbers === null) return notACursor();
  const [from = 0, past = 0] = numbers;
  const { tasks, end } =
    holder === undefined ? openFrom(tx, viewer, from) : { tasks: heldBy(tx, holder), end: null };
  const rest = tasks.filter(
    ({ place, task }) => place > from || (place === from && (orderOf(task) > past || past < 0)),
  );
  const looked = rest.slice(0, LOOK_MAX);
  const found = looked.flatMap((placed) => {
    const item = itemOf(tx, viewer, placed);
    return item === null || (stuck && item.stuck === null) ? [] : [{ place: placed.place, item }];
  });
  const items = found.slice(0, limit);
  const last = found.length > limit ? items.at(-1) : undefined;
  if (last !== undefined)
    return pageOf(
      items.map(({ item }) => item),
      cursorAt(last.place, orderOf(last.item.task)),
    );
  const unseen = rest.length > looked.length ? looked.at(-1) : undefined;
  const next = unseen === undefined ? null : cursorAt(unseen.place, orderOf(unseen.task));
  const beyond = end === null ? null : cursorAt(end - 1, Number.MAX_SAFE_INTEGER);
  return pageOf(
    items.map(({ item }) => item),
    next ?? beyond,
  );
};
