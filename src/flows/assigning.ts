/** Parked tasks, and those of somebody suspended: an admin of the organization names a successor. */
import type { OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorIsAdmin } from "../directory/select/authority.ts";
import { actorKnown } from "../spaces/select/spaces.ts";
import type { FlowsCommands, TaskNamed } from "./model.ts";
import { type CommandOf, type Deciding, identityOf, type Reading, taskOf } from "./select/flows.ts";
import { concernedBy, instanceKnown, instanceRuns, taskKnown, taskNamed } from "./select/known.ts";
import { assignsByDoor, isLeftToHost, waits } from "./select/left-to-host.ts";
import {
  receiverAt,
  successorCanAct,
  successorEligible,
  successorTakesTasks,
  workplaceOf,
} from "./select/successors.ts";

/** The organization among whose people a successor is named: the actor's own, unless said otherwise. */
function homeNamed(by: Actor, { organization }: FlowsCommands["task.assign"]): OrganizationId {
  return organization ?? identityOf(by).organization;
}

/**
 * HAND-02, HAND-05, HAND-08: a task that waits, if the actor may know of it, does so in the organization
 * named, and that is the actor's, or one whose tasks are left to the admins of the Space or Trunk.
 */
const taskIsOwn = guard(
  ["HAND-02", "HAND-05", "HAND-08"],
  (tx: Reading, by: Actor, data: FlowsCommands["task.assign"]) => {
    const { organization: own } = identityOf(by);
    const home = homeNamed(by, data);
    const task = taskNamed(tx, data);
    if (task === null) return null;
    const isForThem = assignsByDoor(tx, by, data);
    if (isForThem && !waits(tx, data, task)) return null;
    if (isForThem && task.home === home && (home === own || isLeftToHost(tx, own, data)))
      return null;
    return instanceKnown(tx, by, data.instance, concernedBy(tx, by, data)) === null
      ? refuse("NOT_AUTHORIZED_ADMIN", { organization: home === own ? task.home : home })
      : null;
  },
);

/** HAND-02: the task waits for a successor. */
const taskWaits = guard("HAND-02", (tx: Reading, named: TaskNamed) => {
  const { instance, task } = named;
  return waits(tx, named, taskOf(tx, named))
    ? null
    : refuse("TASK_NOT_PENDING", { instance, task });
});

/** HAND-02, HAND-05, HAND-08: the successor goes on with the task. */
const assign = effect(
  ["HAND-02", "HAND-05", "HAND-08"],
  (
    tx: Deciding,
    organization: OrganizationId,
    data: FlowsCommands["task.assign"],
    policy: Policy,
  ): void => {
    const { instance, task, to: person } = data;
    const { holder: from } = taskOf(tx, data);
    const successor = { organization, person };
    const receiver = receiverAt(tx, workplaceOf(tx, data), successor, null, policy);
    const { holder: to, ...rest } = receiver ?? { holder: successor };
    emit(tx, "task.handed-over", { instance, task, from, to, because: "assigned", ...rest });
  },
);

function assignRefusal(tx: Reading, by: Actor, data: FlowsCommands["task.assign"], policy: Policy) {
  const { instance, to } = data;
  const { organization } = identityOf(by);
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  return (
    actorIsAdmin(tx, by, organization) ??
    taskIsOwn(tx, by, data) ??
    instanceKnown(tx, by, instance, concernedBy(tx, by, data)) ??
    taskKnown(tx, data) ??
    instanceRuns(tx, instance) ??
    taskWaits(tx, data) ??
    successorEligible(tx, workplaceOf(tx, data), homeNamed(by, data), to, null) ??
    successorTakesTasks(tx, workplaceOf(tx, data), homeNamed(by, data), to, policy) ??
    successorCanAct(tx, workplaceOf(tx, data), homeNamed(by, data), to, policy)
  );
}

/** An admin names the successor for a task that waits for one. */
export function assignTask(tx: Deciding, { by, data }: CommandOf<"task.assign">, policy: Policy) {
  const refusal = actorKnown(tx, by) ?? assignRefusal(tx, by, data, policy);
  if (refusal === null) assign(tx, homeNamed(by, data), data, policy);
  return refusal;
}
