// Aim: the authorized list decides who sees and uses an app, as things are now.
// Method: each kind of entry in turn, and what joining, moving and leaving makes of it.
import { expect } from "vitest";
import type { Play } from "../../src/testing/index.ts";
import {
  authorize,
  center,
  classify,
  license,
  market,
  type PlainAudience,
  permit,
  use,
} from "../support/apps.ts";
import { rule } from "../support/rule.ts";

const ALL = [
  ["S", "s1"],
  ["S", "s2"],
  ["S", "both"],
  ["D", "d1"],
] as const;

/** Who of the licensed people may submit. */
const users = (p: Play): string[] =>
  ALL.filter((who) => use(p, who) === "downstream").map(([, person]) => person);

function usersOf(authorized: PlainAudience | null): string[] {
  const p = market();
  expect(authorize(p, authorized).code).toBeNull();
  return users(p);
}

const settings = (p: Play): unknown => {
  const answer = p.ask("app.settings", {
    viewer: { organization: "H", person: "H-admin" },
    space: "s",
    app: "crm",
  });
  return (answer as { readonly authorized: unknown }).authorized;
};

const NONE = { partners: [], organizations: [], departments: [], people: [] };

const app04 = rule("APP-04");
app04.accepts("everybody on the Roster by default, and again when the list is taken away", () => {
  const p = market();
  expect(users(p)).toEqual(["s1", "s2", "both", "d1"]);
  authorize(p, {});
  authorize(p, null);
  expect(users(p)).toEqual(["s1", "s2", "both", "d1"]);
});
app04.accepts(
  "whoever an entry covers: a kind, a Member, a department or one below, a person",
  () => {
    expect(usersOf({ partners: [{ level: "gold" }] })).toEqual(["s1", "s2", "both", "d1"]);
    expect(usersOf({ organizations: ["S"] })).toEqual(["s1", "s2", "both"]);
    expect(usersOf({ departments: [{ organization: "S", department: "plant" }] })).toEqual(["s1"]);
    expect(usersOf({ departments: [{ organization: "S", department: "line" }] })).toEqual(["s1"]);
    expect(usersOf({ people: [{ organization: "S", person: "both" }] })).toEqual(["both"]);
    const some: PlainAudience = {
      partners: [{ type: "dealer" }],
      people: [{ organization: "S", person: "s2" }],
    };
    expect(usersOf(some)).toEqual(["s2", "d1"]);
  },
);
app04.refuses("everybody else, also under a list without entries", () => {
  const p = market();
  authorize(p, { people: [{ organization: "S", person: "s2" }] });
  expect(use(p, ["S", "s1"])).toBe("APP_NOT_AUTHORIZED");
  expect(center(p, ["S", "s1"])).toEqual([]);
  authorize(p, {});
  expect(users(p)).toEqual([]);
  expect(settings(p)).toEqual(NONE);
});
app04.refuses("names that the Host does not meet in the Space", () => {
  const p = market();
  p.register(["X"]);
  const code = (authorized: PlainAudience) => authorize(p, authorized).code;
  const people = (organization: string, person: string) =>
    code({ people: [{ organization, person }] });
  const department = (organization: string, id: string) =>
    code({ departments: [{ organization, department: id }] });
  // Employed but not on the Roster, the Host's own, a stranger's: all the same.
  expect(people("S", "off")).toBe("UNKNOWN_PERSON");
  expect(people("H", "h1")).toBe("UNKNOWN_PERSON");
  expect(people("X", "X-admin")).toBe("UNKNOWN_PERSON");
  expect(people("S", "d1")).toBe("UNKNOWN_PERSON");
  expect(department("S", "none")).toBe("UNKNOWN_DEPARTMENT");
  expect(department("X", "none")).toBe("UNKNOWN_DEPARTMENT");
  expect(code({ organizations: ["S", "X"] })).toBe("NOT_A_MEMBER");
  expect(code({ organizations: ["H"] })).toBe("NOT_A_MEMBER");
  // Of several things that are wrong, the first by rank is told.
  const wrong = {
    organizations: ["X"],
    departments: [{ organization: "S", department: "none" }],
    people: [{ organization: "S", person: "off" }],
  };
  expect(code(wrong)).toBe("UNKNOWN_PERSON");
  expect(code({ ...wrong, people: [] })).toBe("UNKNOWN_DEPARTMENT");
  const publish = { space: "s", app: "none", authorized: wrong };
  expect(p.command("H", "app.publish", publish).code).toBe("UNKNOWN_PERSON");
  expect(permit(p, [{ rows: "own" }, { for: wrong }]).code).toBe("UNKNOWN_PERSON");
  expect(permit(p, [{ for: { organizations: ["X"] } }]).code).toBe("NOT_A_MEMBER");
});
app04.accepts("a list with the publication, in place of the former one", () => {
  const p = market();
  authorize(p, { organizations: ["D"] });
  p.command("H", "app.withdraw", { space: "s", app: "crm" });
  const told = p.command("H", "app.publish", {
    space: "s",
    app: "crm",
    authorized: { organizations: ["S"] },
  });
  expect(told.events.map(({ type }) => type)).toEqual(["app.published", "app.authorized"]);
  expect(users(p)).toEqual(["s1", "s2", "both"]);
});
app04.accepts("a list before the publication, and says nothing where it is so already", () => {
  const p = market();
  p.command("H", "app.create", { app: "erp", name: "ERP" });
  const list = {
    partners: [{ type: "dealer" }, { level: "gold", type: "supplier" }],
    organizations: ["S", "D"],
    people: [
      { organization: "S", person: "s1" },
      { organization: "D", person: "d1" },
    ],
  };
  const set = (authorized: PlainAudience) =>
    p.command("H", "app.authorize", { space: "s", app: "erp", authorized });
  expect(set(list).events).toHaveLength(1);
  const turned = {
    partners: [...list.partners].reverse(),
    organizations: [...list.organizations].reverse(),
    people: [...list.people].reverse(),
    departments: [],
  };
  expect(set(turned).events).toEqual([]);
  expect(set({ ...list, organizations: ["S"] }).events).toHaveLength(1);
  expect(authorize(p, null).events).toEqual([]);
  expect(center(p, ["D", "d1"])).toEqual(["crm"]);
});
app04.refuses("an identity whose Association or employment is another than the one listed", () => {
  const p = market();
  authorize(p, {
    organizations: ["D"],
    departments: [{ organization: "S", department: "plant" }],
    people: [{ organization: "S", person: "s2" }],
  });
  p.resign("S", "s2");
  p.hire("S", "s2", [], 2);
  license(p, "s", [["S", "s2"]]);
  expect(use(p, ["S", "s2"])).toBe("APP_NOT_AUTHORIZED");
  for (const organization of ["S", "D"]) {
    p.command("H", "association.cancel", { space: "s", organization });
    p.applyTo(organization, "s", { whole: true }, `${organization}-again`);
    p.approve("H", organization, "s", `${organization}-again`);
  }
  license(p, "s", ALL);
  expect(users(p)).toEqual([]);
  expect(settings(p)).toEqual(NONE);
  // What is in force is nothing, so a list without entries changes nothing.
  expect(authorize(p, {}).events).toEqual([]);
  expect(authorize(p, { organizations: ["D"] }).events).toHaveLength(1);
  expect(users(p)).toEqual(["d1"]);
});
app04.refuses("the people of a department that was removed, until it is back", () => {
  const p = market();
  authorize(p, { departments: [{ organization: "S", department: "line" }] });
  p.fact("department.removed", { organization: "S", department: "line", revision: 1 });
  expect(users(p)).toEqual([]);
  expect(settings(p)).toEqual(NONE);
  const back = { organization: "S", department: "line", parent: null, name: "L", revision: 2 };
  p.fact("department.created", back);
  expect(users(p)).toEqual([]);
  p.relocate("S", "s2", ["line"]);
  expect(users(p)).toEqual(["s2"]);
});
app04.accepts("people of many departments and organizations under the same ids", () => {
  const p = market();
  p.createDepartments("D", [["plant", null]]);
  p.relocate("D", "d1", ["plant"]);
  authorize(p, { departments: [{ organization: "D", department: "plant" }] });
  expect(users(p)).toEqual(["d1"]);
  authorize(p, { people: [{ organization: "S", person: "both" }] });
  expect(use(p, ["H", "both"])).toBe("host");
  expect(users(p)).toEqual(["both"]);
});

const app06 = rule("APP-06");
app06.shows("a supplier that joins later, or becomes one later, what suppliers have", () => {
  const p = market();
  authorize(p, { partners: [{ type: "supplier" }] });
  p.register(["N"]);
  p.join("H", "s", "N", { whole: true });
  expect(center(p, ["N", "N-admin"])).toEqual([]);
  classify(p, "N", ["supplier"]);
  expect(center(p, ["N", "N-admin"])).toEqual(["crm"]);
  p.hire("S", "new");
  expect(center(p, ["S", "new"])).toEqual(["crm"]);
});
app06.hides("it from a dealer that joins later, and from a supplier that is one no more", () => {
  const p = market();
  authorize(p, { partners: [{ type: "supplier" }] });
  p.register(["N"]);
  p.join("H", "s", "N", { whole: true });
  classify(p, "N", ["dealer"]);
  expect(center(p, ["N", "N-admin"])).toEqual([]);
  classify(p, "S", ["dealer"], "gold");
  expect(center(p, ["S", "s1"])).toEqual([]);
});

/** The apps and Spaces from whose lists a fact took somebody. */
const unlisted = (told: ReturnType<Play["fact"]>) =>
  told.events
    .filter(({ type }) => type === "app.unlisted")
    .map(({ data }) => `${String(data["space"])} ${String(data["app"])}`);

const resign01 = rule("RESIGN-01");
resign01.happens("to every authorized list and permission that names whoever resigned", () => {
  const p = market();
  for (const app of ["erp", "old"]) p.command("H", "app.create", { app, name: app });
  const s1 = { organization: "S", person: "s1" };
  const s2 = { organization: "S", person: "s2" };
  authorize(p, { people: [s1, s2] });
  permit(p, [
    { rows: "own", for: { people: [s1] } },
    { rows: "space", for: { people: [s2, s1] } },
  ]);
  p.command("H", "app.permit", {
    space: "s",
    app: "erp",
    permissions: [{ rows: "own", for: { people: [s1] } }],
  });
  p.command("H", "app.authorize", { space: "s", app: "old", authorized: { people: [s1] } });
  p.command("H", "app.authorize", { space: "s", app: "old", authorized: { people: [s2] } });
  expect(unlisted(p.resign("S", "s1"))).toEqual(["s crm", "s erp"]);
  expect(settings(p)).toEqual({ ...NONE, people: [s2] });
  const told = p.ask("app.settings", {
    viewer: { organization: "H", person: "H-admin" },
    space: "s",
    app: "crm",
  });
  expect((told as { permissions: unknown }).permissions).toEqual([
    { for: NONE, rows: "own", reports: false },
    { for: { ...NONE, people: [s2] }, rows: "space", reports: false },
  ]);
  expect(unlisted(p.resign("S", "s2"))).toEqual(["s crm", "s old"]);
});
resign01.doesNot("to the lists that name the same person's other identity, nor twice", () => {
  const p = market();
  p.hire("D", "both");
  const both = (organization: string) => ({ organization, person: "both" });
  authorize(p, { people: [both("S"), both("D")] });
  expect(unlisted(p.resign("S", "both"))).toEqual(["s crm"]);
  expect(settings(p)).toEqual({ ...NONE, people: [both("D")] });
  expect(unlisted(p.resign("S", "both"))).toEqual([]);
  expect(unlisted(p.resign("D", "both"))).toEqual(["s crm"]);
});
