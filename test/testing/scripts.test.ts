/**
 * Aim: what is generated is what laws need: it follows from its seed, prints as code, shrinks to
 * little, and finds a mistake that is planted.
 */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseInput } from "../../src/schema/index.ts";
import {
  checkLaws,
  codesAreDeclared,
  command,
  conserves,
  engine,
  fact,
  ids,
  inputText,
  type Law,
  type Step,
  type System,
  script,
  soak,
  stamped,
} from "../../src/testing/index.ts";
import { defaultPolicy, idProblemOf, policies, scripts } from "./support.ts";

test("ids are legal, policies differ from the default in every option", () => {
  fc.assert(fc.property(ids(), (id) => idProblemOf(id) === null));
  const seen = fc.sample(policies(), { numRuns: 400, seed: 1 });
  for (const name of Object.keys(defaultPolicy) as (keyof typeof defaultPolicy)[]) {
    expect(new Set(seen.map((policy) => JSON.stringify(policy[name]))).size, name).toBeGreaterThan(
      1,
    );
  }
});

test("a script follows from its seed", () => {
  const [one] = fc.sample(scripts({ maxLength: 60 }), { numRuns: 1, seed: 7 });
  const [other] = fc.sample(scripts({ maxLength: 60 }), { numRuns: 1, seed: 7 });
  expect(one).toEqual(other);
});

test("an input prints as the code that makes it", () => {
  const inputs = stamped([
    command("space.create", ["a", "__proto__"], { space: "s", name: "S" }),
    fact("organization.ended", { organization: "a" }, { from: { organization: "b" } }),
  ]);
  expect(script(inputs)).toBe(`${inputs.map(inputText).join(",\n")},\n`);
  expect(inputText(inputs[0])).toBe(
    'command("space.create", ["a", "__proto__"], { space: "s", name: "S" }, { id: "input-1", at: 1 })',
  );
  expect(inputText(inputs[1])).toContain('from: { organization: "b" }');
});

/** A system that forgets to let people leave when they resign. */
const forgetful: System = {
  ...engine,
  apply: (world, input, policy) => {
    const { outcome } = engine.apply(world, input, policy);
    if (outcome.kind === "refused") return { world, outcome };
    const events = outcome.events.filter(
      ({ type, data }) =>
        type !== "roster.left" || (data as { because: string }).because !== "resigned",
    );
    return { world: engine.replay(events, world), outcome: { ...outcome, events } };
  },
};

test("a planted mistake is found, and shown by a short script", () => {
  const { failures } = soak([conserves], { seed: 3, inputs: 20_000, system: forgetful });
  expect(failures).toHaveLength(1);
  expect(failures[0]?.script.inputs.length).toBeLessThan(20);
  expect(failures[0]?.text).toMatch(/the law "conservation" does not hold[\s\S]*person\.hired/);
});

test("laws are properties for fast-check", () => {
  const property = fc.property(scripts({ maxLength: 40 }), (each) =>
    checkLaws(each, [codesAreDeclared, conserves]),
  );
  fc.assert(property, { numRuns: 20 });
});

test("commands say now and then what they replace, as it is and otherwise", () => {
  const met = new Set<string>();
  const watching: Law = {
    name: "what commands replace",
    begin:
      () =>
      ({ input, outcome }: Step) => {
        if (!("by" in input) || input.expect === undefined || !("was" in input.expect)) return;
        met.add(outcome.kind === "refused" ? outcome.refusal.code : outcome.kind);
        expect(parseInput(input)).toMatchObject({ ok: true });
      },
  };
  expect(soak([watching], { seed: 5, inputs: 1500 }).failures).toEqual([]);
  expect([...met]).toEqual(expect.arrayContaining(["accepted", "STATE_CHANGED"]));
});
