/** Reading ahead: what is loaded is looked at, what is not is asked for, and nothing unwinds. */
import type { Key } from "../../core/keys.ts";
import { tableGet } from "../../core/table.ts";
import { MISSING } from "../../core/transaction.ts";
import type { EngineTx, RecordKey, RecordKind, Records } from "../types.ts";

/** Asks for keys that are not loaded. */
export function ask(tx: EngineTx, ...keys: readonly RecordKey[]): void {
  for (const key of keys) peek(tx, ...key);
}

/** The record under a key if it is loaded and there; asks for it if it is not loaded. */
export function peek<Kind extends RecordKind>(
  tx: EngineTx,
  kind: Kind,
  owner: string,
  own = "",
): Records[Kind] | null {
  const record = tableGet(tx.table, kind, owner, own);
  if (record === undefined) tx.needs.push([kind, owner, own] as Key);
  return (record ?? null) as Records[Kind] | null;
}

/** The entries of those pages or buckets that are loaded; asks for the others. */
export function entries<Entry>(tx: EngineTx, keys: readonly RecordKey[]): Entry[] {
  return keys.flatMap((key) => {
    const record = peek(tx, ...key) as { readonly entries: readonly Entry[] } | null;
    return record === null ? [] : [...record.entries];
  });
}

/** What a reading gives, or `null` if it met a key that is not loaded, which is asked for. */
export function attempt<Value>(reading: () => Value): Value | null {
  try {
    return reading();
  } catch (thrown) {
    if (thrown !== MISSING) throw thrown;
    return null;
  }
}
