/** Embedded PostgreSQL in a folder: nothing to install, and it can be closed and opened again. */
import { PGlite } from "@electric-sql/pglite";
import type { Policy } from "interorg";
import { createHost, type Host } from "interorg/host";
import { fromPglite, postgresStore } from "interorg/postgres";
import type { StoredRows } from "./chapters/ending.ts";

export interface Database {
  readonly host: Host;
  /** Every record there is. */
  readonly records: () => Promise<StoredRows>;
  readonly close: () => Promise<void>;
}

export async function openDatabase(folder: string, policy: Policy): Promise<Database> {
  const database = await PGlite.create(folder);
  const store = postgresStore(fromPglite(database));
  await store.migrate();
  return {
    host: createHost({ store, policy }),
    records: async () => {
      const { rows } = await database.query<{ key: string; body: unknown }>(
        "select key, body from interorg.records where body is not null order by key",
      );
      return rows.map(({ key, body }) => [key, body] as const);
    },
    close: () => database.close(),
  };
}
