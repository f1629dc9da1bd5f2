/** Where a set spread over buckets by hash stands: how many buckets, how many entries. */
export interface HashIndex {
  readonly buckets: number;
  readonly count: number;
}

/** Where a list kept in pages by ticket stands: the next ticket, its length, the pages in use. */
export interface PageIndex {
  readonly next: number;
  readonly count: number;
  readonly pages: readonly number[];
}

/** A set with nothing in it. */
export const EMPTY_HASH: HashIndex = { buckets: 0, count: 0 };
/** A list with nothing in it. */
export const EMPTY_PAGES: PageIndex = { next: 0, count: 0, pages: [] };
