/**
 * Tests of rules, titled so that the trace finds them by id and knows what they show. The trace
 * switches each rule off in turn; at least one test of that rule must then fail.
 */
import { test } from "vitest";
import type { RuleId } from "../../src/catalogue/index.ts";

type Run = () => void | Promise<void>;

/** The ways to show that a rule is kept; which of them a rule needs follows from its kind. */
export interface RuleTests {
  /** A guard lets pass what it should. */
  readonly accepts: (what: string, run: Run) => void;
  /** A guard refuses what it should. */
  readonly refuses: (what: string, run: Run) => void;
  /** A view includes what it should. */
  readonly shows: (what: string, run: Run) => void;
  /** A view leaves out what it should. */
  readonly hides: (what: string, run: Run) => void;
  /** An effect comes about. */
  readonly happens: (what: string, run: Run) => void;
  /** An effect does not come about where it should not. */
  readonly doesNot: (what: string, run: Run) => void;
  /** A number exactly reached. */
  readonly at: (what: string, run: Run) => void;
  /** A number not yet reached. */
  readonly below: (what: string, run: Run) => void;
  /** A number exceeded. */
  readonly above: (what: string, run: Run) => void;
  /** An invariant or a term, true of what the test does. */
  readonly holds: (what: string, run: Run) => void;
}

/** The tests of one rule. */
export function rule(id: RuleId): RuleTests {
  const titled = (words: string) => (what: string, run: Run) => test(`${id} ${words} ${what}`, run);
  return {
    accepts: titled("accepts"),
    refuses: titled("refuses"),
    shows: titled("shows"),
    hides: titled("hides"),
    happens: titled("happens"),
    doesNot: titled("does not happen"),
    at: titled("at"),
    below: titled("below"),
    above: titled("above"),
    holds: titled("holds"),
  };
}
