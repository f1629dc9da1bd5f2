import { describe, expect, test } from "vitest";
import { accepted, eventsOf, type Setting, with_ } from "./setting.ts";
import { command, counter, fact, question } from "./toy.ts";

/** Several inputs in one commit, and none at all. */
export function batches(now: Setting): void {
  describe("several inputs in one commit", () => {
    const three = [
      command("1", { add: ["a"] }),
      command("2", { sum: ["a"], below: 1, add: ["b"] }),
      command("3", { sum: ["a", "b"], below: 2, add: ["c"] }),
    ];

    test("each sees what the ones before it did; the refused one is left out", async () => {
      const batch = await now.host.submitAll(three, { onRefusal: "skip" });
      const kinds = batch.kind === "settled" ? batch.results.map(({ kind }) => kind) : batch;
      expect(kinds).toEqual(["accepted", "refused", "accepted"]);
      expect(await eventsOf(now.host)).toEqual({ 1: 1, 3: 1 });
      const again = await now.host.submitAll(three, { onRefusal: "skip" });
      expect(again).toEqual({
        kind: "settled",
        results: batch.kind === "settled" && batch.results.map((r) => ({ ...r, repeated: true })),
      });
      expect(await now.host.submit(three[1] as never)).toMatchObject({ repeated: true });
    });

    test("or the first refusal ends it with no effect and no record", async () => {
      const batch = await now.host.submitAll(three, { onRefusal: "abort" });
      expect(batch).toMatchObject({
        kind: "aborted",
        index: 1,
        refusal: { code: "SPACE_QUOTA_EXCEEDED" },
      });
      expect(await eventsOf(now.host)).toEqual({});
      expect(await now.host.submit(three[1] as never)).toEqual(accepted);
    });

    test("the same input twice in a batch happens once; reused ids are refused", async () => {
      const one = command("1", { add: ["a"] });
      const reused = command("1", { add: ["b"] });
      const batch = await now.host.submitAll([one, one, reused], { onRefusal: "skip" });
      expect(batch).toMatchObject({
        kind: "settled",
        results: [
          { kind: "accepted", repeated: false },
          { kind: "accepted", repeated: true },
          { kind: "refused", refusal: { code: "INPUT_ID_REUSED" } },
        ],
      });
      expect(await eventsOf(now.host)).toEqual({ 1: 1 });
    });

    test("a fact that came too early is reported and not settled", async () => {
      const early = fact("1", { known: ["x"], add: ["a"] });
      const batch = [early, command("2", { add: ["x"] }), { ...early, id: "3" as never }];
      expect(await now.host.submitAll(batch, { onRefusal: "skip" })).toMatchObject({
        results: [{ kind: "refused" }, { kind: "accepted" }, { kind: "accepted" }],
      });
      expect(await now.host.submit(early)).toEqual(accepted);
    });

    test("500 at most, in few rounds and one commit", async () => {
      const calls = { load: 0, commit: 0 };
      const counting = now.hostOver(
        with_(now.store, {
          load: (request) => {
            calls.load += 1;
            return now.store.load(request);
          },
          commit: (commit) => {
            calls.commit += 1;
            return now.store.commit(commit);
          },
        }),
      );
      const many = Array.from({ length: 501 }, (_, i) =>
        command(`${i}`, { sum: [`s${i % 50}`, "a"], below: 1000, add: ["a", `own-${i}`] }),
      );
      await expect(counting.submitAll(many, { onRefusal: "abort" })).rejects.toThrow(RangeError);
      const batch = await counting.submitAll(many.slice(1), { onRefusal: "abort" });
      expect(batch).toMatchObject({ kind: "settled" });
      expect(calls.commit).toBe(1);
      expect(calls.load).toBeLessThanOrEqual(6);
      expect(await counting.ask(question("a"))).toEqual({ kind: "answer", value: 500 });
    });

    test("batches at the same time are each whole", async () => {
      const batch = (name: string, order: readonly string[]) =>
        now.host.submitAll(
          order.map((id) => command(`${name}${id}`, { add: [id] })),
          { onRefusal: "abort" },
        );
      const results = await Promise.all([
        batch("x", ["1", "2", "3"]),
        batch("y", ["3", "2", "1"]),
        batch("z", ["2", "3", "1"]),
      ]);
      expect(results.map(({ kind }) => kind)).toEqual(["settled", "settled", "settled"]);
      expect(await now.host.ask(question("1", "2", "3"))).toEqual({ kind: "answer", value: 9 });
    });

    test("a preview sums the consequences up and leaves no trace", async () => {
      const preview = await now.host.preview(command("1", { add: ["a", "b"] }));
      const nobody = { leaving: 0, queueing: 0, unqueueing: 0 };
      expect(preview).toMatchObject({
        kind: "preview",
        outcome: { kind: "accepted" },
        spaces: [
          { space: "a", entering: 1, ...nobody },
          { space: "b", entering: 1, ...nobody },
        ],
        notices: 1,
      });
      const refused = await now.host.preview(command("1", { sum: ["a"], below: 0 }));
      expect(refused).toMatchObject({ kind: "preview", outcome: { kind: "refused" }, spaces: [] });
      expect(
        await now.store.load({ keys: [counter("a") as never], inputs: ["1" as never] }),
      ).toEqual({
        records: [{ key: counter("a"), version: 0, record: null }],
        settlements: [],
        policy: null,
      });
      expect(await eventsOf(now.host)).toEqual({});
    });
  });
}
