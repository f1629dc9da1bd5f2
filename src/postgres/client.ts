/** What the store asks of a database client, and how common clients give it. */

/** Runs one statement with positional parameters (`$1` …), all of them texts or `null`. */
export interface SqlRunner {
  readonly query: (
    text: string,
    values: readonly (string | null)[],
  ) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** How long things take at most, in milliseconds; 0 is no limit. What takes longer fails. */
export interface SqlLimits {
  /** One statement of a transaction, and what it waits for a lock; the server sees to it. */
  readonly statement: number;
  readonly lock: number;
  /** A transaction that waits for its client's next statement; the server sees to it. */
  readonly idle: number;
  /** A whole transaction or single statement; the client sees to it, and gives the connection up. */
  readonly client: number;
}

/** A database: single statements, and transactions. Clients that know of no limits leave them aside. */
export interface SqlDatabase extends SqlRunner {
  readonly query: (
    ...asked: [...Parameters<SqlRunner["query"]>, limits?: SqlLimits]
  ) => ReturnType<SqlRunner["query"]>;
  /**
   * Runs statements in one READ COMMITTED transaction on one connection: commits when `run` resolves,
   * rolls back and rejects with the same error when it rejects.
   */
  readonly transaction: <Value>(
    run: (client: SqlRunner) => Promise<Value>,
    limits?: SqlLimits,
  ) => Promise<Value>;
}

/** Runs a statement, as `pg` has it. */
export interface QueryLike {
  query(
    text: string,
    values?: (string | null)[],
  ): Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** The part of a pool's client that is used. */
export interface PoolClientLike extends QueryLike {
  release(destroy?: boolean): void;
  on?(event: "error", listener: () => void): unknown;
  off?(event: "error", listener: () => void): unknown;
}

/** The part of `pg.Pool` that is used. */
export interface PoolLike {
  connect(): Promise<PoolClientLike>;
}

const ignore = (): void => {};

/** Works on a connection, which is given up if it has not done its work in time, or breaks. */
async function connected<Value>(
  pool: PoolLike,
  limits: SqlLimits | undefined,
  work: (client: SqlRunner, broken: () => void) => Promise<Value>,
): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const after = limits?.client || null;
    if (after === null) return;
    timer = setTimeout(() => reject(new Error(`no answer within ${after} ms`)), after);
  });
  const inTime = <Given>(given: Promise<Given>): Promise<Given> => Promise.race([given, late]);
  const connecting = pool.connect();
  try {
    const client = await inTime(connecting).catch((error) => {
      connecting.then((unused) => unused.release(), ignore);
      throw error;
    });
    let usable = true;
    // A connection that breaks while it is out says so twice: the statement fails, which is handled,
    // and an event is raised, which would end the process if nobody listened.
    client.on?.("error", ignore);
    try {
      const query: SqlRunner["query"] = (text, values) =>
        // Without values it may be several statements.
        inTime(values.length === 0 ? client.query(text) : client.query(text, [...values]));
      return await work({ query }, () => {
        usable = false;
      });
    } finally {
      client.off?.("error", ignore);
      client.release(!usable);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Set for the transaction alone: whoever has the connection next, behind a pooler too, has none of it. */
function beginning({ statement = 0, lock = 0, idle = 0 }: Partial<SqlLimits> = {}): string {
  const settings = [
    ["statement_timeout", statement],
    ["lock_timeout", lock],
    ["idle_in_transaction_session_timeout", idle],
  ] as const;
  const set = settings.filter(([, limit]) => limit > 0);
  const begin = "begin isolation level read committed";
  return [begin, ...set.map(([name, limit]) => `set local ${name} = ${limit}`)].join("; ");
}

/** A database over a `pg.Pool`, or any pool of its shape. */
export function fromPool(pool: PoolLike): SqlDatabase {
  return {
    query: (text, values, limits) =>
      connected(pool, limits, ({ query }, broken) =>
        query(text, values).catch((error) => {
          broken();
          throw error;
        }),
      ),
    transaction: (run, limits) =>
      connected(pool, limits, async (client, broken) => {
        try {
          await client.query(beginning(limits), []);
          const value = await run(client);
          await client.query("commit", []);
          return value;
        } catch (error) {
          await client.query("rollback", []).catch(broken);
          throw error;
        }
      }),
  };
}

/** The part of PGlite that is used. */
export interface PgliteLike extends QueryLike {
  transaction<Value>(run: (client: QueryLike) => Promise<Value>): Promise<Value>;
}

/** A database over PGlite, which has one connection: transactions wait for each other. */
export function fromPglite(database: PgliteLike): SqlDatabase {
  return {
    query: (text, values) => database.query(text, [...values]),
    transaction: (run) =>
      database.transaction((client) =>
        run({ query: (text, values) => client.query(text, [...values]) }),
      ),
  };
}
