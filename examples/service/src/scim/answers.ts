/** Answers as SCIM has them. */
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ScimMember } from "interorg/connect/scim";
import type { Env } from "../http.ts";
import type { Kept, Membership, ResourceType } from "./resources.ts";

/** Where the server answers. */
export const SCIM_PATH = "/scim/v2";
const MESSAGES = "urn:ietf:params:scim:api:messages:2.0";

/** Why an operation was not carried out. */
export interface Failure {
  readonly status: ContentfulStatusCode;
  readonly detail: string;
  readonly scimType?: string;
  /** Seconds after which the same again may be carried out. */
  readonly retryAfter?: number | undefined;
}

/** An answer in the media type of SCIM. */
export function reply(c: Context<Env>, body: object, status: ContentfulStatusCode = 200): Response {
  return c.body(JSON.stringify(body), status, { "content-type": "application/scim+json" });
}

/** The body of an error. */
export const errorBody = ({ status, detail, scimType }: Failure) => ({
  schemas: [`${MESSAGES}:Error`],
  status: String(status),
  ...(scimType === undefined ? {} : { scimType }),
  detail,
});

/** An error as RFC 7644, 3.12 has it. */
export function failed(c: Context<Env>, failure: Failure): Response {
  if (failure.retryAfter !== undefined) c.header("retry-after", String(failure.retryAfter));
  if (failure.status === 401) c.header("www-authenticate", "Bearer");
  return reply(c, errorBody(failure), failure.status);
}

/** The answer to a Bulk. */
export const bulkBody = (operations: readonly object[]) => ({
  schemas: [`${MESSAGES}:BulkResponse`],
  Operations: operations,
});

/** A page of resources. */
export const listBody = (total: number, startIndex: number, resources: readonly object[]) => ({
  schemas: [`${MESSAGES}:ListResponse`],
  totalResults: total,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
});

const NAMES = { users: "User", groups: "Group" } as const;
const ENDPOINTS = { users: "Users", groups: "Groups" } as const;

/** Where a resource is. */
export const locationOf = (base: string, type: ResourceType, id: string): string =>
  `${base}/${ENDPOINTS[type]}/${encodeURIComponent(id)}`;

/** What stands beside a resource in its answer. */
export interface Beside {
  readonly members: readonly ScimMember[];
  readonly memberships: readonly Membership[];
}

/** A resource as it is answered. */
export function resourceBody(base: string, kept: Kept, { members, memberships }: Beside): object {
  const { type, id, resource, created, changed } = kept;
  const groups = memberships.map((each) => ({
    value: each.id,
    display: each.displayName,
    $ref: locationOf(base, "groups", each.id),
  }));
  const within = members.map((each) => ({
    ...each,
    $ref: locationOf(base, each.type === "Group" ? "groups" : "users", each.value),
  }));
  return {
    ...resource,
    ...(type === "users" ? { groups } : { members: within }),
    meta: {
      resourceType: NAMES[type],
      created: new Date(created).toISOString(),
      lastModified: new Date(changed).toISOString(),
      location: locationOf(base, type, id),
    },
  };
}

const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? "").split(",").flatMap((name) => name.trim().toLowerCase() || []);

/** Only the attributes asked for, or without those not wanted; what every answer has, stays. */
export function selected(
  body: object,
  {
    attributes,
    excluded,
  }: { readonly attributes: string | undefined; readonly excluded: string | undefined },
): object {
  const wanted = namesIn(attributes);
  const unwanted = namesIn(excluded);
  const always = ["id", "schemas"];
  const has = (names: readonly string[], name: string) =>
    names.some(
      (each) => each === name || each.startsWith(`${name}.`) || each.startsWith(`${name}:`),
    );
  const kept = Object.entries(body).filter(([name]) => {
    const attribute = name.toLowerCase();
    if (always.includes(attribute)) return true;
    return wanted.length > 0 ? has(wanted, attribute) : !unwanted.includes(attribute);
  });
  return Object.fromEntries(kept);
}
