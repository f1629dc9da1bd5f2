/** A host over PostgreSQL, through `pg`. */
import { createHost, type Host } from "interorg/host";
import { fromPool, postgresStore } from "interorg/postgres";
import pg from "pg";
import { policyFrom, type Settings } from "./settings.ts";

/** A host, and the end of its connection. */
export interface OpenHost {
  readonly host: Host;
  readonly close: () => Promise<void>;
}

/**
 * Opens a host with so many connections, made when they are first needed. One is enough for an
 * instance that handles one request at a time.
 */
export function openHost(settings: Settings, connections = 1): OpenHost {
  const pool = new pg.Pool({
    connectionString: settings.DATABASE_URL,
    max: connections,
    // A timer stands still while an instance is frozen; it must not close what the next call uses.
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  let closed = false;
  // Raised for a connection that dies while idle. The pool drops it; the next call opens another.
  pool.on("error", (error) => {
    if (!closed) console.error("connection lost while idle:", error.message);
  });
  const store = postgresStore(fromPool(pool), { schema: settings.DATABASE_SCHEMA ?? "interorg" });
  const close = (): Promise<void> => {
    closed = true;
    return pool.end();
  };
  return { host: createHost({ store, policy: policyFrom(settings) }), close };
}
