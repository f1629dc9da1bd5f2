/** What a command was decided on (PROTO-06). */
import type { RefusalCode } from "../../core/refusal.ts";
import type { ReferenceInput, World } from "./state.ts";

/** Whether a command has to say what it was decided on, and says nothing. */
export function unexpected({ policy }: World, input: ReferenceInput): RefusalCode[] {
  const required: readonly string[] = policy.expectationRequired;
  const isAsked = "by" in input && required.includes(input.type);
  return isAsked && input.expect === undefined ? ["EXPECTATION_REQUIRED"] : [];
}

/** Whether a command has an outcome in mind: the model makes no events, and takes it for another one. */
export const hasOutcome = (input: ReferenceInput): boolean =>
  "by" in input && input.expect !== undefined && "outcome" in input.expect;

/** Whether what a command was decided on is not so any more. */
export const unmet = (input: ReferenceInput): RefusalCode[] =>
  hasOutcome(input) ? ["STATE_CHANGED"] : [];
