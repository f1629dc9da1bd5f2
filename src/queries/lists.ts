/** Walking a list kept in pages by ticket, a bounded number of records at a time. */
import { type Pages, pageKeys, type Ticketed, ticketAhead, ticketOf } from "../core/paged.ts";
import type { Refusal } from "../core/refusal.ts";
import type { PageIndex } from "../core/structures.ts";
import { guessesAt, read } from "../core/transaction.ts";
import type { Reading, Reads } from "./handler.ts";
import { type Cursor, notACursor, type Paging, startOf } from "./paging.ts";

/** Names that one page of a search looks at, or tasks, to leave out those that wait their turn. */
export const LOOK_MAX = 500;

/** Page records, or buckets, that one page of an answer looks at in one go. */
export const SCAN_MAX = 64;

type List<Entry> = { readonly entries: readonly Entry[] };
/** The entries of each kind of record that is a page. */
export type Lists = {
  [Kind in keyof Reads]: Reads[Kind] extends List<infer Entry extends Ticketed> ? Entry : never;
};

/** A list as one viewer sees it. */
export interface Seen<Kind extends keyof Lists> {
  readonly where: Pages<Kind>;
  readonly index: PageIndex;
  /** Whether an entry is shown; all are, if nothing is said. */
  readonly shows?: (entry: Lists[Kind]) => boolean;
  /** About how many of its entries are shown in all. */
  readonly expected?: number;
}

/** A part of a list: its entries, and where the next part starts. */
export interface Part<Entry> {
  readonly entries: readonly Entry[];
  readonly next: Cursor | null;
}

/** How many records to look at first, so that looking once is mostly enough. */
export function firstScan(limit: number, records: number, expected: number): number {
  return Math.min(SCAN_MAX, 1 + Math.ceil(((limit + 1) * records) / Math.max(1, expected)));
}

/**
 * The entries shown from a ticket on, up to a limit. It looks twice at most: at as many pages as are
 * likely to do, then at {@link SCAN_MAX} more.
 *
 * @param idsOf names an entry for a cursor
 */
export function partOf<Kind extends keyof Lists>(
  tx: Reading,
  list: Seen<Kind>,
  from: number,
  limit: number,
  idsOf: (entry: Lists[Kind]) => readonly string[],
): Part<Lists[Kind]> {
  const { where, index, shows = () => true, expected = index.count } = list;
  const pages = index.pages.filter((page) => (page + 1) * where.size > from);
  const first = firstScan(limit, index.pages.length, expected);
  const found: Lists[Kind][] = [];
  for (const batch of [pages.slice(0, first), pages.slice(first, first + SCAN_MAX)]) {
    if (found.length > limit) break;
    const keys = pageKeys(where, { ...index, pages: batch });
    for (const [kind, owner, own] of keys) {
      const page = read(tx, kind, owner, own) as List<Lists[Kind]> | null;
      for (const entry of page?.entries ?? []) {
        if (ticketOf(entry) >= from && shows(entry)) found.push(entry);
      }
    }
    // A hint: the first scan is most likely enough, and the second is far longer.
    if (guessesAt(tx, keys)) break;
  }
  const entries = found.slice(0, limit);
  const last = entries.at(-1);
  if (found.length > limit && last !== undefined) {
    return { entries, next: { kind: "item", ids: idsOf(last) } };
  }
  const unseen = pages[first + SCAN_MAX];
  return {
    entries,
    next: unseen === undefined ? null : { kind: "place", place: unseen * where.size },
  };
}

/**
 * The entries shown of the page asked for.
 *
 * @param idsOf names an entry for a cursor
 * @param placeOf the ticket of the entry that a cursor names, if the viewer finds it
 */
export function partAfter<Kind extends keyof Lists>(
  tx: Reading,
  list: Seen<Kind>,
  { after, limit }: Paging,
  idsOf: (entry: Lists[Kind]) => readonly string[],
  placeOf: (ids: readonly string[]) => number | undefined,
): Part<Lists[Kind]> | Refusal {
  // Those who came back stand ahead (CAP-08).
  const from = after === null ? ticketAhead(0) : startOf(after, placeOf);
  return typeof from === "number" ? partOf(tx, list, from, limit, idsOf) : from;
}

/**
 * The same of a list that nothing is ever taken off: the place of an entry is no secret and never
 * changes, so cursors name places.
 */
export function partAtPlace<Kind extends keyof Lists>(
  tx: Reading,
  where: Pages<Kind>,
  indexOf: () => PageIndex,
  { after, limit }: Paging,
  shows: (entry: Lists[Kind]) => boolean = () => true,
): Part<Lists[Kind]> | Refusal {
  if (after?.kind === "item") return notACursor();
  const index = indexOf();
  const list = { where, index, shows };
  const { entries, next } = partOf(tx, list, after?.place ?? 0, limit, () => []);
  if (next?.kind === "place") return { entries, next };
  const last = entries.at(-1);
  const end = last === undefined ? index.next : ticketOf(last) + 1;
  return { entries, next: end < index.next ? { kind: "place", place: end } : null };
}
