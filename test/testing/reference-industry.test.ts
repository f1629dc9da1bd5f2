/** Aim: the reference model says by itself who is in an industry book, and since when (INDUSTRY-01). */
import { describe, expect, test } from "vitest";
import { say, tell } from "./hierarchy.ts";
import { change, left, members, school, staff, staffOf, wards } from "./industry.ts";
import { done, quiet, refused } from "./partners.ts";
import type { Teller } from "./teller.ts";

const reasons = (verdict: ReturnType<typeof change>) =>
  verdict.kind === "accepted" ? (verdict.passedOver?.byReason ?? {}) : verdict.code;

const renamed = (teller: Teller, person: string, to: string, at = 2000) =>
  say(teller, "person.renamed", { organization: "b", person, to }, at);

describe("an industry book (INDUSTRY-01)", () => {
  test("has members with their nodes, and guardians of wards", () => {
    const teller = school();
    expect(change(teller, "pa", [])).toEqual(done);
    expect(change(teller, "kid", ["1a", "choir", "1a"], { guardians: ["pa", "pa"] })).toEqual(done);
    expect(members(teller)).toEqual(["kid:1a,choir", "pa:"]);
    expect(wards(teller)).toEqual(["kid<pa"]);
    expect(change(teller, "kid", ["choir", "1a"], { guardians: ["pa"] })).toEqual(quiet);
    expect(change(teller, "kid", ["1b"])).toEqual(done);
    expect(members(teller)).toEqual(["kid:1b", "pa:"]);
    expect(wards(teller)).toEqual([]);
  });

  test("is the organization's own to report", () => {
    const teller = school();
    const data = { organization: "b", person: "kid", kind: "member", nodes: [] };
    const from = { from: "k" };
    expect(teller.fact("industry.changed" as never, data as never, from)).toEqual(
      refused("SOURCE_NOT_RESPONSIBLE"),
    );
    expect(teller.fact("industry.left" as never, data as never, from)).toEqual(
      refused("SOURCE_NOT_RESPONSIBLE"),
    );
    expect(change(teller, "kid", [], { organization: "none" })).toEqual(
      refused("UNKNOWN_ORGANIZATION"),
    );
  });

  test("names guardians who are in it, nobody their own", () => {
    const teller = school();
    expect(change(teller, "kid", [], { guardians: ["pa"] })).toEqual(refused("UNKNOWN_PERSON"));
    // An employee is no industry member.
    expect(change(teller, "kid", [], { guardians: ["b1"] })).toEqual(refused("UNKNOWN_PERSON"));
    expect(reasons(change(teller, "kid", [], { guardians: ["kid"] }))).toEqual({
      "not-possible": 1,
    });
    change(teller, "pa", [], { at: 2010 });
    left(teller, "pa", { at: 2020 });
    expect(change(teller, "kid", [], { guardians: ["pa"], at: 2021 })).toEqual(
      refused("UNKNOWN_PERSON"),
    );
    for (const at of [2009, 2020]) {
      expect(reasons(change(teller, "kid", [], { guardians: ["pa"], at }))).toMatchObject({
        "older-time": 1,
      });
    }
  });

  test("ends guardianship with the guardian's leaving, for good", () => {
    const teller = school();
    change(teller, "pa", []);
    change(teller, "kid", [], { guardians: ["pa"] });
    left(teller, "pa", { at: 2010 });
    expect(wards(teller)).toEqual([]);
    change(teller, "pa", [], { at: 2020 });
    expect(wards(teller)).toEqual([]);
    change(teller, "kid", [], { guardians: ["pa"], at: 2030 });
    expect(wards(teller)).toEqual(["kid<pa"]);
  });

  test("says who has left: whoever was never there is unknown", () => {
    const teller = school();
    expect(left(teller, "kid")).toEqual(refused("UNKNOWN_PERSON"));
    expect(left(teller, "b1")).toEqual(refused("UNKNOWN_PERSON"));
    change(teller, "kid", ["1a"]);
    expect(left(teller, "kid", { at: 2010 })).toEqual(done);
    expect(members(teller)).toEqual([]);
    expect(left(teller, "kid", { at: 2011 })).toMatchObject({
      passedOver: { first: [{ kind: "member", id: "kid", reason: "already-so" }] },
    });
  });

  test("keeps employees and members apart, whatever their ids", () => {
    const teller = school();
    change(teller, "b1", ["1a"]);
    const before = teller.reference.facts().organizations;
    teller.resign("b", "b1");
    expect(members(teller)).toEqual(["b1:1a"]);
    left(teller, "b1", { at: 3000 });
    expect(members(teller)).toEqual([]);
    expect(before).not.toEqual(teller.reference.facts().organizations);
    // Neither a Roster nor a book has them, nor does a scope name them.
    change(teller, "pa", []);
    const scope = { trunk: "t", organization: "b", scope: { people: ["pa"] } };
    expect(tell(teller, "b", "scope.set", scope)).toEqual(refused("UNKNOWN_PERSON"));
  });

  test("renames nobody: another id is another member", () => {
    const teller = school();
    change(teller, "b1", ["1a"]);
    change(teller, "kid", [], { guardians: ["b1"] });
    expect(renamed(teller, "b1", "b9")).toMatchObject({ kind: "accepted", changed: true });
    expect(members(teller)).toEqual(["b1:1a", "kid:"]);
    expect(wards(teller)).toEqual(["kid<b1"]);
    // Their former id as an employee is theirs in the book all the same.
    change(teller, "b1", ["1b"], { at: 1999 });
    expect(members(teller)).toContain("b1:1a");
    change(teller, "b1", ["1b"], { at: 2001 });
    expect(members(teller)).toContain("b1:1b");
  });

  test("ends with its organization, and comes back with it (UNLINK-04, DIR-19)", () => {
    const teller = school();
    change(teller, "kid", ["1a"]);
    say(teller, "organization.ended", { organization: "b" }, 3000);
    expect(members(teller)).toEqual([]);
    expect(reasons(change(teller, "kid", ["1b"], { at: 3001 }))).toEqual({
      "organization-ended": 1,
    });
    say(teller, "organization.reinstated", { organization: "b" }, 3002);
    expect(members(teller)).toEqual(["kid:1a"]);
  });
});

describe("order without numbers (DIR-01, DIR-02)", () => {
  test("is by time: a departure before the latest word is late, and so is a copy of it", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { at: 2010 });
    change(teller, "kid", ["1b"], { at: 2020 });
    expect(reasons(left(teller, "kid", { at: 2019 }))).toEqual({ "older-time": 1 });
    expect(left(teller, "kid", { at: 2020 })).toEqual(done);
    expect(reasons(left(teller, "kid", { at: 2020 }))).toEqual({ "older-time": 1 });
  });

  test("a word of before the departure, or a copy of the coming, brings nobody back", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { at: 2010 });
    left(teller, "kid", { at: 2010 });
    expect(reasons(change(teller, "kid", ["1a"], { at: 2010 }))).toEqual({ "older-time": 1 });
    left(teller, "kid", { at: 2020 });
    expect(reasons(change(teller, "kid", ["1a"], { at: 2019 }))).toEqual({ "older-time": 1 });
    expect(change(teller, "kid", ["1c"], { at: 2020 })).toEqual(done);
    expect(members(teller)).toEqual(["kid:1c"]);
  });

  test("a word of before the coming is late", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { at: 2010 });
    expect(reasons(change(teller, "kid", ["1b"], { at: 2009 }))).toEqual({ "older-time": 1 });
    expect(change(teller, "kid", ["1b"], { at: 2010 })).toEqual(done);
  });

  test("a word that is so already is noted", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { at: 2010 });
    change(teller, "kid", ["1a"], { at: 2030 });
    expect(reasons(left(teller, "kid", { at: 2020 }))).toEqual({ "older-time": 1 });
    left(teller, "kid", { at: 2040 });
    left(teller, "kid", { at: 2060 });
    expect(reasons(change(teller, "kid", ["1a"], { at: 2050 }))).toEqual({ "older-time": 1 });
  });

  test("values go by revisions, whatever their time", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { at: 2010, revision: 5 });
    expect(reasons(change(teller, "kid", ["1b"], { at: 2020, revision: 5 }))).toEqual({
      "older-revision": 1,
    });
    expect(change(teller, "kid", ["1b"], { at: 2015, revision: 6 })).toEqual(done);
    expect(change(teller, "kid", ["1b"], { at: 2015, revision: 7 })).toEqual(done);
    expect(change(teller, "kid", ["1c"], { at: 2015 })).toEqual(done);
    expect(reasons(change(teller, "kid", ["1d"], { at: 2015, revision: 7 }))).toEqual({
      "older-revision": 1,
    });
  });
});

describe("order by numbers (DIR-03)", () => {
  test("a higher number is a new time in the book, an ended or lower one is late", () => {
    const teller = school();
    change(teller, "kid", ["1a"], { number: 3 });
    expect(reasons(change(teller, "kid", ["1b"], { number: 2 }))).toEqual({ "older-number": 1 });
    expect(change(teller, "kid", ["1b"], { number: 3 })).toEqual(done);
    expect(reasons(left(teller, "kid", { number: 2 }))).toEqual({ "older-number": 1 });
    expect(left(teller, "kid", { number: 4 })).toEqual(refused("UNKNOWN_PERSON"));
    expect(left(teller, "kid", { number: 3, at: 1 })).toEqual(done);
    expect(reasons(change(teller, "kid", ["1b"], { number: 3, at: 9000 }))).toEqual({
      "older-number": 1,
    });
    expect(change(teller, "kid", ["2a"], { number: 4 })).toEqual(done);
    expect(members(teller)).toEqual(["kid:2a"]);
  });

  test("without a number it is the next above the latest known", () => {
    const teller = school();
    change(teller, "kid", ["1a"]);
    expect(left(teller, "kid", { number: 1, at: 2010 })).toEqual(done);
    change(teller, "kid", ["1a"], { at: 2020 });
    expect(reasons(left(teller, "kid", { number: 1, at: 2030 }))).toEqual({ "older-number": 1 });
    expect(left(teller, "kid", { number: 2, at: 2030 })).toEqual(done);
  });
});

describe("staff of nodes (INDUSTRY-01, H42)", () => {
  test("are employees, each of several nodes", () => {
    const teller = school();
    expect(staff(teller, "none", ["1a"])).toEqual(refused("UNKNOWN_PERSON"));
    change(teller, "pa", []);
    expect(staff(teller, "pa", ["1a"])).toEqual(refused("UNKNOWN_PERSON"));
    expect(staff(teller, "b1", ["1a", "1b", "1a"])).toEqual(done);
    expect(staffOf(teller)).toEqual(["b1:1a,1b"]);
    expect(staff(teller, "b1", ["1b", "1a"])).toEqual(quiet);
    expect(staff(teller, "b1", [], { revision: 2 })).toEqual(done);
    expect(staffOf(teller)).toEqual([]);
    expect(reasons(staff(teller, "b1", ["1a"], { revision: 2 }))).toEqual({ "older-revision": 1 });
  });

  test("cease by other nodes, or by a word that says so; who is in the book stays there", () => {
    const teller = school();
    change(teller, "b1", ["1a"]);
    expect(left(teller, "b9", { kind: "staff" })).toEqual(refused("UNKNOWN_PERSON"));
    staff(teller, "b1", ["1a"], { revision: 3 });
    expect(left(teller, "b1", { kind: "staff", at: 2001 })).toEqual(done);
    expect(staffOf(teller)).toEqual([]);
    expect(members(teller)).toEqual(["b1:1a"]);
    expect(left(teller, "b1", { kind: "staff", at: 2002 })).toMatchObject({
      passedOver: { first: [{ kind: "person", id: "b1", reason: "already-so" }] },
    });
    staff(teller, "b1", ["1b"], { revision: 4 });
    left(teller, "b1", { kind: "member", at: 2003 });
    expect(staffOf(teller)).toEqual(["b1:1b"]);
    expect(members(teller)).toEqual([]);
  });

  test("are it until they leave, and again if that is taken back (RESIGN-07)", () => {
    const teller = school();
    staff(teller, "b1", ["1a", "1b"]);
    teller.resign("b", "b1");
    expect(staffOf(teller)).toEqual([]);
    // Somebody was appointed to one of them since.
    staff(teller, "b2", ["1b"]);
    say(teller, "person.reinstated", { organization: "b", person: "b1" }, 3000);
    expect(staffOf(teller)).toEqual(["b1:1a", "b2:1b"]);
    teller.hire("b", "b1", [], 2);
    expect(staffOf(teller)).toEqual(["b2:1b"]);
  });

  test("keep it under another id, and while suspended", () => {
    const teller = school();
    staff(teller, "b1", ["1a"]);
    say(teller, "person.suspended", { organization: "b", person: "b1" });
    renamed(teller, "b1", "b9");
    expect(staffOf(teller)).toEqual(["b9:1a"]);
    staff(teller, "b1", ["1b"], { at: 2000 });
    expect(staffOf(teller)).toEqual(["b9:1b"]);
  });

  test("and members are told of in many changes at once (28.33)", () => {
    const teller = school();
    const changes = [
      { type: "industry.changed", data: { person: "pa", kind: "member", nodes: [] } },
      {
        type: "industry.changed",
        data: { person: "kid", kind: "member", nodes: ["1a"], guardians: ["pa"] },
      },
      { type: "industry.changed", data: { person: "b1", kind: "staff", nodes: ["1a"] } },
      { type: "industry.left", data: { person: "pa" } },
    ];
    expect(say(teller, "directory.changed", { organization: "b", changes })).toEqual(done);
    expect(members(teller)).toEqual(["kid:1a"]);
    expect(staffOf(teller)).toEqual(["b1:1a"]);
    const unknown = [...changes, { type: "industry.left", data: { person: "none" } }];
    expect(say(teller, "directory.changed", { organization: "b", changes: unknown })).toEqual(
      refused("UNKNOWN_PERSON"),
    );
  });
});
