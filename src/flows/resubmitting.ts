/** Instances that wait for their initiator: handed in again with another row. */
import {
  actingAloneRefusal,
  actingAs,
  gatesOpen,
  offeredRefusal,
  rowFree,
  submitRow,
} from "../apps/select/use.ts";
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { Acting } from "../licenses/select/holding.ts";
import type { FlowsCommands } from "./model.ts";
import { type CommandOf, type Deciding, instanceOf, type Reading } from "./select/flows.ts";
import { actorIsInitiator, instanceKnown, instanceRuns } from "./select/known.ts";
import { waitsForInitiator } from "./select/returns.ts";
import { mayStart } from "./starting.ts";
import { beginStep } from "./steps.ts";

type Resubmission = FlowsCommands["flow.resubmit"];

/** In whose name the initiator acts: through the door by which they started. */
function actingIn(tx: Reading, by: Actor, { instance }: Resubmission): Acting {
  const { space, trunk } = instanceOf(tx, instance);
  return actingAs(by, { space: space ?? undefined, trunk });
}

/** Why the row cannot be handed in, if so, once the instance is known to be the actor's. */
function rowRefusal(tx: Reading, by: Actor, data: Resubmission, policy: Policy) {
  const { instance, row, attachments = false, picked = [] } = data;
  const { app } = instanceOf(tx, instance);
  const acting = actingIn(tx, by, data);
  return (
    gatesOpen(tx, app, acting, policy) ??
    rowFree(tx, app, row) ??
    offeredRefusal(tx, app, acting, policy) ??
    instanceRuns(tx, instance) ??
    waitsForInitiator(tx, instance) ??
    mayStart(tx, policy, acting, { app, attachments, picked })
  );
}

/** FLOW-17: the instance goes on with another row: all steps are walked again, or it jumps back. */
const resubmit = effect(
  "FLOW-17",
  (tx: Deciding, by: Actor, data: Resubmission, policy: Policy): void => {
    const { instance, row, labels = [] } = data;
    const { app, waits = 0 } = instanceOf(tx, instance);
    submitRow(tx, policy, app, actingIn(tx, by, data), { row, labels });
    emit(tx, "flow.resubmitted", { instance, row });
    beginStep(tx, instance, waits, policy);
  },
);

/** The initiator goes on with another row. */
export function resubmitFlow(
  tx: Deciding,
  { by, data }: CommandOf<"flow.resubmit">,
  policy: Policy,
) {
  const refusal =
    actingAloneRefusal(tx, by) ??
    instanceKnown(tx, by, data.instance) ??
    actorIsInitiator(tx, by, data.instance) ??
    rowRefusal(tx, by, data, policy);
  if (refusal === null) resubmit(tx, by, data, policy);
  return refusal;
}
