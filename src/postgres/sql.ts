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
  readonly policyRead: string;
  readonly policyLock: string;
  readonly policySet: string;
}

const list = (parameter: number): string => `jsonb_array_elements($${parameter}::text::jsonb)`;

/** `$1` [key] or [key, version seen] …, `$2` [input id] …: as of one moment, for it is one statement. */
function load(tables: Tables): string {
  const tail = (table: string): string =>
    `(select jsonb_agg(t.body order by t.n) from ${table} t
      where t.lane = o.lane and t.stamp = o.stamp and t.input = o.input)`;
  return `select 0 as part, l.policy as name, 0 as version, null as body
    from ${tables.lanes} l where l.lane = 0
  union all
    select 1, k.value->>0, coalesce(r.version, 0), r.body::text
    from ${list(1)} as k(value) left join ${tables.records} r on r.key = k.value->>0
    where coalesce(r.version, 0) is distinct from (k.value->>1)::bigint
  union all
    select 2, o.input, 0, jsonb_build_object('fingerprint', o.fingerprint, 'refusal', o.refusal,
      'passedOver', o.passed_over, 'events', ${tail(tables.events)}, 'notices', ${tail(tables.notices)})::text
    from ${list(2)} as i(value) join ${tables.outcomes} o on o.input = i.value#>>'{}'`;
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
 * `$1` lane, `$2` policy, `$3` outcomes, `$4` writes, `$5` events, `$6` notices. The stamp is above
 * those of all commits seen; whatever this one depends on, or overtook, held a lock that it waited
 * for, so it is seen: the tails' order is one in which the commits could have run one by one. The
 * lane stays locked until the end, so a lane's later commits show after its earlier ones. The policy
 * stands in the lane's row to be checked under that lock, which costs nobody another one.
 */
function settle(tables: Tables): string {
  return `with lane as (
      update ${tables.lanes}
      set stamp = greatest(stamp, (select max(stamp) from ${tables.lanes})) + 1
      where lane = $1::int and policy = $2::text returning lane, stamp
    ), outcome as (
      insert into ${tables.outcomes} (input, fingerprint, refusal, passed_over, lane, stamp)
      select o.value->>0, o.value->>1, nullif(o.value->2, 'null'::jsonb),
        nullif(o.value->3, 'null'::jsonb), lane.lane, lane.stamp
      from lane, ${list(3)} with ordinality as o(value, n) order by o.n
      on conflict (input) do nothing returning input
    ), written as (
      insert into ${tables.records} as r (key, kind, version, body)
      select w.value->>0, w.value->>1, 1, nullif(w.value->2, 'null'::jsonb)
      from lane, ${list(4)} with ordinality as w(value, n) order by w.n
      on conflict (key) do update set version = r.version + 1, body = excluded.body
    ), happened as (
      insert into ${tables.events} (lane, stamp, n, input, body)
      select lane.lane, lane.stamp, e.n, e.value->>0, e.value->1
      from lane, ${list(5)} with ordinality as e(value, n)
    ), noticed as (
      insert into ${tables.notices} (lane, stamp, n, input, seq, body)
      select lane.lane, lane.stamp, e.n, e.value->>0, (e.value->>1)::int, e.value->2
      from lane, ${list(6)} with ordinality as e(value, n)
    )
    select (select count(*) from lane) as lanes, (select count(*) from outcome) as outcomes`;
}

/** `$1` [stamp, n] of the last one seen, lane by lane, `$2` limit. */
function tail(table: string, columns: string): string {
  return `select t.lane, t.stamp, t.n, ${columns}
    from ${list(1)} with ordinality as c(value, i)
    cross join lateral (select * from ${table} e
      where e.lane = (c.i - 1)::int
        and (e.stamp, e.n) > ((c.value->>0)::bigint, (c.value->>1)::int)
      order by e.stamp, e.n limit $2::int) t
    order by t.stamp, t.lane, t.n limit $2::int`;
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
    events: tail(tables.events, "t.body::text as body"),
    notices: tail(tables.notices, "t.body::text as body, t.input, t.seq"),
    records: `select key, version, body::text as body from ${tables.records}
      where key > $1 and body is not null order by key limit $2::int`,
    policyRead: `select policy from ${tables.lanes} where lane = 0`,
    policyLock: `select lane, policy from ${tables.lanes} order by lane for update`,
    policySet: `update ${tables.lanes} set policy = $1 where lane < ${LANES}`,
  };
}
