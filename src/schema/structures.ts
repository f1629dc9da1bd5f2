/** Schemas of what records and events of several areas are made of. */
import type { HashIndex, PageIndex } from "../core/structures.ts";
import { count } from "./numbers.ts";
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
