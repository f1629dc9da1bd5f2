import { describe, expect, test } from "vitest";
import { nameOf, scopeOf } from "../../src/host/scope.ts";
import type { Input } from "../../src/index.ts";
import { accepted, acceptedBefore, eventsOf, type Setting, with_ } from "./setting.ts";
import { command, fact, question } from "./toy.ts";

/** An input is settled once, whatever happens on the way. */
export function settledOnce(now: Setting): void {
  describe("an input is settled once", () => {
    test("accepted: the same again gets the same outcome, and nothing more happens", async () => {
      const input = command("1", { add: ["a", "b"] });
      const first = await now.host.submit(input);
      expect(first).toEqual(accepted);
      const second = await now.host.submit(structuredClone(input));
      expect(second).toEqual({ ...first, repeated: true });
      expect(await eventsOf(now.host)).toEqual({ 1: 2 });
      expect((await now.host.notices()).items.map(({ input: id, seq }) => [id, seq])).toEqual([
        ["1", 0],
      ]);
      expect(await now.host.ask(question("a", "b"))).toEqual({ kind: "answer", value: 2 });
    });

    test("refused: the same again is refused, though it would be accepted by now", async () => {
      await now.host.submit(command("fill", { add: ["a"] }));
      const input = command("1", { sum: ["a"], below: 1, add: ["a"] });
      const first = await now.host.submit(input);
      expect(first).toMatchObject({ kind: "refused", repeated: false });
      await now.host.submit(command("empty", { remove: ["a"] }));
      expect(await now.host.submit(input)).toEqual({ ...first, repeated: true });
      expect(await now.host.submit({ ...input, id: "2" as never })).toEqual(accepted);
    });

    test("the order of properties does not matter, the content does", async () => {
      const input = command("1", { add: ["a"], sum: ["b"] });
      const turned = Object.fromEntries(Object.entries(input).reverse());
      await now.host.submit(input);
      expect(await now.host.submit(turned as never)).toEqual(acceptedBefore);
      const reused = {
        kind: "refused",
        refusal: { code: "INPUT_ID_REUSED", rule: "PROTO-02", data: { input: "1" } },
        repeated: false,
      };
      for (const change of [
        { data: { add: ["b"] } },
        { at: 8 },
        { by: { organization: "o", person: "q" } },
        { type: "toys" },
      ]) {
        expect(await now.host.submit({ ...input, ...change } as never)).toEqual(reused);
      }
      expect(await now.host.submit(input)).toEqual(acceptedBefore);
    });

    test("two organizations that use one id do not disturb one another, nor do the platform and support", async () => {
      const input = command("1", { add: ["a"] });
      const sent = [
        input,
        { ...input, by: { organization: "p", person: "p" } },
        { ...input, by: { support: "s" } },
        fact("1", { add: ["b"] }),
        // Called by the words that stand for those who are no organization.
        { ...input, by: { organization: "support", person: "p" } },
        { ...input, by: { organization: "platform", person: "p" } },
        { ...input, by: { organization: "organization:support", person: "p" } },
      ] as Input[];
      for (const each of sent) expect(await now.host.submit(each)).toEqual(accepted);
      for (const each of sent) expect(await now.host.submit(each)).toEqual(acceptedBefore);
      const skipped = await now.host.submitAll([...sent].reverse(), { onRefusal: "skip" });
      expect(skipped).toEqual({ kind: "settled", results: sent.map(() => acceptedBefore) });
      const { items } = await now.host.events();
      expect(items.map(({ scope }) => scope).sort()).toEqual(sent.map(scopeOf).sort());
      expect(new Set(sent.map(scopeOf)).size).toBe(sent.length);
      expect(await now.host.ask(question("a"))).toEqual({ kind: "answer", value: 6 });
    });

    test("commands and facts of one organization share its ids", async () => {
      await now.host.submit(command("1", { add: ["a"] }));
      const from = { ...fact("1", { add: ["a"] }), from: { organization: "o" } } as Input;
      expect(await now.host.submit(from)).toMatchObject({
        kind: "refused",
        refusal: { code: "INPUT_ID_REUSED" },
      });
    });

    test("recorded without a sender, it is a repeat if its content is the same, and new if not", async () => {
      const [old, other] = [command("1", { add: ["a", "b"] }), command("1", { add: ["c"] })];
      const first = await now.host.submit(old);
      const { settlements } = await now.store.load({ keys: [], inputs: [nameOf(old)] });
      const { policy } = await now.store.load({ keys: [] });
      const before = await now.source.fresh();
      await before.adoptPolicy(String(policy));
      const kept = settlements.map((each) => ({ ...each, scope: null }));
      await before.commit({ policy: String(policy), reads: [], writes: [], settlements: kept });
      const host = now.hostOver(before);
      expect(await host.submit(old)).toEqual({ ...first, repeated: true });
      expect(await host.submit(other)).toEqual(accepted);
      expect(await host.submit(old)).toEqual({ ...first, repeated: true });
      expect(await host.submit(other)).toEqual(acceptedBefore);
      expect(await host.submit(command("1", { add: ["d"] }))).toMatchObject({
        refusal: { code: "INPUT_ID_REUSED" },
      });
      expect(await host.ask(question("a", "b", "c"))).toEqual({ kind: "answer", value: 1 });
    });

    test("sent by many at the same time, it happens once", async () => {
      const input = command("1", { add: ["a"] });
      const results = await Promise.all(Array.from({ length: 8 }, () => now.host.submit(input)));
      expect(results.filter((each) => "repeated" in each && !each.repeated).length).toBe(1);
      expect(results.every(({ kind }) => kind === "accepted")).toBe(true);
      expect(await eventsOf(now.host)).toEqual({ 1: 1 });
    });

    test("a client that never heard the answer gets it by sending again", async () => {
      const lossy = now.hostOver(
        with_(now.store, {
          commit: async (commit) => {
            await now.store.commit(commit);
            throw new Error("connection lost");
          },
        }),
      );
      const input = command("1", { add: ["a"] });
      await expect(lossy.submit(input)).rejects.toThrow("connection lost");
      expect(await now.host.submit(input)).toEqual(acceptedBefore);
      expect(await now.host.ask(question("a"))).toEqual({ kind: "answer", value: 1 });
    });

    test("a fact that came too early is not settled", async () => {
      const early = fact("1", { known: ["a"], add: ["b"] });
      for (let i = 0; i < 2; i += 1) {
        const result = await now.host.submit(early);
        expect(result).toMatchObject({ kind: "refused", repeated: false });
      }
      await now.host.submit(command("2", { add: ["a"] }));
      expect(await now.host.submit(early)).toEqual(accepted);
      const unknown = command("3", { known: ["c"], add: ["b"] });
      await now.host.submit(unknown);
      expect(await now.host.submit(unknown)).toMatchObject({ kind: "refused", repeated: true });
    });

    test("malformed input is refused without touching the store", async () => {
      const calls: string[] = [];
      const listening = now.hostOver(
        with_(now.store, {
          load: (request) => {
            calls.push("load");
            return now.store.load(request);
          },
        }),
      );
      const result = await listening.submit(command("\ud800\0", { malformed: true }));
      expect(result).toMatchObject({ kind: "refused", refusal: { code: "MALFORMED" } });
      expect(calls).toEqual([]);
    });
  });
}
