/**
 * Drives workerd, the runtime of Cloudflare Workers: the task from standard input goes in as a request,
 * the trace comes out as its response. What `TZ` says reaches the process; a worker's clock is UTC.
 */
import { readFileSync } from "node:fs";
import { Miniflare } from "miniflare";
import { built } from "../builds.ts";

const worker = new Miniflare({
  modules: true,
  script: readFileSync(built("worker.js"), "utf8"),
  compatibilityDate: "2026-07-01",
  host: "127.0.0.1",
});
try {
  const body = readFileSync(0);
  const response = await worker.dispatchFetch("http://localhost/", { method: "POST", body });
  if (!response.ok) throw new Error(await response.text());
  process.stdout.write(await response.text());
} finally {
  await worker.dispose();
}
