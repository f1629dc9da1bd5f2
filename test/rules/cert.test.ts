// Aim: certification counts for hosting, and for taking part only where the policy says so.
// Method: certified and uncertified organizations do the same under each policy.
import { expect } from "vitest";
import type { Policy } from "../../src/index.ts";
import { type Play, play } from "../../src/testing/index.ts";
import { rule } from "../support/rule.ts";

const uncertified = { certified: false };
const quotas = { uncertifiedHost: { spaceQuota: 2, personCap: 3 } };

const certify = (p: Play, organization: string, certified: boolean) =>
  p.fact("organization.certification-changed", { organization, certified });

function hostAndMember(changes: Partial<Policy> = {}): Play {
  const p = play(changes);
  p.register(["A"]);
  p.register(["B"], uncertified);
  p.createSpace("A", "s1");
  p.invite("A", "s1");
  return p;
}

const cert01 = rule("CERT-01");
cert01.accepts("an uncertified applicant and Member", () => {
  const p = hostAndMember();
  expect(p.applyTo("B", "s1", { whole: true }).code).toBeNull();
  expect(p.approve("A", "B", "s1").code).toBeNull();
  expect(p.roster("s1")).toEqual(["B/B-admin"]);
});
cert01.refuses(
  "it where a Member must be certified, when it applies and when it is approved",
  () => {
    const p = hostAndMember({ memberMustBeCertified: true });
    expect(p.applyTo("B", "s1").refusal).toEqual({
      code: "MEMBER_NOT_CERTIFIED",
      rule: "CERT-01",
      data: { organization: "B" },
    });
    certify(p, "B", true);
    expect(p.applyTo("B", "s1").code).toBeNull();
    certify(p, "B", false);
    expect(p.approve("A", "B", "s1").code).toBe("MEMBER_NOT_CERTIFIED");
  },
);

const cert02 = rule("CERT-02");
cert02.accepts("a certified creator, and an uncertified one where the policy has numbers", () => {
  const p = play();
  p.register(["A"]);
  p.register(["U"], uncertified);
  expect(p.createSpace("A", "s1").code).toBeNull();
  p.under(quotas);
  expect(p.createSpace("U", "s2").code).toBeNull();
});
cert02.refuses("an uncertified creator by default", () => {
  const p = play();
  p.register(["U"], uncertified);
  const { refusal } = p.createSpace("U", "s1");
  expect(refusal).toMatchObject({ code: "HOST_NOT_CERTIFIED", data: { organization: "U" } });
  expect(p.space("s1")).toBeUndefined();
});

function uncertifiedHost(people: number): Play {
  const p = play({ ...quotas, certifiedSpaceQuota: 5, personCap: 5 });
  p.register(["U"], uncertified);
  for (let i = 1; i < people; i += 1) p.hire("U", `u${i}`);
  return p;
}

const cert03 = rule("CERT-03");
cert03.below("both numbers of an uncertified Host all goes well", () => {
  const p = uncertifiedHost(2);
  expect(p.createSpace("U", "s1", { whole: true }).code).toBeNull();
});
cert03.at("exactly both numbers all goes well", () => {
  const p = uncertifiedHost(3);
  expect(p.createSpace("U", "s1", { whole: true }).code).toBeNull();
  expect(p.createSpace("U", "s2").code).toBeNull();
});
cert03.above("either number it is refused, though a certified Host would pass", () => {
  const p = uncertifiedHost(4);
  const wide = p.createSpace("U", "s1", { whole: true }).refusal;
  expect(wide).toMatchObject({ code: "PERSON_CAP_EXCEEDED", data: { limit: 3, current: 0 } });
  p.createSpace("U", "s1");
  p.createSpace("U", "s2");
  const third = p.createSpace("U", "s3").refusal;
  expect(third).toMatchObject({ code: "SPACE_QUOTA_EXCEEDED", data: { limit: 2, current: 2 } });
  certify(p, "U", true);
  expect(p.createSpace("U", "s3", { whole: true }).code).toBeNull();
});

rule("CERT-04").holds("what was set up stays; later commands go by the quotas of now", () => {
  const p = play({ ...quotas, certifiedSpaceQuota: 4, personCap: 4 });
  p.register(["A"]);
  for (const person of ["a1", "a2", "a3"]) p.hire("A", person);
  for (const space of ["s1", "s2", "s3"]) p.createSpace("A", space, { whole: true });
  certify(p, "A", false);
  expect(p.organization("A")?.hosted).toEqual(["s1", "s2", "s3"]);
  expect(p.roster("s1")).toHaveLength(4);
  expect(p.createSpace("A", "s4").code).toBe("SPACE_QUOTA_EXCEEDED");
  p.register(["B"]);
  const late = p.join("A", "s1", "B", { whole: true });
  expect(late.refusal).toMatchObject({ code: "PERSON_CAP_EXCEEDED", data: { limit: 3 } });
  certify(p, "A", true);
  expect(p.createSpace("A", "s4").code).toBeNull();
});
