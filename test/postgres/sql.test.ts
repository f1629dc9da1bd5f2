// Aim: what is particular to PostgreSQL: locks in one sorted pass, rows for absent keys, texts that
// jsonb cannot hold, transactions to run again, connections that break.
// Method: PGlite with a client in between that looks on, meddles or fails.

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { type Commit, InvalidCursor, StoreUnavailable } from "../../src/host/index.ts";
import { fromPool, postgresStore, type SqlDatabase } from "../../src/postgres/index.ts";
import { tablesIn } from "../../src/postgres/schema.ts";
import { statementsOver } from "../../src/postgres/sql.ts";
import { command, counter, toy } from "../host/toy.ts";
import { pgliteDatabase } from "./databases.ts";

const lite = pgliteDatabase();
const statements = statementsOver(tablesIn(lite.schema), -1);

beforeEach(async () => {
  await (await lite.fresh()).adoptPolicy("policy");
});
afterAll(() => lite.close());

/** A database of which every statement in a transaction passes by. */
function watched(
  before: (text: string, database: SqlDatabase) => void | Promise<void>,
): SqlDatabase {
  const database = lite.database();
  return {
    query: database.query,
    transaction: (run) =>
      database.transaction((client) =>
        run({
          query: async (text, values) => {
            await before(text, { ...database, query: client.query });
            return client.query(text, values);
          },
        }),
      ),
  };
}

/** An input whose commit shares locks; one in sixteen does not. */
const sharing = "1";

function adding(input: string, reads: string[], writes: string[], body: object = { n: 1 }): Commit {
  return {
    policy: "policy",
    reads: reads.map((name) => ({ key: counter(name), version: 0 })),
    writes: writes.map((name) => [counter(name), body]),
    settlements: [
      {
        scope: "o",
        input,
        fingerprint: "f",
        outcome: { kind: "accepted", events: [], notices: [] },
      },
    ],
  } as unknown as Commit;
}

async function rows(): Promise<unknown[]> {
  const text = `select key, version::int, body from ${lite.schema}.records order by key`;
  return (await lite.database().query(text, [])).rows as unknown[];
}

describe("locks", () => {
  test("are taken by one loop over the keys as they are given, both kinds in it", async () => {
    const keys = JSON.stringify([["organization:a", 0, false]]);
    for (const statement of [statements.verify, statements.hold]) {
      const plan = await lite.database().query(`explain ${statement}`, [keys]);
      const lines = plan.rows.map((row) => String(row["QUERY PLAN"]).replace("->", "").trim());
      const nodes = lines.map((line) => line.replace(/ {2}\(cost.*/, "").replace(/ on .*/, ""));
      const operators = nodes.filter((node) => /^(Nested|Hash|Merge|Sort|Mat|Memo)/.test(node));
      expect(operators).toEqual(["Nested Loop Left Join", "Nested Loop Left Join"]);
      expect(nodes.filter((node) => node === "LockRows").length).toBe(2);
      // The first input of the innermost loop is the list.
      const inner = nodes.lastIndexOf("Nested Loop Left Join");
      expect(nodes[inner + 1]).toBe("Function Scan");
    }
  });

  test("come in the order of keys, whatever the order in which they were read", async () => {
    const seen: string[] = [];
    const looking: SqlDatabase = {
      ...lite.database(),
      transaction: (run) =>
        lite.database().transaction((client) =>
          run({
            query: (text, values) => {
              if (text === statements.verify) seen.push(values[0] as string);
              return client.query(text, values);
            },
          }),
        ),
    };
    await postgresStore(looking).commit(adding(sharing, ["c", "a", "d", "b"], ["d", "a"]));
    expect(JSON.parse(seen[0] as string)).toEqual([
      ["organization:a", 0, true],
      ["organization:b", 0, false],
      ["organization:c", 0, false],
      ["organization:d", 0, true],
    ]);
  });
});

describe("absent keys", () => {
  test("that were read have a row of version 0, which says that there is no record", async () => {
    const store = postgresStore(lite.database());
    await store.commit(adding("1", ["a", "b"], ["a"]));
    expect(await rows()).toEqual([
      { key: "organization:a", version: 1, body: { n: 1 } },
      { key: "organization:b", version: 0, body: null },
    ]);
    const loaded = await store.load({ keys: [counter("b") as never] });
    expect(loaded.records).toEqual([{ key: counter("b"), version: 0, record: null }]);
  });

  test("leave no row when the commit comes to nothing", async () => {
    const store = postgresStore(lite.database());
    await store.commit(adding("1", ["a"], ["a"]));
    expect(await store.commit(adding("2", ["a", "b"], ["b"]))).toEqual({ kind: "conflict" });
    expect(await rows()).toEqual([{ key: "organization:a", version: 1, body: { n: 1 } }]);
  });

  test("may be swept at any time: a row that is gone again is a conflict", async () => {
    const sweep = `delete from ${lite.schema}.records where version = 0`;
    const swept = watched(async (text, { query }) => {
      if (text === statements.verify) await query(sweep, []);
    });
    const commit = adding("1", ["a", "b"], ["a"]);
    expect(await postgresStore(swept).commit(commit)).toEqual({ kind: "conflict" });
    expect(await postgresStore(lite.database()).commit(commit)).toEqual({ kind: "committed" });
  });

  test("are not decided over when their rows are gone before they are held", async () => {
    const sweep = `delete from ${lite.schema}.records where version = 0`;
    const swept = watched(async (text, { query }) => {
      if (text === statements.hold) await query(sweep, []);
    });
    const request = { reads: [counter("b") as never], writes: [], inputs: [] };
    const decide = () => {
      throw new Error("decided over nothing");
    };
    expect(await postgresStore(swept).exclusively(request, decide)).toEqual({ kind: "conflict" });
  });

  test("are swept, however many there are, and nothing else is", async () => {
    const store = postgresStore(lite.database());
    const reads = Array.from({ length: 2100 }, (_, i) => `r${i}`);
    await store.commit(adding("1", [...reads, "a"], ["a"]));
    expect(await store.sweep()).toBe(2100);
    expect(await rows()).toEqual([{ key: "organization:a", version: 1, body: { n: 1 } }]);
  });
});

describe("texts that jsonb cannot hold", () => {
  for (const [name, text] of [
    ["U+0000", "a\0b"],
    ["a lone surrogate", "\ud800"],
  ] as const) {
    test(`${name} is an error and never another text`, async () => {
      const store = postgresStore(lite.database());
      const inBody = adding("1", ["a"], ["a"], { text });
      await expect(store.commit(inBody)).rejects.toThrow();
      await expect(store.commit(adding("1", [text], [text]))).rejects.toThrow();
      await expect(
        store.load({ keys: [], inputs: [{ scope: "platform", input: text as never }] }),
      ).rejects.toThrow();
      expect(await rows()).toEqual([]);
    });
  }
});

describe("failures", () => {
  for (const code of ["40001", "40P01"]) {
    test(`${code} is a conflict, and the input is decided again`, async () => {
      let failures = 0;
      const failing = watched((text) => {
        if (text !== statements.settle || failures === 2) return;
        failures += 1;
        throw Object.assign(new Error("again"), { code });
      });
      const fresh = postgresStore(failing);
      expect(await fresh.commit(adding("1", ["a"], ["a"]))).toEqual({ kind: "conflict" });
      const request = { reads: [], writes: [counter("a") as never], inputs: [] };
      expect(await fresh.exclusively(request, () => adding("1", ["a"], ["a"]))).toEqual({
        kind: "conflict",
      });
      expect(await fresh.commit(adding("1", ["a"], ["a"]))).toEqual({ kind: "committed" });
    });
  }

  test("any other error says that the store is unavailable, and nothing has happened", async () => {
    const cause = new Error("disk full");
    const failing = watched((text) => {
      if (text === statements.settle) throw cause;
    });
    const commit = adding("1", ["a"], ["a"]);
    const thrown = await postgresStore(failing)
      .commit(commit)
      .catch((error) => error);
    expect(thrown).toBeInstanceOf(StoreUnavailable);
    expect(thrown).toMatchObject({ code: "STORE_UNAVAILABLE", stored: "no", cause });
    expect(await rows()).toEqual([]);
  });

  test("every call says so, and none changes what a decision throws", async () => {
    const cause = new Error("no connection");
    const fail = () => Promise.reject(cause);
    const store = postgresStore({ query: fail, transaction: fail });
    const calls = [
      () => store.migrate(),
      () => store.load({ keys: [] }),
      () => store.commit(adding("1", [], [])),
      () => store.exclusively({ reads: [], writes: [], inputs: [] }, () => null),
      () => store.events(),
      () => store.notices(),
      () => store.records(),
      () => store.adoptPolicy("p"),
      () => store.sweep(),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({
        code: "STORE_UNAVAILABLE",
        stored: "no",
        cause,
      });
    }
    const own = new Error("on purpose");
    const throwing = postgresStore(lite.database()).exclusively(
      { reads: [], writes: [], inputs: [] },
      () => {
        throw own;
      },
    );
    await expect(throwing).rejects.toBe(own);
  });
});

/** A pool of one connection whose client does something else for some statements. */
function poolOf(meddle: (text: string, run: () => Promise<unknown>) => Promise<unknown>) {
  const released: boolean[] = [];
  const query = (text: string, values?: (string | null)[]) =>
    meddle(text, async () => {
      // Where `pg` takes several statements at once, PGlite takes one.
      for (const each of text.split("; set").slice(1))
        await lite.database().query(`set${each}`, []);
      return lite.database().query(text.split("; set")[0] ?? "", values ?? []);
    }) as never;
  const client = { query, release: (destroy = false) => released.push(destroy) };
  return { pool: { query, connect: async () => client }, released };
}

describe("a pool", () => {
  test("an answer lost on the way is found again under the same id", async () => {
    let lose = false;
    const { pool, released } = poolOf(async (text, run) => {
      const result = await run();
      if (text === "commit" && lose) throw new Error("connection lost");
      if (text === "rollback") throw new Error("no connection");
      return result;
    });
    const store = postgresStore(fromPool(pool));
    await lite.fresh();
    const host = createHostOver(toy, { store, policy: defaultPolicy });
    await host.submit(command("0", { add: ["b"] }));
    lose = true;
    const input = command("1", { add: ["a"] });
    const thrown = await host.submit(input).catch((error) => error);
    expect(thrown).toBeInstanceOf(StoreUnavailable);
    expect(thrown).toMatchObject({ stored: "perhaps", cause: new Error("connection lost") });
    expect(released.at(-1)).toBe(true);
    expect(await host.submit(input)).toMatchObject({ kind: "accepted", repeated: true });
    const events = (await host.events()).items.map(({ event }) => event.input);
    expect(events).toEqual(["0", "1"]);
  });

  test("connections are given back, whole or to be thrown away", async () => {
    const texts: string[] = [];
    const { pool, released } = poolOf(async (text, run) => {
      texts.push(text);
      return run();
    });
    const store = postgresStore(fromPool(pool), { limits: { lock: 7 } });
    await store.commit(adding("1", ["a"], ["a"]));
    expect(texts[0]).toBe(
      "begin isolation level read committed; set local statement_timeout = 30000; " +
        "set local lock_timeout = 7; set local idle_in_transaction_session_timeout = 10000",
    );
    expect(texts.at(-1)).toBe("commit");
    await store.commit(adding("2", ["a"], ["a"]));
    expect(texts.at(-1)).toBe("rollback");
    expect(released).toEqual([false, false]);
  });
});

test("trimming the tails takes nothing of an outcome", async () => {
  await lite.fresh();
  const host = createHostOver(toy, {
    store: postgresStore(lite.database()),
    policy: defaultPolicy,
  });
  const input = command("1", { add: ["a", "b"] });
  const first = await host.submit(input);
  expect(first).toMatchObject({ events: [{ seq: 0 }, { seq: 1 }], notices: [{}] });
  for (const tail of ["events", "notices"]) {
    await lite.database().query(`delete from ${lite.schema}.${tail}`, []);
  }
  expect(await host.submit(input)).toEqual({ ...first, repeated: true });
});

describe("what a caller may get wrong", () => {
  test("a schema name that is not a plain one", () => {
    for (const schema of ["", "Public", 'a"b', "a.b", "1a"]) {
      expect(() => postgresStore(lite.database(), { schema })).toThrow(RangeError);
    }
  });

  test("a cursor of something else", async () => {
    const store = postgresStore(lite.database());
    for (const after of ["", "x", "1.1", "1.1_1.1", `${"1.1_".repeat(7)}1.-1`]) {
      await expect(store.events({ after })).rejects.toThrow(InvalidCursor);
    }
  });
});
