/** Runs laws for a test on two seeds, with a readable script on failure. */
import { expect } from "vitest";
import { type Law, soak, type Tally } from "../../src/testing/index.ts";

/**
 * The seeds that every run tries, so that a run says the same twice. `LAW_SEED=…` tries another one in
 * place of the second; `npm run soak` tries fresh ones.
 */
const SEEDS: readonly number[] = [20_240_117, Number(process.env["LAW_SEED"] ?? 76_987_345)];

/** Checks laws on so many inputs, half of them from each seed; gives what was reached. */
export function holds(laws: readonly Law[], inputs: number): readonly Tally[] {
  return SEEDS.map((seed) => {
    const { tally, failures } = soak(laws, { seed, inputs: inputs / 2 });
    const said = failures.map(({ text }) => `seed ${seed} (LAW_SEED=${seed} repeats it)\n${text}`);
    expect(said.join("\n")).toBe("");
    expect(tally.inputs).toBeGreaterThanOrEqual(inputs / 2);
    return tally;
  });
}
