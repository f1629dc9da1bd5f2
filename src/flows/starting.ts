/** Instances: started by whoever may use the app, withdrawn by whoever started them. */
import { builderOf, hostOf, spacesOffering } from "../apps/select/apps.ts";
import { isAuthorized } from "../apps/select/audience.ts";
import {
  actingAloneRefusal,
  actingAs,
  actingRefusal,
  gatesOpen,
  hostAppKnown,
  identityMayUse,
  offeredRefusal,
  pickedInScope,
  rowFree,
  submitRow,
} from "../apps/select/use.ts";
import type { AppId, FlowId, InstanceId } from "../core/ids.ts";
import type { Doer } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { actsAsMember, doerOf } from "../industry/select/book.ts";
import { type Acting, doorOf } from "../licenses/select/holding.ts";
import { isPresent } from "../roster/select/presence.ts";
import { memberIsOpen } from "../spaces/select/suspended.ts";
import type { FlowsCommands } from "./model.ts";
import {
  type CommandOf,
  type Deciding,
  identityOf,
  instanceOf,
  type Reading,
} from "./select/flows.ts";
import { definitionKey } from "./select/keys.ts";
import { actorIsInitiator, instanceKnown, instanceRuns } from "./select/known.ts";
import { signingOf } from "./select/signing.ts";
import { takingBackOf, withdrawalOpen } from "./select/withdrawing.ts";
import { beginStep, endInstance } from "./steps.ts";

type Start = FlowsCommands["flow.start"];

/** PROTO-03: the app has such a flow. */
const flowKnown = guard("PROTO-03", (tx: Reading, app: AppId, flow: FlowId) =>
  read(tx, "flow", app, flow) === null ? refuse("UNKNOWN_APP", { app, flow }) : null,
);

/** PROTO-04: an id for an instance has never been used for another. */
const instanceFree = guard("PROTO-04", (tx: Reading, instance: InstanceId) =>
  read(tx, "instance", instance) === null
    ? null
    : refuse("ID_TAKEN", { kind: "instance", id: instance }),
);

/** Whether the identity may use what the start is made of. */
export function mayStart(
  tx: Reading,
  policy: Policy,
  acting: Acting,
  data: Pick<Start, "app" | "attachments" | "picked">,
) {
  const { app, attachments = false, picked = [] } = data;
  const features = attachments ? ["flow.start", "attachment.upload"] : ["flow.start"];
  return (
    identityMayUse(tx, app, acting, features, policy) ??
    pickedInScope(tx, app, acting, picked, policy)
  );
}

/** Why a flow cannot be started, if so, once the app is known. */
function startRefusal(tx: Reading, policy: Policy, acting: Acting, data: Start) {
  const { app, flow, instance, row } = data;
  return (
    flowKnown(tx, app, flow) ??
    gatesOpen(tx, app, acting, policy) ??
    instanceFree(tx, instance) ??
    rowFree(tx, app, row) ??
    offeredRefusal(tx, app, acting, policy) ??
    mayStart(tx, policy, acting, data)
  );
}

/** FLOW-01, FLOW-02, FLOW-06: an instance is created, anchored where its initiator acts now. */
const start = effect(
  "FLOW-01",
  (tx: Deciding, policy: Policy, acting: Acting, data: Start): void => {
    const { app, flow, instance, row, labels = [] } = data;
    const { space, trunk } = acting;
    const through = trunk === undefined ? {} : { trunk };
    const host = hostOf(tx, app);
    const { version } = must(tx, "flow", app, flow);
    const definition = must(tx, ...definitionKey(app, flow, version));
    const settled = {
      ...signingOf(definition, policy),
      ...takingBackOf(definition, tx.at, policy),
    };
    const initiator = doerOf(acting);
    submitRow(tx, policy, app, acting, { row, labels });
    const of = { app, host, flow, version, space, ...through };
    emit(tx, "flow.started", { instance, ...of, initiator, row, ...settled });
    beginStep(tx, instance, 0, policy);
  },
);

/**
 * FLOW-02: whoever is offered the app in some Space, and in their own organization not, says in which
 * Space they start.
 */
const spaceIsNamed = guard("FLOW-02", (tx: Reading, app: AppId, acting: Acting) => {
  const { organization, person } = acting;
  const isWithout = doorOf(acting) !== null || builderOf(tx, app) === organization;
  // Industry members act in no Space.
  if (isWithout || actsAsMember(acting)) return null;
  const offered = spacesOffering(tx, app, organization).some(
    (each) =>
      isPresent(tx, each, organization, person) &&
      isAuthorized(tx, { space: each, app }, { organization, person }),
  );
  return offered ? refuse("ACTING_ORG_INVALID", { organization }) : null;
});

/** Somebody starts a flow, acting for one organization, and in a Space if Downstream. */
export function startFlow(tx: Deciding, { by, data }: CommandOf<"flow.start">, policy: Policy) {
  const { app } = data;
  const invalid = actingRefusal(tx, by, data);
  if (invalid !== null) return invalid;
  const acting = actingAs(by, data);
  const refusal =
    spaceIsNamed(tx, app, acting) ??
    hostAppKnown(tx, app, acting) ??
    startRefusal(tx, policy, acting, data);
  if (refusal === null) start(tx, policy, acting, data);
  return refusal;
}

/** FLOW-01: the initiator takes an instance back; everything in it ends. */
const withdraw = effect("FLOW-01", (tx: Deciding, instance: InstanceId, by: Doer): void => {
  endInstance(tx, instance, "withdrawn", by);
});

/** EXIT-08: why whoever started an instance does not act where they did, if so. */
function initiatorIsOpen(tx: Reading, instance: InstanceId) {
  const { space, initiator } = instanceOf(tx, instance);
  return space === null ? null : memberIsOpen(tx, space, initiator.organization);
}

/** The initiator withdraws an instance: no license or open gates are needed, but that their organization may act. */
export function withdrawFlow(tx: Deciding, { by, data }: CommandOf<"flow.withdraw">) {
  const { instance } = data;
  const refusal =
    actingAloneRefusal(tx, by) ??
    instanceKnown(tx, by, instance) ??
    actorIsInitiator(tx, by, instance) ??
    initiatorIsOpen(tx, instance) ??
    instanceRuns(tx, instance) ??
    withdrawalOpen(tx, instance);
  if (refusal === null) withdraw(tx, instance, identityOf(by));
  return refusal;
}
