/**
 * Every invariant finds what it is there to find: a sound World is corrupted in one place at a time,
 * and the rule that this breaks must be among the findings.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { INVARIANTS, type InvariantOptions, invariants } from "../../src/engine/invariants.ts";
import {
  defaultPolicy,
  type Policy,
  parseKey,
  type RecordKind,
  type Records,
  restore,
  type StoredRecord,
  snapshot,
  type World,
} from "../../src/index.ts";
import { type Play, play } from "../support/play.ts";
import {
  applyTo,
  create,
  departments,
  hire,
  invite,
  join,
  register,
  resign,
} from "../support/worlds.ts";

const policy: Policy = { ...defaultPolicy, personCap: 4, memberOrgCap: 3, joinLimit: 2 };

/** Something of everything: a full Space with people waiting, Folders, rules, applications. */
function sound(): Play {
  const p = play(policy);
  register(p, ["host", "north", "south", "east", "gone"]);
  departments(p, "north", [
    ["sales", null],
    ["export", "sales"],
    ["law", null],
    ["old", null],
  ]);
  p.fact("department.removed", { organization: "north", department: "old" });
  for (const person of ["n1", "n2", "n3"]) hire(p, "north", person, ["export"]);
  hire(p, "north", "n4", ["law"]);
  hire(p, "north", "left", ["law"]);
  resign(p, "north", "left");
  create(p, "host", "s", { whole: true });
  create(p, "host", "t");
  create(p, "host", "over");
  p.command("host", "space.dissolve", { space: "over" });
  join(p, "host", "s", "north", {
    departments: ["sales"],
    people: ["n4"],
    exclude: { people: ["n3"], departments: ["law"] },
  });
  join(p, "host", "s", "south", {});
  for (const person of ["s1", "s2"]) hire(p, "south", person);
  p.command("south", "scope.put-in", { space: "s", organization: "south", people: [] });
  hire(p, "host", "h1");
  hire(p, "host", "h2");
  invite(p, "host", "s");
  applyTo(p, "east", "s", { whole: true, exclude: { people: ["east-admin"] } });
  for (const [folder, parent] of [
    ["f", null],
    ["g", "f"],
  ] as const) {
    p.command("host", "folder.create", { space: "s", folder, parent, name: "F" });
  }
  p.command("host", "member.place", { space: "s", organization: "north", folder: "g" });
  const visibility = { kind: "listed", organizations: ["south", "host"] } as const;
  p.command("host", "visibility.set", { space: "s", organization: "north", visibility });
  p.fact("organization.ended", { organization: "gone" });
  return p;
}

type Change<Kind extends RecordKind> = (record: Records[Kind]) => unknown;

/** A World with one record other than it was: changed, added, or (`null`) gone. */
function corrupted<Kind extends RecordKind>(
  world: World,
  kind: Kind,
  owner: string,
  own: string,
  change: Change<Kind>,
): World {
  const written = snapshot(world);
  const isIt = (text: string): boolean =>
    JSON.stringify(parseKey(text)) === JSON.stringify([kind, owner, own]);
  const before = written.records.find(([text]) => isIt(text));
  const record = change(structuredClone(before?.[1]) as Records[Kind]) as StoredRecord | null;
  const others = written.records.filter(([text]) => !isIt(text));
  const text = own === "" ? `${kind}:${owner}` : `${kind}:${owner}/${own}`;
  return restore({ ...written, records: record === null ? others : [...others, [text, record]] });
}

const rulesFound = (world: World, options: InvariantOptions = {}, changes: Partial<Policy> = {}) =>
  invariants(world, { ...policy, ...changes }, options).map(({ rule }) => rule);

let world: World;
beforeAll(() => {
  world = sound().world();
});

test("a sound World has nothing to be found", () => {
  expect(invariants(world, policy, { size: true })).toEqual([]);
  expect(invariants(world, policy, { caps: "tolerant" })).toEqual([]);
});

test("every check names its rules, and findings tell where", () => {
  expect(INVARIANTS.length).toBeGreaterThan(20);
  const broken = corrupted(world, "space", "s", "", (each) => ({ ...each, persons: 9 }));
  expect(invariants(broken, policy)).toContainEqual({
    rule: "CAP-02",
    what: expect.stringContaining('["s"]'),
  });
});

/** Changes a record, and names a rule that this breaks. */
function finds<Kind extends RecordKind>(
  what: string,
  rule: string,
  kind: Kind,
  [owner, own = ""]: readonly [string, string?],
  change: Change<Kind>,
): void {
  test(`${what} is found`, () => {
    expect(rulesFound(corrupted(world, kind, owner, own, change))).toContain(rule);
  });
}

const without = <Item>(list: readonly Item[], at = 0): Item[] => list.filter((_, i) => i !== at);

describe("in the directory", () => {
  const index = (by: number) => (each: Records["directory"]) => ({
    ...each,
    people: { ...each.people, count: each.people.count + by },
  });
  finds("a miscount of people", "ROSTER-05", "directory", ["north"], index(1));
  finds("a person missing from the list", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("an entry out of order", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: [...each.entries].reverse(),
  }));
  finds(
    "an employment under another number",
    "ROSTER-05",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      number: 7,
    }),
  );
  finds("a place of hire given twice", "ROSTER-05", "people", ["north", "0"], (each) => ({
    entries: each.entries.map(([person, number]) => [person, number, 1]),
  }));
  finds("a department missing from the tree", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("a tree entry with another parent", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, parent: null })),
  }));
  finds("a ticket on a wrong page", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, ticket: entry.ticket + 640 })),
  }));
  finds("wrong ancestors", "ROSTER-09", "department", ["north", "export"], (each) => ({
    ...each,
    ancestors: ["law"],
  }));
  finds("a cycle of departments", "ROSTER-09", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) =>
      entry.department === "sales" ? { ...entry, parent: "export" } : entry,
    ),
  }));
  finds(
    "somebody placed where they are not listed",
    "ROSTER-07",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      departments: ["law"],
    }),
  );
  finds(
    "somebody placed in an unknown department",
    "ROSTER-07",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      departments: ["export", "nowhere"],
    }),
  );
  finds(
    "departments of somebody who left",
    "ROSTER-07",
    "employment",
    ["north", "left"],
    (each) => ({
      ...each,
      departments: ["law"],
    }),
  );
  finds("an identity that a person does not know of", "RESIGN-02", "person", ["n1"], () => ({
    organizations: [],
  }));
  finds("an identity that has ended", "RESIGN-02", "person", ["left"], () => ({
    organizations: ["north"],
  }));
  finds("a person nobody knows of", "RESIGN-02", "person", ["n1"], () => null);
  finds("an admin who left", "RESIGN-01", "organization", ["north"], (each) => ({
    ...each,
    admins: [{ person: "left", role: "main", spacePermission: false }],
  }));
  finds("an admin listed twice", "RESIGN-01", "organization", ["north"], (each) => ({
    ...each,
    admins: [...each.admins, ...each.admins],
  }));
  finds("a list held that is not recorded", "STRUCTURE", "directory", ["north"], (each) => ({
    ...each,
    held: [{ reconciliation: "x", page: 0, pages: 1 }],
  }));
  finds("an organization without a directory", "STRUCTURE", "directory", ["south"], () => null);
  finds("a bucket left behind", "STRUCTURE", "people", ["north", "5"], () => ({ entries: [] }));
  finds("a bucket of a removed department", "STRUCTURE", "placed", ["north", "0/old"], () => ({
    entries: [],
  }));
  finds("a tree page left behind", "STRUCTURE", "tree", ["north", "9"], () => ({ entries: [] }));
});

describe("in Spaces", () => {
  finds("a Space that its Host does not list", "SPACE-01", "organization", ["host"], (each) => ({
    ...each,
    hosted: ["s"],
  }));
  finds("a Space listed after its end", "SPACE-01", "space", ["t"], (each) => ({
    ...each,
    dissolved: true,
  }));
  finds("a Host without a part", "SPACE-01", "association", ["t", "host"], () => null);
  finds("more hosted than created", "SPACE-01", "organization", ["host"], (each) => ({
    ...each,
    created: 1,
  }));
  finds("an ended organization in a Space", "SPACE-01", "organization", ["north"], (each) => ({
    ...each,
    ended: true,
    admins: [],
  }));
  finds("a Member not listed", "SPACE-05", "members", ["s", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("the Host among the Members", "SPACE-05", "members", ["s", "0"], (each) => ({
    entries: [...each.entries, [7, "host"]],
  }));
  finds("a Member that does not know it", "SPACE-05", "organization", ["north"], (each) => ({
    ...each,
    joined: [],
  }));
  finds("another Association's number", "SPACE-05", "association", ["s", "south"], (each) => ({
    ...each,
    order: 9,
  }));
  finds("a part in a dissolved Space", "SPACE-05", "association", ["over", "north"], () => ({
    order: 1,
    whole: false,
    departments: { buckets: 0, count: 0 },
    people: { buckets: 0, count: 0 },
    present: 0,
    waiting: 0,
    folder: null,
    visibility: { kind: "own" },
    types: [],
    level: null,
  }));
  finds("a pending application not listed", "JOIN-07", "pending", ["s", "0"], () => null);
  finds("a decided application listed", "JOIN-07", "application", ["east-s"], (each) => ({
    ...each,
    status: "rejected",
  }));
  finds("a pending application of a Member", "JOIN-07", "application", ["north-s"], (each) => ({
    ...each,
    status: "pending",
  }));
  finds("an application whose scope is lost", "JOIN-07", "wish", ["east-s", "0"], () => null);
  finds("an applicant not known", "JOIN-07", "applicant", ["s", "east"], () => null);
  finds("a miscount of uses", "JOIN-02", "invitation", ["i-s"], (each) => ({ ...each, uses: 0 }));
  finds("an overused invitation", "JOIN-02", "invitation", ["i-s"], (each) => ({
    ...each,
    maxUses: 1,
  }));
  finds("an invitation not listed", "JOIN-02", "invited", ["s", "0"], () => null);
  finds("a miscount of a Folder's Members", "FOLDER-01", "folder", ["s", "g"], (each) => ({
    ...each,
    members: 0,
  }));
  finds("a miscount of a Folder's Folders", "FOLDER-01", "folder", ["s", "f"], (each) => ({
    ...each,
    children: 0,
  }));
  finds("a Folder within itself", "FOLDER-01", "folders", ["s", "0"], (each) => ({
    entries: each.entries.map((entry) => ({ ...entry, parent: entry.folder })),
  }));
  finds("a Member in no known Folder", "FOLDER-01", "association", ["s", "south"], (each) => ({
    ...each,
    folder: "nowhere",
  }));
  finds("a removed Folder listed", "FOLDER-01", "folder", ["s", "f"], (each) => ({
    ...each,
    removed: true,
  }));
  finds("a setting that names the future", "VIS-06", "association", ["s", "north"], (each) => ({
    ...each,
    visibility: { kind: "listed", organizations: [["south", 99]] },
  }));
  finds("a page left behind", "STRUCTURE", "members", ["s", "9"], () => ({ entries: [] }));
});

describe("on Rosters", () => {
  const space = (change: Partial<Records["space"]>) => (each: Records["space"]) => ({
    ...each,
    ...change,
  });
  finds("a miscount of persons", "CAP-02", "space", ["s"], space({ persons: 3 }));
  finds("a miscount of identities", "CAP-02", "space", ["s"], space({ identities: 3 }));
  finds("a miscount of who is present", "CAP-02", "association", ["s", "north"], (each) => ({
    ...each,
    present: 9,
  }));
  finds("a miscount of who waits", "CAP-02", "association", ["s", "host"], (each) => ({
    ...each,
    waiting: 9,
  }));
  finds("somebody present through nobody", "CAP-02", "roster", ["s", "0"], (each) => ({
    entries: each.entries.map(([person]) => [person, []]),
  }));
  finds("a queue without its list", "CAP-05", "queued", ["s", "0"], () => ({ entries: [] }));
  finds("a list without its queue", "CAP-05", "waiting", ["s", "0"], (each) => ({
    entries: without(each.entries),
  }));
  finds("somebody present after leaving", "ROSTER-15", "roster", ["s", "0"], (each) => ({
    entries: each.entries.map(([person, through]) =>
      person === "n1" ? ["left", [["north", 5]]] : [person, through],
    ),
  }));
  finds(
    "somebody present under a former employment",
    "ROSTER-15",
    "employment",
    ["north", "n1"],
    (each) => ({
      ...each,
      ordinal: 77,
    }),
  );
  finds("a rule on somebody who left", "RESIGN-01", "ruled", ["s", "p0/north"], (each) => ({
    entries: [["left", "in"], ...each.entries],
  }));
  finds("a rule on a removed department", "RESIGN-01", "ruled", ["s", "d0/north"], (each) => ({
    entries: [...each.entries.slice(0, 1), ["old", "in"], ...each.entries.slice(1)],
  }));
  finds("somebody in scope and not there", "ROSTER-10", "ruled", ["s", "p0/north"], (each) => ({
    entries: each.entries.map(([id]) => [id, "in"]),
  }));
  finds("somebody there and not in scope", "ROSTER-10", "association", ["s", "host"], (each) => ({
    ...each,
    whole: false,
  }));
  finds("a department's rule not followed", "ROSTER-10", "ruled", ["s", "d0/north"], (each) => ({
    entries: each.entries.map(([id]) => [id, "out"]),
  }));
  finds("a move that the Roster did not follow", "ROSTER-10", "tree", ["north", "0"], (each) => ({
    entries: each.entries.map((entry) =>
      entry.department === "export" ? { ...entry, parent: "law" } : entry,
    ),
  }));
  finds("a bucket left behind", "STRUCTURE", "roster", ["s", "3"], () => ({ entries: [] }));
  finds("rules of nobody", "STRUCTURE", "ruled", ["s", "p0/east"], () => ({ entries: [] }));
});

describe("limits", () => {
  test("are not exceeded", () => {
    expect(rulesFound(world, {}, { certifiedSpaceQuota: 1 })).toEqual(["SPACE-03"]);
    expect(rulesFound(world, {}, { memberOrgCap: 1 })).toEqual(["JOIN-11"]);
    expect(rulesFound(world, {}, { joinLimit: 0 })).toEqual(["JOIN-10", "JOIN-10"]);
    expect(rulesFound(world, {}, { personCap: 3 })).toEqual(["CAP-01"]);
  });

  test("may be those of a certified Host, or of an uncertified one, when it has been both", () => {
    const changes = { personCap: 3, certifiedSpaceQuota: 1 };
    const uncertifiedHost = { spaceQuota: 2, personCap: 4 };
    expect(rulesFound(world, {}, { ...changes, uncertifiedHost })).toEqual(["SPACE-03", "CAP-01"]);
    const tolerant = { caps: "tolerant" } as const;
    expect(rulesFound(world, tolerant, { ...changes, uncertifiedHost })).toEqual([]);
    expect(rulesFound(world, tolerant, changes)).toEqual(["SPACE-03", "CAP-01"]);
  });

  test("of persons are for facts to exceed where the policy lets them in", () => {
    expect(rulesFound(world, {}, { personCap: 3, overCapFact: "admit-and-flag" })).toEqual([]);
  });

  test("that are not reached leave nobody waiting", () => {
    expect(rulesFound(world, {}, { personCap: 5 })).toEqual(["CAP-05"]);
  });

  test("leave nobody waiting who counts already", () => {
    const p = play({ personCap: 1 });
    register(p, ["a", "b"]);
    create(p, "a", "s", { whole: true });
    join(p, "a", "s", "b", {});
    const told = p.command("b", "scope.set", {
      space: "s",
      organization: "b",
      scope: { departments: [] },
    });
    expect(told.code).toBeNull();
    const before = p.world();
    expect(invariants(before, { ...defaultPolicy, personCap: 1 })).toEqual([]);
    hire(p, "a", "x");
    const waits = corrupted(p.world(), "roster", "s", "0", (each) => ({
      entries: [...each.entries, ["x", [["b", 1]]]],
    }));
    const found = invariants(waits, { ...defaultPolicy, personCap: 1 });
    expect(found).toContainEqual({ rule: "CAP-05", what: expect.stringContaining("no place") });
  });
});

describe("what is written out", () => {
  const named = (name: unknown) =>
    corruptedInPlace(world, { ...organization(world), name } as never);

  test("is plain data", () => {
    for (const name of [
      undefined,
      Number.NaN,
      -0,
      1n,
      new Map(),
      "\ud800",
      new Array(1),
      () => 1,
    ]) {
      const found = () => rulesFound(named(name));
      if (typeof name === "bigint") expect(found).toThrow();
      else expect(found()).toContain("PLAIN");
    }
    expect(rulesFound(named("plain"))).toEqual([]);
  });

  test("is small enough, if asked", () => {
    expect(rulesFound(named("é".repeat(33_000)))).toEqual([]);
    expect(rulesFound(named("é".repeat(33_000)), { size: true })).toEqual(["SIZE"]);
    expect(rulesFound(named("e".repeat(33_000)), { size: true })).toEqual([]);
  });
});

function organization(of: World): Records["organization"] {
  const found = snapshot(of).records.find(([text]) => text === "organization:north");
  return found?.[1] as Records["organization"];
}

/** As {@link corrupted}, with a record that JSON could not carry. */
function corruptedInPlace(of: World, record: Records["organization"]): World {
  const written = snapshot(of);
  const others = written.records.filter(([text]) => text !== "organization:north");
  return restore({ ...written, records: [...others, ["organization:north", record]] });
}
