// Aim: invitation and application, who applies with what.
// Method: organizations apply to a Space with every kind of invitation and scope.
import { expect } from "vitest";
import { command } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";
import { type Caller, type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

function hosted(changes = {}): Play {
  const p = play(changes);
  p.register(["A", "B", "C", "D"]);
  p.createSpace("A", "s1");
  return p;
}

interface Terms {
  readonly form?: "link" | "qr";
  readonly expiresAt?: number;
  readonly maxUses?: number;
}

const issue = (p: Play, invitation: string, { form = "qr", ...terms }: Terms = {}) =>
  p.command("A", "invitation.issue", { space: "s1", invitation, form, ...terms });
const applyWith = (p: Play, by: string, invitation: string, at?: number) =>
  p.command(
    by,
    "application.submit",
    { application: `${by}-${invitation}`, invitation },
    at === undefined ? {} : { at },
  );

const join01 = rule("JOIN-01");
join01.happens("as a QR code or as a link, with the same effect", () => {
  const p = hosted();
  expect(issue(p, "code", { form: "qr" }).events.map(({ type }) => type)).toEqual([
    "invitation.issued",
  ]);
  issue(p, "link", { form: "link" });
  expect(applyWith(p, "B", "code").code).toBeNull();
  expect(applyWith(p, "C", "link").code).toBeNull();
});
join01.doesNot("on the word of anybody but a Space admin", () => {
  const p = hosted();
  p.join("A", "s1", "B");
  const wish = { space: "s1", invitation: "i1", form: "link" } as const;
  expect(p.command("B", "invitation.issue", wish).code).toBe("NOT_SPACE_ADMIN");
  expect(applyWith(p, "C", "i1").code).toBe("INVITATION_NOT_VALID");
});

const join02 = rule("JOIN-02");
join02.accepts("one invitation for many organizations, and again after a rejection", () => {
  const p = hosted();
  issue(p, "i1");
  for (const by of ["B", "C", "D"]) expect(applyWith(p, by, "i1").code).toBeNull();
  expect(p.roster("s1")).toEqual([]);
  const review = { space: "s1", organization: "B", application: "B-i1" };
  p.command("A", "application.reject", review);
  const again = { application: "second", invitation: "i1" };
  expect(p.command("B", "application.submit", again).code).toBeNull();
});
join02.refuses("one that is unknown, revoked, expired or of a dissolved Space", () => {
  const p = hosted();
  const invalid = (by: string, invitation: string, at?: number): void => {
    expect(applyWith(p, by, invitation, at).refusal, invitation).toEqual({
      code: "INVITATION_NOT_VALID",
      rule: "JOIN-02",
      data: { invitation },
    });
  };
  invalid("B", "unknown");
  issue(p, "revoked");
  p.command("A", "invitation.revoke", { space: "s1", invitation: "revoked" });
  invalid("B", "revoked");
  issue(p, "brief", { expiresAt: 2000 });
  invalid("B", "brief", 2000);
  expect(applyWith(p, "B", "brief", 1999).code).toBeNull();
  issue(p, "left");
  p.command("A", "space.dissolve", { space: "s1" });
  invalid("D", "left");
});

const join03 = rule("JOIN-03");
join03.happens("that the application is pending, and nothing else changes", () => {
  const p = hosted();
  issue(p, "i1");
  const { events } = applyWith(p, "B", "i1");
  expect(events.map(({ type }) => type)).toEqual(["application.submitted"]);
  expect(p.records("application").map(([, { status }]) => status)).toEqual(["pending"]);
  expect(p.association("s1", "B")).toBeUndefined();
  expect(p.organization("B")?.joined).toEqual([]);
});
join03.doesNot("for a sub-admin where only main admins act for a Member", () => {
  const p = hosted();
  p.hire("B", "delegate");
  p.appoint("B", "delegate", "sub", true);
  issue(p, "i1");
  const by = ["B", "delegate"] as const;
  p.under({ memberSideActor: "main-admin-only" });
  const strict = p.command(by, "application.submit", { application: "x", invitation: "i1" });
  expect(strict.refusal).toEqual({
    code: "MAIN_ADMIN_REQUIRED",
    rule: "JOIN-03",
    data: { organization: "B" },
  });
  expect(p.records("application")).toEqual([]);
  p.under({ memberSideActor: "authorized-admin" });
  const wish = { application: "x", invitation: "i1" };
  expect(p.command(by, "application.submit", wish).code).toBeNull();
});

const join04 = rule("JOIN-04");
join04.accepts("the whole organization, any mixture, or nobody", () => {
  const p = hosted();
  p.invite("A", "s1");
  p.createDepartments("C", [["d1", null]]);
  p.hire("C", "c1", ["d1"]);
  p.hire("C", "c2");
  p.hire("C", "c3");
  expect(p.applyTo("B", "s1", { whole: true }).code).toBeNull();
  expect(p.applyTo("C", "s1", { departments: ["d1"], people: ["c2"] }).code).toBeNull();
  expect(p.applyTo("D", "s1").code).toBeNull();
  for (const organization of ["B", "C", "D"]) p.approve("A", organization, "s1");
  expect(p.roster("s1")).toEqual(["B/B-admin", "C/c1", "C/c2"]);
  expect(p.association("s1", "D")?.present).toBe(0);
});
join04.refuses("another organization's directory, and names nobody has", () => {
  const p = hosted();
  p.invite("A", "s1");
  expect(p.applyTo("B", "s1", { organization: "C", people: ["C-admin"] }).refusal).toEqual({
    code: "SCOPE_OUTSIDE_OWN_ORGANIZATION",
    rule: "JOIN-04",
    data: { organization: "C" },
  });
  expect(p.applyTo("B", "s1", { people: ["C-admin"] }).code).toBe("UNKNOWN_PERSON");
  expect(p.applyTo("B", "s1", { departments: ["d9"] }).code).toBe("UNKNOWN_DEPARTMENT");
});

const join05 = rule("JOIN-05");
join05.happens("that an approved applicant is a Member at once, with its people of now", () => {
  const p = hosted();
  p.hire("B", "b1");
  p.invite("A", "s1");
  p.applyTo("B", "s1", { people: ["B-admin", "b1"] });
  p.resign("B", "b1");
  p.hire("B", "b2");
  expect(p.approve("A", "B", "s1").code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/B-admin"]);
  const part = { folder: null, visibility: { kind: "own" }, types: [], level: null };
  expect(p.association("s1", "B")).toMatchObject(part);
});
join05.happens("that the application's id alone says whose it is, and to which Space", () => {
  const p = hosted();
  p.invite("A", "s1");
  p.applyTo("B", "s1");
  const application = "B-s1";
  const alone = (by: Caller, type: "application.approve" | "application.reject", more = {}) =>
    p.command(by, type, { application, ...more }).code;
  // Whoever may not know of it, and whoever takes it for another, is told that there is none.
  expect(alone("C", "application.approve")).toBe("UNKNOWN_APPLICATION");
  expect(alone("A", "application.approve", { space: "s2" })).toBe("UNKNOWN_APPLICATION");
  expect(alone("A", "application.reject", { organization: "C" })).toBe("UNKNOWN_APPLICATION");
  p.hire("A", "a1");
  expect(alone(["A", "a1"], "application.reject")).toBe("UNKNOWN_APPLICATION");
  expect(alone("B", "application.approve")).toBe("NOT_SPACE_ADMIN");
  expect(alone("A", "application.approve")).toBeNull();
  expect(p.association("s1", "B")).toBeDefined();
});
join05.doesNot("by a rejection, nor twice, nor on a Member's word", () => {
  const p = hosted();
  p.join("A", "s1", "C");
  p.applyTo("B", "s1", { whole: true });
  const review = { space: "s1", organization: "B", application: "B-s1" };
  expect(p.command("C", "application.approve", review).code).toBe("NOT_SPACE_ADMIN");
  const { events } = p.command("A", "application.reject", review);
  expect(events.map(({ type }) => type)).toEqual(["application.rejected"]);
  expect(p.association("s1", "B")).toBeUndefined();
  expect(p.command("A", "application.approve", review).refusal).toEqual({
    code: "APPLICATION_NOT_PENDING",
    rule: "JOIN-05",
    data: { application: "B-s1", status: "rejected" },
  });
});

const join19 = rule("JOIN-19");
const notAfter = { path: ["data", "expiresAt"], problem: "not-after" };
/** What the parser, and the rules by themselves, say of an invitation that ends at a time. */
function issuedAt(p: Play, at: number, expiresAt: number, by: readonly [string, string]) {
  const data = { space: "s1", invitation: `i${expiresAt}`, form: "qr", expiresAt } as const;
  const [organization, person] = by;
  const stamp = { id: `issue-${expiresAt}`, at };
  const parsed = parseInput(command("invitation.issue", { organization, person }, data, stamp));
  return { parsed, told: p.command(by, "invitation.issue", data, { at }) };
}

join19.accepts("an end later than the issue, be it by a moment", () => {
  const p = hosted();
  const { parsed, told } = issuedAt(p, 2000, 2001, ["A", "A-admin"]);
  expect(parsed.ok).toBe(true);
  expect(told.code).toBeNull();
  expect(applyWith(p, "B", "i2001", 2000).code).toBeNull();
});
join19.refuses("an end at the issue or before it, parsed or not, whoever asks", () => {
  const p = hosted();
  for (const expiresAt of [2000, 1999]) {
    for (const by of [
      ["A", "A-admin"],
      ["D", "nobody"],
    ] as const) {
      const { parsed, told } = issuedAt(p, 2000, expiresAt, by);
      expect(parsed).toEqual({ ok: false, problems: [notAfter] });
      expect(told.refusal).toMatchObject({ code: "MALFORMED", data: { problems: [notAfter] } });
    }
  }
  expect(p.records("invitation")).toEqual([]);
});

/** Whose application with an invitation is pending, approved, or gone again. */
const review = (p: Play, type: "approve" | "reject", of: string, invitation: string) =>
  p.command("A", `application.${type}`, { application: `${of}-${invitation}` });
const usesOf = (p: Play, invitation: string) =>
  p.records("invitation").find(([key]) => key === `${invitation}/`)?.[1].uses;

join19.accepts(
  "the next one once an application is rejected or withdrawn, which says what is left",
  () => {
    const p = hosted();
    issue(p, "one", { maxUses: 1 });
    issue(p, "many");
    applyWith(p, "B", "one");
    const rejected = review(p, "reject", "B", "one").events[0];
    expect(rejected).toMatchObject({ type: "application.rejected", data: { usesLeft: 1 } });
    expect(usesOf(p, "one")).toBe(0);
    expect(applyWith(p, "C", "one").code).toBeNull();
    const withdrawn = p.command("C", "application.withdraw", { application: "C-one" });
    expect(withdrawn.events[0]).toMatchObject({
      type: "application.withdrawn",
      data: { usesLeft: 1 },
    });
    expect(applyWith(p, "D", "one").code).toBeNull();
    applyWith(p, "B", "many");
    expect(review(p, "reject", "B", "many").events[0]?.data).toMatchObject({ usesLeft: null });
  },
);
join19.refuses("all others while the one use is pending, and once it has made a Member", () => {
  const p = hosted();
  issue(p, "one", { maxUses: 1 });
  applyWith(p, "B", "one");
  const { refusal } = applyWith(p, "C", "one");
  expect(refusal).toMatchObject({ code: "INVITATION_NOT_VALID", data: { invitation: "one" } });
  review(p, "approve", "B", "one");
  expect(applyWith(p, "C", "one").code).toBe("INVITATION_NOT_VALID");
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  expect(applyWith(p, "C", "one").code).toBe("INVITATION_NOT_VALID");
});
join19.accepts("whom it made a Member again after leaving, without a new use", () => {
  const p = hosted();
  issue(p, "two", { maxUses: 2 });
  applyWith(p, "B", "two");
  review(p, "approve", "B", "two");
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  const again = (application: string) =>
    p.command("B", "application.submit", { application, invitation: "two" });
  expect(again("second").code).toBeNull();
  expect(usesOf(p, "two")).toBe(1);
  const rejected = p.command("A", "application.reject", { application: "second" });
  expect(rejected.events[0]).toMatchObject({ data: { usesLeft: 1 } });
  expect(applyWith(p, "C", "two").code).toBeNull();
  expect(applyWith(p, "D", "two").code).toBe("INVITATION_NOT_VALID");
  expect(again("third").code).toBeNull();
  p.command("A", "application.approve", { application: "third" });
  expect(usesOf(p, "two")).toBe(2);
});
