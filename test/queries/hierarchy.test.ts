// Aim: what Hierarchy admins are told of what is above and below their organization.
// Method: county, towns and villages, some of them narrow, asked from each side and page by page.
import { expect, test } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import { applyTo, link, open, opened } from "../support/hierarchy.ts";

const admin = (organization: string) => ({
  viewer: { organization, person: `${organization}-admin` },
});

function county(): Play {
  const p = opened(["K", "T", "U", "V", "W"]);
  for (const town of ["T", "U"]) link(p, "K", town, { alias: `town ${town}` });
  link(p, "T", "V", { scope: { whole: true }, shared: ["hr"] });
  link(p, "U", "V", { reach: "trunk" });
  link(p, "U", "W", { reach: "trunk" });
  return p;
}

const names = (answer: unknown): string[] =>
  (answer as { items: { organization: string; level?: number; line?: string[] }[] }).items.map(
    ({ organization, level, line }) =>
      [organization, level, line?.join(">")].filter((each) => each !== undefined).join(" "),
  );

test("Trunks and Branches of one's own, with what the Link carries", () => {
  const p = county();
  expect(p.ask("hierarchy.trunks", admin("V"))).toMatchObject({
    items: [
      {
        trunk: "T",
        organization: "V",
        name: "The T",
        reach: "all-above",
        shared: ["hr"],
        whole: true,
        present: 1,
      },
      { trunk: "U", reach: "trunk", present: 0, released: false },
    ],
  });
  const first = p.ask("hierarchy.branches", { ...admin("K"), limit: 1 }) as { next: string };
  expect(names(first)).toEqual(["T"]);
  expect(p.ask("hierarchy.branches", { ...admin("K"), after: first.next })).toMatchObject({
    items: [{ organization: "U", alias: "town U", mount: null, labels: [] }],
    next: null,
  });
  expect(p.ask("hierarchy.branches", { ...admin("K"), after: "i V" })).toBe("MALFORMED");
});

test("who reaches one's own organization, and whom it reaches, by level or under one Branch", () => {
  const p = county();
  expect(names(p.ask("hierarchy.above", admin("V")))).toEqual(["T 1", "U 1", "K 2"]);
  expect(names(p.ask("hierarchy.above", admin("W")))).toEqual(["U 1"]);
  expect(names(p.ask("hierarchy.below", admin("K")))).toEqual(["T 1 T", "U 1 U", "V 2 T>V"]);
  expect(names(p.ask("hierarchy.below", { ...admin("K"), level: 2 }))).toEqual(["V 2 T>V"]);
  expect(names(p.ask("hierarchy.below", { ...admin("K"), branch: "U" }))).toEqual(["U 1 U"]);
  expect(names(p.ask("hierarchy.below", admin("U")))).toEqual(["V 1 V", "W 1 W"]);
});

test("the room left for Branches, Trunks and levels", () => {
  const p = county();
  expect(p.ask("hierarchy.room", admin("T"))).toEqual({
    open: true,
    branches: null,
    trunks: { used: 1, limit: 5, left: 4 },
    levels: 8,
  });
  open(p, ["T"], 3);
  expect(p.ask("hierarchy.room", admin("T"))).toMatchObject({
    branches: { used: 1, limit: 3, left: 2 },
  });
});

test("for Hierarchy admins alone", () => {
  const p = county();
  p.hire("K", "eve");
  const viewer = { organization: "K", person: "eve" };
  for (const type of ["trunks", "branches", "above", "below", "room"] as const) {
    expect(p.ask(`hierarchy.${type}`, { viewer })).toBe("NOT_AUTHORIZED_ADMIN");
  }
});

test("pending applications and invitations of a Trunk, for its admins alone", () => {
  const p = county();
  p.register(["X"]);
  applyTo(p, "T", "X", { reach: "trunk", shared: ["hr"] });
  const asked = { ...admin("T"), trunk: "T" };
  expect(p.ask("admin.applications", asked)).toEqual({
    items: [
      {
        ...{ application: "X-T", organization: "X", name: "The X", at: 1000, whole: false },
        ...{ reach: "trunk", shared: ["hr"], replaces: null },
      },
    ],
    next: null,
  });
  expect(p.ask("admin.invitations", asked)).toMatchObject({
    items: [{ invitation: "t-T", uses: 2, revoked: false }],
  });
  for (const type of ["admin.applications", "admin.invitations"] as const) {
    expect(p.ask(type, { ...admin("V"), trunk: "T" })).toBe("NOT_TRUNK_ADMIN");
    expect(p.ask(type, { ...admin("W"), trunk: "T" })).toBe("UNKNOWN_TRUNK");
  }
});

test("one's own scope on a Link, for the Branch's admins alone", () => {
  const p = county();
  p.createDepartments("U", [["desk", null]]);
  const of = { trunk: "K", organization: "U" };
  p.command("U", "scope.set", { ...of, scope: { departments: ["desk"] } });
  expect(p.ask("admin.scope", { ...admin("U"), trunk: "K" })).toMatchObject({
    whole: false,
    departments: ["desk"],
    people: [],
  });
  p.hire("U", "eve");
  const eve = { organization: "U", person: "eve" };
  expect(p.ask("admin.scope", { viewer: eve, trunk: "K" })).toBe("NOT_AUTHORIZED_ADMIN");
  // The county's own admins have no scope of theirs there.
  expect(p.ask("admin.scope", { ...admin("K"), trunk: "K" })).toBe("NOT_LINKED");
  expect(p.ask("admin.scope", { ...admin("W"), trunk: "K" })).toBe("UNKNOWN_TRUNK");
});

/** Everybody of a book whom a viewer sees, asked for in pages of a size. */
function book(p: Play, organization: string, limit: number, more: object = {}, trunk = "K") {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = after === undefined ? { limit } : { limit, after };
    const answer = p.ask("hierarchy.contacts", { ...admin(organization), trunk, ...page, ...more });
    if (typeof answer === "string") return answer;
    const { items, next } = answer as {
      items: { organization: string; person: string }[];
      next: string | null;
    };
    seen.push(...items.map((each) => `${each.organization} ${each.person}`));
    after = next ?? undefined;
  } while (after !== undefined);
  return seen;
}

/** The county, with everybody of T, U and V on the Links, V on both of its. */
function peopled(): Play {
  const p = opened(["K", "T", "U", "V"]);
  p.hire("K", "ann");
  for (const each of ["T", "U", "V"]) p.hire(each, `${each}-1`);
  const scope = { whole: true };
  for (const town of ["T", "U"]) link(p, "K", town, { scope });
  for (const town of ["T", "U"]) link(p, town, "V", { scope });
  return p;
}

test("the book, page by page: the Trunk's own people, then whom it reaches, each once", () => {
  const p = peopled();
  const all = book(p, "K", 100) as string[];
  expect(all.slice(0, 2).sort()).toEqual(["K K-admin", "K ann"]);
  expect([...all].sort()).toEqual(
    [
      "K K-admin",
      "K ann",
      ...["T", "U", "V"].flatMap((each) => [`${each} ${each}-1`, `${each} ${each}-admin`]),
    ].sort(),
  );
  for (const limit of [1, 2, 3]) expect(book(p, "K", limit)).toEqual(all);
  expect(book(p, "K", 2, { search: "-1" })).toEqual(all.filter((each) => each.endsWith("-1")));
  // On neither Link any more: gone from the book.
  for (const trunk of ["T", "U"]) {
    p.command("V", "scope.take-out", { trunk, organization: "V", people: ["V-1"] });
  }
  expect(book(p, "K", 1)).toEqual(all.filter((each) => each !== "V V-1"));
});

test("the book of a Branch's people is their own until the Trunk opens more of it", () => {
  const p = peopled();
  expect((book(p, "T", 1) as string[]).sort()).toEqual(["T T-1", "T T-admin"]);
  expect((book(p, "V", 1) as string[]).sort()).toEqual(["V V-1", "V V-admin"]);
  const none = { organizations: [], departments: [] };
  const open = { hidden: false, hiddenExcept: none, ownOnly: false, ownOnlyExcept: none };
  p.command("K", "link.see", { trunk: "K", organization: "T", ...open });
  const seen = book(p, "T", 1) as string[];
  expect([...new Set(seen.map((each) => each[0]))]).toEqual(["T", "K", "U"]);
  p.command("K", "link.see", { trunk: "K", organization: "U", ...open, hidden: true });
  expect((book(p, "T", 2) as string[]).some((each) => each.startsWith("U"))).toBe(false);
  p.hire("T", "off");
  p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
  const viewer = { organization: "T", person: "off" };
  expect(p.ask("hierarchy.contacts", { viewer, trunk: "K" })).toBe("NOT_ON_LINK");
  expect(p.ask("hierarchy.contacts", { ...admin("K"), trunk: "K", after: "i V V 0 7" })).toBe(
    "MALFORMED",
  );
});

test("pairs of Branches of which only one sees the other, page by page", () => {
  const p = opened(["K", "T", "U", "V", "W"]);
  for (const each of ["T", "U", "V"]) link(p, "K", each, { scope: { whole: true } });
  const pairs = (limit: number) => {
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = after === undefined ? { limit } : { limit, after };
      const answer = p.ask("hierarchy.one-way", { ...admin("K"), ...page });
      const { items, next } = answer as {
        items: { sees: string; unseen: string }[];
        next: string | null;
      };
      found.push(...items.map(({ sees, unseen }) => `${sees}>${unseen}`));
      after = next ?? undefined;
    } while (after !== undefined);
    return found;
  };
  expect(pairs(10)).toEqual([]);
  const none = { organizations: [], departments: [] };
  const open = { hidden: false, hiddenExcept: none, ownOnly: false, ownOnlyExcept: none };
  p.command("K", "link.see", { trunk: "K", organization: "U", ...open });
  for (const limit of [1, 10]) expect(pairs(limit)).toEqual(["U>T", "U>V"]);
  p.command("K", "link.see", { trunk: "K", organization: "V", ...open });
  for (const limit of [1, 10]) expect(pairs(limit)).toEqual(["U>T", "V>T"]);
  expect(p.ask("hierarchy.one-way", { ...admin("K"), after: "i T W" })).toBe("MALFORMED");
});
