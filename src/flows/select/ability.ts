/** Whether somebody could act on a task that they are to get. */
import { identityLacks } from "../../apps/select/use.ts";
import type { AppId, InstanceId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import type { InstanceRecord } from "../model.ts";
import type { Reading } from "./flows.ts";
import { isBarred } from "./signing.ts";

/** Where a task is worked on: the Host, whose app it is, and the Space in which Members' people do, or the Trunk. */
export interface Workplace extends Pick<InstanceRecord, "initiator" | "selfApproval"> {
  readonly host: OrganizationId;
  readonly app: AppId;
  readonly space: SpaceId | null;
  readonly trunk?: OrganizationId | undefined;
  /** The instance, where somebody may be on its step already. */
  readonly instance?: InstanceId | undefined;
  /** The Space through which the instance was started. */
  readonly from: SpaceId | null;
}

/** Where tasks of an instance are worked on, by people who do in a Space. */
export const workplaceIn = (
  { host, app, trunk, initiator, selfApproval, space: from }: InstanceRecord,
  space: SpaceId | null,
  instance?: InstanceId,
): Workplace => ({
  ...{ host, app, space, trunk, initiator, instance, from },
  ...(selfApproval === undefined ? {} : { selfApproval }),
});

/** What somebody lacks to act on a task: the app's list does not cover them, or they hold no license. */
export type Lack = "list" | "license";

/** What acting on a task would ask of somebody, by the function that judges acting, and they have not. */
export function lackOf(
  tx: Reading,
  { host, app, space, trunk }: Workplace,
  { organization, person }: Identity,
): Lack | null {
  const door = organization === host ? { space: null } : { space, trunk };
  const refusal = identityLacks(tx, app, { ...door, organization, person });
  if (refusal === null) return null;
  return refusal.code === "LICENSE_REQUIRED" ? "license" : "list";
}

/** FLOW-12, FLOW-15: whether a task may go to somebody who could act on it, unless the policy does not ask, and may sign. */
export const mayGet = (
  tx: Reading,
  where: Workplace,
  identity: Identity,
  policy: Policy,
): boolean =>
  !isBarred(tx, where, identity, policy) &&
  (policy.routingTargetAbility === "unchecked" || lackOf(tx, where, identity) === null);
