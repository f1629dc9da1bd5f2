/** Runs laws for a test on two seeds, with a readable script on failure. */
import { expect } from "vitest";
import { hash } from "../../src/core/hash.ts";
import { type Law, type ScriptParts, soak, type Tally } from "../../src/testing/index.ts";

/**
 * The seeds that every run tries, so that a run says the same twice. `LAW_SEED=…` tries another one in
 * place of the second; `npm run soak` tries fresh ones.
 */
const SEEDS: readonly number[] = [20_240_117, Number(process.env["LAW_SEED"] ?? 76_987_345)];

/** How much of the full size is tried: a fifth, or as `LAW_SHARE` says. `npm run laws` tries all of it. */
export const SHARE = Number(process.env["LAW_SHARE"] ?? 1 / 5);

/**
 * How many inputs each test decides at full size, half of them from each seed: more than half a million
 * together. No two tests try the same scripts.
 */
const INPUTS = {
  reference: 400_000,
  step: 100_000,
  slice: 12_000,
  invariants: 30_000,
  history: 24_000,
  elsewhere: 24_000,
  undone: 16_000,
  apart: 16_000,
  choosing: 30_000,
  questions: 120_000,
  isolation: 12_000,
  below: 8_000,
  recovery: 8_000,
  kept: 16_000,
  directories: 16_000,
  erring: 20_000,
  deadEnds: 24_000,
  joining: 24_000,
  sight: 16_000,
} as const;

/** Checks laws on so many inputs, of scripts of any kind or of one; gives what was reached from each seed. */
export function holds(
  laws: readonly Law[],
  tried: keyof typeof INPUTS,
  scripts: ScriptParts = {},
): readonly Tally[] {
  const inputs = Math.ceil((INPUTS[tried] * SHARE) / 2);
  return SEEDS.map((seed) => {
    const { tally, failures } = soak(laws, { seed: seed ^ hash(tried), inputs, scripts });
    const said = failures.map(({ text }) => `seed ${seed} (LAW_SEED=${seed} repeats it)\n${text}`);
    expect(said.join("\n")).toBe("");
    expect(tally.inputs).toBeGreaterThanOrEqual(inputs);
    return tally;
  });
}
