/** Timing: CPU time of the process, and what many samples say together. */
import type { Line } from "./report.ts";

/** The process's CPU time, in microseconds: garbage collection counts, a neighbor does not. */
export function cpu(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** How long something takes, in microseconds of CPU time; never nothing. */
export function timed(work: () => void): number {
  const start = cpu();
  work();
  return Math.max(cpu() - start, 1);
}

/** The value that such a share of them is not above. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] as number, sorted[Math.ceil(at)] as number];
  return low + (high - low) * (at - Math.floor(at));
}

/** The middle one, or the middle of the middle two. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** A side that is set up. */
export interface Side {
  /** What setting it up has shown. */
  readonly lines?: readonly Line[];
  /** So many operations: microseconds of CPU time an operation, for each figure. */
  readonly sample: (count: number) => readonly number[];
}

/** Clears away what making inputs has left behind, so that no sample pays for it. */
export function tidy(): void {
  globalThis.gc?.({ type: "minor" });
  globalThis.gc?.({ type: "minor" });
}
