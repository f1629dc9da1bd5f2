/**
 * Where an identity is bound: groups, authorized lists, open tasks. Every area keeps its ties here when
 * it binds somebody, so that their leaving finds everything from one record.
 */
import { allEntries, type Buckets, bucketKeys, entryOf, updateEntry } from "../../core/hashed.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Key } from "../../core/keys.ts";
import type { Identity } from "../../core/notice.ts";
import { append, type Pages } from "../../core/paged.ts";
import { EMPTY_HASH, EMPTY_PAGES } from "../../core/structures.ts";
import { edit, put, read, type Tx } from "../../core/transaction.ts";
import type { BoundRecord, DirectoryRecords, TieKind, TiesBucket } from "../model.ts";

type BoundTx = Tx<DirectoryRecords>;
/** A tie as other areas know it: an id, and what they keep with it. */
type Tie = readonly [id: string, ...rest: readonly unknown[]];
type Kept = TiesBucket["entries"][number];

/** Things done, per page. */
const DONE_PAGE = 128;

/** A record of somebody who is bound nowhere. */
const UNBOUND: BoundRecord = {
  places: 0,
  groups: EMPTY_HASH,
  lists: EMPTY_HASH,
  tasks: EMPTY_HASH,
  started: EMPTY_PAGES,
  handled: EMPTY_PAGES,
};

/** Where an identity's ties of one kind are kept. */
export function tiesOf({ organization, person }: Identity, kind: TieKind): Buckets<"ties"> {
  return { kind: "ties", owner: organization, own: (bucket) => `${kind}.${bucket}/${person}` };
}

/** Where the list of what an identity has started, or handled, is kept. */
export function doneBy<Kind extends "started" | "handled">(
  { organization, person }: Identity,
  kind: Kind,
): Pages<Kind> {
  return { kind, owner: organization, size: DONE_PAGE, under: person };
}

/** The key of the record that says where an identity is bound. */
export function boundKey(organization: OrganizationId, person: PersonId): Key<"bound"> {
  return ["bound", organization, person];
}

/** What an area keeps of a tie. */
function given<T extends Tie>([id, _place, ...rest]: Kept): T {
  return [id, ...rest] as unknown as T;
}

/** Ties as kept, in the order in which they came. */
export function tiesInOrder<T extends Tie>(kept: readonly Kept[]): T[] {
  return [...kept].sort((left, right) => left[1] - right[1]).map(given<T>);
}

/** The ties of one kind that an identity has, in the order in which they came. */
export function allTies<T extends Tie>(tx: BoundTx, identity: Identity, kind: TieKind): T[] {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  if (bound === null) return [];
  return tiesInOrder<T>(allEntries<Kept>(tx, tiesOf(identity, kind), bound[kind]));
}

/** The tie of an identity to one thing, if there is one. */
export function tieOf<T extends Tie>(
  tx: BoundTx,
  identity: Identity,
  kind: TieKind,
  id: string,
): T | undefined {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  if (bound === null) return undefined;
  const kept = entryOf<Kept>(tx, tiesOf(identity, kind), bound[kind], id);
  return kept === undefined ? undefined : given<T>(kept);
}

/** The keys of all ties of one kind, for reading ahead. */
export function tieKeys(bound: BoundRecord, identity: Identity, kind: TieKind): Key<"ties">[] {
  return bucketKeys(tiesOf(identity, kind), bound[kind]);
}

/** For evolve cases: changes the tie of an identity to one thing; `null` unties. */
export function tie<T extends Tie>(
  tx: BoundTx,
  identity: Identity,
  kind: TieKind,
  id: string,
  change: (known: T | undefined) => T | null,
): void {
  const key = boundKey(identity.organization, identity.person);
  const bound = read(tx, ...key) ?? UNBOUND;
  const where = tiesOf(identity, kind);
  let places = bound.places;
  const index = updateEntry<Kept>(tx, where, bound[kind], id, (kept) => {
    const changed = change(kept === undefined ? undefined : given<T>(kept));
    if (changed === null) return null;
    const [same, ...rest] = changed;
    if (kept === undefined) places += 1;
    return [same, kept?.[1] ?? bound.places, ...rest];
  });
  if (read(tx, ...key) === null) put(tx, ...key, UNBOUND);
  const record = edit(tx, ...key);
  record.places = places;
  record[kind] = index;
}

/** For evolve cases: notes that an identity started or handled something. */
export function noteDone(
  tx: BoundTx,
  identity: Identity,
  kind: "started" | "handled",
  id: string,
  task: number,
): void {
  const key = boundKey(identity.organization, identity.person);
  const bound = read(tx, ...key);
  const where = doneBy(identity, kind);
  const index = append(tx, where, bound?.[kind] ?? EMPTY_PAGES, (ticket) => [ticket, id, task]);
  if (bound === null) put(tx, ...key, { ...UNBOUND, [kind]: index });
  else edit(tx, ...key)[kind] = index;
}
