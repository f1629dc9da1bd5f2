// Aim: single sign-on closes the container where the policy says so, and deletes nothing.
// Method: creation, application and approval with single sign-on at either side.
import { expect } from "vitest";
import { type Play, play } from "../../src/testing/index.ts";
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
import { rule } from "../support/rule.ts";

const gated = { gateStage: "container-too" } as const;
const sso = (p: Play, organization: string, on: boolean) =>
  p.fact("organization.sso-changed", { organization, sso: on });

const sso01 = rule("SSO-01");
sso01.accepts("Spaces under single sign-on while the gate stands at the capability", () => {
  const p = play();
  p.register(["A", "B"], { sso: true });
  expect(p.createSpace("A", "s1").code).toBeNull();
  expect(p.join("A", "s1", "B").code).toBeNull();
});
sso01.accepts("organizations without it behind the gate", () => {
  const p = play(gated);
  p.register(["A", "B"]);
  expect(p.createSpace("A", "s1").code).toBeNull();
  expect(p.join("A", "s1", "B").code).toBeNull();
});
sso01.refuses("creation by an organization with single sign-on behind the gate", () => {
  const p = play(gated);
  p.register(["A"], { sso: true });
  expect(p.createSpace("A", "s1").refusal).toEqual({
    code: "SSO_NOT_SUPPORTED",
    rule: "SSO-01",
    data: { required: "no-sso" },
  });
});
sso01.refuses("joining while Host or applicant has it, when filed and when approved", () => {
  const p = play(gated);
  p.register(["A", "B", "C"]);
  p.createSpace("A", "s1");
  p.invite("A", "s1");
  sso(p, "B", true);
  expect(p.applyTo("B", "s1").code).toBe("SSO_NOT_SUPPORTED");
  expect(p.applyTo("C", "s1").code).toBeNull();
  sso(p, "A", true);
  expect(p.approve("A", "C", "s1").code).toBe("SSO_NOT_SUPPORTED");
  sso(p, "A", false);
  expect(p.approve("A", "C", "s1").code).toBeNull();
});

sso01.refuses("links and Downstream grants while the Host has it, not while a Member does", () => {
  const p = licensed(9);
  p.createSpace("A", "s2");
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
  p.hire("B", "new", ["law"]);
  expect(revoke(p, s1, people("B", "b1")).code).toBeNull();
  expect(holders(p, s1)).toEqual(["B/b2", "B/new"]);
  sso(p, "A", false);
  expect(grant(p, s1, people("B", "b3")).code).toBeNull();
});

rule("SSO-02").holds("switched on later it leaves everything; switched off, all goes on", () => {
  const p = play(gated);
  p.register(["A", "B"]);
  p.createSpace("A", "s1", { whole: true });
  p.join("A", "s1", "B", { whole: true });
  const before = [p.association("s1", "B"), p.roster("s1")];
  sso(p, "A", true);
  sso(p, "B", true);
  expect([p.association("s1", "B"), p.roster("s1")]).toEqual(before);
  expect(p.createSpace("A", "s2").code).toBe("SSO_NOT_SUPPORTED");
  sso(p, "A", false);
  expect(p.createSpace("A", "s2").code).toBeNull();
});
