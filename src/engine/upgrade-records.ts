/** Records of older versions in the shape of today: each by itself, so that a store is moved set by set. */
import { type Entry, packed } from "../core/bucket.ts";
import { keyText, parseKey } from "../core/keys.ts";
import { setWidth } from "./records.ts";

/** A record of some version under the text of its key. */
export type AnyRecord = readonly [keyText: string, record: unknown];

const isEntry = (entry: unknown): boolean => Array.isArray(entry) && typeof entry[0] === "string";

/** The name of a page that follows a bucket. */
function pageName(own: string, page: number): string {
  const slash = own.indexOf("/");
  const end = slash < 0 ? own.length : slash;
  return page === 0 ? own : `${own.slice(0, end)}+${page}${own.slice(end)}`;
}

/**
 * A record of version 1 as one of version 2: a bucket's entries become two parallel lists, and what is
 * more than a bucket takes goes to pages that follow it. What is no bucket of version 1 stays as it is.
 */
function fromVersion1([text, record]: AnyRecord): readonly AnyRecord[] {
  const [kind, owner, own] = parseKey(text);
  const width = setWidth(kind);
  if (width === null || record === null || typeof record !== "object") return [[text, record]];
  const { entries } = record as { readonly entries?: unknown };
  if (!Array.isArray(entries) || !entries.every(isEntry)) return [[text, record]];
  return packed(width, entries as readonly Entry[]).map((page, number) => [
    keyText([kind, owner, pageName(own, number)]),
    page,
  ]);
}

/**
 * The steps from one version of records to the next, by the version they start from. Each leaves what
 * it has made as it is, so that an upgrade that was cut short may go over it again.
 */
export const RECORD_STEPS: {
  readonly [from: number]: ((record: AnyRecord) => readonly AnyRecord[]) | undefined;
} = { 1: fromVersion1 };
