/** Who may know of an instance, and who may do something in it. */
import type { InstanceId, SpaceId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { placeOf, spaceOf, tasksHeldIn } from "./approvers.ts";
import { isClosed } from "./progress.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import type { State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { actingCodes, usageCodes } from "./use.ts";

/** An instance ever started. */
export function findInstance({ instances }: State, id: InstanceId): Instance | undefined {
  return instances.find((each) => each.id === id);
}

/** Whether an organization may know of an instance, through a task of it if one is named. */
export function knows(
  instance: Instance,
  organization: Pair["organization"],
  task?: Task,
): boolean {
  const { host, initiator, tasks } = instance;
  const parent = task === undefined || task.parent === null ? undefined : tasks[task.parent];
  const parked = task !== undefined && task.holder === null && !isClosed(task);
  return [
    host,
    initiator.organization,
    task?.holder?.organization,
    parent?.holder?.organization,
    parked ? task.home : undefined,
  ].includes(organization);
}

/** What refuses an act on a task to somebody: using the app where they work on it, and the state of the instance. */
export function usingCodes(
  world: World,
  instance: Instance,
  by: Pair,
  workplace: SpaceId | null,
): RefusalCode[] {
  const { organization, person } = by;
  const isOwn = organization === instance.host;
  const at = isOwn ? null : workplace;
  const space = spaceOf(world.state, { space: at }) ?? null;
  const trunk = isOwn ? null : (instance.trunk ?? null);
  const acting = { organization, person, space, trunk };
  const usage = usageCodes(world, acting, instance.app, "task.handle");
  // A withdrawn app is still used for what was started (APP-08).
  const codes = usage.filter((code) => code !== "APP_NOT_PUBLISHED");
  return whichApplyTo(codes, [["INSTANCE_NOT_RUNNING", instance.status !== "running"]]);
}

/** What refuses an act on a task that somebody holds. */
export function actCodes(world: World, instance: Instance, by: Pair): RefusalCode[] {
  return usingCodes(world, instance, by, placeOf(world.state, instance, by));
}

/** The holder's lowest open task, or one that waits; for questions about routing. */
function taskInHand(instance: Instance, identity: Pair): Task | undefined {
  const held = tasksHeldIn(instance, identity);
  return held.find(({ status }) => status === "open") ?? held[0];
}

/** What refuses a question about routing in an instance. */
export function routerCodes(world: World, by: Pair, id: InstanceId): RefusalCode[] {
  const instance = findInstance(world.state, id);
  const task = instance === undefined ? undefined : taskInHand(instance, by);
  const codes = actingCodes(world, by);
  if (instance === undefined || !knows(instance, by.organization, task)) {
    return [...codes, "UNKNOWN_INSTANCE"];
  }
  return [
    ...codes,
    ...actCodes(world, instance, by),
    ...whichApply([["NOT_TASK_HOLDER", task?.status !== "open"]]),
  ];
}
