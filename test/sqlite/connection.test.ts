// Aim: what is particular to SQLite: who takes the lock and how, what is left of a commit that breaks, look-ups
// by index, tails that are trimmed, files that several connections have open.
// Method: connections that look on or fail, over every client that is here.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { type Commit, InvalidCursor, StoreUnavailable } from "../../src/host/index.ts";
import {
  type ConnectionLike,
  fromConnection,
  type SqliteValue,
  sqliteStore,
} from "../../src/sqlite/index.ts";
import { counter } from "../host/toy.ts";
import { CONNECTIONS } from "./databases.ts";

const folder = mkdtempSync(join(tmpdir(), "interorg-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

const named = (input: string) => ({ scope: "o", input }) as never;

function adding(input: string, name: string, version: number): Commit {
  const event = { v: 1, input, seq: 0, at: 1, cause: null, type: "t", data: {} };
  const notice = { kind: "COUNTERPART_LEFT", to: [], data: {} };
  return {
    policy: "p",
    reads: [{ key: counter(name), version }],
    writes: [[counter(name), { n: version + 1 }]],
    settlements: [
      {
        ...{ scope: "o", input, fingerprint: "f" },
        outcome: { kind: "accepted", events: [event], notices: [notice] },
      },
    ],
  } as unknown as Commit;
}

/** A connection whose statements pass by. */
function watched(
  connection: ConnectionLike,
  pass: (text: string, how: "exec" | "prepared") => void,
): ConnectionLike {
  return {
    exec: (text) => {
      pass(text, "exec");
      return connection.exec(text);
    },
    prepare: (text) => {
      const statement = connection.prepare(text);
      const passing =
        (run: (...values: SqliteValue[]) => unknown) =>
        (...values: SqliteValue[]): unknown => {
          pass(text, "prepared");
          return run(...values);
        };
      return {
        all: passing((...values) => statement.all(...values)),
        run: passing((...values) => statement.run(...values)),
      };
    },
  };
}

for (const { name, connect } of CONNECTIONS) {
  describe(name, () => {
    test("every write begins by taking the lock, and not by a prepared statement", async () => {
      const passed: string[] = [];
      const looking = watched(connect(), (text, how) => passed.push(`${how} ${text.slice(0, 15)}`));
      const store = sqliteStore(fromConnection(looking));
      const writes = [
        () => store.migrate(),
        () => store.adoptPolicy("p"),
        () => store.commit(adding("1", "a", 0)),
        () => store.exclusively({ reads: [], writes: [], inputs: [] }, () => null),
      ];
      for (const write of writes) {
        passed.length = 0;
        await write();
        expect([passed[0], passed.at(-1)]).toEqual(["exec begin immediate", "exec commit"]);
      }
      passed.length = 0;
      await store.load({ keys: [] });
      expect(passed[0]).toBe("exec begin");
    });

    test("a commit that breaks at any statement leaves nothing, and the next one works", async () => {
      let left = Number.POSITIVE_INFINITY;
      let passed = 0;
      const failing = watched(connect(), (text) => {
        if (text === "rollback") return;
        passed += 1;
        if (passed === left) throw new Error("disk I/O error");
      });
      const store = sqliteStore(fromConnection(failing));
      await store.migrate();
      await store.adoptPolicy("p");
      passed = 0;
      await store.commit(adding("1", "a", 0));
      const statements = passed;
      expect(statements).toBeGreaterThan(8);
      for (left = 1; left <= statements; left += 1) {
        passed = 0;
        const failure = await store.commit(adding("2", "a", 1)).catch((error) => error);
        expect(failure).toBeInstanceOf(StoreUnavailable);
        expect(failure.cause.message).toBe("disk I/O error");
        expect([left, failure.stored]).toEqual([left, left === statements ? "perhaps" : "no"]);
      }
      left = Number.POSITIVE_INFINITY;
      expect((await store.load({ keys: [], inputs: [named("2")] })).settlements).toEqual([]);
      expect((await store.events()).items.length).toBe(1);
      expect(await store.commit(adding("2", "a", 1))).toEqual({ kind: "committed" });
      expect((await store.notices()).items.length).toBe(2);
    });

    test("keys and names are looked up by an index, tails by their place", async () => {
      const connection = connect();
      const texts = new Set<string>();
      const looking = watched(connection, (text, how) => {
        if (how === "prepared" && !text.startsWith("create")) texts.add(text);
      });
      const store = sqliteStore(fromConnection(looking));
      await store.migrate();
      await store.adoptPolicy("p");
      await store.commit(adding("1", "a", 0));
      await store.load({ keys: [counter("a") as never], inputs: [named("1")] });
      await store.events();
      await store.notices();
      await store.records();
      expect(texts.size).toBeGreaterThan(12);
      for (const text of texts) {
        const values = [...text.matchAll(/\?/g)].map(() => "[]");
        const plan = connection.prepare(`explain query plan ${text}`).all(...values);
        const scanned = (plan as { detail: string }[]).map(({ detail }) => detail);
        // The one row of `interorg_store`, and the list that was handed over.
        const others = scanned.filter((line) => /^SCAN (?!interorg_store|s$|. VIRTUAL)/.test(line));
        expect([text, others]).toEqual([text, []]);
      }
    });

    test("a tail that is trimmed goes on where it was, and outcomes stay as they were", async () => {
      const connection = connect();
      const store = sqliteStore(fromConnection(connection));
      await store.migrate();
      await store.adoptPolicy("p");
      const first = adding("1", "a", 0);
      await store.commit(first);
      const [events, notices] = [await store.events(), await store.notices()];
      connection.exec("delete from interorg_events");
      connection.exec("delete from interorg_notices");
      expect((await store.events({ after: events.next })).items).toEqual([]);
      await store.commit(adding("2", "a", 1));
      const later = await store.events({ after: events.next });
      expect(later.items.map(({ event }) => event.input)).toEqual(["2"]);
      expect((await store.notices({ after: notices.next })).items.length).toBe(1);
      const found = await store.load({ keys: [], inputs: [named("1")] });
      expect(found.settlements).toEqual(first.settlements);
    });

    test.each(["", "abc", "-1", "01", "1.0", " 1", "1e0", "2", "9".repeat(30)])(
      "a cursor that was not given out is refused: %j",
      async (after) => {
        const store = sqliteStore(fromConnection(connect()));
        await store.migrate();
        await store.adoptPolicy("p");
        await store.commit(adding("1", "a", 0));
        expect((await store.events({ after: "1" })).items).toEqual([]);
        await expect(store.events({ after })).rejects.toThrow(InvalidCursor);
        await expect(store.notices({ after })).rejects.toThrow(InvalidCursor);
      },
    );

    test("a file is kept with a log, synced at every commit, and open to several", async () => {
      const file = newFile();
      const [one, other] = [connect(file), connect(file)];
      const stores = [one, other].map((each) => sqliteStore(fromConnection(each)));
      await Promise.all(stores.map((store) => store.migrate()));
      expect(one.prepare("pragma journal_mode").all()).toEqual([{ journal_mode: "wal" }]);
      expect(one.prepare("pragma synchronous").all()).toEqual([{ synchronous: 2 }]);
      expect(one.prepare("pragma busy_timeout").all()).toEqual([{ timeout: 5000 }]);
      await stores[0]?.adoptPolicy("p");
      expect(await stores[0]?.commit(adding("1", "a", 0))).toEqual({ kind: "committed" });
      expect(await stores[1]?.commit(adding("2", "a", 0))).toEqual({ kind: "conflict" });
      expect(await stores[1]?.commit(adding("2", "a", 1))).toEqual({ kind: "committed" });
      expect((await stores[0]?.events())?.items.map(({ event }) => event.input)).toEqual([
        "1",
        "2",
      ]);
    });

    test("while another writes one reads, waits as long as it is told, and then goes on", async () => {
      const file = newFile();
      const [writer, waiting] = [connect(file), connect(file)];
      const store = sqliteStore(fromConnection(waiting));
      await store.migrate();
      await store.adoptPolicy("p");
      waiting.exec("pragma busy_timeout = 200");
      writer.exec("begin immediate");
      expect((await store.load({ keys: [] })).policy).toBe("p");
      for (let i = 0; i < 3; i += 1) {
        const started = performance.now();
        const failure = await store.commit(adding("1", "a", 0)).catch((error) => error);
        expect(failure).toBeInstanceOf(StoreUnavailable);
        expect([failure.stored, failure.cause.message]).toEqual([
          "no",
          expect.stringMatching("locked"),
        ]);
        expect(performance.now() - started).toBeGreaterThan(150);
        expect(performance.now() - started).toBeLessThan(3_000);
      }
      writer.exec("commit");
      expect(await store.commit(adding("1", "a", 0))).toEqual({ kind: "committed" });
      expect((await store.events()).items.length).toBe(1);
    });
  });
}
