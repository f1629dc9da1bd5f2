/** What a command was decided on (PROTO-06). */
import type { RefusalCode } from "../../core/refusal.ts";
import type { InputOf } from "../../engine/types.ts";
import { isAsSaid, replaces } from "./replaced.ts";
import type { ReferenceInput, World } from "./state.ts";

/** What a command says that it replaces; `null`: it says nothing of it. */
function wasOf(input: ReferenceInput): object | null {
  const expect = "by" in input ? input.expect : undefined;
  return expect !== undefined && "was" in expect ? (expect.was as object) : null;
}

/** Whether a command has to say what it was decided on, and says nothing; or what it replaces, and replaces nothing. */
export function unexpected({ policy }: World, input: ReferenceInput): RefusalCode[] {
  const required: readonly string[] = policy.expectationRequired;
  const isAsked = "by" in input && required.includes(input.type);
  if (wasOf(input) !== null && !replaces(input.type)) return ["MALFORMED"];
  return isAsked && input.expect === undefined ? ["EXPECTATION_REQUIRED"] : [];
}

/** Whether a command has an outcome in mind: the model makes no events, and takes it for another one. */
export const hasOutcome = (input: ReferenceInput): boolean =>
  "by" in input && input.expect !== undefined && "outcome" in input.expect;

/** Whether what a command was decided on is not so any more. */
export function unmet(world: World, input: ReferenceInput): RefusalCode[] {
  const was = wasOf(input);
  const isOther =
    was !== null && !isAsSaid(world, input as InputOf<Parameters<typeof isAsSaid>[1]["type"]>, was);
  return isOther || hasOutcome(input) ? ["STATE_CHANGED"] : [];
}
