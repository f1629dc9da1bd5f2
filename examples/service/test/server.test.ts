/** The process: over sockets, told to stop, and started again on the same folder. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { startChild } from "../support/child.ts";
import { build, command, embedded, serviceOn, twoFirms } from "./support/service.ts";

const root = new URL("..", import.meta.url).pathname;

const run = (env: { readonly [name: string]: string }) =>
  startChild("src/main.ts", { DATABASE_URL: "", ...env });

const post = (url: string, body: object, token: string) =>
  fetch(`${url}/inputs`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const registered = {
  ...{ id: "r", at: 1, from: { platform: true }, type: "organization.registered" },
  data: { organization: "acme", name: "Acme", certified: true, edition: "free", sso: false },
};

/** A request whose body does not come, once the service has begun to wait for it. */
async function halfARequest(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.on("error", () => {});
  const head = ["POST /inputs HTTP/1.1", "host: x", "authorization: Bearer dev-ann"];
  const body = ["content-type: application/json", "content-length: 100", "expect: 100-continue"];
  socket.write([...head, ...body, "", ""].join("\r\n"));
  const [said] = (await once(socket, "data")) as [Buffer];
  expect(String(said)).toContain("100 Continue");
  return socket;
}

const isThere = (url: string): Promise<boolean> =>
  fetch(`${url}/health/live`).then(
    () => true,
    () => false,
  );
const refusesConnections = (url: string) =>
  vi.waitUntil(async () => !(await isThere(url)), { timeout: 60_000, interval: 20 });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "service-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the process", () => {
  it("stops in order on SIGTERM, and has everything when it starts again", async () => {
    const first = await run({ DATA_FILE: join(folder, "data.db") });
    const reply = await post(first.url, registered, "dev-platform");
    const text = await reply.text();
    expect(reply.status).toBe(200);
    first.process.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);

    const second = await run({ DATA_FILE: join(folder, "data.db") });
    const again = await post(second.url, registered, "dev-platform");
    expect([again.headers.get("idempotent-replayed"), await again.text()]).toEqual(["true", text]);
    second.process.kill("SIGINT");
    expect((await second.ended).code).toBe(0);
  });

  it("exits at once on a second signal", async () => {
    const { process: child, url, ended } = await run({ STOP_WITHIN_MS: "60000" });
    const socket = await halfARequest(url);
    child.kill("SIGTERM");
    await refusesConnections(url);
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    expect((await ended).code).toBe(1);
    socket.destroy();
  });

  it("says what is wrong with its settings, and does not start", async () => {
    const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
      cwd: root,
      env: { ...process.env, PORT: "none" },
    });
    const [said] = (await once(child.stderr, "data")) as [Buffer];
    expect(String(said)).toContain("PORT");
    expect((await once(child, "exit"))[0]).toBe(2);
  });
});

describe("a service that is told to stop", () => {
  it("gives up on requests that never end", async () => {
    const { service } = await serviceOn(embedded(), { stopWithin: 100 });
    const socket = await halfARequest(service.url);
    expect(await service.stop()).toBe(false);
    socket.destroy();
  });

  it("finishes what is under way, and accepts nothing more", async () => {
    const waiting: (() => void)[] = [];
    let slow = false;
    const api = await serviceOn(
      embedded(),
      {},
      {
        wrapStore: (store) => ({
          ...store,
          commit: async (commit) => {
            const result = await store.commit(commit);
            if (slow) await new Promise<void>((resolve) => waiting.push(resolve));
            return result;
          },
        }),
      },
    );
    await build(api, twoFirms);
    slow = true;
    const input = command("last", "acme", "ann", "space.create", { space: "last", name: "L" });
    const answer = post(api.service.url, input, "ann@acme");
    while (waiting.length === 0) await sleep(5);
    const stopped = api.service.stop();
    await sleep(50);
    await expect(fetch(`${api.service.url}/health/live`)).rejects.toThrow();
    for (const resume of waiting) resume();
    const reply = await answer;
    expect([reply.status, reply.headers.get("connection")]).toEqual([200, "close"]);
    expect(await stopped).toBe(true);
  });
});
