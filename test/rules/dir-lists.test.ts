// Aim: a full list names at once and removes only when all its parts have come, not too much at once and
// never without an admin's word if it lacks too much.
// Method: lists in parts and pieces, in any order, twice and late; below, at and above each number.
import { expect, test } from "vitest";
import { personId, reconciliationPage } from "../../src/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const pageOf = (person: string, pages: number): number => {
  const made = personId(person);
  return made.ok ? reconciliationPage(made.id, pages) : -1;
};

/** B with so many people besides its admin, in the order of hires. */
function company(count: number, changes: Parameters<typeof play>[0] = {}): Play {
  const p = play(changes);
  p.register(["B"]);
  p.createDepartments("B", [["d1", null]]);
  for (const person of names(count)) p.hire("B", person, []);
  return p;
}

const names = (count: number) => Array.from({ length: count }, (_, place) => `b${place}`);
const serving = (p: Play) =>
  p.records("employment").filter(([, { inService }]) => inService).length - 1;
const line = (person: string) => ({ person, fields: { name: `Name of ${person}` } });

interface Sent {
  readonly list: string;
  readonly at?: number;
  readonly departments?: number;
}

/** A page of a list that names these people and the admin, as far as they belong on it. */
function page(
  p: Play,
  people: readonly string[],
  [number, pages]: readonly [page: number, pages: number],
  { list, at = 5000, departments = 0 }: Sent,
): Told {
  const named = ["B-admin", ...people].filter((person) => pageOf(person, pages) === number);
  const part = { kind: "people", page: number, pages, people: named.map(line) } as const;
  const of = { departments, people: pages };
  return p.fact("directory.reconciled", { organization: "B", list, of, part }, { at });
}

/** A whole list in one part. */
const whole = (p: Play, people: readonly string[], list: string, at = 5000): Told =>
  page(p, people, [0, 1], { list, at });

const lists = (p: Play) => p.records("list").map(([key, { state }]) => [key, state]);
const step = (p: Play, list: string) => p.fact("directory.continued", { organization: "B", list });
const settle = (p: Play, how: "confirm" | "discard", list: string) =>
  p.command("B", `reconciliation.${how}`, { organization: "B", list });

const dir04 = rule("DIR-04");
dir04.happens("in whatever order the parts come: named at once, removed with the last", () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const p = company(12);
    const people = [...names(11), "new1", "new2", "new3"];
    const [first, last] = order.map((number) => page(p, people, [number, 2], { list: "l" }));
    expect(first?.events.map(({ type }) => type)).not.toContain("person.resigned");
    expect(first?.events.map(({ type }) => type)).toContain("list.begun");
    expect(happened(last as Told, "person.resigned")).toMatchObject([
      { person: "b11", because: "missing" },
    ]);
    expect(happened(last as Told, "list.completed")).toMatchObject([
      { known: { people: 13, departments: 0 }, missing: { people: 1, departments: 0 } },
    ]);
    expect(serving(p)).toBe(14);
    expect([p.records("list"), p.records("part")]).toEqual([[], []]);
  }
});
dir04.happens("by people and departments together, each half as far as it has parts", () => {
  const p = company(3, { departmentMissingDays: 0 });
  const departments = [{ department: "d2", parent: null, name: "Two" }];
  const part = { kind: "departments", page: 0, pages: 1, departments } as const;
  const of = { departments: 1, people: 1 };
  page(p, names(2), [0, 1], { list: "l", departments: 1 });
  expect(serving(p)).toBe(3);
  const told = p.fact(
    "directory.reconciled",
    { organization: "B", list: "l", of, part },
    { at: 5000 },
  );
  expect(followed(told)).toEqual([
    "department.created",
    "person.resigned",
    "department.removed",
    "departure.kept",
  ]);
  expect(serving(p)).toBe(2);
});
dir04.happens("with a page in pieces", () => {
  const p = company(4);
  const piece = (number: number, people: readonly string[], pieces = 2) => {
    const part = { kind: "people", page: 0, pages: 1, piece: number, pieces } as const;
    const of = { departments: 0, people: 1 };
    const data = { organization: "B", list: "l", of, part: { ...part, people: people.map(line) } };
    return p.fact("directory.reconciled", data, { at: 5000 });
  };
  expect(followed(piece(1, ["B-admin", "b0"]))).toEqual([]);
  expect(piece(0, ["b1"], 3).passedOver).toEqual(["list l: other-list"]);
  expect(happened(piece(0, ["b1", "b2"]), "person.resigned")).toMatchObject([{ person: "b3" }]);
});
dir04.doesNot("what a line leaves out: departments, probation, suspension stay", () => {
  const p = company(0);
  const eve = { organization: "B", person: "eve" };
  const fields = { name: "Name of eve" };
  p.fact("person.hired", { ...eve, departments: ["d1"], fields, probation: true });
  p.fact("person.suspended", eve);
  expect(followed(whole(p, ["eve"], "l"))).toEqual([]);
  const said = { ...line("eve"), departments: [], probation: false, suspended: false };
  const people = [line("B-admin"), said];
  const told = p.fact("directory.reconciled", onlyPart("B", { kind: "people", people }), {
    at: 6000,
  });
  expect(followed(told)).toEqual(["person.relocated", "person.confirmed", "person.resumed"]);
});
dir04.doesNot("a stray part of an old list: it takes the place of no newer one in progress", () => {
  const p = company(6);
  page(p, names(6), [0, 2], { list: "a", at: 5000 });
  page(p, names(6), [0, 2], { list: "b", at: 6000 });
  const stray = page(p, names(6), [0, 2], { list: "z", at: 4000 });
  expect([stray.events, stray.passedOver]).toEqual([[], ["list z: older-list"]]);
  page(p, names(6), [0, 2], { list: "c", at: 5500 });
  expect(
    lists(p)
      .map(([list]) => list)
      .sort(),
  ).toEqual(["B/b", "B/c"]);
});
dir04.doesNot(
  "a list that lacks a part: it removes nobody, and a newer one takes its place",
  () => {
    const p = company(6);
    page(p, names(5), [0, 2], { list: "old", at: 5000 });
    expect(lists(p)).toEqual([["B/old", "begun"]]);
    const told = whole(p, names(6), "new", 6000);
    expect(happened(told, "list.dropped")).toMatchObject([{ list: "old", because: "superseded" }]);
    const late = page(p, names(5), [1, 2], { list: "old", at: 5000 });
    expect([late.events, late.passedOver]).toEqual([[], ["list old: older-list"]]);
    expect(serving(p)).toBe(6);
  },
);
dir04.doesNot("a list of which a part turns out to be older than the one that is complete", () => {
  const p = company(6);
  page(p, names(5), [0, 2], { list: "slow", at: 7000 });
  whole(p, names(6), "new", 6000);
  expect(lists(p)).toEqual([["B/slow", "begun"]]);
  const told = page(p, names(5), [1, 2], { list: "slow", at: 5000 });
  expect(told.passedOver).toEqual(["list slow: older-list"]);
  expect(lists(p)).toEqual([]);
  expect(serving(p)).toBe(6);
});
dir04.doesNot("a part of other parts than its list began with", () => {
  const p = company(2);
  page(p, names(2), [0, 2], { list: "l" });
  const told = page(p, [], [0, 4], { list: "l" });
  expect([told.events, told.passedOver]).toEqual([[], ["list l: other-list"]]);
});
dir04.doesNot("a part that comes twice: it is absorbed again and counts once", () => {
  const p = company(6);
  for (let twice = 0; twice < 2; twice += 1) page(p, names(6), [0, 2], { list: "l" });
  expect(happened(page(p, names(6), [1, 2], { list: "l" }), "list.completed")).toHaveLength(1);
  const again = page(p, names(6), [1, 2], { list: "l" });
  expect([again.events, lists(p)]).toEqual([[], []]);
});
dir04.doesNot("whom a later fact protects, which the outcome says", () => {
  const p = company(3);
  const moved = { organization: "B", person: "b2", departments: ["d1"] };
  p.fact("person.relocated", moved, { at: 6000 });
  const told = whole(p, names(1), "l");
  expect(happened(told, "person.resigned")).toMatchObject([{ person: "b1" }]);
  expect(told.passedOver).toEqual(["person b2: protected"]);
});
test("of three lists the oldest that is not complete makes room", () => {
  const p = company(2);
  for (const [list, at] of [
    ["one", 5000],
    ["two", 5001],
    ["three", 5002],
  ] as const) {
    page(p, names(2), [0, 2], { list, at });
  }
  expect(lists(p).map(([key]) => key)).toEqual(["B/two", "B/three"]);
});
test("a list equal to what is known says nothing but that it came", () => {
  const p = company(5);
  const told = whole(p, names(5), "l");
  expect(told.events.map(({ type }) => type)).toEqual([
    "list.begun",
    "list.part",
    "list.completed",
    "reconciliation.settled",
  ]);
  expect(told.passedOver).toEqual([]);
});

const dir07 = rule("DIR-07");
/** How many of so many people leave by a list that lacks some, and whether it is held. */
function lacking(known: number, missing: number, changes: Parameters<typeof play>[0] = {}) {
  const p = company(known - 1, { reconciliationHoldAtLeast: 1, ...changes });
  const told = whole(p, names(known - 1 - missing), "l");
  expect(serving(p)).toBe(known - 1 - (told.notices.length > 0 ? 0 : missing));
  return told.notices.map(({ kind }) => kind);
}
const HELD = ["DIRECTORY_RECONCILIATION_HELD"];
dir07.below("reconciliationHoldPercent", () => expect(lacking(20, 2)).toEqual([]));
dir07.at("reconciliationHoldPercent", () => expect(lacking(20, 3)).toEqual([]));
dir07.above("reconciliationHoldPercent", () => expect(lacking(20, 4)).toEqual(HELD));
const atLeast = { reconciliationHoldAtLeast: 5 };
dir07.below("reconciliationHoldAtLeast", () => expect(lacking(8, 4, atLeast)).toEqual([]));
dir07.at("reconciliationHoldAtLeast", () => expect(lacking(8, 5, atLeast)).toEqual(HELD));
dir07.above("reconciliationHoldAtLeast", () => expect(lacking(8, 6, atLeast)).toEqual(HELD));
dir07.happens("over all parts, and never over one", () => {
  const p = company(40, { reconciliationHoldAtLeast: 1 });
  const present = names(40).filter((each) => pageOf(each, 4) !== 0 || pageOf(each, 16) !== 0);
  const gone = 40 - present.length;
  expect(gone).toBeGreaterThan(0);
  expect(gone * 100).toBeLessThanOrEqual(41 * 15);
  const notices = [0, 1, 2, 3].flatMap((number) => {
    return page(p, present, [number, 4], { list: "l" }).notices;
  });
  expect(notices).toEqual([]);
  expect(serving(p)).toBe(present.length);
});
dir07.happens("to a list that names nobody, whatever the policy", () => {
  const p = company(1, { reconciliationHoldPercent: null });
  const of = { kind: "people", people: [] } as const;
  const told = p.fact("directory.reconciled", onlyPart("B", of, "l"), { at: 5000 });
  expect(happened(told, "reconciliation.held")).toEqual([
    { organization: "B", list: "l", people: 2, departments: 0 },
  ]);
  expect(told.notices).toMatchObject([
    { to: [{ kind: "authorized-admins", organization: "B" }], data: { list: "l", people: 2 } },
  ]);
});
dir07.happens("to a list that names no department, or lacks too many", () => {
  const none = { kind: "departments", departments: [] } as const;
  const p = company(0);
  const told = p.fact("directory.reconciled", onlyPart("B", none), { at: 5000 });
  expect(happened(told, "reconciliation.held")).toMatchObject([{ people: 0, departments: 1 }]);
  p.createDepartments("B", [
    ["d2", null],
    ["d3", null],
  ]);
  p.under({ reconciliationHoldAtLeast: 1 });
  const departments = [
    { department: "d1", parent: null, name: "Dept d1" },
    { department: "d2", parent: null, name: "Dept d2" },
  ];
  const lacks = p.fact(
    "directory.reconciled",
    onlyPart("B", { kind: "departments", departments }, "two"),
    { at: 6000 },
  );
  expect(happened(lacks, "reconciliation.held")).toMatchObject([{ departments: 1 }]);
});
dir07.happens("until an admin confirms it: then those leave who are still missing", () => {
  const p = company(10);
  whole(p, [...names(2), "new"], "l");
  expect(serving(p)).toBe(11);
  p.fact(
    "person.relocated",
    { organization: "B", person: "b9", departments: ["d1"] },
    { at: 5500 },
  );
  p.resign("B", "b8");
  p.hire("B", "b8", [], 2);
  const told = settle(p, "confirm", "l");
  expect(happened(told, "person.resigned")).toHaveLength(6);
  expect(happened(told, "reconciliation.settled").map(({ how }) => how)).toEqual([
    "confirmed",
    "done",
  ]);
  expect(serving(p)).toBe(5);
  expect(settle(p, "confirm", "l").passedOver).toEqual(["list l: already-so"]);
});
dir07.doesNot(
  "to whom a late copy names, or who was hired since, whatever the time of that",
  () => {
    const p = company(10);
    whole(p, names(2), "l");
    const late = { organization: "B", person: "late", departments: [], fields: { name: "Late" } };
    p.fact("person.hired", late, { at: 4000 });
    whole(p, names(3), "l", 4500);
    const told = settle(p, "confirm", "l");
    const gone = happened(told, "person.resigned").map(({ person }) => person);
    expect(gone).toEqual(names(10).slice(3));
    expect(serving(p)).toBe(4);
  },
);
dir07.doesNot("when an admin discards it, or a newer complete list takes its place", () => {
  for (const end of ["discarded", "superseded"] as const) {
    const p = company(10);
    whole(p, names(2), "l");
    const told = end === "discarded" ? settle(p, "discard", "l") : whole(p, names(10), "m", 6000);
    expect(happened(told, "reconciliation.settled")[0]).toMatchObject({ list: "l", how: end });
    expect([serving(p), p.records("list"), p.records("part")]).toEqual([10, [], []]);
  }
});
dir07.doesNot("by the word of anybody but an authorized admin", () => {
  const p = company(10);
  whole(p, names(2), "l");
  const data = { organization: "B", list: "l" };
  for (const by of [["B", "b1"], { support: "staff" }] as const) {
    expect(p.command(by, "reconciliation.confirm", data).code).toBe("NOT_AUTHORIZED_ADMIN");
  }
});

const dir08 = rule("DIR-08");
const inSteps = { reconciliationStep: 3, reconciliationHoldPercent: null };
function stepping(missing: number): readonly [Play, Told] {
  const p = company(10, inSteps);
  return [p, whole(p, names(10 - missing), "l")];
}
dir08.below("reconciliationStep", () => {
  const [p, told] = stepping(2);
  expect(happened(told, "list.step")).toMatchObject([{ removed: { people: 2 }, remaining: 0 }]);
  expect(lists(p)).toEqual([]);
});
dir08.at("reconciliationStep", () => {
  const [p, told] = stepping(3);
  expect(happened(told, "list.step")).toMatchObject([{ removed: { people: 3 }, remaining: 0 }]);
  expect(lists(p)).toEqual([]);
});
dir08.above("reconciliationStep", () => {
  const [p, told] = stepping(4);
  expect(happened(told, "person.resigned").map(({ person }) => person)).toEqual(["b6", "b7", "b8"]);
  expect(happened(told, "list.step")).toMatchObject([{ removed: { people: 3 }, remaining: 1 }]);
  expect(lists(p)).toEqual([["B/l", "due"]]);
  const next = step(p, "l");
  expect(next.events.map(({ type }) => type)).toEqual([
    "person.resigned",
    "list.step",
    "reconciliation.settled",
    "departure.kept",
  ]);
  expect(happened(next, "list.step")).toMatchObject([{ removed: { people: 1 }, remaining: 0 }]);
  expect(step(p, "l").passedOver).toEqual(["list l: already-so"]);
});
dir08.happens("with every candidate judged anew", () => {
  const [p] = stepping(7);
  p.fact(
    "person.relocated",
    { organization: "B", person: "b7", departments: ["d1"] },
    { at: 6000 },
  );
  const told = step(p, "l");
  expect(happened(told, "person.resigned").map(({ person }) => person)).toEqual(["b6", "b8", "b9"]);
  expect(told.passedOver).toEqual(["person b7: protected"]);
});
dir08.happens("to departments when nobody is left", () => {
  const p = company(5, { ...inSteps, departmentMissingDays: 0 });
  const of = { departments: 1, people: 1 };
  const departments = [{ department: "d9", parent: null, name: "Nine" }];
  const part = { kind: "departments", page: 0, pages: 1, departments } as const;
  p.fact("directory.reconciled", { organization: "B", list: "l", of, part }, { at: 5000 });
  const told = page(p, names(1), [0, 1], { list: "l", departments: 1 });
  expect(happened(told, "department.removed")).toEqual([]);
  expect(happened(step(p, "l"), "department.removed")).toMatchObject([{ department: "d1" }]);
});
dir08.happens("over several pages, to the same end as in one step", () => {
  const ends = [1, 2, 5, 500].map((reconciliationStep) => {
    const p = company(30, { reconciliationStep, reconciliationHoldPercent: null });
    for (const number of [0, 1, 2, 3]) page(p, names(12), [number, 4], { list: "l" });
    let steps = 1;
    for (; lists(p).length > 0 && steps < 50; steps += 1) step(p, "l");
    return [steps, serving(p)];
  });
  expect(ends).toEqual([
    [18, 12],
    [9, 12],
    [4, 12],
    [1, 12],
  ]);
});
dir08.happens(
  "with as many as a step takes, but for the last, also where pages end between",
  () => {
    const p = company(0, { reconciliationStep: 100 });
    const everybody = names(4_400);
    for (const number of [0, 1, 2, 3]) page(p, everybody, [number, 4], { list: "all" });
    const left = everybody.filter((_, place) => place % 18 !== 0);
    const gone: number[] = [];
    let last: Told | undefined;
    for (const number of [0, 1, 2, 3]) last = page(p, left, [number, 4], { list: "l", at: 6000 });
    const took = (told: Told) => gone.push(happened(told, "person.resigned").length);
    took(last as Told);
    // At most as many steps as people: without the rule the list would never be done.
    for (let left = 245; left > 0 && lists(p).length > 0; left -= 1) took(step(p, "l"));
    expect(gone).toEqual([100, 100, 45]);
  },
);
dir08.doesNot("for a list that is held or lacks a part", () => {
  const p = company(10);
  whole(p, names(2), "held");
  page(p, names(2), [0, 2], { list: "begun", at: 6000 });
  for (const list of ["held", "begun", "never"]) {
    expect(step(p, list)).toMatchObject({ events: [], passedOver: [`list ${list}: already-so`] });
  }
});
