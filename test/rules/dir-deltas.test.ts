// Aim: single placements change nothing else, and of many changes in one input only the sum counts.
// Method: one organization with a scope of one branch in a Space, told changes one by one and at once.
import { describe, expect, test } from "vitest";
import { type DirectoryChange, defaultPolicy } from "../../src/index.ts";
import { factsOf } from "../../src/testing/facts.ts";
import { type Plain, type Play, play, type Told } from "../../src/testing/index.ts";
import { busy, happened } from "../support/busy.ts";
import { rule } from "../support/rule.ts";

const eve = { organization: "B", person: "eve" };
const fields = { name: "Eve" };

/**
 * B is a Member of s1 with d1, and d2 below it, in scope; d3 and d4 are out. p1 to p4 are in the
 * departments of their number, eve in d1 and d3.
 */
function company(personCap = 20): Play {
  const p = play({ personCap });
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", "d1"],
    ["d3", null],
    ["d4", "d3"],
  ]);
  for (const i of [1, 2, 3, 4]) p.hire("B", `p${i}`, [`d${i}`]);
  p.hire("B", "eve", ["d1", "d3"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { departments: ["d1"] });
  return p;
}

type One = { readonly department?: string; readonly revision?: number; readonly number?: number };
const entered = (p: Play, { department = "d2", ...more }: One = {}, at = 1000) =>
  p.fact("person.department-entered", { ...eve, department, ...more }, { at });
const left = (p: Play, { department = "d1", ...more }: One = {}, at = 1000) =>
  p.fact("person.department-left", { ...eve, department, ...more }, { at });
const placed = (p: Play, departments: readonly string[], revision: number) =>
  p.fact("person.relocated", { ...eve, departments, revision });
const employment = (p: Play) => p.records("employment").find(([key]) => key === "B/eve")?.[1];
const places = (p: Play) => employment(p)?.departments;

const movements = ({ events }: Told): string[] =>
  events
    .filter(({ type }) => /^(?:roster|waiting)\./u.test(type))
    .map(({ type, data }) => `${type} ${String(data["person"])}`);

const dir12 = rule("DIR-12");
dir12.happens(
  "one placement is added or taken away, all others stay, and the Roster follows",
  () => {
    const p = company();
    const told = entered(p);
    expect(happened(told, "person.relocated")).toEqual([
      { ...eve, number: 1, department: "d2", departments: ["d1", "d3", "d2"], from: ["d1", "d3"] },
    ]);
    expect(movements(told)).toEqual([]);
    expect(places(p)).toEqual(["d1", "d3", "d2"]);
    expect(movements(left(p))).toEqual([]);
    expect(movements(left(p, { department: "d2" }))).toEqual(["roster.left eve"]);
    expect(places(p)).toEqual(["d3"]);
    expect(movements(entered(p, { department: "d1" }))).toEqual(["roster.entered eve"]);
  },
);
dir12.doesNot("when it is so already, but a revision is kept", () => {
  const p = company();
  expect(entered(p, { department: "d1" })).toMatchObject({
    events: [],
    passedOver: ["person eve: already-so"],
  });
  expect(left(p, { department: "d2" })).toMatchObject({
    events: [],
    passedOver: ["person eve: already-so"],
  });
  expect(entered(p, { department: "d1", revision: 7 }).passedOver).toEqual([]);
  expect(left(p, { department: "d1", revision: 6 }).passedOver).toEqual([
    "person eve: older-revision",
  ]);
  expect(places(p)).toEqual(["d1", "d3"]);
});
dir12.accepts("two of them side by side, whatever revisions the other department has", () => {
  const p = company();
  entered(p, { revision: 9 });
  expect(entered(p, { department: "d4", revision: 5 }).passedOver).toEqual([]);
  expect(places(p)).toEqual(["d1", "d3", "d2", "d4"]);
  expect(left(p, { department: "d2", revision: 9 }).passedOver).toEqual([
    "person eve: older-revision",
  ]);
  expect(left(p, { department: "d2", revision: 10 }).passedOver).toEqual([]);
  expect(places(p)).toEqual(["d1", "d3", "d4"]);
});
dir12.accepts("a revision above the last whole value's only", () => {
  const p = company();
  placed(p, ["d1"], 5);
  expect(entered(p, { revision: 5 }).passedOver).toEqual(["person eve: older-revision"]);
  expect(entered(p, { revision: 6 }).passedOver).toEqual([]);
  // The whole value has a revision of its own: that of one placement is none.
  expect(placed(p, ["d4"], 6).passedOver).toEqual([]);
  expect(places(p)).toEqual(["d4"]);
  expect(entered(p, { revision: 6 }).passedOver).toEqual(["person eve: older-revision"]);
});
dir12.refuses("a person or a department that is unknown", () => {
  const p = company();
  expect(entered(p, { department: "dx" }).refusal).toMatchObject({
    code: "UNKNOWN_DEPARTMENT",
    data: { organization: "B", department: "dx" },
  });
  expect(entered(p, { number: 2 }).code).toBe("UNKNOWN_PERSON");
  p.fact("person.hired", { ...eve, number: 3, departments: [], fields });
  expect(left(p, { number: 1 }).passedOver).toEqual(["person eve: older-number"]);
});
dir12.accepts("a removed department, without effect", () => {
  const p = company();
  p.fact("department.removed", { organization: "B", department: "d3" });
  expect(left(p, { department: "d3" })).toMatchObject({
    events: [],
    passedOver: ["department d3: department-gone"],
  });
  expect(entered(p, { department: "d3" }).passedOver).toEqual(["department d3: department-gone"]);
});

/** Eve in so many departments, e0 to e<n-1>. */
function widely(count: number): Play {
  const p = company();
  const all = Array.from({ length: count }, (_, i) => `e${i}`);
  p.createDepartments(
    "B",
    [...all, "last"].map((department) => [department, null]),
  );
  p.fact("person.relocated", { ...eve, departments: all });
  return p;
}
dir12.at("63 placements: one more is possible", () => {
  const p = widely(63);
  expect(entered(p, { department: "last" }).passedOver).toEqual([]);
  expect(places(p)).toHaveLength(64);
});
dir12.above("64 placements: one more is not, one less is", () => {
  const p = widely(64);
  expect(entered(p, { department: "last" })).toMatchObject({
    events: [],
    passedOver: ["person eve: not-possible"],
  });
  expect(entered(p, { department: "e5", revision: 3 }).passedOver).toEqual([]);
  expect(left(p, { department: "e0" }).passedOver).toEqual([]);
  expect(entered(p, { department: "last" }).passedOver).toEqual([]);
});

/** Eve has entered and left so many departments, r0 first, each under revision 5. */
function revised(count: number): Play {
  const p = company();
  for (let i = 0; i < count; i += 1) {
    p.createDepartments("B", [[`r${i}`, null]]);
    entered(p, { department: `r${i}`, revision: 4 });
    left(p, { department: `r${i}`, revision: 5 });
  }
  return p;
}
dir12.at("128 departments the revision of each is remembered", () => {
  const p = revised(128);
  expect(entered(p, { department: "r0", revision: 5 }).passedOver).toEqual([
    "person eve: older-revision",
  ]);
});
dir12.above("128 departments that of the first is forgotten", () => {
  const p = revised(129);
  expect(employment(p)?.revisions.placements).toHaveLength(128);
  expect(entered(p, { department: "r1", revision: 5 }).passedOver).toEqual([
    "person eve: older-revision",
  ]);
  expect(entered(p, { department: "r0", revision: 5 }).passedOver).toEqual([]);
});

type Change = Plain<DirectoryChange>;
const changed = (p: Play, changes: readonly Change[]) =>
  p.fact("directory.changed", { organization: "B", changes }, { at: 2000 });
const relocated = (person: string, ...departments: string[]): Change => ({
  type: "person.relocated",
  data: { person, departments },
});
const resigned = (person: string): Change => ({ type: "person.resigned", data: { person } });
const hired = (person: string, ...departments: string[]): Change => ({
  type: "person.hired",
  data: { person, departments, fields },
});
const moved = (department: string, parent: string | null, revision?: number): Change => ({
  type: "department.moved",
  data: { department, parent, ...(revision === undefined ? {} : { revision }) },
});
const removed = (department: string): Change => ({
  type: "department.removed",
  data: { department },
});
const created = (department: string, parent: string | null): Change => ({
  type: "department.created",
  data: { department, parent, name: department },
});
const parentOf = (p: Play, department: string) =>
  p.records("department").find(([key]) => key === `B/${department}`)?.[1].parent;
const firstOver = ({ outcome }: Told) =>
  outcome.kind === "accepted" ? outcome.passedOver?.first : undefined;

const dir13 = rule("DIR-13");
dir13.happens("changes take effect in order, and what follows from them follows once", () => {
  const p = company();
  const told = changed(p, [
    created("d5", "d1"),
    hired("new", "d5"),
    relocated("p3", "d5"),
    { type: "admin.changed", data: { person: "new", role: "sub" } },
    resigned("p1"),
  ]);
  expect(told.code).toBeNull();
  expect(told.events.map(({ type }) => type)).toEqual([
    "department.created",
    "person.hired",
    "person.relocated",
    "admin.changed",
    "person.resigned",
    "roster.left",
    "roster.entered",
    "roster.entered",
    "departure.kept",
  ]);
  expect(p.roster("s1")).toEqual(["B/eve", "B/new", "B/p2", "B/p3"]);
});
dir13.doesNot("interrupt whoever is in scope before and after", () => {
  const p = company();
  expect(movements(changed(p, [relocated("p1", "d4"), relocated("p1", "d1")]))).toEqual([]);
  // A department is removed before its people are moved out, and another one after.
  expect(movements(changed(p, [removed("d2"), relocated("p2", "d1")]))).toEqual([]);
  expect(movements(changed(p, [moved("d1", "d3"), moved("d1", null)]))).toEqual([]);
  expect(movements(changed(p, [relocated("p3", "d1"), relocated("p3", "d3")]))).toEqual([]);
  expect(movements(changed(p, [hired("new", "d1"), resigned("new")]))).toEqual([]);
});
dir13.doesNot("take licenses, groups, lists or tasks from whoever is out and in again", () => {
  const p = busy();
  const told = changed(p, [
    { type: "person.department-left", data: { person: "x", department: "d1" } },
    moved("d1", null),
    { type: "person.department-entered", data: { person: "x", department: "d1" } },
  ]);
  expect(told.events.map(({ type }) => type)).toEqual(["person.relocated", "person.relocated"]);
  expect(told.notices).toEqual([]);
});
dir13.happens("an employment that ends and another that begins are both told", () => {
  const p = company();
  const told = changed(p, [resigned("p1"), hired("p1", "d1"), relocated("p1", "d2")]);
  expect(movements(told)).toEqual(["roster.left p1", "roster.entered p1"]);
  expect(happened(told, "roster.left")).toMatchObject([{ because: "resigned" }]);
  expect(told.notices.map(({ kind }) => kind)).toEqual(["COUNTERPART_LEFT"]);
});
dir13.happens("those below a department that is moved and then removed follow", () => {
  const p = company();
  p.createDepartments("B", [["d6", "d2"]]);
  p.hire("B", "p6", ["d6"]);
  expect(p.roster("s1")).toContain("B/p6");
  const told = changed(p, [moved("d2", "d3"), removed("d2")]);
  expect(movements(told).sort()).toEqual(["roster.left p2", "roster.left p6"]);
  expect(parentOf(p, "d6")).toBe("d3");
});
dir13.happens(
  "those below a removed department that is excluded stay out, be they looked at again",
  () => {
    const p = company();
    p.createDepartments("B", [["d6", "d2"]]);
    p.hire("B", "p6", ["d6"]);
    const scope = { departments: ["d1"], exclude: { departments: ["d2"] } };
    p.command("B", "scope.set", { space: "s1", organization: "B", scope });
    expect(p.roster("s1")).not.toContain("B/p6");
    expect(movements(changed(p, [removed("d2")]))).toEqual([]);
  },
);

dir13.happens("a move that would close a circle is made once others have opened the way", () => {
  const p = company();
  // d4 is below d3, d2 below d1: each chain is turned upside down, the lower end last.
  const told = changed(p, [
    moved("d3", "d4"),
    moved("d4", "d2"),
    moved("d1", "d2"),
    moved("d2", null),
  ]);
  expect(told.passedOver).toEqual([]);
  expect(happened(told, "department.flagged")).toEqual([]);
  expect(["d1", "d2", "d3", "d4"].map((id) => parentOf(p, id))).toEqual(["d2", null, "d4", "d2"]);
});
dir13.happens("moves that wait for one another are all made", () => {
  const p = company();
  p.createDepartments("B", [["d6", "d2"]]);
  const told = changed(p, [moved("d1", "d2"), moved("d2", "d6"), moved("d6", null)]);
  expect(happened(told, "department.flagged")).toEqual([]);
  expect(["d1", "d2", "d6"].map((id) => parentOf(p, id))).toEqual(["d2", "d6", null]);
});
dir13.happens("a move for which nothing opens the way is flagged", () => {
  const p = company();
  const told = changed(p, [moved("d1", "d2"), moved("d3", "d3"), relocated("p4", "d1")]);
  expect(happened(told, "department.flagged")).toMatchObject([
    { department: "d1", parent: "d2", reason: "cycle" },
    { department: "d3", parent: "d3", reason: "cycle" },
  ]);
  expect(told.notices).toHaveLength(2);
  expect(movements(told)).toEqual(["roster.entered p4"]);
});
dir13.doesNot("move by a wish that a later one has taken the place of", () => {
  const p = company();
  const told = changed(p, [moved("d1", "d2"), moved("d2", null), moved("d1", "d3")]);
  expect(parentOf(p, "d1")).toBe("d3");
  expect(firstOver(told)).toEqual([
    { kind: "department", id: "d1", index: 0, reason: "older-time" },
  ]);
  const newer = [moved("d1", "d4", 9), moved("d4", null, 3), moved("d1", null, 4)];
  const other = changed(p, [moved("d4", "d1", 2), ...newer]);
  expect(happened(other, "department.flagged")).toEqual([]);
  expect(parentOf(p, "d1")).toBe("d4");
});
dir13.refuses("what is unknown, with its place, and nothing of the rest is done", () => {
  const p = company();
  const before = p.world();
  const told = changed(p, [relocated("p4", "d1"), relocated("p3", "d5"), created("d5", "d1")]);
  expect(told.refusal).toMatchObject({
    code: "UNKNOWN_DEPARTMENT",
    rule: "PROTO-03",
    data: { organization: "B", department: "d5", index: 1 },
  });
  expect(p.world()).toBe(before);
  expect(changed(p, [relocated("p4", "d1"), resigned("nobody")]).refusal).toMatchObject({
    code: "UNKNOWN_PERSON",
    data: { organization: "B", person: "nobody", index: 1 },
  });
  expect(changed(p, [moved("d1", "d9")]).refusal?.data).toMatchObject({ index: 0 });
  // Of two codes the first in rank is reported.
  expect(changed(p, [moved("d1", "d9"), resigned("x"), resigned("y")]).refusal).toMatchObject({
    code: "UNKNOWN_PERSON",
    data: { person: "x", index: 1 },
  });
});
dir13.accepts("what earlier changes of the same input have made known", () => {
  const p = company();
  const told = changed(p, [created("d5", "d1"), created("d6", "d5"), relocated("p4", "d6")]);
  expect(told).toMatchObject({ code: null, passedOver: [] });
  expect(p.roster("s1")).toContain("B/p4");
});
dir13.accepts("changes without effect, each with its place and reason", () => {
  const p = company();
  const told = changed(p, [
    relocated("p1", "d1"),
    relocated("p4", "d1"),
    hired("p2", "d1"),
    { type: "person.department-left", data: { person: "p4", department: "d2" } },
  ]);
  expect(firstOver(told)).toEqual([
    { kind: "person", id: "p1", index: 0, reason: "already-so" },
    { kind: "person", id: "p2", index: 2, reason: "already-in-service" },
    { kind: "person", id: "p4", index: 3, reason: "already-so" },
  ]);
});
dir13.accepts(
  "any change of an organization that has ended, and of nobody else's directory",
  () => {
    const p = company();
    const from = { organization: "A" };
    const data = { organization: "B", changes: [resigned("p1")] };
    expect(p.fact("directory.changed", data, { from }).refusal).toMatchObject({
      code: "SOURCE_NOT_RESPONSIBLE",
    });
    p.fact("organization.ended", { organization: "B" });
    expect(changed(p, [resigned("nobody"), resigned("p1")])).toMatchObject({
      events: [],
      passedOver: ["organization B: organization-ended"],
    });
  },
);

describe("changes of different subjects equal the facts one after the other", () => {
  /** What is seen of directory, Rosters and waiting lists. */
  const stands = (p: Play) => {
    const { organizations } = factsOf(p.world(), defaultPolicy);
    const own = organizations.find(({ organization }) => organization === "B");
    return { own, roster: p.roster("s1"), waiting: p.waiting("s1") };
  };
  const oneByOne = (p: Play, changes: readonly Change[]) => {
    for (const { type, data } of changes) {
      p.fact(type, { ...data, organization: "B" } as never);
    }
    return stands(p);
  };
  const atOnce = (p: Play, changes: readonly Change[]) => {
    expect(changed(p, changes).code).toBeNull();
    return stands(p);
  };

  test.each([
    [
      "who comes first is let in first, whoever was hired first",
      [relocated("p4", "d1"), relocated("p3", "d1")],
    ],
    ["a newcomer before somebody hired long ago", [hired("new", "d1"), relocated("p3", "d1")]],
    [
      "who waits is let in by a later departure",
      [relocated("p4", "d1"), hired("new", "d2"), resigned("p1")],
    ],
    [
      "a departure first",
      [resigned("p1"), hired("new", "d2"), relocated("p4", "d2"), relocated("p3", "d1")],
    ],
    ["a department, and somebody who is not in it", [moved("d4", "d1"), relocated("p3", "d2")]],
  ] as const)("%s", (_, changes) => {
    const full = () => company(4);
    expect(atOnce(full(), changes)).toEqual(oneByOne(full(), changes));
  });
});
