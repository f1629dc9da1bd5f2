/**
 * What a bucket cannot take in bytes: pages that follow it, all of them in order of ids. Few buckets
 * ever have one, for ids must be chosen to share their hash.
 */
import { type AnyBucket, BUCKET_BYTES, type Buckets, bytesOf } from "./bucket.ts";
import {
  type Draft,
  drop,
  type Evolving,
  edit,
  put,
  putFresh,
  type Reading,
  read,
} from "./transaction.ts";

type AnyTx = Evolving<Record<string, AnyBucket>>;

/** A bucket, or a page that follows it. */
export function pageAt(
  tx: Reading,
  { kind, owner, own }: Buckets,
  bucket: number,
  page: number,
): AnyBucket | null {
  return read(tx as AnyTx, kind, owner, own(bucket, page));
}

/** The same, to be changed in place. */
export function change(
  tx: Evolving,
  { kind, owner, own }: Buckets,
  bucket: number,
  page: number,
): Draft<AnyBucket> {
  return edit(tx as AnyTx, kind, owner, own(bucket, page));
}

/** Puts a page that nobody else holds a part of. */
export function save(
  tx: Evolving,
  { kind, owner, own }: Buckets,
  bucket: number,
  page: number,
  to: AnyBucket,
): void {
  putFresh(tx as AnyTx, kind, owner, own(bucket, page), to);
}

/** Puts a page under another number. */
function move(tx: Evolving, where: Buckets, bucket: number, from: number, to: number): void {
  // Copied, because an older version may hold it.
  const page = pageAt(tx, where, bucket, from) as AnyBucket;
  put(tx as AnyTx, where.kind, where.owner, where.own(bucket, to), page);
}

/** Of a bucket that so many pages follow, the one that an id is on or belongs on. */
export function pageFor(
  tx: Reading,
  where: Buckets,
  bucket: number,
  more: number,
  id: string,
): number {
  for (let page = more; page > 0; page -= 1) {
    const first = pageAt(tx, where, bucket, page)?.ids[0];
    if (first !== undefined && first <= id) return page;
  }
  return 0;
}

/** Cuts a page that is too large in two, and those again that still are; pages after it move up. */
export function divide(tx: Evolving, where: Buckets, bucket: number, number: number): void {
  const page = change(tx, where, bucket, number);
  if (page.bytes <= BUCKET_BYTES || page.ids.length === 1) return;
  const head = change(tx, where, bucket, 0);
  for (let after = head.more; after > number; after -= 1) {
    move(tx, where, bucket, after, after + 1);
  }
  head.more += 1;
  const last = page.ids.length - 1;
  let at = 0;
  let stays = 0;
  // One entry goes at least: the last one may be larger than all others together.
  while (at < last && stays < page.bytes / 2) {
    stays += bytesOf(page.ids[at] as string, page.values[at]);
    at += 1;
  }
  const ids = page.ids.splice(at);
  const values = page.values.splice(at);
  save(tx, where, bucket, number + 1, { ids, values, bytes: page.bytes - stays, more: 0 });
  page.bytes = stays;
  // A large entry between small ones.
  divide(tx, where, bucket, number + 1);
  divide(tx, where, bucket, number);
}

/** Makes a page and the next one if one of them is empty, or both are small; those after move down. */
export function join(tx: Evolving, where: Buckets, bucket: number, number: number): void {
  const next = pageAt(tx, where, bucket, number + 1) as AnyBucket;
  const before = pageAt(tx, where, bucket, number) as AnyBucket;
  const empty = before.ids.length === 0 || next.ids.length === 0;
  if (!empty && before.bytes + next.bytes > BUCKET_BYTES / 2) return;
  const page = change(tx, where, bucket, number);
  page.ids.push(...next.ids);
  page.values.push(...next.values);
  page.bytes += next.bytes;
  const head = change(tx, where, bucket, 0);
  for (let after = number + 1; after < head.more; after += 1) {
    move(tx, where, bucket, after + 1, after);
  }
  drop(tx as AnyTx, where.kind, where.owner, where.own(bucket, head.more));
  head.more -= 1;
}
