import type { SqliteStatement, SqliteValue } from "./client.ts";

/**
 * - `records`: one row per key that was ever written; a removed one stays with no body, so that
 *   versions never start again.
 * - `settlements`: what inputs came to, each in as many parts as its text needs.
 * - `events`, `notices`: the tails, in the order of `n`.
 * - `store`: one row: what the store is kept under, the last `n` of each tail, and
 *   within a commit whether it is open for it.
 */
export const TABLES: readonly string[] = [
  `create table if not exists interorg_records (
    key text primary key, version integer not null, body text)`,
  `create table if not exists interorg_settlements (
    name text not null, part integer not null, body text not null,
    settled_at integer not null default (unixepoch()), primary key (name, part))`,
  "create table if not exists interorg_events (n integer primary key, body text not null)",
  "create table if not exists interorg_notices (n integer primary key, body text not null)",
  `create table if not exists interorg_store (
    only integer primary key check (only = 0), policy text, open integer not null default 0,
    events integer not null default 0, notices integer not null default 0)`,
  "insert or ignore into interorg_store (only) values (0)",
];

/** Characters of one value: Durable Objects and D1 take two million bytes, of which a character is up to three. */
const VALUE_MAX = 400_000;

/**
 * An entry of an object: `json_each` gives its two halves without parsing anything twice. SQLite ends a
 * text at U+0000 and libsql ends the process at half a surrogate pair: keys have neither, because ids
 * have not, and a value that may is JSON in itself, which has them escaped.
 */
export const entry = (key: string, value: string | number | null): string =>
  `${JSON.stringify(key)}:${JSON.stringify(value)}`;

/** JSON texts of a list or an object, as many as it takes, each with some of the parts. */
export function packed(parts: readonly string[], brackets: "[]" | "{}"): string[] {
  const lists: string[] = [];
  let list = "";
  for (const part of parts) {
    if (list !== "" && list.length + part.length > VALUE_MAX) {
      lists.push(brackets[0] + list + brackets[1]);
      list = "";
    }
    list += list === "" ? part : `,${part}`;
  }
  return list === "" ? lists : [...lists, brackets[0] + list + brackets[1]];
}

/** A long text in pieces that each are a text: no surrogate pair is cut. */
export function pieces(text: string): string[] {
  const all: string[] = [];
  for (let from = 0; from < text.length; ) {
    let to = from + VALUE_MAX;
    if ((text.codePointAt(to - 1) ?? 0) > 0xffff) to -= 1;
    all.push(text.slice(from, to));
    from = to;
  }
  return all;
}

export const change = (text: string, ...values: SqliteValue[]): SqliteStatement => ({
  text,
  values,
  rows: false,
});

const rows = (text: string, ...values: SqliteValue[]): SqliteStatement => ({
  text,
  values,
  rows: true,
});

export const policy = (): SqliteStatement => rows("select policy from interorg_store");

const named = "json_each(?) i cross join interorg_settlements s on s.name = i.value";

/** An object of keys, each with the version seen or null: those that have another one by now. */
export const records = (seen: string): SqliteStatement =>
  rows(
    `select k.key, coalesce(r.version, 0) as version, r.body
    from json_each(?) k left join interorg_records r on r.key = k.key
    where coalesce(r.version, 0) is not k.value`,
    seen,
  );

/** A list of names: what stands under them, part by part. */
export const settlements = (names: string): SqliteStatement =>
  rows(
    `select s.name, s.body
    from ${named} order by s.name, s.part`,
    names,
  );

export const recordsAfter = (key: string, limit: number): SqliteStatement =>
  rows(
    `select key, version, body from interorg_records
    where key > ? and body is not null order by key limit ?`,
    key,
    limit,
  );

export const tailAfter = (
  tail: "events" | "notices",
  n: number,
  limit: number,
): readonly SqliteStatement[] => [
  rows(`select ${tail} as n from interorg_store`),
  rows(`select n, body from interorg_${tail} where n > ? order by n limit ?`, n, limit),
];

const moved = `json_each(?) k left join interorg_records r on r.key = k.key
  where coalesce(r.version, 0) <> k.value`;

/**
 * A commit as statements that need no answers in between: the first one opens the store for them if
 * the commit may happen, and where it is not open they do nothing.
 */
export const open = (stamp: string, names: string, seen: string): SqliteStatement =>
  change(
    `update interorg_store set open = 1 where policy = ?
      and not exists (select 1 from ${named})
      and not exists (select 1 from ${moved})`,
    stamp,
    names,
    seen,
  );

/** Closes it again if one of more keys has moved. */
export const unless = (seen: string): SqliteStatement =>
  change(`update interorg_store set open = 0 where open and exists (select 1 from ${moved})`, seen);

/** An object of keys with their bodies. */
export const write = (bodies: string): SqliteStatement =>
  change(
    `insert into interorg_records (key, version, body)
    select w.key, 1, w.value from interorg_store s, json_each(?) w where s.open
    on conflict (key) do update set version = version + 1, body = excluded.body`,
    bodies,
  );

export const settle = (name: string, part: number, body: string): SqliteStatement =>
  change(
    `insert into interorg_settlements (name, part, body)
    select ?, ?, ? from interorg_store where open`,
    name,
    part,
    body,
  );

/** A list of bodies goes to the end of a tail. */
export const append = (tail: "events" | "notices", bodies: string): readonly SqliteStatement[] => [
  change(
    `insert into interorg_${tail} (n, body)
    select s.${tail} + 1 + b.key, b.value from interorg_store s, json_each(?) b where s.open`,
    bodies,
  ),
  change(`update interorg_store set ${tail} = ${tail} + json_array_length(?) where open`, bodies),
];

/** Whether the commit has happened, and if not, why; then the store is closed. */
export const end = (names: string): readonly SqliteStatement[] => [
  rows(
    `select policy, open, exists (select 1 from ${named}) as recorded from interorg_store`,
    names,
  ),
  change("update interorg_store set open = 0 where open"),
];

/** Puts a policy where another one stands, or whatever stands. */
export const adopt = (stamp: string, always: boolean, instead: string | null): SqliteStatement =>
  change(
    "update interorg_store set policy = ? where ? or policy is ?",
    stamp,
    Number(always),
    instead,
  );
