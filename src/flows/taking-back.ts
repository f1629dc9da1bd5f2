/** Approvals taken back, while nobody has acted on what followed. */
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { TaskNamed } from "./model.ts";
import {
  type CommandOf,
  type Deciding,
  identityOf,
  instanceOf,
  type Reading,
  stepOf,
  taskOf,
} from "./select/flows.ts";
import { handlingRefusal, taskUnknown } from "./select/handling.ts";
import { actorHoldsTask, instanceRuns } from "./select/known.ts";
import { seatAgain } from "./select/successors.ts";
import {
  approvalStands,
  fallenWith,
  followedByNothing,
  isDone,
  madeByRule,
  openedBy,
} from "./select/undoing.ts";
import { neededOf } from "./select/votes.ts";
import { closeAll } from "./steps.ts";

/** Whether it is a task's turn, of those that are open again. */
function isOpen(tx: Reading, { instance, task }: TaskNamed): boolean {
  const { origin, before, path } = taskOf(tx, { instance, task });
  const [parent] = path;
  if (origin !== "after" || parent === undefined) return before === 0;
  return before === 0 && taskOf(tx, { instance, task: parent }).status === "approved";
}

/** A step that is over goes on: what the next one made falls away, and what fell away with its end is as it was. */
function goOnAgain(tx: Deciding, named: TaskNamed, by: Identity, policy: Policy): void {
  const { instance, task } = named;
  const { step } = taskOf(tx, named);
  const fallen = fallenWith(tx, instance, step);
  const rules = madeByRule(tx, instance, step);
  const done = rules.filter((each) => isDone(taskOf(tx, { instance, task: each })));
  const { needed } = neededOf(stepOf(tx, instanceOf(tx, instance), step), rules.length);
  const left = needed === undefined ? {} : { needed: needed - done.length };
  closeAll(tx, instance, "superseded", null);
  emit(tx, "flow.step-begun", { instance, step, ...left, again: true });
  emit(tx, "task.reopened", { instance, task, holder: by, home: by.organization, open: true });
  for (const each of fallen) {
    const other = { instance, task: each };
    const open = isOpen(tx, other);
    emit(tx, "task.reopened", { ...other, ...seatAgain(tx, other, policy), open });
  }
}

/** FLOW-18: the task is open again, and what followed from its approval is undone. */
const takeBack = effect(
  "FLOW-18",
  (tx: Deciding, by: Actor, named: TaskNamed, policy: Policy): void => {
    const { instance, task } = named;
    const { organization, person } = identityOf(by);
    const who = { organization, person };
    if (taskOf(tx, named).step !== instanceOf(tx, instance).step) {
      goOnAgain(tx, named, who, policy);
      return;
    }
    const isTurn = (each: number) => taskOf(tx, { instance, task: each }).status === "open";
    const opened = openedBy(tx, named).filter(isTurn);
    emit(tx, "task.reopened", { instance, task, holder: who, home: organization, open: true });
    for (const each of opened) emit(tx, "task.held", { instance, task: each });
  },
);

/** Whoever approved a task takes that back. */
export function takeBackTask(
  tx: Deciding,
  { by, data }: CommandOf<"task.take-back">,
  policy: Policy,
) {
  const { instance } = data;
  const state = () =>
    instanceRuns(tx, instance) ?? approvalStands(tx, data) ?? followedByNothing(tx, data);
  const refusal =
    taskUnknown(tx, by, data) ??
    actorHoldsTask(tx, by, data) ??
    handlingRefusal(tx, identityOf(by), instance, policy, state);
  if (refusal === null) takeBack(tx, by, data, policy);
  return refusal;
}
