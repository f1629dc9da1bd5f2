/**
 * The first look at a value of which nothing is known. It bounds the work that any later step can be
 * made to do, and copies the value by its own data properties alone, onto objects that inherit
 * nothing: what is parsed afterwards runs no getter, meets no proxy and no polluted prototype, cannot
 * change under the parser, and shares nothing with what the sender holds.
 */
import type { Problem } from "../core/refusal.ts";
import {
  echoed,
  failed,
  guarded,
  type Parsed,
  type Path,
  PROBLEMS_MAX,
  type ProblemWord,
  problem,
} from "./problems.ts";

/** A value as JSON can write it; the objects inherit nothing, and `-0` has become `0`. */
export type Plain = null | boolean | number | string | readonly Plain[] | PlainObject;
/** A plain object. */
export interface PlainObject {
  readonly [name: string]: Plain;
}

/** How much of a value is looked at before it is refused. */
export interface Bounds {
  /** Items of one list (`too-many`). */
  readonly items: number;
  /** Values of any kind, nested ones included (`too-large`). */
  readonly nodes: number;
  /** UTF-16 code units of all strings and property names together (`too-large`). */
  readonly text: number;
}

/** Lists and objects inside one another (`too-deep`). */
const DEPTH_MAX = 32;
/** Properties of one object (`too-many`); the widest object in use has two dozen. */
const KEYS_MAX = 256;

/** Commands, facts, queries and policies: any one list at its maximum fits, with room around it. */
export const INPUT_BOUNDS: Bounds = { items: 10_000, nodes: 200_000, text: 8_388_608 };
/** Events: the scope of a large organization, changed department by department, person by person. */
export const EVENT_BOUNDS: Bounds = { items: 250_000, nodes: 1_000_000, text: 67_108_864 };
/** Records: several times the size at which a store should worry. */
export const RECORD_BOUNDS: Bounds = { items: 20_000, nodes: 100_000, text: 4_194_304 };

/**
 * Names that reach into a prototype when a later reader is careless. No shape has them; ids spelled
 * like this are values, not names, and legal.
 */
const forbiddenNames: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** A list or object on the way down; `names` is `null` for a list. */
interface Frame {
  readonly source: object;
  readonly names: readonly string[] | null;
  readonly length: number;
  readonly list: Plain[];
  readonly object: { [name: string]: Plain };
  next: number;
}

/** What copies inherit: nothing. An empty prototype keeps them fast, which `null` would not. */
const nothing: object = Object.freeze(Object.create(null) as object);
const bare = (): { [name: string]: Plain } => Object.create(nothing) as { [name: string]: Plain };
// Each frame fills one of the two; the other is shared and stays empty.
const noList: Plain[] = [];
const noObject = bare();

/** The prototype of lists is itself a list, in every realm; that of a subclass is not. */
function listFrame(source: readonly unknown[], items: number): Frame | ProblemWord {
  if (!Array.isArray(Object.getPrototypeOf(source))) return "not-plain";
  const length: unknown = Object.getOwnPropertyDescriptor(source, "length")?.value;
  if (typeof length !== "number") return "not-plain";
  if (length > items) return "too-many";
  // Every item and `length`, nothing else; a hole beside an extra property shows on reading.
  if (Reflect.ownKeys(source).length !== length + 1) return "not-plain";
  return { source, names: null, length, list: [], object: noObject, next: 0 };
}

/** No prototype, a copy's, or the root prototype of this or another realm. */
function isPlainObject(source: object): boolean {
  const prototype = Object.getPrototypeOf(source) as object | null;
  if (prototype === Object.prototype || prototype === null || prototype === nothing) return true;
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
}

const isName = (key: string | symbol): key is string => typeof key === "string";

function objectFrame(source: object): Frame | ProblemWord {
  if (!isPlainObject(source)) return "not-plain";
  const names = Reflect.ownKeys(source);
  if (names.length > KEYS_MAX) return "too-many";
  if (!names.every(isName)) return "not-plain";
  return { source, names, length: names.length, list: noList, object: bare(), next: 0 };
}

/** Stands for a property that is absent, hidden, or computed by a getter. */
const none: unique symbol = Symbol("none");

/** A property's value, without running any code of a plain object's owner. */
function own(source: object, key: string | number): unknown {
  const found = Object.getOwnPropertyDescriptor(source, key);
  // Descriptors inherit: under a polluted prototype a getter would look like data.
  const isData = found !== undefined && Object.hasOwn(found, "value") && found.enumerable === true;
  return isData ? found.value : none;
}

const pathOf = (frames: readonly Frame[]): Path =>
  frames.map(({ names, next }) => (names === null ? next - 1 : echoed(names[next - 1] ?? "")));

/** A scalar as it is copied, or {@link none}. */
function scalar(value: unknown): Plain | typeof none {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value !== "number" || !Number.isFinite(value)) return none;
  return value === 0 ? 0 : value;
}

function put(frame: Frame, copy: Plain): void {
  if (frame.names === null) frame.list.push(copy);
  else frame.object[frame.names[frame.next - 1] ?? ""] = copy;
}

/** The frame of a list or object found below others; ancestors tell a cycle from mere depth. */
function enter(value: object, frames: readonly Frame[], items: number): Frame | ProblemWord {
  if (frames.some(({ source }) => source === value)) return "not-plain";
  if (frames.length > DEPTH_MAX) return "too-deep";
  return Array.isArray(value) ? listFrame(value, items) : objectFrame(value);
}

const lengthOf = (value: unknown): number => (typeof value === "string" ? value.length : 0);

/** Walks without recursion. The first frame is a list whose one item is the value itself. */
function walk(frames: Frame[], bounds: Bounds): readonly Problem[] {
  const found: Problem[] = [];
  const note = (word: ProblemWord): void => {
    found.push(problem(pathOf(frames).slice(1), word));
  };
  let nodes = 0;
  let text = 0;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    if (found.length >= PROBLEMS_MAX) break;
    if (frame.next === frame.length) {
      frames.pop();
      continue;
    }
    const key = frame.names === null ? frame.next : (frame.names[frame.next] ?? "");
    frame.next += 1;
    const value = own(frame.source, key);
    nodes += 1;
    text += lengthOf(key) + lengthOf(value);
    if (nodes > bounds.nodes || text > bounds.text) {
      note("too-large");
      break;
    }
    if (typeof key === "string" && forbiddenNames.has(key)) {
      note("unknown-field");
    } else if (typeof value === "object" && value !== null) {
      const inner = enter(value, frames, bounds.items);
      if (typeof inner === "string") {
        note(inner);
      } else {
        put(frame, inner.names === null ? inner.list : inner.object);
        frames.push(inner);
      }
    } else {
      const copy = scalar(value);
      if (copy === none) note("not-plain");
      else put(frame, copy);
    }
  }
  return found;
}

/**
 * Copies a value that JSON could have written, or says where it is not plain, too deep or too large.
 * Takes time in proportion to what is looked at, and never throws: a proxy that does is `not-plain`.
 */
export function plainCopy(value: unknown, bounds: Bounds): Parsed<Plain> {
  const list: Plain[] = [];
  const holder = { source: [value], names: null, length: 1, list, object: noObject, next: 0 };
  const frames: Frame[] = [holder];
  try {
    const problems = walk(frames, bounds);
    const copy = list[0];
    return problems.length > 0 || copy === undefined
      ? { ok: false, problems }
      : { ok: true, value: copy };
  } catch {
    return failed(pathOf(frames).slice(1), "not-plain");
  }
}

/** An object's fields, their values not looked at: for what is too large to be copied as a whole. */
export function openObject(value: unknown): Parsed<ReadonlyMap<string, unknown>> {
  return guarded<ReadonlyMap<string, unknown>>(() => {
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const frame = isObject ? objectFrame(value) : "not-an-object";
    if (typeof frame === "string") return failed([], frame);
    const fields = new Map((frame.names ?? []).map((name) => [name, own(frame.source, name)]));
    for (const [name, field] of fields) {
      if (field === none) return failed([echoed(name)], "not-plain");
    }
    return { ok: true, value: fields };
  });
}

/** A list's items, not looked at; a list longer than `max` is `too-many`. */
export function openList(value: unknown, max: number): Parsed<readonly unknown[]> {
  return guarded<readonly unknown[]>(() => {
    const frame = Array.isArray(value) ? listFrame(value, max) : "not-a-list";
    if (typeof frame === "string") return failed([], frame);
    const items: unknown[] = [];
    for (let i = 0; i < frame.length; i += 1) {
      const item = own(frame.source, i);
      if (item === none) return failed([i], "not-plain");
      items.push(item);
    }
    return { ok: true, value: items };
  });
}
