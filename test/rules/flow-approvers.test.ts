// Aim: whom approval rules find above and around the initiator, when a step begins.
// Method: offices whose Member has a tree of departments; tasks show who was found.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { define, office, start, step, tasks, type Who } from "../support/flows.ts";
import { rule } from "../support/rule.ts";

const b1: Who = ["B", "b1"];

/** An office whose b1 is in `team`, below `area`, below `house`; b2 heads `area`, b3 `house`. */
function towered(): Play {
  const p = office();
  p.createDepartments("B", [
    ["house", null],
    ["area", "house"],
    ["team", "area"],
    ["annex", "house"],
  ]);
  p.relocate("B", "b1", ["team"]);
  head(p, "b2", "area");
  head(p, "b3", "house");
  return p;
}

function head(p: Play, person: string, ...departments: string[]): void {
  p.fact("person.heads-changed", { organization: "B", person, number: 1, departments });
}

/** Who signs a step for the heads so many levels up. */
function headsFound(p: Play, levelsUp?: number): string[] {
  const rest = levelsUp === undefined ? {} : { levelsUp };
  const instance = `i${levelsUp}`;
  define(p, [step("all", { kind: "initiator-heads", ...rest })]);
  start(p, b1, instance);
  return tasks(p, instance);
}

const flow21 = rule("FLOW-21");
flow21.shows("the heads of the department so many levels up, 0 being one's own", () => {
  const p = towered();
  head(p, "both", "team");
  expect(headsFound(p)).toEqual(["B/both open"]);
  expect(headsFound(p, 0)).toEqual(["B/both open"]);
  expect(headsFound(p, 1)).toEqual(["B/b2 open"]);
  expect(headsFound(p, 2)).toEqual(["B/b3 open"]);
});
flow21.shows("those above several departments together, each once", () => {
  const p = towered();
  p.relocate("B", "b1", ["team", "annex"]);
  expect(headsFound(p, 1)).toEqual(["B/b2 open", "B/b3 open"]);
  head(p, "b2", "area", "house");
  expect(headsFound(p, 1)).toEqual(["B/b2 open", "B/b3 open"]);
  p.relocate("B", "b1", ["area", "annex"]);
  expect(headsFound(p, 1)).toEqual(["B/b2 open", "B/b3 open"]);
});
flow21.shows(
  "heads where the initiator is placed when the step begins, not when it was defined",
  () => {
    const p = towered();
    define(p, [step("all", { kind: "initiator-heads", levelsUp: 1 })]);
    p.relocate("B", "b1", ["annex"]);
    p.fact("department.moved", { organization: "B", department: "annex", parent: "area" });
    start(p, b1, "i");
    expect(tasks(p)).toEqual(["B/b2 open"]);
  },
);
flow21.hides(
  "heads nearer or higher, where that department has none, or the tree has ended",
  () => {
    const p = towered();
    expect(headsFound(p, 0)).toEqual(["-A open"]);
    expect(headsFound(p, 3)).toEqual(["-A open"]);
    expect(headsFound(p, 63)).toEqual(["-A open"]);
    head(p, "b2");
    expect(headsFound(p, 1)).toEqual(["-A open"]);
  },
);
flow21.hides("a head who may not approve there, though others above may", () => {
  const p = towered();
  head(p, "b2");
  head(p, "off", "area");
  expect(headsFound(p, 1)).toEqual(["-A open"]);
});
flow21.hides("a level that was removed: what is below it goes up", () => {
  const p = towered();
  p.fact("department.removed", { organization: "B", department: "area" });
  expect(headsFound(p, 1)).toEqual(["B/b3 open"]);
  expect(headsFound(p, 2)).toEqual(["-A open"]);
});
flow21.shows("nothing new in a definition that says 0 where it said nothing", () => {
  const p = towered();
  const again = (rest: object) =>
    define(p, [step("all", { kind: "initiator-heads", ...rest })]).events.length;
  expect([again({}), again({ levelsUp: 0 }), again({ levelsUp: 1 })]).toEqual([1, 0, 1]);
});
