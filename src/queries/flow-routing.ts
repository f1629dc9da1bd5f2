/** Whom the holder of a task may route it to: the question about one, and all of them. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import type { Refusal } from "../core/refusal.ts";
import { must, read } from "../core/transaction.ts";
import { isAble } from "../directory/select/able.ts";
import type { InstanceRecord, OpenedPage, TaskTie } from "../flows/model.ts";
import { mayGet, workplaceIn } from "../flows/select/ability.ts";
import { type Boundary, boundaryOf, targetInside } from "../flows/select/boundary.ts";
import { instanceOf, placeIn, sameIdentity, taskOf, taskTie } from "../flows/select/flows.ts";
import { handlingRefusal } from "../flows/select/handling.ts";
import { openedIn } from "../flows/select/keys.ts";
import { actorHoldsOpenTask, instanceKnown } from "../flows/select/known.ts";
import { routingRefusal } from "../flows/select/targets.ts";
import { doorOf } from "../licenses/select/holding.ts";
import { pageOfBook, SHELF_IDS } from "./book.ts";
import { onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX } from "./lists.ts";
import type { Shown, Viewer } from "./model.ts";
import { isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import {
  cursorAt,
  portionOf,
  type Stretch,
  startOfRoster,
  stretchOf,
  stretchOfDirectory,
} from "./roster-order.ts";
import { shown } from "./shown.ts";

/** What ties the viewer to an instance, if they hold tasks of it; or why they may not know of it. */
function tieOfViewer(
  tx: Reading,
  viewer: Viewer,
  instance: InstanceId,
): { readonly tie: TaskTie | undefined } | Refusal {
  const invalid = actingAloneRefusal(tx, viewer);
  if (invalid !== null) return invalid;
  const tie = taskTie(tx, viewer, instance);
  const further = tie === undefined ? null : viewer.organization;
  return instanceKnown(tx, viewer, instance, further) ?? { tie };
}

/** Whether the holder of a task may route it to somebody: the refusal is the one a transfer gets. */
export const mayRoute: QueryHandler<"flow.may-route"> = (tx, data, policy) => {
  const { viewer, instance, target } = data;
  const known = tieOfViewer(tx, viewer, instance);
  if (isRefusal(known)) return known;
  return (
    actorHoldsOpenTask(tx, instance, known.tie) ??
    handlingRefusal(tx, viewer, instance, policy) ??
    routingRefusal(tx, policy, viewer, instance, [target]) ?? { value: { allowed: true } }
  );
};

/** Those who hold tasks of an instance that are not closed. */
function holdersIn(tx: Reading, id: InstanceId, { open }: InstanceRecord): Identity[] {
  const entries = allTickets<OpenedPage["entries"][number]>(tx, openedIn(id), open);
  return entries.flatMap(([, task]) => taskOf(tx, { instance: id, task }).holder ?? []);
}

/** The people inside the boundary from where a page starts. */
function peopleInside(
  tx: Reading,
  boundary: Exclude<Boundary, { readonly kind: "book" }>,
  { after }: Paging,
  count: number,
): Stretch {
  if (boundary.kind === "nobody") return { identities: [], end: null };
  const start = startOfRoster(after);
  const { organization } = boundary;
  if (boundary.kind === "directory") {
    return stretchOfDirectory(tx, boundary.organization, { start, count });
  }
  const { space } = boundary;
  const expected =
    organization === null
      ? must(tx, "space", space).identities
      : (read(tx, "association", space, organization)?.present ?? 0);
  const sees = (each: Identity): boolean =>
    organization === null || each.organization === organization;
  return stretchOf(tx, space, sees, { start, count, expected });
}

/** Everybody whom the holder of a task may transfer it to, all of them or those found by name. */
export const routingCandidates: QueryHandler<"flow.routing-candidates"> = (tx, data, policy) => {
  const { viewer, instance, search = "" } = data;
  const isBelow = read(tx, "instance", instance)?.trunk !== undefined;
  const paging = pagingOf(data, isBelow ? SHELF_IDS : 2);
  if (isRefusal(paging)) return paging;
  const known = tieOfViewer(tx, viewer, instance);
  if (isRefusal(known)) return known;
  const refusal =
    actorHoldsOpenTask(tx, instance, known.tie) ?? handlingRefusal(tx, viewer, instance, policy);
  if (refusal !== null) return refusal;
  const record = instanceOf(tx, instance);
  const busy = holdersIn(tx, instance, record);
  const mayBeGiven = (each: Identity): boolean =>
    !busy.some((other) => sameIdentity(other, each)) &&
    isAble(tx, each) &&
    targetInside(tx, record, viewer, each, policy) === null &&
    mayGet(tx, workplaceIn(record, placeIn(tx, record, each)), each, policy);
  const boundary = boundaryOf(tx, record, viewer, policy);
  const looking = onlooker(viewer, policy, doorOf(record));
  if (boundary.kind === "book") {
    const { trunk, organizations: first } = boundary;
    const book = { trunk, first, others: null, shows: mayBeGiven };
    return pageOfBook(tx, book, paging, search, (each) => shown(tx, looking, [each])[0] as Shown);
  }
  // As many more as are left out at most: those who hold tasks, the viewer among them.
  const look = search === "" ? paging.limit + record.open.count : LOOK_MAX;
  const { identities, end } = peopleInside(tx, boundary, paging, look);
  const { items, last } = portionOf(identities, { look, limit: paging.limit }, (looked) =>
    shown(tx, looking, looked).filter(
      (each) => each.fields.name.includes(search) && mayBeGiven(each),
    ),
  );
  return pageOf(items, last === null ? end : cursorAt(last));
};
