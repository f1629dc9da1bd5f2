/** Brings the records of a store to the version of this library, a few at a time. */
import { parseKey } from "../core/keys.ts";
import { noticeOfDropped, RECORD_STEPS, takeStep } from "../engine/upgrade-records.ts";
import type { RecordStep } from "../engine/upgrade-step.ts";
import {
  type InputId,
  keyText,
  RECORD_VERSION,
  type RecordKey,
  type StoredRecord,
} from "../index.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { formatMismatch, type StoreFormatMismatch, stampOf, stampText } from "./stamp.ts";
import type { Loaded, Settlement, Store } from "./store.ts";

/** How a store is upgraded. */
export interface UpgradeOptions {
  /** Records looked at in one transaction; default 100. */
  readonly batch?: number;
  /** Is told how many records were looked at, after each batch; it is waited for. */
  readonly progress?: (records: number) => void | Promise<void>;
}

/** The store holds this version of records: how many were looked at, and how many written, just now. */
export interface Upgraded {
  readonly kind: "upgraded";
  readonly records: number;
  readonly written: number;
}

type Write = readonly [RecordKey, StoredRecord | null];

/** What was loaded, by the texts of its keys. */
type Seen = Map<string, Loaded>;

/** What a step makes other than it was; what it goes by of other records is loaded into `seen`. */
async function changed(store: Store, step: RecordStep, seen: Seen): Promise<readonly Write[]> {
  const texts = [...seen.keys()];
  for (;;) {
    const now = new Map<string, unknown>();
    for (const [text, { record }] of seen) now.set(text, record);
    takeStep(step, texts, now);
    const keyOf = (text: string) => parseKey(text) as RecordKey;
    const fresh = [...now.keys()].filter((text) => !seen.has(text));
    if (fresh.length === 0) {
      return [...now]
        .filter(([text, made]) => made !== seen.get(text)?.record)
        .map(([text, made]) => [keyOf(text), made as StoredRecord]);
    }
    const { records } = await store.load({ keys: fresh.map(keyOf) });
    for (const each of records) seen.set(keyText(each.key), each);
  }
}

/** Writes records over what was seen of them; `false` if something has changed since. */
async function write(
  store: Store,
  policy: string,
  seen: Seen,
  writes: readonly Write[],
): Promise<boolean> {
  if (writes.length === 0) return true;
  const reads = writes.map(([key]) => seen.get(keyText(key)) as Loaded);
  const told = await settlementsOf(seen, writes);
  for (const settlements of [told, []]) {
    const result = await store.commit({ policy, reads, writes, settlements });
    // Somebody had an input under such an id: nothing is told, and the upgrade goes on all the same.
    if (result.kind !== "recorded") return result.kind === "committed";
  }
  return false;
}

/** What is told of records that are dropped: each under an id of its own, in place of an input's. */
async function settlementsOf(seen: Seen, writes: readonly Write[]): Promise<Settlement[]> {
  const settlements: Settlement[] = [];
  for (const [key, made] of writes) {
    const text = keyText(key);
    const before = seen.get(text)?.record ?? null;
    const notice = made === null && before !== null ? noticeOfDropped([text, before]) : null;
    if (notice === null) continue;
    const fingerprint = await fingerprintOf(text);
    const input = `upgrade-${fingerprint}` as InputId;
    const outcome = { kind: "accepted", events: [], notices: [notice] } as const;
    settlements.push({ scope: "platform", input, fingerprint, outcome });
  }
  return settlements;
}

/**
 * Brings a store to the version of records of this library, a batch after another. While that is under
 * way, hosts of any version decide nothing. It may be stopped at any moment, and run again by anybody,
 * by several at once too: it goes on from the last batch that was done. Outcomes, events and notices
 * stay as they are; of each list that version 0.1.0 held, and that is dropped, there is a notice more. A
 * store of a version that this library does not know is left alone.
 */
export async function upgradeStore(
  store: Store,
  { batch = 100, progress }: UpgradeOptions = {},
): Promise<Upgraded | StoreFormatMismatch> {
  let [records, written] = [0, 0];
  for (;;) {
    const { policy } = await store.load({ keys: [] });
    const stamp = policy === null ? null : stampOf(policy);
    if (policy === null || stamp === null) return { kind: "upgraded", records, written };
    const { after } = stamp;
    if (stamp.records === RECORD_VERSION && after === undefined) {
      return { kind: "upgraded", records, written };
    }
    const step = stamp.records < RECORD_VERSION ? RECORD_STEPS[stamp.records] : undefined;
    if (step === undefined) return formatMismatch(stamp);
    if (after === undefined) {
      await store.adoptPolicy(stampText({ ...stamp, after: "" }), policy);
      continue;
    }
    const page = await store.records(after === "" ? { limit: batch } : { after, limit: batch });
    if (page.items.length === 0) {
      const next = { records: stamp.records + 1, policy: stamp.policy };
      await store.adoptPolicy(stampText(next), policy);
      continue;
    }
    const seen: Seen = new Map(page.items.map((each) => [keyText(each.key), each]));
    const writes = await changed(store, step, seen);
    // If not: somebody else is upgrading too, and is ahead.
    if (!(await write(store, policy, seen, writes))) continue;
    await store.adoptPolicy(stampText({ ...stamp, after: page.next }), policy);
    records += page.items.length;
    written += writes.length;
    await progress?.(records);
  }
}
