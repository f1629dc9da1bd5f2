/** Who is told what about tasks, once a step has come to rest. */
import type { Identity, Recipient, TaskOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { notify } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isAble } from "../directory/select/able.ts";
import type { FlowsEvents } from "./model.ts";
import { type Deciding, instanceOf, type Reading, tasksHeldBy } from "./select/flows.ts";

/** Tasks about which the same people are told the same. */
interface Told {
  readonly from: Identity | null;
  readonly to: Recipient;
  readonly tasks: TaskOf[];
}

/** Tasks by whom they come from and who is told, in the order of the first of each. */
type Lists = Map<string, Told>;

function add(lists: Lists, from: Identity | null, to: Recipient, task: TaskOf): void {
  const key = JSON.stringify([from?.organization, from?.person, Object.values(to)]);
  const list = lists.get(key) ?? { from, to, tasks: [] };
  list.tasks.push(task);
  lists.set(key, list);
}

function dataOf<Type extends keyof FlowsEvents>(tx: Reading, type: Type): FlowsEvents[Type][] {
  return tx.events
    .filter((event) => event.type === type)
    .map(({ data }) => data as FlowsEvents[Type]);
}

/** Whom a parked task waits for: its home's admins; those of the Space where a Member has left it. */
function waitsFor(tx: Reading, { from, home, instance }: FlowsEvents["task.parked"]): Recipient {
  const { space } = instanceOf(tx, instance);
  return from?.organization === home || space === null
    ? { kind: "authorized-admins", organization: home }
    : { kind: "space-admins", space };
}

/** HAND-02: the successor of somebody who left knows which tasks are theirs now. */
const tellSuccessors = effect("HAND-02", (tx: Deciding): void => {
  const lists: Lists = new Map();
  for (const { from, to, because, instance, task } of dataOf(tx, "task.handed-over")) {
    // Who is back is told of nothing that was theirs (RESIGN-07).
    if (because === "reinstated") continue;
    add(lists, from, { kind: "person", ...to }, { instance, task });
  }
  for (const { from, to, tasks } of lists.values()) {
    const { organization, person } = to as Extract<Recipient, { readonly kind: "person" }>;
    const data = { from, to: { organization, person }, tasks };
    notify(tx, { kind: "TASK_HANDED_OVER", to: [to], data });
  }
});

/** HAND-02, HAND-05: the admins for whom tasks wait know it at once. */
const tellAdmins = effect(["HAND-02", "HAND-05"], (tx: Deciding): void => {
  const lists: Lists = new Map();
  for (const { holder, home, instance, task } of dataOf(tx, "task.made")) {
    if (holder !== null) continue;
    add(lists, null, { kind: "authorized-admins", organization: home }, { instance, task });
  }
  for (const parked of dataOf(tx, "task.parked")) {
    const { from, instance, task } = parked;
    add(lists, from, waitsFor(tx, parked), { instance, task });
  }
  for (const { from, to, tasks } of lists.values()) {
    notify(tx, { kind: "TASK_AWAITING_HANDOVER", to: [to], data: { from, tasks } });
  }
});

/** FLOW-19: the admins of an organization know which tasks stay with somebody suspended. */
const tellOfSuspended = effect("FLOW-19", (tx: Deciding): void => {
  const told = new Set<string>();
  for (const { type, data } of tx.events) {
    if (type !== "person.suspended") continue;
    const { organization, person, again } = data as DirectoryEvents["person.suspended"];
    const holder = { organization, person };
    if (again === true || told.has(person) || isAble(tx, holder)) continue;
    told.add(person);
    const tasks = tasksHeldBy(tx, holder).map(({ instance, task }): TaskOf => ({ instance, task }));
    if (tasks.length === 0) continue;
    const to: Recipient = { kind: "authorized-admins", organization };
    notify(tx, { kind: "TASK_HOLDER_SUSPENDED", to: [to], data: { holder, tasks } });
  }
});

/** Notices of hand-over: one for each leaver and successor, one for each leaver and home. */
export function noticesOfFlows(tx: Deciding, _policy: Policy): void {
  tellSuccessors(tx);
  tellAdmins(tx);
  tellOfSuspended(tx);
}
