/** How many counters the tails' positions are drawn from; part of the stored format. */
export const LANES = 8;

const simpleName = /^[a-z_][a-z0-9_]{0,62}$/;

/** The tables of a schema, quoted. */
export interface Tables {
  readonly schema: string;
  readonly records: string;
  readonly settlements: string;
  readonly events: string;
  readonly notices: string;
  readonly lanes: string;
  /** Where version 0.1.0 kept outcomes, without who had sent the input and without what happened. */
  readonly outcomes: string;
}

/** The tables' names in a schema, which must be a plain lower-case name. */
export function tablesIn(schema: string): Tables {
  if (!simpleName.test(schema)) throw new RangeError(`not a plain schema name: ${schema}`);
  const table = (name: string): string => `"${schema}".${name}`;
  return {
    schema: `"${schema}"`,
    records: table("records"),
    settlements: table("settlements"),
    events: table("events"),
    notices: table("notices"),
    lanes: table("lanes"),
    outcomes: table("outcomes"),
  };
}

/**
 * Moves the outcomes of version 0.1.0, with what the tails have of them, once hosts of that version
 * commit nothing more: from when the store has a stamp. Until then they find their table as it was.
 */
export function taking(tables: Tables): string {
  const tail = (table: string): string =>
    `(select jsonb_agg(t.body order by t.n) from ${table} t
      where t.lane = o.lane and t.stamp = o.stamp and t.input = o.input)`;
  return `do $$ begin
    if to_regclass('${tables.outcomes}') is null then return; end if;
    if not exists (select from ${tables.lanes} where policy like '{%') then return; end if;
    alter table ${tables.outcomes} add column if not exists passed_over jsonb;
    insert into ${tables.settlements} (scope, input, fingerprint, refusal, passed_over, events,
        notices, lane, stamp, settled_at)
      select '', o.input, o.fingerprint, o.refusal, o.passed_over, ${tail(tables.events)},
        ${tail(tables.notices)}, o.lane, o.stamp, o.settled_at
      from ${tables.outcomes} o on conflict do nothing;
    delete from ${tables.outcomes};
  end $$`;
}

/**
 * The statements that make the tables, each harmless if it was run before.
 *
 * - `records`: one row per key; a key that was looked up or removed stays with no body, so that there
 *   is always a row to lock.
 * - `settlements`: one row per settled input, with its whole outcome; the scope is empty where version
 *   0.1.0 kept none, here and in the tails.
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
    `create table if not exists ${tables.settlements} (
      scope text collate "C" not null, input text collate "C" not null, fingerprint text not null,
      refusal jsonb, passed_over jsonb, events jsonb, notices jsonb, lane int not null,
      stamp bigint not null, settled_at timestamptz not null default now(),
      primary key (scope, input))`,
    `create table if not exists ${tables.events} (
      ${tail}, input text not null, body jsonb not null, primary key (lane, stamp, n))`,
    `create table if not exists ${tables.notices} (
      ${tail}, input text not null, seq int not null, body jsonb not null,
      primary key (lane, stamp, n))`,
    ...[tables.events, tables.notices].map(
      (table) => `alter table ${table} add column if not exists scope text not null default ''`,
    ),
    taking(tables),
    `create table if not exists ${tables.lanes} (
      lane int primary key, stamp bigint not null, policy text)`,
    `insert into ${tables.lanes} (lane, stamp)
      select n, 0 from generate_series(0, ${LANES - 1}) as lanes(n) order by n
      on conflict (lane) do nothing`,
  ];
}
