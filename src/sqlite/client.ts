/** What the store asks of a SQLite client, and how common clients give it. */
import { StoreUnavailable } from "../host/unavailable.ts";

/** What a statement is given in place of its `?`. */
export type SqliteValue = string | number | null;

/** A row by the names of its columns. */
export type SqliteRow = Readonly<Record<string, unknown>>;

/** A statement with what stands for its `?`, in order; whether it gives rows. */
export interface SqliteStatement {
  readonly text: string;
  readonly values: readonly SqliteValue[];
  readonly rows: boolean;
}

/** Yields statements to be run one after another and is given their rows; returns what came of it. */
export type SqliteSteps<Value> = Generator<
  readonly SqliteStatement[],
  Value,
  readonly (readonly SqliteRow[])[]
>;

/** A database that runs steps. */
export interface SqliteClient {
  /**
   * Runs steps. What they yield at one time is one transaction, and happens wholly or not at all; it
   * writes nothing where the mode is `read`. All of them are one transaction, which nobody writes
   * beside, where the mode is `held` and the client has such transactions. Rejects with
   * `StoreUnavailable` where the database fails, and with whatever the steps throw.
   */
  readonly run: <Value>(
    mode: "read" | "write" | "held",
    steps: SqliteSteps<Value>,
  ) => Promise<Value>;
}

type Run = (statement: SqliteStatement) => readonly SqliteRow[];

/** Does something with a database; says of a failure whether a commit may have come through. */
function trying<Value>(stored: StoreUnavailable["stored"], run: () => Value): Value {
  try {
    return run();
  } catch (error) {
    throw new StoreUnavailable(stored, error);
  }
}

/** The same of what takes its time. */
async function awaiting<Value>(
  stored: StoreUnavailable["stored"],
  run: () => Promise<Value>,
): Promise<Value> {
  try {
    return await run();
  } catch (error) {
    throw new StoreUnavailable(stored, error);
  }
}

/** A list of statements is a transaction; one that only reads has nothing to be stored. */
const storedBy = (statements: readonly SqliteStatement[]): StoreUnavailable["stored"] =>
  statements.every(({ rows }) => rows) ? "no" : "perhaps";

function stepThrough<Value>(steps: SqliteSteps<Value>, run: Run): Value {
  let step = steps.next();
  while (step.done !== true) {
    const { value: statements } = step;
    step = steps.next(trying("no", () => statements.map(run)));
  }
  return step.value;
}

async function stepOn<Value>(
  steps: SqliteSteps<Value>,
  batch: (statements: readonly SqliteStatement[]) => Promise<readonly (readonly SqliteRow[])[]>,
): Promise<Value> {
  let step = steps.next();
  while (step.done !== true) step = steps.next(await batch(step.value));
  return step.value;
}

/** The part of a synchronous connection that is used: `node:sqlite`, `libsql`, better-sqlite3, Bun's. */
export interface ConnectionLike {
  exec(text: string): unknown;
  prepare(text: string): {
    all(...values: SqliteValue[]): unknown;
    run(...values: SqliteValue[]): unknown;
  };
}

/**
 * A client over a synchronous connection, which is set up for it: WAL, every commit on disk before it
 * counts, five seconds of waiting while another process writes. The process stands still meanwhile.
 */
export function fromConnection(connection: ConnectionLike): SqliteClient {
  for (const pragma of ["busy_timeout = 5000", "journal_mode = wal", "synchronous = full"]) {
    connection.exec(`pragma ${pragma}`);
  }
  const prepared = new Map<string, ReturnType<ConnectionLike["prepare"]>>();
  const run: Run = ({ text, values, rows }) => {
    const statement = prepared.get(text) ?? connection.prepare(text);
    prepared.set(text, statement);
    if (rows) return statement.all(...values) as SqliteRow[];
    statement.run(...values);
    return [];
  };
  return {
    run: async (mode, steps) => {
      // What takes the lock is never a prepared statement: in libsql 0.5 one that fails there stays
      // under way, and nothing can be committed on its connection any more.
      trying("no", () => connection.exec(mode === "read" ? "begin" : "begin immediate"));
      try {
        const value = stepThrough(steps, run);
        trying(mode === "read" ? "no" : "perhaps", () => connection.exec("commit"));
        return value;
      } catch (error) {
        try {
          connection.exec("rollback");
        } catch {
          // SQLite has rolled it back by itself, as it does where the disk is full.
        }
        throw error;
      }
    },
  };
}

/** The part of a Durable Object's storage that is used; its class must be backed by SQLite. */
export interface DurableStorageLike {
  readonly sql: {
    exec(text: string, ...values: SqliteValue[]): { toArray(): unknown[] };
  };
  transactionSync<Value>(run: () => Value): Value;
}

/** A client over the storage of a Durable Object, which starts anew by itself if a commit fails. */
export function fromDurableObject(storage: DurableStorageLike): SqliteClient {
  const run: Run = ({ text, values }) => storage.sql.exec(text, ...values).toArray() as SqliteRow[];
  return { run: async (_, steps) => storage.transactionSync(() => stepThrough(steps, run)) };
}

/** The part of a D1 database that is used. */
export interface D1Like<Prepared = unknown> {
  prepare(text: string): { bind(...values: SqliteValue[]): Prepared };
  batch(statements: Prepared[]): Promise<{ readonly results: unknown[] }[]>;
}

/** A client over D1, which has no transactions but lists of statements: nothing can be held. */
export function fromD1<Prepared>(database: D1Like<Prepared>): SqliteClient {
  return {
    run: (_, steps) =>
      stepOn(steps, async (statements) => {
        const list = statements.map(({ text, values }) => database.prepare(text).bind(...values));
        const all = await awaiting(storedBy(statements), () => database.batch(list));
        return all.map(({ results }) => results as SqliteRow[]);
      }),
  };
}

/** A statement as `@libsql/client` takes it. */
export interface LibsqlStatement {
  readonly sql: string;
  readonly args: SqliteValue[];
}

/** The rows of each statement of a list. */
export type LibsqlResults = Promise<{ readonly rows: readonly unknown[] }[]>;

/** The part of a client of `@libsql/client` that is used. */
export interface LibsqlClientLike {
  batch(statements: LibsqlStatement[], mode: "read" | "write"): LibsqlResults;
  transaction(mode: "write"): Promise<{
    batch(statements: LibsqlStatement[]): LibsqlResults;
    commit(): Promise<void>;
    close(): void;
  }>;
}

/** A client over `@libsql/client`: a libSQL server, or a file. */
export function fromLibsqlClient(client: LibsqlClientLike): SqliteClient {
  const through =
    (batch: (list: LibsqlStatement[]) => LibsqlResults, isOpen: boolean) =>
    async (statements: readonly SqliteStatement[]): Promise<readonly SqliteRow[][]> => {
      const list = statements.map(({ text, values }) => ({ sql: text, args: [...values] }));
      const stored = isOpen ? "no" : storedBy(statements);
      return (await awaiting(stored, () => batch(list))).map(({ rows }) => rows as SqliteRow[]);
    };
  return {
    run: async (mode, steps) => {
      if (mode !== "held")
        return stepOn(
          steps,
          through((list) => client.batch(list, mode), false),
        );
      const transaction = await awaiting("no", () => client.transaction("write"));
      try {
        const value = await stepOn(
          steps,
          through((list) => transaction.batch(list), true),
        );
        await awaiting("perhaps", () => transaction.commit());
        return value;
      } finally {
        transaction.close();
      }
    },
  };
}
