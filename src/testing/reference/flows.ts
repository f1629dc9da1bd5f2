/** Flows: definitions, and instances started and withdrawn. */
import type { AppId, FlowId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowsCommands } from "../../flows/model.ts";
import { climbTooFar, definitionCodes } from "./approvers.ts";
import { covers } from "./audience.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { daysAfter } from "./days.ts";
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
import { memberGate } from "./suspended-members.ts";
import { closedCodes } from "./taking-back.ts";
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

/** What an instance is like that nothing has happened to. */
type Untouched = Pick<
  Instance,
  "status" | "step" | "since" | "begun" | "tasks" | "log" | "waits" | "returns" | "jumps" | "acts"
>;

/** What an instance goes by that starts: what its flow says, else what the policy says then (FLOW-15, FLOW-18). */
type Settled = Pick<
  Instance,
  "selfApproval" | "repeatedApproval" | "withdrawUntil" | "withdrawBefore" | "takeBack"
>;

/** An instance of a flow that starts, but for who starts it, where, and with which row. */
export function freshInstance(
  { policy }: World,
  { steps, defined, rules }: Definition,
  at: number,
): Untouched & Settled & Pick<Instance, "steps" | "defined"> {
  const days = rules.withdrawDays === undefined ? policy.withdrawDays : rules.withdrawDays;
  return {
    ...{ steps, defined },
    selfApproval: rules.selfApproval ?? policy.selfApproval,
    repeatedApproval: rules.repeatedApproval ?? policy.repeatedApproval,
    withdrawUntil: rules.withdrawUntil ?? policy.withdrawUntil,
    withdrawBefore: days === null ? null : daysAfter(at, days),
    takeBack: rules.takeBack ?? policy.takeBack,
    status: "running",
    step: 0,
    since: 0,
    begun: [],
    tasks: [],
    log: [],
    waits: null,
    returns: 0,
    jumps: [],
    acts: [],
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
    ...freshInstance(world, definition, at),
    space: space?.id ?? null,
    ...(trunk === null ? {} : { trunk }),
    initiator: identityOf(state, acting),
    row: data.row,
  };
  state.instances.push(instance);
  note(instance, at, "flow.started", null, instance.initiator);
  beginStep(world, instance, 0, at);
}

/** What a definition says, with what it leaves out of its steps said. */
function saysOut({ steps, rules }: Pick<Definition, "steps" | "rules">): string {
  const { selfApproval, repeatedApproval, withdrawUntil, withdrawDays, takeBack } = rules;
  // That there is no end is said, too.
  const days = { withdrawDays };
  return JSON.stringify([
    ...[steps.map(saidOut), selfApproval, repeatedApproval],
    ...[withdrawUntil, days, takeBack],
  ]);
}

type FlowType = "flow.define" | "flow.start" | "flow.withdraw";

/** The commands about flows and their instances. */
export const flowCommands: Handlers<FlowType> = {
  "flow.define": {
    codes: (world, command) =>
      whichApplyTo(defineCodes(world, command), [["MALFORMED", climbTooFar(command.data.steps)]]),
    effect: ({ state }, { data: { app, flow, steps: given, ...rules } }) => {
      const former = definitionOf(state, app, flow);
      const isFormer = former !== undefined && saysOut(former) === saysOut({ steps: given, rules });
      // To say what had been left out changes nothing.
      const steps = isFormer ? former.steps : given;
      state.definitions.push({ app, flow, steps, rules, defined: state.renewals });
    },
  },
  "flow.start": { codes: startCodes, effect: start },
  "flow.withdraw": {
    codes: (world, { by, at, data }) => {
      const codes = actingCodes(world, by);
      const instance = findInstance(world.state, data.instance);
      if (!("person" in by)) return codes;
      if (instance === undefined || !knows(instance, by.organization)) {
        return [...codes, "UNKNOWN_INSTANCE"];
      }
      return whichApplyTo(
        [
          ...codes,
          ...memberGate(world.state, instance.space, by.organization),
          ...closedCodes(instance, at),
        ],
        [["NOT_INITIATOR", !isSame(instance.initiator, identityOf(world.state, by))]],
      );
    },
    effect: ({ state }, { at, data }) => {
      const instance = findInstance(state, data.instance);
      if (instance === undefined) return;
      closeAll(instance, at, "withdrawn", instance.initiator);
      endInstance(instance, at, "withdrawn");
    },
  },
};
