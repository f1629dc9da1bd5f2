// Aim: who finds a Space, through which entry, and who counts as added to it.
// Method: admins, workers, people who wait, and people of two organizations ask what they see.
import { expect } from "vitest";
import type { Scope } from "../../src/index.ts";
import { type Plain, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** H hosts s1 with nobody in it; Member B has b1 in by department d1. */
function settled(changes = {}): Play {
  const p = play(changes);
  p.register(["H", "B"]);
  p.createDepartments("B", [["d1", null]]);
  p.hire("B", "b1", ["d1"]);
  p.hire("H", "h1");
  p.createSpace("H", "s1");
  p.join("H", "s1", "B", { departments: ["d1"] });
  return p;
}

const management = (p: Play, organization: string, person = `${organization}-admin`): unknown =>
  p.ask("entry.management", { viewer: { organization, person } });

/** The Spaces a person sees. */
function spaces(p: Play, person: string): readonly string[] {
  const answer = p.ask("entry.spaces", { person });
  return (answer as { items: readonly { space: string }[] }).items.map(({ space }) => space);
}

const within = (p: Play, organization: string, person: string): unknown =>
  p.ask("space.contacts", { viewer: { organization, person }, space: "s1" });
const set = (p: Play, organization: string, scope: Plain<Scope>) =>
  p.command(organization, "scope.set", { space: "s1", organization, scope });

const closed = { available: false, hosted: [], joined: [] };

const entry01 = rule("ENTRY-01");
entry01.shows("the management entry to main admins and sub-admins with the permission", () => {
  const p = settled();
  p.hire("B", "delegate");
  p.appoint("B", "delegate", "sub", true);
  const entry = { available: true, hosted: [], joined: ["s1"] };
  expect(management(p, "B")).toEqual(entry);
  expect(management(p, "B", "delegate")).toEqual(entry);
});
entry01.hides("it from ordinary people, plain sub-admins and other organizations' admins", () => {
  const p = settled();
  p.hire("B", "plain");
  p.appoint("B", "plain", "sub", false);
  for (const person of ["b1", "plain", "H-admin"]) {
    expect(management(p, "B", person), person).toEqual(closed);
  }
});

const entry02 = rule("ENTRY-02");
entry02.shows("a Space to whoever has an identity on its Roster", () => {
  const p = settled();
  expect(spaces(p, "b1")).toEqual(["s1"]);
  p.createSpace("B", "s2", { people: ["b1"] });
  expect([...spaces(p, "b1")].sort()).toEqual(["s1", "s2"]);
});
entry02.hides("it once the last of these identities has left", () => {
  const p = settled();
  p.hire("H", "b1");
  set(p, "H", { people: ["b1"] });
  p.resign("B", "b1");
  expect(spaces(p, "b1")).toEqual(["s1"]);
  set(p, "H", {});
  expect(spaces(p, "b1")).toEqual([]);
});

const entry03 = rule("ENTRY-03");
entry03.shows("a Space to a colleague who was added", () => {
  const p = settled();
  p.hire("B", "b2", ["d1"]);
  expect(spaces(p, "b2")).toEqual(["s1"]);
});
entry03.hides("it from colleagues out of scope or waiting", () => {
  const p = settled({ personCap: 1 });
  p.hire("B", "waits", ["d1"]);
  p.hire("B", "outside");
  expect(spaces(p, "waits")).toEqual([]);
  expect(spaces(p, "outside")).toEqual([]);
  expect(within(p, "B", "waits")).toBe("NOT_IN_SPACE");
});

const entry04 = rule("ENTRY-04");
entry04.shows(
  "the management entry, without a Space in it, to the admins of any organization",
  () => {
    const p = settled();
    p.register(["C"]);
    expect(management(p, "C")).toEqual({ available: true, hosted: [], joined: [] });
  },
);
entry04.hides("Spaces from the people of an organization that is in none", () => {
  const p = settled();
  p.register(["C"]);
  p.hire("C", "c1");
  expect(spaces(p, "c1")).toEqual([]);
  expect(spaces(p, "C-admin")).toEqual([]);
  expect(management(p, "C", "c1")).toEqual(closed);
});

/** The waiting list as an organization's admin sees it. */
function waits(p: Play, organization: string): readonly string[] {
  const viewer = { organization, person: `${organization}-admin` };
  const answer = p.ask("admin.waiting", { viewer, space: "s1" });
  return (answer as { items: readonly { person: string }[] }).items.map(({ person }) => person);
}

/** A full Space in which b2 of B and c1 of C wait. */
function crowded(): Play {
  const p = settled({ personCap: 1 });
  p.register(["C"]);
  p.createDepartments("C", [["c", null]]);
  p.join("H", "s1", "C", { departments: ["c"] });
  p.hire("B", "b2", ["d1"]);
  p.hire("C", "c1", ["c"]);
  return p;
}

const entry05 = rule("ENTRY-05");
entry05.shows("the Host's admins the Space, a Member's admins their own side of it", () => {
  const p = crowded();
  expect(waits(p, "H")).toEqual(["b2", "c1"]);
  expect(waits(p, "B")).toEqual(["b2"]);
  const viewer = { organization: "B", person: "B-admin" };
  expect(p.ask("admin.scope", { viewer, space: "s1" })).toMatchObject({ departments: ["d1"] });
});
entry05.hides("the Space's lists, and other Members' sides, from a Member's admins", () => {
  const p = crowded();
  const viewer = { organization: "B", person: "B-admin" };
  expect(p.ask("admin.members", { viewer, space: "s1" })).toBe("NOT_SPACE_ADMIN");
  expect(p.ask("admin.space-room", { viewer, space: "s1" })).toBe("NOT_SPACE_ADMIN");
  expect(waits(p, "B")).not.toContain("c1");
});

const roster11 = rule("ROSTER-11");
const rename = (p: Play, name: string, revision: number) => {
  const about = { organization: "B", person: "b1", number: 1, revision };
  return p.fact("person.fields-changed", { ...about, fields: { name, title: "Buyer" } });
};
const seenAs = (p: Play): unknown => {
  const answer = within(p, "B", "b1") as { items: readonly { fields: unknown }[] };
  return answer.items.map(({ fields }) => fields);
};
roster11.shows("in the Space at once what the home organization says of its people", () => {
  const p = settled();
  expect(seenAs(p)).toEqual([{ name: "Name of b1" }]);
  rename(p, "New name", 7);
  expect(seenAs(p)).toEqual([{ name: "New name", title: "Buyer" }]);
});
roster11.hides("what comes late, and what anybody else says", () => {
  const p = settled();
  rename(p, "New name", 7);
  rename(p, "Old name", 6);
  const about = { organization: "B", person: "b1", number: 1, fields: { name: "Forged" } };
  const forged = p.fact("person.fields-changed", about, { from: { organization: "H" } });
  expect(forged.code).toBe("SOURCE_NOT_RESPONSIBLE");
  expect(seenAs(p)).toEqual([{ name: "New name", title: "Buyer" }]);
});

const roster12 = rule("ROSTER-12");
roster12.accepts("a Host employee who was added", () => {
  const p = settled();
  set(p, "H", { people: ["h1"] });
  expect(within(p, "H", "h1")).toMatchObject({ next: null });
  expect(spaces(p, "h1")).toEqual(["s1"]);
});
roster12.refuses("one who was not, be it the admin who created the Space", () => {
  const p = settled();
  for (const person of ["h1", "H-admin"]) {
    expect(within(p, "H", person), person).toBe("NOT_IN_SPACE");
    expect(spaces(p, person), person).toEqual([]);
  }
});
