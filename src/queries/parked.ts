/** What waits for the word of an organization's admins: parked tasks, and those of people suspended. */
import type { OrganizationId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { EMPTY_PAGES, type PageIndex } from "../core/structures.ts";
import { read } from "../core/transaction.ts";
import { placedTies } from "../directory/select/bound.ts";
import { suspendedOf } from "../directory/select/keys.ts";
import type { TaskNamed, TaskTie } from "../flows/model.ts";
import { parkedFor } from "../flows/select/keys.ts";
import { assignsByDoor, hasNobodyToAssign } from "../flows/select/left-to-host.ts";
import { eitherAdminRefusal } from "./access.ts";
import { numbersOf } from "./flow-lists.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Lists, type Part, partOf } from "./lists.ts";
import type { Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

/** People suspended whose tasks one page looks through. */
const LOOKED_THROUGH = 64;

/** A place in the two lists: which one, the ticket in it, and of somebody suspended the places of a task. */
type Place = readonly [list: 0 | 1, ticket: number, place: number, task: number];

const after = (place: Place): Cursor => ({ kind: "item", ids: place.map(String) });

/** Where a page starts, if its cursor names a place in the two lists. */
function placeAfter(cursor: Cursor | null): Place | null {
  if (cursor === null) return [0, 0, 0, 0];
  if (cursor.kind === "place") return [0, cursor.place, 0, 0];
  const [list, ticket = 0, place = 0, task = 0] = numbersOf(cursor.ids) ?? [];
  if (list === 0) return [0, ticket + 1, 0, 0];
  return list === 1 ? [1, ticket, place, task] : null;
}

/** HAND-08: an admin finds what waits for their own organization, and in Spaces and below it for others without admins. */
const mayBeAssigned = view(
  "HAND-08",
  (tx: Reading, [, instance, , , away, elsewhere]: Lists["parked"]): boolean =>
    away === null && (elsewhere === null || hasNobodyToAssign(tx, elsewhere, { instance })),
);

/** The parked tasks from a ticket on, first come first. */
function parkedFrom(tx: Reading, viewer: Viewer, from: number, limit: number) {
  const { organization } = viewer;
  const list = {
    where: parkedFor(organization),
    index: read(tx, "parking", organization)?.parked ?? EMPTY_PAGES,
    shows: (entry: Lists["parked"]) =>
      mayBeAssigned(tx, entry) && assignsByDoor(tx, viewer, { instance: entry[1], task: entry[2] }),
  };
  return partOf(tx, list, from, limit, ([ticket]) => [0, ticket, 0, 0].map(String));
}

/** Index of the people of an organization who are suspended. */
function suspendedIn(tx: Reading, organization: OrganizationId): PageIndex {
  return read(tx, "directory", organization)?.suspended ?? EMPTY_PAGES;
}

/** What people hold who are suspended, in the order in which they came to be; their tasks as they came. */
function heldFrom(
  tx: Reading,
  viewer: Viewer,
  [, from, past, done]: Place,
  limit: number,
): Part<TaskNamed> {
  const { organization } = viewer;
  const list = { where: suspendedOf(organization), index: suspendedIn(tx, organization) };
  const people = partOf(tx, list, from, LOOKED_THROUGH, () => []);
  const held = people.entries.flatMap(([ticket, person]) =>
    placedTies<TaskTie>(tx, { organization, person }, "tasks").flatMap(
      ([place, [instance, , tasks]]) =>
        tasks
          .filter((task) => ticket > from || place > past || (place === past && task > done))
          .filter((task) => assignsByDoor(tx, viewer, { instance, task }))
          .map((task) => ({ instance, task, cursor: after([1, ticket, place, task]) })),
    ),
  );
  const shown = held.slice(0, limit);
  const entries = shown.map(({ instance, task }) => ({ instance, task }));
  if (held.length > limit) return { entries, next: shown.at(-1)?.cursor ?? null };
  const last = people.entries.at(-1);
  if (people.next === null || last === undefined) return { entries, next: null };
  return { entries, next: after([1, last[0], Number.MAX_SAFE_INTEGER, 0]) };
}

/**
 * Tasks for which the viewer, an authorized admin, names a successor: the parked ones, first come first,
 * then those of whoever is suspended (FLOW-19).
 */
export const parkedWith: QueryHandler<"admin.parked"> = (tx, data) => {
  const { viewer } = data;
  const paging = pagingOf(data, 4, () => eitherAdminRefusal(tx, viewer));
  if (isRefusal(paging)) return paging;
  const { limit } = paging;
  const start = placeAfter(paging.after);
  if (start === null) return notACursor();
  if (start[0] === 1) {
    const held = heldFrom(tx, viewer, start, limit);
    return pageOf(held.entries, held.next);
  }
  const parked = parkedFrom(tx, viewer, start[1], limit);
  const items = parked.entries.map(([, instance, task, , , elsewhere]) =>
    elsewhere === null ? { instance, task } : { instance, task, organization: elsewhere },
  );
  const last = parked.entries.at(-1);
  if (parked.next !== null) return pageOf(items, parked.next);
  if (last !== undefined && items.length === limit) {
    const more = suspendedIn(tx, viewer.organization).count > 0;
    return pageOf(items, more ? after([0, last[0], 0, 0]) : null);
  }
  const held = heldFrom(tx, viewer, [1, 0, -1, 0], limit - items.length);
  return pageOf([...items, ...held.entries], held.next);
};
