// Aim: the person cap binds commands, makes facts wait, and lets those who wait in.
// Method: Spaces with caps of a few people; the default cap of 3000 where it is stated.
import { expect } from "vitest";
import type { Policy, Scope } from "../../src/index.ts";
import { type Plain, type Play, play, type Told } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

/** A hosts s1; B has this many people, its admin among them, and nobody in s1. */
function space(people: number, changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  for (let i = 1; i < people; i += 1) p.hire("B", `b${i}`);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B");
  return p;
}

const set = (p: Play, organization: string, scope: Plain<Scope>): Told =>
  p.command(organization, "scope.set", { space: "s1", organization, scope });
const all: Plain<Scope> = { whole: true };
const certify = (p: Play, organization: string, certified: boolean): Told =>
  p.fact("organization.certification-changed", { organization, certified });

const cap01 = rule("CAP-01");
cap01.below("three thousand persons, all come in", () => {
  const p = space(2999);
  expect(set(p, "B", all).code).toBeNull();
  expect(p.roster("s1")).toHaveLength(2999);
});
cap01.at("three thousand exactly, all come in; one more hire waits", () => {
  const p = space(3000);
  expect(set(p, "B", all).code).toBeNull();
  p.hire("B", "late");
  expect(p.space("s1")?.persons).toBe(3000);
  expect(p.waiting("s1")).toEqual(["B/late"]);
});
cap01.above(
  "three thousand the command is refused; the Host's own admin learns the figures",
  () => {
    const p = space(3001);
    expect(set(p, "B", all).refusal).toEqual({
      code: "PERSON_CAP_EXCEEDED",
      rule: "CAP-01",
      data: {},
    });
    p.hire("A", "a1");
    set(p, "B", { whole: true, exclude: { people: ["b1"] } });
    expect(set(p, "A", { people: ["a1"] }).refusal?.data).toEqual({
      limit: 3000,
      current: 3000,
      needed: 1,
    });
    expect(
      p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 3001 }).code,
    ).toBeNull();
    expect(set(p, "A", { people: ["a1"] }).code).toBeNull();
  },
);

/** B's two people are present through B; b1 is employed by A as well. */
function shared(personCap: number, changes: Partial<Policy> = {}): Play {
  const p = space(2, { personCap, ...changes });
  p.hire("A", "b1");
  set(p, "B", all);
  return p;
}

const cap02 = rule("CAP-02");
cap02.below("the cap, Host contacts and Downstream people count alike", () => {
  const p = shared(4);
  expect(set(p, "A", all).code).toBeNull();
  expect(p.space("s1")).toMatchObject({ persons: 3, identities: 4 });
});
cap02.at("the cap, a person present through two organizations counts once", () => {
  const p = shared(3);
  expect(set(p, "A", all).code).toBeNull();
  expect(p.roster("s1")).toEqual(["A/A-admin", "A/b1", "B/B-admin", "B/b1"]);
});
cap02.above("the cap it is refused; each identity counts where the policy says so", () => {
  expect(set(shared(2), "A", all).code).toBe("PERSON_CAP_EXCEEDED");
  expect(set(shared(3, { personCounting: "per-identity" }), "A", all).code).toBe(
    "PERSON_CAP_EXCEEDED",
  );
  expect(set(shared(2), "A", { people: ["b1"] }).code).toBeNull();
});

/** A full Space of two with b2 waiting: B-admin and b1 are in by department, b2 came by a fact. */
function full(changes: Partial<Policy> = {}): Play {
  const p = space(1, { personCap: 2, ...changes });
  p.createDepartments("B", [["d1", null]]);
  p.hire("B", "b1", ["d1"]);
  set(p, "B", { departments: ["d1"], people: ["B-admin"] });
  p.hire("B", "b2", ["d1"]);
  p.hire("A", "a1");
  return p;
}

const cap03 = rule("CAP-03");
cap03.accepts("as many in as out, even while others wait", () => {
  const p = full();
  p.hire("B", "named");
  const swap = { departments: ["d1"], people: ["named"] };
  expect(set(p, "B", swap).code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/b1", "B/named"]);
  expect(p.waiting("s1")).toEqual(["B/b2"]);
});
cap03.accepts("everybody but those excluded before, where the rest fits", () => {
  const p = space(5, { personCap: 3 });
  const exclude = { people: ["b3", "b4"] };
  expect(set(p, "B", { people: ["b1"], exclude }).code).toBeNull();
  expect(set(p, "B", { whole: true, exclude }).code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1", "B/b2"]);
});
cap03.refuses("one person more than a cap of two, by whatever command", () => {
  const p = space(3, { personCap: 2 });
  const people = ["B-admin", "b1"];
  expect(set(p, "B", { people: [...people, "b2"] }).code).toBe("PERSON_CAP_EXCEEDED");
  expect(set(p, "B", { people }).code).toBeNull();
  const more = { space: "s1", organization: "B", people: ["b2"] };
  expect(p.command("B", "scope.put-in", more).code).toBe("PERSON_CAP_EXCEEDED");
  expect(p.createSpace("B", "s2", { people: [...people, "b2"] }).code).toBe("PERSON_CAP_EXCEEDED");
  const wish = { people: ["C-admin"] };
  expect(p.join("A", "s1", "C", wish).code).toBe("PERSON_CAP_EXCEEDED");
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1"]);
});
cap03.refuses("a net result above the cap, and nothing changes", () => {
  const p = full();
  p.hire("B", "named");
  const more = { departments: ["d1"], people: ["named", "B-admin"] };
  expect(set(p, "B", more).code).toBe("PERSON_CAP_EXCEEDED");
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1"]);
  expect(set(p, "A", { people: ["a1"] }).code).toBe("PERSON_CAP_EXCEEDED");
});

const cap04 = rule("CAP-04");
cap04.happens("that a hire into a full Space waits, and both sides' admins are told", () => {
  const p = full();
  expect(p.waiting("s1")).toEqual(["B/b2"]);
  const told = p.hire("B", "b3", ["d1"]);
  expect(told.events.map(({ type }) => type)).toEqual(["person.hired", "waiting.joined"]);
  expect(told.notices).toEqual([
    {
      kind: "ROSTER_CAP_REACHED",
      to: [
        { kind: "space-admins", space: "s1" },
        { kind: "authorized-admins", organization: "B" },
      ],
      data: { space: "s1", organization: "B", people: ["b3"] },
    },
  ]);
});
cap04.happens(
  "that of several whom one fact brings in, only as many come in as there are places",
  () => {
    const p = space(2, { personCap: 2 });
    p.createDepartments("B", [
      ["in", null],
      ["out", null],
    ]);
    for (const person of ["b2", "b3"]) p.hire("B", person, ["out"]);
    set(p, "B", { departments: ["in"], people: ["B-admin"] });
    p.fact("department.moved", { organization: "B", department: "out", parent: "in" });
    expect(p.roster("s1")).toEqual(["B/B-admin", "B/b2"]);
    expect(p.waiting("s1")).toEqual(["B/b3"]);
  },
);
cap04.happens("that a place which the same fact frees goes to whoever waits for it", () => {
  const p = full();
  p.hire("B", "b1", ["d1"], 2);
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b2"]);
  expect(p.waiting("s1")).toEqual(["B/b1"]);
});
cap04.happens("that whoever comes to count brings along the identities that wait", () => {
  const p = full();
  p.createDepartments("C", [["c", null]]);
  p.join("A", "s1", "C", { departments: ["c"] });
  p.hire("B", "b3", ["d1"]);
  p.hire("C", "b2", ["c"]);
  expect(p.waiting("s1")).toEqual(["B/b2", "B/b3", "C/b2"]);
  p.resign("B", "b1");
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b2", "C/b2"]);
  expect(p.waiting("s1")).toEqual(["B/b3"]);
});
cap04.happens("that a list of one person's identities is served while there is still room", () => {
  const p = full();
  p.createDepartments("C", [["c", null]]);
  p.join("A", "s1", "C", { departments: ["c"] });
  p.hire("C", "b2", ["c"]);
  expect(p.waiting("s1")).toEqual(["B/b2", "C/b2"]);
  p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["B-admin", "b1"] });
  expect(p.roster("s1")).toEqual(["B/b2", "C/b2"]);
  expect(p.waiting("s1")).toEqual([]);
});
cap04.doesNot(
  "hold back whoever counts already, or anybody where the policy admits and flags",
  () => {
    const p = full();
    set(p, "B", { departments: ["d1"], people: ["B-admin"] });
    p.hire("C", "b1");
    p.join("A", "s1", "C", { people: ["b1"] });
    expect(p.roster("s1")).toContain("C/b1");
    const flagged = full({ overCapFact: "admit-and-flag" });
    expect(flagged.waiting("s1")).toEqual([]);
    expect(flagged.roster("s1")).toContain("B/b2");
    expect(flagged.hire("B", "b3", ["d1"]).notices.map(({ kind }) => kind)).toEqual([
      "ROSTER_CAP_REACHED",
    ]);
  },
);

const cap05 = rule("CAP-05");
cap05.happens("in the same step, first come first served", () => {
  const p = full();
  p.hire("B", "b3", ["d1"]);
  p.resign("B", "b1");
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b2"]);
  expect(p.waiting("s1")).toEqual(["B/b3"]);
  p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["B-admin"] });
  expect(p.roster("s1")).toEqual(["B/b2", "B/b3"]);
  expect(p.waiting("s1")).toEqual([]);
});
cap05.happens("when the Host is certified, for as many as its Spaces then have room for", () => {
  const p = full({ personCap: 4, uncertifiedHost: { spaceQuota: 5, personCap: 2 } });
  for (const person of ["b3", "b4"]) p.hire("B", person, ["d1"]);
  expect(p.waiting("s1")).toEqual(["B/b4"]);
  certify(p, "A", false);
  p.resign("B", "b1");
  expect(p.waiting("s1")).toEqual(["B/b4"]);
  certify(p, "A", true);
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b2", "B/b3", "B/b4"]);
  expect(p.waiting("s1")).toEqual([]);
});
cap05.doesNot("for whoever resigned or fell out of scope while waiting", () => {
  const p = full();
  p.hire("B", "b3", ["d1"]);
  p.resign("B", "b2");
  expect(p.waiting("s1")).toEqual(["B/b3"]);
  p.fact("person.relocated", { organization: "B", person: "b3", number: 1, departments: [] });
  expect(p.waiting("s1")).toEqual([]);
  p.resign("B", "b1");
  expect(p.roster("s1")).toEqual(["B/B-admin"]);
});

const cap06 = rule("CAP-06");
cap06.happens("for one Space, whose waiting list is served at once", () => {
  const p = full();
  const told = p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 3 });
  expect(told.code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1", "B/b2"]);
  expect(p.hire("B", "b3", ["d1"]).notices).toHaveLength(1);
});
cap06.happens("for good, whatever becomes of the Host's certification", () => {
  const p = full({ uncertifiedHost: { spaceQuota: 5, personCap: 1 } });
  p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 4 });
  certify(p, "A", false);
  p.hire("B", "b3", ["d1"]);
  expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1", "B/b2", "B/b3"]);
  certify(p, "A", true);
  p.hire("B", "b4", ["d1"]);
  expect(p.waiting("s1")).toEqual(["B/b4"]);
});
cap06.doesNot("to any other Space, on an admin's word, or to a lower number", () => {
  const p = full();
  p.createSpace("A", "s2");
  p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 3 });
  expect(p.space("s2")?.cap).toBeNull();
  const down = p.command({ support: "staff" }, "person-cap.expand", { space: "s1", cap: 3 });
  expect(down.refusal).toMatchObject({ code: "QUOTA_NOT_INCREASED", data: { current: 3 } });
  const own = p.command("A", "person-cap.expand", { space: "s1", cap: 9 });
  expect(own.code).toBe("QUOTA_EXPANSION_NOT_AUTHORIZED");
});

rule("CAP-07").holds("numbers about licenses change nothing about who has a place", () => {
  for (const licenseLinkLimit of [0, 3]) {
    const p = full({ licenseLinkLimit, licenseCounting: "distinct-person" });
    expect(p.roster("s1")).toEqual(["B/B-admin", "B/b1"]);
    expect(p.waiting("s1")).toEqual(["B/b2"]);
  }
});
