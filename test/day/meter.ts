/** What each input costs: keys, records, rounds of loading, time; held against a bound. */
import type { Host, Store } from "../../src/host/index.ts";
import { createHost } from "../../src/host/index.ts";
import {
  type Event,
  type Input,
  keyText,
  type Policy,
  type StoredRecord,
} from "../../src/index.ts";

/** The largest record there may be, as JSON in UTF-8 (D17). */
const RECORD_MAX = 64 * 1_024;

const MOVES = /^(?:roster|waiting)\.|^person\.(?:hired|resigned|relocated|reinstated)$/u;

/** What inputs of one kind came to: the most of each, and how long they took together. */
interface Row {
  inputs: number;
  events: number;
  rounds: number;
  keys: number;
  /** The most keys as a share of the bound of that input, in percent. */
  share: number;
  written: number;
  ms: number;
}

/** A host whose inputs are measured. */
export interface Meter {
  readonly host: Host;
  readonly rows: ReadonlyMap<string, Row>;
  /** Of all records written, as JSON. */
  readonly largest: () => readonly [key: string, bytes: number];
  readonly faults: readonly string[];
  /** Settles an input; `most` says how many keys it may read when so many people moved. */
  readonly send: (
    kind: string,
    input: Input,
    most: (moved: number) => number,
  ) => Promise<readonly Event[]>;
}

/** Measures what a host does over a store. */
export function meterOver(store: Store, policy: Policy): Meter {
  const rows = new Map<string, Row>();
  const faults: string[] = [];
  let largest: readonly [string, number] = ["", 0];
  let now = { rounds: 0, keys: 0, written: 0 };
  const note = (key: string, record: StoredRecord | null): void => {
    const bytes = record === null ? 0 : Buffer.byteLength(JSON.stringify(record));
    if (bytes > largest[1]) largest = [key, bytes];
    if (bytes > RECORD_MAX) faults.push(`${key} has ${bytes} bytes`);
  };
  const host = createHost({
    policy,
    store: {
      ...store,
      load: (request) => {
        now.rounds += 1;
        return store.load(request);
      },
      commit: (commit) => {
        now.keys = commit.reads.length;
        now.written = commit.writes.length;
        for (const [key, record] of commit.writes) note(keyText(key), record);
        return store.commit(commit);
      },
    },
  });
  return {
    host,
    rows,
    faults,
    largest: () => largest,
    send: async (kind, input, most) => {
      now = { rounds: 0, keys: 0, written: 0 };
      const started = performance.now();
      const result = await host.submit(input as never);
      const ms = performance.now() - started;
      if (result.kind !== "accepted") throw new Error(`${kind}: ${JSON.stringify(result)}`);
      const events = result.events as readonly Event[];
      const bound = most(events.filter(({ type }) => MOVES.test(type)).length);
      if (now.keys > bound) faults.push(`${kind}: ${now.keys} keys, at most ${bound}`);
      const row = rows.get(kind);
      rows.set(kind, {
        inputs: (row?.inputs ?? 0) + 1,
        events: (row?.events ?? 0) + events.length,
        rounds: Math.max(row?.rounds ?? 0, now.rounds),
        keys: Math.max(row?.keys ?? 0, now.keys),
        share: Math.max(row?.share ?? 0, (now.keys * 100) / bound),
        written: Math.max(row?.written ?? 0, now.written),
        ms: (row?.ms ?? 0) + ms,
      });
      return events;
    },
  };
}
