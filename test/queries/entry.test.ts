/** Who finds the management entry, and who finds which Space: each rule by what it shows and hides. */
import { expect, test } from "vitest";
import { play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";
import { answer, items, viewer } from "./asking.ts";

const none = { available: false, hosted: [], joined: [] };

function withSpace() {
  const p = play({ personCap: 3 });
  p.register(["host", "north", "south"]);
  for (const person of ["h1", "h2"]) p.hire("host", person);
  for (const person of ["n1", "n2"]) p.hire("north", person);
  p.createSpace("host", "s", { people: ["h1"] });
  p.join("host", "s", "north", { people: ["n1"] });
  return p;
}

/** All of north is in and fills the Space; whoever is hired by it, or into the Host's `d`, waits. */
function crowded() {
  const p = withSpace();
  p.createDepartments("host", [["d", null]]);
  const inD = { departments: ["d"] };
  p.command("host", "scope.set", { space: "s", organization: "host", scope: inD });
  p.command("north", "scope.set", { space: "s", organization: "north", scope: { whole: true } });
  p.hire("host", "h3", ["d"]);
  p.hire("north", "n3");
  return p;
}

type P = ReturnType<typeof play>;
const management = (p: P, by: string | readonly [string, string]) =>
  answer(p, "entry.management", { viewer: viewer(by) });
const spaces = (p: P, person: string) => answer(p, "entry.spaces", { person });

const entry01 = rule("ENTRY-01");
entry01.shows("the management entry to main admins and permitted sub-admins", () => {
  const p = withSpace();
  p.appoint("host", "h1", "sub", true);
  const expected = { available: true, hosted: ["s"], joined: [] };
  expect(management(p, "host")).toEqual(expected);
  expect(management(p, ["host", "h1"])).toEqual(expected);
});
entry01.hides("it from ordinary people and sub-admins without the permission", () => {
  const p = withSpace();
  p.appoint("host", "h1", "sub", false);
  expect(management(p, ["host", "h1"])).toEqual(none);
  expect(management(p, ["host", "h2"])).toEqual(none);
  expect(management(p, ["host", "north-admin"])).toEqual(none);
});

const entry02 = rule("ENTRY-02");
entry02.shows("each Space with one of the person's identities on its Roster", () => {
  const p = withSpace();
  expect(spaces(p, "h1")).toEqual({ items: [{ space: "s", name: "Space s", through: ["host"] }] });
  p.hire("south", "n1");
  p.join("host", "s", "south", { people: ["n1"] });
  expect(spaces(p, "n1")).toMatchObject({ items: [{ through: ["north", "south"] }] });
});
entry02.hides("it from employees of Host and Members who were not added", () => {
  const p = withSpace();
  for (const person of ["h2", "host-admin", "north-admin"]) {
    expect(spaces(p, person)).toEqual({ items: [] });
  }
});

const entry03 = rule("ENTRY-03");
entry03.shows("the Space to a colleague who comes into scope", () => {
  const p = withSpace();
  p.command("north", "scope.put-in", { space: "s", organization: "north", people: ["n2"] });
  expect(spaces(p, "n2")).toMatchObject({ items: [{ space: "s" }] });
});
entry03.hides("it from those out of scope and those who wait", () => {
  const p = crowded();
  expect(spaces(p, "h1")).toEqual({ items: [] });
  expect(spaces(p, "n2")).toMatchObject({ items: [{ space: "s" }] });
  expect(spaces(p, "n3")).toEqual({ items: [] });
  const data = { viewer: viewer(["north", "n3"]), space: "s" };
  expect(answer(p, "space.organizations", data)).toBe("NOT_IN_SPACE");
});

const entry04 = rule("ENTRY-04");
entry04.shows("the management entry to admins of an organization in no Space", () => {
  const p = withSpace();
  expect(management(p, "south")).toEqual({ available: true, hosted: [], joined: [] });
});
entry04.hides("everything else from its people: no Space, no entry", () => {
  const p = withSpace();
  p.hire("south", "s1");
  expect(spaces(p, "s1")).toEqual({ items: [] });
  expect(spaces(p, "south-admin")).toEqual({ items: [] });
  expect(management(p, ["south", "s1"])).toEqual(none);
});

const entry05 = rule("ENTRY-05");
entry05.shows("the Host's admins the whole Space, a Member's admins their own side", () => {
  const p = crowded();
  const all = [
    { organization: "host", person: "h3" },
    { organization: "north", person: "n3" },
  ];
  expect(items(p, "admin.waiting", { viewer: viewer("host"), space: "s" })).toEqual(all);
  expect(management(p, "host")).toMatchObject({ hosted: ["s"], joined: [] });
  expect(management(p, "north")).toMatchObject({ hosted: [], joined: ["s"] });
  expect(answer(p, "admin.scope", { viewer: viewer("north"), space: "s" })).toMatchObject({
    whole: true,
  });
});
entry05.hides("from a Member's admins what is not their own side", () => {
  const p = crowded();
  const data = { viewer: viewer("north"), space: "s" };
  expect(items(p, "admin.waiting", data)).toEqual([{ organization: "north", person: "n3" }]);
  for (const type of ["admin.members", "admin.applications", "admin.space-room"] as const) {
    expect(answer(p, type, data)).toBe("NOT_SPACE_ADMIN");
  }
});

test("the acting organization must exist, and the Space be known to it", () => {
  const p = withSpace();
  expect(management(p, "nobody")).toBe("UNKNOWN_ORGANIZATION");
  const data = { viewer: viewer("south"), space: "s" };
  expect(answer(p, "space.organizations", data)).toBe("UNKNOWN_SPACE");
  expect(answer(p, "admin.members", data)).toBe("UNKNOWN_SPACE");
  p.invite("host", "s");
  p.applyTo("south", "s");
  expect(answer(p, "space.organizations", data)).toBe("NOT_IN_SPACE");
  expect(answer(p, "admin.members", data)).toBe("NOT_SPACE_ADMIN");
  expect(answer(p, "admin.scope", data)).toBe("NOT_A_MEMBER");
  p.fact("organization.ended", { organization: "south" });
  expect(answer(p, "space.organizations", data)).toBe("UNKNOWN_ORGANIZATION");
});

test("a person whom nobody employs sees no Space", () => {
  expect(spaces(play(), "__proto__")).toEqual({ items: [] });
});
