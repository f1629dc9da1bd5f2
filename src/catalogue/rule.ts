import { REFUSAL_CODES, RULE_OF_CODE } from "../core/refusal.ts";

/** Whether the source says a rule, the rule follows from what it says, or it fills a silence. */
export type Strength = "stated" | "derived" | "recommended";

/**
 * What a rule does, which decides the evidence it needs: a guard refuses a command, an effect makes
 * something happen, an invariant is always true, a view shapes an answer, a number is a limit or
 * threshold, a term only names.
 */
export type RuleKind = "guard" | "effect" | "invariant" | "view" | "number" | "term";

/** Whether the library enforces a rule today, will later, or needs it for every input. */
export type RuleStatus = "active" | "upcoming" | "protocol";

/** A fragment of the help page on which a rule rests. */
export interface SourceQuote {
  /** Number of the sentence, `S77` for instance; those about hierarchies begin with `H`. */
  readonly sentence: string;
  /** The fragment in the original Chinese; an ellipsis marks what is left out. */
  readonly text: string;
}

/** A rule as it stands in the register. */
export interface RuleEntry<Id extends string> {
  /** Cited by code, tests and documentation; never reused. */
  readonly id: Id;
  /** The rule as a heading. */
  readonly title: string;
  /** The fragments it comes from, by sentence; empty if the page is silent. */
  readonly source: readonly SourceQuote[];
  /** What the source is taken to mean, exact as to numbers and conditions. */
  readonly reading: string;
  /** How firmly the source supports the reading. */
  readonly strength: Strength;
  /** What the rule does. */
  readonly kind: RuleKind;
  /** Further refusal codes it may lead to, owned by other rules. In order of precedence. */
  readonly raises: readonly string[];
  /** The numbers of the policy it fixes or reads. */
  readonly numbers?: readonly string[];
  /** The options of the policy that change its outcome. */
  readonly options?: readonly string[];
  /** The entries of the ambiguity register it depends on, `AMB-02` for instance. */
  readonly ambiguities: readonly string[];
  /** Whether it is enforced today. */
  readonly status: RuleStatus;
}

/** One rule of the register, with what follows from its id. */
export interface RuleOf<Id extends string> extends RuleEntry<Id> {
  /** The letters of the id. */
  readonly area: Id extends `${infer Letters}-${string}` ? Letters : never;
  /** The refusal codes it owns; no other rule owns them. In order of precedence. */
  readonly codes: readonly string[];
}

/** Makes rules of a part of the register. */
// @__NO_SIDE_EFFECTS__
export function rules<const Id extends string>(
  entries: readonly RuleEntry<Id>[],
): readonly RuleOf<Id>[] {
  return entries.map((entry) => ({
    ...entry,
    area: entry.id.slice(0, entry.id.lastIndexOf("-")) as RuleOf<Id>["area"],
    codes: REFUSAL_CODES.filter((code) => RULE_OF_CODE[code] === entry.id),
  }));
}
