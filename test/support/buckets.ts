/** Buckets as lists of entries, and back. */
import {
  type AnyBucket,
  type Bucket,
  type Entry,
  entriesIn,
  packed,
  type Width,
} from "../../src/core/bucket.ts";
import { setWidth } from "../../src/engine/records.ts";
import type { RecordKind, Records } from "../../src/index.ts";

/** An entry of the sets of a kind. */
export type EntryOf<Kind extends RecordKind> =
  Records[Kind] extends Bucket<infer E extends Entry> ? E : never;

/** The entries of a bucket. */
export function entriesOf<Kind extends RecordKind>(kind: Kind, bucket: Records[Kind]) {
  return entriesIn<EntryOf<Kind>>(setWidth(kind) as Width, bucket as unknown as AnyBucket);
}

/** A bucket of entries, in whatever order they are given. */
export function bucketOf<Kind extends RecordKind>(
  kind: Kind,
  entries: readonly Entry[],
): Records[Kind] {
  return packed(setWidth(kind) as Width, entries)[0] as unknown as Records[Kind];
}
