import type { CommitResult } from "../host/store.ts";
import type { SqlDatabase, SqlRunner } from "./client.ts";

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

const codeOf = (thrown: unknown): unknown =>
  typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;

/** Serialization failure, deadlock: the database asks to run the transaction again. */
const isTransientCode = (code: unknown): boolean => code === "40001" || code === "40P01";

/**
 * What "if not exists" answers where another connection makes the same thing at this moment: it has
 * waited for that one's commit, so the thing is there by now.
 */
const MADE_MEANWHILE: readonly unknown[] = ["23505", "42P06", "42P07", "42710"];
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
