import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createHost, type Store, upgradeStore } from "../../src/host/index.ts";
import { stampText } from "../../src/host/stamp.ts";
import {
  defaultPolicy,
  fact,
  keyText,
  parseKey,
  policyFingerprint,
  RECORD_VERSION,
} from "../../src/index.ts";
import { asParsed, fillOld, oldSnapshots, oldStamp } from "./old-store.ts";
import { with_ } from "./setting.ts";
import type { StoreSource } from "./store-suite.ts";

const BATCH = 25;

/** Every record of a store, by the text of its key. */
export async function recordsOf(store: Store): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>();
  for (let after: string | undefined; ; ) {
    const page = await store.records(after === undefined ? {} : { after });
    if (page.items.length === 0) return found;
    for (const { key, record } of page.items) found.set(keyText(key), record);
    after = page.next;
  }
}

/** What a host of this version is told while a store is not of this version. */
export const older = (upgrading: boolean): object => ({
  kind: "store-format-mismatch",
  code: "STORE_FORMAT_MISMATCH",
  stored: 1,
  offered: RECORD_VERSION,
  upgrading,
});

/** A store that lets so many changes through; the next one fails, or fails once it is done. */
function failing(store: Store, after: number, done: boolean): Store {
  let left = after;
  const through = async <Value>(change: () => Promise<Value>): Promise<Value> => {
    left -= 1;
    if (left >= 0) return change();
    if (done) await change();
    throw new Error("cut short");
  };
  return with_(store, {
    commit: (commit) => through(() => store.commit(commit)),
    adoptPolicy: (...asked) => through(() => store.adoptPolicy(...asked)),
  });
}

/** What becomes of a store that version 1 has filled. */
export function upgradeSuite(name: string, source: StoreSource): void {
  describe(`a store of version 1: ${name}`, () => {
    let store: Store;
    const policy = defaultPolicy;
    const input = fact(
      "organization.registered",
      { organization: "new", name: "New", certified: true, edition: "exclusive", sso: true },
      { id: "i-new", at: 1_900_000_000_000, from: { platform: true } },
    );
    beforeEach(async () => {
      store = await source.fresh();
      await fillOld(store, 0);
    });
    afterAll(async () => source.close?.());

    test("gets no decision, and no policy, from a host of this version", async () => {
      const host = createHost({ store, policy });
      expect(await host.ready()).toEqual(older(false));
      expect(await host.submit(input)).toEqual(older(false));
      expect(await host.preview(input)).toEqual(older(false));
      expect(await host.submitAll([input], { onRefusal: "skip" })).toEqual(older(false));
      expect(await host.adoptPolicy()).toEqual(older(false));
      expect((await store.load({ keys: [] })).policy).toBe(oldStamp);
    });

    test("tells the admins of each page of a list that it held, once, that it is dropped", async () => {
      const at = oldSnapshots.findIndex(({ records }) =>
        records.some(([text]) => text.startsWith("held:")),
      );
      store = await source.fresh();
      await fillOld(store, at);
      const held = (oldSnapshots[at]?.records ?? []).filter(([text]) => text.startsWith("held:"));
      await expect(upgradeStore(failing(store, 3, true), { batch: BATCH })).rejects.toThrow();
      await upgradeStore(store, { batch: BATCH });
      const { items } = await store.notices();
      const told = items.map(({ notice }) => notice);
      expect(told).toHaveLength(held.length);
      for (const [text, record] of held) {
        const [, organization, dropped] = parseKey(text);
        const { people } = record as { readonly people: readonly unknown[] };
        expect(told).toContainEqual({
          kind: "DIRECTORY_RECONCILIATION_HELD",
          to: [{ kind: "authorized-admins", organization }],
          data: { organization, dropped, people: people.length },
        });
      }
      expect(new Set(items.map(({ input: id }) => id)).size).toBe(held.length);
      expect((await store.events()).items).toEqual([]);
    });

    test("is upgraded as snapshots are, and has the policy that it had", async () => {
      expect(await upgradeStore(store, { batch: BATCH })).toMatchObject({ kind: "upgraded" });
      expect(await recordsOf(store)).toEqual(asParsed(0));
      const other = { ...policy, joinLimit: 4 };
      expect(await createHost({ store, policy: other }).ready()).toEqual({
        kind: "policy-mismatch",
        code: "POLICY_MISMATCH",
        stored: policyFingerprint(policy),
        offered: policyFingerprint(other),
      });
      expect(await createHost({ store, policy }).ready()).toEqual({ kind: "ready" });
      expect(await createHost({ store, policy }).submit(input)).toMatchObject({ kind: "accepted" });
      expect(await upgradeStore(store)).toEqual({ kind: "upgraded", records: 0, written: 0 });
    });

    test("gets nothing from a host of version 1 once its upgrade has begun", async () => {
      const late = { policy: oldStamp, reads: [], writes: [], settlements: [] };
      await expect(upgradeStore(failing(store, 1, false))).rejects.toThrow("cut short");
      expect(await store.commit(late)).toMatchObject({ kind: "policy-mismatch" });
      await upgradeStore(store);
      expect(await store.commit(late)).toMatchObject({ kind: "policy-mismatch" });
    });

    test("comes to the same wherever it is cut short, and gets no decision meanwhile", async () => {
      const host = createHost({ store, policy });
      for (let cuts = 0; ; cuts += 1) {
        // Each run does one change more than the one before, or dies in the attempt.
        const run = upgradeStore(failing(store, 1 + (cuts % 2), cuts % 3 === 0), { batch: BATCH });
        const ended = await run.then(
          () => true,
          (thrown: Error) => thrown.message !== "cut short",
        );
        const ready = await host.ready();
        if (ended || ready.kind === "ready") {
          expect(cuts).toBeGreaterThan(3);
          break;
        }
        expect(ready).toEqual(older(true));
        expect(await host.submit(input)).toEqual(older(true));
        expect(await host.adoptPolicy()).toEqual(older(true));
      }
      expect(await recordsOf(store)).toEqual(asParsed(0));
    });

    test("comes to the same where several upgrade it at once", async () => {
      await Promise.all([7, BATCH, 40].map((batch) => upgradeStore(store, { batch })));
      expect(await recordsOf(store)).toEqual(asParsed(0));
    });

    test("of a version that is not known yet is left alone", async () => {
      const stamp = stampText({ records: RECORD_VERSION + 1, policy: "later" });
      await store.adoptPolicy(stamp);
      const later = { ...older(false), stored: RECORD_VERSION + 1 };
      expect(await upgradeStore(store)).toEqual(later);
      expect(await createHost({ store, policy }).ready()).toEqual(later);
      expect((await store.load({ keys: [] })).policy).toBe(stamp);
    });

    test.each(oldSnapshots.slice(1).map((_, at) => at + 1))("is upgraded: %i", async (at) => {
      store = await source.fresh();
      await fillOld(store, at);
      const done: number[] = [];
      await upgradeStore(store, { progress: (records) => void done.push(records) });
      expect(await recordsOf(store)).toEqual(asParsed(at));
      expect(done.at(-1)).toBeGreaterThanOrEqual(oldSnapshots[at]?.records.length ?? 0);
    });
  });
}
