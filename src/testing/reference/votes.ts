/** How a step stands: which of its tasks by rule are approved, which rejected, and what that decides (FLOW-16). */
import type { FlowStep, Vote } from "../../flows/model.ts";
import type { Instance } from "./state-areas.ts";

/** Whether a rejection in a step is an answer, and does not end the instance by itself. */
export function rejectionsCount({ mode, rejection }: FlowStep): boolean {
  return typeof mode === "object" || rejection === "count";
}

/** A step with what it leaves out said. */
export function saidOut({ approvers, mode, rejection }: FlowStep): FlowStep {
  return {
    approvers: approvers.map((each) =>
      each.kind === "initiator-heads" ? { levelsUp: 0, ...each } : each,
    ),
    mode,
    rejection: rejection ?? (typeof mode === "object" ? "count" : "end"),
  };
}

/** The numbers of the tasks by rule of the present step: all were made as it began; what a later one made may be younger. */
export function ruleTasks({ tasks, step, since }: Instance): number[] {
  return [...tasks.entries()].flatMap(([number, task]) =>
    number >= since && task.step === step && task.origin === "rule" ? [number] : [],
  );
}

/** The tasks added to a task. */
export function addedTo({ tasks }: Instance, number: number): number[] {
  return [...tasks.keys()].filter((each) => tasks[each]?.parent === number);
}

/** Whether a task is done: approved, and every task added to it done; one removed never was. */
export function isDone(instance: Instance, number: number): boolean {
  const status = instance.tasks[number]?.status;
  if (status === "removed") return true;
  return status === "approved" && addedTo(instance, number).every((each) => isDone(instance, each));
}

/** Whether a task is rejected: itself, or through anything added to it. */
export function isRejected(instance: Instance, number: number): boolean {
  return (
    instance.tasks[number]?.status === "rejected" ||
    addedTo(instance, number).some((each) => isRejected(instance, each))
  );
}

/** A task, what it was added to, and so on up to the one made by rule. */
export function lineOf(instance: Instance, number: number): number[] {
  const parent = instance.tasks[number]?.parent ?? null;
  return parent === null ? [number] : [number, ...lineOf(instance, parent)];
}

/**
 * What falls with a task that is rejected: what belongs to the same task by rule. What it was added to is rejected with
 * it; the others have nothing left to sign.
 */
export function fallWith(
  instance: Instance,
  rejected: number,
): { readonly number: number; readonly how: "rejected" | "superseded" }[] {
  const line = lineOf(instance, rejected);
  return [...instance.tasks.keys()]
    .filter((each) => lineOf(instance, each).at(-1) === line.at(-1))
    .map((number) => ({ number, how: line.includes(number) ? "rejected" : "superseded" }));
}

/** How many of some tasks a vote needs. */
function neededOf(vote: Vote, found: number): number {
  if ("approvals" in vote) return Math.min(vote.approvals, found);
  return Math.max(1, Math.ceil((found * vote.percent) / 100));
}

/** What the answers so far make of the present step; `null`: it is not decided. */
export function verdictOf(instance: Instance): "approved" | "rejected" | null {
  const mode = instance.steps[instance.step]?.mode;
  const own = ruleTasks(instance);
  const approved = own.filter((each) => isDone(instance, each)).length;
  const rejected = own.filter((each) => isRejected(instance, each)).length;
  const waiting = own.length - approved - rejected;
  if (mode === "any" || typeof mode === "object") {
    const needed = mode === "any" ? 1 : neededOf(mode.vote, own.length);
    if (approved >= needed) return "approved";
    return approved + waiting < needed ? "rejected" : null;
  }
  if (waiting > 0) return null;
  return rejected > 0 ? "rejected" : "approved";
}
