import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Key } from "../../src/core/keys.ts";
import {
  type Commit,
  type InputName,
  InvalidCursor,
  InvalidKey,
  type Settlement,
  type Store,
} from "../../src/host/index.ts";
import type { Event } from "../../src/index.ts";
import { counter } from "./toy.ts";

/** A way to a store that holds nothing. */
export interface StoreSource {
  readonly fresh: () => Promise<Store>;
  readonly close?: () => Promise<void>;
}

const POLICY = "policy 1";

/** A name, of scope `o` unless it is said otherwise. */
const named = (input: string, scope: string | null = "o"): InputName =>
  ({ scope, input }) as unknown as InputName;

function settled(input: string, events = 1, notices = 0): Settlement {
  const event = (seq: number) => ({
    v: 1,
    input,
    seq,
    at: 1,
    cause: null,
    type: "t",
    data: { seq },
  });
  const notice = { kind: "COUNTERPART_LEFT", to: [], data: { identity: {}, spaces: [] } };
  return {
    ...named(input),
    fingerprint: `of ${input}`,
    outcome: {
      kind: "accepted",
      events: Array.from({ length: events }, (_, seq) => event(seq)) as unknown as Event[],
      notices: Array.from({ length: notices }, () => notice) as never,
    },
  };
}

function refused(input: string): Settlement {
  const refusal = { code: "ID_TAKEN", rule: "PROTO-04", data: { kind: "space", id: "s" } } as const;
  const outcome = { kind: "refused", refusal } as const;
  return { ...named(input), fingerprint: `of ${input}`, outcome };
}

function commit(
  input: string,
  reads: [string, number][],
  writes: [string, object | null][],
): Commit {
  return {
    policy: POLICY,
    reads: reads.map(([name, version]) => ({ key: counter(name) as never, version })),
    writes: writes.map(([name, record]) => [counter(name), record] as never),
    settlements: [settled(input)],
  };
}

const ids = (...inputs: string[]): InputName[] => inputs.map((input) => named(input));
const keys = (...names: string[]): never[] => names.map((name) => counter(name) as never);

async function allEvents(store: Store, limit: number): Promise<string[]> {
  const found: string[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.events(after === undefined ? { limit } : { after, limit });
    found.push(...page.items.map(({ event }) => `${event.input}/${event.seq}`));
    if (page.items.length === 0) return found;
    after = page.next;
  }
}

/** What every store must do. */
export function storeSuite(name: string, source: StoreSource): void {
  describe(`the store contract: ${name}`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await source.fresh();
      await store.adoptPolicy(POLICY);
    });
    afterAll(async () => source.close?.());

    test("a key that is not there has version 0 and no record", async () => {
      const { records, settlements } = await store.load({ keys: keys("a"), inputs: ids("i") });
      expect(records).toEqual([{ key: counter("a"), version: 0, record: null }]);
      expect(settlements).toEqual([]);
    });

    test("each commit that writes a key adds 1 to its version, removal included", async () => {
      expect(await store.commit(commit("1", [["a", 0]], [["a", { n: 1 }]]))).toEqual({
        kind: "committed",
      });
      await store.commit(commit("2", [["a", 1]], [["a", null]]));
      await store.commit(commit("3", [["a", 2]], [["a", { n: 3 }]]));
      const { records } = await store.load({ keys: keys("a") });
      expect(records).toEqual([{ key: counter("a"), version: 3, record: { n: 3 } }]);
    });

    test("of keys seen before, only those that changed are loaded again", async () => {
      await store.commit(
        commit(
          "1",
          [
            ["a", 0],
            ["b", 0],
          ],
          [
            ["a", { n: 1 }],
            ["b", { n: 1 }],
          ],
        ),
      );
      await store.commit(commit("2", [["b", 1]], [["b", { n: 2 }]]));
      const [a, b, c] = keys("a", "b", "c") as [never, never, never];
      const seen = [
        { key: a, version: 1 },
        { key: b, version: 1 },
        { key: c, version: 0 },
      ];
      const { records } = await store.load({ keys: keys("d"), seen });
      expect(records.map(({ key, version }) => [key, version])).toEqual(
        expect.arrayContaining([
          [counter("d"), 0],
          [counter("b"), 2],
        ]),
      );
      expect(records.length).toBe(2);
    });

    test("a key that was only read must not have changed either", async () => {
      await store.commit(commit("1", [["a", 0]], [["a", { n: 1 }]]));
      const late = commit(
        "2",
        [
          ["a", 0],
          ["b", 0],
        ],
        [["b", { n: 1 }]],
      );
      expect(await store.commit(late)).toEqual({ kind: "conflict" });
      const { records, settlements } = await store.load({ keys: keys("b"), inputs: ids("2") });
      expect(records).toEqual([{ key: counter("b"), version: 0, record: null }]);
      expect(settlements).toEqual([]);
      expect(await allEvents(store, 10)).toEqual(["1/0"]);
    });

    test("a refusal, which writes nothing, is not recorded either if a key it read has changed", async () => {
      await store.commit(commit("1", [["b", 0]], [["b", { n: 1 }]]));
      const reads: [string, number][] = [
        ["a", 0],
        ["b", 0],
      ];
      const late = { ...commit("2", reads, []), settlements: [refused("2")] };
      expect(await store.commit(late)).toEqual({ kind: "conflict" });
      expect((await store.load({ keys: [], inputs: ids("2") })).settlements).toEqual([]);
      const [a, b] = keys("a", "b") as [never, never];
      const again = {
        ...late,
        reads: [
          { key: a, version: 0 },
          { key: b, version: 1 },
        ],
      };
      expect(await store.commit(again)).toEqual({ kind: "committed" });
    });

    test("an input id is settled once", async () => {
      await store.commit(commit("1", [["a", 0]], [["a", { n: 1 }]]));
      const again = commit("1", [["a", 1]], [["a", { n: 2 }]]);
      expect(await store.commit(again)).toEqual({ kind: "recorded" });
      expect((await store.load({ keys: keys("a") })).records[0]?.record).toEqual({ n: 1 });
      expect(await allEvents(store, 10)).toEqual(["1/0"]);
    });

    test("outcomes come back as they were recorded", async () => {
      const settlements = [settled("1", 2, 2), refused("2"), settled("3", 0, 0)];
      await store.commit({ policy: POLICY, reads: [], writes: [], settlements });
      const found = await store.load({ keys: [], inputs: ids("3", "2", "1", "unknown") });
      const byId = [...found.settlements].sort((a, b) => (a.input < b.input ? -1 : 1));
      expect(byId).toEqual(settlements);
    });

    test("ids of one scope have nothing to do with those of another", async () => {
      const of = (scope: string | null, code: string): Settlement => ({
        ...settled("1", 1, 1),
        ...named("1", scope),
        fingerprint: code,
      });
      const empty = { policy: POLICY, reads: [], writes: [] };
      const all = ["o", "p", "support", "platform"].map((scope) => of(scope, `of ${scope}`));
      for (const each of all) {
        expect(await store.commit({ ...empty, settlements: [each] })).toEqual({
          kind: "committed",
        });
        expect(await store.commit({ ...empty, settlements: [each] })).toEqual({
          kind: "recorded",
        });
      }
      const inputs = [named("1", "p"), named("1", "platform"), named("1", "q")];
      expect((await store.load({ keys: [], inputs })).settlements).toEqual(
        expect.arrayContaining([all[1], all[3]]),
      );
      expect((await store.load({ keys: [], inputs })).settlements.length).toBe(2);
      const scopes = ["o", "p", "support", "platform"];
      expect((await store.events()).items.map(({ scope }) => scope).sort()).toEqual(scopes.sort());
      const notices = (await store.notices()).items;
      expect(notices.map(({ scope, input, seq }) => `${scope} ${input} ${seq}`).sort()).toEqual(
        scopes.map((scope) => `${scope} 1 0`).sort(),
      );
    });

    test("what was recorded without a sender comes back under every name of that id", async () => {
      const old: Settlement = { ...settled("1"), scope: null };
      const own: Settlement = { ...settled("1"), scope: "p" as never, fingerprint: "own" };
      const empty = { policy: POLICY, reads: [], writes: [] };
      await store.commit({ ...empty, settlements: [old] });
      expect(await store.commit({ ...empty, settlements: [own] })).toEqual({ kind: "committed" });
      const load = async (...inputs: InputName[]) => {
        const { settlements } = await store.load({ keys: [], inputs });
        return settlements.map(({ scope }) => scope).sort();
      };
      expect((await store.load({ keys: [], inputs: ids("1") })).settlements).toEqual([old]);
      expect(await load(named("1", "p"))).toEqual([null, "p"]);
      expect(await load(named("1", "o"), named("1", "p"), named("2", "o"))).toEqual([null, "p"]);
      expect((await store.events()).items.map(({ scope }) => scope)).toEqual(
        expect.arrayContaining([null, "p"]),
      );
    });

    test("another policy commits nothing until it is adopted on purpose", async () => {
      const other = { ...commit("1", [["a", 0]], [["a", { n: 1 }]]), policy: "policy 2" };
      expect(await store.commit(other)).toEqual({ kind: "policy-mismatch", policy: POLICY });
      expect(await store.adoptPolicy("policy 2", null)).toBe(POLICY);
      expect(await store.commit(other)).toEqual({ kind: "policy-mismatch", policy: POLICY });
      expect(await store.adoptPolicy("policy 2", "policy 3")).toBe(POLICY);
      expect(await store.adoptPolicy("policy 3", POLICY)).toBe("policy 3");
      expect(await store.adoptPolicy("policy 2")).toBe("policy 2");
      expect(await store.commit(other)).toEqual({ kind: "committed" });
      expect((await store.load({ keys: [] })).policy).toBe("policy 2");
    });

    test("a key that no record can have is refused, whatever is asked", async () => {
      const unfit: Key[] = [
        ["organization", "o", "1"],
        ["organization", "", ""],
        ["roster", "s", ""],
        ["roster", "s", "01"],
        ["ruled", "s", "0/o"],
        ["nothing", "o", ""],
      ];
      for (const key of unfit as never[]) {
        const seen = { key, version: 0 };
        const reading = { policy: POLICY, reads: [seen], writes: [], settlements: [] };
        const writing: Commit = { ...reading, reads: [], writes: [[key, null]] };
        const held = { reads: [], writes: [], inputs: [] };
        const asked = [
          () => store.load({ keys: [key] }),
          () => store.load({ keys: [], seen: [seen] }),
          () => store.commit(reading),
          () => store.commit(writing),
          () => store.exclusively({ ...held, reads: [key] }, () => null),
          () => store.exclusively({ ...held, writes: [key] }, () => null),
        ];
        for (const each of asked) await expect(each()).rejects.toThrow(InvalidKey);
      }
    });

    test("its records are read once each, however they are paged, and none that is gone", async () => {
      const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
      const reads = names.map((name): [string, number] => [name, 0]);
      await store.commit(
        commit(
          "1",
          reads,
          names.map((name) => [name, { n: 1 }]),
        ),
      );
      await store.commit(commit("2", [["a3", 1]], [["a3", null]]));
      await store.load({ keys: keys("b") });
      for (const limit of [1, 3, 11, 100]) {
        const found: unknown[] = [];
        for (let after: string | undefined; ; ) {
          const page = await store.records(after === undefined ? { limit } : { after, limit });
          found.push(...page.items);
          if (page.items.length === 0) break;
          after = page.next;
        }
        const there = names.filter((name) => name !== "a3").sort();
        expect(found).toEqual(
          there.map((name) => ({ key: counter(name), version: 1, record: { n: 1 } })),
        );
      }
      await expect(store.records({ after: "no key" })).rejects.toThrow(InvalidCursor);
    });

    test("any legal id is a key, and any JSON a body", async () => {
      const names = ["__proto__", "constructor", "a/b%2F:c", "%", "😀", 'quote"\\', "é\u0301"];
      const odd: Key[] = names.flatMap((id): Key[] => [
        ["organization", id, ""],
        ["ruled", id, `p0/${id}`],
      ]);
      const body = JSON.parse('{"__proto__": {"x": 1}, "list": [null, 0.5, -1e21, "\\u2028"]}');
      const writes = odd.map((key) => [key, body]);
      const reads = odd.map((key) => ({ key, version: 0 }));
      const settlements = names.map((id) => settled(id));
      const odds = { policy: POLICY, reads, writes, settlements } as unknown as Commit;
      expect(await store.commit(odds)).toEqual({ kind: "committed" });
      const { records } = await store.load({ keys: odd as never });
      expect(new Map(records.map(({ key, record }) => [key.join(" "), record]))).toEqual(
        new Map(odd.map((key) => [key.join(" "), body])),
      );
      const held = await holdAll(store, odd);
      expect(held).toEqual(odd.map((key) => key.join(" ")).sort());
      expect((await store.load({ keys: [], inputs: ids(...names) })).settlements.length).toBe(
        names.length,
      );
    });

    test("tails give every event once, in order, however they are paged", async () => {
      const expected: string[] = [];
      for (let i = 0; i < 12; i += 1) {
        const settlements = [settled(`x${i}`, i % 4, 1), settled(`y${i}`, 2)];
        const reads = [{ key: counter("a") as never, version: i }];
        const writes = [[counter("a"), { n: i }]] as never;
        await store.commit({ policy: POLICY, reads, writes, settlements });
        for (let seq = 0; seq < i % 4; seq += 1) expected.push(`x${i}/${seq}`);
        expected.push(`y${i}/0`, `y${i}/1`);
      }
      for (const limit of [1, 2, 5, 1000]) expect(await allEvents(store, limit)).toEqual(expected);
      const notices = await store.notices({ limit: 5 });
      expect(notices.items.map(({ input, seq }) => `${input}/${seq}`)).toEqual(
        [0, 1, 2, 3, 4].map((i) => `x${i}/0`),
      );
      expect((await store.notices({ after: notices.next })).items.length).toBe(7);
    });

    test("a tail read to its end goes on with what is committed later", async () => {
      await store.commit(commit("1", [["a", 0]], [["a", { n: 1 }]]));
      const { next } = await store.events();
      const none = await store.events({ after: next });
      expect(none.items).toEqual([]);
      await store.commit(commit("2", [["b", 0]], [["b", { n: 1 }]]));
      expect(
        (await store.events({ after: none.next })).items.map(({ event }) => event.input),
      ).toEqual(["2"]);
    });

    test("a cursor that it never gave out is refused, and one from beyond its end", async () => {
      await store.commit({
        policy: POLICY,
        reads: [],
        writes: [],
        settlements: [settled("1", 1, 1)],
      });
      const { next } = await store.events();
      const told = await store.notices();
      for (const after of ["", "abc", " 1", "1e0", "-1", "NaN", `${next}_`]) {
        await expect(store.events({ after })).rejects.toThrow(InvalidCursor);
        await expect(store.notices({ after })).rejects.toThrow(InvalidCursor);
      }
      expect((await store.notices({ after: told.next })).items).toEqual([]);
      // As where somebody has gone back to a backup.
      const earlier = await source.fresh();
      expect((await earlier.events()).items).toEqual([]);
      await expect(earlier.events({ after: next })).rejects.toThrow(InvalidCursor);
      await expect(earlier.notices({ after: told.next })).rejects.toThrow(InvalidCursor);
    });

    test("sweeping changes nothing that can be told, and no version comes again", async () => {
      await store.commit(
        commit(
          "1",
          [
            ["a", 0],
            ["b", 0],
            ["c", 0],
          ],
          [["a", { n: 1 }]],
        ),
      );
      await store.commit(commit("2", [["c", 0]], [["c", { n: 1 }]]));
      await store.commit(commit("3", [["c", 1]], [["c", null]]));
      await store.sweep();
      expect(await store.sweep()).toBe(0);
      const { records } = await store.load({ keys: keys("a", "b", "c") });
      const versions = records.map(({ key, version }) => `${key[1]} ${version}`).sort();
      expect(versions).toEqual(["a 1", "b 0", "c 2"]);
      const late = commit("4", [["c", 0]], [["c", { n: 1 }]]);
      expect(await store.commit(late)).toEqual({ kind: "conflict" });
      const next = commit(
        "4",
        [
          ["b", 0],
          ["c", 2],
        ],
        [["b", { n: 1 }]],
      );
      expect(await store.commit(next)).toEqual({ kind: "committed" });
    });

    test("deciding over held keys commits, or lets go without a trace", async () => {
      const request = { reads: keys("a", "b"), writes: keys("b"), inputs: ids("1") };
      expect(await store.exclusively(request, () => null)).toEqual({ kind: "released" });
      const result = await store.exclusively(request, ({ records, settlements, policy }) => {
        expect(records.length).toBe(2);
        expect(settlements).toEqual([]);
        expect(policy).toBe(POLICY);
        return commit(
          "1",
          [
            ["a", 0],
            ["b", 0],
          ],
          [["b", { n: 5 }]],
        );
      });
      expect(result).toEqual({ kind: "committed" });
      expect((await store.load({ keys: keys("b") })).records[0]?.record).toEqual({ n: 5 });
    });

    test("a throw while keys are held lets them go, and nothing has happened", async () => {
      const request = { reads: [], writes: keys("a"), inputs: ids() };
      const fails = store.exclusively(request, () => {
        throw new Error("on purpose");
      });
      await expect(fails).rejects.toThrow("on purpose");
      expect(await store.commit(commit("1", [["a", 0]], [["a", { n: 1 }]]))).toEqual({
        kind: "committed",
      });
    });

    test("of commits at the same time that read what the others write, one wins", async () => {
      const both: [string, number][] = [
        ["a", 0],
        ["b", 0],
      ];
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          store.commit(commit(`${i}`, both, [[i % 2 === 0 ? "a" : "b", { n: i }]])),
        ),
      );
      expect(results.filter(({ kind }) => kind === "committed").length).toBe(1);
      expect(results.filter(({ kind }) => kind === "conflict").length).toBe(7);
    });
  });
}

async function holdAll(store: Store, wanted: readonly Key[]): Promise<string[]> {
  let held: string[] = [];
  await store.exclusively({ reads: wanted as never, writes: [], inputs: ids() }, ({ records }) => {
    held = records.map(({ key }) => key.join(" "));
    return null;
  });
  return held.sort();
}
