/** The database: SQLite in this process, or PostgreSQL through a pool. */

import { type Store, StoreUnavailable } from "interorg/host";
import { fromPool, postgresStore, type SqlRunner } from "interorg/postgres";
import { fromConnection, type SqliteClient, sqliteStore } from "interorg/sqlite";
import Connection from "libsql";
import { Pool } from "pg";
import type { Logger } from "./log.ts";
import { createOutboxTables } from "./outbox/tables.ts";
import { createScimTables } from "./scim/tables.ts";
import type { DatabaseSettings } from "./settings.ts";
import { postgresDialect, type Sql, sqliteDialect } from "./sql.ts";

/** An open database. */
export interface Database {
  readonly kind: "postgres" | "sqlite";
  readonly sql: Sql;
  /** The rules' store, in a schema where there are schemas. */
  readonly store: (schema: string) => Store & { readonly migrate: () => Promise<void> };
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
  const sql = { ...fromPool(pool), dialect: postgresDialect };
  return {
    kind: "postgres",
    sql,
    store: (schema) => postgresStore(sql, { schema }),
    close: () => pool.end(),
  };
}

/** One after another: a connection has one transaction at a time, and those of the tables take turns. */
function turns(): <Value>(run: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const done = last.then(run);
    last = done.catch(() => {});
    return done;
  };
}

/** Opens a file, or a database in memory. */
export function openSqlite(file: string): Database {
  const connection = new Connection(file);
  const client = fromConnection(connection);
  const inTurn = turns();
  const runner: SqlRunner = {
    query: async (text, values) => ({
      rows: connection.prepare(text.replaceAll("$", "?")).all(...values) as never,
    }),
  };
  const alone = async <Value>(run: (client: SqlRunner) => Promise<Value>): Promise<Value> => {
    connection.exec("begin immediate");
    try {
      const value = await run(runner);
      connection.exec("commit");
      return value;
    } catch (error) {
      connection.exec("rollback");
      throw error;
    }
  };
  const sql: Sql = {
    dialect: sqliteDialect,
    query: (text, values) => inTurn(() => alone((one) => one.query(text, values))),
    transaction: (run) => inTurn(() => alone(run)),
  };
  const turning: SqliteClient = { run: (mode, steps) => inTurn(() => client.run(mode, steps)) };
  return {
    kind: "sqlite",
    sql,
    store: () => sqliteStore(turning),
    close: () =>
      inTurn(async () => {
        connection.close();
      }),
  };
}

/** Opens the database that the settings name. */
export function openDatabase(settings: DatabaseSettings, log: Logger): Database {
  return settings.url === null
    ? openSqlite(settings.file ?? ":memory:")
    : openPool(settings.url, settings.poolSize, log);
}

/** Makes the tables of the rules, of the outbox and of provisioning where they are missing. */
export async function migrate({ store, sql }: Database, schema: string): Promise<void> {
  await store(schema).migrate();
  await createOutboxTables(sql, schema);
  await createScimTables(sql, schema);
}

/** SQLSTATE classes 08 (connection), 53 (resources), 57 (operator intervention). */
const OUT_OF_REACH = /^(08|53|57)/;
const UNREACHABLE: readonly unknown[] = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"];
const POOL_SAYS = /^(timeout exceeded when trying to connect|Connection terminated)/;

/** Whether an error says that the database is out of reach for now, and nothing about the request. */
export function isOutOfReach(error: unknown): boolean {
  if (error instanceof StoreUnavailable) return true;
  if (!(error instanceof Error)) return false;
  const { code } = error as { readonly code?: unknown };
  if (UNREACHABLE.includes(code)) return true;
  return (typeof code === "string" && OUT_OF_REACH.test(code)) || POOL_SAYS.test(error.message);
}
