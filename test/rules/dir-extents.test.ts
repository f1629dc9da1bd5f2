// Aim: a full list of some departments says something of those alone: of who is placed there and of what
// hangs there; lists of different departments stand side by side.
// Method: lists of two branches and of all, people in one, in both and in none; what they say of others.
import { expect, test } from "vitest";
import { parseInput } from "../../src/schema/index.ts";
import { fact, type Play, play, stamped, type Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;

/** B with two branches, east and west, one department below each, and a department beside them. */
function company(changes: Parameters<typeof play>[0] = {}): Play {
  const p = play({ reconciliationHoldPercent: null, ...changes });
  p.register(["B"]);
  p.createDepartments("B", [
    ["east", null],
    ["east1", "east"],
    ["west", null],
    ["west1", "west"],
    ["staff", null],
  ]);
  return p;
}

type Where = Readonly<Record<string, readonly string[] | null>>;

interface Sent {
  readonly of?: readonly string[] | null;
  readonly list?: string;
  readonly at?: number;
}

const EAST = ["east"];
const WEST = ["west"];

const full = (of: readonly string[] | null) => (of === null ? {} : { extent: { departments: of } });

/** A list of people in one part; `null` leaves out where somebody is. */
function people(p: Play, where: Where, { of = EAST, list = "l", at = 5000 }: Sent = {}): Told {
  const lines = Object.entries(where).map(([person, departments]) => ({
    person,
    fields: { name: `Name of ${person}` },
    ...(departments === null ? {} : { departments }),
  }));
  const part = onlyPart("B", { kind: "people", people: lines }, list);
  return p.fact("directory.reconciled", { ...part, ...full(of) }, { at });
}

type Tree = readonly (readonly [department: string, parent: string | null, name?: string])[];

/** A list of departments in one part. */
function tree(p: Play, lines: Tree, { of = EAST, list = "t", at = 5000 }: Sent = {}): Told {
  const departments = lines.map(([department, parent, name]) => {
    return { department, parent, name: name ?? `Dept ${department}` };
  });
  const part = onlyPart("B", { kind: "departments", departments }, list);
  return p.fact("directory.reconciled", { ...part, ...full(of) }, { at });
}

/** Who is in service, but for the admin, and where. */
const placed = (p: Play) =>
  Object.fromEntries(
    p
      .records("employment")
      .filter(([key, { inService }]) => inService && key !== "B/B-admin")
      .map(([key, { departments }]) => [key.slice(2), [...departments].sort()]),
  );
const department = (p: Play, id: string) =>
  p.records("department").find(([key]) => key === `B/${id}`)?.[1];
const lists = (p: Play) => p.records("list").map(([key, { state }]) => [key.slice(2), state]);

const dir05 = rule("DIR-05");
dir05.happens("to whoever is inside and not named: what is inside goes, or the whole of it", () => {
  const p = company();
  p.hire("B", "here", ["east1"]);
  p.hire("B", "both", ["east", "west"]);
  p.hire("B", "there", ["west1"]);
  p.hire("B", "nowhere");
  const told = people(p, { kept: ["east"] });
  expect(happened(told, "person.resigned")).toMatchObject([{ person: "here", because: "missing" }]);
  expect(happened(told, "person.relocated")).toMatchObject([
    { person: "both", departments: ["west"], from: ["east", "west"], because: "missing" },
  ]);
  expect(happened(told, "list.completed")).toMatchObject([
    { known: { people: 2, departments: 0 }, missing: { people: 2, departments: 0 } },
  ]);
  expect(placed(p)).toEqual({ both: ["west"], there: ["west1"], nowhere: [], kept: ["east"] });
  expect(told.passedOver).toEqual([]);
});
dir05.happens("to whoever is inside alone as the policy says: they leave, or stay unplaced", () => {
  for (const [extentMissing, end] of [
    ["departed", {}],
    ["unplaced", { here: [] }],
  ] as const) {
    const p = company({ extentMissing });
    p.hire("B", "here", ["east", "east1"]);
    people(p, { kept: ["east"] });
    expect(placed(p)).toEqual({ ...end, kept: ["east"] });
  }
});
dir05.happens("to the placements inside alone, whatever a line says of others", () => {
  const p = company();
  p.hire("B", "both", ["east", "west"]);
  p.hire("B", "here", ["east"]);
  p.hire("B", "there", ["west"]);
  const told = people(p, {
    both: ["east1"],
    here: ["east", "staff"],
    there: ["east", "west"],
    new: ["east1", "west1"],
  });
  expect(placed(p)).toEqual({
    both: ["east1", "west"],
    here: ["east"],
    there: ["east", "west"],
    new: ["east1"],
  });
  expect(told.passedOver).toEqual([
    "department staff: not-responsible-extent",
    "department west1: not-responsible-extent",
  ]);
});
dir05.doesNot("to anybody who is elsewhere and stays there", () => {
  const p = company();
  p.hire("B", "same", ["west"]);
  p.hire("B", "there", ["west"]);
  p.hire("B", "kept", ["east"]);
  const there = { person: "there", fields: { name: "Other" }, suspended: true };
  const lines = [
    { person: "same", fields: { name: "Name of same" }, departments: ["west"] },
    { ...there, manager: { person: "kept" } },
    { person: "kept", fields: { name: "Name of kept" } },
  ];
  const part = onlyPart("B", { kind: "people", people: lines });
  const told = p.fact("directory.reconciled", { ...part, ...full(EAST) }, { at: 5000 });
  expect(followed(told)).toEqual([]);
  expect(told.passedOver).toEqual(["person there: not-responsible-extent"]);
});
dir05.doesNot("with a 65th placement, those outside counted", () => {
  const p = company();
  const many = (below: string, count: number) =>
    Array.from({ length: count }, (_, place) => `${below}-${place}`);
  const parents = (below: string) => many(below, 40).map((id) => [id, below] as const);
  p.createDepartments("B", [...parents("east"), ...parents("west")]);
  p.hire("B", "busy", many("west", 40));
  const told = people(p, { busy: many("east", 25) });
  expect(told.passedOver).toEqual(["department east-24: not-possible"]);
  expect(placed(p)["busy"]).toHaveLength(64);
});
dir05.happens("to departments below those named, and never to these", () => {
  const p = company({ departmentMissingDays: 0 });
  const told = tree(p, [["east2", "east"]], { at: DAY });
  expect(followed(told)).toEqual(["department.created", "department.removed"]);
  expect(happened(told, "department.removed")).toMatchObject([{ department: "east1" }]);
  expect(happened(told, "list.completed")).toMatchObject([
    { known: { people: 0, departments: 1 }, missing: { people: 0, departments: 1 } },
  ]);
  tree(p, [], { of: ["east2"], list: "none", at: 2 * DAY });
  expect(department(p, "east2")?.removed).toBe(false);
});
dir05.doesNot("to departments elsewhere: none comes from there, none goes there", () => {
  const p = company();
  const told = tree(p, [
    ["east", null],
    ["east1", "west", "Renamed"],
    ["west1", "east"],
    ["west", null, "Renamed"],
    ["staff", null],
    ["new", "staff"],
    ["newer", "new"],
    ["top", null],
  ]);
  expect(followed(told)).toEqual(["department.renamed"]);
  expect(department(p, "east1")?.parent).toBe("east");
  expect(told.passedOver).toEqual([
    "department west: not-responsible-extent",
    "department east1: not-responsible-extent",
    "department west1: not-responsible-extent",
    "department new: not-responsible-extent",
    "department newer: not-responsible-extent",
    "department top: not-responsible-extent",
  ]);
});
dir05.happens("to what hangs below a department that is gone, by what is above it", () => {
  const p = company();
  const gone = { organization: "B", department: "east1" };
  p.fact("department.removed", gone, { at: 4000 });
  expect(followed(tree(p, [["new", "east1"]]))).toEqual(["department.created"]);
  expect(department(p, "new")?.parent).toBe("east");
  const told = people(p, { kept: ["east1"] });
  expect(told.passedOver).toEqual(["department east1: department-gone"]);
});
dir05.doesNot("for an extent that is not known", () => {
  const p = company();
  expect(people(p, {}, { of: ["east", "north"] })).toMatchObject({ code: "UNKNOWN_DEPARTMENT" });
});
dir05.happens("in steps and pages, in the order of hires", () => {
  const p = company({ reconciliationStep: 2 });
  for (const person of ["a", "b", "c", "d"]) p.hire("B", person, ["east"]);
  p.hire("B", "e", ["west"]);
  p.relocate("B", "b", ["east", "west"]);
  const told = people(p, { d: ["east"] }, { at: 9_000_000_000_000 });
  expect(happened(told, "list.step")).toMatchObject([{ removed: { people: 2 }, remaining: 1 }]);
  expect(placed(p)).toEqual({ b: ["west"], c: ["east"], d: ["east"], e: ["west"] });
  const next = p.fact(
    "directory.continued",
    { organization: "B", list: "l" },
    { at: 9_000_000_000_001 },
  );
  expect(happened(next, "person.resigned")).toMatchObject([{ person: "c" }]);
  expect(lists(p)).toEqual([]);
});
dir05.happens("side by side: a list takes the place of those of the same departments alone", () => {
  const p = company({ reconciliationHoldPercent: 15, reconciliationHoldAtLeast: 1 });
  for (const [person, where] of [
    ["a", "east"],
    ["b", "west"],
  ] as const) {
    p.hire("B", person, [where]);
    p.hire("B", `${person}2`, [where]);
  }
  people(p, { a: ["east"] }, { list: "east" });
  people(p, { b: ["west"] }, { of: WEST, list: "west", at: 6000 });
  people(
    p,
    { a: null, a2: null, b: null, b2: null, "B-admin": null },
    {
      of: null,
      list: "all",
      at: 7000,
    },
  );
  expect(lists(p)).toEqual([
    ["east", "held"],
    ["west", "held"],
  ]);
  const both = { of: ["west", "east"], list: "both", at: 7500 };
  people(p, { a: null, a2: null, b: null }, both);
  people(
    p,
    { a: null, a2: null, b: null, b2: null },
    { ...both, of: ["east", "west"], list: "more", at: 7600 },
  );
  const told = people(p, { a: null, a2: null }, { list: "newer", at: 8000 });
  expect(happened(told, "reconciliation.settled")).toMatchObject([
    { list: "east", how: "superseded" },
    { list: "newer", how: "done" },
  ]);
  expect(lists(p)).toEqual([["west", "held"]]);
  const late = people(p, {}, { of: WEST, list: "late", at: 5500 });
  expect(late.passedOver).toEqual(["list late: older-list"]);
  const again = people(p, { b: null, b2: null }, { of: WEST, list: "last", at: 9000 });
  expect(happened(again, "reconciliation.settled")).toMatchObject([
    { list: "west", how: "superseded" },
    { list: "last", how: "done" },
  ]);
});
dir05.doesNot("with a part that names other departments than its list began with", () => {
  const p = company();
  const part = { kind: "people", page: 0, pages: 2, people: [] } as const;
  const data = { organization: "B", list: "l", of: { departments: 0, people: 2 }, part };
  const send = (extent: object) =>
    p.fact("directory.reconciled", { ...data, ...extent }, { at: 5000 }).passedOver;
  expect(send(full(["east", "west"]))).toEqual([]);
  expect(send(full(["west", "east"]))).toEqual(["list l: already-so"]);
  for (const other of [full(EAST), {}]) expect(send(other)).toEqual(["list l: other-list"]);
});
dir05.doesNot(
  "with more than twenty lists: the oldest in progress makes room, none that is held",
  () => {
    const p = company({ reconciliationHoldAtLeast: 1 });
    const ids = Array.from({ length: 21 }, (_, place) => `d${place}`);
    p.createDepartments(
      "B",
      ids.map((id) => [id, null] as const),
    );
    const begin = (id: string, at: number) => {
      const part = { kind: "people", page: 0, pages: 2, people: [] } as const;
      const of = { departments: 0, people: 2 };
      const data = { organization: "B", list: `l-${id}`, of, part };
      return p.fact("directory.reconciled", { ...data, ...full([id]) }, { at });
    };
    for (const id of ids.slice(0, 20)) begin(id, id === "d7" ? 4000 : 5000);
    expect(lists(p)).toHaveLength(20);
    const told = begin("d20", 5000);
    expect(happened(told, "list.dropped")).toMatchObject([{ list: "l-d7" }]);
    expect(lists(p)).toHaveLength(20);
    for (const id of [...ids, "d7"]) {
      p.hire("B", `p-${id}`, [id]);
      people(p, {}, { of: [id], list: `held-${id}`, at: 9_000_000_000_000 });
    }
    expect(lists(p).filter(([, state]) => state === "held")).toHaveLength(20);
    const other = people(p, {}, { of: EAST, at: 9_000_000_000_000 });
    expect([other.events, other.passedOver]).toEqual([[], ["list l: not-possible"]]);
  },
);
dir05.happens("again to whoever left by one list, when another one names them", () => {
  const p = company();
  p.hire("B", "moved", ["east"]);
  people(p, { kept: ["east"] });
  expect(placed(p)).toEqual({ kept: ["east"] });
  const told = people(p, { moved: ["west1"] }, { of: WEST, list: "w", at: 6000 });
  expect(happened(told, "person.reinstated")).toMatchObject([{ person: "moved" }]);
  expect(placed(p)).toEqual({ kept: ["east"], moved: ["west1"] });
});
test("a list of some departments equal to what is known says nothing but that it came", () => {
  const p = company();
  p.hire("B", "here", ["east1", "west"]);
  p.hire("B", "there", ["west"]);
  for (const where of [["east1"], ["east1", "west"], null]) {
    const told = people(p, { here: where }, { list: `l-${where}` });
    expect([followed(told), told.passedOver]).toEqual([[], []]);
  }
  const told = tree(p, [
    ["east", null],
    ["east1", "east"],
  ]);
  expect([followed(told), told.passedOver]).toEqual([[], []]);
});
test("an extent names one department at least, a hundred at most, each once", () => {
  const data = onlyPart("B", { kind: "people", people: [] });
  const parse = (departments: readonly string[]) => {
    const given = { ...data, extent: { departments } };
    const parsed = parseInput(stamped([fact("directory.reconciled", given)])[0]);
    return parsed.ok || parsed.problems;
  };
  const ids = Array.from({ length: 101 }, (_, place) => `d${place}`);
  expect([parse(["d0"]), parse(ids.slice(0, 100))]).toEqual([true, true]);
  for (const [departments, problem] of [
    [[], "too-few"],
    [ids, "too-many"],
    [["d0", "d0"], "duplicate"],
  ] as const) {
    expect(JSON.stringify(parse(departments))).toContain(problem);
  }
});

const held = (p: Play) => lists(p).filter(([, state]) => state === "held");
const dir07 = rule("DIR-07");
dir07.happens("to a list of some departments that names nobody who is in them", () => {
  const p = company();
  p.hire("B", "in", ["east1"]);
  p.hire("B", "out", ["west"]);
  people(p, { out: ["west"] });
  expect(held(p)).toEqual([["l", "held"]]);
  tree(p, [
    ["east", null],
    ["west1", "west"],
  ]);
  expect(held(p)).toEqual([["t", "held"]]);
  expect(placed(p)).toMatchObject({ in: ["east1"] });
});
dir07.doesNot("where one of them is named, or somebody or something comes there", () => {
  const p = company({ departmentMissingDays: 0 });
  p.hire("B", "in", ["east1"]);
  p.hire("B", "also", ["east"]);
  people(p, { in: ["east1"] });
  people(p, { newcomer: ["east"] }, { list: "next", at: 6000 });
  tree(p, [["new", "east"]], { at: 7000 });
  expect(held(p)).toEqual([]);
  expect(placed(p)).toEqual({ newcomer: ["east"] });
});
