/** Who is concerned when somebody leaves whose tasks others have waited for. */

import type { Identity } from "../../core/notice.ts";
import type { EventEnvelope } from "../../core/outcome.ts";
import { read } from "../../core/transaction.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { FlowsEvents, TaskNamed } from "../model.ts";
import { instanceOf, isPlacedInitiator, type Reading, sameIdentity, tasksHeldBy } from "./flows.ts";
import { isOneself, type Oneself } from "./oneself.ts";

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
export function initiatorsOfTasksLeft(tx: Reading, identity: Identity, self: Oneself): Identity[] {
  return initiatorsOf(tx, tasksLeftBy(tx, identity), self);
}

/** The tasks that an identity held when it left in this step. */
export const tasksLeftBy = (tx: Reading, identity: Identity): Left[] =>
  tasksLeft(tx.events).filter(({ from }) => sameIdentity(from, identity));

/** The same of the instances in which an identity holds tasks. */
export function initiatorsOfTasksHeld(tx: Reading, identity: Identity, self: Oneself): Identity[] {
  return initiatorsOf(tx, tasksHeldBy(tx, identity), self);
}

/** The same of the instances of some tasks; whoever they are, where nobody left. */
export function initiatorsOf(
  tx: Reading,
  tasks: readonly Pick<TaskNamed, "instance">[],
  self: Oneself | null = null,
): Identity[] {
  const found: Identity[] = [];
  for (const { instance } of tasks) {
    const record = instanceOf(tx, instance);
    const { initiator } = record;
    if (!isPlacedInitiator(tx, record)) continue;
    if (self !== null && isOneself(self, initiator)) continue;
    if (!found.some((each) => sameIdentity(each, initiator))) found.push(initiator);
  }
  return found.filter(
    ({ organization, person }) =>
      liveOrganization(tx, organization) !== null &&
      read(tx, "employment", organization, person)?.inService === true,
  );
}
