/** Everything that goes in and comes out, joined over the areas. */
import type { AppsEvents } from "../apps/model.ts";
import type { Accepted, EventEnvelope, Incomplete, Refused } from "../core/outcome.ts";
import type { Refusal } from "../core/refusal.ts";
import type { Tx } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { FlowsEvents } from "../flows/model.ts";
import type { GroupsEvents } from "../groups/model.ts";
import type { HierarchyEvents } from "../hierarchy/model.ts";
import type { IndustryEvents } from "../industry/model.ts";
import type { LicensesEvents } from "../licenses/model.ts";
import type { Queries, QueryType } from "../queries/model.ts";
import type { RosterEvents } from "../roster/model.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import type { RefusalsOf } from "./codes.ts";
import type { InputType } from "./inputs.ts";
import type { RecordKey, Records } from "./records.ts";
import type { Slice } from "./slice.ts";

export type * from "./inputs.ts";
export type * from "./records.ts";

/** What happens, by type of event. */
export interface Events
  extends DirectoryEvents,
    IndustryEvents,
    SpacesEvents,
    RosterEvents,
    LicensesEvents,
    GroupsEvents,
    AppsEvents,
    FlowsEvents,
    HierarchyEvents {}
/** The type of an event. */
export type EventType = keyof Events;
/** Something that happened. */
export type Event = {
  readonly [Type in EventType]: EventEnvelope<Type, Events[Type]>;
}[EventType];

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
