// Aim: single sign-on closes the container where the policy says so, and deletes nothing.
// Method: creation, application and approval with single sign-on at either side.
import { expect } from "vitest";
import {
  automate,
  grant,
  holders,
  licensed,
  link,
  own,
  people,
  revoke,
  whole,
} from "../support/licenses.ts";
import { associationOf, type Play, play, roster } from "../support/play.ts";
import { rule } from "../support/rule.ts";
import { applyTo, approve, create, hire, invite, join, register } from "../support/worlds.ts";

const gated = { gateStage: "container-too" } as const;
const sso = (p: Play, organization: string, on: boolean) =>
  p.fact("organization.sso-changed", { organization, sso: on });

const sso01 = rule("SSO-01");
sso01.accepts("Spaces under single sign-on while the gate stands at the capability", () => {
  const p = play();
  register(p, ["A", "B"], { sso: true });
  expect(create(p, "A", "s1").code).toBeNull();
  expect(join(p, "A", "s1", "B").code).toBeNull();
});
sso01.accepts("organizations without it behind the gate", () => {
  const p = play(gated);
  register(p, ["A", "B"]);
  expect(create(p, "A", "s1").code).toBeNull();
  expect(join(p, "A", "s1", "B").code).toBeNull();
});
sso01.refuses("creation by an organization with single sign-on behind the gate", () => {
  const p = play(gated);
  register(p, ["A"], { sso: true });
  expect(create(p, "A", "s1").refusal).toEqual({
    code: "SSO_NOT_SUPPORTED",
    rule: "SSO-01",
    data: { required: "no-sso" },
  });
});
sso01.refuses("joining while Host or applicant has it, when filed and when approved", () => {
  const p = play(gated);
  register(p, ["A", "B", "C"]);
  create(p, "A", "s1");
  invite(p, "A", "s1");
  sso(p, "B", true);
  expect(applyTo(p, "B", "s1").code).toBe("SSO_NOT_SUPPORTED");
  expect(applyTo(p, "C", "s1").code).toBeNull();
  sso(p, "A", true);
  expect(approve(p, "A", "C", "s1").code).toBe("SSO_NOT_SUPPORTED");
  sso(p, "A", false);
  expect(approve(p, "A", "C", "s1").code).toBeNull();
});

sso01.refuses("links and Downstream grants while the Host has it, not while a Member does", () => {
  const p = licensed(9);
  create(p, "A", "s2");
  sso(p, "B", true);
  expect(grant(p, whole("s1"), people("B", "b1")).code).toBeNull();
  sso(p, "A", true);
  expect(link(p, whole("s2")).code).toBe("SSO_NOT_SUPPORTED");
  expect(grant(p, whole("s1"), people("C", "c1")).code).toBe("SSO_NOT_SUPPORTED");
  expect(grant(p, own("A"), people("A", "a1")).code).toBeNull();
  p.fact("organization.edition-changed", { organization: "A", edition: "free" });
  expect(link(p, whole("s2")).code).toBe("EDITION_NOT_SUPPORTED");
});

rule("SSO-02").holds("links and grants stay, releases and automatic grants go on", () => {
  const p = licensed(9);
  const s1 = whole("s1");
  automate(p, s1, "B", ["law"]);
  grant(p, s1, people("B", "b1", "b2"));
  sso(p, "A", true);
  expect(grant(p, s1, people("B", "b3")).code).toBe("SSO_NOT_SUPPORTED");
  hire(p, "B", "new", ["law"]);
  expect(revoke(p, s1, people("B", "b1")).code).toBeNull();
  expect(holders(p, s1)).toEqual(["B/b2", "B/new"]);
  sso(p, "A", false);
  expect(grant(p, s1, people("B", "b3")).code).toBeNull();
});

rule("SSO-02").holds("switched on later it leaves everything; switched off, all goes on", () => {
  const p = play(gated);
  register(p, ["A", "B"]);
  create(p, "A", "s1", { whole: true });
  join(p, "A", "s1", "B", { whole: true });
  const before = [associationOf(p, "s1", "B"), roster(p, "s1")];
  sso(p, "A", true);
  sso(p, "B", true);
  expect([associationOf(p, "s1", "B"), roster(p, "s1")]).toEqual(before);
  expect(create(p, "A", "s2").code).toBe("SSO_NOT_SUPPORTED");
  sso(p, "A", false);
  expect(create(p, "A", "s2").code).toBeNull();
});
