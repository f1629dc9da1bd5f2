/**
 * Where an identity is bound: groups, authorized lists, open tasks. Every area keeps its ties here when
 * it binds somebody, so that their leaving finds everything from one record.
 */
import { allEntries, type Buckets, entriesOf, entryOf, updateEntry } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import { listOf, type PagesKind, setUnder } from "../../core/kinds.ts";
import type { Identity } from "../../core/notice.ts";
import { append, type Pages } from "../../core/paged.ts";
import { EMPTY_HASH, EMPTY_PAGES, type HashIndex } from "../../core/structures.ts";
import { type Evolving, edit, put, read } from "../../core/transaction.ts";
import { directoryKinds } from "../kinds.ts";
import type { BoundRecord, DirectoryRecords, TieKind, TiesBucket, TiesEntry } from "../model.ts";
import type { Reading } from "./organizations.ts";
import { employmentOf } from "./under.ts";

/** The kinds of which an area changes records when it binds somebody. */
export type BoundRecords = Pick<DirectoryRecords, "bound" | "ties" | "started" | "handled">;

/** A tie as other areas know it: an id, and what they keep with it. */
type Tie = readonly [id: string, ...rest: readonly unknown[]];
type Kept = TiesEntry;

/** Ties in the record itself: more than most people ever have at a time. */
export const NEAR_MAX = 64;

/** A record of somebody who is bound nowhere. */
export const UNBOUND: BoundRecord = {
  places: 0,
  near: [],
  groups: EMPTY_HASH,
  lists: EMPTY_HASH,
  tasks: EMPTY_HASH,
  started: EMPTY_PAGES,
  handled: EMPTY_PAGES,
};

/** Where an identity's ties of one kind are kept. */
export function tiesOf({ organization, person }: Identity, kind: TieKind): Buckets<"ties"> {
  return setUnder(directoryKinds.ties, organization, person, `${kind}.`);
}

/** Where the list of what an identity has started, or handled, is kept. */
export function doneBy<Kind extends "started" | "handled">(
  { organization, person }: Identity,
  kind: Kind,
): Pages<Kind> {
  return listOf(directoryKinds[kind] as PagesKind<Kind>, organization, person);
}

/** The key of the record that says where an identity is bound. */
export function boundKey(organization: OrganizationId, person: PersonId): Key<"bound"> {
  return ["bound", organization, person];
}

/** What an area keeps of a tie. */
function given<T extends Tie>(kept: Kept): T {
  return [kept[0], ...kept.slice(2)] as unknown as T;
}

/** The index of the ties of one kind for which there was no room in the record itself. */
const farOf = (bound: BoundRecord, kind: TieKind): HashIndex => bound[kind] ?? EMPTY_HASH;

/** The ties of one kind in the record itself. */
function nearTies(bound: BoundRecord, kind: TieKind): Kept[] {
  return bound.near.filter(([each]) => each === kind).map(([, ...kept]) => kept as unknown as Kept);
}

/** A tie, with its place in the order in which an identity's ties came. */
export type PlacedTie<T extends Tie> = readonly [place: number, tie: T];

/** The ties of one kind that an identity has, with their places, in the order in which they came. */
export function placedTies<T extends Tie>(
  tx: Reading,
  identity: Identity,
  kind: TieKind,
): PlacedTie<T>[] {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  if (bound === null) return [];
  const far = allEntries<Kept>(tx, tiesOf(identity, kind), farOf(bound, kind));
  return [...nearTies(bound, kind), ...far]
    .sort((left, right) => left[1] - right[1])
    .map((kept) => [kept[1], given<T>(kept)]);
}

/** The ties of one kind that an identity has, in the order in which they came. */
export function allTies<T extends Tie>(tx: Reading, identity: Identity, kind: TieKind): T[] {
  return placedTies<T>(tx, identity, kind).map(([, each]) => each);
}

/** The tie of an identity to one thing, if there is one. */
export function tieOf<T extends Tie>(
  tx: Reading,
  identity: Identity,
  kind: TieKind,
  id: string,
): T | undefined {
  const bound = read(tx, "bound", identity.organization, identity.person);
  if (bound === null) return undefined;
  const near = bound.near.find((each) => each[0] === kind && each[1] === id);
  if (near !== undefined) return [near[1], ...near.slice(3)] as unknown as T;
  const far = farOf(bound, kind);
  if (far.count === 0) return undefined;
  const kept = entryOf<Kept>(tx, tiesOf(identity, kind), far, id);
  return kept === undefined ? undefined : given<T>(kept);
}

/** The ties of one kind as they are kept, found by whatever way of looking buckets up. */
export function tiesKept(
  bound: BoundRecord,
  identity: Identity,
  kind: TieKind,
  bucket: (own: string) => TiesBucket | null,
): Kept[] {
  const where = tiesOf(identity, kind);
  const kept = nearTies(bound, kind);
  for (let number = 0; number < farOf(bound, kind).buckets; number += 1) {
    kept.push(...entriesOf<Kept>(bucket, where, number));
  }
  return kept;
}

/** For evolve cases: changes the tie of an identity to one thing; `null` unties. */
export function tie<T extends Tie>(
  tx: Evolving<BoundRecords>,
  identity: Identity,
  kind: TieKind,
  id: string,
  change: (known: T | undefined) => T | null,
): void {
  const key = boundKey(identity.organization, identity.person);
  if (read(tx, ...key) === null) put(tx, ...key, UNBOUND);
  const record = edit(tx, ...key);
  const after = (kept: Kept | undefined): Kept | null => {
    const changed = change(kept === undefined ? undefined : given<T>(kept));
    if (changed === null) return null;
    const [same, ...rest] = changed;
    return [same, kept?.[1] ?? record.places, ...rest];
  };
  const at = record.near.findIndex((each) => each[1] === id && each[0] === kind);
  if (at < 0 && record.near.length >= NEAR_MAX) {
    const where = tiesOf(identity, kind);
    const before = farOf(record, kind);
    const now = updateEntry(tx, where, before, id, after);
    record[kind] = now;
    if (now.count > before.count) record.places += 1;
    return;
  }
  const far = farOf(record, kind);
  const isFar = at < 0 && far.count > 0;
  if (isFar && entryOf<Kept>(tx, tiesOf(identity, kind), far, id) !== undefined) {
    record[kind] = updateEntry(tx, tiesOf(identity, kind), far, id, after);
    return;
  }
  const kept = after(at < 0 ? undefined : (record.near[at]?.slice(1) as unknown as Kept));
  if (kept === null) {
    if (at >= 0) record.near.splice(at, 1);
  } else if (at >= 0) record.near[at] = [kind, ...kept];
  else {
    record.near.push([kind, ...kept]);
    record.places += 1;
  }
}

/** For evolve cases: notes that an identity started or handled something. */
export function noteDone(
  tx: Evolving<BoundRecords, Pick<DirectoryRecords, "employment">>,
  identity: Identity,
  kind: "started" | "handled",
  id: string,
  task: number,
): void {
  const key = boundKey(identity.organization, identity.person);
  const bound = read(tx, ...key);
  const where = doneBy(identity, kind);
  const under = employmentOf(tx, identity);
  const index = append(tx, where, bound?.[kind] ?? EMPTY_PAGES, (ticket) => [
    ticket,
    id,
    task,
    under,
  ]);
  if (bound === null) put(tx, ...key, { ...UNBOUND, [kind]: index });
  else edit(tx, ...key)[kind] = index;
}
