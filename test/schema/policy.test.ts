// Aim: a policy parsed from JSON is the policy that the core makes of the same changes. Method: every
// field with each of its values, beside `definePolicy`.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy, definePolicy } from "../../src/core/policy.ts";
import { parsePolicy } from "../../src/schema/index.ts";

test("no changes give the rulebook's policy, a whole policy gives itself", () => {
  expect(parsePolicy({})).toEqual({ ok: true, value: defaultPolicy });
  expect(parsePolicy(defaultPolicy)).toEqual({ ok: true, value: defaultPolicy });
});

test("what is no policy is refused with the place", () => {
  const word = (value: unknown) => {
    const result = parsePolicy(value);
    return result.ok ? "ok" : result.problems.map((p) => `${p.path.join(".")} ${p.problem}`);
  };
  expect(word({ personcap: 5 })).toEqual(["personcap unknown-field"]);
  expect(word({ release: "V4" })).toEqual(["release not-a-choice"]);
  expect(word({ uncertifiedHost: { spaceQuota: 1 } })).toEqual([
    "uncertifiedHost.personCap missing",
  ]);
  expect(word({ memberMustBeCertified: "yes" })).toEqual(["memberMustBeCertified not-a-boolean"]);
  expect(word({ hostFeatures: ["import", ""] })).toEqual(["hostFeatures.1 not-a-name"]);
  expect(word({ hostFeatures: ["import", "import"] })).toEqual(["hostFeatures.1 duplicate"]);
  expect(word(null)).toEqual([" not-an-object"]);
  expect(word([])).toEqual([" not-an-object"]);
});

test("takes and refuses what the core takes and refuses", () => {
  const host = fc.record(
    { spaceQuota: fc.integer({ min: -1, max: 3 }), personCap: fc.nat(2_000_000) },
    { requiredKeys: ["spaceQuota"] },
  );
  const strings = Object.values(defaultPolicy).filter((value) => typeof value === "string");
  const value = fc.oneof(
    fc.constantFrom<unknown>(
      ...strings,
      null,
      true,
      false,
      0,
      100,
      101,
      1_000_000,
      1_000_001,
      0.5,
      -1,
      [],
      ["print"],
      ["print", "print"],
      ["a".repeat(65)],
      [1],
    ),
    host,
  );
  const name = fc.constantFrom(...Object.keys(defaultPolicy), "other");
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (changes) => {
      const made = definePolicy(changes as object);
      const parsed = parsePolicy(changes);
      expect(parsed.ok).toBe(made.ok);
      if (parsed.ok && made.ok) expect(parsed.value).toEqual(made.policy);
    }),
    { numRuns: 2_000 },
  );
});
