// Aim: departments go with the last source that vouches for them, and lists of a source are full for what it
// brought alone.
// Method: two sources that name the same departments and others, by facts and by lists.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { followed } from "../support/lists.ts";
import { rule } from "../support/rule.ts";
import { company, hired, people, placed, said, shown, sources, tree } from "../support/sources.ts";

const dir06 = rule("DIR-06");

/** The departments, what each hangs under, and dormant ones in brackets. */
const departments = (p: Play) =>
  p
    .records("department")
    .filter(([, { removed }]) => !removed)
    .map(([key, { parent, dormant }]) => {
      const name = `${parent ?? ""}/${key.slice(2)}`;
      return dormant === undefined ? name : `(${name})`;
    })
    .sort()
    .join(" ");
const nameOf = (p: Play, department: string) =>
  p
    .records("tree")
    .flatMap(([, { entries }]) => entries)
    .find((each) => each.department === department)?.name;
const make = (p: Play, source: string, at: number, department: string) =>
  said(p, source, at, "department.created", { department, parent: null, name: department });

dir06.happens("to a department that one source no longer names: it goes with the last", () => {
  const p = company({ departmentMissingDays: 0 });
  make(p, "one", 5000, "d");
  expect(make(p, "two", 5001, "d").passedOver).toEqual([]);
  expect(make(p, "two", 5002, "d").passedOver).toEqual(["department d: already-so"]);
  const told = said(p, "one", 6000, "department.removed", { department: "d" });
  expect(told.passedOver).toEqual(["department d: vouched-elsewhere"]);
  expect(happened(told, "department.vouched")).toMatchObject([{ source: "one", given: false }]);
  said(p, "two", 6001, "department.removed", { department: "d" });
  expect(departments(p)).toBe("/a /b a/a1 b/b1");
});
dir06.doesNot("by a removal older than what its source said of a department itself", () => {
  const p = company();
  const make = (source: string, at: number, revision: object) => {
    const wish = { department: "d", parent: null, name: "d", ...revision };
    return said(p, source, at, "department.created", wish);
  };
  const remove = (source: string, at: number, revision: object) =>
    said(p, source, at, "department.removed", { department: "d", ...revision }).passedOver;
  make("one", 5000, { revision: 1 });
  make("two", 5001, {});
  expect(remove("one", 5002, { revision: 2 })).toEqual(["department d: vouched-elsewhere"]);
  make("one", 5003, { revision: 3 });
  expect(remove("one", 5004, { revision: 2 })).toEqual(["department d: older-revision"]);
  expect(make("one", 5004, { revision: 3 }).passedOver).toEqual(["department d: older-revision"]);
  make("two", 5006, {});
  expect(remove("two", 5005, {})).toEqual(["department d: older-time"]);
  expect(sources(p)).toMatchObject({ items: [{ departments: 1 }, { departments: 1 }] });
  // Of its own last word a later one takes it back; a list is no word.
  tree(p, "two", 5010, "d");
  expect(remove("two", 5007, {})).toEqual(["department d: vouched-elsewhere"]);
  expect(make("two", 5006, {}).passedOver).toEqual(["department d: already-so"]);
  expect(sources(p)).toMatchObject({ items: [{ departments: 1 }, { departments: 0 }] });
});
dir06.happens("to the revisions of the oldest of a department: they go with it", () => {
  const p = company();
  said(p, "one", 5000, "department.created", {
    department: "d",
    parent: null,
    name: "d",
    revision: 900,
  });
  const wish = { department: "d", parent: null, name: "d", revision: 7 };
  expect(said(p, "two", 5001, "department.created", wish).passedOver).toEqual([]);
  said(p, "one", 5002, "department.removed", { department: "d", revision: 901 });
  const move = (revision: number) =>
    said(p, "two", 5003, "department.moved", { department: "d", parent: "b", revision }).passedOver;
  expect(move(8)).toEqual([]);
  expect(move(7)).toEqual(["department d: older-revision"]);
});
dir06.happens("to departments by lists of theirs as by facts", () => {
  const p = company({ departmentMissingDays: 0 });
  tree(p, "one", 5000, "d e a");
  tree(p, "two", 5001, "d f");
  expect(tree(p, "one", 6000, "a").passedOver).toEqual(["department d: vouched-elsewhere"]);
  expect(departments(p)).toBe("/a /b /d /f a/a1 b/b1");
  tree(p, "two", 7000, "f");
  expect(departments(p)).toBe("/a /b /f a/a1 b/b1");
});
dir06.happens("to name and place of a department by the oldest alone", () => {
  const p = company();
  tree(p, "one", 5000, "d a/e");
  expect(tree(p, "two", 5001, "d b/e").passedOver).toEqual([]);
  expect(departments(p)).toBe("/a /b /d a/a1 a/e b/b1");
  for (const [source, type, data] of [
    ["two", "department.renamed", { department: "d", name: "Other" }],
    ["two", "department.moved", { department: "d", parent: "b" }],
    ["three", "department.removed", { department: "d" }],
  ] as const) {
    const told = said(p, source, 6000, type, data);
    expect([type, told.passedOver]).toEqual([type, ["department d: not-responsible-extent"]]);
    expect(told.events).toEqual([]);
  }
  const renamed = said(p, "one", 6000, "department.renamed", { department: "d", name: "D" });
  expect(renamed.passedOver).toEqual([]);
  expect(nameOf(p, "d")).toBe("D");
});
dir06.happens(
  "to a department that is there again: for whoever made it anew, and nobody else",
  () => {
    const p = company();
    make(p, "one", 5000, "d");
    p.fact("department.removed", { organization: "B", department: "d" }, { at: 6000 });
    tree(p, "two", 7000, "d");
    expect(sources(p)).toMatchObject({
      items: [
        { source: "one", departments: 0 },
        { source: "two", departments: 1 },
      ],
    });
  },
);
dir06.happens(
  "to placements when a department is removed: no source has brought them any more",
  () => {
    const p = company();
    hired(p, "one", 5000, "p", ["a", "a1"]);
    hired(p, "two", 5001, "p");
    p.fact("department.removed", { organization: "B", department: "a1" }, { at: 6000 });
    const change = { organization: "B", department: "a1", parent: null, name: "a1", revision: 9 };
    p.fact("department.created", change, { at: 6001 });
    const again = { organization: "B", person: "p", department: "a1" };
    p.fact("person.department-entered", again, { at: 6002 });
    people(p, "two", 7000, { p: ["b"] });
    expect(placed(p)).toEqual({ p: ["a", "b"] });
  },
);
dir06.doesNot("by a list of a source that says what is known", () => {
  const p = company();
  tree(p, "one", 5000, "d e/d1 e");
  people(p, "one", 5001, { p: ["d"], q: ["a"] });
  expect(followed(tree(p, "one", 6000, "d e/d1 e"))).toEqual([]);
  expect(followed(people(p, "one", 6001, { p: ["d"], q: ["a"] }))).toEqual([]);
});
dir06.doesNot("to whom a list lacks that is held, nor to the list of another source", () => {
  const p = company({ reconciliationHoldPercent: 15, reconciliationHoldAtLeast: 1 });
  p.hire("B", "own");
  people(p, "one", 5000, { p: [], q: [] });
  people(p, "two", 5001, { r: [] });
  people(p, "one", 6000, {});
  people(p, "two", 7000, {});
  const lists = p.records("list").map(([key, { extent, state }]) => {
    return [JSON.stringify(extent), state, key.slice(2)] as const;
  });
  expect(lists.map(([extent, state]) => `${extent} ${state}`).sort()).toEqual([
    '{"source":"one"} held',
    '{"source":"two"} held',
  ]);
  expect(people(p, "two", 6500, { r: [] }).passedOver[0]).toMatch(/: older-list$/);
  const [, , list = ""] = lists.find(([extent]) => extent.includes("one")) ?? [];
  const confirmed = p.command("B", "reconciliation.confirm", { organization: "B", list });
  expect(happened(confirmed, "person.resigned")).toMatchObject([{ person: "p" }, { person: "q" }]);
  expect(placed(p)).toEqual({ own: [], r: [] });
});
dir06.happens("to what the organization is told of its sources", () => {
  const p = company();
  tree(p, "two", 5000, "d e");
  people(p, "one", 5001, { p: ["a"] });
  people(p, "two", 5002, { p: ["b"], q: ["b"] });
  hired(p, "three", 5003, "q");
  expect(sources(p)).toEqual({
    items: [
      { source: "one", people: 1, departments: 0, completed: 5001 },
      { source: "three", people: 1, departments: 0, completed: null },
      { source: "two", people: 2, departments: 2, completed: 5002 },
    ],
  });
  expect(shown(p, "q").sources).toEqual(["two", "three"]);
  p.hire("B", "own");
  expect(shown(p, "own").sources).toBeUndefined();
  const viewer = (person: string) => ({ viewer: { organization: "B", person } });
  expect(p.ask("directory.sources", viewer("B-admin"))).toEqual(sources(p));
  expect(p.ask("directory.sources", viewer("p"))).toBe("NOT_AUTHORIZED_ADMIN");
});
dir06.happens("to ids: of several sources the oldest alone gives others (DIR-14, DIR-16)", () => {
  const p = company();
  people(p, "one", 5000, { p: ["a"] });
  people(p, "two", 5001, { p: ["b"] });
  const rename = (source: string, at: number) =>
    p.fact("person.renamed", { organization: "B", person: "p", to: "n", source }, { at });
  expect(rename("two", 5100).passedOver).toEqual(["person p: not-responsible-extent"]);
  expect(placed(p)).toEqual({ p: ["a", "b"] });
  expect(rename("one", 5200).events).toMatchObject([{ type: "person.renamed", data: { to: "n" } }]);
  expect(placed(p)).toEqual({ n: ["a", "b"] });
  // Both go on vouching for the person, by the id that each of them knows by now.
  expect(people(p, "two", 5150, { p: ["b"] }).passedOver).toEqual([]);
  people(p, "two", 6000, { n: ["b1"] });
  expect(placed(p)).toEqual({ n: ["a", "b1"] });
  people(p, "one", 6100, { x: [] });
  expect(placed(p)).toEqual({ n: ["b1"], x: [] });
});
dir06.doesNot("happen to the id of a department by a source that is not the oldest", () => {
  const p = company();
  const department = { organization: "B", department: "new", parent: null, name: "New" };
  p.fact("department.created", { ...department, source: "one" }, { at: 5000 });
  p.fact("department.created", { ...department, source: "two" }, { at: 5001 });
  const rename = (source: string, at: number) =>
    p.fact(
      "department.renamed-id",
      { organization: "B", department: "new", to: "other", source },
      { at },
    );
  expect(rename("two", 5100).passedOver).toEqual(["department new: not-responsible-extent"]);
  expect(rename("one", 5200).events).toMatchObject([{ type: "department.id-changed" }]);
});
