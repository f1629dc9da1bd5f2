/** Walking a list kept in pages by ticket, a bounded number of records at a time. */
import { type Pages, pageKeys } from "../core/paged.ts";
import type { PageIndex } from "../core/structures.ts";
import { guessesAt, type Reading, read } from "../core/transaction.ts";
import type { Cursor } from "./paging.ts";

/** Names that one page of a search looks at, or tasks, to leave out those that wait their turn. */
export const LOOK_MAX = 500;

/** Page records, or buckets, that one page of an answer looks at in one go. */
export const SCAN_MAX = 64;

/** A list as one viewer sees it. */
export interface Seen<Entry> {
  readonly where: Pages;
  readonly index: PageIndex;
  readonly ticketOf: (entry: Entry) => number;
  readonly shows: (entry: Entry) => boolean;
  /** About how many of its entries are shown in all. */
  readonly expected: number;
}

/** A part of a list: its entries, and where the next part starts. */
export interface Part<Entry> {
  readonly entries: readonly Entry[];
  readonly next: Cursor | null;
}

type AnyTx = Reading<Record<string, { readonly entries: readonly unknown[] }>>;

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
export function partOf<Entry>(
  tx: Reading,
  list: Seen<Entry>,
  from: number,
  limit: number,
  idsOf: (entry: Entry) => readonly string[],
): Part<Entry> {
  const { where, index, ticketOf, shows, expected } = list;
  const pages = index.pages.filter((page) => (page + 1) * where.size > from);
  const first = firstScan(limit, index.pages.length, expected);
  const found: Entry[] = [];
  for (const batch of [pages.slice(0, first), pages.slice(first, first + SCAN_MAX)]) {
    if (found.length > limit) break;
    const keys = pageKeys(where, { ...index, pages: batch });
    for (const [kind, owner, own] of keys) {
      for (const entry of (read(tx as AnyTx, kind, owner, own)?.entries ?? []) as Entry[]) {
        if (ticketOf(entry) >= from && shows(entry)) found.push(entry);
      }
    }
    // A hint: the first scan is most likely enough, and the second is far longer.
    if (guessesAt(tx as AnyTx, keys)) break;
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
