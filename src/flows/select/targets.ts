/** Whether a task may be routed to somebody. */
import type { InstanceId } from "../../core/ids.ts";
import { firstRefusal } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { targetInside } from "./boundary.ts";
import { instanceOf, type Reading, sameIdentity, taskTie } from "./flows.ts";
import { type Receiver, receiverOf } from "./receiving.ts";
import { isEligibleAt } from "./successors.ts";

/** FLOW-04: nobody routes to themselves. */
const targetIsAnother = guard("FLOW-04", (who: Identity, target: Identity) =>
  sameIdentity(target, who) ? refuse("ROUTING_TARGET_SELF", target) : null,
);

/** FLOW-04: the target holds no task of the instance that is not closed. */
const targetIsFree = guard("FLOW-04", (tx: Reading, instance: InstanceId, target: Identity) =>
  taskTie(tx, target, instance) === undefined
    ? null
    : refuse("ROUTING_TARGET_ALREADY_ON_TASK", target),
);

/** Who gets a task that is routed to somebody: they, or who stands in for them, but for its holder. */
export function receiverOfRoute(
  tx: Reading,
  who: Identity,
  instance: InstanceId,
  target: Identity,
): Receiver | null {
  const { host, space } = instanceOf(tx, instance);
  return receiverOf(
    tx,
    target,
    (standIn) => !sameIdentity(standIn, who) && isEligibleAt(tx, host, space, standIn),
  );
}

/** FLOW-19: a target who is suspended has somebody to stand in who may have the task. */
const targetTakesTasks = guard(
  "FLOW-19",
  (tx: Reading, who: Identity, instance: InstanceId, target: Identity) =>
    receiverOfRoute(tx, who, instance, target) === null ? refuse("TARGET_SUSPENDED", target) : null,
);

/** Why a copy cannot go to these people, if so: the boundary is all that it asks for. */
export function copyRefusal(
  tx: Reading,
  policy: Policy,
  instance: InstanceId,
  targets: readonly Identity[],
) {
  const record = instanceOf(tx, instance);
  return firstRefusal(targets, (target) => targetInside(tx, record, target, policy));
}

/** Why a task of `who` cannot go to these people, if so: the first refusal in rank, then in order. */
export function routingRefusal(
  tx: Reading,
  policy: Policy,
  who: Identity,
  instance: InstanceId,
  targets: readonly Identity[],
) {
  return (
    copyRefusal(tx, policy, instance, targets) ??
    firstRefusal(targets, (target) => targetIsAnother(who, target)) ??
    firstRefusal(targets, (target) => targetIsFree(tx, instance, target)) ??
    firstRefusal(targets, (target) => targetTakesTasks(tx, who, instance, target))
  );
}
