/** The service's own tables: how far the outbox has come, and what the default sink has taken. */
import type { Sql, Statements } from "../sql.ts";

/** The names of the tables, quoted; the schema is a plain lower-case name. */
export function outboxTables({ dialect }: Pick<Statements, "dialect">, schema: string) {
  return {
    cursors: dialect.table(schema, "outbox_cursors"),
    deliveries: dialect.table(schema, "deliveries"),
  };
}

export async function createOutboxTables(sql: Sql, schema: string): Promise<void> {
  const tables = outboxTables(sql, schema);
  const { types, now, making } = sql.dialect;
  const statements = [
    ...making(schema),
    `create table if not exists ${tables.cursors} (
      name text primary key, cursor text, owner text, until ${types.moment} not null)`,
    `create table if not exists ${tables.deliveries} (
      scope ${types.text}, input ${types.text}, seq int, kind text not null, recipients ${types.json} not null,
      times int not null default 1, first_at ${types.moment} not null default (${now}),
      primary key (scope, input, seq))`,
  ];
  await sql.transaction(async (client) => {
    for (const statement of statements) await client.query(statement, []);
  });
}
