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
type Tie = TiesBucket["entries"][number];

/** Things done, per page. */
const DONE_PAGE = 128;

/** A record of somebody who is bound nowhere. */
const UNBOUND: BoundRecord = {
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

/** The ties of one kind that an identity has. */
export function allTies<T extends Tie>(tx: BoundTx, identity: Identity, kind: TieKind): T[] {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  return bound === null ? [] : allEntries<T>(tx, tiesOf(identity, kind), bound[kind]);
}

/** The tie of an identity to one thing, if there is one. */
export function tieOf<T extends Tie>(
  tx: BoundTx,
  identity: Identity,
  kind: TieKind,
  id: string,
): T | undefined {
  const bound = read(tx, ...boundKey(identity.organization, identity.person));
  return bound === null ? undefined : entryOf<T>(tx, tiesOf(identity, kind), bound[kind], id);
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
  const bound = read(tx, ...key);
  const index = updateEntry<T>(tx, tiesOf(identity, kind), bound?.[kind] ?? EMPTY_HASH, id, change);
  if (bound === null) put(tx, ...key, { ...UNBOUND, [kind]: index });
  else edit(tx, ...key)[kind] = index;
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
