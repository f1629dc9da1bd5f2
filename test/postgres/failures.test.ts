// Aim: whatever becomes of a connection, the caller is told in one way and in time, and truly.
// Method: a server, where DATABASE_URL names one, behind a proxy that cuts and stalls at chosen statements.

import { createServer, connect as dial, type Server, type Socket } from "node:net";
import pg from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/core/policy.ts";
import { createHostOver } from "../../src/host/host.ts";
import { type Commit, type Store, StoreUnavailable } from "../../src/host/index.ts";
import { fromPool, type PostgresStoreOptions, postgresStore } from "../../src/postgres/index.ts";
import { command, counter, toy } from "../host/toy.ts";
import { serverDatabase, type TestDatabase } from "./databases.ts";

const server = serverDatabase("failures");
if (server === null) test("is run where DATABASE_URL names a server", () => {});
else suite(server, new URL(process.env["DATABASE_URL"] ?? ""));

/** What becomes of what a client sends: it is passed on, or dropped, with or without the connection. */
type Fate = "pass" | "stall" | "cut" | "deaf";

interface Proxy {
  /** Decides about what a client sends; `deaf` passes it on, and the connection is cut before the answer. */
  fate: (sent: string) => Fate;
  readonly port: () => number;
  readonly close: () => void;
}

async function proxyTo(target: URL): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const proxy: Proxy = {
    fate: () => "pass",
    port: () => (listener.address() as { port: number }).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      listener.close();
    },
  };
  const listener: Server = createServer((client) => {
    const upstream = dial(Number(target.port), target.hostname);
    let heard = true;
    let stalled = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {});
    }
    client.on("data", (chunk) => {
      const fate = stalled ? "stall" : proxy.fate(chunk.toString("latin1"));
      stalled = fate === "stall";
      if (fate === "cut") client.destroy();
      if (fate === "cut") upstream.destroy();
      heard = fate !== "deaf";
      if (fate === "pass" || fate === "deaf") upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (heard) client.write(chunk);
      else client.destroy();
    });
    client.on("close", () => {
      if (!stalled) upstream.destroy();
    });
    upstream.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  return proxy;
}

function suite(database: TestDatabase, address: URL): void {
  let proxy: Proxy;
  let pool: pg.Pool;
  let healthy: Store;

  beforeEach(async () => {
    healthy = await database.fresh();
    proxy = await proxyTo(address);
    const through = new URL(address);
    through.port = String(proxy.port());
    pool = new pg.Pool({ connectionString: through.href, max: 4 });
    pool.on("error", () => {});
  });
  afterEach(async () => {
    proxy.close();
    await pool.end();
  });
  afterAll(() => database.close());

  const hostOver = (store: Store) => createHostOver(toy, { store, policy: defaultPolicy });
  const proxied = (limits: PostgresStoreOptions["limits"] = {}) =>
    postgresStore(fromPool(pool), { schema: database.schema, limits });
  const unavailable = async (submitted: Promise<unknown>): Promise<string> => {
    const thrown = await submitted.then(
      () => "nothing",
      (error) => error,
    );
    expect(thrown).toBeInstanceOf(StoreUnavailable);
    expect(thrown.cause).toBeInstanceOf(Error);
    return thrown.stored;
  };
  /** Of what is sent, the first that has a text in it meets a fate. */
  const once = (text: string, fate: Fate): void => {
    let met = false;
    proxy.fate = (sent) => {
      if (met || !sent.includes(text)) return "pass";
      met = true;
      return fate;
    };
  };

  describe("a connection that breaks", () => {
    const input = command("1", { add: ["a"] });

    for (const [when, text, fate, stored, repeated] of [
      ["before anything was sent", "begin isolation", "cut", "no", false],
      ["while its records are written", "with lane as", "cut", "no", false],
      ["while its commit is on the way", "commit\0", "cut", "perhaps", false],
      ["while the answer to its commit is", "commit\0", "deaf", "perhaps", true],
    ] as const) {
      test(`${when}: stored ${stored}, and the same again is ${repeated ? "a" : "no"} repeat`, async () => {
        const host = hostOver(proxied());
        await host.submit(command("0", { add: ["b"] }));
        once(text, fate);
        expect(await unavailable(host.submit(input))).toBe(stored);
        expect(await host.submit(input)).toMatchObject({ kind: "accepted", repeated });
        const events = (await host.events()).items.map(({ event }) => event.input);
        expect([...events].sort()).toEqual(["0", "1"]);
      });
    }

    test("because the server ends it: nothing is stored, and the next call has another", async () => {
      const host = hostOver(proxied());
      await host.submit(command("0", { add: ["b"] }));
      once("with lane as", "stall");
      const submitted = unavailable(host.submit(input));
      const end = `select pg_terminate_backend(pid) as ended from pg_stat_activity
        where state = 'idle in transaction' and query like '%${database.schema}%'`;
      await expect
        .poll(async () => (await database.database().query(end, [])).rows.length)
        .toBeGreaterThan(0);
      expect(await submitted).toBe("no");
      expect(await host.submit(input)).toMatchObject({ kind: "accepted", repeated: false });
    });

    test("or cannot be made: nothing is stored", async () => {
      proxy.close();
      const host = hostOver(proxied());
      expect(await unavailable(host.submit(input))).toBe("no");
      expect(await unavailable(host.events())).toBe("no");
    });
  });

  describe("a server that does not answer", () => {
    const soon = { client: 250 };

    for (const [what, text, call] of [
      ["a statement by itself", "with seen as", (store: Store) => store.events()],
      ["a transaction", "begin isolation", (store: Store) => store.adoptPolicy("p")],
    ] as const) {
      test(`is given up in time: ${what}; its connection is not used again`, async () => {
        const store = proxied(soon);
        await store.events();
        expect(pool.totalCount).toBe(1);
        once(text, "stall");
        const before = Date.now();
        expect(await unavailable(call(store))).toBe("no");
        expect(Date.now() - before).toBeLessThan(5_000);
        expect(pool.totalCount).toBe(0);
        expect((await store.events()).items).toEqual([]);
      });
    }

    test("to whoever connects: in time, and a connection that comes late is not lost", async () => {
      let late = true;
      proxy.fate = () => (late ? "stall" : "pass");
      expect(await unavailable(proxied(soon).events())).toBe("no");
      late = false;
      expect((await proxied().events()).items).toEqual([]);
    });
  });

  test("a client that falls silent while it holds a record keeps nobody out", async () => {
    const first = hostOver(proxied({ idle: 400, client: 60_000 }));
    await first.submit(command("0", { add: ["a"] }));
    once("with lane as", "stall");
    const silent = unavailable(first.submit(command("1", { add: ["a"] })));
    const holds = `select 1 from pg_stat_activity where state = 'idle in transaction'
      and query like '%${database.schema}%'`;
    await expect.poll(async () => (await database.database().query(holds, [])).rows.length).toBe(1);
    const healthyHost = hostOver(healthy);
    expect(await healthyHost.submit(command("2", { add: ["a"] }))).toMatchObject({
      kind: "accepted",
    });
    expect(await silent).toBe("no");
  });

  test("who waits for a lock longer than is allowed is told so, and holds nothing", async () => {
    await hostOver(healthy).submit(command("0", { add: ["a"] }));
    const waiting = postgresStore(database.database(), {
      schema: database.schema,
      limits: { lock: 100 },
    });
    const request = { reads: [], writes: [counter("a") as never], inputs: [] };
    await database.database().transaction(async ({ query }) => {
      await query(`select 1 from ${database.schema}.records for update`, []);
      expect(await unavailable(waiting.exclusively(request, () => null))).toBe("no");
    });
    expect(await waiting.exclusively(request, () => null)).toEqual({ kind: "released" });
  });

  test("sweeping beside load loses nothing: versions go on where they are", async () => {
    const { policy } = { policy: "p" };
    await healthy.adoptPolicy(policy);
    let over = false;
    let swept = 0;
    const sweeper = (async () => {
      while (!over) swept += await healthy.sweep();
    })();
    const committed: Record<string, number> = {};
    const worker = async (name: number): Promise<void> => {
      for (let i = 0; i < 40; i += 1) {
        // Three of ten keys are looked at and one is written: half of the keys never have a record.
        const names = [0, 3, 7].map((step) => `k${(i + name + step) % 10}`);
        const keys = names.map((each) => counter(each) as never);
        const written = `k${(2 * (i + name)) % 10}`;
        const input = { scope: "platform", input: `${name}/${i}` } as never;
        const write = counter(written) as never;
        for (let done = false; !done; ) {
          const { kind } = await healthy.exclusively(
            { reads: keys, writes: [write], inputs: [input] },
            ({ records }): Commit => ({
              policy,
              reads: records,
              writes: [[write, { n: 1 } as never]],
              settlements: [],
            }),
          );
          done = kind === "committed";
          if (!done) expect(kind).toBe("conflict");
        }
        committed[written] = (committed[written] ?? 0) + 1;
      }
    };
    await Promise.all([0, 1, 2, 3].map(worker));
    over = true;
    await sweeper;
    await healthy.sweep();
    expect(swept).toBeGreaterThan(0);
    const names = Array.from({ length: 10 }, (_, i) => `k${i}`);
    const { records } = await healthy.load({ keys: names.map((name) => counter(name) as never) });
    for (const { key, version } of records) expect(version).toBe(committed[key[1]] ?? 0);
    const rows = await database
      .database()
      .query(`select 1 from ${database.schema}.records where version = 0`, []);
    expect(rows.rows).toEqual([]);
  });
}
