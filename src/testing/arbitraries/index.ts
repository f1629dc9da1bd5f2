/** Generators for fast-check. */
import * as fc from "fast-check";
import type { Policy } from "../../core/policy.ts";
import { HOSTILE_IDS } from "./names.ts";
import { policyOf } from "./policies.ts";
import { randomOf } from "./random.ts";
import { type Script, type ScriptParts, scriptOf } from "./scripts.ts";

export type { ScriptSubject } from "./scene.ts";
export type { Script, ScriptParts } from "./scripts.ts";

const seeds = (): fc.Arbitrary<number> => fc.integer({ min: 0, max: 0xffffffff });

/** Legal ids, ordinary and hostile. */
export function ids(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9_.:@-]{1,24}$/),
    fc.constantFrom(...HOSTILE_IDS),
    fc
      .string({ unit: "binary", minLength: 1, maxLength: 12 })
      .filter((id) => !/[\s\p{C}]/u.test(id)),
  );
}

/** Policies with limits of 2 and 3, in which every option takes every value. */
export function policies(): fc.Arbitrary<Policy> {
  return seeds().map((seed) => policyOf(randomOf(seed)));
}

/**
 * Scripts of inputs, each aimed at the world that those before it made: most are accepted, some are
 * hostile, late, repeated or wrong. A failing script shrinks by leaving inputs out.
 */
export function scripts(
  constraints: ScriptParts & { readonly maxLength?: number } = {},
): fc.Arbitrary<Script> {
  const { maxLength = 100, ...parts } = constraints;
  return fc
    .tuple(
      fc.noShrink(seeds()),
      fc.array(fc.noShrink(seeds()), { minLength: 1, maxLength, size: "max" }),
    )
    .map(([seed, choices]) => scriptOf(seed, choices, parts));
}
