import { describe, expect, test } from "vitest";
import { accepted, acceptedBefore, eventsOf, type Setting, with_ } from "./setting.ts";
import { command, question } from "./toy.ts";

/** A promise and what fulfils it. */
function latch(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

/** Somebody waits so long and no longer. */
export function impatience(now: Setting): void {
  describe("whoever waits no longer", () => {
    const input = command("1", { add: ["a"] });

    /** A store of which one call stops before or after it takes effect, until it is let go on. */
    function stopping(call: "load" | "commit" | "exclusively", when: "before" | "after") {
      const [gate, reached] = [latch(), latch()];
      const stop = async (): Promise<void> => {
        reached.open();
        await gate.opened;
      };
      const store = with_(now.store, {
        [call]: async (...asked: never[]) => {
          if (when === "before") await stop();
          const result = await (now.store[call] as (...each: never[]) => Promise<unknown>)(
            ...asked,
          );
          if (when === "after") await stop();
          return result;
        },
      });
      return { store, reached: reached.opened, go: gate.open };
    }

    test("before its commit is sent has withdrawn it: it leaves no trace", async () => {
      const { store, reached, go } = stopping("load", "after");
      const host = now.hostOver(store);
      const leaving = new AbortController();
      const [submitted, batch, asked, looked] = [
        host.submit(input, { signal: leaving.signal }),
        host.submitAll([input], { onRefusal: "skip", signal: leaving.signal }),
        host.ask(question("a"), { signal: leaving.signal }),
        host.preview(input, { signal: leaving.signal }),
      ];
      await reached;
      leaving.abort();
      for (const each of [submitted, batch, asked, looked]) {
        expect(await each).toEqual({ kind: "withdrawn" });
      }
      go();
      // Whatever is left of the calls has come to its end by the time another one has.
      await now.host.submit(command("2", { add: ["b"] }));
      expect(await eventsOf(now.host)).toEqual({ 2: 1 });
      expect(await now.host.submit(input)).toEqual(accepted);
    });

    test("while its commit is under way does not know: the commit goes on", async () => {
      const { store, reached, go } = stopping("commit", "before");
      const leaving = new AbortController();
      const submitted = now.hostOver(store).submit(input, { signal: leaving.signal });
      await reached;
      leaving.abort();
      expect(await submitted).toEqual({ kind: "unknown" });
      go();
      await expect.poll(async () => eventsOf(now.host)).toEqual({ 1: 1 });
      expect(await now.host.submit(input)).toEqual(acceptedBefore);
    });

    test("while its records are held and decided over, likewise", async () => {
      const { store, reached, go } = stopping("exclusively", "after");
      const held = with_(store, { commit: async () => ({ kind: "conflict" }) });
      const leaving = new AbortController();
      const submitted = now.hostOver(held, { retries: 1 }).submit(input, {
        signal: leaving.signal,
      });
      await reached;
      leaving.abort();
      expect(await submitted).toEqual({ kind: "unknown" });
      go();
      expect(await now.host.submit(input)).toEqual(acceptedBefore);
    });

    test("before its records are held has withdrawn it, and they are let go again", async () => {
      const { store, reached, go } = stopping("exclusively", "before");
      const ends: string[] = [];
      const held = with_(store, {
        commit: async () => ({ kind: "conflict" }),
        exclusively: async (...asked) => {
          const result = store.exclusively(...asked);
          result.then(
            ({ kind }) => ends.push(kind),
            () => ends.push("thrown"),
          );
          return result;
        },
      });
      const leaving = new AbortController();
      const submitted = now.hostOver(held, { retries: 1 }).submit(input, {
        signal: leaving.signal,
      });
      await reached;
      leaving.abort();
      expect(await submitted).toEqual({ kind: "withdrawn" });
      go();
      await expect.poll(() => ends).toEqual(["thrown"]);
      expect(await eventsOf(now.host)).toEqual({});
      expect(await now.host.submit(input)).toEqual(accepted);
    });

    test("between two tries has withdrawn it: a commit that came to nothing is none", async () => {
      const leaving = new AbortController();
      let tries = 0;
      const busy = now.hostOver(
        with_(now.store, {
          commit: async () => {
            tries += 1;
            return { kind: "conflict" };
          },
        }),
        { sleep: async () => leaving.abort() },
      );
      expect(await busy.submit(input, { signal: leaving.signal })).toEqual({ kind: "withdrawn" });
      await now.host.submit(command("2", { add: ["b"] }));
      expect(tries).toBe(1);
    });

    test("than so many milliseconds is told then, and not earlier", async () => {
      const { store, go } = stopping("load", "after");
      const before = performance.now();
      expect(await now.hostOver(store).submit(input, { within: 50 })).toEqual({
        kind: "withdrawn",
      });
      const took = performance.now() - before;
      expect(took).toBeGreaterThan(45);
      expect(took).toBeLessThan(2_000);
      go();
      expect(await now.host.submit(input, { within: 60_000 })).toEqual(accepted);
    });

    test("at all asks for nothing", async () => {
      const calls: string[] = [];
      const host = now.hostOver(
        with_(now.store, {
          load: (request) => {
            calls.push("load");
            return now.store.load(request);
          },
        }),
      );
      for (const patience of [{ within: 0 }, { signal: AbortSignal.abort() }]) {
        expect(await host.submit(input, patience)).toEqual({ kind: "withdrawn" });
        expect(await host.ask(question("a"), patience)).toEqual({ kind: "withdrawn" });
      }
      expect(calls).toEqual([]);
    });

    test("is told what the store says before that, and leaves no listener behind", async () => {
      const failing = now.hostOver(
        with_(now.store, { load: async () => Promise.reject(new Error("on purpose")) }),
      );
      const listeners = new Set<() => void>();
      const signal = {
        aborted: false,
        addEventListener: (_: "abort", listener: () => void) => listeners.add(listener),
        removeEventListener: (_: "abort", listener: () => void) => listeners.delete(listener),
      };
      await expect(failing.submit(input, { signal, within: 60_000 })).rejects.toThrow("on purpose");
      expect(await now.host.submit(input, { signal })).toEqual(accepted);
      expect(listeners.size).toBe(0);
    });
  });
}
