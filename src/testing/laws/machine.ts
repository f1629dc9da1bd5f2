/** What holds of every decision, whatever it is about. */

import { BrokenInvariant } from "../../core/invariant.ts";
import { REFUSALS } from "../../engine/codes.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { eventsOf, type Law, stepLaw } from "./law.ts";

/** Freezes a value and all in it; what is frozen already is taken to be so throughout. */
function freezeDeeply(value: unknown): void {
  if (value === null || typeof value !== "object" || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const each of Object.values(value)) freezeDeeply(each);
}

/** The same World and input give the same outcome, byte for byte, and the same records. */
export const deterministic: Law = stepLaw("determinism", (step, policy, system) => {
  const { input, before, outcome, after } = step;
  const again = system.apply(before, input, policy);
  expectTrue(JSON.stringify(again.outcome) === JSON.stringify(outcome), "the outcomes differ");
  const decided = system.decide(before, input, policy);
  if (decided.kind === "incomplete") throw new Error("a World is never incomplete");
  if (decided.kind === "refused") {
    expectSame({ kind: "refused", refusal: decided.refusal }, outcome, "decide and apply");
    return;
  }
  const { slice, reads: _, writes: __, ...decision } = decided;
  expectSame(decision, outcome, "the outcomes of decide and of apply");
  expectSame(slice.table, after.table, "the records of decide and of apply");
});

/** An input and a World that are frozen throughout are good enough: nothing given is changed. */
export const leavesGivenAlone: Law = stepLaw("inputs never changed", (step, policy, system) => {
  freezeDeeply(step.input);
  freezeDeeply(step.before.table);
  freezeDeeply(policy);
  const { outcome } = system.apply(step.before, step.input, policy);
  expectSame(outcome, step.outcome, "the outcomes on what is frozen and on what is not");
  freezeDeeply(outcome);
  if (outcome.kind === "accepted") system.replay(outcome.events, step.before);
});

/** The texts in a value, however deep. */
function textsIn(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value === "string") found.add(value);
  else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) textsIn(each, found);
  }
  return found;
}

/** An acceptance without events says what it passed over, and nothing that the input does not name. */
export const nothingGoesUnsaid: Law = stepLaw("what had no effect", ({ input, outcome }) => {
  if (outcome.kind === "refused") return;
  const { events, passedOver } = outcome;
  expectTrue(events.length > 0 || passedOver !== undefined, "nothing happened, and no word of why");
  if (passedOver === undefined) return;
  const { count, byReason, first } = passedOver;
  const sum = Object.values(byReason).reduce((left, right) => left + right, 0);
  expectTrue(count === sum && first.length === Math.min(count, 100), "the counts differ");
  // A command that names nothing is about the organization of whoever gives it.
  const named = textsIn("by" in input ? [input.data, input.by] : input.data);
  for (const { id, reason } of first) {
    // A full list names by its silence.
    const unnamed = ["protected", "still-used", "vouched-elsewhere"].includes(reason);
    expectTrue(unnamed || named.has(id), `the input does not name ${id}`);
  }
});

/** A refusal, and an acceptance without events, leave the World as it is: by identity. */
export const refusalsChangeNothing: Law = stepLaw(
  "same slice on refusal",
  (step, policy, system) => {
    const { input, before, after, outcome } = step;
    const still = outcome.kind === "refused" || outcome.events.length === 0;
    expectTrue(!still || before === after, "nothing happened, and yet it is another World");
    if (outcome.kind === "accepted" && outcome.events.length === 0) {
      const decided = system.decide(before, input, policy);
      const same = decided.kind === "accepted" && decided.slice === before;
      expectTrue(same, "nothing happened, and yet it is another slice");
      expectTrue(outcome.notices.length === 0, "nothing happened, and yet somebody is told");
    }
  },
);

/** Events carry their input, their place and their time, and causes point backward. */
export const causesPointBackward: Law = stepLaw("causes point backward", (step) => {
  for (const [place, { v, seq, cause, input, at }] of eventsOf(step).entries()) {
    const own = input === step.input.id && at === step.input.at && v === 1 && seq === place;
    expectTrue(own, `event ${place} does not say which input it is of`);
    expectTrue(cause === null || (cause >= 0 && cause < place), `event ${place} is its own cause`);
  }
});

/** An input is refused only with codes that its type declares. */
export const codesAreDeclared: Law = stepLaw("declared codes", ({ input, outcome }) => {
  if (outcome.kind === "accepted") return;
  const codes: readonly string[] = REFUSALS[input.type];
  const { code } = outcome.refusal;
  expectTrue(codes.includes(code), `${input.type} does not declare ${code}`);
});

/** Reactions come to an end: no decision finds its World impossible. */
export const reactionsEnd: Law = stepLaw("reactions end", ({ input, before }, policy, system) => {
  try {
    system.decide(before, input, policy);
  } catch (thrown) {
    throw thrown instanceof BrokenInvariant ? new Error(`broken: ${thrown.message}`) : thrown;
  }
});

/** EDITION-05, SSO-02: what closes interconnection takes nothing away; it is the only event. */
export const suspendsOnly: Law = stepLaw("suspends, never deletes", (step) => {
  const { type } = step.input;
  const gate = type === "organization.edition-changed" || type === "organization.sso-changed";
  if (!gate) return;
  const others = eventsOf(step).filter((event) => event.type !== type);
  expectSame(others, [], "what else a change of edition or SSO does");
});
