/** Admins assign the tasks that wait for them. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { opensToHost } from "./admins.ts";
import { actsFor, type Matter, unknownRoots } from "./authority.ts";
import { give, type Place, rostered, takerFor, toldOf } from "./handover.ts";
import { findInstance, knows } from "./instances.ts";
import { findSpace } from "./lists.ts";
import { identityOf, isSuspended } from "./people.ts";
import { isClosed } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { pairOf } from "./settings.ts";
import { behalfOf } from "./stand-ins.ts";
import type { Handlers, InputOf, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { isSuspendedIn } from "./suspended-members.ts";
import { assignedFor } from "./vocabulary.ts";

/** Whose admins may assign a task: those it is parked for, or those of a holder who is suspended, or whose Member is. */
export function waitsFor(state: State, task: Task): OrganizationId | null {
  if (isClosed(task)) return null;
  const { holder, home, space } = task;
  if (holder === null) return home;
  const { organization } = holder;
  const isAway = isSuspended(state, holder) || isSuspendedIn(state, space, organization);
  return isAway ? organization : null;
}

/** Of what an instance is, by its door (28.21). */
export function doorOf({ space, trunk }: Instance): Matter {
  if (trunk !== undefined) return "hierarchy";
  return space === null ? "own" : "space";
}

/** A task goes by the door at which it is worked on (28.21). */
export function matterOf(instance: Instance, task: Task): Matter {
  return task.space === null ? doorOf(instance) : "space";
}

/**
 * Whether the admins of a Space, or of a Trunk, may assign a task that waits for an organization without any
 * who could, parked or with a holder who is suspended (HAND-08, FLOW-19).
 */
export function waitsForNobody(world: World, instance: Instance, task: Task): boolean {
  const { host, space, trunk } = instance;
  if (waitsFor(world.state, task) === null || task.home === host) return false;
  if (trunk !== undefined) return opensToHost(world, task.home, "hierarchy");
  if (space === null || findSpace(world.state, space) === undefined) return false;
  // They wait while the Member is suspended (EXIT-08).
  if (isSuspendedIn(world.state, space, task.home)) return false;
  return opensToHost(world, task.home, "space");
}

/** Who gets a task assigned to somebody: the stand-in, if that person is suspended. */
function assignee(
  world: World,
  place: Pick<Place, "instance" | "task">,
  organization: OrganizationId,
  person: PersonId,
): Pair | null {
  return takerFor(world, place, { organization, person }, rostered(world.state));
}

function assignCodes(world: World, { by, data }: InputOf<"task.assign">): RefusalCode[] {
  const { state } = world;
  const codes = unknownRoots(world, by, {});
  if (!("person" in by) || !actsFor(state, by, by.organization, "own")) {
    return [...codes, "NOT_AUTHORIZED_ADMIN"];
  }
  const organization = assignedFor(data) ?? by.organization;
  const instance = findInstance(state, data.instance);
  const task = instance?.tasks[data.task];
  if (instance === undefined || !knows(instance, by.organization, task)) {
    return [...codes, "UNKNOWN_INSTANCE"];
  }
  if (task === undefined) return [...codes, "UNKNOWN_TASK"];
  const waits = waitsFor(state, task);
  const isOwn = organization === by.organization;
  const isOpen = by.organization === instance.host && waitsForNobody(world, instance, task);
  return whichApplyTo(codes, [
    ["NOT_AUTHORIZED_ADMIN", !actsFor(state, by, by.organization, matterOf(instance, task))],
    ["NOT_AUTHORIZED_ADMIN", waits !== null && (waits !== organization || !(isOwn || isOpen))],
    ["INSTANCE_NOT_RUNNING", instance.status !== "running"],
    ["TASK_NOT_PENDING", waits === null],
    ["SUCCESSOR_NOT_ELIGIBLE", assignee(world, { instance, task }, organization, data.to) === null],
  ]);
}

/** The command that names the successor of a parked task (HAND-02, HAND-05). */
export const assignCommands: Handlers<"task.assign"> = {
  "task.assign": {
    codes: assignCodes,
    effect: (world, { by, at, data }) => {
      const { state, outbox } = world;
      const instance = findInstance(state, data.instance);
      const task = instance?.tasks[data.task];
      if (instance === undefined || task === undefined || !("person" in by)) return;
      const organization = assignedFor(data) ?? by.organization;
      const to = assignee(world, { instance, task }, organization, data.to);
      if (to === null) return;
      const from = task.holder === null ? null : pairOf(task.holder);
      const behalf = behalfOf(to, { organization, person: data.to });
      give(state, { instance, task, number: data.task }, identityOf(state, to), at, behalf);
      const tasks = [{ instance: instance.id, task: data.task }];
      outbox.push({
        kind: "TASK_HANDED_OVER",
        to: toldOf(world, to, behalf),
        data: { from, to, tasks },
      });
    },
  },
};
