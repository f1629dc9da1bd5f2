// Aim: parsers are total: for any value they answer, with the value or with 1 to 20 problems of known
// words. Method: values of every sort, raw JSON, and sound values spoiled at random.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RecordKind } from "../../src/index.ts";
import type { Parsed, ProblemWord } from "../../src/schema/index.ts";
import * as schema from "../../src/schema/index.ts";
import { changed, paths } from "./mutations.ts";
import * as samples from "./samples.ts";

const words: { readonly [Word in ProblemWord]: true } = {
  missing: true,
  "unknown-field": true,
  "not-plain": true,
  "not-an-object": true,
  "not-a-list": true,
  "not-a-string": true,
  "not-a-boolean": true,
  "not-an-integer": true,
  "not-a-choice": true,
  "not-a-key": true,
  "not-a-name": true,
  "not-a-fingerprint": true,
  "unknown-type": true,
  empty: true,
  "ill-formed": true,
  "forbidden-character": true,
  "out-of-range": true,
  "too-long": true,
  "too-few": true,
  "too-many": true,
  "too-deep": true,
  "too-large": true,
  duplicate: true,
  "implausible-time": true,
  "not-after": true,
  "newer-version": true,
  "unknown-version": true,
};

const kinds = Object.keys(samples.records) as RecordKind[];

const parsers: readonly ((value: unknown) => Parsed<unknown>)[] = [
  schema.parseInput,
  schema.parseCommand,
  schema.parseFact,
  schema.parseQuery,
  (value) => schema.parseEvent(value),
  (value) => schema.parseSnapshot(value),
  schema.parsePolicy,
  schema.parseKeyText,
];

function check(parse: (value: unknown) => Parsed<unknown>, value: unknown): Parsed<unknown> {
  const result = parse(value);
  if (result.ok) {
    // What is taken is plain JSON, and is taken again as it is.
    const text = JSON.stringify(result.value);
    // A key is not written as the text it was parsed from.
    if (typeof value === "string") return result;
    const next = parse(JSON.parse(text));
    if (!next.ok || JSON.stringify(next.value) !== text) throw new Error(`not again: ${text}`);
    return result;
  }
  const { length } = result.problems;
  if (length < 1 || length > 20) throw new Error(`${length} problems`);
  for (const { path, problem } of result.problems) {
    if (!Object.hasOwn(words, problem)) throw new Error(`unknown word ${problem}`);
    if (path.length > 40) throw new Error("long path");
    for (const name of path) if (String(name).length > 64) throw new Error("long name in a path");
  }
  return result;
}

let turn = 0;

/** Puts a value through every parser, and through that of one kind of record after the other. */
function checkAll(value: unknown): number {
  turn += 1;
  const kind = kinds[turn % kinds.length] as RecordKind;
  const record = (given: unknown) => schema.parseRecord(kind, given);
  return [...parsers, record].filter((parse) => check(parse, value).ok).length;
}

const anything = fc.anything({
  maxDepth: 5,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});

const sound: readonly object[] = [
  ...Object.entries(samples.commands).map(([type, { full }]) => samples.command(type, full)),
  ...Object.entries(samples.facts).map(([type, { full }]) => samples.fact(type, full)),
  ...Object.entries(samples.queries).map(([type, { full }]) => samples.query(type, full)),
  ...Object.entries(samples.events).map(([type, { full }]) => samples.event(type, full)),
  ...Object.values(samples.records).map(({ full }) => full),
  {
    interorg: "snapshot",
    v: 1,
    records: kinds.map((kind) => [samples.keys[kind], samples.records[kind].full]),
  },
];

/** A sound value with something else in one or two places. */
const spoiled = fc.constantFrom(...sound).chain((value) =>
  fc
    .array(fc.tuple(fc.constantFrom(...paths(value)), fc.oneof(anything, fc.string())), {
      minLength: 1,
      maxLength: 2,
    })
    .map((changes) =>
      changes.reduce<unknown>((before, [path, wrong]) => {
        try {
          return changed(before, path, () => wrong);
        } catch {
          return before;
        }
      }, value),
    ),
);

describe("every parser", () => {
  test("answers for any value", () => {
    fc.assert(
      fc.property(anything, (value) => {
        checkAll(value);
      }),
      { numRuns: 20_000 },
    );
  });

  test("answers for any JSON", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        checkAll(JSON.parse(text));
      }),
      { numRuns: 20_000 },
    );
  });

  test("answers for sound values spoiled somewhere", () => {
    let taken = 0;
    fc.assert(
      fc.property(spoiled, (value) => {
        taken += checkAll(value);
      }),
      { numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(100);
  });

  test("answers for any string as a key", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(samples.keys)),
        fc.string({ unit: "binary" }),
        fc.nat(),
        (key, noise, place) => {
          const cut = place % (key.length + 1);
          check(schema.parseKeyText, key.slice(0, cut) + noise + key.slice(cut));
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
