/** What is wrong with a value, in the library's own words; zod's messages are never read. */
import type { Problem } from "../core/refusal.ts";

/** Every word that a problem found by this entry can carry. */
export type ProblemWord =
  // what the value is
  | "missing"
  | "unknown-field"
  | "not-plain"
  | "not-an-object"
  | "not-a-list"
  | "not-a-string"
  | "not-a-boolean"
  | "not-an-integer"
  | "not-a-choice"
  | "not-a-key"
  | "not-a-name"
  | "not-a-fingerprint"
  | "unknown-type"
  // strings
  | "empty"
  | "ill-formed"
  | "forbidden-character"
  // bounds
  | "out-of-range"
  | "too-long"
  | "too-few"
  | "too-many"
  | "too-deep"
  | "too-large"
  | "duplicate"
  // times
  | "implausible-time"
  | "not-after"
  // versions
  | "newer-version"
  | "unknown-version";

/** What a parser gives: the typed value, or at least one and at most 20 problems with it. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Problems reported at most; the rest is left out. */
export const PROBLEMS_MAX = 20;
/** Code units of an unknown field's name that a path repeats, after escaping. */
const NAME_ECHO_MAX = 64;

/**
 * Runs what may meet a throwing proxy, or a realm whose `Object.prototype` was given names that the
 * language or zod itself trips over: the answer is a refusal, never a throw.
 */
export function guarded<T>(look: () => Parsed<T>): Parsed<T> {
  try {
    return look();
  } catch {
    return failed([], "not-plain");
  }
}

/** A place in a value: property names and list positions from its root. */
export type Path = readonly (string | number)[];

/** Makes a problem; the type holds the words together. */
export function problem(path: Path, word: ProblemWord): Problem {
  return { path, problem: word };
}

/** A parser's answer that is one problem. */
export function failed(path: Path, word: ProblemWord): Parsed<never> {
  return { ok: false, problems: [problem(path, word)] };
}

/**
 * A property name as a path may repeat it: the names of unknown fields are the sender's, so whatever
 * is not printable ASCII is escaped and the rest cut off.
 */
export function echoed(name: string): string {
  const start = name.slice(0, NAME_ECHO_MAX);
  const safe = start.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return safe.slice(0, NAME_ECHO_MAX);
}

/** As much of a zod issue as is looked at; every issue is made by our own nodes. */
export interface Issue {
  readonly path: Path;
  readonly params: { readonly problem: ProblemWord };
}

/** The problems that zod's issues stand for, in the order of the fields. */
export function problemsOf(issues: readonly Issue[]): readonly Problem[] {
  return issues.slice(0, PROBLEMS_MAX).map(({ path, params }) => problem(path, params.problem));
}
