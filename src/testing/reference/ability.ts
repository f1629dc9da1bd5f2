/** Whether somebody could act on a task that they are to get (FLOW-12). */
import type { SpaceId } from "../../core/ids.ts";
import { findSpace } from "./lists.ts";
import type { World } from "./state.ts";
import type { Instance, Pair } from "./state-areas.ts";
import { lackOf } from "./use.ts";

/** What somebody lacks to act on a task of an instance where it would be worked on; nothing if the policy does not ask. */
export function lacks(
  { state, policy }: Pick<World, "state" | "policy">,
  { app, host, trunk }: Pick<Instance, "app" | "host" | "trunk">,
  { organization, person }: Pair,
  space: SpaceId | null,
): "list" | "license" | null {
  if (policy.routingTargetAbility === "unchecked") return null;
  const isHosts = organization === host;
  const where = isHosts || space === null ? null : (findSpace(state, space) ?? null);
  const through = isHosts ? null : (trunk ?? null);
  return lackOf(state, { organization, person, space: where, trunk: through }, app);
}
