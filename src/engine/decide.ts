/** The verb for change: an input and the records it needs, in; what follows from it, out. */
import { type Guess, guessKeys } from "../core/guess.ts";
import type { Effects } from "../core/outcome.ts";
import { passedOverOf } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { draftDelete, draftSet, type Table, tableDraft, tablePublish } from "../core/table.ts";
import { begin, type Cell, MISSING, withLacking } from "../core/transaction.ts";
import { evolvers } from "./evolvers.ts";
import { GUIDANCE } from "./guidance.ts";
import { copyRecord } from "./records.ts";
import { run } from "./run.ts";
import type { Slice } from "./slice.ts";
import type { EngineTx, Event, Input, Outcome, RecordKey } from "./types.ts";

/**
 * Decides on a command or a fact.
 *
 * @param slice the records loaded so far; a World works as well
 * @param input the command or fact; see `interorg/schema` for turning unknown data into one
 * @param policy every number and option of the rules
 * @returns `accepted` with everything that follows, `refused` with one code, or `incomplete` with the
 *   keys to load before deciding again (eight rounds at most)
 */
export function decide<I extends Input>(
  slice: Slice,
  input: I,
  policy: Policy,
): Outcome<I["type"]> {
  const tx = open(slice, input);
  let refusal: Refusal | null;
  try {
    refusal = run(tx, input, policy);
  } catch (thrown) {
    if (thrown !== MISSING) throw thrown;
    const needs = guessKeys((guess) => run(open(slice, input, guess), input, policy));
    return { kind: "incomplete", needs: withLacking(needs, tx) };
  }
  const reads = tx.cells.map(keyOf);
  if (refusal !== null) return { kind: "refused", refusal, reads } as unknown as Outcome<I["type"]>;
  const changed = tx.cells.filter((cell) => cell.changed);
  return {
    ...effectsOf(tx),
    slice:
      changed.length === 0
        ? slice
        : { table: withChanges(slice, changed), complete: slice.complete },
    reads,
    writes: changed.map((cell) => [keyOf(cell), cell.now]),
  } as unknown as Outcome<I["type"]>;
}

/** What has come of an input that was accepted. */
export function effectsOf({ told, notices, passedOver }: EngineTx): Effects<Event> {
  const over = passedOverOf(passedOver);
  return {
    kind: "accepted",
    events: told as Event[],
    notices,
    ...(over === null ? {} : { passedOver: over }),
  };
}

/** Starts a decision on an input, or a guess at it that only looks for what there is to load. */
export function open(slice: Slice, input: Input, guess: Guess | null = null): EngineTx {
  const { table, complete } = slice;
  return begin(table, complete, evolvers, input.id, input.at, copyRecord, GUIDANCE, guess);
}

const keyOf = ({ kind, owner, own }: Cell): RecordKey => [kind, owner, own] as unknown as RecordKey;

/** A table with a decision's changes in it; absent records stay noted in an incomplete slice. */
export function withChanges(slice: Slice, changed: readonly Cell[]): Table {
  const draft = tableDraft(slice.table);
  for (const { kind, owner, own, now } of changed) {
    if (now !== null || !slice.complete) draftSet(draft, kind, owner, own, now);
    else draftDelete(draft, kind, owner, own);
  }
  return tablePublish(draft);
}
