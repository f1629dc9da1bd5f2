import type { InputId } from "./ids.ts";
import type { Key } from "./keys.ts";
import type { Notice } from "./notice.ts";
import type { PassedOver } from "./reasons.ts";
import type { Refusal, RefusalCode } from "./refusal.ts";

/** The version of events that this library writes. */
export const EVENT_VERSION = 1;
/** The version of records, in snapshots and in stores, that this library writes. */
export const RECORD_VERSION = 2;

/** Something that happened, as part of one outcome. */
export interface EventEnvelope<Type extends string, Data> {
  /** The version of the event's shape. */
  readonly v: number;
  /** The input whose outcome it is part of, its place there, and the input's time (epoch ms). */
  readonly input: InputId;
  readonly seq: number;
  readonly at: number;
  /** As of when it is, where an earlier input said so: of a line that was put off (DIR-08), the time of its part. */
  readonly asOf?: number;
  /** The place of the event that brought it about; `null` for the input itself. */
  readonly cause: number | null;
  readonly type: Type;
  readonly data: Data;
}

/** An event of one of these types, out of a vocabulary of events. */
export type EventOf<Events, Type extends keyof Events = keyof Events> = {
  readonly [One in Type]: EventEnvelope<One & string, Events[One]>;
}[Type];

/** A record of one of the kinds of `Records`, as read or written. */
export type Stored<Records> = Records[keyof Records];

/** A record as it stands after a decision: `null` when it is gone. */
export type Write<Records> = readonly [
  key: Key<keyof Records & string>,
  record: Stored<Records> | null,
];

/** What an accepted input came to. */
export interface Effects<Event> {
  readonly kind: "accepted";
  /** In order; none when it was already so. */
  readonly events: readonly Event[];
  readonly notices: readonly Notice[];
  /** What the input named and what remained without effect (PROTO-08); absent if there is nothing such. */
  readonly passedOver?: PassedOver;
}

/** The input takes effect: wholly, with everything that follows from it. */
export interface Accepted<Event, Slice, Records> extends Effects<Event> {
  /** The records after it. */
  readonly slice: Slice;
  /** Every key that was read, absent ones included: the outcome is good while these are unchanged. */
  readonly reads: readonly Key<keyof Records & string>[];
  readonly writes: readonly Write<Records>[];
}

/** The input changes nothing. */
export interface Refused<Records, Code extends RefusalCode = RefusalCode> {
  readonly kind: "refused";
  readonly refusal: Refusal<Code>;
  readonly reads: readonly Key<keyof Records & string>[];
}

/** More has to be loaded before anything can be said. */
export interface Incomplete<Records> {
  readonly kind: "incomplete";
  readonly needs: readonly Key<keyof Records & string>[];
}
