/** Schemas of what records and events of several areas are made of. */
import type { PagesKind } from "../core/kinds.ts";
import type { HashIndex, PageIndex } from "../core/structures.ts";
import { count, integer, ticket } from "./numbers.ts";
import { EVENT_BOUNDS, RECORD_BOUNDS } from "./precheck.ts";
import { lazily, list, object, type Schema } from "./shape.ts";

/** A list as long as a record's may be. */
export const many = <Item>(item: Schema<Item>): Schema<readonly Item[]> =>
  list(item, RECORD_BOUNDS.items);

/** A list as long as an event's may be. */
export const long = <Item>(item: Schema<Item>): Schema<readonly Item[]> =>
  list(item, EVENT_BOUNDS.items);

export const hashIndex = lazily(() => object<HashIndex>({ buckets: count, count }));
export const pageIndex = lazily(() =>
  object<PageIndex>({ next: count, count, pages: many(count) }),
);

/** The same of a list in which those who came back stand ahead, on pages below 0 (CAP-08). */
export const pageIndexAhead = lazily(() =>
  object<PageIndex>({ next: count, count, pages: many(ticket) }),
);

/** A page of a list, as its kind is declared. */
export const page = <Item>(
  { size }: PagesKind<string>,
  item: Schema<Item>,
): Schema<{ readonly entries: readonly Item[] }> => object({ entries: list(item, size) });

/** What a bucket keeps of an id of which nothing is kept. */
/** Thresholds in percent that are not armed. */
export const thresholds = lazily(() => many(integer(1, 100)));

export const nothing = integer(0, 0) as Schema<0>;

/** A bucket of a set: ids, and beside them what is kept of each. */
export const bucket = <Id extends string, Value>(
  id: Schema<Id>,
  value: Schema<Value>,
): Schema<{
  readonly ids: readonly Id[];
  readonly values: readonly Value[];
  readonly bytes: number;
  readonly more: number;
}> =>
  object({ ids: many(id), values: many(value), bytes: count, more: count }, ({ ids, values }) =>
    ids.length === values.length
      ? null
      : [values.length < ids.length ? "too-few" : "too-many", "values"],
  );
