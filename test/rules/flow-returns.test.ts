// Aim: where a task can be returned to, how the instance goes on then, and what it waits for at its initiator.
// Method: b1 of B starts `i` of three or four steps; their holders return it, and b1 hands in another row.
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  countersign,
  define,
  history,
  identity,
  instanceOf,
  office,
  sendBack,
  start,
  started,
  step,
  tasks,
  terminate,
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
const STEPS = [step("all", a1), step("all", b2), step("all", c1), step("all", a2)];
const NOT_POSSIBLE = "RETURN_NOT_POSSIBLE";

type Way = "walk" | "jump";
/** How it goes on, as events and answers say. */
const goesOn = (then: unknown) => ({ then });
/** Returns a task to a step's task, or to the initiator. */
const back = (p: Play, by: Who, task: number, to: number | "initiator", then?: Way): Told =>
  p.command(by, "task.return", { instance: "i", task, to, ...(then && { then }) });
const resubmit = (p: Play, by: Who, row = "row-2", more: object = {}): Told =>
  p.command(by, "flow.resubmit", { instance: "i", row, ...more });
const targets = (p: Play, viewer: Who, task: number) =>
  p.ask("flow.return-targets", { viewer: identity(viewer), instance: "i", task });
const types = (told: Told) => told.events.map(({ type }) => type);
const kinds = (told: Told) => told.notices.map(({ kind }) => kind);
const resign = (p: Play, [organization, person]: Who) =>
  p.fact("person.resigned", { organization, person, number: 1 });
/** `i`, approved so far by whoever signs these steps. */
const at = (count: number, changes: Partial<Policy> = {}): Play => {
  const p = started(STEPS, changes);
  ([a1, b2, c1] as const).slice(0, count).forEach((by, task) => {
    approve(p, by, task);
  });
  return p;
};
const openTasks = (p: Play, viewer: Who, more: object = {}) => {
  const answer = p.ask("admin.open-tasks", { viewer: identity(viewer), ...more } as never);
  return typeof answer === "string" ? answer : (answer as { items: unknown[] }).items;
};

const flow17 = rule("FLOW-17");

flow17.accepts("a return to the initiator, for whom it waits with no open task", () => {
  const p = at(2);
  const told = back(p, c1, 2, "initiator");
  expect(types(told)).toEqual(["task.closed", "flow.returned"]);
  expect(told.events[1]?.data).toEqual({
    ...{ instance: "i", task: 2, to: "initiator" },
    ...goesOn("walk"),
  });
  expect(told.notices).toMatchObject([
    {
      kind: "FLOW_RETURNED",
      to: [{ kind: "person", ...identity(b1) }],
      data: { instance: "i", task: 2, by: identity(c1), to: "initiator" },
    },
  ]);
  expect(instanceOf(p)).toMatchObject({ status: "running", waits: 0, open: { count: 0 } });
  expect(history(p).slice(-2)).toEqual(["task.returned 2 c1", "flow.returned  b1"]);
  expect(p.ask("flow.started", { viewer: identity(b1) })).toMatchObject({
    items: [{ instance: "i", status: "running", waiting: true }],
  });
  expect(p.ask("flow.instance", { viewer: identity(b1), instance: "i" })).toMatchObject({
    waiting: true,
  });
});
flow17.accepts("a return from the very first step, but to the initiator alone", () => {
  const p = started(STEPS);
  expect(targets(p, a1, 0)).toEqual({ steps: [], initiator: true, ...goesOn(["walk"]) });
  expect(back(p, a1, 0, 0).code).toBe("UNKNOWN_TASK");
  expect(back(p, a1, 0, "initiator").code).toBeNull();
});
flow17.accepts("another row, with which all steps are walked again", () => {
  const p = at(2);
  back(p, c1, 2, "initiator");
  const told = resubmit(p, b1, "row-2", { labels: ["again"] });
  expect(types(told)).toEqual([
    "form.submitted",
    "flow.resubmitted",
    "flow.step-begun",
    "task.made",
  ]);
  expect(told.events[0]?.data).toMatchObject({ row: "row-2", space: "s", labels: ["again"] });
  expect(tasks(p).slice(3)).toEqual(["A/a1 open"]);
  expect(instanceOf(p)?.row).toBe("row-2");
  expect(instanceOf(p)).not.toHaveProperty("waits");
  expect(history(p).at(-3)).toBe("flow.resubmitted  b1");
  expect(p.ask("flow.started", { viewer: identity(b1) })).toEqual({
    items: [{ instance: "i", status: "running" }],
    next: null,
  });
});
flow17.accepts("another row after a jump: the step that returned begins anew", () => {
  const p = at(2, { returnResume: "jump" });
  expect(back(p, c1, 2, "initiator").events[1]?.data).toMatchObject({
    ...goesOn("jump"),
  });
  resubmit(p, b1);
  expect(tasks(p).slice(3)).toEqual(["C/c1 open"]);
  approve(p, c1, 3);
  expect(tasks(p).slice(4)).toEqual(["A/a2 open"]);
});
flow17.refuses("a row while the instance waits for others, has ended, or by anybody else", () => {
  const p = at(2);
  expect(resubmit(p, b1).code).toBe("TASK_NOT_PENDING");
  expect(resubmit(p, b1).refusal?.data).toEqual({ instance: "i", task: 2 });
  back(p, c1, 2, "initiator");
  expect(resubmit(p, b2).code).toBe("NOT_INITIATOR");
  expect(resubmit(p, a1).code).toBe("NOT_INITIATOR");
  expect(resubmit(p, c1).code).toBe("UNKNOWN_INSTANCE");
  withdraw(p, b1);
  expect(resubmit(p, b1).code).toBe("INSTANCE_NOT_RUNNING");
});
flow17.refuses("a row that a start could not hand in either", () => {
  const p = at(2);
  back(p, c1, 2, "initiator");
  expect(resubmit(p, b1, "row-i").code).toBe("ID_TAKEN");
  const off = { organization: "B", person: "off" };
  expect(resubmit(p, b1, "row-2", { picked: [off] }).code).toBe("PICK_TARGET_OUTSIDE_SCOPE");
  const unit = { kind: "space", space: "s" } as const;
  p.command("A", "license.revoke", { unit, people: [identity(b1)] });
  expect(resubmit(p, b1).code).toBe("LICENSE_REQUIRED");
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(resubmit(p, b1).code).toBe("APP_NOT_PUBLISHED");
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b1"] });
  expect(resubmit(p, b1).code).toBe("APP_NOT_PUBLISHED");
  expect(withdraw(p, b1).code).toBeNull();
});
flow17.refuses("a return to an initiator who left, and lets it go elsewhere", () => {
  const p = at(2);
  resign(p, b1);
  expect(targets(p, c1, 2)).toMatchObject({ steps: [{ step: 0 }, { step: 1 }], initiator: false });
  const refused = back(p, c1, 2, "initiator");
  expect([refused.code, refused.refusal?.data]).toEqual([
    NOT_POSSIBLE,
    { instance: "i", because: "initiator-left" },
  ]);
  p.hire("B", "b1", [], { number: 2 } as never);
  expect(back(p, c1, 2, "initiator").code).toBe(NOT_POSSIBLE);
  expect(back(p, c1, 2, 1).code).toBeNull();
});
flow17.shows("an instance that waits for an initiator who left to the Host, who may end it", () => {
  const p = at(2);
  back(p, c1, 2, "initiator");
  expect(openTasks(p, ["A", "A-admin"])).toEqual([]);
  resign(p, b1);
  const left = { instance: "i", task: null, holder: null, stuck: "initiator-left" };
  expect(openTasks(p, ["A", "A-admin"], { stuck: true })).toEqual([left]);
  expect(openTasks(p, ["A", "A-admin"])).toEqual([left]);
  expect(openTasks(p, ["B", "B-admin"])).toEqual([]);
  expect(terminate(p, "A").code).toBeNull();
  expect(openTasks(p, ["A", "A-admin"])).toEqual([]);
});
flow17.hides("it, and lets them resubmit, once a departure that was none is undone", () => {
  const p = at(2);
  back(p, c1, 2, "initiator");
  resign(p, b1);
  p.fact("person.reinstated", { organization: "B", person: "b1", number: 1 });
  expect(openTasks(p, ["A", "A-admin"])).toEqual([]);
  expect(resubmit(p, b1).code).toBeNull();
});
test("pages of what is open show an instance that waits in vain once, wherever they are cut", () => {
  const p = at(2);
  start(p, b3, "j");
  back(p, c1, 2, "initiator");
  resign(p, b1);
  const viewer = { organization: "A", person: "A-admin" };
  const first = p.ask("admin.open-tasks", { viewer, limit: 1 } as never) as never as {
    items: unknown[];
    next: string;
  };
  const second = p.ask("admin.open-tasks", { viewer, after: first.next } as never);
  expect(first.items).toMatchObject([{ instance: "i", task: null }]);
  expect(second).toMatchObject({ items: [{ instance: "j", task: 0 }], next: null });
});

flow17.happens("as ever under the default: no more is said of a return to a step", () => {
  const p = at(2);
  const told = sendBack(p, c1, 2, 0);
  expect(types(told)).toEqual(["task.closed", "flow.step-begun", "task.made"]);
  expect(kinds(told)).toEqual(["TASK_WAITING"]);
  approve(p, a1, 3);
  expect(tasks(p).slice(4)).toEqual(["B/b2 open"]);
});
flow17.happens("a jump: the step that returned begins anew, what was signed between stays", () => {
  const p = at(3, { returnResume: "jump" });
  const told = sendBack(p, a2, 3, 0);
  expect(types(told)).toEqual(["task.closed", "flow.returned", "flow.step-begun", "task.made"]);
  expect(told.events[1]?.data).toEqual({ instance: "i", task: 3, to: 0, ...goesOn("jump") });
  expect(kinds(told)).toEqual(["FLOW_RETURNED", "TASK_WAITING"]);
  approve(p, a1, 4);
  expect(tasks(p).slice(5)).toEqual(["A/a2 open"]);
  approve(p, a2, 5);
  expect(instanceOf(p)?.status).toBe("approved");
});
flow17.happens("jumps within jumps, each back to the step that returned", () => {
  const p = at(3, { returnResume: "jump" });
  sendBack(p, a2, 3, 1);
  sendBack(p, b2, 4, 0);
  approve(p, a1, 5);
  expect(tasks(p).slice(6)).toEqual(["B/b2 open"]);
  approve(p, b2, 6);
  expect(tasks(p).slice(7)).toEqual(["A/a2 open"]);
  approve(p, a2, 7);
  expect(instanceOf(p)?.status).toBe("approved");
});
flow17.happens("a jump to the initiator from within one", () => {
  const p = at(3, { returnResume: "jump" });
  sendBack(p, a2, 3, 1);
  back(p, b2, 4, "initiator");
  resubmit(p, b1);
  expect(tasks(p).slice(5)).toEqual(["B/b2 open"]);
  approve(p, b2, 5);
  expect(tasks(p).slice(6)).toEqual(["A/a2 open"]);
});
flow17.doesNot("jump any more once somebody lets all be walked again", () => {
  const p = at(3, { returnResume: "holder" });
  back(p, a2, 3, 1, "jump");
  back(p, b2, 4, 0, "walk");
  approve(p, a1, 5);
  approve(p, b2, 6);
  expect(tasks(p).slice(7)).toEqual(["C/c1 open"]);
});
flow17.accepts(
  "what the holder says, where the policy leaves it to them, and walks if they do not",
  () => {
    for (const [then, next] of [
      [undefined, "B/b2 open"],
      ["walk", "B/b2 open"],
      ["jump", "C/c1 open"],
    ] as const) {
      const p = at(2, { returnResume: "holder" });
      expect(targets(p, c1, 2)).toHaveProperty("then", ["walk", "jump"]);
      back(p, c1, 2, 0, then);
      approve(p, a1, 3);
      expect(tasks(p).slice(4)).toEqual([next]);
    }
  },
);
flow17.refuses("a way on that the policy does not have", () => {
  expect(back(at(2), c1, 2, 0, "walk").code).toBeNull();
  const refused = back(at(2), c1, 2, 0, "jump");
  expect(refused.code).toBe("MALFORMED");
  expect(refused.refusal?.data).toEqual({
    problems: [{ path: ["data", "then"], problem: "not-a-choice" }],
  });
  expect(back(at(2, { returnResume: "jump" }), c1, 2, 0, "walk").code).toBe("MALFORMED");
});
flow17.shows("where a task can be returned to, and that alone is accepted", () => {
  const p = at(2);
  expect(targets(p, c1, 2)).toEqual({
    steps: [
      { step: 0, task: 0 },
      { step: 1, task: 1 },
    ],
    initiator: true,
    ...goesOn(["walk"]),
  });
  sendBack(p, c1, 2, 0);
  approve(p, a1, 3);
  expect(targets(p, b2, 4)).toMatchObject({ steps: [{ step: 0, task: 3 }] });
  expect(sendBack(p, b2, 4, 2).code).toBe("UNKNOWN_TASK");
  expect(sendBack(p, b2, 4, 0).code).toBeNull();
});
flow17.hides("it from everybody but the holder of an open task", () => {
  const p = at(2);
  expect(targets(p, b2, 2)).toBe("NOT_TASK_HOLDER");
  expect(targets(p, a1, 0)).toBe("TASK_NOT_PENDING");
  expect(targets(p, c1, 9)).toBe("UNKNOWN_INSTANCE");
  expect(targets(p, a1, 9)).toBe("UNKNOWN_TASK");
});

/** `i` returned to its first step and walked again so often. */
function returned(times: number, returnsMax: number | null): Play {
  const p = at(1, { returnsMax });
  for (let time = 0; time < times; time += 1) {
    sendBack(p, b2, 1 + 2 * time, 0);
    approve(p, a1, 2 + 2 * time);
  }
  return p;
}
flow17.below("so many returns", () => {
  const told = sendBack(returned(1, 3), b2, 3, 0);
  expect(types(told)).toContain("flow.returned");
});
flow17.at("as many returns as there may be", () => {
  expect(sendBack(returned(2, 3), b2, 5, 0).code).toBeNull();
});
flow17.above("as many returns as there may be, wherever it is returned to", () => {
  const p = returned(3, 3);
  expect(targets(p, b2, 7)).toMatchObject({ steps: [], initiator: false });
  for (const to of [0, "initiator"] as const) {
    const refused = back(p, b2, 7, to);
    expect([refused.code, refused.refusal?.data]).toEqual([
      NOT_POSSIBLE,
      { instance: "i", because: "too-often" },
    ]);
  }
  expect(approve(p, b2, 7).code).toBeNull();
  expect(sendBack(returned(3, null), b2, 7, 0).code).toBeNull();
});
flow17.accepts("a withdrawal while it waits, whatever its flow says of withdrawals", () => {
  const p = at(2, { withdrawUntil: "first-act", withdrawDays: 1 });
  back(p, c1, 2, "initiator");
  const late = p.command(b1, "flow.withdraw", { instance: "i" }, { at: 100 * 86_400_000 } as never);
  expect(late.code).toBeNull();
});
flow17.happens("the same for the Host's own people, who are told of no return of their own", () => {
  const p = office();
  define(p, [step("all", a1), step("all", a2)]);
  start(p, a1, "i");
  const told = back(p, a1, 0, "initiator");
  expect(kinds(told)).toEqual([]);
  expect(resubmit(p, a1).code).toBeNull();
  expect(tasks(p)).toEqual(["A/a1 returned", "A/a1 open"]);
});

rule("FLOW-15").happens("signatures between a jump's steps stay signed", () => {
  const steps = [step("all", a1), step("all", a2), step("all", a3), step("all", a2, b2)];
  const p = started(steps, { returnResume: "jump", repeatedApproval: "once" });
  approve(p, a1, 0);
  approve(p, a2, 1);
  sendBack(p, a3, 2, 0);
  approve(p, a1, 3);
  expect(tasks(p).slice(4)).toEqual(["A/a3 open"]);
  approve(p, a3, 4);
  expect(tasks(p).slice(5)).toEqual(["B/b2 open"]);
});
rule("FLOW-15").happens("what a walk goes through again is forgotten, and asked again", () => {
  const steps = [step("all", a1), step("all", a2), step("all", a1, b2)];
  const p = started(steps, { repeatedApproval: "once" });
  approve(p, a1, 0);
  approve(p, a2, 1);
  sendBack(p, b2, 2, 0);
  countersign(p, a1, 3, "after", b3);
  approve(p, a1, 3);
  expect(tasks(p).slice(3)).toEqual(["A/a1 approved", "B/b3 open"]);
});
