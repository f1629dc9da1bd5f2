/** What acting on a task asks for, besides being its holder: it is a use of the app. */
import { gatesOpen, identityMayHandle } from "../../apps/select/use.ts";
import type { InstanceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { Refusal } from "../../core/refusal.ts";
import { inNameOf, instanceOf, type Reading } from "./flows.ts";

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
