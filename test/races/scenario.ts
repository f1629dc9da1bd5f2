/** What a race is: a seed, what its clients send, and the rule that must hold afterwards. */
import {
  apply,
  defaultPolicy,
  emptyWorld,
  type Input,
  type Policy,
  type World,
} from "../../src/index.ts";
import type { Remains, Trial } from "./trial.ts";

/** How many clients race, each on a connection of its own. */
export const CLIENTS = 8;

/** A race. */
export interface Scenario {
  readonly name: string;
  readonly seed: () => World;
  readonly run: (trial: Trial) => Promise<void>;
  /** What is broken, or `null`. */
  readonly rule: (remains: Remains) => string | null;
  /** Client by client, the first one's in force at first; default: the default policy for all. */
  readonly policies?: readonly Policy[];
  readonly clients?: number;
  /** One trial in so many, for a race that takes seconds. */
  readonly rarely?: number;
}

/** A World that inputs lead to; all of them must be accepted. */
export function grown(from: World, ...inputs: readonly Input[]): World {
  let world = from;
  for (const input of inputs) {
    const step = apply(world, input, defaultPolicy);
    if (step.outcome.kind === "refused") {
      throw new Error(`${input.type}: ${JSON.stringify(step.outcome.refusal)}`);
    }
    world = step.world;
  }
  return world;
}

/** A World that inputs lead to. */
export function worldOf(...inputs: readonly Input[]): World {
  return grown(emptyWorld, ...inputs);
}

/** Numbers from 0 up, made into something. */
export function times<Item>(count: number, make: (index: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Every client sends one input at the same time. */
export async function each(trial: Trial, make: (client: number) => Input): Promise<void> {
  await Promise.all(times(CLIENTS, (client) => trial.send(client, make(client))));
}

/** How many answers are of a kind: `accepted`, or a refusal code. */
export function count(remains: Remains, kind: string): number {
  return remains.answers.filter(({ result }) =>
    kind === result.kind ? true : result.kind === "refused" && result.refusal.code === kind,
  ).length;
}

/** A rule: exactly one is accepted, the others refused with a code. */
export function onlyOne(code: string): (remains: Remains) => string | null {
  return (remains) => {
    const [accepted, refused] = [count(remains, "accepted"), count(remains, code)];
    return accepted === 1 && refused === CLIENTS - 1
      ? null
      : `${accepted} accepted and ${refused} refused with ${code}`;
  };
}

/** A record that must be there after the trial. */
export function recordIn<Shape>(remains: Remains, key: string): Shape {
  return remains.changed.get(key) as unknown as Shape;
}
