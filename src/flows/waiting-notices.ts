/** Whoever a task begins to wait for is told, and whoever gets a copy (FLOW-23). */
import { identityText } from "../core/lists.ts";
import type { Doer, Identity, NoticeData, Recipient, TaskOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { notify, readBefore } from "../core/transaction.ts";
import type { FlowsEvents, TaskRecord } from "./model.ts";
import { type Deciding, type Reading, sameIdentity, taskOf } from "./select/flows.ts";
import { taskKey } from "./select/keys.ts";

/** FLOW-23: whether holders are told of tasks that begin to wait. */
export const tellsHolders = view(
  "FLOW-23",
  ({ taskNotices }: Policy): boolean => taskNotices === "holders",
);

/** People, but for whoever did it. */
const toOthers = (people: readonly Identity[], by: Doer | null): Recipient[] =>
  people
    .filter((each) => !sameIdentity(by, each))
    .map(({ organization, person }) => ({ kind: "person", organization, person }));

type Because = NoticeData["TASK_WAITING"]["because"];
/** The events by which a task comes to somebody, or comes to its turn. */
type Coming =
  | "task.made"
  | "task.opened"
  | "task.reopened"
  | "task.transferred"
  | "task.handed-over";

/** Why a task waits, by the event that made it; `null` where another notice tells of it. */
function becauseOf(
  type: Coming,
  data: FlowsEvents[Coming],
  returned: ReadonlySet<string>,
): Because | null {
  if (type === "task.made") {
    const { origin, instance } = data as FlowsEvents["task.made"];
    return origin === "rule" && returned.has(instance) ? "returned" : origin;
  }
  if (type === "task.opened") return "opened";
  if (type === "task.reopened") return "reopened";
  if (type === "task.transferred") return "transferred";
  const { because } = data as FlowsEvents["task.handed-over"];
  return because === "reinstated" ? because : null;
}

const COMING: ReadonlySet<string> = /* @__PURE__ */ new Set<Coming>([
  "task.made",
  "task.opened",
  "task.reopened",
  "task.transferred",
  "task.handed-over",
]);

/** A task that came to somebody in this step, why, and whether a notice of a hand-over tells of it. */
interface Came extends TaskOf {
  readonly because: Because | null;
  /** To whom it was handed over last, of which they are told apart. */
  readonly told: Identity | null;
}

/** The tasks that came to anybody, or to their turn, each once, in the order in which they first did. */
function comeTo(tx: Reading): Iterable<Came> {
  const returned = new Set<string>();
  const came = new Map<string, Came>();
  for (const { type, data } of tx.events) {
    if (type === "task.closed") {
      const { how, instance } = data as FlowsEvents["task.closed"];
      if (how === "returned") returned.add(instance);
    }
    if (!COMING.has(type)) continue;
    const { instance, task } = data as FlowsEvents[Coming];
    const key = `${instance} ${task}`;
    const because = becauseOf(type as Coming, data as FlowsEvents[Coming], returned);
    const told =
      because === null
        ? (data as FlowsEvents["task.handed-over"]).to
        : (came.get(key)?.told ?? null);
    came.set(key, { instance, task, because, told });
  }
  return came.values();
}

/** Whether somebody is who a task waited for before this step. */
function waitedFor(tx: Reading, { instance, task }: TaskOf, holder: Identity): boolean {
  const before: TaskRecord | null = readBefore(tx, ...taskKey(instance, task));
  return before?.status === "open" && sameIdentity(before.holder, holder);
}

/** FLOW-23: the holder of a task knows that it waits, and whom they stand in for. */
const tellHolders = effect("FLOW-23", (tx: Deciding, by: Doer | null): void => {
  for (const { instance, task, because, told } of comeTo(tx)) {
    const { status, holder, onBehalfOf } = taskOf(tx, { instance, task });
    if (status !== "open" || holder === null || because === null) continue;
    if (sameIdentity(told, holder) || waitedFor(tx, { instance, task }, holder)) continue;
    const to = toOthers(onBehalfOf === undefined ? [holder] : [holder, onBehalfOf], by);
    if (to.length === 0) continue;
    const data = { instance, task, by, because };
    const whole = onBehalfOf === undefined ? data : { ...data, onBehalfOf };
    notify(tx, { kind: "TASK_WAITING", to, data: whole });
  }
});

/** FLOW-23: whoever gets a copy knows of it. */
const tellReaders = effect("FLOW-23", (tx: Deciding): void => {
  for (const { type, data } of tx.events) {
    if (type !== "task.copied") continue;
    const { instance, task, by, people } = data as FlowsEvents["task.copied"];
    const distinct = new Map(people.map((each) => [identityText(each), each]));
    const to = toOthers([...distinct.values()], by);
    if (to.length > 0) notify(tx, { kind: "TASK_COPIED", to, data: { instance, task, by } });
  }
});

/** One notice for each task that begins to wait, and for each copy, unless the policy wants none. */
export function noticesOfWaitingTasks(tx: Deciding, by: Doer | null, policy: Policy): void {
  if (!tellsHolders(policy)) return;
  tellHolders(tx, by);
  tellReaders(tx);
}
