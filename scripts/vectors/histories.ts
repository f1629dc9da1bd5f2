/** What happens in each World of a script, and what it comes to. */
import {
  apply,
  defaultPolicy,
  type Event,
  emptyWorld,
  type Policy,
  parseKey,
  type Snapshot,
  snapshot,
  type World,
} from "../../src/index.ts";
import { parseInput, parsePolicy } from "../../src/schema/index.ts";

/** One World's events in order, the World after them, and the types and kinds that occur. */
export interface History {
  readonly events: readonly Event[];
  readonly snapshot: Snapshot;
  readonly holds: ReadonlySet<string>;
}

function historyOf(policy: Policy, inputs: readonly unknown[]): History {
  let world: World = emptyWorld;
  const events: Event[] = [];
  for (const value of inputs) {
    const input = parseInput(value);
    if (!input.ok) continue;
    const applied = apply(world, input.value, policy);
    world = applied.world;
    if (applied.outcome.kind === "accepted") events.push(...applied.outcome.events);
  }
  const written = snapshot(world);
  const kinds = written.records.map(([key]) => `record ${parseKey(key)[0]}`);
  const holds = new Set([...events.map(({ type }) => `event ${type}`), ...kinds]);
  return { events, snapshot: written, holds };
}

/** The histories of a script's Worlds. */
export function historiesOf(script: string): readonly History[] {
  const worlds: { readonly policy: Policy; readonly inputs: unknown[] }[] = [];
  for (const line of script.trimEnd().split("\n")) {
    const asked: Record<string, unknown> = JSON.parse(line);
    if ("policy" in asked) {
      const parsed = parsePolicy(asked["policy"]);
      worlds.push({ policy: parsed.ok ? parsed.value : defaultPolicy, inputs: [] });
    }
    if ("input" in asked) worlds.at(-1)?.inputs.push(asked["input"]);
  }
  return worlds.map(({ policy, inputs }) => historyOf(policy, inputs));
}
