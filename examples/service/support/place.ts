/** Where a run keeps its data: a schema of its own in PostgreSQL, or a file. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Connection from "libsql";
import { Client } from "pg";
import { postgresDialect, sqliteDialect } from "../src/sql.ts";

type Rows = readonly Record<string, unknown>[];

export interface Place {
  readonly name: string;
  /** The rules' table, and one of the service's. */
  readonly records: string;
  readonly deliveries: string;
  /** What tells the service about it. */
  readonly env: { readonly [name: string]: string };
  /** Reads it while no service has it open. */
  readonly read: <Value>(
    look: (query: (sql: string) => Promise<Rows>) => Promise<Value>,
  ) => Promise<Value>;
  readonly remove: () => Promise<void>;
}

async function inPostgres(url: string, schema: string): Promise<Place> {
  const withClient = async <Value>(use: (client: Client) => Promise<Value>): Promise<Value> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await use(client);
    } finally {
      await client.end();
    }
  };
  const remove = () =>
    withClient(async (client) => {
      await client.query(`drop schema if exists "${schema}", "${schema}_service" cascade`);
    });
  await remove();
  const version = await withClient(
    async (client) => (await client.query("show server_version")).rows[0],
  );
  return {
    name: `PostgreSQL ${String(version?.server_version).split(" ")[0]}`,
    records: `"${schema}".records`,
    deliveries: postgresDialect.table(schema, "deliveries"),
    env: { DATABASE_URL: url, DATABASE_SCHEMA: schema },
    read: (look) =>
      withClient((client) => look(async (sql) => (await client.query(sql)).rows as Rows)),
    remove,
  };
}

async function inFile(schema: string): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), `${schema}-`));
  const file = join(folder, "data.db");
  return {
    name: "SQLite in a file",
    records: "interorg_records",
    deliveries: sqliteDialect.table(schema, "deliveries"),
    env: { DATABASE_URL: "", DATA_FILE: file, DATABASE_SCHEMA: schema },
    read: async (look) => {
      const connection = new Connection(file);
      try {
        return await look(async (sql) => connection.prepare(sql).all() as Rows);
      } finally {
        connection.close();
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The place that the environment or the command line names. */
export function placeFor(what: string, file: boolean): Promise<Place> {
  const url = process.env["DATABASE_URL"];
  const schema = `${what}_${process.pid}`;
  return url === undefined || url === "" || file ? inFile(schema) : inPostgres(url, schema);
}
