/**
 * One side of a comparison: set up once, then sampled whenever it is asked. A sample of commands or
 * questions has a stated length, long enough that each holds several garbage collections (a median
 * of short ones leaves out the few that hold one), and an untimed lead of the same kind, so that
 * neither side meets its own records outside the caches because inputs were being made.
 */
import type { Input } from "../src/index.ts";
import { apply } from "../src/index.ts";
import { compare } from "./agree.ts";
import { coldSide } from "./cold.ts";
import { decideOnFloor } from "./floor.ts";
import { floorOf } from "./floor-load.ts";
import type { Log } from "./floor-log.ts";
import { inputsFor, MEASURED } from "./inputs.ts";
import { type Side, tidy, timed } from "./measure.ts";
import { type Population, populationOf } from "./population.ts";
import { parsed, worldOf } from "./records.ts";
import { replaySide } from "./replay.ts";
import { line } from "./report.ts";
import { type Asked, askWorld, mayRoute, working } from "./routing.ts";

/** What to set up. */
export interface Spec {
  readonly work: "agree" | "mix" | "hot" | "types" | "questions" | "cold" | "replay";
  /** `events`: the floor with a log; `warm`: a slice with everything in it. */
  readonly side: "floor" | "events" | "library" | "warm";
  /** People; of a replay, events. */
  readonly people: number;
}

/** Takes all inputs of a batch, one after the other. */
type Taking = (inputs: readonly Input[]) => void;

function onFloor(population: Population, logging: boolean): Taking {
  const floor = floorOf(population);
  return (inputs) => {
    for (const input of inputs) {
      const { id, at } = input;
      const log: Log | null = logging ? { input: id, at, events: [], notices: [] } : null;
      decideOnFloor(floor, input, log);
    }
  };
}

function onWorld(population: Population): Taking {
  const { policy } = population;
  let kept = worldOf(population);
  return (inputs) => {
    let world = kept;
    for (const input of inputs) world = apply(world, input, policy).world;
    kept = world;
  };
}

const takingOf = ({ side }: Spec, population: Population): Taking =>
  side === "library" ? onWorld(population) : onFloor(population, side === "events");

/** Hires, resignations, moves and changes of scope as they come; `hot`: of 150 people only. */
function mixed(spec: Spec): Side {
  const population = populationOf(spec.people);
  const take = takingOf(spec, population);
  const mix = spec.work === "hot" ? { seed: 5, odd: 0, hot: 150 } : { seed: 3, odd: 0 };
  const source = inputsFor(population, mix);
  return {
    sample: (count) => {
      const lead = Math.ceil(count / 8);
      const inputs = parsed(Array.from({ length: lead + count }, () => source.next()));
      const [before, counted] = [inputs.slice(0, lead), inputs.slice(lead)];
      tidy();
      take(before);
      return [timed(() => take(counted)) / count];
    },
  };
}

/** Each type by itself, in turns of a few of each, so that the population stays as it is. */
function byType(spec: Spec): Side {
  const population = populationOf(spec.people);
  const take = takingOf(spec, population);
  const source = inputsFor(population, { seed: 3, odd: 0 });
  const each = Math.min(250, spec.people / 10);
  return {
    sample: (count) => {
      const turns = Array.from({ length: 1 + Math.ceil(count / each) }, () =>
        MEASURED.map((type) => parsed(Array.from({ length: each }, () => source.next(type)))),
      );
      tidy();
      const sums = MEASURED.map(() => 0);
      for (const [turn, batches] of turns.entries()) {
        for (const [i, batch] of batches.entries()) {
          const spent = timed(() => take(batch));
          if (turn > 0) sums[i] = (sums[i] as number) + spent;
        }
      }
      return sums.map((sum) => sum / (each * (turns.length - 1)));
    },
  };
}

/** Who may be given a task. Both answer alike before anything is timed. */
function questions({ side, people }: Spec): Side {
  const population = populationOf(people);
  const { world, work, questions: thousand } = working(population);
  const ask =
    side === "floor"
      ? (asked: Asked) => mayRoute(work, asked)
      : (asked: Asked) => askWorld(world, population, asked);
  if (side === "library") {
    for (const asked of Array.from({ length: 10 }, thousand).flat()) {
      const [theirs, ours] = [mayRoute(work, asked), ask(asked)];
      if (theirs === ours) continue;
      throw new Error(`the floor says ${theirs}, the library ${ours}: ${JSON.stringify(asked)}`);
    }
  }
  return {
    sample: (count) => {
      const before = thousand();
      const counted = Array.from({ length: Math.ceil(count / 1_000) }, thousand).flat();
      tidy();
      for (const each of before) ask(each);
      const spent = timed(() => {
        for (const each of counted) ask(each);
      });
      return [spent / counted.length];
    },
  };
}

/** Floor and library say the same of so many inputs, on a thousand people. */
function agreeing(): Side {
  const { inputs, refused, difference } = compare(1_000, 10_000);
  if (difference !== null) {
    throw new Error(`floor and library differ at input ${inputs}:\n${difference}`);
  }
  const lines = [
    line("inputs on which floor and library agree", inputs, "inputs", null),
    line("of them refused", refused, "inputs", null),
  ];
  return { lines, sample: () => [] };
}

/** Sets a side up. */
export function sideOf(spec: Spec): Side {
  switch (spec.work) {
    case "agree":
      return agreeing();
    case "mix":
    case "hot":
      return mixed(spec);
    case "types":
      return byType(spec);
    case "questions":
      return questions(spec);
    case "cold":
      return coldSide(spec.people, spec.side === "warm");
    case "replay":
      return replaySide(spec.people, spec.side === "library");
  }
}
