/** Stand-ins for a period: set, ended, and over with the employment of either. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Identity, Recipient } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { isUndone } from "../directory/select/kept.ts";
import { actorKnown } from "../spaces/select/spaces.ts";
import { type FlowsCommands, type FlowsEvents, STAND_INS_MAX, TAKEN_OPEN_MAX } from "./model.ts";
import { workplaceIn } from "./select/ability.ts";
import {
  type CommandOf,
  type Deciding,
  identityOf,
  instanceOf,
  type Reading,
  taskOf,
  tasksHeldBy,
} from "./select/flows.ts";
import { saysStandIns } from "./select/saying.ts";
import {
  isForApp,
  isOver,
  meets,
  periodsLeft,
  periodsWith,
  type StandsIn,
} from "./select/stand-ins.ts";
import { receiverAt } from "./select/successors.ts";

type Wish = FlowsCommands["stand-in.set"];

const DAY = 86_400_000;

/** FLOW-14: a period begins before it is over, and is not longer than the policy lets it be. */
const periodFits = guard("FLOW-14", ({ from, until }: Wish, { standInMaxDays }: Policy) =>
  from < until && until - from <= standInMaxDays * DAY
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "until"], problem: "out-of-range" }] }),
);

/** FLOW-14: the person themselves, an admin of their organization, or a head of theirs, as the policy says. */
const actorSays = guard("FLOW-14", (tx: Reading, by: Actor, person: PersonId, policy: Policy) => {
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  return saysStandIns(tx, by, person, policy)
    ? null
    : refuse("NOT_AUTHORIZED_ADMIN", { organization: by.organization });
});

/** PROTO-03: the person is in service. */
const personServes = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, person: PersonId) =>
    read(tx, "employment", organization, person)?.inService === true
      ? null
      : refuse("UNKNOWN_PERSON", { organization, person }),
);

/** FLOW-14: a person has so many periods at most that are not over. */
const periodsFit = guard("FLOW-14", (tx: Reading, principal: Identity) =>
  periodsLeft(tx, principal).length < STAND_INS_MAX
    ? null
    : refuse("MALFORMED", { problems: [{ path: ["data", "from"], problem: "too-many" }] }),
);

/** FLOW-14: no two periods of one person for one app overlap; those that are over are not looked at. */
const isAlone = guard("FLOW-14", (tx: Reading, principal: Identity, wish: Wish) =>
  periodsLeft(tx, principal).some((each) => meets(wish, each))
    ? refuse("STAND_IN_OVERLAPS", principal)
    : null,
);

/** FLOW-14, HAND-03: a stand-in is another person in service in the same organization. */
const standInIsColleague = guard(
  "FLOW-14",
  (tx: Reading, organization: OrganizationId, { person, standIn }: Wish) =>
    standIn !== person && read(tx, "employment", organization, standIn)?.inService === true
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person: standIn }),
);

/** FLOW-14: both know who stands in, and for how long. */
const tellBoth = effect("FLOW-14", (tx: Deciding, set: FlowsEvents["stand-in.set"]): void => {
  const { organization, person, standIn: named, from, until, apps } = set;
  const standIn = named.person;
  const to = [person, standIn].map(
    (each): Recipient => ({ kind: "person", organization, person: each }),
  );
  const period = { organization, person, standIn, from, until };
  const data = apps === undefined ? period : { ...period, apps };
  notify(tx, { kind: "STAND_IN_SET", to, data });
});

/** FLOW-14: somebody stands in from now on, or will. */
const set = effect("FLOW-14", (tx: Deciding, organization: OrganizationId, wish: Wish): void => {
  const { person, standIn: named, from, until, apps } = wish;
  const { number } = must(tx, "employment", organization, named);
  const period = { standIn: { person: named, number }, from, until };
  const whole = { organization, person, ...period, ...(apps === undefined ? {} : { apps }) };
  emit(tx, "stand-in.set", whole);
  tellBoth(tx, whole);
});

/** Somebody says who stands in for a person. */
export function setStandIn(tx: Deciding, { by, data }: CommandOf<"stand-in.set">, policy: Policy) {
  const { person } = data;
  const { organization } = identityOf(by);
  const principal = { organization, person };
  const refusal =
    periodFits(data, policy) ??
    actorKnown(tx, by) ??
    actorSays(tx, by, person, policy) ??
    personServes(tx, organization, person) ??
    periodsFit(tx, principal) ??
    isAlone(tx, principal, data) ??
    standInIsColleague(tx, organization, data);
  if (refusal !== null) return refusal;
  set(tx, organization, data);
  if (data.takeOpen === true) takeOpen(tx, principal, data, policy);
  return null;
}

/**
 * FLOW-14: the tasks that a person holds go to who stands in, if that is so now, as far as the stand-in may have them.
 * What the person has on behalf of others stays: there are no chains.
 */
const takeOpen = effect(
  "FLOW-14",
  (tx: Deciding, from: Identity, wish: Wish, policy: Policy): void => {
    if (wish.from > tx.at || isOver(wish, tx.at)) return;
    for (const { instance, task, space } of tasksHeldBy(tx, from).slice(0, TAKEN_OPEN_MAX)) {
      const record = instanceOf(tx, instance);
      if (!isForApp(wish, record.app)) continue;
      if (taskOf(tx, { instance, task }).onBehalfOf !== undefined) continue;
      const where = workplaceIn(record, space, instance);
      const receiver = receiverAt(tx, where, from, null, policy);
      if (receiver?.onBehalfOf === undefined || receiver.holder.person !== wish.standIn) continue;
      const { holder: to, onBehalfOf } = receiver;
      const because = "stand-in";
      emit(tx, "task.handed-over", { instance, task, from, to, because, onBehalfOf });
    }
  },
);

/** Says that periods are over. */
function end(
  tx: Deciding,
  ended: readonly StandsIn[],
  because: FlowsEvents["stand-in.ended"]["because"],
): void {
  for (const { principal, period } of ended)
    emit(tx, "stand-in.ended", { ...principal, ...period, because });
}

/** FLOW-14: nobody stands in for a person any more in what begins at a time. */
const endFrom = effect("FLOW-14", (tx: Deciding, principal: Identity, from: number): void => {
  const left = periodsLeft(tx, principal).filter((period) => period.from === from);
  end(
    tx,
    left.map((period) => ({ principal, period })),
    "ended",
  );
});

/** Somebody ends a period before its time. */
export function endStandIn(tx: Deciding, { by, data }: CommandOf<"stand-in.end">, policy: Policy) {
  const { person, from } = data;
  const { organization } = identityOf(by);
  const refusal =
    actorKnown(tx, by) ??
    actorSays(tx, by, person, policy) ??
    personServes(tx, organization, person);
  if (refusal === null) endFrom(tx, { organization, person }, from);
  return refusal;
}

/** FLOW-14, RESIGN-01: it ends with the employment of either, and what is over already is forgotten with it. */
export const endWithEmployment = effect(
  ["FLOW-14", "RESIGN-01"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">): void => {
    const { organization, person } = data;
    if (isUndone(tx, data)) return;
    end(tx, periodsWith(tx, { organization, person }), "resigned");
  },
);
