/** The records loaded so far, as a value. A World is a slice that holds every record there is. */
import { broken } from "../core/invariant.ts";
import {
  draftSet,
  emptyTable,
  type Table,
  tableDraft,
  tableEach,
  tablePublish,
} from "../core/table.ts";
import {
  isSingle,
  keyFits,
  RECORD_KINDS,
  type RecordKey,
  type RecordKind,
  type StoredRecord,
} from "./records.ts";

/**
 * An immutable set of records. A key maps to a record, or to `null` (looked up, absent). In an
 * incomplete slice any other key is not loaded, and a decision that needs it asks for it.
 */
export interface Slice {
  readonly table: Table;
  readonly complete: boolean;
}

/** A table with nothing in it: bundlers that find no use for it drop it, which they do of no property. */
export const NOTHING: Table = /* @__PURE__ */ emptyTable(RECORD_KINDS, isSingle);

/** A slice with nothing loaded. */
export const emptySlice: Slice = { table: NOTHING, complete: false };

/** Whether an owner has many records of a kind. */
const isMany = (kind: string): boolean => !isSingle(kind);

/** A slice with more loaded: `null` says that there is no such record. */
export function loadSlice(
  slice: Slice,
  entries: Iterable<readonly [RecordKey, StoredRecord | null]>,
): Slice {
  const draft = tableDraft(slice.table);
  for (const [[kind, owner, own], record] of entries) {
    if (!keyFits(kind, owner, own)) broken(`no ${kind} record has such a key`);
    draftSet(draft, kind, owner, own, record);
  }
  return { table: tablePublish(draft), complete: slice.complete };
}

/** Everything loaded, as entries; in no order that means anything. */
export function sliceEntries(slice: Slice): (readonly [RecordKey, StoredRecord | null])[] {
  const entries: (readonly [RecordKey, StoredRecord | null])[] = [];
  tableEach(slice.table, isMany, (kind, owner, own, record) => {
    entries.push([[kind as RecordKind, owner, own], record as StoredRecord | null]);
  });
  return entries;
}
