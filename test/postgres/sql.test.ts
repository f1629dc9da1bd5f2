// Aim: what is particular to PostgreSQL: locks in one sorted pass, rows for absent keys, texts that
// jsonb cannot hold, transactions to run again, connections that break.
// Method: PGlite with a client in between that looks on, meddles or fails.

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { type Commit, InvalidCursor } from "../../src/host/index.ts";
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
      { input, fingerprint: "f", outcome: { kind: "accepted", events: [], notices: [] } },
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
      await expect(store.load({ keys: [], inputs: [text as never] })).rejects.toThrow();
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

  test("any other error is passed on, and nothing has happened", async () => {
    const failing = watched((text) => {
      if (text === statements.settle) throw new Error("disk full");
    });
    const commit = adding("1", ["a"], ["a"]);
    await expect(postgresStore(failing).commit(commit)).rejects.toThrow("disk full");
    expect(await rows()).toEqual([]);
  });
});

/** A pool of one connection whose client does something else for some statements. */
function poolOf(meddle: (text: string, run: () => Promise<unknown>) => Promise<unknown>) {
  const released: boolean[] = [];
  const query = (text: string, values?: (string | null)[]) =>
    meddle(text, () => lite.database().query(text, values ?? [])) as never;
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
    await expect(host.submit(input)).rejects.toThrow("connection lost");
    expect(released.at(-1)).toBe(true);
    expect(await host.submit(input)).toMatchObject({ kind: "accepted", repeated: true });
    const events = (await host.events()).items.map((event) => event.input);
    expect(events).toEqual(["0", "1"]);
  });

  test("connections are given back, whole or to be thrown away", async () => {
    const texts: string[] = [];
    const { pool, released } = poolOf(async (text, run) => {
      texts.push(text.slice(0, 8));
      return run();
    });
    const store = postgresStore(fromPool(pool));
    await store.commit(adding("1", ["a"], ["a"]));
    expect(texts[0]).toBe("begin is");
    expect(texts.at(-1)).toBe("commit");
    await store.commit(adding("2", ["a"], ["a"]));
    expect(texts.at(-1)).toBe("rollback");
    expect(released).toEqual([false, false]);
  });
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
