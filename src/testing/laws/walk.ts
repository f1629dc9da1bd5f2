/** Walks a script step by step and checks laws on the way. */

import { defaultPolicy, type Policy } from "../../core/policy.ts";
import type { Event, Input } from "../../engine/types.ts";
import { emptyWorld, type World } from "../../engine/world.ts";
import type { Script } from "../arbitraries/scripts.ts";
import { canonicalText } from "../compare.ts";
import { script } from "../inputs.ts";
import { engine, type Law, type Step, type System } from "./law.ts";

/** A law that did not hold. */
export interface Failure {
  readonly law: string;
  /** The step at which it did not. */
  readonly index: number;
  readonly message: string;
}

/** What walking a script tells of each step. */
export type Watch = (step: Step) => void;

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);

/** Takes one step; what the system throws is a failure of its own. */
function take(
  { policy }: Script,
  system: System,
  input: Input,
  before: World,
): { readonly world: World; readonly outcome: Step["outcome"] } | string {
  try {
    return system.apply(before, input, policy);
  } catch (thrown) {
    return messageOf(thrown);
  }
}

/** Checks laws on a script: the first that does not hold, or `null`. */
export function firstFailure(
  { policy, inputs }: Script,
  laws: readonly Law[],
  system: System = engine,
  watch: Watch = () => undefined,
): Failure | null {
  const checks = laws.map((law) => ({ law: law.name, check: law.begin(policy, system) }));
  const history: Event[] = [];
  let before: World = emptyWorld;
  for (const [index, input] of inputs.entries()) {
    const taken = take({ policy, inputs }, system, input, before);
    if (typeof taken === "string") return { law: "no throw", index, message: taken };
    const { world: after, outcome } = taken;
    if (outcome.kind === "accepted") history.push(...outcome.events);
    const step: Step = { index, input, before, after, outcome, history };
    watch(step);
    for (const { law, check } of checks) {
      try {
        check(step);
      } catch (thrown) {
        return { law, index, message: messageOf(thrown) };
      }
    }
    before = after;
  }
  return null;
}

/** The shortest script found, by leaving inputs out, that still fails the same law at such an input. */
export function shrunk(
  failing: Script,
  laws: readonly Law[],
  failure: Failure,
  system: System = engine,
): { readonly script: Script; readonly failure: Failure } {
  const law = laws.filter(({ name }) => name === failure.law);
  const type = failing.inputs[failure.index]?.type;
  const { setting = 0 } = failing;
  let best = {
    script: { ...failing, inputs: failing.inputs.slice(0, failure.index + 1) },
    failure,
  };
  for (let size = (best.script.inputs.length - setting) >> 1; size >= 1; ) {
    let gained = false;
    for (let start = best.script.inputs.length - size; start >= setting; start -= size) {
      const { inputs } = best.script;
      const fewer = [...inputs.slice(0, start), ...inputs.slice(start + size)];
      const found = firstFailure({ ...failing, inputs: fewer }, law, system);
      if (found === null || found.law !== failure.law) continue;
      if (fewer[found.index]?.type !== type) continue;
      const kept = fewer.slice(0, found.index + 1);
      best = { script: { ...failing, inputs: kept }, failure: found };
      gained = true;
    }
    if (!gained || size > 1) size >>= 1;
  }
  return best;
}

/** A policy as the code that makes it: what differs from the default. */
function policyText(policy: Policy): string {
  const changes = Object.entries(policy).filter(
    ([name, value]) => canonicalText(value) !== canonicalText(defaultPolicy[name as keyof Policy]),
  );
  return `definePolicy(${JSON.stringify(Object.fromEntries(changes))})`;
}

/** Says what failed, and the script that shows it; what sets the scene is left out. */
export function failureText(failing: Script, { law, index, message }: Failure): string {
  const { policy, inputs, setting = 0 } = failing;
  const place = setting === 0 ? "of this script" : "after the scene is set";
  return `the law "${law}" does not hold at input ${index + 1 - setting} ${place}\n${message}\n\n${policyText(policy)}\n${script(inputs.slice(setting))}`;
}

/**
 * Throws an error with a short readable script if a law does not hold on a script.
 *
 * @example
 * fc.assert(fc.property(scripts(), (script) => checkLaws(script, laws)));
 */
export function checkLaws(tried: Script, laws: readonly Law[], system: System = engine): void {
  const failure = firstFailure(tried, laws, system);
  if (failure === null) return;
  const short = shrunk(tried, laws, failure, system);
  throw new Error(failureText(short.script, short.failure));
}
