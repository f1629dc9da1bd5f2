// Aim: every option of the policy decides something, and each of its values something else.
// Method: per option one case, told the same under each value; no two values have the same outcome.
import { describe, expect, test } from "vitest";
import { defaultPolicy, definePolicy, POLICY_FIELDS, type Policy } from "../../src/core/policy.ts";
import { CASES } from "./cases.ts";

interface Case {
  readonly option: keyof Policy;
  readonly outcomes: readonly (readonly [value: unknown, outcome: unknown])[];
  readonly run: (changes: Partial<Policy>) => unknown;
}

const VALUES: { readonly [name: string]: boolean } = { true: true, false: false };

const cases: readonly Case[] = Object.entries(CASES).map(([option, { outcomes, run }]) => ({
  option: option as keyof Policy,
  outcomes: Array.isArray(outcomes)
    ? outcomes
    : Object.entries(outcomes).map(([name, outcome]) => [VALUES[name] ?? name, outcome] as const),
  run,
}));

const text = (value: unknown): string => JSON.stringify(value);

for (const { option, outcomes, run } of cases) {
  describe(option, () => {
    for (const [value, outcome] of outcomes) {
      test(text(value), () => {
        const changes = { [option]: value };
        expect(definePolicy(changes).ok).toBe(true);
        expect(run(changes)).toEqual(outcome);
      });
    }
    test("has a different outcome for each value, the default among them", () => {
      expect(new Set(outcomes.map(([, outcome]) => text(outcome))).size).toBe(outcomes.length);
      expect(outcomes.map(([value]) => text(value))).toContain(text(defaultPolicy[option]));
      expect(outcomes.length).toBeGreaterThan(1);
    });
  });
}

test("no option is without a case", () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(POLICY_FIELDS).sort());
});

test("a number is tried on both sides of a bound of its", () => {
  const numbers = cases.filter(({ option }) =>
    ["limit", "days", "size", "up-to", "percent"].includes(POLICY_FIELDS[option].form.kind),
  );
  const tried = numbers.map(({ outcomes }) => outcomes.filter(([value]) => value !== null).length);
  expect(Math.min(...tried)).toBeGreaterThan(1);
});

test("every field has a default that it may have, and each value that the check takes", () => {
  for (const [name, { initial, form }] of Object.entries(POLICY_FIELDS)) {
    expect(definePolicy({ [name]: initial }).ok, name).toBe(true);
    if (form.kind !== "choice") continue;
    expect(form.of, name).toContain(initial);
    for (const value of form.of) expect(definePolicy({ [name]: value }).ok, name).toBe(true);
  }
});
