/** The trace of a script: a digest of everything that is said to each of its lines, and one of all. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import { played } from "./play.ts";
import { reachedBy } from "./reached.ts";

/** What a runtime is asked to do. */
export interface Task {
  readonly script: string;
  /** Steps to write out in full, from one up to but not including another. */
  readonly show?: readonly [from: number, to: number];
  /** A step whose saying is altered, to see that the trace tells. */
  readonly alter?: number;
}

/** What a runtime answers. */
export interface Trace {
  /** What the runtime believes about where it is. */
  readonly place: { readonly timeZone: string; readonly locale: string; readonly hour: number };
  readonly inputs: number;
  readonly queries: number;
  /** One digest of all that is said, in canonical JSON. */
  readonly hash: string;
  /** One of the same and what stands beside it, as `JSON.stringify` writes it. */
  readonly asWritten: string;
  /** The first hexadecimal digits of each step's own digest. */
  readonly digests: readonly string[];
  /** Each step's line in the script. */
  readonly lines: readonly number[];
  readonly shown: readonly string[];
  /** What the script reached, each once. */
  readonly reached: readonly string[];
}

/** Digits kept of a step's digest: enough to say which one differs, few enough to be committed. */
const DIGITS = 6;

const NEW_YEAR = Date.UTC(2026, 0, 1);

function place(): Trace["place"] {
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, locale, hour: new Date(NEW_YEAR).getHours() };
}

/** Plays a script and takes its trace. */
export function trace({ script, show = [0, 0], alter = -1 }: Task): Trace {
  const all = sha256.create();
  const written = sha256.create();
  const digests: string[] = [];
  const lines: number[] = [];
  const shown: string[] = [];
  const reached = new Set<string>();
  const counts = { input: 0, query: 0, library: 0, policy: 0, end: 0 };
  for (const step of played(script)) {
    const index = digests.length;
    const said = index === alter ? { altered: step.said } : step.said;
    const text = canonicalize([step.line, step.kind, said]) as string;
    const digest = sha256(utf8ToBytes(text));
    all.update(digest);
    written.update(utf8ToBytes(JSON.stringify([said, step.beside ?? null])));
    digests.push(bytesToHex(digest).slice(0, DIGITS));
    lines.push(step.line);
    counts[step.kind] += 1;
    for (const name of reachedBy(step)) reached.add(name);
    if (index >= show[0] && index < show[1]) shown.push(text);
  }
  return {
    place: place(),
    inputs: counts.input,
    queries: counts.query,
    hash: bytesToHex(all.digest()),
    asWritten: bytesToHex(written.digest()),
    digests,
    lines,
    shown,
    reached: [...reached].sort(),
  };
}
