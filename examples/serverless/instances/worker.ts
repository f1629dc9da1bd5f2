/** The bundled worker in workerd, the runtime of Cloudflare Workers. */
import { basename, dirname, resolve } from "node:path";
import type { Readable } from "node:stream";
import { Miniflare } from "miniflare";

/** How a worker is started. */
export interface WorkerOptions {
  readonly bundle: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether it gets Node's modules, and with them sockets for `pg`. */
  readonly node?: boolean;
  /** Where the storage of a Durable Object or of D1 is kept; `null`: in memory. */
  readonly storage?: string | null;
}

/** The date that fixes how the runtime behaves. */
const COMPATIBILITY_DATE = "2026-07-01";

/** Starts a worker; what it logs is not shown. */
export async function startWorker(options: WorkerOptions): Promise<Miniflare> {
  const path = resolve(options.bundle);
  const name = basename(path);
  const worker = new Miniflare({
    modulesRoot: dirname(path),
    modules: [{ type: "ESModule", path }],
    compatibilityDate: COMPATIBILITY_DATE,
    compatibilityFlags: options.node === true ? ["nodejs_compat"] : [],
    bindings: { ...options.env },
    handleRuntimeStdio: (out: Readable, err: Readable) => {
      out.resume();
      err.resume();
    },
    ...(name === "durable.js" && {
      durableObjects: { NETWORK: { className: "Network", useSQLite: true } },
    }),
    ...(name === "d1.js" && { d1Databases: ["DB"] }),
    ...(typeof options.storage === "string" && {
      durableObjectsPersist: options.storage,
      d1Persist: options.storage,
    }),
  });
  await worker.ready;
  return worker;
}
