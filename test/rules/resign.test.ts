// Aim: a resignation ends everything held under that employment, at once and nothing more.
// Method: people with identities in several organizations and Spaces resign and are hired again.
import { expect } from "vitest";
import {
  associationOf,
  organizationOf,
  type Play,
  play,
  roster,
  spaceOf,
  waiting,
} from "../support/play.ts";
import { rule } from "../support/rule.ts";
import { appoint, create, departments, hire, join, register, resign } from "../support/worlds.ts";

/** A hosts s1 and s2, B and C are Members of both; x works in all three and is in everywhere. */
function everywhere(changes = {}): Play {
  const p = play(changes);
  register(p, ["A", "B", "C"]);
  for (const organization of ["A", "B", "C"]) hire(p, organization, "x");
  for (const space of ["s1", "s2"]) {
    create(p, "A", space, { people: ["x"] });
    join(p, "A", space, "B", { people: ["x"] });
    join(p, "A", space, "C", { people: ["x"] });
  }
  return p;
}

const resign01 = rule("RESIGN-01");
resign01.happens(
  "in every Space, scope and role, with a notice to those who worked together",
  () => {
    const p = everywhere();
    appoint(p, "B", "x", "main");
    const told = resign(p, "B", "x");
    for (const space of ["s1", "s2"]) {
      expect(roster(p, space)).toEqual(["A/x", "C/x"]);
      expect(associationOf(p, space, "B")?.people.count).toBe(0);
    }
    expect(organizationOf(p, "B")?.admins.map(({ person }) => person)).toEqual(["B-admin"]);
    expect(told.notices).toEqual([
      {
        kind: "COUNTERPART_LEFT",
        to: [
          { kind: "space-admins", space: "s1" },
          { kind: "space-admins", space: "s2" },
          { kind: "authorized-admins", organization: "B" },
        ],
        data: { identity: { organization: "B", person: "x" }, spaces: ["s1", "s2"] },
      },
    ]);
  },
);
resign01.happens("to whoever waits, too", () => {
  const p = play({ personCap: 1 });
  register(p, ["A", "B"]);
  departments(p, "B", [["d1", null]]);
  create(p, "A", "s1", { whole: true });
  join(p, "A", "s1", "B", { departments: ["d1"] });
  hire(p, "B", "b1", ["d1"]);
  expect(waiting(p, "s1")).toEqual(["B/b1"]);
  resign(p, "B", "b1");
  expect(waiting(p, "s1")).toEqual([]);
});
resign01.doesNot("a second time, nor under an older number", () => {
  const p = everywhere();
  hire(p, "B", "x", [], 2);
  expect(resign(p, "B", "x", 1).events).toEqual([]);
  resign(p, "B", "x", 2);
  const again = resign(p, "B", "x", 2);
  expect([again.events, again.notices]).toEqual([[], []]);
});

rule("RESIGN-02").holds("what the person holds through other organizations stays", () => {
  const p = everywhere();
  appoint(p, "C", "x", "main");
  resign(p, "B", "x");
  expect(roster(p, "s1")).toEqual(["A/x", "C/x"]);
  expect(spaceOf(p, "s1")).toMatchObject({ persons: 1, identities: 2 });
  expect(organizationOf(p, "C")?.admins.map(({ person }) => person)).toContain("x");
});

const resign03 = rule("RESIGN-03");
resign03.happens("to Host contacts as to anybody", () => {
  const p = everywhere();
  const told = resign(p, "A", "x");
  expect(roster(p, "s1")).toEqual(["B/x", "C/x"]);
  expect(told.notices.map(({ kind }) => kind)).toEqual(["COUNTERPART_LEFT"]);
});
resign03.doesNot("to a Host employee who was never added", () => {
  const p = everywhere();
  const told = resign(p, "A", "A-admin");
  expect(told.events.map(({ type }) => type)).toEqual(["person.resigned"]);
  expect(told.notices).toEqual([]);
});

const resign04 = rule("RESIGN-04");
resign04.happens("through departments and the whole organization", () => {
  const p = play();
  register(p, ["A", "B"]);
  departments(p, "B", [["d1", null]]);
  hire(p, "B", "b1", ["d1"]);
  create(p, "A", "s1");
  join(p, "A", "s1", "B", { departments: ["d1"], exclude: { people: ["b1"] } });
  resign(p, "B", "b1");
  hire(p, "B", "b1", ["d1"], 2);
  expect(roster(p, "s1")).toEqual(["B/b1"]);
});
resign04.doesNot("through selections by name, nor with the roles of before", () => {
  const p = everywhere();
  appoint(p, "B", "x", "main");
  resign(p, "B", "x");
  hire(p, "B", "x", [], 2);
  expect(roster(p, "s1")).toEqual(["A/x", "C/x"]);
  expect(organizationOf(p, "B")?.admins.map(({ person }) => person)).not.toContain("x");
});
