/** Who is told what about tasks, once a step has come to rest. */
import type { OrganizationId } from "../core/ids.ts";
import { distinct } from "../core/lists.ts";
import type { Identity, Recipient, TaskOf } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { notify } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isAble } from "../directory/select/able.ts";
import type { FlowsEvents } from "./model.ts";
import { mayGet, workplaceIn } from "./select/ability.ts";
import {
  type Deciding,
  instanceOf,
  placeIn,
  type Reading,
  sameIdentity,
  taskOf,
  tasksHeldBy,
} from "./select/flows.ts";
import { initiatorsOf } from "./select/left.ts";
import { tellsHolders } from "./waiting-notices.ts";

/** Tasks about which the same people are told the same. */
interface Told {
  readonly from: Identity | null;
  readonly to: Recipient;
  /** Who is told as well: for whom somebody stands in. */
  readonly also: Identity | undefined;
  readonly tasks: TaskOf[];
}

/** Tasks by whom they come from and who is told, in the order of the first of each. */
type Lists = Map<string, Told>;

function add(
  lists: Lists,
  from: Identity | null,
  to: Recipient,
  task: TaskOf,
  also?: Identity,
): void {
  const others = also === undefined ? [] : [also.organization, also.person];
  const key = JSON.stringify([from?.organization, from?.person, Object.values(to), others]);
  const list = lists.get(key) ?? { from, to, also, tasks: [] };
  list.tasks.push(task);
  lists.set(key, list);
}

function dataOf<Type extends keyof FlowsEvents>(tx: Reading, type: Type): FlowsEvents[Type][] {
  return tx.events
    .filter((event) => event.type === type)
    .map(({ data }) => data as FlowsEvents[Type]);
}

/** The admins of an organization who may name a successor for a task: which they are goes by its door. */
const adminsOf = (
  tx: Reading,
  organization: OrganizationId,
  instance: TaskOf["instance"],
): Recipient =>
  instanceOf(tx, instance).trunk === undefined
    ? { kind: "authorized-admins", organization }
    : { kind: "hierarchy-admins", organization };

/** Whom a parked task waits for: its home's admins; those of the Space where a Member has left it. */
function waitsFor(tx: Reading, { from, home, instance }: FlowsEvents["task.parked"]): Recipient {
  const { space } = instanceOf(tx, instance);
  return from?.organization === home || space === null
    ? adminsOf(tx, home, instance)
    : { kind: "space-admins", space };
}

/** HAND-02, FLOW-23: the successor of somebody who left knows which tasks are theirs now, and for whom they stand in. */
const tellSuccessors = effect("HAND-02", (tx: Deciding, policy: Policy): void => {
  const lists: Lists = new Map();
  for (const handed of dataOf(tx, "task.handed-over")) {
    const { from, to, because, onBehalfOf, instance, task } = handed;
    // Who is back is told of nothing that was theirs (RESIGN-07).
    if (because === "reinstated") continue;
    const also = tellsHolders(policy) ? onBehalfOf : undefined;
    add(lists, from, { kind: "person", ...to }, { instance, task }, also);
  }
  for (const { from, to, also, tasks } of lists.values()) {
    const { organization, person } = to as Extract<Recipient, { readonly kind: "person" }>;
    const data = { from, to: { organization, person }, tasks };
    const others: Recipient[] = also === undefined ? [] : [{ kind: "person", ...also }];
    notify(tx, { kind: "TASK_HANDED_OVER", to: [to, ...others], data });
  }
});

/** HAND-02, HAND-05: the admins for whom tasks wait know it at once. */
const tellAdmins = effect(["HAND-02", "HAND-05"], (tx: Deciding): void => {
  const lists: Lists = new Map();
  for (const { holder, home, instance, task } of dataOf(tx, "task.made")) {
    if (holder !== null) continue;
    add(lists, null, adminsOf(tx, home, instance), { instance, task });
  }
  for (const { holder, home, instance, task } of dataOf(tx, "task.reopened")) {
    if (holder === null) add(lists, null, adminsOf(tx, home, instance), { instance, task });
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
    const lists: Lists = new Map();
    for (const { instance, task } of tasksHeldBy(tx, holder)) {
      add(lists, holder, adminsOf(tx, organization, instance), { instance, task });
    }
    for (const { to, tasks } of lists.values()) {
      notify(tx, { kind: "TASK_HOLDER_SUSPENDED", to: [to], data: { holder, tasks } });
    }
  }
});

/** FLOW-12: the admins of the Host know which tasks its rules gave to somebody who cannot act on them. */
const tellOfUnable = effect("FLOW-12", (tx: Deciding, policy: Policy): void => {
  const lists: Lists = new Map();
  for (const { holder, origin, instance, task } of dataOf(tx, "task.made")) {
    if (holder === null || origin !== "rule") continue;
    const record = instanceOf(tx, instance);
    const where = workplaceIn(record, placeIn(tx, record, holder));
    if (mayGet(tx, where, holder, policy)) continue;
    add(lists, null, adminsOf(tx, record.host, instance), { instance, task });
  }
  for (const { to, tasks } of lists.values()) {
    notify(tx, { kind: "TASK_HOLDER_CANNOT_ACT", to: [to], data: { tasks } });
  }
});

/** FLOW-13: whoever held tasks that an admin moved knows that they are theirs no more. */
const tellFormerHolders = effect("FLOW-13", (tx: Deciding): void => {
  const lists: Lists = new Map();
  for (const { from, because, instance, task } of dataOf(tx, "task.handed-over")) {
    if (because !== "reassigned" || from === null) continue;
    add(lists, from, { kind: "person", ...from }, { instance, task });
  }
  for (const { to, tasks } of lists.values()) {
    notify(tx, { kind: "TASK_TAKEN_AWAY", to: [to], data: { tasks } });
  }
});

/** FLOW-13: the initiator, if they are still there, and whoever held its tasks know that an instance was ended, and why. */
const tellOfTermination = effect("FLOW-13", (tx: Deciding): void => {
  for (const { instance, reason } of dataOf(tx, "flow.ended")) {
    if (reason === undefined) continue;
    const closed = dataOf(tx, "task.closed").filter((each) => each.instance === instance);
    const people = [
      ...initiatorsOf(tx, [{ instance }]),
      ...closed.flatMap(({ task }) => taskOf(tx, { instance, task }).holder ?? []),
    ];
    const to = distinct(people, ({ organization, person }) => `${organization} ${person}`);
    if (to.length === 0) continue;
    const persons = to.map(
      ({ organization, person }): Recipient => ({ kind: "person", organization, person }),
    );
    notify(tx, { kind: "FLOW_TERMINATED", to: persons, data: { instance, reason } });
  }
});

/** FLOW-17: whoever started an instance, if they are still there, knows that it was returned, by whom and to where. */
const tellOfReturn = effect("FLOW-17", (tx: Deciding): void => {
  for (const { instance, task, to } of dataOf(tx, "flow.returned")) {
    const { holder: by } = taskOf(tx, { instance, task });
    const others = initiatorsOf(tx, [{ instance }]).filter((each) => !sameIdentity(by, each));
    if (by === null || others.length === 0) continue;
    const persons = others.map((each): Recipient => ({ kind: "person", ...each }));
    notify(tx, { kind: "FLOW_RETURNED", to: persons, data: { instance, task, by, to } });
  }
});

/** FLOW-18: whose tasks fell away, or wait their turn again, as an approval was taken back know of it. */
const tellOfTakingBack = effect("FLOW-18", (tx: Deciding): void => {
  const [back] = dataOf(tx, "task.reopened");
  if (back === undefined) return;
  const { instance, task, holder: by } = back;
  const gone = [...dataOf(tx, "task.closed"), ...dataOf(tx, "task.held")];
  const people = gone
    .flatMap((each) => taskOf(tx, { instance, task: each.task }).holder ?? [])
    .filter((each) => !sameIdentity(by, each));
  const to = distinct(people, ({ organization, person }) => `${organization} ${person}`);
  if (by === null || to.length === 0) return;
  const persons = to.map((each): Recipient => ({ kind: "person", ...each }));
  notify(tx, { kind: "TASK_TAKEN_BACK", to: persons, data: { instance, task, by } });
});

/** Notices of hand-over: one for each leaver and successor, one for each leaver and home. */
export function noticesOfFlows(tx: Deciding, policy: Policy): void {
  tellSuccessors(tx, policy);
  tellAdmins(tx);
  tellOfSuspended(tx);
  tellOfUnable(tx, policy);
  tellFormerHolders(tx);
  tellOfTermination(tx);
  tellOfReturn(tx);
  tellOfTakingBack(tx);
}
