/** What industry members do: submit one form, start one flow, withdraw or resubmit what they started (INDUSTRY-03). */
import type { Submission } from "../../apps/model.ts";
import type { RowId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { definitionOf, freshInstance, submissionOf } from "./flows.ts";
import { through } from "./forms.ts";
import { isSame } from "./identities.ts";
import { inIndustry } from "./industry.ts";
import { owned, ownerCodes } from "./industry-rows.ts";
import {
  candidatesFor,
  isListed,
  leavesTrunkOut,
  memberCodes,
  memberUseCodes,
} from "./industry-use.ts";
import { findInstance } from "./instances.ts";
import { beginStep, closeAll, endInstance, note } from "./progress.ts";
import { goOnWith, handedIn, waitingCodes } from "./resubmitting.ts";
import { isPair } from "./settings.ts";
import type { Handler, InputOf, ReferenceInput, World } from "./state.ts";
import type { Identity, Instance, Pair } from "./state-areas.ts";
import { closedCodes } from "./taking-back.ts";
import { isFeature } from "./use.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";
import { actsAsMember } from "./vocabulary-industry.ts";

type MemberCommand = "form.submit" | "flow.start" | "flow.withdraw" | "flow.resubmit";

/** How a member's command is handled, with who gives it. */
interface MemberHandler<Command> {
  readonly codes: (world: World, member: Pair, command: Command) => RefusalCode[];
  readonly effect: (world: World, member: Identity, command: Command) => void;
}

/** What is submitted, as a form or with a flow. */
type Submitted = Submission & {
  readonly rows: readonly { readonly row: RowId; readonly labels?: readonly string[] }[];
  readonly attachments?: boolean | undefined;
  readonly picked?: readonly Pair[] | undefined;
  /** Whether the command names the door; if not, it is that of the instance. */
  readonly named?: boolean;
};

function submissionCodes(
  world: World,
  member: Pair,
  data: Submitted,
  feature: "form.submit" | "flow.start",
): RefusalCode[] {
  const { state, policy } = world;
  const { app, rows, attachments = false, picked = [] } = data;
  const isTaken = ({ row }: { readonly row: RowId }) =>
    rows.filter((each) => each.row === row).length > 1 ||
    state.rows.some((each) => each.app === app && each.row === row);
  const isLimited = isListed(world, data) && !isFeature(policy, "attachment.upload");
  return [
    ...memberUseCodes(world, member, data, feature),
    ...ownerCodes(state, member, data),
    ...whichHold([
      ["ID_TAKEN", rows.some(isTaken)],
      ["FEATURE_NOT_SUPPORTED_DOWNSTREAM", rows.length > 1 || (attachments && isLimited)],
      [
        "PICK_TARGET_OUTSIDE_SCOPE",
        picked.some((each) => !candidatesFor(world, member, data).some((one) => isPair(one, each))),
      ],
    ]),
  ];
}

function submit(world: World, member: Identity, data: Submitted, at: number): void {
  const { state } = world;
  const { organization, person, number } = member;
  for (const { row, labels = [] } of data.rows) {
    state.rows.push({
      app: data.app,
      row,
      space: null,
      ...through(world, { ...member, trunk: data.trunk ?? null }),
      ...owned(state, member, data),
      ...{ organization, person, number, labels, at },
    });
  }
}

function start(world: World, member: Identity, { data, at }: InputOf<"flow.start">): void {
  const { state } = world;
  const definition = definitionOf(state, data.app, data.flow);
  if (definition === undefined) return;
  submit(world, member, submissionOf(data), at);
  const { organization, person, number } = member;
  const { trunk } = data;
  const instance: Instance = {
    id: data.instance,
    app: data.app,
    host: trunk ?? organization,
    flow: data.flow,
    ...freshInstance(world, definition, at),
    space: null,
    ...(trunk === undefined ? {} : { trunk }),
    initiator: { organization, person, number },
    row: data.row,
  };
  state.instances.push(instance);
  note(instance, at, "flow.started", null, instance.initiator);
  beginStep(world, instance, 0, at);
}

/** An instance that a member started: of all others they know nothing. */
function ownInstance({ state }: World, member: Pair, id: Instance["id"]): Instance | undefined {
  const instance = findInstance(state, id);
  const own = inIndustry(state, member);
  if (instance === undefined || own === undefined) return undefined;
  return isSame(instance.initiator, own) ? instance : undefined;
}

const unknown: readonly RefusalCode[] = ["UNKNOWN_INSTANCE"];

/** The door through which an instance was started. */
const doorOf = ({ trunk }: Instance) => (trunk === undefined ? {} : { trunk });

const handlers: { readonly [Type in MemberCommand]: MemberHandler<InputOf<Type>> } = {
  "form.submit": {
    codes: (world, member, { data }) => submissionCodes(world, member, data, "form.submit"),
    effect: (world, member, { data, at }) => submit(world, member, data, at),
  },
  "flow.start": {
    codes: (world, member, { data }) => {
      const { state } = world;
      return [
        ...submissionCodes(world, member, submissionOf(data), "flow.start"),
        ...whichHold([
          ["ACTING_ORG_INVALID", leavesTrunkOut(state, member, data)],
          ["UNKNOWN_APP", definitionOf(state, data.app, data.flow) === undefined],
          ["ID_TAKEN", findInstance(state, data.instance) !== undefined],
        ]),
      ];
    },
    effect: start,
  },
  "flow.withdraw": {
    codes: (world, member, { at, data }) => {
      const instance = ownInstance(world, member, data.instance);
      return [
        ...memberCodes(world, member),
        ...(instance === undefined ? unknown : closedCodes(instance, at)),
      ];
    },
    effect: (world, member, { data, at }) => {
      const instance = ownInstance(world, member, data.instance);
      if (instance === undefined) return;
      closeAll(instance, at, "withdrawn", member);
      endInstance(instance, at, "withdrawn");
    },
  },
  "flow.resubmit": {
    codes: (world, member, { data }) => {
      const instance = ownInstance(world, member, data.instance);
      if (instance === undefined) return [...memberCodes(world, member), ...unknown];
      const submitted = { ...handedIn(instance, data), ...doorOf(instance), named: false };
      return [
        ...submissionCodes(world, member, submitted, "flow.start"),
        ...waitingCodes(instance),
      ];
    },
    effect: (world, member, { data, at }) => {
      const instance = ownInstance(world, member, data.instance);
      if (instance === undefined) return;
      submit(world, member, { ...handedIn(instance, data), ...doorOf(instance) }, at);
      goOnWith(world, instance, data, at);
    },
  },
};

type AnyCommand = Exclude<ReferenceInput, { readonly from: unknown }>;

/** How a command of an industry member is handled; `null` for everybody else's. Anything else is refused. */
export function memberHandler(command: AnyCommand): Handler<ReferenceInput> | null {
  const member = actsAsMember(command.by);
  if (member === null) return null;
  const handler = handlers[command.type as MemberCommand] as
    | MemberHandler<ReferenceInput>
    | undefined;
  return {
    codes: (world, input) =>
      handler?.codes(world, member, input) ?? [
        ...memberCodes(world, member),
        ...whichHold([["FEATURE_NOT_SUPPORTED_DOWNSTREAM", true]]),
      ],
    effect: (world, input) => {
      const own = inIndustry(world.state, member);
      if (own !== undefined) handler?.effect(world, own, input);
    },
  };
}
