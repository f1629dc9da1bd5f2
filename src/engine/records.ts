/** Everything that is stored, joined over the areas. */
import type { Key } from "../core/keys.ts";
import { type Copier, copierOf } from "../core/transaction.ts";
import type { RosterRecords } from "../roster/model.ts";

/** The records, by kind. */
export type Records = RosterRecords;
/** A kind of record. */
export type RecordKind = keyof Records;
/** A record of some kind. */
export type StoredRecord = Records[RecordKind];
/** A record's address. */
export type RecordKey = Key<RecordKind>;

type ListsOf<Kind> = {
  readonly [Name in keyof Kind as Kind[Name] extends readonly unknown[] ? Name : never]: true;
};

/** The fields of each kind of record that are lists: complete, or it does not compile. */
const lists: { readonly [Kind in RecordKind]: ListsOf<Records[Kind]> } = {
  organization: { admins: true, hosted: true, joined: true },
  directory: { held: true },
  people: { entries: true },
  tree: { entries: true },
  department: { ancestors: true },
  placed: { entries: true },
  employment: { departments: true },
  person: { organizations: true },
  held: { people: true },
  space: {},
  association: { types: true },
  members: { entries: true },
  applicant: {},
  application: {},
  wish: { rules: true },
  pending: { entries: true },
  invitation: {},
  invited: { entries: true },
  folder: {},
  folders: { entries: true },
  ruled: { entries: true },
  roster: { entries: true },
  queued: { entries: true },
  waiting: { entries: true },
};

/** Copies a record for an evolve case to change. */
export const copyRecord: Copier = copierOf(
  Object.fromEntries(Object.entries(lists).map(([kind, names]) => [kind, Object.keys(names)])),
);
