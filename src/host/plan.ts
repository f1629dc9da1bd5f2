import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import {
  type Input,
  type InputType,
  keyText,
  type Outcome,
  type Policy,
  type RecordKey,
  type Refusal,
  type RefusalsOf,
  type Slice,
  type StoredRecord,
} from "../index.ts";
import type { Plan, PlannedCommit, Planner } from "./driver.ts";
import type { Engine } from "./engine.ts";
import { nameOf, nameText } from "./scope.ts";
import type { RecordedOutcome, Settlement } from "./store.ts";

/** An outcome as a sender gets it; `repeated`: it was recorded before, and nothing happened now. */
export type Settled<Type extends InputType = InputType> =
  | (Extract<RecordedOutcome, { readonly kind: "accepted" }> & { readonly repeated: boolean })
  | {
      readonly kind: "refused";
      readonly refusal: Refusal<RefusalsOf<Type>>;
      readonly repeated: boolean;
    };

/** What a batch came to: one outcome per input, or the first refusal, and nothing happened. */
export type Batch =
  | { readonly kind: "settled"; readonly results: readonly Settled[] }
  | { readonly kind: "aborted"; readonly index: number; readonly refusal: Refusal };

/** An input and the fingerprint of its content. */
export interface Item {
  readonly input: Input;
  readonly fingerprint: string;
}

/**
 * Whether sending the same again could come to something else: a fact that came before the one it
 * builds on. Malformed input is told from its content alone, and is no content to keep.
 */
function stays(input: Input, outcome: RecordedOutcome): boolean {
  if (outcome.kind === "accepted") return true;
  const code = outcome.refusal.code;
  return code !== "MALFORMED" && !("from" in input && code.startsWith("UNKNOWN_"));
}

/** PROTO-02: what comes under an id that its sender used before is the same content. */
const sameContent = guard(
  "PROTO-02",
  (settlement: Settlement, item: Item): Refusal<"INPUT_ID_REUSED"> | null =>
    settlement.fingerprint === item.fingerprint
      ? null
      : refuse("INPUT_ID_REUSED", { input: item.input.id }),
);

/** A recorded outcome for the same content; a refusal for other content. */
function again(settlement: Settlement, item: Item): Settled {
  const refusal = sameContent(settlement, item);
  return refusal === null
    ? ({ ...settlement.outcome, repeated: true } as Settled)
    : { kind: "refused", refusal, repeated: false };
}

/**
 * What an input came to before: under its sender's id, or without a sender, as version 0.1.0 recorded
 * it. Of the latter only the same content is a repeat: it may have been anybody's.
 */
function settledBefore({ settled }: Work, { input, fingerprint }: Item): Settlement | undefined {
  const old = settled.get(nameText({ scope: null, input: input.id }));
  return old?.fingerprint === fingerprint ? old : settled.get(nameText(nameOf(input)));
}

/** The work of a batch: what its inputs read, write and come to, one after another. */
interface Work {
  slice: Slice;
  readonly reads: Map<string, RecordKey>;
  readonly writes: Map<string, readonly [RecordKey, StoredRecord | null]>;
  /** By the texts of their names. */
  readonly settled: Map<string, Settlement>;
  readonly fresh: Settlement[];
}

/** A decision as it is kept: without what only this run of it needs. */
export function recordedOf(decision: Exclude<Outcome, { kind: "incomplete" }>): RecordedOutcome {
  if (decision.kind === "refused") return { kind: "refused", refusal: decision.refusal };
  const { slice: _, reads: __, writes: ___, ...outcome } = decision;
  return outcome;
}

/** Decides one input on top of those before it; `null` if keys are lacking. */
function step(engine: Engine, policy: Policy, work: Work, item: Item): Settled | null {
  const known = settledBefore(work, item);
  if (known !== undefined) return again(known, item);
  const decision = engine.decide(work.slice, item.input, policy);
  if (decision.kind === "incomplete") return null;
  for (const key of decision.reads) work.reads.set(keyText(key), key);
  const outcome = recordedOf(decision);
  if (decision.kind === "accepted") {
    for (const write of decision.writes) work.writes.set(keyText(write[0]), write);
    work.slice = decision.slice;
  }
  if (stays(item.input, outcome)) {
    const { input, fingerprint } = item;
    const settlement = { ...nameOf(input), fingerprint, outcome };
    work.settled.set(nameText(settlement), settlement);
    work.fresh.push(settlement);
  }
  return { ...outcome, repeated: false } as Settled;
}

/**
 * What the inputs lack, asked of all of them at once, so that a batch takes few rounds: those that
 * could be decided by now count as done, for others build on them. A wrong guess costs a load.
 */
function lacking(engine: Engine, policy: Policy, work: Work, items: readonly Item[]): RecordKey[] {
  const needs = new Map<string, RecordKey>();
  let { slice } = work;
  for (const item of items) {
    if (settledBefore(work, item) !== undefined) continue;
    const decision = engine.decide(slice, item.input, policy);
    if (decision.kind === "accepted") slice = decision.slice;
    if (decision.kind !== "incomplete") continue;
    for (const key of decision.needs) needs.set(keyText(key), key);
  }
  return [...needs.values()];
}

function commitOf(work: Work): PlannedCommit | null {
  if (work.fresh.length === 0) return null;
  return {
    reads: [...work.reads.values()],
    writes: [...work.writes.values()],
    settlements: work.fresh,
  };
}

/** Plans inputs that are committed together, each seeing what the ones before it did. */
export function planInputs(
  engine: Engine,
  policy: Policy,
  items: readonly Item[],
  onRefusal: "abort" | "skip",
): Planner<Batch> {
  return (slice, settlements): Plan<Batch> => {
    const work: Work = {
      slice,
      reads: new Map(),
      writes: new Map(),
      settled: new Map(settlements),
      fresh: [],
    };
    const results: Settled[] = [];
    for (const [index, item] of items.entries()) {
      const result = step(engine, policy, work, item);
      if (result === null) {
        return { kind: "needs", keys: lacking(engine, policy, work, items.slice(index)) };
      }
      if (result.kind === "refused" && onRefusal === "abort") {
        const value: Batch = { kind: "aborted", index, refusal: result.refusal };
        return { kind: "done", value, commit: null };
      }
      results.push(result);
    }
    return { kind: "done", value: { kind: "settled", results }, commit: commitOf(work) };
  };
}
