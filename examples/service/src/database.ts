/** The database: PostgreSQL through a pool, or PGlite in this process. */
import { PGlite } from "@electric-sql/pglite";
import { StoreUnavailable } from "interorg/host";
import { fromPglite, fromPool, postgresStore, type SqlDatabase } from "interorg/postgres";
import { Pool } from "pg";
import type { Logger } from "./log.ts";
import { createOutboxTables } from "./outbox/tables.ts";
import { createScimTables } from "./scim/tables.ts";
import type { DatabaseSettings } from "./settings.ts";

/** An open database. */
export interface Database {
  readonly kind: "postgres" | "pglite";
  readonly sql: SqlDatabase;
  readonly close: () => Promise<void>;
}

/** Longer than any statement of the store takes; a query that hangs gives its connection back. */
const STATEMENT_TIMEOUT = 30_000;
/** Waiting longer for a connection means that there are more requests than the database can bear. */
const CONNECT_TIMEOUT = 5_000;

function openPool(url: string, size: number, log: Logger): Database {
  const pool = new Pool({
    connectionString: url,
    max: size,
    statement_timeout: STATEMENT_TIMEOUT,
    idle_in_transaction_session_timeout: STATEMENT_TIMEOUT,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
  });
  // An idle connection that breaks says so here; the pool replaces it.
  pool.on("error", (error) => log.warn({ error: error.message }, "idle connection lost"));
  return { kind: "postgres", sql: fromPool(pool), close: () => pool.end() };
}

/** Opens the database and makes the tables that are missing. */
export async function openDatabase(settings: DatabaseSettings, log: Logger): Promise<Database> {
  if (settings.url !== null) return openPool(settings.url, settings.poolSize, log);
  const database = await PGlite.create(settings.folder ?? "memory://");
  return { kind: "pglite", sql: fromPglite(database), close: () => database.close() };
}

/** Makes the tables of the rules, of the outbox and of provisioning where they are missing. */
export async function migrate(sql: SqlDatabase, schema: string): Promise<void> {
  await postgresStore(sql, { schema }).migrate();
  await createOutboxTables(sql, schema);
  await createScimTables(sql, schema);
}

/** SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention). */
const OUT_OF_REACH = /^(08|53|57)/;
const UNREACHABLE: readonly unknown[] = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"];
const POOL_SAYS = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** Whether an error, of the store or of the service's own tables, says that the database is out of reach for now, and nothing about the request. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof StoreUnavailable) return true;
  const { code } = error as { readonly code?: unknown };
  if (UNREACHABLE.includes(code)) return true;
  return (typeof code === "string" && OUT_OF_REACH.test(code)) || POOL_SAYS.test(error.message);
}
