/** How many counters the tails' positions are drawn from; part of the stored format. */
export const LANES = 8;

const simpleName = /^[a-z_][a-z0-9_]{0,62}$/;

/** The tables of a schema, quoted. */
export interface Tables {
  readonly schema: string;
  readonly records: string;
  readonly outcomes: string;
  readonly events: string;
  readonly notices: string;
  readonly lanes: string;
}

/** The tables' names in a schema, which must be a plain lower-case name. */
export function tablesIn(schema: string): Tables {
  if (!simpleName.test(schema)) throw new RangeError(`not a plain schema name: ${schema}`);
  const table = (name: string): string => `"${schema}".${name}`;
  return {
    schema: `"${schema}"`,
    records: table("records"),
    outcomes: table("outcomes"),
    events: table("events"),
    notices: table("notices"),
    lanes: table("lanes"),
  };
}

/**
 * The statements that make the tables, each harmless if it was run before.
 *
 * - `records`: one row per key; a key that was looked up or removed stays with no body, so that there
 *   is always a row to lock.
 * - `outcomes`: one row per settled input.
 * - `events`, `notices`: the tails, in the order of `(stamp, lane, n)`.
 * - `lanes`: the counters that positions are drawn from, each with the policy's fingerprint.
 */
export function schemaStatements(tables: Tables): readonly string[] {
  const tail = "lane int not null, stamp bigint not null, n int not null";
  return [
    `create schema if not exists ${tables.schema}`,
    `create table if not exists ${tables.records} (
      key text collate "C" primary key, kind text not null,
      version bigint not null, body jsonb)`,
    `create table if not exists ${tables.outcomes} (
      input text collate "C" primary key, fingerprint text not null, refusal jsonb,
      lane int not null, stamp bigint not null, settled_at timestamptz not null default now())`,
    `alter table ${tables.outcomes} add column if not exists passed_over jsonb`,
    `create table if not exists ${tables.events} (
      ${tail}, input text not null, body jsonb not null, primary key (lane, stamp, n))`,
    `create table if not exists ${tables.notices} (
      ${tail}, input text not null, seq int not null, body jsonb not null,
      primary key (lane, stamp, n))`,
    `create table if not exists ${tables.lanes} (
      lane int primary key, stamp bigint not null, policy text)`,
    `insert into ${tables.lanes} (lane, stamp)
      select n, 0 from generate_series(0, ${LANES - 1}) as lanes(n) order by n
      on conflict (lane) do nothing`,
  ];
}
