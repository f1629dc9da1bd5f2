import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { accepted, acceptedBefore, eventsOf, type Setting, with_ } from "./setting.ts";
import { command, counter, question, toy } from "./toy.ts";

/** Others write what an input depends on. */
export function besideOthers(now: Setting): void {
  describe("others change what it depends on", () => {
    test("every one of many at the same time counts", async () => {
      const results = await Promise.all(
        Array.from({ length: 24 }, (_, i) => now.host.submit(command(`${i}`, { add: ["a"] }))),
      );
      const done = results.filter(({ kind }) => kind === "accepted").length;
      expect(await now.host.ask(question("a"))).toEqual({ kind: "answer", value: done });
      expect(done).toBeGreaterThanOrEqual(20);
    });

    test("a limit holds, and the one too many is refused after deciding again", async () => {
      const results = await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          now.host.submit(command(`${i}`, { sum: ["a", "b"], below: 4, add: [i % 2 ? "a" : "b"] })),
        ),
      );
      expect(results.map(({ kind }) => kind).sort()).toEqual([
        ...Array.from({ length: 4 }, () => "accepted"),
        ...Array.from({ length: 2 }, () => "refused"),
      ]);
    });

    test("after three conflicts it decides with its keys held", async () => {
      const waits: number[] = [];
      const meddled = with_(now.store, {
        commit: async (commit) => {
          await now.host.submit(command(`meddler ${waits.length}`, { add: ["b"] }));
          return now.store.commit(commit);
        },
      });
      const slow = now.hostOver(meddled, {
        sleep: async (milliseconds) => {
          waits.push(milliseconds);
        },
        random: () => 0.5,
      });
      const input = command("1", { sum: ["a", "b"], below: 9, add: ["a"] });
      expect(await slow.submit(input)).toEqual(accepted);
      expect(waits).toEqual([4, 8]);
      expect(await now.host.ask(question("b"))).toEqual({ kind: "answer", value: 3 });
      expect(await slow.submit(input)).toEqual(acceptedBefore);
    });

    test("keys that turn out to be needed while others are held are taken with them", async () => {
      let held = 0;
      const meddled = with_(now.store, {
        commit: async () => ({ kind: "conflict" }),
        exclusively: async (request, decide) => {
          held += 1;
          // The first time, `a` goes: the decision then depends on `c` in its place.
          if (held === 1) await now.host.submit(command("meddler", { remove: ["a"], add: ["0"] }));
          return now.store.exclusively(request, decide);
        },
      });
      await now.host.submit(command("start", { add: ["a"] }));
      const moving = {
        ...toy,
        decide: (slice: never, input: never, policy: never) => {
          const there = (slice as Map<string, unknown>).get("organization:a") !== null;
          const data = { sum: there ? ["a"] : ["a", "0"], below: 5, add: [there ? "b" : "0"] };
          return toy.decide(slice, { ...(input as object), data } as never, policy);
        },
      };
      const moved = createHostOver(moving as never, { store: meddled, policy: defaultPolicy });
      expect(await moved.submit(command("1", {}))).toEqual(accepted);
      expect(held).toBeGreaterThan(1);
      expect(await now.host.ask(question("0"))).toEqual({ kind: "answer", value: 2 });
      expect(await now.host.ask(question("b"))).toEqual({ kind: "answer", value: 0 });
    });

    test("when nothing helps it is busy, nothing has happened, and it may be sent again", async () => {
      const stuck = now.hostOver(
        with_(now.store, {
          commit: async () => ({ kind: "conflict" }),
          exclusively: async () => ({ kind: "conflict" }),
        }),
        { sleep: async () => {} },
      );
      const input = command("1", { add: ["a"] });
      expect(await stuck.submit(input)).toEqual({ kind: "busy" });
      expect(await eventsOf(now.host)).toEqual({});
      expect(await now.host.submit(input)).toEqual(accepted);
    });

    test("an answer is of one moment", async () => {
      await now.host.submit(command("1", { add: ["a", "b"] }));
      let loads = 0;
      const meddled = now.hostOver(
        with_(now.store, {
          load: async (request) => {
            loads += 1;
            if (loads === 2) await now.host.submit(command("2", { add: ["a", "b"] }));
            return now.store.load(request);
          },
        }),
      );
      const answer = await meddled.ask(question("a", "b"));
      expect(answer).toEqual({ kind: "answer", value: 4 });
    });

    test("a state that never was is not believed, even if the store shows it", async () => {
      await now.host.submit(command("1", { add: ["a", "b"] }));
      let loads = 0;
      const torn = now.hostOver(
        with_(now.store, {
          load: async (request) => {
            loads += 1;
            if (loads !== 1) return now.store.load(request);
            const { records, ...rest } = await now.store.load(request);
            const stale = { key: counter("a") as never, version: 0, record: null };
            return { ...rest, records: [stale, ...records.slice(1)] };
          },
        }),
      );
      expect(await torn.submit(command("2", { equal: ["a", "b"], add: ["c"] }))).toEqual(accepted);
    });

    test("a refusal holds only if all it read is as it was: else it is decided again", async () => {
      await now.host.submit(command("start", { add: ["a", "b"] }));
      for (const [id, moved] of [
        ["1", "a"],
        ["2", "b"],
      ] as const) {
        let commits = 0;
        const meddled = now.hostOver(
          with_(now.store, {
            commit: async (commit) => {
              commits += 1;
              if (commits === 1)
                await now.host.submit(command(`meddler ${id}`, { remove: [moved] }));
              return now.store.commit(commit);
            },
          }),
          { sleep: async () => {} },
        );
        // Refused over what was loaded; accepted over what is there when it is to be recorded.
        const sum = { sum: ["a", "b"], below: id === "1" ? 2 : 1 };
        expect(await meddled.submit(command(id, { ...sum, add: ["c"] }))).toEqual(accepted);
        expect(commits).toBe(2);
      }
    });

    test("what really cannot be is thrown", async () => {
      await now.host.submit(command("1", { add: ["a"] }));
      const broken = now.host.submit(command("2", { equal: ["a", "b"] }));
      await expect(broken).rejects.toThrow("always equal");
    });
  });
}
