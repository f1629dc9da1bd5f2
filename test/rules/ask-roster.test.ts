// Aim: who may list the people of a Space, or of a Trunk, and what is said of each.
// Method: a small Space with a waiting list and licenses, a county with towns; admins of all sides ask.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { link, opened } from "../support/hierarchy.ts";
import { asked } from "../support/rounds.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** H hosts `s` with room for five: h1 of its own, all of C, and of B who is in `lab` and b1; b3 and b4 wait. */
function settled(changes: Partial<Policy> = {}): Play {
  const p = play({ personCap: 5, ...changes });
  p.register(["H", "B", "C"]);
  p.hire("H", "h1");
  p.createDepartments("B", [
    ["lab", null],
    ["bench", "lab"],
  ]);
  p.hire("B", "b1");
  p.hire("B", "b2", ["bench"]);
  p.hire("C", "c1");
  p.createSpace("H", "s", { people: ["h1"] });
  p.join("H", "s", "B", { departments: ["lab"], people: ["b1"] });
  p.join("H", "s", "C", { whole: true });
  p.hire("B", "b3", ["lab"]);
  p.hire("B", "b4", ["lab"]);
  return p;
}

interface Item {
  readonly organization: string;
  readonly person: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly selection: { readonly kind: string; readonly department?: string };
  readonly waiting?: true;
  readonly license?: string | null;
}

/** All pages of an answer, or why there is none. */
function all(p: Play, by: string, about: object, limit = 500): Item[] | string {
  const found: Item[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = after === undefined ? { limit } : { limit, after };
    const answer = p.ask("admin.roster", { viewer: who(by), ...about, ...page } as never);
    if (typeof answer === "string") return answer;
    const { items, next } = answer as { items: Item[]; next: string | null };
    found.push(...items);
    after = next;
  }
  return found;
}

const text = ({ organization, person, selection, waiting }: Item): string =>
  [organization, person, selection.department ?? selection.kind, waiting ? "waits" : ""]
    .join(" ")
    .trim();

/** Who is listed, in the order of the list. */
const names = (p: Play, by: string, about: object, limit?: number): string[] | string => {
  const found = all(p, by, about, limit);
  return typeof found === "string" ? found : found.map(text);
};

const sorted = (found: string[] | string) =>
  typeof found === "string" ? found : [...found].sort();

const ask01 = rule("ASK-01");

ask01.accepts("a Space admin, for everybody and for one organization", () => {
  const p = settled();
  const everybody = names(p, "H", { space: "s" });
  expect(sorted(everybody)).toEqual([
    "B b1 person",
    "B b2 lab",
    "B b3 lab waits",
    "B b4 lab waits",
    "C C-admin whole",
    "C c1 whole",
    "H h1 person",
  ]);
  expect((everybody as string[]).slice(-2)).toEqual(["B b3 lab waits", "B b4 lab waits"]);
  for (const limit of [1, 2, 3]) expect(names(p, "H", { space: "s" }, limit)).toEqual(everybody);
  expect(sorted(names(p, "H", { space: "s", organization: "C" }))).toEqual([
    "C C-admin whole",
    "C c1 whole",
  ]);
  expect(names(p, "H", { space: "s", organization: "H" })).toEqual(["H h1 person"]);
});

ask01.accepts("an admin of a Member, for its own people", () => {
  const p = settled();
  const own = ["B b1 person", "B b2 lab", "B b3 lab waits", "B b4 lab waits"];
  expect(sorted(names(p, "B", { space: "s" }))).toEqual(own);
  expect(sorted(names(p, "B", { space: "s", organization: "B" }, 1))).toEqual(own);
  expect(sorted(names(p, "C", { space: "s" }))).toEqual(["C C-admin whole", "C c1 whole"]);
});

ask01.refuses("everybody else, and about whoever takes no part", () => {
  const p = settled();
  p.register(["D", "E"]);
  p.applyTo("D", "s");
  expect(names(p, "B", { space: "s", organization: "C" })).toBe("NOT_SPACE_ADMIN");
  expect(names(p, "B", { space: "s", organization: "D" })).toBe("NOT_SPACE_ADMIN");
  const worker = { viewer: who("B", "b1"), space: "s" };
  expect(p.ask("admin.roster", worker)).toBe("NOT_SPACE_ADMIN");
  expect(p.ask("admin.roster", { ...worker, organization: "B" })).toBe("NOT_SPACE_ADMIN");
  expect(p.ask("admin.roster", { viewer: who("H", "h1"), space: "s" })).toBe("NOT_SPACE_ADMIN");
  expect(names(p, "H", { space: "s", organization: "D" })).toBe("NOT_A_MEMBER");
  expect(names(p, "H", { space: "s", organization: "nobody" })).toBe("NOT_A_MEMBER");
  expect(names(p, "D", { space: "s" })).toBe("NOT_A_MEMBER");
  expect(names(p, "E", { space: "s" })).toBe("UNKNOWN_SPACE");
  for (const after of ["i B", "i b1 B C", "i c1 C waiting", "p x"]) {
    const data = { viewer: who("B"), space: "s", after };
    expect(p.ask("admin.roster", data)).toBe("MALFORMED");
  }
});

ask01.accepts("whoever asks with the fields that reach them (VIS-09)", () => {
  const p = settled();
  const fields = { name: "N", email: "e@x", phone: "1" };
  p.fact("person.fields-changed", { ...who("C", "c1"), number: 1, fields });
  p.command("C", "fields.share", { space: "s", organization: "C", fields: { phone: "nobody" } });
  const of = (by: string) =>
    (all(p, by, { space: "s", organization: "C" }) as Item[]).find(({ person }) => person === "c1")
      ?.fields;
  expect(of("H")).toEqual({ name: "N", email: "e@x" });
  expect(of("C")).toEqual(fields);
});

ask01.accepts("Space admins with the license of each", () => {
  const p = settled();
  const licenses = (by: string) =>
    (all(p, by, { space: "s" }) as Item[])
      .map(({ person, license }) => `${person} ${license}`)
      .sort();
  expect(licenses("B")).toEqual(["b1 undefined", "b2 undefined", "b3 undefined", "b4 undefined"]);
  p.fact("license.purchased", { organization: "H", purchased: 2 });
  p.command("H", "license.grant", {
    unit: { kind: "host", organization: "H" },
    people: [who("H", "h1")],
  });
  expect(licenses("H")).toContain("h1 held");
  expect(licenses("H")).toContain("b1 undefined");
  const unit = { kind: "space", space: "s" } as const;
  p.command("H", "license.link", { unit });
  p.command("H", "license.grant", { unit, people: [who("B", "b1")] });
  expect(licenses("H")).toEqual([
    "C-admin null",
    "b1 held",
    "b2 null",
    "b3 null",
    "b4 null",
    "c1 null",
    "h1 held",
  ]);
  expect(licenses("B")).toContain("b1 undefined");
});

/** County K above towns T and U; village V below T. */
function county(): Play {
  const p = opened(["K", "T", "U", "V"]);
  p.hire("T", "t1");
  link(p, "K", "T", { scope: { people: ["t1"] } });
  link(p, "K", "U", WHOLE);
  link(p, "T", "V", WHOLE);
  return p;
}

ask01.accepts("a Trunk's admin for whoever is present for it, a Branch's for its own", () => {
  const p = county();
  const everybody = ["T t1 person", "U U-admin whole", "V V-admin whole"];
  expect(sorted(names(p, "K", { trunk: "K" }))).toEqual(everybody);
  expect(sorted(names(p, "K", { trunk: "K" }, 1))).toEqual(everybody);
  expect(names(p, "K", { trunk: "K", organization: "V" })).toEqual(["V V-admin whole"]);
  expect(names(p, "T", { trunk: "K" })).toEqual(["T t1 person"]);
  expect(names(p, "V", { trunk: "K", organization: "V" })).toEqual(["V V-admin whole"]);
  p.fact("license.purchased", { organization: "K", purchased: 2 });
  const unit = { kind: "hierarchy", organization: "K" } as const;
  p.command("K", "license.grant", { unit, people: [who("V")] });
  const licenses = (all(p, "K", { trunk: "K" }) as Item[]).map(({ license }) => license);
  expect([...licenses].sort()).toEqual([null, null, "held"].sort());
});

ask01.refuses("others at a Trunk, and organizations that it does not reach", () => {
  const p = county();
  expect(names(p, "T", { trunk: "K", organization: "V" })).toBe("NOT_TRUNK_ADMIN");
  expect(p.ask("admin.roster", { viewer: who("T", "t1"), trunk: "K" })).toBe("NOT_TRUNK_ADMIN");
  expect(names(p, "K", { trunk: "K", organization: "K" })).toBe("NOT_LINKED");
  p.register(["X", "Y"]);
  p.command("X", "application.submit", { application: "x", invitation: "t-K" });
  expect(names(p, "X", { trunk: "K" })).toBe("NOT_LINKED");
  expect(names(p, "Y", { trunk: "K" })).toBe("UNKNOWN_TRUNK");
});

ask01.accepts("as many people with as many loads", () => {
  const loads = (people: number): number[] => {
    const p = county();
    p.createSpace("K", "s", WHOLE.scope);
    p.join("K", "s", "T", WHOLE.scope, "T-s");
    p.command("T", "scope.set", { trunk: "K", organization: "T", ...WHOLE });
    for (let i = 0; i < people; i += 1) p.hire("T", `p${i}`);
    return [
      asked(p, "admin.roster", { viewer: who("K"), space: "s", limit: 500 }),
      asked(p, "admin.roster", { viewer: who("K"), trunk: "K", limit: 500 }),
    ];
  };
  const few = loads(3);
  expect(loads(90)).toEqual(few);
  for (const each of few) expect(each).toBeLessThanOrEqual(8);
});

ask01.shows("since when each is there without interruption, or waits", () => {
  const p = play({ personCap: 4 });
  p.register(["H", "B"]);
  p.createSpace("H", "s", { people: ["H-admin"] });
  p.invite("H", "s");
  p.command("B", "application.submit", {
    application: "b",
    invitation: "i-s",
    scope: { whole: true },
  });
  p.command(
    "H",
    "application.approve",
    { space: "s", organization: "B", application: "b" },
    { at: 2000 },
  );
  const hire = (person: string, at: number) =>
    p.fact(
      "person.hired",
      { organization: "B", person, number: 1, departments: [], fields: { name: person } },
      { at },
    );
  for (const [person, at] of [
    ["b1", 3000],
    ["b2", 4000],
    ["b3", 5000],
  ] as const)
    hire(person, at);
  const since = (): unknown[] =>
    (all(p, "H", { space: "s" }) as (Item & { readonly since?: number })[])
      .map(({ person, since: at }) => `${person} ${at}`)
      .sort();
  expect(since()).toEqual(["B-admin 2000", "H-admin 1000", "b1 3000", "b2 4000", "b3 5000"]);
  // A place is free: whoever waited is there since then. Whoever leaves and comes back is there anew.
  p.fact("person.resigned", { organization: "B", person: "b1", number: 1 }, { at: 6000 });
  expect(since()).toEqual(["B-admin 2000", "H-admin 1000", "b2 4000", "b3 6000"]);
  p.command("B", "scope.take-out", { space: "s", organization: "B", people: ["b2"] }, { at: 7000 });
  p.command("B", "scope.put-in", { space: "s", organization: "B", people: ["b2"] }, { at: 8000 });
  expect(since()).toEqual(["B-admin 2000", "H-admin 1000", "b2 8000", "b3 6000"]);
  // A new id is no interruption.
  p.fact("person.renamed", { organization: "B", person: "b3", to: "bee" }, { at: 9000 });
  expect(since()).toEqual(["B-admin 2000", "H-admin 1000", "b2 8000", "bee 6000"]);
});

ask01.shows("since when each is present for a Trunk", () => {
  const p = opened(["K", "T"]);
  link(p, "K", "T", WHOLE);
  p.fact(
    "person.hired",
    { organization: "T", person: "t1", number: 1, departments: [], fields: { name: "T1" } },
    { at: 3000 },
  );
  const found = all(p, "K", { trunk: "K" }) as (Item & { readonly since?: number })[];
  expect(found.map(({ person, since }) => `${person} ${since}`).sort()).toEqual([
    "T-admin 1000",
    "t1 3000",
  ]);
});
