/** Everything that is stored, joined over the areas. */
import type { Key } from "../core/keys.ts";
import type { RosterRecords } from "../roster/model.ts";

/** The records, by kind. */
export type Records = RosterRecords;
/** A kind of record. */
export type RecordKind = keyof Records;
/** A record of some kind. */
export type StoredRecord = Records[RecordKind];
/** A record's address. */
export type RecordKey = Key<RecordKind>;
