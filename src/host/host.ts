import { implausible, type Tolerance } from "../core/plausible.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import {
  type Input,
  type InputOf,
  type InputType,
  type Policy,
  policyFingerprint,
  type Queries,
  type Query,
  type QueryOf,
  type QueryType,
  RECORD_VERSION,
  type Refusal,
} from "../index.ts";
import { type Busy, type Driver, drive, type Plan } from "./driver.ts";
import type { Engine } from "./engine.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { type Patience, patiently, type Unknown, type Withdrawn } from "./patience.ts";
import { type Batch, planInputs, recordedOf, type Settled } from "./plan.ts";
import { type Preview, summarize } from "./preview.ts";
import { nameOf, nameText } from "./scope.ts";
import { type Mismatch, mismatch, type StoreFormatMismatch, stampText } from "./stamp.ts";
import type { EventItem, NoticeItem, Store, TailPage, TailRequest } from "./store.ts";

/** The most inputs of one batch. */
export const BATCH_MAX = 500;

/** What a host is made of. */
export interface HostOptions {
  readonly store: Store;
  readonly policy: Policy;
  /** Waits so many milliseconds before another try; default `setTimeout`. */
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** From 0 to below 1, so that those who wait do not wait in step; default `Math.random`. */
  readonly random?: () => number;
  /** Conflicts before an input is decided with its keys locked; default 3, at least 1. */
  readonly retries?: number;
  /**
   * The time in epoch milliseconds: with it an input whose `at` is far off is `MALFORMED` and is not
   * recorded (PROTO-07), unless its id was settled before. Default none: no time is checked.
   */
  readonly clock?: () => number;
  /** How far `at` may be off the clock; default a day ahead, 20 years behind. */
  readonly tolerance?: Tolerance;
}

/** What one input came to. */
export type Submitted<Type extends InputType = InputType> =
  | Settled<Type>
  | Busy
  | Mismatch
  | Withdrawn
  | Unknown;

/** What a question came to. */
export type Asked<Type extends QueryType = QueryType> =
  | { readonly kind: "answer"; readonly value: Queries[Type]["answer"] }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | Busy
  | Mismatch
  | Withdrawn;

/**
 * Drives decisions over a store: loads, decides, commits, retries. Every call rejects with
 * `StoreUnavailable` where the store's database fails. Whoever gives a {@link Patience} and loses it is
 * told `withdrawn`, or `unknown` while a commit is under way.
 *
 * @example
 * await host.submit(input, { within: 2000, signal: request.signal });
 */
export interface Host {
  /** Settles an input once and for all, its id being its sender's (`scopeOf`); again it gets the same. */
  readonly submit: <Type extends InputType>(
    input: InputOf<Type>,
    patience?: Patience,
  ) => Promise<Submitted<Type>>;
  /**
   * Settles up to {@link BATCH_MAX} inputs in one commit, each on top of the ones before it. At a
   * refusal the batch ends with no effect and no record, or the refused one is left out.
   */
  readonly submitAll: (
    inputs: readonly Input[],
    options: { readonly onRefusal: "abort" | "skip" } & Patience,
  ) => Promise<Batch | Busy | Mismatch | Withdrawn | Unknown>;
  /**
   * What an input would come to now; leaves no trace. Whoever looks is not asked what they expect: `expect`
   * and the policy's `expectationRequired` are left aside (PROTO-06).
   */
  readonly preview: (
    input: Input,
    patience?: Patience,
  ) => Promise<Preview | Busy | Mismatch | Withdrawn>;
  /** Answers as of one moment. */
  readonly ask: <Type extends QueryType>(
    query: QueryOf<Type>,
    patience?: Patience,
  ) => Promise<Asked<Type>>;
  readonly events: (request?: TailRequest) => Promise<TailPage<EventItem>>;
  readonly notices: (request?: TailRequest) => Promise<TailPage<NoticeItem>>;
  /** Removes what the store keeps of keys that never had a record; see `Store`. */
  readonly sweep: () => Promise<number>;
  /**
   * Makes this host's policy the store's. Hosts with the former one get `POLICY_MISMATCH` from now.
   * Does nothing to a store of another version of records.
   */
  readonly adoptPolicy: () => Promise<{ readonly kind: "adopted" } | StoreFormatMismatch>;
  /** Whether this host goes with its store: if not, it decides nothing. */
  readonly ready: () => Promise<{ readonly kind: "ready" } | Mismatch>;
}

function defaultSleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function submitBatch(
  driver: Driver,
  policy: Policy,
  inputs: readonly Input[],
  onRefusal: "abort" | "skip",
): Promise<Batch | Busy | Mismatch> {
  const items = await Promise.all(
    inputs.map(async (input) => ({ input, fingerprint: await fingerprintOf(input) })),
  );
  const names = new Map(inputs.map(nameOf).map((name) => [nameText(name), name]));
  const planner = planInputs(driver.engine, policy, items, onRefusal);
  return drive(driver, planner, [...names.values()]);
}

/** PROTO-07: an input's time is about that of whoever receives it. */
const plausible = guard("PROTO-07", (at: number, now: number, tolerance: Tolerance) => {
  const problem = implausible(at, now, tolerance);
  return problem === null ? null : refuse("MALFORMED", { problems: [problem] });
});

/**
 * A driver for what is received now: an input whose time is far off is refused before anything is
 * decided, once it has been looked up whether its id was settled before.
 */
function receiving(driver: Driver, { clock, tolerance = {} }: HostOptions): Driver {
  const now = clock?.();
  if (now === undefined) return driver;
  const { decide } = driver.engine;
  let lookedUp = false;
  return {
    ...driver,
    engine: {
      ...driver.engine,
      decide: (slice, input, policy) => {
        const refusal = plausible(input.at, now, tolerance);
        if (refusal === null) return decide(slice, input, policy);
        if (lookedUp) return { kind: "refused", refusal, reads: [] };
        lookedUp = true;
        return { kind: "incomplete", needs: [] };
      },
    },
  };
}

function preview(driver: Driver, policy: Policy, input: Input): Promise<Preview | Busy | Mismatch> {
  const { expect: _, ...looked } = input as Input & { readonly expect?: unknown };
  const asking: Policy = { ...policy, expectationRequired: [] };
  return drive<Preview>(
    driver,
    (slice): Plan<Preview> => {
      const decision = driver.engine.decide(slice, looked as Input, asking);
      if (decision.kind === "incomplete") return { kind: "needs", keys: decision.needs };
      return { kind: "done", value: summarize(recordedOf(decision)), commit: null };
    },
    [],
  );
}

function question(driver: Driver, policy: Policy, query: Query): Promise<Asked> {
  return drive<Asked>(
    driver,
    (slice): Plan<Asked> => {
      const reply = driver.engine.ask(slice, query, policy);
      if (reply.kind === "incomplete") return { kind: "needs", keys: reply.needs };
      const value: Asked =
        reply.kind === "answer"
          ? { kind: "answer", value: reply.value }
          : { kind: "refused", refusal: reply.refusal };
      return { kind: "done", value, commit: null };
    },
    [],
  );
}

/** Over what stands alone, so that an upgrade which has begun meanwhile is not undone. */
async function adoptPolicy({ store, policy, stamp }: Driver): ReturnType<Host["adoptPolicy"]> {
  for (;;) {
    const { policy: stored } = await store.load({ keys: [] });
    const found = mismatch(policy, stored);
    if (found.kind === "store-format-mismatch") return found;
    if ((await store.adoptPolicy(stamp, stored)) === stamp) return { kind: "adopted" };
  }
}

/** Makes a host over an engine; tests bring a toy. */
export function createHostOver(engine: Engine, options: HostOptions): Host {
  const { store, policy } = options;
  const fingerprint = policyFingerprint(policy);
  const driver: Driver = {
    engine,
    store,
    policy: fingerprint,
    stamp: stampText({ records: RECORD_VERSION, policy: fingerprint }),
    sleep: options.sleep ?? defaultSleep,
    random: options.random ?? Math.random,
    retries: Math.max(1, options.retries ?? 3),
  };
  const submitted: Host["submitAll"] = (inputs, { onRefusal, ...patience }) =>
    patiently(driver, patience, (each) =>
      submitBatch(receiving(each, options), policy, inputs, onRefusal),
    );
  return {
    submit: async <Type extends InputType>(input: InputOf<Type>, patience: Patience = {}) => {
      const batch = await submitted([input], { ...patience, onRefusal: "skip" });
      // A batch of one that leaves refused inputs out is never aborted.
      const result = batch.kind === "settled" ? batch.results[0] : batch;
      return result as Submitted<Type>;
    },
    submitAll: async (inputs, asked) => {
      if (inputs.length > BATCH_MAX) throw new RangeError(`more than ${BATCH_MAX} inputs`);
      return submitted(inputs, asked);
    },
    preview: (input, patience = {}) =>
      patiently(driver, patience, (each) =>
        preview(receiving(each, options), policy, input),
      ) as ReturnType<Host["preview"]>,
    ask: <Type extends QueryType>(query: QueryOf<Type>, patience: Patience = {}) =>
      patiently(driver, patience, (each) =>
        question(each, policy, query as unknown as Query),
      ) as Promise<Asked<Type>>,
    events: store.events,
    notices: store.notices,
    sweep: store.sweep,
    adoptPolicy: () => adoptPolicy(driver),
    ready: async () => {
      const { policy: stored } = await store.load({ keys: [] });
      return stored === null || stored === driver.stamp
        ? { kind: "ready" }
        : mismatch(driver.policy, stored);
    },
  };
}
