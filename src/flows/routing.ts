/** Choosing people while an instance runs: transfer, countersigners, delegates, copies. */
import type { InstanceId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { FlowsCommands, TaskNamed, TaskOrigin } from "./model.ts";
import {
  type CommandOf,
  comesBefore,
  type Deciding,
  identityOf,
  instanceOf,
  isClosed,
  type Reading,
  sameIdentity,
  taskOf,
} from "./select/flows.ts";
import { actRefusal, handlingRefusal, taskUnknown } from "./select/handling.ts";
import { actorHoldsTask, instanceRuns } from "./select/known.ts";
import type { Receiver } from "./select/receiving.ts";
import { copyRefusal, receiversOfRoute, routingRefusal } from "./select/targets.ts";
import { goOn } from "./steps.ts";

/** Why a task cannot go to these people, if so: of the actor, of the task, then of the people. */
function routeRefusal(
  tx: Reading,
  policy: Policy,
  by: Actor,
  named: TaskNamed,
  people: readonly Identity[],
) {
  return (
    taskUnknown(tx, by, named) ??
    actRefusal(tx, policy, by, named) ??
    routingRefusal(tx, policy, identityOf(by), named.instance, people)
  );
}

/** FLOW-04: the task becomes somebody else's. */
const transfer = effect(
  "FLOW-04",
  (
    tx: Deciding,
    by: Actor,
    { instance, task, to }: FlowsCommands["task.transfer"],
    policy: Policy,
  ): void => {
    const from = identityOf(by);
    const [receiver] = receiversOfRoute(tx, from, instance, [to], policy);
    const { holder, ...rest } = receiver ?? { holder: to };
    emit(tx, "task.transferred", { instance, task, from, to: holder, ...rest });
  },
);

/** The holder gives a task to somebody else. */
export function transferTask(
  tx: Deciding,
  { by, data }: CommandOf<"task.transfer">,
  policy: Policy,
) {
  const refusal = routeRefusal(tx, policy, by, data, [data.to]);
  if (refusal === null) transfer(tx, by, data, policy);
  return refusal;
}

/** Who gets the tasks that are added for some people, each once. */
function receiversOf(
  tx: Reading,
  by: Actor,
  instance: InstanceId,
  people: readonly Identity[],
  policy: Policy,
): Receiver[] {
  const meant = people.map(({ organization, person }) => ({ organization, person }));
  const found = receiversOfRoute(tx, identityOf(by), instance, meant, policy);
  const all = meant.map((holder, place): Receiver => found[place] ?? { holder });
  const isFirst = ({ holder }: Receiver, place: number): boolean =>
    all.findIndex((each) => sameIdentity(each.holder, holder)) === place;
  return all.filter(isFirst);
}

/**
 * FLOW-04, FLOW-10: tasks for further signers, added to one. Before it, they are open and it is held;
 * beside it, all are open; after it, they wait until it is approved.
 */
const add = effect(
  ["FLOW-04", "FLOW-10"],
  (
    tx: Deciding,
    by: Actor,
    named: TaskNamed,
    origin: Exclude<TaskOrigin, "rule">,
    people: readonly Identity[],
    policy: Policy,
  ): void => {
    const { instance, task: parent } = named;
    const { step } = taskOf(tx, named);
    const first = instanceOf(tx, instance).tasks;
    receiversOf(tx, by, instance, people, policy).forEach((receiver, place) => {
      const made = { instance, task: first + place, step, origin, parent, ...receiver };
      const home = receiver.holder.organization;
      emit(tx, "task.made", { ...made, home, open: origin !== "after" });
    });
    if (comesBefore(origin)) emit(tx, "task.held", { instance, task: parent });
  },
);

/** The holder adds signers before, after or beside themselves. */
export function countersignTask(
  tx: Deciding,
  { by, data }: CommandOf<"task.countersign">,
  policy: Policy,
) {
  const refusal = routeRefusal(tx, policy, by, data, data.people);
  if (refusal === null) add(tx, by, data, data.place, data.people, policy);
  return refusal;
}

/** The holder lets somebody else sign first. */
export function delegateTask(
  tx: Deciding,
  { by, data }: CommandOf<"task.delegate">,
  policy: Policy,
) {
  const refusal = routeRefusal(tx, policy, by, data, [data.to]);
  if (refusal === null) add(tx, by, data, "delegated", [data.to], policy);
  return refusal;
}

/** FLOW-10: others may read along. */
const copy = effect(
  "FLOW-10",
  (tx: Deciding, by: Actor, { instance, task, people }: FlowsCommands["task.copy"]): void => {
    emit(tx, "task.copied", { instance, task, by: identityOf(by), people });
  },
);

/** The holder sends copies. */
export function copyTask(tx: Deciding, { by, data }: CommandOf<"task.copy">, policy: Policy) {
  const { instance, people } = data;
  const refusal =
    taskUnknown(tx, by, data) ??
    actRefusal(tx, policy, by, data) ??
    copyRefusal(tx, policy, identityOf(by), instance, people);
  if (refusal === null) copy(tx, by, data);
  return refusal;
}

/** FLOW-11: the task was added to another, and whoever holds that one now takes it back. */
const actorHoldsParent = guard("FLOW-11", (tx: Reading, by: Actor, named: TaskNamed) => {
  const { instance } = named;
  const [parent] = taskOf(tx, named).path;
  return parent === undefined
    ? refuse("NOT_TASK_HOLDER", { instance })
    : actorHoldsTask(tx, by, { instance, task: parent });
});

/**
 * FLOW-11, FLOW-22: neither the task nor the one it was added to is closed, and nobody has touched it: one
 * that is parked is taken back, one that went to a successor stays.
 */
const taskUntouched = guard(["FLOW-11", "FLOW-22"], (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  const record = taskOf(tx, named);
  const over = record.path
    .slice(0, 1)
    .some((parent) => isClosed(taskOf(tx, { instance, task: parent })));
  return isClosed(record) || record.touched || over
    ? refuse("TASK_NOT_PENDING", { instance, task })
    : null;
});

/** FLOW-10: a signer added is taken back; what waited for them goes on. */
const remove = effect(
  "FLOW-10",
  (tx: Deciding, by: Actor, named: TaskNamed, policy: Policy): void => {
    const { instance, task } = named;
    emit(tx, "task.closed", { instance, task, how: "removed", by: identityOf(by) });
    goOn(tx, named, policy);
  },
);

function removeRefusal(tx: Reading, policy: Policy, by: Actor, named: TaskNamed) {
  const { instance } = named;
  const state = () => instanceRuns(tx, instance) ?? taskUntouched(tx, named);
  return (
    actorHoldsParent(tx, by, named) ?? handlingRefusal(tx, identityOf(by), instance, policy, state)
  );
}

/** The holder of a task takes back a signer added to it. */
export function removeCountersigner(
  tx: Deciding,
  { by, data }: CommandOf<"task.remove-countersigner">,
  policy: Policy,
) {
  const refusal = taskUnknown(tx, by, data) ?? removeRefusal(tx, policy, by, data);
  if (refusal === null) remove(tx, by, data, policy);
  return refusal;
}
