// Aim: every option of the policy decides something, and each of its values something else.
// Method: per option one case, told the same under each value; no two values have the same outcome.
import { describe, expect, test } from "vitest";
import { defaultPolicy, definePolicy, type Policy } from "../../src/core/policy.ts";
import { CHOICES } from "./choices.ts";
import { NUMBERS } from "./numbers.ts";

interface Case {
  readonly option: keyof Policy;
  readonly outcomes: readonly (readonly [value: unknown, outcome: unknown])[];
  readonly run: (changes: Partial<Policy>) => unknown;
}

const VALUES: { readonly [name: string]: boolean } = { true: true, false: false };

const cases: readonly Case[] = [
  ...Object.entries(CHOICES).map(([option, { outcomes, run }]) => ({
    option: option as keyof Policy,
    outcomes: Object.entries(outcomes).map(
      ([name, outcome]) => [VALUES[name] ?? name, outcome] as const,
    ),
    run,
  })),
  ...Object.entries(NUMBERS).map(([option, { outcomes, run }]) => ({
    option: option as keyof Policy,
    outcomes,
    run,
  })),
];

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
  expect(cases.map(({ option }) => option).sort()).toEqual(Object.keys(defaultPolicy).sort());
});
