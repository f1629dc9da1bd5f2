/** The service's own tables: how far the outbox has come, and what the default sink has taken. */
import type { SqlDatabase } from "interorg/postgres";

/** The names of the tables, quoted; the schema is a plain lower-case name. */
export function outboxTables(schema: string) {
  const own = `"${schema}_service"`;
  return { schema: own, cursors: `${own}.outbox_cursors`, deliveries: `${own}.deliveries` };
}

export async function createOutboxTables(sql: SqlDatabase, schema: string): Promise<void> {
  const tables = outboxTables(schema);
  const statements = [
    `create schema if not exists ${tables.schema}`,
    `create table if not exists ${tables.cursors} (
      name text primary key, cursor text, owner text, until timestamptz not null)`,
    `create table if not exists ${tables.deliveries} (
      scope text collate "C" not null, input text collate "C", seq int, kind text not null, recipients jsonb not null,
      times int not null default 1, first_at timestamptz not null default now())`,
    // Tables of the first version, which knew ids of inputs alone.
    `alter table ${tables.deliveries}
      add column if not exists scope text collate "C" not null default ''`,
    `alter table ${tables.deliveries} drop constraint if exists deliveries_pkey`,
    `create unique index if not exists deliveries_key on ${tables.deliveries} (scope, input, seq)`,
  ];
  // Instances that start at once take turns: the rules' own tables are there by now.
  await sql.transaction(async (client) => {
    await client.query(`lock table "${schema}".lanes in share row exclusive mode`, []);
    for (const statement of statements) await client.query(statement, []);
  });
}
