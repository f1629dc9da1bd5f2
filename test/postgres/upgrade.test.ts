// Aim: a store in PostgreSQL is brought up to date, wherever that is cut short, by a kill too.
// Method: the suite that all stores share, over PGlite and, where there is one, a server; there, processes
// that are killed in a transaction, one after another.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createHost, upgradeStore } from "../../src/host/index.ts";
import { defaultPolicy } from "../../src/index.ts";
import { asParsed, fillOld } from "../host/old-store.ts";
import { older, recordsOf, upgradeSuite } from "../host/upgrade-suite.ts";
import { pgliteDatabase, serverDatabase, type TestDatabase } from "./databases.ts";

upgradeSuite("PGlite", pgliteDatabase());

const server = serverDatabase("upgrade");
if (server !== null) upgradeSuite("a PostgreSQL server", server);

const killing = serverDatabase("kill");
if (killing !== null) kills(killing);

/** Starts an upgrade that stops in its second commit. */
function start(schema: string): ChildProcess {
  const child = join(import.meta.dirname, "upgrade-child.ts");
  return spawn(process.execPath, ["--import", "tsx", child, schema, "2"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
}

function kills(database: TestDatabase): void {
  afterAll(() => database.close());

  test("an upgrade that is killed goes on where it was, and ends as if it had not been", async () => {
    const store = await database.fresh();
    await fillOld(store, 0);
    const host = createHost({ store, policy: defaultPolicy });
    const places: (string | null)[] = [];
    for (let kill = 0; kill < 2; kill += 1) {
      const child = start(database.schema);
      const [said] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
      expect(String(said)).toBe("stopped\n");
      child.kill("SIGKILL");
      await once(child, "exit");
      expect(await host.ready()).toEqual(older(true));
      const { policy } = await store.load({ keys: [] });
      places.push(policy);
    }
    expect(new Set(places).size).toBe(2);
    expect(await recordsOf(store)).not.toEqual(asParsed(0));
    await upgradeStore(store);
    expect(await recordsOf(store)).toEqual(asParsed(0));
    expect(await host.ready()).toEqual({ kind: "ready" });
  }, 60_000);
}
