// Aim: any validator can use the JSON Schemas. Method: compile each with Ajv as draft 2020-12, in strict
// mode, all in one registry by their addresses, and judge generated inputs, whole and spoiled, as the
// parser does.
import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { jsonSchemas, parseInput } from "../../src/schema/index.ts";
import { scripts } from "../../src/testing/index.ts";
import { withoutFields, withStrangeFields } from "./mutations.ts";

/** Draft 2020-12 cannot say that one number bounds another: the last piece without how many there are. */
const RELATIONS = ["without data.part.pieces"];

/** How often inputs of a type are spoiled in every way there is. */
const SPOILED_TIMES = 4;

const { policy, ...folders } = jsonSchemas();
const all = [policy, ...Object.values(folders).flatMap((schemas) => Object.values(schemas))];
const ajv = new Ajv2020({ strict: true, allErrors: false });
for (const schema of all) ajv.addSchema(schema);

test("every schema compiles, strictly, and is found by its address", () => {
  const addresses = all.map((schema) => String(schema["$id"]));
  expect(new Set(addresses).size).toBe(all.length);
  for (const address of addresses) expect(ajv.getSchema(address)).toBeTypeOf("function");
});

const isValid = (type: string, input: unknown): boolean =>
  ajv.validate(`https://interorg.dev/schemas/inputs/${type}.json`, input) as boolean;

test("generated inputs are judged as the parser judges them", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(scripts({ maxLength: 150 }), ({ inputs }) => {
      for (const input of inputs) {
        const times = seen.get(input.type) ?? 0;
        seen.set(input.type, times + 1);
        expect(isValid(input.type, input), input.type).toBe(true);
        expect(parseInput(input).ok, input.type).toBe(true);
        if (times >= SPOILED_TIMES) continue;
        for (const { title, value } of [...withoutFields(input), ...withStrangeFields(input)]) {
          if (RELATIONS.includes(title)) continue;
          expect(isValid(input.type, value), `${input.type}: ${title}`).toBe(parseInput(value).ok);
        }
      }
    }),
    { numRuns: 40, seed: 7 },
  );
  expect(seen.size).toBeGreaterThan(60);
});
