// Aim: with two permissions, who may do what is nobody's in particular, and who hears of what befalls a Branch.
// Method: a town T with a Branch V, whose admins have one permission, the other, or both, and lose them.
import { expect } from "vitest";
import type { Play, Told } from "../../src/testing/index.ts";
import { applyTo, link, open, opened } from "../support/hierarchy.ts";
import { rule } from "../support/rule.ts";

const WHOLE = { scope: { whole: true } } as const;
const ofTrunk = { kind: "hierarchy-admins", organization: "T" };
const PLATFORM = { kind: "platform" };

/** T and V, with `links` and `spaces` at V, each with one of the permissions. */
function town(): Play {
  const p = opened(["T", "V"]);
  for (const person of ["links", "spaces", "plain"]) p.hire("V", person);
  link(p, "T", "V", WHOLE);
  permit(p, "links", { hierarchyPermission: true });
  permit(p, "spaces", { spacePermission: true });
  return p;
}

const permit = (p: Play, person: string, permissions: object): Told =>
  p.fact("admin.changed", { organization: "V", person, role: "sub", ...permissions });

const told = (kind: string, { notices }: Told) => notices.filter((each) => each.kind === kind);
const lost = (outcome: Told) => told("ORGANIZATION_WITHOUT_ADMINS", outcome);

const admin06 = rule("ADMIN-06");
admin06.happens("for Links alone while it has one: its Trunks and the platform know", () => {
  const p = town();
  p.appoint("V", "V-admin", null);
  const to = [ofTrunk, PLATFORM];
  const notice = { kind: "ORGANIZATION_WITHOUT_ADMINS", to, data: { organization: "V" } };
  expect(lost(permit(p, "links", {}))).toEqual([notice]);
  expect(lost(permit(p, "links", { hierarchyPermission: true }))).toEqual([]);
  expect(lost(p.resign("V", "spaces"))).toEqual([]);
  expect(lost(p.resign("V", "links"))).toEqual([notice]);
});
admin06.doesNot("for Links where it has none, nor for Spaces where it is in none", () => {
  const p = town();
  p.appoint("V", "V-admin", null);
  expect(lost(permit(p, "spaces", {}))).toEqual([]);
  p.command("T", "link.cancel", { trunk: "T", organization: "V" });
  permit(p, "spaces", { spacePermission: true });
  expect(lost(permit(p, "links", {}))).toEqual([]);
});
admin06.happens("that the first one hears of applications to it as a Trunk", () => {
  const p = town();
  p.register(["W"]);
  open(p, ["V"]);
  applyTo(p, "V", "W");
  for (const person of ["links", "spaces", "V-admin"]) p.appoint("V", person, null);
  expect(told("ADMIN_WORK_WAITING", permit(p, "plain", { hierarchyPermission: true }))).toEqual([
    {
      kind: "ADMIN_WORK_WAITING",
      to: [{ kind: "person", organization: "V", person: "plain" }],
      data: { organization: "V", counts: { tasks: 0, lists: 0, applications: 1 } },
    },
  ]);
});

rule("DIR-18").happens("that the admins of its Trunks are told", () => {
  const p = town();
  const to = [{ kind: "authorized-admins", organization: "V" }, ofTrunk];
  for (const [type, kind] of [
    ["organization.suspended", "ORGANIZATION_SUSPENDED"],
    ["organization.resumed", "ORGANIZATION_RESUMED"],
  ] as const) {
    expect(p.fact(type, { organization: "V" }).notices).toEqual([
      { kind, to, data: { organization: "V" } },
    ]);
  }
});
rule("DIR-19").happens("that the admins of the Trunks it had are told", () => {
  const p = town();
  p.fact("organization.ended", { organization: "V" });
  expect(p.fact("organization.reinstated", { organization: "V" }).notices).toEqual([
    {
      kind: "ORGANIZATION_REINSTATED",
      to: [{ kind: "authorized-admins", organization: "V" }, ofTrunk],
      data: { organization: "V" },
    },
  ]);
});

/** What the Hierarchy admins of V are told of somebody, and nobody else. */
const counterpart = (kind: string, except: readonly string[], data: object) => ({
  kind,
  to: [{ kind: "hierarchy-admins", organization: "V", except }],
  data: { spaces: [], trunks: ["T"], ...data },
});
const identity = (person: string) => ({ organization: "V", person });

rule("RESIGN-01").happens("that its own Hierarchy admins are told of the Links, no Trunk's", () => {
  const p = town();
  expect(p.resign("V", "plain").notices).toEqual([
    counterpart("COUNTERPART_LEFT", ["plain"], { identity: identity("plain") }),
  ]);
  expect(p.fact("person.reinstated", { ...identity("plain"), number: 1 }).notices).toEqual([
    counterpart("COUNTERPART_BACK", ["plain"], { identity: identity("plain"), left: [] }),
  ]);
  expect(p.fact("person.renamed", { ...identity("plain"), to: "new" }).notices).toEqual([
    counterpart("COUNTERPART_RENAMED", ["plain", "new"], {
      from: identity("plain"),
      to: identity("new"),
    }),
  ]);
});
rule("RESIGN-01").doesNot("where somebody is on no Link", () => {
  const p = town();
  const out = { trunk: "T", organization: "V", people: ["plain"] };
  p.command("V", "scope.take-out", out);
  expect(p.resign("V", "plain").notices).toEqual([]);
});

rule("LINK-02").refuses("an invitation that is none, whoever's it was", () => {
  const p = town();
  p.register(["W"]);
  p.command("T", "invitation.revoke", { trunk: "T", invitation: "t-T" });
  p.hire("W", "spaces");
  p.appoint("W", "spaces", "sub", true);
  const data = { application: "late", invitation: "t-T" };
  expect(p.command(["W", "spaces"], "application.submit", data).code).toBe("INVITATION_NOT_VALID");
});

rule("LIC-01").accepts("either permission for the pool, that for Spaces for a linked unit", () => {
  const p = town();
  const usage = (person: string) => p.ask("license.usage", { viewer: identity(person) as never });
  expect(usage("links")).toMatchObject({ purchased: 0 });
  expect(usage("spaces")).toMatchObject({ purchased: 0 });
  expect(usage("plain")).toBe("LICENSE_HOST_ONLY");
  p.createSpace("V", "s", {});
  const unit = { kind: "space", space: "s" } as const;
  expect(p.command(["V", "links"], "license.link", { unit }).code).toBe("LICENSE_HOST_ONLY");
});
rule("DIR-07").refuses("support, while somebody with either permission may act", () => {
  const p = town();
  p.appoint("V", "V-admin", null);
  p.resign("V", "spaces");
  const data = { organization: "V", fact: "none" };
  const settle = (by: Parameters<Play["command"]>[0]) =>
    p.command(by, "reconciliation.confirm", data).code;
  expect(settle({ support: "staff" })).toBe("NOT_AUTHORIZED_ADMIN");
  expect(settle(["V", "plain"])).toBe("NOT_AUTHORIZED_ADMIN");
  expect(settle(["V", "links"])).toBeNull();
  p.resign("V", "links");
  expect(settle({ support: "staff" })).toBeNull();
});
