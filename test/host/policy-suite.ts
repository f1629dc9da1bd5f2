import { describe, expect, test } from "vitest";
import { defaultPolicy, type Policy, policyFingerprint } from "../../src/core/policy.ts";
import { accepted, type Setting, with_ } from "./setting.ts";
import { command, question } from "./toy.ts";

const other: Policy = { ...defaultPolicy, joinLimit: 4 };

/** A store belongs to one policy at a time. */
export function policies(now: Setting): void {
  describe("policies", () => {
    test("the first host's policy is the store's; another gets no decision", async () => {
      const second = now.hostOver(now.store, { policy: other });
      await now.host.submit(command("1", { add: ["a"] }));
      const mismatch = {
        kind: "policy-mismatch",
        code: "POLICY_MISMATCH",
        stored: policyFingerprint(defaultPolicy),
        offered: policyFingerprint(other),
      };
      expect(await second.submit(command("2", { add: ["a"] }))).toEqual(mismatch);
      expect(await second.preview(command("2", { add: ["a"] }))).toEqual(mismatch);
      expect(await second.ask(question("a"))).toEqual(mismatch);
      const batch = await second.submitAll([command("2", {})], { onRefusal: "skip" });
      expect(batch).toEqual(mismatch);
      expect(await now.host.ask(question("a"))).toEqual({ kind: "answer", value: 1 });
    });

    test("adopting one on purpose turns it round", async () => {
      const second = now.hostOver(now.store, { policy: other });
      await now.host.submit(command("1", { add: ["a"] }));
      await second.adoptPolicy();
      expect(await second.submit(command("2", { add: ["a"] }))).toEqual(accepted);
      expect(await now.host.submit(command("3", { add: ["a"] }))).toMatchObject({
        kind: "policy-mismatch",
        stored: policyFingerprint(other),
      });
    });

    test("one adopted between decision and commit is seen by the commit", async () => {
      await now.host.submit(command("1", { add: ["a"] }));
      const late = now.hostOver(
        with_(now.store, {
          commit: async (commit) => {
            await now.hostOver(now.store, { policy: other }).adoptPolicy();
            return now.store.commit(commit);
          },
        }),
      );
      expect(await late.submit(command("2", { add: ["a"] }))).toMatchObject({
        kind: "policy-mismatch",
      });
    });

    test("of two hosts that open an empty store, one sets the policy", async () => {
      const second = now.hostOver(now.store, { policy: other });
      const results = await Promise.all([
        now.host.submit(command("1", { add: ["a"] })),
        second.submit(command("2", { add: ["a"] })),
      ]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(["accepted", "policy-mismatch"]);
    });
  });
}
