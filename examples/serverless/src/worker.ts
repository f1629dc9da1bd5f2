/** Cloudflare Workers, over PostgreSQL: through Hyperdrive where it is bound, else by address. */
import { openHost } from "./database.ts";
import { respond } from "./fetch.ts";
import type { Settings } from "./settings.ts";

interface Env extends Settings {
  readonly HYPERDRIVE?: { readonly connectionString: string };
}

interface Context {
  waitUntil(work: Promise<unknown>): void;
}

export default {
  async fetch(request: Request, env: Env, context: Context): Promise<Response> {
    const url = env.HYPERDRIVE?.connectionString ?? env.DATABASE_URL;
    // A socket belongs to the request that opened it: the runtime lets no other use it. Hyperdrive
    // keeps the connections to the database, so that opening one here is cheap.
    const { host, close } = openHost({ ...env, ...(url !== undefined && { DATABASE_URL: url }) });
    try {
      return await respond(request, host, env);
    } finally {
      context.waitUntil(close());
    }
  },
};
