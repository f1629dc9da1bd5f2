/** What others ask about instances and tasks. */
import type { AppsReads } from "../../apps/select/apps.ts";
import type { Submitted } from "../../apps/select/rows.ts";
import type { InstanceId, SpaceId } from "../../core/ids.ts";
import type { Actor, OfType } from "../../core/input.ts";
import type { DepartmentOf, Doer, Identity } from "../../core/notice.ts";
import { pageKey } from "../../core/paged.ts";
import type * as faces from "../../core/transaction.ts";
import { must } from "../../core/transaction.ts";
import type { SettingEvents } from "../../directory/model.ts";
import { allTies, tieOf } from "../../directory/select/bound.ts";
import type { GroupsRecords } from "../../groups/model.ts";
import { doerOf, isDoingOf } from "../../industry/select/book.ts";
import type { Acting } from "../../licenses/select/holding.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { isSuspendedIn } from "../../spaces/select/suspended.ts";
import type {
  Approver,
  FlowStep,
  FlowsCommand,
  FlowsEvents,
  FlowsRecords,
  InstanceRecord,
  TaskNamed,
  TaskOrigin,
  TaskRecord,
  TaskTie,
} from "../model.ts";
import { definitionKey, parkedFor, taskKey } from "./keys.ts";

/** What decisions about flows read; of groups, whose they are of whom a leaver worked with. */
export type FlowsReads = FlowsRecords & AppsReads & Pick<GroupsRecords, "group">;
export type Reading = faces.Reading<FlowsReads>;
/** A flow starts with a row handed in. */
export type Deciding = faces.Deciding<FlowsReads, FlowsEvents & Submitted & SettingEvents>;

/** The command of one type. */
export type CommandOf<Type extends FlowsCommand["type"]> = OfType<FlowsCommand, Type>;

/** The record of an instance that a guard has found. */
export function instanceOf(tx: Reading, instance: InstanceId): InstanceRecord {
  return must(tx, "instance", instance);
}

/** The record of a task that a guard has found. */
export function taskOf(tx: Reading, { instance, task }: TaskNamed): TaskRecord {
  return must(tx, ...taskKey(instance, task));
}

/** One step of the definition that an instance was started with. */
export function stepOf(tx: Reading, instance: InstanceRecord, step: number): FlowStep | undefined {
  const key = definitionKey(instance.app, instance.flow, instance.version);
  const { steps, dropped = [] } = must(tx, ...key);
  const found = steps[step];
  if (found === undefined || dropped.length === 0) return found;
  const stays = (each: Approver): boolean =>
    each.kind !== "department-heads" || !dropped.some((gone) => isSameDepartment(gone, each));
  return { ...found, approvers: found.approvers.filter(stays) };
}

/** Whether two departments are the same. */
export function isSameDepartment(left: DepartmentOf, right: DepartmentOf): boolean {
  return left.organization === right.organization && left.department === right.department;
}

/** An actor who acts for an organization, as employee or as industry member. */
export const identityOf = (by: Actor): Doer => doerOf(by as Extract<Actor, Identity>);

/** Whether two identities are the same; an industry member is never the same as an employee. */
export function sameIdentity(left: Doer | null, right: Doer): boolean {
  return (
    left?.person === right.person &&
    left.organization === right.organization &&
    left.as === right.as
  );
}

/** Whether somebody is whoever started an instance, under the employment, or in the industry book, as then. */
export function isInitiator(
  tx: Reading,
  { initiator, under }: InstanceRecord,
  identity: Doer,
): boolean {
  return sameIdentity(initiator, identity) && isDoingOf(tx, identity, under);
}

/**
 * Whether an instance was started by an employee who is still the same: has departments and reports to
 * somebody. An industry member starts at the organization (INDUSTRY-03).
 */
export function isPlacedInitiator(tx: Reading, instance: InstanceRecord): boolean {
  const { initiator } = instance;
  return initiator.as === undefined && isInitiator(tx, instance, initiator);
}

/**
 * The Space in which an identity works on an instance: that of the instance; in one that the Host
 * started, for a Member's person, the first to which the app is published that has them on its Roster, and in which
 * their organization is not suspended, if there is such a one.
 */
export function placeIn(
  tx: Reading,
  { app, host, space, trunk }: InstanceRecord,
  { organization, person }: Identity,
): SpaceId | null {
  if (space !== null || trunk !== undefined || organization === host) return space;
  const { published } = must(tx, "app", app);
  const there = published.filter((each) => isPresent(tx, each, organization, person));
  return there.find((each) => !isSuspendedIn(tx, each, organization)) ?? there[0] ?? null;
}

/** In whose name a holder acts in an instance: Host people for the Host, others in their Space. */
export function inNameOf(tx: Reading, instance: InstanceId, identity: Identity): Acting {
  const record = instanceOf(tx, instance);
  const { host, space, trunk } = record;
  const { organization, person } = identity;
  if (organization === host) return { space: null, organization, person };
  if (trunk !== undefined) return { space: null, trunk, organization, person };
  // Whoever takes an approval back may hold nothing there (FLOW-18).
  const tie = space === null ? taskTie(tx, identity, instance) : undefined;
  const at = space ?? (tie === undefined ? placeIn(tx, record, identity) : tie[1]) ?? null;
  return { space: at, organization, person };
}

/** Whether a task added to another is done before it, which waits until then. */
export function comesBefore(origin: TaskOrigin): boolean {
  return origin === "before" || origin === "delegated";
}

/** HAND-08: whether an instance was started through a Space or a Trunk, so that what waits elsewhere may be left to its Host. */
export const hasDoor = ({ space, trunk }: Pick<InstanceRecord, "space" | "trunk">): boolean =>
  space !== null || trunk !== undefined;

/** Whether a task is closed. */
export function isClosed({ status }: Pick<TaskRecord, "status">): boolean {
  return status !== "open" && status !== "held";
}

/** The tie of an identity to an instance in which it holds tasks that are not closed, if it does. */
export function taskTie(
  tx: Reading,
  identity: Identity,
  instance: InstanceId,
): TaskTie | undefined {
  return tieOf<TaskTie>(tx, identity, "tasks", instance);
}

/** The Space in which Members' people work on a task: of whoever holds it, or left it. */
export function spaceOfTask(tx: Reading, named: TaskNamed): SpaceId | null {
  const { space, trunk } = instanceOf(tx, named.instance);
  if (space !== null || trunk !== undefined) return space;
  const { holder, home, parked } = taskOf(tx, named);
  if (holder !== null) return taskTie(tx, holder, named.instance)?.[1] ?? null;
  if (parked === null) return null;
  const { entries } = must(tx, ...pageKey(parkedFor(home), parked));
  return entries.find(([ticket]) => ticket === parked)?.[3] ?? null;
}

/** A task that an identity holds, and where. */
export interface HeldTask extends TaskNamed {
  readonly space: SpaceId | null;
}

/**
 * The tasks that an identity holds and that are not closed, those waiting their turn included: by
 * instance in the order in which it came to hold the first one, then by number.
 */
export function tasksHeldBy(tx: Reading, identity: Identity): HeldTask[] {
  return allTies<TaskTie>(tx, identity, "tasks").flatMap(([instance, space, tasks]) =>
    tasks.map((task) => ({ instance, space, task })),
  );
}
