import { parseKey } from "../core/keys.ts";
import { addressOf, isAddress } from "../host/address.ts";
import { InvalidCursor } from "../host/cursor.ts";
import type {
  Commit,
  CommitResult,
  Loaded,
  LoadRequest,
  LoadResult,
  Settlement,
  Store,
  TailPage,
  TailRequest,
} from "../host/store.ts";
import type { RecordKey, StoredRecord } from "../index.ts";
import type { SqliteClient, SqliteRow, SqliteStatement, SqliteSteps } from "./client.ts";
import * as sql from "./sql.ts";

/** A store that can make its own tables. */
export interface SqliteStore extends Store {
  /** Makes the tables where they are missing. Run it before anything else; several may at once. */
  readonly migrate: () => Promise<void>;
}

const LIMIT_MAX = 1000;

const parse = <Value>(text: unknown): Value => JSON.parse(text as string) as Value;

const limitOf = ({ limit = 100 }: TailRequest): number => Math.max(1, Math.min(limit, LIMIT_MAX));

/** One text of scope and id, whatever is in them. */
const nameOf = ({ scope, input }: Pick<Settlement, "scope" | "input">): string =>
  JSON.stringify([scope, input]);

function loaded(row: SqliteRow): Loaded {
  const body = row["body"];
  return {
    key: parseKey(row["key"] as string) as RecordKey,
    version: Number(row["version"]),
    record: body === null ? null : parse<StoredRecord>(body),
  };
}

function settlementsOf(rows: readonly SqliteRow[]): Settlement[] {
  const bodies = new Map<string, string>();
  for (const row of rows) {
    const name = row["name"] as string;
    bodies.set(name, (bodies.get(name) ?? "") + row["body"]);
  }
  return Array.from(bodies.values(), parse<Settlement>);
}

const policyOf = (row: SqliteRow | undefined): string | null => parse(row?.["policy"] ?? "null");

function* load({ keys, seen = [], inputs = [] }: LoadRequest): SqliteSteps<LoadResult> {
  const wanted = new Map<string, number | null>();
  for (const { key, version } of seen) wanted.set(addressOf(key), version);
  for (const key of keys) wanted.set(addressOf(key), null);
  const entries = Array.from(wanted, ([key, version]) => sql.entry(key, version));
  const names = inputs.flatMap((name) => [nameOf(name), nameOf({ ...name, scope: null })]);
  const [policy = [], settlements = [], ...records] = yield [
    sql.policy(),
    sql.settlements(JSON.stringify([...new Set(names)])),
    ...sql.packed(entries, "{}").map(sql.records),
  ];
  return {
    records: records.flat().map(loaded),
    settlements: settlementsOf(settlements),
    policy: policyOf(policy[0]),
  };
}

function statementsOf(names: string, commit: Commit): SqliteStatement[] {
  const seen = commit.reads.map(({ key, version }) => sql.entry(addressOf(key), version));
  const writes = commit.writes.map(([key, record]) =>
    sql.entry(addressOf(key), record === null ? null : JSON.stringify(record)),
  );
  const settled: SqliteStatement[] = [];
  const events: string[] = [];
  const notices: string[] = [];
  const listed = (item: unknown): string => JSON.stringify(JSON.stringify(item));
  for (const settlement of commit.settlements) {
    const { scope, input, outcome } = settlement;
    const parts = sql.pieces(JSON.stringify(settlement));
    settled.push(...parts.map((body, part) => sql.settle(nameOf(settlement), part, body)));
    if (outcome.kind !== "accepted") continue;
    events.push(...outcome.events.map((event) => listed({ scope, event })));
    notices.push(...outcome.notices.map((notice, seq) => listed({ scope, input, seq, notice })));
  }
  const [first = "{}", ...more] = sql.packed(seen, "{}");
  return [
    sql.open(JSON.stringify(commit.policy), names, first),
    ...more.map(sql.unless),
    ...sql.packed(writes, "{}").map(sql.write),
    ...settled,
    ...sql.packed(events, "[]").flatMap((list) => sql.append("events", list)),
    ...sql.packed(notices, "[]").flatMap((list) => sql.append("notices", list)),
  ];
}

function* commitSteps(commit: Commit): SqliteSteps<CommitResult> {
  const names = JSON.stringify(commit.settlements.map(nameOf));
  const results = yield [...statementsOf(names, commit), ...sql.end(names)];
  const row = results.at(-2)?.[0];
  if (row?.["open"] === 1) return { kind: "committed" };
  const policy = policyOf(row);
  if (policy !== commit.policy) return { kind: "policy-mismatch", policy };
  return { kind: row?.["recorded"] === 1 ? "recorded" : "conflict" };
}

function* exclusiveSteps(
  { reads, writes, inputs }: Parameters<Store["exclusively"]>[0],
  decide: Parameters<Store["exclusively"]>[1],
): SqliteSteps<CommitResult | { readonly kind: "released" }> {
  const commit = decide(yield* load({ keys: [...reads, ...writes], inputs }));
  return commit === null ? { kind: "released" } : yield* commitSteps(commit);
}

const cursor = /^(?:0|[1-9]\d{0,14})$/;

function* tail<Item>(
  name: "events" | "notices",
  request: TailRequest = {},
): SqliteSteps<TailPage<Item>> {
  const { after = "0" } = request;
  if (!cursor.test(after)) throw new InvalidCursor();
  const [last = [], rows = []] = yield sql.tailAfter(name, Number(after), limitOf(request));
  if (Number(after) > Number(last[0]?.["n"])) throw new InvalidCursor();
  return {
    items: rows.map((row) => parse<Item>(row["body"])),
    next: String(rows.at(-1)?.["n"] ?? after),
  };
}

/** A cursor is the text of a key. */
function* records(request: TailRequest = {}): SqliteSteps<TailPage<Loaded>> {
  const { after = "" } = request;
  if (after !== "" && !isAddress(after)) throw new InvalidCursor();
  const [rows = []] = yield [sql.recordsAfter(after, limitOf(request))];
  return { items: rows.map(loaded), next: (rows.at(-1)?.["key"] ?? after) as string };
}

function* adopt(policy: string, instead: string | null | undefined): SqliteSteps<string | null> {
  const text = (each: string | null | undefined): string | null =>
    typeof each === "string" ? JSON.stringify(each) : null;
  const [, rows = []] = yield [
    sql.adopt(JSON.stringify(policy), instead === undefined, text(instead)),
    sql.policy(),
  ];
  return policyOf(rows[0]);
}

function* migrate(): SqliteSteps<void> {
  yield sql.TABLES.map((text) => sql.change(text));
}

/** A store in SQLite, over any client. */
export function sqliteStore(client: SqliteClient): SqliteStore {
  return {
    migrate: () => client.run("write", migrate()),
    load: (request) => client.run("read", load(request)),
    commit: (commit) => client.run("write", commitSteps(commit)),
    exclusively: (request, decide) => client.run("held", exclusiveSteps(request, decide)),
    events: (request) => client.run("read", tail("events", request)),
    notices: (request) => client.run("read", tail("notices", request)),
    records: (request) => client.run("read", records(request)),
    adoptPolicy: (policy, instead) => client.run("write", adopt(policy, instead)),
    // Nothing is kept of a key that was only looked up.
    sweep: async () => 0,
  };
}
