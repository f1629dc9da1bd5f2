/**
 * Stands in for `src/core/rule.ts` in the runs of the trace: whatever is tagged with the rule that
 * the environment names does nothing.
 */
import { endingAlone, lettingPass } from "../../src/core/guess.ts";
import type { RuleTag } from "../../src/core/rule.ts";

/** Names the rule to switch off; every rule is on without it. */
const off = process.env["INTERORG_RULE_OFF"];

const isOff = (tag: RuleTag): boolean =>
  off !== undefined && (typeof tag === "string" ? tag === off : tag.includes(off));

/** A guard that lets everything pass, if its rule is off. */
export function guard<F extends (...given: never[]) => unknown>(tag: RuleTag, check: F): F {
  return isOff(tag) ? ((() => null) as unknown as F) : lettingPass(check);
}

/** An effect that does nothing, if its rule is off. */
export function effect<F extends (...given: never[]) => void>(tag: RuleTag, happen: F): F {
  return isOff(tag) ? ((() => undefined) as unknown as F) : endingAlone(happen);
}

/** A view that shows everything, if its rule is off. */
export function view<F extends (...given: never[]) => boolean>(tag: RuleTag, shows: F): F {
  return isOff(tag) ? ((() => true) as unknown as F) : shows;
}
