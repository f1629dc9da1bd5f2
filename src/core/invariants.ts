/** Looking at every record there is, to find what cannot be. */
import { type AnyBucket, BUCKET_BYTES, bytesOf, type Entry } from "./bucket.ts";
import { type Buckets, bucketOf, entriesOf } from "./hashed.ts";
import type { Key } from "./keys.ts";
import { type Pages, pageKeys, type Ticketed, ticketOf } from "./paged.ts";
import type { Policy } from "./policy.ts";
import type { HashIndex, PageIndex } from "./structures.ts";

/** Something that cannot be: the rule that it breaks, and what it is. */
export interface Finding {
  readonly rule: string;
  readonly what: string;
}

/** A record with its address. */
export interface Held<Record> {
  readonly owner: string;
  readonly own: string;
  readonly record: Record;
}

/** Every record, to be walked by kind and looked up by key. */
export interface Everything<Records> {
  readonly of: <Kind extends keyof Records & string>(kind: Kind) => readonly Held<Records[Kind]>[];
  readonly get: <Kind extends keyof Records & string>(
    kind: Kind,
    owner: string,
    own?: string,
  ) => Records[Kind] | null;
}

/** How strictly to look. */
export interface InvariantOptions {
  /**
   * `strict`: no limit in force is exceeded. `tolerant`: none that the policy has for any Host, which
   * is what holds where Hosts lose and regain certification. Default `strict`.
   */
  readonly caps?: "strict" | "tolerant";
  /** Whether to measure every record as well. Default no. */
  readonly size?: boolean;
}

/** A check over every record; it says what it finds and names each thing found. */
export interface Invariant<Records> {
  /** The rules that it proves; the first is named in findings. */
  readonly rules: readonly [string, ...string[]];
  readonly check: (
    all: Everything<Records>,
    say: (what: string) => void,
    policy: Policy,
    options: InvariantOptions,
  ) => void;
}

/** The tag of checks that prove no single rule but that counts and indexes agree with the rest. */
export const STRUCTURE = "STRUCTURE";

/** Text for a finding: ids may hold anything. */
export function named(...ids: readonly unknown[]): string {
  return JSON.stringify(ids);
}

/**
 * All entries of a set, after checking that each is where it belongs, and counted; that no bucket takes
 * more bytes than it may, and that what its pages take is as it says.
 */
export function checkedEntries<E extends Entry>(
  get: (own: string) => AnyBucket | null,
  where: Pick<Buckets, "own" | "width">,
  index: HashIndex,
  say: (what: string) => void,
): E[] {
  const all: E[] = [];
  for (let bucket = 0; bucket < index.buckets; bucket += 1) {
    const more = get(where.own(bucket))?.more ?? 0;
    for (let page = 0; page <= more; page += 1) checkPage(get(where.own(bucket, page)), page, say);
    if (get(where.own(bucket, more + 1)) !== null) say(`a page too many after bucket ${bucket}`);
    const entries = entriesOf<E>(get, where, bucket);
    entries.forEach((entry, at) => {
      const before = entries[at - 1];
      if (bucketOf(entry[0], index.buckets) !== bucket) say(`${named(entry[0])} in a wrong bucket`);
      if (before !== undefined && before[0] >= entry[0]) say(`${named(entry[0])} out of order`);
      all.push(entry);
    });
  }
  if (all.length !== index.count) say(`${all.length} entries, but a count of ${index.count}`);
  return all;
}

function checkPage(found: AnyBucket | null, page: number, say: (what: string) => void): void {
  if (found === null) {
    if (page > 0) say(`page ${page} after a bucket is missing`);
    return;
  }
  const { ids, values, bytes, more } = found;
  if (ids.length !== values.length) say(`${ids.length} ids, but ${values.length} values`);
  const takes = ids.reduce((sum, id, at) => sum + bytesOf(id, values[at]), 0);
  if (takes !== bytes) say(`${takes} bytes, but ${bytes} noted`);
  if (bytes > BUCKET_BYTES && ids.length > 1) say(`a bucket of ${bytes} bytes`);
  if (page > 0 && ids.length === 0) say(`page ${page} after a bucket is empty`);
  if (page > 0 && more > 0) say(`pages follow page ${page}`);
}

/** All entries of a list, after checking that each is on its page, in order, and counted. */
export function checkedTickets<E extends Ticketed>(
  { get }: { readonly get: (kind: never, owner: string, own: string) => unknown },
  where: Pages,
  index: PageIndex,
  say: (what: string) => void = () => undefined,
): E[] {
  const all: E[] = [];
  const tell = (what: string): void => say(`${where.kind} of ${named(where.owner)}: ${what}`);
  pageKeys(where, index).forEach(([kind, owner, own], at) => {
    const page = index.pages[at];
    const entries = (get(kind as never, owner, own) as { readonly entries: E[] } | null)?.entries;
    if (entries === undefined || entries.length === 0) tell(`page ${page} is in use and empty`);
    for (const entry of entries ?? []) {
      const ticket = ticketOf(entry);
      const last = all.at(-1);
      if (Math.floor(ticket / where.size) !== page) tell(`ticket ${ticket} on page ${page}`);
      if (last !== undefined && ticketOf(last) >= ticket) tell(`ticket ${ticket} out of order`);
      if (ticket >= index.next) tell(`ticket ${ticket} was never given`);
      all.push(entry);
    }
  });
  if (all.length !== index.count) tell(`${all.length} entries, but a count of ${index.count}`);
  return all;
}

/** Puts a value on the list under a key. */
export function collect<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Records of a kind by owner; the keys are in nobody's prototype. */
export function byOwner<Record>(records: readonly Held<Record>[]): Map<string, Held<Record>[]> {
  const found = new Map<string, Held<Record>[]>();
  for (const held of records) collect(found, held.owner, held);
  return found;
}

/** Whether two lists hold the same, each thing once. */
export function sameMembers(left: readonly unknown[], right: readonly unknown[]): boolean {
  const once = new Set(left);
  return (
    once.size === left.length &&
    left.length === right.length &&
    right.every((each) => once.has(each))
  );
}

/** Says which records of a kind no index leads to. */
export function strays<Record>(
  records: readonly Held<Record>[],
  kind: string,
  known: (held: Held<Record>) => boolean,
  say: (what: string) => void,
): void {
  for (const held of records) {
    const key: Key = [kind, held.owner, held.own];
    if (!known(held)) say(`no index leads to ${named(...key)}`);
  }
}
