// Aim: the words of the source are kept apart as the register says.
// Method: what each word stands for is shown on Spaces with limits of one.
import { expect } from "vitest";
import { explain, ruleById } from "../../src/catalogue/index.ts";
import { COMMAND_TYPES } from "../../src/core/command-types.ts";
import { FACT_TYPES } from "../../src/engine/codes.ts";
import { defaultPolicy, editionSupports, REFUSAL_CODES } from "../../src/index.ts";
import { play } from "../../src/testing/index.ts";
import { link, onLink, opened } from "../support/hierarchy.ts";
import { sampleRefusals } from "../support/refusals.ts";
import { rule } from "../support/rule.ts";

rule("TERM-01").holds("limits stated under any of the names bind one and the same Space", () => {
  expect(ruleById("SPACE-03")?.source[0]?.text).toContain("上下游组织");
  expect(ruleById("CAP-01")?.source[0]?.text).toContain("空间");
  const p = play({ certifiedSpaceQuota: 1, personCap: 1, memberOrgCap: 1, joinLimit: 1 });
  p.register(["A", "B", "C", "D"]);
  expect(p.createSpace("A", "s1").code).toBeNull();
  expect(p.createSpace("A", "s2").code).toBe("SPACE_QUOTA_EXCEEDED");
  expect(p.join("A", "s1", "B", { people: ["B-admin"] }).code).toBeNull();
  expect(p.join("A", "s1", "C").code).toBe("MEMBER_ORG_LIMIT_EXCEEDED");
  const scope = { people: ["A-admin"] };
  expect(p.command("A", "scope.set", { space: "s1", organization: "A", scope }).code).toBe(
    "PERSON_CAP_EXCEEDED",
  );
  p.createSpace("D", "s3");
  p.invite("D", "s3");
  expect(p.applyTo("B", "s3").code).toBe("JOIN_LIMIT_EXCEEDED");
});

rule("TERM-02").holds(
  "an edition that is for hierarchies is not for Spaces, and Links count towards no limit of Spaces",
  () => {
    expect(editionSupports("professional", "hierarchy")).toBe(true);
    const p = play({ gateStage: "container-too" });
    p.register(["A"], { edition: "professional" });
    expect(p.createSpace("A", "s1").code).toBe("EDITION_NOT_SUPPORTED");
    const q = opened(["T", "B"], { personCap: 1 });
    q.hire("B", "eve");
    expect(link(q, "T", "B", { scope: { whole: true } }).code).toBeNull();
    expect(onLink(q, "T", "B")).toEqual(["B-admin", "eve"]);
    const counted = q.records("organization").map(([, { hosted, joined }]) => [hosted, joined]);
    expect(counted).toEqual([
      [[], []],
      [[], []],
    ]);
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
  p.register(["A", "B"]);
  p.hire("B", "b1");
  for (const space of ["s1", "s2"]) {
    p.createSpace("A", space);
    p.join("A", space, "B", { whole: true });
  }
  p.command("A", "association.cancel", { space: "s1", organization: "B" });
  expect(p.association("s1", "B")).toBeUndefined();
  expect(p.roster("s1")).toEqual([]);
  expect(p.organization("B")?.joined).toEqual(["s2"]);
  expect(p.roster("s2")).toEqual(["B/B-admin", "B/b1"]);
  expect(p.approve("A", "B", "s1").code).toBe("APPLICATION_NOT_PENDING");
});
