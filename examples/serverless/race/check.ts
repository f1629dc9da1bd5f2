/** What must be true after any race, whatever its rule: nothing lost, nothing twice, one after another. */
import { isDeepStrictEqual } from "node:util";
import {
  apply,
  type Event,
  emptyWorld,
  type Input,
  keyText,
  sliceEntries,
  type World,
} from "interorg";
import type { Field } from "./field.ts";
import type { Told } from "./scenarios.ts";

/** What was found wrong, by kind. */
export interface Faults {
  readonly broken: string[];
  readonly lost: string[];
  readonly duplicates: string[];
}

/** Follows a field from its first input on. */
export interface Referee {
  /** Checks what has happened since; every input sent until now must be among `told`. */
  readonly check: (told: readonly Told[]) => Promise<Faults>;
  /** Compares every record with those that the same inputs lead to one by one. */
  readonly compare: () => Promise<string[]>;
}

async function newEvents(field: Field, after: { cursor?: string }): Promise<Event[]> {
  const found: Event[] = [];
  for (;;) {
    const request = after.cursor === undefined ? {} : { after: after.cursor };
    const { items, next } = await field.host.events({ ...request, limit: 1_000 });
    after.cursor = next;
    if (items.length === 0) return found;
    found.push(...items.map(({ event }) => event));
  }
}

function grouped(events: readonly Event[]): Map<string, Event[]> {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const group = groups.get(event.input);
    if (group === undefined) groups.set(event.input, [event]);
    else group.push(event);
  }
  return groups;
}

/** Two answers to one input must be one, and only one of them may be the first. */
function compareAnswers(told: readonly Told[], { duplicates }: Faults): void {
  const firsts = new Set<string>();
  for (const { input, answer } of told) {
    if (answer.kind === "failed" || answer.repeated) continue;
    if (firsts.has(input.id)) duplicates.push(`${input.id} was settled twice`);
    firsts.add(input.id);
  }
}

function compareEvents(told: readonly Told[], kept: Map<string, Event[]>, faults: Faults): void {
  for (const { input, answer } of told) {
    if (answer.kind !== "accepted") continue;
    const events = kept.get(input.id) ?? [];
    if (events.length > answer.events.length) faults.duplicates.push(`${input.id}: events twice`);
    else if (!isDeepStrictEqual(events, answer.events))
      faults.lost.push(`${input.id}: ${input.type}`);
  }
}

/** Follows a field; its own World is what the accepted inputs lead to, one after another. */
export function refereeOf(field: Field): Referee {
  const after: { cursor?: string } = {};
  let world: World = emptyWorld;
  const runAgain = (input: Input, events: readonly Event[], { broken }: Faults): void => {
    const { outcome, world: next } = apply(world, input, field.policy);
    world = next;
    const same = outcome.kind === "accepted" && isDeepStrictEqual(outcome.events, events);
    if (!same) broken.push(`${input.type} ${input.id} would have come to something else by itself`);
  };
  return {
    check: async (told) => {
      const faults: Faults = { broken: [], lost: [], duplicates: [] };
      const kept = grouped(await newEvents(field, after));
      compareAnswers(told, faults);
      compareEvents(told, kept, faults);
      const inputs = new Map<string, Input>(told.map(({ input }) => [input.id, input]));
      // In the order of the tail, which is one that the commits could have had.
      for (const [id, events] of kept) {
        const input = inputs.get(id);
        if (input === undefined) faults.broken.push(`events of ${id}, which nobody sent`);
        else runAgain(input, events, faults);
      }
      return faults;
    },
    compare: async () => {
      const entries = sliceEntries(world);
      const { records } = await field.store.load({ keys: entries.map(([key]) => key) });
      const stored = new Map(records.map(({ key, record }) => [keyText(key), record]));
      return entries
        .filter(([key, record]) => !isDeepStrictEqual(stored.get(keyText(key)) ?? null, record))
        .map(([key]) => `${keyText(key)} is not as the same inputs one by one leave it`);
    },
  };
}
