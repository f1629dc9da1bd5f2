/** What a platform answers, with its own code for how the call went. */
import { integer } from "../schema/numbers.ts";
import { counted, open } from "../schema/open.ts";
import type { Path } from "../schema/problems.ts";
import { optional, type Schema } from "../schema/shape.ts";
import type { Need } from "./result.ts";
import { lookUp, note, readAs, type Work } from "./work.ts";

/** How a platform says how a call went. */
export interface Codes {
  /** The field that holds the code; 0 is success. */
  readonly field: string;
  /** Codes that say that there is no such thing. */
  readonly gone: ReadonlySet<number>;
  /** Codes that say that the app may not see it. */
  readonly unseen: ReadonlySet<number>;
}

const code = integer(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);

function codeOf(work: Work, { field }: Codes, body: unknown, path: Path) {
  const schema = open<{ readonly [name: string]: number | undefined }>({
    [field]: optional(counted(code)),
  } as never);
  const read = readAs(work, schema, body, path);
  return read === null ? null : (read[field] ?? 0);
}

/** An answer as it was read, and where it stands. */
export interface Found<T> {
  readonly value: T;
  readonly path: Path;
}

/**
 * The answer to a need. `null` if there is none yet, or none that can be used: then it is said why, as a
 * need, a problem, or something left.
 *
 * @param must whether it is a problem if there is no such thing: a page of a list cannot be gone
 */
export function answered<T, Kind extends string>(
  work: Work<Kind>,
  codes: Codes,
  need: Need<Kind>,
  schema: Schema<T>,
  must = false,
): Found<T> | null {
  const found = lookUp(work, need);
  if (found === undefined) return null;
  const { path, body } = found;
  const { kind, id } = need;
  if (body === null) {
    if (must) note(work, path, "missing");
    else work.left.push({ kind, id, reason: "gone" });
    return null;
  }
  const went = codeOf(work, codes, body, path);
  if (went === null) return null;
  if (went === 0) {
    const value = readAs(work, schema, body, path);
    return value === null ? null : { value, path };
  }
  if (must || !(codes.gone.has(went) || codes.unseen.has(went))) {
    note(work, [...path, codes.field], "failed");
  } else {
    work.left.push({ kind, id, reason: codes.gone.has(went) ? "gone" : "not-seen" });
  }
  return null;
}
