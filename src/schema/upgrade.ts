/**
 * What older versions wrote, in the shape of today: a chain of steps, each from one version to the
 * next. A step is pure and total; it gets what a pre-check has copied and need not mind its shape,
 * for the result is parsed like anything else.
 */
import { RECORD_STEPS, takeStep } from "../engine/upgrade-records.ts";
import type { RecordStep } from "../engine/upgrade-step.ts";
import type { Plain, PlainObject } from "./precheck.ts";
import { failed, type Parsed } from "./problems.ts";

/** A record under the text of its key, as some version of a snapshot has it. */
export type PlainEntry = readonly [keyText: string, record: Plain];

/** The steps by the version they start from, for each kind of thing that is kept. */
export interface Upgraders {
  readonly event: { readonly [from: number]: (event: PlainObject) => PlainObject };
  /** All records at once: a newer shape may split or join them. */
  readonly snapshot: {
    readonly [from: number]: (records: readonly PlainEntry[]) => readonly PlainEntry[];
  };
}

/** What a step makes of records, taken in the order of their keys, as a store has them. */
function stepped(step: RecordStep, records: readonly PlainEntry[]): readonly PlainEntry[] {
  const made = new Map<string, unknown>(records);
  // A key that comes twice is refused later on.
  if (made.size < records.length) return records;
  const given = new Set(made.keys());
  takeStep(step, [...given].sort(), made);
  // What comes of plain records is plain; what is not there was only looked for.
  const kept = [...made].filter(([text, record]) => record !== null || given.has(text));
  return kept as unknown as readonly PlainEntry[];
}

/** Events are as they were at first. */
export const UPGRADERS: Upgraders = {
  event: {},
  snapshot: Object.fromEntries(
    Object.entries(RECORD_STEPS).map(([from, step]) => [
      from,
      (records) => stepped(step as RecordStep, records),
    ]),
  ),
};

/** The version something was written in, if it is none that came after the `current` one. */
export function versionOf(value: unknown, current: number): Parsed<number> {
  if (value === undefined) return failed(["v"], "missing");
  if (typeof value !== "number" || !Number.isInteger(value)) return failed(["v"], "not-an-integer");
  if (value > current) return failed(["v"], "newer-version");
  return value < 0 ? failed(["v"], "out-of-range") : { ok: true, value };
}

/** Takes something of a version through the steps to the version this library writes. */
export function upgrade<T>(
  value: T,
  version: number,
  to: number,
  steps: { readonly [from: number]: (value: T) => T },
): Parsed<T> {
  let current = value;
  for (let from = version; from < to; from += 1) {
    const step = Object.hasOwn(steps, from) ? steps[from] : undefined;
    if (step === undefined) return failed(["v"], "unknown-version");
    current = step(current);
  }
  return { ok: true, value: current };
}
