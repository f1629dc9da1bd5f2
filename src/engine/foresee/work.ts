/** What using an app, starting a flow and acting on tasks will read, branch by branch at once. */
import { wantRows } from "../../apps/select/rows.ts";
import {
  actingAs,
  appIsPublished,
  gatesOpen,
  identityMayUse,
  pickedInScope,
} from "../../apps/select/use.ts";
import { bucketKeys, entryKeys } from "../../core/hashed.ts";
import type { DepartmentId, InstanceId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { pageKey } from "../../core/paged.ts";
import type { Policy } from "../../core/policy.ts";
import { EMPTY_PAGES } from "../../core/structures.ts";
import { boundKey, doneBy } from "../../directory/select/bound.ts";
import { headsIn, holdersIn } from "../../directory/select/places.ts";
import { aheadOfClosing, aheadOfHolders, aheadOfStep } from "../../flows/ahead.ts";
import type { Approver, InstanceRecord } from "../../flows/model.ts";
import { namedByRules, SIGNERS_MAX } from "../../flows/select/approvers.ts";
import { inNameOf } from "../../flows/select/flows.ts";
import { definitionKey, openedIn, parkedFor, stepsOf, taskKey } from "../../flows/select/places.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { accountsOf } from "../../licenses/select/places.ts";
import { rosterOf } from "../../roster/select/places.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, attempt, peek } from "./ahead.ts";

/** Pages of history that one input may reach. */
const HISTORY_PAGES = 4;

type Command = { readonly by: Actor };

/** Who acts, and what tells whether they may. */
function foreseeActing(tx: EngineTx, { by }: Command, space: SpaceId | undefined): Acting | null {
  if (!("organization" in by)) return null;
  peek(tx, "organization", by.organization);
  peek(tx, "employment", by.organization, by.person);
  peek(tx, ...boundKey(by.organization, by.person));
  if (space !== undefined) {
    peek(tx, "space", space);
    peek(tx, "association", space, by.organization);
    peek(tx, "applicant", space, by.organization);
  }
  return actingAs(by, space);
}

/** Whether an identity may use an app: Roster, list, license. */
function foreseeUse(
  tx: EngineTx,
  app: InstanceRecord["app"],
  host: OrganizationId,
  acting: Acting,
  policy: Policy,
): void {
  const { space, organization, person } = acting;
  peek(tx, "organization", host);
  const pool = peek(tx, "pool", host);
  if (pool !== null) ask(tx, ...entryKeys(accountsOf(host), pool.accounts, [person]));
  if (space === null) return;
  peek(tx, "publication", space, app);
  const record = peek(tx, "space", space);
  if (record !== null) ask(tx, ...entryKeys(rosterOf(space), record.roster, [person]));
  const member = peek(tx, "association", space, organization);
  if (member === null || record === null || peek(tx, "app", app) === null) return;
  attempt(() => gatesOpen(tx, app, acting));
  attempt(() => appIsPublished(tx, app, acting));
  attempt(() => identityMayUse(tx, app, acting, [], policy));
}

/** The Host of an app that an organization built. */
function hostOf(tx: EngineTx, app: InstanceRecord["app"]): OrganizationId | null {
  const owner = peek(tx, "app", app)?.owner;
  return owner?.kind === "organization" ? owner.organization : null;
}

/** A submission of rows, by a form or with a flow. */
export function foreseeSubmission(
  tx: EngineTx,
  input: InputOf<"form.submit" | "flow.start">,
  policy: Policy,
): Acting | null {
  const { app, space, picked = [] } = input.data;
  const acting = foreseeActing(tx, input, space);
  if (space !== undefined) peek(tx, "publication", space, app);
  const host = hostOf(tx, app);
  if (acting === null || host === null) return null;
  foreseeUse(tx, app, host, acting, policy);
  const rows = "rows" in input.data ? input.data.rows : [input.data];
  for (const { row } of rows) peek(tx, "row", app, row);
  attempt(() => wantRows(tx, app, acting, rows.length));
  if (space !== undefined && peek(tx, "association", space, acting.organization) === null) {
    return acting;
  }
  attempt(() => pickedInScope(tx, app, acting, picked, policy));
  return acting;
}

/** A flow is started: its first step, too. */
export function foreseeStart(tx: EngineTx, input: InputOf<"flow.start">, policy: Policy): void {
  const { app, flow, instance, row } = input.data;
  peek(tx, "instance", instance);
  const version = peek(tx, "flow", app, flow)?.version;
  const acting = foreseeSubmission(tx, input, policy);
  foreseeHistory(tx, instance, { open: EMPTY_PAGES, log: EMPTY_PAGES });
  const host = hostOf(tx, app);
  if (acting === null || host === null) return;
  foreseeParked(tx, host);
  const who = { organization: acting.organization, person: acting.person };
  foreseeDone(tx, who, "started");
  for (const department of peek(tx, "employment", who.organization, who.person)?.departments ??
    []) {
    peek(tx, "department", who.organization, department);
  }
  if (version === undefined) return;
  const toBe: InstanceRecord = {
    app,
    host,
    flow,
    version,
    space: acting.space,
    initiator: who,
    row,
    status: "running",
    step: 0,
    missing: 0,
    tasks: 0,
    open: EMPTY_PAGES,
    log: EMPTY_PAGES,
  };
  foreseeStep(tx, instance, toBe, 0);
}

/** A step that may begin: whoever is to sign in it, and their tasks. */
function foreseeStep(tx: EngineTx, id: InstanceId, instance: InstanceRecord, step: number): void {
  const { app, flow, version } = instance;
  const definition = peek(tx, ...definitionKey(app, flow, version));
  const rules = definition?.steps[step]?.approvers;
  const space = instance.space === null ? null : peek(tx, "space", instance.space);
  if (rules === undefined) return;
  for (const rule of rules) foreseeRule(tx, instance, rule);
  if (instance.space !== null && space === null) return;
  attempt(() => aheadOfStep(tx, id, instance, step));
  const named = attempt(() => namedByRules(tx, instance, rules));
  const tasks = Math.max(1, Math.min(named?.length ?? rules.length, SIGNERS_MAX));
  for (let more = 0; more < tasks; more += 1) peek(tx, ...taskKey(id, instance.tasks + more));
  for (const { organization, person } of named ?? []) {
    peek(tx, "employment", organization, person);
    peek(tx, ...boundKey(organization, person));
  }
}

/** Whom a rule names: where the directory lists them. */
function foreseeRule(tx: EngineTx, { host, initiator }: InstanceRecord, rule: Approver): void {
  const headed = (organization: OrganizationId, department: DepartmentId): void => {
    const index = peek(tx, "department", organization, department)?.heads;
    if (index !== undefined) ask(tx, ...bucketKeys(headsIn(organization, department), index));
  };
  switch (rule.kind) {
    case "person":
      peek(tx, "employment", rule.organization, rule.person);
      peek(tx, ...boundKey(rule.organization, rule.person));
      return;
    case "department-heads":
      headed(rule.organization, rule.department);
      return;
    case "initiator-heads": {
      const { organization, person } = initiator;
      const departments = peek(tx, "employment", organization, person)?.departments ?? [];
      for (const department of departments) headed(organization, department);
      return;
    }
    case "role": {
      const organization = rule.of === "host" ? host : initiator.organization;
      const index = peek(tx, "role", organization, rule.role)?.holders;
      if (index !== undefined) ask(tx, ...bucketKeys(holdersIn(organization, rule.role), index));
    }
  }
}

/** A flow is defined: whoever its rules name. */
export function foreseeDefinition(tx: EngineTx, input: InputOf<"flow.define">): void {
  const { app, flow, steps } = input.data;
  foreseeActing(tx, input, undefined);
  const version = peek(tx, "flow", app, flow)?.version ?? 0;
  for (const each of [version, version + 1]) peek(tx, ...definitionKey(app, flow, each));
  const host = hostOf(tx, app);
  const spaces = peek(tx, "app", app)?.published ?? [];
  if (host !== null) peek(tx, "organization", host);
  const persons = steps.flatMap(({ approvers }) =>
    approvers.flatMap((each) => (each.kind === "person" ? [each.person] : [])),
  );
  for (const space of spaces) {
    const record = peek(tx, "space", space);
    if (record !== null) ask(tx, ...entryKeys(rosterOf(space), record.roster, persons));
  }
  for (const approver of steps.flatMap(({ approvers }) => approvers)) {
    if (!("organization" in approver)) continue;
    const { organization } = approver;
    for (const space of spaces) peek(tx, "association", space, organization);
    if (approver.kind === "person") peek(tx, "employment", organization, approver.person);
    else peek(tx, "department", organization, approver.department);
  }
}

function foreseeDone(tx: EngineTx, who: Identity, kind: "started" | "handled"): void {
  const bound = peek(tx, ...boundKey(who.organization, who.person));
  ask(tx, pageKey(doneBy(who, kind), bound?.[kind].next ?? 0));
}

function foreseeHistory(
  tx: EngineTx,
  instance: InstanceId,
  { open, log }: Pick<InstanceRecord, "open" | "log">,
): void {
  const opened = openedIn(instance);
  for (const more of [0, opened.size]) ask(tx, pageKey(opened, open.next + more));
  const steps = stepsOf(instance);
  for (let page = 0; page < HISTORY_PAGES; page += 1) {
    ask(tx, pageKey(steps, log.next + page * steps.size));
  }
}

function foreseeParked(tx: EngineTx, home: OrganizationId): void {
  const index = peek(tx, "parking", home)?.parked ?? EMPTY_PAGES;
  ask(tx, pageKey(parkedFor(home), index.next));
}

/** What people an input about a task names. */
function peopleIn(data: object): readonly Identity[] {
  const { to, people = [] } = data as { to?: unknown; people?: readonly Identity[] };
  return to !== null && typeof to === "object" ? [to as Identity, ...people] : people;
}

type TaskInput = InputOf<
  | "flow.withdraw"
  | "task.approve"
  | "task.reject"
  | "task.return"
  | "task.transfer"
  | "task.countersign"
  | "task.remove-countersigner"
  | "task.delegate"
  | "task.copy"
  | "task.assign"
>;

/** Somebody acts on a task, or withdraws an instance. */
export function foreseeTask(tx: EngineTx, input: TaskInput, policy: Policy): void {
  const { by, data } = input;
  const { instance: id } = data;
  const number = "task" in data ? data.task : null;
  const acting = foreseeActing(tx, input, undefined);
  const record = peek(tx, "instance", id);
  const task = number === null ? null : peek(tx, ...taskKey(id, number));
  const people = peopleIn(data);
  for (const { organization, person } of people) {
    peek(tx, "employment", organization, person);
    peek(tx, ...boundKey(organization, person));
  }
  if (input.type === "task.assign" && "organization" in by) {
    const heir = { organization: by.organization, person: input.data.to };
    peek(tx, "employment", heir.organization, heir.person);
    peek(tx, ...boundKey(heir.organization, heir.person));
    if (record !== null) attempt(() => aheadOfHolders(tx, id, record, [heir]));
  }
  if (acting === null || record === null) return;
  // Whose departments' heads may have to sign next.
  const { organization: home, person: initiator } = record.initiator;
  for (const department of peek(tx, "employment", home, initiator)?.departments ?? []) {
    peek(tx, "department", home, department);
  }
  for (const each of task?.path ?? []) peek(tx, ...taskKey(id, each));
  for (const each of task?.after ?? []) peek(tx, ...taskKey(id, each));
  const who = { organization: acting.organization, person: acting.person };
  const { app, host, space } = record;
  peek(tx, "app", app);
  foreseeUse(tx, app, host, inNameOf(record, who), policy);
  foreseeHistory(tx, id, record);
  foreseeDone(tx, who, "handled");
  foreseeParked(tx, host);
  const roster = space === null ? undefined : peek(tx, "space", space)?.roster;
  if (space !== null && roster !== undefined) {
    const persons = people.map(({ person }) => person);
    ask(tx, ...entryKeys(rosterOf(space), roster, persons));
  }
  const holders = task?.holder == null ? [who] : [who, task.holder];
  attempt(() => aheadOfHolders(tx, id, record, [...holders, ...people]));
  foreseeProgress(tx, input, record);
}

/** What ends or begins with it: all open tasks, and the step that comes. */
function foreseeProgress(tx: EngineTx, { type, data }: TaskInput, record: InstanceRecord): void {
  const { instance: id } = data;
  const last = record.missing <= 1 || record.open.count <= 1;
  switch (type) {
    case "flow.withdraw":
    case "task.reject":
      attempt(() => aheadOfClosing(tx, id, record));
      return;
    case "task.return": {
      const target = peek(tx, ...taskKey(id, data.to));
      attempt(() => aheadOfClosing(tx, id, record));
      if (target !== null) foreseeStep(tx, id, record, target.step);
      return;
    }
    case "task.approve":
    case "task.remove-countersigner":
      attempt(() => aheadOfClosing(tx, id, record));
      if (last || type === "task.approve") {
        foreseeStep(tx, id, record, record.step + 1);
      }
      return;
    default:
  }
}
