/** Instances and tasks as invariants look at them: all of them at once. */
import type { InstanceId, SpaceId } from "../core/ids.ts";
import { checkedTickets, type Everything, type Held } from "../core/invariants.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { isOnRoster } from "../roster/select/presence.ts";
import type { InstanceRecord, LogEntry, TaskRecord } from "./model.ts";
import type { FlowsReads } from "./select/flows.ts";
import { stepsOf } from "./select/keys.ts";

/** Every record, and where a finding goes. */
export type All = Everything<FlowsReads>;
/** Says what is found. */
export type Say = (what: string) => void;
/** A check over every record. */
export type Check = (all: All, say: Say, policy: Policy) => void;

/** An instance's tasks, by number. */
export function tasksOf(all: All, { owner, record }: Held<InstanceRecord>): TaskRecord[] {
  return Array.from({ length: record.tasks }, (_, number) =>
    all.get("task", owner, String(number)),
  ).flatMap((task) => task ?? []);
}

/** An instance's history. */
export function historyOf(
  all: All,
  { owner, record }: Held<InstanceRecord>,
  say?: Say,
): LogEntry[] {
  return checkedTickets<LogEntry>(all, stepsOf(owner as InstanceId), record.log, say);
}

/** Whether an identity is on a Space's Roster. */
export function isPresentIn(all: All, space: string, { organization, person }: Identity): boolean {
  return isOnRoster(all, space as SpaceId, { organization, person });
}

/** A task with its number, and the instance it is of. */
export interface Found {
  readonly id: string;
  readonly number: number;
  readonly task: TaskRecord;
  readonly instance: InstanceRecord;
}

/** Every task of every instance. */
export function everyTask(all: All): Found[] {
  return all.of("instance").flatMap((held) =>
    tasksOf(all, held).map((task, number) => ({
      id: held.owner,
      number,
      task,
      instance: held.record,
    })),
  );
}
