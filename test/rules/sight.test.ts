// Aim: who sees whom in a Trunk's book, by which line, and who is told why.
// Method: a county, its towns and their villages, with every switch and exception; each asks about each.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import type { Play } from "../../src/testing/index.ts";
import { link, open, opened, unsound } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const NOBODY = { organizations: [], departments: [] };
const CLOSED = { hidden: false, hiddenExcept: NOBODY, ownOnly: true, ownOnlyExcept: NOBODY };

/** A county K with towns T and U, and villages V below T and W below U; `<org>-admin` in each. */
function county(changes: Partial<Policy> = {}): Play {
  const p = opened(["K", "T", "U", "V", "W"], changes);
  p.createDepartments("K", [
    ["board", null],
    ["audit", "board"],
    ["desk", null],
  ]);
  p.hire("K", "ann", ["audit"]);
  p.hire("K", "bob", ["desk"]);
  for (const town of ["T", "U"]) link(p, "K", town, WHOLE);
  link(p, "T", "V", WHOLE);
  link(p, "U", "W", WHOLE);
  return p;
}

const see = (p: Play, organization: string, changes: object, trunk = "K") =>
  p.command(trunk, "link.see", { trunk, organization, ...CLOSED, ...changes });

const who = (organization: string, person = `${organization}-admin`) => ({ organization, person });

/** Whether one sees another, and by which line, as the Trunk's admin is told. */
function line(p: Play, looking: object, target: object, trunk = "K") {
  const viewer = who(trunk);
  const answer = p.ask("hierarchy.why", {
    ...{ viewer, trunk },
    ...{ looking: looking as never, target: target as never },
  });
  if (typeof answer === "string") return answer;
  const { sees, line } = answer as { sees: boolean; line: number };
  return `${sees ? "yes" : "no"} ${line}`;
}

const sight01 = rule("SIGHT-01");
sight01.shows("every organization it reaches to the Trunk's people, at every level", () => {
  const p = county();
  for (const target of ["T", "V"]) expect(line(p, who("K", "bob"), who(target))).toBe("yes 3");
});
sight01.hides("whoever is not reached, or not on a Link", () => {
  const p = county();
  p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
  p.command("U", "scope.set", { trunk: "K", organization: "U", scope: {} });
  const ask = (organization: string) =>
    p.ask("hierarchy.contact", { viewer: who("K", "bob"), trunk: "K", ...who(organization) });
  expect(ask("V")).toBe("NOT_VISIBLE");
  expect(ask("U")).toBe("NOT_ON_LINK");
});

const sight02 = rule("SIGHT-02");
sight02.accepts("a Branch's people who look at one another", () => {
  const p = county();
  p.hire("T", "eve");
  expect(line(p, who("T"), who("T", "eve"))).toBe("yes 1");
  const asked = { viewer: who("T"), trunk: "K", ...who("T", "eve") };
  expect(p.ask("hierarchy.contact", asked)).toMatchObject({ fields: { name: "Name of eve" } });
});
sight02.refuses(
  "the Trunk's people, other Branches, and colleagues who are not on the Link",
  () => {
    const p = county();
    for (const target of ["K", "U"]) {
      expect(line(p, who("T"), who(target))).toBe("no 4");
      const asked = { viewer: who("T"), trunk: "K", ...who(target) };
      expect(p.ask("hierarchy.contact", asked)).toBe("NOT_VISIBLE");
    }
    p.hire("T", "off");
    p.command("T", "scope.take-out", { trunk: "K", organization: "T", people: ["off"] });
    const off = { viewer: who("T", "off"), trunk: "K", ...who("T") };
    expect(p.ask("hierarchy.contact", off)).toBe("NOT_ON_LINK");
    expect(p.ask("hierarchy.contact", { ...off, viewer: who("T"), trunk: "U" })).toBe(
      "UNKNOWN_TRUNK",
    );
  },
);

const sight03 = rule("SIGHT-03");
sight03.shows("with own-only off, the Trunk and its direct Branches one another", () => {
  const p = county();
  see(p, "T", { ownOnly: false });
  expect(line(p, who("T"), who("K"))).toBe("yes 5");
  expect(line(p, who("T"), who("U"))).toBe("yes 5");
  expect(line(p, who("U"), who("T"))).toBe("no 4");
  expect(line(p, who("T"), who("W"))).toBe("no 6");
  expect(see(p, "T", { ownOnly: false }).events).toEqual([]);
});
sight03.shows(
  "exceptions: organizations, departments of the Trunk, and what is mounted there",
  () => {
    const p = county();
    see(p, "T", { ownOnlyExcept: { organizations: [], departments: ["board"] } });
    expect(line(p, who("T"), who("K", "ann"))).toBe("yes 5");
    expect(line(p, who("T"), who("K", "bob"))).toBe("no 4");
    see(p, "U", { hidden: true, hiddenExcept: { organizations: [], departments: ["board"] } });
    expect(line(p, who("K", "ann"), who("U"))).toBe("yes 3");
    expect(line(p, who("K", "bob"), who("U"))).toBe("no 2");
    p.command("K", "link.mount", { trunk: "K", organization: "T", alias: null, mount: "audit" });
    see(p, "T", { ownOnly: false });
    expect(line(p, who("T"), who("U"))).toBe("yes 5");
    p.fact("department.removed", { organization: "K", department: "board" });
    expect(line(p, who("K", "ann"), who("U"))).toBe("no 2");
    expect(unsound(p)).toEqual([]);
  },
);
sight03.hides("a hidden Branch from everybody, whatever they may see otherwise", () => {
  const p = county();
  see(p, "T", { ownOnly: false });
  see(p, "U", { hidden: true, hiddenExcept: { organizations: ["T"], departments: [] } });
  expect(line(p, who("K", "bob"), who("U"))).toBe("no 2");
  expect(line(p, who("T"), who("U"))).toBe("yes 5");
  p.command("K", "link.cancel", { trunk: "K", organization: "T" });
  p.command("T", "application.submit", { application: "again", invitation: "t-K", ...WHOLE });
  p.command("K", "application.approve", { trunk: "K", items: [{ application: "again" }] });
  see(p, "T", { ownOnly: false });
  expect(line(p, who("T"), who("U"))).toBe("no 2");
});
sight03.refuses("everybody but the Trunk, and names that are none of its own", () => {
  const p = county();
  p.register(["X"]);
  const see2 = (by: string, changes: object) =>
    p.command(by, "link.see", { trunk: "K", organization: "T", ...CLOSED, ...changes }).code;
  expect(see2("T", {})).toBe("NOT_TRUNK_ADMIN");
  expect(see2("K", { organization: "V" })).toBe("NOT_LINKED");
  const named = (organizations: string[], departments: string[] = []) => ({
    hiddenExcept: { organizations, departments },
  });
  expect(see2("K", named(["X"]))).toBe("NOT_LINKED");
  expect(see2("K", named([], ["nowhere"]))).toBe("UNKNOWN_DEPARTMENT");
  expect(see2("K", named(["V", "K"], ["desk"]))).toBeNull();
  const by = { organization: "K", person: "p" };
  const data = { trunk: "K", organization: "T", ...CLOSED, hidden: "yes" };
  expect(parseInput({ id: "i", at: 1, type: "link.see", by, data })).toMatchObject({
    problems: [{ path: ["data", "hidden"], problem: "not-a-boolean" }],
  });
});
const exceptions = (count: number) => {
  const p = county({ sightExceptionLimit: 2 });
  const organizations = ["U", "V", "W"].slice(0, count);
  return see(p, "T", { hiddenExcept: { organizations, departments: [] } }).code;
};
sight03.below("the entries of a list", () => expect(exceptions(1)).toBeNull());
sight03.at("the entries of a list", () => expect(exceptions(2)).toBeNull());
sight03.above("the entries of a list", () => expect(exceptions(3)).toBe("MALFORMED"));

const sight04 = rule("SIGHT-04");
sight04.shows("to whom a middle Trunk excepts, be they above", () => {
  const p = county();
  see(p, "V", { hidden: true, hiddenExcept: { organizations: ["K"], departments: [] } }, "T");
  expect(line(p, who("K", "bob"), who("V"))).toBe("yes 3");
});
sight04.hides("upwards what a middle Trunk hides; downwards all but one's own", () => {
  const p = county();
  see(p, "V", { hidden: true }, "T");
  expect(line(p, who("K", "bob"), who("V"))).toBe("no 2");
  see(p, "V", {}, "T");
  see(p, "T", { hidden: true });
  expect(line(p, who("K", "bob"), who("V"))).toBe("no 2");
  for (const target of ["K", "U", "T"]) {
    expect(line(p, who("V"), who(target))).toBe(target === "T" ? "no 2" : "no 6");
  }
});

const sight05 = rule("SIGHT-05");
sight05.shows("the reason to the Trunk's admins, and to a Branch's of what they see", () => {
  const p = county();
  const asked = { trunk: "K", looking: who("T"), target: who("K") };
  expect(p.ask("hierarchy.why", { viewer: who("K"), ...asked })).toEqual({
    ...{ sees: false, line: 4 },
    link: { trunk: "K", organization: "T" },
  });
  expect(p.ask("hierarchy.why", { viewer: who("T"), ...asked })).toEqual({ sees: false });
  see(p, "T", { ownOnly: false });
  expect(p.ask("hierarchy.why", { viewer: who("T"), ...asked })).toEqual({
    ...{ sees: true, line: 5 },
    link: { trunk: "K", organization: "T" },
  });
});
sight05.hides("all but yes and no from whoever asks for themselves, and all from others", () => {
  const p = county();
  p.hire("T", "eve");
  const viewer = who("T", "eve");
  const asked = { trunk: "K", target: who("T") };
  expect(p.ask("hierarchy.why", { viewer, ...asked, looking: viewer })).toEqual({ sees: true });
  expect(p.ask("hierarchy.why", { viewer, ...asked, looking: who("T") })).toBe(
    "NOT_AUTHORIZED_ADMIN",
  );
  expect(p.ask("hierarchy.why", { viewer: who("U"), ...asked, looking: viewer })).toBe(
    "NOT_TRUNK_ADMIN",
  );
});
rule("SIGHT-04").refuses("to except whom no chain that passes joins to the Trunk", () => {
  const p = county();
  const except = { hiddenExcept: { organizations: ["V"], departments: [] } };
  expect(see(p, "T", except).code).toBeNull();
  p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
  expect(see(p, "T", except).code).toBe("NOT_LINKED");
  // Set before, it stays: the Link is the same.
  const viewer = who("K");
  expect(p.ask("hierarchy.branches", { viewer })).toMatchObject({
    items: [{ organization: "T", hiddenExcept: { organizations: ["V"] } }, {}],
  });
});
rule("SIGHT-03").doesNot("mean an organization that has come to the other side since", () => {
  const p = county();
  p.register(["X"]);
  open(p, ["X"]);
  link(p, "T", "X");
  see(p, "V", { hidden: true, hiddenExcept: { organizations: ["X"], departments: [] } }, "T");
  p.command("T", "link.cancel", { trunk: "T", organization: "X" });
  // In what is below X, T has the number that X had below T.
  link(p, "X", "W");
  link(p, "X", "T");
  expect(p.ask("hierarchy.branches", { viewer: who("T") })).toMatchObject({
    items: [
      {
        organization: "V",
        hiddenExcept: { organizations: [] },
        void: { hidden: ["X"], ownOnly: [] },
      },
    ],
  });
});
rule("SIGHT-05").refuses("whoever may not ask for somebody else", () => {
  const p = county();
  const asked = { trunk: "K", looking: who("T"), target: who("K") };
  expect(p.ask("hierarchy.why", { viewer: who("U"), ...asked })).toBe("NOT_TRUNK_ADMIN");
});

rule("BRANCH-03").holds("who is present in a book is employed there by nobody", () => {
  const p = county();
  expect(p.records("employment").some(([key]) => key === "K/T-admin")).toBe(false);
  p.createSpace("K", "s", { whole: true });
  expect(p.roster("s")).toEqual(["K/K-admin", "K/ann", "K/bob"]);
  link(p, "K", "V");
  expect(unsound(p)).toEqual([]);
});

const branch04 = rule("BRANCH-04");
branch04.shows("everybody in service at the Trunk in its book, without being added", () => {
  expect(line(county(), who("K", "ann"), who("K", "bob"))).toBe("yes 1");
});
branch04.hides("whoever has left", () => {
  const p = county();
  p.resign("K", "bob");
  expect(line(p, who("K", "bob"), who("T"))).toBe("NOT_ON_LINK");
});

const branch05 = rule("BRANCH-05");
branch05.shows("somebody by whichever passing chain begins with a Link that they are on", () => {
  const p = county();
  link(p, "U", "V");
  expect(line(p, who("K", "bob"), who("V"))).toBe("yes 3");
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  expect(line(p, who("K", "bob"), who("V"))).toBe("NOT_ON_LINK");
});
branch05.hides("somebody on a Link whose chain does not pass", () => {
  const p = county();
  link(p, "U", "V");
  p.command("V", "link.reach", { trunk: "T", organization: "V", reach: "trunk" });
  expect(line(p, who("K", "bob"), who("V"))).toBe("NOT_ON_LINK");
});
