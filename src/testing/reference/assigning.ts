/** Admins assign the tasks that wait for them. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { opensToHost } from "./admins.ts";
import { actsFor, type Matter, unknownRoots } from "./authority.ts";
import { give, mayHold, type Place, rostered } from "./handover.ts";
import { findInstance, knows } from "./instances.ts";
import { findSpace } from "./lists.ts";
import { identityOf, isSuspended } from "./people.ts";
import { isClosed } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { pairOf } from "./settings.ts";
import { whoActsFor } from "./stand-ins.ts";
import type { Handlers, InputOf, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { assignedFor } from "./vocabulary.ts";

/** Whose admins may assign a task: those it is parked for, or those of a holder who is suspended. */
export function waitsFor(state: State, task: Task): OrganizationId | null {
  if (isClosed(task)) return null;
  if (task.holder === null) return task.home;
  return isSuspended(state, task.holder) ? task.holder.organization : null;
}

/** A task goes by the door at which it is worked on (28.21). */
export function matterOf(instance: Instance, task: Task): Matter {
  return (task.space ?? instance.space) === null ? "own" : "space";
}

/**
 * Whether a Space's admins may assign a task that waits for an organization without admins, parked or
 * with a holder who is suspended (HAND-08, FLOW-19).
 */
export function waitsForNobody(world: World, { host, space }: Instance, task: Task): boolean {
  if (waitsFor(world.state, task) === null || task.home === host || space === null) return false;
  return findSpace(world.state, space) !== undefined && opensToHost(world, task.home);
}

/** Who gets a task assigned to somebody: the stand-in, if that person is suspended. */
function assignee(
  state: State,
  place: Pick<Place, "instance" | "task">,
  organization: OrganizationId,
  person: PersonId,
): Pair | null {
  return whoActsFor(state, { organization, person }, (each) =>
    mayHold(state, place, each, rostered(state)),
  );
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
    ["SUCCESSOR_NOT_ELIGIBLE", assignee(state, { instance, task }, organization, data.to) === null],
  ]);
}

/** The command that names the successor of a parked task (HAND-02, HAND-05). */
export const assignCommands: Handlers<"task.assign"> = {
  "task.assign": {
    codes: assignCodes,
    effect: ({ state, outbox }, { by, at, data }) => {
      const instance = findInstance(state, data.instance);
      const task = instance?.tasks[data.task];
      if (instance === undefined || task === undefined || !("person" in by)) return;
      const organization = assignedFor(data) ?? by.organization;
      const to = assignee(state, { instance, task }, organization, data.to);
      if (to === null) return;
      const from = task.holder === null ? null : pairOf(task.holder);
      give(state, { instance, task, number: data.task }, identityOf(state, to), at);
      const tasks = [{ instance: instance.id, task: data.task }];
      outbox.push({
        kind: "TASK_HANDED_OVER",
        to: [{ kind: "person", ...to }],
        data: { from, to, tasks },
      });
    },
  },
};
