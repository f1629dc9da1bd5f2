/** An embedded database in one file: nothing to install, and it can be closed and opened again. */
import { keyText, type Policy } from "interorg";
import { createHost, type Host } from "interorg/host";
import { fromConnection, sqliteStore } from "interorg/sqlite";
import Connection from "libsql";
import type { StoredRows } from "./chapters/ending.ts";

export interface Database {
  readonly host: Host;
  /** Every record there is. */
  readonly records: () => Promise<StoredRows>;
  readonly close: () => void;
}

export async function openDatabase(file: string, policy: Policy): Promise<Database> {
  const connection = new Connection(file);
  const store = sqliteStore(fromConnection(connection));
  await store.migrate();
  return {
    host: createHost({ store, policy }),
    records: async () => {
      const rows: (readonly [key: string, record: unknown])[] = [];
      for (let after = ""; ; ) {
        const { items, next } = await store.records({ limit: 1_000, ...(after && { after }) });
        if (items.length === 0) return rows;
        rows.push(...items.map(({ key, record }) => [keyText(key), record] as const));
        after = next;
      }
    },
    close: () => connection.close(),
  };
}
