// Aim: questions about apps, beyond what the rules' own tests ask: pages, cursors, cold readers.
// Method: a Space with more apps than a page has, lists of more people than a bucket, nothing loaded.
import { describe, expect, test } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
import { authorize, identity, market, permit, submit, use, type Who } from "../support/apps.ts";
import { answer, cold, items, outcome, page, pages, viewer } from "./asking.ts";

const s1: Who = ["S", "s1"];
const names = (list: readonly Record<string, unknown>[]) => list.map(({ app }) => app);

/** Publishes so many apps, every third for S, the others for D. */
function offered(count: number): Play {
  const p = market();
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  for (let i = 0; i < count; i += 1) {
    p.command("H", "app.create", { app: `a${i}`, name: `App ${i}` });
    const authorized = { organizations: [i % 3 === 0 ? "S" : "D"] };
    p.command("H", "app.publish", { space: "s", app: `a${i}`, authorized });
  }
  return p;
}

describe("the app center", () => {
  const mine = Array.from({ length: 67 }, (_, i) => `a${i * 3}`);

  test("pages join to all that is for the viewer, whatever their size and the lists' length", () => {
    const p = offered(200);
    const data = { viewer: viewer(s1), space: "s" };
    for (const limit of [1, 7, 67, 68, 500]) {
      expect(names(items(p, "app.center", data, limit))).toEqual(mine);
      for (const each of pages(p, "app.center", data, limit)) {
        expect(each.items.length).toBeLessThanOrEqual(limit);
      }
    }
    const all = { viewer: viewer(["H", "h1"]), space: "s" };
    expect(items(p, "app.center", all, 100)).toHaveLength(200);
  });

  test("names as a cursor what was shown, or a place, and takes no other app for one", () => {
    const p = offered(200);
    const data = { viewer: viewer(s1), space: "s" };
    const { next } = page(p, "app.center", { ...data, limit: 2 });
    expect(next).toBe("i a3");
    for (const after of ["i a1", "i none", "i crm", "i __proto__", "x"]) {
      expect(answer(p, "app.center", { ...data, after })).toBe("MALFORMED");
    }
    // Nothing is shown twice or left out when an app shown before is withdrawn in between.
    p.command("H", "app.withdraw", { space: "s", app: "a0" });
    expect(names(items(p, "app.center", data, 50))).toEqual(mine.slice(1));
    expect(names([...page(p, "app.center", { ...data, after: "i a3" }).items]).at(0)).toBe("a6");
  });

  test("an app published again comes last", () => {
    const p = offered(4);
    p.command("H", "app.withdraw", { space: "s", app: "a0" });
    p.command("H", "app.publish", { space: "s", app: "a0" });
    const all = { viewer: viewer(["H", "h1"]), space: "s" };
    expect(names(items(p, "app.center", all))).toEqual(["a1", "a2", "a3", "a0"]);
    p.command("H", "app.withdraw", { space: "s", app: "a0" });
    for (const app of ["a1", "a2", "a3"]) p.command("H", "app.withdraw", { space: "s", app });
    expect(items(p, "app.center", all)).toEqual([]);
  });

  test("answers a cold reader after eight rounds at most", () => {
    const p = offered(140);
    authorizeMany(p, "a0", 60);
    for (const who of [s1, ["H", "h1"]] as const) {
      const data = { viewer: viewer(who), space: "s", limit: 500 };
      const { answer: told, rounds } = cold(p.world(), "app.center", data);
      expect(told).toMatchObject({ kind: "answer" });
      expect({ ...told, reads: [] }).toEqual({
        ...outcome(p.world(), "app.center", data),
        reads: [],
      });
      expect(rounds).toBeLessThanOrEqual(8);
    }
  });
});

/** Hires so many people in S and puts all of them on an app's list, by name. */
function authorizeMany(p: Play, app: string, count: number): Who[] {
  const people: Who[] = [];
  for (let i = 0; i < count; i += 1) {
    p.hire("S", `p${i}`);
    people.push(["S", `p${i}`]);
  }
  p.command("H", "app.authorize", {
    space: "s",
    app,
    authorized: {
      people: people.map(identity),
      departments: [{ organization: "S", department: "plant" }],
    },
  });
  return people;
}

describe("lists of many", () => {
  const named = (p: Play): string[] => {
    const settings = answer(p, "app.settings", { viewer: viewer("H"), space: "s", app: "crm" });
    const { authorized } = settings as { authorized: { people: { person: string }[] } };
    return authorized.people.map(({ person }) => person).sort();
  };

  test("are replaced as a whole, and left one by one", () => {
    const p = market();
    const people = authorizeMany(p, "crm", 120);
    expect(named(p)).toHaveLength(120);
    expect(use(p, ["S", "p7"])).toBe("LICENSE_REQUIRED");
    expect(use(p, ["S", "s2"])).toBe("APP_NOT_AUTHORIZED");
    permit(p, [{ rows: "own", for: { people: people.slice(0, 100).map(identity) } }]);
    p.resign("S", "p7");
    expect(named(p)).toHaveLength(119);
    authorize(p, { people: people.slice(10, 20).map(identity) });
    expect(named(p)).toEqual(
      people
        .slice(10, 20)
        .map(([, person]) => person)
        .sort(),
    );
    authorize(p, null);
    permit(p, []);
    const ties = p.records("bound").flatMap(([, { near }]) => near);
    expect(ties.filter(([kind]) => kind === "lists")).toEqual([]);
    const left = p.records("listed").filter(([, record]) => record !== null);
    expect(left).toEqual([]);
  });

  test("are shown to the Host's admins alone, of the Host's apps alone", () => {
    const p = market();
    p.command("S", "app.create", { app: "own", name: "Own" });
    const ask = (by: string | Who, app = "crm") =>
      answer(p, "app.settings", { viewer: viewer(by), space: "s", app });
    expect(ask("S")).toBe("NOT_SPACE_ADMIN");
    expect(ask(["H", "h1"])).toBe("NOT_SPACE_ADMIN");
    expect(ask("H", "own")).toBe("APP_NOT_OWNED_BY_HOST");
    expect(ask("H", "none")).toBe("UNKNOWN_APP");
    const nothing = {
      published: true,
      authorized: null,
      permissions: [],
      inert: [],
      distributed: [],
    };
    expect(ask("H")).toEqual(nothing);
    p.command("H", "app.create", { app: "erp", name: "ERP" });
    expect(ask("H", "erp")).toEqual({ ...nothing, published: false });
    permit(p, [{}, { rows: "space", labels: ["a"], reports: true }]);
    expect(ask("H")).toEqual({
      ...nothing,
      permissions: [{ reports: false }, { rows: "space", labels: ["a"], reports: true }],
    });
  });

  test("are shown to a cold reader after eight rounds at most", () => {
    const p = market();
    authorizeMany(p, "crm", 60);
    permit(p, [{ for: { people: [identity(s1)], organizations: ["D"] } }]);
    p.command("H", "app.distribute", { space: "s", app: "crm", organization: "S", group: "g" });
    const data = { viewer: viewer("H"), space: "s", app: "crm" };
    const { answer: told, rounds } = cold(p.world(), "app.settings", data);
    expect({ ...told, reads: [] }).toEqual({
      ...outcome(p.world(), "app.settings", data),
      reads: [],
    });
    expect(rounds).toBeLessThanOrEqual(8);
  });
});

describe("the Space home", () => {
  test("is paged by places, which never change", () => {
    const p = market();
    for (let i = 0; i < 5; i += 1) {
      p.command("H", "space-app.create", { space: "s", app: `m${i}`, name: `M ${i}` });
      p.command("H", "space-app.publish", { space: "s", app: `m${i}` });
    }
    const data = { viewer: viewer(s1), space: "s" };
    for (const limit of [1, 2, 5, 6]) {
      expect(names(items(p, "space.home", data, limit))).toEqual(["m0", "m1", "m2", "m3", "m4"]);
    }
    expect(answer(p, "space.home", { ...data, after: "i m1" })).toBe("MALFORMED");
    expect(answer(p, "space.home", { ...data, after: "p 99" })).toEqual({ items: [], next: null });
    expect(cold(p.world(), "space.home", data).rounds).toBeLessThanOrEqual(8);
  });
});

describe("using an app", () => {
  /** What is asked, and what doing it says: the refusals must be the same. */
  const same = (p: Play, who: Who, more: object = {}) => {
    const space = who[0] === "H" ? {} : { space: "s" };
    const data = { viewer: viewer(who), app: "crm", feature: "form.submit", ...space, ...more };
    const asked = answer(p, "app.use", data);
    const { code } = submit(p, who, more);
    expect(code).toBe(typeof asked === "string" ? asked : null);
    const { answer: told, rounds } = cold(p.world(), "app.use", data);
    expect({ ...told, reads: [] }).toEqual({ ...outcome(p.world(), "app.use", data), reads: [] });
    expect(rounds).toBeLessThanOrEqual(8);
    return code;
  };

  test("is refused as doing it is, whatever stands in the way", () => {
    const p = market();
    p.register(["X", "Y"]);
    p.createSpace("X", "x");
    p.command("Y", "application.submit", { application: "y", invitation: "i-s", scope: {} });
    expect(same(p, s1)).toBeNull();
    expect(same(p, ["H", "h1"])).toBeNull();
    expect(same(p, ["H", "h1"], { space: "s" })).toBe("ACTING_ORG_INVALID");
    expect(same(p, ["Y", "Y-admin"])).toBe("ACTING_ORG_INVALID");
    expect(same(p, ["X", "X-admin"])).toBe("UNKNOWN_SPACE");
    expect(same(p, ["N", "n"])).toBe("UNKNOWN_ORGANIZATION");
    expect(same(p, ["S", "d1"])).toBe("ACTING_ORG_INVALID");
    expect(same(p, s1, { space: undefined })).toBe("UNKNOWN_APP");
    expect(same(p, s1, { app: "none" })).toBe("UNKNOWN_APP");
    expect(same(p, ["S", "off"])).toBe("NOT_IN_SPACE");
    expect(same(p, ["D", "cold"])).toBe("LICENSE_REQUIRED");
    expect(same(p, ["H", "h2"])).toBe("LICENSE_REQUIRED");
    authorize(p, { departments: [{ organization: "D", department: "shop" }] });
    expect(same(p, s1)).toBe("APP_NOT_AUTHORIZED");
    expect(same(p, ["D", "d1"])).toBeNull();
    p.command("H", "app.withdraw", { space: "s", app: "crm" });
    expect(same(p, s1)).toBe("APP_NOT_PUBLISHED");
    p.fact("organization.edition-changed", { organization: "H", edition: "professional" });
    expect(same(p, s1)).toBe("EDITION_NOT_SUPPORTED");
    p.resign("S", "s1");
    expect(same(p, s1)).toBe("ACTING_ORG_INVALID");
  });

  test("finds ids that are names of an object's own", () => {
    const p = play();
    p.register(["__proto__", "constructor"]);
    p.createSpace("__proto__", "toString");
    p.join("__proto__", "toString", "constructor", { whole: true });
    const data = { space: "toString", app: "valueOf" };
    p.command("__proto__", "app.create", { app: "valueOf", name: "A", cool: true });
    const admin = { organization: "constructor", person: "constructor-admin" };
    const authorized = { people: [admin] };
    expect(p.command("__proto__", "app.publish", { ...data, authorized }).code).toBeNull();
    const center = { viewer: admin, space: "toString" };
    expect(names(items(p, "app.center", center))).toEqual(["valueOf"]);
    const gift = { ...data, organization: "constructor", group: "hasOwnProperty" };
    expect(p.command("__proto__", "app.distribute", gift).events).toHaveLength(1);
  });
});
