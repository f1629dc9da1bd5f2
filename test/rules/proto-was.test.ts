// Aim: a command that says what it replaces does so only while that is so. Method: every command that replaces a
// value, with the value as it was and with another one.
import { expect, test } from "vitest";
import type { Command } from "../../src/index.ts";
import { jsonSchemas, parseInput } from "../../src/schema/index.ts";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { hosted } from "../support/expecting.ts";
import { link } from "../support/hierarchy.ts";
import { buy, link as linkUnit } from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const proto06 = rule("PROTO-06");
const IN_S = { space: "s", organization: "B" } as const;

const problemsOf = (input: unknown) => {
  const parsed = parseInput(input);
  return parsed.ok ? [] : parsed.problems;
};

/** A command that replaces a value: who gives it, its data, what there was, and what there was not. */
type Case = readonly [
  type: Command["type"],
  by: Parameters<Play["command"]>[0],
  data: object,
  was: object,
  other: object,
];

const CASES: readonly Case[] = [
  [
    "counterparts.set",
    "B",
    { space: "s", people: ["b2", "b1"] },
    { people: ["b1"] },
    { people: [] },
  ],
  [
    "space-quota.expand",
    { support: "staff" },
    { organization: "A", expansion: 9 },
    { expansion: 0 },
    { expansion: 1 },
  ],
  [
    "person-cap.expand",
    { support: "staff" },
    { space: "s", cap: 5000 },
    { cap: 3000 },
    { cap: 4000 },
  ],
  [
    "visibility.set",
    "A",
    { ...IN_S, visibility: { kind: "all" } },
    { visibility: { kind: "listed", organizations: ["A", "C"] } },
    { visibility: { kind: "listed", organizations: ["A"] } },
  ],
  [
    "visibility.hide",
    "A",
    { ...IN_S, hidden: false },
    { hidden: true, except: { organizations: ["A", "C"], kinds: [{ type: "dealer" }] } },
    { hidden: true, except: { organizations: ["A"], kinds: [{ type: "dealer" }] } },
  ],
  [
    "partner.set",
    "A",
    { ...IN_S, types: [], level: null },
    { types: ["x", "dealer"], level: "gold" },
    { types: ["x"], level: "gold" },
  ],
  [
    "partner.set",
    "K",
    { trunk: "K", organization: "T", labels: [] },
    { labels: ["north", "big"] },
    { labels: [] },
  ],
  [
    "folder.rename",
    "A",
    { space: "s", folder: "f1", name: "New" },
    { name: "Folder f1" },
    { name: "New" },
  ],
  [
    "folder.move",
    "A",
    { space: "s", folder: "f2", parent: null },
    { parent: "f1" },
    { parent: null },
  ],
  ["member.place", "A", { ...IN_S, folder: null }, { folder: "f2" }, { folder: "f1" }],
  [
    "scope.set",
    "B",
    { ...IN_S, scope: { whole: true } },
    { scope: { departments: ["stock", "sales"], exclude: { people: ["b3"] } } },
    { scope: { departments: ["sales"], exclude: { people: ["b3"] } } },
  ],
  [
    "scope.set",
    "T",
    { trunk: "K", organization: "T", scope: {} },
    { scope: { whole: true, people: [] } },
    { scope: {} },
  ],
  [
    "successor.set",
    "B",
    { organization: "B", person: "b1", successor: null },
    { successor: "b2" },
    { successor: null },
  ],
  [
    "license.limit",
    "K",
    { unit: { kind: "hierarchy", organization: "K" }, branch: "T", limit: 4 },
    { limit: 2 },
    { limit: null },
  ],
  [
    "license.limit",
    "K",
    { unit: { kind: "hierarchy", organization: "K" }, limit: 4 },
    { limit: 3 },
    { limit: null },
  ],
  ["license.reserve", "K", { reserved: 4 }, { reserved: 1 }, { reserved: 0 }],
  [
    "license.automate",
    "A",
    { unit: { kind: "space", space: "s" }, organization: "B", departments: [] },
    { departments: ["stock", "sales"] },
    { departments: [] },
  ],
  [
    "license.automate",
    "K",
    { unit: { kind: "hierarchy", organization: "K" }, organization: "T", departments: [] },
    { departments: [], whole: true, alone: false },
    { departments: [], whole: true, alone: true },
  ],
  [
    "link.mount",
    "K",
    { trunk: "K", organization: "T", alias: null, mount: null },
    { alias: "Town", mount: "hall" },
    { alias: "Town", mount: null },
  ],
  [
    "link.see",
    "K",
    {
      trunk: "K",
      organization: "T",
      hidden: false,
      ownOnly: false,
      hiddenExcept: { organizations: [], departments: [] },
      ownOnlyExcept: { organizations: [], departments: [] },
    },
    {
      hidden: true,
      ownOnly: false,
      hiddenExcept: { organizations: ["U", "K"], departments: ["hall"] },
      ownOnlyExcept: { organizations: [], departments: [] },
    },
    {
      hidden: true,
      ownOnly: false,
      hiddenExcept: { organizations: ["K"], departments: ["hall"] },
      ownOnlyExcept: { organizations: [], departments: [] },
    },
  ],
  [
    "link.reach",
    "T",
    { trunk: "K", organization: "T", reach: "trunk" },
    { reach: "all-above" },
    { reach: "trunk" },
  ],
  [
    "link.share",
    "T",
    { trunk: "K", organization: "T", shared: [] },
    { shared: ["two", "one"] },
    { shared: ["one"] },
  ],
  [
    "link.release",
    "K",
    { trunk: "K", organization: "T", released: true },
    { released: false },
    { released: true },
  ],
  [
    "liaison.define",
    "K",
    { trunk: "K", role: "clerk", name: "New" },
    { name: "Clerk", keptBy: "trunk" },
    { name: "Clerk", keptBy: "organizations" },
  ],
  [
    "liaison.assign",
    "K",
    { trunk: "K", role: "clerk", node: { organization: "T", department: null }, people: [] },
    {
      people: [
        { organization: "K", person: "K-admin" },
        { organization: "T", person: "T-admin" },
      ],
    },
    {
      people: [
        { organization: "T", person: "T-admin" },
        { organization: "K", person: "K-admin" },
      ],
    },
  ],
];

/** A World in which every such value is set to something. */
function set(): Play {
  const p = hosted();
  const say = (by: Parameters<Play["command"]>[0], type: Command["type"], data: object): void => {
    expect(p.command(by, type, data as never).code, type).toBe(null);
  };
  for (const [folder, parent] of [
    ["f1", null],
    ["f2", "f1"],
  ] as const) {
    say("A", "folder.create", { space: "s", folder, parent, name: `Folder ${folder}` });
  }
  say("A", "member.place", { ...IN_S, folder: "f2" });
  say("A", "visibility.set", {
    ...IN_S,
    visibility: { kind: "listed", organizations: ["C", "A"] },
  });
  say("A", "visibility.hide", {
    ...{ ...IN_S, hidden: true },
    except: { organizations: ["C", "A"], kinds: [{ type: "dealer" }] },
  });
  say("A", "partner.set", { ...IN_S, types: ["dealer", "x"], level: "gold" });
  say("B", "scope.set", {
    ...IN_S,
    scope: { departments: ["sales", "stock"], exclude: { people: ["b3"] } },
  });
  say("B", "counterparts.set", { space: "s", people: ["b1"] });
  say("B", "successor.set", { organization: "B", person: "b1", successor: "b2" });
  buy(p, "A", 5);
  linkUnit(p, { kind: "space", space: "s" });
  say("A", "license.automate", {
    unit: { kind: "space", space: "s" },
    organization: "B",
    departments: ["sales", "stock"],
  });
  p.register(["K", "T", "U"]);
  p.createDepartments("K", [["hall", null]]);
  p.fact("hierarchy.capacity-changed", { organization: "K", open: true, branches: null });
  link(p, "K", "T", {
    scope: { whole: true },
    alias: "Town",
    mount: "hall",
    shared: ["one", "two"],
  });
  link(p, "K", "U", { scope: { whole: true } });
  const T = { trunk: "K", organization: "T" } as const;
  say("K", "partner.set", { ...T, labels: ["big", "north"] });
  const none = { organizations: [], departments: [] };
  say("K", "link.see", {
    ...T,
    hidden: true,
    hiddenExcept: { organizations: ["K", "U"], departments: ["hall"] },
    ownOnly: false,
    ownOnlyExcept: none,
  });
  const unit = { kind: "hierarchy", organization: "K" };
  say("K", "license.limit", { unit, branch: "T", limit: 2 });
  say("K", "license.limit", { unit, limit: 3 });
  say("K", "license.reserve", { reserved: 1 });
  say("K", "license.automate", { unit, organization: "T", departments: [], whole: true });
  say("K", "liaison.define", { trunk: "K", role: "clerk", name: "Clerk" });
  say("K", "liaison.assign", {
    trunk: "K",
    role: "clerk",
    node: { organization: "T", department: null },
    people: [
      { organization: "K", person: "K-admin" },
      { organization: "T", person: "T-admin" },
    ],
  });
  return p;
}

const say = (world: Play, [type, by, data]: Case, was: object): Told =>
  play({}, world.world()).command(by, type, data as never, { expect: { was } } as never);

proto06.accepts("the value that is replaced as it was, whatever the order of a set", () => {
  const p = set();
  for (const each of CASES) {
    const told = say(p, each, each[3]);
    expect([told.code, told.events.length > 0], JSON.stringify(each)).toEqual([null, true]);
  }
});
proto06.refuses("a value that is another one", () => {
  const p = set();
  for (const each of CASES) {
    const { refusal } = say(p, each, each[4]);
    expect(refusal, JSON.stringify(each)).toEqual({
      code: "STATE_CHANGED",
      rule: "PROTO-06",
      data: {},
    });
  }
});
test("every command that may say what was has a case, and the values are of its shape", () => {
  const allowed = Object.entries(jsonSchemas().inputs).filter(([, schema]) =>
    JSON.stringify(
      (schema as { properties: { expect?: unknown } }).properties.expect ?? "",
    ).includes('"was"'),
  );
  expect([...new Set(CASES.map(([type]) => type))].sort()).toEqual(
    allowed.map(([type]) => type).sort(),
  );
  for (const [type, , data, was, other] of CASES) {
    for (const said of [was, other]) {
      const input = {
        id: "1",
        at: 1,
        by: { organization: "A", person: "a" },
        type,
        data,
        expect: { was: said },
      };
      expect(problemsOf(input), JSON.stringify(input)).toEqual([]);
    }
  }
});
proto06.refuses("what there was of something that there was not", () => {
  const p = set();
  const define = { trunk: "K", role: "none", name: "New" } as const;
  const expected = { was: { name: "New", keptBy: "trunk" } } as const;
  expect(p.command("K", "liaison.define", define, { expect: expected }).code).toBe("STATE_CHANGED");
});
proto06.refuses("a value that was another one with the code that it would have had anyhow", () => {
  const p = set();
  const was = { folder: "none" };
  const place = { ...IN_S, folder: null };
  expect(p.command("C", "member.place", place, { expect: { was } }).code).toBe("NOT_SPACE_ADMIN");
  const unknown = { space: "s", organization: "Z", folder: null };
  expect(p.command("A", "member.place", unknown, { expect: { was } }).code).toBe("NOT_A_MEMBER");
});
proto06.accepts("a value by whatever ids its people go by now", () => {
  const p = set();
  p.fact("person.renamed", { organization: "B", person: "b2", to: "bb", number: 1 });
  const none = { organization: "B", person: "b1", successor: null } as const;
  const said = (successor: string) => ({ expect: { was: { successor } } });
  expect(p.command("B", "successor.set", none, said("b2")).code).toBe("STATE_CHANGED");
  expect(p.command("B", "successor.set", none, said("bb")).code).toBe(null);
});
proto06.accepts("a value as it is in force: without what has become void or inert", () => {
  const p = set();
  p.command("A", "association.cancel", { space: "s", organization: "C" });
  const visibility = { kind: "listed", organizations: ["A"] } as const;
  const all = { ...IN_S, visibility: { kind: "all" } } as const;
  expect(p.command("A", "visibility.set", all, { expect: { was: { visibility } } }).code).toBe(
    null,
  );
  p.fact("department.removed", { organization: "B", department: "stock" });
  const scope = { departments: ["sales"], exclude: { people: ["b3"] } };
  const set_ = { ...IN_S, scope: { whole: true } };
  expect(p.command("B", "scope.set", set_, { expect: { was: { scope } } }).code).toBe(null);
});

proto06.accepts("a setting that names the same things in another order, and no other one", () => {
  const p = hosted();
  const kinds = [{ type: "dealer" }, { level: "gold" }];
  const set = (list: readonly object[], was: readonly object[] | null = null) =>
    p.command(
      "A",
      "visibility.set",
      { ...IN_S, visibility: { kind: "kinds", kinds: list } } as never,
      was === null
        ? {}
        : { expect: { was: { visibility: { kind: "kinds", kinds: was } } } as never },
    ).code;
  expect(set(kinds)).toBeNull();
  expect(set([], [...kinds].reverse())).toBeNull();
  expect(set(kinds, kinds)).toBe("STATE_CHANGED");
});
