/** Which accounts a Host would take back for no more licenses to be used than there are (LIC-20). */
import { pageKeys } from "../core/paged.ts";
import type { Refusal } from "../core/refusal.ts";
import { independently, read } from "../core/transaction.ts";
import { grantedIn, HOST_UNIT } from "../licenses/select/keys.ts";
import { grantsOf, unitNumbered } from "../licenses/select/limits.ts";
import { poolOf, unitOf, usedOf } from "../licenses/select/pool.ts";
import {
  byPlace,
  freedBy,
  type Grant,
  type Ordering,
  type Part,
  type Place,
  partOf,
  unitsInPart,
} from "../licenses/select/reclaim.ts";
import type { QueryHandler } from "./handler.ts";
import { ownPoolRefusal } from "./licenses.ts";
import { firstScan, LOOK_MAX, SCAN_MAX } from "./lists.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";

/**
 * Where a page of a plan starts: behind a grant, or in the midst of what goes with it. It is a spot, no name: it stays
 * right when what stood there is taken back.
 */
interface Spot extends Place {
  /** How many licenses are to be freed from there on. */
  readonly left: number;
  /** How many of those to be taken back together with the grant are still to be named. */
  readonly rest: number;
}

/** What of a plan has been found for a page. */
interface Found {
  readonly from: Spot;
  readonly limit: number;
  readonly named: (Spot & { readonly grant: Grant })[];
  left: number;
  looked: number;
  /** The last that was looked at. */
  seen: Place | null;
  /** Where to go on if as much has been looked at as one page may. */
  stopped: Place | null;
}

/** By how many numbers a cursor names its spot. */
const CURSOR_IDS = 5;

const START: Place = { part: 0, ticket: Number.MAX_SAFE_INTEGER, unit: 0 };
const NUMBER = /^\d{1,16}$/;

function spotOf(after: Cursor | null, needed: number): Spot | Refusal {
  if (after === null) return { ...START, left: needed, rest: 0 };
  const ids = after.kind === "item" && after.ids.every((id) => NUMBER.test(id)) ? after.ids : [];
  const [part, ticket, unit, left, rest] = ids.map(Number);
  if (part === undefined || part > 1 || ticket === undefined || unit === undefined)
    return notACursor();
  // What has been taken back since the pages before is needed no more.
  return { part: part as Part, ticket, unit, left: Math.min(left ?? 0, needed), rest: rest ?? 0 };
}

const cursorAt = ({ part, ticket, unit, left, rest }: Spot): Cursor => ({
  kind: "item",
  ids: [part, ticket, unit, left, rest].map(String),
});

const isFull = ({ named, limit, left, looked, stopped, from }: Found): boolean =>
  named.length >= limit ||
  (left === 0 && (from.rest === 0 || named.length > 0)) ||
  looked >= limit + LOOK_MAX ||
  stopped !== null;

/** Names what goes with a grant, if that frees a license; of where the page starts what is left of it. */
function name(of: Ordering, found: Found, grant: Grant & Place): void {
  const isResumed = found.from.rest > 0 && byPlace(grant, found.from) === 0;
  // Where what was left to be named has been taken back, nothing else takes its place.
  if (found.left === 0 && !isResumed) return;
  const freed = freedBy(of, grant);
  const own = isResumed ? freed.slice(-found.from.rest) : freed;
  if (own.length > 0 && !isResumed) found.left -= 1;
  const { part, ticket, unit } = grant;
  for (const [at, each] of own.entries()) {
    if (found.named.length === found.limit) return;
    const rest = own.length - 1 - at;
    found.named.push({ grant: each, part, ticket, unit, left: found.left, rest });
  }
}

/** The grants of some pages of a pool's units that stand in a part of the order, in order, from where the page starts. */
function grantsOn(
  of: Ordering,
  part: Part,
  pages: readonly number[],
  { from }: Found,
): (Grant & Place)[] {
  const { tx, host, pool } = of;
  const start = from.rest > 0 ? 0 : 1;
  return unitsInPart(of, part)
    .flatMap((unit) => {
      const index = grantsOf(pool, unit);
      const own = { ...index, pages: index.pages.filter((each) => pages.includes(each)) };
      return pageKeys(grantedIn(host, unit), own).flatMap(
        (key) =>
          read(tx, ...key)?.entries.map(([ticket, organization, person]) => {
            return { unit, ticket, organization, person, part };
          }) ?? [],
      );
    })
    .filter((each) => byPlace(each, from) >= start)
    .sort(byPlace);
}

/** Goes through a part of the order: at first through as many pages as will most likely do, then through more. */
function gather(of: Ordering, part: Part, found: Found): void {
  const { tx, host, pool } = of;
  const { size } = grantedIn(host, HOST_UNIT);
  const lists = unitsInPart(of, part).map((unit) => grantsOf(pool, unit));
  const last = part > found.from.part ? Number.MAX_SAFE_INTEGER : found.from.ticket;
  const pages = [...new Set(lists.flatMap((index) => index.pages))]
    .filter((page) => page * size <= last)
    .sort((one, other) => other - one);
  const count = lists.reduce((sum, index) => sum + index.count, 0);
  const first = firstScan(found.limit, pages.length, count);
  for (const batch of [pages.slice(0, first), pages.slice(first, first + SCAN_MAX)]) {
    if (isFull(found) || batch.length === 0) return;
    const grants = grantsOn(of, part, batch, found);
    // Noted at once: whoever is named would come upon one at a time.
    if (tx.guess !== null) {
      independently(tx, grants.slice(0, found.limit + LOOK_MAX), (each) => freedBy(of, each));
      return;
    }
    for (const each of grants) {
      if (isFull(found)) break;
      found.looked += 1;
      found.seen = each;
      if (partOf(of, each) === part) name(of, found, each);
    }
  }
  const unseen = pages[first + SCAN_MAX];
  if (unseen !== undefined && !isFull(found)) {
    found.stopped = { part, ticket: (unseen + 1) * size, unit: 0 };
  }
}

/** Where the plan goes on, if it does. */
function nextOf({ named, limit, left, looked, stopped, seen }: Found): Cursor | null {
  const last = named.at(-1);
  if (last !== undefined && named.length === limit) {
    return last.rest > 0 || last.left > 0 ? cursorAt(last) : null;
  }
  if (left === 0) return null;
  if (looked >= limit + LOOK_MAX && seen !== null) return cursorAt({ ...seen, left, rest: 0 });
  return stopped === null ? null : cursorAt({ ...stopped, left, rest: 0 });
}

/** Exactly as many accounts as have to be taken back, in the order of the policy. */
export const reclaimPlan: QueryHandler<"license.reclaim-plan"> = (tx, data, policy) => {
  const paging = pagingOf(data, CURSOR_IDS, () => ownPoolRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const host = data.viewer.organization;
  const pool = poolOf(tx, host);
  const { purchased = pool.purchased } = data;
  const from = spotOf(paging.after, Math.max(0, usedOf(pool, policy) - purchased));
  if (isRefusal(from)) return from;
  const { limit } = paging;
  const found: Found = {
    from,
    limit,
    named: [],
    left: from.left,
    looked: 0,
    seen: null,
    stopped: null,
  };
  const of = { tx, host, pool, policy };
  for (const part of [0, 1] as const) if (part >= from.part) gather(of, part, found);
  const items = found.named.map(({ grant: { unit, organization, person } }) => {
    return { organization, person, unit: unitOf(host, unitNumbered(pool, unit)).unit };
  });
  return pageOf(items, nextOf(found));
};
