/** What somebody has to do, has started, has handled. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Refusal } from "../core/refusal.ts";
import { EMPTY_PAGES } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { boundKey, doneBy, placedTies } from "../directory/select/bound.ts";
import { isOwnDoing } from "../directory/select/under.ts";
import type { TaskNamed, TaskTie } from "../flows/model.ts";
import { instanceOf, taskOf } from "../flows/select/flows.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Lists, LOOK_MAX, partAfter } from "./lists.ts";
import type { PageRequest, TaskShown, Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

const NUMBER = /^\d{1,16}$/;

/** The numbers by which a cursor names an item, or `null` if they are none. */
export function numbersOf(ids: readonly string[]): number[] | null {
  return ids.every((id) => NUMBER.test(id)) ? ids.map(Number) : null;
}

/** The ticket of an item that is named by it. */
export const ticketNamed = (ids: readonly string[]) => numbersOf(ids)?.[0];
const idsOf = ([ticket]: Lists[Done]) => [String(ticket)];

/** What is somebody's own, a page at a time. */
type OwnPage = { readonly viewer: Viewer } & PageRequest;
type Done = "started" | "handled";

/** A page of what somebody in service has started, or handled. */
function donePage(tx: Reading, data: OwnPage, kind: Done) {
  const { viewer } = data;
  const paging = pagingOf(data, 1, () => actingAloneRefusal(tx, viewer));
  if (isRefusal(paging)) return paging;
  const { organization, person } = viewer;
  const index = read(tx, ...boundKey(organization, person))?.[kind] ?? EMPTY_PAGES;
  const shows = ([, , , under]: Lists[Done]): boolean => isOwnDoing(tx, viewer, under);
  const list = { where: doneBy(viewer, kind), index, shows };
  const part = partAfter(tx, list, paging, idsOf, ticketNamed);
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, id, task]) => {
    const instance = id as InstanceId;
    const { status, waits } = must(tx, "instance", instance);
    return { instance, task, status, isWaiting: waits !== undefined };
  });
  return { items, next: part.next };
}

/** The instances that the viewer has started, in order. */
export const startedBy: QueryHandler<"flow.started"> = (tx, data) => {
  const done = donePage(tx, data, "started");
  if (isRefusal(done)) return done;
  return pageOf(
    done.items.map(({ instance, status, isWaiting }) =>
      isWaiting ? { instance, status, waiting: true } : { instance, status },
    ),
    done.next,
  );
};

/** The tasks that the viewer has closed or transferred, in order. */
export const handledBy: QueryHandler<"flow.handled"> = (tx, data) => {
  const done = donePage(tx, data, "handled");
  if (isRefusal(done)) return done;
  return pageOf(
    done.items.map(({ instance, task, status }) => ({ instance, task, status })),
    done.next,
  );
};

/** A task that somebody holds, with the place of its instance among their ties. */
type Held = TaskNamed & { readonly place: number };

/** The tasks that somebody holds from a cursor on: by instance as they came, then by number. */
function heldFrom(tx: Reading, viewer: Viewer, after: Cursor | null): readonly Held[] | Refusal {
  if (after?.kind === "place") return notACursor();
  const numbers = after === null ? [-1, 0] : numbersOf(after.ids);
  if (numbers === null) return notACursor();
  const [from = 0, past = 0] = numbers;
  return placedTies<TaskTie>(tx, viewer, "tasks").flatMap(([place, [instance, , tasks]]) =>
    tasks
      .filter((task) => place > from || (place === from && task > past))
      .map((task) => ({ place, instance, task })),
  );
}

function taskShown(tx: Reading, { instance, task }: TaskNamed): TaskShown {
  const { app, flow, space, initiator } = instanceOf(tx, instance);
  const { step, origin, onBehalfOf } = taskOf(tx, { instance, task });
  const shown = { instance, task, app, flow, space, step, initiator, origin };
  return onBehalfOf === undefined ? shown : { ...shown, onBehalfOf };
}

/** The open tasks that the viewer holds. */
export const todoOf: QueryHandler<"flow.todo"> = (tx, data) => {
  const paging = pagingOf(data, 2, () => actingAloneRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const held = heldFrom(tx, data.viewer, paging.after);
  if (isRefusal(held)) return held;
  const looked = held.slice(0, LOOK_MAX);
  const open = looked.filter((named) => taskOf(tx, named).status === "open");
  const items = open.slice(0, paging.limit);
  const last = open.length > items.length ? items.at(-1) : undefined;
  const end = last ?? (held.length > looked.length ? looked.at(-1) : undefined);
  const next = end === undefined ? null : cursorOf(end);
  return pageOf(
    items.map((named) => taskShown(tx, named)),
    next,
  );
};

const cursorOf = ({ place, task }: Held): Cursor => ({
  kind: "item",
  ids: [String(place), String(task)],
});
