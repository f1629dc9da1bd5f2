/** The document is valid, whole, and served; that it is true, every other test checks. */
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { REFUSAL_CODES } from "interorg";
import { COMMAND_TYPES, FACT_TYPES, REFUSALS } from "interorg/catalogue";
import { jsonSchemas } from "interorg/schema";
import { expect, it } from "vitest";
import { openapiDocument, openapiText } from "../src/openapi/document.ts";

const schemas = openapiDocument().components.schemas;

it("is valid OpenAPI 3.1", async () => {
  const validator = new Validator();
  const result = await validator.validate(JSON.parse(openapiText()));
  expect(result.errors).toBeUndefined();
  expect([result.valid, validator.version]).toEqual([true, "3.1"]);
});

it("would be told from one that is not", async () => {
  const { info, ...rest } = JSON.parse(openapiText());
  expect(info).toBeDefined();
  expect((await new Validator().validate(rest)).valid).toBe(false);
});

it("refers to nothing that it does not have", () => {
  const references = [...openapiText().matchAll(/"#\/components\/schemas\/([^"]+)"/g)];
  const missing = references.map(([, name = ""]) => name).filter((name) => !(name in schemas));
  expect(missing).toEqual([]);
  expect(references.length).toBeGreaterThan(300);
});

it("has a component for every input, question, event and refusal", () => {
  const { inputs, queries, events } = jsonSchemas();
  const wanted = [
    ...[...COMMAND_TYPES, ...FACT_TYPES].map((type) => `input.${type}`),
    ...Object.keys(inputs).map((type) => `input.${type}`),
    ...Object.keys(queries).map((type) => `query.${type}`),
    ...Object.keys(events).map((type) => `event.${type}`),
    ...REFUSAL_CODES.map((code) => `refusal.${code}`),
  ];
  expect(wanted.filter((name) => !(name in schemas))).toEqual([]);
});

it("says what each input can be refused with", () => {
  const { "x-refusals": codes } = schemas["input.space.create"] as { "x-refusals": string[] };
  expect(codes).toEqual(REFUSALS["space.create"]);
});

it("has an operation for every route, with an id of its own", () => {
  const operations = Object.values(openapiDocument().paths).flatMap((path) =>
    Object.values(path as object),
  );
  const ids = operations.map(({ operationId }) => operationId as string);
  expect(new Set(ids).size).toBe(ids.length);
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const unmentioned = Object.keys(openapiDocument().paths).filter((path) => !readme.includes(path));
  expect(unmentioned).toEqual([]);
});
