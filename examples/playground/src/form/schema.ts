/** JSON Schema as the forms read it: which kind of field a schema is, and what it begins with. */
import type { JsonSchema } from "interorg/schema";

export type Path = readonly (string | number)[];

/** As much of JSON Schema as the package's schemas use. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

export const schemaFrom = (schema: JsonSchema | undefined): Schema => (schema ?? {}) as Schema;

/** The part of an input's schema that is the form: its data. */
export const dataSchema = (schema: Schema): Schema => schema.properties?.["data"] ?? schema;

/** A schema that allows `null`, without it. */
export function nullable({ anyOf }: Schema): Schema | null {
  if (anyOf?.length !== 2 || !anyOf.some(({ type }) => type === "null")) return null;
  return anyOf.find(({ type }) => type !== "null") ?? null;
}

export const variantsOf = (schema: Schema): readonly Schema[] | null =>
  nullable(schema) === null ? (schema.oneOf ?? schema.anyOf ?? null) : null;

/** What a variant of a union is called: the constant that tells it from the others. */
export function variantName({ properties = {} }: Schema): string {
  const tag = properties["kind"]?.const;
  return typeof tag === "string" ? tag : Object.keys(properties).join(" + ");
}

/** The field that a variant has and no other one: by it variants without a kind are told apart. */
export function ownField(variants: readonly Schema[], { properties = {} }: Schema): string {
  const has = (name: string): number =>
    variants.filter((each) => Object.hasOwn(each.properties ?? {}, name)).length;
  return Object.keys(properties).find((name) => has(name) === 1) ?? "";
}

export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Which variant a value is of; the first while it is of none. */
export function variantOf(variants: readonly Schema[], value: unknown): number {
  if (!isObject(value)) return 0;
  const index = variants.findIndex(({ properties = {} }) => {
    const tag = properties["kind"]?.const;
    return tag === undefined
      ? Object.keys(value).every((name) => Object.hasOwn(properties, name))
      : tag === value["kind"];
  });
  return Math.max(0, index);
}

/** What a union is chosen from: each word of a variant that is one of some words, and every other variant. */
export const alternativesOf = (variants: readonly Schema[]) =>
  variants.flatMap((variant): { name: string; variant: Schema; first: unknown }[] =>
    variant.enum === undefined
      ? [{ name: variantName(variant), variant, first: blank(variant) }]
      : variant.enum.map((word) => ({ name: String(word), variant, first: word })),
  );

/** Which alternative a value is of; the first while it is of none. */
export function alternativeOf(variants: readonly Schema[], value: unknown): number {
  const own = variants[variantOf(variants, value)];
  const index = alternativesOf(variants).findIndex(({ variant, first }) =>
    isObject(value) ? variant === own : first === value,
  );
  return Math.max(0, index);
}

/** An organization and a person: chosen as one. */
export function isIdentity({ properties = {} }: Schema): boolean {
  const names = Object.keys(properties);
  return names.length === 2 && names.includes("organization") && names.includes("person");
}

/** What a field of this schema begins with. */
export function blank(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (nullable(schema) !== null) return null;
  const [variant] = variantsOf(schema) ?? [];
  if (variant !== undefined) return blank(variant);
  if (schema.enum !== undefined) return schema.enum[0];
  switch (schema.type) {
    case "object": {
      const { properties = {}, required = [] } = schema;
      return Object.fromEntries(required.map((name) => [name, blank(properties[name] as Schema)]));
    }
    case "array":
      return schema.minItems === undefined || schema.minItems === 0
        ? []
        : [blank(schema.items ?? {})];
    case "boolean":
      return false;
    case "integer":
      return Math.max(1, schema.minimum ?? 0);
    default:
      return "";
  }
}

/** The value at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const part of path) {
    if (Array.isArray(at) && typeof part === "number") at = at[part];
    else if (isObject(at) && typeof part === "string" && Object.hasOwn(at, part)) at = at[part];
    else return undefined;
  }
  return at;
}

/** A value with another one at a path; `undefined` leaves the field or item out. */
export function withValue(value: unknown, path: Path, next: unknown): unknown {
  const [part, ...rest] = path;
  if (part === undefined) return next;
  if (typeof part === "number") {
    const list = Array.isArray(value) ? [...(value as unknown[])] : [];
    const item = withValue(list[part], rest, next);
    if (item === undefined) list.splice(part, 1);
    else list[part] = item;
    return list;
  }
  const fields = isObject(value) ? value : {};
  const field = withValue(fields[part], rest, next);
  const others = Object.entries(fields).filter(([name]) => name !== part);
  if (field === undefined) return Object.fromEntries(others);
  if (Object.hasOwn(fields, part)) {
    return Object.fromEntries(
      Object.entries(fields).map(([name, each]) => [name, name === part ? field : each]),
    );
  }
  return Object.fromEntries([...others, [part, field]]);
}
