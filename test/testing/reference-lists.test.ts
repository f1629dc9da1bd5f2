import { describe, expect, test } from "vitest";
import { accepted, done, partners, refused, who } from "./partners.ts";
import type { Teller } from "./teller.ts";

/** A day. */
const day = 24 * 60 * 60 * 1000;
const admins = { kind: "authorized-admins", organization: "north" };
const fields = (person: string) => ({ name: `Name of ${person}` });

/** People of north as a line names them. */
const lines = (people: string) =>
  people
    .split(" ")
    .flatMap((person) => (person === "" ? [] : [{ person, fields: fields(person) }]));

/** Departments of north at the root, `below/child` for one below another. */
const tree = (departments: string) =>
  departments.split(" ").flatMap((text) => {
    const [department = "", parent = null] = text.split("/").reverse();
    return text === "" ? [] : [{ department, parent, name: department }];
  });

interface Said {
  readonly list?: string;
  readonly of?: readonly [departments: number, people: number];
  readonly at?: number;
  readonly people?: string | readonly object[];
  readonly departments?: string;
  readonly page?: number;
  readonly piece?: readonly [piece: number, pieces: number];
}

/** Tells a part of a list, of people unless it says otherwise. */
function tell(teller: Teller, said: Said) {
  const { list = "l", of = [0, 1], at = 2000, people = "", departments, page, piece } = said;
  const part =
    departments === undefined
      ? {
          kind: "people",
          page: page ?? 0,
          pages: of[1],
          ...(piece === undefined ? {} : { piece: piece[0], pieces: piece[1] }),
          people: typeof people === "string" ? lines(people) : people,
        }
      : {
          kind: "departments",
          ...(page === undefined ? {} : { page }),
          departments: tree(departments),
        };
  const counts = { departments: of[0], people: of[1] };
  const data = { organization: "north", list, of: counts, part };
  return teller.fact("directory.reconciled", data as never, { at });
}

const passed = (verdict: ReturnType<typeof tell>) =>
  verdict.kind === "accepted" ? (verdict.passedOver?.byReason ?? {}) : verdict.code;
const north = ({ reference }: Teller) =>
  reference.facts().organizations.find(({ organization }) => (organization as string) === "north");
const inService = (teller: Teller) => north(teller)?.people.map(({ person }) => person as string);
const existing = (teller: Teller) =>
  north(teller)?.departments.map(({ department }) => department as string);
const lists = (teller: Teller) => north(teller)?.lists ?? [];
const everybody = ["n1", "n2", "north-admin"];
const left = (person: string) => ({
  kind: "COUNTERPART_LEFT",
  data: { identity: who("north", person) },
});
const go = (teller: Teller, list = "l", at = 3000) =>
  teller.fact("directory.continued" as never, { organization: "north", list } as never, { at });
const settle = (teller: Teller, how: "confirm" | "discard", list = "l", at = 3000) =>
  teller.command("north", `reconciliation.${how}`, { organization: "north", list } as never, at);

describe("a list in parts", () => {
  test("names at once, and removes with its last part, in whatever order they come", () => {
    const teller = partners();
    // Pages go by the length of the ids.
    const of = [0, 2] as const;
    expect(tell(teller, { of, page: 1, people: "new north-admin" })).toMatchObject({
      kind: "accepted",
    });
    expect(inService(teller)).toEqual(["n1", "n2", "new", "north-admin"]);
    expect(lists(teller)).toMatchObject([{ list: "l", at: 2000, status: "begun" }]);
    expect(tell(teller, { of, page: 0, people: "n1" })).toMatchObject({ notices: [left("n2")] });
    expect(inService(teller)).toEqual(["n1", "new", "north-admin"]);
    expect(lists(teller)).toEqual([]);
  });

  test("of departments and people: it says nothing of what it has no part of", () => {
    const teller = partners();
    expect(tell(teller, { of: [1, 0], departments: "lab sales" })).toEqual(done);
    expect(inService(teller)).toEqual(everybody);
    expect(tell(teller, { list: "k", of: [0, 1], people: "n1 n2 north-admin" })).toEqual(done);
    expect(existing(teller)).toEqual(["lab", "sales"]);
  });

  test("leaves alone whom a later word is about, be it so already", () => {
    for (const type of ["person.hired", "person.reinstated"]) {
      const teller = partners();
      const word = { organization: "north", person: "n2", number: 1, departments: [] };
      teller.fact(type as never, { ...word, fields: fields("n2") } as never, { at: 2500 });
      expect(passed(tell(teller, { people: "n1 north-admin" }))).toEqual({ protected: 1 });
      expect(inService(teller)).toEqual(everybody);
    }
  });

  test("is complete with all the pieces of a page", () => {
    const teller = partners();
    const piece = (place: number, people: string) => tell(teller, { piece: [place, 2], people });
    expect(piece(1, "n1")).toEqual(done);
    expect(piece(1, "n1")).toMatchObject({
      changed: false,
      passedOver: { byReason: { "already-so": 1 } },
    });
    expect(passed(tell(teller, { piece: [0, 3], people: "n1" }))).toEqual({ "other-list": 1 });
    expect(inService(teller)).toEqual(everybody);
    expect(piece(0, "north-admin")).toMatchObject({ notices: [left("n2")] });
  });

  test("takes a second copy of a part for the same part", () => {
    const teller = partners();
    const of = [0, 2] as const;
    tell(teller, { of, page: 0, people: "" });
    tell(teller, { of, page: 0, people: "n1" });
    expect(inService(teller)).toEqual(everybody);
    tell(teller, { of, page: 1, people: "north-admin" });
    expect(inService(teller)).toEqual(["n1", "north-admin"]);
    expect(tell(teller, { of, page: 0, people: "n1" })).toMatchObject({ changed: false });
  });

  test("is malformed beyond what it says of itself", () => {
    const teller = partners();
    const malformed = refused("MALFORMED");
    expect(tell(teller, { of: [0, 3], people: "" })).toEqual(malformed);
    expect(tell(teller, { of: [1, 0], people: "" })).toEqual(malformed);
    expect(tell(teller, { of: [0, 2], page: 2, people: "" })).toEqual(malformed);
    expect(tell(teller, { of: [0, 2], page: 1, people: "n1" })).toEqual(malformed);
    expect(tell(teller, { of: [1, 1], page: 1, departments: "" })).toEqual(malformed);
    expect(tell(teller, { of: [0, 1], departments: "" })).toEqual(malformed);
    expect(tell(teller, { people: "n1 n1" })).toEqual(malformed);
    expect(tell(teller, { piece: [2, 2], people: "n1" })).toEqual(malformed);
    expect(tell(teller, { of: [2, 0], departments: "hall/room" })).toEqual(
      refused("UNKNOWN_DEPARTMENT"),
    );
    expect(tell(teller, { of: [2, 0], departments: "hall hall/room" })).toEqual(done);
  });

  test("leaves what its lines leave out", () => {
    const teller = partners();
    const [n1, n2] = lines("n1 n2");
    const people = [
      { ...n1 },
      { ...n2, departments: [] },
      { person: "north-admin", fields: fields("north-admin"), suspended: true },
    ];
    expect(passed(tell(teller, { people }))).toEqual({});
    expect(north(teller)?.people).toMatchObject([
      { person: "n1", departments: ["lab"] },
      { person: "n2", departments: [] },
      { person: "north-admin", suspended: true },
    ]);
    expect(tell(teller, { list: "k", at: 2500, people: "n1 n2 north-admin" })).toEqual(done);
    expect(north(teller)?.people).toMatchObject([
      { departments: ["lab"] },
      {},
      { suspended: true },
    ]);
  });

  test("is as of its earliest part: later facts protect", () => {
    const teller = partners();
    const of = [0, 2] as const;
    tell(teller, { of, page: 1, at: 2000, people: "north-admin" });
    const data = { ...who("north", "n1"), fields: { name: "N" } };
    teller.fact("person.fields-changed", data as never, { at: 2001 });
    expect(tell(teller, { of, page: 0, at: 3000, people: "" })).toMatchObject({
      notices: [left("n2")],
      passedOver: { first: [{ kind: "person", id: "n1", reason: "protected" }] },
    });
    expect(inService(teller)).toEqual(["n1", "north-admin"]);
  });

  test("takes the place of those before it", () => {
    const teller = partners();
    const of = [0, 2] as const;
    const old = (page: number, at = 2000) =>
      tell(teller, { list: "old", of, page, at, people: "" });
    old(0);
    expect(tell(teller, { list: "new", at: 2001, people: "n1 n2 north-admin" })).toEqual(done);
    expect(passed(old(1))).toEqual({ "older-list": 1 });
    // A part from after it begins another list under the same id.
    expect(passed(old(1, 9000))).toEqual({});
    expect(passed(tell(teller, { list: "other", at: 2000, people: "n1" }))).toEqual({
      "older-list": 1,
    });
    expect(inService(teller)).toEqual(everybody);
    // Of one that is settled nothing is remembered of how it was cut.
    expect(passed(tell(teller, { list: "new", of, page: 0, at: 2001 }))).toEqual({
      "already-so": 1,
    });
  });

  test("gives way when a third is begun", () => {
    const teller = partners();
    const part = (list: string, at: number, page: number, people = "") =>
      passed(tell(teller, { list, of: [0, 2], at, page, people }));
    expect(part("one", 2000, 1, "north-admin")).toEqual({});
    expect(part("two", 2001, 1, "north-admin")).toEqual({});
    expect(part("three", 2002, 1, "north-admin")).toEqual({});
    expect(lists(teller).map(({ list }) => list)).toEqual(["three", "two"]);
    // What has dropped out is not remembered: a part of it begins the list again, if it is not older still.
    expect(part("one", 2000, 0, "n1")).toEqual({ "older-list": 1 });
    expect(lists(teller).map(({ list }) => list)).toEqual(["three", "two"]);
    expect(part("one", 2001, 0, "n1")).toEqual({});
    expect(lists(teller).map(({ list }) => list)).toEqual(["one", "three"]);
    expect(inService(teller)).toEqual(everybody);
  });
});

describe("a list that lacks too many", () => {
  const held = (people: number, departments = 0) => ({
    kind: "DIRECTORY_RECONCILIATION_HELD",
    to: [admins],
    data: { organization: "north", list: "l", people, departments },
  });

  test("is held by the share of all its parts, from the number that counts on", () => {
    for (const [percent, atLeast, isHeld] of [
      [33, 1, true],
      [34, 1, false],
      [33, 2, false],
      [null, 1, false],
    ] as const) {
      const changes = { reconciliationHoldPercent: percent, reconciliationHoldAtLeast: atLeast };
      const teller = partners(changes as object);
      // Of its first page alone it lacks half.
      const of = [0, 2] as const;
      tell(teller, { of, page: 0, people: "n1" });
      const verdict = tell(teller, { of, page: 1, people: "north-admin" });
      expect(verdict).toMatchObject({ notices: [isHeld ? held(1) : left("n2")] });
      expect(inService(teller)?.length).toBe(isHeld ? 3 : 2);
    }
  });

  test("is held where it names nobody, or no department, whatever the policy", () => {
    const teller = partners();
    expect(tell(teller, { people: "" })).toEqual(accepted(held(3)));
    expect(lists(teller)).toMatchObject([{ status: "held" }]);
    const of = [1, 0] as const;
    expect(tell(teller, { list: "k", at: 2001, of, departments: "" })).toMatchObject({
      notices: [{ data: { list: "k", people: 0, departments: 2 } }],
    });
    expect(lists(teller).map(({ list }) => list)).toEqual(["k"]);
    expect(existing(teller)).toEqual(["lab", "sales"]);
  });

  test("is told to the platform too where no admin is able", () => {
    const teller = partners();
    const role = { ...who("north", "north-admin"), number: 1, role: null };
    teller.fact("admin.changed", role as never);
    const verdict = tell(teller, { people: "" });
    expect(verdict).toMatchObject({ notices: [{ to: [admins, { kind: "platform" }] }] });
    const again = teller.fact("admin.changed", { ...role, role: "main" } as never);
    expect(again).toMatchObject({ notices: [{ data: { counts: { lists: 1 } } }] });
  });

  test("is confirmed: who is missing then leaves, but for whom later facts protect", () => {
    const teller = partners();
    tell(teller, { people: "" });
    teller.hire("north", "n3");
    const role = { ...who("north", "north-admin"), number: 1, role: "main" };
    teller.fact("admin.changed", { ...role, spacePermission: true } as never, { at: 2001 });
    expect(
      teller.command("south", "reconciliation.confirm", {
        organization: "north",
        list: "l",
      } as never),
    ).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(go(teller)).toMatchObject({ passedOver: { byReason: { "already-so": 1 } } });
    const verdict = settle(teller, "confirm");
    expect(verdict.kind === "accepted" && verdict.passedOver?.first).toEqual([
      { kind: "person", id: "north-admin", reason: "protected" },
    ]);
    // Whoever was hired after the page had come is none of its people.
    expect(inService(teller)).toEqual(["n3", "north-admin"]);
    expect(settle(teller, "confirm")).toMatchObject({
      passedOver: { first: [{ kind: "list", id: "l", reason: "already-so" }] },
    });
  });

  test("is discarded, and nobody leaves by it", () => {
    const teller = partners();
    tell(teller, { people: "" });
    expect(settle(teller, "discard")).toEqual(done);
    expect(settle(teller, "confirm")).toMatchObject({ changed: false });
    expect(inService(teller)).toEqual(everybody);
    // A copy of its part is no other list.
    expect(tell(teller, { people: "" })).toMatchObject({ changed: false });
    expect(lists(teller)).toEqual([]);
  });
});

describe("a list in steps", () => {
  const step = (size: number) => ({ reconciliationStep: size }) as object;

  test("removes so many in the order of hires, and departments when none is left", () => {
    const teller = partners(step(1));
    teller.hire("north", "n3");
    const of = [1, 1] as const;
    tell(teller, { of, departments: "lab" });
    expect(tell(teller, { of, people: "n3 north-admin" })).toMatchObject({ notices: [left("n1")] });
    expect(lists(teller)).toMatchObject([{ status: "complete" }]);
    expect(north(teller)?.departments).toEqual([
      { department: "lab", parent: null, name: "lab" },
      { department: "sales", parent: null, name: "sales" },
    ]);
    expect(go(teller)).toMatchObject({ notices: [{ kind: "DEPARTMENTS_MISSING" }, left("n2")] });
    expect(lists(teller)).toEqual([]);
    expect(go(teller)).toMatchObject({
      changed: false,
      passedOver: { first: [{ kind: "list", id: "l", reason: "already-so" }] },
    });
  });

  test("judges each anew: facts that came between win", () => {
    const teller = partners(step(1));
    tell(teller, { people: "north-admin" });
    const moved = { ...who("north", "n2"), number: 1, departments: ["sales"] };
    teller.fact("person.relocated", moved as never, { at: 2001 });
    expect(go(teller)).toMatchObject({
      notices: [],
      passedOver: { first: [{ id: "n2", reason: "protected" }] },
    });
    expect(inService(teller)).toEqual(["n2", "north-admin"]);
  });

  test("ends where a newer list is complete", () => {
    const teller = partners(step(1));
    tell(teller, { people: "north-admin" });
    expect(inService(teller)).toEqual(["n2", "north-admin"]);
    tell(teller, { list: "k", at: 2001, people: "n2 north-admin" });
    expect(go(teller)).toMatchObject({ changed: false });
    expect(inService(teller)).toEqual(["n2", "north-admin"]);
  });

  test("brings back whom its lines name, as many as it may, before anybody leaves", () => {
    const teller = partners({ ...step(1), listReinstates: "inferred" } as object);
    tell(teller, { people: "north-admin" });
    go(teller);
    expect(inService(teller)).toEqual(["north-admin"]);
    const part = tell(teller, { list: "k", at: 4000, people: "n1 n2" });
    expect(passed(part)).toEqual({ "next-step": 1 });
    expect(inService(teller)).toEqual(["n1", "north-admin"]);
    go(teller, "k", 4000);
    expect(inService(teller)).toEqual(["n1", "n2", "north-admin"]);
    go(teller, "k", 4000);
    expect(inService(teller)).toEqual(["n1", "n2"]);
    expect(north(teller)?.people[1]).toMatchObject({ number: 1, departments: ["lab"] });
  });
});

describe("a department that lists lack", () => {
  const departments = (teller: Teller, said: string, at: number, list = `d${at}`) =>
    tell(teller, { list, of: [1, 0], at, departments: said });
  const dormant = (teller: Teller) =>
    north(teller)?.departments.flatMap(({ department, dormant: since }) =>
      since === undefined ? [] : [[department, since]],
    );
  const missing = (...ids: readonly string[]) => ({
    kind: "DEPARTMENTS_MISSING",
    to: [admins],
    data: { organization: "north", departments: ids, count: ids.length },
  });

  test("is dormant, and removed by a list some days later", () => {
    const teller = partners();
    expect(departments(teller, "lab", 2000)).toEqual(accepted(missing("sales")));
    expect(dormant(teller)).toEqual([["sales", 2000]]);
    expect(departments(teller, "lab", 1999 + 7 * day)).toEqual(done);
    expect(dormant(teller)).toEqual([["sales", 2000]]);
    expect(departments(teller, "lab", 2000 + 7 * day)).toEqual(done);
    expect(existing(teller)).toEqual(["lab"]);
  });

  test("is removed by the first list where no day is waited for", () => {
    const teller = partners({ departmentMissingDays: 0 } as object);
    expect(departments(teller, "lab", 2000)).toEqual(done);
    expect(existing(teller)).toEqual(["lab"]);
  });

  test("stays where somebody is in it or below, or something listed is below", () => {
    const teller = partners();
    departments(teller, "lab sales lab/one sales/two lab/three", 2000);
    expect(passed(departments(teller, "two", 2001))).toEqual({ "still-used": 1 });
    expect(dormant(teller)?.map(([id]) => id)).toEqual(["one", "sales", "three"]);
    expect(departments(teller, "lab lab/one sales sales/two lab/three", 2002)).toEqual(done);
    expect(dormant(teller)).toEqual([]);
  });

  test("is protected by later facts, and awake by a newer word, or by whoever comes in", () => {
    const teller = partners();
    const sales = { organization: "north", department: "sales" };
    const rename = (at: number) =>
      teller.fact("department.renamed", { ...sales, name: "sales" }, { at });
    rename(2500);
    const awake = [
      () => departments(teller, "lab sales", 3001),
      () => rename(3001),
      () =>
        teller.fact("department.created", { ...sales, parent: null, name: "sales" }, { at: 3001 }),
      () => teller.hire("north", "n9", ["sales"]),
      () => {
        departments(teller, "lab", 2000);
        teller.fact("department.moved", { ...sales, department: "lab", parent: "sales" });
      },
    ];
    for (const wake of awake) {
      const again = partners();
      Object.assign(teller, again);
      departments(teller, "lab", 3000);
      expect(dormant(teller)).toEqual([["sales", 3000]]);
      rename(3000);
      expect(dormant(teller)).toEqual([["sales", 3000]]);
      wake();
      expect(dormant(teller)).toEqual([]);
    }
    const protectedOne = partners();
    protectedOne.fact("department.renamed", { ...sales, name: "S" }, { at: 3000 });
    const verdict = tell(protectedOne, { of: [1, 0], at: 2000, departments: "lab" });
    expect(passed(verdict)).toEqual({ protected: 1 });
  });

  test("is removed by a fact, or by an admin's word", () => {
    const confirm = (teller: Teller, by: string, ...ids: readonly string[]) =>
      teller.command(
        by,
        "department.confirm-removal" as never,
        {
          organization: "north",
          departments: ids,
        } as never,
      );
    const teller = partners();
    departments(teller, "lab", 2000);
    expect(confirm(teller, "south", "sales")).toEqual(refused("NOT_AUTHORIZED_ADMIN"));
    expect(confirm(teller, "north", "sales", "hall")).toEqual(refused("UNKNOWN_DEPARTMENT"));
    expect(confirm(teller, "north", "lab", "sales")).toMatchObject({
      changed: true,
      passedOver: { first: [{ kind: "department", id: "lab", index: 0, reason: "already-so" }] },
    });
    expect(existing(teller)).toEqual(["lab"]);
    const other = partners();
    departments(other, "lab", 2000);
    other.fact("department.removed", { organization: "north", department: "sales" });
    expect(existing(other)).toEqual(["lab"]);
  });
});

describe("whatever is listed", () => {
  /** The parts of a list that lacks some, in pages by the length of ids, parents first. */
  const parts = (list: string, at: number): readonly Said[] => {
    const of = [2, 2] as const;
    const said = { list, of, at };
    return [
      { ...said, page: 0, departments: "lab hall" },
      { ...said, page: 1, departments: "hall/room" },
      { ...said, page: 0, people: "n1 n3" },
      { ...said, page: 1, people: "new north-admin" },
    ];
  };

  /** Everything known of north when there is nothing left to be done by a list. */
  function known(teller: Teller, said: readonly Said[], list = "l") {
    for (const each of said) tell(teller, each);
    while (lists(teller).length > 0) go(teller, list);
    // Places in the order of hires say nothing of what was listed.
    const { reference } = teller;
    const { organizations, spaces } = reference.facts();
    return JSON.stringify([organizations, spaces]);
  }

  test("the order of parts does not matter, of departments after those they lean on", () => {
    const [first, second, third, last] = parts("l", 2000) as [Said, Said, Said, Said];
    const expected = known(partners(), [first, second, third, last]);
    for (const order of [
      [third, first, last, second],
      [last, third, first, second],
      [first, last, second, third],
    ]) {
      expect(known(partners(), order)).toBe(expected);
    }
  });

  test("nor does the size of steps", () => {
    const sizes = [1, 2, 3, 500].map((reconciliationStep) => {
      const teller = partners({
        reconciliationStep,
        reconciliationHoldPercent: null,
        listReinstates: "inferred",
      } as object);
      for (const person of ["n3", "n4", "n5"]) teller.hire("north", person);
      known(teller, [{ list: "k", at: 1500, people: "north-admin" }], "k");
      return known(teller, parts("l", 4000));
    });
    expect(new Set(sizes).size).toBe(1);
  });

  test("what is listed again changes nothing and passes nothing over", () => {
    const teller = partners();
    const before = known(teller, parts("l", 2000));
    for (const part of parts("k", 2001)) expect(tell(teller, part)).toEqual(done);
    expect(known(teller, [])).toBe(before);
  });
});
