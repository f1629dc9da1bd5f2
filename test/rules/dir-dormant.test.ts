// Aim: a department that full lists lack stays as it is, dormant, until enough time has passed or somebody
// says that it is gone; and it is awake again as soon as anything says that it is there.
// Method: lists of departments at different times, facts between them; what scopes then do.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { happened } from "../support/busy.ts";
import { followed, onlyPart } from "../support/lists.ts";
import { rule } from "../support/rule.ts";

const DAY = 86_400_000;
const FIRST = 10 * DAY;

/** B with d1, d2 below it, and d3; everybody may be in any of them. */
function company(changes: Parameters<typeof play>[0] = {}): Play {
  const p = play(changes);
  p.register(["B"]);
  p.createDepartments("B", [
    ["d1", null],
    ["d2", "d1"],
    ["d3", null],
  ]);
  return p;
}

const PARENTS: Readonly<Record<string, string>> = { d2: "d1" };

/** A list that names these departments, in the places where they are. */
function listed(p: Play, departments: readonly string[], at = FIRST): Told {
  const lines = departments.map((department) => {
    return { department, parent: PARENTS[department] ?? null, name: `Dept ${department}` };
  });
  const part = { kind: "departments", departments: lines } as const;
  return p.fact("directory.reconciled", onlyPart("B", part), { at });
}

const department = (p: Play, id: string) =>
  p.records("department").find(([key]) => key === `B/${id}`)?.[1];
const dormant = (p: Play) =>
  ["d1", "d2", "d3"].filter((id) => department(p, id)?.dormant !== undefined);
const named = (told: Told, type: "department.removed" | "department.awake") =>
  happened(told, type).map(({ department: id }) => id);
const confirm = (p: Play, departments: readonly string[]) =>
  p.command("B", "department.confirm-removal", { organization: "B", departments });

const dir10 = rule("DIR-10");
dir10.happens("to a department with nobody in it and nothing below it, children first", () => {
  const p = company();
  const told = listed(p, ["d3"]);
  expect(happened(told, "department.dormant")).toEqual([
    { organization: "B", department: "d2", since: FIRST },
    { organization: "B", department: "d1", since: FIRST },
  ]);
  expect(happened(told, "list.step")).toMatchObject([{ dormant: 2, remaining: 0 }]);
  expect(told.notices).toMatchObject([
    {
      kind: "DEPARTMENTS_MISSING",
      to: [{ kind: "authorized-admins", organization: "B" }],
      data: { organization: "B", departments: ["d2", "d1"], count: 2 },
    },
  ]);
  expect(dormant(p)).toEqual(["d1", "d2"]);
  expect(listed(p, ["d3"], FIRST + DAY).notices).toEqual([]);
});
dir10.doesNot("to one with somebody in it, or with something above which stands", () => {
  const p = company();
  p.hire("B", "eve", ["d2"]);
  const told = listed(p, ["d3"]);
  expect(told.passedOver).toEqual(["department d2: still-used", "department d1: still-used"]);
  expect(dormant(p)).toEqual([]);
});
dir10.doesNot("to one of which a later fact speaks", () => {
  const p = company();
  const name = { organization: "B", department: "d3", name: "Three" };
  p.fact("department.renamed", name, { at: FIRST + 1 });
  expect(listed(p, ["d1", "d2"]).passedOver).toEqual(["department d3: protected"]);
});
dir10.below("departmentMissingDays", () => {
  const p = company();
  listed(p, ["d1", "d2"]);
  const told = listed(p, ["d1", "d2"], FIRST + 7 * DAY - 1);
  expect([followed(told), told.passedOver, dormant(p)]).toEqual([[], [], ["d3"]]);
});
dir10.at("departmentMissingDays", () => {
  const p = company();
  listed(p, ["d1", "d2"]);
  const told = listed(p, ["d1", "d2"], FIRST + 7 * DAY);
  expect(happened(told, "department.removed")).toMatchObject([
    { department: "d3", because: "list" },
  ]);
  expect(happened(told, "list.step")).toMatchObject([{ removed: { people: 0, departments: 1 } }]);
});
dir10.above("departmentMissingDays", () => {
  const p = company();
  listed(p, ["d3"]);
  expect(named(listed(p, ["d3"], FIRST + 9 * DAY), "department.removed")).toEqual(["d2", "d1"]);
  const now = company({ departmentMissingDays: 0 });
  expect(named(listed(now, ["d3"]), "department.removed")).toEqual(["d2", "d1"]);
});
dir10.happens("until a list names it, or something below it, and then from the start again", () => {
  for (const names of [
    ["d1", "d2", "d3"],
    ["d2", "d3"],
  ]) {
    const p = company();
    listed(p, ["d3"]);
    expect(named(listed(p, names, FIRST + 5 * DAY), "department.awake").sort()).toEqual([
      "d1",
      "d2",
    ]);
    listed(p, ["d3"], FIRST + 6 * DAY);
    expect(followed(listed(p, ["d3"], FIRST + 8 * DAY))).toEqual([]);
    expect(dormant(p)).toEqual(["d1", "d2"]);
  }
});
dir10.happens("until a newer fact is about it", () => {
  const facts = [
    (p: Play, at: number) =>
      p.fact("department.renamed", { organization: "B", department: "d3", name: "T" }, { at }),
    (p: Play, at: number) =>
      p.fact("department.moved", { organization: "B", department: "d3", parent: "d1" }, { at }),
    (p: Play, at: number) =>
      p.fact(
        "department.created",
        { organization: "B", department: "d3", parent: null, name: "Dept d3" },
        { at },
      ),
  ];
  for (const fact of facts) {
    const p = company();
    listed(p, ["d1", "d2"]);
    fact(p, FIRST);
    expect(dormant(p)).toEqual(["d3"]);
    fact(p, FIRST + 1);
    expect(dormant(p)).toEqual([]);
  }
});
dir10.happens("until somebody, or another department, comes into it or below it", () => {
  const ways: readonly ((p: Play) => Told)[] = [
    (p) => p.hire("B", "eve", ["d2"]),
    (p) => p.relocate("B", "B-admin", ["d2"]),
    (p) =>
      p.fact("department.created", {
        organization: "B",
        department: "d4",
        parent: "d2",
        name: "Four",
      }),
    (p) => p.fact("department.moved", { organization: "B", department: "d3", parent: "d2" }),
  ];
  for (const way of ways) {
    const p = company();
    listed(p, ["d3"]);
    expect(named(way(p), "department.awake")).toEqual(["d2", "d1"]);
    expect(dormant(p)).toEqual([]);
  }
});
dir10.doesNot("what settings say of it: an exclusion keeps out whoever wakes it", () => {
  const p = company();
  p.register(["A"]);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { whole: true, exclude: { departments: ["d3"] } });
  expect(followed(listed(p, ["d1", "d2"]))).toEqual(["department.dormant"]);
  p.hire("B", "eve", ["d3"]);
  p.hire("B", "fay", []);
  expect(p.roster("s1")).toContain("B/fay");
  expect(p.roster("s1")).not.toContain("B/eve");
});
dir10.happens("until it is removed by a fact, or an admin confirms that it is gone", () => {
  const p = company();
  listed(p, ["d3"]);
  const gone = { organization: "B", department: "d2" };
  expect(named(p.fact("department.removed", gone), "department.removed")).toEqual(["d2"]);
  const told = confirm(p, ["d3", "d1"]);
  expect(happened(told, "department.removed")).toMatchObject([
    { department: "d1", because: "confirmed" },
  ]);
  expect(told.passedOver).toEqual(["department d3: already-so"]);
  expect(confirm(p, ["d1"]).passedOver).toEqual(["department d1: already-so"]);
});
dir10.happens("to children before what is above them, when an admin confirms both", () => {
  const p = company();
  listed(p, ["d3"]);
  expect(named(confirm(p, ["d1", "d2"]), "department.removed")).toEqual(["d2", "d1"]);
});
dir10.doesNot("by the word of others, nor of what nobody reported", () => {
  const p = company();
  listed(p, ["d3"]);
  const data = { organization: "B", departments: ["d1"] };
  for (const by of [["B", "nobody"], { support: "staff" }] as const) {
    expect(p.command(by, "department.confirm-removal", data).code).toBe("NOT_AUTHORIZED_ADMIN");
  }
  expect(confirm(p, ["d1", "nowhere"]).code).toBe("UNKNOWN_DEPARTMENT");
});
dir10.doesNot("count: dormant departments are neither known nor missing", () => {
  const p = company({ reconciliationHoldAtLeast: 1, reconciliationHoldPercent: 50 });
  listed(p, ["d1", "d2"]);
  const told = listed(p, ["d1", "d2"], FIRST + 1);
  expect(happened(told, "list.completed")).toMatchObject([
    { known: { departments: 2 }, missing: { departments: 0 } },
  ]);
});
