// Aim: processes that write one file at once settle every input once and keep every limit.
// Method: processes started together, each with its own inputs and some that all of them send.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { afterAll, expect, test } from "vitest";
import { fromConnection, sqliteStore } from "../../src/sqlite/index.ts";
import { counter } from "../host/toy.ts";

const folder = mkdtempSync(join(tmpdir(), "interorg-processes-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(...args: string[]): ChildProcess {
  const child = join(import.meta.dirname, "process.ts");
  return spawn(process.execPath, ["--import", "tsx", child, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
  });
}

const PROCESSES = 3;
const INPUTS = 60;
const LIMIT = 100;

test("three processes over one file, from the first table on", async () => {
  const file = join(folder, "race.db");
  const children = Array.from({ length: PROCESSES }, (_, i) =>
    start(file, `p${i}`, `${INPUTS}`, `${LIMIT}`),
  );
  const said = children.map(() => "");
  for (const [i, { stdout }] of children.entries()) {
    stdout?.on("data", (chunk: Buffer) => {
      said[i] += String(chunk);
    });
  }
  await Promise.all(children.map(({ stdout }) => once(stdout as never, "data")));
  for (const { stdin } of children) stdin?.end("go\n");
  const codes = await Promise.all(children.map((child) => once(child, "exit")));
  expect(codes.map(([code]) => code)).toEqual(children.map(() => 0));
  const kinds = said.map((text) => JSON.parse(text.split("\n")[1] ?? "") as string[]);

  // Every process sends the same inputs and as many of its own; each adds one while there is room.
  const store = sqliteStore(fromConnection(new Database(file)));
  const { records } = await store.load({ keys: [counter("hot") as never] });
  expect(records).toEqual([{ key: counter("hot"), version: LIMIT, record: { n: LIMIT } }]);
  const events = (await store.events({ limit: 1000 })).items.map(
    ({ event }) => event.input as string,
  );
  expect(events.length).toBe(LIMIT);
  expect(new Set(events).size).toBe(LIMIT);
  for (const each of kinds) expect(each.length).toBe(2 * INPUTS);
  for (const [i, each] of kinds.entries()) {
    for (const [place, kind] of each.entries()) {
      const id = place % 2 === 0 ? `all/${place >> 1}` : `p${i}/${place >> 1}`;
      expect([id, kind]).toEqual([id, events.includes(id) ? "accepted" : "refused"]);
    }
  }
}, 120_000);

test("a process that is killed while it writes leaves whole commits, and the file to others", async () => {
  const file = join(folder, "killed.db");
  for (let round = 0; round < 4; round += 1) {
    const child = start(file, `k${round}`, "100000", "100000000");
    await once(child.stdout as never, "data");
    child.stdin?.end("go\n");
    await new Promise((resolve) => setTimeout(resolve, 150 + 70 * round));
    child.kill("SIGKILL");
    await once(child, "exit");
    const connection = new Database(file);
    const store = sqliteStore(fromConnection(connection));
    const { records } = await store.load({ keys: [counter("hot") as never] });
    const version = records[0]?.version ?? 0;
    expect(records[0]?.record ?? { n: 0 }).toEqual({ n: version });
    const { events } = connection
      .prepare("select count(*) as events from interorg_events")
      .get() as {
      events: number;
    };
    expect(events).toBe(version);
    if (round === 3) expect(version).toBeGreaterThan(10);
    connection.close();
  }
}, 120_000);
