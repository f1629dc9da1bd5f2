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

/** Serialization failure, deadlock: the database asks to run the transaction again. */
const isTransient = (thrown: unknown): boolean =>
  typeof thrown === "object" &&
  thrown !== null &&
  "code" in thrown &&
  (thrown.code === "40001" || thrown.code === "40P01");

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
    if (isTransient(thrown)) return { kind: "conflict" };
    throw thrown;
  }
}
