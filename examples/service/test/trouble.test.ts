/** What callers get when the service cannot do its work. */
import { type Store, StoreUnavailable } from "interorg/host";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "../src/database.ts";
import { type Settings, settingsFrom, UnusableSettings } from "../src/settings.ts";
import { build, command, embedded, serviceOn, twoFirms } from "./support/service.ts";

let database: Database;
beforeAll(async () => {
  database = embedded();
});

const folder = (id: string) =>
  command(id, "acme", "ann", "folder.create", {
    space: "supply",
    folder: id,
    parent: null,
    name: id,
  });

/** A service whose store breaks when told to. */
async function fragile(schema?: string, settings: Partial<Settings> = {}) {
  let broken: ((store: Store) => Partial<Store>) | undefined;
  const api = await serviceOn(
    database,
    { ...settings, ...(schema && { schema }) },
    {
      wrapStore: (store) => {
        type Method = (...values: unknown[]) => unknown;
        const method =
          (name: keyof Store): Method =>
          (...values) =>
            ((broken?.(store)[name] ?? store[name]) as Method)(...values);
        const names = Object.keys(store) as (keyof Store)[];
        return Object.fromEntries(names.map((name) => [name, method(name)])) as unknown as Store;
      },
    },
  );
  return {
    ...api,
    breakDown: (how: (store: Store) => Partial<Store>) => {
      broken = how;
    },
    heal: () => {
      broken = undefined;
    },
  };
}

const failing = (error: Error) => {
  const fail = () => Promise.reject(error);
  return () => ({ load: fail, commit: fail, exclusively: fail, notices: fail });
};

describe("a store that is always outrun", () => {
  it("makes the service busy, and the same input may come again", async () => {
    const api = await fragile();
    await build(api, twoFirms);
    const conflict = async () => ({ kind: "conflict" }) as const;
    api.breakDown(() => ({ commit: conflict, exclusively: conflict }));
    const reply = await api.submit(folder("busy"));
    expect([reply.status, reply.body.type]).toEqual([503, "/problems/busy"]);
    expect(reply.headers.get("retry-after")).toBe("1");
    const { body } = await api.call("GET", "/stats", { token: "operator" });
    expect(body.store.commits.conflict).toBe(3);
    expect(body.store.held.conflict).toBeGreaterThan(0);
    api.heal();
    const again = await api.submit(folder("busy"));
    expect([again.status, again.headers.has("idempotent-replayed")]).toEqual([200, false]);
    await api.service.stop();
  });
});

describe("a database out of reach", () => {
  it.each([
    Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    Object.assign(new Error("terminating connection"), { code: "57P01" }),
    new Error("timeout exceeded when trying to connect"),
    new StoreUnavailable("no", new Error("Query read timeout")),
    new StoreUnavailable("perhaps", new Error("Connection terminated unexpectedly")),
  ])("asks for the input again later: %s", async (error) => {
    const api = await fragile();
    await build(api, twoFirms);
    api.breakDown(failing(error));
    const reply = await api.submit(folder("away"));
    expect([reply.status, reply.body.type]).toEqual([503, "/problems/out-of-reach"]);
    expect(reply.headers.get("retry-after")).toBe("2");
    const ready = await api.call("GET", "/health/ready", { token: null });
    expect([ready.status, ready.body]).toEqual([503, { state: "out-of-reach" }]);
    expect((await api.call("GET", "/health/live", { token: null })).status).toBe(200);
    api.heal();
    expect((await api.submit(folder("away"))).status).toBe(200);
    await api.service.stop();
  });
});

describe("a store that takes longer than the service waits", () => {
  it.each([
    ["load", "withdrawn", false],
    ["commit", "unknown", true],
  ] as const)("asks for the input again: %s makes it %s", async (call, name, repeated) => {
    const api = await fragile(undefined, { answerWithin: 500 });
    await build(api, twoFirms);
    let go = (): void => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let commits = 0;
    api.breakDown((store) => ({
      [call]: async (...values: never[]) => {
        await gate;
        const result = await (store[call] as (...each: never[]) => Promise<unknown>)(...values);
        if (call === "commit") commits += 1;
        return result;
      },
    }));
    const reply = await api.submit(folder("slow"));
    expect([reply.status, reply.body.type]).toEqual([503, `/problems/${name}`]);
    expect(reply.headers.get("retry-after")).toBe("1");
    go();
    await vi.waitUntil(() => call === "load" || commits === 1, { timeout: 10_000 });
    api.heal();
    const again = await api.submit(folder("slow"));
    expect([again.status, again.headers.has("idempotent-replayed")]).toEqual([200, repeated]);
    await api.service.stop();
  });
});

describe("anything else", () => {
  it("is an internal error that tells the caller nothing and the log where", async () => {
    const api = await fragile();
    await build(api, twoFirms);
    api.breakDown(failing(new Error("duplicate key (secret-id)")));
    for (const reply of [
      await api.submit(folder("broken")),
      await api.call("GET", "/notices", { token: "operator" }),
      await api.call("GET", "/health/ready", { token: null }),
    ]) {
      expect([reply.status, reply.body.type]).toEqual([500, "/problems/internal"]);
      expect(reply.text).not.toContain("secret-id");
    }
    const line = api.lines().find(({ msg }) => msg === "error");
    expect(line).toMatchObject({ request: expect.any(String), where: expect.any(Array) });
    api.heal();
    await api.service.stop();
  });
});

describe("another policy than the store's", () => {
  it("decides nothing, and the instance is not ready", async () => {
    const first = await serviceOn(database, { schema: "policies" });
    await build(first, twoFirms);
    const { policy } = settingsFrom({ POLICY: '{"personCap":2}' });
    const second = await serviceOn(database, { schema: "policies", policy });
    const reply = await second.submit(folder("other"));
    expect([reply.status, reply.body.type]).toEqual([503, "/problems/policy-mismatch"]);
    expect(reply.headers.get("retry-after")).toBe("30");
    const ready = await second.call("GET", "/health/ready", { token: null });
    expect([ready.status, ready.body]).toEqual([503, { state: "policy-mismatch" }]);
    expect((await first.submit(folder("other"))).status).toBe(200);
    await Promise.all([first.service.stop(), second.service.stop()]);
  });
});

describe("a command", () => {
  const late = (id: string, at: number) => ({ ...folder(id), at });

  it("is sent at the time that it names", async () => {
    const api = await serviceOn(database, { schema: "clocks" });
    await build(api, twoFirms);
    const strict = await serviceOn(database, { schema: "clocks", clockTolerance: 60_000 });
    const now = Date.now();
    expect((await strict.submit(late("now", now))).status).toBe(200);
    for (const at of [now - 120_000, now + 120_000]) {
      const reply = await strict.submit(late("off", at));
      expect([reply.status, reply.body.type]).toEqual([400, "/problems/off-the-clock"]);
      expect(reply.body.problems).toEqual([{ path: ["at"], problem: "out-of-range" }]);
      const preview = await strict.call("POST", "/previews", { body: late("off", at) });
      expect(preview.status).toBe(400);
      const inputs = [late("on", now), late("off", at)];
      const batch = await strict.call("POST", "/batches", { body: { inputs } });
      expect([batch.status, batch.body.problems[0].path]).toEqual([400, ["inputs", 1, "at"]]);
    }
    await Promise.all([api.service.stop(), strict.service.stop()]);
  });

  it("that is settled may come again as late as it likes", async () => {
    const api = await serviceOn(database, { schema: "late" });
    await build(api, twoFirms);
    const first = await api.submit(folder("old"));
    const strict = await serviceOn(database, { schema: "late", clockTolerance: 1 });
    const again = await strict.submit(folder("old"));
    expect([again.text, again.headers.get("idempotent-replayed")]).toEqual([first.text, "true"]);
    await Promise.all([api.service.stop(), strict.service.stop()]);
  });
});

describe("settings", () => {
  it.each([
    [{ PORT: "http" }, /PORT/],
    [{ DATABASE_SCHEMA: 'x"; drop' }, /DATABASE_SCHEMA/],
    [{ POLICY: "{" }, /POLICY: not JSON/],
    [{ POLICY: '{"personCap":-1}' }, /personCap is out-of-range/],
    [{ CALLERS_FILE: "/nowhere.json" }, /CALLERS_FILE/],
    [{ NODE_ENV: "production" }, /CALLERS_FILE: must be given/],
  ])("that cannot be used say which: %j", (variables, message) => {
    expect(() => settingsFrom(variables)).toThrow(UnusableSettings);
    expect(() => settingsFrom(variables)).toThrow(message);
  });
});
