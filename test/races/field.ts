/** A schema that a race is run in: planted once with a World, put back after each trial. */
import pg from "pg";
import { createHost, type Host, type Store } from "../../src/host/index.ts";
import { stampText } from "../../src/host/stamp.ts";
import {
  keyText,
  type Policy,
  policyFingerprint,
  RECORD_VERSION,
  sliceEntries,
  type World,
} from "../../src/index.ts";
import { fromPool, type PostgresStore, type SqlDatabase } from "../../src/postgres/index.ts";
import { type Checks, postgresStoreWith } from "../../src/postgres/store.ts";

/** The version of planted records: far from that of any other, so that these are found by it. */
export const SEED_VERSION = 1000;

/** What went on below the hosts. */
interface Counters {
  deadlocks: number;
  conflicts: number;
}

/** A host with a connection of its own. */
export interface Client {
  readonly host: Host;
  readonly policy: Policy;
}

/** A race's database. */
export interface Field {
  readonly counters: Counters;
  readonly admin: SqlDatabase;
  readonly schema: string;
  readonly plant: (world: World) => Promise<void>;
  /** Puts everything back as it was planted, under a policy. */
  readonly reset: (policy: Policy) => Promise<void>;
  readonly client: (policy: Policy) => Client;
  readonly close: () => Promise<void>;
}

const failed = (counters: Counters) => (error: { code?: string }) => {
  if (error.code === "40P01") counters.deadlocks += 1;
  throw error;
};

/** Counts the deadlocks that the database reports; the store takes them for conflicts. */
function counting(database: SqlDatabase, counters: Counters): SqlDatabase {
  return {
    query: (text, values) => database.query(text, values).catch(failed(counters)),
    transaction: (run) => database.transaction(run).catch(failed(counters)),
  };
}

function watched(store: Store, counters: Counters): Store {
  const count = <Result extends { kind: string }>(result: Result): Result => {
    if (result.kind === "conflict") counters.conflicts += 1;
    return result;
  };
  return {
    ...store,
    commit: async (commit) => count(await store.commit(commit)),
    exclusively: async (request, run) => count(await store.exclusively(request, run)),
  };
}

async function plant(admin: SqlDatabase, store: PostgresStore, schema: string, world: World) {
  await admin.query(`drop schema if exists ${schema} cascade`, []);
  await store.migrate();
  const rows = sliceEntries(world).map(([key, record]) => [keyText(key), key[0], record]);
  await admin.query(
    `insert into ${schema}.records (key, kind, version, body)
     select e.value->>0, e.value->>1, ${SEED_VERSION}, e.value->2 from jsonb_array_elements($1::text::jsonb) e`,
    [JSON.stringify(rows)],
  );
  await admin.query(`create table ${schema}.seed as select * from ${schema}.records`, []);
  await admin.query(`alter table ${schema}.seed add primary key (key)`, []);
  for (const table of ["records", "seed"]) await admin.query(`analyze ${schema}.${table}`, []);
}

/** Rows that differ from the seed go, and the seed's come back. */
function resetStatements(schema: string): string[] {
  return [
    `with gone as (
       delete from ${schema}.records where version <> ${SEED_VERSION} returning key)
     insert into ${schema}.records select s.* from ${schema}.seed s join gone on gone.key = s.key`,
    ...["settlements", "events", "notices"].map((table) => `delete from ${schema}.${table}`),
  ];
}

/** Opens a field; `checks` leaves something out of the store, for a control. */
export function openField(url: string, schema: string, checks: Checks): Field {
  const counters: Counters = { deadlocks: 0, conflicts: 0 };
  // Losing the last commits in a crash of the machine changes nothing about who waits for whom.
  const options = "-c synchronous_commit=off";
  const open = (): pg.Pool => new pg.Pool({ connectionString: url, options, max: 1 });
  const pools = [open()];
  const admin = fromPool(pools[0] as pg.Pool);
  const store = postgresStoreWith(admin, { schema }, checks);
  return {
    counters,
    admin,
    schema,
    plant: (world) => plant(admin, store, schema, world),
    reset: async (policy) => {
      for (const statement of resetStatements(schema)) await admin.query(statement, []);
      await store.adoptPolicy(
        stampText({ records: RECORD_VERSION, policy: policyFingerprint(policy) }),
      );
    },
    client: (policy) => {
      const pool = open();
      pools.push(pool);
      const own = postgresStoreWith(counting(fromPool(pool), counters), { schema }, checks);
      return { host: createHost({ store: watched(own, counters), policy }), policy };
    },
    close: async () => {
      await admin.query(`drop schema if exists ${schema} cascade`, []);
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}
