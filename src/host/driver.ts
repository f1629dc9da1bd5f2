import { ROUNDS_MAX } from "../core/guess.ts";
import { keyText, type RecordKey, type Slice } from "../index.ts";
import type { Engine } from "./engine.ts";
import { type Mismatch, mismatch } from "./stamp.ts";
import type { Commit, InputName, LockRequest, Settlement, Store } from "./store.ts";
import { absorb, emptyView, extend, seenIn, type View } from "./view.ts";

/** Nothing was changed: others kept changing what this depends on. It may be sent again as it is. */
export interface Busy {
  readonly kind: "busy";
}

/** A commit without the versions, which the view knows. */
export type PlannedCommit = Pick<Commit, "writes" | "settlements"> & {
  readonly reads: readonly RecordKey[];
};

/** What a planner makes of what is loaded: it lacks keys, or it is done, with or without a commit. */
export type Plan<Value> =
  | { readonly kind: "needs"; readonly keys: readonly RecordKey[] }
  | { readonly kind: "done"; readonly value: Value; readonly commit: PlannedCommit | null };

/**
 * Decides over what is loaded, settlements by the texts of their names; called again with more, or with
 * what has become of it since.
 */
export type Planner<Value> = (
  slice: Slice,
  settlements: ReadonlyMap<string, Settlement>,
) => Plan<Value>;

/** Everything the driver works with. */
export interface Driver {
  readonly engine: Engine;
  readonly store: Pick<Store, "load" | "commit" | "exclusively" | "adoptPolicy">;
  /** The fingerprint of the host's policy. */
  readonly policy: string;
  /** What its store must be kept under: that, and the version of records. */
  readonly stamp: string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
  /** Conflicts before the keys are locked first. */
  readonly retries: number;
}

/** What one input takes at most; those of a batch may build on each other. */
const ROUNDS_EACH = ROUNDS_MAX;
/** On top of that: more means that what is needed keeps moving. */
const ROUNDS_MORE = 40;
/** How often what is written may turn out to be more than was locked to be written. */
const WIDENINGS_MAX = 4;
/** How often keys are let go again because more turned out to be needed. */
const RESTARTS_MAX = ROUNDS_MAX + WIDENINGS_MAX;
/** Milliseconds, doubled with each attempt and spread evenly below that. */
const PAUSE_FIRST = 4;
const PAUSE_MAX = 250;

function pause(driver: Driver, attempt: number): Promise<void> {
  return driver.sleep(driver.random() * Math.min(PAUSE_MAX, PAUSE_FIRST * 2 ** attempt));
}

/** Loads until the planner is done. What it then used was the state as of the last load. */
async function settle<Value>(
  driver: Driver,
  view: View,
  planner: Planner<Value>,
  inputs: readonly InputName[],
): Promise<Extract<Plan<Value>, { kind: "done" }> | Busy | Mismatch> {
  let keys: readonly RecordKey[] = [];
  if (view.known.size === 0) {
    const guess = planner(view.slice, view.settlements);
    if (guess.kind === "needs") keys = guess.keys;
    // Nothing that is stored could make another answer of it: an input of the wrong shape.
    else if (guess.commit === null) return guess;
  }
  const rounds = ROUNDS_MORE + ROUNDS_EACH * inputs.length;
  for (let round = 0; round < rounds; round += 1) {
    await extend(driver.engine, driver.store, view, keys, inputs);
    if (view.policy !== null && view.policy !== driver.stamp)
      return mismatch(driver.policy, view.policy);
    try {
      const plan = planner(view.slice, view.settlements);
      if (plan.kind === "done") return plan;
      keys = plan.keys;
    } catch (thrown) {
      // A store that could not load as of one moment may have shown a state that never was.
      keys = [];
      if (!(await extend(driver.engine, driver.store, view, keys, inputs))) throw thrown;
    }
  }
  return { kind: "busy" };
}

function withVersions(driver: Driver, view: View, planned: PlannedCommit): Commit {
  return { ...planned, policy: driver.stamp, reads: seenIn(view, planned.reads) };
}

function union(keys: readonly RecordKey[], more: readonly RecordKey[]): RecordKey[] {
  const all = new Map(keys.map((key) => [keyText(key), key]));
  for (const key of more) all.set(keyText(key), key);
  return [...all.values()];
}

type Held<Value> =
  | {
      readonly kind: "answer";
      readonly value: Value | Mismatch;
      readonly commit: Commit | null;
    }
  | { readonly kind: "more"; readonly lock: LockRequest }
  | { readonly kind: "needs" };

/** One decision over locked keys: an answer, or the wider set of keys that it takes. */
function decideHeld<Value>(
  driver: Driver,
  held: View,
  planner: Planner<Value>,
  lock: LockRequest,
): Held<Value> {
  if (held.policy !== driver.stamp) {
    return { kind: "answer", value: mismatch(driver.policy, held.policy), commit: null };
  }
  const plan = planner(held.slice, held.settlements);
  if (plan.kind === "needs") return { kind: "needs" };
  if (plan.commit === null) return { kind: "answer", value: plan.value, commit: null };
  const writes = plan.commit.writes.map(([key]) => key);
  const wider = union(lock.writes, writes);
  // A lock that is only shared is never raised: two that did so would wait for each other.
  if (wider.length > lock.writes.length) return { kind: "more", lock: { ...lock, writes: wider } };
  return { kind: "answer", value: plan.value, commit: withVersions(driver, held, plan.commit) };
}

/**
 * Decides while holding its keys, so that a large input is not outrun by many small ones. Keys are
 * locked in one sorted pass; if more are needed, all are let go and locked anew with them. What more
 * is read is found out without locks: most of what a decision asks for is a guess.
 */
async function driveHeld<Value>(
  driver: Driver,
  view: View,
  first: LockRequest,
  planner: Planner<Value>,
): Promise<Value | Busy | Mismatch> {
  let lock = first;
  for (let restart = 0; restart <= RESTARTS_MAX; restart += 1) {
    let outcome: Held<Value> | undefined;
    const result = await driver.store.exclusively(lock, (loaded) => {
      const held = emptyView(driver.engine);
      absorb(driver.engine, held, loaded);
      outcome = decideHeld(driver, held, planner, lock);
      return outcome.kind === "answer" ? outcome.commit : null;
    });
    const decided = outcome as Held<Value> | undefined;
    if (result.kind === "policy-mismatch") return mismatch(driver.policy, result.policy);
    if (decided?.kind === "answer") {
      if (result.kind === "committed" || result.kind === "released") return decided.value;
    } else if (decided?.kind === "more") {
      lock = decided.lock;
      continue;
    } else if (decided?.kind === "needs") {
      const plan = await settle(driver, view, planner, lock.inputs);
      if (plan.kind !== "done") return plan;
      if (plan.commit === null) return plan.value;
      const writes = plan.commit.writes.map(([key]) => key);
      lock = {
        ...lock,
        reads: union(lock.reads, plan.commit.reads),
        writes: union(lock.writes, writes),
      };
      continue;
    }
    await pause(driver, restart);
  }
  return { kind: "busy" };
}

/**
 * Loads, decides, commits if everything read is still as it was, and does all that again if not:
 * a few times freely, then with its keys locked, then it gives up.
 */
export async function drive<Value>(
  driver: Driver,
  planner: Planner<Value>,
  inputs: readonly InputName[],
): Promise<Value | Busy | Mismatch> {
  const view = emptyView(driver.engine);
  let reads: readonly RecordKey[] = [];
  let writes: RecordKey[] = [];
  for (let attempt = 0; attempt < driver.retries; attempt += 1) {
    if (attempt > 0) await pause(driver, attempt);
    const plan = await settle(driver, view, planner, inputs);
    if (plan.kind !== "done") return plan;
    if (plan.commit === null) return plan.value;
    if (view.policy === null) view.policy = await driver.store.adoptPolicy(driver.stamp, null);
    if (view.policy !== driver.stamp) return mismatch(driver.policy, view.policy);
    const result = await driver.store.commit(withVersions(driver, view, plan.commit));
    if (result.kind === "committed") return plan.value;
    if (result.kind === "policy-mismatch") return mismatch(driver.policy, result.policy);
    // What was loaded on a guess and not read is nobody else's hindrance: it is not locked.
    reads = plan.commit.reads;
    writes = plan.commit.writes.map(([key]) => key);
  }
  return driveHeld(driver, view, { reads, writes, inputs }, planner);
}
