// Aim: the register is complete, in order and unambiguous, and safe to ask with any string.
// Method: hold it against the reference model's own copy of the ranked list of refusal codes.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { AREAS, RULE_IDS, RULES, ruleById, ruleOfCode } from "../../src/catalogue/index.ts";
import { POLICY_FIELDS } from "../../src/core/policy.ts";
import { REFUSAL_CODES, RULE_OF_CODE } from "../../src/core/refusal.ts";
import { RANK } from "../../src/testing/reference/rank.ts";

const HOSTILE = [
  "",
  " ",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "valueOf",
  "length",
  "0",
  "-1",
  "NaN",
  "undefined",
  "null",
  "admin-01",
  "ADMIN-1",
  "ADMIN-01 ",
  "ADMIN-99",
  "AMB-01",
  "malformed",
  "MALFORMED\u0000",
  "\ud800",
];

test("the register holds every id once", () => {
  expect(RULES.map((rule) => rule.id)).toEqual([...RULE_IDS]);
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});

test("both READMEs say how many rules there are", () => {
  const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
  expect(read("README.md")).toContain(`Each of ${RULES.length} rules`);
  const ofTheDomain = RULES.filter(({ area }) => area !== "PROTO");
  expect(read("README.zh-CN.md")).toContain(`${ofTheDomain.length} 条规则`);
});

test("areas follow one another in order, numbered from 01 without a gap", () => {
  const expected = AREAS.flatMap((area) => {
    const known = RULE_IDS.filter((id) => id.startsWith(`${area}-`));
    return known.map((_, index) => `${area}-${String(index + 1).padStart(2, "0")}`);
  });
  expect(RULES.map((rule) => rule.id)).toEqual(expected);
});

test("each refusal code is owned by exactly one rule", () => {
  const owned = RULES.flatMap((rule) => rule.codes);
  expect([...owned].sort()).toEqual([...RANK].sort());
});

test("codes are listed in order of precedence, and none is both owned and raised", () => {
  for (const rule of RULES) {
    for (const codes of [rule.codes, rule.raises]) {
      expect(codes, rule.id).toEqual(RANK.filter((code) => codes.includes(code)));
    }
    expect(
      rule.raises.filter((code) => rule.codes.includes(code)),
      rule.id,
    ).toEqual([]);
  }
});

test("every rule of the rulebook is in force, and refusals name the owner of their code", () => {
  const kept = RULES.filter(({ status }) => status === "active");
  expect(RULES.filter(({ area }) => area !== "PROTO")).toEqual(kept);
  expect(REFUSAL_CODES).toEqual(RANK);
  for (const code of REFUSAL_CODES) expect(RULE_OF_CODE[code], code).toBe(ruleOfCode(code)?.id);
});

test("lookups find every rule and every code", () => {
  for (const rule of RULES) {
    expect(ruleById(rule.id)).toBe(rule);
    for (const code of rule.codes) expect(ruleOfCode(code)).toBe(rule);
  }
  expect(ruleOfCode("SPACE_QUOTA_EXCEEDED")?.id).toBe("SPACE-03");
  expect(ruleOfCode("ALREADY_MEMBER")?.id).toBe("JOIN-07");
});

test.each(HOSTILE)("a lookup of %j finds nothing", (text) => {
  expect(ruleById(text)).toBeUndefined();
  expect(ruleOfCode(text)).toBeUndefined();
});

test("each entry is filled in", () => {
  for (const rule of RULES) {
    expect(rule.title.trim(), rule.id).not.toBe("");
    expect(rule.reading, rule.id).toMatch(/^\S.*\.$/u);
    for (const quote of rule.source) {
      expect(quote.sentence, rule.id).toMatch(/^[SH]\d{2,3}$/u);
      expect(quote.text.trim(), rule.id).not.toBe("");
    }
    for (const entry of rule.ambiguities) expect(entry, rule.id).toMatch(/^AMB-\d{2,3}$/u);
    if (rule.strength === "stated") expect(rule.source, rule.id).not.toEqual([]);
    if (rule.kind === "number") expect(rule.numbers, rule.id).toBeDefined();
    if (rule.kind === "term") expect([...rule.codes, ...rule.raises], rule.id).toEqual([]);
    expect(rule.status === "protocol", rule.id).toBe(rule.area === "PROTO");
  }
});

test("a field of the policy names rules that name it, and a rule names fields that there are", () => {
  for (const [name, { rules }] of Object.entries(POLICY_FIELDS)) {
    for (const id of rules) {
      const { numbers = [], options = [] } = ruleById(id) ?? {};
      expect([...numbers, ...options], `${id} and ${name}`).toContain(name);
    }
  }
  for (const { id, numbers = [], options = [] } of RULES) {
    for (const name of [...numbers, ...options]) {
      expect(Object.keys(POLICY_FIELDS), id).toContain(name);
    }
  }
});

test("a rule named in the reading of another exists", () => {
  for (const rule of RULES) {
    for (const id of rule.reading.match(/\b[A-Z]+-\d{2}\b/gu) ?? []) {
      expect(ruleById(id), `${rule.id} names ${id}`).toBeDefined();
    }
  }
});
