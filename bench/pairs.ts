/** Sides in processes of their own, sampled in turn. */
import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Line } from "./report.ts";
import type { Spec } from "./sides.ts";

/** A side that runs. */
export interface Running {
  readonly lines: readonly Line[];
  readonly sample: (count: number) => Promise<readonly number[]>;
  readonly end: () => void;
}

/** Starts a side with a bundle of `side.ts`, and waits until it is set up. */
export async function start(bundle: string, spec: Spec): Promise<Running> {
  const flags = ["--expose-gc", "--max-old-space-size=12000"];
  const child: ChildProcess = spawn(process.execPath, [...flags, bundle, JSON.stringify(spec)], {
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error("a side without pipes");
  const said = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async <Value>(): Promise<Value> => {
    const { done, value } = await said.next();
    if (done === true) throw new Error(`a side ended early: ${JSON.stringify(spec)}`);
    return JSON.parse(value) as Value;
  };
  return {
    lines: await next(),
    sample: (count) => {
      stdin.write(`${count}\n`);
      return next();
    },
    end: () => {
      stdin.end();
    },
  };
}

/** How long a sample is, how many there are, and how many come before that are not counted. */
export interface Sampling {
  readonly count: number;
  readonly pairs: number;
  readonly warmUps: number;
}

/** Samples of one length: by side, by figure. */
export type Samples = readonly (readonly (readonly number[])[])[];

/**
 * Samples of every side, taken in turn, the order alternating. With further lengths, samples of each
 * are taken beside those of the first, so that they are of the same moments.
 */
export async function sampled(
  sides: readonly Running[],
  { count, pairs, warmUps }: Sampling,
  ...lengths: readonly number[]
): Promise<[Samples, ...Samples[]]> {
  const all = [count, ...lengths].map((length) => ({
    length,
    taken: sides.map((): number[][] => []),
  }));
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    for (const { length, taken } of all) {
      const order = [...sides.entries()];
      for (const [i, side] of pair % 2 === 0 ? order : order.reverse()) {
        const found = await side.sample(length);
        if (pair < 0) continue;
        const own = taken[i] as number[][];
        for (const [figure, value] of found.entries()) {
          own[figure] ??= [];
          own[figure].push(value);
        }
      }
    }
  }
  return all.map(({ taken }) => taken) as unknown as [Samples, ...Samples[]];
}

/** The ratio of the second to the first in each pair. */
export const ratiosOf = (first: readonly number[] = [], second: readonly number[] = []): number[] =>
  first.map((value, i) => (second[i] as number) / value);
