/** Cloudflare Workers over D1: any number of them over one database. */
import type { D1Database } from "@cloudflare/workers-types";
import { createHost, type Host } from "interorg/host";
import { fromD1, sqliteStore } from "interorg/sqlite";
import { respond } from "./fetch.ts";
import { policyFrom, type Settings } from "./settings.ts";

interface Env extends Settings {
  readonly DB: D1Database;
}

async function openHost(env: Env): Promise<Host> {
  const store = sqliteStore(fromD1(env.DB));
  await store.migrate();
  return createHost({ store, policy: policyFrom(env) });
}

/** One for each isolate; what failed to open is opened again. */
let opened: Promise<Host> | undefined;

export default {
  async fetch(request: Request, env: Env): Promise<Response> {
    opened ??= openHost(env);
    const opening = opened;
    opening.catch(() => {
      opened = undefined;
    });
    return respond(request, opening, env);
  },
};
