/** An instance and its history, for whoever has to do with it. */
import { actingRefusal, wantActing } from "../apps/select/use.ts";
import type { Identity } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { read, together, want } from "../core/transaction.ts";
import { actsFor } from "../directory/select/authority.ts";
import type { InstanceRecord, LogEntry } from "../flows/model.ts";
import { type FlowsTx, sameIdentity } from "../flows/select/flows.ts";
import { stepsOf } from "../flows/select/places.ts";
import { isPresent } from "../roster/select/presence.ts";
import { startOfTickets } from "./flow-lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { type Answered, isRefusal, pageOf, pagingOf } from "./paging.ts";

type Asked = Queries["flow.instance"];

/** Whether an identity still belongs where the instance runs: the Host, or its Space's Roster. */
function belongs(tx: FlowsTx, { host, space }: InstanceRecord, viewer: Viewer): boolean {
  const { organization, person } = viewer;
  return organization === host || (space !== null && isPresent(tx, space, organization, person));
}

/**
 * FLOW-10, APP-03: whoever started it reads an instance, the Host's admins do, and whoever its
 * history names: those who hold or held its tasks, and those to whom it was copied.
 */
const mayRead = view(
  ["FLOW-10", "APP-03"],
  (tx: FlowsTx, instance: InstanceRecord, log: readonly LogEntry[], viewer: Viewer): boolean => {
    if (sameIdentity(instance.initiator, viewer)) return true;
    if (actsFor(tx, viewer, instance.host)) return true;
    const named = (who: Identity | null): boolean => sameIdentity(who, viewer);
    return log.some(([, , , who]) => named(who)) && belongs(tx, instance, viewer);
  },
);

/** The whole history: who may read it is told by it. */
function historyOf(tx: FlowsTx, { instance }: Asked["input"], record: InstanceRecord): LogEntry[] {
  return allTickets<LogEntry>(tx, stepsOf(instance), record.log);
}

function readingRefusal(tx: FlowsTx, data: Asked["input"]): Refusal | null {
  const { viewer, instance } = data;
  const invalid = actingRefusal(tx, viewer, undefined);
  if (invalid !== null) return invalid;
  const record = read(tx, "instance", instance);
  if (record === null) return refuse("UNKNOWN_INSTANCE", { instance });
  if (!tx.complete) {
    together(
      tx,
      () => historyOf(tx, data, record),
      () => belongs(tx, record, viewer),
    );
  }
  return mayRead(tx, record, historyOf(tx, data, record), viewer)
    ? null
    : refuse("UNKNOWN_INSTANCE", { instance });
}

/** An instance and what has happened to it, a page at a time. */
export function instanceShown(tx: FlowsTx, data: Asked["input"]): Answered<Asked["answer"]> {
  const paging = pagingOf(data, 1);
  if (isRefusal(paging)) return paging;
  const { viewer, instance } = data;
  if (!tx.complete) {
    together(
      tx,
      () => wantActing(tx, viewer, undefined),
      () => want(tx, [["instance", instance, ""]]),
    );
  }
  const refusal = readingRefusal(tx, data);
  if (refusal !== null) return refusal;
  const from = startOfTickets(paging.after);
  if (typeof from !== "number") return from;
  const record = read(tx, "instance", instance) as InstanceRecord;
  const rest = historyOf(tx, data, record).filter(([ticket]) => ticket >= from);
  const lines = rest.slice(0, paging.limit);
  const [last = 0] = lines.at(-1) ?? [];
  const next = rest.length > lines.length ? ({ kind: "item", ids: [String(last)] } as const) : null;
  const page = pageOf(
    lines.map(([, what, task, who, at]) => ({ what, task, who, at })),
    next,
  );
  if (isRefusal(page)) return page;
  const { app, flow, space, initiator, status, step } = record;
  return { value: { ...page.value, app, flow, space, initiator, status, step } };
}
