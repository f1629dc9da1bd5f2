/** Every record there is, as one immutable value: for tests, simulations, previews, small services. */

import { broken } from "../core/invariant.ts";
import { compareKeys, type Key, keyText, parseKey } from "../core/keys.ts";
import { type Effects, type EventEnvelope, RECORD_VERSION } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { draftSet, tableDraft, tablePublish } from "../core/table.ts";
import { begin, timeOf } from "../core/transaction.ts";
import { keyNow, translated } from "../directory/translating.ts";
import type { RefusalsOf } from "./codes.ts";
import { effectsOf, open, withChanges } from "./decide.ts";
import { evolvers } from "./evolvers.ts";
import { GUIDANCE } from "./guidance.ts";
import { copyRecord } from "./records.ts";
import { run } from "./run.ts";
import { NOTHING, type Slice, sliceEntries } from "./slice.ts";
import type { EngineTx, Event, Input, InputType, StoredRecord } from "./types.ts";

/** A slice that holds every record: a key that is not in it is absent. */
export interface World extends Slice {
  readonly complete: true;
}

/** A World with nothing in it. */
export const emptyWorld: World = { table: NOTHING, complete: true };

/** What becomes of an input in a World. */
export type WorldOutcome<Type extends InputType = InputType> =
  | Effects<Event>
  | { readonly kind: "refused"; readonly refusal: Refusal<RefusalsOf<Type>> };

/**
 * Decides on an input in a World.
 *
 * @returns the outcome, and the World after it: the same one if nothing changed
 */
export function apply<I extends Input>(
  world: World,
  input: I,
  policy: Policy,
): { readonly world: World; readonly outcome: WorldOutcome<I["type"]> } {
  const tx = open(world, input);
  const refusal = run(tx, input, policy);
  if (refusal !== null) {
    return { world, outcome: { kind: "refused", refusal } as WorldOutcome<I["type"]> };
  }
  const outcome = effectsOf(tx);
  const changed = tx.cells.filter((cell) => cell.changed);
  if (changed.length === 0) return { world, outcome };
  return { world: { table: withChanges(world, changed), complete: true }, outcome };
}

/** The World that events lead to, from a World that is theirs to start from. */
export function replay(events: Iterable<Event>, from: World = emptyWorld): World {
  let tx: EngineTx | null = null;
  for (const event of events) {
    // One private transaction for all: each record is copied once and published once.
    tx ??= begin(from.table, true, evolvers, event.input, event.at, copyRecord, GUIDANCE);
    evolveOne(tx, event);
  }
  if (tx === null) return from;
  const changed = tx.cells.filter((cell) => cell.changed);
  return { table: withChanges(from, changed), complete: true };
}

/** Works one event into a transaction. */
export function evolveOne(tx: EngineTx, event: EventEnvelope<string, unknown>): void {
  const evolve = evolvers.get(event.type);
  if (evolve === undefined) broken(`no such event: ${event.type.slice(0, 64)}`);
  // By the keys of whomever it names: it was told in the ids of its moment.
  const data = translated(tx, event.type, event.data, undefined, keyNow(tx));
  evolve(tx as never, data as never, timeOf(event));
}

/**
 * A World written out: plain data, the same for equal contents whatever way they came about. The
 * order of names within a record, which databases change, is no part of that.
 */
export interface Snapshot {
  readonly interorg: "snapshot";
  readonly v: number;
  readonly records: readonly (readonly [key: string, record: StoredRecord])[];
}

/** Writes a World out. */
export function snapshot(world: World): Snapshot {
  const entries = sliceEntries(world).sort((left, right) =>
    compareKeys(left[0] as unknown as Key, right[0] as unknown as Key),
  );
  return {
    interorg: "snapshot",
    v: RECORD_VERSION,
    records: entries.map(([key, record]) => [
      keyText(key as unknown as Key),
      record as StoredRecord,
    ]),
  };
}

/** The World of a snapshot that `interorg/schema` has checked, or that {@link snapshot} gave. */
export function restore({ records }: Snapshot): World {
  const draft = tableDraft(emptyWorld.table);
  for (const [text, record] of records) {
    const [kind, owner, own] = parseKey(text);
    draftSet(draft, kind, owner, own, record);
  }
  return { table: tablePublish(draft), complete: true };
}
