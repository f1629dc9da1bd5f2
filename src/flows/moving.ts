/** What is stuck: admins move tasks to somebody else, whoever holds them, or end an instance. */
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { actorIsAdmin } from "../directory/select/authority.ts";
import { actorKnown } from "../spaces/select/spaces.ts";
import type { FlowsCommands, TaskNamed } from "./model.ts";
import {
  type CommandOf,
  type Deciding,
  identityOf,
  instanceOf,
  isClosed,
  type Reading,
  sameIdentity,
  taskOf,
} from "./select/flows.ts";
import { concernedBy, instanceKnown, instanceRuns, taskKnown, taskNamed } from "./select/known.ts";
import { actsByDoor, assignsByDoor } from "./select/left-to-host.ts";
import {
  receiverAt,
  successorCanAct,
  successorEligible,
  successorTakesTasks,
  workplaceOf,
} from "./select/successors.ts";
import { endInstance } from "./steps.ts";

type Moved = FlowsCommands["task.reassign"];

/** FLOW-13: the policy lets admins move tasks. */
const adminsMoveTasks = guard("FLOW-13", (by: Identity, { taskAdmins }: Policy) =>
  taskAdmins === "none" ? refuse("NOT_AUTHORIZED_ADMIN", { organization: by.organization }) : null,
);

/** Whether the policy lets an organization's admins move tasks of an instance as those of its Host. */
const movesAsHost = (tx: Reading, by: Actor, { instance }: TaskNamed, policy: Policy): boolean =>
  (policy.taskAdmins === "host" || policy.taskAdmins === "both") &&
  identityOf(by).organization === instanceOf(tx, instance).host;

/**
 * FLOW-13: a task, if the actor may know of it, is of an app of theirs, or is their own people's, as the policy
 * says; and their permission is the one for its door.
 */
const taskIsTheirs = guard(
  "FLOW-13",
  (tx: Reading, by: Actor, named: TaskNamed, policy: Policy) => {
    const task = taskNamed(tx, named);
    if (task === null) return null;
    const { taskAdmins } = policy;
    const isOwn =
      (taskAdmins === "holder" || taskAdmins === "both") &&
      task.home === identityOf(by).organization;
    if ((isOwn || movesAsHost(tx, by, named, policy)) && assignsByDoor(tx, by, named)) return null;
    return instanceKnown(tx, by, named.instance, concernedBy(tx, by, named)) === null
      ? refuse("NOT_AUTHORIZED_ADMIN", { organization: instanceOf(tx, named.instance).host })
      : null;
  },
);

/** FLOW-13: the task is not closed. */
const taskIsOpen = guard("FLOW-13", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  return isClosed(taskOf(tx, named)) ? refuse("TASK_NOT_PENDING", { instance, task }) : null;
});

/** FLOW-13, HAND-03: the target is of the organization whose the task is, or of the Host where its admin moves it. */
const targetIsOfHome = guard(
  "FLOW-13",
  (tx: Reading, by: Actor, named: TaskNamed, { organization, person }: Identity, policy: Policy) =>
    organization === taskOf(tx, named).home ||
    (movesAsHost(tx, by, named, policy) && organization === instanceOf(tx, named.instance).host)
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person }),
);

/** FLOW-13: whoever gets the task does not hold it already. */
const targetIsNew = guard(
  "FLOW-13",
  (tx: Reading, named: TaskNamed, { organization, person }: Identity, policy: Policy) => {
    const to = { organization, person };
    const receiver = receiverAt(tx, workplaceOf(tx, named), to, null, policy);
    return receiver !== null && sameIdentity(taskOf(tx, named).holder, receiver.holder)
      ? refuse("SUCCESSOR_NOT_ELIGIBLE", to)
      : null;
  },
);

/** Why one task cannot be moved, if so. */
function moveRefusal(tx: Reading, by: Actor, named: TaskNamed, to: Identity, policy: Policy) {
  const { instance } = named;
  const where = () => workplaceOf(tx, named);
  return (
    taskIsTheirs(tx, by, named, policy) ??
    instanceKnown(tx, by, instance, concernedBy(tx, by, named)) ??
    taskKnown(tx, named) ??
    instanceRuns(tx, instance) ??
    taskIsOpen(tx, named) ??
    targetIsOfHome(tx, by, named, to, policy) ??
    successorEligible(tx, where(), to.organization, to.person, null) ??
    successorTakesTasks(tx, where(), to.organization, to.person, policy) ??
    successorCanAct(tx, where(), to.organization, to.person, policy) ??
    targetIsNew(tx, named, to, policy)
  );
}

/** FLOW-13: the task is somebody else's now. */
const move = effect(
  "FLOW-13",
  (tx: Deciding, named: TaskNamed, { organization, person }: Identity, policy: Policy): void => {
    const { instance, task } = named;
    const { holder: from } = taskOf(tx, named);
    const meant = { organization, person };
    const receiver = receiverAt(tx, workplaceOf(tx, named), meant, null, policy);
    const { holder: to, ...rest } = receiver ?? { holder: meant };
    emit(tx, "task.handed-over", { instance, task, from, to, because: "reassigned", ...rest });
  },
);

/** Why nobody of an organization's may be asked to move or end anything by this actor, if so. */
function adminRefusal(tx: Reading, by: Actor) {
  const unknown = actorKnown(tx, by);
  if (unknown !== null) return unknown;
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  return actorIsAdmin(tx, by, by.organization);
}

/**
 * An admin moves tasks to one person. Each stands alone: what cannot be moved is passed over with its code; where
 * nothing can, the command is refused with that of the first.
 */
export function reassignTasks(
  tx: Deciding,
  { by, data }: CommandOf<"task.reassign">,
  policy: Policy,
) {
  const { tasks, to }: Moved = data;
  const refusal = adminRefusal(tx, by) ?? adminsMoveTasks(identityOf(by), policy);
  if (refusal !== null) return refusal;
  const refusals = tasks.map((named) => moveRefusal(tx, by, named, to, policy));
  const [first = null] = refusals;
  if (first !== null && refusals.every((each) => each !== null)) return first;
  for (const [index, named] of tasks.entries()) {
    // Who stands in may have got one before.
    const where = () => workplaceOf(tx, named);
    const code =
      refusals[index]?.code ??
      (
        successorCanAct(tx, where(), to.organization, to.person, policy) ??
        targetIsNew(tx, named, to, policy)
      )?.code;
    if (code === undefined) move(tx, named, to, policy);
    else passOver(tx, code, named, index);
  }
  return null;
}

/** FLOW-13: an instance, if the actor may know of it, is of an app of theirs, and their permission is the one for its door. */
const instanceIsTheirs = guard(
  "FLOW-13",
  (tx: Reading, by: Actor, { instance }: FlowsCommands["flow.terminate"]) => {
    const record = read(tx, "instance", instance);
    if (record === null || instanceKnown(tx, by, instance) !== null) return null;
    const { host } = record;
    return host === identityOf(by).organization && actsByDoor(tx, by, record)
      ? null
      : refuse("NOT_AUTHORIZED_ADMIN", { organization: host });
  },
);

/** FLOW-13: the instance ends with what is not closed in it; nothing is approved by it. */
const terminate = effect(
  "FLOW-13",
  (tx: Deciding, by: Actor, { instance, reason }: FlowsCommands["flow.terminate"]): void => {
    endInstance(tx, instance, "terminated", identityOf(by), reason);
  },
);

/** An admin of the Host ends an instance, whatever it waits for. */
export function terminateFlow(tx: Deciding, { by, data }: CommandOf<"flow.terminate">) {
  const refusal =
    adminRefusal(tx, by) ??
    instanceIsTheirs(tx, by, data) ??
    instanceKnown(tx, by, data.instance) ??
    instanceRuns(tx, data.instance);
  if (refusal === null) terminate(tx, by, data);
  return refusal;
}
