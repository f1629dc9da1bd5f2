/** What somebody has to do, has started, has handled; what waits for a successor. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Pages } from "../core/paged.ts";
import type { Refusal } from "../core/refusal.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import type { DonePage } from "../directory/model.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { boundKey, doneBy, placedTies } from "../directory/select/bound.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { InstanceRecord, ParkedPage, TaskNamed, TaskTie } from "../flows/model.ts";
import { instanceOf, taskOf } from "../flows/select/flows.ts";
import { parkedFor } from "../flows/select/keys.ts";
import type { Reading } from "./handler.ts";
import { LOOK_MAX, partOf } from "./lists.ts";
import type { PageRequest, Queries, TaskShown, Viewer } from "./model.ts";
import {
  type Answered,
  type Cursor,
  isRefusal,
  notACursor,
  type Paging,
  pageOf,
  pagingOf,
} from "./paging.ts";

const NUMBER = /^\d{1,16}$/;

/** The numbers by which a cursor names an item, or `null` if they are none. */
function numbersOf(after: Cursor): number[] | null {
  if (after.kind === "place") return [after.place];
  return after.ids.every((id) => NUMBER.test(id)) ? after.ids.map(Number) : null;
}

/** The ticket at which a page of a list kept by ticket starts. */
export function startOfTickets(after: Cursor | null): number | Refusal {
  if (after === null) return 0;
  const [ticket = 0] = numbersOf(after) ?? [-1];
  if (ticket < 0) return notACursor();
  return after.kind === "place" ? ticket : ticket + 1;
}

/** The page that somebody in service asks for of what is their own, or why not. */
function ownPage(
  tx: Reading,
  { viewer, ...page }: { readonly viewer: Viewer } & PageRequest,
  ids: number,
): Paging | Refusal {
  const paging = pagingOf(page, ids);
  if (isRefusal(paging)) return paging;
  return actingAloneRefusal(tx, viewer) ?? paging;
}

type Entry = ParkedPage["entries"][number] | DonePage["entries"][number];

/** A part of a list kept by ticket. */
function ticketsFrom<E extends Entry>(
  tx: Reading,
  where: Pages,
  index: PageIndex,
  { after, limit }: Paging,
  shows: (entry: E) => boolean = () => true,
) {
  const from = startOfTickets(after);
  if (typeof from !== "number") return from;
  const ticketOf = ([ticket]: E): number => ticket;
  const list = { where, index, ticketOf, shows, expected: index.count };
  return partOf(tx, list, from, limit, ([ticket]) => [String(ticket)]);
}

function statusOf(tx: Reading, instance: InstanceId): InstanceRecord["status"] {
  return must(tx, "instance", instance).status;
}

/** A page of what somebody has started, or handled. */
function donePage(
  tx: Reading,
  data: { readonly viewer: Viewer } & PageRequest,
  kind: "started" | "handled",
) {
  const paging = ownPage(tx, data, 1);
  if (isRefusal(paging)) return paging;
  const { organization, person } = data.viewer;
  const index = read(tx, ...boundKey(organization, person))?.[kind] ?? EMPTY_PAGES;
  const where = doneBy({ organization, person }, kind);
  return ticketsFrom<DonePage["entries"][number]>(tx, where, index, paging);
}

/** The instances that the viewer has started, in order. */
export function startedBy(
  tx: Reading,
  data: Queries["flow.started"]["input"],
): Answered<Queries["flow.started"]["answer"]> {
  const part = donePage(tx, data, "started");
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, id]) => {
    const instance = id as InstanceId;
    return { instance, status: statusOf(tx, instance) };
  });
  return pageOf(items, part.next);
}

/** The tasks that the viewer has closed or transferred, in order. */
export function handledBy(
  tx: Reading,
  data: Queries["flow.handled"]["input"],
): Answered<Queries["flow.handled"]["answer"]> {
  const part = donePage(tx, data, "handled");
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, id, task]) => {
    const instance = id as InstanceId;
    return { instance, task, status: statusOf(tx, instance) };
  });
  return pageOf(items, part.next);
}

/** Parked tasks for which the viewer, an authorized admin, names a successor, first come first. */
export function parkedWith(
  tx: Reading,
  data: Queries["admin.parked"]["input"],
): Answered<Queries["admin.parked"]["answer"]> {
  const paging = pagingOf(data, 1);
  if (isRefusal(paging)) return paging;
  const { viewer } = data;
  const { organization } = viewer;
  const refusal =
    organizationKnown(tx, organization) ?? actorIsAuthorizedAdmin(tx, viewer, organization);
  if (refusal !== null) return refusal;
  const index = read(tx, "parking", organization)?.parked ?? EMPTY_PAGES;
  const part = ticketsFrom<ParkedPage["entries"][number]>(
    tx,
    parkedFor(organization),
    index,
    paging,
    ([, , , , away]) => away === null,
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, instance, task]) => ({ instance, task }));
  return pageOf(items, part.next);
}

/** A task that somebody holds, with the place of its instance among their ties. */
type Held = TaskNamed & { readonly place: number };

/** The tasks that somebody holds from a cursor on: by instance as they came, then by number. */
function heldFrom(tx: Reading, viewer: Viewer, after: Cursor | null): readonly Held[] | Refusal {
  const numbers = after === null ? [-1, 0] : numbersOf(after);
  if (numbers === null || numbers.length !== 2) return notACursor();
  const [from = 0, past = 0] = numbers;
  return placedTies<TaskTie>(tx, viewer, "tasks").flatMap(([place, [instance, , tasks]]) =>
    tasks
      .filter((task) => place > from || (place === from && task > past))
      .map((task) => ({ place, instance, task })),
  );
}

function taskShown(tx: Reading, { instance, task }: TaskNamed): TaskShown {
  const { app, flow, space, initiator } = instanceOf(tx, instance);
  const { step, origin } = taskOf(tx, { instance, task });
  return { instance, task, app, flow, space, step, initiator, origin };
}

/** The open tasks that the viewer holds. */
export function todoOf(
  tx: Reading,
  data: Queries["flow.todo"]["input"],
): Answered<Queries["flow.todo"]["answer"]> {
  const paging = ownPage(tx, data, 2);
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
}

const cursorOf = ({ place, task }: Held): Cursor => ({
  kind: "item",
  ids: [String(place), String(task)],
});
