/** Who sees which organizations and people of a Space: each rule by what it shows and hides. */
import { expect, test } from "vitest";
import { ask, defaultPolicy } from "../../src/index.ts";
import { play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";
import { answer, contacts, organizations, viewer } from "./asking.ts";

const members = ["north", "south", "east"];

/** A Host and three Members, each with one person in the Space and one outside. */
function withMembers() {
  const p = play();
  p.register(["host", ...members]);
  for (const organization of ["host", ...members]) {
    p.hire(organization, `${organization}-in`);
    p.hire(organization, `${organization}-out`);
  }
  p.createSpace("host", "s", { people: ["host-in"] });
  for (const organization of members) {
    p.join("host", "s", organization, { people: [`${organization}-in`] });
  }
  return p;
}

type P = ReturnType<typeof play>;

const inside = (organization: string): [string, string] => [organization, `${organization}-in`];
const shown = (...names: readonly string[]) => names.map((name) => `${name}/${name}-in`).sort();

function set(p: P, organization: string, kind: "own" | "all" | readonly string[]): void {
  const visibility =
    typeof kind === "string" ? { kind } : { kind: "listed" as const, organizations: kind };
  const told = p.command("host", "visibility.set", { space: "s", organization, visibility });
  expect(told.code).toBeNull();
}

const vis01 = rule("VIS-01");
vis01.shows("the Host's people every Member and its people, later ones too", () => {
  const p = withMembers();
  expect(organizations(p, inside("host"), "s")).toEqual(["host", ...members]);
  p.register(["west"]);
  p.hire("west", "west-in");
  p.join("host", "s", "west", { people: ["west-in"] });
  expect(organizations(p, inside("host"), "s")).toEqual(["host", ...members, "west"]);
  expect(contacts(p, inside("host"), "s")).toEqual(shown("host", ...members, "west"));
});
vis01.hides("from everybody else what only the Host's people see by default", () => {
  const p = withMembers();
  for (const member of members) {
    expect(organizations(p, inside(member), "s")).toEqual([member]);
  }
});

const vis02 = rule("VIS-02");
vis02.shows("a Member's people their own organization", () => {
  const p = withMembers();
  const data = { viewer: viewer(inside("north")), space: "s" };
  expect(answer(p, "space.organizations", data)).toEqual({
    items: [{ organization: "north", name: "The north", role: "member" }],
    next: null,
  });
  expect(contacts(p, inside("north"), "s")).toEqual(shown("north"));
});
vis02.hides("from them the Host and the other Members", () => {
  const p = withMembers();
  for (const organization of ["host", "south"]) {
    const data = {
      viewer: viewer(inside("north")),
      space: "s",
      organization,
      person: `${organization}-in`,
    };
    expect(answer(p, "space.contact", data)).toBe("NOT_VISIBLE");
  }
  expect(organizations(p, inside("north"), "s")).toEqual(["north"]);
  expect(contacts(p, inside("north"), "s")).toEqual(shown("north"));
});

const vis03 = rule("VIS-03");
vis03.happens("that a setting opens some organizations, the Host among them, or all", () => {
  const p = withMembers();
  set(p, "north", ["host", "east"]);
  expect(organizations(p, inside("north"), "s")).toEqual(["host", "north", "east"]);
  expect(contacts(p, inside("north"), "s")).toEqual(shown("host", "north", "east"));
  set(p, "north", "all");
  expect(contacts(p, inside("north"), "s")).toEqual(shown("host", ...members));
});
vis03.doesNot("beyond what a setting names, and not for other Members", () => {
  const p = withMembers();
  set(p, "north", ["east"]);
  expect(contacts(p, inside("north"), "s")).toEqual(shown("north", "east"));
  set(p, "north", "own");
  expect(organizations(p, inside("north"), "s")).toEqual(["north"]);
  expect(organizations(p, inside("south"), "s")).toEqual(["south"]);
});

const vis04 = rule("VIS-04");
vis04.shows("another organization in the direction that is set", () => {
  const p = withMembers();
  set(p, "north", ["south"]);
  expect(organizations(p, inside("north"), "s")).toEqual(["north", "south"]);
});
vis04.hides("it in the other direction", () => {
  const p = withMembers();
  set(p, "north", ["south"]);
  expect(organizations(p, inside("south"), "s")).toEqual(["south"]);
  expect(contacts(p, inside("south"), "s")).toEqual(shown("south"));
});

const vis05 = rule("VIS-05");
vis05.shows("of a visible organization the people on the Roster, found by part of the name", () => {
  const p = withMembers();
  expect(contacts(p, inside("host"), "s", "north-")).toEqual(shown("north"));
  const data = {
    viewer: viewer(inside("host")),
    space: "s",
    organization: "north",
    person: "north-in",
  };
  expect(answer(p, "space.contact", data)).toEqual({ fields: { name: "Name of north-in" } });
});
vis05.hides("the rest of its directory, and in a search whoever is not visible", () => {
  const p = withMembers();
  expect(contacts(p, inside("host"), "s", "north-out")).toEqual([]);
  expect(contacts(p, inside("south"), "s", "north")).toEqual([]);
  const data = {
    viewer: viewer(inside("host")),
    space: "s",
    organization: "north",
    person: "north-out",
  };
  expect(answer(p, "space.contact", data)).toBe("NOT_IN_SPACE");
  const own = { ...data, organization: "host", person: "host-out" };
  expect(answer(p, "space.contact", own)).toBe("NOT_IN_SPACE");
  expect(answer(p, "space.contact", { ...own, viewer: viewer(inside("south")) })).toBe(
    "NOT_VISIBLE",
  );
});

const vis06 = rule("VIS-06");
vis06.doesNot("once a setting names the Member anew after it came back", () => {
  const p = withMembers();
  set(p, "north", ["south", "east"]);
  p.command("host", "association.cancel", { space: "s", organization: "south" });
  const data = { viewer: viewer("host"), space: "s", limit: 1 };
  const effective = { kind: "listed", organizations: ["east"] };
  expect(answer(p, "admin.members", data)).toMatchObject({ items: [{ visibility: effective }] });
  p.join("host", "s", "south", { people: ["south-in"] }, "again");
  set(p, "north", ["south", "east"]);
  expect(organizations(p, inside("north"), "s")).toEqual(["north", "east", "south"]);
});
vis06.happens("to a Member that left and came back, and to what it was allowed to see", () => {
  const p = withMembers();
  set(p, "north", ["south"]);
  set(p, "south", "all");
  p.command("host", "association.cancel", { space: "s", organization: "south" });
  p.join("host", "s", "south", { people: ["south-in"] }, "again");
  expect(organizations(p, inside("north"), "s")).toEqual(["north"]);
  expect(contacts(p, inside("north"), "s")).toEqual(shown("north"));
  expect(organizations(p, inside("south"), "s")).toEqual(["south"]);
});

const roster12 = rule("ROSTER-12");
roster12.accepts("questions of Host people who were added", () => {
  expect(organizations(withMembers(), inside("host"), "s")).toContain("east");
});
roster12.refuses("those of the Host's other people, its admins among them", () => {
  const p = withMembers();
  for (const person of ["host-out", "host-admin"]) {
    const data = { viewer: viewer(["host", person]), space: "s" };
    expect(answer(p, "space.organizations", data)).toBe("NOT_IN_SPACE");
    expect(answer(p, "space.contacts", data)).toBe("NOT_IN_SPACE");
    const one = { ...data, organization: "north", person: "north-in" };
    expect(answer(p, "space.contact", one)).toBe("NOT_IN_SPACE");
  }
});

const roster11 = rule("ROSTER-11");
roster11.shows("fields as the home organization has them now", () => {
  const p = withMembers();
  const fields = { name: "Someone else", title: "Buyer" };
  const person = "north-in";
  p.fact("person.fields-changed", { organization: "north", person, number: 1, fields });
  const data = { viewer: viewer(inside("host")), space: "s", organization: "north", person };
  expect(answer(p, "space.contact", data)).toEqual({ fields });
  expect(contacts(p, inside("host"), "s", "Someone")).toEqual(shown("north"));
});
roster11.hides("what they were before", () => {
  const p = withMembers();
  const fields = { name: "Someone else" };
  const data = { organization: "north", person: "north-in", number: 1, fields };
  p.fact("person.fields-changed", data);
  expect(contacts(p, inside("host"), "s", "Name of north-in")).toEqual([]);
});

test("hidden, absent, never heard of: the answer is the same to the letter", () => {
  const p = withMembers();
  p.resign("north", "north-out");
  const refusal = (organization: string, person: string) => {
    const data = { viewer: viewer(inside("south")), space: "s", organization, person };
    const told = ask(p.world(), { type: "space.contact", data } as never, defaultPolicy);
    return told.kind === "refused" ? told.refusal : told;
  };
  const expected = (organization: string) => ({
    code: "NOT_VISIBLE",
    rule: "VIS-02",
    data: { organization },
  });
  for (const person of ["north-in", "north-out", "north-admin", "nobody"]) {
    expect(refusal("north", person)).toEqual(expected("north"));
  }
  expect(refusal("nowhere", "nobody")).toEqual(expected("nowhere"));
});
test("of an organization that is seen, absent and never heard of are the same to the letter", () => {
  const p = withMembers();
  p.resign("south", "south-out");
  for (const person of ["south-out", "south-admin", "nobody"]) {
    const data = { viewer: viewer(inside("south")), space: "s", organization: "south", person };
    const told = ask(p.world(), { type: "space.contact", data } as never, defaultPolicy);
    const refusal = { code: "NOT_IN_SPACE", rule: "ROSTER-12", data: { space: "s" } };
    expect(told).toMatchObject({ kind: "refused", refusal });
  }
});

test("a search compares names as they are given", () => {
  const p = withMembers();
  expect(contacts(p, inside("host"), "s", "NAME")).toEqual([]);
  expect(contacts(p, inside("host"), "s", "")).toHaveLength(4);
});
