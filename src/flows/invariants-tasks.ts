/** Tasks, their turns and their counts. */
import type { FlowId, InstanceId } from "../core/ids.ts";
import { checkedTickets, named, sameMembers, strays } from "../core/invariants.ts";
import {
  type All,
  type Check,
  everyTask,
  historyOf,
  type Say,
  tasksOf,
} from "./invariants-found.ts";
import type { FlowStep, InstanceRecord, LogEntry, OpenedPage, TaskRecord } from "./model.ts";
import { comesBefore, isClosed } from "./select/flows.ts";
import { definitionKey, openedIn } from "./select/keys.ts";
import { isDone } from "./select/undoing.ts";
import { decisionOf, neededOf } from "./select/votes.ts";

/** The list of tasks not closed is right, and an instance that has ended has none. */
export const indexes: Check = (all, say) => {
  for (const held of all.of("instance")) {
    const { owner, record } = held;
    const tasks = tasksOf(all, held);
    if (tasks.length !== record.tasks) say(`tasks of ${named(owner)} are missing`);
    const where = openedIn(owner as InstanceId);
    const opened = checkedTickets<OpenedPage["entries"][number]>(all, where, record.open, say);
    const expected = tasks.flatMap((task, number) =>
      isClosed(task) ? [] : [named(task.ticket, number)],
    );
    const listed = opened.map(([ticket, number]) => named(ticket, number));
    if (!sameMembers(listed, expected)) say(`open tasks of ${named(owner)} are not those listed`);
    if (record.status !== "running" && expected.length > 0) {
      say(`${named(owner)} has ended with open tasks`);
    }
  }
};

/** Whether an instance waits for its initiator, and so for nobody else (FLOW-17). */
function isAwaited(
  { waits }: InstanceRecord,
  tasks: readonly TaskRecord[],
  owner: string,
  say: Say,
): boolean {
  if (waits === undefined) return false;
  if (tasks.some((task) => !isClosed(task)))
    say(`${named(owner)} waits for its initiator and others`);
  return true;
}

/** Something can always be done about an instance that runs; what is held waits for something. */
export const turns: Check = (all, say) => {
  for (const held of all.of("instance")) {
    const { owner, record } = held;
    if (record.status !== "running" || isAwaited(record, tasksOf(all, held), owner, say)) continue;
    const tasks = tasksOf(all, held);
    if (!tasks.some(({ status }) => status === "open")) say(`${named(owner)} stands still`);
    const mode = stepIn(all, record)?.mode;
    tasks.forEach((task, number) => {
      if (task.status === "open" && task.before > 0) say(`${named(owner, number)} does not wait`);
      if (task.status !== "held" || task.before > 0) return;
      const parent = tasks[task.path[0] ?? -1];
      const waits =
        task.origin === "after"
          ? parent !== undefined && !isClosed(parent)
          : task.origin === "rule" && mode === "sequence";
      if (!waits) say(`${named(owner, number)} waits for nothing`);
    });
  }
};

const definitionOf = ({
  app,
  flow,
  version,
}: {
  readonly app: string;
  readonly flow: FlowId;
  readonly version: number;
}) => [app, definitionKey(app as never, flow, version)[2]] as const;

/** The step that an instance is in. */
function stepIn(all: All, record: InstanceRecord): FlowStep | undefined {
  const [, own] = definitionOf(record);
  return all.get("definition", record.app, own)?.steps[record.step];
}

/** The tasks by rule that were rejected, or to which one was added that was. */
const rejectedByRule = (tasks: readonly TaskRecord[]): ReadonlySet<number> =>
  new Set(
    tasks.flatMap(({ status, path }, number) =>
      status === "rejected" ? [path.at(-1) ?? number] : [],
    ),
  );

/** The numbers of the tasks that rules made for the step that runs. */
function madeByRule(log: readonly LogEntry[]): number[] {
  const begun = log.map(([, what]) => what).lastIndexOf("flow.step-begun");
  return log
    .slice(begun)
    .flatMap(([, what, task]) => (what === "task.made" && task !== null ? [task] : []));
}

/** The same where it is kept at which number it began, and it may have begun before others. */
function madeFrom(first: number, tasks: readonly TaskRecord[]): number[] {
  const { step } = tasks[first] ?? {};
  const count = tasks
    .slice(first)
    .findIndex(({ origin, step: of }) => origin !== "rule" || of !== step);
  const end = count < 0 ? tasks.length : first + count;
  return Array.from({ length: end - first }, (_, place) => first + place);
}

/** FLOW-17, FLOW-18: what is kept of returns and acts is what tasks and history tell; who jumps goes back ahead. */
export const returns: Check = (all, say) => {
  for (const held of all.of("instance")) {
    const { owner, record } = held;
    const tasks = tasksOf(all, held);
    const { returns: counted = 0, jumps = [], acts = 0, waits, status } = record;
    const returned = tasks.filter((each) => each.status === "returned").length;
    // Those of before they were counted are not.
    if (counted > returned) say(`${named(owner)} counts more returns than tasks returned`);
    if (waits !== undefined && status !== "running") say(`${named(owner)} has ended and waits`);
    if (waits !== undefined && counted === 0) say(`${named(owner)} waits and was not returned`);
    if (jumps.some(([to, back]) => to >= back)) say(`${named(owner)} jumps back to where it was`);
    const targets = jumps.map(([to]) => to);
    if (new Set(targets).size !== targets.length) say(`${named(owner)} jumps to two steps at once`);
    const acted = tasks.flatMap(({ acted: each }) => each ?? []);
    if (acted.some((each) => each > acts) || new Set(acted).size !== acted.length) {
      say(`${named(owner)} miscounts what was done to its tasks`);
    }
    const isCounted = record.withdrawUntil !== undefined || record.takeBack !== undefined;
    if (!isCounted && acts > 0) say(`${named(owner)} counts acts for nothing`);
    if ((isCounted ? tasks : []).some(decidedUnseen)) say(`${named(owner)} misses an act`);
  }
};

/** Whether somebody decided about a task, without it being counted. */
const decidedUnseen = ({ status, acted }: TaskRecord): boolean =>
  (status === "approved" || status === "returned") && acted === undefined;

/** What is counted of the step that runs is a recount. */
export const counts: Check = (all, say) => {
  for (const held of all.of("instance")) {
    const { owner, record } = held;
    if (record.status !== "running") continue;
    const tasks = tasksOf(all, held);
    if (record.waits !== undefined) {
      if (record.missing !== 0) say(`${named(owner)} counts a step while it waits`);
      continue;
    }
    const rules =
      record.begun === undefined
        ? madeByRule(historyOf(all, held))
        : madeFrom(record.begun[record.step] ?? 0, tasks);
    const rejected = rejectedByRule(tasks);
    const done = rules.filter((number) => {
      const task = tasks[number];
      return task !== undefined && isDone(task);
    });
    const missing = rules.filter((number) => !done.includes(number) && !rejected.has(number));
    if (missing.length !== record.missing) say(`${named(owner)} miscounts its step`);
    const step = stepIn(all, record);
    const { needed } = neededOf(step, rules.length);
    if (record.needed !== (needed === undefined ? undefined : needed - done.length)) {
      say(`${named(owner)} miscounts what its step needs`);
    } else if (needed !== undefined && decisionOf(step?.mode, record) !== null) {
      say(`${named(owner)} goes on with a step that is decided`);
    }
    tasks.forEach((task, number) => {
      const root = task.path.at(-1) ?? number;
      // Of what was added to a task that was rejected, nothing is waited for.
      if (!rules.includes(root) || rejected.has(root)) return;
      const added = tasks
        .map((each, at) => ({ each, at }))
        .filter(({ each }) => each.path[0] === number && each.status !== "removed");
      const open = added.filter(({ each }) => !isDone(each));
      const before = open.filter(({ each }) => comesBefore(each.origin));
      if (task.before !== before.length || task.rest !== open.length - before.length) {
        say(`${named(owner, number)} miscounts what was added to it`);
      }
      const after = added.filter(({ each }) => each.origin === "after" && each.status === "held");
      const waiting = isClosed(task) ? [] : after.map(({ at }) => at);
      if (!sameMembers(task.after, waiting)) say(`${named(owner, number)} forgets who comes after`);
    });
  }
};

/** No page, task or definition is left behind. */
export const reachable: Check = (all, say) => {
  const instance = (owner: string) => all.get("instance", owner);
  strays(
    all.of("opened"),
    "opened",
    ({ owner, own }) => instance(owner)?.open.pages.includes(Number(own)) === true,
    say,
  );
  strays(
    all.of("steps"),
    "steps",
    ({ owner, own }) => instance(owner)?.log.pages.includes(Number(own)) === true,
    say,
  );
  strays(
    all.of("task"),
    "task",
    ({ owner, own }) => Number(own) < (instance(owner)?.tasks ?? 0),
    say,
  );
  strays(
    all.of("definition"),
    "definition",
    ({ owner, own }) => {
      const slash = own.indexOf("/");
      const flow = all.get("flow", owner, own.slice(slash + 1));
      return Number(own.slice(0, slash)) <= (flow?.version ?? 0);
    },
    say,
  );
  for (const { id, instance: record } of everyTask(all)) {
    const [app, own] = definitionOf(record);
    if (all.get("definition", app, own) === null) say(`${named(id)} has no definition`);
  }
};
