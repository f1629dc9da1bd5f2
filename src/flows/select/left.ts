/** Who is concerned when somebody leaves whose tasks others have waited for. */

import type { Identity } from "../../core/notice.ts";
import type { EventEnvelope } from "../../core/outcome.ts";
import { read } from "../../core/transaction.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { FlowsEvents } from "../model.ts";
import { instanceOf, isInitiator, type Reading, sameIdentity } from "./flows.ts";

type Left = FlowsEvents["task.handed-over"] | FlowsEvents["task.parked"];

/** What this step says about tasks that their holder has left. */
function tasksLeft(events: readonly EventEnvelope<string, unknown>[]): Left[] {
  return events
    .filter(({ type }) => type === "task.handed-over" || type === "task.parked")
    .map(({ data }) => data as Left);
}

/**
 * HAND-01: the initiators, still in service, of the instances in which an identity held tasks when it
 * left in this step: each once, the natural person who left not among them, in the order of the tasks.
 */
export function initiatorsOfTasksLeft(tx: Reading, identity: Identity): Identity[] {
  const found: Identity[] = [];
  for (const { from, instance } of tasksLeft(tx.events)) {
    if (!sameIdentity(from, identity)) continue;
    const record = instanceOf(tx, instance);
    const { initiator } = record;
    if (initiator.person === identity.person || !isInitiator(tx, record, initiator)) continue;
    if (!found.some((each) => sameIdentity(each, initiator))) found.push(initiator);
  }
  return found.filter(
    ({ organization, person }) =>
      liveOrganization(tx, organization) !== null &&
      read(tx, "employment", organization, person)?.inService === true,
  );
}
