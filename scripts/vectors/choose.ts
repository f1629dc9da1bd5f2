/** Which scripts to keep: few that together reach all that many reach. */
import { choicesOf, type Script, scriptOf } from "../../src/testing/arbitraries/scripts.ts";
import { countStep, firstFailure, newTally, scriptSeed } from "../../src/testing/index.ts";
import { respelled } from "./respell.ts";

/** Scripts that are looked at, and inputs of each. */
const CANDIDATES = 2400;
const LENGTH = 150;

interface Candidate {
  readonly script: Script;
  /** Types of input with what becomes of them, events, notices: each after how many inputs. */
  readonly reached: ReadonlyMap<string, number>;
}

function candidate(seed: number, index: number): Candidate {
  const own = scriptSeed(seed, index);
  const generated = scriptOf(own, choicesOf(own, LENGTH));
  const script = index % 2 === 0 ? generated : respelled(generated);
  const reached = new Map<string, number>();
  firstFailure(script, [], undefined, (step) => {
    const tally = newTally();
    countStep(tally, step);
    const names = [tally.types, tally.refusals, tally.events, tally.notices].flatMap((each) => [
      ...each.keys(),
    ]);
    if (step.before !== step.after) names.push(`${step.input.type} with effect`);
    for (const name of names) if (!reached.has(name)) reached.set(name, step.index + 1);
  });
  return { script, reached };
}

/** A script up to the last input that reaches something new. */
function untilLast({ policy, inputs }: Script, places: readonly number[]): Script {
  return { policy, inputs: places.length === 0 ? inputs : inputs.slice(0, Math.max(...places)) };
}

/**
 * Takes, again and again, the script that reaches most of what those before it do not; when nothing
 * new is left, any, until there are enough inputs.
 */
export function chosenScripts(seed: number, inputs: number): readonly Script[] {
  const left = new Set(Array.from({ length: CANDIDATES }, (_, index) => candidate(seed, index)));
  const reached = new Set<string>();
  const chosen: Script[] = [];
  const added = ({ reached: own }: Candidate) =>
    [...own].flatMap(([name, place]) => (reached.has(name) ? [] : [place]));
  for (let taken = 0; left.size > 0; ) {
    const best = [...left].reduce((one, other) =>
      added(other).length > added(one).length ? other : one,
    );
    const places = added(best);
    if (places.length === 0 && taken >= inputs) break;
    const script = untilLast(best.script, places);
    for (const [name, place] of best.reached) if (place <= script.inputs.length) reached.add(name);
    left.delete(best);
    chosen.push(script);
    taken += script.inputs.length;
  }
  return chosen;
}
