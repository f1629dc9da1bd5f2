/** An instance and its history, for whoever has to do with it. */
import { actingAloneRefusal } from "../apps/select/use.ts";
import type { InstanceId } from "../core/ids.ts";
import type { Doer } from "../core/notice.ts";
import { allTickets } from "../core/paged.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import { actsFor, actsInHierarchy } from "../directory/select/authority.ts";
import { isOwnDoing } from "../directory/select/under.ts";
import type { InstanceRecord, LogEntry, OpenedPage } from "../flows/model.ts";
import { isInitiator, sameIdentity, taskOf, taskTie } from "../flows/select/flows.ts";
import { openedIn, stepsOf, tasksListed } from "../flows/select/keys.ts";
import { isInBook } from "../roster/select/book.ts";
import { isPresent } from "../roster/select/presence.ts";
import { ticketNamed } from "./flow-lists.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Queries, Viewer } from "./model.ts";
import { isRefusal, pageOf, pagingOf, startOf } from "./paging.ts";
import { formerly, markOf } from "./shown.ts";

type Asked = Queries["flow.instance"]["input"];

/** Whether an identity still belongs where the instance runs: the Host, or its Space's Roster. */
function belongs(tx: Reading, { host, space, trunk }: InstanceRecord, viewer: Viewer): boolean {
  const { organization, person } = viewer;
  if (trunk !== undefined) return isInBook(tx, trunk, viewer);
  return organization === host || (space !== null && isPresent(tx, space, organization, person));
}

/**
 * FLOW-10, APP-03: whoever started it reads an instance, whoever holds a task of it, and the Host's
 * admins; and, while they still belong, those whom its history names: former holders, and those to
 * whom it was copied.
 */
const mayRead = view(
  ["FLOW-10", "APP-03"],
  (tx: Reading, { viewer, instance }: Asked, record: InstanceRecord): boolean => {
    if (isInitiator(tx, record, viewer)) return true;
    const actsAtHost = record.trunk === undefined ? actsFor : actsInHierarchy;
    if (actsAtHost(tx, viewer, record.host) || taskTie(tx, viewer, instance) !== undefined)
      return true;
    const named = historyOf(tx, instance, record).some(
      ([, , , who, , under]) => sameIdentity(who, viewer) && isOwnDoing(tx, viewer, under),
    );
    return named && belongs(tx, record, viewer);
  },
);

/** The whole history: who may read it is told by it. */
function historyOf(tx: Reading, instance: InstanceId, record: InstanceRecord): LogEntry[] {
  return allTickets<LogEntry>(tx, stepsOf(instance), record.log);
}

function readingRefusal(tx: Reading, data: Asked): Refusal | null {
  const { viewer, instance } = data;
  const invalid = actingAloneRefusal(tx, viewer);
  if (invalid !== null) return invalid;
  const record = read(tx, "instance", instance);
  if (record === null) return refuse("UNKNOWN_INSTANCE", { instance });
  return mayRead(tx, data, record) ? null : refuse("UNKNOWN_INSTANCE", { instance });
}

/** The mark of whoever did something, if it is the one who is there now; no industry member has one. */
const noted = (tx: Reading, who: Doer, under: number | null) =>
  who.as === undefined && isOwnDoing(tx, who, under) ? markOf(tx, who) : {};

/** The id that an employee had then. */
const before = (tx: Reading, who: Doer, at: number) =>
  who.as === undefined ? formerly(tx, who, at) : {};

/** The most tasks of an instance that are named as open. */
const OPEN_MAX = 100;

/** What is not closed, by number. */
const openIn = (tx: Reading, instance: InstanceId, { open }: InstanceRecord) =>
  tasksListed(allTickets<OpenedPage["entries"][number]>(tx, openedIn(instance), open))
    .slice(0, OPEN_MAX)
    .map((task) => {
      const { status, holder } = taskOf(tx, { instance, task });
      return { task, status, holder };
    });

/** An instance, what has happened to it, a page at a time, and what it waits for. */
export const instanceShown: QueryHandler<"flow.instance"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => readingRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { instance } = data;
  const from = startOf(paging.after, ticketNamed);
  if (typeof from !== "number") return from;
  const record = read(tx, "instance", instance) as InstanceRecord;
  const rest = historyOf(tx, instance, record).filter(([ticket]) => ticket >= from);
  const lines = rest.slice(0, paging.limit);
  const [last = 0] = lines.at(-1) ?? [];
  const next = rest.length > lines.length ? ({ kind: "item", ids: [String(last)] } as const) : null;
  const page = pageOf(
    lines.map(([, what, task, who, at, under, onBehalfOf]) => ({
      what,
      task,
      who: who === null ? null : { ...who, ...noted(tx, who, under), ...before(tx, who, at) },
      ...(onBehalfOf === undefined
        ? {}
        : {
            onBehalfOf: { ...onBehalfOf, ...markOf(tx, onBehalfOf), ...before(tx, onBehalfOf, at) },
          }),
      at,
    })),
    next,
  );
  if (isRefusal(page)) return page;
  const { app, flow, space, trunk, status, step } = record;
  const through = trunk === undefined ? {} : { trunk };
  const initiator = { ...record.initiator, ...noted(tx, record.initiator, record.under) };
  const waiting = record.waits === undefined ? {} : ({ waiting: true } as const);
  const at = { ...through, initiator, status, ...waiting, step };
  const open = openIn(tx, instance, record);
  return { value: { ...page.value, app, flow, space, ...at, open } };
};
