/** One SCIM operation as inputs. */
import type { OrganizationId } from "../../core/ids.ts";
import type { DirectoryChange } from "../../directory/model.ts";
import { anyId, organizationId } from "../../schema/ids.ts";
import { time } from "../../schema/numbers.ts";
import { guarded } from "../../schema/problems.ts";
import { eventKey, inputsOf } from "../facts.ts";
import type { Answer, Connected } from "../result.ts";
import { begin, finish, note, readAs } from "../work.ts";
import { checkMade } from "./checks.ts";
import { groupChanges } from "./groups.ts";
import { keptGroup, keptUser, noted, type Translation } from "./kept.ts";
import { ENTERPRISE_SCHEMA } from "./names.ts";
import { patched } from "./patch.ts";
import type { Read, ScimProblem, ScimType } from "./problems.ts";
import { readGroup, readUser, type ScimGroup, type ScimUser } from "./resources.ts";
import type { ScimConnected, ScimNeed, ScimOperation, ScimSettings } from "./settings.ts";
import { userChanges } from "./users.ts";
import { isObject } from "./values.ts";

/** What an operation is about; without an id, what it creates. */
interface Target {
  readonly type: "users" | "groups";
  readonly id: string | null;
}

/** What is to be kept, and what has changed by it; nothing while something is not known yet. */
interface Outcome {
  readonly resource: ScimUser | ScimGroup | null;
  readonly changes: readonly DirectoryChange[];
}

const METHODS: readonly unknown[] = ["POST", "PUT", "PATCH", "DELETE"];
const PATH = /(?:^|\/)(Users|Groups)(?:\/([^/?#]+))?\/?$/i;

function targetOf(path: unknown): Target | null {
  const found = typeof path === "string" ? PATH.exec(path) : null;
  if (found === null) return null;
  const [, type = "", encoded] = found;
  try {
    const id = encoded === undefined ? null : decodeURIComponent(encoded);
    return { type: type.toLowerCase() as Target["type"], id };
  } catch {
    return null;
  }
}

/** What an operation is about; what is wrong with it is noted before its body is looked at. */
function framed({ work, settings }: Translation, operation: ScimOperation): Target | null {
  readAs(work, organizationId, settings.organization ?? null, ["settings", "organization"]);
  readAs(work, time, operation.at ?? null, ["at"]);
  const target = targetOf(operation.path);
  const creates = operation.method === "POST";
  if (!METHODS.includes(operation.method)) note(work, ["method"], "not-a-choice");
  else if (target === null || creates !== (target.id === null))
    note(work, ["path"], "not-a-choice");
  if (creates) readAs(work, anyId, operation.id ?? null, ["id"]);
  return work.problems.length > 0 ? null : target;
}

/** Says that there is no such resource. */
function absent({ work }: Translation): void {
  const problem: ScimProblem = { path: ["path"], problem: "not-found", scimType: null };
  work.problems.push(problem);
}

/** What holds of a resource before a PUT although the PUT does not say it: silence takes nothing away. */
function unsaid(body: unknown, before: object | null, names: readonly string[]): unknown {
  if (before === null || !isObject(body)) return body;
  const said = new Set(Object.keys(body).map((name) => name.toLowerCase()));
  const kept = Object.entries(before).filter(
    ([name]) => names.includes(name) && !said.has(name.toLowerCase()),
  );
  return { ...body, ...Object.fromEntries(kept) };
}

/** A resource once an operation is done; `null`: none any more, or a problem that is noted. */
function after<Resource extends ScimUser | ScimGroup>(
  translation: Translation,
  { method, body }: ScimOperation,
  before: Resource | null,
  read: (body: unknown) => Read<Resource>,
): Resource | null {
  if (method === "DELETE") return null;
  if (method !== "PATCH" || before === null) {
    return noted(translation, read(unsaid(body, before, ["active", "members", ENTERPRISE_SCHEMA])));
  }
  const resource = noted(translation, patched(before, body));
  return resource === null ? null : noted(translation, read(resource));
}

function ofUser(translation: Translation, operation: ScimOperation, id: string | null): Outcome {
  const nothing: Outcome = { resource: null, changes: [] };
  const before = id === null ? null : keptUser(translation, id);
  if (before === undefined) return nothing;
  if (before === null && id !== null) absent(translation);
  const own = id ?? operation.id ?? "";
  const read = (body: unknown) => readUser(body, own, before?.active ?? true, ["body"]);
  const resource = after(translation, operation, before, read);
  if (translation.work.problems.length > 0) return nothing;
  return { resource, changes: userChanges(translation, before, resource) };
}

function ofGroup(translation: Translation, operation: ScimOperation, id: string | null): Outcome {
  const nothing: Outcome = { resource: null, changes: [] };
  const before = id === null ? null : keptGroup(translation, id);
  if (before === undefined) return nothing;
  if (before === null && id !== null) absent(translation);
  const own = id ?? operation.id ?? "";
  const read = (body: unknown) => readGroup(body, own, ["body"]);
  const resource = after(translation, operation, before, read);
  if (translation.work.problems.length > 0) return nothing;
  return { resource, changes: groupChanges(translation, before, resource) };
}

const SYNTAX: readonly unknown[] = ["not-an-object", "not-a-list", "not-plain"];

/** A problem as SCIM says it, be it one that every connector may find. */
function said(
  problem: ScimProblem | { readonly path: ScimProblem["path"]; readonly problem: string },
): ScimProblem {
  if ("scimType" in problem) return problem;
  const scimType: ScimType = SYNTAX.includes(problem.problem) ? "invalidSyntax" : "invalidValue";
  return { ...problem, scimType };
}

/** What an operation comes to, but for values that throw when looked at. */
function translated(
  operation: ScimOperation,
  settings: ScimSettings,
  answers: readonly Answer[],
): Connected<ScimNeed> & Partial<Outcome> {
  const work = begin<ScimNeed>(answers);
  const translation: Translation = { work, settings };
  const target = work.problems.length > 0 ? null : framed(translation, operation);
  const { type, id: own = null } = target ?? {};
  const outcome = target && (type === "users" ? ofUser : ofGroup)(translation, operation, own);
  const { resource, changes } = outcome ?? { resource: null, changes: [] };
  checkMade(translation, changes);
  const { method, path, version = null, at, id = null } = operation;
  const occasion = {
    platform: "scim",
    key: eventKey(undefined, [method, path, id, version]),
    organization: settings.organization as OrganizationId,
    at,
  };
  const groups = type === "users" ? [changes] : changes.map((change) => [change]);
  return { ...finish(work, () => inputsOf(occasion, groups)), resource };
}

/**
 * Translates one SCIM 2.0 operation on a user or group into inputs, be it written as Microsoft Entra or as
 * Okta writes it. It keeps no state: what has to be known of what is kept is in `needs`, and the same call
 * is made again with the answers, each a resource as an earlier call gave it in `resource` (`null`: there
 * is none; of `groups-of`, a list). Ids of inputs tell a redelivery, which is a repeat, from everything else.
 *
 * Users are people under their SCIM id: a POST hires, a DELETE is a departure, `active` suspends and resumes or
 * (`inactive: "departed"`) ends and begins an employment, the manager of the enterprise extension is whom
 * somebody reports to. Groups are departments or roles, their members deltas.
 *
 * @param operation method, path, body, and when it arrived (epoch milliseconds)
 * @param settings what the caller decides for the organization
 * @param answers what was needed, so far
 * @example
 * const operation = { method: "POST", path: "/Users", id: "u-1", at: Date.now(), body: { userName: "ann" } };
 * const result = scim(operation, { organization: "acme" });
 * if (result.kind === "inputs") result.inputs[0]?.type; // person.hired
 */
export function scim(
  operation: ScimOperation,
  settings: ScimSettings,
  answers: readonly Answer[] = [],
): ScimConnected {
  const made = guarded(() => ({ ok: true, value: translated(operation, settings, answers) }));
  if (!made.ok) return { kind: "problems", problems: made.problems.map(said) };
  const { resource = null, ...result } = made.value;
  if (result.kind === "problems") return { kind: "problems", problems: result.problems.map(said) };
  return result.kind === "inputs" ? { ...result, resource } : result;
}
