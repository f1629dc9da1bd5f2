/** `/scim/v2`: what provisioning services of identity providers speak (RFC 7644). */
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Host } from "interorg/host";
import { isOutOfReach } from "../database.ts";
import type { Env } from "../http.ts";
import { PROBLEMS } from "../problem.ts";
import type { Sql } from "../sql.ts";
import { failed, listBody, reply, resourceBody, SCIM_PATH, selected } from "./answers.ts";
import { carryBulk } from "./bulk.ts";
import { type Carrier, carry, type Operation } from "./carry.ts";
import {
  BULK_BYTES_MAX,
  oneOrAll,
  PAGE_MAX,
  resourceTypes,
  schemas,
  serviceProviderConfig,
} from "./discovery.ts";
import { filterOf } from "./filter.ts";
import { type Kept, type ResourceType, resourcesOf } from "./resources.ts";
import type { Tenant, Tenants } from "./tokens.ts";

/** What the routes are made of. */
export interface ScimParts {
  readonly host: Host;
  readonly sql: Sql;
  readonly schema: string;
  readonly tenants: Tenants;
  readonly now?: () => number;
}

interface ScimEnv {
  Variables: Env["Variables"] & { readonly carrier: Carrier };
}
type C = Context<ScimEnv>;

const baseOf = (c: C): string => new URL(c.req.url).origin + SCIM_PATH;
const plain = (c: C): Context<Env> => c as unknown as Context<Env>;

/** A body as JSON, whichever of the two media types it comes in. */
async function bodyOf(c: C): Promise<{ readonly ok: true; readonly value: unknown } | Response> {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/(scim\+)?json\s*(;|$)/i.test(type)) {
    return failed(plain(c), { status: 415, detail: "The body must be application/scim+json" });
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await c.req.arrayBuffer());
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    const failure = { status: 400, scimType: "invalidSyntax", detail: PROBLEMS["not-json"].en };
    return failed(plain(c), { ...failure, status: 400 });
  }
}

/** Resources as they are answered, each with what stands beside it. */
async function shown(c: C, items: readonly Kept[]): Promise<readonly object[]> {
  const { resources } = c.get("carrier");
  const attributes = c.req.query("attributes");
  const excluded = c.req.query("excludedAttributes");
  const isMembersWanted = !/(^|,)\s*members\s*(,|$)/i.test(excluded ?? "");
  const users = items.flatMap(({ type, id }) => (type === "users" ? id : []));
  const all = users.length === 0 ? [] : await resources.membershipsOf(users);
  const bodies: object[] = [];
  for (const kept of items) {
    const members =
      kept.type === "groups" && isMembersWanted ? await resources.members(kept.id) : [];
    const memberships = all.filter(({ member }) => member === kept.id);
    const body = resourceBody(baseOf(c), kept, { members, memberships });
    bodies.push(selected(body, { attributes, excluded }));
  }
  return bodies;
}

async function one(c: C, type: ResourceType, id: string, status: 200 | 201 = 200) {
  const [kept] = await c.get("carrier").resources.find(type, [id]);
  if (kept === undefined) {
    return failed(plain(c), { status: 404, detail: "There is no such resource" });
  }
  const [body = {}] = await shown(c, [kept]);
  const { meta } = body as { readonly meta?: { readonly location: string } };
  if (status === 201 && meta !== undefined) c.header("location", meta.location);
  return reply(plain(c), body, status);
}

/** A whole number of the query, or what stands in its place. */
function integerOf(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(value) ? value : otherwise;
}

async function list(c: C, type: ResourceType): Promise<Response> {
  const text = c.req.query("filter");
  const conditions = text === undefined ? [] : filterOf(text, type);
  if (conditions === null) {
    const detail = "Filters are equality of a few attributes, joined by and";
    return failed(plain(c), { status: 400, scimType: "invalidFilter", detail });
  }
  const startIndex = Math.max(1, integerOf(c.req.query("startIndex"), 1));
  const count = Math.min(PAGE_MAX, Math.max(0, integerOf(c.req.query("count"), 100)));
  const { resources } = c.get("carrier");
  const found = await resources.list(type, conditions, { skip: startIndex - 1, count });
  return reply(plain(c), listBody(found.total, startIndex, await shown(c, found.items)));
}

async function change(c: C, type: ResourceType, id: string | null): Promise<Response> {
  const method = c.req.method as Operation["method"];
  const body = method === "DELETE" ? { ok: true as const, value: undefined } : await bodyOf(c);
  if (body instanceof Response) return body;
  const carrier = c.get("carrier");
  const result = await carry(carrier, { method, type, id, body: body.value });
  const outcome = result.ok ? { inputs: result.inputs } : { status: result.failure.status };
  c.get("log").info(
    { method, type, ...outcome, organization: carrier.tenant.organization },
    "scim",
  );
  if (!result.ok) return failed(plain(c), result.failure);
  if (method === "DELETE") return c.body(null, 204);
  return one(c, type, result.id, method === "POST" ? 201 : 200);
}

async function bulk(c: C): Promise<Response> {
  const body = await bodyOf(c);
  if (body instanceof Response) return body;
  const result = await carryBulk(c.get("carrier"), baseOf(c), body.value);
  if ("failure" in result) return failed(plain(c), result.failure);
  return reply(plain(c), result.body);
}

/** Finds out for which organization a request speaks. */
function tenantOf(c: C, tenants: Tenants): Tenant | undefined {
  const [, token] = /^Bearer +([^ ]+)$/i.exec(c.req.header("authorization") ?? "") ?? [];
  return token === undefined ? undefined : tenants(token);
}

/** The routes of users or of groups. */
function resourceRoutes(app: Hono<ScimEnv>, name: string, type: ResourceType): void {
  app
    .get(`/${name}`, (c) => list(c, type))
    .post(`/${name}`, (c) => change(c, type, null))
    .get(`/${name}/:id`, (c) => one(c, type, c.req.param("id")))
    .on(["PUT", "PATCH", "DELETE"], `/${name}/:id`, (c) => change(c, type, c.req.param("id")));
}

/** The routes below `/scim/v2`. */
export function scimRoutes({ host, sql, schema, tenants, now = Date.now }: ScimParts): Hono<Env> {
  const app = new Hono<ScimEnv>();
  app.onError((error, c) => {
    const name = isOutOfReach(error) ? "out-of-reach" : "internal";
    c.get("log").error({ error: error.name, code: (error as { code?: unknown }).code }, "error");
    const { en: detail, ...said } = { retryAfter: undefined, ...PROBLEMS[name] };
    return failed(plain(c), { status: said.status, detail, retryAfter: said.retryAfter });
  });
  app.use(async (c, next) => {
    const tenant = tenantOf(c, tenants);
    if (tenant === undefined) {
      return failed(plain(c), { status: 401, detail: PROBLEMS.unauthenticated.en });
    }
    const resources = resourcesOf(sql, schema, tenant.organization);
    c.set("carrier", { host, tenant, resources, locale: c.get("locale"), now });
    return next();
  });
  app.use(
    bodyLimit({
      maxSize: BULK_BYTES_MAX,
      onError: (c) =>
        failed(c as unknown as Context<Env>, { status: 413, detail: PROBLEMS["too-large"].en }),
    }),
  );
  resourceRoutes(app, "Users", "users");
  resourceRoutes(app, "Groups", "groups");
  app
    .post("/Bulk", bulk)
    .get("/ServiceProviderConfig", (c) => reply(plain(c), serviceProviderConfig(baseOf(c))))
    .get("/ResourceTypes/:id?", (c) => discovered(c, resourceTypes(baseOf(c))))
    .get("/Schemas/:id?", (c) => discovered(c, schemas(baseOf(c))))
    .all("*", (c) => failed(plain(c), { status: 404, detail: PROBLEMS["not-found"].en }));
  return app as unknown as Hono<Env>;
}

function discovered(c: C, all: readonly { readonly id: string }[]): Response {
  const found = oneOrAll(all, c.req.param("id"));
  if (found !== undefined) return reply(plain(c), found);
  return failed(plain(c), { status: 404, detail: PROBLEMS["not-found"].en });
}
