/** One bucket of a set: ids in order, beside them what is kept of each. */

/** An entry of a set: an id, then what is kept of it. */
export type Entry = readonly [id: string, ...kept: readonly unknown[]];

/** What is kept of an entry: nothing (`0` stands for it), one thing, or several as a list. */
export type Kept<E extends Entry> = E extends readonly [string]
  ? 0
  : E extends readonly [string, infer One]
    ? One
    : E extends readonly [string, ...infer Several]
      ? Readonly<Several>
      : never;

/**
 * A bucket, or a page of what it could not take: two parallel lists. `bytes` is the most that they take
 * as JSON in UTF-8. `more` counts the pages that follow a bucket; together they are in order of ids.
 */
export interface Bucket<E extends Entry = Entry> {
  readonly ids: readonly E[0][];
  readonly values: readonly Kept<E>[];
  readonly bytes: number;
  readonly more: number;
}

/** A bucket of any set, as far as it need be known. */
export interface AnyBucket {
  readonly ids: readonly string[];
  readonly values: readonly unknown[];
  readonly bytes: number;
  readonly more: number;
}

/** How many things are kept of an id: none, one, or a list of several. */
export type Width = "bare" | "one" | "several";

/** Which records the buckets of one set are. */
export interface Buckets<Kind extends string = string> {
  readonly kind: Kind;
  readonly owner: string;
  /** The own part of a bucket's key, or of a page that follows it, from 1. */
  readonly own: (bucket: number, page?: number) => string;
  readonly width: Width;
}

/**
 * The most bytes of a bucket, or of a page that follows it, whatever the ids: they may be as long as they
 * can be, and may all have one hash. An entry that is larger by itself stands alone. What is kept of an id
 * is largest where it is of somebody through many organizations: more than 900 with ids of 24
 * characters, 120 with the longest ids that there are.
 */
export const BUCKET_BYTES = 48 * 1024;

/** What is kept of an entry. */
export function keptOf(width: Width, entry: Entry): unknown {
  if (width === "one") return entry[1];
  return width === "bare" ? 0 : entry.slice(1);
}

/** An entry of an id and what is kept of it. */
export function entryFrom<E extends Entry>(width: Width, id: string, kept: unknown): E {
  if (width === "one") return [id, kept] as unknown as E;
  return (width === "bare" ? [id] : [id, ...(kept as readonly unknown[])]) as unknown as E;
}

/** The entries of a bucket or page. */
export function entriesIn<E extends Entry>(width: Width, { ids, values }: AnyBucket): E[] {
  return ids.map((id, at) => entryFrom<E>(width, id, values[at]));
}

/** Where an id stands, or would. */
export function position(ids: readonly string[], id: string): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as string) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

function textBytes(text: string): number {
  let bytes = 2;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20) bytes += 6;
    else if (unit < 0x80) bytes += unit === 0x22 || unit === 0x5c ? 2 : 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) bytes += 2;
    else bytes += 3;
  }
  return bytes;
}

/** The most bytes that what is kept of an id takes. */
export function valueBytes(value: unknown): number {
  if (typeof value === "string") return textBytes(value);
  if (typeof value === "number" && value >= 0 && Number.isInteger(value)) {
    let digits = 1;
    for (let top = 10; top <= value; top *= 10) digits += 1;
    return digits;
  }
  if (!Array.isArray(value)) return String(value).length;
  let bytes = 2;
  for (const each of value) bytes += valueBytes(each) + 1;
  return bytes;
}

/** The most bytes that an id and what is kept of it take. */
export function bytesOf(id: string, kept: unknown): number {
  return textBytes(id) + valueBytes(kept) + 2;
}

/** Entries in order as a bucket and the pages that follow it; a bucket there is, if only an empty one. */
export function packed(width: Width, entries: readonly Entry[]): AnyBucket[] {
  const ids: string[][] = [[]];
  const values: unknown[][] = [[]];
  const bytes: number[] = [0];
  for (const entry of entries) {
    const kept = keptOf(width, entry);
    const takes = bytesOf(entry[0], kept);
    const last = ids.length - 1;
    const held = bytes[last] as number;
    if (held > 0 && held + takes > BUCKET_BYTES) {
      ids.push([entry[0]]);
      values.push([kept]);
      bytes.push(takes);
    } else {
      (ids[last] as string[]).push(entry[0]);
      (values[last] as unknown[]).push(kept);
      bytes[last] = held + takes;
    }
  }
  return ids.map((each, page) => ({
    ids: each,
    values: values[page] as unknown[],
    bytes: bytes[page] as number,
    more: page === 0 ? ids.length - 1 : 0,
  }));
}
