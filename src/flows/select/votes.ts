/** Steps in which rejections count: votes, and those that say so (FLOW-16). */
import type { InstanceId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import type { FlowStep, InstanceRecord, TaskEnd } from "../model.ts";
import { type Reading, taskOf } from "./flows.ts";

/** FLOW-16: whether a rejection in a step is an answer, rather than the end of the instance. */
export const countsRejections = view(
  "FLOW-16",
  ({ mode, rejection }: Pick<FlowStep, "mode" | "rejection">): boolean =>
    typeof mode === "object" || rejection === "count",
);

function enough(mode: FlowStep["mode"], found: number): number {
  if (typeof mode !== "object") return mode === "any" ? 1 : found;
  const { vote } = mode;
  return "percent" in vote
    ? Math.ceil((found * vote.percent) / 100)
    : Math.min(vote.approvals, found);
}

/** How many of the tasks with which a step begins must be approved, where rejections count; otherwise nothing. */
export function neededOf(
  step: FlowStep | undefined,
  found: number,
): Pick<InstanceRecord, "needed"> {
  return step === undefined || found === 0 || !countsRejections(step)
    ? {}
    : { needed: enough(step.mode, found) };
}

/** How a step in which rejections count is decided by the answers so far; `null` while it is open. */
export function decisionOf(
  mode: FlowStep["mode"] | undefined,
  { needed = 0, missing }: Pick<InstanceRecord, "needed" | "missing">,
): "approved" | "rejected" | null {
  if (mode === "all" && missing > 0) return null;
  if (needed === 0) return "approved";
  return needed > missing ? "rejected" : null;
}

/** What becomes of a task that is open when one is rejected; `null`: nothing, they have different tasks by rule. */
export function endWith(
  tx: Reading,
  instance: InstanceId,
  task: number,
  rejected: number,
): Extract<TaskEnd, "rejected" | "superseded"> | null {
  const above = taskOf(tx, { instance, task: rejected }).path;
  if (above.includes(task)) return "rejected";
  const root = above.at(-1) ?? rejected;
  return taskOf(tx, { instance, task }).path.at(-1) === root ? "superseded" : null;
}
