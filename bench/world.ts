/** Commands and facts on a World, against the floor, by size and type; growth with size. */
import { apply, type Input, type Policy, type World } from "../src/index.ts";
import { decideOnFloor } from "./floor.ts";
import { floorOf } from "./floor-load.ts";
import type { Log } from "./floor-log.ts";
import type { Floor } from "./floor-state.ts";
import { type Inputs, inputsFor, MEASURED, type MeasuredType } from "./inputs.ts";
import { paired, timed } from "./measure.ts";
import { type Population, populationOf } from "./population.ts";
import { recordsOf, worldOf } from "./records.ts";
import { type Line, line } from "./report.ts";

/** How much to measure. */
export interface Effort {
  readonly sizes: readonly number[];
  readonly pairs: number;
  /** Batches before the first sample. */
  readonly warmUps: number;
  /** Inputs per sample of the mix, and of one type. */
  readonly batch: number;
  readonly typeBatch: number;
}

/** Both sides, as they stand. */
export interface Sides {
  readonly floor: Floor;
  readonly policy: Policy;
  world: World;
}

/** The same inputs twice, parsed as a service would get them: no side profits from the other. */
export interface Batch {
  readonly first: readonly Input[];
  readonly second: readonly Input[];
}

/** Makes a batch. */
export function batchOf(source: Inputs, size: number, type?: MeasuredType): Batch {
  const text = JSON.stringify(Array.from({ length: size }, () => source.next(type)));
  return { first: JSON.parse(text) as Input[], second: JSON.parse(text) as Input[] };
}

/** The floor's side of a sample: nothing but the verdict, or events and notices as well. */
export function runFloor(floor: Floor, inputs: readonly Input[], logging: boolean): void {
  let log: Log | null = null;
  for (const input of inputs) {
    if (logging) log = { input: input.id, at: input.at, events: [], notices: [] };
    decideOnFloor(floor, input, log);
  }
}

/** The library's side of a sample. */
export function runWorld(sides: Sides, inputs: readonly Input[]): void {
  let { world } = sides;
  for (const input of inputs) world = apply(world, input, sides.policy).world;
  sides.world = world;
}

/** Lets the compiler finish with both sides before anything is timed. */
function warmUp(sides: Sides, source: Inputs, effort: Effort): void {
  for (let i = 0; i < effort.warmUps; i += 1) {
    const { first, second } = batchOf(source, effort.batch);
    runFloor(sides.floor, first, i % 2 === 0);
    runWorld(sides, second);
  }
}

/** Both sides for a population. */
export function sidesOf(population: Population): Sides {
  const { policy } = population;
  return { floor: floorOf(population), policy, world: worldOf(recordsOf(population)) };
}

function measure(sides: Sides, source: Inputs, effort: Effort, logging: boolean) {
  return paired(
    effort.pairs,
    () => batchOf(source, effort.batch),
    ({ first }) => runFloor(sides.floor, first, logging),
    ({ second }) => runWorld(sides, second),
  );
}

/** Each type by itself; a turn is one batch of each, so that the population stays as it is. */
function byType(sides: Sides, source: Inputs, effort: Effort): Map<MeasuredType, number[]> {
  const ratios = new Map<MeasuredType, number[]>(MEASURED.map((type) => [type, []]));
  for (let turn = 0; turn < effort.pairs; turn += 1) {
    for (const type of MEASURED) {
      const { first, second } = batchOf(source, effort.typeBatch, type);
      const a = timed(() => runFloor(sides.floor, first, false));
      const b = timed(() => runWorld(sides, second));
      ratios.get(type)?.push(b / Math.max(a, 1));
    }
  }
  return ratios;
}

const named = (size: number): string => size.toLocaleString("en-US");

/** Measures every size; the last population and both sides of it are left to go. */
export function measureWorlds(effort: Effort, tell: (line: Line) => void): void {
  const ratios: number[] = [];
  const small = populationOf(effort.sizes[0] as number);
  const smallSides = sidesOf(small);
  const smallHot = inputsFor(small, { seed: 5, odd: 0, hot: 150 });
  for (const size of effort.sizes) {
    const population = populationOf(size);
    const sides = sidesOf(population);
    const source = inputsFor(population, { seed: 3, odd: 0 });
    warmUp(sides, source, effort);
    const verdict = measure(sides, source, effort, false);
    const events = measure(sides, source, effort, true);
    ratios.push(verdict.ratio);
    const each = verdict.second / effort.batch;
    tell(line(`world, mix, ${named(size)} people`, verdict.ratio, "x floor", 7));
    tell(line(`world, mix, ${named(size)} people, with events`, events.ratio, "x floor", 5));
    tell(line(`world, mix, ${named(size)} people, an input`, each, "µs", null));
    for (const [type, found] of byType(sides, source, effort)) {
      const middle = found.sort((left, right) => left - right)[found.length >> 1] as number;
      tell(line(`world, ${type}, ${named(size)} people`, middle, "x floor", 7));
    }
    if (size !== effort.sizes.at(-1)) continue;
    const hot = inputsFor(population, { seed: 5, odd: 0, hot: 150 });
    const growth = paired(
      effort.pairs,
      () => [batchOf(smallHot, effort.batch), batchOf(hot, effort.batch)] as const,
      ([little]) => runWorld(smallSides, little.second),
      ([, large]) => runWorld(sides, large.second),
    );
    const first = ratios[0] as number;
    tell(line("growth of the ratio, largest to smallest", verdict.ratio / first, "x", 1.5));
    tell(line("growth on a hot set, largest to smallest", growth.ratio, "x", 2.5));
  }
}
