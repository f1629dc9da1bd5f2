/** Timing: CPU time of the process, a sample of the floor right before each sample of the library. */

/** The process's CPU time, in microseconds: garbage collection counts, a neighbor does not. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** How long something takes, in microseconds of CPU time. */
export function timed(work: () => void): number {
  const start = cpu();
  work();
  return cpu() - start;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Two sides measured in pairs. */
export interface Paired {
  /** The median of the ratios of the second to the first in each pair. */
  readonly ratio: number;
  /** Medians, in microseconds. */
  readonly first: number;
  readonly second: number;
}

/** Samples both sides, one right after the other; `prepare` runs before each pair, untimed. */
export function paired<Prepared>(
  pairs: number,
  prepare: (pair: number) => Prepared,
  first: (prepared: Prepared) => void,
  second: (prepared: Prepared) => void,
  warmUps = 2,
): Paired {
  const firsts: number[] = [];
  const seconds: number[] = [];
  // A few more at the start, not counted, for the compiler.
  for (let pair = -warmUps; pair < pairs; pair += 1) {
    const prepared = prepare(pair);
    const a = timed(() => first(prepared));
    const b = timed(() => second(prepared));
    if (pair < 0) continue;
    firsts.push(a);
    seconds.push(b);
  }
  const ratios = firsts.map((value, i) => (seconds[i] as number) / Math.max(value, 1));
  return { ratio: median(ratios), first: median(firsts), second: median(seconds) };
}
