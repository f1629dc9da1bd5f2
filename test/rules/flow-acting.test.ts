// Aim: only its holder acts on a task, while it is open; steps go on as the Host's rules say.
// Method: instances with each way of signing and each place of a countersigner are played through.
import { expect, test } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  delegate,
  history,
  instanceOf,
  office,
  reject,
  remove,
  sendBack,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const a1: Who = ["A", "a1"];
const a2: Who = ["A", "a2"];
const c1: Who = ["C", "c1"];

const flow11 = rule("FLOW-11");
flow11.accepts("each act of the holder on an open task", () => {
  const acts: ((p: Play) => unknown)[] = [
    (p) => approve(p, a1, 0).code,
    (p) => reject(p, a1, 0).code,
    (p) => transfer(p, a1, 0, b2).code,
    (p) => delegate(p, a1, 0, b2).code,
    (p) => countersign(p, a1, 0, "after", b2).code,
    (p) => copy(p, a1, 0, b2).code,
  ];
  for (const act of acts) expect(act(started([step("all", a1)]))).toBeNull();
});
flow11.refuses("each act of anybody else, admins and the initiator included", () => {
  for (const by of [b1, a2, ["A", "A-admin"]] as const) {
    const p = started([step("all", a1)]);
    expect(approve(p, by, 0).refusal).toMatchObject({
      code: "NOT_TASK_HOLDER",
      data: { instance: "i" },
    });
    for (const told of [
      reject(p, by, 0),
      transfer(p, by, 0, b2),
      delegate(p, by, 0, b2),
      countersign(p, by, 0, "before", b2),
      copy(p, by, 0, b2),
      remove(p, by, 0),
    ]) {
      expect(told.code).toBe("NOT_TASK_HOLDER");
    }
  }
});
flow11.refuses("whoever has nothing to do with it, who learns nothing", () => {
  const p = started([step("all", a1)]);
  expect(approve(p, c1, 0).code).toBe("UNKNOWN_INSTANCE");
  expect(approve(p, b1, 7).refusal).toMatchObject({
    code: "UNKNOWN_TASK",
    data: { instance: "i", task: 7 },
  });
  expect(approve(p, c1, 7).code).toBe("UNKNOWN_INSTANCE");
  const guest = started([step("all", c1)]);
  expect(approve(guest, ["C", "c2"], 0).code).toBe("NOT_TASK_HOLDER");
});
flow11.refuses("each act on a task that is closed, or waits its turn", () => {
  const p = started([step("sequence", a1, b2)]);
  expect(approve(p, b2, 1).refusal).toMatchObject({
    code: "TASK_NOT_PENDING",
    data: { instance: "i", task: 1 },
  });
  expect(transfer(p, b2, 1, b3).code).toBe("TASK_NOT_PENDING");
  approve(p, a1, 0);
  expect(approve(p, a1, 0).code).toBe("TASK_NOT_PENDING");
  expect(copy(p, a1, 0, b3).code).toBe("TASK_NOT_PENDING");
  approve(p, b2, 1);
  expect(approve(p, b2, 1).code).toBe("INSTANCE_NOT_RUNNING");
});
flow11.refuses("a holder who may not use the app, and goes on once they may", () => {
  const p = started([step("all", b2), step("all", a1)]);
  const license = {
    unit: { kind: "space", space: "s" },
    people: [{ organization: "B", person: "b2" }],
  } as const;
  p.command("A", "license.revoke", license);
  expect(approve(p, b2, 0).code).toBe("LICENSE_REQUIRED");
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: {} });
  expect(approve(p, b2, 0).code).toBe("APP_NOT_AUTHORIZED");
  p.fact("organization.sso-changed", { organization: "B", sso: true });
  expect(approve(p, b2, 0).code).toBe("SSO_NOT_SUPPORTED");
  p.fact("organization.sso-changed", { organization: "B", sso: false });
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: null });
  p.command("A", "license.grant", license);
  expect(approve(p, b2, 0).code).toBeNull();
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  expect(approve(p, a1, 1).code).toBeNull();
});

test("all must sign, in any order", () => {
  const p = started([step("all", a1, b2), step("all", c1)]);
  expect(tasks(p)).toEqual(["A/a1 open", "B/b2 open"]);
  approve(p, b2, 1);
  expect(instanceOf(p)).toMatchObject({ step: 0, missing: 1 });
  approve(p, a1, 0);
  expect(tasks(p)).toEqual(["A/a1 approved", "B/b2 approved", "C/c1 open"]);
  const told = approve(p, c1, 2);
  expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "flow.ended"]);
  expect(instanceOf(p)).toMatchObject({ status: "approved", step: 1 });
});

test("any one signs, and the others need not", () => {
  const p = started([step("any", a1, b2, c1), step("all", a1)]);
  approve(p, b2, 1);
  expect(tasks(p)).toEqual(["A/a1 superseded", "B/b2 approved", "C/c1 superseded", "A/a1 open"]);
  expect(approve(p, c1, 2).code).toBe("TASK_NOT_PENDING");
});

test("any one signs, but is done only with those added", () => {
  const p = started([step("any", b2, c1)]);
  countersign(p, b2, 0, "after", b3);
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "C/c1 open", "B/b3 open"]);
  approve(p, b3, 2);
  expect(instanceOf(p)?.status).toBe("approved");
  expect(tasks(p)[1]).toBe("C/c1 superseded");
});

test("one after another, in the order of the rules, then of hires", () => {
  const p = office();
  for (const person of ["a3", "a1"]) {
    p.fact("person.roles-changed", { organization: "A", person, number: 1, roles: ["buyer"] });
  }
  define(p, [step("sequence", b2, { kind: "role", role: "buyer", of: "host" }, a2)]);
  start(p, b1, "i");
  expect(tasks(p)).toEqual(["B/b2 open", "A/a1 held", "A/a3 held", "A/a2 held"]);
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "A/a1 open", "A/a3 held", "A/a2 held"]);
  approve(p, a1, 1);
  approve(p, ["A", "a3"], 2);
  expect(tasks(p)[3]).toBe("A/a2 open");
});

test("one rejection ends the instance", () => {
  const p = started([step("all", a1, b2)]);
  const told = reject(p, b2, 1);
  expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "task.closed", "flow.ended"]);
  expect(tasks(p)).toEqual(["A/a1 superseded", "B/b2 rejected"]);
  expect(instanceOf(p)?.status).toBe("rejected");
});

test("a task sent back begins an earlier step anew, with people found afresh", () => {
  const p = started([step("all", a1, b2), step("all", c1)]);
  approve(p, a1, 0);
  approve(p, b2, 1);
  p.resign("A", "a1");
  for (const to of [2, 5]) {
    expect(sendBack(p, c1, 2, to).refusal).toMatchObject({
      code: "UNKNOWN_TASK",
      data: { instance: "i", task: to },
    });
  }
  expect(sendBack(p, c1, 2, 1).code).toBeNull();
  expect(tasks(p)).toEqual(["A/a1 approved", "B/b2 approved", "C/c1 returned", "B/b2 open"]);
  expect(instanceOf(p)).toMatchObject({ step: 0, missing: 1 });
  expect(sendBack(p, b2, 3, 0).code).toBe("UNKNOWN_TASK");
  approve(p, b2, 3);
  expect(tasks(p).at(-1)).toBe("C/c1 open");
});

test("whoever signs before goes first; the task comes back when all have", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "before", b1, b3);
  expect(tasks(p)).toEqual(["B/b2 held", "B/b1 open", "B/b3 open"]);
  expect(approve(p, b2, 0).code).toBe("TASK_NOT_PENDING");
  approve(p, b1, 1);
  expect(tasks(p)[0]).toBe("B/b2 held");
  const told = approve(p, b3, 2);
  expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "task.opened"]);
  expect(approve(p, b2, 0).code).toBeNull();
  expect(instanceOf(p)?.status).toBe("approved");
});

test("whoever signs beside is waited for, in any order", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "parallel", b3);
  expect(tasks(p)).toEqual(["B/b2 open", "B/b3 open"]);
  approve(p, b2, 0);
  expect(instanceOf(p)?.status).toBe("running");
  approve(p, b3, 1);
  expect(instanceOf(p)?.status).toBe("approved");
});

test("whoever signs after has their turn when the task is approved", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "after", b3, b1);
  expect(tasks(p)).toEqual(["B/b2 open", "B/b3 held", "B/b1 held"]);
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "B/b3 open", "B/b1 open"]);
  approve(p, b3, 1);
  approve(p, b1, 2);
  expect(instanceOf(p)?.status).toBe("approved");
});

test("a chain of signers is worked off from its end", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "parallel", b3);
  countersign(p, b3, 1, "after", b1);
  delegate(p, b1, 2, ["B", "both"]);
  approve(p, b2, 0);
  approve(p, b3, 1);
  expect(tasks(p)).toEqual(["B/b2 approved", "B/b3 approved", "B/b1 open"]);
  expect(delegate(p, b1, 2, ["B", "both"]).code).toBeNull();
  expect(tasks(p)[2]).toBe("B/b1 held");
  approve(p, ["B", "both"], 3);
  approve(p, b1, 2);
  expect(instanceOf(p)?.status).toBe("approved");
  expect(history(p).filter((line) => line.includes("delegated"))).toEqual([
    "task.delegated 3 both",
  ]);
});

test("whoever was added is taken back while untouched, and what waited goes on", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "before", b1, b3);
  expect(remove(p, b3, 1).code).toBe("NOT_TASK_HOLDER");
  expect(remove(p, b2, 1).code).toBeNull();
  expect(tasks(p)).toEqual(["B/b2 held", "B/b1 removed", "B/b3 open"]);
  const told = remove(p, b2, 2);
  expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "task.opened"]);
  expect(remove(p, b2, 2).code).toBe("TASK_NOT_PENDING");
  expect(remove(p, b2, 0).code).toBe("NOT_TASK_HOLDER");
  expect(approve(p, b2, 0).code).toBeNull();
});

test("whoever was added stays once they passed the task on, added somebody, or signed", () => {
  const added = () => {
    const p = started([step("all", b2)]);
    countersign(p, b2, 0, "after", b3);
    countersign(p, b2, 0, "parallel", b1);
    return p;
  };
  const touched: ((p: Play) => unknown)[] = [
    (p) => transfer(p, b1, 2, ["B", "both"]),
    (p) => countersign(p, b1, 2, "after", ["B", "both"]),
    (p) => approve(p, b1, 2),
    (p) => approve(p, b2, 0),
  ];
  for (const touch of touched) {
    const p = added();
    touch(p);
    expect(remove(p, b2, 2).code).toBe("TASK_NOT_PENDING");
  }
  const p = added();
  expect(remove(p, b2, 1).code).toBeNull();
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "B/b3 removed", "B/b1 open"]);
});

test("the present holder of the task takes back whom the one before added", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "parallel", b3);
  transfer(p, b2, 0, b1);
  expect(remove(p, b2, 1).code).toBe("NOT_TASK_HOLDER");
  expect(remove(p, b1, 1).code).toBeNull();
});

test("a delegate is taken back like a signer before", () => {
  const p = started([step("all", b2)]);
  delegate(p, b2, 0, b3);
  expect(tasks(p)).toEqual(["B/b2 held", "B/b3 open"]);
  expect(remove(p, b2, 1).code).toBeNull();
  expect(tasks(p)).toEqual(["B/b2 open", "B/b3 removed"]);
});

test("heads of the initiator's departments sign, those of a named one, holders of roles", () => {
  const p = office();
  p.createDepartments("B", [
    ["d", null],
    ["e", null],
  ]);
  const head = (organization: string, person: string, ...of: string[]) =>
    p.fact("person.heads-changed", { organization, person, number: 1, departments: of });
  p.relocate("B", "b1", ["e", "d"]);
  head("B", "b3", "d", "e");
  head("B", "b2", "e");
  head("B", "off", "d");
  p.fact("person.roles-changed", { organization: "B", person: "both", number: 1, roles: ["r"] });
  define(p, [
    step("all", { kind: "initiator-heads" }),
    step("all", b3, { kind: "department-heads", organization: "B", department: "d" }),
    step(
      "all",
      { kind: "role", role: "r", of: "initiator" },
      { kind: "role", role: "r", of: "host" },
    ),
  ]);
  start(p, b1, "i");
  expect(tasks(p)).toEqual(["B/b2 open", "B/b3 open"]);
  approve(p, b2, 0);
  approve(p, b3, 1);
  expect(tasks(p).slice(2)).toEqual(["B/b3 open"]);
  approve(p, b3, 2);
  expect(tasks(p).slice(3)).toEqual(["B/both open"]);
});

test("a step for which nobody is found waits for the Host's admins, never approved by itself", () => {
  const p = office();
  define(p, [step("all", { kind: "initiator-heads" })]);
  const told = start(p, b1, "i");
  expect(tasks(p)).toEqual(["-A open"]);
  expect(told.notices).toEqual([
    {
      kind: "TASK_AWAITING_HANDOVER",
      to: [{ kind: "authorized-admins", organization: "A" }],
      data: { from: null, tasks: [{ instance: "i", task: 0 }] },
    },
  ]);
  expect(approve(p, b1, 0).code).toBe("NOT_TASK_HOLDER");
});

test("no more than a hundred sign in one step, the first in the order of the rules", () => {
  const p = office();
  for (let i = 0; i < 120; i += 1) {
    p.hire("A", `h${i}`);
    const role = { organization: "A", person: `h${i}`, number: 1, roles: ["many"] };
    p.fact("person.roles-changed", role);
  }
  define(p, [step("all", a1, { kind: "role", role: "many", of: "host" }, a2)]);
  start(p, b1, "i");
  expect(tasks(p)).toHaveLength(100);
  expect(tasks(p).at(-1)).toBe("A/h98 open");
});

const flow22 = rule("FLOW-22");
flow22.accepts(
  "taking out a signer before who left: what waited goes on, nothing is parked",
  () => {
    const p = started([step("all", b2)]);
    countersign(p, b2, 0, "before", b3);
    p.resign("B", "b3");
    expect(tasks(p)).toEqual(["B/b2 held", "-B open"]);
    const told = remove(p, b2, 1);
    expect(told.events.map(({ type }) => type)).toEqual(["task.closed", "task.opened"]);
    expect(told.events[0]?.data).toMatchObject({ task: 1, how: "removed" });
    expect(tasks(p)).toEqual(["B/b2 open", "-B removed"]);
    const viewer = { organization: "B", person: "B-admin" };
    expect(p.ask("admin.parked", { viewer })).toMatchObject({ items: [] });
    expect(approve(p, b2, 0).code).toBeNull();
    expect(instanceOf(p)?.status).toBe("approved");
  },
);
flow22.accepts("it by whoever the task that they were added to has gone to since", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "parallel", b3);
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b3"] });
  transfer(p, b2, 0, b1);
  expect(remove(p, b2, 1).code).toBe("NOT_TASK_HOLDER");
  expect(remove(p, b1, 1).code).toBeNull();
});
flow22.refuses(
  "it where a successor has the task, or whoever left had added somebody or got it",
  () => {
    const left: ((p: Play) => unknown)[] = [
      (p) =>
        p.fact("person.resigned", { organization: "B", person: "b3", number: 1, successor: "b1" }),
      (p) => {
        p.resign("B", "b3");
        assign(p, "B", 1, "b1");
      },
      (p) => {
        countersign(p, b3, 1, "parallel", ["B", "both"]);
        p.resign("B", "b3");
      },
      (p) => {
        transfer(p, b3, 1, b1);
        p.resign("B", "b1");
      },
    ];
    for (const leave of left) {
      const p = started([step("all", b2)]);
      countersign(p, b2, 0, "before", b3);
      leave(p);
      expect(remove(p, b2, 1).refusal).toEqual({
        code: "TASK_NOT_PENDING",
        rule: "FLOW-11",
        data: { instance: "i", task: 1 },
      });
    }
  },
);
