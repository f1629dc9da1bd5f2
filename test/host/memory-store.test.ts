// Aim: the memory store keeps the contract that every store keeps.
// Method: the suite that all stores share.

import { describe, expect, test } from "vitest";
import type { Commit } from "../../src/host/index.ts";
import { InvalidCursor, memoryStore } from "../../src/host/index.ts";
import { storeSuite } from "./store-suite.ts";

storeSuite("memory", { fresh: async () => memoryStore() });

describe("a cursor", () => {
  const two = {
    policy: "p",
    reads: [],
    writes: [],
    settlements: ["a", "b"].map((input) => ({
      scope: "o",
      input,
      fingerprint: "f",
      outcome: { kind: "accepted", events: [{ input }], notices: [] },
    })),
  } as unknown as Commit;

  test("that the store gave out is gone on from, at the end as well", async () => {
    const store = memoryStore();
    await store.adoptPolicy("p");
    await store.commit(two);
    const first = await store.events({ limit: 1 });
    const second = await store.events({ after: first.next });
    const end = await store.events({ after: second.next });
    expect([first, second, end].map(({ items }) => items.length)).toEqual([1, 1, 0]);
    expect(end.next).toBe(second.next);
  });

  test.each(["abc", "", " 1", "1.0", "01", "-1", "1e0", "NaN", "3", "1_1"])(
    "that it did not give out is refused: %j",
    async (after) => {
      const store = memoryStore();
      await store.adoptPolicy("p");
      await store.commit(two);
      await expect(store.events({ after })).rejects.toThrow(InvalidCursor);
      await expect(store.notices({ after })).rejects.toThrow(InvalidCursor);
    },
  );
});
