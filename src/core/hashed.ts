/**
 * Sets of any size, spread over bucket records by a hash of each entry's id. Buckets grow by
 * splitting one at a time (linear hashing), so an insertion touches at most three of them whatever
 * the size, and no bucket holds more than a few times {@link BUCKET_LOAD} entries. Entries are tuples
 * that start with their id, sorted by it.
 */
import { isMarked } from "./guess.ts";
import { hash } from "./hash.ts";
import type { Key } from "./keys.ts";
import type { HashIndex } from "./structures.ts";
import { type Evolving, editAny, putFresh, type Reading, read } from "./transaction.ts";

/** Entries per bucket, on average, before there is one more. */
const BUCKET_LOAD = 48;

/** Which records the buckets of one set are. */
export interface Buckets<Kind extends string = string> {
  readonly kind: Kind;
  readonly owner: string;
  readonly own: (bucket: number) => string;
}

type Entry = readonly [string, ...unknown[]];
type Bucket = { readonly entries: readonly Entry[] };
type AnyTx = Evolving<Record<string, Bucket>>;

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

function position(entries: readonly Entry[], id: string): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry)[0] < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function entriesOf(tx: Reading, where: Buckets, bucket: number): readonly Entry[] {
  return read(tx as AnyTx, where.kind, where.owner, where.own(bucket))?.entries ?? [];
}

function save(tx: Evolving, where: Buckets, bucket: number, entries: readonly Entry[]): void {
  putFresh(tx as AnyTx, where.kind, where.owner, where.own(bucket), { entries });
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
  const entries = entriesOf(tx, where, bucketOf(id, index.buckets));
  const found = entries[position(entries, id)];
  return found !== undefined && found[0] === id ? (found as E) : undefined;
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
  change: (entry: E | undefined) => Entry | null,
): HashIndex {
  if (isOfBlank(tx, id)) return index;
  const buckets = Math.max(index.buckets, 1);
  const own = where.own(bucketOf(id, buckets));
  const entries = editAny(tx as AnyTx, where.kind, where.owner, own)?.entries;
  const at = entries === undefined ? 0 : position(entries, id);
  const found = entries?.[at];
  const known = found !== undefined && found[0] === id;
  const entry = change(known ? (found as E) : undefined);
  if (entry === null) {
    if (!known) return index;
    entries?.splice(at, 1);
    return { buckets, count: index.count - 1 };
  }
  if (entries === undefined)
    putFresh(tx as AnyTx, where.kind, where.owner, own, { entries: [entry] });
  else if (known) entries[at] = entry;
  else entries.splice(at, 0, entry);
  if (known) return index;
  const count = index.count + 1;
  return count > buckets * BUCKET_LOAD
    ? { buckets: split(tx, where, buckets), count }
    : { buckets, count };
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

/** Adds one bucket: part of the entries of the one it splits off from move into it. */
function split(tx: Evolving, where: Buckets, buckets: number): number {
  const source = buckets - lowerBit(buckets);
  const entries = entriesOf(tx, where, source);
  const stays = entries.filter((entry) => bucketOf(entry[0], buckets + 1) === source);
  const goes = entries.filter((entry) => bucketOf(entry[0], buckets + 1) !== source);
  save(tx, where, source, stays);
  save(tx, where, buckets, goes);
  return buckets + 1;
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
    for (const entry of entriesOf(tx, where, i)) all.push(entry as E);
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
