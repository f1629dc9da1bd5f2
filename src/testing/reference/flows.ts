/** Flows: definitions, and instances started and withdrawn. */
import type { AppId, FlowId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { FlowStep, FlowsCommands } from "../../flows/model.ts";
import { definitionCodes } from "./approvers.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { submissionCodes, submit } from "./forms.ts";
import { findInstance, knows } from "./instances.ts";
import { findMember, findSpace } from "./lists.ts";
import { beginStep, closeAll, endInstance, note } from "./progress.ts";
import { whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Handlers, InputOf, State, World } from "./state.ts";
import type { Instance } from "./state-areas.ts";
import { actingCodes, actingOf, builds } from "./use.ts";

/** The definition of a flow that is in force. */
function stepsOf(
  { definitions }: State,
  app: AppId,
  flow: FlowId,
): readonly FlowStep[] | undefined {
  return definitions.filter((each) => each.app === app && each.flow === flow).at(-1)?.steps;
}

/** Whether an app of another organization is published where an organization is a Member. */
function reaches(state: State, by: Extract<Actor, { person: unknown }>, app: AppId): boolean {
  const owner = state.apps.find((each) => each.id === app)?.owner;
  return (
    owner?.kind === "organization" &&
    state.publications.some((each) => {
      const space = findSpace(state, each.space);
      return (
        each.app === app &&
        space !== undefined &&
        findMember(state, space, by.organization) !== undefined
      );
    })
  );
}

function defineCodes(world: World, { by, data }: InputOf<"flow.define">): RefusalCode[] {
  const { state } = world;
  const codes = unknownRoots(world, by, {});
  if (!("person" in by) || !actsFor(state, by, by.organization)) {
    return [...codes, "APP_GOVERNANCE_HOST_ONLY"];
  }
  const { organization } = by;
  codes.push(...definitionCodes(state, organization, data.steps));
  if (builds(state, organization, data.app)) return codes;
  return [...codes, reaches(state, by, data.app) ? "APP_GOVERNANCE_HOST_ONLY" : "UNKNOWN_APP"];
}

type Start = FlowsCommands["flow.start"];

/** What a start submits. */
function submissionOf({ row, labels, ...data }: Start) {
  return { ...data, rows: [labels === undefined ? { row } : { row, labels }] };
}

function startCodes(world: World, { by, data }: InputOf<"flow.start">): RefusalCode[] {
  const codes = submissionCodes(world, by, submissionOf(data), "flow.start");
  return whichApplyTo(codes, [
    ["UNKNOWN_APP", stepsOf(world.state, data.app, data.flow) === undefined],
    ["ID_TAKEN", findInstance(world.state, data.instance) !== undefined],
  ]);
}

function start(world: World, { by, at, data }: InputOf<"flow.start">): void {
  const { state } = world;
  const acting = actingOf(world, by, data);
  const steps = stepsOf(state, data.app, data.flow);
  if (acting === null || steps === undefined) return;
  submit(world, by, submissionOf(data), at);
  const { organization, person, space } = acting;
  const instance: Instance = {
    id: data.instance,
    app: data.app,
    host: space?.host ?? organization,
    flow: data.flow,
    steps,
    space: space?.id ?? null,
    initiator: { organization, person },
    row: data.row,
    status: "running",
    step: 0,
    since: 0,
    tasks: [],
    log: [],
  };
  state.instances.push(instance);
  note(instance, at, "flow.started", null, instance.initiator);
  beginStep(world, instance, 0, at);
}

type FlowType = "flow.define" | "flow.start" | "flow.withdraw";

/** The commands about flows and their instances. */
export const flowCommands: Handlers<FlowType> = {
  "flow.define": {
    codes: defineCodes,
    effect: ({ state }, { data: { app, flow, steps } }) => {
      state.definitions.push({ app, flow, steps });
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
        ["NOT_INITIATOR", !isPair(instance.initiator, by)],
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
