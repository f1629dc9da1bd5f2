/**
 * In place of `src/database.ts`, for the controls: a store that skips checks, as a hand-written one
 * might. The races must notice. `UNSAFE` says what is skipped.
 */

import { keyText } from "interorg";
import { createHost, type Store } from "interorg/host";
import { fromPool, postgresStore } from "interorg/postgres";
import pg from "pg";
import type { OpenHost } from "../src/database.ts";
import { policyFrom, type Settings } from "../src/settings.ts";

/** Commits over whatever is there by then. */
const withoutCheck = (store: Store): Store => ({
  ...store,
  commit: async (commit) => {
    const { records } = await store.load({ keys: commit.reads.map(({ key }) => key) });
    return store.commit({ ...commit, reads: records });
  },
});

/** Checks the records that are written, and not those that were only read. */
const withSmallCheck = (store: Store): Store => ({
  ...store,
  commit: (commit) => {
    const written = new Set(commit.writes.map(([key]) => keyText(key)));
    const reads = commit.reads.filter(({ key }) => written.has(keyText(key)));
    return store.commit({ ...commit, reads });
  },
});

export function openHost(settings: Settings): OpenHost {
  const pool = new pg.Pool({ connectionString: settings.DATABASE_URL, max: 1 });
  const options = { schema: settings.DATABASE_SCHEMA ?? "interorg" };
  const store = postgresStore(fromPool(pool), options);
  const unsafe = process.env["UNSAFE"] === "nothing" ? withoutCheck(store) : withSmallCheck(store);
  const host = createHost({ store: unsafe, policy: policyFrom(settings) });
  return { host, close: () => pool.end() };
}
