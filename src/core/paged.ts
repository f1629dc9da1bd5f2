/**
 * Lists of any length, kept in page records by ticket: entries go in at the end with the next ticket
 * and come out anywhere. The owner's index names the pages in use, so walking the list in order, or
 * knowing its first pages, takes one reading. Entries start with their ticket or carry it by name.
 */
import { broken } from "./invariant.ts";
import type { Key } from "./keys.ts";
import type { PageIndex } from "./structures.ts";
import { drop, type Evolving, edit, put, type Reading, read } from "./transaction.ts";

/** Which records the pages of one list are, and how many tickets a page takes. */
export interface Pages<Kind extends string = string> {
  readonly kind: Kind;
  readonly owner: string;
  readonly size: number;
  /** Where an owner has several such lists: which one. */
  readonly under?: string;
}

/** An entry of a list. */
export type Ticketed = readonly [ticket: number, ...unknown[]] | { readonly ticket: number };
type Page = { readonly entries: readonly Ticketed[] };
type AnyTx = Evolving<Record<string, Page>>;

/** The ticket of an entry. */
export function ticketOf(entry: Ticketed): number {
  return Array.isArray(entry) ? entry[0] : (entry as { readonly ticket: number }).ticket;
}

function keyOf<Kind extends string>({ kind, owner, under }: Pages<Kind>, page: number): Key<Kind> {
  return [kind, owner, under === undefined ? String(page) : `${page}/${under}`];
}

/** The key of the page that a ticket is on. */
export function pageKey<Kind extends string>(where: Pages<Kind>, ticket: number): Key<Kind> {
  return keyOf(where, Math.floor(ticket / where.size));
}

/** Where a ticket's entry stands in its page, which is in order of tickets. */
function position(tx: Reading, entries: readonly Ticketed[], ticket: number): number {
  let low = 0;
  let high = entries.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ticketOf(entries[middle] as Ticketed) < ticket) low = middle + 1;
    else high = middle;
  }
  const found = entries[low];
  if (found !== undefined && ticketOf(found) === ticket) return low;
  return tx.guess === null ? broken("a ticket is not on its page") : entries.length;
}

/** Puts an entry, made for the next ticket, at the end; gives the index as it then is. */
export function append<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Pages<Kind>,
  index: PageIndex,
  make: (ticket: number) => Ticketed,
): PageIndex {
  const page = Math.floor(index.next / where.size);
  const [kind, owner, own] = pageKey(where, index.next);
  const entry = make(index.next);
  if (index.pages.at(-1) === page) edit(tx as AnyTx, kind, owner, own).entries.push(entry);
  else put(tx as AnyTx, kind, owner, own, { entries: [entry] });
  return {
    next: index.next + 1,
    count: index.count + 1,
    pages: index.pages.at(-1) === page ? index.pages : [...index.pages, page],
  };
}

/** Far below any ticket that a list gives by itself. */
const AHEAD = -(2 ** 40);

/** A ticket before all those that a list gives by itself; of two such the lower number comes first. */
export const ticketAhead = (number: number): number => AHEAD + number;

/** Whether a ticket is one of those. */
export const isAhead = (ticket: number): boolean => ticket < 0;

/** Puts an entry at the place of its ticket, before those that came by themselves; gives the index as it then is. */
export function insertAhead<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Pages<Kind>,
  index: PageIndex,
  entry: Ticketed,
): PageIndex {
  const ticket = ticketOf(entry);
  const number = Math.floor(ticket / where.size);
  const [kind, owner, own] = pageKey(where, ticket);
  const isUsed = index.pages.includes(number);
  if (isUsed) {
    const { entries } = edit(tx as AnyTx, kind, owner, own);
    const later = entries.findIndex((each) => ticketOf(each) > ticket);
    entries.splice(later < 0 ? entries.length : later, 0, entry);
  } else put(tx as AnyTx, kind, owner, own, { entries: [entry] });
  const pages = isUsed ? index.pages : [...index.pages, number].sort((one, other) => one - other);
  return { next: index.next, count: index.count + 1, pages };
}

/** Takes the entry with a ticket out; gives the index as it then is. */
export function removeTicket<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Pages<Kind>,
  index: PageIndex,
  ticket: number,
): PageIndex {
  const [kind, owner, own] = pageKey(where, ticket);
  const page = edit(tx as AnyTx, kind, owner, own);
  page.entries.splice(position(tx, page.entries, ticket), 1);
  const count = index.count - 1;
  if (page.entries.length > 0) return { next: index.next, count, pages: index.pages };
  drop(tx as AnyTx, kind, owner, own);
  const number = Math.floor(ticket / where.size);
  return { next: index.next, count, pages: index.pages.filter((each) => each !== number) };
}

/** Puts another entry in the place of the one with its ticket. */
export function replaceTicket<Kind extends string>(
  tx: Evolving<Record<Kind, object>>,
  where: Pages<Kind>,
  entry: Ticketed,
): void {
  const [kind, owner, own] = pageKey(where, ticketOf(entry));
  const page = edit(tx as AnyTx, kind, owner, own);
  page.entries[position(tx, page.entries, ticketOf(entry))] = entry;
}

/** The keys of a list's first pages, or of all. */
export function pageKeys<Kind extends string>(
  where: Pages<Kind>,
  index: PageIndex,
  first = index.pages.length,
): Key<Kind>[] {
  return index.pages.slice(0, first).map((page) => keyOf(where, page));
}

/** Every entry of a list, in order. */
export function allTickets<E extends Ticketed>(tx: Reading, where: Pages, index: PageIndex): E[] {
  const all: E[] = [];
  for (const page of index.pages) {
    const record = read(tx as AnyTx, ...keyOf(where, page));
    for (const entry of record?.entries ?? []) all.push(entry as E);
  }
  return all;
}
