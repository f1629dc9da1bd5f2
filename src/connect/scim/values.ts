/** Values as identity providers write them, and as they are kept. */
import { canonicalName, isInherited } from "./names.ts";
import { bad, good, type Place, type Read } from "./problems.ts";

/** A JSON object. */
export interface Json {
  readonly [name: string]: unknown;
}

/** Levels below which nothing of a user or group lies. */
const DEPTH_MAX = 8;

/** Whether a value is an object, and no list. */
export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A copy with names as the schemas write them. What is `null` is unassigned and left out; of several
 * spellings of one name the last one holds.
 */
export function tidied(value: unknown, path: Place, depth = 0): Read<unknown> {
  if (typeof value !== "object" || value === null) return good(value);
  if (depth === DEPTH_MAX) return bad(path, "too-deep");
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const [index, item] of value.entries()) {
      const read = tidied(item, [...path, index], depth + 1);
      if (!read.ok) return read;
      if (read.value !== null && read.value !== undefined) items.push(read.value);
    }
    return good(items);
  }
  const fields: { [name: string]: unknown } = {};
  for (const [name, field] of Object.entries(value)) {
    if (name.split(/[.:]/).some(isInherited)) continue;
    const read = tidied(field, [...path, name], depth + 1);
    if (!read.ok) return read;
    const key = canonicalName(name);
    if (read.value === null || read.value === undefined) delete fields[key];
    else fields[key] = flagged(key, read.value);
  }
  return good(fields);
}

/** Whether a value of many is the primary one; some send it as a word. */
const flagged = (name: string, value: unknown): unknown =>
  name === "primary" ? (flag(value) ?? value) : value;

/** A yes or no: `true`, `"True"`, `"false"` and the like; `null` if it is neither. */
export function flag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  const word = value.toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}

/**
 * The one that a reference is to: an id, an object with the id as `value`, or a list of one of those;
 * `null` for nobody, `undefined` for what is no reference.
 */
export function reference(value: unknown): string | null | undefined {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.length > 1 ? undefined : reference(value[0]);
  if (!isObject(value)) return undefined;
  const named = Object.entries(value).find(([name]) => name.toLowerCase() === "value");
  return named === undefined ? null : reference(named[1]);
}
