// Aim: a set in buckets holds what a map holds while it grows and shrinks, each change leaves older
// versions alone, and no record is larger than it may be whatever the ids. Method: any changes beside a map,
// with ids of one hash among them; 3000 ids of one hash, as long as ids may be, three bytes a character.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUCKET_BYTES, type Bucket, bytesOf } from "../../src/core/bucket.ts";
import {
  allEntries,
  BUCKET_LOAD,
  type Buckets,
  bucketOf,
  clearEntries,
  entryOf,
  putEntry,
  removeEntry,
} from "../../src/core/hashed.ts";
import type { InputId } from "../../src/core/ids.ts";
import { checkedEntries } from "../../src/core/invariants.ts";
import { buckets, setOf, setUnder } from "../../src/core/kinds.ts";
import { EMPTY_HASH, type HashIndex } from "../../src/core/structures.ts";
import {
  draftDelete,
  draftSet,
  emptyTable,
  type Table,
  tableDraft,
  tableEach,
  tableGet,
  tablePublish,
} from "../../src/core/table.ts";
import { begin, type Tx } from "../../src/core/transaction.ts";
import { colliding } from "../support/colliding.ts";

/** Everything is there, so nothing is guessed. */
const GUIDANCE = { fits: () => true, blank: () => ({}), companions: () => [] };

type Entry = readonly [id: string, note: string];

const kind = buckets("set", "one");
const where = setOf(kind, "owner");
const RECORD_MAX = 64 * 1024;

interface Version {
  readonly table: Table;
  readonly index: HashIndex;
}
const EMPTY: Version = { table: emptyTable(["set"]), index: EMPTY_HASH };

/** A version after changes. */
type SetTx = Tx<{ set: object }>;

function changed({ table, index }: Version, change: (tx: SetTx, index: HashIndex) => HashIndex) {
  const copy = (record: object): object => kind.copy(record as never);
  const tx: SetTx = begin(table, true, new Map(), "i" as InputId, 0, copy, GUIDANCE);
  const after = change(tx, index);
  const draft = tableDraft(table);
  for (const { owner, own, now } of tx.cells.filter((cell) => cell.changed)) {
    if (now === null) draftDelete(draft, "set", owner, own);
    else draftSet(draft, "set", owner, own, now);
  }
  return { table: tablePublish(draft), index: after };
}

const records = ({ table }: Version): [string, Bucket<Entry>][] => {
  const found: [string, Bucket<Entry>][] = [];
  tableEach(
    table,
    () => true,
    (_, __, own, record) => found.push([own, record as Bucket<Entry>]),
  );
  return found;
};

/** The entries, after checking that everything is as it must be. */
function checked(version: Version, of: Buckets = where): Entry[] {
  const findings: string[] = [];
  const get = (own: string) => (tableGet(version.table, "set", "owner", own) ?? null) as never;
  const entries = checkedEntries<Entry>(get, of, version.index, (what) => findings.push(what));
  expect(findings).toEqual([]);
  const pages = records(version).reduce((sum, [, { more }]) => sum + more, 0);
  expect(records(version).length).toBeLessThanOrEqual(version.index.buckets + pages);
  for (const [own, record] of records(version)) {
    const size = Buffer.byteLength(JSON.stringify(record));
    if (size > RECORD_MAX) throw new Error(`${own} takes ${size} bytes`);
  }
  return entries;
}

const sorted = (entries: Iterable<Entry>): Entry[] =>
  [...entries].sort((left, right) => (left[0] < right[0] ? -1 : 1));

const HOSTILE = colliding(400);
const id = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((number) => `id-${number}`),
  fc.constantFrom(...HOSTILE),
  fc.constantFrom("__proto__", 'a"b', "c\\d", "é", "𝔘"),
);
const note = fc.oneof(
  fc.constantFrom("", "x", "y"),
  fc.constantFrom("中".repeat(2_000), "中".repeat(10_000)),
);
const step = fc.tuple(id, fc.option(note, { nil: null }));

describe("a set in buckets", () => {
  test("holds what a map would, in every version, whatever the ids", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { maxLength: 120 }), { maxLength: 4 }), (batches) => {
        const model = new Map<string, Entry>();
        const kept: [Version, Entry[]][] = [];
        let version = EMPTY;
        for (const batch of batches) {
          version = changed(version, (tx, before) => {
            let index = before;
            for (const [each, value] of batch) {
              if (value === null) {
                model.delete(each);
                index = removeEntry(tx, where, index, each);
              } else {
                model.set(each, [each, value]);
                index = putEntry(tx, where, index, [each, value]);
              }
              expect(entryOf(tx, where, index, each)).toEqual(model.get(each));
            }
            expect(sorted(allEntries<Entry>(tx, where, index))).toEqual(sorted(model.values()));
            return index;
          });
          kept.push([version, sorted(model.values())]);
        }
        for (const [each, entries] of kept) expect(sorted(checked(each))).toEqual(entries);
      }),
      { numRuns: 60 },
    );
  });

  test("grows by one bucket at a time, and keeps them when it shrinks", () => {
    const ids = Array.from({ length: 1_000 }, (_, i) => `id-${i}`);
    let version = EMPTY;
    for (const each of ids) {
      const before = version.index.buckets;
      version = changed(version, (tx, index) => putEntry(tx, where, index, [each, ""]));
      expect(version.index.buckets - before).toBeLessThanOrEqual(1);
    }
    expect(version.index).toEqual({ buckets: Math.ceil(1_000 / BUCKET_LOAD), count: 1_000 });
    expect(checked(version)).toHaveLength(1_000);
    const emptied = changed(version, (tx, index) =>
      ids.reduce((left, each) => removeEntry(tx, where, left, each), index),
    );
    expect(emptied.index).toEqual({ buckets: version.index.buckets, count: 0 });
    expect(checked(emptied)).toEqual([]);
    const cleared = changed(version, (tx, index) => {
      clearEntries(tx, where, index);
      return EMPTY_HASH;
    });
    expect(records(cleared)).toEqual([]);
  });

  test("puts an id where it is looked for, however many buckets there are", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 5_000 }), (each, count) => {
        const [now, then] = [bucketOf(each, count), bucketOf(each, count + 1)];
        expect(now).toBeLessThan(count);
        expect(then === now || then === count).toBe(true);
      }),
    );
  });
});

describe("3000 ids of one hash, each of 128 characters of three bytes", () => {
  const ids = colliding(3_000);
  const under = setUnder(kind, "owner", "under", "d");
  const full = [where, under].map((of) => {
    const order = [...ids].sort((left, right) => (left.slice(-9) < right.slice(-9) ? -1 : 1));
    const put = (tx: SetTx, index: HashIndex): HashIndex =>
      order.reduce((held, each) => putEntry(tx, of, held, [each, "中".repeat(8)]), index);
    return [of, changed(EMPTY, put)] as const;
  });

  test.each(full)("take no record above 64 KB, and are all found, in order", (of, version) => {
    const entries = checked(version, of);
    expect(entries.map(([each]) => each)).toEqual([...ids].sort());
    const least = entries.reduce((sum, [each, kept]) => sum + bytesOf(each, kept), 0);
    const records = Math.ceil(least / BUCKET_BYTES);
    const head = version.index.buckets;
    changed(version, (tx, index) => {
      for (const each of ids) expect(entryOf(tx, of, index, each)?.[0]).toBe(each);
      expect(entryOf(tx, of, index, "other")).toBeUndefined();
      expect(tx.cells.length).toBeLessThanOrEqual(1 + 2.5 * records + head);
      return index;
    });
  });

  test("change and go one by one, and leave no page behind", () => {
    const [of, version] = full[0] as (typeof full)[number];
    const lighter = changed(version, (tx, index) =>
      ids.reduce((held, each, at) => {
        if (at % 3 === 0) return removeEntry(tx, of, held, each);
        return putEntry(tx, of, held, [each, at % 3 === 1 ? "" : "中".repeat(300)]);
      }, index),
    );
    expect(checked(lighter, of)).toHaveLength(2_000);
    expect(checked(version, of)).toHaveLength(3_000);
    const none = changed(lighter, (tx, index) =>
      ids.reduce((held, each) => removeEntry(tx, of, held, each), index),
    );
    expect(checked(none, of)).toEqual([]);
    expect(records(none).length).toBeLessThanOrEqual(none.index.buckets);
  });
});

describe("very large entries", () => {
  const [low, mid, high] = [...colliding(400)].sort().reduce<[string[], string[], string[]]>(
    (parts, each, at) => {
      parts[at < 199 ? 0 : at === 199 ? 1 : 2].push(each);
      return parts;
    },
    [[], [], []],
  );
  const put = (version: Version, entries: readonly Entry[]): Version =>
    changed(version, (tx, index) =>
      entries.reduce((held, each) => putEntry(tx, where, held, each), index),
    );
  const small = (ids: readonly string[]): Entry[] => ids.map((each) => [each, ""]);
  const around = put(EMPTY, small([...low.slice(-90), ...high.slice(0, 30)]));

  test("between small ones leave no record above its bound", () => {
    // As much as people through 801 organizations with ids of 24 characters take.
    const entry: Entry = [mid[0] as string, "x".repeat(31 * 1024)];
    const version = put(around, [entry]);
    expect(checked(version)).toHaveLength(121);
    for (const [, { bytes }] of records(version)) expect(bytes).toBeLessThanOrEqual(BUCKET_BYTES);
  });

  test("larger than a bucket may be stand alone on a page", () => {
    const entry: Entry = [mid[0] as string, "x".repeat(2 * BUCKET_BYTES)];
    const version = put(around, [entry]);
    const large = records(version).filter(([, { bytes }]) => bytes > BUCKET_BYTES);
    expect(large.map(([, { ids }]) => ids)).toEqual([[entry[0]]]);
    const after = changed(version, (tx, index) => {
      expect(entryOf(tx, where, index, entry[0])).toEqual(entry);
      return removeEntry(tx, where, index, entry[0]);
    });
    expect(checked(after)).toHaveLength(120);
  });
});
