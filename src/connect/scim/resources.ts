/** Users and groups as they are kept, read from what was sent. */
import {
  canonicalName,
  ENTERPRISE_SCHEMA,
  GROUP_SCHEMA,
  NOT_SET_BY_CLIENTS,
  USER_SCHEMA,
} from "./names.ts";
import { bad, good, type Place, type Read, type ScimProblem } from "./problems.ts";
import { flag, isObject, type Json, reference, tidied } from "./values.ts";

/** One value of an attribute that has several, such as an email address. */
export interface ScimValue {
  readonly value?: string;
  readonly type?: string;
  readonly primary?: boolean;
}

/** A user as kept: attributes as the schemas name them, what else the provider sent beside them. */
export interface ScimUser {
  readonly schemas: readonly string[];
  readonly id: string;
  readonly externalId?: string;
  readonly userName: string;
  readonly active: boolean;
  readonly displayName?: string;
  readonly name?: {
    readonly formatted?: string;
    readonly givenName?: string;
    readonly familyName?: string;
  };
  readonly title?: string;
  readonly emails?: readonly ScimValue[];
  readonly phoneNumbers?: readonly ScimValue[];
  readonly [ENTERPRISE_SCHEMA]?: { readonly manager?: { readonly value: string } };
}

/** Who is in a group: a user, or (with `type` `Group`) another group. */
export interface ScimMember {
  readonly value: string;
  readonly type?: "User" | "Group";
}

/** A group as kept. */
export interface ScimGroup {
  readonly schemas: readonly string[];
  readonly id: string;
  readonly externalId?: string;
  readonly displayName: string;
  readonly members?: readonly ScimMember[];
}

/** The attributes of a user that are text. */
const USER_TEXTS = ["userName", "externalId", "displayName", "title"] as const;
const NAME_TEXTS = ["formatted", "givenName", "familyName"] as const;

/** What is kept of what was sent: without what a client may not set. */
function settable(body: unknown, path: Place): Read<{ [name: string]: unknown }> {
  if (!isObject(body)) return bad(path, "not-an-object", "invalidSyntax");
  const read = tidied(body, path);
  if (!read.ok) return read;
  const kept = Object.entries(read.value as Json).filter(
    ([name]) => !NOT_SET_BY_CLIENTS.includes(name),
  );
  return good(Object.fromEntries(kept));
}

function textProblems(fields: Json, names: readonly string[], path: Place): ScimProblem[] {
  return names.flatMap((name): ScimProblem[] => {
    const value = fields[name];
    if (value === undefined || typeof value === "string") return [];
    return [{ path: [...path, name], problem: "not-a-string", scimType: "invalidValue" }];
  });
}

/** An attribute with several values; one alone stands for a list of it. */
function severalOf(value: unknown, path: Place): Read<readonly Json[]> {
  const items = Array.isArray(value) ? value : [value];
  const read: Json[] = [];
  for (const [index, item] of items.entries()) {
    const one = typeof item === "string" ? { value: item } : item;
    if (!isObject(one)) return bad([...path, index], "not-an-object");
    const wrong = textProblems(one, ["value", "type"], [...path, index]);
    if (wrong.length > 0) return { ok: false, problems: wrong };
    read.push(one);
  }
  return good(read);
}

/** Whether a user is active; who says nothing of it leaves it as it was. */
function activity(value: unknown, before: boolean, path: Place): Read<boolean> {
  if (value === undefined) return good(before);
  const active = flag(value);
  return active === null ? bad([...path, "active"], "not-a-boolean") : good(active);
}

function extensionOf(value: unknown, path: Place): Read<Json> {
  if (!isObject(value)) return bad(path, "not-an-object");
  const manager = reference(value["manager"]);
  if (manager === undefined) return bad([...path, "manager"], "not-an-id");
  const { manager: _, ...rest } = value;
  return good(manager === null ? rest : { ...rest, manager: { value: manager } });
}

function schemasOf(fields: Json, core: string): readonly string[] {
  return [core, ...Object.keys(fields).filter((name) => /^urn:/i.test(name))];
}

/**
 * A user out of what was sent or patched.
 *
 * @param active what holds if nothing is said of it
 */
export function readUser(body: unknown, id: string, active: boolean, path: Place): Read<ScimUser> {
  const settled = settable(body, path);
  if (!settled.ok) return settled;
  const fields = settled.value;
  const name = fields["name"];
  if (name !== undefined && !isObject(name)) return bad([...path, "name"], "not-an-object");
  const wrong = [
    ...textProblems(fields, USER_TEXTS, path),
    ...textProblems(name ?? {}, NAME_TEXTS, [...path, "name"]),
  ];
  if (wrong.length > 0) return { ok: false, problems: wrong };
  if (!fields["userName"]) return bad([...path, "userName"], "missing");
  for (const many of ["emails", "phoneNumbers"]) {
    if (fields[many] === undefined) continue;
    const values = severalOf(fields[many], [...path, many]);
    if (!values.ok) return values;
    fields[many] = values.value;
  }
  if (fields[ENTERPRISE_SCHEMA] !== undefined) {
    const extension = extensionOf(fields[ENTERPRISE_SCHEMA], [...path, ENTERPRISE_SCHEMA]);
    if (!extension.ok) return extension;
    fields[ENTERPRISE_SCHEMA] = extension.value;
  }
  const acting = activity(fields["active"], active, path);
  if (!acting.ok) return acting;
  const schemas = schemasOf(fields, USER_SCHEMA);
  return good({ schemas, id, ...fields, active: acting.value } as unknown as ScimUser);
}

/** The kind of a member, as far as the reference says it. */
function kindOf(member: Json): Pick<ScimMember, "type"> {
  const said = typeof member["type"] === "string" ? canonicalName(member["type"]) : "";
  const led = typeof member["$ref"] === "string" ? member["$ref"] : "";
  if (/^group$/i.test(said) || /\/Groups\/[^/]+$/i.test(led)) return { type: "Group" };
  return /^user$/i.test(said) || /\/Users\/[^/]+$/i.test(led) ? { type: "User" } : {};
}

/** Members as they were sent: each once. */
export function readMembers(value: unknown, path: Place): Read<readonly ScimMember[]> {
  const members = new Map<string, ScimMember>();
  const items = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  for (const [index, item] of items.entries()) {
    const id = reference(item);
    if (typeof id !== "string") return bad([...path, index, "value"], "not-an-id");
    members.set(id, { value: id, ...(isObject(item) ? kindOf(item) : {}) });
  }
  return good([...members.values()]);
}

/** A group out of what was sent or patched. */
export function readGroup(body: unknown, id: string, path: Place): Read<ScimGroup> {
  const settled = settable(body, path);
  if (!settled.ok) return settled;
  const { members: sent, ...fields } = settled.value;
  const wrong = textProblems(fields, ["externalId", "displayName"], path);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  if (!fields["displayName"]) return bad([...path, "displayName"], "missing");
  const members = readMembers(sent, [...path, "members"]);
  if (!members.ok) return members;
  const schemas = schemasOf(fields, GROUP_SCHEMA);
  return good({ schemas, id, ...fields, members: members.value } as unknown as ScimGroup);
}
