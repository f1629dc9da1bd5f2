/** A service on an embedded database, and a client that holds its answers against the document. */
import { Writable } from "node:stream";
import type { Input } from "interorg";
import { type WorldPlan, worldInputs } from "interorg/testing";
import { callersFrom } from "../../src/callers.ts";
import { type Database, openSqlite } from "../../src/database.ts";
import { createLog } from "../../src/log.ts";
import { type Replacements, type Service, startService } from "../../src/service.ts";
import { type Settings, settingsFrom } from "../../src/settings.ts";
import { checkAgainstDocument } from "./contract.ts";

const organizations = ["acme", "bolt", "__proto__", "constructor"];

/** Tokens: `name@organization` is a person, `hr@organization` a source; `everybody` is all of them. */
const people = organizations.flatMap((organization) =>
  ["ann", "bob", "eve", "admin", "__proto__"].map((person) => ({ organization, person })),
);
const callers = callersFrom({
  platform: { name: "platform", sources: [{ platform: true }], actors: [{ support: "sam" }] },
  operator: { name: "operator", operator: true },
  everybody: {
    name: "everybody",
    actors: people,
    sources: [{ platform: true }, ...organizations.map((organization) => ({ organization }))],
  },
  ...Object.fromEntries(
    people.map((actor) => [
      `${actor.person}@${actor.organization}`,
      { name: "person", actors: [actor] },
    ]),
  ),
  ...Object.fromEntries(
    organizations.map((organization) => [
      `hr@${organization}`,
      { name: "hr", sources: [{ organization }] },
    ]),
  ),
});

/** A database in memory; each schema has its own store. */
export function embedded(): Database {
  const stores = new Map<string, ReturnType<Database["store"]>>();
  const database = openSqlite(":memory:");
  return {
    ...database,
    store: (schema) => {
      const store = stores.get(schema) ?? openSqlite(":memory:").store(schema);
      stores.set(schema, store);
      return store;
    },
  };
}

/** What a request of a test may carry. */
export interface Sent {
  readonly token?: string | null;
  readonly body?: unknown;
  /** A body as it is, instead of JSON. */
  readonly raw?: string | Uint8Array | ReadableStream;
  readonly headers?: { readonly [name: string]: string };
}

/** An answer, read. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is what the tests are about
  readonly body: any;
}

export interface TestService {
  readonly service: Service;
  readonly call: (method: "GET" | "POST", path: string, sent?: Sent) => Promise<Reply>;
  readonly submit: (input: object, token?: string) => Promise<Reply>;
  /** The lines of its log so far. */
  readonly lines: () => readonly Record<string, unknown>[];
}

/** Asks an application without a socket; every answer is held against the document. */
export function clientOf(app: Service["app"]): TestService["call"] {
  return async (method, path, { token = "everybody", body, raw, headers = {} } = {}) => {
    const hasBody = body !== undefined || raw !== undefined;
    const response = await app.request(path, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(hasBody ? { "content-type": "application/json" } : {}),
        ...headers,
      },
      ...(hasBody ? { body: raw ?? JSON.stringify(body), duplex: "half" } : {}),
    } as RequestInit);
    const text = await response.text();
    const reply = {
      status: response.status,
      headers: response.headers,
      text,
      body: JSON.parse(text) as unknown,
    };
    const type = response.headers.get("content-type");
    checkAgainstDocument({ method, path, body }, { status: reply.status, type, body: reply.body });
    return reply;
  };
}

let schemas = 0;

/** Starts a service in a schema of its own. */
export async function serviceOn(
  database: Database,
  settings: Partial<Settings> & { readonly schema?: string } = {},
  replacements: Replacements = {},
): Promise<TestService> {
  const written: string[] = [];
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      written.push(String(chunk));
      done();
    },
  });
  schemas += 1;
  const { schema = `t${schemas}`, ...rest } = settings;
  const usual = settingsFrom({ PORT: "0" });
  const service = await startService(
    {
      ...usual,
      callers,
      clockTolerance: Number.MAX_SAFE_INTEGER,
      ...rest,
      database: { ...usual.database, schema },
    },
    createLog("debug", destination),
    { database, ...replacements },
  );
  const call = clientOf(service.app);
  return {
    service,
    call,
    submit: (body, token = "everybody") => call("POST", "/inputs", { token, body }),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

/** Builds a World through the API, in one batch. */
export async function build({ call }: TestService, plan: WorldPlan): Promise<readonly Input[]> {
  const inputs = worldInputs(plan);
  const reply = await call("POST", "/batches", { body: { inputs, onRefusal: "abort" } });
  if (reply.status !== 200) throw new Error(reply.text);
  return inputs;
}

/** Acme hosts a Space that bolt is in. */
export const twoFirms: WorldPlan = {
  organizations: {
    acme: {
      departments: { sales: null },
      people: { bob: ["sales"] },
      admins: { ann: "main" },
    },
    bolt: { people: { bob: [] }, admins: { eve: "main" } },
  },
  spaces: { supply: { host: "acme", scope: "whole", members: { bolt: "whole" } } },
};

/** A person asks for something. */
export const command = (
  id: string,
  organization: string,
  person: string,
  type: string,
  data: object,
) => ({
  ...{ id, at: 1_000, by: { organization, person }, type, data },
});

/** A source reports something. */
export const fact = (id: string, from: object, type: string, data: object) => ({
  ...{ id, at: 1_000, from, type, data },
});
