/** Databases to test against: PGlite always, a server where DATABASE_URL names one. */
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import {
  fromPglite,
  fromPool,
  type PostgresStore,
  postgresStore,
  type SqlDatabase,
} from "../../src/postgres/index.ts";

/** A database that gives stores without anything in them. */
export interface TestDatabase {
  readonly database: () => SqlDatabase;
  readonly schema: string;
  readonly fresh: () => Promise<PostgresStore>;
  readonly close: () => Promise<void>;
}

function over(open: () => SqlDatabase, end: () => Promise<unknown>, schema: string): TestDatabase {
  // Opened by the first test: the file is collected without a database.
  let opened: SqlDatabase | null = null;
  const database = (): SqlDatabase => {
    opened ??= open();
    return opened;
  };
  return {
    database,
    schema,
    fresh: async () => {
      await database().query(`drop schema if exists ${schema} cascade`, []);
      const store = postgresStore(database(), { schema });
      await store.migrate();
      return store;
    },
    close: async () => {
      await database().query(`drop schema if exists ${schema} cascade`, []);
      await end();
    },
  };
}

/** A PGlite database in memory; making it takes seconds, so one serves a whole file. */
export function pgliteDatabase(): TestDatabase {
  let lite: PGlite | undefined;
  const open = (): SqlDatabase => {
    lite = new PGlite();
    return fromPglite(lite);
  };
  return over(open, async () => lite?.close(), "interorg");
}

/** A server's database, in a schema of its own; `null` without DATABASE_URL. */
export function serverDatabase(name: string): TestDatabase | null {
  const connectionString = process.env["DATABASE_URL"];
  if (connectionString === undefined) return null;
  let pool: pg.Pool | undefined;
  const open = (): SqlDatabase => {
    pool = new pg.Pool({ connectionString, max: 10 });
    return fromPool(pool);
  };
  return over(open, async () => pool?.end(), `test_${name}_${process.pid}`);
}
