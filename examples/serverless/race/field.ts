/** A race's database, and the instances that race over it. */
import type { Input, Policy, RecordKey } from "interorg";
import { defaultPolicy, definePolicy, keyText, parseKey } from "interorg";
import { createHost, type Host, type Store } from "interorg/host";
import { fromPool, postgresStore } from "interorg/postgres";
import pg from "pg";
import { headersOf, httpEvent, TOKEN } from "../instances/events.ts";
import { startInstance } from "../instances/process.ts";
import { startWorker } from "../instances/worker.ts";
import type { Answer } from "../src/answer.ts";

/** Something that answers one request at a time. */
export interface Racer {
  readonly send: (input: Input) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** A schema, and a host of the races' own over it. */
export interface Field {
  readonly host: Host;
  readonly store: Store;
  readonly policy: Policy;
  readonly env: Readonly<Record<string, string>>;
  readonly read: (key: string) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** Makes an empty schema. */
export async function openField(url: string, schema: string, changes: object): Promise<Field> {
  const defined = definePolicy(changes);
  const policy = defined.ok ? defined.policy : defaultPolicy;
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await pool.query(`drop schema if exists ${schema} cascade`);
  const store = postgresStore(fromPool(pool), { schema });
  await store.migrate();
  return {
    host: createHost({ store, policy }),
    store,
    policy,
    env: {
      ...{ DATABASE_URL: url, DATABASE_SCHEMA: schema },
      ...{ SERVICE_TOKEN: TOKEN, POLICY: JSON.stringify(changes) },
    },
    read: async (text) => {
      const key = parseKey(text) as RecordKey;
      const { records } = await store.load({ keys: [key] });
      return records.find((record) => keyText(record.key) === text)?.record ?? null;
    },
    close: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}

/** A process that has loaded nothing yet. */
export function lambdaRacer(bundle: string, env: Readonly<Record<string, string>>): Racer {
  const instance = startInstance({ bundle, env });
  return {
    send: async (input) => {
      const { body = "" } = await instance.request(httpEvent({ body: JSON.stringify(input) }));
      return JSON.parse(body) as Answer;
    },
    stop: instance.stop,
  };
}

/** A worker in a runtime of its own. */
export async function workerRacer(env: Readonly<Record<string, string>>): Promise<Racer> {
  const worker = await startWorker({ bundle: "dist/worker.js", env, node: true });
  return {
    send: async (input) => {
      const body = JSON.stringify(input);
      const init = { method: "POST", headers: headersOf({ body }), body };
      const response = await worker.dispatchFetch("http://127.0.0.1/", init);
      return (await response.json()) as Answer;
    },
    stop: () => worker.dispose(),
  };
}
