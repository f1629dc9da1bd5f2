// Aim: the words of the source are kept apart as the register says.
// Method: what each word stands for is shown on Spaces with limits of one.
import { expect } from "vitest";
import { explain, ruleById } from "../../src/catalogue/index.ts";
import { COMMAND_TYPES, FACT_TYPES } from "../../src/engine/codes.ts";
import { defaultPolicy, editionSupports, REFUSAL_CODES } from "../../src/index.ts";
import { associationOf, organizationOf, play, roster } from "../support/play.ts";
import { sampleRefusals } from "../support/refusals.ts";
import { rule } from "../support/rule.ts";
import { applyTo, approve, create, hire, invite, join, register } from "../support/worlds.ts";

rule("TERM-01").holds("limits stated under any of the names bind one and the same Space", () => {
  expect(ruleById("SPACE-03")?.source[0]?.text).toContain("上下游组织");
  expect(ruleById("CAP-01")?.source[0]?.text).toContain("空间");
  const p = play({ certifiedSpaceQuota: 1, personCap: 1, memberOrgCap: 1, joinLimit: 1 });
  register(p, ["A", "B", "C", "D"]);
  expect(create(p, "A", "s1").code).toBeNull();
  expect(create(p, "A", "s2").code).toBe("SPACE_QUOTA_EXCEEDED");
  expect(join(p, "A", "s1", "B", { people: ["B-admin"] }).code).toBeNull();
  expect(join(p, "A", "s1", "C").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  const scope = { people: ["A-admin"] };
  expect(p.command("A", "scope.set", { space: "s1", organization: "A", scope }).code).toBe(
    "PERSON_CAP_EXCEEDED",
  );
  create(p, "D", "s3");
  invite(p, "D", "s3");
  expect(applyTo(p, "B", "s3").code).toBe("JOIN_LIMIT_EXCEEDED");
});

rule("TERM-02").holds(
  "the hierarchy product is known to the edition table and nowhere else",
  () => {
    expect(editionSupports("professional", "hierarchy")).toBe(true);
    const names = [
      ...COMMAND_TYPES,
      ...FACT_TYPES,
      ...REFUSAL_CODES,
      ...Object.keys(defaultPolicy),
    ];
    for (const name of names) expect(name).not.toMatch(/hierarchy|superior|subordinate/iu);
    const p = play({ gateStage: "container-too" });
    register(p, ["A"], { edition: "professional" });
    expect(create(p, "A", "s1").code).toBe("EDITION_NOT_SUPPORTED");
  },
);

rule("TERM-03").holds("no name and no text says a bare downstream organization", () => {
  const texts = sampleRefusals().flatMap((each) => {
    const { text, help, title } = explain(each, "en");
    return [text, help, title];
  });
  const names = [...COMMAND_TYPES, ...FACT_TYPES, ...REFUSAL_CODES, ...Object.keys(defaultPolicy)];
  for (const words of [...texts, ...names]) {
    expect(words).not.toMatch(/(?:down|up)stream.?organi[sz]ation/iu);
  }
});

rule("TERM-04").holds("the Association is one organization's bond with one Space", () => {
  const p = play();
  register(p, ["A", "B"]);
  hire(p, "B", "b1");
  for (const space of ["s1", "s2"]) {
    create(p, "A", space);
    join(p, "A", space, "B", { whole: true });
  }
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  expect(associationOf(p, "s1", "B")).toBeUndefined();
  expect(roster(p, "s1")).toEqual([]);
  expect(organizationOf(p, "B")?.joined).toEqual(["s2"]);
  expect(roster(p, "s2")).toEqual(["B/B-admin", "B/b1"]);
  expect(approve(p, "A", "B", "s1").code).toBe("APPLICATION_NOT_PENDING");
});
