import { describe, expect, test } from "vitest";
import { onlyPart } from "../support/lists.ts";
import { startTelling, type Teller } from "./teller.ts";

const quiet = { kind: "accepted", changed: false, notices: [], passedOver: expect.anything() };
const done = { kind: "accepted", changed: true, notices: [] };
const refused = (code: string) => ({ kind: "refused", code });

/** A Host and a Member whose people, but for the admins, sit in departments. */
function start(...parameters: Parameters<typeof startTelling>): Teller {
  const teller = startTelling(...parameters);
  teller.register("host", "north");
  teller.command("host", "space.create", { space: "s", name: "S" });
  for (const [department, parent] of [
    ["sales", null],
    ["field", "sales"],
    ["lab", null],
  ] as const) {
    const name = department;
    teller.fact("department.created", { organization: "north", department, parent, name });
  }
  expect(teller.join("host", "s", "north")).toEqual(done);
  return teller;
}

function set(teller: Teller, scope: Parameters<Teller["join"]>[3], organization = "north") {
  return teller.command(organization, "scope.set", {
    space: "s",
    organization,
    scope: scope ?? {},
  });
}

function capNotice(organization: string, people: readonly string[]) {
  return {
    kind: "ROSTER_CAP_REACHED",
    to: [
      { kind: "space-admins", space: "s" },
      { kind: "authorized-admins", organization },
    ],
    data: { space: "s", organization, people },
  };
}

function leftNotice(organization: string, person: string) {
  return {
    kind: "COUNTERPART_LEFT",
    to: [
      { kind: "space-admins", space: "s", except: [person] },
      { kind: "authorized-admins", organization, except: [person] },
    ],
    data: { identity: { organization, person }, spaces: ["s"] },
  };
}

const accepted = (...notices: readonly object[]) => ({ kind: "accepted", changed: true, notices });

describe("scopes", () => {
  test("the nearest rule decides, and a person's own beats every department's", () => {
    const teller = start();
    const { command, fact, hire, roster } = teller;
    hire("north", "a", ["sales"]);
    hire("north", "b", ["field"]);
    hire("north", "c", ["field", "lab"]);
    set(teller, { departments: ["sales"], exclude: { departments: ["field"] } });
    expect(roster("s")).toEqual(["north/a"]);
    const change = { space: "s", organization: "north" };
    expect(command("north", "scope.put-in", { ...change, people: ["b"] })).toEqual(done);
    expect(command("north", "scope.put-in", { ...change, people: ["b"] })).toEqual(quiet);
    expect(roster("s")).toEqual(["north/a", "north/b"]);
    command("north", "scope.take-out", { ...change, departments: ["sales"], people: ["a"] });
    expect(roster("s")).toEqual(["north/b"]);
    set(teller, { whole: true, exclude: { departments: ["field"], people: ["north-admin"] } });
    expect(roster("s")).toEqual(["north/a", "north/c"]);
    // Whoever was excluded with a department that is removed stays out (ROSTER-16).
    fact("department.removed", { organization: "north", department: "field" });
    expect(roster("s")).toEqual(["north/a", "north/c"]);
  });

  test("exclusions beat selections, and scopes stay within one's own directory", () => {
    const teller = start();
    teller.hire("north", "a", ["sales"]);
    set(teller, { departments: ["sales"], people: ["a"], exclude: { people: ["a"] } });
    expect(teller.roster("s")).toEqual([]);
    expect(set(teller, { people: ["host-admin"] })).toEqual(refused("UNKNOWN_PERSON"));
    expect(set(teller, { departments: ["x"] })).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(set(teller, { organization: "host", people: ["a"] })).toEqual(
      refused("SCOPE_OUTSIDE_OWN_ORGANIZATION"),
    );
    const data = { space: "s", organization: "north", people: ["a"] };
    expect(teller.command("host", "scope.take-out", data)).toEqual(
      refused("MEMBER_ROSTER_NOT_MANAGEABLE"),
    );
    expect(teller.command(["north", "a"], "scope.take-out", data)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    expect(teller.command(null, "scope.take-out", data)).toEqual(refused("UNKNOWN_SPACE"));
  });

  test("a department moved into a selected branch brings its people, and cycles are flagged", () => {
    const teller = start();
    teller.hire("north", "a", ["lab"]);
    set(teller, { departments: ["sales"] });
    const move = (department: string, parent: string | null, revision: number) =>
      teller.fact("department.moved", { organization: "north", department, parent, revision });
    expect(move("lab", "field", 2)).toEqual(done);
    expect(teller.roster("s")).toEqual(["north/a"]);
    expect(move("lab", null, 1)).toEqual(quiet);
    expect(move("lab", "field", 3)).toEqual(done);
    expect(move("sales", "lab", 1)).toEqual(
      accepted({
        kind: "DEPARTMENT_FLAGGED",
        to: [{ kind: "authorized-admins", organization: "north" }],
        data: { organization: "north", department: "sales", reason: "cycle" },
      }),
    );
    expect(move("sales", "lab", 1)).toEqual(quiet);
    expect(teller.roster("s")).toEqual(["north/a"]);
  });

  test("who resigns is out everywhere; coming back restores no individual selection", () => {
    const teller = start();
    teller.hire("north", "a");
    teller.hire("north", "b", ["sales"]);
    set(teller, { people: ["a"], departments: ["sales"] });
    expect(teller.resign("north", "a")).toEqual(accepted(leftNotice("north", "a")));
    expect(teller.resign("north", "a")).toEqual(quiet);
    expect(teller.hire("north", "a")).toEqual(quiet);
    expect(teller.hire("north", "a", [], 2)).toEqual(done);
    expect(teller.roster("s")).toEqual(["north/b"]);
    expect(teller.hire("north", "b", ["sales"], 2)).toEqual(accepted(leftNotice("north", "b")));
    expect(teller.roster("s")).toEqual(["north/b"]);
    expect(teller.resign("north", "stranger")).toEqual(refused("UNKNOWN_PERSON"));
  });
});

describe("the person cap", () => {
  test("facts above the cap wait, and freed room goes to who came first", () => {
    const teller = start({ personCap: 2 });
    const { hire, roster, waiting } = teller;
    set(teller, { departments: ["sales"] });
    expect(hire("north", "z", ["sales"])).toEqual(done);
    hire("north", "y", ["sales"]);
    expect(hire("north", "x", ["field"])).toEqual(accepted(capNotice("north", ["x"])));
    hire("north", "w", ["sales"]);
    expect(waiting("s")).toEqual(["north/x", "north/w"]);
    expect(teller.resign("north", "z")).toEqual(accepted(leftNotice("north", "z")));
    expect(roster("s")).toEqual(["north/x", "north/y"]);
    teller.command(null, "person-cap.expand", { space: "s", cap: 3 });
    expect(waiting("s")).toEqual([]);
    expect(teller.command(null, "person-cap.expand", { space: "s", cap: 3 })).toEqual(
      refused("QUOTA_NOT_INCREASED"),
    );
  });

  test("a person who counts already needs no room, and takes their waiting identities along", () => {
    const teller = start({ personCap: 1 });
    const { fact, hire, roster, waiting } = teller;
    set(teller, { departments: ["sales"] });
    set(teller, { whole: true, exclude: { people: ["host-admin"] } }, "host");
    hire("north", "z", ["sales"]);
    hire("host", "z");
    expect(roster("s")).toEqual(["host/z", "north/z"]);
    hire("host", "y");
    hire("north", "y", ["sales"]);
    expect(waiting("s")).toEqual(["host/y", "north/y"]);
    teller.resign("host", "z");
    expect(waiting("s")).toEqual(["host/y", "north/y"]);
    fact("person.relocated", { organization: "north", person: "z", number: 1, departments: [] });
    expect(roster("s")).toEqual(["host/y", "north/y"]);
  });

  test("a command's net result must fit, and those who wait keep their place", () => {
    const teller = start({ personCap: 1 });
    for (const person of ["a", "b", "c", "d"]) teller.hire("north", person);
    expect(set(teller, { people: ["a", "b"] })).toEqual(refused("PERSON_CAP_EXCEEDED"));
    expect(set(teller, { people: ["a"] })).toEqual(done);
    expect(set(teller, { people: ["b"] })).toEqual(done);
    set(teller, { people: ["b"], departments: ["sales"] });
    teller.hire("north", "w", ["sales"]);
    expect(set(teller, { people: ["c"], departments: ["sales"] })).toEqual(done);
    expect([teller.roster("s"), teller.waiting("s")]).toEqual([["north/c"], ["north/w"]]);
    expect(set(teller, { departments: ["sales"] })).toEqual(done);
    expect([teller.roster("s"), teller.waiting("s")]).toEqual([["north/w"], []]);
  });

  test("under admit-and-flag a fact goes above the cap, and commands still may not", () => {
    const teller = start({ personCap: 1, overCapFact: "admit-and-flag" });
    set(teller, { whole: true });
    expect(teller.hire("north", "a")).toEqual(accepted(capNotice("north", ["a"])));
    expect(teller.roster("s")).toEqual(["north/a", "north/north-admin"]);
    expect(set(teller, { whole: true }, "host")).toEqual(refused("PERSON_CAP_EXCEEDED"));
    expect(set(teller, { people: ["a"] })).toEqual(done);
    teller.register("south");
    expect(teller.join("host", "s", "south", { whole: true })).toEqual(
      refused("PERSON_CAP_EXCEEDED"),
    );
    expect(teller.reference.facts().spaces[0]?.pending).toHaveLength(1);
  });

  test("per identity, one person in two organizations counts twice", () => {
    const teller = start({ personCap: 1, personCounting: "per-identity" });
    set(teller, { departments: ["sales"] });
    set(teller, { people: [] }, "host");
    teller.hire("north", "a", ["sales"]);
    teller.hire("host", "a");
    expect(set(teller, { people: ["a"] }, "host")).toEqual(refused("PERSON_CAP_EXCEEDED"));
  });
});

describe("full lists", () => {
  const listed = (person: string, number = 1, departments: readonly string[] = []) => ({
    person,
    number,
    departments,
    fields: { name: `Name of ${person}` },
  });
  const admin = { ...listed("north-admin"), fields: { name: "Name of north-admin" } };

  function reconcile(teller: Teller, people: readonly ReturnType<typeof listed>[], at = 2000) {
    const part = { kind: "people", people } as const;
    return teller.fact("directory.reconciled", onlyPart("north", part, `list-${at}`), { at });
  }

  test("a page hires, relocates and takes who is missing as resigned", () => {
    const teller = start({ reconciliationHoldPercent: null });
    teller.hire("north", "a", ["sales"]);
    teller.hire("north", "b", ["lab"]);
    set(teller, { departments: ["sales"] });
    const people = [admin, listed("b", 1, ["sales"]), listed("c", 1, ["field"])];
    expect(reconcile(teller, people)).toEqual(accepted(leftNotice("north", "a")));
    expect(teller.roster("s")).toEqual(["north/b", "north/c"]);
    expect(reconcile(teller, people)).toEqual(quiet);
    expect(reconcile(teller, [admin], 1500)).toEqual(quiet);
    expect(reconcile(teller, [admin, admin])).toEqual(refused("MALFORMED"));
  });

  test("too many removals are held until somebody says so", () => {
    const teller = start({ reconciliationHoldPercent: 50, reconciliationHoldAtLeast: 1 });
    for (const person of ["a", "b", "c"]) teller.hire("north", person);
    set(teller, { whole: true });
    expect(reconcile(teller, [admin])).toMatchObject({
      changed: true,
      notices: [{ kind: "DIRECTORY_RECONCILIATION_HELD", data: { people: 3 } }],
    });
    expect(teller.roster("s")).toHaveLength(4);
    const first = { organization: "north", list: "list-2000" };
    expect(reconcile(teller, [admin, listed("a")], 3000)).toMatchObject({ changed: true });
    expect(teller.roster("s")).toEqual(["north/a", "north/north-admin"]);
    expect(teller.command("north", "reconciliation.confirm", first)).toEqual(quiet);
  });

  test("confirming removes whoever still serves under the number held; discarding nobody", () => {
    for (const type of ["reconciliation.confirm", "reconciliation.discard"] as const) {
      const teller = start({ reconciliationHoldPercent: 0, reconciliationHoldAtLeast: 1 });
      teller.hire("north", "a");
      teller.hire("north", "b");
      set(teller, { whole: true });
      reconcile(teller, [admin]);
      const again = { ...listed("b", 2), organization: "north" };
      teller.fact("person.hired", again, { at: 2500 });
      const data = { organization: "north", list: "list-2000" };
      expect(teller.command("host", type, data)).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
      const isConfirmed = type === "reconciliation.confirm";
      expect(teller.command("north", type, data)).toMatchObject(
        isConfirmed ? accepted(leftNotice("north", "a")) : done,
      );
      expect(teller.roster("s").includes("north/a")).toBe(!isConfirmed);
      expect(teller.roster("s")).toContain("north/b");
    }
  });

  test("departments are taken parents first, and removed when nothing needs them", () => {
    const teller = start({ departmentMissingDays: 0, reconciliationHoldPercent: null });
    teller.hire("north", "a", ["lab"]);
    const part = {
      kind: "departments",
      departments: [
        { department: "sales", parent: "field", name: "sales" },
        { department: "field", parent: null, name: "field" },
      ],
    } as const;
    const tell = (list: string) =>
      teller.fact("directory.reconciled", onlyPart("north", part, list), { at: 2000 });
    const used = { kind: "department", id: "lab", reason: "still-used" };
    const passedOver = { count: 1, byReason: { "still-used": 1 }, first: [used] };
    expect(tell("one")).toEqual({ ...done, passedOver });
    const names = () =>
      teller.reference
        .facts()
        .organizations.find((each) => each.name === "The north")
        ?.departments.map((each) => [each.department, each.parent]);
    expect(names()).toEqual([
      ["field", null],
      ["lab", null],
      ["sales", "field"],
    ]);
    teller.resign("north", "a");
    expect(tell("two")).toEqual(done);
    expect(names()?.map(([department]) => department)).toEqual(["field", "sales"]);
  });
});

test("an organization that ends takes its Spaces, its places and its people along", () => {
  const teller = start();
  set(teller, { whole: true });
  const space = { space: "n", name: "N" };
  teller.command("north", "space.create", space);
  expect(teller.fact("organization.ended", { organization: "north" })).toEqual(done);
  expect(teller.roster("s")).toEqual([]);
  const dissolved = teller.reference.facts().spaces.filter((each) => each.dissolved);
  expect(dissolved.map((each) => each.space)).toEqual(["n"]);
  expect(teller.command("north", "space.create", space)).toEqual(refused("UNKNOWN_ORGANIZATION"));
  expect(teller.hire("north", "late")).toEqual(quiet);
});

test("an approval looks at the directory as it is then", () => {
  const teller = start();
  teller.register("south");
  const south = { organization: "south" };
  teller.fact("department.created", { ...south, department: "d", parent: null, name: "D" });
  for (const person of ["a", "b"]) teller.hire("south", person);
  const issue = { space: "s", invitation: "i", form: "link" } as const;
  teller.command("host", "invitation.issue", issue);
  const scope = { departments: ["d"], people: ["a", "b"] };
  teller.command("south", "application.submit", { application: "a", invitation: "i", scope });
  teller.resign("south", "a");
  teller.hire("south", "a", [], 2);
  teller.fact("department.removed", { ...south, department: "d" });
  teller.command("host", "application.approve", { space: "s", ...south, application: "a" });
  const viewer = { ...south, person: "south-admin" };
  expect(teller.ask("admin.scope", { viewer, space: "s" })).toEqual({
    fields: { title: "visible", email: "visible", phone: "visible" },
    whole: false,
    departments: [],
    people: ["b"],
    exclude: { departments: [], people: [] },
    inert: { departments: [], exclude: { departments: [] } },
  });
});

test("a department deeper than 64 levels hangs higher up, flagged", () => {
  const teller = start();
  const create = (level: number, parent: number) =>
    teller.fact("department.created", {
      organization: "north",
      department: `level-${level}`,
      parent: parent === 0 ? null : `level-${parent}`,
      name: `Level ${level}`,
    });
  for (let level = 1; level <= 64; level += 1) expect(create(level, level - 1)).toEqual(done);
  expect(create(65, 64)).toMatchObject({
    notices: [{ kind: "DEPARTMENT_FLAGGED", data: { reason: "too-deep" } }],
  });
  const north = teller.reference.facts().organizations.find((each) => each.name === "The north");
  expect(north?.departments.find((each) => each.name === "Level 65")?.parent).toBe("level-63");
});

test("people see the Spaces they were added to, and whom they may see there", () => {
  const teller = start({ personCap: 2 });
  const { ask } = teller;
  set(teller, { whole: true });
  teller.hire("north", "ann");
  teller.hire("north", "bob");
  set(teller, {}, "host");
  expect(ask("entry.spaces", { person: "bob" })).toEqual({ items: [] });
  expect(ask("entry.spaces", { person: "ann" })).toEqual({
    items: [{ space: "s", name: "S", through: ["north"] }],
  });
  const viewer = { organization: "north", person: "ann" };
  const contact = (organization: string, person: string) =>
    ask("space.contact", { viewer, space: "s", organization, person });
  expect(contact("north", "bob")).toBe("NOT_IN_SPACE");
  expect(contact("host", "host-admin")).toBe("NOT_VISIBLE");
  expect(contact("north", "north-admin")).toEqual({ fields: { name: "Name of north-admin" } });
  expect(ask("space.contacts", { viewer, space: "s", search: "ann" })).toMatchObject({
    items: [{ person: "ann" }],
  });
  expect(ask("admin.waiting", { viewer, space: "s" })).toBe("NOT_AUTHORIZED_ADMIN");
  const host = { organization: "host", person: "host-admin" };
  expect(ask("admin.waiting", { viewer: host, space: "s" })).toEqual({
    items: [{ organization: "north", person: "bob" }],
  });
  expect(ask("admin.space-room", { viewer: host, space: "s" })).toEqual({
    persons: { used: 2, limit: 2, left: 0 },
    members: { used: 1, limit: 800, left: 799 },
    waiting: 1,
  });
  expect(ask("entry.management", { viewer })).toEqual({ available: false, hosted: [], joined: [] });
  expect(ask("admin.members", { viewer, space: "s" })).toBe("NOT_SPACE_ADMIN");
});

test("a clone goes its own way, and ids may be anything", () => {
  const teller = start();
  set(teller, { whole: true });
  teller.hire("north", "__proto__");
  const clone = teller.reference.clone();
  teller.resign("north", "__proto__");
  expect(teller.roster("s")).toEqual(["north/north-admin"]);
  expect(clone.facts().spaces[0]?.roster).toContainEqual(["north", "__proto__"]);
});
