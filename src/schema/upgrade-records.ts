/** Records of version 1 in the shape of today: each by itself, so that a store may be moved set by set. */
import { type Entry, packed } from "../core/bucket.ts";
import { keyText, parseKey } from "../core/keys.ts";
import { setWidth } from "../engine/records.ts";
import type { Plain, PlainObject } from "./precheck.ts";

type PlainEntry = readonly [keyText: string, record: Plain];

const isEntry = (entry: Plain): boolean => Array.isArray(entry) && typeof entry[0] === "string";

/** The name of a page that follows a bucket. */
function pageName(own: string, page: number): string {
  const slash = own.indexOf("/");
  const end = slash < 0 ? own.length : slash;
  return page === 0 ? own : `${own.slice(0, end)}+${page}${own.slice(end)}`;
}

/**
 * A record of version 1 as today's: a bucket's entries become two parallel lists, and what is more than
 * a bucket takes goes to pages that follow it. What is no bucket of version 1 stays as it is.
 */
export function upgradeRecord([text, record]: PlainEntry): readonly PlainEntry[] {
  const [kind, owner, own] = parseKey(text);
  const width = setWidth(kind);
  const entries =
    width === null || record === null || typeof record !== "object"
      ? undefined
      : (record as PlainObject)["entries"];
  if (width === null || !Array.isArray(entries) || !entries.every(isEntry)) return [[text, record]];
  return packed(width, entries as unknown as readonly Entry[]).map(
    (page, number): PlainEntry => [
      keyText([kind, owner, pageName(own, number)]),
      page as unknown as PlainObject,
    ],
  );
}

/** All records of a snapshot of version 1. */
export const recordsOfVersion1 = (entries: readonly PlainEntry[]): readonly PlainEntry[] =>
  entries.flatMap(upgradeRecord);
