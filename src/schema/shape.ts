/**
 * How a type of the vocabulary is written down as a schema. `Schema<T>` is invariant in `T` and an
 * object's shape names every field of `T`, optional ones too, so a schema that misses a field, a
 * choice or a null, or that has one too many, does not compile.
 */
import * as z from "zod/mini";
import {
  AnyOf,
  Choice,
  Either,
  Fields,
  Flag,
  Integer,
  List,
  Maybe,
  Nullable,
  Only,
  Text,
  Tuple,
  Variants,
} from "./nodes.ts";
import type { Plain } from "./precheck.ts";
import { type Issue, type Parsed, type Path, type ProblemWord, problemsOf } from "./problems.ts";

declare const exactly: unique symbol;
declare const optionally: unique symbol;

/** A schema for exactly the values of `T`. */
export type Schema<T> = z.ZodMiniType & { readonly [exactly]: (value: T) => T };
/** A field that may be absent, of exactly `T` when present. */
export type Optional<T> = z.ZodMiniType & { readonly [optionally]: (value: T) => T };

/** A schema for every field of `T`. */
export type Shape<T> = {
  readonly [Name in keyof T]-?: Record<never, never> extends Pick<T, Name>
    ? Optional<Exclude<T[Name], undefined>>
    : Schema<T[Name]>;
};

/** A schema for every type in a table of the vocabulary; made when first asked for. */
export type Table<T> = { readonly [Type in keyof T]-?: () => Schema<T[Type]> };

/** The one place where zod's types become ours. */
const typed = <T>(schema: z.ZodMiniType): Schema<T> => schema as Schema<T>;

/** What JSON Schema can say where zod cannot see into a node. */
export const keywords: z.core.$ZodRegistry<Record<string, unknown>> = z.registry();

function described(schema: z.ZodMiniType, jsonSchema: Record<string, unknown>): z.ZodMiniType {
  keywords.add(schema, jsonSchema);
  return schema;
}

/** A string that `judge` finds nothing wrong with. */
export const string = (
  judge: (value: string) => ProblemWord | null,
  jsonSchema: Record<string, unknown>,
): Schema<string> =>
  typed(described(new Text({ type: "string", otherwise: "not-a-string", judge }), jsonSchema));

/** A number that `judge` finds nothing wrong with. */
export const number = (
  judge: (value: number) => ProblemWord | null,
  jsonSchema: Record<string, unknown>,
): Schema<number> =>
  typed(described(new Integer({ type: "number", otherwise: "not-an-integer", judge }), jsonSchema));

/** `true` or `false`. */
export const flag: Schema<boolean> = typed(
  new Flag({ type: "boolean", otherwise: "not-a-boolean", judge: () => null }),
);

/** One of some strings. */
export const choice = <const Value extends string>(...values: readonly Value[]): Schema<Value> =>
  typed(
    new Choice({
      type: "enum",
      entries: Object.fromEntries(values.map((value) => [value, value])),
    }),
  );

/** This very value. */
export const only = <const Value extends string | boolean>(value: Value): Schema<Value> =>
  typed(new Only({ type: "literal", values: [value] }));

/** Allows `null` as well. */
export const nullable = <T>(schema: Schema<T>): Schema<T | null> =>
  typed(new Nullable({ type: "nullable", innerType: schema }));

/** Lets a field be absent. */
export const optional = <T>(schema: Schema<T>): Optional<T> =>
  new Maybe({ type: "optional", innerType: schema }) as z.ZodMiniType as Optional<T>;

/**
 * An object with these fields and no others; `judge` says what is wrong with them together, and where,
 * and `jsonSchema` says it as far as JSON Schema can.
 * `T` comes from where the schema is to stand, or is given: inferred from the shape it would always
 * agree with it.
 */
export const object = <T>(
  shape: Shape<NoInfer<T>>,
  judge: ((value: T) => readonly [ProblemWord, ...Path] | null) | null = null,
  jsonSchema: Record<string, unknown> = {},
): Schema<T> =>
  typed(
    described(
      new Fields({
        type: "object",
        shape: shape as unknown as Record<string, z.ZodMiniType>,
        catchall: z.never(),
        judge,
      }),
      jsonSchema,
    ),
  );

const lengths = (min: number, max: number): Record<string, unknown> =>
  min > 0 ? { minItems: min, maxItems: max } : { maxItems: max };

/** A list of at least `min` items (`too-few`) and at most `max` (`too-many`). */
export const list = <Item>(item: Schema<Item>, max: number, min = 0): Schema<readonly Item[]> =>
  typed(
    described(new List({ type: "array", element: item, min, max, keyOf: null }), lengths(min, max)),
  );

/** A list that is a set: a later item with the key of an earlier one is a `duplicate`. */
export const setOf = <Item>(
  item: Schema<Item>,
  max: number,
  keyOf: (item: Item) => string,
  min = 0,
): Schema<readonly Item[]> =>
  typed(
    described(new List({ type: "array", element: item, min, max, keyOf }), {
      ...lengths(min, max),
      uniqueItems: true,
    }),
  );

/** A list of strings that is a set. */
export const uniqueList = <Item extends string>(
  item: Schema<Item>,
  max: number,
  min = 0,
): Schema<readonly Item[]> => setOf(item, max, (text) => text, min);

/** A list of fixed length, each place with a schema of its own. */
export const tuple = <const Items extends readonly unknown[]>(
  ...items: { readonly [Place in keyof Items]: Schema<Items[Place]> }
): Schema<Readonly<Items>> => typed(new Tuple({ type: "tuple", items, rest: null }));

/** A list of so many items, and one more at the end or not. */
export const tupleOr = <Last, const Items extends readonly unknown[]>(
  last: Schema<Last>,
  ...items: { readonly [Place in keyof Items]: Schema<Items[Place]> }
): Schema<readonly [...Items, last?: Last]> => {
  const whole = [...items, last] as readonly Schema<unknown>[];
  return typed(new AnyOf({ type: "union", options: [tuple<Items>(...items), tuple(...whole)] }));
};

/** Objects told apart by the value of one field. */
export const variants = <T, By extends keyof T & string>(
  by: By,
  options: {
    readonly [Tag in T[By] & string]: Schema<Extract<T, { readonly [Name in By]: Tag }>>;
  },
): Schema<T> =>
  typed(
    new Variants({
      type: "union",
      discriminator: by,
      inclusive: false,
      options: Object.values(options),
      byTag: new Map(Object.entries<z.ZodMiniType>(options)),
    }),
  );

/** Objects told apart by which fields they have; problems are those of the nearest one. */
export const either = <First, Second>(
  first: Shape<First>,
  second: Shape<Second>,
  check?: (value: First | Second) => ReturnType<NonNullable<Parameters<typeof object<First>>[1]>>,
): Schema<First | Second> => {
  const shapes = [first, second];
  return typed(
    new Either({
      type: "union",
      options: [object<First>(first, check), object<Second>(second, check)],
      names: shapes.map((shape) => new Set(Object.keys(shape))),
    }),
  );
};

/** Any of several shapes (`not-a-choice`), where nothing but what is in them tells them apart. */
export const anyOf = <const Options extends readonly unknown[]>(
  ...options: { readonly [Place in keyof Options]: Schema<Options[Place]> }
): Schema<Options[number]> => typed(new AnyOf({ type: "union", options }));

/**
 * zod completes a class when its first schema is made, by loops that an enumerable property on
 * `Object.prototype` would break. One of each is made now, so that a later pollution does not matter.
 */
variants<{ readonly a: "a" }, "a">("a", { a: object({ a: only("a") }) });
either<{ readonly a?: readonly ["a"] }, { readonly b: readonly "b"[] | null }>(
  { a: optional(tuple(choice("a"))) },
  { b: nullable(list(choice("b"), 0)) },
);

/** Makes something on first use and keeps it. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Parses a plain value. */
export function run<T>(schema: Schema<T>, value: Plain): Parsed<T> {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  const { issues, value: parsed } = result as z.core.ParsePayload;
  return issues.length === 0
    ? { ok: true, value: parsed as T }
    : { ok: false, problems: problemsOf(issues as readonly unknown[] as readonly Issue[]) };
}
