/** A decision over the records it asked for is the decision over all of them. */

import { ROUNDS_MAX } from "../../core/guess.ts";
import type { Policy } from "../../core/policy.ts";
import { tableGet } from "../../core/table.ts";
import { emptySlice, loadSlice, type Slice } from "../../engine/slice.ts";
import type { Input, InputType, Outcome, RecordKey, StoredRecord } from "../../engine/types.ts";
import type { World } from "../../engine/world.ts";
import { canonicalText, expectSame, expectTrue } from "../compare.ts";
import { type Law, type System, stepLaw } from "./law.ts";

/** Loads some of a World's records, absent ones included. */
export function loadFrom(world: World, slice: Slice, keys: readonly RecordKey[]): Slice {
  return loadSlice(
    slice,
    keys.map((key) => [key, (tableGet(world.table, ...key) ?? null) as StoredRecord | null]),
  );
}

/** A decision that loaded what it asked for, round by round. */
export interface Rounds {
  readonly outcome: Outcome;
  readonly rounds: number;
  readonly loaded: ReadonlySet<string>;
}

/** Decides as a host does: starting with nothing, loading what is asked for. */
export function decideByRounds(system: System, world: World, input: Input, policy: Policy): Rounds {
  let slice: Slice = emptySlice;
  const loaded = new Set<string>();
  for (let rounds = 0; rounds <= 64; rounds += 1) {
    const outcome = system.decide(slice, input, policy);
    if (outcome.kind !== "incomplete") return { outcome, rounds, loaded };
    const fresh = outcome.needs.filter((key) => !loaded.has(canonicalText(key)));
    expectTrue(fresh.length === outcome.needs.length, "asked for what was loaded already");
    expectTrue(fresh.length > 0, "incomplete, and asks for nothing");
    for (const key of fresh) loaded.add(canonicalText(key));
    slice = loadFrom(world, slice, fresh);
  }
  throw new Error("still incomplete after 64 rounds");
}

/** What is seen of a decision. */
export function visible(outcome: Outcome): unknown {
  if (outcome.kind === "refused") return { kind: "refused", refusal: outcome.refusal };
  if (outcome.kind === "incomplete") return outcome;
  const { slice: _, reads: __, writes: ___, ...visible } = outcome;
  return visible;
}

/** What is written, by key; the order of writes is that of reading and means nothing. */
function writesOf(outcome: Outcome): unknown {
  if (outcome.kind !== "accepted") return {};
  const writes = outcome.writes.map(([key, record]) => [canonicalText(key), record] as const);
  return writes.sort((left, right) => (left[0] < right[0] ? -1 : 1));
}

/** What is read, in order; asking early for more is no reading. */
export function readsOf(outcome: Outcome): readonly RecordKey[] {
  return outcome.kind === "incomplete" ? [] : outcome.reads;
}

/** Deciding over what was loaded gives the same outcome, reads and writes as over the World. */
export const slicesSuffice: Law = stepLaw(
  "slice = world",
  ({ before, input, outcome }, policy, system) => {
    const { outcome: decided } = decideByRounds(system, before, input, policy);
    expectSame(visible(decided), outcome, "the outcomes over a slice and over the World");
    const whole = system.decide(before, input, policy);
    expectSame(readsOf(decided), readsOf(whole), "the reads over a slice and over the World");
    expectSame(writesOf(decided), writesOf(whole), "the writes over a slice and over the World");
  },
);

/** What is written was read, and what was read was loaded. */
export const writesWithinReads: Law = stepLaw(
  "writes within reads",
  ({ before, input }, policy, system) => {
    const { outcome, loaded } = decideByRounds(system, before, input, policy);
    if (outcome.kind === "incomplete") return;
    const reads = new Set(outcome.reads.map((key) => canonicalText(key)));
    for (const key of reads) expectTrue(loaded.has(key), `read, but not loaded: ${key}`);
    if (outcome.kind === "refused") return;
    for (const [key] of outcome.writes) {
      expectTrue(reads.has(canonicalText(key)), `written, but not read: ${canonicalText(key)}`);
    }
  },
);

/** Keys that a decision may ask for beside those it reads: a few for each of them, and some at first. */
const loadedAtMost = (reads: number): number => 200 + 8 * reads;

/**
 * Every input is decided within eight rounds of loading, and asks for little beside what it reads.
 *
 * @param note is told of every input how many rounds it took
 */
export function needsClose(note: (type: InputType, rounds: number) => void = () => undefined): Law {
  return stepLaw("needs closes", ({ before, input }, policy, system) => {
    const { outcome, rounds, loaded } = decideByRounds(system, before, input, policy);
    note(input.type, rounds);
    expectTrue(rounds <= ROUNDS_MAX, `${input.type} took ${rounds} rounds`);
    const reads = readsOf(outcome).length;
    const few = loaded.size <= loadedAtMost(reads);
    expectTrue(few, `${input.type} loaded ${loaded.size} keys, and read ${reads}`);
  });
}
