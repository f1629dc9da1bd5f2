// Aim: every bound of licenses, groups, apps and flows lies where it is said to lie. Method: one below
// it, at it, and one above it.
import { describe, expect, test } from "vitest";
import { parseCommand, parseEvent, parseFact, parseQuery } from "../../src/schema/index.ts";
import { command, event, fact, query } from "./samples.ts";

type Data = { readonly [name: string]: unknown };
type Verdict = ReturnType<typeof parseQuery>;

/** The one problem of a value as `path word`, or `ok`. */
const verdict = (result: unknown): string => {
  const given = result as Verdict;
  return given.ok
    ? "ok"
    : given.problems.map(({ path, problem }) => `${path.join(".")} ${problem}`).join(", ");
};

const ofCommand = (type: string, data: Data): string => verdict(parseCommand(command(type, data)));
const ofFact = (type: string, data: Data): string => verdict(parseFact(fact(type, data)));
const ofQuery = (type: string, data: Data): string => verdict(parseQuery(query(type, data)));

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `id${i}`);
const identities = (count: number): readonly Data[] =>
  ids(count).map((person) => ({ organization: "o1", person }));
const twice = [
  { organization: "o1", person: "p1" },
  { organization: "o2", person: "p1" },
  { organization: "o1", person: "p1" },
];

/** A list in a command has so many items at most, and at least; `path` says where it stands. */
function expectLengths(of: (length: number) => string, path: string, max: number, min = 0): void {
  if (min > 0) expect(of(min - 1)).toBe(`${path} too-few`);
  expect(of(min)).toBe("ok");
  expect(of(max)).toBe("ok");
  expect(of(max + 1)).toBe(`${path} too-many`);
}

describe("the directory", () => {
  const p = { organization: "o1", person: "p1", number: 1 };

  test("a person is head of 200 departments, and has 200 roles, all different", () => {
    for (const [type, name] of [
      ["person.heads-changed", "departments"],
      ["person.roles-changed", "roles"],
    ] as const) {
      const of = (list: readonly string[]) => ofFact(type, { ...p, [name]: list });
      expectLengths((length) => of(ids(length)), `data.${name}`, 200);
      expect(of(["a", "b", "a"])).toBe(`data.${name}.2 duplicate`);
    }
  });
});

describe("licenses", () => {
  const unit = { kind: "host", organization: "o1" };

  test("purchases go to a thousand million", () => {
    const bought = (purchased: unknown): string =>
      ofFact("license.purchased", { organization: "o1", purchased });
    expect(bought(-1)).toBe("data.purchased out-of-range");
    expect(bought(0)).toBe("ok");
    expect(bought(1_000_000_000)).toBe("ok");
    expect(bought(1_000_000_001)).toBe("data.purchased out-of-range");
    expect(bought(0.5)).toBe("data.purchased not-an-integer");
  });

  test("a grant and a revocation name 1000 different identities", () => {
    for (const type of ["license.grant", "license.revoke"]) {
      expectLengths(
        (length) => ofCommand(type, { unit, people: identities(length) }),
        "data.people",
        1000,
      );
      expect(ofCommand(type, { unit, people: twice })).toBe("data.people.2 duplicate");
      expect(ofCommand(type, { unit, people: twice.slice(0, 2) })).toBe("ok");
    }
  });

  test("pairs of ids are told apart wherever one id ends", () => {
    const people = [
      { organization: "a", person: "b/c" },
      { organization: "a/b", person: "c" },
      { organization: "a,b", person: "c" },
      { organization: "__proto__", person: "constructor" },
    ];
    expect(ofCommand("license.grant", { unit, people })).toBe("ok");
  });

  test("a Member in a unit has 5000 different automatic departments", () => {
    const automate = (departments: readonly string[]): string =>
      ofCommand("license.automate", {
        unit: { kind: "space", space: "s1" },
        organization: "o1",
        departments,
      });
    expectLengths((length) => automate(ids(length)), "data.departments", 5000);
    expect(automate(["a", "a"])).toBe("data.departments.1 duplicate");
  });

  test("the Host's own unit is never linked, and units are told by their kind", () => {
    for (const type of ["license.link", "license.unlink"]) {
      expect(ofCommand(type, { unit })).toBe("data.unit.kind not-a-choice");
      expect(ofCommand(type, { unit: { kind: "space", space: "s1" } })).toBe("ok");
      expect(ofCommand(type, { unit: { kind: "member", space: "s1" } })).toBe(
        "data.unit.organization missing",
      );
    }
    const odd = { kind: "space", space: "s1", organization: "o1" };
    expect(ofCommand("license.grant", { unit: odd, people: [] })).toBe(
      "data.unit.organization unknown-field",
    );
  });
});

describe("groups", () => {
  const base = { space: "s1", group: "g1" };

  test("500 different identities come in at once", () => {
    for (const [type, more] of [
      ["group.start", { name: "N" }],
      ["group.add", {}],
    ] as const) {
      const of = (participants: readonly Data[]) =>
        ofCommand(type, { ...base, ...more, participants });
      expectLengths((length) => of(identities(length)), "data.participants", 500);
      expect(of(twice)).toBe("data.participants.2 duplicate");
    }
  });

  test("a name has 1 to 200 code units", () => {
    const named = (name: string): string =>
      ofCommand("group.start", { ...base, name, participants: [] });
    expect(named("")).toBe("data.name empty");
    expect(named("x".repeat(200))).toBe("ok");
    expect(named("x".repeat(201))).toBe("data.name too-long");
  });
});

describe("audiences", () => {
  const base = { space: "s1", app: "a1" };
  const authorize = (authorized: unknown): string =>
    ofCommand("app.authorize", { ...base, authorized });

  test("organizations, departments and people are 5000 different ones each", () => {
    for (const [name, make] of [
      ["organizations", ids],
      ["people", identities],
      [
        "departments",
        (count: number) => ids(count).map((department) => ({ organization: "o1", department })),
      ],
    ] as const) {
      const path = `data.authorized.${name}`;
      expectLengths((length) => authorize({ [name]: make(length) }), path, 5000);
      const [first] = make(1);
      expect(authorize({ [name]: [first, first] })).toBe(`${path}.1 duplicate`);
    }
  });

  test("kinds of Member are 200 different ones, each with a type or a level", () => {
    const path = "data.authorized.partners";
    const partners = (list: readonly Data[]): string => authorize({ partners: list });
    expectLengths((length) => partners(ids(length).map((type) => ({ type }))), path, 200);
    expect(partners([{}])).toBe(`${path}.0.type missing`);
    expect(partners([{ type: "a" }, { level: "a" }, { type: "a", level: "a" }])).toBe("ok");
    expect(partners([{ type: "a" }, { type: "b" }, { type: "a" }])).toBe(`${path}.2 duplicate`);
    expect(partners([{ type: "x".repeat(64) }])).toBe("ok");
    expect(partners([{ type: "x".repeat(65) }])).toBe(`${path}.0.type too-long`);
    expect(partners([{ type: "two words" }])).toBe(`${path}.0.type forbidden-character`);
    expect(partners([{ level: "" }, { level: "x".repeat(500) }])).toBe("ok");
    expect(partners([{ level: "x".repeat(501) }])).toBe(`${path}.0.level too-long`);
  });

  test("everybody is null, nobody is empty", () => {
    expect(authorize(null)).toBe("ok");
    expect(authorize({})).toBe("ok");
    expect(authorize({ organizations: [] })).toBe("ok");
    expect(authorize([])).toBe("data.authorized not-an-object");
  });

  const permit = (permissions: readonly Data[]): string =>
    ofCommand("app.permit", { ...base, permissions });

  test("permissions are 100, with 20 labels of 64 code units", () => {
    expectLengths((length) => permit(ids(length).map(() => ({}))), "data.permissions", 100);
    const labels = (list: readonly string[]): string => permit([{ labels: list }]);
    expectLengths((length) => labels(ids(length)), "data.permissions.0.labels", 20);
    expect(labels(["a", "a"])).toBe("data.permissions.0.labels.1 duplicate");
    expect(labels(["x".repeat(64)])).toBe("ok");
    expect(labels(["x".repeat(65)])).toBe("data.permissions.0.labels.0 too-long");
    expect(labels([""])).toBe("data.permissions.0.labels.0 empty");
    expect(labels(["two words"])).toBe("ok");
    expect(labels(["a\u202eb"])).toBe("data.permissions.0.labels.0 forbidden-character");
  });

  test("the Members and kinds of Member in all permissions are 1000", () => {
    const members = (...counts: readonly number[]): string =>
      permit(counts.map((count) => ({ for: { organizations: ids(count) } })));
    expect(members(500, 500)).toBe("ok");
    expect(members(500, 501)).toBe("data.permissions too-many");
    expect(permit([{ for: { organizations: ids(900), partners: [{ type: "a" }] } }])).toBe("ok");
    const kinds = ids(101).map((type) => ({ type }));
    expect(permit([{ for: { organizations: ids(900), partners: kinds } }])).toBe(
      "data.permissions too-many",
    );
    expect(permit([{ for: { people: identities(5000) } }, { for: {} }])).toBe("ok");
  });

  test("ranges are four", () => {
    for (const rows of ["own", "organization", "space", "all"]) {
      expect(permit([{ rows }])).toBe("ok");
    }
    expect(permit([{ rows: "host" }])).toBe("data.permissions.0.rows not-a-choice");
    expect(permit([{ rows: null }])).toBe("data.permissions.0.rows not-a-choice");
  });
});

describe("submissions", () => {
  const submit = (more: Data): string =>
    ofCommand("form.submit", { app: "a1", rows: [{ row: "r1" }], ...more });

  test("rows are 1 to 100 different ones, with 20 labels each", () => {
    expectLengths(
      (length) => submit({ rows: ids(length).map((row) => ({ row })) }),
      "data.rows",
      100,
      1,
    );
    expect(submit({ rows: [{ row: "r1" }, { row: "r2" }, { row: "r1" }] })).toBe(
      "data.rows.2 duplicate",
    );
    expectLengths(
      (length) => submit({ rows: [{ row: "r1", labels: ids(length) }] }),
      "data.rows.0.labels",
      20,
    );
  });

  test("1000 people are picked, in two fields perhaps the same", () => {
    expectLengths((length) => submit({ picked: identities(length) }), "data.picked", 1000);
    expect(submit({ picked: twice })).toBe("ok");
  });

  test("a group at a Member has an id, a feature a name", () => {
    const distribute = (group: string): string =>
      ofCommand("app.distribute", { space: "s1", app: "a1", organization: "o1", group });
    expect(distribute("cid:x/y==")).toBe("ok");
    expect(distribute("x".repeat(128))).toBe("ok");
    expect(distribute("x".repeat(129))).toBe("data.group too-long");
    expect(distribute("two words")).toBe("data.group forbidden-character");
    const use = (feature: string): string =>
      ofQuery("app.use", { viewer: twice[0], app: "a1", feature });
    expect(use("batch approval")).toBe("ok");
    expect(use("x".repeat(200))).toBe("ok");
    expect(use("x".repeat(201))).toBe("data.feature too-long");
    expect(use("")).toBe("data.feature empty");
  });
});

describe("flows", () => {
  const heads = { kind: "initiator-heads" };
  const define = (steps: readonly Data[]): string =>
    ofCommand("flow.define", { app: "a1", flow: "f1", steps });

  test("a definition has 1 to 20 steps of 1 to 20 approvers", () => {
    const step = { approvers: [heads], mode: "all" };
    expectLengths((length) => define(ids(length).map(() => step)), "data.steps", 20, 1);
    expectLengths(
      (length) => define([{ approvers: ids(length).map(() => heads), mode: "any" }]),
      "data.steps.0.approvers",
      20,
      1,
    );
    expect(define([{ approvers: [heads], mode: "none" }])).toBe("data.steps.0.mode not-a-choice");
  });

  test("a vote needs 1 to 100 approvals or percent, and what a rejection does fits the mode", () => {
    const by = (step: Data): string => define([{ approvers: [heads], ...step }]);
    const place = "data.steps.0";
    for (const name of ["approvals", "percent"]) {
      for (const many of [1, 100]) expect(by({ mode: { vote: { [name]: many } } })).toBe("ok");
      for (const many of [0, 101]) {
        const out = `${place}.mode.vote.${name} out-of-range`;
        expect(by({ mode: { vote: { [name]: many } } })).toBe(out);
      }
    }
    expect(by({ mode: { vote: {} } })).toBe(`${place}.mode.vote.approvals missing`);
    expect(by({ mode: {} })).toBe(`${place}.mode.vote missing`);
    expect(by({ mode: ["all"] })).toBe(`${place}.mode not-a-choice`);
    for (const mode of ["all", "any"]) {
      for (const rejection of ["end", "count"]) expect(by({ mode, rejection })).toBe("ok");
    }
    const vote = { vote: { percent: 50 } };
    expect(by({ mode: vote, rejection: "count" })).toBe("ok");
    expect(by({ mode: vote, rejection: "end" })).toBe(`${place}.rejection not-a-choice`);
    expect(by({ mode: "sequence", rejection: "end" })).toBe("ok");
    expect(by({ mode: "sequence", rejection: "count" })).toBe(`${place}.rejection not-a-choice`);
    expect(by({ mode: "all", rejection: "none" })).toBe(`${place}.rejection not-a-choice`);
  });

  test("approvers are told by their kind", () => {
    const by = (approver: Data): string => define([{ approvers: [approver], mode: "all" }]);
    const place = "data.steps.0.approvers.0";
    expect(by({ kind: "person", organization: "o1", person: "p1" })).toBe("ok");
    for (const levelsUp of [0, 63]) expect(by({ ...heads, levelsUp })).toBe("ok");
    for (const levelsUp of [-1, 64]) {
      expect(by({ ...heads, levelsUp })).toBe(`${place}.levelsUp out-of-range`);
    }
    expect(by({ kind: "department-heads", organization: "o1" })).toBe(
      `${place}.department missing`,
    );
    expect(by({ kind: "role", role: "r1", of: "host" })).toBe("ok");
    expect(by({ kind: "role", role: "r1", of: "member" })).toBe(`${place}.of not-a-choice`);
    expect(by({ kind: "everybody" })).toBe(`${place}.kind not-a-choice`);
    expect(by({ ...heads, organization: "o1" })).toBe(`${place}.organization unknown-field`);
  });

  test("1 to 50 different people countersign or get a copy", () => {
    const task = { instance: "n1", task: 0 };
    for (const [type, more] of [
      ["task.countersign", { place: "after" }],
      ["task.copy", {}],
    ] as const) {
      const of = (people: readonly Data[]) => ofCommand(type, { ...task, ...more, people });
      expectLengths((length) => of(identities(length)), "data.people", 50, 1);
      expect(of(twice)).toBe("data.people.2 duplicate");
    }
    expect(
      ofCommand("task.countersign", { ...task, place: "between", people: identities(1) }),
    ).toBe("data.place not-a-choice");
  });

  test("a task's number is a count", () => {
    const of = (task: unknown): string => ofCommand("task.approve", { instance: "n1", task });
    expect(of(-1)).toBe("data.task out-of-range");
    expect(of(0)).toBe("ok");
    expect(of(Number.MAX_SAFE_INTEGER)).toBe("ok");
    expect(of("0")).toBe("data.task not-an-integer");
  });
});

test("a permission that says nothing of labels, or of people, is told so", () => {
  const permitted = (permission: Data): string =>
    verdict(
      parseEvent(event("app.permitted", { space: "s1", app: "a1", permissions: [permission] })),
    );
  const all = { for: null, rows: null, labels: null, reports: false };
  expect(permitted(all)).toBe("ok");
  expect(permitted({ ...all, labels: [] })).toBe("ok");
  expect(permitted({ ...all, for: {} })).toContain("data.permissions.0.for.partners missing");
});
