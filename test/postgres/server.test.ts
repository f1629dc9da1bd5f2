// Aim: what only several connections can show: who waits for whom, and that a tail skips nothing.
// Method: a server, where DATABASE_URL names one; transactions are held at chosen points.

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { hash } from "../../src/core/hash.ts";
import type { Commit } from "../../src/host/index.ts";
import { postgresStore, type SqlDatabase } from "../../src/postgres/index.ts";
import { LANES, tablesIn } from "../../src/postgres/schema.ts";
import { statementsOver } from "../../src/postgres/sql.ts";
import { counter } from "../host/toy.ts";
import { serverDatabase, type TestDatabase } from "./databases.ts";

const server = serverDatabase("sql");
if (server === null) test("is run where DATABASE_URL names a server", () => {});
else suite(server);

function adding(input: string, reads: [string, number][], writes: string[]): Commit {
  const event = { v: 1, input, seq: 0, at: 1, cause: null, type: "t", data: {} };
  const outcome = { kind: "accepted", events: [event], notices: [] };
  return {
    policy: "policy",
    reads: reads.map(([name, version]) => ({ key: counter(name), version })),
    writes: writes.map((name) => [counter(name), { n: 1 }]),
    settlements: [{ scope: "o", input, fingerprint: "f", outcome }],
  } as unknown as Commit;
}

/** Input ids whose events go to the same lane, or to two. */
function inputs(same: boolean): [string, string] {
  const lane = (id: string): number => hash(id) % LANES;
  for (let i = 1; ; i += 1) {
    if ((lane("x0") === lane(`x${i}`)) === same) return ["x0", `x${i}`];
  }
}

/** A promise and what fulfils it. */
function latch(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

function suite(database: TestDatabase): void {
  const statements = statementsOver(tablesIn(database.schema), -1);
  const options = { schema: database.schema };
  const free = async (): Promise<string[]> => {
    const text = `select key from ${database.schema}.records order by key for update skip locked`;
    return (await database.database().query(text, [])).rows.map((row) => String(row["key"]));
  };
  const store = () => postgresStore(database.database(), options);

  /** A store whose transactions stop before or after a statement until they are let go on. */
  function held(statement: string, when: "before" | "after") {
    const gate = latch();
    const reached = latch();
    const stopping: SqlDatabase = {
      ...database.database(),
      transaction: (run) =>
        database.database().transaction((client) =>
          run({
            query: async (text, values) => {
              const stop = async (): Promise<void> => {
                reached.open();
                await gate.opened;
              };
              if (text === statement && when === "before") await stop();
              const result = await client.query(text, values);
              if (text === statement && when === "after") await stop();
              return result;
            },
          }),
        ),
    };
    return { store: postgresStore(stopping, options), reached: reached.opened, go: gate.open };
  }

  beforeEach(async () => {
    await (await database.fresh()).adoptPolicy("policy");
  });
  afterAll(() => database.close());

  describe("one sorted pass", () => {
    test("holds what comes before the key it waits for, and nothing after", async () => {
      await store().commit(
        adding(
          "0",
          ["a", "b", "c", "d"].map((name) => [name, 0]),
          ["a", "b", "c", "d"],
        ),
      );
      const holder = held(statements.verify, "after");
      const first = holder.store.commit(adding("1", [["c", 1]], ["c"]));
      await holder.reached;
      const reads: [string, number][] = [
        ["d", 1],
        ["c", 1],
        ["b", 1],
        ["a", 1],
      ];
      const second = store().commit(adding("2", reads, ["d", "b"]));
      await soon();
      expect(await free()).toEqual(["organization:d"]);
      holder.go();
      expect(await first).toEqual({ kind: "committed" });
      expect(await second).toEqual({ kind: "conflict" });
    });

    test("lets others read what it only reads", async () => {
      await store().commit(
        adding(
          "0",
          ["a", "b", "c"].map((name) => [name, 0]),
          ["a", "b", "c"],
        ),
      );
      const holder = held(statements.verify, "after");
      const first = holder.store.commit(
        adding(
          "1",
          [
            ["a", 1],
            ["b", 1],
          ],
          ["b"],
        ),
      );
      await holder.reached;
      const beside = adding(
        "2",
        [
          ["a", 1],
          ["c", 1],
        ],
        ["c"],
      );
      expect(await store().commit(beside)).toEqual({ kind: "committed" });
      const against = store().commit(adding("3", [["a", 1]], ["a"]));
      await soon();
      holder.go();
      expect(await first).toEqual({ kind: "committed" });
      expect(await against).toEqual({ kind: "committed" });
    });

    test("waits for a key that somebody else is about to create", async () => {
      const holder = held(statements.settle, "before");
      const first = holder.store.commit(
        adding(
          "1",
          [
            ["a", 0],
            ["b", 0],
          ],
          ["a"],
        ),
      );
      await holder.reached;
      const second = store().commit(
        adding(
          "2",
          [
            ["a", 0],
            ["b", 0],
          ],
          ["b"],
        ),
      );
      await soon();
      holder.go();
      expect(await first).toEqual({ kind: "committed" });
      expect(await second).toEqual({ kind: "conflict" });
    });
  });

  describe("a tail", () => {
    for (const same of [true, false]) {
      test(`skips nothing that is committed late, ${same ? "one lane" : "two lanes"}`, async () => {
        const [one, other] = inputs(same);
        const holder = held(statements.settle, "after");
        const late = holder.store.commit(adding(one, [["a", 0]], ["a"]));
        await holder.reached;
        const early = store().commit(adding(other, [["b", 0]], ["b"]));
        await soon();
        const before = await store().events();
        expect(before.items.map(({ event }) => event.input)).toEqual(same ? [] : [other]);
        holder.go();
        await Promise.all([late, early]);
        const after = await store().events({ after: before.next });
        expect(after.items.map(({ event }) => event.input)).toEqual(same ? [one, other] : [one]);
      });
    }

    test("shows a commit after one that read what it overwrites, in another lane", async () => {
      const [reader, writer] = inputs(false);
      // Earlier commits, so that the reader's lane is far ahead of the writer's.
      for (let i = 0, made = 0; made < 3; i += 1) {
        if (hash(`y${i}`) % LANES !== hash(reader) % LANES) continue;
        made += 1;
        await store().commit(adding(`y${i}`, [[`y${i}`, 0]], [`y${i}`]));
      }
      await store().commit(
        adding(
          reader,
          [
            ["a", 0],
            ["b", 0],
          ],
          ["b"],
        ),
      );
      await store().commit(adding(writer, [["a", 0]], ["a"]));
      const events = (await store().events()).items.map(({ event }) => event.input as string);
      expect(events.slice(-2)).toEqual([reader, writer]);
    });
  });

  test("a policy adopted meanwhile waits for commits under way, and stops later ones", async () => {
    const holder = held(statements.settle, "after");
    const first = holder.store.commit(adding("1", [["a", 0]], ["a"]));
    await holder.reached;
    let adopted = false;
    const adoption = store()
      .adoptPolicy("another")
      .then(() => {
        adopted = true;
      });
    await soon();
    expect(adopted).toBe(false);
    holder.go();
    expect(await first).toEqual({ kind: "committed" });
    await adoption;
    const later = await store().commit(adding("2", [["b", 0]], ["b"]));
    expect(later).toEqual({ kind: "policy-mismatch", policy: "another" });
  });

  test("who only reads a key does not keep out who writes it, however many keep on", async () => {
    await store().commit(adding("0", [["hot", 0]], ["hot"]));
    const commits = Array.from({ length: 8 }, () => 0);
    let done = false;
    const reader = async (name: number): Promise<void> => {
      for (let n = 0; !done; n += 1) {
        await store().commit(
          adding(
            `${name}/${n}`,
            [
              ["hot", 1],
              [`own${name}`, n],
            ],
            [`own${name}`],
          ),
        );
        commits[name] = n + 1;
      }
    };
    const readers = commits.map((_, name) => reader(name));
    await soon();
    const before = [...commits];
    const request = {
      reads: [],
      writes: [counter("hot") as never],
      inputs: [{ scope: "o", input: "w" } as never],
    };
    const result = await store().exclusively(request, () => adding("w", [["hot", 1]], ["hot"]));
    const passed = commits.map((count, name) => count - (before[name] ?? 0));
    done = true;
    await Promise.all(readers);
    expect(result).toEqual({ kind: "committed" });
    // Each reader in turn comes to a commit that shares nothing: one in sixteen.
    expect(Math.max(...passed)).toBeLessThan(200);
  });

  test("eight instances that make the tables at once all succeed", async () => {
    const schema = `${database.schema}_new`;
    for (let round = 0; round < 10; round += 1) {
      await database.database().query(`drop schema if exists ${schema} cascade`, []);
      const instances = Array.from({ length: 8 }, () =>
        postgresStore(database.database(), { schema }).migrate(),
      );
      const ends = await Promise.allSettled(instances);
      expect(ends.map(({ status }) => status)).toEqual(Array(8).fill("fulfilled"));
      expect((await postgresStore(database.database(), { schema }).events()).items).toEqual([]);
    }
    await database.database().query(`drop schema ${schema} cascade`, []);
  });

  test("random sets of keys, absent ones too, never wait in a circle", async () => {
    let state = 7;
    const random = (below: number): number => {
      state = (state * 48271) % 2147483647;
      return state % below;
    };
    const results: string[] = [];
    const worker = async (name: number): Promise<void> => {
      for (let i = 0; i < 40; i += 1) {
        const names = new Set(Array.from({ length: 1 + random(12) }, () => `${random(30)}`));
        const keys = [...names].map((name) => counter(name) as never);
        const writes = keys.filter(() => random(3) === 0);
        const id = `${name}/${i}` as never;
        const result = await store().exclusively(
          { reads: keys, writes, inputs: [{ scope: "o" as never, input: id }] },
          ({ records }) => ({
            policy: "policy",
            reads: records,
            writes: writes.map((key) => [key, { n: 1 } as never] as const),
            settlements: adding(id, [], []).settlements,
          }),
        );
        results.push(result.kind);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, name) => worker(name)));
    // A deadlock would be a conflict; there is no other here, for nothing was read before.
    expect(new Set(results)).toEqual(new Set(["committed"]));
  });
}
