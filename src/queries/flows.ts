/** Questions about flows. */
import { instanceShown } from "./flow-instance.ts";
import { handledBy, startedBy, todoOf } from "./flow-lists.ts";
import { returnTargets } from "./flow-returns.ts";
import { mayRoute, routingCandidates } from "./flow-routing.ts";
import { openTasks } from "./open-tasks.ts";
import { parkedWith } from "./parked.ts";
import { standInsOf } from "./stand-ins.ts";

/** A function for every question about flows. */
export const flowQueries = {
  "flow.may-route": mayRoute,
  "flow.routing-candidates": routingCandidates,
  "flow.return-targets": returnTargets,
  "flow.todo": todoOf,
  "flow.started": startedBy,
  "flow.handled": handledBy,
  "flow.instance": instanceShown,
  "stand-in.list": standInsOf,
  "admin.parked": parkedWith,
  "admin.open-tasks": openTasks,
};
