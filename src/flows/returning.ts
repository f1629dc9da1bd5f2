/** Whoever is back goes on with the tasks that their departure parked and that nobody was given since. */
import type { InstanceId, OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import type { DirectoryEvents, KeptPeriod, KeptThing } from "../directory/model.ts";
import { colleagueNamed } from "../directory/select/able.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { mayBeBack } from "../roster/select/presence.ts";
import { STAND_INS_MAX, type TaskNamed, type TaskRecord } from "./model.ts";
import { workplaceIn } from "./select/ability.ts";
import { type Deciding, instanceOf, isClosed, type Reading } from "./select/flows.ts";
import { isOver, meets, periodsLeft } from "./select/stand-ins.ts";
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
  policy: Policy,
): void {
  const named: TaskNamed = { instance: id as InstanceId, task: number ?? 0 };
  const record = instanceOf(tx, named.instance);
  const { status, space: own } = record;
  const task = read(tx, "task", named.instance, String(named.task));
  if (status !== "running" || task === null || !waitsStill(task, identity, since)) return;
  if (space !== null && read(tx, "association", space, identity.organization)?.order !== order) {
    return;
  }
  const where = workplaceIn(record, space ?? own, named.instance);
  if (!isEligibleAt(tx, where, identity)) return;
  const receiver = receiverAt(tx, where, identity, null, policy);
  if (receiver === null) return;
  const { holder: to, ...rest } = receiver;
  emit(tx, "task.handed-over", { ...named, from: null, to, because: "reinstated", ...rest });
}

/** RESIGN-07: what is left of a period goes on, if both are in service as then, and no other was set for it since. */
const goesOn = view(
  "RESIGN-07",
  (tx: Reading, organization: OrganizationId, period: KeptPeriod): boolean => {
    const others = periodsLeft(tx, { organization, person: period.person });
    return (
      !isOver(period, tx.at) &&
      colleagueNamed(tx, organization, period) !== null &&
      colleagueNamed(tx, organization, period.standIn) !== null &&
      others.length < STAND_INS_MAX &&
      !others.some((each) => meets(each, period))
    );
  },
);

/** RESIGN-07: whoever is back stands in for others again, and is stood in for. */
export const standInAgain = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization } = data;
    for (const [, , , , , , period] of givenBack(tx, data, "stand-in", tx.at)) {
      if (period === undefined || !goesOn(tx, organization, period)) continue;
      const { number: _, ...rest } = period;
      emit(tx, "stand-in.set", { organization, ...rest, because: "reinstated" });
    }
  },
);

/** RESIGN-07: a Host's person works on its tasks wherever they are. */
export const takeUpAtHost = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">, policy: Policy): void => {
    const { organization, person } = data;
    for (const kept of givenBack(tx, data, "task", tx.at, null)) {
      takeUp(tx, { organization, person }, kept, policy);
    }
  },
);

/** RESIGN-07: a Member's person works on the tasks of a Space once they are on its Roster. */
export const takeUpHere = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.entered">, policy: Policy): void => {
    if (!mayBeBack(data)) return;
    const { space, organization, person } = data;
    for (const kept of givenBack(tx, data, "task", tx.at, space)) {
      takeUp(tx, { organization, person }, kept, policy);
    }
  },
);
