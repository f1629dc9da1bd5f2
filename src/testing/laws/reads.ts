/** An outcome rests on the records that it names as read: on all of them, and on nothing else. */
import { keyText } from "../../core/keys.ts";
import { emptySlice } from "../../engine/slice.ts";
import type { Outcome, RecordKey } from "../../engine/types.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { choicesAt, type Law, stepLaw } from "./law.ts";
import { loadFrom } from "./slices.ts";

/** How many reads are left out of one outcome, one at a time. */
const LEFT_OUT = 3;

/** What an outcome says, and what it rests on. */
function said(outcome: Outcome): unknown {
  if (outcome.kind === "incomplete") return outcome;
  if (outcome.kind === "refused") return { refusal: outcome.refusal, reads: outcome.reads };
  const { events, notices, reads } = outcome;
  return { events, notices, reads };
}

/**
 * Deciding again over a slice of exactly the records that an outcome read, be it accepted or refused,
 * gives that outcome; with any one of them left out it is `incomplete`, and names that one. So a host
 * that commits an outcome with its reads loses no race, and one that keeps a refusal with its reads
 * knows when it no longer holds.
 */
export const readsSuffice: Law = stepLaw("reads suffice", (step, policy, system) => {
  const { before, input } = step;
  const whole = system.decide(before, input, policy);
  expectTrue(whole.kind !== "incomplete", "a World holds everything");
  if (whole.kind === "incomplete") return;
  const { reads } = whole;
  const slice = loadFrom(before, emptySlice, reads);
  expectSame(
    said(system.decide(slice, input, policy)),
    said(whole),
    "decided over its reads alone",
  );
  const random = choicesAt(step, 7);
  const left = new Set(Array.from({ length: LEFT_OUT }, () => random.pick(reads)));
  for (const key of left) {
    if (key === undefined) continue;
    const others = reads.filter((each) => each !== key);
    const decided = system.decide(loadFrom(before, emptySlice, others), input, policy);
    const named = `without ${keyText(key)}, which it had read`;
    expectTrue(decided.kind === "incomplete", named);
    const needs: readonly RecordKey[] = decided.kind === "incomplete" ? decided.needs : [];
    expectTrue(
      needs.some((each) => keyText(each) === keyText(key)),
      `${named}: not among what it asks for`,
    );
  }
});
