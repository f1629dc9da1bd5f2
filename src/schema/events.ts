/** Schemas of what events carry. */
import { EVENT_VERSION, type EventEnvelope } from "../core/outcome.ts";
import type { Events } from "../engine/types.ts";
import { appsEvents } from "./apps-kept.ts";
import { directoryEvents } from "./events-directory.ts";
import { rosterEvents, spacesEvents } from "./events-spaces.ts";
import { flowsEvents } from "./flows.ts";
import { groupsEvents } from "./groups.ts";
import { hierarchyEvents } from "./hierarchy.ts";
import { inputId } from "./ids.ts";
import { industryEvents } from "./industry.ts";
import { licensesEvents } from "./licenses.ts";
import { count, integer, time } from "./numbers.ts";
import { nullable, object, only, optional, type Schema, type Table } from "./shape.ts";

/** What each event carries. */
export const eventData: Table<Events> = {
  ...directoryEvents,
  ...spacesEvents,
  ...rosterEvents,
  ...licensesEvents,
  ...groupsEvents,
  ...appsEvents,
  ...flowsEvents,
  ...industryEvents,
  ...hierarchyEvents,
};

/** An event of one type, in the version this library writes. */
export const event = (
  type: string,
  data: Schema<unknown>,
): Schema<EventEnvelope<string, unknown>> =>
  object({
    v: integer(EVENT_VERSION, EVENT_VERSION),
    input: inputId,
    seq: count,
    at: time,
    asOf: optional(time),
    cause: nullable(count),
    type: only(type),
    data,
  });
