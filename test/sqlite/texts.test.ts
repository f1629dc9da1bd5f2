// Aim: any text and any length comes back as the memory store gives it, and no value is longer than the
// strictest SQLite takes. Method: one commit after another in both stores, over clients that look on.

import { describe, expect, test } from "vitest";
import { type Commit, memoryStore, type Store } from "../../src/host/index.ts";
import {
  type ConnectionLike,
  fromConnection,
  type SqliteValue,
  sqliteStore,
} from "../../src/sqlite/index.ts";
import { counter } from "../host/toy.ts";
import { CONNECTIONS } from "./databases.ts";

/** Bytes of a value that Durable Objects and D1 take. */
const BYTES_MAX = 2_000_000;

/** A key has none of the first five: no id has. */
const HOSTILE = [
  ["U+0000", "a\0b"],
  ["U+0000 alone", "\0"],
  ["half a pair", "\ud800"],
  ["the other half", "\udc00 and more"],
  ["halves in the wrong order", "\udc00\ud800"],
  ["a pair", "\ud83d\ude00"],
  ["quotes and backslashes", "\\u0000 \\ud800 \" ' \\"],
  ["what JSON escapes", "\n\r\t\b\f\u001f\u2028\u2029"],
  ["what paths are made of", "$.a[0] %2F%25 %_ __proto__"],
] as const;

interface Sizes {
  readonly events?: number;
  readonly reads?: readonly (readonly [name: string, version: number])[];
  readonly text: string;
}

function committing(input: string, { events = 1, reads = [], text }: Sizes): Commit {
  const event = (seq: number) => ({ ...{ v: 1, input, seq, at: 1, cause: null, type: "t" }, text });
  return {
    policy: text,
    reads: reads.map(([name, version]) => ({ key: counter(name), version })),
    writes: reads.map(([name]) => [counter(name), { text, [text]: name }]),
    settlements: [
      {
        ...{ scope: text, input, fingerprint: text },
        outcome: {
          kind: "accepted",
          events: Array.from({ length: events }, (_, seq) => event(seq)),
          notices: [{ kind: "COUNTERPART_LEFT", to: [], data: { text } }],
        },
      },
    ],
  } as unknown as Commit;
}

/** Everything that a store has. */
async function everything(
  store: Store,
  names: readonly string[],
  inputs: readonly (readonly [scope: string, input: string])[],
) {
  const keys = names.map((name) => counter(name) as never);
  const { records, settlements, policy } = await store.load({
    keys,
    inputs: inputs.map(([scope, input]) => ({ scope, input })) as never,
  });
  const sorted = <Item>(items: readonly Item[]): string[] =>
    items.map((item) => JSON.stringify(item)).sort();
  return {
    loaded: sorted(records),
    settlements: sorted(settlements),
    policy,
    events: (await store.events({ limit: 1000 })).items,
    notices: (await store.notices({ limit: 1000 })).items,
    records: sorted((await store.records({ limit: 1000 })).items),
  };
}

/** A connection that notes how many bytes the longest value had that went in or came out. */
function measured(connection: ConnectionLike): { longest: number; connection: ConnectionLike } {
  const note = (values: readonly unknown[]): void => {
    for (const value of values) {
      if (typeof value !== "string") continue;
      seen.longest = Math.max(seen.longest, Buffer.byteLength(value));
    }
  };
  const seen = {
    longest: 0,
    connection: {
      exec: (text: string) => connection.exec(text),
      prepare: (text: string) => {
        const statement = connection.prepare(text);
        return {
          all: (...values: SqliteValue[]) => {
            note(values);
            const rows = statement.all(...values) as object[];
            for (const row of rows) note(Object.values(row));
            return rows;
          },
          run: (...values: SqliteValue[]) => {
            note(values);
            return statement.run(...values);
          },
        };
      },
    },
  };
  return seen;
}

async function alike(
  store: Store,
  commit: Commit,
  names: readonly string[],
  inputs: readonly (readonly [scope: string, input: string])[],
): Promise<void> {
  const memory = memoryStore();
  for (const each of [memory, store]) {
    expect(await each.adoptPolicy(commit.policy)).toBe(commit.policy);
    expect(await each.commit(commit)).toEqual({ kind: "committed" });
    expect(await each.commit(commit)).toEqual({ kind: "recorded" });
  }
  expect(await everything(store, names, inputs)).toEqual(await everything(memory, names, inputs));
}

for (const source of CONNECTIONS) {
  describe(source.name, () => {
    test.each(HOSTILE)("%s in every place is as in memory", async (_, text) => {
      const store = await source.fresh();
      const reads = [["a", 0]] as const;
      await alike(
        store,
        committing(text, { reads, text }),
        ["a", "b"],
        [
          [text, text],
          [text, "other"],
          ["other", text],
        ],
      );
    });

    test("an outcome of many megabytes comes back whole, no value above two", async () => {
      const seen = measured(source.connect());
      const store = sqliteStore(fromConnection(seen.connection));
      await store.migrate();
      // Odd lengths, so that pairs lie across every place where a text could be cut.
      const text = `${"\ud83d\ude00".repeat(37)}"\\漢`;
      const reads = Array.from({ length: 9_500 }, (_, i) => [`${text}${i}`, 0] as const);
      const commit = committing("1", { events: 9_500, reads, text });
      const names = reads.slice(0, 20).map(([name]) => name);
      await alike(store, commit, names, [[text, "1"]]);
      expect(JSON.stringify(commit).length).toBeGreaterThan(3 * BYTES_MAX);
      expect(seen.longest).toBeGreaterThan(BYTES_MAX / 4);
      expect(seen.longest).toBeLessThan(BYTES_MAX);
      const all = reads.map(([name]) => counter(name) as never);
      expect((await store.load({ keys: all })).records.length).toBe(reads.length);
    });

    test("one of many keys that has moved is a conflict, wherever among them it is", async () => {
      const store = await source.fresh();
      await store.adoptPolicy("p");
      const text = "p";
      const name = (i: number): string => `${i}`.padStart(60, "0");
      const reads = Array.from({ length: 20_000 }, (_, i) => [name(i), 0] as const);
      await store.commit(committing("0", { reads: [[name(19_999), 0]], text }));
      expect(await store.commit(committing("1", { reads, text }))).toEqual({ kind: "conflict" });
      const after = await everything(store, [name(0)], [[text, "1"]]);
      expect([after.settlements, after.events.length, after.records.length]).toEqual([[], 1, 1]);
      const again = reads.map(([each], i) => [each, i === 19_999 ? 1 : 0] as const);
      const next = committing("1", { reads: again, text });
      expect(await store.commit(next)).toEqual({ kind: "committed" });
    });
  });
}
