/** Every place that the function runs in here, behind one way of sending. */
import { memoryStore } from "interorg/host";
import { fromPool, postgresStore } from "interorg/postgres";
import pg from "pg";
import { headersOf, httpEvent, type Sent, TOKEN } from "../instances/events.ts";
import { startInstance } from "../instances/process.ts";
import { startWorker } from "../instances/worker.ts";
import type { Answer } from "../src/answer.ts";
import { fetchOver } from "../src/fetch.ts";
import { MEMORY_LAMBDA, MEMORY_WORKER } from "./bundles.ts";

/** A reply as a sender sees it. */
export interface Got {
  readonly status: number;
  readonly allow: string | null;
  readonly language: string | null;
  readonly answer: Answer;
}

/** A running function. */
export interface Running {
  readonly send: (sent: Sent) => Promise<Got>;
  readonly stop: () => Promise<void>;
}

/** A place, and how to start the function there. */
export interface Platform {
  readonly name: string;
  readonly start: () => Promise<Running>;
}

/** Where PostgreSQL is; `undefined`: what needs it is not among the platforms. */
export const DATABASE_URL = process.env["DATABASE_URL"];

const got = (status: number, headers: Headers, answer: Answer): Got => ({
  status,
  allow: headers.get("allow"),
  language: headers.get("content-language"),
  answer,
});

type Fetch = (url: string, init: object) => Promise<Pick<Response, "status" | "json">>;

const overFetch =
  (fetch: Fetch): Running["send"] =>
  async (sent) => {
    const { method = "POST", body } = sent;
    const init = { method, headers: headersOf(sent), ...(method === "POST" && { body }) };
    const response = await fetch("http://127.0.0.1/", init);
    const { status, headers } = response as Response;
    return got(status, headers, (await response.json()) as Answer);
  };

function lambda(
  bundle: string,
  env: Record<string, string>,
  flags: readonly string[],
  end = async (): Promise<void> => {},
): Running {
  const instance = startInstance({ bundle, env: { SERVICE_TOKEN: TOKEN, ...env }, flags });
  return {
    send: async (sent) => {
      const { statusCode = 0, headers = {}, body = "" } = await instance.request(httpEvent(sent));
      return got(statusCode, new Headers(headers as Record<string, string>), JSON.parse(body));
    },
    stop: async () => {
      await instance.stop();
      await end();
    },
  };
}

async function worker(
  options: Omit<Parameters<typeof startWorker>[0], "env">,
  env: Record<string, string> = {},
  end = async (): Promise<void> => {},
): Promise<Running> {
  const running = await startWorker({ ...options, env: { SERVICE_TOKEN: TOKEN, ...env } });
  return {
    send: overFetch((url, init) => running.dispatchFetch(url, init) as never),
    stop: async () => {
      await running.dispose();
      await end();
    },
  };
}

let schemas = 0;

/** A schema with empty tables, and its end. */
export async function newSchema(url: string) {
  schemas += 1;
  const schema = `serverless_${process.pid}_${schemas}`;
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await postgresStore(fromPool(pool), { schema }).migrate();
  return {
    pool,
    env: { DATABASE_URL: url, DATABASE_SCHEMA: schema },
    end: async () => {
      await pool.query(`drop schema ${schema} cascade`);
      await pool.end();
    },
  };
}

/** The function as a `fetch` in this process: what all others are compared with. */
export const reference: Platform = {
  name: "fetch in Node, memory",
  start: async () => {
    const handle = fetchOver(memoryStore(), { SERVICE_TOKEN: TOKEN });
    return { send: overFetch((url, init) => handle(new Request(url, init))), stop: async () => {} };
  },
};

const noCode = ["--disallow-code-generation-from-strings"];

const anywhere: readonly Platform[] = [
  {
    name: "Lambda bundle without eval, memory",
    start: async () => lambda(MEMORY_LAMBDA, {}, noCode),
  },
  { name: "fetch bundle in workerd, memory", start: () => worker({ bundle: MEMORY_WORKER }) },
  { name: "Durable Object in workerd", start: () => worker({ bundle: "dist/durable.js" }) },
  { name: "D1 in workerd", start: () => worker({ bundle: "dist/d1.js" }) },
];

const overPostgres = (url: string): readonly Platform[] => [
  {
    name: "Lambda bundle without eval, PostgreSQL",
    start: async () => {
      const { env, end } = await newSchema(url);
      return lambda("dist/lambda.cjs", env, noCode, end);
    },
  },
  {
    name: "worker bundle in workerd, PostgreSQL",
    start: async () => {
      const { env, end } = await newSchema(url);
      return worker({ bundle: "dist/worker.js", node: true }, env, end);
    },
  },
];

/** The others. */
export const PLATFORMS: readonly Platform[] = [
  ...anywhere,
  ...(DATABASE_URL === undefined ? [] : overPostgres(DATABASE_URL)),
];
