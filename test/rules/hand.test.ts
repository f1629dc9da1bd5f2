// Aim: whatever somebody held goes on in the step in which they leave, with a successor of their own
// organization or waiting for one; nothing is lost, nothing approves itself.
// Method: holders resign, leave Rosters, or leave with their whole organization.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  countersign,
  define,
  delegate,
  history,
  identity,
  instanceOf,
  office,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const a1: Who = ["A", "a1"];
const b1: Who = ["B", "b1"];
const b2: Who = ["B", "b2"];
const b3: Who = ["B", "b3"];
const c1: Who = ["C", "c1"];

/** Somebody resigns, naming a successor. */
function leave(p: Play, [organization, person]: Who, successor?: string): Told {
  const named = successor === undefined ? {} : { successor };
  return p.fact("person.resigned", { organization, person, number: 1, ...named });
}

/** An admin registers who takes over from somebody. */
function succession(p: Play, [organization, person]: Who, successor: string | null): Told {
  return p.command(organization, "successor.set", { organization, person, successor });
}

const out = (p: Play, [organization, person]: Who): Told =>
  p.command(organization, "scope.take-out", { space: "s", organization, people: [person] });

/** The notices of hand-over. */
const handing = ({ notices }: Told) => notices.filter(({ kind }) => kind.startsWith("TASK_"));

const hand02 = rule("HAND-02");
hand02.happens("to the successor named, with a notice of all their tasks", () => {
  const p = started([step("sequence", b2, b1), step("all", c1)], {}, b1);
  start(p, b1, "j");
  succession(p, b2, "both");
  const told = leave(p, b2, "b3");
  expect(tasks(p, "i")).toEqual(["B/b3 open", "B/b1 held"]);
  expect(tasks(p, "j")).toEqual(["B/b3 open", "B/b1 held"]);
  expect(handing(told)).toEqual([
    {
      kind: "TASK_HANDED_OVER",
      to: [{ kind: "person", organization: "B", person: "b3" }],
      data: {
        from: identity(b2),
        to: identity(b3),
        tasks: [
          { instance: "i", task: 0 },
          { instance: "j", task: 0 },
        ],
      },
    },
  ]);
  const handed = told.events.filter(({ type }) => type === "task.handed-over");
  expect(handed.map(({ data }) => data["because"])).toEqual(["named", "named"]);
  expect(approve(p, b3, 0).code).toBeNull();
});
hand02.happens("to the successor registered, where nobody eligible is named", () => {
  for (const named of [undefined, "b2", "off", "nobody", "c1"]) {
    const p = started([step("all", b2)]);
    succession(p, b2, "b3");
    const told = leave(p, b2, named);
    expect(tasks(p)).toEqual(["B/b3 open"]);
    expect(told.events.find(({ type }) => type === "task.handed-over")?.data).toMatchObject({
      from: identity(b2),
      to: identity(b3),
      because: "registered",
    });
  }
});
hand02.happens("that a task without a successor waits, and its organization's admins know", () => {
  const p = started([step("all", b2, a1)]);
  const told = leave(p, b2);
  expect(tasks(p)).toEqual(["-B open", "A/a1 open"]);
  expect(handing(told)).toEqual([
    {
      kind: "TASK_AWAITING_HANDOVER",
      to: [{ kind: "authorized-admins", organization: "B" }],
      data: { from: identity(b2), tasks: [{ instance: "i", task: 0 }] },
    },
  ]);
  approve(p, a1, 1);
  expect(instanceOf(p)?.status).toBe("running");
  expect(p.ask("admin.parked", { viewer: { organization: "B", person: "B-admin" } })).toEqual({
    items: [{ instance: "i", task: 0 }],
    next: null,
  });
});
hand02.happens("with held tasks and with those of somebody hired again at once", () => {
  const p = started([step("sequence", a1, b2)]);
  succession(p, b2, "b3");
  p.hire("B", "b2", [], 2);
  expect(tasks(p)).toEqual(["A/a1 open", "B/b3 held"]);
  approve(p, a1, 0);
  expect(tasks(p)[1]).toBe("B/b3 open");
});
hand02.happens("to whoever leaves a Roster, in that Space's instances", () => {
  const p = started([step("all", b2)]);
  succession(p, b2, "b3");
  expect(handing(out(p, b2)).map(({ kind }) => kind)).toEqual(["TASK_HANDED_OVER"]);
  expect(tasks(p)).toEqual(["B/b3 open"]);
  expect(handing(out(p, b3)).map(({ kind }) => kind)).toEqual(["TASK_AWAITING_HANDOVER"]);
  expect(tasks(p)).toEqual(["-B open"]);
});
hand02.happens("that both successor and leaver leave: the task waits", () => {
  const p = started([step("all", b2)]);
  succession(p, b2, "b3");
  const people = ["b2", "b3"];
  p.command("B", "scope.take-out", { space: "s", organization: "B", people });
  expect(tasks(p)).toEqual(["-B open"]);
});
hand02.doesNot("to a Host contact who merely leaves the Roster", () => {
  const p = started([step("all", a1)]);
  expect(out(p, a1).events.map(({ type }) => type)).not.toContain("task.parked");
  expect(tasks(p)).toEqual(["A/a1 open"]);
  expect(approve(p, a1, 0).code).toBeNull();
});
hand02.doesNot("to tasks in one Space when their holder leaves another", () => {
  const p = started([step("all", b2)]);
  p.createSpace("A", "other");
  p.join("A", "other", "B", { people: ["b2", "b3"] });
  succession(p, b2, "b3");
  const told = p.command("B", "scope.take-out", {
    space: "other",
    organization: "B",
    people: ["b2"],
  });
  expect(told.events.map(({ type }) => type)).toContain("roster.left");
  expect(handing(told)).toEqual([]);
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(approve(p, b2, 0).code).toBeNull();
});
hand02.doesNot("to closed tasks, or to those of the person's other identity", () => {
  const p = started([step("all", ["A", "both"], ["B", "both"], b2)]);
  approve(p, b2, 2);
  leave(p, b2, "b3");
  leave(p, ["B", "both"], "b3");
  expect(tasks(p)).toEqual(["A/both open", "B/b3 open", "B/b2 approved"]);
});
hand02.accepts("a later successor, named by an admin of the organization", () => {
  const p = started([step("all", b2), step("all", a1)]);
  leave(p, b2);
  const told = assign(p, "B", 0, "b3");
  expect(told.events.map(({ data }) => data)).toEqual([
    { instance: "i", task: 0, from: null, to: identity(b3), because: "assigned" },
  ]);
  expect(handing(told)).toEqual([
    {
      kind: "TASK_HANDED_OVER",
      to: [{ kind: "person", organization: "B", person: "b3" }],
      data: { from: null, to: identity(b3), tasks: [{ instance: "i", task: 0 }] },
    },
  ]);
  approve(p, b3, 0);
  expect(tasks(p)).toEqual(["B/b3 approved", "A/a1 open"]);
});
hand02.refuses("anybody else who names one, and naming one for what is not parked", () => {
  const p = started([step("all", b2, a1)]);
  expect(assign(p, "B", 0, "b3").code).toBe("TASK_NOT_PENDING");
  leave(p, b2);
  expect(assign(p, b1, 0, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "A", 0, "a1").refusal).toMatchObject({
    code: "NOT_AUTHORIZED_ADMIN",
    data: { organization: "B" },
  });
  expect(assign(p, { support: "staff" }, 0, "b3").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "C", 0, "c1").code).toBe("UNKNOWN_INSTANCE");
  expect(assign(p, "B", 9, "b3").code).toBe("UNKNOWN_TASK");
  // Whoever cannot succeed is told from whoever does not exist by nothing.
  for (const person of ["nobody", "a1"]) {
    expect(assign(p, "B", 0, person).refusal).toEqual({
      code: "SUCCESSOR_NOT_ELIGIBLE",
      rule: "HAND-02",
      data: { organization: "B", person },
    });
  }
  p.command(b1, "flow.withdraw", { instance: "i" });
  expect(assign(p, "B", 0, "b3").code).toBe("INSTANCE_NOT_RUNNING");
  expect(tasks(p)).toEqual(["-B withdrawn", "A/a1 withdrawn"]);
});

const hand03 = rule("HAND-03");
hand03.accepts("a Host successor of a Host approver, in an instance started from B", () => {
  const p = started([step("all", a1)]);
  leave(p, a1, "a3");
  expect(tasks(p)).toEqual(["A/a3 open"]);
});
hand03.accepts("somebody who holds a task of the instance already", () => {
  const p = started([step("all", b2, b3), step("all", a1)]);
  leave(p, b2, "b3");
  expect(tasks(p)).toEqual(["B/b3 open", "B/b3 open"]);
  approve(p, b3, 1);
  approve(p, b3, 0);
  expect(tasks(p).at(-1)).toBe("A/a1 open");
});
hand03.refuses(
  "another organization's people, the leaver, and whoever is not on the Roster",
  () => {
    for (const named of ["c1", "a1", "b2", "off", "B-admin"]) {
      const p = started([step("all", b2)]);
      leave(p, b2, named);
      expect(tasks(p)).toEqual(["-B open"]);
    }
    const p = started([step("all", b2)]);
    leave(p, b2);
    p.resign("B", "b3");
    for (const person of ["off", "b3", "b2"]) {
      expect(assign(p, "B", 0, person).refusal).toMatchObject({
        code: "SUCCESSOR_NOT_ELIGIBLE",
        data: { organization: "B", person },
      });
    }
  },
);
hand03.refuses("a registered successor whose employment is another one by now", () => {
  const p = started([step("all", b2)]);
  succession(p, b2, "b3");
  p.hire("B", "b3", [], 2);
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b3"] });
  leave(p, b2);
  expect(tasks(p)).toEqual(["-B open"]);
});

const hand04 = rule("HAND-04");
hand04.holds("what the leaver started goes on where it was anchored", () => {
  const p = started([step("all", a1), step("all", { kind: "initiator-heads" }, b3)]);
  leave(p, b1);
  expect(instanceOf(p)).toMatchObject({ status: "running", initiator: identity(b1) });
  expect(transfer(p, a1, 0, ["A", "a2"]).code).toBe("ROUTING_TARGET_OUTSIDE_INITIATOR_ORG");
  expect(transfer(p, a1, 0, b2).code).toBeNull();
  approve(p, b2, 0);
  expect(tasks(p)).toEqual(["B/b2 approved", "B/b3 open"]);
  approve(p, b3, 1);
  expect(instanceOf(p)?.status).toBe("approved");
});
hand04.holds("what the leaver submitted stays theirs, as of then", () => {
  const p = started([step("all", a1)]);
  leave(p, b1);
  const rows = p.ask("data.rows", { viewer: { organization: "A", person: "a1" }, app: "x" });
  expect(rows).toMatchObject({ items: [{ row: "row-i", submitter: identity(b1) }] });
});
hand04.holds("tasks added to the leaver's, or by them, keep their place", () => {
  const p = started([step("all", b2)]);
  countersign(p, b2, 0, "after", b1);
  delegate(p, b2, 0, b3);
  leave(p, b2, "both");
  expect(tasks(p)).toEqual(["B/both held", "B/b1 held", "B/b3 open"]);
  approve(p, b3, 2);
  approve(p, ["B", "both"], 0);
  expect(tasks(p)).toEqual(["B/both approved", "B/b1 open", "B/b3 approved"]);
});

const cancel = (p: Play, organization: string): Told =>
  p.command("A", "association.cancel", { space: "s", organization });

const hand05 = rule("HAND-05");
hand05.happens("that all tasks of a Member that leaves wait for the Host, who may go on", () => {
  const p = started([step("all", b2, c1), step("all", a1)]);
  succession(p, b2, "b3");
  const told = cancel(p, "B");
  expect(tasks(p)).toEqual(["-A open", "C/c1 open"]);
  expect(handing(told)).toEqual([
    {
      kind: "TASK_AWAITING_HANDOVER",
      to: [{ kind: "space-admins", space: "s" }],
      data: { from: identity(b2), tasks: [{ instance: "i", task: 0 }] },
    },
  ]);
  expect(assign(p, "B", 0, "b2").code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(assign(p, "A", 0, "a2").code).toBeNull();
  expect(tasks(p)).toEqual(["A/a2 open", "C/c1 open"]);
  expect(approve(p, ["A", "a2"], 0).code).toBeNull();
});
hand05.happens("to what waited for the Member's admins, too", () => {
  const p = started([step("all", b2)]);
  leave(p, b2);
  const told = cancel(p, "B");
  expect(handing(told)).toEqual([
    {
      kind: "TASK_AWAITING_HANDOVER",
      to: [{ kind: "space-admins", space: "s" }],
      data: { from: null, tasks: [{ instance: "i", task: 0 }] },
    },
  ]);
  expect(tasks(p)).toEqual(["-A open"]);
  expect(history(p).slice(-2)).toEqual(["task.parked 0 b2", "task.parked 0"]);
});
hand05.happens("to what is held without being on the Roster", () => {
  const p = started([step("all", a1)], {
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  });
  transfer(p, a1, 0, ["B", "off"]);
  cancel(p, "B");
  expect(tasks(p)).toEqual(["-A open"]);
});
hand05.happens("when the Space is dissolved, and when the organization ends", () => {
  const p = started([step("all", b2, c1)]);
  p.fact("organization.ended", { organization: "C" });
  expect(tasks(p)).toEqual(["B/b2 open", "-A open"]);
  p.command("A", "space.dissolve", { space: "s" });
  expect(tasks(p)).toEqual(["-A open", "-A open"]);
  expect(assign(p, "A", 0, "a3").code).toBeNull();
  expect(approve(p, ["A", "a3"], 0).code).toBeNull();
  expect(assign(p, "A", 1, "a2").code).toBeNull();
});
hand05.happens("to no task of a Host that ends: its instances end with it", () => {
  const p = started([step("all", b2, c1, a1)]);
  start(p, a1, "own");
  countersign(p, b2, 0, "before", b3);
  start(p, c1, "over");
  p.command(c1, "flow.withdraw", { instance: "over" });
  const told = p.fact("organization.ended", { organization: "A" });
  const flows = told.events.filter(({ type }) => /^(?:task|flow)\./u.test(type));
  expect(flows.map(({ type, data }) => `${type} ${data["instance"]} ${data["how"]}`)).toEqual([
    ...Array.from({ length: 4 }, () => "task.closed i withdrawn"),
    "flow.ended i terminated",
    ...Array.from({ length: 3 }, () => "task.closed own withdrawn"),
    "flow.ended own terminated",
  ]);
  expect(handing(told)).toEqual([]);
  expect(history(p).at(-1)).toBe("flow.terminated");
  const [[, lists] = []] = p.records("parking").filter(([key]) => key === "A/");
  expect(lists?.running).toEqual({ next: 3, count: 0, pages: [] });
});
hand05.doesNot("end what runs of other Hosts, or what a Space dissolved leaves", () => {
  const p = started([step("all", b2, a1)]);
  p.command("A", "space.dissolve", { space: "s" });
  p.fact("organization.ended", { organization: "B" });
  expect(tasks(p)).toEqual(["-A open", "A/a1 open"]);
  expect(instanceOf(p)?.status).toBe("running");
});
hand05.doesNot("in another Space, or bring tasks back with a new Association", () => {
  const p = office();
  define(p, [step("all", b2)]);
  start(p, b1, "i");
  p.register(["D"]);
  p.join("A", "s", "D", { whole: true });
  cancel(p, "D");
  expect(tasks(p)).toEqual(["B/b2 open"]);
  cancel(p, "B");
  p.join("A", "s", "B", { whole: true }, "again");
  expect(tasks(p)).toEqual(["-A open"]);
  expect(assign(p, "B", 0, "b2").code).toBe("NOT_AUTHORIZED_ADMIN");
});
