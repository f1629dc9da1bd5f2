/** Instances that are returned: to earlier steps, or to whoever started them, who hands in another row (FLOW-17). */
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowsCommands, ReturnThen } from "../../flows/model.ts";
import { spaceOf } from "./approvers.ts";
import { handInCodes, submit } from "./forms.ts";
import { isSame } from "./identities.ts";
import { inIndustry } from "./industry.ts";
import { findInstance, knows } from "./instances.ts";
import { colleague, identityOf } from "./people.ts";
import { beginStep, note } from "./progress.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { pairOf } from "./settings.ts";
import type { Handlers, Identity, State, World } from "./state.ts";
import type { Instance, Task } from "./state-areas.ts";
import { actingCodes } from "./use.ts";
import { isMember } from "./vocabulary-industry.ts";

/** Whether whoever started an instance is there, under the employment or the time in the book of then. */
export function isInitiatorThere(state: State, { initiator }: Instance): boolean {
  if (!isMember(initiator)) return colleague(state, initiator, initiator) !== null;
  const member = inIndustry(state, initiator);
  return member !== undefined && isSame(member, initiator);
}

/** Whether an instance was returned as often as it may be. */
export function isReturnedOut({ policy }: World, { returns }: Instance): boolean {
  return policy.returnsMax !== null && returns >= policy.returnsMax;
}

type Return = Pick<FlowsCommands["task.return"], "to" | "then">;

/** How it may go on after a return; first, how it does if nothing is said. */
export function waysOn({ policy: { returnResume } }: World): readonly ReturnThen[] {
  return returnResume === "holder" ? ["walk", "jump"] : [returnResume];
}

/** What refuses a return, apart from what refuses every act on a task. */
export function returnCodes(
  world: World,
  instance: Instance | undefined,
  own: Task | undefined,
  { to, then }: Return,
): RefusalCode[] {
  const earlier = to === "initiator" ? undefined : instance?.tasks[to];
  const isEarlier = earlier !== undefined && own !== undefined && earlier.step < own.step;
  const isGone =
    to === "initiator" && instance !== undefined && !isInitiatorThere(world.state, instance);
  return whichApply([
    ["MALFORMED", then !== undefined && !waysOn(world).includes(then)],
    ["UNKNOWN_TASK", instance !== undefined && to !== "initiator" && !isEarlier],
    ["RETURN_NOT_POSSIBLE", isGone || (instance !== undefined && isReturnedOut(world, instance))],
  ]);
}

/** Whether a return says more than that a task was closed: any but those that there were always. */
function isTold({ policy }: World, { to }: Return): boolean {
  return to === "initiator" || policy.returnResume !== "walk" || policy.returnsMax !== null;
}

/** The initiator hears of a return, unless they returned it themselves, or are an employee no more. */
function tellInitiator(
  { state, outbox }: World,
  instance: Instance,
  { task, by, to }: { task: number; by: Identity; to: number | "initiator" },
): void {
  const { id, initiator } = instance;
  if (isMember(initiator) || !isInitiatorThere(state, instance) || isSame(initiator, by)) return;
  outbox.push({
    kind: "FLOW_RETURNED",
    to: [{ kind: "person", ...pairOf(initiator) }],
    data: { instance: id, task, by: pairOf(by), to },
  });
}

/** Returns an instance whose tasks are closed: a step begins anew, or it waits for its initiator. */
export function sendBack(
  world: World,
  instance: Instance,
  { number, by, at }: { readonly number: number; readonly by: Identity; readonly at: number },
  { to, then = waysOn(world)[0] }: Return,
): void {
  const returning = instance.step;
  const step = to === "initiator" ? null : (instance.tasks[to]?.step ?? 0);
  instance.returns += 1;
  if (then === "walk") instance.jumps = [];
  else if (step !== null) {
    instance.jumps = instance.jumps.filter((each) => each.to !== step);
    instance.jumps.push({ to: step, back: returning });
  }
  if (isTold(world, { to })) {
    note(instance, at, "flow.returned", null, step === null ? instance.initiator : null);
    tellInitiator(world, instance, { task: number, by, to: step ?? "initiator" });
  }
  if (step === null) instance.waits = then === "walk" ? 0 : returning;
  else beginStep(world, instance, step, at);
}

/** What a resubmission hands in, for the app of its instance. */
export function handedIn(
  { app }: Instance,
  { row, labels, attachments, picked }: FlowsCommands["flow.resubmit"],
) {
  return {
    app,
    rows: [labels === undefined ? { row } : { row, labels }],
    ...(attachments === undefined ? {} : { attachments }),
    ...(picked === undefined ? {} : { picked }),
  };
}

/** What refuses a resubmission of an instance for what has become of it. */
export function waitingCodes({ status, waits }: Instance): RefusalCode[] {
  return whichApply([
    ["INSTANCE_NOT_RUNNING", status !== "running"],
    ["TASK_NOT_PENDING", status === "running" && waits === null],
  ]);
}

/** The instance goes on with another row. */
export function goOnWith(
  world: World,
  instance: Instance,
  { row }: Pick<FlowsCommands["flow.resubmit"], "row">,
  at: number,
): void {
  const step = instance.waits ?? 0;
  instance.row = row;
  instance.waits = null;
  note(instance, at, "flow.resubmitted", null, instance.initiator);
  beginStep(world, instance, step, at);
}

/** The command by which an employee goes on with what they started. */
export const resubmitCommands: Handlers<"flow.resubmit"> = {
  "flow.resubmit": {
    codes: (world, { by, data }) => {
      const { state } = world;
      const codes = actingCodes(world, by);
      const instance = findInstance(state, data.instance);
      if (!("person" in by)) return codes;
      if (instance === undefined || !knows(instance, by.organization)) {
        return [...codes, "UNKNOWN_INSTANCE"];
      }
      const { organization, person } = by;
      // The door is not named: one that is closed by now is no door that is not known.
      const door = { space: spaceOf(state, instance) ?? null, trunk: instance.trunk ?? null };
      const acting = { organization, person, ...door };
      return whichApplyTo(
        [
          ...codes,
          ...handInCodes(world, acting, handedIn(instance, data), "flow.start"),
          ...waitingCodes(instance),
        ],
        [["NOT_INITIATOR", !isSame(instance.initiator, identityOf(state, by))]],
      );
    },
    effect: (world, { by, at, data }) => {
      const instance = findInstance(world.state, data.instance);
      if (instance === undefined) return;
      const { space, trunk } = instance;
      const door = {
        ...(space === null ? {} : { space }),
        ...(trunk === undefined ? {} : { trunk }),
      };
      submit(world, by, { ...handedIn(instance, data), ...door }, at);
      goOnWith(world, instance, data, at);
    },
  },
};
