/** A provisioning service that sends what was recorded. */
import { tenantsFrom } from "../../src/scim/tokens.ts";
import { embedded, fact, serviceOn, type TestService } from "./service.ts";

const tenants = tenantsFrom({
  "acme-scim": { organization: "acme" },
  "bolt-scim": { organization: "bolt", inactive: "departed", groups: "roles" },
});

/** An answer of the SCIM server. */
export interface ScimReply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what is in it is what the tests are about
  readonly body: any;
}

/** Sends one request below `/scim/v2`. */
export type Send = (
  method: string,
  path: string,
  body?: unknown,
  more?: { readonly token?: string | null; readonly headers?: Readonly<Record<string, string>> },
) => Promise<ScimReply>;

export interface ScimService extends TestService {
  readonly scim: Send;
  /** The types of all facts about people and departments so far, with what they say, in short. */
  readonly facts: () => Promise<readonly string[]>;
}

/** The client of an organization. */
export const scimClient =
  ({ service }: TestService, of = "acme-scim"): Send =>
  async (method, path, body, { token = of, headers = {} } = {}) => {
    const response = await service.app.request(`http://scim.test/scim/v2${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "content-type": "application/scim+json; charset=utf-8" }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? null : JSON.parse(text),
    };
  };

/** The people and departments of what happened, each as one line. */
async function factsOf({ call }: TestService): Promise<readonly string[]> {
  const reply = await call("GET", "/events?limit=1000", { token: "operator" });
  const items = reply.body.items as readonly {
    readonly event: { readonly type: string; readonly data: object };
  }[];
  const short = ["noted", "kept", "numbered"];
  return items.flatMap(({ event: { type, data } }) => {
    const { person, department } = data as {
      readonly person?: string;
      readonly department?: string;
    };
    const [kind = "", what = ""] = type.split(".");
    if (!["person", "department"].includes(kind) || short.includes(what)) return [];
    return [`${type} ${person ?? department}`];
  });
}

/** A service with organizations whose people are provisioned. */
export async function scimService(
  more: Parameters<typeof serviceOn>[2] = {},
  schema?: string,
): Promise<ScimService> {
  const where = schema === undefined ? {} : { schema };
  const service = await serviceOn(await embedded(), { tenants, ...where }, more);
  for (const organization of ["acme", "bolt"]) {
    const about = { name: organization, certified: true, edition: "free", sso: false };
    const registered = fact(`reg-${organization}`, { platform: true }, "organization.registered", {
      organization,
      ...about,
    });
    await service.submit(registered);
  }
  return { ...service, scim: scimClient(service), facts: () => factsOf(service) };
}

/** A PATCH of so many operations. */
export const patch = (...Operations: object[]) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations,
});
