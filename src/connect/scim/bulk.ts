/** Many SCIM operations in one, in an order in which each can be carried out. */
import { bad, good, type Place, type Read, type ScimProblem } from "./problems.ts";
import { isObject, type Json } from "./values.ts";

/** One operation of a Bulk, as it was sent. */
export interface ScimBulkOperation {
  /** Its place in the request, and in the answer. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  /** What others of the request call the resource that it creates. */
  readonly bulkId?: string;
  readonly version?: string;
  readonly data?: unknown;
  /** What is wrong with it; such a one fails, and those that refer to it. */
  readonly problems?: readonly ScimProblem[];
}

/** A Bulk: its operations in the order of carrying out, and after how many errors to stop. */
export interface ScimBulk {
  readonly operations: readonly ScimBulkOperation[];
  /** `null`: go on however many fail. */
  readonly failOnErrors: number | null;
}

const OPERATIONS_MAX = 1_000;
const DEPTH_MAX = 24;
const METHODS: readonly string[] = ["POST", "PUT", "PATCH", "DELETE"];
const REFERENCE = /bulkId:([\w.~-]+)/g;

/** Calls back for every text of a value; what it gives stands in its place. */
function texts(value: unknown, each: (text: string) => string, depth = 0): unknown {
  if (typeof value === "string") return each(value);
  if (typeof value !== "object" || value === null || depth === DEPTH_MAX) return value;
  if (Array.isArray(value)) return value.map((item) => texts(item, each, depth + 1));
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    texts(field, each, depth + 1),
  ]);
  return Object.fromEntries(fields);
}

/** A text that is a reference, or a path with references in it. */
const isReferring = (text: string): boolean =>
  /^bulkId:[\w.~-]+$/.test(text) || /(?:^|\/)bulkId:|\[.*"bulkId:/.test(text);

/** What others of the request an operation refers to. */
function referencesOf({ path, data }: ScimBulkOperation): ReadonlySet<string> {
  const found = new Set<string>();
  texts([path, data], (text) => {
    if (isReferring(text)) for (const [, id = ""] of text.matchAll(REFERENCE)) found.add(id);
    return text;
  });
  return found;
}

function failing(index: number, path: Place, problem: string): ScimBulkOperation {
  const { problems } = bad(["body", "Operations", index, ...path], problem, "invalidSyntax");
  return { index, method: "", path: "", problems };
}

function operationOf(sent: unknown, index: number): ScimBulkOperation {
  if (!isObject(sent)) return failing(index, [], "not-an-object");
  const { method: said, path, bulkId, version, data } = sent as Json;
  const method = typeof said === "string" ? said.toUpperCase() : "";
  const named = {
    ...(typeof bulkId === "string" ? { bulkId } : {}),
    ...(typeof version === "string" ? { version } : {}),
  };
  if (!METHODS.includes(method)) return { ...failing(index, ["method"], "not-a-choice"), ...named };
  const known = { ...named, method };
  if (typeof path !== "string" || !/^\/(Users|Groups)(\/[^/]+)?$/i.test(path)) {
    return { ...failing(index, ["path"], "not-a-choice"), ...known };
  }
  if (method === "POST" && named.bulkId === undefined) {
    return { ...failing(index, ["bulkId"], "missing"), ...known, path };
  }
  return { index, ...known, path, ...(data === undefined ? {} : { data }) };
}

/** Each behind those that it refers to; who waits in a circle can never begin, and is left over. */
function ordered(operations: readonly ScimBulkOperation[]): ScimBulkOperation[] {
  const creating = new Map(
    operations.flatMap((each) =>
      each.bulkId === undefined ? [] : ([[each.bulkId, each]] as const),
    ),
  );
  const done = new Set<ScimBulkOperation>();
  const waiting = new Set<ScimBulkOperation>();
  const stuck = new Set<ScimBulkOperation>();
  const visit = (operation: ScimBulkOperation): boolean => {
    if (done.has(operation)) return true;
    if (stuck.has(operation) || waiting.has(operation)) return false;
    waiting.add(operation);
    const free = [...referencesOf(operation)].every((id) => {
      const before = creating.get(id);
      return before === undefined || before === operation || visit(before);
    });
    waiting.delete(operation);
    (free ? done : stuck).add(operation);
    return free;
  };
  for (const operation of operations) visit(operation);
  const circling = [...stuck].map((operation) => {
    const { problems } = bad(["body", "Operations", operation.index], "circular");
    return { ...operation, problems: operation.problems ?? problems };
  });
  return [...done, ...circling];
}

/**
 * Takes a Bulk apart. Operations come in an order in which what one refers to (`bulkId:…`) has been created
 * before; those that refer to one another in a circle carry a problem. Carry out one after another: put the
 * ids created so far in place with {@link withBulkIds}, translate it with `scim`, settle and keep it; stop
 * after `failOnErrors` errors.
 *
 * @param body the request; a malformed one is a list of problems, a malformed operation carries its own
 * @example
 * const bulk = scimBulk({ failOnErrors: 1, Operations: [{ method: "DELETE", path: "/Users/u-1" }] });
 * if (bulk.ok) bulk.value.operations.length; // 1
 */
export function scimBulk(body: unknown): Read<ScimBulk> {
  if (!isObject(body)) return bad(["body"], "not-an-object", "invalidSyntax");
  const { Operations: sent, failOnErrors = null } = body;
  if (!Array.isArray(sent)) return bad(["body", "Operations"], "not-a-list", "invalidSyntax");
  if (sent.length > OPERATIONS_MAX) return bad(["body", "Operations"], "too-many");
  if (failOnErrors !== null && !(Number.isInteger(failOnErrors) && Number(failOnErrors) >= 1)) {
    return bad(["body", "failOnErrors"], "not-an-integer");
  }
  const operations = sent.map((each: unknown, index) => operationOf(each, index));
  const names = operations.flatMap(({ bulkId = [] }) => bulkId);
  if (new Set(names).size < names.length) return bad(["body", "Operations"], "duplicate");
  return good({ operations: ordered(operations), failOnErrors: failOnErrors as number | null });
}

/**
 * An operation with the ids of what others created in the place of its references.
 *
 * @param ids by `bulkId`; a reference to one that is not among them is a problem
 */
export function withBulkIds(
  operation: ScimBulkOperation,
  ids: ReadonlyMap<string, string>,
): Read<ScimBulkOperation> {
  if (operation.problems !== undefined) return { ok: false, problems: operation.problems };
  const missing = [...referencesOf(operation)].filter((id) => !ids.has(id));
  if (missing.length > 0) return bad(["body", "Operations", operation.index], "not-found");
  const put = (text: string): string =>
    isReferring(text) ? text.replace(REFERENCE, (_, id: string) => ids.get(id) ?? "") : text;
  const path = texts(operation.path, (text) =>
    text.replace(REFERENCE, (_, id: string) => encodeURIComponent(ids.get(id) ?? "")),
  );
  return good({ ...operation, path: path as string, data: texts(operation.data, put) });
}
