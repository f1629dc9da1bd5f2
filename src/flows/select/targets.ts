/** Whether a task may be routed to somebody. */
import type { InstanceId } from "../../core/ids.ts";
import { firstRefusal } from "../../core/lists.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { lackOf, mayGet, type Workplace, workplaceIn } from "./ability.ts";
import { targetInside } from "./boundary.ts";
import { instanceOf, placeIn, type Reading, sameIdentity, taskTie } from "./flows.ts";
import { type Receiver, receiverOf, receiversNow, type Terms } from "./receiving.ts";
import { targetMaySign } from "./signing.ts";
import { isOnStep } from "./stand-ins.ts";
import { mayStandInAt } from "./successors.ts";

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

/** Where somebody to whom a task is routed would work on it. */
function workplaceOf(tx: Reading, instance: InstanceId, target: Identity): Workplace {
  const record = instanceOf(tx, instance);
  return workplaceIn(record, placeIn(tx, record, target));
}

/** What is asked of whoever would stand in for the target of a route: its holder does not. */
function termsOf(
  tx: Reading,
  who: Identity,
  instance: InstanceId,
  target: Identity,
  policy: Policy,
): Terms {
  const where = workplaceOf(tx, instance, target);
  return {
    app: where.app,
    mayHold: (standIn) => !sameIdentity(standIn, who) && mayStandInAt(tx, where, standIn, policy),
    isTaken: (standIn) => isOnStep(tx, instance, standIn),
  };
}

/** Who gets tasks that are routed to some people, one for each: they, or who stands in for them; `null` where nobody may. */
export function receiversOfRoute(
  tx: Reading,
  who: Identity,
  instance: InstanceId,
  targets: readonly Identity[],
  policy: Policy,
): (Receiver | null)[] {
  const terms = (target: Identity): Terms => termsOf(tx, who, instance, target, policy);
  const able = targets.map((target) => receiverOf(tx, target, terms(target)));
  return receiversNow(tx, able, terms);
}

/** FLOW-19: a target who is suspended has somebody to stand in who may have the task. */
const targetTakesTasks = guard(
  "FLOW-19",
  (tx: Reading, who: Identity, instance: InstanceId, target: Identity, policy: Policy) =>
    receiverOf(tx, target, termsOf(tx, who, instance, target, policy)) === null
      ? refuse("TARGET_SUSPENDED", target)
      : null,
);

/** FLOW-12: a target, or who stands in for them, could act on the task; their own organization learns what they lack. */
const targetCanAct = guard(
  "FLOW-12",
  (
    tx: Reading,
    who: Identity,
    instance: InstanceId,
    target: Identity,
    receiver: Receiver | null,
    policy: Policy,
  ) => {
    const where = workplaceOf(tx, instance, target);
    if (receiver === null || mayGet(tx, where, receiver.holder, policy)) return null;
    const lacks = lackOf(tx, where, receiver.holder);
    const own = target.organization === who.organization && lacks !== null ? { lacks } : {};
    return refuse("ROUTING_TARGET_CANNOT_ACT", { ...target, ...own });
  },
);

/** Why somebody to whom a task is routed could not act on it, if so: the first of the people. */
function unableRefusal(
  tx: Reading,
  policy: Policy,
  who: Identity,
  instance: InstanceId,
  targets: readonly Identity[],
) {
  const receivers = receiversOfRoute(tx, who, instance, targets, policy);
  const routes = targets.map((target, place) => [target, receivers[place] ?? null] as const);
  return firstRefusal(routes, ([target, receiver]) =>
    targetCanAct(tx, who, instance, target, receiver, policy),
  );
}

/** Why a copy cannot go to these people, if so: the boundary is all that it asks for. */
export function copyRefusal(
  tx: Reading,
  policy: Policy,
  who: Identity,
  instance: InstanceId,
  targets: readonly Identity[],
) {
  const record = instanceOf(tx, instance);
  return firstRefusal(targets, (target) => targetInside(tx, record, who, target, policy));
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
    copyRefusal(tx, policy, who, instance, targets) ??
    firstRefusal(targets, (target) => targetIsAnother(who, target)) ??
    firstRefusal(targets, (target) => targetMaySign(tx, instance, target, policy)) ??
    firstRefusal(targets, (target) => targetIsFree(tx, instance, target)) ??
    firstRefusal(targets, (target) => targetTakesTasks(tx, who, instance, target, policy)) ??
    unableRefusal(tx, policy, who, instance, targets)
  );
}
