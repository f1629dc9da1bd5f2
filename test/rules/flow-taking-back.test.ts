// Aim: until when an initiator withdraws, and until when a signer takes back an approval.
// Method: b1 of B starts `i`; everything that is an act happens, and everything that is none; then it is tried.
import { expect, test } from "vitest";
import type { FlowStep } from "../../src/flows/model.ts";
import type { Policy } from "../../src/index.ts";
import type { Plain, Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  delegate,
  grant,
  history,
  identity,
  instanceOf,
  office,
  reassign,
  reject,
  sendBack,
  start,
  started,
  step,
  tasks,
  terminate,
  transfer,
  type Who,
  withdraw,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const a2: Who = ["A", "a2"];
const a3: Who = ["A", "a3"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];
const CLOSED = "WITHDRAWAL_CLOSED";
const DAY = 86_400_000;

const takeBack = (p: Play, by: Who, task: number): Told =>
  p.command(by, "task.take-back", { instance: "i", task });
const types = (told: Told) => told.events.map(({ type }) => type);
const because = ({ code, refusal }: Told) => [
  code,
  (refusal?.data as { because?: string } | undefined)?.because,
];
/** `i` of these steps, whose signers take back. */
const running = (steps: readonly Plain<FlowStep>[], changes: Partial<Policy> = {}): Play =>
  started(steps, { takeBack: true, ...changes });
const resign = (p: Play, [organization, person]: Who) =>
  p.fact("person.resigned", { organization, person, number: 1 });

const flow18 = rule("FLOW-18");

/** What somebody does to `i`, of which b2 holds a task and a1 the one after it. */
const ACTS: readonly (readonly [string, (p: Play, first: number) => Told])[] = [
  ["approve", (p, first) => approve(p, a1, first + 1)],
  ["transfer", (p, first) => transfer(p, b2, first, b3)],
  ["countersign", (p, first) => countersign(p, b2, first, "parallel", b3)],
  ["delegate", (p, first) => delegate(p, b2, first, b3)],
];
const OTHERS: readonly (readonly [string, (p: Play) => Told])[] = [
  ["copy", (p) => copy(p, b2, 0, b3)],
  ["reassign", (p) => reassign(p, "A", b3, 0)],
  ["hand over", (p) => resign(p, b2)],
];
flow18.refuses(
  "a withdrawal once somebody has acted, where the flow lets nobody withdraw then",
  () => {
    for (const [what, act] of ACTS) {
      const p = started([step("all", b2, a1)], { withdrawUntil: "first-act" });
      expect(act(p, 0).code, what).toBeNull();
      expect(because(withdraw(p, b1)), what).toEqual([CLOSED, "acted"]);
    }
    const p = started([step("all", a1), step("all", a2)], { withdrawUntil: "first-act" });
    approve(p, a1, 0);
    sendBack(p, a2, 1, 0);
    expect(because(withdraw(p, b1))).toEqual([CLOSED, "acted"]);
    expect(terminate(p, "A").code).toBeNull();
  },
);
flow18.refuses("it after a rejection that was counted", () => {
  const own = { ...step("all", a1, b2), rejection: "count" as const };
  const p = started([own], { withdrawUntil: "first-act" });
  reject(p, a1, 0);
  expect(because(withdraw(p, b1))).toEqual([CLOSED, "acted"]);
});
flow18.accepts("it after what is no act: copies, and tasks that others move or hand over", () => {
  for (const [what, other] of OTHERS) {
    const p = started([step("all", b2, a1)], { withdrawUntil: "first-act" });
    expect(other(p).code, what).toBeNull();
    expect(withdraw(p, b1).code, what).toBeNull();
  }
  const p = started([step("all", b2, a1)], { withdrawUntil: "first-act" });
  resign(p, b2);
  expect(assign(p, "B", 0, "b3").code).toBeNull();
  expect(withdraw(p, b1).code).toBeNull();
});
flow18.accepts("it whatever was done, by default", () => {
  const p = started([step("all", b2, a1)]);
  approve(p, b2, 0);
  expect(withdraw(p, b1).code).toBeNull();
});

/** What comes of a withdrawal so long after the start, within two days. */
const after = (time: number, withdrawDays: number | null = 2) => {
  const p = office({ withdrawDays });
  p.command("A", "flow.define", { app: "x", flow: "f", steps: [step("all", a1)] });
  p.command(
    b1,
    "flow.start",
    { app: "x", flow: "f", instance: "i", row: "r", space: "s" },
    { at: DAY },
  );
  return because(p.command(b1, "flow.withdraw", { instance: "i" }, { at: DAY + time }));
};
flow18.below("so many days from the start", () => {
  expect(after(2 * DAY - 1)).toEqual([null, undefined]);
});
flow18.at("so many days from the start", () => {
  expect(after(2 * DAY)).toEqual([CLOSED, "late"]);
});
flow18.above("so many days from the start", () => {
  expect(after(2 * DAY + 1)).toEqual([CLOSED, "late"]);
  expect(after(1000 * DAY, null)).toEqual([null, undefined]);
});

test("what a flow says goes before the policy, as of the start; what it leaves out is the policy's", () => {
  const define = (p: Play, more: object) =>
    p.command("A", "flow.define", { app: "x", flow: "f", steps: [step("all", a1)], ...more });
  const p = office({ withdrawUntil: "first-act", withdrawDays: 3, takeBack: true });
  define(p, {});
  const first = start(p, b1, "i").events.find(({ type }) => type === "flow.started");
  expect(first?.data).toMatchObject({ withdrawUntil: "first-act", takeBack: true });
  expect(first?.data).toHaveProperty("withdrawBefore");
  define(p, { withdrawUntil: "ended", withdrawDays: null, takeBack: false });
  const second = start(p, b1, "j").events.find(({ type }) => type === "flow.started");
  for (const field of ["withdrawUntil", "withdrawBefore", "takeBack"]) {
    expect(second?.data).not.toHaveProperty(field);
  }
  p.under({ withdrawUntil: "ended" });
  approve(p, a1, 0);
  expect(instanceOf(p)).toMatchObject({ withdrawUntil: "first-act" });
});
test("to define the same again changes nothing, and any of the three is a difference", () => {
  const p = office();
  const define = (more: object) =>
    types(
      p.command("A", "flow.define", { app: "x", flow: "f", steps: [step("all", a1)], ...more }),
    );
  expect(define({})).toEqual(["flow.defined"]);
  expect(define({})).toEqual([]);
  for (const more of [
    { withdrawUntil: "ended" },
    { withdrawDays: null },
    { withdrawDays: 1 },
    { takeBack: false },
    { takeBack: true },
  ]) {
    expect(define(more)).toEqual(["flow.defined"]);
    expect(define(more)).toEqual([]);
  }
});

flow18.accepts("an approval taken back while nobody has acted on the next step", () => {
  const p = running([step("all", a1, a2), step("all", b2, b3)]);
  approve(p, a1, 0);
  approve(p, a2, 1);
  expect(tasks(p)).toEqual(["A/a1 approved", "A/a2 approved", "B/b2 open", "B/b3 open"]);
  const told = takeBack(p, a1, 0);
  expect(types(told)).toEqual(["task.closed", "task.closed", "flow.step-begun", "task.reopened"]);
  expect(told.events.slice(2).map(({ data }) => data)).toEqual([
    { instance: "i", step: 0, again: true },
    { instance: "i", task: 0, holder: identity(a1), home: "A", open: true },
  ]);
  expect(told.notices).toMatchObject([
    {
      kind: "TASK_TAKEN_BACK",
      to: [b2, b3].map((who) => ({ kind: "person", ...identity(who) })),
      data: { instance: "i", task: 0, by: identity(a1) },
    },
  ]);
  expect(tasks(p)).toEqual([
    ...["A/a1 open", "A/a2 approved", "B/b2 superseded", "B/b3 superseded"],
  ]);
  expect(instanceOf(p)).toMatchObject({ step: 0, missing: 1 });
  expect(history(p).at(-1)).toBe("task.reopened 0 a1");
  expect(approve(p, a1, 0).code).toBeNull();
  expect(tasks(p).slice(4)).toEqual(["B/b2 open", "B/b3 open"]);
  expect(takeBack(p, a2, 1).code).toBeNull();
});
flow18.refuses("it once somebody has acted on the next step, and not after a hand-over", () => {
  for (const [what, act] of ACTS) {
    const p = running([step("all", a3), step("all", b2, a1)]);
    approve(p, a3, 0);
    expect(act(p, 1).code, what).toBeNull();
    expect(because(takeBack(p, a3, 0)), what).toEqual([CLOSED, "acted"]);
  }
  const returned = running([step("all", a3), step("all", b2, a1)]);
  approve(returned, a3, 0);
  sendBack(returned, a1, 2, 0);
  expect(because(takeBack(returned, a3, 0))).toEqual([CLOSED, "acted"]);
  const p = running([step("all", a3), step("all", b2, a1)]);
  approve(p, a3, 0);
  reassign(p, "A", b3, 1);
  expect(takeBack(p, a3, 0).code).toBeNull();
});
flow18.accepts(
  "an approval taken back while its own step goes on; what was its turn waits again",
  () => {
    const p = running([step("sequence", a1, a2, b2), step("all", b3)]);
    approve(p, a1, 0);
    const told = takeBack(p, a1, 0);
    expect(types(told)).toEqual(["task.reopened", "task.held"]);
    expect(told.notices).toMatchObject([
      { kind: "TASK_TAKEN_BACK", to: [{ kind: "person", ...identity(a2) }] },
    ]);
    expect(tasks(p)).toEqual(["A/a1 open", "A/a2 held", "B/b2 held"]);
    expect(instanceOf(p)?.missing).toBe(3);
    approve(p, a1, 0);
    approve(p, a2, 1);
    expect(because(takeBack(p, a1, 0))).toEqual([CLOSED, "acted"]);
    expect(takeBack(p, a2, 1).code).toBeNull();
    approve(p, a2, 1);
    approve(p, b2, 2);
    expect(tasks(p).slice(3)).toEqual(["B/b3 open"]);
    expect(because(takeBack(p, a2, 1))).toEqual([CLOSED, "acted"]);
    expect(takeBack(p, b2, 2).code).toBeNull();
    approve(p, b2, 2);
    expect(tasks(p).slice(4)).toEqual(["B/b3 open"]);
  },
);
flow18.accepts("the same of signers added before, after and beside", () => {
  const before = running([step("all", b2)]);
  countersign(before, b2, 0, "before", b3);
  approve(before, b3, 1);
  expect(types(takeBack(before, b3, 1))).toEqual(["task.reopened", "task.held"]);
  expect(tasks(before)).toEqual(["B/b2 held", "B/b3 open"]);
  approve(before, b3, 1);
  expect(tasks(before)).toEqual(["B/b2 open", "B/b3 approved"]);
  const last = running([step("all", b2), step("all", a1)]);
  countersign(last, b2, 0, "after", b3);
  approve(last, b2, 0);
  expect(types(takeBack(last, b2, 0))).toEqual(["task.reopened", "task.held"]);
  approve(last, b2, 0);
  expect(tasks(last)).toEqual(["B/b2 approved", "B/b3 open"]);
  approve(last, b3, 1);
  expect(because(takeBack(last, b2, 0))).toEqual([CLOSED, "acted"]);
  expect(takeBack(last, b3, 1).code).toBeNull();
  expect(tasks(last)).toEqual(["B/b2 approved", "B/b3 open", "A/a1 superseded"]);
  approve(last, b3, 1);
  expect(tasks(last).slice(3)).toEqual(["A/a1 open"]);
  const beside = running([step("all", b2), step("all", a1)]);
  countersign(beside, b2, 0, "parallel", b3);
  approve(beside, b3, 1);
  approve(beside, b2, 0);
  expect(takeBack(beside, b3, 1).code).toBeNull();
  expect(tasks(beside)).toEqual(["B/b2 approved", "B/b3 open", "A/a1 superseded"]);
  approve(beside, b3, 1);
  expect(tasks(beside).slice(3)).toEqual(["A/a1 open"]);
});
flow18.happens(
  "in a vote, with the others as they were, and those told who may answer again",
  () => {
    const p = running([step({ vote: { approvals: 2 } }, a1, a2, b2, b3), step("all", a3)]);
    approve(p, a1, 0);
    approve(p, a2, 1);
    expect(tasks(p).slice(2)).toEqual(["B/b2 superseded", "B/b3 superseded", "A/a3 open"]);
    const told = takeBack(p, a2, 1);
    expect(told.events.find(({ type }) => type === "flow.step-begun")?.data).toEqual({
      ...{ instance: "i", step: 0, needed: 0, again: true },
    });
    expect(tasks(p)).toEqual([
      ...["A/a1 approved", "A/a2 open", "B/b2 open", "B/b3 open", "A/a3 superseded"],
    ]);
    expect(instanceOf(p)).toMatchObject({ step: 0, missing: 3, needed: 1 });
    const waiting = told.notices.filter(({ kind }) => kind === "TASK_WAITING");
    expect(waiting).toMatchObject([
      { data: { task: 2, because: "reopened" } },
      { data: { task: 3, because: "reopened" } },
    ]);
    approve(p, b2, 2);
    expect(tasks(p).slice(5)).toEqual(["A/a3 open"]);
  },
);
flow18.happens("where any is enough: for whoever decided the step alone", () => {
  const p = running([step("any", a1, b2), step("all", a3)]);
  countersign(p, b2, 1, "before", b3);
  approve(p, b3, 2);
  approve(p, a1, 0);
  expect(because(takeBack(p, b3, 2))).toEqual([CLOSED, "acted"]);
  expect(takeBack(p, a1, 0).code).toBeNull();
  expect(tasks(p)).toEqual(["A/a1 open", "B/b2 open", "B/b3 approved", "A/a3 superseded"]);
});
flow18.happens("for somebody who left meanwhile: their task waits for their admins", () => {
  const p = running([step("any", a1, b2), step("all", a3)]);
  approve(p, a1, 0);
  resign(p, b2);
  const told = takeBack(p, a1, 0);
  expect(tasks(p)).toEqual(["A/a1 open", "-B open", "A/a3 superseded"]);
  expect(told.notices.map(({ kind }) => kind)).toEqual([
    "TASK_AWAITING_HANDOVER",
    "TASK_TAKEN_BACK",
  ]);
  expect(assign(p, "B", 1, "b3").code).toBeNull();
});
flow18.happens(
  "for somebody whose organization is no Member any more: it waits for the Host",
  () => {
    const p = running([step("any", a1, c1), step("all", a3)]);
    approve(p, a1, 0);
    p.command("A", "association.cancel", { space: "s", organization: "C" });
    takeBack(p, a1, 0);
    expect(tasks(p)).toEqual(["A/a1 open", "-A open", "A/a3 superseded"]);
  },
);
flow18.happens(
  "for somebody who left a flow that the Host started: it waits for their admins while they are a Member",
  () => {
    for (const [isMember, home] of [
      [true, "B"],
      [false, "A"],
    ] as const) {
      const p = office({ takeBack: true });
      define(p, [step("any", a1, b2), step("all", a3)]);
      start(p, a2, "i");
      approve(p, a1, 0);
      if (isMember) resign(p, b2);
      else p.command("A", "association.cancel", { space: "s", organization: "B" });
      expect(takeBack(p, a1, 0).code).toBeNull();
      expect(tasks(p)).toEqual(["A/a1 open", `-${home} open`, "A/a3 superseded"]);
    }
  },
);
flow18.happens("to the step before a step that counted as signed", () => {
  const p = running([step("all", a1), step("all", b1), step("all", a2)], { selfApproval: "skip" });
  approve(p, a1, 0);
  expect(tasks(p)).toEqual(["A/a1 approved", "A/a2 open"]);
  expect(takeBack(p, a1, 0).code).toBeNull();
  expect(instanceOf(p)?.step).toBe(0);
  approve(p, a1, 0);
  expect(tasks(p).slice(2)).toEqual(["A/a2 open"]);
});
flow18.happens("after a jump: once signed again it jumps back again", () => {
  const steps = [step("all", a1), step("all", b2), step("all", a2)];
  const p = running(steps, { returnResume: "jump" });
  approve(p, a1, 0);
  approve(p, b2, 1);
  sendBack(p, a2, 2, 0);
  expect(because(takeBack(p, b2, 1))).toEqual([CLOSED, "acted"]);
  approve(p, a1, 3);
  expect(tasks(p).slice(4)).toEqual(["A/a2 open"]);
  expect(because(takeBack(p, a1, 0))).toEqual([CLOSED, "acted"]);
  expect(takeBack(p, a1, 3).code).toBeNull();
  approve(p, a1, 3);
  expect(tasks(p).slice(5)).toEqual(["A/a2 open"]);
});
flow18.refuses("it where the flow does not have it, and of what was not approved", () => {
  const p = started([step("all", a1, a2), step("all", b2)]);
  approve(p, a1, 0);
  expect(takeBack(p, a1, 0).code).toBe("TASK_NOT_PENDING");
  const other = running([step("all", a1, a2), step("all", b2)]);
  expect(takeBack(other, a1, 0).code).toBe("TASK_NOT_PENDING");
  approve(other, a1, 0);
  expect(takeBack(other, a2, 0).code).toBe("NOT_TASK_HOLDER");
  expect(takeBack(other, a2, 9).code).toBe("UNKNOWN_TASK");
  expect(takeBack(other, c1, 0).code).toBe("UNKNOWN_INSTANCE");
});
flow18.refuses(
  "it once the instance has ended, waits for its initiator, or the vote was lost",
  () => {
    const p = running([step("all", a1)]);
    approve(p, a1, 0);
    expect(takeBack(p, a1, 0).code).toBe("INSTANCE_NOT_RUNNING");
    const waits = running([step("all", a1), step("all", a2)]);
    approve(waits, a1, 0);
    waits.command(a2, "task.return", { instance: "i", task: 1, to: "initiator" });
    expect(because(takeBack(waits, a1, 0))).toEqual([CLOSED, "acted"]);
    const own = { ...step("all", b2, a1, a2), rejection: "count" as const };
    const lost = running([own, step("all", a3)]);
    countersign(lost, b2, 0, "parallel", b3);
    approve(lost, b3, 3);
    reject(lost, b2, 0);
    expect(because(takeBack(lost, b3, 3))).toEqual([CLOSED, "acted"]);
  },
);
flow18.refuses("it to whoever could not act on the task any more", () => {
  const p = running([step("all", b2), step("all", a2)]);
  approve(p, b2, 0);
  const unit = { kind: "space", space: "s" } as const;
  p.command("A", "license.revoke", { unit, people: [identity(b2)] });
  expect(takeBack(p, b2, 0).code).toBe("LICENSE_REQUIRED");
  grant(p, unit, [b2]);
  expect(takeBack(p, b2, 0).code).toBeNull();
});
flow18.refuses("it to somebody hired again", () => {
  const p = running([step("all", b2), step("all", a2)]);
  approve(p, b2, 0);
  resign(p, b2);
  p.fact("person.hired", {
    ...{ organization: "B", person: "b2", number: 2, departments: [], fields: { name: "b2" } },
  });
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b2"] });
  expect(takeBack(p, b2, 0).code).toBe("NOT_TASK_HOLDER");
});
rule("FLOW-15").happens("a task taken back counts as not signed", () => {
  const steps = [step("all", a1, a2), step("all", b2), step("all", a1, a3)];
  const p = running(steps, { repeatedApproval: "once" });
  approve(p, a1, 0);
  takeBack(p, a1, 0);
  transfer(p, a1, 0, b3);
  p.command("A", "task.reassign", {
    tasks: [{ instance: "i", task: 0 }],
    to: identity(["A", "both"]),
  });
  approve(p, ["A", "both"], 0);
  approve(p, a2, 1);
  approve(p, b2, 2);
  expect(tasks(p).slice(3)).toEqual(["A/a1 open", "A/a3 open"]);
});
