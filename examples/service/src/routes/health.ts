/** Whether the service lives, whether it should get requests, and how it is doing. */
import { Hono } from "hono";
import type { Mismatch } from "interorg/host";
import type { StoreCounts } from "../counting.ts";
import type { Env } from "../http.ts";
import { operating } from "../middleware.ts";
import type { OutboxState } from "../outbox/consumer.ts";

/** What the service knows of itself. */
export interface Health {
  /** Whether it should get requests now; throws or resolves to why not. */
  readonly ready: () => Promise<"ready" | "stopping" | Mismatch["kind"] | "out-of-reach">;
  readonly stats: () => { readonly store: StoreCounts; readonly outbox: OutboxState };
}

/** What the process has used since it started. */
function usage() {
  const { user, system } = process.cpuUsage();
  return { cpuMs: Math.round((user + system) / 1000), rssBytes: process.memoryUsage.rss() };
}

/** `GET /health/live`, `GET /health/ready`, which need no token. */
export function healthRoutes(health: Health): Hono<Env> {
  return new Hono<Env>()
    .get("/health/live", (c) => c.json({ state: "live" }))
    .get("/health/ready", async (c) => {
      const state = await health.ready();
      return c.json({ state }, state === "ready" ? 200 : 503);
    });
}

/** `GET /stats`. */
export function statsRoutes(health: Health): Hono<Env> {
  return new Hono<Env>().get("/stats", operating, (c) =>
    c.json({ ...health.stats(), process: usage() }),
  );
}
