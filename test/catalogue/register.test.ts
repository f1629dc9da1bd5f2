// Aim: the register is complete, in order and unambiguous, and safe to ask with any string.
// Method: compare it with the list of ids and with the ranked list of refusal codes, written out.

import { expect, test } from "vitest";
import { AREAS, RULE_IDS, RULES, ruleById, ruleOfCode } from "../../src/catalogue/index.ts";
import { REFUSAL_CODES, RULE_OF_CODE } from "../../src/core/refusal.ts";

/** Every refusal code of the rulebook, in order of precedence. */
const RANKED_CODES: readonly string[] = [
  // malformed
  "MALFORMED",
  "INPUT_ID_REUSED",
  // unknown root
  "UNKNOWN_ORGANIZATION",
  "UNKNOWN_SPACE",
  // authority
  "SOURCE_NOT_RESPONSIBLE",
  "ACTING_ORG_INVALID",
  "NOT_AUTHORIZED_ADMIN",
  "MAIN_ADMIN_REQUIRED",
  "NOT_SPACE_ADMIN",
  "MEMBER_ROSTER_NOT_MANAGEABLE",
  "WHOLE_ORG_EXIT_HOST_ONLY",
  "APP_GOVERNANCE_HOST_ONLY",
  "LICENSE_HOST_ONLY",
  "QUOTA_EXPANSION_NOT_AUTHORIZED",
  "APPLICATION_REQUIRED",
  "NOT_INITIATOR",
  // unknown part
  "INVITATION_NOT_VALID",
  "UNKNOWN_PERSON",
  "UNKNOWN_DEPARTMENT",
  "UNKNOWN_FOLDER",
  "UNKNOWN_APP",
  "UNKNOWN_APPLICATION",
  "UNKNOWN_GROUP",
  "UNKNOWN_INSTANCE",
  "UNKNOWN_TASK",
  "NOT_TASK_HOLDER",
  // gates
  "HOST_NOT_CERTIFIED",
  "MEMBER_NOT_CERTIFIED",
  "EDITION_NOT_SUPPORTED",
  "SSO_NOT_SUPPORTED",
  "BATCH_INVITE_NOT_ENABLED",
  "APP_DATA_INTEROP_UNAVAILABLE",
  // state
  "ID_TAKEN",
  "HOST_CANNOT_JOIN_OWN_SPACE",
  "ALREADY_MEMBER",
  "APPLICATION_ALREADY_PENDING",
  "APPLICATION_NOT_PENDING",
  "NOT_A_MEMBER",
  "FOLDER_CYCLE",
  "FOLDER_NOT_EMPTY",
  "APP_NOT_OWNED_BY_HOST",
  "APP_NOT_PUBLISHED",
  "APP_ALREADY_PUBLISHED",
  "UNIT_NOT_LINKED",
  "UNIT_ALREADY_LINKED",
  "UNIT_OVERLAP",
  "INSTANCE_NOT_RUNNING",
  "TASK_NOT_PENDING",
  "LICENSE_NOT_GRANTED",
  "LICENSE_ALREADY_GRANTED",
  "QUOTA_NOT_INCREASED",
  // eligibility
  "NOT_IN_SPACE",
  "NOT_VISIBLE",
  "APP_NOT_AUTHORIZED",
  "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
  "LICENSE_REQUIRED",
  "DATA_PERMISSION_REQUIRED",
  "SCOPE_OUTSIDE_OWN_ORGANIZATION",
  "PICK_TARGET_OUTSIDE_SCOPE",
  "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG",
  "ROUTING_TARGET_SELF",
  "ROUTING_TARGET_ALREADY_ON_TASK",
  "SUCCESSOR_NOT_ELIGIBLE",
  "LICENSE_TARGET_NOT_ELIGIBLE",
  // limits
  "JOIN_LIMIT_EXCEEDED",
  "MEMBER_ORG_LIMIT_EXCEEDED",
  "SPACE_QUOTA_EXCEEDED",
  "PERSON_CAP_EXCEEDED",
  "LICENSE_LINK_LIMIT_EXCEEDED",
  "LICENSE_POOL_EXHAUSTED",
];

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

test("the register holds every id once, in order", () => {
  expect(RULES.map((rule) => rule.id)).toEqual([...RULE_IDS]);
  expect(new Set(RULE_IDS).size).toBe(RULE_IDS.length);
});

test("areas follow one another in order, numbered from 01 without a gap", () => {
  const expected = AREAS.flatMap((area) =>
    RULES.filter((rule) => rule.area === area).map(
      (_, index) => `${area}-${String(index + 1).padStart(2, "0")}`,
    ),
  );
  expect(RULES.map((rule) => rule.id)).toEqual(expected);
});

test("each refusal code is owned by exactly one rule", () => {
  const owned = RULES.flatMap((rule) => rule.codes);
  expect([...owned].sort()).toEqual([...RANKED_CODES].sort());
});

test("codes are listed in order of precedence, and none is both owned and raised", () => {
  for (const rule of RULES) {
    for (const codes of [rule.codes, rule.raises]) {
      expect(codes, rule.id).toEqual(RANKED_CODES.filter((code) => codes.includes(code)));
    }
    expect(
      rule.raises.filter((code) => rule.codes.includes(code)),
      rule.id,
    ).toEqual([]);
  }
});

test("every rule of the rulebook is in force, and refusals name the owner of their code", () => {
  const kept = RULES.filter(({ status }) => status === "active");
  expect(kept).toHaveLength(161);
  expect(RULES.filter(({ area }) => area !== "PROTO")).toEqual(kept);
  expect(REFUSAL_CODES).toEqual(RANKED_CODES);
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
      expect(quote.sentence, rule.id).toMatch(/^S\d{2,3}$/u);
      expect(quote.text.trim(), rule.id).not.toBe("");
    }
    for (const entry of rule.ambiguities) expect(entry, rule.id).toMatch(/^AMB-\d{2}$/u);
    if (rule.strength === "stated") expect(rule.source, rule.id).not.toEqual([]);
    if (rule.kind === "number") expect(rule.numbers, rule.id).toBeDefined();
    if (rule.kind === "term") expect([...rule.codes, ...rule.raises], rule.id).toEqual([]);
    expect(rule.status === "protocol", rule.id).toBe(rule.area === "PROTO");
  }
});

test("a rule named in the reading of another exists", () => {
  for (const rule of RULES) {
    for (const id of rule.reading.match(/\b[A-Z]+-\d{2}\b/gu) ?? []) {
      expect(ruleById(id), `${rule.id} names ${id}`).toBeDefined();
    }
  }
});
