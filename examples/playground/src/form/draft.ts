/** The form of an input while it is filled in, and the input that it stands for. */
import type { Input } from "interorg";
import { FACT_TYPES } from "interorg/catalogue";
import { jsonSchemas } from "interorg/schema";
import { identityFrom } from "../panels/choosing.ts";
import { dataSchema, type Schema, schemaFrom } from "./schema.ts";

export const PLATFORM_FACTS: ReadonlySet<string> = new Set([
  "organization.registered",
  "organization.certification-changed",
  "organization.edition-changed",
  "organization.ended",
  "license.purchased",
  "hierarchy.capacity-changed",
]);
export const SUPPORT_COMMANDS: ReadonlySet<string> = new Set([
  "space-quota.expand",
  "person-cap.expand",
  "batch-invitation.enable",
]);

export const SUPPORT = "support";
/** The fact comes from the organization that it is about. */
export const ITSELF = "itself";
export const PLATFORM = "platform";
export const MINUTE = 60_000;

/** A form being filled in. */
export interface Form {
  readonly type: Input["type"];
  /** An identity's text, or one of the words above. */
  readonly sender: string;
  readonly data: unknown;
  readonly id: string;
  readonly at: number;
  readonly touched: ReadonlySet<string>;
  readonly tried: boolean;
}

export const isFact = (type: string): boolean => (FACT_TYPES as readonly string[]).includes(type);

let schemas: { readonly [type: string]: Schema } | null = null;

/** Schemas of all inputs; made on first use, for there are many. */
export function schemaOf(type: string): Schema {
  schemas ??= Object.fromEntries(
    Object.entries(jsonSchemas().inputs).map(([name, each]) => [name, schemaFrom(each)]),
  );
  return dataSchema(schemas[type] ?? {});
}

/** The input as it stands, whatever is missing from it. */
export function inputOf({ type, sender, data, id, at }: Form): unknown {
  if (!isFact(type)) {
    const by = sender === SUPPORT ? { support: "support-1" } : identityFrom(sender);
    return { id, at, by, type, data };
  }
  const about = (data as { readonly organization?: unknown }).organization;
  const from =
    sender === PLATFORM ? { platform: true } : { organization: sender === ITSELF ? about : sender };
  return { id, at, from, type, data };
}

/** An id that no input of the script has. */
export function freshInputId(taken: readonly string[]): string {
  const known = new Set(taken);
  let number = taken.length + 1;
  while (known.has(`input-${number}`)) number += 1;
  return `input-${number}`;
}
