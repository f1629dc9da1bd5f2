/** Aim: the reference model says by itself who is hidden from whom, what settings of sight name, and why one sees another (VIS-07, VIS-08). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { done, partners, quiet, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

const day = 24 * 60 * 60 * 1000;

const at = (organization: string, department: string) => ({ organization, department });

/**
 * Members `north`, `south` and `west` of the Space `s`. `n1` and `n2` are in `lab` of north, `n3` in `wing` below
 * it; `w1` in `desk` of west, a dealer and a supplier of level `gold`; `h1` of the Host in its `field`.
 */
function three(changes: Partial<Policy> = {}): Teller {
  const teller = partners(changes);
  const { fact, command, hire, join, register } = teller;
  register("west");
  const created = (organization: string, department: string, parent: string | null = null) =>
    fact("department.created", { organization, department, parent, name: department });
  created("north", "wing", "lab");
  created("west", "desk");
  created("host", "field");
  hire("north", "n3", ["wing"]);
  hire("west", "w1", ["desk"]);
  hire("host", "h3", ["field"]);
  join("host", "s", "west", { whole: true });
  const kind = { types: ["dealer", "supplier"], level: "gold" };
  command("host", "partner.set", { space: "s", organization: "west", ...kind });
  const hosts = { space: "s", organization: "host", people: ["h1", "h3"] };
  command("host", "scope.put-in", hosts);
  return teller;
}

const set = (teller: Teller, organization: string, visibility: object, by = "host") =>
  teller.command(by, "visibility.set", {
    space: "s",
    organization,
    visibility: visibility as never,
  });
const hide = (
  teller: Teller,
  organization: string,
  except: object | undefined = undefined,
  { hidden = true, by = "host" }: { readonly hidden?: boolean; readonly by?: string } = {},
) =>
  teller.command(by, "visibility.hide", {
    space: "s",
    organization,
    hidden,
    ...(except === undefined ? {} : { except }),
  });
const all = { kind: "all" };
const own = { kind: "own" };
const listed = (organizations: readonly string[], departments?: readonly object[]) => ({
  kind: "listed",
  organizations,
  ...(departments === undefined ? {} : { departments }),
});
const kinds = (...some: readonly object[]) => ({ kind: "kinds", kinds: some });

type By = readonly [organization: string, person: string];

/** Whom somebody sees of others than their own organization. */
function seen(teller: Teller, [organization, person]: By): readonly string[] | string {
  const value = teller.ask("space.contacts", { viewer: who(organization, person), space: "s" });
  if (typeof value === "string") return value;
  const { items } = value as { items: readonly { organization: string; person: string }[] };
  return items
    .filter((each) => each.organization !== organization)
    .map((each) => `${each.organization}/${each.person}`);
}
function organizations(teller: Teller, [organization, person]: By): readonly string[] {
  const asked = { viewer: who(organization, person), space: "s" };
  const { items } = teller.ask("space.organizations", asked) as {
    items: readonly { organization: string }[];
  };
  return items.map((each) => each.organization);
}
const contact = (teller: Teller, [organization, person]: By, to: By) =>
  teller.ask("space.contact", { viewer: who(organization, person), space: "s", ...who(...to) });

/** What the Host's list of Members says of one. */
function member(teller: Teller, organization: string): Record<string, unknown> | undefined {
  const asked = { viewer: who("host", "host-admin"), space: "s" };
  const { items } = teller.ask("admin.members", asked) as {
    items: readonly Record<string, unknown>[];
  };
  return items.find((each) => each["organization"] === organization);
}
/** What of it is seen from outside. */
const association = ({ reference }: Teller, organization: string) =>
  reference
    .facts()
    .spaces[0]?.associations.find((each) => (each.organization as string) === organization);

const n1: By = ["north", "n1"];
const n3: By = ["north", "n3"];
const north: By = ["north", "north-admin"];
const s1: By = ["south", "s1"];
const h1: By = ["host", "h1"];
const w1: By = ["west", "w1"];
const inNorth = ["north/n1", "north/n2", "north/n3", "north/north-admin"];
const inSouth = ["south/s1", "south/s2", "south/south-admin"];
const inWest = ["west/w1", "west/west-admin"];
const inHost = ["host/h1", "host/h3"];

describe("one's own sight (VIS-03, VIS-08)", () => {
  test("names kinds, whoever carries one now or later", () => {
    const teller = three();
    expect(set(teller, "south", kinds({ type: "dealer" }))).toEqual(done);
    expect(seen(teller, s1)).toEqual(inWest);
    const partner = (organization: string, types: readonly string[], level: string | null) =>
      teller.command("host", "partner.set", { space: "s", organization, types, level });
    partner("north", ["dealer"], null);
    expect(seen(teller, s1)).toEqual([...inNorth, ...inWest]);
    set(teller, "south", kinds({ type: "dealer", level: "gold" }));
    expect(seen(teller, s1)).toEqual(inWest);
    set(teller, "south", kinds({ level: "silver" }, { type: "franchisee" }));
    expect(seen(teller, s1)).toEqual([]);
    partner("north", [], "silver");
    expect(organizations(teller, s1)).toEqual(["north", "south"]);
    partner("north", [], null);
    expect(organizations(teller, s1)).toEqual(["south"]);
  });

  test("names departments: the people in and below them, of Members and the Host", () => {
    const teller = three();
    const some = [at("north", "wing"), at("host", "field")];
    expect(set(teller, "south", listed([], some))).toEqual(done);
    expect(seen(teller, s1)).toEqual(["host/h3", "north/n3"]);
    expect(organizations(teller, s1)).toEqual(["host", "north", "south"]);
    expect(contact(teller, s1, n1)).toBe("NOT_VISIBLE");
    expect(contact(teller, s1, ["north", "nobody"])).toBe("NOT_VISIBLE");
    set(teller, "south", listed([], [at("north", "lab")]));
    expect(seen(teller, s1)).toEqual(["north/n1", "north/n2", "north/n3"]);
    teller.command("north", "scope.take-out", {
      space: "s",
      organization: "north",
      people: ["n3"],
    });
    expect(contact(teller, s1, n3)).toBe("NOT_VISIBLE");
    teller.fact("person.relocated", {
      ...{ organization: "north", person: "n1", number: 1 },
      departments: ["sales"],
    });
    expect(seen(teller, s1)).toEqual(["north/n2"]);
  });

  test("is a Space admin's, of what is in the Space, the Host included", () => {
    const teller = three();
    teller.register("other");
    const { fact } = teller;
    fact("department.created", { organization: "other", department: "o", parent: null, name: "O" });
    expect(set(teller, "south", all, "south")).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(set(teller, "host", all)).toEqual(refused("NOT_A_MEMBER"));
    expect(set(teller, "other", all)).toEqual(refused("NOT_A_MEMBER"));
    expect(set(teller, "south", listed(["other"]))).toEqual(refused("NOT_A_MEMBER"));
    for (const each of [at("other", "o"), at("north", "none"), at("nowhere", "o")]) {
      expect(set(teller, "south", listed(["other"], [each]))).toEqual(
        refused("UNKNOWN_DEPARTMENT"),
      );
    }
    expect(set(teller, "south", listed(["host", "south"], [at("south", "x")]))).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    expect(set(teller, "south", listed(["host", "south"]))).toEqual(done);
  });

  test("has no effect where it says what is in force, in whatever order", () => {
    const teller = three();
    expect(set(teller, "south", own)).toEqual(quiet);
    expect(set(teller, "south", listed([]))).toEqual(done);
    expect(set(teller, "south", listed([], []))).toEqual(quiet);
    const some = [at("north", "lab"), at("west", "desk")];
    expect(set(teller, "south", listed(["north", "west"], some))).toEqual(done);
    const again = [...some].reverse();
    expect(set(teller, "south", listed(["west", "north", "west"], again))).toEqual(quiet);
    expect(association(teller, "south")?.visibility).toEqual(listed(["north", "west"], some));
    expect(set(teller, "south", kinds({ type: "b" }, { type: "a" }, { level: "x" }))).toEqual(done);
    expect(association(teller, "south")?.visibility).toEqual(
      kinds({ level: "x" }, { type: "a" }, { type: "b" }),
    );
    expect(set(teller, "south", kinds({ level: "x" }, { type: "a" }, { type: "b" }))).toEqual(
      quiet,
    );
  });
});

describe("hidden Members (VIS-08)", () => {
  test("are seen by themselves and the Host alone, and see what they saw", () => {
    const teller = three();
    for (const each of ["north", "south", "west"]) set(teller, each, all);
    expect(hide(teller, "north")).toEqual(done);
    expect(seen(teller, s1)).toEqual([...inHost, ...inWest]);
    expect(organizations(teller, s1)).toEqual(["host", "south", "west"]);
    expect(contact(teller, s1, n1)).toBe("NOT_VISIBLE");
    expect(seen(teller, n1)).toEqual([...inHost, ...inSouth, ...inWest]);
    expect(contact(teller, n1, n3)).toEqual({ fields: { name: "Name of n3" } });
    expect(seen(teller, h1)).toEqual([...inNorth, ...inSouth, ...inWest]);
    expect(hide(teller, "north")).toEqual(quiet);
    expect(hide(teller, "north", {}, { hidden: false })).toEqual(done);
    expect(seen(teller, s1)).toContain("north/n1");
    expect(association(teller, "north")).not.toHaveProperty("hiding");
  });

  test("are not hidden from whom an exception names: an organization, a kind, a department", () => {
    const teller = three();
    for (const each of ["north", "south", "west"]) set(teller, each, all);
    hide(teller, "south", { organizations: ["west"] });
    expect(seen(teller, w1)).toEqual([...inHost, ...inNorth, ...inSouth]);
    expect(seen(teller, n1)).not.toContain("south/s1");
    hide(teller, "south", { kinds: [{ type: "dealer", level: "silver" }] });
    expect(seen(teller, w1)).not.toContain("south/s1");
    hide(teller, "south", { kinds: [{ type: "dealer", level: "gold" }] });
    expect(seen(teller, w1)).toContain("south/s1");
    hide(teller, "south", { departments: [at("north", "lab")] });
    expect(seen(teller, n1)).toContain("south/s1");
    expect(seen(teller, n3)).toContain("south/s1");
    expect(seen(teller, north)).not.toContain("south/s1");
    expect(organizations(teller, n3)).toContain("south");
    expect(organizations(teller, north)).not.toContain("south");
    hide(teller, "south", { departments: [at("north", "wing")] });
    expect(seen(teller, n1)).not.toContain("south/s1");
    expect(seen(teller, n3)).toContain("south/s1");
  });

  test("AMB-86: an exception grants nothing by itself", () => {
    const teller = three();
    hide(teller, "south", { organizations: ["north"] });
    expect(seen(teller, n1)).toEqual([]);
    set(teller, "north", listed(["west"]));
    expect(seen(teller, n1)).toEqual(inWest);
  });

  test("PARTNER-03: the Host's counterparts are seen whatever is set", () => {
    const teller = three();
    const named = { space: "s", organization: "north", people: ["h1"] };
    teller.command("host", "counterparts.set", named);
    expect(seen(teller, n1)).toEqual(["host/h1"]);
    expect(organizations(teller, n1)).toEqual(["north"]);
    expect(seen(teller, s1)).toEqual([]);
  });

  test("are hidden by Space admins, of Members alone, with exceptions of the Space", () => {
    const teller = three();
    teller.register("other");
    expect(hide(teller, "north", {}, { by: "north" })).toEqual(refused("NOT_SPACE_ADMIN"));
    expect(hide(teller, "host")).toEqual(refused("NOT_A_MEMBER"));
    expect(hide(teller, "other")).toEqual(refused("NOT_A_MEMBER"));
    expect(hide(teller, "north", { organizations: ["other"] })).toEqual(refused("NOT_A_MEMBER"));
    expect(hide(teller, "other", { departments: [at("other", "o")] })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    const except = { organizations: ["host", "north"], departments: [at("host", "field")] };
    expect(hide(teller, "north", except)).toEqual(done);
    expect(association(teller, "north")?.hiding).toEqual({
      hidden: true,
      except: { ...except, kinds: [] },
    });
    expect(hide(teller, "north", { ...except, kinds: [] })).toEqual(quiet);
    expect(hide(teller, "north", except, { hidden: false })).toEqual(done);
    expect(association(teller, "north")?.hiding).toMatchObject({ hidden: false, except });
  });

  test("have so many exceptions of each sort, as many kinds and departments are shown", () => {
    const teller = three({ sightExceptionLimit: 2 });
    const departments = [at("north", "lab"), at("north", "wing"), at("west", "desk")];
    const some = [{ type: "a" }, { type: "b" }, { type: "c" }];
    const members = ["north", "south", "west"];
    const two = (list: readonly unknown[]) => list.slice(0, 2);
    const full = {
      organizations: two(members),
      kinds: two(some),
      departments: two(departments),
    };
    expect(hide(teller, "north", full)).toEqual(done);
    for (const more of [{ organizations: members }, { kinds: some }, { departments }]) {
      expect(hide(teller, "north", { ...full, ...more })).toEqual(refused("MALFORMED"));
    }
    const twice = ["south", "south", "south"];
    expect(hide(teller, "north", { organizations: twice })).toEqual(refused("MALFORMED"));
    expect(set(teller, "south", listed(members, two(departments) as object[]))).toEqual(done);
    expect(set(teller, "south", listed([], departments))).toEqual(refused("MALFORMED"));
    expect(set(teller, "south", kinds(...some))).toEqual(refused("MALFORMED"));
    expect(set(teller, "south", kinds(...some.slice(1)))).toEqual(done);
  });
});

describe("what is gone", () => {
  test("VIS-06: of a former Association it is void, and never comes to life again", () => {
    const teller = three();
    set(teller, "south", listed(["north", "west"], [at("west", "desk")]));
    hide(teller, "north", { departments: [at("west", "desk")] });
    const cancel = (organization: string) =>
      teller.command("host", "association.cancel", { space: "s", organization });
    cancel("west");
    expect(member(teller, "south")).toMatchObject({
      visibility: listed(["north"]),
      void: { visibility: ["west"], hiding: [] },
    });
    const nobody = { organizations: [], kinds: [], departments: [] };
    expect(member(teller, "north")).toMatchObject({
      hiding: { hidden: true, except: nobody },
      void: { visibility: [], hiding: ["west"] },
    });
    teller.join("host", "s", "west", { whole: true });
    set(teller, "west", all);
    expect(seen(teller, s1)).toEqual([]);
    expect(seen(teller, w1)).toEqual([...inHost, ...inSouth]);
    expect(member(teller, "west")).not.toHaveProperty("hiding");
    // What is in force was said again: nothing is set anew.
    expect(set(teller, "south", listed(["north"]))).toEqual(quiet);
    expect(set(teller, "south", listed(["north", "west"]))).toEqual(done);
    expect(member(teller, "south")).not.toHaveProperty("void");
    expect(seen(teller, s1)).toEqual(inWest);
    cancel("north");
    teller.join("host", "s", "north", { whole: true });
    expect(member(teller, "north")).toMatchObject({ visibility: own });
    expect(member(teller, "north")).not.toHaveProperty("hiding");
  });

  test("DIR-11: a removed department's is inert until it is back, or its setting is set", () => {
    const teller = three();
    const { fact, ask } = teller;
    const shown = [at("north", "lab"), at("west", "desk")];
    set(teller, "south", listed([], shown));
    hide(teller, "west", { departments: [at("north", "lab")] }, { hidden: false });
    const gone = { organization: "north", department: "lab" };
    expect(fact("department.removed", gone, { at: 2000 })).toMatchObject({
      notices: [{ kind: "SETTINGS_INERT", data: { count: 2 } }],
    });
    expect(seen(teller, s1)).toEqual(["west/w1"]);
    expect(member(teller, "south")).toMatchObject({
      visibility: listed([], [at("west", "desk")]),
      inert: { visibility: [at("north", "lab")], hiding: [] },
    });
    expect(association(teller, "west")).not.toHaveProperty("hiding");
    expect(member(teller, "west")).toMatchObject({
      hiding: { hidden: false, except: { departments: [] } },
      inert: { visibility: [], hiding: [at("north", "lab")] },
    });
    const inert = ({ kind, organization }: { readonly kind: string; organization: string }) => ({
      setting: { kind, space: "s", organization },
      ...at("north", "lab"),
      until: 2000 + 30 * day,
    });
    expect(ask("directory.inert", { source: { organization: "host" } })).toEqual({
      items: [
        inert({ kind: "hiding", organization: "west" }),
        inert({ kind: "visibility", organization: "south" }),
      ],
    });
    const back = { ...gone, parent: null, name: "Lab" };
    fact("department.created", { ...back, revision: 1 }, { at: 3000 });
    const placed = { organization: "north", person: "n1", number: 1, departments: ["lab"] };
    fact("person.relocated", placed, { at: 3000 });
    expect(seen(teller, s1)).toEqual(["north/n1", "west/w1"]);
    fact("department.removed", gone, { at: 4000 });
    // Saying what is in force drops what is not, and changes nothing else.
    expect(set(teller, "south", listed([], [at("west", "desk")]))).toEqual(done);
    expect(member(teller, "south")).not.toHaveProperty("inert");
    expect(set(teller, "south", listed([], [at("west", "desk")]))).toEqual(quiet);
    fact("department.created", { ...back, revision: 2 }, { at: 4000 + 30 * day });
    expect(member(teller, "west")).not.toHaveProperty("hiding");
  });

  test("DIR-11: without a retention it is nothing at all; DIR-10: a dormant one is in force", () => {
    const teller = three({ departureRetentionDays: 0 });
    set(teller, "south", listed([], [at("north", "wing"), at("west", "desk")]));
    teller.fact("department.removed", at("north", "wing"));
    expect(member(teller, "south")).not.toHaveProperty("inert");
    teller.resign("west", "w1");
    teller.fact("directory.reconciled", {
      ...{ organization: "west", list: "l", of: { departments: 1, people: 0 } },
      part: { kind: "departments", departments: [] },
    } as never);
    expect(member(teller, "south")).toMatchObject({
      visibility: listed([], [at("west", "desk")]),
    });
    expect(organizations(teller, s1)).toEqual(["south", "west"]);
    expect(set(teller, "north", listed([], [at("west", "desk")]))).toEqual(done);
  });

  test("DIR-16: an entry goes along with its department's id", () => {
    const teller = three();
    set(teller, "south", listed([], [at("north", "wing")]));
    teller.fact("department.renamed-id", { ...at("north", "wing"), to: "loft" });
    expect(member(teller, "south")).toMatchObject({
      visibility: listed([], [at("north", "loft")]),
    });
    expect(seen(teller, s1)).toEqual(["north/n3"]);
  });
});

describe("used for", () => {
  test("GROUP-02: bringing somebody into a group", () => {
    const teller = three();
    set(teller, "south", listed(["west"], [at("north", "wing")]));
    const start = (group: string, ...others: readonly By[]) =>
      teller.command(["south", "s1"], "group.start", {
        ...{ space: "s", group, name: "G" },
        participants: others.map((each) => who(...each)),
      });
    expect(start("g", n1)).toEqual(refused("NOT_VISIBLE"));
    expect(start("g", n3, w1)).toEqual(done);
    hide(teller, "west");
    expect(start("h", w1)).toEqual(refused("NOT_VISIBLE"));
    expect(start("h", n3)).toEqual(done);
  });

  test("PICK-02: choosing in a form, where the policy narrows that", () => {
    const candidates = (formPickerScope: Policy["formPickerScope"]) => {
      const teller = three({ formPickerScope });
      const { command, ask, fact } = teller;
      fact("license.purchased", { organization: "host", purchased: 100 });
      command("host", "license.link", { unit: { kind: "space", space: "s" } });
      const people = [who("south", "s1")];
      command("host", "license.grant", { unit: { kind: "space", space: "s" }, people });
      command("host", "app.create", { app: "crm", name: "CRM", cool: true });
      command("host", "app.publish", { space: "s", app: "crm" });
      set(teller, "south", all);
      hide(teller, "west", { departments: [at("north", "lab")] });
      const asked = { viewer: who("south", "s1"), app: "crm", space: "s" };
      const { items } = ask("form.candidates", asked) as { items: readonly By[] };
      return items.filter((each) => JSON.stringify(each).includes("west")).length;
    };
    expect(candidates("whole-space")).toBe(2);
    expect(candidates("visible-only")).toBe(0);
  });
});

describe("why (VIS-07)", () => {
  const side = ([organization, person]: readonly [string, string?]) => ({
    organization,
    ...(person === undefined ? {} : { person }),
  });
  const why = (
    teller: Teller,
    from: readonly [string, string?],
    to: readonly [string, string?],
    by: By = ["host", "host-admin"],
  ) =>
    teller.ask("space.why", {
      ...{ viewer: who(...by), space: "s" },
      ...{ from: side(from), to: side(to) },
    } as never);
  const visibility = (organization: string) => ({ kind: "visibility", organization });
  const hiding = (organization: string) => ({ kind: "hiding", organization });
  const name = (setting: object, entry: object) => ({ setting, change: "name", entry });
  const drop = (setting: object, entry: object) => ({ setting, change: "drop", entry });

  test("one's own is seen, and the Host sees all: nothing turns that", () => {
    const teller = three();
    hide(teller, "north");
    const turn = null;
    const first = { sees: true, line: 1, rule: "VIS-02", behind: [], turn };
    expect(why(teller, n1, n3)).toEqual(first);
    expect(why(teller, ["north"], ["north"])).toEqual(first);
    const hosts = { sees: true, line: 2, rule: "VIS-01", turn };
    const hidden = { line: 3, rule: "VIS-08", setting: hiding("north") };
    expect(why(teller, h1, s1)).toEqual({ ...hosts, behind: [] });
    expect(why(teller, h1, n1)).toEqual({ ...hosts, behind: [hidden] });
    hide(teller, "north", { departments: [at("host", "field")] });
    expect(why(teller, h1, n1)).toEqual({ ...hosts, behind: [hidden] });
    expect(why(teller, ["host", "h3"], n1)).toEqual({ ...hosts, behind: [] });
  });

  test("a counterpart is seen before anything set is asked", () => {
    const teller = three();
    const named = { space: "s", organization: "north", people: ["h1"] };
    teller.command("host", "counterparts.set", named);
    const setting = { kind: "counterparts", organization: "north" };
    const counterpart = { sees: true, line: 2, rule: "PARTNER-03", setting };
    expect(why(teller, n1, h1)).toEqual({
      ...counterpart,
      behind: [{ line: 4, rule: "VIS-02", setting: visibility("north") }],
      turn: drop(setting, who("host", "h1")),
    });
    set(teller, "north", listed(["host"]));
    expect(why(teller, n1, h1)).toEqual({ ...counterpart, behind: [], turn: null });
    set(teller, "north", own);
    expect(why(teller, n1, ["host"])).toMatchObject({ sees: false, line: 4, rule: "VIS-02" });
  });

  test("hiding decides before one's own setting, which may say the same", () => {
    const teller = three({ sightExceptionLimit: 1 });
    hide(teller, "south");
    const line = { sees: false, line: 3, rule: "VIS-08", setting: hiding("south") };
    expect(why(teller, n1, s1)).toEqual({ ...line, behind: [], turn: null });
    set(teller, "north", all);
    const behind = [{ line: 4, rule: "VIS-03", setting: visibility("north") }];
    const turn = name(hiding("south"), { organization: "north" });
    expect(why(teller, n1, s1)).toEqual({ ...line, behind, turn });
    hide(teller, "south", { organizations: ["west"] });
    const reset = { setting: hiding("south"), change: "reset" };
    expect(why(teller, n1, s1)).toEqual({ ...line, behind, turn: reset });
    // An entry that is void leaves room.
    teller.command("host", "association.cancel", { space: "s", organization: "west" });
    expect(why(teller, n1, s1)).toEqual({ ...line, behind, turn });
  });

  test("one's own setting decides last, and is turned by the entry that makes the difference", () => {
    const teller = three({ sightExceptionLimit: 2 });
    const line = (sees: boolean, rule: string, turn: object) => ({
      ...{ sees, line: 4, rule, setting: visibility("south"), behind: [], turn },
    });
    const naming = (entry: object) => name(visibility("south"), entry);
    const dropping = (entry: object) => drop(visibility("south"), entry);
    const reset = { setting: visibility("south"), change: "reset" };
    const west = { organization: "west" };
    expect(why(teller, s1, w1)).toEqual(line(false, "VIS-02", naming(west)));
    set(teller, "south", listed(["west"]));
    expect(why(teller, s1, w1)).toEqual(line(true, "VIS-03", dropping(west)));
    expect(why(teller, s1, n1)).toEqual(line(false, "VIS-03", naming({ organization: "north" })));
    set(teller, "south", listed(["west"], [at("west", "desk")]));
    expect(why(teller, s1, w1)).toEqual(line(true, "VIS-03", reset));
    expect(why(teller, s1, ["west", "west-admin"])).toEqual(line(true, "VIS-03", dropping(west)));
    set(teller, "south", listed([], [at("west", "desk")]));
    expect(why(teller, s1, w1)).toEqual(line(true, "VIS-03", dropping(at("west", "desk"))));
    expect(why(teller, s1, ["west"])).toEqual(line(true, "VIS-03", dropping(at("west", "desk"))));
    set(teller, "south", all);
    expect(why(teller, s1, w1)).toEqual(line(true, "VIS-03", reset));
  });

  test("kinds are turned by kinds, as long as there is room and the other carries a type", () => {
    const teller = three({ sightExceptionLimit: 2 });
    const line = (sees: boolean, turn: object) => ({
      ...{ sees, line: 4, rule: "VIS-08", setting: visibility("south"), behind: [], turn },
    });
    const setting = visibility("south");
    set(teller, "south", kinds({ type: "franchisee" }));
    expect(why(teller, s1, w1)).toEqual(
      line(false, name(setting, { partner: { type: "dealer" } })),
    );
    expect(why(teller, s1, n1)).toEqual(line(false, name(setting, { organization: "north" })));
    // Types are a set: said again in another order, the first one stays.
    const types = ["supplier", "dealer"];
    const said = { space: "s", organization: "west", types, level: "gold" };
    expect(teller.command("host", "partner.set", said)).toEqual(quiet);
    expect(why(teller, s1, w1)).toMatchObject({ turn: { entry: { partner: { type: "dealer" } } } });
    set(teller, "south", kinds({ type: "franchisee" }, { level: "silver" }));
    expect(why(teller, s1, w1)).toEqual(line(false, name(setting, { organization: "west" })));
    const gold = { type: "supplier", level: "gold" };
    set(teller, "south", kinds(gold));
    expect(why(teller, s1, w1)).toEqual(line(true, drop(setting, { partner: gold })));
    set(teller, "south", kinds(gold, { type: "dealer" }));
    expect(why(teller, s1, w1)).toEqual(line(true, { setting, change: "reset" }));
  });

  test("is told to Space admins of all, to a Member's of what its own people see", () => {
    const teller = three();
    const admin: By = ["south", "south-admin"];
    expect(why(teller, s1, w1, ["host", "h1"])).toBe("NOT_SPACE_ADMIN");
    expect(why(teller, n1, w1, admin)).toBe("NOT_SPACE_ADMIN");
    expect(why(teller, s1, w1, s1)).toBe("NOT_AUTHORIZED_ADMIN");
    teller.register("other");
    expect(why(teller, ["other"], w1, ["other", "other-admin"])).toBe("UNKNOWN_SPACE");
    expect(why(teller, s1, w1, ["nowhere", "x"])).toBe("UNKNOWN_ORGANIZATION");
    expect(why(teller, ["south", "nobody"], w1)).toBe("UNKNOWN_PERSON");
    expect(why(teller, s1, ["west", "nobody"])).toBe("UNKNOWN_PERSON");
    expect(why(teller, s1, ["other", "other-admin"])).toBe("UNKNOWN_PERSON");
    expect(why(teller, s1, ["other"])).toBe("NOT_A_MEMBER");
    expect(why(teller, ["other"], s1)).toBe("NOT_A_MEMBER");
    const unseen = { sees: false, rule: "VIS-02" };
    for (const to of [w1, ["west"], ["west", "nobody"], ["other"], ["nowhere", "x"]] as const) {
      expect(why(teller, s1, to, admin)).toEqual(unseen);
    }
    expect(why(teller, ["south", "nobody"], w1, admin)).toBe("UNKNOWN_PERSON");
    set(teller, "south", listed(["west"]));
    expect(why(teller, s1, w1, admin)).toEqual(why(teller, s1, w1));
    expect(why(teller, s1, ["west", "nobody"], admin)).toBe("UNKNOWN_PERSON");
    hide(teller, "west");
    expect(why(teller, s1, w1, admin)).toEqual(unseen);
  });
});

describe("one way (VIS-07)", () => {
  const pairs = (teller: Teller, by: By = ["host", "host-admin"]) => {
    const value = teller.ask("space.one-way", { viewer: who(...by), space: "s" });
    if (typeof value === "string") return value;
    const { items } = value as { items: readonly { sees: string; unseen: string }[] };
    return items.map(({ sees, unseen }) => `${sees} > ${unseen}`);
  };

  test("lists pairs of Members of which only one sees the other, in the order of joining", () => {
    const teller = three();
    expect(pairs(teller)).toEqual([]);
    expect(pairs(teller, ["south", "south-admin"])).toBe("NOT_SPACE_ADMIN");
    set(teller, "west", all);
    set(teller, "north", listed(["host", "west"]));
    expect(pairs(teller)).toEqual(["west > south"]);
    set(teller, "north", kinds({ level: "silver" }));
    set(teller, "south", listed([], [at("north", "wing")]));
    expect(pairs(teller)).toEqual(["south > north", "west > north", "west > south"]);
    hide(teller, "north", { departments: [at("west", "desk")] });
    expect(pairs(teller)).toEqual(["west > south"]);
    hide(teller, "north", { organizations: ["west"] });
    expect(pairs(teller)).toEqual(["west > north", "west > south"]);
  });
});
