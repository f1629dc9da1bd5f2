// Aim: every bound lies where it is said to lie. Method: one below it, at it, and one above it.
import { describe, expect, test } from "vitest";
import { parseCommand, parseFact, parsePolicy, parseQuery } from "../../src/schema/index.ts";
import { command, fact, query } from "./samples.ts";

type Data = { readonly [name: string]: unknown };

/** The one problem of a value as `path word`, or `ok`. */
const verdict = (result: ReturnType<typeof parseQuery>): string =>
  result.ok
    ? "ok"
    : result.problems.map(({ path, problem }) => `${path.join(".")} ${problem}`).join(", ");

const ofCommand = (type: string, data: Data): string =>
  verdict(parseCommand(command(type, data)) as ReturnType<typeof parseQuery>);
const ofFact = (type: string, data: Data): string =>
  verdict(parseFact(fact(type, data)) as ReturnType<typeof parseQuery>);

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `id${i}`);
const created = (data: Data): string =>
  ofCommand("space.create", { space: "s1", name: "N", ...data });
const hired = (data: Data): string =>
  ofFact("person.hired", {
    organization: "o1",
    person: "p1",
    number: 1,
    departments: [],
    fields: { name: "N" },
    ...data,
  });
const reconciled = (part: Data): string => {
  const { kind, pages } = part as { readonly kind?: string; readonly pages?: number };
  const isKind = kind === "departments" || kind === "people";
  const of = { departments: 0, people: 0, ...(isKind ? { [kind]: pages } : {}) };
  return ofFact("directory.reconciled", { organization: "o1", list: "l1", of, part });
};

const changed = (changes: unknown): string =>
  ofFact("directory.changed", { organization: "o1", changes });

describe("many changes", () => {
  const gone = { type: "department.removed", data: { department: "d1" } };

  test("they are 1 to 500", () => {
    expect(changed([])).toBe("data.changes too-few");
    expect(changed([gone])).toBe("ok");
    expect(changed(Array(500).fill(gone))).toBe("ok");
    expect(changed(Array(501).fill(gone))).toBe("data.changes too-many");
  });

  test("each is a fact about departments, people or admins, without its organization", () => {
    for (const type of ["organization.ended", "directory.reconciled", "directory.changed", "x"]) {
      expect(changed([gone, { type, data: {} }])).toBe("data.changes.1.type not-a-choice");
    }
    const own = { organization: "o1", department: "d1" };
    expect(changed([{ ...gone, data: own }])).toBe(
      "data.changes.0.data.organization unknown-field",
    );
    expect(changed([{ ...gone, data: {} }])).toBe("data.changes.0.data.department missing");
    expect(changed([{ ...gone, at: 5 }])).toBe("data.changes.0.at unknown-field");
  });
});

describe("texts", () => {
  test("an id has 1 to 128 code units", () => {
    expect(created({ space: "" })).toBe("data.space empty");
    expect(created({ space: "a" })).toBe("ok");
    expect(created({ space: "a".repeat(128) })).toBe("ok");
    expect(created({ space: "a".repeat(129) })).toBe("data.space too-long");
    expect(created({ space: "😀".repeat(64) })).toBe("ok");
    expect(created({ space: `${"😀".repeat(64)}a` })).toBe("data.space too-long");
  });

  test("a name has 1 to 200 code units", () => {
    expect(created({ name: "" })).toBe("data.name empty");
    expect(created({ name: "ü".repeat(200) })).toBe("ok");
    expect(created({ name: "ü".repeat(201) })).toBe("data.name too-long");
  });

  test("a reason and a level have at most 500, a title 320, a search 100, a cursor 1 to 1000", () => {
    const rejected = (reason: string): string =>
      ofCommand("application.reject", {
        space: "s1",
        organization: "o1",
        application: "a1",
        reason,
      });
    expect(rejected("")).toBe("ok");
    expect(rejected("x".repeat(500))).toBe("ok");
    expect(rejected("x".repeat(501))).toBe("data.reason too-long");
    expect(hired({ fields: { name: "N", title: "x".repeat(320) } })).toBe("ok");
    expect(hired({ fields: { name: "N", title: "x".repeat(321) } })).toBe(
      "data.fields.title too-long",
    );
    const contacts = (more: Data): string =>
      verdict(
        parseQuery(
          query("space.contacts", {
            viewer: { organization: "o1", person: "p1" },
            space: "s1",
            ...more,
          }),
        ),
      );
    expect(contacts({ search: "x".repeat(100) })).toBe("ok");
    expect(contacts({ search: "x".repeat(101) })).toBe("data.search too-long");
    expect(contacts({ after: "" })).toBe("data.after empty");
    expect(contacts({ after: "x".repeat(1000) })).toBe("ok");
    expect(contacts({ after: "x".repeat(1001) })).toBe("data.after too-long");
    expect(contacts({ limit: 0 })).toBe("data.limit out-of-range");
    expect(contacts({ limit: 1 })).toBe("ok");
    expect(contacts({ limit: 500 })).toBe("ok");
    expect(contacts({ limit: 501 })).toBe("data.limit out-of-range");
  });
});

describe("numbers", () => {
  const at = (value: unknown): string =>
    verdict(
      parseCommand({ ...command("space.dissolve", { space: "s1" }), at: value }) as ReturnType<
        typeof parseQuery
      >,
    );
  const cap = (value: unknown): string =>
    ofCommand("person-cap.expand", { space: "s1", cap: value });

  test("a time is an integer from 0 to the end of the year 9999", () => {
    expect(at(-1)).toBe("at out-of-range");
    expect(at(0)).toBe("ok");
    expect(at(253_402_300_799_999)).toBe("ok");
    expect(at(253_402_300_800_000)).toBe("at out-of-range");
    expect(at(0.5)).toBe("at not-an-integer");
    expect(at("5")).toBe("at not-an-integer");
    expect(at(null)).toBe("at not-an-integer");
  });

  test("a count is a safe integer from 0", () => {
    expect(cap(-1)).toBe("data.cap out-of-range");
    expect(cap(0)).toBe("ok");
    expect(cap(Number.MAX_SAFE_INTEGER)).toBe("ok");
    expect(cap(Number.MAX_SAFE_INTEGER + 1)).toBe("data.cap out-of-range");
    expect(cap(1e308)).toBe("data.cap out-of-range");
    expect(cap("800")).toBe("data.cap not-an-integer");
  });

  test("minus zero becomes zero", () => {
    const result = parseCommand(JSON.parse(JSON.stringify(command("x", 0)).replace("5", "-0")));
    expect(result.ok).toBe(false);
    const parsed = parseCommand(command("person-cap.expand", { space: "s1", cap: -0 }));
    expect(parsed.ok && Object.is((parsed.value.data as { cap: number }).cap, 0)).toBe(true);
  });

  test("policies have limits to a million and percentages to a hundred", () => {
    const of = (changes: Data): string =>
      verdict(parsePolicy(changes) as unknown as ReturnType<typeof parseQuery>);
    expect(of({ personCap: 0 })).toBe("ok");
    expect(of({ personCap: 1_000_000 })).toBe("ok");
    expect(of({ personCap: 1_000_001 })).toBe("personCap out-of-range");
    expect(of({ reconciliationHoldPercent: 100 })).toBe("ok");
    expect(of({ reconciliationHoldPercent: 101 })).toBe("reconciliationHoldPercent out-of-range");
  });
});

describe("lists", () => {
  test("a scope has 5000 entries in each of its lists, all different", () => {
    for (const name of ["departments", "people"]) {
      for (const [wrap, path] of [
        [(list: readonly string[]) => ({ scope: { [name]: list } }), `data.scope.${name}`],
        [
          (list: readonly string[]) => ({ scope: { exclude: { [name]: list } } }),
          `data.scope.exclude.${name}`,
        ],
      ] as const) {
        expect(created(wrap(ids(5000)))).toBe("ok");
        expect(created(wrap(ids(5001)))).toBe(`${path} too-many`);
        expect(created(wrap(["a", "b", "a"]))).toBe(`${path}.2 duplicate`);
      }
    }
    for (const type of ["scope.take-out", "scope.put-in"]) {
      const base = { space: "s1", organization: "o1" };
      expect(ofCommand(type, { ...base, people: ids(5000) })).toBe("ok");
      expect(ofCommand(type, { ...base, people: ids(5001) })).toBe("data.people too-many");
      expect(ofCommand(type, { ...base, departments: ["a", "a"] })).toBe(
        "data.departments.1 duplicate",
      );
    }
  });

  test("a batch has 500 invitations, and may name an organization twice", () => {
    const batch = (count: number): string =>
      ofCommand("invitation.batch", {
        space: "s1",
        invitations: ids(count).map((invitation) => ({ invitation, organization: "o1" })),
      });
    expect(batch(0)).toBe("ok");
    expect(batch(500)).toBe("ok");
    expect(batch(501)).toBe("data.invitations too-many");
  });

  test("a person has 64 departments, all different", () => {
    expect(hired({ departments: ids(64) })).toBe("ok");
    expect(hired({ departments: ids(65) })).toBe("data.departments too-many");
    expect(hired({ departments: ["d", "d"] })).toBe("data.departments.1 duplicate");
  });

  test("a partner has 20 types of 64 code units, all different", () => {
    const partner = (types: readonly string[]): string =>
      ofCommand("partner.set", { space: "s1", organization: "o1", types, level: null });
    expect(partner(ids(20))).toBe("ok");
    expect(partner(ids(21))).toBe("data.types too-many");
    expect(partner(["x".repeat(64)])).toBe("ok");
    expect(partner(["x".repeat(65)])).toBe("data.types.0 too-long");
    expect(partner(["two words"])).toBe("data.types.0 forbidden-character");
    expect(partner(["a", "b", "b"])).toBe("data.types.2 duplicate");
  });

  test("listed organizations are all different", () => {
    const listed = (organizations: readonly string[]): string =>
      ofCommand("visibility.set", {
        space: "s1",
        organization: "o1",
        visibility: { kind: "listed", organizations },
      });
    expect(listed([])).toBe("ok");
    expect(listed(ids(5000))).toBe("ok");
    expect(listed(ids(5001))).toBe("data.visibility.organizations too-many");
    expect(listed(["a", "a"])).toBe("data.visibility.organizations.1 duplicate");
  });

  test("a part of a full list has 2000 departments, or people", () => {
    const departments = (names: readonly string[]): string =>
      reconciled({
        kind: "departments",
        page: 0,
        pages: 1,
        departments: names.map((department) => ({ department, parent: null, name: "N" })),
      });
    expect(departments(ids(2000))).toBe("ok");
    expect(departments(ids(2001))).toBe("data.part.departments too-many");
    expect(departments(["a", "b", "a"])).toBe("data.part.departments.2 duplicate");

    const people = (names: readonly string[], each: readonly string[] = []): string =>
      reconciled({
        kind: "people",
        page: 0,
        pages: 1,
        people: names.map((person) => ({
          person,
          number: 1,
          departments: each,
          fields: { name: "N" },
        })),
      });
    expect(people(ids(2000), ids(64))).toBe("ok");
    expect(people(ids(2001))).toBe("data.part.people too-many");
    expect(people(["a", "a"])).toBe("data.part.people.1 duplicate");
  });

  test("a list has a power of two of pages of people, 1024 at most, or none", () => {
    const page = (number: unknown, pages: unknown): string =>
      reconciled({ kind: "people", page: number, pages, people: [] });
    for (let pages = 1; pages <= 1024; pages *= 2) expect(page(pages - 1, pages)).toBe("ok");
    for (const pages of [2048, 3, 0]) {
      expect(page(0, pages)).toContain("data.part.pages not-a-choice");
    }
    expect(page(4, 4)).toBe("data.part.page out-of-range");
    expect(page(-1, 4)).toBe("data.part.page out-of-range");
  });

  test("a list has at most 64 parts of departments", () => {
    const page = (number: unknown, pages: unknown): string =>
      reconciled({ kind: "departments", page: number, pages, departments: [] });
    expect(page(63, 64)).toBe("ok");
    expect(page(0, 65)).toContain("data.part.pages out-of-range");
    expect(page(0, 0)).toBe("data.part.pages out-of-range");
    expect(page(1, 1)).toBe("data.part.page out-of-range");
  });

  test("a part is one of those that its list has", () => {
    const of = { departments: 1, people: 2 };
    const part = { kind: "people", page: 0, pages: 4, people: [] };
    const data = { organization: "o1", list: "l1", of, part };
    expect(ofFact("directory.reconciled", data)).toBe("data.part out-of-range");
    expect(ofFact("directory.reconciled", { ...data, of: { ...of, people: 4 } })).toBe("ok");
  });

  test("a page comes whole, or in at most 64 pieces", () => {
    const piece = (more: Data): string =>
      reconciled({ kind: "people", page: 0, pages: 1, people: [], ...more });
    expect(piece({ piece: 63, pieces: 64 })).toBe("ok");
    expect(piece({ piece: 0, pieces: 65 })).toBe("data.part.pieces out-of-range");
    expect(piece({ piece: 1, pieces: 1 })).toBe("data.part.piece out-of-range");
    expect(piece({ pieces: 2 })).toBe("ok");
  });
});

describe("unions", () => {
  const by = (value: unknown): string =>
    verdict(
      parseCommand({ ...command("space.dissolve", { space: "s1" }), by: value }) as ReturnType<
        typeof parseQuery
      >,
    );
  const from = (value: unknown): string =>
    verdict(
      parseFact({
        ...fact("organization.ended", { organization: "o1" }),
        from: value,
      }) as ReturnType<typeof parseQuery>,
    );

  test("an actor is told by its fields", () => {
    expect(by({ organization: "o1", person: "p1" })).toBe("ok");
    expect(by({ support: "s1" })).toBe("ok");
    expect(by({})).toBe("by.organization missing, by.person missing");
    expect(by({ organization: "o1" })).toBe("by.person missing");
    expect(by({ support: 5 })).toBe("by.support not-a-string");
    expect(by({ support: "s1", person: "p1" })).toContain("by.support unknown-field");
    expect(by({ organization: "o1", person: "p1", role: "main" })).toBe("by.role unknown-field");
    expect(by("o1")).toBe("by not-an-object");
    expect(by([])).toBe("by not-an-object");
  });

  test("a source is told by its fields", () => {
    expect(from({ organization: "o1" })).toBe("ok");
    expect(from({ platform: true })).toBe("ok");
    expect(from({ platform: false })).toBe("from.platform not-a-choice");
    expect(from({})).toBe("from.organization missing");
    expect(from({ support: "s1" })).toBe("from.organization missing, from.support unknown-field");
  });

  test("a visibility and a part of a list are told by their kind", () => {
    const seen = (visibility: unknown): string =>
      ofCommand("visibility.set", { space: "s1", organization: "o1", visibility });
    expect(seen({ kind: "own" })).toBe("ok");
    expect(seen({ kind: "all" })).toBe("ok");
    expect(seen({ kind: "none" })).toBe("data.visibility.kind not-a-choice");
    expect(seen({ kind: ["own"] })).toBe("data.visibility.kind not-a-choice");
    expect(seen({})).toBe("data.visibility.kind missing");
    expect(seen({ kind: "listed" })).toBe("data.visibility.organizations missing");
    expect(seen({ kind: "own", organizations: [] })).toBe(
      "data.visibility.organizations unknown-field",
    );
    expect(reconciled({ kind: "__proto__" })).toContain("data.part.kind not-a-choice");
  });
});
