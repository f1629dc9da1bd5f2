import { describe, expect, test } from "vitest";
import type { CommitResult, Store } from "../../src/host/index.ts";
import { stampText } from "../../src/host/stamp.ts";
import { RECORD_VERSION } from "../../src/index.ts";
import { accepted, acceptedBefore, eventsOf, type Setting, with_ } from "./setting.ts";
import { command } from "./toy.ts";

/** After some conflicts a host decides with its keys held; that commit may fail as well. */
export function withKeysHeld(now: Setting): void {
  describe("with its keys held", () => {
    const input = command("1", { add: ["a"] });
    const conflict = async (): Promise<{ kind: "conflict" }> => ({ kind: "conflict" });

    /** Decides over what is held, and then commits nothing, as when a database gives up a lock. */
    const broken =
      (given: CommitResult): Store["exclusively"] =>
      async (request, decide) => {
        await now.store.exclusively(request, (loaded) => {
          decide(loaded);
          return null;
        });
        return given;
      };

    test("a decision that could not be committed is no answer: it is busy", async () => {
      const stuck = now.hostOver(
        with_(now.store, { commit: conflict, exclusively: broken({ kind: "conflict" }) }),
        { sleep: async () => {} },
      );
      expect(await stuck.submit(input)).toEqual({ kind: "busy" });
      expect(await eventsOf(now.host)).toEqual({});
      expect(await now.host.submit(input)).toEqual(accepted);
    });

    test("a decision that could not be committed is made again, and happens once", async () => {
      let held = 0;
      const late = now.hostOver(
        with_(now.store, {
          commit: conflict,
          exclusively: async (request, decide) => {
            held += 1;
            const fails = held < 3 ? broken({ kind: "conflict" }) : now.store.exclusively;
            return fails(request, decide);
          },
        }),
        { sleep: async () => {} },
      );
      expect(await late.submit(input)).toEqual(accepted);
      expect(held).toBe(3);
      expect(await eventsOf(now.host)).toEqual({ 1: 1 });
    });

    test("a refusal that could not be committed is made again as well", async () => {
      await now.host.submit(command("start", { add: ["a"] }));
      let held = 0;
      const late = now.hostOver(
        with_(now.store, {
          commit: conflict,
          exclusively: async (request, decide) => {
            held += 1;
            if (held > 1) return now.store.exclusively(request, decide);
            const given = await broken({ kind: "conflict" })(request, decide);
            await now.host.submit(command("meddler", { remove: ["a"] }));
            return given;
          },
        }),
        { sleep: async () => {} },
      );
      expect(await late.submit(command("1", { sum: ["a"], below: 1, add: ["b"] }))).toEqual(
        accepted,
      );
    });

    test("an outcome that somebody else recorded meanwhile is the answer", async () => {
      let held = 0;
      const other = now.hostOver(
        with_(now.store, {
          commit: conflict,
          exclusively: async (request, decide) => {
            held += 1;
            if (held > 1) return now.store.exclusively(request, decide);
            const given = await broken({ kind: "recorded" })(request, decide);
            await now.host.submit(input);
            return given;
          },
        }),
        { sleep: async () => {} },
      );
      expect(await other.submit(input)).toEqual(acceptedBefore);
      expect(await eventsOf(now.host)).toEqual({ 1: 1 });
    });

    test("a policy that was changed meanwhile is told, and nothing has happened", async () => {
      const policy = stampText({ records: RECORD_VERSION, policy: "another" });
      const given = { kind: "policy-mismatch", policy } as const;
      const stale = now.hostOver(
        with_(now.store, { commit: conflict, exclusively: broken(given) }),
        { sleep: async () => {} },
      );
      expect(await stale.submit(input)).toMatchObject({
        kind: "policy-mismatch",
        stored: "another",
      });
      expect(await eventsOf(now.host)).toEqual({});
    });
  });
}
