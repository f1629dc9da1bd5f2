import { describe, expect, test } from "vitest";
import { startTelling, type Teller } from "./teller.ts";

/** A day. */
const day = 24 * 60 * 60 * 1000;

/** What a list is full for: departments, or a source. */
type Extent = { readonly departments: readonly string[] } | { readonly source: string };

/** A line: whom it names, and where it places them. */
type Lines = Readonly<Record<string, readonly string[] | undefined>>;

const north = "north";

function line([person, departments]: readonly [string, readonly string[] | undefined]) {
  const placed = departments === undefined ? {} : { departments };
  return { person, fields: { name: person }, ...placed };
}

/** Tells a whole list of people. */
function list(teller: Teller, extent: Extent | null, at: number, people: Lines, more: object = {}) {
  const part = {
    kind: "people",
    page: 0,
    pages: 1,
    people: Object.entries(people).map((each) => ({ ...line(each), ...more })),
  };
  const full = extent === null ? {} : { extent };
  const data = { organization: north, list: `l${at}`, of: { departments: 0, people: 1 }, part };
  return teller.fact("directory.reconciled", { ...data, ...full } as never, { at });
}

/** Tells a whole list of departments, `below/child` for one below another. */
function tree(teller: Teller, extent: Extent | null, at: number, departments: string) {
  const listed = departments.split(" ").flatMap((text) => {
    const [department = "", parent = null] = text.split("/").reverse();
    return text === "" ? [] : [{ department, parent, name: department }];
  });
  const part = { kind: "departments", page: 0, pages: 1, departments: listed };
  const full = extent === null ? {} : { extent };
  const data = { organization: north, list: `t${at}`, of: { departments: 1, people: 0 }, part };
  return teller.fact("directory.reconciled", { ...data, ...full } as never, { at });
}

/** A fact of a source. */
function said(teller: Teller, source: string, at: number, type: string, data: object) {
  const all = { organization: north, source, ...data };
  return teller.fact(type as never, all as never, { at });
}

const why = (verdict: ReturnType<typeof list>) =>
  verdict.kind === "accepted" ? (verdict.passedOver?.byReason ?? {}) : verdict.code;

const home = ({ reference }: Teller) =>
  reference.facts().organizations.find(({ organization }) => (organization as string) === north);

/** Who is in service, and where; the admin of every organization is left out. */
function people(teller: Teller): Record<string, readonly string[]> {
  const own = home(teller)?.people.filter(({ person }) => (person as string) !== "north-admin");
  return Object.fromEntries(
    (own ?? []).map(({ person, departments }) => [
      person as string,
      departments as readonly string[],
    ]),
  );
}

const departments = (teller: Teller) =>
  home(teller)?.departments.map(({ department, dormant }) =>
    dormant === undefined ? (department as string) : `(${department})`,
  );

const asked = { source: { organization: north } };

/** North with departments a and b, a1 below a and b1 below b. */
function begin(changes: object = {}): Teller {
  const teller = startTelling({ reconciliationHoldPercent: null, ...changes } as never);
  teller.register(north);
  tree(teller, null, 1001, "a b a/a1 b/b1");
  return teller;
}

const ofA = { departments: ["a"] };
const one = { source: "one" };
const two = { source: "two" };

describe("lists of some departments (DIR-05)", () => {
  const inBoth = () => {
    const teller = begin();
    teller.hire(north, "p", ["a1", "b"]);
    teller.hire(north, "q", ["a"]);
    teller.hire(north, "r", ["b"]);
    return teller;
  };

  test("whoever is inside and not named loses the placements inside, and leaves if none is left", () => {
    const teller = inBoth();
    expect(why(list(teller, ofA, 2000, { x: ["a"] }))).toEqual({});
    expect(people(teller)).toEqual({ p: ["b"], r: ["b"], x: ["a"] });
  });

  test("extentMissing: unplaced keeps them in service", () => {
    const teller = begin({ extentMissing: "unplaced" });
    teller.hire(north, "q", ["a"]);
    list(teller, ofA, 2000, { x: ["a"] });
    expect(people(teller)).toEqual({ q: [], x: ["a"] });
  });

  test("a line sets what is inside; what it says beyond is passed over", () => {
    const teller = inBoth();
    const verdict = list(teller, ofA, 2000, { p: ["a"], q: ["a", "b"] });
    expect(people(teller)).toEqual({ p: ["a", "b"], q: ["a"], r: ["b"] });
    expect(why(verdict)).toEqual({ "not-responsible-extent": 1 });
  });

  test("whoever is elsewhere and placed nowhere inside is not its affair", () => {
    const teller = inBoth();
    const verdict = list(teller, ofA, 2000, { p: ["a1"], q: ["a"], r: ["b1"] });
    expect(people(teller)).toEqual({ p: ["a1", "b"], q: ["a"], r: ["b"] });
    expect(why(verdict)).toEqual({ "not-responsible-extent": 2 });
  });

  test("departments are missing below the named ones alone", () => {
    const teller = begin({ departmentMissingDays: 0 });
    expect(why(tree(teller, ofA, 2000, "a/a2"))).toEqual({});
    expect(departments(teller)).toEqual(["a", "a2", "b", "b1"]);
    const beyond = tree(teller, ofA, 3000, "a/a2 a/b1 b/b2");
    expect(why(beyond)).toEqual({ "not-responsible-extent": 2 });
    expect(departments(teller)).toEqual(["a", "a2", "b", "b1"]);
    expect(why(tree(teller, { departments: ["c"] }, 4000, ""))).toBe("UNKNOWN_DEPARTMENT");
  });

  test("a list of one extent takes the place of none of another", () => {
    const teller = begin({ reconciliationHoldPercent: 15 });
    teller.hire(north, "q", ["a"]);
    teller.hire(north, "r", ["b"]);
    list(teller, ofA, 2000, {});
    list(teller, { departments: ["b"] }, 3000, {});
    const { lists } = teller.ask("directory.lists" as never, asked as never) as {
      readonly lists: readonly { readonly state: string; readonly extent: Extent }[];
    };
    expect(lists.map(({ state, extent }) => [state, extent])).toEqual([
      ["held", ofA],
      ["held", { departments: ["b"] }],
    ]);
    expect(why(list(teller, { departments: ["b"] }, 2500, {}))).toEqual({ "older-list": 1 });
  });
});

describe("several sources (DIR-06)", () => {
  test("whoever is missing from one stays while another vouches, and leaves with the last", () => {
    const teller = begin();
    list(teller, one, 2000, { p: ["a"], q: ["a"] });
    list(teller, two, 2001, { p: ["b"], r: ["b"] });
    expect(people(teller)).toEqual({ p: ["a", "b"], q: ["a"], r: ["b"] });
    expect(why(list(teller, one, 3000, { x: ["a"] }))).toEqual({ "vouched-elsewhere": 1 });
    expect(people(teller)).toEqual({ p: ["b"], r: ["b"], x: ["a"] });
    list(teller, two, 4000, { r: ["b"] });
    expect(people(teller)).toEqual({ r: ["b"], x: ["a"] });
    expect(teller.ask("directory.sources" as never, asked as never)).toEqual({
      items: [
        { source: "one", people: 1, departments: 0, completed: 3000 },
        { source: "two", people: 1, departments: 0, completed: 4000 },
      ],
    });
  });

  test("lists of two in any order, any number of times, end in the same people", () => {
    const ends = [
      [one, two],
      [two, one],
      [one, one, two, two],
      [two, one, two, one],
    ].map((order) => {
      const teller = begin();
      for (const [index, source] of [...order, ...order].entries()) {
        const lines: Lines = source === one ? { p: ["a"], q: ["a1"] } : { p: ["b"], r: ["b1"] };
        list(teller, source, 2000 + index, lines);
      }
      return people(teller);
    });
    for (const end of ends) expect(end).toEqual({ p: ["a", "b"], q: ["a1"], r: ["b1"] });
  });

  test("fields are the oldest source's to say", () => {
    const teller = begin();
    const nameOf = () => home(teller)?.people.find(({ person }) => (person as string) === "p");
    list(teller, one, 2000, { p: ["a"] }, { fields: { name: "Of one" } });
    list(teller, two, 2001, { p: ["b"] }, { fields: { name: "Of two" } });
    expect(nameOf()?.fields).toEqual({ name: "Of one" });
    const fields = { name: "Another" };
    const fact = said(teller, "two", 2002, "person.fields-changed", { person: "p", fields });
    expect(why(fact)).toEqual({ "not-responsible-extent": 1 });
    list(teller, one, 3000, { x: [] });
    list(teller, two, 3001, { p: ["b"] }, { fields: { name: "Of two" } });
    expect(nameOf()?.fields).toEqual({ name: "Of two" });
  });

  test("what was set without a source gives way to the next line of one that vouches", () => {
    const teller = begin();
    teller.hire(north, "p", ["a1"]);
    list(teller, one, 2000, { p: ["a"] });
    expect(people(teller)).toEqual({ p: ["a"] });
    teller.fact(
      "person.department-entered",
      { organization: north, person: "p", department: "b" },
      { at: 2001 },
    );
    said(teller, "one", 2002, "person.relocated", { person: "p", departments: ["a1"] });
    expect(people(teller)).toEqual({ p: ["a1", "b"] });
    list(teller, one, 2003, { p: ["a1"] });
    expect(people(teller)).toEqual({ p: ["a1"] });
  });

  test("facts of a source are about what it vouches for", () => {
    const teller = begin();
    const fields = { name: "p" };
    said(teller, "one", 2000, "person.hired", { person: "p", departments: ["a"], fields });
    const twice = { person: "p", departments: ["b"], fields };
    expect(why(said(teller, "three", 2001, "person.resigned", { person: "p" }))).toEqual({
      "not-responsible-extent": 1,
    });
    expect(why(said(teller, "two", 2002, "person.hired", twice))).toEqual({
      "already-in-service": 1,
    });
    expect(why(said(teller, "one", 2003, "person.resigned", { person: "p" }))).toEqual({
      "vouched-elsewhere": 1,
    });
    expect(people(teller)).toEqual({ p: [] });
    expect(why(said(teller, "two", 2004, "person.resigned", { person: "p" }))).toEqual({});
    expect(people(teller)).toEqual({});
  });

  test("departments go with the last that vouches, and are called as the oldest says", () => {
    const teller = startTelling({ reconciliationHoldPercent: null, departmentMissingDays: 0 });
    teller.register(north);
    const made = { department: "d", parent: null, name: "D" };
    said(teller, "one", 2000, "department.created", made);
    expect(why(said(teller, "two", 2001, "department.created", made))).toEqual({});
    const renamed = { department: "d", name: "E" };
    expect(why(said(teller, "two", 2002, "department.renamed", renamed))).toEqual({
      "not-responsible-extent": 1,
    });
    expect(why(tree(teller, one, 3000, "e"))).toEqual({ "vouched-elsewhere": 1 });
    expect(departments(teller)).toEqual(["d", "e"]);
    expect(why(said(teller, "two", 3001, "department.removed", { department: "d" }))).toEqual({});
    expect(departments(teller)).toEqual(["e"]);
  });

  test("a list without a source names and removes everything", () => {
    const teller = begin();
    list(teller, one, 2000, { p: ["a"], q: ["a"] });
    list(teller, null, 3000, { "north-admin": undefined, q: ["b"] });
    expect(people(teller)).toEqual({ q: ["b"] });
  });

  test("numbers of another source are not looked at", () => {
    const teller = begin();
    list(teller, one, 2000, { p: ["a"] }, { number: 7 });
    list(teller, two, 2001, { p: ["b"] }, { number: 90 });
    const { number, times, sources } = teller.ask(
      "directory.person" as never,
      {
        ...asked,
        person: "p",
      } as never,
    ) as { number: number; times: object; sources: readonly string[] };
    expect([number, times, sources]).toEqual([7, { began: 2000 }, ["one", "two"]]);
  });

  test("one source too many brings nothing", () => {
    const teller = begin({ directorySources: 1 });
    list(teller, one, 2000, { p: ["a"] });
    expect(why(list(teller, two, 2001, { q: ["b"] }))).toEqual({ "not-possible": 1 });
    expect(people(teller)).toEqual({ p: ["a"] });
  });

  test("whoever is back by a fact is vouched for as before, by a list by its source alone", () => {
    const teller = begin();
    list(teller, one, 2000, { p: ["a"] });
    list(teller, two, 2001, { p: ["b"] });
    teller.fact("person.resigned", { organization: north, person: "p" }, { at: 2002 });
    teller.fact("person.reinstated", { organization: north, person: "p" }, { at: 2003 });
    expect(people(teller)).toEqual({ p: ["a", "b"] });
    list(teller, one, 3000, { x: ["a"] });
    list(teller, two, 3001, { y: ["a"] });
    expect(people(teller)).toEqual({ x: ["a"], y: ["a"] });
    list(teller, one, 3002 + day, { x: ["a"], p: ["a1"] });
    expect(people(teller)).toEqual({ p: ["a1"], x: ["a"], y: ["a"] });
  });
});
