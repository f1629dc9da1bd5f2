/** What every command about an instance asks first: whether it is known, and whose the task is. */
import { firstThat } from "../../core/guess.ts";
import type { InstanceId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { isOwnDoing } from "../../directory/select/under.ts";
import { actsAsMember } from "../../industry/select/book.ts";
import type { InstanceRecord, TaskNamed, TaskRecord, TaskTie } from "../model.ts";
import {
  identityOf,
  instanceOf,
  isClosed,
  isInitiator,
  type Reading,
  sameIdentity,
  taskOf,
} from "./flows.ts";
import { taskKey } from "./keys.ts";

/** The task named, if there is such a one. */
export function taskNamed(tx: Reading, { instance, task }: TaskNamed): TaskRecord | null {
  return read(tx, ...taskKey(instance, task));
}

/** Whether an organization's people may know of an instance: its Host's, and its initiator's. */
function takesPart({ host, initiator }: InstanceRecord, organization: OrganizationId): boolean {
  return organization === host || organization === initiator.organization;
}

/**
 * PROTO-03: the instance exists and is known to the actor: to its Host's people, to those of the
 * initiator's organization, and to those of a further one that has to do with the task named. INDUSTRY-03:
 * industry members know of what they started, and of no other.
 */
export const instanceKnown = guard(
  ["PROTO-03", "INDUSTRY-03"],
  (tx: Reading, by: Actor, instance: InstanceId, further: OrganizationId | null = null) => {
    const record = read(tx, "instance", instance);
    const who = identityOf(by);
    const { organization } = who;
    const isTheirs = (of: InstanceRecord): boolean =>
      actsAsMember(who)
        ? isInitiator(tx, of, who)
        : takesPart(of, organization) || further === organization;
    const known = record !== null && isTheirs(record);
    return known ? null : refuse("UNKNOWN_INSTANCE", { instance });
  },
);

/** PROTO-03: the instance has such a task. */
export const taskKnown = guard("PROTO-03", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  return taskNamed(tx, named) === null ? refuse("UNKNOWN_TASK", { instance, task }) : null;
});

/** FLOW-11, HAND-07: only the holder acts on a task; a closed one was last its holder's. */
export const actorHoldsTask = guard("FLOW-11", (tx: Reading, by: Actor, named: TaskNamed) => {
  const { instance } = named;
  const { holder, under } = taskOf(tx, named);
  const who = identityOf(by);
  const holds = sameIdentity(holder, who) && isOwnDoing(tx, who, under);
  return holds ? null : refuse("NOT_TASK_HOLDER", { instance });
});

/** FLOW-11: the actor holds an open task of the instance: what is routed is theirs. */
export const actorHoldsOpenTask = guard(
  "FLOW-11",
  (tx: Reading, instance: InstanceId, tie: TaskTie | undefined) => {
    const tasks = tie?.[2] ?? [];
    const holds =
      firstThat(tasks, (task) => taskOf(tx, { instance, task }).status === "open") !== undefined;
    return holds ? null : refuse("NOT_TASK_HOLDER", { instance });
  },
);

/** FLOW-01, HAND-07: only whoever started an instance, under that employment, withdraws it. */
export const actorIsInitiator = guard("FLOW-01", (tx: Reading, by: Actor, instance: InstanceId) =>
  isInitiator(tx, instanceOf(tx, instance), identityOf(by))
    ? null
    : refuse("NOT_INITIATOR", { instance }),
);

/** FLOW-01: the instance has not ended. */
export const instanceRuns = guard("FLOW-01", (tx: Reading, instance: InstanceId) =>
  instanceOf(tx, instance).status === "running"
    ? null
    : refuse("INSTANCE_NOT_RUNNING", { instance }),
);

/** FLOW-11: the task is open: neither closed, nor waiting its turn. */
export const taskPends = guard("FLOW-11", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  return taskOf(tx, named).status === "open"
    ? null
    : refuse("TASK_NOT_PENDING", { instance, task });
});

/**
 * The actor's organization, if it has to do with a task: as that of its holder, of the holder of the
 * task it was added to, or as the one whose admins it waits for.
 */
export function concernedBy(tx: Reading, by: Actor, named: TaskNamed): OrganizationId | null {
  const { organization } = identityOf(by);
  const { instance } = named;
  const task = taskNamed(tx, named);
  if (task === null) return null;
  const waits = isParked(task) && task.home === organization;
  if (waits || task.holder?.organization === organization) return organization;
  const [parent] = task.path;
  const record = read(tx, "instance", instance);
  // Those who know of it anyway need not wait for the other task to be loaded.
  if (parent === undefined || record === null || takesPart(record, organization)) return null;
  const { holder } = taskOf(tx, { instance, task: parent });
  return holder?.organization === organization ? organization : null;
}

/** Whether a task waits for some admins to name a successor. */
export function isParked(task: TaskRecord): boolean {
  return task.holder === null && !isClosed(task);
}
