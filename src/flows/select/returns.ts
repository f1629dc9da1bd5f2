/** Where a task can be returned to, and how its instance goes on then (FLOW-17). */
import type { InstanceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { FlowsCommands, InstanceRecord, ReturnThen, TaskNamed, TaskRecord } from "../model.ts";
import { instanceOf, isInitiator, type Reading, taskOf } from "./flows.ts";
import { taskNamed } from "./known.ts";

type Return = FlowsCommands["task.return"];

/**
 * FLOW-17: whether whoever started an instance is still there, in service under the employment, or in the
 * industry book for the time, as then. Whoever left by mistake and is back is there again.
 */
export const initiatorIsThere = view("FLOW-17", (tx: Reading, record: InstanceRecord): boolean => {
  const { initiator } = record;
  const { organization, person, as } = initiator;
  if (liveOrganization(tx, organization) === null) return false;
  const serves =
    as !== undefined || read(tx, "employment", organization, person)?.inService === true;
  return serves && isInitiator(tx, record, initiator);
});

/** FLOW-17: how an instance may go on after a return; the first, if whoever returns does not say. */
export const waysOn = ({ returnResume }: Policy): readonly ReturnThen[] =>
  returnResume === "holder" ? ["walk", "jump"] : [returnResume];

/** How an instance goes on after a return. */
export const wayOn = ({ then }: Pick<Return, "then">, policy: Policy): ReturnThen =>
  then ?? waysOn(policy)[0] ?? "walk";

/** FLOW-17: whoever returns says how it goes on only where the policy leaves that to them. */
export const wayFits = guard("FLOW-17", ({ then }: Pick<Return, "then">, policy: Policy) =>
  then === undefined || waysOn(policy).includes(then)
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "then"], problem: "not-a-choice" }] }),
);

/** PROTO-03: a task is returned to one of an earlier step, or to the initiator. */
export const returnTargetKnown = guard(
  "PROTO-03",
  (tx: Reading, { instance, task, to }: TaskNamed & Pick<Return, "to">) => {
    if (to === "initiator") return null;
    const target: TaskRecord | null = taskNamed(tx, { instance, task: to });
    return target !== null && target.step < taskOf(tx, { instance, task }).step
      ? null
      : refuse("UNKNOWN_TASK", { instance, task: to });
  },
);

/** FLOW-17: an instance is returned so often at most. */
const mayReturnAgain = view(
  "FLOW-17",
  ({ returns = 0 }: InstanceRecord, { returnsMax }: Policy): boolean =>
    returnsMax === null || returns < returnsMax,
);

/** FLOW-17: an instance goes back to its initiator while they are there, and is not returned more often than the policy lets it be. */
export const returnPossible = guard(
  "FLOW-17",
  (tx: Reading, { instance, to }: Pick<Return, "instance" | "to">, policy: Policy) => {
    const record = instanceOf(tx, instance);
    if (to === "initiator" && !initiatorIsThere(tx, record)) {
      return refuse("RETURN_NOT_POSSIBLE", { instance, because: "initiator-left" });
    }
    return mayReturnAgain(record, policy)
      ? null
      : refuse("RETURN_NOT_POSSIBLE", { instance, because: "too-often" });
  },
);

/** The earlier steps of a task, each with the last task that its rules made. */
export function earlierSteps(
  tx: Reading,
  { instance, task }: TaskNamed,
): readonly { readonly step: number; readonly task: number }[] {
  const { step: own } = taskOf(tx, { instance, task });
  const last = new Map<number, number>();
  for (let number = 0; number < instanceOf(tx, instance).tasks; number += 1) {
    const { step, origin } = taskOf(tx, { instance, task: number });
    if (origin === "rule" && step < own) last.set(step, number);
  }
  return [...last]
    .map(([step, number]) => ({ step, task: number }))
    .sort((left, right) => left.step - right.step);
}

/**
 * FLOW-17: whether a return says more than that a task was returned: not as long as the policy has it as it was
 * before there was anything to say of returns.
 */
export const isTold = view(
  "FLOW-17",
  (
    { jumps }: Pick<InstanceRecord, "jumps">,
    to: Return["to"],
    { returnResume, returnsMax }: Policy,
  ): boolean =>
    to === "initiator" || returnResume !== "walk" || returnsMax !== null || jumps !== undefined,
);

/** FLOW-17: the step after one that is done: the next, or the one that returned the instance to it. */
export const stepAfter = ({ step, jumps = [] }: Pick<InstanceRecord, "step" | "jumps">): number =>
  jumps.find(([to]) => to === step)?.[1] ?? step + 1;

/** FLOW-17: the instance waits for its initiator, and for nobody else. */
export const waitsForInitiator = guard("FLOW-17", (tx: Reading, instance: InstanceId) => {
  const { waits, tasks } = instanceOf(tx, instance);
  if (waits !== undefined) return null;
  const all = Array.from({ length: tasks }, (_, task) => task);
  const open = all.find((task) => taskOf(tx, { instance, task }).status === "open") ?? 0;
  return refuse("TASK_NOT_PENDING", { instance, task: open });
});
