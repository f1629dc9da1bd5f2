/** Everything that goes in and comes out, joined over the areas. */
import type { Key } from "../core/keys.ts";
import type { Accepted, EventEnvelope, Incomplete, Refused } from "../core/outcome.ts";
import type { Refusal } from "../core/refusal.ts";
import type { Tx } from "../core/transaction.ts";
import type { DirectoryCommand, DirectoryFact } from "../directory/model.ts";
import type { Queries, QueryType } from "../queries/model.ts";
import type { RosterCommand, RosterEvents, RosterRecords } from "../roster/model.ts";
import type { SpacesCommand } from "../spaces/model.ts";
import type { RefusalsOf } from "./codes.ts";
import type { Slice } from "./slice.ts";

/** A request; it may be refused. */
export type Command = DirectoryCommand | SpacesCommand | RosterCommand;
/** Something that has happened; never refused for a business reason. */
export type Fact = DirectoryFact;
/** Whatever can be decided on. */
export type Input = Command | Fact;
/** The type of an input. */
export type InputType = Input["type"];
/** The input of a type. */
export type InputOf<Type extends InputType> = Extract<Input, { readonly type: Type }>;

/** What happens, by type of event. */
export type Events = RosterEvents;
/** The type of an event. */
export type EventType = keyof Events;
/** Something that happened. */
export type Event = {
  readonly [Type in EventType]: EventEnvelope<Type, Events[Type]>;
}[EventType];

/** The records, by kind. */
export type Records = RosterRecords;
/** A kind of record. */
export type RecordKind = keyof Records;
/** A record of some kind. */
export type StoredRecord = Records[RecordKind];
/** A record's address. */
export type RecordKey = Key<RecordKind>;

/** A decision over everything. */
export type EngineTx = Tx<Records, Events>;

/** What becomes of an input of some type. */
export type Outcome<Type extends InputType = InputType> =
  | Accepted<Event, Slice, Records>
  | Refused<Records, RefusalsOf<Type>>
  | Incomplete<Records>;

/** What becomes of a question of some type. */
export type Answer<Type extends QueryType = QueryType> =
  | {
      readonly kind: "answer";
      readonly value: Queries[Type]["answer"];
      /** The answer is good while these are unchanged. */
      readonly reads: readonly RecordKey[];
    }
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly reads: readonly RecordKey[] }
  | Incomplete<Records>;
