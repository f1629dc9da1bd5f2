import type { APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { httpEvent, queueEvent, TOKEN } from "../instances/events.ts";
import { type Instance, startInstance } from "../instances/process.ts";
import { MEMORY_LAMBDA } from "./bundles.ts";
import { DATABASE_URL, newSchema } from "./platforms.ts";

const fact = (id: string, from: object, type: string, data: object): string =>
  JSON.stringify({ id, at: 1_000, from, type, data });

const registered = (organization: string): string =>
  fact(`register:${organization}`, { platform: true }, "organization.registered", {
    ...{ organization, name: organization, certified: true, edition: "exclusive", sso: false },
  });

const hired = (organization: string, person: string): string =>
  fact(`hire:${person}`, { organization }, "person.hired", {
    ...{ organization, person, number: 1, departments: [], fields: { name: person } },
  });

const create = (id: string, person: string): string =>
  JSON.stringify({
    ...{ id, at: 2_000, by: { organization: "acme", person }, type: "space.create" },
    data: { space: id, name: id },
  });

const withClaims = (body: string, claims: Record<string, string>) =>
  ({
    ...httpEvent({ body, token: null }),
    requestContext: {
      ...httpEvent({ body }).requestContext,
      authorizer: { principalId: "", integrationLatency: 0, jwt: { claims, scopes: [] } },
    },
  }) satisfies APIGatewayProxyEventV2WithJWTAuthorizer;

describe("a Lambda instance", () => {
  let instance: Instance;
  beforeAll(() => {
    instance = startInstance({ bundle: MEMORY_LAMBDA, env: { SERVICE_TOKEN: TOKEN } });
  });
  afterAll(() => instance.stop());

  test("settles a batch of messages, and asks for those again that may come to something", async () => {
    const batch = queueEvent([
      registered("acme"),
      "{",
      registered("acme"),
      hired("elsewhere", "early"),
      hired("acme", "ann"),
      create("not-yet", "ann"),
      JSON.stringify({ type: "nothing" }),
    ]);
    const failures = ["m1", "m3", "m6"].map((itemIdentifier) => ({ itemIdentifier }));
    expect(await instance.messages(batch)).toEqual({ batchItemFailures: failures });

    // The refusal is on record; the early fact is not, and comes to something once it may.
    const later = queueEvent([registered("elsewhere"), hired("elsewhere", "early")]);
    expect(await instance.messages(later)).toEqual({ batchItemFailures: [] });
    const { body } = await instance.request(httpEvent({ body: create("not-yet", "ann") }));
    expect(JSON.parse(body ?? "")).toMatchObject({ kind: "refused", repeated: true });
  });

  test("lets a person with a verified token send their own commands, and nothing else", async () => {
    const ann = { organization: "acme", person: "ann" };
    const codeOf = async (body: string, claims: Record<string, string>) => {
      const reply = await instance.request(withClaims(body, claims));
      return [reply.statusCode, JSON.parse(reply.body ?? "").code];
    };
    expect(await codeOf(create("x1", "ann"), ann)).toEqual([403, "NOT_AUTHORIZED_ADMIN"]);
    expect(await codeOf(create("x2", "bob"), ann)).toEqual([403, "NOT_YOURS"]);
    expect(await codeOf(create("x3", "ann"), { ...ann, organization: "elsewhere" })).toEqual([
      403,
      "NOT_YOURS",
    ]);
    expect(await codeOf(hired("acme", "eve"), ann)).toEqual([403, "NOT_YOURS"]);
    expect(await codeOf(create("x4", "ann"), { sub: "ann" })).toEqual([401, "UNAUTHENTICATED"]);
  });
});

describe("a Lambda instance whose database does not answer", () => {
  test("says so, and hands every message back", async () => {
    const nowhere = "postgres://postgres@127.0.0.1:1/none";
    const env = { SERVICE_TOKEN: TOKEN, DATABASE_URL: nowhere };
    const instance = startInstance({ bundle: "dist/lambda.cjs", env });
    const reply = await instance.request(httpEvent({ body: registered("acme") }));
    expect(reply).toMatchObject({ statusCode: 503, headers: { "retry-after": "5" } });
    expect(JSON.parse(reply.body ?? "")).toEqual({ kind: "failed", code: "UNAVAILABLE" });
    const batch = await instance.messages(queueEvent([registered("acme")]));
    expect(batch).toEqual({ batchItemFailures: [{ itemIdentifier: "m0" }] });
    await instance.stop();
  });
});

/** Needs PostgreSQL: the tests above run over a memory store, which has no connection to lose. */
const overPostgres = (url: string): void => {
  test("goes on with another connection when the one it kept was closed", async () => {
    const { pool, env, end } = await newSchema(url);
    const named = new URL(env.DATABASE_URL);
    named.searchParams.set("application_name", env.DATABASE_SCHEMA);
    const settings = { ...env, DATABASE_URL: named.href, SERVICE_TOKEN: TOKEN };
    const instance = startInstance({ bundle: "dist/lambda.cjs", env: settings });
    const send = async (body: string) => (await instance.request(httpEvent({ body }))).statusCode;
    const backends = async () => {
      const text = "select pid from pg_stat_activity where application_name = $1";
      return (await pool.query(text, [env.DATABASE_SCHEMA])).rows.map(({ pid }) => pid);
    };
    expect(await send(registered("a"))).toBe(200);
    const first = await backends();
    expect(await send(registered("b"))).toBe(200);
    expect([first.length, await backends()]).toEqual([1, first]);

    await pool.query("select pg_terminate_backend($1)", first);
    expect(await send(registered("c"))).toBe(200);
    expect(await send(registered("c"))).toBe(200);
    const second = await backends();
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
    await instance.stop();
    await end();
  });
};

if (DATABASE_URL !== undefined) {
  describe("a Lambda instance over PostgreSQL", () => overPostgres(DATABASE_URL as string));
}
