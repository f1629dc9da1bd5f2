// Aim: what a scope excludes stays out when the department is removed, until somebody decides otherwise.
// Method: B excludes x (y below it) from its whole organization; x is removed, comes back, is taken back.
import { expect } from "vitest";
import type { Scope } from "../../src/index.ts";
import { type Plain, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

const WITHOUT_X: Plain<Scope> = { whole: true, exclude: { departments: ["x"] } };

/** B is a Member of s1: top over x over y, and z beside; px in x, py in y, pz in z, nobody elsewhere. */
function excluding(scope: Plain<Scope> = WITHOUT_X): Play {
  const p = play();
  p.register(["A", "B"]);
  p.createDepartments("B", [
    ["top", null],
    ["x", "top"],
    ["y", "x"],
    ["z", "top"],
  ]);
  for (const each of ["x", "y", "z"]) p.hire("B", `p${each}`, [each]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", scope);
  return p;
}

const remove = (p: Play, department: string) =>
  p.fact("department.removed", { organization: "B", department });
const putIn = (p: Play, what: { departments?: readonly string[]; people?: readonly string[] }) =>
  p.command("B", "scope.put-in", { space: "s1", organization: "B", ...what });
const isIn = (p: Play, person: string): boolean => p.roster("s1").includes(`B/${person}`);

const roster16 = rule("ROSTER-16");
roster16.hides("who was in a removed department that the scope excludes, or below it", () => {
  const p = excluding();
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/pz"]);
  const told = remove(p, "x");
  expect(told.events.map(({ type }) => type)).toEqual(["department.removed", "setting.inert"]);
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/pz"]);
});
roster16.hides("whoever is reported in it later, or in what is reported below it", () => {
  const p = excluding();
  remove(p, "x");
  expect(p.hire("B", "late", ["x"]).passedOver).toEqual([]);
  p.createDepartments("B", [["below", "x"]]);
  p.hire("B", "deep", ["below"]);
  p.relocate("B", "pz", ["x"]);
  expect(["late", "deep", "pz"].map((each) => isIn(p, each))).toEqual([false, false, false]);
});
roster16.hides("who was below it also when their own department is removed after it", () => {
  const p = excluding();
  remove(p, "x");
  remove(p, "y");
  expect(isIn(p, "py")).toBe(false);
});
roster16.hides("what a selection above covers, for the exclusion is nearer", () => {
  const p = excluding({ departments: ["top"], exclude: { departments: ["x"] } });
  remove(p, "x");
  expect(["px", "py", "pz"].map((each) => isIn(p, each))).toEqual([false, false, true]);
});
roster16.shows("somebody who is in an included department as well", () => {
  const p = excluding();
  p.relocate("B", "px", ["x", "z"]);
  remove(p, "x");
  expect(isIn(p, "px")).toBe(true);
});
roster16.shows("nobody because of a selection that is gone", () => {
  const p = excluding({ departments: ["x"] });
  remove(p, "x");
  expect(p.roster("s1")).toEqual([]);
  p.hire("B", "late", ["x"]);
  expect(isIn(p, "late")).toBe(false);
});
roster16.shows(
  "a person again by a fact that places them elsewhere, not by one that agrees",
  () => {
    const p = excluding();
    remove(p, "x");
    p.fact("person.relocated", {
      organization: "B",
      person: "px",
      number: 1,
      departments: [],
      revision: 9,
    });
    expect(isIn(p, "px")).toBe(false);
    p.relocate("B", "px", ["z"]);
    expect(isIn(p, "px")).toBe(true);
    p.relocate("B", "px", []);
    expect(isIn(p, "px")).toBe(true);
  },
);
roster16.shows("a sub-department again by a fact that moves it, not by one that agrees", () => {
  const p = excluding();
  remove(p, "x");
  const move = (parent: string | null) =>
    p.fact("department.moved", { organization: "B", department: "y", parent });
  move("top");
  expect(isIn(p, "py")).toBe(false);
  move("z");
  expect(isIn(p, "py")).toBe(true);
  move("top");
  expect(isIn(p, "py")).toBe(true);
});
roster16.shows("whom an admin puts in, and everybody once the exclusion is taken back", () => {
  const p = excluding();
  remove(p, "x");
  putIn(p, { people: ["px"] });
  expect(["px", "py"].map((each) => isIn(p, each))).toEqual([true, false]);
  const told = putIn(p, { departments: ["x"] });
  expect(told.events.map(({ type }) => type)).toContain("setting.dropped");
  expect(isIn(p, "py")).toBe(true);
  expect(p.association("s1", "B")?.departments.count).toBe(0);
});
roster16.shows("a sub-department that an admin puts in", () => {
  const p = excluding();
  remove(p, "x");
  putIn(p, { departments: ["y"] });
  expect(["px", "py"].map((each) => isIn(p, each))).toEqual([false, true]);
});
roster16.hides("them whether the department comes back, is removed again or is named again", () => {
  const p = excluding();
  remove(p, "x");
  const scope = { whole: true, exclude: { departments: ["x"] } };
  const set = (to: Plain<Scope>) =>
    p.command("B", "scope.set", { space: "s1", organization: "B", scope: to });
  expect(set(scope).code).toBeNull();
  const again = { organization: "B", department: "x", parent: null, name: "X", revision: 7 };
  p.fact("department.created", again);
  expect(["px", "py"].map((each) => isIn(p, each))).toEqual([false, false]);
  remove(p, "x");
  expect(["px", "py"].map((each) => isIn(p, each))).toEqual([false, false]);
  set({ whole: true });
  expect(["px", "py"].map((each) => isIn(p, each))).toEqual([true, true]);
  expect(set(scope).code).toBe("UNKNOWN_DEPARTMENT");
});
