// Aim: what a scope selects, and who may set it.
// Method: scopes of every shape over a small directory; the Roster shows who is in.
import { expect } from "vitest";
import type { Scope } from "../../src/index.ts";
import { type Plain, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/**
 * A hosts s1, B is a Member. In B: d1 with d2 below it and d3 below that, d4 beside; p1 to p4 in
 * these, p14 in d1 and d4, loose in none.
 */
function directory(scope?: Plain<Scope>): Play {
  const p = play();
  p.register(["A", "B", "C"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", "d1"],
    ["d3", "d2"],
    ["d4", null],
  ]);
  for (const i of [1, 2, 3, 4]) p.hire("B", `p${i}`, [`d${i}`]);
  p.hire("B", "p14", ["d1", "d4"]);
  p.hire("B", "loose");
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", scope);
  return p;
}

const set = (p: Play, by: string, organization: string, scope: Plain<Scope>) =>
  p.command(by, "scope.set", { space: "s1", organization, scope });
/** Whom of B a scope selects. */
const selected = (scope: Plain<Scope>): string[] =>
  directory(scope)
    .roster("s1")
    .map((each) => each.slice(2));

const roster01 = rule("ROSTER-01");
roster01.accepts("the Host's and a Member's scope, each set by itself", () => {
  const p = directory();
  p.hire("A", "a1");
  expect(set(p, "B", "B", { people: ["p1"] }).code).toBeNull();
  expect(set(p, "A", "A", { people: ["a1"] }).code).toBeNull();
  expect(p.roster("s1")).toEqual(["A/a1", "B/p1"]);
});
roster01.refuses("a scope of whoever takes no part, and one over another's directory", () => {
  const p = directory();
  p.invite("A", "s1");
  p.applyTo("C", "s1");
  expect(set(p, "C", "C", { whole: true }).refusal).toEqual({
    code: "NOT_A_MEMBER",
    rule: "ROSTER-01",
    data: { space: "s1", organization: "C" },
  });
  expect(set(p, "B", "B", { organization: "A", whole: true }).code).toBe(
    "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  );
  expect(set(p, "B", "A", { whole: true }).code).toBe("NOT_AUTHORIZED_ADMIN");
  expect(p.roster("s1")).toEqual([]);
});

const roster02 = rule("ROSTER-02");
roster02.holds("of the whole organization, people without a department included", () => {
  const everybody = ["B-admin", "loose", "p1", "p14", "p2", "p3", "p4"];
  expect(selected({ whole: true })).toEqual(everybody);
});
roster02.holds("of any set of departments and people: nobody else is in", () => {
  expect(selected({ departments: ["d4"], people: ["loose"] })).toEqual(["loose", "p14", "p4"]);
  expect(selected({})).toEqual([]);
  expect(selected({ whole: true, exclude: { departments: ["d1"] } })).toEqual([
    "B-admin",
    "loose",
    "p14",
    "p4",
  ]);
});

const roster03 = rule("ROSTER-03");
roster03.holds(
  "of everything below a department, now and in future, and of nothing beside it",
  () => {
    const p = directory({ departments: ["d1"] });
    expect(p.roster("s1")).toEqual(["B/p1", "B/p14", "B/p2", "B/p3"]);
    p.createDepartments("B", [["d5", "d3"]]);
    p.hire("B", "p5", ["d5"]);
    expect(p.roster("s1")).toContain("B/p5");
    p.hire("B", "p6", ["d4"]);
    expect(p.roster("s1")).not.toContain("B/p6");
  },
);

const roster04 = rule("ROSTER-04");
roster04.holds("of the nearest rule: below an exclusion a selection brings in again", () => {
  const exclude = { departments: ["d2"] };
  expect(selected({ departments: ["d1"], exclude })).toEqual(["p1", "p14"]);
  expect(selected({ departments: ["d1", "d3"], exclude })).toEqual(["p1", "p14", "p3"]);
});
roster04.holds("of a person's own rule before any department's, the latest replacing it", () => {
  expect(selected({ departments: ["d1"], exclude: { people: ["p2"] } })).not.toContain("p2");
  const p = directory({ departments: ["d1"] });
  const named = { space: "s1", organization: "B", people: ["p2"] };
  p.command("B", "scope.take-out", named);
  expect(p.roster("s1")).not.toContain("B/p2");
  p.relocate("B", "p2", ["d1"]);
  expect(p.roster("s1")).not.toContain("B/p2");
  p.command("B", "scope.put-in", named);
  expect(p.roster("s1")).toContain("B/p2");
});
roster04.holds("of one department among several: one that says in is enough", () => {
  expect(selected({ departments: ["d4"] })).toEqual(["p14", "p4"]);
  expect(selected({ whole: true, exclude: { departments: ["d1"] } })).toContain("p14");
  expect(
    selected({ departments: ["d1"], exclude: { people: ["p1"], departments: ["d2"] } }),
  ).toEqual(["p14"]);
});

rule("ROSTER-15").holds("nobody out of service is on a Roster, by whatever rule", () => {
  const p = directory({ whole: true, people: ["p1"] });
  for (const person of ["p1", "p2", "loose"]) p.resign("B", person);
  const left = ["B/B-admin", "B/p14", "B/p3", "B/p4"];
  expect(p.roster("s1")).toEqual(left);
  expect(set(p, "B", "B", { people: ["p1"] }).refusal).toMatchObject({
    code: "UNKNOWN_PERSON",
    data: { person: "p1" },
  });
  expect(set(p, "B", "B", { departments: ["d1", "d4"] }).code).toBeNull();
  expect(p.roster("s1")).toEqual(left.slice(1));
});
