/**
 * A Roster, or a directory, in an order that does not depend on how many buckets it has: by the bits of each person's
 * hash, lowest first. A bucket holds all there is between two places of that order and when it splits
 * so does the stretch, so a walk can go on after others came and left, and its order gives away
 * nothing about people whom the walker does not see.
 */
import type { Entry as SetEntry } from "../core/bucket.ts";
import { hash } from "../core/hash.ts";
import { type Buckets, bucketEntries } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Key } from "../core/keys.ts";
import type { Identity } from "../core/notice.ts";
import { guessesAt, must } from "../core/transaction.ts";
import type { PeopleEntry } from "../directory/model.ts";
import { peopleOf } from "../directory/select/keys.ts";
import { identityOf, isOf, naturalOf } from "../directory/select/naturals.ts";
import type { RosterEntry } from "../roster/model.ts";
import { rosterOf } from "../roster/select/keys.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import type { Reading } from "./handler.ts";
import { firstScan, SCAN_MAX } from "./lists.ts";
import type { Cursor } from "./paging.ts";

/** Places run from 0 up to here. */
export const PLACES = 0x1_0000_0000;

function reversed(bits: number): number {
  let v = bits;
  v = ((v >>> 1) & 0x55555555) | ((v & 0x55555555) << 1);
  v = ((v >>> 2) & 0x33333333) | ((v & 0x33333333) << 2);
  v = ((v >>> 4) & 0x0f0f0f0f) | ((v & 0x0f0f0f0f) << 4);
  v = ((v >>> 8) & 0x00ff00ff) | ((v & 0x00ff00ff) << 8);
  return ((v >>> 16) | (v << 16)) >>> 0;
}

/** A person's place in the order; people may share one. */
export function placeOf(person: PersonId): number {
  return reversed(hash(person));
}

/** The bucket that a place is in when there are so many, and the first place after that bucket. */
export function bucketAt(place: number, buckets: number): { bucket: number; end: number } {
  const level = 31 - Math.clz32(buckets);
  const size = 2 ** level;
  const bits = reversed(place);
  const low = bits & (size - 1);
  const split = low + size < buckets;
  const width = 2 ** (32 - level - (split ? 1 : 0));
  return {
    bucket: split ? bits & (size * 2 - 1) : low,
    end: place - (place % width) + width,
  };
}

/** So many buckets from a place on, and the place where they end. */
function bucketsFrom(
  place: number,
  buckets: number,
  most: number,
): { found: number[]; end: number } {
  const found: number[] = [];
  let end = place;
  while (buckets > 0 && end < PLACES && found.length < most) {
    const next = bucketAt(end, buckets);
    found.push(next.bucket);
    end = next.end;
  }
  return { found, end: buckets > 0 ? end : PLACES };
}

/** Where a walk starts: at a place, past the identities of that place up to one. */
interface Start {
  readonly place: number;
  readonly past: (Identity & { readonly natural: PersonId }) | null;
}

/** Where a walk after a cursor starts. */
export function startOfRoster(after: Cursor | null): Start {
  if (after === null) return { place: 0, past: null };
  if (after.kind === "place") return { place: after.place, past: null };
  const [person, organization] = after.ids as [PersonId, OrganizationId];
  return { place: placeOf(person), past: { person, organization, natural: person } };
}

/** The same on a Roster, which lists by natural person. */
function startAt(tx: Reading, { place, past }: Start): Start {
  if (past === null) return { place, past };
  const natural = naturalOf(tx, past);
  return { place: placeOf(natural), past: { ...past, natural } };
}

type Entry = RosterEntry;

/** A bucket's people from a place on, in order; of the person of the cursor only what comes after. */
function inOrder(entries: readonly Entry[], { place, past }: Start): Entry[] {
  return entries
    .map((entry) => [placeOf(entry[0]), entry] as const)
    .filter(
      ([at, [person]]) => at > place || (at === place && (past === null || person >= past.natural)),
    )
    .sort((left, right) => left[0] - right[0] || (left[1][0] < right[1][0] ? -1 : 1))
    .map(([, [person, through]]): Entry => {
      const passed = past?.natural === person ? through.findIndex(isOf(person, past)) + 1 : 0;
      return [person, through.slice(passed)];
    });
}

/** A stretch of a Roster: whom the viewer sees of it, and whether it is all there is. */
export interface Stretch {
  readonly identities: readonly Identity[];
  readonly end: Cursor | null;
}

/** The cursor of an identity. */
export function cursorAt({ person, organization }: Identity): Cursor {
  return { kind: "item", ids: [person, organization] };
}

/**
 * What a page shows of those looked at, and after whom the next one starts: `null` where that is the
 * end of the stretch.
 *
 * @param of gives what is shown of some identities, in their order
 */
export function portionOf<Item extends Identity>(
  identities: readonly Identity[],
  { look, limit }: { readonly look: number; readonly limit: number },
  of: (looked: readonly Identity[]) => readonly Item[],
): { readonly items: readonly Item[]; readonly last: Identity | null } {
  const looked = identities.slice(0, look);
  const found = of(looked);
  const items = found.slice(0, limit);
  const rest = identities.length > look ? looked.at(-1) : undefined;
  return { items, last: (found.length > limit ? items.at(-1) : rest) ?? null };
}

/** Where a walk starts, how many it is to find, and about how many there are in all. */
interface Wanted {
  readonly start: Start;
  readonly count: number;
  readonly expected: number;
}

/**
 * Identities from a start on: as many as wanted, and one more if there are, or as many as a bounded
 * number of buckets has. It looks twice at most.
 *
 * @param of gives the identities of a bucket, in order
 */
function walked<Kind extends "roster" | "people", E extends SetEntry>(
  tx: Reading,
  where: Buckets<Kind>,
  buckets: number,
  { start, count, expected }: Wanted,
  of: (entries: readonly E[], from: Start) => readonly Identity[],
): Stretch {
  const identities: Identity[] = [];
  let from = start;
  for (const most of [firstScan(count, buckets, expected), SCAN_MAX]) {
    if (identities.length > count || from.place >= PLACES) break;
    const { found, end } = bucketsFrom(from.place, buckets, most);
    const keys = found.map((bucket): Key<Kind> => [where.kind, where.owner, where.own(bucket)]);
    for (const bucket of found) {
      identities.push(...of(bucketEntries<E>(tx, where, bucket), from));
    }
    from = { place: end, past: null };
    // A hint: the first scan is most likely enough, and the second is far longer.
    if (guessesAt(tx, keys)) break;
  }
  return { identities, end: from.place < PLACES ? { kind: "place", place: from.place } : null };
}

/**
 * Identities of a Roster seen from a start on.
 *
 * @param wanted `expected` is about how many of the Roster are seen in all
 */
export function stretchOf(
  tx: Reading,
  space: SpaceId,
  sees: (identity: Identity) => boolean,
  wanted: Wanted,
): Stretch {
  const { roster } = spaceOf(tx, space);
  const start = startAt(tx, wanted.start);
  const those = { ...wanted, start };
  return walked(tx, rosterOf(space), roster.buckets, those, (entries: readonly Entry[], from) =>
    inOrder(entries, from).flatMap(([natural, through]) =>
      through.map((each) => identityOf(natural, each)).filter(sees),
    ),
  );
}

/** People in service of one organization from a start on. */
export function stretchOfDirectory(
  tx: Reading,
  organization: OrganizationId,
  wanted: Omit<Wanted, "expected">,
): Stretch {
  const { people } = must(tx, "directory", organization);
  const all = { ...wanted, expected: people.count };
  const where = peopleOf(organization);
  return walked(tx, where, people.buckets, all, (entries: readonly PeopleEntry[], from) =>
    inOrder(
      entries.map(([person, , ordinal]): Entry => [person, [[organization, ordinal]]]),
      from,
    )
      .filter(([, through]) => through.length > 0)
      .map(([person]) => ({ organization, person })),
  );
}
