/** Schemas of flows: the commands, what events carry, and records. */
import type { DepartmentOf } from "../core/notice.ts";
import { DEPARTMENT_DEPTH_MAX } from "../directory/model.ts";
import { flowsKinds } from "../flows/kinds.ts";
import type {
  Approver,
  FlowStep,
  FlowsCommands,
  FlowsEvents,
  FlowsRecords,
  InstanceRecord,
  LogEntry,
  LogWord,
  ReturnThen,
  Signing,
  StandInPeriod,
  TakingBack,
  TaskNamed,
  Vote,
} from "../flows/model.ts";
import { STAND_IN_APPS_MAX, STAND_INS_MAX } from "../flows/model.ts";
import { enclosed, labels, submission } from "./apps.ts";
import { numberedPerson } from "./directory.ts";
import { doer, identity, identitySet } from "./identities.ts";
import {
  appId,
  departmentId,
  flowId,
  instanceId,
  organizationId,
  personId,
  roleId,
  rowId,
  spaceId,
} from "./ids.ts";
import { count, integer, time } from "./numbers.ts";
import { departmentOf } from "./settings.ts";
import {
  anyOf,
  choice,
  either,
  flag,
  lazily,
  list,
  nullable,
  object,
  only,
  optional,
  type Schema,
  type Shape,
  setOf,
  type Table,
  tuple,
  tupleOr,
  uniqueList,
  variants,
} from "./shape.ts";
import { long, many, page, pageIndex } from "./structures.ts";
import { remarkText } from "./texts.ts";

const STEPS_MAX = 20;
/** Rules of one step. */
const APPROVERS_MAX = 20;
/** Tasks moved at once. */
const MOVED_MAX = 500;
/** People of one countersigning or copy. */
const ROUTED_MAX = 50;

const app = appId;
const flow = flowId;
const instance = instanceId;
const organization = organizationId;
const person = personId;
const row = rowId;
const space = nullable(spaceId);
const version = count;

const approver: () => Schema<Approver> = lazily(() =>
  variants<Approver, "kind">("kind", {
    person: object({ kind: only("person"), organization, person }),
    "initiator-heads": object({
      kind: only("initiator-heads"),
      levelsUp: optional(integer(0, DEPARTMENT_DEPTH_MAX - 1)),
    }),
    "initiator-manager": object({ kind: only("initiator-manager") }),
    "department-heads": object({
      kind: only("department-heads"),
      organization,
      department: departmentId,
    }),
    role: object({ kind: only("role"), role: roleId, of: choice("host", "initiator") }),
    liaison: object({ kind: only("liaison"), role: roleId }),
  }),
);

const votes = integer(1, 100);
const vote: () => Schema<Vote> = lazily(() =>
  either<{ readonly approvals: number }, { readonly percent: number }>(
    { approvals: votes },
    { percent: votes },
  ),
);

/** A rejection in a vote cannot end the instance, one in a sequence not be counted. */
const isContradictory = ({ mode, rejection }: FlowStep) =>
  (typeof mode === "object" && rejection === "end") ||
  (mode === "sequence" && rejection === "count")
    ? (["not-a-choice", "rejection"] as const)
    : null;

const step: () => Schema<FlowStep> = lazily(() =>
  object<FlowStep>(
    {
      approvers: list(approver(), APPROVERS_MAX, 1),
      mode: anyOf(
        choice("all", "any", "sequence"),
        object<{ readonly vote: Vote }>({ vote: vote() }),
      ),
      rejection: optional(choice("end", "count")),
    },
    isContradictory,
  ),
);
const steps = lazily(() => list(step(), STEPS_MAX, 1));

const signing: () => Shape<Signing> = lazily(() => ({
  selfApproval: optional(choice("sign", "skip", "heads", "park")),
  repeatedApproval: optional(choice("each", "consecutive", "once")),
}));

/** Days from the start during which an initiator withdraws. */
const WITHDRAW_DAYS_MAX = 180;
const takingBack: () => Shape<TakingBack> = lazily(() => ({
  withdrawUntil: optional(choice("ended", "first-act")),
  withdrawDays: optional(nullable(integer(1, WITHDRAW_DAYS_MAX))),
  takeBack: optional(flag),
}));
/** What an instance has of it. */
const settled: () => Shape<Pick<InstanceRecord, "withdrawUntil" | "withdrawBefore" | "takeBack">> =
  lazily(() => ({
    withdrawUntil: optional(only("first-act")),
    withdrawBefore: optional(time),
    takeBack: optional(only(true)),
  }));
const goesOn: Schema<ReturnThen> = choice("walk", "jump");
/** A step, or a task of it, or whoever started it. */
const returnTo: () => Schema<number | "initiator"> = lazily(() => anyOf(count, only("initiator")));

const named: () => Shape<TaskNamed> = lazily(() => ({ instance, task: count }));
const task = lazily(() => object<TaskNamed>(named()));
const routed = lazily(() => identitySet(ROUTED_MAX, 1));

/** Tells tasks apart: ids hold no white space. */
const taskKey = (each: TaskNamed): string => `${each.instance} ${each.task}`;

/** The data of each command about flows. */
export const flowsCommands: Table<FlowsCommands> = {
  "flow.define": () => object({ app, flow, steps: steps(), ...signing(), ...takingBack() }),
  "flow.start": () =>
    object({ ...submission(), flow, instance, row, labels: optional(labels()), ...enclosed() }),
  "flow.withdraw": () => object({ instance }),
  "flow.resubmit": () => object({ instance, row, labels: optional(labels()), ...enclosed() }),
  "flow.terminate": () => object({ instance, reason: remarkText }),
  "task.approve": task,
  "task.reject": task,
  "task.return": () => {
    const then = optional(goesOn);
    return object({ ...named(), to: returnTo(), then });
  },
  "task.take-back": task,
  "task.transfer": () => object({ ...named(), to: identity() }),
  "task.countersign": () =>
    object({ ...named(), place: choice("before", "after", "parallel"), people: routed() }),
  "task.remove-countersigner": task,
  "task.delegate": () => object({ ...named(), to: identity() }),
  "task.copy": () => object({ ...named(), people: routed() }),
  "task.assign": () => object({ ...named(), to: person, organization: optional(organization) }),
  "task.reassign": () => object({ tasks: setOf(task(), MOVED_MAX, taskKey, 1), to: identity() }),
  "stand-in.set": () =>
    object({
      person,
      standIn: person,
      from: time,
      until: time,
      apps: optional(uniqueList(app, STAND_IN_APPS_MAX, 1)),
      takeOpen: optional(flag),
    }),
  "stand-in.end": () => object({ person, from: time }),
};

const flowEnd = choice("approved", "rejected", "withdrawn", "terminated");

const period: () => Shape<StandInPeriod> = lazily(() => ({
  standIn: numberedPerson(),
  from: time,
  until: time,
  apps: optional(list(app, STAND_IN_APPS_MAX)),
}));
const origin = choice("rule", "before", "after", "parallel", "delegated");

/** What each event of flows carries. */
export const flowsEvents: Table<FlowsEvents> = {
  "flow.defined": () =>
    object({ app, flow, version, steps: steps(), ...signing(), ...takingBack() }),
  "flow.started": () =>
    object({
      instance,
      app,
      host: organization,
      flow,
      version,
      space,
      trunk: optional(organization),
      initiator: doer(),
      row,
      ...signing(),
      ...settled(),
    }),
  "flow.step-begun": () =>
    object({ instance, step: count, needed: optional(count), again: optional(only(true)) }),
  "flow.returned": () => {
    const then = goesOn;
    return object({ ...named(), to: returnTo(), then });
  },
  "flow.resubmitted": () => object({ instance, row }),
  "flow.ended": () => object({ instance, how: flowEnd, reason: optional(remarkText) }),
  "task.made": () =>
    object({
      ...named(),
      step: count,
      origin,
      holder: nullable(identity()),
      home: organization,
      parent: nullable(count),
      open: flag,
      onBehalfOf: optional(identity()),
    }),
  "task.skipped": () =>
    object({ instance, step: count, who: identity(), because: choice("initiator", "repeated") }),
  "task.opened": task,
  "task.held": task,
  "task.closed": () =>
    object({
      ...named(),
      how: choice("approved", "rejected", "returned", "superseded", "withdrawn", "removed"),
      by: nullable(doer()),
    }),
  "task.reopened": () =>
    object({ ...named(), holder: nullable(identity()), home: organization, open: flag }),
  "task.transferred": () =>
    object({
      ...named(),
      from: identity(),
      to: identity(),
      onBehalfOf: optional(identity()),
    }),
  "task.handed-over": () =>
    object({
      ...named(),
      from: nullable(identity()),
      to: identity(),
      because: choice(
        ...(["named", "registered", "manager", "counterpart"] as const),
        ...(["department-head", "main-admin"] as const),
        ...(["assigned", "reassigned", "suspended", "stand-in", "reinstated"] as const),
      ),
      onBehalfOf: optional(identity()),
    }),
  "task.parked": () => object({ ...named(), from: nullable(identity()), home: organization }),
  "task.copied": () => object({ ...named(), by: identity(), people: long(identity()) }),
  "stand-in.set": () =>
    object({ organization, person, ...period(), because: optional(only("reinstated")) }),
  "stand-in.ended": () =>
    object({ organization, person, ...period(), because: choice("ended", "resigned") }),
};

const logWord: Schema<LogWord> = choice(
  "flow.started",
  "flow.step-begun",
  "flow.returned",
  "flow.resubmitted",
  "flow.approved",
  "flow.rejected",
  "flow.withdrawn",
  "flow.terminated",
  "task.made",
  "task.reopened",
  "task.skipped",
  "task.countersigned",
  "task.delegated",
  "task.approved",
  "task.rejected",
  "task.returned",
  "task.superseded",
  "task.withdrawn",
  "task.removed",
  "task.transferred",
  "task.handed-over",
  "task.parked",
  "task.copied",
);
const logEntry: () => Schema<LogEntry> = lazily(() =>
  tupleOr(identity(), count, logWord, nullable(count), nullable(doer()), time, nullable(count)),
);

/** Every kind of record of flows. */
export const flowsRecords: Table<FlowsRecords> = {
  flow: () => object({ version }),
  definition: () =>
    object({
      steps: steps(),
      dropped: optional(many<DepartmentOf>(departmentOf())),
      ...signing(),
      ...takingBack(),
    }),
  instance: () =>
    object({
      app,
      host: organization,
      flow,
      version,
      space,
      trunk: optional(organization),
      initiator: doer(),
      under: nullable(count),
      row,
      status: choice("running", "approved", "rejected", "withdrawn", "terminated"),
      ticket: nullable(count),
      step: count,
      missing: count,
      needed: optional(count),
      tasks: count,
      open: pageIndex(),
      log: pageIndex(),
      ...signing(),
      ...settled(),
      begun: optional(many(count)),
      acts: optional(count),
      returns: optional(count),
      jumps: optional(many(tuple(count, count))),
      waits: optional(count),
    }),
  task: () =>
    object({
      step: count,
      origin,
      holder: nullable(identity()),
      under: nullable(count),
      home: organization,
      status: choice(
        "open",
        "held",
        "approved",
        "rejected",
        "returned",
        "superseded",
        "withdrawn",
        "removed",
      ),
      ticket: count,
      path: many(count),
      before: count,
      rest: count,
      after: many(count),
      parked: nullable(count),
      elsewhere: optional(count),
      touched: flag,
      onBehalfOf: optional(identity()),
      acted: optional(count),
    }),
  opened: () => page(flowsKinds.opened, tuple(count, count)),
  steps: () => page(flowsKinds.steps, logEntry()),
  parking: () => object({ waiting: optional(count), parked: pageIndex(), running: pageIndex() }),
  parked: () =>
    page(
      flowsKinds.parked,
      tuple(count, instance, count, space, nullable(person), nullable(organization)),
    ),
  running: () => page(flowsKinds.running, tuple(count, instance)),
  "stand-ins": () => object({ periods: list(object<StandInPeriod>(period()), STAND_INS_MAX) }),
};
