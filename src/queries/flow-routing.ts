/** Whom the holder of a task may route it to: the question about one, and all of them. */
import { actingRefusal, wantActing } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { must, read, together, want } from "../core/transaction.ts";
import { boundKey } from "../directory/select/bound.ts";
import type { InstanceRecord, OpenedPage, TaskTie } from "../flows/model.ts";
import { boundaryOf, targetInside } from "../flows/select/boundary.ts";
import { type FlowsTx, instanceOf, sameIdentity, taskOf, taskTie } from "../flows/select/flows.ts";
import { handlingRefusal } from "../flows/select/handling.ts";
import { actorHoldsOpenTask, instanceKnown } from "../flows/select/known.ts";
import { openedIn, taskKey } from "../flows/select/places.ts";
import { routingRefusal } from "../flows/select/targets.ts";
import type { Queries, Viewer } from "./model.ts";
import { type Answered, isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import { type Stretch, startOfRoster, stretchOf, stretchOfDirectory } from "./roster-order.ts";
import { shown } from "./shown.ts";

type Candidates = Queries["flow.routing-candidates"];

/** People whose names one page of a search looks at. */
const LOOK_MAX = 500;

/** Asks early for what everybody needs who asks about routing, and for those asked about. */
function wantAsker(
  tx: FlowsTx,
  viewer: Viewer,
  instance: InstanceId,
  targets: readonly Identity[],
): void {
  if (!tx.ahead) return;
  together(
    tx,
    () => wantActing(tx, viewer, undefined),
    () =>
      want(tx, [
        ["instance", instance, ""],
        ...[viewer, ...targets].flatMap(
          ({ organization, person }) =>
            [["employment", organization, person], boundKey(organization, person)] as const,
        ),
      ]),
  );
}

/** What ties the viewer to an instance, if they hold tasks of it; or why they may not know of it. */
function tieOfViewer(
  tx: FlowsTx,
  viewer: Viewer,
  instance: InstanceId,
): { readonly tie: TaskTie | undefined } | Refusal {
  const invalid = actingRefusal(tx, viewer, undefined);
  if (invalid !== null) return invalid;
  const tie = taskTie(tx, viewer, instance);
  const further = tie === undefined ? null : viewer.organization;
  return instanceKnown(tx, viewer, instance, further) ?? { tie };
}

/** Asks in one round for what tells whether somebody may use the app of an instance. */
function wantUse(tx: FlowsTx, { organization }: Viewer, record: InstanceRecord): void {
  const { app, host, space } = record;
  want(tx, [
    ["app", app, ""],
    ["organization", host, ""],
    ["pool", host, ""],
    ...(space === null || organization === host
      ? []
      : ([
          ["publication", space, app],
          ["space", space, ""],
          ["association", space, organization],
        ] as const)),
  ]);
}

/** Why the viewer may not route now, if so: no open task, or no use of the app. */
function holderRefusal(
  tx: FlowsTx,
  policy: Policy,
  viewer: Viewer,
  instance: InstanceId,
  tie: TaskTie | undefined,
): Refusal | null {
  if (tx.ahead) {
    const record = instanceOf(tx, instance);
    together(
      tx,
      () => actorHoldsOpenTask(tx, instance, tie),
      () => wantUse(tx, viewer, record),
      () => handlingRefusal(tx, policy, viewer, instance),
    );
  }
  return actorHoldsOpenTask(tx, instance, tie) ?? handlingRefusal(tx, policy, viewer, instance);
}

/** Whether the holder of a task may route it to somebody: the refusal is the one a transfer gets. */
export function mayRoute(
  tx: FlowsTx,
  { viewer, instance, target }: Queries["flow.may-route"]["input"],
  policy: Policy,
): Answered<Queries["flow.may-route"]["answer"]> {
  wantAsker(tx, viewer, instance, [target]);
  const known = tieOfViewer(tx, viewer, instance);
  if (isRefusal(known)) return known;
  if (tx.ahead) {
    together(
      tx,
      () => holderRefusal(tx, policy, viewer, instance, known.tie),
      () => routingRefusal(tx, policy, viewer, instance, [target]),
    );
  }
  return (
    holderRefusal(tx, policy, viewer, instance, known.tie) ??
    routingRefusal(tx, policy, viewer, instance, [target]) ?? { value: { allowed: true } }
  );
}

/** Those who hold tasks of an instance that are not closed. */
function holdersIn(tx: FlowsTx, id: InstanceId, { open }: InstanceRecord): Identity[] {
  const entries = allTickets<OpenedPage["entries"][number]>(tx, openedIn(id), open);
  want(
    tx,
    entries.map(([, task]) => taskKey(id, task)),
  );
  return entries.flatMap(([, task]) => taskOf(tx, { instance: id, task }).holder ?? []);
}

/** Asks in one round for where the people inside the boundary are listed. */
function wantBoundary(tx: FlowsTx, { space, initiator }: InstanceRecord): void {
  if (!tx.ahead) return;
  const { organization } = initiator;
  want(tx, [
    ["directory", organization, ""],
    ...(space === null
      ? []
      : ([
          ["space", space, ""],
          ["association", space, organization],
        ] as const)),
  ]);
}

/** The people inside the boundary from where a page starts. */
function peopleInside(
  tx: FlowsTx,
  instance: InstanceRecord,
  policy: Policy,
  { after }: Paging,
  count: number,
): Stretch {
  wantBoundary(tx, instance);
  const boundary = boundaryOf(tx, instance, policy);
  if (boundary.kind === "nobody") return { identities: [], end: null };
  const start = startOfRoster(after);
  const { organization } = boundary;
  if (boundary.kind === "directory") {
    return stretchOfDirectory(tx, boundary.organization, { start, count });
  }
  const { space } = boundary;
  want(tx, [
    ["space", space, ""],
    ...(organization === null ? [] : ([["association", space, organization]] as const)),
  ]);
  const expected =
    organization === null
      ? must(tx, "space", space).identities
      : (read(tx, "association", space, organization)?.present ?? 0);
  const sees = (each: Identity["organization"]): boolean =>
    organization === null || each === organization;
  return stretchOf(tx, space, sees, { start, count, expected });
}

/** Everybody whom the holder of a task may transfer it to, all of them or those found by name. */
export function routingCandidates(
  tx: FlowsTx,
  data: Candidates["input"],
  policy: Policy,
): Answered<Candidates["answer"]> {
  const paging = pagingOf(data, 2);
  if (isRefusal(paging)) return paging;
  const { viewer, instance } = data;
  wantAsker(tx, viewer, instance, []);
  const known = tieOfViewer(tx, viewer, instance);
  if (isRefusal(known)) return known;
  const record = instanceOf(tx, instance);
  // As many more as are left out at most: those who hold tasks, the viewer among them.
  const look = (data.search ?? "") === "" ? paging.limit + record.open.count : LOOK_MAX;
  const holder = () => holderRefusal(tx, policy, viewer, instance, known.tie);
  const holders = () => holdersIn(tx, instance, record);
  const people = () => peopleInside(tx, record, policy, paging, look);
  if (tx.ahead) together(tx, holder, holders, people);
  const refusal = holder();
  if (refusal !== null) return refusal;
  return candidatesPage(tx, data, policy, { ...paging, look, busy: holders(), ...people() });
}

/** A page of those looked at who may be routed to and whose name matches. */
function candidatesPage(
  tx: FlowsTx,
  { instance, search = "" }: Candidates["input"],
  policy: Policy,
  {
    limit,
    look,
    busy,
    identities,
    end,
  }: Paging & Stretch & { readonly look: number; readonly busy: readonly Identity[] },
): Answered<Candidates["answer"]> {
  const record = instanceOf(tx, instance);
  const looked = identities.slice(0, look);
  const people = shown(tx, looked).filter(
    (each) =>
      each.fields.name.includes(search) &&
      !busy.some((other) => sameIdentity(other, each)) &&
      targetInside(tx, record, each, policy) === null,
  );
  const items = people.slice(0, limit);
  if (people.length > limit) return pageOf(items, cursorOf(items));
  return pageOf(items, identities.length > look ? cursorOf(looked) : end);
}

const cursorOf = (identities: readonly Identity[]) => {
  const { person, organization } = identities.at(-1) as Identity;
  return { kind: "item" as const, ids: [person, organization] };
};
