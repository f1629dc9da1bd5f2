// Aim: every type of input, question, event and record is taken as the vocabulary has it and not
// otherwise. Method: a sample of each, whole and spoiled in every place.
import { describe, expect, test } from "vitest";
import type { RecordKind } from "../../src/index.ts";
import {
  type Parsed,
  parseCommand,
  parseEvent,
  parseFact,
  parseInput,
  parseQuery,
  parseRecord,
} from "../../src/schema/index.ts";
import { at, type Path, withoutFields, withStrangeFields, withWrongTypes } from "./mutations.ts";
import * as samples from "./samples.ts";

type Parse = (value: unknown) => Parsed<unknown>;

const families: readonly (readonly [
  string,
  { readonly [type: string]: samples.Sample },
  (type: string, data: unknown) => object,
  (type: string) => Parse,
])[] = [
  ["command", samples.commands, samples.command, () => parseCommand],
  ["fact", samples.facts, samples.fact, () => parseFact],
  ["input", { ...samples.commands }, samples.command, () => parseInput],
  ["input", { ...samples.facts }, samples.fact, () => parseInput],
  ["query", samples.queries, samples.query, () => parseQuery],
  ["event", samples.events, samples.event, () => parseEvent],
  [
    "record",
    samples.records,
    (_kind, data) => data as object,
    (kind) => (value) => parseRecord(kind as RecordKind, value),
  ],
];

const cases = families.flatMap(([family, byType, wrap, parserOf]) =>
  Object.entries(byType).map(([type, { full, least }]) => ({
    name: `${family} ${type}`,
    full: wrap(type, full),
    least: wrap(type, least ?? full),
    parse: parserOf(type),
  })),
);

const words = (result: Parsed<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.map(({ path, problem }) => `${path.join(".")} ${problem}`);

/** Whether a problem is at a place, above it, or below it. */
const near = (found: Path, path: Path): boolean =>
  found.slice(0, path.length).join("/") === path.slice(0, found.length).join("/");

/** Texts that may say nothing. */
const mayBeEmpty = new Set(["title", "email", "phone", "reason", "search", "level"]);

/** Records with tickets of those who came back, which are below 0 (CAP-08). */
const mayStandAhead: { readonly [name: string]: (path: readonly unknown[]) => boolean } = {
  "record accounts": (path) => path.at(-1) === 2,
  "record deferred": (path) => path.at(-1) === 0,
  "record pool": (path) =>
    ["waiting", "queue"].includes(String(path.at(-3))) && path.at(-2) === "pages",
  "record queue": (path) => path.at(-1) === 0,
  "record queued": (path) => path.at(-1) === 1,
  "record space": ([field, part]) => field === "waiting" && part === "pages",
  "record waiting": (path) => path.at(-1) === 0,
};

describe.each(cases)("$name", ({ name, full, least, parse }) => {
  test("is taken, and comes out equal, separate and as it goes in again", () => {
    for (const sample of [full, least]) {
      const result = parse(sample);
      expect(result).toEqual({ ok: true, value: sample });
      if (!result.ok) return;
      expect(result.value).not.toBe(sample);
      expect(parse(JSON.parse(JSON.stringify(result.value)))).toEqual(result);
    }
  });

  test("the sample is left alone", () => {
    const frozen = JSON.stringify(full);
    parse(full);
    expect(JSON.stringify(full)).toBe(frozen);
  });

  test("needs every field that is not optional", () => {
    for (const { title, value, path } of withoutFields(full)) {
      // Inside an optional object nothing is said by a sample that leaves it out.
      if (at(least, path.slice(0, -1)) === undefined) continue;
      const result = parse(value);
      if (at(least, path) === undefined) expect(result.ok, title).toBe(true);
      else expect(words(result), title).toContain(`${path.join(".")} missing`);
    }
  });

  test("takes no strange field anywhere", () => {
    for (const { title, value, path } of withStrangeFields(full)) {
      expect(words(parse(value)), title).toEqual([`${path.join(".")} unknown-field`]);
    }
  });

  test("takes nothing of another type", () => {
    for (const { title, value, path } of withWrongTypes(full)) {
      if (at(value, path) === -1 && mayStandAhead[name]?.(path) === true) continue;
      if (at(value, path) === "" && mayBeEmpty.has(String(path.at(-1)))) continue;
      const result = parse(value);
      expect(result.ok, title).toBe(false);
      if (result.ok) continue;
      for (const found of result.problems) expect(near(found.path, path), title).toBe(true);
    }
  });
});

describe("the parsers of one half", () => {
  test("do not take the other half's types", () => {
    const refusal = { ok: false, problems: [{ path: ["type"], problem: "unknown-type" }] };
    for (const [type, { full }] of Object.entries(samples.commands)) {
      expect(parseFact(samples.fact(type, full))).toEqual(refusal);
    }
    for (const [type, { full }] of Object.entries(samples.facts)) {
      expect(parseCommand(samples.command(type, full))).toEqual(refusal);
    }
  });
});
