/**
 * Several sets one after the other, each in an order that does not depend on how many buckets it has: a
 * walk goes on where it stopped after others came and left, and looks at a bounded number of buckets.
 */
import type { Entry } from "../core/bucket.ts";
import { type Buckets, bucketEntries } from "../core/hashed.ts";
import type { PersonId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Refusal } from "../core/refusal.ts";
import { guessesAt } from "../core/transaction.ts";
import { numbersOf } from "./flow-lists.ts";
import type { Reading } from "./handler.ts";
import { firstScan, type Part, SCAN_MAX } from "./lists.ts";
import { type Cursor, isRefusal, notACursor, type Paging } from "./paging.ts";
import { bucketAt, PLACES, placeOf } from "./roster-order.ts";

/** One of the sets, by a name of its own. */
export interface Walked {
  readonly name: string;
  readonly where: Buckets;
  readonly buckets: number;
}

/** Where a walk goes on: in which set, from which place, past how many entries of that place. */
export interface Spot {
  readonly set: number;
  readonly place: number;
  readonly past: number;
}

interface Found<E> extends Spot {
  readonly entry: E;
}

const START: Spot = { set: 0, place: 0, past: 0 };

/** Ids that name a spot in a cursor. */
export const SPOT_IDS = 3;

function spotAfter(sets: readonly Walked[], after: Cursor | null): Spot | Refusal {
  if (after === null) return START;
  if (after.kind === "place") return notACursor();
  const [name, ...rest] = after.ids;
  const set = sets.findIndex((each) => each.name === name);
  const [place = PLACES, past = 0] = numbersOf(rest) ?? [];
  return set < 0 || place >= PLACES ? notACursor() : { set, place, past };
}

function cursorAt(sets: readonly Walked[], { set, place, past }: Spot): Cursor | null {
  const name = sets[set]?.name;
  return name === undefined ? null : { kind: "item", ids: [name, String(place), String(past)] };
}

/** A bucket that a walk comes to, and from where on it looks at it. */
interface Due {
  readonly from: Spot;
  readonly bucket: number;
}

/** So many buckets from a spot on, and the spot where they end. */
function bucketsFrom(sets: readonly Walked[], from: Spot, most: number) {
  const due: Due[] = [];
  let at = from;
  for (let walked = sets[at.set]; walked !== undefined; walked = sets[at.set]) {
    if (walked.buckets === 0 || at.place >= PLACES) {
      at = { ...START, set: at.set + 1 };
      continue;
    }
    if (due.length === most) break;
    const { bucket, end } = bucketAt(at.place, walked.buckets);
    due.push({ from: at, bucket });
    at = { set: at.set, place: end, past: 0 };
  }
  return { due, end: at };
}

/** The entries of a bucket from a spot on, in order. */
function entriesFrom<E extends Entry>(
  entries: readonly E[],
  { set, place, past }: Spot,
): Found<E>[] {
  const sorted = entries
    .map((entry) => ({ entry, place: placeOf(entry[0] as PersonId) }))
    .sort((left, right) => left.place - right.place || (left.entry[0] < right.entry[0] ? -1 : 1));
  const found: Found<E>[] = [];
  let nth = 0;
  for (const [i, each] of sorted.entries()) {
    nth = sorted[i - 1]?.place === each.place ? nth + 1 : 1;
    if (each.place < place || (each.place === place && nth <= past)) continue;
    found.push({ set, place: each.place, past: nth, entry: each.entry });
  }
  return found;
}

/** A part of a walk: its entries, each with the spot after which a walk goes on behind it. */
type Stretch<E> = Part<E> & { readonly spots: readonly Spot[] };

/**
 * The entries shown of the page asked for. It looks twice at most.
 *
 * @param expected about how many are shown in all
 * @param shows whether an entry of a set is shown
 */
export function walk<E extends Entry>(
  tx: Reading,
  sets: readonly Walked[],
  { after, limit }: Paging,
  expected: number,
  shows: (entry: E, set: string) => boolean = () => true,
): Stretch<E> | Refusal {
  const start = spotAfter(sets, after);
  if (isRefusal(start)) return start;
  const all = sets.reduce((sum, { buckets }) => sum + buckets, 0);
  const found: Found<E>[] = [];
  let from = start;
  for (const most of [firstScan(limit, all, expected), SCAN_MAX]) {
    if (found.length > limit || from.set >= sets.length) break;
    const { due, end } = bucketsFrom(sets, from, most);
    const keys: Key[] = [];
    for (const each of due) {
      if (found.length > limit) break;
      const { where, name } = sets[each.from.set] as Walked;
      keys.push([where.kind, where.owner, where.own(each.bucket)]);
      const entries = bucketEntries<E>(tx, where, each.bucket);
      found.push(...entriesFrom(entries, each.from).filter(({ entry }) => shows(entry, name)));
    }
    from = end;
    // A hint: the first scan is most likely enough, and the second is far longer.
    if (guessesAt(tx, keys as never)) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = found.length > limit && last !== undefined ? last : from;
  return {
    entries: page.map(({ entry }) => entry),
    spots: page.map(({ set, place, past: nth }) => ({ set, place, past: nth })),
    next: cursorAt(sets, next),
  };
}
