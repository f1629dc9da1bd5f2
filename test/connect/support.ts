/** A platform to ask, and what every result must keep. */
import * as fc from "fast-check";
import { expect } from "vitest";
import type { Answer, Connected, Need } from "../../src/connect/result.ts";
import type { DirectoryFact } from "../../src/index.ts";
import { parseInput } from "../../src/schema/index.ts";

/** Looks everything up until there is nothing to look up any more. */
export function answering<Kind extends string>(
  convert: (answers: readonly Answer[]) => Connected<Kind>,
  ask: (need: Need<Kind>) => unknown,
): { readonly result: Connected<Kind>; readonly asked: readonly Need<Kind>[] } {
  const answers: Answer[] = [];
  const asked: Need<Kind>[] = [];
  for (let round = 0; round < 100; round += 1) {
    const result = convert(answers);
    if (result.kind !== "needs") return { result, asked };
    for (const need of result.needs) {
      asked.push(need);
      answers.push({ to: need, body: ask(need) });
    }
  }
  throw new Error("it never has enough");
}

/** The inputs of a result, each one accepted by the parser as it is. */
export function inputsIn(result: Connected): readonly DirectoryFact[] {
  if (result.kind !== "inputs") throw new Error(JSON.stringify(result));
  for (const input of result.inputs) {
    expect(parseInput(input)).toEqual({ ok: true, value: input });
  }
  expect(new Set(result.inputs.map(({ id }) => id)).size).toBe(result.inputs.length);
  return result.inputs;
}

/** What a test says of a fact: all but its id. */
export const said = (facts: readonly DirectoryFact[]) => facts.map(({ id: _, ...rest }) => rest);

/** Every change in order, whether alone or one of many. */
export const changesIn = (
  facts: readonly DirectoryFact[],
): readonly (readonly [string, object])[] =>
  facts.flatMap((fact): readonly (readonly [string, object])[] => {
    if (fact.type === "directory.changed") {
      return fact.data.changes.map(({ type, data }) => [type, data] as const);
    }
    const { organization: _, ...data } = fact.data;
    return [[fact.type, data] as const];
  });

/** Any JSON, and a sound value with something else in one place of it. */
export function spoiled(sound: readonly unknown[]): fc.Arbitrary<unknown> {
  const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
    typeof value === "object" && value !== null
      ? [path, ...Object.entries(value).flatMap(([key, each]) => places(each, [...path, key]))]
      : [path];
  const put = (value: unknown, [name, ...rest]: readonly string[], other: unknown): unknown => {
    if (name === undefined) return other;
    const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
    const fields = copy as Record<string, unknown>;
    fields[name] = put(fields[name], rest, other);
    return copy;
  };
  const other = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom("", "1", "0", 0, -1, 1.5, 1e300, null, [], {}, " ", "\u0000", "x".repeat(400)),
  );
  return fc.oneof(
    fc.jsonValue(),
    fc
      .constantFrom(...sound)
      .chain((value) =>
        fc
          .tuple(fc.constantFrom(...places(value)), other)
          .map(([path, something]) => put(value, path, something)),
      ),
  );
}

/** A result of whatever was given: of one of three kinds, its inputs accepted by the parser. */
export function wellFormed(result: Connected): void {
  if (result.kind === "inputs") {
    inputsIn(result);
  } else if (result.kind === "needs") {
    expect(result.needs.length).toBeGreaterThan(0);
  } else {
    expect(result.problems.length).toBeGreaterThan(0);
    expect(result.problems.length).toBeLessThanOrEqual(20);
    for (const { path, problem } of result.problems) {
      expect(Array.isArray(path)).toBe(true);
      expect(problem).toMatch(/^[a-z-]+$/u);
    }
  }
}
