/** Holders are told of tasks that begin to wait for them (FLOW-23). */
import type { Notice, NoticeData, Recipient } from "../../core/notice.ts";
import { isPair, pairOf } from "./settings.ts";
import type { ReferenceInput, State, World } from "./state.ts";
import type { Instance, Pair, Task } from "./state-areas.ts";

/** What a task was like before an input: for whom it was open, or that it was not. */
export interface Waited {
  readonly instance: Instance["id"];
  readonly task: number;
  readonly open: boolean;
  readonly holder: Pair | null;
}

/** What every task is like. */
export function waitedNow({ instances }: State): Waited[] {
  return instances.flatMap(({ id: instance, tasks }) =>
    tasks.map(({ status, holder }, task) => ({
      ...{ instance, task, open: status === "open" },
      holder: holder === null ? null : pairOf(holder),
    })),
  );
}

const isFor = (one: Pair | null, other: Pair | null): boolean =>
  one !== null && other !== null && isPair(one, other);

/** What for it waits. */
function becauseOf(
  { type }: ReferenceInput,
  { origin, holder }: Task,
  before: Waited | undefined,
): NoticeData["TASK_WAITING"]["because"] {
  if (before === undefined)
    return origin === "rule" && type === "task.return" ? "returned" : origin;
  // Some that waited their turn do so no more, but none comes to it.
  if (type === "task.take-back") return "reopened";
  if (isFor(before.holder, holder)) return "opened";
  return type === "task.transfer" ? "transferred" : "reinstated";
}

/** Whether a hand-over to its holder was told already. */
function isTold(notices: readonly Notice[], instance: Instance["id"], task: number, holder: Pair) {
  return notices.some(({ kind, data }) => {
    if (kind !== "TASK_HANDED_OVER") return false;
    const { to, tasks } = data as NoticeData["TASK_HANDED_OVER"];
    return (
      isPair(to, holder) && tasks.some((each) => each.instance === instance && each.task === task)
    );
  });
}

/** Somebody, but for whoever gave the command. */
function but(by: Pair | null, people: readonly (Pair | null)[]): Recipient[] {
  return people.flatMap((each): Recipient[] =>
    each === null || isFor(each, by) ? [] : [{ kind: "person", ...pairOf(each) }],
  );
}

/** What holders, and those they stand in for, are told of what an input brought about. */
export function waitingNotices(
  { state, policy }: World,
  before: readonly Waited[],
  input: ReferenceInput,
  notices: readonly Notice[],
): Notice[] {
  if (policy.taskNotices === "none") return [];
  const by = "by" in input && "person" in input.by ? input.by : null;
  // An industry member is nobody who holds a task.
  const self = by === null || "as" in by ? null : by;
  const told: Notice[] = [];
  for (const instance of state.instances) {
    for (const [number, task] of instance.tasks.entries()) {
      const { holder, behalf, status } = task;
      const was = before.find((each) => each.instance === instance.id && each.task === number);
      if (status !== "open" || holder === null) continue;
      if (was?.open === true && isFor(was.holder, holder)) continue;
      if (isTold(notices, instance.id, number, holder)) continue;
      const to = but(self, [holder, behalf]);
      if (to.length === 0) continue;
      const because = becauseOf(input, task, was);
      const about = { instance: instance.id, task: number, by, because };
      const data = { ...about, ...(behalf === null ? {} : { onBehalfOf: behalf }) };
      told.push({ kind: "TASK_WAITING", to, data });
    }
  }
  return [...told, ...copiedNotices(input)];
}

/** Whom something was copied to, but for whoever did it. */
function copiedNotices(input: ReferenceInput): Notice[] {
  if (input.type !== "task.copy" || !("person" in input.by)) return [];
  const { instance, task, people } = input.data;
  const by = pairOf(input.by);
  const to = but(by, people);
  return to.length === 0 ? [] : [{ kind: "TASK_COPIED", to, data: { instance, task, by } }];
}
