// Aim: both sides of an application are told what the other has done, and may ask before they act.
// Method: applications to Spaces and to Trunks are made and decided; notices and answers are held against them.
import { expect } from "vitest";
import { type Play, play, type Told } from "../../src/testing/index.ts";
import { applyTo, approve, link, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

function hosted(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C"]);
  p.createSpace("A", "s");
  p.invite("A", "s");
  return p;
}

const host = { organization: "A", person: "A-admin" };
const admin = (organization: string) => ({ organization, person: `${organization}-admin` });
const spaceAdmins = { kind: "space-admins", space: "s" };
const admins = (organization: string) => ({ kind: "authorized-admins", organization });
const trunkAdmins = (organization: string) => ({ kind: "hierarchy-admins", organization });
const noticesOf = ({ notices }: Told) =>
  notices.filter(({ kind }) => /APPLICATION|ASSOCIATION/u.test(kind));
const about = (more: object = {}) => ({ space: "s", organization: "B", application: "a", ...more });

const join18 = rule("JOIN-18");
join18.happens("that a submission and a withdrawal are told to the Space's admins", () => {
  const p = hosted();
  expect(p.applyTo("B", "s", {}, "a").notices).toEqual([
    { kind: "APPLICATION_SUBMITTED", to: [spaceAdmins], data: about() },
  ]);
  expect(p.command("B", "application.withdraw", { application: "a" }).notices).toEqual([
    { kind: "APPLICATION_WITHDRAWN", to: [spaceAdmins], data: about() },
  ]);
});
join18.happens("that a decision is told to the applicant's admins, with the reason", () => {
  const p = hosted();
  p.applyTo("B", "s", {}, "a");
  const rejected = p.command("A", "application.reject", { application: "a", reason: "not yet" });
  expect(rejected.notices).toEqual([
    {
      ...{ kind: "APPLICATION_DECIDED", to: [admins("B")] },
      data: about({ approved: false, reason: "not yet" }),
    },
  ]);
  p.applyTo("B", "s", {}, "b");
  expect(noticesOf(p.approve("A", "B", "s", "b"))).toEqual([
    {
      ...{ kind: "APPLICATION_DECIDED", to: [admins("B")] },
      data: about({ application: "b", approved: true, reason: null }),
    },
  ]);
});
join18.happens("that the end of an Association is told to both, whatever brought it", () => {
  const ended = (because: string) => ({
    ...{ kind: "ASSOCIATION_ENDED", to: [spaceAdmins, admins("B")] },
    data: { space: "s", organization: "B", because },
  });
  const joined = () => {
    const p = hosted();
    p.join("A", "s", "B");
    return p;
  };
  const cancelled = joined().command("A", "association.cancel", { space: "s", organization: "B" });
  expect(noticesOf(cancelled)).toEqual([ended("cancelled")]);
  // The Host's own part ends with the Space, and is no Member's.
  const dissolved = joined().command("A", "space.dissolve", { space: "s" });
  expect(noticesOf(dissolved)).toEqual([ended("dissolved")]);
  const gone = joined().fact("organization.ended", { organization: "B" });
  expect(noticesOf(gone)).toEqual([ended("ended")]);
});
join18.happens("for a Trunk alike, whose Links end by UNLINK-03", () => {
  const p = opened(["T", "B", "C"]);
  const of = { trunk: "T", organization: "B", application: "B-T" };
  expect(applyTo(p, "T", "B").notices).toEqual([
    { kind: "APPLICATION_SUBMITTED", to: [trunkAdmins("T")], data: of },
  ]);
  expect(noticesOf(approve(p, "T", ["B"]))).toEqual([
    {
      ...{ kind: "APPLICATION_DECIDED", to: [trunkAdmins("B")] },
      data: { ...of, approved: true, reason: null },
    },
  ]);
  const cancelled = p.command("T", "link.cancel", { trunk: "T", organization: "B" });
  expect(cancelled.notices.map(({ kind }) => kind)).toEqual(["LINK_ENDED"]);
  applyTo(p, "T", "C");
  // With the Trunk what waits for its word is turned away.
  expect(noticesOf(p.fact("organization.ended", { organization: "T" }))).toMatchObject([
    {
      kind: "APPLICATION_DECIDED",
      to: [trunkAdmins("C")],
      data: { approved: false, reason: null },
    },
  ]);
});
join18.doesNot(
  "when nothing is decided: a refusal, a lapse, a new application that closes one",
  () => {
    const p = hosted({ applicationLifetimeDays: 1, personCap: 1 });
    p.hire("B", "b1");
    p.applyTo("B", "s", { whole: true }, "a");
    expect(p.approve("A", "B", "s", "a").notices).toEqual([]);
    const wish = { application: "b", invitation: "i-s" };
    const again = p.command("B", "application.submit", wish, { at: 10 * 86_400_000 });
    expect(again.events.map(({ type }) => type)).toContain("application.expired");
    expect(again.notices.map(({ kind }) => kind)).toEqual(["APPLICATION_SUBMITTED"]);
  },
);

const asked = (p: Play, more: object = {}) =>
  p.ask("admin.application", { viewer: host, space: "s", application: "a", ...more });

/** B with three people in two departments; one of them is in the Space by C. */
function known(changes = {}): Play {
  const p = hosted(changes);
  p.createDepartments("B", [
    ["d", null],
    ["e", null],
  ]);
  p.hire("B", "b1", ["d"]);
  p.hire("B", "b2", ["e"]);
  p.hire("B", "both", ["d"]);
  p.hire("C", "both");
  p.join("A", "s", "C", { people: ["both"] });
  return p;
}
const scope = { departments: ["d", "e"], exclude: { people: ["b2"] } };

join18.happens("that an admin learns what an application would bring, in numbers", () => {
  const p = known();
  p.applyTo("B", "s", scope, "a");
  const answer = asked(p);
  expect(answer).toMatchObject({
    ...{ organization: "B", whole: false, departments: 2, people: 1 },
    ...{ identities: 2, persons: 1, fit: 2, refusal: null },
  });
  expect(JSON.stringify(answer)).not.toMatch(/"b1"|"both"|"d"|"e"/u);
  // By the directory of the day, while what it names stays.
  p.resign("B", "b1");
  expect(asked(p)).toMatchObject({ departments: 2, people: 1, identities: 1, persons: 0 });
});
join18.happens("that it says how many would fit, and what approving would be refused with", () => {
  for (const [personCap, personCounting, fit, needed] of [
    [1, "distinct-person", 1, 1],
    [2, "distinct-person", 2, null],
    [1, "per-identity", 0, 2],
    [2, "per-identity", 1, 2],
    [3, "per-identity", 2, null],
  ] as const) {
    const p = known({ personCap, personCounting });
    p.applyTo("B", "s", scope, "a");
    const refusal =
      needed === null
        ? null
        : {
            ...{ code: "PERSON_CAP_EXCEEDED", rule: "CAP-01" },
            data: { limit: personCap, current: 1, needed },
          };
    expect(asked(p)).toMatchObject({ identities: 2, fit, refusal });
    expect(p.approve("A", "B", "s", "a").refusal).toEqual(refusal);
  }
});
join18.happens("that it counts a whole organization where counts alone refuse it", () => {
  const p = hosted({ personCap: 2 });
  p.join("A", "s", "C", { whole: true });
  for (const person of ["b1", "b2"]) p.hire("B", person);
  p.applyTo("B", "s", { whole: true }, "a");
  // At the least, as nobody was looked at: the one who counts might be one of these three.
  const data = { limit: 2, current: 1, needed: 2 };
  expect(p.approve("A", "B", "s", "a").refusal).toMatchObject({ data });
  expect(asked(p)).toMatchObject({ identities: 3, persons: 3, fit: 1, refusal: { data } });
});
join18.happens("that the end of an application is asked as of a time", () => {
  const p = hosted({ applicationLifetimeDays: 1 });
  p.command("B", "application.submit", { application: "a", invitation: "i-s" }, { at: 1000 });
  const end = 1000 + 86_400_000;
  expect(asked(p)).toMatchObject({ at: 1000, expiresAt: end, refusal: null });
  expect(asked(p, { at: end - 1 })).toMatchObject({ refusal: null });
  expect(asked(p, { at: end })).toMatchObject({ refusal: { code: "APPLICATION_EXPIRED" } });
});
join18.doesNot("for others, nor of an application that is not pending, or another Space's", () => {
  const p = hosted();
  p.createSpace("A", "t");
  p.applyTo("B", "s", {}, "a");
  expect(asked(p, { viewer: admin("B") })).toBe("NOT_SPACE_ADMIN");
  expect(asked(p, { viewer: admin("C") })).toBe("UNKNOWN_SPACE");
  expect(asked(p, { space: "t" })).toBe("UNKNOWN_APPLICATION");
  expect(asked(p, { application: "none" })).toBe("UNKNOWN_APPLICATION");
  p.command("B", "application.withdraw", { application: "a" });
  // Of an organization that does not apply any more the Host learns nothing.
  expect(asked(p)).toBe("UNKNOWN_APPLICATION");
});
join18.happens("for a Trunk, which approves it alone and knows no cap", () => {
  const p = opened(["T", "B"], { trunkLimit: 1 });
  p.hire("B", "b1");
  applyTo(p, "T", "B", { scope: { whole: true } });
  const of = { viewer: admin("T"), trunk: "T", application: "B-T" };
  const fresh = { whole: true, departments: 0, people: 0, identities: 2, persons: 2, fit: 2 };
  expect(p.ask("admin.application", of)).toMatchObject({ ...fresh, refusal: null });
  p.fact("hierarchy.capacity-changed", { organization: "T", open: false, branches: null });
  expect(p.ask("admin.application", of)).toMatchObject({ refusal: { code: "HIERARCHY_NOT_OPEN" } });
  expect(p.ask("admin.application", { ...of, viewer: admin("B") })).toBe("NOT_TRUNK_ADMIN");
});

const own = (p: Play, organization: string, more: object = {}) =>
  p.ask("application.own", { viewer: admin(organization), ...more }) as {
    readonly items: readonly object[];
    readonly next: string | null;
  };
join18.happens("that the applicant sees where its applications stand, the latest to each", () => {
  const p = opened(["A", "B", "T"], { applicationLifetimeDays: 1 });
  for (const space of ["s", "t"]) {
    p.createSpace("A", space);
    p.invite("A", space);
  }
  const submit = (application: string, space: string, at: number) =>
    p.command("B", "application.submit", { application, invitation: `i-${space}` }, { at });
  submit("first", "s", 2000);
  submit("other", "t", 2001);
  applyTo(p, "T", "B");
  p.command("A", "application.reject", { application: "first", reason: "not yet" }, { at: 2002 });
  const rejected = { space: "s", application: "first", status: "rejected", reason: "not yet" };
  expect(own(p, "B", { space: "s" })).toMatchObject({ items: [rejected], next: null });
  submit("second", "s", 2003);
  const end = 2003 + 86_400_000;
  expect(own(p, "B").items).toMatchObject([
    {
      space: "s",
      application: "second",
      at: 2003,
      expiresAt: end,
      status: "pending",
      reason: null,
    },
    { space: "t", application: "other" },
    { trunk: "T", application: "B-T", status: "pending" },
  ]);
  expect(own(p, "B", { space: "s", at: end }).items).toMatchObject([{ expired: true }]);
  expect(own(p, "B", { space: "s", at: end - 1 }).items).toMatchObject([{ expired: false }]);
  expect(own(p, "B", { trunk: "T" }).items).toMatchObject([{ application: "B-T" }]);
  // Page by page it is the same.
  const first = own(p, "B", { limit: 2 });
  expect(first.items).toHaveLength(2);
  expect(own(p, "B", { limit: 2, after: first.next }).items).toMatchObject([{ trunk: "T" }]);
  expect(own(p, "A")).toEqual({ items: [], next: null });
  expect(own(p, "B", { space: "none" })).toEqual({ items: [], next: null });
});
join18.doesNot("for whoever has not the permission for that side", () => {
  const p = opened(["A", "B", "T"]);
  p.createSpace("A", "s");
  p.invite("A", "s");
  p.applyTo("B", "s", {}, "a");
  applyTo(p, "T", "B");
  for (const person of ["none", "spaces", "trunks"]) p.hire("B", person);
  p.appoint("B", "spaces", "sub", true);
  p.fact("admin.changed", {
    ...{ organization: "B", person: "trunks", number: 1 },
    ...{ role: "sub", spacePermission: false, hierarchyPermission: true },
  });
  const seen = (person: string, more: object = {}) =>
    own(p, "B", { viewer: { organization: "B", person }, ...more });
  expect(seen("none")).toBe("NOT_AUTHORIZED_ADMIN");
  expect(seen("spaces").items).toMatchObject([{ application: "a" }]);
  expect(seen("trunks").items).toMatchObject([{ application: "B-T" }]);
  expect(seen("spaces", { trunk: "T" })).toBe("NOT_AUTHORIZED_ADMIN");
  expect(seen("trunks", { space: "s" })).toBe("NOT_AUTHORIZED_ADMIN");
});

join18.happens("that a want of places says how many were needed, to whose limit it is", () => {
  const p = hosted({ personCap: 3 });
  for (const person of ["a1", "a2", "a3"]) p.hire("A", person);
  p.command("A", "scope.set", { space: "s", organization: "A", scope: { people: ["a1", "a2"] } });
  // One leaves and three come, beside the one who stays.
  for (const person of ["a4", "a5"]) p.hire("A", person);
  const set = { people: ["a2", "a3", "a4", "a5"] };
  expect(
    p.command("A", "scope.set", { space: "s", organization: "A", scope: set }).refusal,
  ).toMatchObject({ code: "PERSON_CAP_EXCEEDED", data: { limit: 3, current: 2, needed: 2 } });
  p.join("A", "s", "B", {});
  for (const person of ["b1", "b2"]) p.hire("B", person);
  const put = { space: "s", organization: "B", people: ["b1", "b2"] };
  expect(p.command("B", "scope.put-in", put).refusal).toMatchObject({
    code: "PERSON_CAP_EXCEEDED",
    data: {},
  });
  p.fact("license.purchased", { organization: "A", purchased: 2 });
  const grant = (...people: string[]) =>
    p.command("A", "license.grant", {
      unit: { kind: "host", organization: "A" },
      people: people.map((person) => ({ organization: "A", person })),
    } as never);
  expect(grant("a1").code).toBeNull();
  expect(grant("a1", "a2", "a3").refusal).toEqual({
    ...{ code: "LICENSE_POOL_EXHAUSTED", rule: "LIC-04" },
    data: { limit: 2, current: 1, needed: 2 },
  });
});

join18.doesNot("by another Link that one replaces: that is told as its end", () => {
  const p = opened(["T", "U", "B"]);
  link(p, "T", "B");
  p.command("T", "link.release", { trunk: "T", organization: "B", released: true });
  const moved = link(p, "U", "B", { replaces: "T" });
  expect(moved.notices.map(({ kind }) => kind).sort()).toEqual([
    "APPLICATION_DECIDED",
    "LINK_ENDED",
  ]);
});
