import { LANES, type Tables } from "./schema.ts";

/**
 * The statements. Lists travel as one JSON text each: every client passes a text on as it is, and
 * what `jsonb` cannot hold (U+0000, lone surrogates) is an error instead of a changed id.
 */
export interface Statements {
  readonly load: string;
  readonly placeholders: string;
  readonly verify: string;
  readonly hold: string;
  readonly settle: string;
  readonly events: string;
  readonly notices: string;
  readonly records: string;
  readonly sweep: string;
  readonly policyRead: string;
  readonly policyLock: string;
  readonly policySet: string;
}

const list = (parameter: number): string => `jsonb_array_elements($${parameter}::text::jsonb)`;

/** `$1` [key] or [key, version seen] …, `$2` [scope, input id] …: as of one moment, for it is one statement. */
function load(tables: Tables): string {
  return `select 0 as part, l.policy as name, 0 as version, null as body
    from ${tables.lanes} l where l.lane = 0
  union all
    select 1, k.value->>0, coalesce(r.version, 0), r.body::text
    from ${list(1)} as k(value) left join ${tables.records} r on r.key = k.value->>0
    where coalesce(r.version, 0) is distinct from (k.value->>1)::bigint
  union all
    select 2, o.input, 0, jsonb_build_object('scope', o.scope, 'fingerprint', o.fingerprint,
      'refusal', o.refusal, 'passedOver', o.passed_over, 'events', o.events, 'notices', o.notices)::text
    from ${list(2)} as i(value)
    join ${tables.settlements} o on o.scope = i.value->>0 and o.input = i.value->>1`;
}

/** `$1` [key, kind] … in order. A lock needs a row: an absent key gets one, of version 0. */
function placeholders(tables: Tables): string {
  return `insert into ${tables.records} (key, kind, version)
    select k.value->>0, k.value->>1, 0 from ${list(1)} with ordinality as k(value, n) order by k.n
    on conflict (key) do nothing`;
}

/**
 * `$1` [key, version, whether the lock is exclusive] … in order. The loop over the list is the outer one, and
 * each row is locked as its key comes up: one pass in one order, whatever the mix of the two locks.
 */
function locked(tables: Tables, columns: string): string {
  const one = (condition: string, lock: string): string =>
    `left join lateral (select * from ${tables.records} r
      where r.key = k.key and ${condition} for ${lock})`;
  return `select ${columns} from (
      select e.value->>0 as key, (e.value->>1)::bigint as version, (e.value->>2)::boolean as alone
      from ${list(1)} as e(value)) k
    ${one("k.alone", "update")} w on true
    ${one("not k.alone", "share")} s on true`;
}

/**
 * `$1` lane, `$2` policy, `$3` settlements, `$4` writes. The stamp is above those of all commits seen;
 * whatever this one depends on, or overtook, held a lock that it waited for, so it is seen: the tails'
 * order is one in which the commits could have run one by one. The lane stays locked until the end, so
 * a lane's later commits show after its earlier ones. The policy stands in the lane's row to be checked
 * under that lock, which costs nobody another one. Outcomes go in by the order of their names: two
 * batches with the same inputs must not wait for each other's.
 */
function settle(tables: Tables): string {
  const each = (at: number): string =>
    `from lane, ${list(3)} with ordinality as o(value, n),
      jsonb_array_elements(nullif(o.value->${at}, 'null'::jsonb)) with ordinality as e(value, n)`;
  const place = "lane.lane, lane.stamp, row_number() over (order by o.n, e.n)";
  const part = (at: number): string => `nullif(o.value->${at}, 'null'::jsonb)`;
  return `with lane as (
      update ${tables.lanes}
      set stamp = greatest(stamp, (select max(stamp) from ${tables.lanes})) + 1
      where lane = $1::int and policy = $2::text returning lane, stamp
    ), outcome as (
      insert into ${tables.settlements} (scope, input, fingerprint, refusal, passed_over, events,
        notices, lane, stamp)
      select o.value->>0, o.value->>1, o.value->>2, ${part(3)}, ${part(4)}, ${part(5)}, ${part(6)},
        lane.lane, lane.stamp
      from lane, ${list(3)} as o(value)
      order by (o.value->>0) collate "C", (o.value->>1) collate "C"
      on conflict (scope, input) do nothing returning input
    ), written as (
      insert into ${tables.records} as r (key, kind, version, body)
      select w.value->>0, w.value->>1, 1, nullif(w.value->2, 'null'::jsonb)
      from lane, ${list(4)} with ordinality as w(value, n) order by w.n
      on conflict (key) do update set version = r.version + 1, body = excluded.body
    ), happened as (
      insert into ${tables.events} (lane, stamp, n, scope, input, body)
      select ${place}, o.value->>0, o.value->>1, e.value ${each(5)}
    ), noticed as (
      insert into ${tables.notices} (lane, stamp, n, scope, input, seq, body)
      select ${place}, o.value->>0, o.value->>1, e.n - 1, e.value ${each(6)}
    )
    select (select count(*) from lane) as lanes, (select count(*) from outcome) as outcomes`;
}

/**
 * `$1` [stamp, n] of the last one seen, lane by lane, `$2` limit. There is a row at least, which says
 * in how many lanes that is beyond the end.
 */
function tail(table: string, lanes: string, columns: string): string {
  return `with seen as (
      select (c.i - 1)::int as lane, (c.value->>0)::bigint as stamp, (c.value->>1)::int as n
      from ${list(1)} with ordinality as c(value, i))
    select b.beyond, t.* from (
      select count(*) as beyond from seen join ${lanes} l using (lane) where seen.stamp > l.stamp) b
    left join (
      select t.lane, t.stamp, t.n, t.scope, ${columns} from seen
      cross join lateral (select * from ${table} e
        where e.lane = seen.lane and (e.stamp, e.n) > (seen.stamp, seen.n)
        order by e.stamp, e.n limit $2::int) t
      order by t.stamp, t.lane, t.n limit $2::int) t on true
    order by t.stamp, t.lane, t.n`;
}

/**
 * `$1` key after which to begin, `$2` limit: rows of keys that never had a record. Of one that is locked
 * somebody makes use; whoever comes to lock one finds that it is gone, which is a conflict.
 */
function sweep(tables: Tables): string {
  return `with unused as (
      select key from ${tables.records} where key > $1 and version = 0
      order by key limit $2::int for update skip locked
    ), gone as (
      delete from ${tables.records} r using unused where r.key = unused.key returning r.key)
    select count(*) as swept, max(key) as last from gone`;
}

/** The statements over given tables; `absent` is the version of a key without a row. */
export function statementsOver(tables: Tables, absent: number): Statements {
  const version = `coalesce(w.version, s.version, ${absent})`;
  return {
    load: load(tables),
    placeholders: placeholders(tables),
    verify: locked(tables, `count(*) filter (where ${version} <> k.version) as moved`),
    hold: locked(tables, `k.key, ${version} as version, coalesce(w.body, s.body)::text as body`),
    settle: settle(tables),
    events: tail(tables.events, tables.lanes, "t.body::text as body"),
    notices: tail(tables.notices, tables.lanes, "t.body::text as body, t.input, t.seq"),
    records: `select key, version, body::text as body from ${tables.records}
      where key > $1 and body is not null order by key limit $2::int`,
    sweep: sweep(tables),
    policyRead: `select policy from ${tables.lanes} where lane = 0`,
    policyLock: `select lane, policy from ${tables.lanes} order by lane for update`,
    policySet: `update ${tables.lanes} set policy = $1 where lane < ${LANES}`,
  };
}
