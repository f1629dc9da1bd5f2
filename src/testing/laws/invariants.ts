/** What always holds of a World holds after every step. */
import { invariants } from "../../engine/invariants.ts";
import { expectSame } from "../compare.ts";
import { eventsOf, type Law, stepLaw } from "./law.ts";

/** Nothing impossible is found after any step. */
export const invariantsHold: Law = stepLaw("invariants", (step, policy) => {
  if (eventsOf(step).length === 0) return;
  expectSame(invariants(step.after, policy, { caps: "tolerant", size: true }), [], "the findings");
});
