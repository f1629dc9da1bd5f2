// Aim: the Roster follows the directory and the scope in the same step, and only as far as needed.
// Method: hires, confirmations, moves and resignations in an organization with a scope of one branch.
import { expect } from "vitest";
import type { Scope } from "../../src/index.ts";
import { type Plain, type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** B is a Member of s1 with d1 (and d2 below it) in scope; d4 is out. p1 in d1, p2 in d2, p4 in d4. */
function synced(scope: Plain<Scope> = { departments: ["d1"] }): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", "d1"],
    ["d4", null],
  ]);
  for (const i of [1, 2, 4]) p.hire("B", `p${i}`, [`d${i}`]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", scope);
  return p;
}

const movements = ({ events }: Told): string[] =>
  events
    .filter(({ type }) => /^(?:roster|waiting)\./u.test(type))
    .map(({ type, data }) => `${type} ${String(data["person"])}`);

const roster05 = rule("ROSTER-05");
roster05.happens("in the same step for somebody hired into scope", () => {
  const p = synced();
  expect(movements(p.hire("B", "p9", ["d2"]))).toEqual(["roster.entered p9"]);
  expect(p.roster("s1")).toContain("B/p9");
});
roster05.doesNot("out of scope, though the hire itself is recorded", () => {
  const p = synced();
  const told = p.hire("B", "p9", ["d4"]);
  expect(told.events.map(({ type }) => type)).toEqual(["person.hired"]);
  expect(p.roster("s1")).not.toContain("B/p9");
});

const confirm = (p: Play, person: string, title: string): Told =>
  p.fact("person.confirmed", {
    organization: "B",
    person,
    number: 1,
    fields: { name: `Name of ${person}`, title },
  });

const employmentOf = (p: Play, person: string) =>
  p.records("employment").find(([key]) => key === `B/${person}`)?.[1];

function probation(p: Play, person: string, department: string): void {
  const fields = { name: `Name of ${person}` };
  const employment = { person, number: 1, departments: [department], fields, probation: true };
  p.fact("person.hired", { organization: "B", ...employment });
}

const roster06 = rule("ROSTER-06");
roster06.happens("that probation ends and fields follow, presence untouched", () => {
  const p = synced();
  probation(p, "new", "d1");
  const told = confirm(p, "new", "Clerk");
  expect(movements(told)).toEqual([]);
  expect(employmentOf(p, "new")).toMatchObject({ probation: false, fields: { title: "Clerk" } });
  expect(p.roster("s1")).toContain("B/new");
});
roster06.doesNot("bring in somebody out of scope, nor move anybody", () => {
  const p = synced();
  probation(p, "new", "d4");
  expect(movements(confirm(p, "new", "Clerk"))).toEqual([]);
  expect(p.roster("s1")).not.toContain("B/new");
  expect(employmentOf(p, "new")?.departments).toEqual(["d4"]);
});

const roster07 = rule("ROSTER-07");
roster07.happens("into scope and out of it", () => {
  const p = synced();
  expect(movements(p.relocate("B", "p4", ["d2"]))).toEqual(["roster.entered p4"]);
  expect(movements(p.relocate("B", "p1", ["d4"]))).toEqual(["roster.left p1"]);
  expect(p.roster("s1")).toEqual(["B/p2", "B/p4"]);
});
roster07.doesNot("interrupt whoever is in scope before and after, or never", () => {
  const p = synced();
  expect(movements(p.relocate("B", "p1", ["d2"]))).toEqual([]);
  expect(movements(p.relocate("B", "p4", []))).toEqual([]);
  expect(p.roster("s1")).toEqual(["B/p1", "B/p2"]);
});

const roster08 = rule("ROSTER-08");
roster08.happens("whether selected by name, by department or with everybody", () => {
  for (const scope of [{ people: ["p1"] }, { departments: ["d1"] }, { whole: true }]) {
    const p = synced(scope);
    expect(p.roster("s1")).toContain("B/p1");
    expect(movements(p.resign("B", "p1"))).toEqual(["roster.left p1"]);
    expect(p.roster("s1")).not.toContain("B/p1");
  }
});
roster08.doesNot("take anybody else, nor the same person twice", () => {
  const p = synced();
  expect(p.resign("B", "p4").events.map(({ type }) => type)).toEqual([
    "person.resigned",
    "departure.kept",
  ]);
  p.resign("B", "p1");
  expect(p.resign("B", "p1").events).toEqual([]);
  expect(p.roster("s1")).toEqual(["B/p2"]);
});

const moveTo = (p: Play, department: string, parent: string | null): Told =>
  p.fact("department.moved", { organization: "B", department, parent });

const roster09 = rule("ROSTER-09");
roster09.happens("for everybody below a department moved in or out", () => {
  const p = synced();
  expect(movements(moveTo(p, "d4", "d2"))).toEqual(["roster.entered p4"]);
  expect(movements(moveTo(p, "d2", null))).toEqual(["roster.left p2", "roster.left p4"]);
  expect(p.roster("s1")).toEqual(["B/p1"]);
});
roster09.happens("for a removed department, which acts in no scope", () => {
  const p = synced();
  const told = p.fact("department.removed", { organization: "B", department: "d1" });
  expect(movements(told)).toEqual(["roster.left p1", "roster.left p2"]);
  expect(p.roster("s1")).toEqual([]);
});
roster09.doesNot("when a department is created, renamed, or moved within the branch", () => {
  const p = synced();
  p.createDepartments("B", [["d3", "d2"]]);
  p.hire("B", "p3", ["d3"]);
  expect(movements(moveTo(p, "d3", "d1"))).toEqual([]);
  const name = { organization: "B", department: "d1", name: "Other" };
  expect(movements(p.fact("department.renamed", name))).toEqual([]);
  expect(p.roster("s1")).toEqual(["B/p1", "B/p2", "B/p3"]);
});

rule("ROSTER-10").holds("after every fact, the Roster is what the scope selects afresh", () => {
  const p = synced();
  const facts: readonly (() => Told)[] = [
    () => p.hire("B", "p9", ["d2"]),
    () => p.relocate("B", "p4", ["d1"]),
    () => moveTo(p, "d2", "d4"),
    () => p.relocate("B", "p9", ["d1", "d4"]),
    () => p.resign("B", "p1"),
    () => p.fact("department.removed", { organization: "B", department: "d1" }),
  ];
  for (const happen of facts) {
    happen();
    const below = (department: string): readonly string[] => {
      const record = p.records("department").find(([key]) => key === `B/${department}`)?.[1];
      return record?.removed === false ? [department, ...record.ancestors] : [];
    };
    const people = p.records("employment").filter(([key]) => key.startsWith("B/"));
    const inScope = people.filter(
      ([, { inService, departments: own }]) =>
        inService && own.some((each) => below(each).includes("d1")),
    );
    expect(p.roster("s1")).toEqual(inScope.map(([key]) => key).sort());
  }
});

const roster13 = rule("ROSTER-13");
const rescope = (p: Play, scope: Plain<Scope>): Told =>
  p.command("B", "scope.set", { space: "s1", organization: "B", scope });
roster13.happens("to those who leave and those who enter", () => {
  const p = synced();
  const told = rescope(p, { departments: ["d2", "d4"] });
  expect(movements(told)).toEqual(["roster.left p1", "roster.entered p4"]);
  expect(p.roster("s1")).toEqual(["B/p2", "B/p4"]);
});
roster13.doesNot("to those in both, nor to anybody when the scope is the same", () => {
  const p = synced();
  expect(movements(rescope(p, { people: ["p1", "p2"] }))).toEqual([]);
  expect(rescope(p, { people: ["p2", "p1"] }).events).toEqual([]);
  expect(p.roster("s1")).toEqual(["B/p1", "B/p2"]);
});

rule("ROSTER-14").holds("an entry for each organization; losing one leaves the other", () => {
  const p = synced();
  p.register(["C"]);
  p.hire("C", "p1");
  p.join("A", "s1", "C", { people: ["p1"] });
  expect(p.roster("s1")).toEqual(["B/p1", "B/p2", "C/p1"]);
  p.resign("B", "p1");
  expect(p.roster("s1")).toEqual(["B/p2", "C/p1"]);
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  expect(p.roster("s1")).toEqual(["C/p1"]);
});
