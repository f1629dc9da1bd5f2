/** What can be wrong with a SCIM operation, and the word that SCIM's own errors have for it. */
import type { Problem } from "../../core/refusal.ts";

/** The detail keywords of RFC 7644, 3.12, that a translation can give. */
export type ScimType =
  | "invalidFilter"
  | "invalidSyntax"
  | "invalidPath"
  | "invalidValue"
  | "noTarget"
  | "mutability";

/** Something wrong: where, what, and how an answer in SCIM says it (404 has no keyword). */
export interface ScimProblem extends Problem {
  readonly scimType: ScimType | null;
}

/** A value, or what is wrong with it. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly ScimProblem[] };

/** A place in what was sent. */
export type Place = readonly (string | number)[];

/** An answer that is a value. */
export const good = <Value>(value: Value): Read<Value> => ({ ok: true, value });

/** An answer that is one problem. */
export function bad(
  path: Place,
  problem: string,
  scimType: ScimType | null = "invalidValue",
): { readonly ok: false; readonly problems: readonly ScimProblem[] } {
  return { ok: false, problems: [{ path, problem, scimType }] };
}
