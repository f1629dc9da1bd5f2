// Aim: every option of the policy decides something, and each of its values something else.
// Method: per option one case, told the same under each value; no two values have the same outcome.
// A limit may instead be shown at, below and above by the tests of its own rule.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root, titledTests } from "../../scripts/lib/evidence.ts";
import { defaultPolicy, definePolicy, POLICY_FIELDS, type Policy } from "../../src/core/policy.ts";
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

/** Limits that a test of their own rule names, and that the rule is shown at, below and above. */
function limitsOfRules(): string[] {
  return Object.entries(POLICY_FIELDS).flatMap(([name, { form, rules }]) => {
    if (!["limit", "days", "size", "up-to"].includes(form.kind)) return [];
    const own = titledTests().filter(
      ({ id, file }) => id === rules[0] && readFileSync(join(root, file), "utf8").includes(name),
    );
    const shown = ["at", "below", "above"].every((words) =>
      own.some(({ id, title }) => title.startsWith(`${id} ${words} `)),
    );
    return shown ? [name] : [];
  });
}

test("no option is without a case", () => {
  const shown = new Set<string>([...cases.map(({ option }) => option), ...limitsOfRules()]);
  expect([...shown].sort()).toEqual(Object.keys(POLICY_FIELDS).sort());
});

test("every field has a default that it may have, and each value that the check takes", () => {
  for (const [name, { initial, form }] of Object.entries(POLICY_FIELDS)) {
    expect(definePolicy({ [name]: initial }).ok, name).toBe(true);
    if (form.kind !== "choice") continue;
    expect(form.of, name).toContain(initial);
    for (const value of form.of) expect(definePolicy({ [name]: value }).ok, name).toBe(true);
  }
});
