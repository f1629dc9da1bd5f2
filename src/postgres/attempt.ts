import type { CommitResult } from "../host/store.ts";
import { StoreUnavailable } from "../host/unavailable.ts";
import type { SqlDatabase, SqlLimits, SqlRunner } from "./client.ts";

/** How a transaction ended. */
export type Ended = CommitResult | { readonly kind: "released" };

interface Abandoned {
  readonly abandoned: Ended;
}

/** Leaves a transaction by way of its rollback, carrying the answer out. */
export function abandon(abandoned: Ended): never {
  throw { abandoned } satisfies Abandoned;
}

const isAbandoned = (thrown: unknown): thrown is Abandoned =>
  typeof thrown === "object" && thrown !== null && "abandoned" in thrown;

function codeOf(thrown: unknown): unknown {
  const error = thrown instanceof StoreUnavailable ? thrown.cause : thrown;
  return typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
}

/** What is the fault of the caller's texts and would be the same another time: a data exception. */
const isOfData = (thrown: unknown): boolean => /^22...$/.test(String(codeOf(thrown)));

const unavailable = (stored: StoreUnavailable["stored"], thrown: unknown): unknown =>
  isOfData(thrown) ? thrown : new StoreUnavailable(stored, thrown);

function failing({ query }: SqlRunner): SqlRunner {
  return {
    query: (text, values) =>
      query(text, values).catch((thrown) => {
        throw unavailable("no", thrown);
      }),
  };
}

/** A database with limits, of which the store's callers are told in one way that it has failed. */
export function guarded(database: SqlDatabase, limits?: SqlLimits): SqlDatabase {
  return {
    query: failing({ query: (text, values) => database.query(text, values, limits) }).query,
    transaction: async (run) => {
      let ran: { readonly thrown?: unknown } | undefined;
      try {
        return await database.transaction(async (client) => {
          try {
            const value = await run(failing(client));
            ran = {};
            return value;
          } catch (thrown) {
            ran = { thrown };
            throw thrown;
          }
        }, limits);
      } catch (thrown) {
        // Whoever runs may throw what they like: it is theirs.
        if (ran !== undefined && "thrown" in ran) throw ran.thrown;
        throw unavailable(ran === undefined ? "no" : "perhaps", thrown);
      }
    },
  };
}

/** Serialization failure, deadlock: the database asks to run the transaction again. */
const isTransientCode = (code: unknown): boolean => code === "40001" || code === "40P01";

/**
 * What "if not exists" answers where another connection makes the same thing at this moment, and "if
 * exists" where it removes it: it has waited for that one's commit, so it is done by now.
 */
const MADE_MEANWHILE: readonly unknown[] = ["23505", "42P01", "42P06", "42P07", "42710"];
const MAKING_MAX = 5;

/** Runs a statement that is harmless where it was run before, though others run it meanwhile. */
export async function makeOnce(database: SqlDatabase, statement: string): Promise<void> {
  for (let made = 1; ; made += 1) {
    try {
      await database.query(statement, []);
      return;
    } catch (thrown) {
      const code = codeOf(thrown);
      if (made === MAKING_MAX || !(isTransientCode(code) || MADE_MEANWHILE.includes(code))) {
        throw thrown;
      }
    }
  }
}

/** Runs a transaction; what the database wants run again is a conflict. */
export async function attempt(
  database: SqlDatabase,
  run: (client: SqlRunner) => Promise<void>,
): Promise<Ended> {
  try {
    await database.transaction(run);
    return { kind: "committed" };
  } catch (thrown) {
    if (isAbandoned(thrown)) return thrown.abandoned;
    if (isTransientCode(codeOf(thrown))) return { kind: "conflict" };
    throw thrown;
  }
}
