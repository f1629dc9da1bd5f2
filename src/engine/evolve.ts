/** The verb for the past: an event that happened, worked into records, one frozen version at a time. */
import { createDraft, finishDraft, freeze } from "immer";
import { broken } from "../core/invariant.ts";
import { begin, MISSING } from "../core/transaction.ts";
import { withChanges } from "./decide.ts";
import { evolvers } from "./evolvers.ts";
import { KEYS } from "./guidance.ts";
import type { Slice } from "./slice.ts";
import type { EngineTx, Event } from "./types.ts";
import { evolveOne } from "./world.ts";

/**
 * The slice after an event. Records that change are drafted and frozen by immer, so nothing of the
 * slice given is touched. The records that the event changes must be loaded.
 */
export function evolve<S extends Slice>(slice: S, event: Event): S {
  const drafts = new Set<object>();
  const draft = (record: object): object => {
    const made = createDraft(record);
    drafts.add(made);
    return made;
  };
  const { table, complete } = slice;
  const tx: EngineTx = begin(table, complete, evolvers, event.input, event.at, draft, KEYS);
  try {
    evolveOne(tx, event);
  } catch (thrown) {
    if (thrown === MISSING) broken("an event about records that are not loaded");
    throw thrown;
  }
  const changed = tx.cells.filter((cell) => cell.changed);
  for (const cell of changed) {
    if (cell.now === null) continue;
    cell.now = drafts.has(cell.now) ? finishDraft(cell.now) : freeze(cell.now, true);
  }
  return { ...slice, table: withChanges(slice, changed) };
}
