/** What the holders of tasks do with them, and have done. */
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowsCommands, TaskNamed } from "../../flows/model.ts";
import { receiversOf, routingCodes, routingScope } from "./approvers.ts";
import { isSame } from "./identities.ts";
import { actCodes, findInstance, knows } from "./instances.ts";
import { identityOf } from "./people.ts";
import { advance, close, closeAll, goOnRejected, isClosed, makeTask, note } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { returnCodes, sendBack } from "./resubmitting.ts";
import { isPair } from "./settings.ts";
import { behalfOf } from "./stand-ins.ts";
import type { Handler, Handlers, Identity, InputOf, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";
import { takeApprovalBack, takingBackCodes } from "./taking-back.ts";
import { actingCodes } from "./use.ts";

/** The codes of an act on a task by its holder, or by the holder of the task it was added to. */
export function taskCodes(
  world: World,
  by: Actor,
  { instance: id, task: number }: TaskNamed,
  whose: "own" | "added" | "approved" = "own",
): RefusalCode[] {
  const codes = actingCodes(world, by);
  if (!("person" in by)) return codes;
  const instance = findInstance(world.state, id);
  const task = instance?.tasks[number];
  if (instance === undefined || !knows(instance, by.organization, task)) {
    return [...codes, "UNKNOWN_INSTANCE"];
  }
  if (task === undefined) return [...codes, "UNKNOWN_TASK"];
  const held = whose === "added" ? instance.tasks[task.parent ?? -1] : task;
  const isHolder =
    held !== undefined && held.holder !== null && isSame(held.holder, identityOf(world.state, by));
  if (whose === "approved") {
    return whichApplyTo(
      [...codes, ...takingBackCodes(world, instance, number, by)],
      [["NOT_TASK_HOLDER", !isHolder]],
    );
  }
  const isUntouched = !isClosed(task) && !task.touched && held !== undefined && !isClosed(held);
  const isPending = whose === "own" ? task.status === "open" : isUntouched;
  return whichApplyTo(
    [...codes, ...actCodes(world, instance, by)],
    [
      ["NOT_TASK_HOLDER", !isHolder],
      ["TASK_NOT_PENDING", !isPending],
    ],
  );
}

/** What an act does that no code applies to. */
interface Act {
  readonly instance: Instance;
  readonly task: Task;
  readonly number: number;
  readonly by: Identity;
  readonly at: number;
}

type TaskCommand = InputOf<
  Exclude<Extract<keyof FlowsCommands, `task.${string}`>, "task.assign" | "task.reassign">
>;

function actOf({ state }: World, { by, at, data }: TaskCommand): Act | null {
  const instance = findInstance(state, data.instance);
  const task = instance?.tasks[data.task];
  if (instance === undefined || task === undefined || !("person" in by)) return null;
  return { instance, task, number: data.task, by: identityOf(state, by), at };
}

/** Notes that somebody was done with a task, and how. */
function handle(
  { state }: World,
  { instance, number, by }: Act,
  how: "approved" | "rejected" | "returned" | "transferred",
): void {
  state.handled.push({ ...by, instance: instance.id, task: number });
  instance.acts.push({ task: number, how });
}

function routed(world: World, by: Actor, data: TaskNamed, targets: readonly Pair[]): RefusalCode[] {
  const instance = findInstance(world.state, data.instance);
  const codes = taskCodes(world, by, data);
  if (instance === undefined || !("person" in by)) return codes;
  return [...codes, ...routingCodes(world, instance, by, targets)];
}

/** Adds signers to a task; those before it take its turn. */
function add(
  world: World,
  { instance, task, number, at }: Act,
  origin: "before" | "after" | "parallel" | "delegated",
  people: readonly Pair[],
): void {
  task.touched = true;
  instance.acts.push({ task: number, how: "added" });
  if (origin === "before" || origin === "delegated") task.status = "held";
  const { state } = world;
  const receivers = receiversOf(world, instance, people);
  for (const [index, each] of receivers.entries()) {
    const isFirst =
      receivers.findIndex((other) => other !== null && each !== null && isPair(other, each)) ===
      index;
    if (each === null || !isFirst) continue;
    const holder = identityOf(state, each);
    const behalf = behalfOf(each, people[index] ?? null);
    makeTask(instance, at, { origin, parent: number, holder, behalf, open: origin !== "after" });
  }
}

/** A command on a task: its codes, and what it does to the task it names. */
function acting<Command extends TaskCommand>(
  codes: (world: World, command: Command) => RefusalCode[],
  effect: (world: World, act: Act, data: Command["data"]) => void,
): Handler<Command> {
  return {
    codes,
    effect: (world, command) => {
      const act = actOf(world, command);
      if (act !== null) effect(world, act, command.data);
    },
  };
}

type EndType = "task.approve" | "task.reject" | "task.return" | "task.take-back";

const endCommands: Handlers<EndType> = {
  "task.approve": acting(
    (world, { by, data }) => taskCodes(world, by, data),
    (world, act) => {
      handle(world, act, "approved");
      close(act.instance, act.at, act.number, "approved", act.by);
      advance(world, act.instance, act.at);
    },
  ),
  "task.reject": acting(
    (world, { by, data }) => taskCodes(world, by, data),
    (world, act) => {
      const { instance, at } = act;
      handle(world, act, "rejected");
      close(instance, at, act.number, "rejected", act.by);
      goOnRejected(world, instance, at, act.number);
    },
  ),
  "task.return": acting(
    (world, { by, data }) => {
      const instance = findInstance(world.state, data.instance);
      const own = instance?.tasks[data.task];
      return [...taskCodes(world, by, data), ...returnCodes(world, instance, own, data)];
    },
    (world, act, data) => {
      const { instance, at } = act;
      handle(world, act, "returned");
      close(instance, at, act.number, "returned", act.by);
      closeAll(instance, at, "superseded", null);
      sendBack(world, instance, act, data);
    },
  ),
  "task.take-back": acting(
    (world, { by, data }) => taskCodes(world, by, data, "approved"),
    (world, act) => takeApprovalBack(world, act.instance, act),
  ),
};

type RoutingType =
  | "task.transfer"
  | "task.countersign"
  | "task.remove-countersigner"
  | "task.delegate"
  | "task.copy";

const routingCommands: Handlers<RoutingType> = {
  "task.transfer": acting(
    (world, { by, data }) => routed(world, by, data, [data.to]),
    (world, act, { to }) => {
      handle(world, act, "transferred");
      const receiver = receiversOf(world, act.instance, [to])[0] ?? to;
      act.task.holder = identityOf(world.state, receiver);
      act.task.behalf = behalfOf(receiver, to);
      act.task.touched = true;
      note(act.instance, act.at, "task.transferred", act.number, act.task.holder);
    },
  ),
  "task.countersign": acting(
    (world, { by, data }) => routed(world, by, data, data.people),
    (world, act, { place, people }) => add(world, act, place, people),
  ),
  "task.delegate": acting(
    (world, { by, data }) => routed(world, by, data, [data.to]),
    (world, act, { to }) => add(world, act, "delegated", [to]),
  ),
  "task.remove-countersigner": acting(
    (world, { by, data }) => taskCodes(world, by, data, "added"),
    (world, { instance, number, by, at }) => {
      close(instance, at, number, "removed", by);
      advance(world, instance, at);
    },
  ),
  // Reading along is no task: only the boundary counts (FLOW-10).
  "task.copy": acting(
    (world, { by, data }) => {
      const instance = findInstance(world.state, data.instance);
      const holder = by as Pair;
      const scope = instance === undefined ? [] : routingScope(world, instance, holder);
      const isOutside = (target: Pair) => !scope.some((each) => isPair(each, target));
      return whichApplyTo(taskCodes(world, by, data), [
        ["ROUTING_TARGET_OUTSIDE_INITIATOR_ORG", data.people.some(isOutside)],
      ]);
    },
    ({ state }, { instance, number, at }, { people }) => {
      for (const each of people) {
        note(instance, at, "task.copied", number, identityOf(state, each));
      }
    },
  ),
};

/** The commands about tasks by their holders. */
export const taskCommands = { ...endCommands, ...routingCommands };
