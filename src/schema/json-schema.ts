/**
 * The same shapes as JSON Schema (draft 2020-12), for forms, gateways and other languages. A schema
 * says what it can: lengths there count code points, and a set of objects, a page below its count of
 * pages or a total size has no keyword, so what passes there may still be refused here, never the
 * reverse.
 */
import * as z from "zod/mini";
import { commands, events, type Family, facts, queries } from "./families.ts";
import { policyChanges } from "./policy.ts";
import { keywords } from "./shape.ts";

/** A JSON Schema, as plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The schemas of everything that a host takes in, by type. */
export interface JsonSchemas {
  /** Commands and facts. */
  readonly inputs: { readonly [type: string]: JsonSchema };
  readonly events: { readonly [type: string]: JsonSchema };
  readonly queries: { readonly [type: string]: JsonSchema };
  readonly policy: JsonSchema;
}

const ROOT = "https://interorg.dev/schemas";

function schemaAt(path: string, schema: z.ZodMiniType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { metadata: keywords, io: "input" });
  const plain: unknown = JSON.parse(JSON.stringify(rest));
  return { $schema, $id: `${ROOT}/${path}.json`, ...(plain as JsonSchema) };
}

function schemasIn(
  folder: string,
  families: readonly Family<unknown>[],
): { readonly [type: string]: JsonSchema } {
  const found: [string, JsonSchema][] = [];
  for (const { types, schemaOf } of families) {
    for (const type of types) {
      found.push([type, schemaAt(`${folder}/${type}`, schemaOf(type))]);
    }
  }
  return Object.fromEntries(found);
}

/**
 * JSON Schemas of every command and fact (`inputs`), event, question and of a policy. Each has an `$id`
 * under `https://interorg.dev/schemas/`, `inputs/space.create.json` for instance. Made anew on each
 * call, plain JSON without a reference to anything else.
 */
export function jsonSchemas(): JsonSchemas {
  return {
    inputs: schemasIn("inputs", [
      commands,
      facts,
    ] as readonly unknown[] as readonly Family<never>[]),
    events: schemasIn("events", [events]),
    queries: schemasIn("queries", [queries]),
    policy: schemaAt("policy", policyChanges()),
  };
}
