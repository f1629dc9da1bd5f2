/** Aim: an input that keeps needing more settles while its keys are locked, and locks no guess. */
import { expect, test } from "vitest";
import { ROUNDS_MAX } from "../../src/core/guess.ts";
import { tableGet } from "../../src/core/table.ts";
import { type Driver, drive, type Planner } from "../../src/host/driver.ts";
import type { InputName, LoadResult, LockRequest, Store } from "../../src/host/store.ts";
import {
  ask,
  decide,
  emptySlice,
  type InputId,
  loadSlice,
  type RecordKey,
} from "../../src/index.ts";

const WIDENINGS = 4;
const key = (name: string): RecordKey => ["organization", name, ""];
const inputs: InputName[] = [{ scope: "platform", input: "i" as InputId }];

/** A store in which nobody has anything; whatever is tried freely comes too late. */
function lateStore(locked: LockRequest[], moves: () => void): Store {
  const load = (keys: readonly RecordKey[]): LoadResult => ({
    records: keys.map((each) => ({ key: each, version: 0, record: null })),
    settlements: [],
    policy: "p",
  });
  return {
    load: async ({ keys }: { keys: readonly RecordKey[] }) => load(keys),
    commit: async () => ({ kind: "conflict" }),
    exclusively: async (lock: LockRequest, decideHeld: (loaded: LoadResult) => object | null) => {
      locked.push(lock);
      moves();
      const commit = decideHeld(load([...lock.reads, ...lock.writes]));
      return commit === null ? { kind: "released" } : { kind: "committed" };
    },
  } as unknown as Store;
}

test("eight rounds and four widenings settle in the locked phase, and guesses are locked at no time", async () => {
  let stage = 0;
  const locked: LockRequest[] = [];
  const store = lateStore(locked, () => {
    stage = Math.min(stage + 1, ROUNDS_MAX + WIDENINGS);
  });
  // Each time the keys are locked, somebody has made it need another key, and then write another.
  const planner: Planner<string> = (slice) => {
    const reads = Array.from({ length: Math.min(stage, ROUNDS_MAX) + 1 }, (_, i) => key(`r${i}`));
    const lacking = reads.filter((each) => tableGet(slice.table, ...each) === undefined);
    if (lacking.length > 0) return { kind: "needs", keys: [...lacking, key(`guess${stage}`)] };
    const writes = Array.from({ length: Math.max(0, stage - ROUNDS_MAX) }, (_, i) => key(`r${i}`));
    const commit = { reads, writes: writes.map((each) => [each, null] as const), settlements: [] };
    return { kind: "done", value: "settled", commit };
  };
  const driver: Driver = {
    engine: { emptySlice, loadSlice, decide: decide as never, ask: ask as never },
    store,
    policy: "p",
    stamp: "p",
    sleep: async () => undefined,
    random: () => 0,
    retries: 1,
  };
  expect(await drive(driver, planner, inputs)).toBe("settled");
  expect(locked).toHaveLength(ROUNDS_MAX + WIDENINGS + 1);
  const names = locked
    .flatMap(({ reads, writes }) => [...reads, ...writes])
    .map(([, owner]) => owner);
  expect(names.filter((name) => name.startsWith("guess"))).toEqual([]);
});
