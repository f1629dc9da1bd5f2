/** Admins move tasks to somebody who can act on them, and end instances (FLOW-13). */
import type { Recipient, TaskOf } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowsCommands, TaskNamed } from "../../flows/model.ts";
import { doorOf, matterOf } from "./assigning.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { give, rostered, takerFor, toldOf } from "./handover.ts";
import { findInstance, knows } from "./instances.ts";
import { colleague, identityOf } from "./people.ts";
import { closeAll, endInstance, isClosed } from "./progress.ts";
import { firstInRank, whichApply, whichApplyTo } from "./rank.ts";
import { isPair, pairOf } from "./settings.ts";
import { behalfOf } from "./stand-ins.ts";
import type { Handlers, InputOf, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { isMember } from "./vocabulary-industry.ts";

/** Whose the task is: its holder's organization, or the one for which it waits. */
const homeOf = ({ holder, home }: Task) => holder?.organization ?? home;

/** Whether the policy lets admins move tasks, as those of the Host or as those of the holder's organization. */
function lets({ policy }: World, as: "host" | "holder"): boolean {
  return policy.taskAdmins === as || policy.taskAdmins === "both";
}

/** Who gets a task that is moved to somebody; nobody, where they may not have it, or have it already. */
function taker(world: World, by: Pair, instance: Instance, task: Task, to: Pair): Pair | null {
  const own = homeOf(task);
  const isHosts = by.organization === instance.host && lets(world, "host");
  const isPossible = to.organization === own || (isHosts && to.organization === instance.host);
  if (!isPossible) return null;
  const found = takerFor(world, { instance, task }, pairOf(to), rostered(world.state));
  return found === null || (task.holder !== null && isPair(task.holder, found)) ? null : found;
}

/** What each task alone would be refused with. */
function moveCodes(world: World, by: Pair, named: TaskNamed, to: Pair): RefusalCode[] {
  const instance = findInstance(world.state, named.instance);
  const task = instance?.tasks[named.task];
  if (instance === undefined || !knows(instance, by.organization, task))
    return ["UNKNOWN_INSTANCE"];
  if (task === undefined) return ["UNKNOWN_TASK"];
  const may =
    (lets(world, "host") && by.organization === instance.host) ||
    (lets(world, "holder") && by.organization === homeOf(task));
  const permitted = actsFor(
    world.state,
    { organization: by.organization, person: by.person },
    by.organization,
    matterOf(instance, task),
  );
  return whichApply([
    ["NOT_AUTHORIZED_ADMIN", !may || !permitted],
    ["INSTANCE_NOT_RUNNING", instance.status !== "running"],
    ["TASK_NOT_PENDING", isClosed(task)],
    ["SUCCESSOR_NOT_ELIGIBLE", taker(world, by, instance, task, to) === null],
  ]);
}

/** Each task with the code it would be refused with, or none. */
function verdicts(world: World, by: Pair, { tasks, to }: FlowsCommands["task.reassign"]) {
  return tasks.map((named) => ({
    named,
    code: firstInRank(moveCodes(world, by, named, to)) ?? null,
  }));
}

function reassignCodes(world: World, { by, data }: InputOf<"task.reassign">): RefusalCode[] {
  const codes = unknownRoots(world, by, {});
  if (!("person" in by) || !actsFor(world.state, by, by.organization, "own")) {
    return [...codes, "NOT_AUTHORIZED_ADMIN"];
  }
  if (world.policy.taskAdmins === "none") return [...codes, "NOT_AUTHORIZED_ADMIN"];
  const all = verdicts(world, by, data);
  const first = all[0]?.code ?? null;
  return all.some(({ code }) => code === null) || first === null ? codes : [...codes, first];
}

function told(to: readonly Pair[]): Recipient[] {
  const distinct = to.filter((each, index) => to.findIndex((one) => isPair(one, each)) === index);
  return distinct.map(({ organization, person }) => ({ kind: "person", organization, person }));
}

function reassign(world: World, { by, at, data }: InputOf<"task.reassign">): void {
  const { state, outbox } = world;
  if (!("person" in by)) return;
  const moved: {
    readonly from: Pair | null;
    readonly to: Pair;
    readonly behalf: Pair | null;
    readonly tasks: TaskOf[];
  }[] = [];
  for (const [index, { named, code }] of verdicts(world, by, data).entries()) {
    const instance = findInstance(state, named.instance);
    const task = instance?.tasks[named.task];
    if (code !== null) {
      world.passed.push({ kind: "instance", id: named.instance, index, reason: code });
      continue;
    }
    if (instance === undefined || task === undefined) continue;
    const to = taker(world, by, instance, task, data.to);
    // Who would get it has one by now, or it would stay where it is.
    if (to === null) {
      const reason = "SUCCESSOR_NOT_ELIGIBLE";
      world.passed.push({ kind: "instance", id: named.instance, index, reason });
      continue;
    }
    const from = task.holder === null ? null : pairOf(task.holder);
    const behalf = behalfOf(to, data.to);
    give(state, { instance, task, number: named.task }, identityOf(state, to), at, behalf);
    const same = (one: Pair | null, other: Pair | null) =>
      one === null || other === null ? one === other : isPair(one, other);
    const list = moved.find((each) => same(each.from, from) && same(each.to, to));
    const one = { instance: named.instance, task: named.task };
    if (list === undefined) moved.push({ from, to, behalf, tasks: [one] });
    else list.tasks.push(one);
  }
  for (const { from, to, behalf, tasks } of moved) {
    const hearers = toldOf(world, to, behalf);
    outbox.push({ kind: "TASK_HANDED_OVER", to: hearers, data: { from, to, tasks } });
  }
  // One may lose to several: some of what goes to somebody goes to who stands in.
  const losers = moved.flatMap(({ from }) => from ?? []);
  for (const from of losers.filter(
    (each, index) => losers.findIndex((one) => isPair(one, each)) === index,
  )) {
    const tasks = moved.flatMap((each) =>
      each.from !== null && isPair(each.from, from) ? each.tasks : [],
    );
    outbox.push({ kind: "TASK_TAKEN_AWAY", to: told([from]), data: { tasks } });
  }
}

function terminateCodes(world: World, { by, data }: InputOf<"flow.terminate">): RefusalCode[] {
  const codes = unknownRoots(world, by, {});
  if (!("person" in by) || !actsFor(world.state, by, by.organization, "own")) {
    return [...codes, "NOT_AUTHORIZED_ADMIN"];
  }
  const instance = findInstance(world.state, data.instance);
  if (instance === undefined || !knows(instance, by.organization)) {
    return [...codes, "UNKNOWN_INSTANCE"];
  }
  return whichApplyTo(codes, [
    [
      "NOT_AUTHORIZED_ADMIN",
      by.organization !== instance.host ||
        !actsFor(world.state, by, instance.host, doorOf(instance)),
    ],
    ["INSTANCE_NOT_RUNNING", instance.status !== "running"],
  ]);
}

function terminate(world: World, { by, at, data }: InputOf<"flow.terminate">): void {
  const { state, outbox } = world;
  const instance = findInstance(state, data.instance);
  if (instance === undefined || !("person" in by)) return;
  const { initiator, tasks } = instance;
  const isThere = !isMember(initiator) && colleague(state, initiator, initiator) !== null;
  const holders = tasks.flatMap((task) =>
    isClosed(task) || task.holder === null ? [] : [pairOf(task.holder)],
  );
  const to = told([...(isThere ? [pairOf(initiator)] : []), ...holders]);
  closeAll(instance, at, "withdrawn", identityOf(state, by));
  endInstance(instance, at, "terminated");
  if (to.length === 0) return;
  const { instance: id, reason } = data;
  outbox.push({ kind: "FLOW_TERMINATED", to, data: { instance: id, reason } });
}

/** The commands of admins that move tasks and end instances. */
export const movingCommands: Handlers<"task.reassign" | "flow.terminate"> = {
  "task.reassign": { codes: reassignCodes, effect: reassign },
  "flow.terminate": { codes: terminateCodes, effect: terminate },
};
