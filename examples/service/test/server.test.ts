/** The process: over sockets, told to stop, and started again on the same folder. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "service-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the process", () => {
  it("stops in order on SIGTERM, and has everything when it starts again", async () => {
    const first = await run({ DATA_FOLDER: join(folder, "data") });
    const reply = await post(first.url, registered, "dev-platform");
    const text = await reply.text();
    expect(reply.status).toBe(200);
    first.process.kill("SIGTERM");
    expect((await first.ended).code).toBe(0);

    const second = await run({ DATA_FOLDER: join(folder, "data") });
    const again = await post(second.url, registered, "dev-platform");
    expect([again.headers.get("idempotent-replayed"), await again.text()]).toEqual(["true", text]);
    second.process.kill("SIGINT");
    expect((await second.ended).code).toBe(0);
  });

  it("exits at once on a second signal", async () => {
    const { process: child, url, ended } = await run({ STOP_WITHIN_MS: "60000" });
    // Half a request, which the service would wait for.
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /inputs HTTP/1.1\r\nhost: x\r\nauthorization: Bearer dev-ann\r\n");
    socket.write("content-type: application/json\r\ncontent-length: 100\r\n\r\n{");
    await sleep(300);
    child.kill("SIGTERM");
    await sleep(300);
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    expect((await ended).code).toBe(1);
    socket.destroy();
  });

  it("gives up on requests that never end", async () => {
    const { process: child, url, ended } = await run({ STOP_WITHIN_MS: "200" });
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => {});
    socket.write("POST /inputs HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{");
    await sleep(300);
    child.kill("SIGTERM");
    expect((await ended).code).toBe(0);
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
  it("finishes what is under way, and accepts nothing more", async () => {
    const waiting: (() => void)[] = [];
    let slow = false;
    const api = await serviceOn(
      await embedded(),
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
