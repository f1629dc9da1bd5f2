/** Runs laws on scripts made from a seed until enough inputs were decided. */
import { choicesOf, type Script, type ScriptParts, scriptOf } from "./arbitraries/scripts.ts";
import { engine, type Law, type System } from "./laws/law.ts";
import { type Failure, failureText, firstFailure, shrunk } from "./laws/walk.ts";
import { countStep, newTally, type Tally } from "./tally.ts";

/** How long to run, and from where. */
export interface SoakOptions {
  readonly seed: number;
  /** Inputs to decide on, at least. */
  readonly inputs: number;
  /** Inputs of one script. Default 150. */
  readonly length?: number;
  /** Failures after which to stop. Default 1. */
  readonly failures?: number;
  readonly system?: System;
  /** What the scripts are made of. */
  readonly scripts?: ScriptParts;
  /** Is told after each script how many inputs were decided, and what was found so far. */
  readonly progress?: (inputs: number, failures: readonly SoakFailure[]) => void;
}

/** A law that did not hold, with the shortest script found. */
export interface SoakFailure {
  readonly seed: number;
  readonly script: Script;
  readonly failure: Failure;
  /** The law, the difference and the script, to be printed. */
  readonly text: string;
}

/** What a run came to. */
export interface SoakResult {
  readonly tally: Tally;
  readonly failures: readonly SoakFailure[];
}

/** Scripts of a run are a fixed distance apart, so that neighboring seeds share none. */
const STRIDE = 0x9e3779b1;

/** The seed of a run's script. */
export function scriptSeed(seed: number, index: number): number {
  return (Math.imul(seed + 1, STRIDE) + index) >>> 0;
}

/** Runs laws on scripts until so many inputs were decided or so many scripts failed. */
export function soak(laws: readonly Law[], options: SoakOptions): SoakResult {
  const { seed, inputs, length = 150, failures: most = 1, system = engine } = options;
  const tally = newTally();
  const failures: SoakFailure[] = [];
  for (let index = 0; tally.inputs < inputs && failures.length < most; index += 1) {
    const own = scriptSeed(seed, index);
    const script = scriptOf(own, choicesOf(own, length), options.scripts);
    const failure = firstFailure(script, laws, system, (step) => countStep(tally, step));
    if (failure !== null) {
      const short = shrunk(script, laws, failure, system);
      failures.push({ seed: own, ...short, text: failureText(short.script, short.failure) });
    }
    options.progress?.(tally.inputs, failures);
  }
  return { tally, failures };
}
