/** Whoever is back goes on with the tasks that their departure parked and that nobody was given since. */
import type { InstanceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect, view } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { DirectoryEvents, KeptThing } from "../directory/model.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { mayBeBack } from "../roster/select/presence.ts";
import type { TaskNamed, TaskRecord } from "./model.ts";
import { type Deciding, instanceOf, isClosed } from "./select/flows.ts";
import { isEligibleAt, receiverAt } from "./select/successors.ts";

/** RESIGN-07: a task waits in the very place where the departure left it. */
const waitsStill = view(
  "RESIGN-07",
  (task: TaskRecord, { organization }: Identity, place: number): boolean =>
    task.holder === null && !isClosed(task) && task.home === organization && task.parked === place,
);

function takeUp(
  tx: Deciding,
  identity: Identity,
  [, space, order, id, number, since]: KeptThing,
): void {
  const named: TaskNamed = { instance: id as InstanceId, task: number ?? 0 };
  const { host, status, space: own } = instanceOf(tx, named.instance);
  const task = read(tx, "task", named.instance, String(named.task));
  if (status !== "running" || task === null || !waitsStill(task, identity, since)) return;
  if (space !== null && read(tx, "association", space, identity.organization)?.order !== order) {
    return;
  }
  const where = { host, space: space ?? own };
  if (!isEligibleAt(tx, where.host, where.space, identity)) return;
  const receiver = receiverAt(tx, where, identity, null);
  if (receiver === null) return;
  const { holder: to, ...rest } = receiver;
  emit(tx, "task.handed-over", { ...named, from: null, to, because: "reinstated", ...rest });
}

/** RESIGN-07: a Host's person works on its tasks wherever they are. */
export const takeUpAtHost = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person } = data;
    for (const kept of givenBack(tx, data, "task", tx.at, null)) {
      takeUp(tx, { organization, person }, kept);
    }
  },
);

/** RESIGN-07: a Member's person works on the tasks of a Space once they are on its Roster. */
export const takeUpHere = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.entered">): void => {
    if (!mayBeBack(data)) return;
    const { space, organization, person } = data;
    for (const kept of givenBack(tx, data, "task", tx.at, space)) {
      takeUp(tx, { organization, person }, kept);
    }
  },
);
