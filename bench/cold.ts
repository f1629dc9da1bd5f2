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
import { paired } from "./measure.ts";
import { populationOf } from "./population.ts";
import { recordsOf, worldOf } from "./records.ts";
import { type Line, line } from "./report.ts";

type Load = readonly (readonly [RecordKey, StoredRecord | null])[];

interface Case {
  readonly input: Input;
  readonly loads: readonly Load[];
  readonly warm: Slice;
}

/** Measures a number of inputs over a World that stays as it is. */
export function measureCold(people: number, pairs: number, tell: (line: Line) => void): void {
  const population = populationOf(people);
  const { policy } = population;
  const { table } = worldOf(recordsOf(population));
  const source = inputsFor(population, { seed: 11, odd: 0 });
  const load = ([kind, owner, own]: RecordKey): Load[number] => {
    const record = tableGet(table, kind, owner, own) ?? null;
    return [[kind, owner, own] as RecordKey, record as StoredRecord | null];
  };
  const caseOf = (input: Input): Case => {
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
  let rounds = 0;
  let most = 0;
  let count = 0;
  const { ratio } = paired(
    pairs,
    () => {
      const cases = Array.from({ length: 200 }, () => caseOf(source.next()));
      for (const { loads } of cases) {
        rounds += loads.length;
        most = Math.max(most, loads.length);
      }
      count += cases.length;
      return cases;
    },
    (cases) => {
      for (const { input, warm } of cases) decide(warm, input, policy);
    },
    (cases) => {
      for (const { input, loads } of cases) {
        let slice: Slice = emptySlice;
        for (const entries of loads) {
          decide(slice, input, policy);
          slice = loadSlice(slice, entries);
        }
        decide(slice, input, policy);
      }
    },
    5,
  );
  tell(line("cold slice, all rounds", ratio, "x warm decision", 3));
  tell(line("cold slice, rounds of loading on average", rounds / count, "rounds", null));
  tell(line("cold slice, rounds of loading at most", most, "rounds", 5));
}
