/** Before anything is timed: the floor and the library say the same of 10 000 inputs. */
import { isDeepStrictEqual } from "node:util";
import { apply, type Notice } from "../src/index.ts";
import { decideOnFloor } from "./floor.ts";
import { floorOf } from "./floor-load.ts";
import type { Log, LoggedEvent } from "./floor-log.ts";
import { inputsFor } from "./inputs.ts";
import { populationOf } from "./population.ts";
import { parsed, worldOf } from "./records.ts";

/** What the comparison saw. */
export interface Agreement {
  readonly inputs: number;
  readonly refused: number;
  readonly events: Readonly<Record<string, number>>;
  readonly codes: Readonly<Record<string, number>>;
  /** The first input on which they differ, with what each said. */
  readonly difference: string | null;
}

const count = (counts: Record<string, number>, name: string): void => {
  counts[name] = (counts[name] ?? 0) + 1;
};

/** Gives both the same inputs, half with a log and half without, until they differ. */
export function compare(people: number, inputs: number): Agreement {
  const population = populationOf(people);
  const logging = floorOf(population);
  const silent = floorOf(population);
  let world = worldOf(population);
  const source = inputsFor(population, { seed: 1, odd: 10 });
  const events: Record<string, number> = {};
  const codes: Record<string, number> = {};
  let refused = 0;
  for (let i = 0; i < inputs; i += 1) {
    const input = source.next();
    const log: Log = { input: input.id, at: input.at, events: [], notices: [] };
    const code = decideOnFloor(logging, parsed(input), log);
    const quiet = decideOnFloor(silent, parsed(input), null);
    const { world: next, outcome } = apply(world, parsed(input), population.policy);
    world = next;
    const theirs = [code, quiet, log.events as LoggedEvent[], log.notices];
    const ours =
      outcome.kind === "refused"
        ? [outcome.refusal.code, outcome.refusal.code, [], []]
        : [null, null, outcome.events, outcome.notices as readonly Notice[]];
    if (!isDeepStrictEqual(parsed(theirs), parsed(ours))) {
      const said = JSON.stringify({ input, floor: theirs, library: ours }, null, 1);
      return { inputs: i + 1, refused, events, codes, difference: said };
    }
    if (code !== null) refused += 1;
    count(codes, code ?? "accepted");
    for (const event of log.events) count(events, event.type);
  }
  return { inputs, refused, events, codes, difference: null };
}
