// Aim: whoever is chosen while a flow runs is of the initiator's organization, as of the start.
// Method: every act that chooses a person is tried on people inside and outside of it.
import { expect, test } from "vitest";
import type { Policy } from "../../src/index.ts";
import type { Caller, Play, Told } from "../../src/testing/index.ts";
import {
  approve,
  assign,
  copy,
  countersign,
  define,
  delegate,
  grant,
  identity,
  office,
  start,
  started,
  step,
  tasks,
  transfer,
  type Who,
} from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const OUTSIDE = "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";

/** Instance `i`, started by b1 unless said otherwise, with task 0 of a1's. */
const running = (changes: Partial<Policy> = {}, by: Who = ["B", "b1"]): Play =>
  started([step("all", ["A", "a1"])], changes, by);

/** Every act by which the holder of task 0 of `i` chooses somebody. */
const ACTS: readonly ((p: Play, by: Caller, to: Who) => Told)[] = [
  (p, by, to) => transfer(p, by, 0, to),
  (p, by, to) => delegate(p, by, 0, to),
  (p, by, to) => countersign(p, by, 0, "before", to),
  (p, by, to) => countersign(p, by, 0, "after", to),
  (p, by, to) => countersign(p, by, 0, "parallel", to),
  (p, by, to) => copy(p, by, 0, to),
];

/** What the question whether a task may go to somebody answers: `true`, or a code. */
function mayRoute(p: Play, [organization, person]: Who, to: Who): unknown {
  const viewer = { organization, person };
  const answer = p.ask("flow.may-route", { viewer, instance: "i", target: identity(to) });
  return typeof answer === "string" ? answer : (answer as { allowed: boolean }).allowed;
}

/** Whom the list of candidates has for a1. */
function candidates(p: Play, [organization, person]: Who = ["A", "a1"]): string[] {
  const viewer = { organization, person };
  const page = p.ask("flow.routing-candidates", { viewer, instance: "i", limit: 500 });
  return (page as { items: { organization: string; person: string }[] }).items
    .map((each) => `${each.organization}/${each.person}`)
    .sort();
}

const flow04 = rule("FLOW-04");
flow04.accepts("a Member's people on the Roster, where one of it started", () => {
  const p = running();
  expect(candidates(p)).toEqual(["B/b1", "B/b2", "B/b3", "B/both"]);
  expect(mayRoute(p, ["A", "a1"], ["B", "b2"])).toBe(true);
  const told = transfer(p, ["A", "a1"], 0, ["B", "b2"]);
  expect(told.events.map(({ type }) => type)).toEqual(["task.transferred"]);
  expect(tasks(p)).toEqual(["B/b2 open"]);
  expect(approve(p, ["A", "a1"], 0).code).toBe("NOT_TASK_HOLDER");
  expect(approve(p, ["B", "b2"], 0).code).toBeNull();
});
flow04.accepts("the Host's whole directory, where the Host started", () => {
  const p = running({}, ["A", "a2"]);
  expect(candidates(p)).toEqual(["A/A-admin", "A/a2", "A/a3", "A/both"]);
  expect(transfer(p, ["A", "a1"], 0, ["A", "a3"]).code).toBeNull();
});
flow04.refuses("everybody else, on the Roster or not, in service or not", () => {
  const outside: Who[] = [
    ["A", "a2"],
    ["C", "c1"],
    ["B", "off"],
    ["B", "none"],
    ["none", "b2"],
    ["A", "both"],
  ];
  for (const to of outside) {
    const p = running();
    expect(mayRoute(p, ["A", "a1"], to)).toBe(OUTSIDE);
    expect(transfer(p, ["A", "a1"], 0, to).refusal).toMatchObject({
      code: OUTSIDE,
      data: { anchor: "B" },
    });
  }
  const p = running();
  p.resign("B", "b3");
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b2"] });
  for (const person of ["b2", "b3"]) expect(mayRoute(p, ["A", "a1"], ["B", person])).toBe(OUTSIDE);
  expect(candidates(p)).toEqual(["B/b1", "B/both"]);
});
flow04.refuses("oneself, and whoever holds a task of the instance, one that waits included", () => {
  const p = started([step("sequence", ["B", "b1"], ["B", "b2"])]);
  expect(transfer(p, ["B", "b1"], 0, ["B", "b1"]).refusal).toMatchObject({
    code: "ROUTING_TARGET_SELF",
    data: { organization: "B", person: "b1" },
  });
  expect(transfer(p, ["B", "b1"], 0, ["B", "b2"]).refusal).toMatchObject({
    code: "ROUTING_TARGET_ALREADY_ON_TASK",
    data: { organization: "B", person: "b2" },
  });
  expect(candidates(p, ["B", "b1"])).toEqual(["B/b3", "B/both"]);
  expect(copy(p, ["B", "b1"], 0, ["B", "b1"], ["B", "b2"]).code).toBeNull();
  approve(p, ["B", "b1"], 0);
  expect(transfer(p, ["B", "b2"], 1, ["B", "b1"]).code).toBeNull();
});
flow04.refuses("several by the first code in rank, naming the first of them it is about", () => {
  const p = started([step("all", ["B", "b1"], ["B", "b2"])]);
  const add = (...people: Who[]) => countersign(p, ["B", "b1"], 0, "parallel", ...people).refusal;
  expect(add(["B", "b2"], ["B", "b1"], ["C", "c1"])).toMatchObject({ code: OUTSIDE });
  expect(add(["B", "b2"], ["B", "b1"], ["B", "b3"])).toMatchObject({
    code: "ROUTING_TARGET_SELF",
  });
  expect(add(["B", "b3"], ["B", "b2"])).toMatchObject({
    code: "ROUTING_TARGET_ALREADY_ON_TASK",
    data: { organization: "B", person: "b2" },
  });
  expect(tasks(p)).toHaveLength(2);
});
flow04.refuses("people off the Roster, unless the policy takes the whole directory", () => {
  const off: Who = ["B", "off"];
  expect(transfer(running(), ["A", "a1"], 0, off).code).toBe(OUTSIDE);
  const p = running({
    routingCandidates: "whole-directory",
    routingTargetAbility: "unchecked",
  });
  expect(candidates(p)).toEqual(["B/B-admin", "B/b1", "B/b2", "B/b3", "B/both", "B/off"]);
  expect(transfer(p, ["A", "a1"], 0, off).code).toBeNull();
  expect(approve(p, off, 0).code).toBe("NOT_IN_SPACE");
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["off"] });
  grant(p, { kind: "space", space: "s" }, [off]);
  expect(approve(p, off, 0).code).toBeNull();
});
flow04.refuses("anybody, under the whole directory, once the organization has left", () => {
  const p = started([step("all", ["A", "a1"])], { routingCandidates: "whole-directory" });
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(candidates(p)).toEqual([]);
  expect(transfer(p, ["A", "a1"], 0, ["B", "b2"]).code).toBe(OUTSIDE);
});
flow04.accepts("everybody on the Roster where the policy's boundary is the Space", () => {
  const p = running({ routingBoundary: "space" });
  expect(candidates(p)).toEqual(["B/b1", "B/b2", "B/b3", "B/both", "C/C-admin", "C/c1", "C/c2"]);
  expect(transfer(p, ["A", "a1"], 0, ["A", "a2"]).code).toBe(OUTSIDE);
  expect(transfer(p, ["A", "a1"], 0, ["C", "c1"]).code).toBeNull();
  expect(transfer(p, ["C", "c1"], 0, ["A", "a1"]).code).toBeNull();
  const own = running({ routingBoundary: "space" }, ["A", "a2"]);
  expect(candidates(own)).toEqual(["A/A-admin", "A/a2", "A/a3", "A/both"]);
});

const flow05 = rule("FLOW-05");
flow05.accepts("a Host approver's transfer to a person of B", () => {
  expect(transfer(running(), ["A", "a1"], 0, ["B", "b3"]).code).toBeNull();
});
flow05.refuses("a Host approver's transfer to a colleague, or another Member's to its own", () => {
  expect(transfer(running(), ["A", "a1"], 0, ["A", "a2"]).code).toBe(OUTSIDE);
  const p = started([step("all", ["C", "c1"])]);
  expect(transfer(p, ["C", "c1"], 0, ["C", "c2"]).code).toBe(OUTSIDE);
  expect(transfer(p, ["C", "c1"], 0, ["B", "b2"]).code).toBeNull();
});

rule("FLOW-06").holds("whatever becomes of the initiator, the anchor stays", () => {
  const p = running({}, ["B", "both"]);
  p.createDepartments("B", [["d", null]]);
  p.relocate("B", "both", ["d"]);
  start(p, ["A", "both"], "j");
  expect(mayRoute(p, ["A", "a1"], ["B", "b2"])).toBe(true);
  p.resign("B", "both");
  expect(mayRoute(p, ["A", "a1"], ["B", "b2"])).toBe(true);
  expect(mayRoute(p, ["A", "a1"], ["A", "both"])).toBe(OUTSIDE);
  p.hire("C", "both");
  transfer(p, ["A", "a1"], 0, ["B", "b2"]);
  expect(mayRoute(p, ["B", "b2"], ["C", "both"])).toBe(OUTSIDE);
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  p.command("A", "task.assign", { instance: "i", task: 0, to: "a1" });
  for (const to of [
    ["A", "a2"],
    ["C", "c1"],
    ["B", "b3"],
  ] as const) {
    expect(mayRoute(p, ["A", "a1"], to)).toBe(OUTSIDE);
  }
});

const flow07 = rule("FLOW-07");
flow07.accepts("a, who is in B only, as B, and then B's people", () => {
  const p = office();
  define(p, [step("all", ["A", "a1"]), step("all", ["B", "b2"])]);
  expect(start(p, ["B", "b1"], "i").code).toBeNull();
  expect(candidates(p)).toEqual(["B/b1", "B/b2", "B/b3", "B/both"]);
});
flow07.refuses("a as A, and A's people along the whole way", () => {
  const p = office();
  define(p, [step("all", ["A", "a1"]), step("all", ["B", "b2"])]);
  expect(start(p, ["A", "b1"], "i").code).toBe("ACTING_ORG_INVALID");
  start(p, ["B", "b1"], "i");
  expect(transfer(p, ["A", "a1"], 0, ["A", "a2"]).code).toBe(OUTSIDE);
  approve(p, ["A", "a1"], 0);
  expect(transfer(p, ["B", "b2"], 1, ["A", "a2"]).code).toBe(OUTSIDE);
  expect(transfer(p, ["B", "b2"], 1, ["B", "b3"]).code).toBeNull();
});

const flow08 = rule("FLOW-08");
flow08.accepts("both ways at the same time, each within its own organization", () => {
  const p = office();
  define(p, [step("all", ["A", "a1"])]);
  start(p, ["A", "both"], "asA");
  start(p, ["B", "both"], "asB");
  expect(transfer(p, ["A", "a1"], 0, ["A", "both"], "asA").code).toBeNull();
  expect(transfer(p, ["A", "a1"], 0, ["B", "both"], "asB").code).toBeNull();
  expect(tasks(p, "asA")).toEqual(["A/both open"]);
  expect(tasks(p, "asB")).toEqual(["B/both open"]);
});
flow08.refuses("the identity of the other organization, and everybody with it", () => {
  const p = office();
  define(p, [step("all", ["A", "a1"])]);
  start(p, ["A", "both"], "asA");
  start(p, ["B", "both"], "asB");
  for (const to of [
    ["B", "both"],
    ["B", "b2"],
  ] as const) {
    expect(transfer(p, ["A", "a1"], 0, to, "asA").refusal?.data).toEqual({ anchor: "A" });
  }
  for (const to of [
    ["A", "both"],
    ["A", "a2"],
  ] as const) {
    expect(transfer(p, ["A", "a1"], 0, to, "asB").refusal?.data).toEqual({ anchor: "B" });
  }
});

/** Everything that people of B and C may have in common, and c1 with a1. */
function close(): Play {
  const p = running();
  const both = ["B", "C"] as const;
  for (const organization of both) {
    p.command("A", "visibility.set", { space: "s", organization, visibility: { kind: "all" } });
    p.command("A", "partner.set", { space: "s", organization, types: ["dealer"], level: "gold" });
  }
  p.command("A", "folder.create", { space: "s", folder: "f", parent: null, name: "F" });
  for (const organization of both) {
    p.command("A", "member.place", { space: "s", organization, folder: "f" });
  }
  const participants = [identity(["C", "c1"]), identity(["A", "a1"])];
  p.command(["B", "b1"], "group.start", { space: "s", group: "g", name: "G", participants });
  p.appoint("A", "a1", "main");
  p.appoint("A", "a2", "main");
  p.appoint("C", "c1", "main");
  return p;
}

const flow09 = rule("FLOW-09");
flow09.holds("visibility, groups, Folders, partner types and admin roles open nothing", () => {
  for (const to of [
    ["C", "c1"],
    ["A", "a2"],
    ["A", "A-admin"],
  ] as const) {
    const p = close();
    expect(mayRoute(p, ["A", "a1"], to)).toBe(OUTSIDE);
    for (const act of ACTS) expect(act(p, ["A", "a1"], to).code).toBe(OUTSIDE);
  }
  expect(candidates(close())).toEqual(candidates(running()));
});
flow09.holds("whoever can be chosen in a form cannot therefore be routed to", () => {
  const p = running();
  const viewer = identity(["B", "b1"]);
  const target = identity(["C", "c1"]);
  expect(p.ask("form.pickable", { viewer, app: "x", space: "s", target })).toEqual({
    pickable: true,
  });
  transfer(p, ["A", "a1"], 0, ["B", "b1"]);
  expect(mayRoute(p, ["B", "b1"], ["C", "c1"])).toBe(OUTSIDE);
});
flow09.holds("nor does an authorized list, a department head or another instance", () => {
  const p = close();
  p.command("A", "app.authorize", { space: "s", app: "x", authorized: null });
  start(p, ["C", "c1"], "j");
  for (const act of ACTS) expect(act(p, ["A", "a1"], ["C", "c1"]).code).toBe(OUTSIDE);
  expect(transfer(p, ["A", "a1"], 0, ["C", "c2"], "j").code).toBeNull();
});

const flow10 = rule("FLOW-10");
flow10.accepts("every act that chooses a person inside the boundary", () => {
  for (const act of ACTS) expect(act(running(), ["A", "a1"], ["B", "b2"]).code).toBeNull();
});
flow10.refuses("every act that chooses one outside", () => {
  for (const act of ACTS) {
    const p = running();
    expect(act(p, ["A", "a1"], ["A", "a2"]).code).toBe(OUTSIDE);
    expect(act(p, ["A", "a1"], ["C", "c1"]).code).toBe(OUTSIDE);
    expect(tasks(p)).toEqual(["A/a1 open"]);
  }
});
flow10.accepts("approvers of any organization of the Space, where rules appoint them", () => {
  const p = started([step("all", ["A", "a3"], ["C", "c1"], ["B", "b2"])]);
  expect(tasks(p)).toEqual(["A/a3 open", "C/c1 open", "B/b2 open"]);
});
flow10.refuses("as approvers whoever is neither the Host's nor on the Roster", () => {
  const p = office();
  define(p, [step("all", ["C", "c1"], ["B", "b3"], ["A", "a2"], ["A", "a3"])]);
  p.command("A", "association.cancel", { space: "s", organization: "C" });
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b3"] });
  p.resign("A", "a2");
  start(p, ["B", "b1"], "i");
  expect(tasks(p)).toEqual(["A/a3 open"]);
  start(p, ["A", "a1"], "j");
  expect(tasks(p, "j")).toEqual(["A/a3 open"]);
});

/** A second Space `t` of A with b2 and b3 of B on its Roster, licensed there. */
function another(p: Play): void {
  p.createSpace("A", "t");
  p.join("A", "t", "B", { people: ["b2", "b3"] });
  p.command("A", "license.link", { unit: { kind: "space", space: "t" } });
  grant(p, { kind: "space", space: "t" }, [
    ["B", "b2"],
    ["B", "b3"],
  ]);
}

flow10.accepts("where the Host started, who is on the Roster of any Space that has the app", () => {
  const p = office();
  another(p);
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  p.command("A", "app.publish", { space: "t", app: "x" });
  define(p, [step("all", ["B", "b2"], ["C", "c1"], ["A", "a3"])]);
  start(p, ["A", "a1"], "i");
  expect(tasks(p)).toEqual(["B/b2 open", "A/a3 open"]);
  // The boundary stays the initiator's organization, also for a Member's person.
  expect(transfer(p, ["B", "b2"], 0, ["B", "b3"]).code).toBe(OUTSIDE);
  expect(approve(p, ["B", "b2"], 0).code).toBeNull();
});
flow10.refuses("where the Host started, who is on the Roster of none that has the app", () => {
  const p = office();
  another(p);
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  define(p, [step("all", ["B", "b2"], ["C", "c1"])]);
  start(p, ["A", "a1"], "i");
  expect(tasks(p)).toEqual(["-A open"]);
});

test("a Member's person works on what the Host started through one Space, and leaves it with that", () => {
  const p = office();
  another(p);
  p.command("A", "app.publish", { space: "t", app: "x" });
  define(p, [step("all", ["B", "b2"])]);
  start(p, ["A", "a1"], "i");
  p.command("A", "license.revoke", {
    unit: { kind: "space", space: "s" },
    people: [{ organization: "B", person: "b2" }],
  });
  expect(approve(p, ["B", "b2"], 0).code).toBe("LICENSE_REQUIRED");
  p.command("B", "scope.take-out", { space: "t", organization: "B", people: ["b2"] });
  expect(tasks(p)).toEqual(["B/b2 open"]);
  p.command("A", "app.withdraw", { space: "s", app: "x" });
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b2"] });
  expect(tasks(p)).toEqual(["-B open"]);
  expect(assign(p, "B", 0, "off").code).toBe("SUCCESSOR_NOT_ELIGIBLE");
  expect(assign(p, "B", 0, "b1").code).toBeNull();
  expect(tasks(p)).toEqual(["B/b1 open"]);
  expect(approve(p, ["B", "b1"], 0).code).toBeNull();
});

test("it goes to the Host when the Association ends through which it was worked on", () => {
  const p = office();
  another(p);
  define(p, [step("all", ["B", "b2"], ["B", "b1"])]);
  start(p, ["A", "a1"], "i");
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b2"] });
  expect(tasks(p)).toEqual(["-B open", "B/b1 open"]);
  p.command("A", "association.cancel", { space: "t", organization: "B" });
  expect(tasks(p)).toEqual(["-B open", "B/b1 open"]);
  p.command("A", "association.cancel", { space: "s", organization: "B" });
  expect(tasks(p)).toEqual(["-A open", "-A open"]);
});
