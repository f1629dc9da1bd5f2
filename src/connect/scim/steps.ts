/** A PATCH in single steps: each of one operation on one path, in one dialect. */
import { parse } from "scim2-parse-filter";
import {
  canonicalName,
  ENTERPRISE_SCHEMA,
  isInherited,
  NOT_SET_BY_CLIENTS,
  splitPath,
} from "./names.ts";
import { bad, good, type Place, type Read } from "./problems.ts";
import { flag, isObject, type Json, reference, tidied } from "./values.ts";

/** One change of one attribute. */
export interface Step {
  readonly op: "add" | "replace" | "remove";
  /** The extension that the attribute belongs to; `null` for the core schemas. */
  readonly extension: string | null;
  readonly attribute: string;
  /** Which of several values is meant. */
  readonly filter: string | null;
  readonly sub: string | null;
  readonly value: unknown;
  readonly place: Place;
}

/** A path of the resource, taken apart. */
type Target = Pick<Step, "extension" | "attribute" | "filter" | "sub">;

/** Longer paths are no paths: what reads them takes more than its share of time. */
const PATH_MAX = 512;
const OPERATIONS_MAX = 1_000;

const PATH = /^([A-Za-z$][\w$-]*)(?:\[(.+)\])?(?:\.([A-Za-z$][\w$-]*))?$/s;

/** A filter of one of several values, with words for yes and no made what they say. */
function filterOf(text: string, place: Place): Read<string> {
  const filter = text.replace(/\bprimary eq "(true|false)"/gi, (_, word: string) => {
    return `primary eq ${word.toLowerCase()}`;
  });
  try {
    const parsed = parse(filter);
    // What sets the value that it filters by needs a name for it.
    if ("attrPath" in parsed && isInherited(parsed.attrPath)) throw new Error(parsed.attrPath);
  } catch {
    return bad(place, "not-a-filter", "invalidFilter");
  }
  // The patch library looks for schemas before the last colon, be it in a text.
  return filter.includes(":") && !/^value eq "[^"]*"$/.test(filter)
    ? bad(place, "not-a-filter", "invalidFilter")
    : good(filter);
}

function targetOf(path: string, place: Place): Read<Target> {
  const wrong = bad(place, "not-a-path", "invalidPath");
  if (path.length > PATH_MAX) return wrong;
  const { extension, rest } = splitPath(path);
  const found = PATH.exec(rest);
  if (found === null) return wrong;
  const [, name = "", condition, below] = found;
  const attribute = canonicalName(name);
  const sub = below === undefined ? null : canonicalName(below);
  if ([extension, attribute, sub].some((each) => each !== null && isInherited(each))) return wrong;
  if (condition === undefined) return good({ extension, attribute, filter: null, sub });
  const filter = filterOf(condition, place);
  return filter.ok ? good({ extension, attribute, filter: filter.value, sub }) : filter;
}

const SEVERAL =
  "emails phoneNumbers ims photos addresses entitlements roles x509Certificates members";
const several: readonly string[] = /* @__PURE__ */ SEVERAL.split(" ");

/** A value that has one of, sent as a list of one, as older provisioning services do. */
function single(value: unknown): unknown {
  if (!Array.isArray(value) || value.length !== 1) return value;
  const [item] = value as [unknown];
  return isObject(item) && "value" in item ? item["value"] : item;
}

/** A step whose value is of the kind that its attribute has. */
function fitted(step: Step): Read<readonly Step[]> {
  const { attribute, sub, value, place, filter } = step;
  if (NOT_SET_BY_CLIENTS.includes(attribute)) return good([]);
  if (attribute === "manager") {
    if (sub !== null && sub !== "value") return good([]);
    const manager = step.op === "remove" ? null : reference(value);
    if (manager === undefined) return bad([...place, "value"], "not-an-id");
    const op = manager === null ? "remove" : "replace";
    const target = { extension: ENTERPRISE_SCHEMA, sub: manager === null ? null : "value" };
    return good([{ ...step, ...target, op, value: manager }]);
  }
  if (step.op === "remove") return good([step]);
  if (attribute === "active") {
    const active = flag(single(value));
    return active === null
      ? bad([...place, "value"], "not-a-boolean")
      : good([{ ...step, value: active }]);
  }
  if (value === null || value === undefined) return good([{ ...step, op: "remove" }]);
  if (several.includes(attribute)) {
    const whole = filter === null && sub === null && !Array.isArray(value);
    return good([whole ? { ...step, value: [value] } : step]);
  }
  return good([
    step.extension === null || !Array.isArray(value) ? { ...step, value: single(value) } : step,
  ]);
}

/** Steps for each attribute of an object: what stands in a value instead of a path. */
function stepsIn(op: Step["op"], value: Json, prefix: string, place: Place): Read<readonly Step[]> {
  const steps: Step[] = [];
  for (const [name, field] of Object.entries(value)) {
    const path = `${prefix}${name}`;
    const at = [...place, "value", name];
    const inside = isObject(field) && /^urn:/i.test(name);
    const read = inside
      ? stepsIn(op, field, `${path}:`, place)
      : stepOf(op, path, field, place, at);
    if (!read.ok) return read;
    steps.push(...read.value);
  }
  return good(steps);
}

function stepOf(
  op: Step["op"],
  path: string,
  value: unknown,
  place: Place,
  named: Place,
): Read<readonly Step[]> {
  const target = targetOf(path, named);
  return target.ok ? fitted({ op, ...target.value, value, place }) : target;
}

const OPS: readonly string[] = ["add", "replace", "remove"];

function stepsOf(operation: unknown, place: Place): Read<readonly Step[]> {
  if (!isObject(operation)) return bad(place, "not-an-object", "invalidSyntax");
  const { op: said, path, value: sent } = operation;
  const op = typeof said === "string" ? said.toLowerCase() : "";
  if (!OPS.includes(op)) return bad([...place, "op"], "not-a-choice", "invalidSyntax");
  const value = tidied(sent, [...place, "value"]);
  if (!value.ok) return value;
  if (typeof path === "string" && path !== "") {
    const { extension, rest } = splitPath(path);
    if (extension !== null && rest === "" && isObject(value.value)) {
      return stepsIn(op as Step["op"], value.value, `${extension}:`, place);
    }
    const core = canonicalName(rest);
    if (["id", "meta", "groups"].includes(core) && extension === null) {
      return bad([...place, "path"], "read-only", "mutability");
    }
    return stepOf(op as Step["op"], path, value.value, place, [...place, "path"]);
  }
  if (path !== undefined && path !== null && path !== "") {
    return bad([...place, "path"], "not-a-string", "invalidPath");
  }
  if (op === "remove") return bad([...place, "path"], "missing", "noTarget");
  if (!isObject(value.value)) return bad([...place, "value"], "not-an-object", "invalidSyntax");
  return stepsIn(op as Step["op"], value.value, "", place);
}

/** The steps of a PATCH, in order. */
export function patchSteps(body: unknown): Read<readonly Step[]> {
  if (!isObject(body)) return bad(["body"], "not-an-object", "invalidSyntax");
  const operations = body["Operations"] ?? body["operations"];
  const at = ["body", "Operations"];
  if (!Array.isArray(operations)) return bad(at, "not-a-list", "invalidSyntax");
  if (operations.length === 0) return bad(at, "too-few", "invalidSyntax");
  if (operations.length > OPERATIONS_MAX) return bad(at, "too-many", "invalidValue");
  const steps: Step[] = [];
  for (const [index, operation] of operations.entries()) {
    const read = stepsOf(operation, [...at, index]);
    if (!read.ok) return read;
    steps.push(...read.value);
  }
  return good(steps);
}
