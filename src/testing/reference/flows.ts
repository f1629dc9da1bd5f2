/** Flows: definitions, and instances started and withdrawn. */
import type { AppId, FlowId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowsCommands } from "../../flows/model.ts";
import { climbTooFar, definitionCodes } from "./approvers.ts";
import { covers } from "./audience.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { submissionCodes, submit } from "./forms.ts";
import { isSame } from "./identities.ts";
import { findInstance, knows } from "./instances.ts";
import { builds, isOfferedTo, spacesOffering } from "./offering.ts";
import { identityOf } from "./people.ts";
import { beginStep, closeAll, endInstance, note } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { settingsOf } from "./settings.ts";
import type { Handlers, InputOf, State, World } from "./state.ts";
import type { Definition, Instance } from "./state-areas.ts";
import { actingCodes, actingOf } from "./use.ts";
import { isRostered } from "./visibility.ts";
import { saidOut } from "./votes.ts";

/** The definition of a flow that is in force. */
export function definitionOf(
  { definitions }: State,
  app: AppId,
  flow: FlowId,
): Definition | undefined {
  return definitions.filter((each) => each.app === app && each.flow === flow).at(-1);
}

function defineCodes(world: World, { by, data }: InputOf<"flow.define">): RefusalCode[] {
  const { state } = world;
  const codes = unknownRoots(world, by, {});
  if (codes.length > 0 || !("person" in by)) return [...codes, "UNKNOWN_APP"];
  const { organization } = by;
  const admin = actsFor(state, by, organization, "own");
  if (builds(state, organization, data.app)) {
    return admin ? definitionCodes(state, organization, data.steps) : ["NOT_SPACE_ADMIN"];
  }
  if (isOfferedTo(state, data.app, organization)) return ["APP_GOVERNANCE_HOST_ONLY"];
  // Of what their own organization has, admins learn first; others have no business asking.
  return [...(admin ? definitionCodes(state, organization, data.steps) : []), "UNKNOWN_APP"];
}

/** How an instance that starts is signed: as its flow says, else as the policy says then (FLOW-15). */
export function settledSigning(
  { policy }: World,
  { signing }: Definition,
): Pick<Instance, "selfApproval" | "repeatedApproval"> {
  return {
    selfApproval: signing.selfApproval ?? policy.selfApproval,
    repeatedApproval: signing.repeatedApproval ?? policy.repeatedApproval,
  };
}

type Start = FlowsCommands["flow.start"];

/** What a start submits. */
export function submissionOf({ row, labels, ...data }: Start) {
  return { ...data, rows: [labels === undefined ? { row } : { row, labels }] };
}

/** Whether somebody names no Space though they are offered the app in one: then they have to (FLOW-02). */
function leavesSpaceOut({ state }: World, by: Actor, { app, space: named, trunk }: Start): boolean {
  if (
    named !== undefined ||
    trunk !== undefined ||
    !("person" in by) ||
    builds(state, by.organization, app)
  )
    return false;
  return spacesOffering(state, app, by.organization).some(
    (space) =>
      isRostered(state, space, by) &&
      covers(state, space, settingsOf(state, space.id, app).authorized, by),
  );
}

function startCodes(world: World, { by, data }: InputOf<"flow.start">): RefusalCode[] {
  const codes = submissionCodes(world, by, submissionOf(data), "flow.start");
  return whichApplyTo(codes, [
    ["ACTING_ORG_INVALID", leavesSpaceOut(world, by, data)],
    ["UNKNOWN_APP", definitionOf(world.state, data.app, data.flow) === undefined],
    ["ID_TAKEN", findInstance(world.state, data.instance) !== undefined],
  ]);
}

function start(world: World, { by, at, data }: InputOf<"flow.start">): void {
  const { state } = world;
  const acting = actingOf(world, by, data);
  const definition = definitionOf(state, data.app, data.flow);
  if (acting === null || definition === undefined) return;
  submit(world, by, submissionOf(data), at);
  const { organization, space, trunk } = acting;
  const instance: Instance = {
    id: data.instance,
    app: data.app,
    host: trunk ?? space?.host ?? organization,
    flow: data.flow,
    steps: definition.steps,
    defined: definition.defined,
    ...settledSigning(world, definition),
    space: space?.id ?? null,
    ...(trunk === null ? {} : { trunk }),
    initiator: identityOf(state, acting),
    row: data.row,
    status: "running",
    step: 0,
    since: 0,
    begun: [],
    tasks: [],
    log: [],
  };
  state.instances.push(instance);
  note(instance, at, "flow.started", null, instance.initiator);
  beginStep(world, instance, 0, at);
}

/** What a definition says, with what it leaves out of its steps said. */
function saysOut({ steps, signing }: Pick<Definition, "steps" | "signing">): string {
  const { selfApproval, repeatedApproval } = signing;
  return JSON.stringify([steps.map(saidOut), selfApproval, repeatedApproval]);
}

type FlowType = "flow.define" | "flow.start" | "flow.withdraw";

/** The commands about flows and their instances. */
export const flowCommands: Handlers<FlowType> = {
  "flow.define": {
    codes: (world, command) =>
      whichApplyTo(defineCodes(world, command), [["MALFORMED", climbTooFar(command.data.steps)]]),
    effect: ({ state }, { data: { app, flow, steps: given, ...signing } }) => {
      const former = definitionOf(state, app, flow);
      const isFormer =
        former !== undefined && saysOut(former) === saysOut({ steps: given, signing });
      // To say what had been left out changes nothing.
      const steps = isFormer ? former.steps : given;
      state.definitions.push({ app, flow, steps, signing, defined: state.renewals });
    },
  },
  "flow.start": { codes: startCodes, effect: start },
  "flow.withdraw": {
    codes: (world, { by, data }) => {
      const codes = actingCodes(world, by);
      const instance = findInstance(world.state, data.instance);
      if (!("person" in by)) return codes;
      if (instance === undefined || !knows(instance, by.organization)) {
        return [...codes, "UNKNOWN_INSTANCE"];
      }
      return whichApplyTo(codes, [
        ["NOT_INITIATOR", !isSame(instance.initiator, identityOf(world.state, by))],
        ["INSTANCE_NOT_RUNNING", instance.status !== "running"],
      ]);
    },
    effect: ({ state }, { at, data }) => {
      const instance = findInstance(state, data.instance);
      if (instance === undefined) return;
      closeAll(instance, at, "withdrawn", instance.initiator);
      endInstance(instance, at, "withdrawn");
    },
  },
};
