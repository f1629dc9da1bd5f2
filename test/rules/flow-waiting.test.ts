// Aim: whoever a task begins to wait for is told once, and whoever gets a copy.
// Method: b1 of B starts `i`; of each outcome the notices about tasks are looked at.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  delegate,
  identity,
  office,
  reassign,
  remove,
  sendBack,
  start,
  started,
  step,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];
const c2: Who = ["C", "c2"];

/** What is told of tasks: the kind, to whom, and why or for whom. */
const told = ({ notices }: Told): string[] =>
  notices
    .filter(({ kind }) => kind.startsWith("TASK_"))
    .map(({ kind, to, data }) => {
      const { because, by } = data as { because?: string; by?: { person: string } | null };
      const people = to.map((each) => ("person" in each ? each.person : each.kind));
      return [kind, people.join("+"), because ?? "", by?.person ?? ""].join(" ").trim();
    });

const away = (p: Play, [organization, person]: Who, standIn: string, more: object = {}): Told =>
  p.command([organization, person], "stand-in.set", {
    ...{ person, standIn, from: 0, until: 5000 },
    ...more,
  });

const flow23 = rule("FLOW-23");
flow23.happens("to everybody whose turn it is as a step begins, and later in a sequence", () => {
  const p = office();
  define(p, [step("all", b2, b3), step("sequence", c1, c2)]);
  const begun = start(p, b1, "i");
  expect(told(begun)).toEqual(["TASK_WAITING b2 rule b1", "TASK_WAITING b3 rule b1"]);
  expect(begun.notices.find(({ kind }) => kind === "TASK_WAITING")).toEqual({
    kind: "TASK_WAITING",
    to: [{ kind: "person", ...identity(b2) }],
    data: { instance: "i", task: 0, by: identity(b1), because: "rule" },
  });
  expect(told(approve(p, b2, 0))).toEqual([]);
  expect(told(approve(p, b3, 1))).toEqual(["TASK_WAITING c1 rule b3"]);
  expect(told(approve(p, c1, 2))).toEqual(["TASK_WAITING c2 opened c1"]);
});
flow23.happens("of what is transferred, added, delegated, returned, and awake again", () => {
  const p = started([step("all", b1), step("all", c1)]);
  expect(told(transfer(p, b1, 0, b2))).toEqual(["TASK_WAITING b2 transferred b1"]);
  expect(told(countersign(p, b2, 0, "before", b3))).toEqual(["TASK_WAITING b3 before b2"]);
  expect(told(approve(p, b3, 1))).toEqual(["TASK_WAITING b2 opened b3"]);
  expect(told(delegate(p, b2, 0, b3))).toEqual(["TASK_WAITING b3 delegated b2"]);
  expect(told(remove(p, b2, 2))).toEqual([]);
  expect(told(countersign(p, b2, 0, "parallel", b3))).toEqual(["TASK_WAITING b3 parallel b2"]);
  expect(told(countersign(p, b2, 0, "after", b1))).toEqual([]);
  approve(p, b3, 3);
  expect(told(approve(p, b2, 0))).toEqual(["TASK_WAITING b1 opened b2"]);
  approve(p, b1, 4);
  expect(told(sendBack(p, c1, 5, 0))).toEqual(["TASK_WAITING b1 returned c1"]);
});
flow23.doesNot("tell whoever brought it upon themselves", () => {
  const p = office();
  define(p, [step("all", b1), step("all", b1, c1)]);
  expect(told(start(p, b1, "i"))).toEqual([]);
  expect(told(approve(p, b1, 0))).toEqual(["TASK_WAITING c1 rule b1"]);
  expect(told(copy(p, b1, 1, b1))).toEqual([]);
});
flow23.happens("of a copy to whom it goes, in one notice", () => {
  const p = started([step("all", b2)]);
  expect(copy(p, b2, 0, b1, b2, b3).notices).toEqual([
    {
      kind: "TASK_COPIED",
      to: [b1, b3].map((who) => ({ kind: "person", ...identity(who) })),
      data: { instance: "i", task: 0, by: identity(b2) },
    },
  ]);
});
flow23.doesNot("stand beside a notice of a hand-over, an assignment or a move", () => {
  const p = started([step("all", b2)]);
  expect(told(reassign(p, "A", b3, 0))).toEqual(["TASK_HANDED_OVER b3", "TASK_TAKEN_AWAY b2"]);
  const left = p.fact("person.resigned", { ...identity(b3), number: 1 });
  expect(told(left)).toEqual(["TASK_AWAITING_HANDOVER authorized-admins"]);
  expect(told(assign(p, "B", 0, "b1"))).toEqual(["TASK_HANDED_OVER b1"]);
});
flow23.happens("with no command's author where it follows from a fact, and to whom is back", () => {
  const p = started([step("all", b2)]);
  p.resign("B", "b2");
  const back = p.fact("person.reinstated", { ...identity(b2), number: 1 });
  expect(told(back)).toEqual(["TASK_WAITING b2 reinstated"]);
});
flow23.happens("to a stand-in, and to the person as well", () => {
  const p = office();
  define(p, [step("all", b2)]);
  away(p, b2, "b3");
  const begun = start(p, b1, "i");
  expect(told(begun)).toEqual(["TASK_WAITING b3+b2 rule b1"]);
  expect(begun.notices.at(-1)?.data).toMatchObject({ onBehalfOf: identity(b2) });
  const q = started([step("all", b2)]);
  expect(told(away(q, b2, "b3", { takeOpen: true }))).toEqual(["TASK_HANDED_OVER b3+b2"]);
  const byAdmin = started([step("all", b2)]);
  const taken = byAdmin.command("B", "stand-in.set", {
    ...{ person: "b2", standIn: "b3", from: 0, until: 5000, takeOpen: true },
  });
  expect(told(taken)).toEqual(["TASK_HANDED_OVER b3+b2"]);
});
flow23.doesNot("tell of what is over again in the same step, or was open for them before", () => {
  const p = office();
  define(p, [step("any", b2, b3), step("all", c1)]);
  start(p, b1, "i");
  expect(told(approve(p, b2, 0))).toEqual(["TASK_WAITING c1 rule b2"]);
});
flow23.doesNot("happen under `none`", () => {
  const p = office({ taskNotices: "none" });
  define(p, [step("all", b2)]);
  away(p, b2, "b3");
  expect(told(start(p, b1, "i"))).toEqual([]);
  expect(told(copy(p, b3, 0, b1))).toEqual([]);
  const taken = p.fact("person.suspended", { ...identity(b3), number: 1, standIn: "both" });
  expect(told(taken)).toEqual(["TASK_HANDED_OVER both"]);
});
