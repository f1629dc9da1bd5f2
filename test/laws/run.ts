/** Runs laws for a test: on a fixed seed and on a fresh one, with a readable script on failure. */
import { expect } from "vitest";
import { type Law, soak, type Tally } from "../../src/testing/index.ts";

/** The seed that every run tries. */
const BASE = 20_240_117;

/** Seeds differ by run, so that every run tries something new; a failure names the one to repeat. */
const FRESH = Number(process.env["LAW_SEED"] ?? Date.now() % 2 ** 31);

/** Checks laws on so many inputs, half of them from the fixed seed; gives what was reached. */
export function holds(laws: readonly Law[], inputs: number): readonly Tally[] {
  return [BASE, FRESH].map((seed) => {
    const { tally, failures } = soak(laws, { seed, inputs: inputs / 2 });
    const said = failures.map(({ text }) => `seed ${seed} (LAW_SEED=${seed} repeats it)\n${text}`);
    expect(said.join("\n")).toBe("");
    expect(tally.inputs).toBeGreaterThanOrEqual(inputs / 2);
    return tally;
  });
}
