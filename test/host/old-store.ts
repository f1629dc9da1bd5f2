/** Stores as version 1 of records left them, filled from the snapshots that it wrote. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Commit, Store } from "../../src/host/index.ts";
import {
  defaultPolicy,
  parseKey,
  policyFingerprint,
  type RecordKey,
  type StoredRecord,
} from "../../src/index.ts";
import { parseSnapshot } from "../../src/schema/index.ts";

const folder = join(import.meta.dirname, "../vectors/v1");

/** Snapshots of version 1. */
export const oldSnapshots: readonly { readonly records: readonly [string, object][] }[] =
  readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).snapshot);

/** What version 1 kept a store under: its policy's fingerprint and nothing else. */
export const oldStamp: string = policyFingerprint(defaultPolicy);

/** Fills a store as version 1 did. */
export async function fillOld(store: Store, at: number): Promise<void> {
  await fillWith(store, oldSnapshots[at]?.records ?? []);
}

/** Fills a store with records as version 1 had them. */
export async function fillWith(
  store: Store,
  records: readonly (readonly [string, object])[],
): Promise<void> {
  const keys = records.map(([text]) => parseKey(text) as RecordKey);
  await store.adoptPolicy(oldStamp);
  const commit: Commit = {
    policy: oldStamp,
    reads: keys.map((key) => ({ key, version: 0 })),
    writes: keys.map((key, i) => [key, records[i]?.[1] as unknown as StoredRecord]),
    settlements: [],
  };
  const { kind } = await store.commit(commit);
  if (kind !== "committed") throw new Error(kind);
}

/** The records that `parseSnapshot` makes of an old snapshot, by the texts of their keys. */
export function asParsed(at: number): ReadonlyMap<string, unknown> {
  const parsed = parseSnapshot(oldSnapshots[at]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return new Map(parsed.value.records);
}
