import { hash } from "../core/hash.ts";
import { parseKey } from "../core/keys.ts";
import { addressOf, isAddress } from "../host/address.ts";
import { InvalidCursor } from "../host/cursor.ts";
import type {
  Commit,
  CommitResult,
  Loaded,
  LoadResult,
  LockRequest,
  Store,
  TailPage,
  TailRequest,
} from "../host/store.ts";
import type { InputId, RecordKey } from "../index.ts";
import { abandon, attempt, guarded, makeOnce } from "./attempt.ts";
import type { SqlDatabase, SqlLimits, SqlRunner } from "./client.ts";
import { load, loaded, parse, scopeIn } from "./load.ts";
import { LANES, schemaStatements, tablesIn, taking } from "./schema.ts";
import { type Statements, statementsOver } from "./sql.ts";
import { readTail } from "./tail.ts";

/** How a PostgreSQL store is set up. */
export interface PostgresStoreOptions {
  /** The schema of its tables, a plain lower-case name; default `interorg`. */
  readonly schema?: string;
  /** How long things take at most, in milliseconds; default 30 000, 15 000, 10 000 and 40 000. */
  readonly limits?: Partial<SqlLimits>;
}

const LIMITS: SqlLimits = { statement: 30_000, lock: 15_000, idle: 10_000, client: 40_000 };

/** What the races leave out, one at a time, to show that it is needed. Not for use. */
export interface Checks {
  /** Whether every key read is checked, or only those written. */
  readonly reads: "all" | "written";
  /** Whether absent keys get a row that can be locked. */
  readonly placeholders: boolean;
}

/** A store that can make its own tables. */
export interface PostgresStore extends Store {
  /** Makes schema and tables where they are missing. Run it before anything else; several may at once. */
  readonly migrate: () => Promise<void>;
}

type Locked = readonly [key: string, version: number, exclusive: boolean];

/** One commit in so many shares no lock. */
const ALONE = 16;

/**
 * Whether a commit takes the keys that it only reads for itself. A writer waits for all readers at
 * once, and new readers may pass it: measured, 16 that kept on reading one key kept its writer out
 * for ten minutes. A reader that does not share queues behind the writer; so one connection after
 * another ends up there, and the writer gets its turn after a fraction of a second.
 */
const standsAlone = (input: string): boolean => (hash(input) >>> 3) % ALONE === 0;

/** Rows swept in one transaction. */
const SWEPT = 1000;

/** In the order of keys: every transaction locks in this one, so none waits in a circle. */
function sorted(locks: Iterable<Locked>, input: string): Locked[] {
  const alone = standsAlone(input);
  const all = Array.from(locks, ([key, version, own]): Locked => [key, version, own || alone]);
  return all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

const firstInput = (commit: Commit): string => commit.settlements[0]?.input ?? "";

const kindOf = (key: string): string => key.slice(0, key.indexOf(":"));

async function addPlaceholders(
  statements: Statements,
  client: SqlRunner,
  locks: readonly Locked[],
): Promise<void> {
  const absent = locks.filter(([, version]) => version === 0);
  if (absent.length === 0) return;
  const keys = absent.map(([key]) => [key, kindOf(key)]);
  await client.query(statements.placeholders, [JSON.stringify(keys)]);
}

/** What remains once all keys are held and unchanged; ends in a rollback if it may not happen. */
async function settle(statements: Statements, client: SqlRunner, commit: Commit): Promise<void> {
  const settlements = commit.settlements.map(({ scope, input, fingerprint, outcome }) => {
    const name = [scope ?? "", input, fingerprint];
    if (outcome.kind === "refused") return [...name, outcome.refusal];
    return [...name, null, outcome.passedOver ?? null, outcome.events, outcome.notices];
  });
  const writes = commit.writes.map(([key, record]) => [addressOf(key), key[0], record]);
  const lane = hash(firstInput(commit)) % LANES;
  const { rows } = await client.query(statements.settle, [
    String(lane),
    commit.policy,
    ...[settlements, writes].map((each) => JSON.stringify(each)),
  ]);
  if (Number(rows[0]?.["lanes"]) === 0) {
    const policy = await client.query(statements.policyRead, []);
    abandon({ kind: "policy-mismatch", policy: policy.rows[0]?.["policy"] as string | null });
  }
  if (Number(rows[0]?.["outcomes"]) < settlements.length) abandon({ kind: "recorded" });
}

function locksOf(commit: Commit, checks: Checks): Locked[] {
  const written = new Set(commit.writes.map(([key]) => addressOf(key)));
  const locks = new Map<string, Locked>();
  for (const { key, version } of commit.reads) {
    const text = addressOf(key);
    const write = written.has(text);
    if (write || checks.reads === "all") locks.set(text, [text, version, write]);
  }
  return sorted(locks.values(), firstInput(commit));
}

async function commitNow(
  database: SqlDatabase,
  statements: Statements,
  checks: Checks,
  commit: Commit,
): Promise<CommitResult> {
  const locks = locksOf(commit, checks);
  const result = await attempt(database, async (client) => {
    if (checks.placeholders) await addPlaceholders(statements, client, locks);
    const { rows } = await client.query(statements.verify, [JSON.stringify(locks)]);
    if (Number(rows[0]?.["moved"]) > 0) abandon({ kind: "conflict" });
    await settle(statements, client, commit);
  });
  return result as CommitResult;
}

async function exclusively(
  database: SqlDatabase,
  statements: Statements,
  request: LockRequest,
  decide: (loaded: LoadResult) => Commit | null,
): ReturnType<Store["exclusively"]> {
  const locks = new Map<string, Locked>();
  for (const key of request.reads) locks.set(addressOf(key), [addressOf(key), 0, false]);
  for (const key of request.writes) locks.set(addressOf(key), [addressOf(key), 0, true]);
  const all = sorted(locks.values(), request.inputs[0]?.input ?? "");
  return attempt(database, async (client) => {
    await addPlaceholders(statements, client, all);
    const { rows } = await client.query(statements.hold, [JSON.stringify(all)]);
    // Swept between the two statements: then there is nothing that is held.
    if (rows.some((row) => Number(row["version"]) < 0)) abandon({ kind: "conflict" });
    const { settlements, policy } = await load(statements, client, {
      keys: [],
      inputs: request.inputs,
    });
    const records = rows.map((row) => loaded(parseKey(row["key"] as string) as RecordKey, row));
    const commit = decide({ records, settlements, policy });
    if (commit === null) abandon({ kind: "released" });
    await settle(statements, client, commit);
  });
}

/** A cursor is the text of a key. */
async function readRecords(
  database: SqlDatabase,
  statements: Statements,
  { after = "", limit = 100 }: TailRequest = {},
): Promise<TailPage<Loaded>> {
  if (after !== "" && !isAddress(after)) throw new InvalidCursor();
  const { rows } = await database.query(statements.records, [after, String(limit)]);
  const items = rows.map((row) => loaded(parseKey(row["key"] as string) as RecordKey, row));
  return { items, next: (rows.at(-1)?.["key"] ?? after) as string };
}

async function adoptPolicy(
  database: SqlDatabase,
  statements: Statements,
  policy: string,
  instead: string | null | undefined,
): Promise<string | null> {
  return database.transaction(async (client) => {
    const { rows } = await client.query(statements.policyLock, []);
    const stands = (rows[0]?.["policy"] ?? null) as string | null;
    if (instead !== undefined && stands !== instead) return stands;
    await client.query(statements.policySet, [policy]);
    return policy;
  });
}

async function sweep(database: SqlDatabase, statements: Statements): Promise<number> {
  let [swept, after] = [0, ""];
  for (;;) {
    const rows = await database.transaction(
      async (client) => (await client.query(statements.sweep, [after, String(SWEPT)])).rows,
    );
    const last = rows[0]?.["last"] ?? null;
    if (last === null) return swept;
    swept += Number(rows[0]?.["swept"]);
    after = last as string;
  }
}

/** A PostgreSQL store with checks left out, for the races. */
export function postgresStoreWith(
  client: SqlDatabase,
  options: PostgresStoreOptions,
  checks: Checks,
): PostgresStore {
  const tables = tablesIn(options.schema ?? "interorg");
  const statements = statementsOver(tables, checks.placeholders ? -1 : 0);
  const database = guarded(client, { ...LIMITS, ...options.limits });
  // As long as it takes: of a large store of version 0.1.0 all outcomes are moved.
  const unlimited = guarded(client);
  const take = (): Promise<void> => makeOnce(unlimited, taking(tables));
  return {
    migrate: async () => {
      for (const statement of schemaStatements(tables)) await makeOnce(unlimited, statement);
    },
    load: (request) => load(statements, database, request),
    commit: (commit) => commitNow(database, statements, checks, commit),
    exclusively: (request, decide) => exclusively(database, statements, request, decide),
    events: (request) =>
      readTail(database, statements.events, request, (row) => ({
        scope: scopeIn(row["scope"]),
        event: parse(row["body"]),
      })),
    notices: (request) =>
      readTail(database, statements.notices, request, (row) => ({
        scope: scopeIn(row["scope"]),
        input: row["input"] as InputId,
        seq: Number(row["seq"]),
        notice: parse(row["body"]),
      })),
    records: (request) => readRecords(database, statements, request),
    adoptPolicy: async (policy, instead) => {
      // Before as well: what was cut short another time is made up for before anybody decides.
      await take();
      const stands = await adoptPolicy(database, statements, policy, instead);
      await take();
      return stands;
    },
    sweep: () => sweep(database, statements),
  };
}

/** A store in PostgreSQL, or in a database that speaks its SQL, over any client. */
export function postgresStore(
  database: SqlDatabase,
  options: PostgresStoreOptions = {},
): PostgresStore {
  return postgresStoreWith(database, options, { reads: "all", placeholders: true });
}
