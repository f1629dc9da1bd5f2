/** Aim: the reference model says by itself who may use an invitation, who is told, and what both sides may ask (JOIN, ASK). */
import { describe, expect, test } from "vitest";
import type { Policy } from "../../src/core/policy.ts";
import { apply, approve, ask, hierarchies, link, opened, say, tell } from "./hierarchy.ts";
import { done, refused } from "./partners.ts";
import { startTelling, type Teller } from "./teller.ts";

/** A Host with a Space `s`, and some other organizations. */
function hosting(changes: Partial<Policy> = {}): Teller {
  const teller = startTelling(changes);
  teller.register("host", "north", "south");
  teller.command("host", "space.create", { space: "s", name: "S" });
  return teller;
}

const issue = (teller: Teller, invitation: string, more: object = {}, at?: number) =>
  tell(teller, "host", "invitation.issue", { space: "s", invitation, form: "qr", ...more }, at);
const submit = (
  teller: Teller,
  by: Parameters<Teller["command"]>[0],
  application: string,
  invitation: string,
  more: object = {},
  at?: number,
) => tell(teller, by, "application.submit", { application, invitation, ...more }, at);

const noSub = { role: "sub", spacePermission: false } as const;
/** Somebody who may act for hierarchies alone, or for Spaces alone. */
function appoint(teller: Teller, organization: string, person: string, matter: "s" | "h"): void {
  teller.hire(organization, person);
  const role =
    matter === "h" ? { ...noSub, hierarchyPermission: true } : { ...noSub, spacePermission: true };
  say(teller, "admin.changed", { organization, person, ...role });
}

const spaceAdmins = { kind: "space-admins", space: "s" };
const admins = (organization: string) => ({ kind: "authorized-admins", organization });
const hierarchyAdmins = (organization: string) => ({ kind: "hierarchy-admins", organization });

describe("addressed invitations (JOIN-13)", () => {
  test("are for those named alone, each of whom need not exist", () => {
    const teller = hosting();
    expect(issue(teller, "i", { for: ["nobody", "north"], maxUses: 1 })).toEqual(done);
    expect(submit(teller, "south", "a", "i")).toEqual(refused("INVITATION_NOT_ADDRESSED"));
    const uses = () => teller.reference.facts().invitations[0];
    expect(uses()).toMatchObject({ for: ["nobody", "north"], uses: 0 });
    expect(submit(teller, "north", "a", "i")).toEqual(done);
    expect(uses()).toMatchObject({ uses: 1 });
    expect(ask(teller, "host", "admin.invitations", { space: "s" })).toMatchObject({
      items: [{ invitation: "i", for: ["nobody", "north"] }],
    });
  });

  test("are not valid to anybody once they are revoked, over or used up", () => {
    const teller = hosting();
    issue(teller, "over", { for: ["north", "west"], expiresAt: 2000 });
    issue(teller, "once", { for: ["north", "west"], maxUses: 1 });
    issue(teller, "gone", { for: ["north", "west"] });
    tell(teller, "host", "invitation.revoke", { space: "s", invitation: "gone" });
    expect(submit(teller, "south", "a", "gone")).toEqual(refused("INVITATION_NOT_VALID"));
    expect(submit(teller, "south", "a", "over", {}, 1999)).toEqual(
      refused("INVITATION_NOT_ADDRESSED"),
    );
    expect(submit(teller, "south", "a", "over", {}, 2000)).toEqual(refused("INVITATION_NOT_VALID"));
    expect(submit(teller, "south", "a", "once")).toEqual(refused("INVITATION_NOT_ADDRESSED"));
    submit(teller, "north", "a", "once");
    expect(submit(teller, "south", "b", "once")).toEqual(refused("INVITATION_NOT_VALID"));
  });

  test("name one to so many, nobody twice", () => {
    const named = (...only: readonly string[]) =>
      issue(hosting({ invitationAddresseesMax: 2 }), "i", { for: only });
    expect(named()).toEqual(refused("MALFORMED"));
    expect(named("north")).toEqual(done);
    expect(named("north", "south")).toEqual(done);
    expect(named("north", "south", "other")).toEqual(refused("MALFORMED"));
    expect(named("north", "north")).toEqual(refused("MALFORMED"));
    const trunk = opened("trunk", { invitationAddresseesMax: 1 });
    const way = { trunk: "trunk", invitation: "i", form: "qr", for: ["a", "b"] };
    expect(tell(trunk, "trunk", "invitation.issue", way)).toEqual(refused("MALFORMED"));
  });

  test("come after who acts, and before what is named", () => {
    const teller = hosting();
    teller.hire("south", "s1");
    issue(teller, "i", { for: ["north"] });
    const wish = { scope: { people: ["none"] } };
    expect(submit(teller, ["south", "s1"], "a", "i", wish)).toEqual(
      refused("NOT_AUTHORIZED_ADMIN"),
    );
    expect(submit(teller, "south", "a", "i", wish)).toEqual(refused("INVITATION_NOT_ADDRESSED"));
    expect(submit(teller, "north", "a", "i", wish)).toEqual(refused("UNKNOWN_PERSON"));
  });

  test("say to nobody else which side they are of", () => {
    const teller = opened("trunk north south");
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    for (const matter of ["s", "h"] as const) appoint(teller, "south", matter, matter);
    const only = { form: "qr", for: ["north"] };
    tell(teller, "trunk", "invitation.issue", { space: "s", invitation: "i", ...only });
    tell(teller, "trunk", "invitation.issue", { trunk: "trunk", invitation: "j", ...only });
    for (const person of ["s", "h"]) {
      for (const invitation of ["i", "j"]) {
        const verdict = submit(teller, ["south", person], "a", invitation);
        expect(verdict).toEqual(refused("INVITATION_NOT_ADDRESSED"));
      }
    }
  });

  test("let those named know of the Space, or of the Trunk, until they are revoked", () => {
    const teller = opened("trunk north south");
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    const attempt = (by: string) => [
      tell(teller, by, "folder.create", { space: "s", folder: "f", parent: null, name: "F" }),
      tell(teller, by, "invitation.revoke", { trunk: "trunk", invitation: "j" }),
    ];
    const unknown = [refused("UNKNOWN_SPACE"), refused("UNKNOWN_TRUNK")];
    expect(attempt("north")).toEqual(unknown);
    const only = { form: "qr", for: ["north"] };
    tell(teller, "trunk", "invitation.issue", { space: "s", invitation: "i", ...only });
    tell(teller, "trunk", "invitation.issue", { trunk: "trunk", invitation: "j", ...only });
    expect(attempt("north")).toEqual([refused("NOT_SPACE_ADMIN"), refused("NOT_TRUNK_ADMIN")]);
    expect(attempt("south")).toEqual(unknown);
    tell(teller, "trunk", "invitation.revoke", { space: "s", invitation: "i" });
    tell(teller, "trunk", "invitation.revoke", { trunk: "trunk", invitation: "j" });
    expect(attempt("north")).toEqual(unknown);
  });

  test("of a batch only by the policy, as it was when they were issued", () => {
    const batch = (changes: Partial<Policy>) => {
      const teller = hosting(changes);
      teller.command(null, "batch-invitation.enable", { organization: "host" });
      const invitations = [{ invitation: "i", organization: "north" }];
      teller.command("host", "invitation.batch", { space: "s", invitations });
      return { teller, other: submit(teller, "south", "a", "i") };
    };
    const facts = ({ teller }: ReturnType<typeof batch>) => teller.reference.facts().invitations[0];
    expect(batch({}).other).toEqual(done);
    expect(facts(batch({}))).not.toHaveProperty("for");
    const addressed = batch({ batchInvitationUse: "addressed" });
    expect(addressed.other).toEqual(refused("INVITATION_NOT_ADDRESSED"));
    expect(facts(addressed)).toMatchObject({ invited: "north", for: ["north"] });
    expect(submit(addressed.teller, "north", "a", "i")).toEqual(done);
  });

  test("lead to a Trunk in the same way", () => {
    const teller = opened("trunk north south");
    const way = { trunk: "trunk", invitation: "i", form: "qr", for: ["north"] };
    expect(tell(teller, "trunk", "invitation.issue", way)).toEqual(done);
    expect(submit(teller, "south", "a", "i")).toEqual(refused("INVITATION_NOT_ADDRESSED"));
    expect(submit(teller, "north", "a", "i")).toEqual(done);
    expect(hierarchies(teller)?.invitations).toMatchObject([{ for: ["north"], uses: 1 }]);
    expect(ask(teller, "trunk", "admin.invitations", { trunk: "trunk" })).toMatchObject({
      items: [{ for: ["north"] }],
    });
  });
});

describe("both sides are told (JOIN-18)", () => {
  const of = { space: "s", organization: "north", application: "a" };

  test("of submission, withdrawal and decision", () => {
    const teller = hosting();
    issue(teller, "i");
    submit(teller, "north", "a", "i");
    const told = (kind: string, to: object, data: object) => [{ kind, to: [to], data }];
    expect(teller.sides()).toEqual(told("APPLICATION_SUBMITTED", spaceAdmins, of));
    tell(teller, "north", "application.withdraw", { application: "a" });
    expect(teller.sides()).toEqual(told("APPLICATION_WITHDRAWN", spaceAdmins, of));
    for (const [application, type, reason] of [
      ["b", "application.reject", "full"],
      ["c", "application.reject", null],
      ["d", "application.approve", "known"],
    ] as const) {
      submit(teller, "north", application, "i");
      tell(teller, "host", type, { application, ...(reason === null ? {} : { reason }) });
      const approved = type === "application.approve";
      expect(teller.sides()).toEqual(
        told("APPLICATION_DECIDED", admins("north"), { ...of, application, approved, reason }),
      );
    }
  });

  test("of nothing that was refused, or closed by a new application", () => {
    const teller = hosting({ applicationLifetimeDays: 1 });
    issue(teller, "i");
    submit(teller, "north", "a", "i", {}, 1000);
    submit(teller, "north", "b", "i", {}, 1000);
    expect(teller.sides()).toEqual([]);
    submit(teller, "north", "b", "i", {}, 1000 + 24 * 60 * 60 * 1000);
    expect(teller.sides()).toMatchObject([
      { kind: "APPLICATION_SUBMITTED", data: { application: "b" } },
    ]);
  });

  test("of the end of an Association, whatever ended it", () => {
    const joined = () => {
      const teller = hosting();
      teller.join("host", "s", "north");
      teller.join("host", "s", "south");
      return teller;
    };
    const ended = (organization: string, because: string) => ({
      kind: "ASSOCIATION_ENDED",
      to: [spaceAdmins, admins(organization)],
      data: { space: "s", organization, because },
    });
    const cancelled = joined();
    tell(cancelled, "host", "association.cancel", { space: "s", organization: "north" });
    expect(cancelled.sides()).toEqual([ended("north", "cancelled")]);
    const dissolved = joined();
    tell(dissolved, "host", "space.dissolve", { space: "s" });
    expect(dissolved.sides()).toEqual([ended("north", "dissolved"), ended("south", "dissolved")]);
    const gone = joined();
    say(gone, "organization.ended", { organization: "south" });
    expect(gone.sides()).toEqual([ended("south", "ended")]);
    const hostless = joined();
    say(hostless, "organization.ended", { organization: "host" });
    expect(hostless.sides()).toEqual([ended("north", "dissolved"), ended("south", "dissolved")]);
  });

  test("of applications to Trunks, each of a batch", () => {
    const teller = opened("trunk one two");
    const [one, two] = ["one", "two"].map((each) => apply(teller, each, "trunk").application);
    const about = (organization: string, application: string | undefined) => ({
      ...{ trunk: "trunk", organization, application },
    });
    expect(teller.sides()).toEqual([
      { kind: "APPLICATION_SUBMITTED", to: [hierarchyAdmins("trunk")], data: about("two", two) },
    ]);
    approve(teller, "trunk", one ?? "", two ?? "");
    const decided = (organization: string, application: string | undefined) => ({
      kind: "APPLICATION_DECIDED",
      to: [hierarchyAdmins(organization)],
      data: { ...about(organization, application), approved: true, reason: null },
    });
    expect(teller.sides()).toEqual([decided("one", one), decided("two", two)]);
    tell(teller, "trunk", "link.cancel", { trunk: "trunk", organization: "one" });
    // The end of a Link is told as such (UNLINK-03).
    expect(teller.sides()).toEqual([]);
    const again = apply(teller, "one", "trunk").application;
    tell(teller, "one", "application.withdraw", { application: again });
    expect(teller.sides()).toEqual([
      { kind: "APPLICATION_WITHDRAWN", to: [hierarchyAdmins("trunk")], data: about("one", again) },
    ]);
    const last = apply(teller, "one", "trunk").application;
    tell(teller, "trunk", "application.reject", { application: last, reason: "full" });
    expect(teller.sides()).toMatchObject([{ data: { approved: false, reason: "full" } }]);
  });

  test("of a rejection when a Trunk ends with what was applied for, and of nothing with an applicant", () => {
    const teller = opened("trunk one two");
    const { application } = apply(teller, "one", "trunk");
    apply(teller, "two", "trunk");
    say(teller, "organization.ended", { organization: "two" });
    expect(teller.sides()).toEqual([]);
    say(teller, "organization.ended", { organization: "trunk" });
    expect(teller.sides()).toMatchObject([
      { kind: "APPLICATION_DECIDED", data: { application, approved: false, reason: null } },
      { kind: "APPLICATION_DECIDED", data: { organization: "two" } },
    ]);
  });
});

describe("the applicant asks about its own applications (JOIN-18)", () => {
  test("the latest to each Space and Trunk, whatever became of them", () => {
    const teller = opened("trunk north");
    for (const space of ["s", "t"]) {
      teller.command("trunk", "space.create", { space, name: space });
      const way = { space, invitation: `to-${space}`, form: "qr" };
      tell(teller, "trunk", "invitation.issue", way);
      submit(teller, "north", `a-${space}`, `to-${space}`);
    }
    const { application: up } = apply(teller, "north", "trunk");
    tell(teller, "trunk", "application.reject", { application: "a-s", reason: "full" });
    submit(teller, "north", "b-s", "to-s", {}, 3000);
    tell(teller, "trunk", "application.reject", { application: "b-s", reason: "still" });
    const rest = { at: 1000, reason: null };
    const toS = { space: "s", application: "b-s", status: "rejected", at: 3000, reason: "still" };
    const toT = { space: "t", application: "a-t", status: "pending", ...rest };
    const toTrunk = { trunk: "trunk", application: up, status: "pending", ...rest };
    const own = (by: Parameters<typeof ask>[1], more: object = {}) =>
      ask(teller, by, "application.own", more);
    const all = own("north") as { items: readonly object[] };
    expect(all.items).toHaveLength(3);
    expect(all.items).toEqual(expect.arrayContaining([toS, toT, toTrunk]));
    expect(own("north", { space: "s" })).toEqual({ items: [toS] });
    expect(own("north", { trunk: "trunk" })).toEqual({ items: [toTrunk] });
    for (const matter of ["s", "h"] as const) appoint(teller, "north", matter, matter);
    expect(own(["north", "h"])).toEqual({ items: [toTrunk] });
    expect(own(["north", "s"])).toEqual({ items: [toT, toS] });
    expect(own(["north", "h"], { space: "s" })).toBe("NOT_AUTHORIZED_ADMIN");
    expect(own(["north", "s"], { trunk: "trunk" })).toBe("NOT_AUTHORIZED_ADMIN");
  });

  test("their end, and whether it is reached as long as nothing was decided", () => {
    const teller = hosting({ applicationLifetimeDays: 1 });
    issue(teller, "i");
    submit(teller, "north", "a", "i");
    const expiresAt = 1000 + 24 * 60 * 60 * 1000;
    const own = (more: object) =>
      (ask(teller, "north", "application.own", more) as { items: readonly object[] }).items[0];
    expect(own({})).toMatchObject({ expiresAt });
    expect(own({})).not.toHaveProperty("expired");
    expect(own({ at: expiresAt - 1 })).toMatchObject({ expired: false });
    expect(own({ at: expiresAt })).toMatchObject({ expired: true, status: "pending" });
    tell(teller, "north", "application.withdraw", { application: "a" });
    expect(own({ at: expiresAt })).toMatchObject({ expiresAt, status: "withdrawn" });
    expect(own({ at: expiresAt })).not.toHaveProperty("expired");
  });

  test("nobody else does, and a name says nothing of what else there is", () => {
    const teller = hosting();
    teller.hire("north", "n1");
    const own = (by: Parameters<typeof ask>[1], more: object = {}) =>
      ask(teller, by, "application.own", more);
    expect(own(["north", "n1"])).toBe("NOT_AUTHORIZED_ADMIN");
    expect(own("north")).toEqual({ items: [] });
    for (const of of [{ space: "s" }, { space: "none" }, { trunk: "host" }, { trunk: "none" }]) {
      expect(own("north", of)).toEqual({ items: [] });
    }
    issue(teller, "i");
    submit(teller, "north", "a", "i");
    tell(teller, "host", "space.dissolve", { space: "s" });
    expect(own("north", { space: "s" })).toMatchObject({ items: [{ application: "a" }] });
  });
});

describe("the reviewer asks what an application would bring (JOIN-18)", () => {
  /** North has applied with everybody but one; of its people one is in the Space by the Host. */
  function applied(changes: Partial<Policy> = {}): Teller {
    const teller = hosting(changes);
    for (const person of ["both", "h1"]) teller.hire("host", person);
    for (const person of ["both", "n1", "n2", "n3"]) teller.hire("north", person);
    const people = ["both", "h1"];
    const scope = { organization: "host", people };
    tell(teller, "host", "scope.set", { space: "s", organization: "host", scope });
    issue(teller, "i");
    const wish = { whole: true, people: ["n1"], exclude: { people: ["n3"] } };
    submit(teller, "north", "a", "i", { scope: wish });
    return teller;
  }
  const look = (teller: Teller, more: object = {}) =>
    ask(teller, "host", "admin.application", { space: "s", application: "a", ...more });

  test("in numbers, of today", () => {
    const teller = applied();
    const said = {
      ...{ organization: "north", name: "The north", at: 1000 },
      ...{ whole: true, departments: 0, people: 2 },
    };
    const bring = (identities: number, persons: number) => ({
      ...{ ...said, identities, persons, fit: identities, refusal: null },
    });
    expect(look(teller)).toEqual(bring(4, 3));
    teller.hire("north", "n4");
    expect(look(teller)).toEqual(bring(5, 4));
    teller.resign("north", "n1");
    expect(look(teller)).toEqual(bring(4, 3));
  });

  test("how many fit, and how many places are needed", () => {
    const at = (personCap: number, more: Partial<Policy> = {}) =>
      look(applied({ personCap, ...more }));
    const full = { code: "PERSON_CAP_EXCEEDED", needed: 3 };
    expect(at(5)).toMatchObject({ identities: 4, persons: 3, fit: 4, refusal: null });
    expect(at(4)).toMatchObject({ fit: 3, refusal: full });
    expect(at(2)).toMatchObject({ fit: 1, refusal: full });
    const each: Partial<Policy> = { personCounting: "per-identity" };
    expect(at(6, each)).toMatchObject({ persons: 3, fit: 4, refusal: null });
    expect(at(5, each)).toMatchObject({ fit: 3, refusal: { ...full, needed: 4 } });
  });

  test("and what approving it would be refused with", () => {
    const teller = applied({ memberOrgCap: 1, applicationLifetimeDays: 1 });
    const end = 1000 + 24 * 60 * 60 * 1000;
    expect(look(teller)).toMatchObject({ expiresAt: end, refusal: null });
    expect(look(teller, { at: end - 1 })).toMatchObject({ refusal: null });
    expect(look(teller, { at: end })).toMatchObject({ refusal: { code: "APPLICATION_EXPIRED" } });
    teller.join("host", "s", "south");
    const refusal = { code: "MEMBER_ORG_LIMIT_EXCEEDED" };
    expect(look(teller)).toMatchObject({ refusal });
    expect(tell(teller, "host", "application.approve", { application: "a" })).toEqual(
      refused(refusal.code),
    );
    say(teller, "organization.ended", { organization: "north" });
    expect(look(teller)).toMatchObject({
      identities: 0,
      refusal: { code: "UNKNOWN_ORGANIZATION" },
    });
  });

  test("of one that waits, as an admin of the Space", () => {
    const teller = applied();
    const by = (viewer: string, more: object = {}) =>
      ask(teller, viewer, "admin.application", { space: "s", application: "a", ...more });
    expect(by("north")).toBe("NOT_SPACE_ADMIN");
    expect(by("south")).toBe("UNKNOWN_SPACE");
    expect(by("host", { application: "b" })).toBe("UNKNOWN_APPLICATION");
    teller.command("host", "space.create", { space: "t", name: "T" });
    expect(by("host", { space: "t" })).toBe("UNKNOWN_APPLICATION");
    tell(teller, "north", "application.withdraw", { application: "a" });
    expect(by("host")).toBe("UNKNOWN_APPLICATION");
  });

  test("to a Trunk, where nobody waits", () => {
    const teller = opened("trunk north south", { descendantLimit: 1 });
    for (const person of ["both", "n1"]) teller.hire("north", person);
    teller.hire("trunk", "both");
    const { application: id } = apply(teller, "north", "trunk", {
      scope: { people: ["both", "n1"] },
    });
    const by = (viewer: string) =>
      ask(teller, viewer, "admin.application", { trunk: "trunk", application: id });
    const said = { organization: "north", whole: false, departments: 0, people: 2 };
    expect(by("trunk")).toMatchObject({
      ...said,
      identities: 2,
      persons: 2,
      fit: 2,
      refusal: null,
    });
    expect(by("north")).toBe("NOT_TRUNK_ADMIN");
    link(teller, "south", "trunk");
    expect(by("trunk")).toMatchObject({ refusal: { code: "HIERARCHY_TOO_LARGE" } });
    expect(approve(teller, "trunk", id)).toEqual(refused("HIERARCHY_TOO_LARGE"));
    tell(teller, "trunk", "application.reject", { application: id });
    expect(by("trunk")).toBe("UNKNOWN_APPLICATION");
  });
});

describe("what an invitation leads to (ASK-02)", () => {
  const look = (teller: Teller, by: Parameters<typeof ask>[1], more: object = {}) =>
    ask(teller, by, "invitation.look", { invitation: "i", ...more });

  test("a Space, its Host, and where one stands", () => {
    const teller = hosting();
    issue(teller, "i");
    const leads = { space: "s", name: "S", host: "host", hostName: "The host" };
    const now = (pending: boolean, joined: boolean, code?: string) => ({
      ...{ ...leads, pending, joined, refusal: code === undefined ? null : { code } },
    });
    expect(look(teller, "north")).toEqual(now(false, false));
    expect(look(teller, "host")).toEqual(now(false, false, "HOST_CANNOT_JOIN_OWN_SPACE"));
    submit(teller, "north", "a", "i");
    expect(look(teller, "north")).toEqual(now(true, false, "APPLICATION_ALREADY_PENDING"));
    tell(teller, "host", "application.approve", { application: "a" });
    expect(look(teller, "north")).toEqual(now(false, true, "ALREADY_MEMBER"));
  });

  test("a Trunk", () => {
    const teller = opened("trunk north", { trunkLimit: 1 });
    tell(teller, "trunk", "invitation.issue", { trunk: "trunk", invitation: "i", form: "qr" });
    const leads = { trunk: "trunk", name: "The trunk", host: "trunk", hostName: "The trunk" };
    expect(look(teller, "north")).toEqual({
      ...{ ...leads, pending: false, joined: false, refusal: null },
    });
    expect(look(teller, "trunk")).toMatchObject({ refusal: { code: "HIERARCHY_CYCLE" } });
    submit(teller, "north", "a", "i");
    expect(look(teller, "north")).toMatchObject({ pending: true, joined: false });
    approve(teller, "trunk", "a");
    const refusal = { code: "ALREADY_LINKED" };
    expect(look(teller, "north")).toMatchObject({ pending: false, joined: true, refusal });
  });

  test("is for admins of that side, and says what would keep them from applying", () => {
    const teller = opened("trunk north", {
      ...{ memberSideActor: "main-admin-only", hierarchyActor: "main-admin-only" },
    });
    teller.command("trunk", "space.create", { space: "s", name: "S" });
    tell(teller, "trunk", "invitation.issue", { space: "s", invitation: "i", form: "qr" });
    tell(teller, "trunk", "invitation.issue", { trunk: "trunk", invitation: "j", form: "qr" });
    for (const matter of ["s", "h"] as const) appoint(teller, "north", matter, matter);
    const refusal = { code: "MAIN_ADMIN_REQUIRED" };
    expect(look(teller, ["north", "s"])).toMatchObject({ refusal });
    expect(look(teller, ["north", "h"])).toBe("NOT_AUTHORIZED_ADMIN");
    expect(look(teller, ["north", "h"], { invitation: "j" })).toMatchObject({ refusal });
    expect(look(teller, ["north", "s"], { invitation: "j" })).toBe("NOT_AUTHORIZED_ADMIN");
    for (const person of ["s", "h"]) {
      expect(look(teller, ["north", person], { invitation: "k" })).toBe("INVITATION_NOT_VALID");
    }
    teller.hire("north", "n1");
    expect(look(teller, ["north", "n1"], { invitation: "k" })).toBe("NOT_AUTHORIZED_ADMIN");
  });

  test("is not told of one that is not valid, or meant for others", () => {
    const teller = hosting();
    issue(teller, "i", { for: ["north"], expiresAt: 2000 });
    expect(look(teller, "south")).toBe("INVITATION_NOT_ADDRESSED");
    expect(look(teller, "north", { at: 1999 })).toMatchObject({ space: "s", refusal: null });
    // Who does not say when they ask does not ask whether it is over.
    expect(look(teller, "north")).toMatchObject({ space: "s", refusal: null });
    for (const by of ["north", "south"]) {
      expect(look(teller, by, { at: 2000 })).toBe("INVITATION_NOT_VALID");
    }
    tell(teller, "host", "invitation.revoke", { space: "s", invitation: "i" });
    for (const by of ["north", "south"]) expect(look(teller, by)).toBe("INVITATION_NOT_VALID");
  });

  test("counts an application whose end is reached as none", () => {
    const teller = hosting({ applicationLifetimeDays: 1 });
    issue(teller, "i", { maxUses: 1 });
    submit(teller, "north", "a", "i");
    const end = 1000 + 24 * 60 * 60 * 1000;
    expect(look(teller, "north", { at: end })).toMatchObject({ pending: false, refusal: null });
    expect(look(teller, "north", { at: end - 1 })).toBe("INVITATION_NOT_VALID");
    expect(look(teller, "south", { at: end })).toBe("INVITATION_NOT_VALID");
  });
});
