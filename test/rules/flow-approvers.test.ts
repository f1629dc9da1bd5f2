// Aim: whom approval rules find above and around the initiator, when a step begins.
// Method: offices whose Member has a tree of departments; tasks show who was found.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import { approve, define, office, start, step, tasks, type Who } from "../support/flows.ts";
import { onlyPart } from "../support/lists.ts";
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

type Manager = { readonly person: string; readonly number?: number } | null;

/** B says whom b1 reports to. */
function reports(p: Play, manager: Manager | string, how: object = {}): Told {
  const named = typeof manager === "string" ? { person: manager } : manager;
  const data = { organization: "B", person: "b1", number: 1, manager: named, ...how };
  // Later than all else, so that whoever has left by then is not to be found.
  return p.fact("person.manager-changed", data, { at: 2000 });
}

/** Who signs a step for the manager of b1. */
function managerFound(p: Play, instance: string): string[] {
  define(p, [step("all", { kind: "initiator-manager" })]);
  start(p, b1, instance);
  return tasks(p, instance);
}

const managerOf = (p: Play, person = "b1") =>
  p.records("employment").find(([key]) => key === `B/${person}`)?.[1].manager;

const flow20 = rule("FLOW-20");
flow20.happens("that the manager signs whom the initiator has when the step begins", () => {
  const p = office();
  reports(p, "b2");
  define(p, [step("all", ["A", "a1"]), step("all", { kind: "initiator-manager" })]);
  start(p, b1, "i");
  expect(reports(p, "b3").events).toEqual([
    expect.objectContaining({
      type: "person.manager-changed",
      data: {
        ...{ organization: "B", person: "b1", number: 1 },
        ...{ manager: { person: "b3", number: 1 }, from: { person: "b2", number: 1 } },
      },
    }),
  ]);
  approve(p, ["A", "a1"], 0);
  reports(p, "b2");
  expect(tasks(p)).toEqual(["A/a1 approved", "B/b3 open"]);
});
flow20.happens("in lines of a full list, whoever of a part comes first; left out, it stays", () => {
  const p = office();
  const line = (person: string, manager?: { person: string; number?: number } | null) => ({
    person,
    fields: { name: `Name of ${person}` },
    ...(manager === undefined ? {} : { manager }),
  });
  const list = (at: number, ...people: readonly ReturnType<typeof line>[]) =>
    p.fact("directory.reconciled", onlyPart("B", { kind: "people", people }), { at });
  const told = list(
    9000,
    line("b1", { person: "boss" }),
    line("b2", { person: "b2" }),
    line("b3", { person: "nobody" }),
    line("boss"),
  );
  expect(managerOf(p)).toMatchObject({ person: "boss" });
  expect(told.outcome).toMatchObject({
    passedOver: {
      byReason: { "not-possible": 2 },
      first: [
        { kind: "person", id: "b2", index: 1 },
        { kind: "person", id: "nobody", index: 2 },
      ],
    },
  });
  list(9001, line("b1"), line("b2", { person: "b1", number: 1 }));
  expect([managerOf(p), managerOf(p, "b2")]).toMatchObject([{ person: "boss" }, { person: "b1" }]);
  // An older list changes nothing, and says so if it says otherwise.
  const older = list(5, line("b1", null));
  expect(older.outcome).toMatchObject({ passedOver: { first: [{ reason: "older-list" }] } });
  list(9002, line("b1", null));
  expect(managerOf(p)).toBeNull();
});
flow20.happens("only one level up: circles do no harm", () => {
  const p = office();
  reports(p, "b2");
  reports(p, "b1", { person: "b2" });
  expect(managerFound(p, "i")).toEqual(["B/b2 open"]);
});
flow20.doesNot(
  "without a manager, or with one who may not approve there: the step is parked",
  () => {
    const p = office();
    expect(managerFound(p, "none")).toEqual(["-A open"]);
    reports(p, "off");
    expect(managerFound(p, "off")).toEqual(["-A open"]);
    reports(p, "b2");
    expect(managerFound(p, "b2")).toEqual(["B/b2 open"]);
    reports(p, null);
    expect(managerFound(p, "null")).toEqual(["-A open"]);
  },
);
flow20.doesNot("once either employment has ended, be the id hired again", () => {
  const p = office();
  reports(p, "b2");
  p.resign("B", "b2");
  expect(managerFound(p, "left")).toEqual(["-A open"]);
  p.hire("B", "b2", [], 2);
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b2"] });
  expect(managerFound(p, "newcomer")).toEqual(["-A open"]);
  reports(p, "b2");
  expect(managerFound(p, "again")).toEqual(["B/b2 open"]);
  p.resign("B", "b1");
  p.hire("B", "b1", [], 2);
  expect(managerOf(p)).toBeNull();
});
flow20.doesNot("by oneself, by an older revision, or where it is so already", () => {
  const p = office();
  expect(reports(p, "b1").events).toEqual([]);
  expect(reports(p, "b2", { revision: 2 }).events).toHaveLength(1);
  expect(reports(p, "b3", { revision: 1 }).events).toEqual([]);
  expect(reports(p, { person: "b2", number: 1 }).events).toEqual([]);
  expect(reports(p, "b2", { revision: 3 }).events).toHaveLength(1);
  expect(managerOf(p)).toEqual({ person: "b2", number: 1 });
});
flow20.doesNot("for whoever is not known, on either side, nor from anybody else", () => {
  const p = office();
  const unknown = (manager: Manager | string, how: object, person: string) =>
    expect(reports(p, manager, how).refusal).toMatchObject({
      code: "UNKNOWN_PERSON",
      data: { organization: "B", person },
    });
  unknown("b2", { person: "nobody" }, "nobody");
  unknown("b2", { number: 2 }, "b1");
  unknown("c1", {}, "c1");
  unknown({ person: "b2", number: 2 }, {}, "b2");
  p.resign("B", "b2");
  unknown("b2", {}, "b2");
  expect(reports(p, { person: "b2", number: 1 })).toMatchObject({
    events: [],
    passedOver: ["person b2: older-number"],
  });
  expect(managerFound(p, "i")).toEqual(["-A open"]);
  const data = { organization: "B", person: "b1", number: 1, manager: { person: "b3" } };
  expect(p.fact("person.manager-changed", data, { from: { organization: "A" } }).code).toBe(
    "SOURCE_NOT_RESPONSIBLE",
  );
});
