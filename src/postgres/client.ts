/** What the store asks of a database client, and how common clients give it. */

/** Runs one statement with positional parameters (`$1` …), all of them texts or `null`. */
export interface SqlRunner {
  readonly query: (
    text: string,
    values: readonly (string | null)[],
  ) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>;
}

/** A database: single statements, and transactions. */
export interface SqlDatabase extends SqlRunner {
  /**
   * Runs statements in one READ COMMITTED transaction on one connection: commits when `run` resolves,
   * rolls back and rejects with the same error when it rejects.
   */
  readonly transaction: <Value>(run: (client: SqlRunner) => Promise<Value>) => Promise<Value>;
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
export interface PoolLike extends QueryLike {
  connect(): Promise<PoolClientLike>;
}

const ignore = (): void => {};

async function inTransaction<Value>(
  client: PoolClientLike,
  run: (client: SqlRunner) => Promise<Value>,
): Promise<Value> {
  let usable = true;
  // A connection that breaks while it is out says so twice: the statement fails, which is handled,
  // and an event is raised, which would end the process if nobody listened.
  client.on?.("error", ignore);
  try {
    await client.query("begin isolation level read committed");
    const value = await run({ query: (text, values) => client.query(text, [...values]) });
    await client.query("commit");
    return value;
  } catch (error) {
    await client.query("rollback").catch(() => {
      usable = false;
    });
    throw error;
  } finally {
    client.off?.("error", ignore);
    client.release(!usable);
  }
}

/** A database over a `pg.Pool`, or any pool of its shape. */
export function fromPool(pool: PoolLike): SqlDatabase {
  return {
    query: (text, values) => pool.query(text, [...values]),
    transaction: async (run) => inTransaction(await pool.connect(), run),
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
