// Aim: the JSON Schemas say what the parsers do, as far as JSON Schema can. Method: read them back with
// zod's own reader and put the samples, whole and spoiled, through both.
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  type JsonSchema,
  jsonSchemas,
  parseEvent,
  parseInput,
  parsePolicy,
  parseQuery,
} from "../../src/schema/index.ts";
import { withoutFields, withStrangeFields } from "./mutations.ts";
import * as samples from "./samples.ts";

const schemas = jsonSchemas();

const all: readonly (readonly [string, JsonSchema])[] = [
  ...(["inputs", "events", "queries"] as const).flatMap((folder) =>
    Object.entries(schemas[folder]).map(([type, schema]) => [`${folder}/${type}`, schema] as const),
  ),
  ["policy", schemas.policy],
];

test("there is one for every type", () => {
  expect(Object.keys(schemas.inputs).sort()).toEqual(
    [...Object.keys(samples.commands), ...Object.keys(samples.facts)].sort(),
  );
  expect(Object.keys(schemas.events).sort()).toEqual(Object.keys(samples.events).sort());
  expect(Object.keys(schemas.queries).sort()).toEqual(Object.keys(samples.queries).sort());
});

test("each is a draft 2020-12 schema under its own address, plain JSON, closed everywhere", () => {
  for (const [path, schema] of all) {
    expect(schema["$schema"]).toBe("https://json-schema.org/draft/2020-12/schema");
    expect(schema["$id"]).toBe(`https://interorg.dev/schemas/${path}.json`);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    const text = JSON.stringify(schema);
    expect(text).not.toContain('{"not":{}}');
    expect(text.split('"properties":').length, path).toBe(
      text.split('"additionalProperties":false').length,
    );
  }
});

test("patterns and bounds are there", () => {
  const text = JSON.stringify(schemas.inputs["space.create"]);
  expect(text).toContain('"maxLength":128');
  expect(text).toContain('"maxItems":5000');
  expect(text).toContain('"uniqueItems":true');
  expect(text).toContain('"maximum":253402300799999');
});

describe("a schema and its parser agree", () => {
  const cases = [
    ...Object.entries(samples.commands).map(([type, sample]) => ({
      name: type,
      schema: schemas.inputs[type],
      full: samples.command(type, sample.full),
      parse: parseInput,
    })),
    ...Object.entries(samples.facts).map(([type, sample]) => ({
      name: type,
      schema: schemas.inputs[type],
      full: samples.fact(type, sample.full),
      parse: parseInput,
    })),
    ...Object.entries(samples.queries).map(([type, sample]) => ({
      name: type,
      schema: schemas.queries[type],
      full: samples.query(type, sample.full),
      parse: parseQuery,
    })),
    ...Object.entries(samples.events).map(([type, sample]) => ({
      name: type,
      schema: schemas.events[type],
      full: samples.event(type, sample.full),
      parse: (value: unknown) => parseEvent(value),
    })),
    { name: "policy", schema: schemas.policy, full: { personCap: 5 }, parse: parsePolicy },
  ];

  test.each(cases)("$name", ({ schema, full, parse }) => {
    const read = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
    expect(read.safeParse(full).success).toBe(true);
    for (const { title, value } of [...withoutFields(full), ...withStrangeFields(full)]) {
      expect(read.safeParse(value).success, title).toBe(parse(value).ok);
    }
  });
});
