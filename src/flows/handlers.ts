/** Which function handles which command about flows. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { approveTask, rejectTask, returnTask } from "./acting.ts";
import { assignTask } from "./assigning.ts";
import { defineFlow } from "./defining.ts";
import type { FlowsCommands } from "./model.ts";
import { reassignTasks, terminateFlow } from "./moving.ts";
import { resubmitFlow } from "./resubmitting.ts";
import {
  copyTask,
  countersignTask,
  delegateTask,
  removeCountersigner,
  transferTask,
} from "./routing.ts";
import type { CommandOf, Deciding } from "./select/flows.ts";
import { endStandIn, setStandIn } from "./standing-in.ts";
import { startFlow, withdrawFlow } from "./starting.ts";
import { takeBackTask } from "./taking-back.ts";

/** A function for every type of command: a missing one does not compile. */
export const flowsHandlers = {
  "flow.define": defineFlow,
  "flow.start": startFlow,
  "flow.withdraw": withdrawFlow,
  "flow.resubmit": resubmitFlow,
  "flow.terminate": terminateFlow,
  "task.approve": approveTask,
  "task.reject": rejectTask,
  "task.return": returnTask,
  "task.take-back": takeBackTask,
  "task.transfer": transferTask,
  "task.countersign": countersignTask,
  "task.remove-countersigner": removeCountersigner,
  "task.delegate": delegateTask,
  "task.copy": copyTask,
  "task.assign": assignTask,
  "task.reassign": reassignTasks,
  "stand-in.set": setStandIn,
  "stand-in.end": endStandIn,
} satisfies {
  readonly [Type in keyof FlowsCommands]: (
    tx: Deciding,
    command: CommandOf<Type>,
    policy: Policy,
  ) => Refusal | null;
};
