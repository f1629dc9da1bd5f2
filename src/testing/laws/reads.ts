/** An outcome rests on the records that it names as read: on all of them, and on nothing else. */
import { keyText } from "../../core/keys.ts";
import { ask } from "../../engine/ask.ts";
import { emptySlice, type Slice } from "../../engine/slice.ts";
import type { Answer, Outcome, RecordKey } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import type { Random } from "../arbitraries/random.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { choicesAt, type Law, stepLaw } from "./law.ts";
import { questionsAbout } from "./questions.ts";
import { loadFrom } from "./slices.ts";

/** How many reads are left out of one outcome, one at a time. */
const LEFT_OUT = 3;

type Said = Outcome | Answer;

/** What is said, and what it rests on; whatever the slice was. */
function plain(said: Said): unknown {
  if (said.kind !== "accepted") return said;
  const { events, notices, reads } = said;
  return { events, notices, reads };
}

/** Over exactly what was read it comes to the same; with one of those left out it asks for that one. */
function restsOnReads(world: World, say: (slice: Slice) => Said, random: Random): void {
  const whole = say(world);
  if (whole.kind === "incomplete") throw new Error("a World holds everything");
  const { reads } = whole;
  const again = say(loadFrom(world, emptySlice, reads));
  expectSame(plain(again), plain(whole), `${whole.kind} over its reads alone`);
  const left = new Set(Array.from({ length: LEFT_OUT }, () => random.pick(reads)));
  for (const key of left) {
    if (key === undefined) continue;
    const others = reads.filter((each) => each !== key);
    const less = say(loadFrom(world, emptySlice, others));
    const named = `without ${keyText(key)}, which it had read`;
    expectTrue(less.kind === "incomplete", `${less.kind} ${named}`);
    const needs: readonly RecordKey[] = less.kind === "incomplete" ? less.needs : [];
    const asks = needs.some((each) => keyText(each) === keyText(key));
    expectTrue(asks, `asks for something else ${named}`);
  }
}

/**
 * Deciding again over a slice of exactly the records that an outcome read, be it accepted or refused,
 * gives that outcome; with any one of them left out it is `incomplete`, and names that one. So a host
 * that commits an outcome with its reads loses no race, and one that keeps a refusal with its reads
 * knows when it no longer holds.
 */
export const readsSuffice: Law = stepLaw("reads suffice", (step, policy, system) => {
  const { before, input } = step;
  restsOnReads(before, (slice) => system.decide(slice, input, policy), choicesAt(step, 7));
});

/** The same of answers to questions, and of their refusals: they may be kept until a read changes. */
export const answersRestOnReads: Law = stepLaw("answers rest on reads", (step, policy) => {
  const random = choicesAt(step, 8);
  if (!random.chance(10)) return;
  for (const query of questionsAbout(step, random, policy)) {
    restsOnReads(step.after, (slice) => ask(slice, query, policy), random);
  }
});
