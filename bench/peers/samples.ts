/** Samples in pairs, each of a library right after one of the floor. */
import { cpu, median } from "../measure.ts";

/** How much to do. */
export interface Effort {
  readonly people: number;
  /** What to agree on before anything is timed. */
  readonly wanted: number;
  /** Pairs of samples; none: agreement alone. */
  readonly pairs: number;
}

/** What a process reports. */
export interface Report {
  readonly agreed: number;
  /** Of them answered with yes; of facts, all. */
  readonly yes: number;
  readonly found: Found | null;
}

/** What samples show. */
export interface Found {
  /** Library over floor, for each pair. */
  readonly ratios: readonly number[];
  /** Medians, in microseconds an operation. */
  readonly floor: number;
  readonly library: number;
}

/** One side: how many operations a sample has, and doing them. */
export interface Side<Prepared> {
  readonly count: (prepared: Prepared) => number;
  readonly run: (prepared: Prepared) => void | Promise<void>;
}

async function each<Prepared>(side: Side<Prepared>, prepared: Prepared): Promise<number> {
  const start = cpu();
  await side.run(prepared);
  return Math.max(cpu() - start, 1) / side.count(prepared);
}

/** Takes pairs of samples until there are enough, or the time is over and there are a few. */
export async function pairs<Prepared>(
  wanted: { readonly pairs: number; readonly warmUps: number; readonly seconds: number },
  prepare: () => Prepared,
  floor: Side<Prepared>,
  library: Side<Prepared>,
): Promise<Found> {
  const floors: number[] = [];
  const libraries: number[] = [];
  const until = Date.now() + wanted.seconds * 1_000;
  for (let pair = -wanted.warmUps; pair < wanted.pairs; pair += 1) {
    const late = Date.now() > until;
    if (late && floors.length >= 3) break;
    if (late && pair < 0) pair = 0;
    const prepared = prepare();
    const a = await each(floor, prepared);
    const b = await each(library, prepared);
    if (pair < 0) continue;
    floors.push(a);
    libraries.push(b);
  }
  const ratios = floors.map((value, i) => (libraries[i] as number) / value);
  return { ratios, floor: median(floors), library: median(libraries) };
}
