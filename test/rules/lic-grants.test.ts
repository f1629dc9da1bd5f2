// Aim: grants by hand are wholly given or not at all, and end with whatever entitled to them.
// Method: grants to several, revocation, resignation, every way out of a Space, unlinking, purchases.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import {
  automate,
  buy,
  deferred,
  grant,
  holders,
  licensed,
  link,
  member,
  named,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");

const lic12 = rule("LIC-12");
lic12.happens("that all grants of an identity end with its employment, everywhere at once", () => {
  const p = licensed(9);
  p.createSpace("C", "sc");
  p.join("C", "sc", "B", { whole: true });
  buy(p, "C", 1);
  link(p, whole("sc"), "C");
  grant(p, s1, people("B", "b1", "b2"));
  grant(p, whole("sc"), people("B", "b1"), "C");
  const told = p.resign("B", "b1");
  const released = told.events.filter(({ type }) => type === "license.released");
  expect(released.map(({ data }) => [data["host"], data["person"], data["because"]])).toEqual([
    ["A", "b1", "resigned"],
    ["C", "b1", "resigned"],
  ]);
  expect([usage(p, "A").remaining, usage(p, "C").remaining]).toEqual([8, 1]);
  expect(holders(p, s1)).toEqual(["B/b2"]);
});
lic12.happens("to the Host's own people as well", () => {
  const p = licensed(9);
  grant(p, own("A"), people("A", "a1", "a2"));
  expect(named(p.resign("A", "a1"), "license.released")).toEqual(["A/a1"]);
  expect(holders(p, own("A"))).toEqual(["A/a2"]);
});
lic12.happens("where a new employment takes the place of an older one", () => {
  const p = licensed(9);
  grant(p, s1, people("B", "b1"));
  p.hire("B", "b1", ["sales"], 2);
  expect(p.roster("s1")).toContain("B/b1");
  expect(holders(p, s1)).toEqual([]);
});
lic12.doesNot("to other identities of the person, or to who has none", () => {
  const p = licensed(9);
  p.hire("C", "b1");
  grant(p, s1, [...people("B", "b1"), ...people("C", "b1")]);
  expect(named(p.resign("B", "b1"), "license.released")).toEqual(["B/b1"]);
  expect(holders(p, s1)).toEqual(["C/b1"]);
  expect(named(p.resign("B", "b2"), "license.released")).toEqual([]);
});

/** Ways out of the Space other than resigning. */
const waysOut: readonly (readonly [what: string, go: (p: Play) => Told])[] = [
  [
    "a scope without them",
    (p) =>
      p.command("B", "scope.set", {
        space: "s1",
        organization: "B",
        scope: { departments: ["law"] },
      }),
  ],
  [
    "an exclusion",
    (p) => p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["b1"] }),
  ],
  [
    "the end of the Association",
    (p) => p.command("A", "association.cancel", { space: "s1", organization: "B" }),
  ],
  ["the end of their organization", (p) => p.fact("organization.ended", { organization: "B" })],
];

const lic13 = rule("LIC-13");
lic13.happens("that whoever leaves the Roster in any way loses the grant", () => {
  for (const [what, go] of waysOut) {
    const p = licensed(9);
    grant(p, s1, [...people("B", "b1"), ...people("C", "c1")]);
    const told = go(p);
    expect(named(told, "license.released"), what).toEqual(["B/b1"]);
    expect(holders(p, s1), what).toEqual(["C/c1"]);
    expect(usage(p).remaining, what).toBe(8);
  }
});
lic13.happens("by relocation out of the scope", () => {
  const p = licensed(9);
  const scope = { departments: ["sales"] };
  p.command("B", "scope.set", { space: "s1", organization: "B", scope });
  grant(p, s1, people("B", "b1"));
  const [left, released] = p.relocate("B", "b1", ["law"]).events.slice(1);
  expect([left?.type, released?.type]).toEqual(["roster.left", "license.released"]);
  expect(released?.data["because"]).toBe("left");
});
lic13.doesNot("while somebody stays on the Roster, or to Host contacts who leave it", () => {
  const p = licensed(9);
  p.command("A", "scope.set", { space: "s1", organization: "A", scope: { people: ["a1"] } });
  grant(p, own("A"), people("A", "a1"));
  grant(p, s1, people("B", "b1"));
  p.relocate("B", "b1", ["law"]);
  p.command("A", "scope.set", { space: "s1", organization: "A", scope: {} });
  expect([holders(p, own("A")), holders(p, s1)]).toEqual([["A/a1"], ["B/b1"]]);
});

const lic14 = rule("LIC-14");
lic14.holds("a person granted in two units uses two, in one unit through two Members one", () => {
  const p = licensed(3, {}, [s1]);
  for (const organization of ["A", "C"]) p.hire(organization, "b1");
  grant(p, own("A"), people("A", "b1"));
  grant(p, s1, people("B", "b1"));
  expect(usage(p).used).toBe(2);
  grant(p, s1, people("C", "b1"));
  expect(usage(p).used).toBe(2);
  revoke(p, s1, people("B", "b1"));
  expect(usage(p).used).toBe(2);
  revoke(p, s1, people("C", "b1"));
  expect(usage(p).used).toBe(1);
});
lic14.holds("an organization met in two Spaces is two units, its people use two licenses", () => {
  const p = licensed(9, {}, [member("s1", "B")]);
  p.createSpace("A", "s2");
  p.join("A", "s2", "B", { whole: true });
  link(p, member("s2", "B"));
  grant(p, member("s1", "B"), people("B", "b1"));
  grant(p, member("s2", "B"), people("B", "b1"));
  expect(usage(p).used).toBe(2);
});
lic14.holds("a grant that takes no license is possible when none is left", () => {
  const p = licensed(1);
  p.hire("C", "b1");
  grant(p, s1, people("B", "b1"));
  expect(usage(p).remaining).toBe(0);
  expect(grant(p, s1, people("C", "b1", "c1")).code).toBe("LICENSE_POOL_EXHAUSTED");
  expect(grant(p, s1, people("C", "b1")).code).toBeNull();
  const q = licensed(1, { licenseCounting: "distinct-person" });
  q.hire("A", "b1");
  grant(q, own("A"), people("A", "b1"));
  expect(grant(q, s1, people("B", "b1")).code).toBeNull();
});
lic14.holds("two of one person in one command take one license", () => {
  const p = licensed(1);
  p.hire("C", "b1");
  expect(grant(p, s1, [...people("B", "b1"), ...people("C", "b1")]).code).toBeNull();
  expect(usage(p)).toMatchObject({ used: 1, remaining: 0 });
});
lic14.holds("whoever comes to count brings along what they wait for", () => {
  const p = licensed(0);
  p.fact("department.created", { organization: "C", department: "law", parent: null, name: "Law" });
  automate(p, s1, "B", ["law"]);
  automate(p, s1, "C", ["law"]);
  p.hire("B", "new", ["law"]);
  p.hire("B", "other", ["law"]);
  p.hire("C", "new", ["law"]);
  expect(deferred(p)).toEqual(["B/new", "B/other", "C/new"]);
  expect(named(buy(p, "A", 1), "license.granted")).toEqual(["B/new", "C/new"]);
  expect(deferred(p)).toEqual(["B/other"]);
});

const lic15 = rule("LIC-15");
lic15.happens("that grants, automatic departments and waiting accounts go with the link", () => {
  const p = licensed(3);
  automate(p, s1, "B", ["law"]);
  grant(p, s1, people("B", "b1", "b2"));
  grant(p, own("A"), people("A", "a1"));
  p.hire("B", "late", ["law"]);
  const before = p.roster("s1");
  const told = unlink(p, s1);
  expect(named(told, "license.released")).toEqual(["B/b1", "B/b2"]);
  expect(named(told, "license.undeferred")).toEqual(["B/late"]);
  expect(told.events.at(-1)).toMatchObject({
    type: "license.unit-unlinked",
    data: { host: "A", unit: s1, because: "unlinked" },
  });
  expect(p.roster("s1")).toEqual(before);
  expect(usage(p)).toMatchObject({ used: 1, waiting: 0, units: [{ unit: own("A"), used: 1 }] });
  link(p, s1);
  p.hire("B", "later", ["law"]);
  expect(holders(p, s1)).toEqual([]);
});
lic15.happens("by the end of the Association or of the Space, too", () => {
  const cancelled = licensed(9, {}, [member("s1", "B"), member("s1", "C")]);
  grant(cancelled, member("s1", "B"), people("B", "b1"));
  const cancelling = cancelled.command("A", "association.cancel", {
    space: "s1",
    organization: "B",
  });
  expect(named(cancelling, "license.released")).toEqual(["B/b1"]);
  expect(cancelling.events.at(-1)).toMatchObject({
    type: "license.unit-unlinked",
    data: { unit: member("s1", "B"), because: "association-ended" },
  });
  for (const units of [[s1], [member("s1", "B"), member("s1", "C")]]) {
    const p = licensed(9, {}, units);
    grant(p, units[0] as typeof s1, people("B", "b1"));
    automate(p, units[0] as typeof s1, "B", ["law"]);
    const dissolving = p.command("A", "space.dissolve", { space: "s1" });
    const gone = dissolving.events.filter(({ type }) => type === "license.unit-unlinked");
    expect(gone.map(({ data }) => data["because"])).toEqual(units.map(() => "dissolved"));
    expect(usage(p)).toMatchObject({ used: 0, links: { used: 0 } });
  }
});
lic15.happens("to a Member's automatic departments in the Space's unit, when it goes", () => {
  const p = licensed(9);
  automate(p, s1, "B", ["law", "sales"]);
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  expect(usage(p).links.used).toBe(1);
  p.join("A", "s1", "B", { whole: true }, "again");
  expect(holders(p, s1)).toEqual([]);
});
lic15.happens("to the whole pool, when the Host ends", () => {
  const p = licensed(9);
  grant(p, s1, people("B", "b1"));
  automate(p, s1, "B", ["law"]);
  const { events } = p.fact("organization.ended", { organization: "A" });
  expect(events.filter(({ type }) => type.startsWith("license."))).toMatchObject([
    { type: "license.pool-ended", data: { host: "A" } },
  ]);
  for (const kind of ["pool", "accounts", "granted", "unit", "automatic", "selected"] as const) {
    expect(p.records(kind), kind).toEqual([]);
  }
});
lic15.doesNot("touch other units, or happen to who leaves another Space", () => {
  const p = licensed(9, {}, [member("s1", "B"), member("s1", "C")]);
  grant(p, member("s1", "B"), people("B", "b1"));
  grant(p, member("s1", "C"), people("C", "c1"));
  unlink(p, member("s1", "B"));
  expect(holders(p, member("s1", "C"))).toEqual(["C/c1"]);
  p.createSpace("A", "s2");
  p.join("A", "s2", "C", { whole: true });
  p.command("A", "association.cancel", { space: "s2", organization: "C" });
  expect(holders(p, member("s1", "C"))).toEqual(["C/c1"]);
});

const lic16 = rule("LIC-16");
lic16.happens("that more licenses serve who waits, and the rest remains", () => {
  const p = licensed(0);
  automate(p, s1, "B", ["law"]);
  p.hire("B", "late", ["law"]);
  expect(named(buy(p, "A", 3), "license.granted")).toEqual(["B/late"]);
  expect(usage(p)).toMatchObject({ purchased: 3, used: 1, remaining: 2, waiting: 0 });
});
lic16.happens("that fewer than are used take nothing away, and nothing more is granted", () => {
  const p = licensed(3);
  p.hire("C", "b1");
  grant(p, s1, people("B", "b1", "b2", "b3"));
  buy(p, "A", 2);
  expect(usage(p)).toMatchObject({ used: 3, remaining: 0, over: 1, percent: 150 });
  expect(holders(p, s1)).toEqual(["B/b1", "B/b2", "B/b3"]);
  // Not even a grant that would take none.
  expect(grant(p, s1, people("C", "b1")).refusal?.data).toEqual({
    limit: 2,
    current: 3,
    needed: 0,
  });
  revoke(p, s1, people("B", "b3"));
  expect(grant(p, s1, people("B", "b4")).code).toBe("LICENSE_POOL_EXHAUSTED");
  expect(grant(p, s1, people("C", "b1")).code).toBeNull();
  revoke(p, s1, people("B", "b2"));
  expect(grant(p, s1, people("B", "b4")).code).toBeNull();
});
lic16.happens("that accounts which take none come in once nothing is over-allocated", () => {
  const p = licensed(2);
  p.fact("department.created", { organization: "C", department: "law", parent: null, name: "Law" });
  automate(p, s1, "B", ["law"]);
  automate(p, s1, "C", ["law"]);
  grant(p, s1, people("B", "b1", "b2"));
  buy(p, "A", 1);
  p.hire("B", "first", ["law"]);
  p.hire("C", "b1", ["law"]);
  expect(deferred(p)).toEqual(["B/first", "C/b1"]);
  revoke(p, s1, people("B", "b2"));
  expect(holders(p, s1)).toEqual(["B/b1", "C/b1"]);
  expect(deferred(p)).toEqual(["B/first"]);
});
lic16.doesNot("follow an older purchase that comes late, or one that says the same", () => {
  const p = licensed(1);
  expect(buy(p, "A", 5, 7).events).toHaveLength(1);
  expect(buy(p, "A", 4, 6).events).toEqual([]);
  expect(buy(p, "A", 4, 7).events).toEqual([]);
  expect(buy(p, "A", 5).events).toEqual([]);
  expect(buy(p, "A", 5, 8).events).toHaveLength(1);
  expect(buy(p, "A", 4, 7).events).toEqual([]);
  expect(usage(p).purchased).toBe(5);
  expect(buy(p, "none", 5).code).toBe("UNKNOWN_ORGANIZATION");
  const purchase = { organization: "A", purchased: 9 };
  expect(p.fact("license.purchased", purchase, { from: { organization: "A" } }).code).toBe(
    "SOURCE_NOT_RESPONSIBLE",
  );
  p.fact("organization.ended", { organization: "A" });
  expect(buy(p, "A", 9)).toMatchObject({ code: null, events: [] });
});

const lic18 = rule("LIC-18");
lic18.accepts("several of whom some hold a grant: those are skipped and reported", () => {
  const p = licensed(3);
  grant(p, s1, people("B", "b2"));
  const told = grant(p, s1, people("B", "b1", "b2", "b3"));
  expect(named(told, "license.granted")).toEqual(["B/b1", "B/b3"]);
  expect(named(told, "license.skipped")).toEqual(["B/b2"]);
  expect(usage(p).used).toBe(3);
  expect(revoke(p, s1, people("B", "b1", "b2")).code).toBeNull();
  expect(holders(p, s1)).toEqual(["B/b3"]);
});
lic18.refuses("granting where all hold one, and revoking where anybody holds none", () => {
  const p = licensed(3);
  grant(p, s1, people("B", "b1", "b2"));
  expect(grant(p, s1, people("B", "b2", "b1")).refusal).toEqual({
    code: "LICENSE_ALREADY_GRANTED",
    rule: "LIC-18",
    data: { organization: "B", person: "b2" },
  });
  expect(revoke(p, s1, people("B", "b1", "b3", "b4")).refusal).toEqual({
    code: "LICENSE_NOT_GRANTED",
    rule: "LIC-18",
    data: { organization: "B", person: "b3" },
  });
  expect(usage(p).used).toBe(2);
  expect(revoke(p, own("A"), people("A", "a1")).code).toBe("LICENSE_NOT_GRANTED");
});
lic18.refuses("revoking what somebody only waits for", () => {
  const p = licensed(0);
  automate(p, s1, "B", ["law"]);
  p.hire("B", "late", ["law"]);
  expect(revoke(p, s1, people("B", "late")).code).toBe("LICENSE_NOT_GRANTED");
});
