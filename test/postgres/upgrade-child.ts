/** `tsx upgrade-child.ts SCHEMA N`: upgrades a store, and stops in its Nth commit before that is through. */
import pg from "pg";
import { upgradeStore } from "../../src/host/index.ts";
import { fromPool, postgresStore, type SqlDatabase } from "../../src/postgres/index.ts";
import { tablesIn } from "../../src/postgres/schema.ts";
import { statementsOver } from "../../src/postgres/sql.ts";

const [schema = "", which = "1"] = process.argv.slice(2);
const { settle } = statementsOver(tablesIn(schema), -1);
const database = fromPool(new pg.Pool({ connectionString: process.env["DATABASE_URL"] ?? "" }));
let left = Number(which);
const stopping: SqlDatabase = {
  ...database,
  transaction: (run) =>
    database.transaction((client) =>
      run({
        query: async (text, values) => {
          const result = await client.query(text, values);
          if (text === settle) left -= 1;
          if (text === settle && left === 0) {
            process.stdout.write("stopped\n");
            await new Promise(() => {});
          }
          return result;
        },
      }),
    ),
};
await upgradeStore(postgresStore(stopping, { schema }), { batch: 10 });
