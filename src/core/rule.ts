/**
 * Rules carry their ids in the code: every guard, effect and view is made by one of these, so a
 * search for an id finds it, and a test run can replace this one module to switch a rule off and see
 * which tests notice.
 */

import { endingAlone, lettingPass } from "./guess.ts";
import type { Deciding, Evolving } from "./transaction.ts";

/** One rule id, or the ids of several rules that one value embodies. */
export type RuleTag = string | readonly string[];

type Given = (...given: never[]) => unknown;
type More = Deciding | Evolving;
/** Whoever only looks asks for no more. */
type Looking<F extends Given> = Parameters<F>[0] extends More ? "takes Reading, no more" : unknown;

/** A guard: gives a refusal, or `null` to let the input pass. */
// @__NO_SIDE_EFFECTS__
export function guard<F extends Given>(_rule: RuleTag, check: F & Looking<F>): F {
  return lettingPass(check);
}

/** An effect: makes something happen. */
// @__NO_SIDE_EFFECTS__
export function effect<F extends (...given: never[]) => void>(_rule: RuleTag, happen: F): F {
  return endingAlone(happen);
}

/** A view: says whether something belongs in an answer. */
// @__NO_SIDE_EFFECTS__
export function view<F extends (...given: never[]) => boolean>(
  _rule: RuleTag,
  shows: F & Looking<F>,
): F {
  return shows;
}
