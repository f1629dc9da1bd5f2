/**
 * A store in the SQLite of one Durable Object. The object runs one thing at a time and its SQL calls do
 * not yield, so each effect below is one step that nothing comes between; `transactionSync` makes it
 * all or nothing. The price: everything that decisions may read together lives in this one object.
 */
import type { DurableObjectStorage, SqlStorageValue } from "@cloudflare/workers-types";
import { type InputId, keyText, parseKey, type RecordKey, type StoredRecord } from "interorg";
import {
  type Commit,
  type CommitResult,
  type EventItem,
  type InputScope,
  InvalidCursor,
  type Loaded,
  type LoadRequest,
  type LoadResult,
  type NoticeItem,
  type Settlement,
  type Store,
  type TailPage,
  type TailRequest,
} from "interorg/host";

const TABLES = `
  create table if not exists records (key text primary key, version integer not null, body text);
  create table if not exists settlements (scope text not null, input text not null,
    fingerprint text not null, outcome text not null, primary key (scope, input));
  create table if not exists events (n integer primary key, scope text not null, body text not null);
  create table if not exists notices (n integer primary key, scope text not null, input text not null,
    seq integer not null, body text not null);
  create table if not exists policy (only_one integer primary key check (only_one = 0), name text);
`;

type Rows = (text: string, ...values: SqlStorageValue[]) => Record<string, SqlStorageValue>[];

const parse = <Value>(text: SqlStorageValue | undefined): Value => JSON.parse(text as string);

function recordAt(rows: Rows, key: RecordKey): Loaded {
  const [row] = rows("select version, body from records where key = ?", keyText(key));
  if (row === undefined) return { key, version: 0, record: null };
  const body = row["body"] ?? null;
  const record = body === null ? null : parse<StoredRecord>(body);
  return { key, version: Number(row["version"]), record };
}

/** A scope as its column has it: empty for none. */
const scopeIn = (text: SqlStorageValue | undefined): InputScope | null =>
  text === "" ? null : (text as InputScope);

function settlementOf(
  rows: Rows,
  { scope, input }: Pick<Settlement, "scope" | "input">,
): Settlement | null {
  const [row] = rows(
    "select fingerprint, outcome from settlements where scope = ? and input = ?",
    ...[scope ?? "", input],
  );
  if (row === undefined) return null;
  const { fingerprint, outcome } = row;
  return { scope, input, fingerprint: fingerprint as string, outcome: parse(outcome) };
}

const policyOf = (rows: Rows): string | null =>
  (rows("select name from policy")[0]?.["name"] ?? null) as string | null;

function load(rows: Rows, { keys, seen = [], inputs = [] }: LoadRequest): LoadResult {
  const changed = seen
    .map(({ key, version }) => ({ version, now: recordAt(rows, key) }))
    .filter(({ version, now }) => version !== now.version);
  const ids = new Set(inputs.map(({ input }) => input));
  const names = [...inputs, ...[...ids].map((input) => ({ scope: null, input }))];
  return {
    records: [...keys.map((key) => recordAt(rows, key)), ...changed.map(({ now }) => now)],
    settlements: names.flatMap((name) => settlementOf(rows, name) ?? []),
    policy: policyOf(rows),
  };
}

function write(rows: Rows, { writes, settlements }: Commit): void {
  for (const [key, record] of writes) {
    rows(
      `insert into records (key, version, body) values (?, 1, ?)
       on conflict (key) do update set version = version + 1, body = excluded.body`,
      ...[keyText(key), record === null ? null : JSON.stringify(record)],
    );
  }
  for (const { scope, input, fingerprint, outcome } of settlements) {
    const of = scope ?? "";
    const whole = JSON.stringify(outcome);
    rows("insert into settlements values (?, ?, ?, ?)", of, input, fingerprint, whole);
    if (outcome.kind === "refused") continue;
    for (const event of outcome.events) {
      rows("insert into events (scope, body) values (?, ?)", of, JSON.stringify(event));
    }
    for (const [seq, notice] of outcome.notices.entries()) {
      const values = [of, input, seq, JSON.stringify(notice)];
      rows("insert into notices (scope, input, seq, body) values (?, ?, ?, ?)", ...values);
    }
  }
}

function commit(rows: Rows, asked: Commit): CommitResult {
  const policy = policyOf(rows);
  if (policy !== asked.policy) return { kind: "policy-mismatch", policy };
  if (asked.settlements.some((each) => settlementOf(rows, each) !== null)) {
    return { kind: "recorded" };
  }
  if (asked.reads.some(({ key, version }) => recordAt(rows, key).version !== version)) {
    return { kind: "conflict" };
  }
  write(rows, asked);
  return { kind: "committed" };
}

function tail<Item>(
  rows: Rows,
  table: "events" | "notices",
  { after = "0", limit = 100 }: TailRequest = {},
  item: (row: Record<string, SqlStorageValue>) => Item,
): TailPage<Item> {
  const last = Number(rows(`select max(n) as last from ${table}`)[0]?.["last"] ?? 0);
  if (!/^(0|[1-9]\d{0,14})$/.test(after) || Number(after) > last) throw new InvalidCursor();
  const found = rows(
    `select * from ${table} where n > ? order by n limit ?`,
    ...[Number(after), Math.max(1, Math.min(limit, 1000))],
  );
  return { items: found.map(item), next: String(found.at(-1)?.["n"] ?? after) };
}

function records(rows: Rows, { after = "", limit = 100 }: TailRequest = {}): TailPage<Loaded> {
  const found = rows(
    "select key from records where key > ? and body is not null order by key limit ?",
    ...[after, limit],
  );
  const keys = found.map((row) => row["key"] as string);
  return {
    items: keys.map((text) => recordAt(rows, parseKey(text) as RecordKey)),
    next: keys.at(-1) ?? after,
  };
}

/** A store in a Durable Object's own storage; the object's class must be SQLite-backed. */
export function durableStore(storage: DurableObjectStorage): Store {
  storage.sql.exec(TABLES);
  const rows: Rows = (text, ...values) => storage.sql.exec(text, ...values).toArray();
  const step = async <Value>(run: () => Value): Promise<Value> => storage.transactionSync(run);
  return {
    load: (request) => step(() => load(rows, request)),
    commit: (asked) => step(() => commit(rows, asked)),
    exclusively: ({ reads, writes, inputs }, decide) =>
      step(() => {
        const keys = new Map([...reads, ...writes].map((key) => [keyText(key), key]));
        const asked = decide(load(rows, { keys: [...keys.values()], inputs }));
        return asked === null ? { kind: "released" } : commit(rows, asked);
      }),
    events: (request) =>
      step(() =>
        tail(
          rows,
          "events",
          request,
          ({ scope, body }): EventItem => ({ scope: scopeIn(scope), event: parse(body) }),
        ),
      ),
    notices: (request) =>
      step(() =>
        tail(rows, "notices", request, (row): NoticeItem => {
          const { scope, input, seq, body } = row;
          return {
            scope: scopeIn(scope),
            input: input as InputId,
            seq: Number(seq),
            notice: parse(body),
          };
        }),
      ),
    records: (request) => step(() => records(rows, request)),
    adoptPolicy: (policy, instead) =>
      step(() => {
        const stands = policyOf(rows);
        if (instead !== undefined && stands !== instead) return stands;
        rows("insert or replace into policy values (0, ?)", policy);
        return policy;
      }),
    // It keeps no rows of keys that have no record.
    sweep: async () => 0,
  };
}
