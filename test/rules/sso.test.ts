// Aim: single sign-on closes the container where the policy says so, and deletes nothing.
// Method: creation, application and approval with single sign-on at either side.
import { expect } from "vitest";
import { associationOf, type Play, play, roster } from "../support/play.ts";
import { rule } from "../support/rule.ts";
import { applyTo, approve, create, invite, join, register } from "../support/worlds.ts";

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
