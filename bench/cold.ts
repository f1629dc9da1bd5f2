/** A host with nothing loaded: all rounds of deciding and loading, against one warm decision. */
import { tableGet } from "../src/core/table.ts";
import {
  decide,
  emptySlice,
  type Input,
  loadSlice,
  type RecordKey,
  type Slice,
  type StoredRecord,
} from "../src/index.ts";
import { inputsFor } from "./inputs.ts";
import { type Side, tidy, timed } from "./measure.ts";
import { populationOf } from "./population.ts";
import { parsed, worldOf } from "./records.ts";
import { line } from "./report.ts";

type Load = readonly (readonly [RecordKey, StoredRecord | null])[];

interface Case {
  readonly input: Input;
  readonly loads: readonly Load[];
  readonly warm: Slice;
}

/** Inputs over a World that stays as it is. */
export function coldSide(people: number, warm: boolean): Side {
  const population = populationOf(people);
  const { policy } = population;
  const { table } = worldOf(population);
  const source = inputsFor(population, { seed: 11, odd: 0 });
  const load = ([kind, owner, own]: RecordKey): Load[number] => {
    const record = tableGet(table, kind, owner, own) ?? null;
    return [[kind, owner, own] as RecordKey, record as StoredRecord | null];
  };
  const next = (): Case => {
    const input = parsed(source.next());
    const loads: Load[] = [];
    let slice: Slice = emptySlice;
    for (;;) {
      const outcome = decide(slice, input, policy);
      if (outcome.kind !== "incomplete") return { input, loads, warm: slice };
      const entries = outcome.needs.map(load);
      loads.push(entries);
      slice = loadSlice(slice, entries);
    }
  };
  const whole = ({ input, loads }: Case): void => {
    let slice: Slice = emptySlice;
    for (const entries of loads) {
      decide(slice, input, policy);
      slice = loadSlice(slice, entries);
    }
    decide(slice, input, policy);
  };
  const run = (each: Case): unknown => (warm ? decide(each.warm, each.input, policy) : whole(each));
  const rounds = Array.from({ length: 1_000 }, () => next().loads.length);
  const average = rounds.reduce((sum, each) => sum + each, 0) / rounds.length;
  const lines = [
    line("cold slice, rounds of loading on average", average, "rounds", null),
    line("cold slice, rounds of loading at most", Math.max(...rounds), "rounds", 5),
  ];
  return {
    lines: warm ? [] : lines,
    sample: (count) => {
      const cases = Array.from({ length: Math.ceil(count / 8) + count }, next);
      const before = cases.splice(count);
      tidy();
      for (const each of before) run(each);
      const spent = timed(() => {
        for (const each of cases) run(each);
      });
      return [spent / count];
    },
  };
}
