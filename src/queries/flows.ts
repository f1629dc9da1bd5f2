/** Questions about flows. */
import { instanceShown } from "./flow-instance.ts";
import { handledBy, parkedWith, startedBy, todoOf } from "./flow-lists.ts";
import { mayRoute, routingCandidates } from "./flow-routing.ts";
import type { QueryHandler } from "./handler.ts";

type Own =
  | "flow.may-route"
  | "flow.routing-candidates"
  | "flow.todo"
  | "flow.started"
  | "flow.handled"
  | "flow.instance"
  | "admin.parked";

/** A function for every question about flows. */
export const flowQueries: { readonly [Type in Own]: QueryHandler<Type> } = {
  "flow.may-route": mayRoute,
  "flow.routing-candidates": routingCandidates,
  "flow.todo": todoOf,
  "flow.started": startedBy,
  "flow.handled": handledBy,
  "flow.instance": instanceShown,
  "admin.parked": parkedWith,
};
