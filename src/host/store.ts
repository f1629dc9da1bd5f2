/** What a host needs of a database. Anything that keeps this contract can stand behind a host. */
import type {
  Effects,
  Event,
  InputId,
  Notice,
  OrganizationId,
  RecordKey,
  Refusal,
  StoredRecord,
} from "../index.ts";

/** A key as it was seen: absent keys have version 0, and every commit that writes a key adds 1. */
export interface Seen {
  readonly key: RecordKey;
  readonly version: number;
}

/** A record with its version; `null` when there is none. */
export interface Loaded extends Seen {
  readonly record: StoredRecord | null;
}

/** What an input came to, as kept under its id. */
export type RecordedOutcome =
  | Effects<Event>
  | { readonly kind: "refused"; readonly refusal: Refusal };

/**
 * Who sends under ids of their own: an organization with its commands and facts, support staff with
 * theirs, and the platform. `scopeOf` says it of an input.
 */
export type InputScope = OrganizationId | "support" | "platform";

/** What an input is known by: ids of two scopes have nothing to do with each other. */
export interface InputName {
  readonly scope: InputScope;
  readonly input: InputId;
}

/** An input, a fingerprint of its content, and what it came to: there is one of each scope and id. */
export interface Settlement {
  /** `null` of what version 0.1.0 recorded, which kept ids without their senders. */
  readonly scope: InputScope | null;
  readonly input: InputId;
  readonly fingerprint: string;
  readonly outcome: RecordedOutcome;
}

/** What to load. */
export interface LoadRequest {
  readonly keys: readonly RecordKey[];
  /** Keys loaded before, as they were then: those that have changed since are loaded again. */
  readonly seen?: readonly Seen[];
  /** Inputs whose recorded outcomes are wanted, and those without a sender under the same ids. */
  readonly inputs?: readonly InputName[];
}

/**
 * What was loaded, all of it as of one moment: every key asked for, and of the keys seen before
 * those that have changed. A host that is told of no change knows that everything it holds is the
 * state of that moment.
 */
export interface LoadResult {
  readonly records: readonly Loaded[];
  readonly settlements: readonly Settlement[];
  /** What the store is kept under, as `adoptPolicy` was given it; `null` before the first. */
  readonly policy: string | null;
}

/** One commit: it happens wholly if every read still has its version, or not at all. */
export interface Commit {
  /** What the store must be kept under: the policy and version of records of who decided. */
  readonly policy: string;
  /** Every key read, those written included. */
  readonly reads: readonly Seen[];
  readonly writes: readonly (readonly [key: RecordKey, record: StoredRecord | null])[];
  /** In order. Each is kept whole, and its events and notices go to the tails as well. */
  readonly settlements: readonly Settlement[];
}

/** What became of a commit. Anything but `committed` has changed nothing. */
export type CommitResult =
  | { readonly kind: "committed" }
  /** Something read has changed, or the database asks to try again. */
  | { readonly kind: "conflict" }
  /** One of the inputs has a recorded outcome by now, under its scope and id. */
  | { readonly kind: "recorded" }
  | { readonly kind: "policy-mismatch"; readonly policy: string | null };

/** Keys to hold while deciding: those that may be written, and those that are only read. */
export interface LockRequest {
  readonly reads: readonly RecordKey[];
  readonly writes: readonly RecordKey[];
  readonly inputs: readonly InputName[];
}

/** Where to go on reading a tail, and how much to read. */
export interface TailRequest {
  /** The `next` of the page before; absent means from the beginning. */
  readonly after?: string;
  /** Default 100. */
  readonly limit?: number;
}

/**
 * A page of a tail. What one commit depends on comes before it; nothing that is committed later is
 * ever skipped. `next` is to be kept and handed back, and means nothing to anybody else.
 */
export interface TailPage<Item> {
  readonly items: readonly Item[];
  readonly next: string;
}

/** An event with the scope of its input: that, the input's id and `seq` identify it. */
export interface EventItem {
  /** `null` as in a {@link Settlement}. */
  readonly scope: InputScope | null;
  readonly event: Event;
}

/** A notice with the input it follows from and its place there: the three identify it. */
export interface NoticeItem {
  /** `null` as in a {@link Settlement}. */
  readonly scope: InputScope | null;
  readonly input: InputId;
  readonly seq: number;
  readonly notice: Notice;
}

/**
 * A database of records, outcomes, events and notices. Every call rejects with `StoreUnavailable` where
 * the database fails.
 */
export interface Store {
  readonly load: (request: LoadRequest) => Promise<LoadResult>;
  readonly commit: (commit: Commit) => Promise<CommitResult>;
  /**
   * Holds keys, hands over their records, and commits what `decide` makes of them before letting go;
   * `null` lets go without a commit. The commit's reads and writes must be among the keys held.
   */
  readonly exclusively: (
    request: LockRequest,
    decide: (loaded: LoadResult) => Commit | null,
  ) => Promise<CommitResult | { readonly kind: "released" }>;
  /**
   * Rejects with `InvalidCursor` where `after` was not given out by this store, or stands beyond its
   * end, as after going back to a backup.
   */
  readonly events: (request?: TailRequest) => Promise<TailPage<EventItem>>;
  /** Rejects like `events`. */
  readonly notices: (request?: TailRequest) => Promise<TailPage<NoticeItem>>;
  /**
   * Every record there is, in an order of the store's own that stays; not as of one moment. Rejects
   * like `events`. What reads it is the upgrade of a store whose hosts decide nothing meanwhile.
   */
  readonly records: (request?: TailRequest) => Promise<TailPage<Loaded>>;
  /**
   * Sets what the store is kept under: a text of the hosts', who compare it and no more. Where
   * `instead` is given, only if that is what stands, `null` for nothing. Gives what stands then.
   */
  readonly adoptPolicy: (policy: string, instead?: string | null) => Promise<string | null>;
  /**
   * Removes what is kept of keys that never had a record, and gives how many there were. It may run at
   * any time, beside any load: a version of a key never comes again.
   */
  readonly sweep: () => Promise<number>;
}
