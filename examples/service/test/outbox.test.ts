/** Notices reach the sink at least once, in order, whatever happens on the way. */
import { setTimeout as sleep } from "node:timers/promises";
import type { NoticeItem } from "interorg/host";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Database, migrate } from "../src/database.ts";
import { createLog } from "../src/log.ts";
import { startOutbox } from "../src/outbox/consumer.ts";
import { type Cursor, tableCursor } from "../src/outbox/cursor.ts";
import { type Delivery, tableSink } from "../src/outbox/sink.ts";
import { build, embedded, fact, serviceOn, twoFirms } from "./support/service.ts";

let database: Database;
let schema: string;
let made = 0;

beforeAll(async () => {
  database = await embedded();
});
beforeEach(async () => {
  made += 1;
  schema = `o${made}`;
  await migrate(database.sql, schema);
});

const item = (n: number): NoticeItem => ({
  scope: "platform",
  input: `input-${n}` as NoticeItem["input"],
  seq: 0,
  notice: { kind: "APP_PUBLISHED", to: [], data: { space: "s", app: "a" } } as never,
});

/** A tail whose cursors are how many items lie before them. */
const tailOf =
  (items: readonly NoticeItem[]) =>
  async (request: { after?: string; limit?: number } = {}) => {
    const from = Number(request.after ?? 0);
    const page = items.slice(from, from + Math.min(2, request.limit ?? 2));
    return { items: page, next: String(from + page.length) };
  };

const quiet = createLog("silent");
const until = (condition: () => boolean) =>
  vi.waitUntil(condition, { timeout: 10_000, interval: 10 });
const cursorOf = (owner: string, lease = 10_000): Cursor =>
  tableCursor(database.sql, schema, owner, lease);

interface Plan {
  readonly items: readonly NoticeItem[];
  readonly fails?: (attempt: number, delivery: Delivery) => boolean;
  readonly owner?: string;
  readonly lease?: number;
}

function start({ items, fails = () => false, owner = "one", lease }: Plan) {
  const taken: string[] = [];
  let attempts = 0;
  const outbox = startOutbox({
    notices: tailOf(items),
    cursor: cursorOf(owner, lease),
    log: quiet,
    poll: 10,
    firstPause: 5,
    sink: {
      deliver: async (delivery) => {
        attempts += 1;
        if (fails(attempts, delivery)) throw new Error("sink is down");
        taken.push(delivery.input);
      },
    },
  });
  return { ...outbox, taken };
}

const five = [0, 1, 2, 3, 4].map(item);
const names = five.map(({ input }) => input as string);

describe("the outbox", () => {
  it("delivers everything in order, page by page", async () => {
    const outbox = start({ items: five });
    await until(() => outbox.taken.length === 5);
    await outbox.stop();
    expect(outbox.taken).toEqual(names);
    expect(outbox.state()).toMatchObject({ delivered: 5, failures: 0, active: false });
  });

  it("goes on where it was when it starts again", async () => {
    const first = start({ items: five.slice(0, 3) });
    await until(() => first.taken.length === 3);
    await sleep(50);
    await first.stop();
    const second = start({ items: five, owner: "two" });
    await until(() => second.taken.length === 2);
    await second.stop();
    expect(second.taken).toEqual(names.slice(3));
  });

  it("delivers a page again if it died before the cursor moved", async () => {
    const cursor = cursorOf("one");
    await cursor.claim();
    await cursor.release();
    const again = start({ items: five, owner: "two" });
    await until(() => again.taken.length === 5);
    await again.stop();
    expect(again.taken).toEqual(names);
  });

  it("waits for a sink that fails, and skips nothing", async () => {
    const outbox = start({ items: five, fails: (attempt) => attempt >= 2 && attempt <= 5 });
    await until(() => outbox.taken.length === 5);
    await outbox.stop();
    expect(outbox.taken).toEqual(names);
  });

  it("keeps trying one that is never taken, and stops when told to", async () => {
    const outbox = start({ items: five, fails: (_, { input }) => input === "input-1" });
    await until(() => outbox.state().failures >= 3);
    await outbox.stop();
    expect(outbox.taken).toEqual(["input-0"]);
    const [row] = (
      await database.sql.query(`select cursor from ${schema}_service.outbox_cursors`, [])
    ).rows;
    expect(row?.["cursor"]).toBeNull();
  });

  it("is one instance's work at a time", async () => {
    const [first, second] = [start({ items: five }), start({ items: five, owner: "two" })];
    await until(() => first.taken.length + second.taken.length === 5);
    await sleep(100);
    expect([first.taken.length, second.taken.length].sort()).toEqual([0, 5]);
    await Promise.all([first.stop(), second.stop()]);
  });

  it("passes to another instance when the one at work falls silent", async () => {
    expect(await cursorOf("dead", 100).claim()).toBeUndefined();
    const outbox = start({ items: five });
    await until(() => outbox.taken.length === 5);
    await outbox.stop();
    expect(await cursorOf("dead").save("0")).toBe(false);
  });

  it("gives each notice a key that no other has", async () => {
    const keys = new Set<string>();
    const items = ["a", 'a",1', "__proto__"].map((input) => ({
      ...item(0),
      input: input as never,
    }));
    const outbox = startOutbox({
      notices: tailOf(items),
      cursor: cursorOf("one"),
      log: quiet,
      sink: { deliver: async ({ key }) => void keys.add(key) },
    });
    await until(() => keys.size === 3);
    await outbox.stop();
  });
});

describe("the table of deliveries", () => {
  it("has one row a notice, however often it came", async () => {
    const sink = tableSink(database.sql, schema, quiet);
    for (const each of [0, 1, 0, 0]) await sink.deliver({ ...item(each), key: String(each) });
    const { rows } = await database.sql.query(
      `select input, seq, times from ${schema}_service.deliveries order by input`,
      [],
    );
    expect(rows).toEqual([
      { input: "input-0", seq: 0, times: 3 },
      { input: "input-1", seq: 0, times: 1 },
    ]);
  });

  it("is what a service fills", async () => {
    const api = await serviceOn(database, { schema });
    await build(api, twoFirms);
    const of = { organization: "acme" };
    await api.submit(fact("gone", of, "person.resigned", { ...of, person: "bob", number: 1 }));
    const count = async () =>
      (await database.sql.query(`select * from ${schema}_service.deliveries`, [])).rows.length;
    await vi.waitUntil(async () => (await count()) > 2, { timeout: 10_000 });
    await api.service.stop();
    const sent = api.lines().filter(({ msg }) => msg === "notice");
    expect(sent.map(({ kind }) => kind)).toEqual([
      "APPLICATION_SUBMITTED",
      "APPLICATION_DECIDED",
      "COUNTERPART_LEFT",
    ]);
    expect(sent.slice(2)).toMatchObject([
      { input: "gone", seq: 0, kind: "COUNTERPART_LEFT", times: 1 },
    ]);
  });
});
