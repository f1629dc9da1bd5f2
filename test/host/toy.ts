/** An engine of a few lines, so that stores and driver are tested apart from the rules. */
import { broken } from "../../src/core/invariant.ts";
import { type Key, keyText } from "../../src/core/keys.ts";
import { refuse } from "../../src/core/refusal.ts";
import type { Engine } from "../../src/host/engine.ts";
import type { Input, Query } from "../../src/index.ts";

/** A counter's record. */
export interface Counter {
  readonly n: number;
}

/** What the toy does: it adds 1 to some counters while the sum of others is below a limit. */
export interface ToyData {
  /** Counters added up; those after the first are asked for only once the first is known. */
  readonly sum?: readonly string[];
  readonly below?: number;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
  /** Counters that must be there, or the input is refused as naming something unknown. */
  readonly known?: readonly string[];
  /** Pairs of counters that are always equal; it throws if it finds them different. */
  readonly equal?: readonly [string, string];
  readonly malformed?: boolean;
}

type ToySlice = ReadonlyMap<string, Counter | null>;

/** The key of a counter: one that stores take. */
export const counter = (name: string): Key<"organization"> => ["organization", name, ""];

class Missing extends Error {}

interface Reading {
  readonly reads: Map<string, Key>;
  readonly needs: Key[];
}

function reader(slice: ToySlice, reading: Reading): (name: string) => Counter | null {
  return (name) => {
    const key = counter(name);
    const found = slice.get(keyText(key));
    if (found === undefined) {
      reading.needs.push(key);
      throw new Missing();
    }
    reading.reads.set(keyText(key), key);
    return found;
  };
}

function all<Value>(names: readonly string[], read: (name: string) => Value): Value[] {
  const values: Value[] = [];
  let missing = false;
  for (const name of names) {
    try {
      values.push(read(name));
    } catch (thrown) {
      if (!(thrown instanceof Missing)) throw thrown;
      missing = true;
    }
  }
  if (missing) throw new Missing();
  return values;
}

function total(data: ToyData, read: (name: string) => Counter | null): number {
  const [first, ...rest] = data.sum ?? [];
  const counters = first === undefined ? [] : [read(first), ...all(rest, read)];
  return counters.reduce((sum, each) => sum + (each?.n ?? 0), 0);
}

function decision(slice: ToySlice, input: { id: string; at: number; data: ToyData }): object {
  const { data } = input;
  if (data.malformed)
    return { kind: "refused", refusal: refuse("MALFORMED", { problems: [] }), reads: [] };
  const reading: Reading = { reads: new Map(), needs: [] };
  const read = reader(slice, reading);
  const done = (): Key[] => [...reading.reads.values()];
  try {
    if (data.equal !== undefined) {
      const [one, other] = [read(data.equal[0]), read(data.equal[1])];
      if (one?.n !== other?.n) broken("counters that are always equal are not");
    }
    const unknown = (data.known ?? []).find((name) => read(name) === null);
    if (unknown !== undefined) {
      const refusal = refuse("UNKNOWN_ORGANIZATION", { organization: unknown as never });
      return { kind: "refused", refusal, reads: done() };
    }
    const sum = total(data, read);
    if (data.below !== undefined && sum >= data.below) {
      const refusal = refuse("SPACE_QUOTA_EXCEEDED", { limit: data.below, current: sum });
      return { kind: "refused", refusal, reads: done() };
    }
    const after = new Map(slice);
    const writes: [Key, Counter | null][] = [];
    const write = (name: string, record: Counter | null): void => {
      writes.push([counter(name), record]);
      after.set(keyText(counter(name)), record);
    };
    all([...(data.add ?? []), ...(data.remove ?? [])], read);
    for (const name of data.add ?? []) write(name, { n: (read(name)?.n ?? 0) + 1 });
    for (const name of data.remove ?? []) write(name, null);
    return { ...consequences(input, writes), slice: after, reads: done(), writes };
  } catch (thrown) {
    if (!(thrown instanceof Missing)) throw thrown;
    return { kind: "incomplete", needs: reading.needs };
  }
}

function consequences(input: { id: string; at: number }, writes: readonly [Key, unknown][]) {
  const events = writes.map(([key], seq) => ({
    v: 1,
    input: input.id,
    seq,
    at: input.at,
    cause: null,
    type: "roster.entered",
    data: { space: key[1], organization: "o", person: input.id, because: "scope" },
  }));
  const notice = { kind: "COUNTERPART_LEFT", to: [], data: { identity: {}, spaces: [] } };
  return { kind: "accepted", events, notices: events.length > 1 ? [notice] : [] };
}

function answer(slice: ToySlice, query: { data: ToyData }): object {
  const reading: Reading = { reads: new Map(), needs: [] };
  try {
    const value = total(query.data, reader(slice, reading));
    return { kind: "answer", value, reads: [...reading.reads.values()] };
  } catch (thrown) {
    if (!(thrown instanceof Missing)) throw thrown;
    return { kind: "incomplete", needs: reading.needs };
  }
}

/** The toy, in the engine's place. */
export const toy = {
  emptySlice: new Map(),
  loadSlice: (slice: ToySlice, entries: Iterable<readonly [Key, Counter | null]>) => {
    const after = new Map(slice);
    // As the real one may: what is known already stays.
    for (const [key, record] of entries) {
      if (!after.has(keyText(key))) after.set(keyText(key), record);
    }
    return after;
  },
  decide: decision,
  ask: answer,
} as unknown as Engine;

/** A toy command. */
export function command(id: string, data: ToyData): Input {
  return { id, at: 7, by: { organization: "o", person: "p" }, type: "toy", data } as never;
}

/** A toy fact. */
export function fact(id: string, data: ToyData): Input {
  return { id, at: 7, from: { platform: true }, type: "toy", data } as never;
}

/** A toy question: the sum of counters. */
export function question(...sum: string[]): Query {
  return { type: "toy", data: { sum } } as never;
}
