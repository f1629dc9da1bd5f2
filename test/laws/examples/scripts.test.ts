/** Aim: scripts that once broke a law, as they were shrunk then, break none. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseInput, parsePolicy } from "../../../src/schema/index.ts";
import { answersAgree, checkLaws, LAWS } from "../../../src/testing/index.ts";

interface Found {
  readonly about: string;
  readonly policy: unknown;
  readonly inputs: readonly unknown[];
}

const found: readonly Found[] = JSON.parse(
  readFileSync(new URL("found.json", import.meta.url), "utf8"),
);
const laws = [...LAWS.step, ...LAWS.slice, ...LAWS.world, answersAgree()];

test.each(found)("$about", ({ policy, inputs }) => {
  const parsed = parsePolicy(policy);
  const script = inputs.map((each) => parseInput(each));
  const problems = [parsed, ...script].flatMap((each) => (each.ok ? [] : each.problems));
  expect(problems).toEqual([]);
  if (!parsed.ok) return;
  checkLaws(
    { policy: parsed.value, inputs: script.flatMap((each) => (each.ok ? [each.value] : [])) },
    laws,
  );
});
