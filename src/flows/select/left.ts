/** Who is concerned when somebody leaves whose tasks others have waited for. */

import type { Identity } from "../../core/notice.ts";
import type { EventEnvelope } from "../../core/outcome.ts";
import { read } from "../../core/transaction.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { FlowsEvents, TaskNamed } from "../model.ts";
import { instanceOf, isInitiator, type Reading, sameIdentity, tasksHeldBy } from "./flows.ts";

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
  const left = tasksLeft(tx.events).filter(({ from }) => sameIdentity(from, identity));
  return initiatorsOf(tx, left, identity);
}

/** The same of the instances in which an identity holds tasks. */
export function initiatorsOfTasksHeld(tx: Reading, identity: Identity): Identity[] {
  return initiatorsOf(tx, tasksHeldBy(tx, identity), identity);
}

function initiatorsOf(
  tx: Reading,
  tasks: readonly Pick<TaskNamed, "instance">[],
  identity: Identity,
): Identity[] {
  const found: Identity[] = [];
  for (const { instance } of tasks) {
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
