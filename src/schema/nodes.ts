/**
 * The kinds of schema in use, as zod classes with parsers of our own. zod's parsers serve any value and
 * any schema; these meet only plain copies, so they can promise what zod's do not: a bounded number of
 * problems, nothing passed as an argument list, time in proportion to the value, and no look at a
 * property that `Object.prototype` could lend. What zod gives is the schema as data, for JSON Schema.
 */
import * as z from "zod/mini";
// By name: `z.core` as a value would bring all of zod, locales included, into a bundle.
import { $constructor } from "zod/v4/core";
import type { Plain, PlainObject } from "./precheck.ts";
import { echoed, type Path, PROBLEMS_MAX, type ProblemWord } from "./problems.ts";

export type Node = z.ZodMiniType;
type Payload = z.core.ParsePayload;
type Context = z.core.ParseContextInternal;
type Issues = z.core.$ZodRawIssue[];
export type Class<Def> = z.core.$constructor<Node, Def & z.core.$ZodTypeDef>;
type Parse = (value: Plain, issues: Issues, context: Context) => unknown;

/** A zod class that knows its JSON Schema, with another parser. */
export function classOf<Def>(
  name: string,
  zodClass: unknown,
  parserOf: (def: Def) => Parse,
): Class<Def> {
  const base: Class<Def> = zodClass as Class<Def>;
  return $constructor(name, (inst, def) => {
    base.init(inst, def);
    const parse = parserOf(def);
    inst._zod.parse = (payload, context) => {
      payload.value = parse(payload.value as Plain, payload.issues, context);
      return payload;
    };
  });
}

/** Every issue is made here, so none is without a path or a word. */
export function note(issues: Issues, word: ProblemWord, path: Path = []): void {
  issues.push({ code: "custom", input: null, path: [...path], params: { problem: word } });
}

/** Parses what stands at `place` in a list or object; its problems are noted there. */
export function below(
  node: Node,
  value: Plain | undefined,
  place: string | number,
  issues: Issues,
  context: Context,
): unknown {
  const { value: parsed, issues: found } = node._zod.run({ value, issues: [] }, context) as Payload;
  for (const issue of found) {
    issues.push({ ...issue, path: [place, ...(issue.path ?? [])] } as z.core.$ZodRawIssue);
  }
  return parsed;
}

export const isObject = (value: Plain): value is PlainObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

interface LeafDef {
  readonly type: "string" | "number" | "boolean";
  /** What a value of another type is. */
  readonly otherwise: ProblemWord;
  readonly judge: (value: never) => ProblemWord | null;
}

const leafParser =
  ({ type, otherwise, judge }: LeafDef): Parse =>
  (value, issues) => {
    const word = typeof value === type ? judge(value as never) : otherwise;
    if (word !== null) note(issues, word);
    return value;
  };

export const Text: Class<LeafDef> = classOf("Text", z.ZodMiniString, leafParser);
export const Integer: Class<LeafDef> = classOf("Integer", z.ZodMiniNumber, leafParser);
export const Flag: Class<LeafDef> = classOf("Flag", z.ZodMiniBoolean, leafParser);

const among =
  (values: ReadonlySet<unknown>): Parse =>
  (value, issues) => {
    if (!values.has(value)) note(issues, "not-a-choice");
    return value;
  };

export const Choice: Class<{
  readonly type: "enum";
  readonly entries: { readonly [value: string]: string };
}> = classOf("Choice", z.ZodMiniEnum, ({ entries }) => among(new Set(Object.values(entries))));

export const Only: Class<{ readonly type: "literal"; readonly values: readonly unknown[] }> =
  classOf("Only", z.ZodMiniLiteral, ({ values }) => among(new Set(values)));

export const Nullable: Class<{ readonly type: "nullable"; readonly innerType: Node }> = classOf(
  "Nullable",
  z.ZodMiniNullable,
  ({ innerType }) =>
    (value, issues, context) => {
      if (value === null) return null;
      const result = innerType._zod.run({ value, issues }, context) as Payload;
      return result.value;
    },
);

interface ListDef {
  readonly type: "array";
  readonly element: Node;
  readonly min: number;
  readonly max: number;
  /** Makes the list a set of items with different keys. */
  readonly keyOf: ((item: never) => string) | null;
}

function noteRepeats(items: readonly unknown[], keyOf: (item: never) => string, issues: Issues) {
  const seen = new Set<string>();
  for (let i = 0; i < items.length && issues.length < PROBLEMS_MAX; i += 1) {
    const key = keyOf(items[i] as never);
    if (seen.has(key)) note(issues, "duplicate", [i]);
    seen.add(key);
  }
}

export const List: Class<ListDef> = classOf(
  "List",
  z.ZodMiniArray,
  ({ element, min, max, keyOf }) =>
    (value, issues, context) => {
      if (!Array.isArray(value)) return note(issues, "not-a-list");
      if (value.length < min) return note(issues, "too-few");
      if (value.length > max) return note(issues, "too-many");
      const parsed: unknown[] = [];
      for (let i = 0; i < value.length && issues.length < PROBLEMS_MAX; i += 1) {
        parsed.push(below(element, value[i] as Plain, i, issues, context));
      }
      if (keyOf !== null && issues.length === 0) noteRepeats(parsed, keyOf, issues);
      return parsed;
    },
);

export const Tuple: Class<{
  readonly type: "tuple";
  readonly items: readonly Node[];
  readonly rest: null;
}> = classOf("Tuple", z.ZodMiniTuple, ({ items }) => (value, issues, context) => {
  if (!Array.isArray(value)) return note(issues, "not-a-list");
  if (value.length < items.length) return note(issues, "too-few");
  if (value.length > items.length) return note(issues, "too-many");
  return items.map((item, i) => below(item, value[i] as Plain, i, issues, context));
});

interface ObjectDef {
  readonly type: "object";
  readonly shape: { readonly [name: string]: Node };
  readonly catchall: Node;
  /** A look at the whole, once every field is sound. */
  readonly judge: ((value: never) => readonly [ProblemWord, ...Path] | null) | null;
}

function noteUnknown(value: PlainObject, known: ReadonlySet<string>, issues: Issues): void {
  for (const name of Object.keys(value)) {
    if (!known.has(name)) note(issues, "unknown-field", [echoed(name)]);
  }
}

export const Fields: Class<ObjectDef> = classOf("Fields", z.ZodMiniObject, ({ shape, judge }) => {
  const fields = Object.entries(shape).map(([name, node]) => ({
    name,
    node,
    mayBeAbsent: node._zod.def.type === "optional",
  }));
  const known = new Set(Object.keys(shape));
  return (value, issues, context) => {
    if (!isObject(value)) return note(issues, "not-an-object");
    const parsed: { [name: string]: unknown } = {};
    let present = 0;
    for (const { name, node, mayBeAbsent } of fields) {
      if (Object.hasOwn(value, name)) {
        present += 1;
        parsed[name] = below(node, value[name], name, issues, context);
      } else if (!mayBeAbsent) {
        note(issues, "missing", [name]);
      }
    }
    if (Object.keys(value).length > present) noteUnknown(value, known, issues);
    const found = judge === null || issues.length > 0 ? null : judge(parsed as never);
    if (found !== null) note(issues, found[0], found.slice(1) as Path);
    return parsed;
  };
});

/** The node inside an optional field; the field's absence is its object's matter. */
export const Maybe: Class<{ readonly type: "optional"; readonly innerType: Node }> = classOf(
  "Maybe",
  z.ZodMiniOptional,
  ({ innerType }) =>
    (value, issues, context) => {
      const result = innerType._zod.run({ value, issues }, context) as Payload;
      return result.value;
    },
);

export const Variants: Class<{
  readonly type: "union";
  readonly discriminator: string;
  readonly inclusive: boolean;
  readonly options: readonly Node[];
  readonly byTag: ReadonlyMap<unknown, Node>;
}> = classOf(
  "Variants",
  z.ZodMiniDiscriminatedUnion,
  ({ discriminator, byTag }) =>
    (value, issues, context) => {
      if (!isObject(value)) return note(issues, "not-an-object");
      const tag = Object.hasOwn(value, discriminator) ? value[discriminator] : undefined;
      const option = byTag.get(tag);
      if (option === undefined) {
        return note(issues, tag === undefined ? "missing" : "not-a-choice", [discriminator]);
      }
      return (option._zod.run({ value, issues }, context) as Payload).value;
    },
);

/** Options told apart by their fields: the one that knows the most of those given is meant. */
export const Either: Class<{
  readonly type: "union";
  readonly options: readonly Node[];
  readonly names: readonly ReadonlySet<string>[];
}> = classOf("Either", z.ZodMiniUnion, ({ options, names }) => (value, issues, context) => {
  if (!isObject(value)) return note(issues, "not-an-object");
  const given = Object.keys(value);
  const strange = names.map((known) => given.filter((name) => !known.has(name)).length);
  const option = options[strange.indexOf(Math.min(...strange))] as Node;
  return (option._zod.run({ value, issues }, context) as Payload).value;
});

/** Whether a value looks like what an option is for: a list as long as that one, or an object as well. */
function looksLike({ _zod: { def } }: Node, value: Plain): boolean {
  const { type, items } = def as { readonly type: string; readonly items?: readonly unknown[] };
  return Array.isArray(value)
    ? items?.length === value.length
    : isObject(value) && type === "object";
}

/** Options tried in turn: for what nothing tells apart but what is in it. */
export const AnyOf: Class<{ readonly type: "union"; readonly options: readonly Node[] }> = classOf(
  "AnyOf",
  z.ZodMiniUnion,
  ({ options }) =>
    (value, issues, context) => {
      let closest: Payload["issues"] | null | undefined;
      for (const option of options) {
        const result = option._zod.run({ value, issues: [] }, context) as Payload;
        if (result.issues.length === 0) return result.value;
        if (looksLike(option, value)) closest = closest === undefined ? result.issues : null;
      }
      // If there is just one option that looks like the value: what is wrong with that.
      if (!closest) return note(issues, "not-a-choice");
      issues.push(...closest);
      return value;
    },
);
