/** Filters of lists: equality of the attributes that provisioning services look things up by. */

import { ENTERPRISE_SCHEMA } from "interorg/connect/scim";
import { type Filter, parse } from "scim2-parse-filter";
import type { Dialect } from "../sql.ts";
import type { ResourceType } from "./resources.ts";

/** One condition that all items of a list fulfil. */
export interface Condition {
  readonly value: string;
  /** The condition in SQL. `members` is the table of members, `r` the resource's row. */
  readonly sql: (value: string, members: string, dialect: Dialect) => string;
}

type Write = Condition["sql"];

const equal =
  (column: string): Write =>
  (value) =>
    `${column} = ${value}`;
/** Names that people read are the same in any letter case (`caseExact` is false). */
const alike =
  (column: string): Write =>
  (value) =>
    `lower(${column}) = lower(${value})`;
const anyOf =
  (attribute: string): Write =>
  (value, _, { elements }) =>
    `exists (select 1 from ${elements(`r.resource->'${attribute}'`)} where each.value->>'value' = ${value})`;

const id = equal("r.id");
const externalId = equal("r.resource->>'externalId'");
const displayName = alike("r.resource->>'displayName'");
const manager = equal(`r.resource->'${ENTERPRISE_SCHEMA}'->'manager'->>'value'`);
const user: { readonly [attribute: string]: Write } = {
  id,
  externalid: externalId,
  displayname: displayName,
  username: (value) => `r.user_name = lower(${value})`,
  emails: anyOf("emails"),
  "emails.value": anyOf("emails"),
  manager,
  "manager.value": manager,
  [`${ENTERPRISE_SCHEMA}:manager`.toLowerCase()]: manager,
  [`${ENTERPRISE_SCHEMA}:manager.value`.toLowerCase()]: manager,
};
const member: Write = (value, members) =>
  `exists (select 1 from ${members} m where m.organization = r.organization and m."group" = r.id and m.member = ${value})`;
const group: { readonly [attribute: string]: Write } = {
  id,
  externalid: externalId,
  displayname: displayName,
  members: member,
  "members.value": member,
};

const FILTER_MAX = 1_000;
const CORE = /^urn:ietf:params:scim:schemas:core:2\.0:(?:user|group):/;

/** `emails[type eq "work"]`: that there is an address of the kind. */
function emailOfKind(filter: Filter, attribute: string): readonly Condition[] | null {
  const isKind = filter.op === "eq" && "compValue" in filter && filter.attrPath === "type";
  if (attribute.toLowerCase() !== "emails" || !isKind) return null;
  const sql: Write = (value, _, { elements }) =>
    `exists (select 1 from ${elements("r.resource->'emails'")} where each.value->>'type' = ${value})`;
  return typeof filter.compValue === "string" ? [{ value: filter.compValue, sql }] : null;
}

function conditionsIn(filter: Filter, type: ResourceType): readonly Condition[] | null {
  if (filter.op === "and") {
    const parts = filter.filters.map((each) => conditionsIn(each, type));
    return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? []);
  }
  if (filter.op === "[]")
    return type === "users" ? emailOfKind(filter.valFilter, filter.attrPath) : null;
  if (filter.op !== "eq" || !("compValue" in filter)) return null;
  const attribute = filter.attrPath.toLowerCase().replace(CORE, "");
  const table = type === "users" ? user : group;
  const { compValue } = filter;
  if (typeof compValue !== "string" || !Object.hasOwn(table, attribute)) return null;
  const sql = table[attribute];
  return sql === undefined ? null : [{ value: compValue, sql }];
}

/** The conditions that a filter sets; `null` if it is none, or not one of those that are understood. */
export function filterOf(text: string, type: ResourceType): readonly Condition[] | null {
  if (text.length > FILTER_MAX) return null;
  try {
    return conditionsIn(parse(text), type);
  } catch {
    return null;
  }
}
