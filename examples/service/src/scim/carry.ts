/**
 * Carries out one operation: translated with what is kept, settled by the rules, and only then kept. When
 * the process ends in between, what was settled is settled; the provisioning service sends the operation
 * again, it is recognized by its arrival, translated into the same inputs, and kept at last.
 */
import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { Input } from "interorg";
import type { Locale } from "interorg/catalogue";
import {
  type Answer,
  type Need,
  type ScimConnected,
  type ScimGroup,
  type ScimNeed,
  type ScimProblem,
  scim,
} from "interorg/connect/scim";
import { BATCH_MAX, type Host } from "interorg/host";
import { explained, PROBLEMS } from "../problem.ts";
import type { Failure } from "./answers.ts";
import type { Kept, Resources, ResourceType } from "./resources.ts";
import type { Tenant } from "./tokens.ts";

/** An operation on one type of resource; without an id it creates one. */
export interface Operation {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  readonly type: ResourceType;
  readonly id: string | null;
  readonly body?: unknown;
}

/** What operations need. */
export interface Carrier {
  readonly host: Host;
  readonly tenant: Tenant;
  readonly resources: Resources;
  readonly locale: Locale;
  readonly now: () => number;
}

/** What an operation came to: what is kept now (`null`: nothing any more), or why it was not carried out. */
export type Carried =
  | { readonly ok: true; readonly id: string; readonly inputs: number }
  | { readonly ok: false; readonly failure: Failure };

type Translated = Extract<ScimConnected, { kind: "inputs" }>;
type Step<Value> = { readonly ok: true; readonly value: Value } | { ok: false; failure: Failure };

const fail = (failure: Failure) => ({ ok: false, failure }) as const;

/** Rounds of looking up: a member that is no user may be a group. */
const ROUNDS_MAX = 8;
/** How often an operation is carried out anew because another one was faster. */
const ATTEMPTS_MAX = 5;

const NOT_FOUND: Failure = { status: 404, detail: "There is no such resource" };
const TAKEN: Failure = {
  status: 409,
  scimType: "uniqueness",
  detail: "Another resource has this name already",
};

function problemFailure(problems: readonly ScimProblem[]): Failure {
  const [first] = problems;
  if (first?.scimType === null) return NOT_FOUND;
  const detail = problems.map(({ path, problem }) => `${path.join(".")}: ${problem}`).join("; ");
  return { status: 400, detail, ...(first === undefined ? {} : { scimType: first.scimType }) };
}

/** Looks up what a translation needs, each kind at once. */
async function lookUp(
  resources: Resources,
  needs: readonly Need<ScimNeed>[],
): Promise<readonly Answer[]> {
  const idsOf = (kind: ScimNeed) => needs.flatMap((need) => (need.kind === kind ? need.id : []));
  const bodies = new Map<string, unknown>();
  for (const [kind, type] of [
    ["user", "users"],
    ["group", "groups"],
  ] as const) {
    const ids = idsOf(kind);
    const found = ids.length === 0 ? [] : await resources.find(type, ids);
    for (const { id, resource } of found) bodies.set(`${kind} ${id}`, resource);
  }
  const users = idsOf("groups-of");
  for (const user of users) bodies.set(`groups-of ${user}`, []);
  const memberships = users.length === 0 ? [] : await resources.membershipsOf(users);
  for (const { member, id, displayName } of memberships) {
    (bodies.get(`groups-of ${member}`) as object[]).push({ id, displayName });
  }
  return needs.map(({ kind, id }) => ({
    to: { kind, id },
    body: bodies.get(`${kind} ${id}`) ?? null,
  }));
}

/** Hands inputs in, in one commit for each five hundred. */
async function settled(
  { host, locale }: Carrier,
  inputs: readonly Input[],
): Promise<Failure | null> {
  for (let from = 0; from < inputs.length; from += BATCH_MAX) {
    const part = inputs.slice(from, from + BATCH_MAX);
    const batch = await host.submitAll(part, { onRefusal: "abort" });
    if (batch.kind === "settled") continue;
    if (batch.kind === "aborted") {
      const { code, explanation } = explained(batch.refusal, locale);
      return { status: code === "MALFORMED" ? 400 : 409, detail: explanation.text };
    }
    const { status, retryAfter } = PROBLEMS[batch.kind];
    return { status, detail: PROBLEMS[batch.kind][locale], retryAfter };
  }
  return null;
}

/** Tells an operation from every other that may arrive while it is not finished. */
function nameOf({ method, type, id, body }: Operation, version: number): string {
  const name = (body as { readonly userName?: unknown } | null | undefined)?.userName;
  // Two that create the same user are one: they share the id, and the second one finds it taken.
  const content = id === null && typeof name === "string" ? name.toLowerCase() : (body ?? null);
  const text = JSON.stringify([method, type, id, version, content]);
  return createHash("sha256").update(text).digest("hex");
}

/** What is kept under an id, members included. */
async function current(resources: Resources, { type, id }: Operation): Promise<Step<Kept | null>> {
  if (id === null) return { ok: true, value: null };
  const [found] = await resources.find(type, [id]);
  if (found === undefined) return fail(NOT_FOUND);
  if (type === "users") return { ok: true, value: found };
  const resource = { ...found.resource, members: await resources.members(id) } as ScimGroup;
  return { ok: true, value: { ...found, resource } };
}

/** Translates an operation; the result for its arrival is made of the same answers. */
async function translated(
  { resources, tenant }: Carrier,
  operation: Operation,
  before: Kept | null,
  now: number,
): Promise<Step<(arrival: { readonly at: number; readonly id: string }) => Translated>> {
  const { method, type, id, body } = operation;
  const path = id === null ? `/${type}` : `/${type}/${encodeURIComponent(id)}`;
  const version = before?.version ?? 0;
  const answers: Answer[] = [];
  if (before !== null) {
    const kind = type === "users" ? "user" : "group";
    answers.push({ to: { kind, id: before.id }, body: before.resource });
  }
  const translate = (at: number, created: string) =>
    scim({ method, path, body, at, id: created, version }, tenant, answers);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const result = translate(now, "new");
    if (result.kind === "problems") return fail(problemFailure(result.problems));
    if (result.kind === "inputs") {
      return {
        ok: true,
        value: (arrival) => translate(arrival.at, arrival.id) as Translated,
      };
    }
    answers.push(...(await lookUp(resources, result.needs)));
  }
  throw new Error("a translation that needs something for ever");
}

async function attempt(carrier: Carrier, operation: Operation): Promise<Carried | "again"> {
  const { resources } = carrier;
  const { type, id } = operation;
  const found = await current(resources, operation);
  if (!found.ok) return found;
  const before = found.value;
  // Times rise whatever the clocks of instances say: a member is not older than being hired.
  const now = Math.max(carrier.now(), (await resources.latest()) + 1);
  const result = await translated(carrier, operation, before, now);
  if (!result.ok) return result;
  const { resource, inputs } = result.value({ at: now, id: id ?? "new" });
  if (before !== null && inputs.length === 0 && isDeepStrictEqual(before.resource, resource)) {
    return { ok: true, id: before.id, inputs: 0 };
  }
  if (resource !== null && "userName" in resource) {
    if (await resources.isNameTaken(resource.userName, id)) return fail(TAKEN);
  }
  const name = nameOf(operation, before?.version ?? 0);
  const arrival = await resources.arrive(name, now);
  const at = arrival.at;
  const own = id ?? arrival.id;
  const final = result.value({ at, id: own });
  const failure = await settled(carrier, final.inputs);
  if (failure !== null) return fail(failure);
  const change = { operation: name, type, id: own, before, after: final.resource, at };
  if (await resources.keep(change)) return { ok: true, id: own, inputs: final.inputs.length };
  return id === null ? fail(TAKEN) : "again";
}

/** Carries out one operation. */
export async function carry(carrier: Carrier, operation: Operation): Promise<Carried> {
  for (let attempts = 0; attempts < ATTEMPTS_MAX; attempts += 1) {
    const carried = await attempt(carrier, operation);
    if (carried !== "again") return carried;
  }
  return fail({ status: 503, detail: PROBLEMS.busy[carrier.locale], retryAfter: 1 });
}
