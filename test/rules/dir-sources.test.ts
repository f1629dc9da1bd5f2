// Aim: several sources feed one directory, and none takes away what another brought.
// Method: two or three sources that list, hire and dismiss the same people and others; who is there, where,
// under whose words, and what is passed over.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";
import { company, hired, people, placed, said, shown, sources } from "../support/sources.ts";

const dir06 = rule("DIR-06");
const DAY = 86_400_000;

dir06.happens(
  "to whoever one source lacks: what it brought goes, and the rest with the last",
  () => {
    const p = company();
    people(p, "one", 5000, { p: ["a"], q: ["a"] });
    people(p, "two", 5001, { p: ["b"], r: ["b"] });
    expect(placed(p)).toEqual({ p: ["a", "b"], q: ["a"], r: ["b"] });
    const told = people(p, "one", 6000, { x: ["a"] });
    expect(told.passedOver).toEqual(["person p: vouched-elsewhere"]);
    expect(happened(told, "person.vouched")).toMatchObject([
      { person: "x", source: "one", given: true, departments: ["a"] },
      { person: "p", source: "one", given: false },
    ]);
    expect(happened(told, "person.relocated")).toMatchObject([
      { person: "p", departments: ["b"], from: ["b", "a"], because: "missing" },
    ]);
    expect(happened(told, "person.resigned")).toMatchObject([{ person: "q", because: "missing" }]);
    expect(placed(p)).toEqual({ p: ["b"], r: ["b"], x: ["a"] });
    people(p, "two", 7000, { r: ["b"] });
    expect(placed(p)).toEqual({ r: ["b"], x: ["a"] });
  },
);
dir06.happens("in any order of their lists, any number of times, to the same people", () => {
  const orders = ["one two", "two one", "one one two two", "two one two one"];
  const ends = orders.map((order) => {
    const p = company();
    for (const [index, source] of `${order} ${order}`.split(" ").entries()) {
      const lists = { one: { p: ["a"], q: ["a1"] }, two: { p: ["b"], r: ["b1"] } };
      people(p, source, 5000 + index, lists[source as "one"]);
    }
    return placed(p);
  });
  for (const end of ends) expect(end).toEqual({ p: ["a", "b"], q: ["a1"], r: ["b1"] });
});
dir06.happens(
  "as of a list, however late it is carried out: what its source says later counts",
  () => {
    const p = company({ reconciliationHoldPercent: 10, reconciliationHoldAtLeast: 1 });
    people(p, "one", 5000, { p: ["a"], q: ["a"] });
    people(p, "two", 5001, { p: ["b"], q: ["b"] });
    people(p, "one", 6000, { q: ["a"] });
    expect(placed(p)).toEqual({ p: ["a", "b"], q: ["a", "b"] });
    const [list] = p.records("list").flatMap(([key, { state }]) => (state === "held" ? [key] : []));
    const held = { organization: "B", list: list?.split("/")[1] as string };
    p.command("B", "reconciliation.confirm", held, { at: 8000 });
    expect(placed(p)).toEqual({ p: ["b"], q: ["a", "b"] });
    // Of before the list, and of between the list and the word that it is right.
    hired(p, "one", 5500, "p");
    expect(shown(p, "p")).toMatchObject({ sources: ["two"] });
    hired(p, "one", 7000, "p");
    expect(shown(p, "p")).toMatchObject({ sources: ["two", "one"] });
  },
);
dir06.doesNot("to whom a source never brought, be they missing from its list", () => {
  const p = company();
  p.hire("B", "own", ["b"]);
  hired(p, "two", 5000, "r");
  const told = people(p, "one", 6000, { p: ["a"] });
  expect(told.passedOver).toEqual([]);
  expect(placed(p)).toEqual({ own: ["b"], p: ["a"], r: ["a"] });
});
dir06.happens(
  "to whoever was brought without a source: they are the first one's to name them",
  () => {
    const p = company();
    p.hire("B", "own", ["a1"]);
    people(p, "one", 5000, { own: ["a"] });
    expect(placed(p)).toEqual({ own: ["a"] });
    people(p, "one", 6000, { x: [] });
    expect(placed(p)).toEqual({ x: [] });
  },
);
dir06.happens("to everybody by a list without a source, and to all placements by its word", () => {
  const p = company();
  people(p, "one", 5000, { p: ["a"], q: ["a"] });
  people(p, "two", 5001, { q: ["b"] });
  people(p, null, 6000, { "B-admin": null, q: ["b1"] });
  expect(placed(p)).toEqual({ q: ["b1"] });
  // No source has brought that, so the next line of one takes its place.
  people(p, "two", 7000, { q: ["b"] });
  expect(placed(p)).toEqual({ q: ["b"] });
});

dir06.doesNot("to placements outside the extent of a list of some departments (DIR-05)", () => {
  const p = company();
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  const ofA = (at: number, person: string, departments: string[]) => {
    const lines = [{ person, fields: { name: person }, departments }];
    const part = { kind: "people", people: lines } as const;
    const extent = { departments: ["a"] };
    p.fact("directory.reconciled", { ...onlyPart("B", part), extent } as never, { at });
  };
  ofA(5002, "p", ["a1"]);
  expect(placed(p)).toEqual({ p: ["a1", "b"] });
  people(p, "one", 6000, { p: ["a"] });
  expect(placed(p)).toEqual({ p: ["a", "b"] });
  ofA(6001, "x", ["a1"]);
  expect(placed(p)).toEqual({ p: ["b"], x: ["a1"] });
  people(p, "one", 7000, { p: ["a"] });
  expect(placed(p)).toEqual({ p: ["a", "b"], x: ["a1"] });
});

/** p by one in a and by two in b, and by word of the organization in a1. */
function inThree(): Play {
  const p = company();
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  const entered = { organization: "B", person: "p", department: "a1" };
  p.fact("person.department-entered", entered, { at: 5002 });
  return p;
}
dir06.happens("to the placements that a source brought, whatever it says of others'", () => {
  const p = inThree();
  said(p, "one", 6000, "person.relocated", { person: "p", departments: ["b1"] });
  expect(placed(p)).toEqual({ p: ["a1", "b", "b1"] });
  said(p, "two", 6001, "person.department-left", { person: "p", department: "b" });
  expect(placed(p)).toEqual({ p: ["a1", "b1"] });
  said(p, "two", 6002, "person.department-entered", { person: "p", department: "b1" });
  said(p, "one", 6003, "person.department-left", { person: "p", department: "b1" });
  expect(placed(p)).toEqual({ p: ["a1", "b1"] });
  const other = said(p, "one", 6004, "person.department-left", { person: "p", department: "b1" });
  expect(other.passedOver).toEqual(["person p: already-so"]);
});
dir06.happens(
  "to what was set without a source: it stays by facts, and gives way to a line",
  () => {
    const p = inThree();
    people(p, "one", 6000, { p: ["a"] });
    expect(placed(p)).toEqual({ p: ["a", "b"] });
    p.fact(
      "person.relocated",
      { organization: "B", person: "p", departments: ["b"] },
      { at: 6001 },
    );
    expect(placed(p)).toEqual({ p: ["b"] });
    people(p, "one", 7000, { p: ["a"] });
    expect(placed(p)).toEqual({ p: ["a"] });
  },
);
dir06.doesNot("with a 65th placement, those that others brought counted", () => {
  const p = company();
  const many = Array.from({ length: 65 }, (_, place) => `m${place}`);
  p.createDepartments(
    "B",
    many.map((each) => [each, null]),
  );
  people(p, "one", 5000, { p: many.slice(0, 40) });
  const told = people(p, "two", 5001, { p: many.slice(39) });
  expect(told.passedOver).toEqual(["department m64: not-possible"]);
  expect(placed(p)["p"]).toHaveLength(64);
});
dir06.happens(
  "to all else of a person by the oldest that vouches, and by the next once it is gone",
  () => {
    const p = company();
    const suspended = { suspended: true, manager: { person: "B-admin" } };
    people(p, "one", 5000, { p: ["a"] }, { fields: { name: "Of one" }, probation: true });
    const told = people(
      p,
      "two",
      5001,
      { p: ["b"] },
      { fields: { name: "Of two" }, probation: false, ...suspended },
    );
    expect(told.passedOver).toEqual([]);
    expect(shown(p, "p")).toMatchObject({ fields: { name: "Of one" }, probation: true });
    expect(shown(p, "p")).toMatchObject({ manager: null, sources: ["one", "two"] });
    expect(shown(p, "p").suspended).toBeUndefined();
    people(p, "one", 6000, { x: [] });
    people(p, "two", 6001, { p: ["b"] }, { fields: { name: "Of two" }, ...suspended });
    expect(shown(p, "p")).toMatchObject({ fields: { name: "Of two" }, manager: "B-admin" });
    expect(shown(p, "p").suspended).toBeDefined();
  },
);
dir06.doesNot("by a fact of a source that has no say in it", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  expect(hired(p, "two", 5001, "p", ["b"]).passedOver).toEqual(["person p: already-in-service"]);
  const fields = { person: "p", fields: { name: "Other" } };
  for (const [source, type, data] of [
    ["three", "person.resigned", { person: "p" }],
    ["three", "person.relocated", { person: "p", departments: [] }],
    ["three", "person.reinstated", { person: "p" }],
    ["two", "person.fields-changed", fields],
    ["two", "person.confirmed", fields],
    ["two", "person.heads-changed", { person: "p", departments: ["a"] }],
    ["two", "person.roles-changed", { person: "p", roles: ["r"] }],
    ["two", "person.manager-changed", { person: "p", manager: null }],
    ["two", "person.suspended", { person: "p" }],
    ["two", "person.resumed", { person: "p" }],
    ["two", "admin.changed", { person: "p", role: "main" }],
  ] as const) {
    const told = said(p, source, 6000, type, data);
    expect([type, told.passedOver]).toEqual([type, ["person p: not-responsible-extent"]]);
    expect(told.events).toEqual([]);
  }
  expect(said(p, "one", 6000, "person.fields-changed", fields).passedOver).toEqual([]);
  expect(placed(p)).toEqual({ p: ["a"] });
});
dir06.happens("to whoever a source lets go: they left, reported, with the last alone", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  hired(p, "two", 5001, "p");
  said(p, "two", 5002, "person.relocated", { person: "p", departments: ["b"] });
  const told = said(p, "one", 6000, "person.resigned", { person: "p" });
  expect(told.passedOver).toEqual(["person p: vouched-elsewhere"]);
  expect(placed(p)).toEqual({ p: ["b"] });
  said(p, "two", 6001, "person.resigned", { person: "p" });
  expect(placed(p)).toEqual({});
  const again = people(p, "two", 7000, { p: ["b"] });
  expect(again.passedOver).toEqual(["person p: reported-left"]);
});
dir06.doesNot("by older word than that a source vouches no more", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  hired(p, "two", 5001, "p");
  said(p, "two", 6000, "person.resigned", { person: "p" });
  people(p, "two", 5999, { p: ["b"] });
  expect(shown(p, "p").sources).toEqual(["one"]);
  hired(p, "two", 6000, "p");
  expect(shown(p, "p").sources).toEqual(["one", "two"]);
});
dir06.doesNot("by a list that still names whom its source reported as gone (RESIGN-06)", () => {
  const lists = (changes: Parameters<typeof company>[0] = {}) => {
    const p = company(changes);
    hired(p, "one", 5000, "p");
    hired(p, "two", 5001, "p", ["b"]);
    said(p, "two", 6000, "person.resigned", { person: "p" });
    const told = [6000, 6001].map((at) => people(p, "two", at, { p: ["b"] }).passedOver);
    return [...told, shown(p, "p").sources];
  };
  expect(lists()).toEqual([["person p: older-time"], ["person p: reported-left"], ["one"]]);
  expect(lists({ listReinstates: "any" })).toEqual([["person p: older-time"], [], ["one", "two"]]);
  // What only a list let go by its silence, a list gives back.
  const p = company();
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  people(p, "two", 6000, { x: ["b"] });
  people(p, "two", 6001, { x: ["b"], p: ["b"] });
  expect(shown(p, "p").sources).toEqual(["one", "two"]);
});
dir06.happens("by a source's own last word, whatever later ones there are of others", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  hired(p, "two", 5010, "p");
  const gone = said(p, "one", 5007, "person.resigned", { person: "p" });
  expect(gone.passedOver).toEqual(["person p: vouched-elsewhere"]);
  said(p, "two", 5020, "person.resigned", { person: "p" });
  expect(placed(p)).toEqual({});
  // The last one's too, and not before it has said again itself that the person is there.
  hired(p, "one", 6000, "q");
  hired(p, "two", 6010, "q");
  said(p, "two", 6020, "person.resigned", { person: "q" });
  hired(p, "one", 6005, "q");
  const late = said(p, "one", 6004, "person.resigned", { person: "q" });
  expect(late.passedOver).toEqual(["person q: older-time"]);
  said(p, "one", 6006, "person.resigned", { person: "q" });
  expect(placed(p)).toEqual({});
});
dir06.happens("by a late hire, and one of the same moment, while somebody is in service", () => {
  const p = company();
  for (const [source, at] of [
    ["one", 5008],
    ["two", 5008],
    ["three", 5001],
  ] as const) {
    hired(p, source, at, "p");
  }
  expect(shown(p, "p").sources).toEqual(["one", "two", "three"]);
  said(p, "one", 5010, "person.resigned", { person: "p" });
  hired(p, "one", 5009, "p");
  expect(shown(p, "p").sources).toEqual(["two", "three"]);
});
dir06.happens("to a source that takes back a departure: it vouches again (RESIGN-06)", () => {
  const p = company();
  const back = (source: string, at: number) =>
    said(p, source, at, "person.reinstated", { person: "p" }).passedOver;
  hired(p, "one", 5000, "p");
  hired(p, "two", 5010, "p", ["b"]);
  said(p, "one", 5005, "person.resigned", { person: "p" });
  expect(back("one", 5004)).toEqual(["person p: older-time"]);
  expect(shown(p, "p").sources).toEqual(["two"]);
  expect(back("one", 5006)).toEqual(["person p: older-time"]);
  expect(shown(p, "p").sources).toEqual(["two", "one"]);
  said(p, "one", 5020, "person.resigned", { person: "p" });
  said(p, "two", 5021, "person.resigned", { person: "p" });
  expect(back("three", 5030)).toEqual(["person p: not-responsible-extent"]);
  expect(back("one", 5030)).toEqual([]);
  expect(shown(p, "p").sources).toContain("one");
  expect(placed(p)).toHaveProperty("p");
});
dir06.doesNot("by a late hire that is about an employment of before", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  said(p, "one", 5005, "person.resigned", { person: "p" });
  hired(p, "one", 5006, "p");
  hired(p, "two", 5003, "p");
  expect(shown(p, "p").sources).toEqual(["one"]);
});
dir06.doesNot("by a departure before the organization itself said that somebody is there", () => {
  const p = company();
  p.fact(
    "person.hired",
    { organization: "B", person: "p", departments: [], fields: { name: "p" } },
    { at: 5010 },
  );
  people(p, "one", 5020, { p: [] });
  expect(said(p, "one", 5007, "person.resigned", { person: "p" }).passedOver).toEqual([
    "person p: older-time",
  ]);
  p.fact(
    "person.hired",
    { organization: "B", person: "p", departments: [], fields: { name: "p" } },
    { at: 5030 },
  );
  expect(said(p, "one", 5025, "person.resigned", { person: "p" }).passedOver).toEqual([
    "person p: older-time",
  ]);
  expect(placed(p)).toEqual({ p: [] });
});
dir06.happens("by an older list as far as it names somebody, and no further", () => {
  const p = company();
  hired(p, "one", 6000, "p");
  expect(people(p, "two", 5000, { p: ["b"] }).passedOver).toEqual(["person p: older-time"]);
  expect(shown(p, "p")).toMatchObject({ departments: ["a"], sources: ["one", "two"] });
});

/** Where p is, as one and two say with revisions of their own. */
const relocated = (p: Play, source: string, at: number, revision: number, departments: string[]) =>
  said(p, source, at, "person.relocated", { person: "p", departments, revision }).passedOver;
dir06.happens("to revisions: those of one source are not compared with another's", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  hired(p, "two", 5001, "p");
  expect(relocated(p, "two", 5002, 1_700_000, ["b"])).toEqual([]);
  expect(relocated(p, "one", 5003, 7, ["a1"])).toEqual([]);
  expect(relocated(p, "one", 5004, 7, ["a"])).toEqual(["person p: older-revision"]);
  const enters = { person: "p", department: "b1", revision: 8 };
  expect(said(p, "one", 5005, "person.department-entered", enters).passedOver).toEqual([]);
  expect(placed(p)).toEqual({ p: ["a1", "b", "b1"] });
  expect(said(p, "one", 5006, "person.department-left", enters).passedOver).toEqual([
    "person p: older-revision",
  ]);
  const own = { organization: "B", person: "p", departments: ["a"], revision: 2 };
  expect(p.fact("person.relocated", own, { at: 5007 }).passedOver).toEqual([]);
  // A source that is back goes on from its own.
  said(p, "one", 5008, "person.resigned", { person: "p" });
  hired(p, "one", 5009, "p");
  expect(relocated(p, "one", 5010, 7, ["a1"])).toEqual(["person p: older-revision"]);
  expect(relocated(p, "one", 5011, 8, ["a1"])).toEqual([]);
});
dir06.happens("to the revisions of the oldest: they go with it, and the next has its own", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  hired(p, "two", 5001, "p");
  const named = (source: string, revision: number) => {
    const fields = { name: `${source} ${revision}` };
    return said(p, source, 5002, "person.fields-changed", { person: "p", fields, revision });
  };
  named("one", 1_700_000);
  expect(named("one", 7).passedOver).toEqual(["person p: older-revision"]);
  said(p, "one", 5003, "person.resigned", { person: "p" });
  expect(named("two", 7).passedOver).toEqual([]);
  expect(shown(p, "p")).toMatchObject({ fields: { name: "two 7" } });
  expect(named("two", 6).passedOver).toEqual(["person p: older-revision"]);
});

dir06.happens(
  "to numbers: that of another source than the one that gave it is not looked at",
  () => {
    const p = company();
    people(p, "one", 5000, { p: ["a"] }, { number: 7 });
    expect(people(p, "two", 5001, { p: ["b"] }, { number: 90 }).passedOver).toEqual([]);
    expect(shown(p, "p")).toMatchObject({ number: 7, numberFrom: "source" });
    const fact = { person: "p", number: 90, departments: ["b1"] };
    expect(said(p, "two", 5002, "person.relocated", fact).refusal).toBeNull();
    expect(placed(p)).toEqual({ p: ["a", "b1"] });
    // Without its giver a number is nobody's, and the next is counted from it.
    people(p, "one", 6000, { x: [] });
    expect(shown(p, "p")).toMatchObject({ number: 7, numberFrom: "library" });
    people(p, "two", 6001, { p: ["b"] }, { number: 90 });
    expect(shown(p, "p")).toMatchObject({ number: 90, numberFrom: "source" });
  },
);
dir06.happens("to whom another source had numbered: a hire brings its number, and once", () => {
  for (const [number, now, from] of [
    [90, 90, "source"],
    [9, 9, "source"],
    [8, 8, "library"],
    [3, 8, "library"],
  ] as const) {
    const p = company();
    people(p, "one", 5000, { p: ["a"] }, { number: 7 });
    p.fact("person.resigned", { organization: "B", person: "p" } as never, { at: 5001 });
    const hire = { person: "p", number, departments: ["b"], fields: { name: "p" } };
    expect(happened(said(p, "two", 5002, "person.hired", hire), "person.hired")).toHaveLength(1);
    expect(shown(p, "p")).toMatchObject({ number: now, numberFrom: from });
    expect(said(p, "two", 5002, "person.hired", hire).events).toEqual([]);
    expect(placed(p)).toEqual({ p: ["b"] });
  }
});
dir06.happens(
  "to a number given without a source: it is the first one's that names the person",
  () => {
    const p = company();
    p.hire("B", "p", ["a"], 7);
    people(p, "one", 5000, { p: ["a"] }, { number: 7 });
    people(p, "two", 5001, { p: ["a"] }, { number: 90 });
    expect(shown(p, "p")).toMatchObject({ number: 7 });
  },
);

dir06.happens("to whoever is back: by a fact as before, by a list for its source alone", () => {
  const p = company();
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  p.fact("person.resigned", { organization: "B", person: "p" }, { at: 5002 });
  expect(sources(p)).toMatchObject({ items: [{ people: 0 }, { people: 0 }] });
  said(p, "one", 5003, "person.reinstated", { person: "p", departments: ["a1"] });
  expect(shown(p, "p")).toMatchObject({ departments: ["a1", "b"], sources: ["one", "two"] });
  people(p, "one", 6000, { x: [] });
  people(p, "two", 6001, { y: [] });
  people(p, "one", 6002 + DAY, { x: [], p: ["a"] });
  expect(shown(p, "p")).toMatchObject({ departments: ["a"], sources: ["one"] });
});
dir06.happens("to vouchers that were not taken back: they count again on a return", () => {
  const p = company();
  const gone = (at: number) =>
    p.fact("person.resigned", { organization: "B", person: "p" }, { at });
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  people(p, null, 6000, { "B-admin": null });
  expect(placed(p)).toEqual({});
  people(p, "two", 6001, { p: ["b1"] }, { fields: { name: "two" }, suspended: true });
  expect(placed(p)).toEqual({ p: ["a", "b1"] });
  expect(shown(p, "p").sources).toEqual(["one", "two"]);
  expect(shown(p, "p")).toMatchObject({ fields: { name: "p" } });
  expect(shown(p, "p").suspended).toBeUndefined();
  // Who says of somebody who has left that they did vouches no longer, whoever brings them back.
  gone(7000);
  said(p, "one", 7001, "person.resigned", { person: "p" });
  said(p, "two", 7002, "person.reinstated", { person: "p" });
  expect(shown(p, "p")).toMatchObject({ sources: ["two"] });
  said(p, "two", 7003, "person.resigned", { person: "p" });
  p.fact("person.reinstated", { organization: "B", person: "p" }, { at: 7004 });
  expect(shown(p, "p").sources).toBeUndefined();
});
dir06.happens("to many changes of one source at once", () => {
  const p = company();
  hired(p, "one", 5000, "p");
  const changes = [
    { type: "person.resigned", data: { person: "p" } },
    { type: "person.hired", data: { person: "q", departments: ["b"], fields: { name: "q" } } },
  ];
  const told = said(p, "two", 6000, "directory.changed", { changes });
  expect(told.passedOver).toEqual(["person p: not-responsible-extent"]);
  expect(shown(p, "q").sources).toEqual(["two"]);
});

/** So many sources, each of which hires somebody. */
function fed(count: number, changes: Parameters<typeof company>[0] = {}): Play {
  const p = company(changes);
  for (let i = 1; i <= count; i += 1) hired(p, `s${i}`, 5000 + i, `p${i}`);
  return p;
}
dir06.below("sixteen sources, a new one is one more", () => {
  const p = fed(15);
  expect(hired(p, "s16", 6000, "p16").passedOver).toEqual([]);
  expect(placed(p)).toHaveProperty("p16");
});
dir06.at("sixteen sources, those that are known go on", () => {
  const p = fed(16);
  expect(people(p, "s16", 6000, { p16: ["b"] }).passedOver).toEqual([]);
  expect(placed(p)).toMatchObject({ p16: ["b"] });
});
dir06.above("sixteen sources, what a further one says is passed over without a look", () => {
  const p = fed(16);
  expect(hired(p, "s17", 6000, "new").passedOver).toEqual(["person new: not-possible"]);
  const list = people(p, "s17", 6001, { new: ["a"], p1: ["nowhere"] });
  expect([list.refusal, list.passedOver.length]).toEqual([null, 1]);
  expect(list.passedOver[0]).toMatch(/^list .*: not-possible$/);
  const fact = said(p, "s17", 6002, "person.resigned", { person: "nobody" });
  expect(fact.passedOver).toEqual(["person nobody: not-possible"]);
  expect(placed(p)).not.toHaveProperty("new");
  expect(fed(2, { directorySources: 1 }).records("source")).toHaveLength(1);
});
dir06.doesNot("to anything stored where no source is named", () => {
  const p = company();
  p.hire("B", "p", ["a"]);
  people(p, null, 5000, { "B-admin": null, p: ["b"] });
  const kept = JSON.stringify([p.records("employment"), p.records("directory")]);
  expect(kept).not.toMatch(/vouched|sources|givenBy/);
  expect([p.records("source"), p.records("brought")]).toEqual([[], []]);
  expect(sources(p)).toEqual({ items: [] });
});
dir06.happens("to one that comes where sixteen are in use, as soon as one is not", () => {
  const p = fed(16);
  expect(hired(p, "s17", 6000, "new").passedOver).toEqual(["person new: not-possible"]);
  said(p, "s3", 6001, "person.resigned", { person: "p3" });
  expect(hired(p, "s17", 6002, "new").passedOver).toEqual([]);
  expect(p.records("source").map(([key]) => key)).not.toContain("B/s3");
  expect(p.records("source")).toHaveLength(16);
  expect(hired(p, "s3", 6003, "p3").passedOver).toEqual(["person p3: not-possible"]);
});
dir06.doesNot("as long as a list of that one is on its way", () => {
  const p = fed(2, { directorySources: 2 });
  const part = { kind: "people", page: 0, pages: 2, people: [] } as const;
  const of = { departments: 0, people: 2 };
  const said1 = { organization: "B", list: "l", of, part, extent: { source: "s1" } };
  p.fact("directory.reconciled", said1, { at: 5500 });
  said(p, "s1", 6000, "person.resigned", { person: "p1" });
  expect(hired(p, "s3", 6001, "new").passedOver).toEqual(["person new: not-possible"]);
});
