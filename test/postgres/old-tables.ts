/** The tables that version 0.1.0 made, and what it wrote about one input. */
import type { SqlDatabase } from "../../src/postgres/index.ts";

/** Makes them, in a schema that is not there yet. */
export async function makeOldTables(database: SqlDatabase, schema: string): Promise<void> {
  const tail = "lane int not null, stamp bigint not null, n int not null";
  for (const statement of [
    `create schema ${schema}`,
    `create table ${schema}.records (
      key text collate "C" primary key, kind text not null, version bigint not null, body jsonb)`,
    `create table ${schema}.outcomes (
      input text collate "C" primary key, fingerprint text not null, refusal jsonb,
      lane int not null, stamp bigint not null, settled_at timestamptz not null default now())`,
    `create table ${schema}.events (
      ${tail}, input text not null, body jsonb not null, primary key (lane, stamp, n))`,
    `create table ${schema}.notices (
      ${tail}, input text not null, seq int not null, body jsonb not null,
      primary key (lane, stamp, n))`,
    `create table ${schema}.lanes (lane int primary key, stamp bigint not null, policy text)`,
    `insert into ${schema}.lanes (lane, stamp) select n, 0 from generate_series(0, 7) as lanes(n)`,
  ]) {
    await database.query(statement, []);
  }
}

/** What an input came to, as version 0.1.0 kept it. */
export interface OldOutcome {
  readonly input: string;
  readonly fingerprint: string;
  readonly refusal: object | null;
  readonly events: readonly object[];
  readonly notices: readonly object[];
}

/** Writes an outcome as version 0.1.0 did, each in a commit of its own. */
export async function writeOld(
  database: SqlDatabase,
  schema: string,
  { input, fingerprint, refusal, events, notices }: OldOutcome,
  stamp: number,
): Promise<void> {
  const put = (text: string, ...values: string[]) => database.query(text, values);
  await put(`update ${schema}.lanes set stamp = $1::bigint where lane = 3`, String(stamp));
  await database.query(
    `insert into ${schema}.outcomes (input, fingerprint, refusal, lane, stamp, settled_at)
     values ($1, $2, $3::text::jsonb, 3, $4::bigint, '2026-01-02T03:04:05Z')`,
    [input, fingerprint, refusal === null ? null : JSON.stringify(refusal), String(stamp)],
  );
  for (const [n, event] of events.entries()) {
    await put(
      `insert into ${schema}.events values (3, $1::bigint, $2::int, $3, $4::text::jsonb)`,
      ...[String(stamp), String(n + 1), input, JSON.stringify(event)],
    );
  }
  for (const [n, notice] of notices.entries()) {
    await put(
      `insert into ${schema}.notices values (3, $1::bigint, $2::int, $3, $2::int - 1, $4::text::jsonb)`,
      ...[String(stamp), String(n + 1), input, JSON.stringify(notice)],
    );
  }
}
