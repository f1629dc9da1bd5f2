/** What a law is: a check of every step of a script, with what it remembers between steps. */
import { hash } from "../../core/hash.ts";
import type { Policy } from "../../core/policy.ts";
import { decide } from "../../engine/decide.ts";
import { evolve } from "../../engine/evolve.ts";
import type { Slice } from "../../engine/slice.ts";
import type { Event, Input, Outcome } from "../../engine/types.ts";
import { apply, replay, type World, type WorldOutcome } from "../../engine/world.ts";
import { type Random, randomOf } from "../arbitraries/random.ts";

/** What laws are tried on: this library, or something that stands in for it. */
export interface System {
  readonly decide: (slice: Slice, input: Input, policy: Policy) => Outcome;
  readonly evolve: (slice: World, event: Event) => World;
  readonly apply: (
    world: World,
    input: Input,
    policy: Policy,
  ) => { readonly world: World; readonly outcome: WorldOutcome };
  readonly replay: (events: Iterable<Event>, from?: World) => World;
}

/** This library itself. */
export const engine: System = {
  decide: (slice, input, policy) => decide(slice, input as never, policy),
  evolve,
  apply: (world, input, policy) => apply(world, input as never, policy),
  replay,
};

/** One input of a script, with the World before and after it. */
export interface Step {
  /** Its place in the script. */
  readonly index: number;
  readonly input: Input;
  readonly before: World;
  readonly after: World;
  readonly outcome: WorldOutcome;
  /** Everything that has happened up to and with this step. */
  readonly history: readonly Event[];
}

/** Looks at a step, and throws an error if the law does not hold. */
export type Check = (step: Step) => void;

/** A law of the library. */
export interface Law {
  /** A few words, for tables. */
  readonly name: string;
  /** Starts checking a script from its first step. */
  readonly begin: (policy: Policy, system: System) => Check;
}

/**
 * Choices that follow from a step's input alone, so that leaving other inputs out of a script changes
 * none of them.
 */
export function choicesAt({ input }: Step, salt: number): Random {
  return randomOf(hash(`${salt} ${input.id} ${input.at}`));
}

/** A law that needs nothing from earlier steps. */
export function stepLaw(
  name: string,
  check: (step: Step, policy: Policy, system: System) => void,
): Law {
  return { name, begin: (policy, system) => (step) => check(step, policy, system) };
}

/** The events of a step; none if it was refused. */
export function eventsOf({ outcome }: Step): readonly Event[] {
  return outcome.kind === "accepted" ? outcome.events : [];
}
