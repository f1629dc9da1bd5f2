// Aim: the pool is the Host's, what is used of it is computed, and it is never overdrawn.
// Method: a Host with a Space of two Members; links, grants and figures before and after.
import { expect } from "vitest";
import { type Caller, type Play, play } from "../../src/testing/index.ts";
import {
  automate,
  buy,
  grant,
  holders,
  licensed,
  link,
  member,
  own,
  people,
  revoke,
  unlink,
  usage,
  whole,
} from "../support/licenses.ts";
import { rule } from "../support/rule.ts";

const s1 = whole("s1");

/** Every command about licenses, each possible for the Host. */
const commands: readonly ((p: Play, by: Caller) => string | null)[] = [
  (p, by) => link(p, whole("s1"), by).code,
  (p, by) => grant(p, own("A"), people("A", "a1"), by).code,
  (p, by) => grant(p, s1, people("B", "b1"), by).code,
  (p, by) => automate(p, s1, "B", ["sales"], by).code,
  (p, by) => revoke(p, own("A"), people("A", "a1"), by).code,
  (p, by) => revoke(p, s1, people("B", "b1"), by).code,
  (p, by) => unlink(p, s1, by).code,
];

const lic01 = rule("LIC-01");
lic01.accepts("every command from the Host's main admins and permitted sub-admins", () => {
  for (const by of ["A", ["A", "sub"]] as const) {
    const p = licensed(10, {}, []);
    p.hire("A", "sub");
    p.appoint("A", "sub", "sub", true);
    expect(commands.map((command) => command(p, by))).toEqual(commands.map(() => null));
  }
});
lic01.refuses("everybody else: Members' admins, ordinary people, former admins", () => {
  const p = licensed(10);
  p.hire("A", "former");
  p.appoint("A", "former", "main");
  p.appoint("A", "former", null);
  for (const by of ["B", ["A", "a1"], ["A", "former"], ["B", "b1"]] as const) {
    for (const command of commands) expect(command(p, by), String(by)).toBe("LICENSE_HOST_ONLY");
  }
  expect(grant(p, s1, people("B", "b1"), "B").refusal).toEqual({
    code: "LICENSE_HOST_ONLY",
    rule: "LIC-01",
    data: { allowed: "host" },
  });
});
lic01.refuses("outsiders and applicants as much as they may know", () => {
  const p = licensed(10);
  p.register(["D", "E"]);
  p.invite("A", "s1");
  p.applyTo("D", "s1");
  expect(link(p, s1, "D").code).toBe("LICENSE_HOST_ONLY");
  expect(link(p, s1, "E").code).toBe("UNKNOWN_SPACE");
  expect(link(p, s1, { support: "staff" }).code).toBe("UNKNOWN_SPACE");
  expect(link(p, whole("none"), "A").code).toBe("UNKNOWN_SPACE");
  expect(grant(p, own("A"), people("A", "a1"), "E").code).toBe("LICENSE_HOST_ONLY");
  expect(grant(p, own("none"), people("A", "a1"), "E").code).toBe("LICENSE_HOST_ONLY");
  expect(grant(p, own("A"), people("A", "a1"), { support: "staff" }).code).toBe(
    "LICENSE_HOST_ONLY",
  );
  expect(grant(p, own("A"), people("A", "a1"), "none").code).toBe("UNKNOWN_ORGANIZATION");
});

const lic02 = rule("LIC-02");
lic02.holds("used is the Host's own unit and every linked one, added up", () => {
  const p = licensed(10, {}, [member("s1", "B"), member("s1", "C")]);
  grant(p, own("A"), people("A", "a1", "a2"));
  grant(p, member("s1", "B"), people("B", "b1", "b2", "b3"));
  grant(p, member("s1", "C"), people("C", "c1"));
  expect(usage(p)).toMatchObject({ used: 6, remaining: 4, over: 0, percent: 60 });
  expect(usage(p).units).toEqual([
    { unit: own("A"), used: 2 },
    { unit: member("s1", "B"), used: 3 },
    { unit: member("s1", "C"), used: 1 },
  ]);
  revoke(p, member("s1", "B"), people("B", "b2"));
  expect(usage(p).used).toBe(5);
});
lic02.holds("under licenseCounting distinct persons of all units together are used", () => {
  for (const [licenseCounting, used] of [
    ["sum-of-units", 2],
    ["distinct-person", 1],
  ] as const) {
    const p = licensed(10, { licenseCounting });
    p.hire("A", "b1");
    grant(p, own("A"), people("A", "b1"));
    grant(p, s1, people("B", "b1"));
    expect(usage(p).used, licenseCounting).toBe(used);
  }
});

/** A hosts s1 with B and C, and so many further Spaces. */
function spaces(count: number, changes = {}): Play {
  const p = licensed(10, changes, []);
  for (let i = 2; i <= count; i += 1) p.createSpace("A", `s${i}`);
  return p;
}

const lic03 = rule("LIC-03");
lic03.below("three linked units, of either kind, another is linked", () => {
  const p = spaces(2);
  expect(link(p, member("s1", "B")).events).toMatchObject([
    { type: "license.unit-linked", data: { host: "A", number: 1 } },
  ]);
  expect(link(p, whole("s2")).code).toBeNull();
  expect(usage(p).links).toEqual({ used: 2, limit: 3, left: 1 });
});
lic03.at("three a Space and two Members are summed", () => {
  const p = spaces(2);
  for (const unit of [member("s1", "B"), whole("s2"), member("s1", "C")]) {
    expect(link(p, unit).code).toBeNull();
  }
  expect(usage(p).links).toEqual({ used: 3, limit: 3, left: 0 });
});
lic03.above("three it is refused; unlinking one makes room", () => {
  const p = spaces(4);
  for (const space of ["s1", "s2", "s3"]) link(p, whole(space));
  expect(link(p, whole("s4")).refusal).toEqual({
    code: "LICENSE_LINK_LIMIT_EXCEEDED",
    rule: "LIC-03",
    data: { limit: 3, current: 3 },
  });
  unlink(p, whole("s2"));
  expect(link(p, whole("s4")).code).toBeNull();
  expect(usage(p).units.map(({ unit }) => unit)).toEqual([
    own("A"),
    whole("s1"),
    whole("s3"),
    whole("s4"),
  ]);
});
lic03.above("another limit that the policy sets", () => {
  const p = spaces(2, { licenseLinkLimit: 1 });
  expect(link(p, whole("s1")).code).toBeNull();
  expect(link(p, whole("s2")).code).toBe("LICENSE_LINK_LIMIT_EXCEEDED");
});
lic03.above("what overlaps, is linked already, or is of no Member", () => {
  const p = spaces(2);
  p.register(["D"]);
  link(p, member("s1", "B"));
  expect(link(p, member("s1", "B")).refusal?.data).toEqual({ space: "s1", organization: "B" });
  expect(link(p, member("s1", "B")).code).toBe("UNIT_ALREADY_LINKED");
  expect(link(p, whole("s1")).refusal).toMatchObject({
    code: "UNIT_OVERLAP",
    data: { space: "s1", organization: "B" },
  });
  expect(link(p, member("s1", "D")).code).toBe("NOT_A_MEMBER");
  expect(link(p, member("s1", "A")).code).toBe("NOT_A_MEMBER");
  link(p, whole("s2"));
  p.join("A", "s2", "B");
  expect(link(p, member("s2", "B")).refusal).toMatchObject({
    code: "UNIT_OVERLAP",
    data: { space: "s2", organization: null },
  });
  expect(link(p, whole("s2")).refusal).toMatchObject({
    code: "UNIT_ALREADY_LINKED",
    data: { space: "s2", organization: null },
  });
});
lic03.above("a unit that is not linked: nothing is granted, revoked or chosen there", () => {
  const p = spaces(1);
  link(p, member("s1", "C"));
  const unlinked = member("s1", "B");
  for (const code of [
    grant(p, unlinked, people("B", "b1")).code,
    grant(p, s1, people("C", "c1")).code,
    revoke(p, unlinked, people("B", "b1")).code,
    automate(p, unlinked, "B", ["sales"]).code,
    unlink(p, unlinked).code,
  ]) {
    expect(code).toBe("UNIT_NOT_LINKED");
  }
  expect(unlink(p, s1).refusal?.data).toEqual({ space: "s1", organization: null });
});

const lic04 = rule("LIC-04");
lic04.accepts("grants as long as licenses remain, the last one included", () => {
  const p = licensed(3);
  expect(grant(p, own("A"), people("A", "a1", "a2")).code).toBeNull();
  expect(grant(p, s1, people("B", "b1")).code).toBeNull();
  expect(usage(p)).toMatchObject({ used: 3, remaining: 0 });
});
lic04.refuses("one too many, and of several all", () => {
  const p = licensed(3);
  expect(grant(p, s1, people("B", "b1", "b2")).code).toBeNull();
  expect(grant(p, own("A"), people("A", "a1", "a2")).refusal).toEqual({
    code: "LICENSE_POOL_EXHAUSTED",
    rule: "LIC-04",
    data: { limit: 3, current: 2, needed: 2 },
  });
  expect(usage(p).used).toBe(2);
  expect(grant(p, own("A"), people("A", "a1")).code).toBeNull();
  expect(grant(p, own("A"), people("A", "a2")).code).toBe("LICENSE_POOL_EXHAUSTED");
});
lic04.refuses("everything of a Host that has bought none", () => {
  const p = play();
  p.register(["A"]);
  p.hire("A", "a1");
  expect(grant(p, own("A"), people("A", "a1")).refusal?.data).toEqual({
    limit: 0,
    current: 0,
    needed: 1,
  });
});

/** The page's figures: 10 000 people at the Host, 1000 Downstream, 3000 licenses. */
function worked(): Play {
  const p = play();
  p.register(["A", "B"]);
  for (let i = 1; i < 10_000; i += 1) p.hire("A", `a${i}`);
  for (let i = 1; i < 1000; i += 1) p.hire("B", `b${i}`);
  p.createSpace("A", "s1");
  p.join("A", "s1", "B", { whole: true });
  buy(p, "A", 3000);
  link(p, s1);
  return p;
}

const some = (organization: string, letter: string, count: number) =>
  people(organization, ...Array.from({ length: count }, (_, i) => `${letter}${i + 1}`));

const lic05 = rule("LIC-05");
lic05.holds("2000 and 200 of 3000: 2200 used, 800 left, 73.3 percent, no alert", () => {
  const p = worked();
  const upstream = grant(p, own("A"), some("A", "a", 2000));
  const downstream = grant(p, s1, some("B", "b", 200));
  expect([upstream.code, downstream.code]).toEqual([null, null]);
  expect([...upstream.notices, ...downstream.notices]).toEqual([]);
  expect(usage(p)).toEqual({
    purchased: 3000,
    used: 2200,
    remaining: 800,
    over: 0,
    percent: 73.3,
    high: false,
    units: [
      { unit: own("A"), used: 2000 },
      { unit: s1, used: 200 },
    ],
    waiting: 0,
    links: { used: 1, limit: 3, left: 2 },
  });
  expect(grant(p, s1, some("B", "b", 999).slice(200)).code).toBeNull();
  expect(grant(p, own("A"), some("A", "a", 2002).slice(2000)).code).toBe("LICENSE_POOL_EXHAUSTED");
});
lic05.holds("such figures are shown to the Host's admins alone", () => {
  const p = licensed(3);
  const viewer = (organization: string, person: string) => ({ viewer: { organization, person } });
  expect(p.ask("license.usage", viewer("A", "a1"))).toBe("LICENSE_HOST_ONLY");
  // A Member's admins see their own pool, in which there is nothing.
  expect(usage(p, "B")).toMatchObject({ purchased: 0, used: 0 });
});

rule("LIC-06").holds("whoever has no grant uses nothing, however many they are", () => {
  const p = licensed(2);
  const before = usage(p);
  for (let i = 0; i < 50; i += 1) p.hire(i % 2 === 0 ? "A" : "B", `more${i}`);
  p.resign("B", "more1");
  expect(usage(p)).toEqual(before);
  expect(usage(p)).toMatchObject({ used: 0, remaining: 2, percent: 0 });
});

const lic07 = rule("LIC-07");
lic07.accepts(
  "people in service in the Host's unit, rostered people of Members in linked ones",
  () => {
    const p = licensed(9);
    expect(grant(p, own("A"), people("A", "a1", "A-admin")).code).toBeNull();
    expect(grant(p, s1, [...people("B", "b1"), ...people("C", "c1")]).code).toBeNull();
    const q = licensed(9, {}, [member("s1", "B")]);
    expect(grant(q, member("s1", "B"), people("B", "b1")).code).toBeNull();
    expect(holders(q, member("s1", "B"))).toEqual(["B/b1"]);
  },
);
lic07.refuses(
  "whoever is not in service, or not on the Roster through a Member of the unit",
  () => {
    const p = licensed(9, {}, [member("s1", "B")]);
    p.hire("A", "gone");
    p.resign("A", "gone");
    p.command("B", "scope.take-out", { space: "s1", organization: "B", people: ["b4"] });
    p.command("A", "scope.set", { space: "s1", organization: "A", scope: { people: ["a1"] } });
    const no = "LICENSE_TARGET_NOT_ELIGIBLE";
    expect(grant(p, own("A"), people("A", "a1", "gone")).refusal).toEqual({
      code: no,
      rule: "LIC-07",
      data: { organization: "A", person: "gone" },
    });
    expect(grant(p, own("A"), people("B", "b1")).code).toBe(no);
    expect(grant(p, own("A"), people("none", "none")).code).toBe(no);
    expect(grant(p, own("A"), people("A", "none")).code).toBe("UNKNOWN_PERSON");
    const unit = member("s1", "B");
    for (const whom of [
      people("B", "b4"),
      people("C", "c1"),
      people("A", "a1"),
      people("B", "none"),
      people("none", "none"),
    ]) {
      expect(grant(p, unit, whom).code).toBe(no);
    }
  },
);
lic07.refuses("a Host contact in the Space: the Host's unit is theirs", () => {
  const p = licensed(9);
  p.command("A", "scope.set", { space: "s1", organization: "A", scope: { people: ["a1"] } });
  expect(grant(p, s1, people("A", "a1")).code).toBe("LICENSE_TARGET_NOT_ELIGIBLE");
  expect(grant(p, own("A"), people("A", "a1")).code).toBeNull();
  expect(usage(p).used).toBe(1);
});
