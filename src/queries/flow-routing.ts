/** Whom the holder of a task may route it to: the question about one, and all of them. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { must, read } from "../core/transaction.ts";
import { isAble } from "../directory/select/able.ts";
import type { InstanceRecord, OpenedPage, TaskTie } from "../flows/model.ts";
import { boundaryOf, targetInside } from "../flows/select/boundary.ts";
import { instanceOf, sameIdentity, taskOf, taskTie } from "../flows/select/flows.ts";
import { handlingRefusal } from "../flows/select/handling.ts";
import { openedIn } from "../flows/select/keys.ts";
import { actorHoldsOpenTask, instanceKnown } from "../flows/select/known.ts";
import { routingRefusal } from "../flows/select/targets.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX } from "./lists.ts";
import type { Viewer } from "./model.ts";
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
  instance: InstanceRecord,
  policy: Policy,
  { after }: Paging,
  count: number,
): Stretch {
  const boundary = boundaryOf(tx, instance, policy);
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
  const sees = (each: Identity["organization"]): boolean =>
    organization === null || each === organization;
  return stretchOf(tx, space, sees, { start, count, expected });
}

/** Everybody whom the holder of a task may transfer it to, all of them or those found by name. */
export const routingCandidates: QueryHandler<"flow.routing-candidates"> = (tx, data, policy) => {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const { viewer, instance, search = "" } = data;
  const known = tieOfViewer(tx, viewer, instance);
  if (isRefusal(known)) return known;
  const refusal =
    actorHoldsOpenTask(tx, instance, known.tie) ?? handlingRefusal(tx, viewer, instance, policy);
  if (refusal !== null) return refusal;
  const record = instanceOf(tx, instance);
  // As many more as are left out at most: those who hold tasks, the viewer among them.
  const look = search === "" ? paging.limit + record.open.count : LOOK_MAX;
  const busy = holdersIn(tx, instance, record);
  const { identities, end } = peopleInside(tx, record, policy, paging, look);
  const { items, last } = portionOf(identities, { look, limit: paging.limit }, (looked) =>
    shown(tx, looked).filter(
      (each) =>
        each.fields.name.includes(search) &&
        !busy.some((other) => sameIdentity(other, each)) &&
        isAble(tx, each) &&
        targetInside(tx, record, each, policy) === null,
    ),
  );
  return pageOf(items, last === null ? end : cursorAt(last));
};
