/** What acting on a task asks for, besides being its holder: it is a use of the app. */
import { actingAloneRefusal, gatesOpen, identityMayHandle } from "../../apps/select/use.ts";
import type { InstanceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { Refusal } from "../../core/refusal.ts";
import type { TaskNamed } from "../model.ts";
import { identityOf, inNameOf, instanceOf, type Reading } from "./flows.ts";
import {
  actorHoldsTask,
  concernedBy,
  instanceKnown,
  instanceRuns,
  taskKnown,
  taskPends,
} from "./known.ts";

/**
 * Why an identity may not use the app for acting on tasks of an instance, if so: gates, Roster,
 * authorized list, feature, license (FEAT-01, LIC-08). That the app was withdrawn is no reason (APP-08).
 *
 * @param state why the task is in no state to be acted on, which ranks between the two
 */
export function handlingRefusal<Refused extends Refusal = never>(
  tx: Reading,
  who: Identity,
  instance: InstanceId,
  policy: Policy,
  state: () => Refused | null = () => null,
) {
  const { app } = instanceOf(tx, instance);
  const acting = inNameOf(tx, instance, who);
  return gatesOpen(tx, app, acting, policy) ?? state() ?? identityMayHandle(tx, app, acting);
}

/** Why nothing may be said to an actor about a task, if so: the instance or the task is unknown. */
export function taskUnknown(tx: Reading, by: Actor, named: TaskNamed) {
  return (
    actingAloneRefusal(tx, by) ??
    instanceKnown(tx, by, named.instance, concernedBy(tx, by, named)) ??
    taskKnown(tx, named)
  );
}

/** Why an actor may not act on a known task, if so (FLOW-11, and all that use of the app asks). */
export function actRefusal(tx: Reading, policy: Policy, by: Actor, named: TaskNamed) {
  const { instance } = named;
  return (
    actorHoldsTask(tx, by, named) ??
    handlingRefusal(
      tx,
      identityOf(by),
      instance,
      policy,
      () => instanceRuns(tx, instance) ?? taskPends(tx, named),
    )
  );
}
