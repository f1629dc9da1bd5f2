/**
 * Sets of any size, spread over bucket records by a hash of each entry's id. Buckets grow by
 * splitting one at a time (linear hashing), so an insertion touches at most three of them whatever
 * the size, and no bucket holds more than a few times {@link BUCKET_LOAD} entries, unless ids were
 * chosen to share their hash: what a bucket cannot take in bytes goes to pages that follow it.
 */
import {
  type AnyBucket,
  BUCKET_BYTES,
  type Buckets,
  bytesOf,
  type Entry,
  entriesIn,
  entryFrom,
  keptOf,
  packed,
  position,
  valueBytes,
} from "./bucket.ts";
import { isMarked } from "./guess.ts";
import { hash } from "./hash.ts";
import type { Key } from "./keys.ts";
import { change, divide, join, pageAt, pageFor, save } from "./overflow.ts";
import type { HashIndex } from "./structures.ts";
import { drop, type Evolving, editAny, type Reading, read } from "./transaction.ts";

export type { Buckets } from "./bucket.ts";

/** Entries per bucket, on average, before there is one more. */
export const BUCKET_LOAD = 48;

type AnyTx = Evolving<Record<string, AnyBucket>>;

function lowerBit(buckets: number): number {
  return 1 << (31 - Math.clz32(buckets));
}

/** The bucket of an id when there are so many. */
export function bucketOf(id: string, buckets: number): number {
  if (buckets === 1) return 0;
  const level = lowerBit(buckets);
  const wide = hash(id) & (level * 2 - 1);
  return wide < buckets ? wide : wide & (level - 1);
}

/** Whether an id is that of a blank, or made of it: which bucket it falls into says nothing. */
const isOfBlank = (tx: Reading, id: string): boolean => tx.guess !== null && isMarked(id);

/** The entry of an id, if there is one. */
export function entryOf<E extends Entry>(
  tx: Reading,
  where: Buckets,
  index: HashIndex,
  id: string,
): E | undefined {
  if (index.buckets === 0 || isOfBlank(tx, id)) return undefined;
  const bucket = bucketOf(id, index.buckets);
  let found = pageAt(tx, where, bucket, 0);
  if (found !== null && found.more > 0) {
    found = pageAt(tx, where, bucket, pageFor(tx, where, bucket, found.more, id));
  }
  if (found === null) return undefined;
  const at = position(found.ids, id);
  return found.ids[at] === id ? entryFrom<E>(where.width, id, found.values[at]) : undefined;
}

/**
 * Changes what stands under an id: `change` gets the entry there is, if any, and gives the one to put
 * in its place, or `null` for none. Gives the index as it then is; buckets that empty stay, for they
 * will fill again.
 */
export function updateEntry<E extends Entry, Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Buckets<Kind>,
  index: HashIndex,
  id: string,
  update: (entry: E | undefined) => Entry | null,
): HashIndex {
  if (isOfBlank(tx, id)) return index;
  const { kind, owner, own, width } = where;
  const buckets = Math.max(index.buckets, 1);
  const bucket = bucketOf(id, buckets);
  const head = editAny(tx as AnyTx, kind, owner, own(bucket));
  const number = head === null || head.more === 0 ? 0 : pageFor(tx, where, bucket, head.more, id);
  const page = head === null || number === 0 ? head : change(tx, where, bucket, number);
  const at = page === null ? 0 : position(page.ids, id);
  const known = page !== null && page.ids[at] === id;
  const before = known ? page.values[at] : undefined;
  const entry = update(known ? entryFrom<E>(width, id, before) : undefined);
  if (entry === null) {
    if (!known) return index;
    page.ids.splice(at, 1);
    page.values.splice(at, 1);
    page.bytes -= bytesOf(id, before);
    if (head !== null && head.more > 0) join(tx, where, bucket, Math.min(number, head.more - 1));
    return { buckets, count: index.count - 1 };
  }
  const kept = keptOf(width, entry);
  if (page === null) {
    save(tx, where, bucket, 0, { ids: [id], values: [kept], bytes: bytesOf(id, kept), more: 0 });
  } else {
    if (known) {
      page.values[at] = kept;
      page.bytes += valueBytes(kept) - valueBytes(before);
    } else {
      page.ids.splice(at, 0, id);
      page.values.splice(at, 0, kept);
      page.bytes += bytesOf(id, kept);
    }
    if (page.bytes > BUCKET_BYTES) divide(tx, where, bucket, number);
  }
  if (known) return index;
  const count = index.count + 1;
  return count > buckets * BUCKET_LOAD
    ? { buckets: split(tx, where, buckets), count }
    : { buckets, count };
}

/**
 * Changes the list that stands under an id, as the one thing kept of it; there is no entry whose list is
 * empty. Gives the index as it then is.
 */
export function updateList<Item, Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Buckets<Kind>,
  index: HashIndex,
  id: string,
  update: (list: readonly Item[]) => readonly Item[],
): HashIndex {
  return updateEntry(tx, where, index, id, (entry?: readonly [string, readonly Item[]]) => {
    const list = update(entry?.[1] ?? []);
    return list.length === 0 ? null : [id, list];
  });
}

/** Puts an entry in, in place of one with its id; gives the index as it then is. */
export function putEntry<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Buckets<Kind>,
  index: HashIndex,
  entry: Entry,
): HashIndex {
  return updateEntry(tx, where, index, entry[0], () => entry);
}

/** Takes an id's entry out; gives the index as it then is. */
export function removeEntry<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Buckets<Kind>,
  index: HashIndex,
  id: string,
): HashIndex {
  return index.count === 0 ? index : updateEntry(tx, where, index, id, () => null);
}

/** The entries of one bucket and of the pages that follow it, in order. */
export function bucketEntries<E extends Entry>(tx: Reading, where: Buckets, bucket: number): E[] {
  const { kind, owner } = where;
  const get = (own: string) => read(tx as AnyTx, kind, owner, own) as unknown as AnyBucket | null;
  return entriesOf<E>(get, where, bucket);
}

/** The same, by whatever way records are looked up. */
export function entriesOf<E extends Entry>(
  get: (own: string) => AnyBucket | null,
  { own, width }: Pick<Buckets, "own" | "width">,
  bucket: number,
): E[] {
  const head = get(own(bucket));
  if (head === null) return [];
  const entries = entriesIn<E>(width, head);
  for (let page = 1; page <= head.more; page += 1) {
    const next = get(own(bucket, page));
    if (next !== null) entries.push(...entriesIn<E>(width, next));
  }
  return entries;
}

/** Puts entries in the place of those of a bucket and of the pages that follow it. */
function refill(tx: Evolving, where: Buckets, bucket: number, entries: readonly Entry[]): void {
  const before = pageAt(tx, where, bucket, 0)?.more ?? 0;
  const pages = packed(where.width, entries);
  pages.forEach((page, number) => {
    save(tx, where, bucket, number, page);
  });
  for (let page = pages.length; page <= before; page += 1) {
    drop(tx as AnyTx, where.kind, where.owner, where.own(bucket, page));
  }
}

/** Adds one bucket: part of the entries of the one it splits off from move into it. */
function split(tx: Evolving, where: Buckets, buckets: number): number {
  const source = buckets - lowerBit(buckets);
  const entries = bucketEntries(tx, where, source);
  const stays = entries.filter((entry) => bucketOf(entry[0], buckets + 1) === source);
  const goes = entries.filter((entry) => bucketOf(entry[0], buckets + 1) !== source);
  refill(tx, where, source, stays);
  refill(tx, where, buckets, goes);
  return buckets + 1;
}

/** Takes every record of a set away. */
export function clearEntries<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Buckets<Kind>,
  index: HashIndex,
): void {
  const { kind, owner, own } = where;
  for (let bucket = 0; bucket < index.buckets; bucket += 1) {
    const more = pageAt(tx, where, bucket, 0)?.more ?? 0;
    for (let page = 0; page <= more; page += 1) drop(tx as AnyTx, kind, owner, own(bucket, page));
  }
}

/** Every key of a set. */
export function bucketKeys<Kind extends string>(
  where: Buckets<Kind>,
  index: HashIndex,
): Key<Kind>[] {
  const keys: Key<Kind>[] = [];
  for (let i = 0; i < index.buckets; i += 1) keys.push([where.kind, where.owner, where.own(i)]);
  return keys;
}

/** Every entry of a set, bucket by bucket. */
export function allEntries<E extends Entry>(tx: Reading, where: Buckets, index: HashIndex): E[] {
  const all: E[] = [];
  for (let i = 0; i < index.buckets; i += 1) {
    for (const entry of bucketEntries<E>(tx, where, i)) all.push(entry);
  }
  return all;
}

/** The keys that looking up ids and putting in up to `growth` new entries will touch. */
export function entryKeys<Kind extends string>(
  where: Buckets<Kind>,
  index: HashIndex,
  ids: readonly string[],
  growth = 0,
): Key<Kind>[] {
  const wanted = new Set<number>();
  const buckets = Math.max(index.buckets, growth > 0 ? 1 : 0);
  if (buckets > 0) for (const id of ids) wanted.add(bucketOf(id, buckets));
  const after = Math.max(buckets, Math.ceil((index.count + growth) / BUCKET_LOAD));
  for (let i = buckets; i < after && growth > 0; i += 1) {
    wanted.add(i);
    wanted.add(i - lowerBit(i));
  }
  return [...wanted].map((bucket) => [where.kind, where.owner, where.own(bucket)]);
}
