/** Who takes over a task of somebody who leaves. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { isOwnDoing } from "../../directory/select/under.ts";
import { isPresentFor } from "../../roster/select/book.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { isMember } from "../../spaces/select/spaces.ts";
import { isSuspendedIn } from "../../spaces/select/suspended.ts";
import { reaches } from "../../spaces/select/trunks.ts";
import type { InstanceRecord, TaskNamed } from "../model.ts";
import { mayGet, type Workplace, workplaceIn } from "./ability.ts";
import { instanceOf, placeIn, type Reading, spaceOfTask, taskOf } from "./flows.ts";
import { type Receiver, receiverNow } from "./receiving.ts";
import { isBarred } from "./signing.ts";
import { isOnStep } from "./stand-ins.ts";

/** Where a task is worked on, by whoever holds it or left it. */
export const workplaceOf = (tx: Reading, named: TaskNamed): Workplace =>
  workplaceIn(instanceOf(tx, named.instance), spaceOfTask(tx, named), named.instance);

/**
 * Whether somebody belongs where a task is worked on: of the Host in service; of a Member on the Space's Roster as well; of
 * an organization below the Trunk present for it (BRANCH-06, ROUTE-04).
 */
function belongsAt(
  tx: Reading,
  { host, space, trunk }: Workplace,
  { organization, person }: Identity,
): boolean {
  if (read(tx, "employment", organization, person)?.inService !== true) return false;
  if (organization === host) return true;
  if (trunk !== undefined) return isPresentFor(tx, trunk, { organization, person });
  return space !== null && isPresent(tx, space, organization, person);
}

/** EXIT-08, FLOW-19: of a Member that is suspended in the Space nobody gets a task there. */
const getsTasks = view(
  ["EXIT-08", "FLOW-19"],
  (tx: Reading, { host, space }: Workplace, { organization }: Identity): boolean =>
    organization === host || space === null || !isSuspendedIn(tx, space, organization),
);

/** Whether somebody may get a task: whoever belongs where it is worked on, unless nobody of their organization does. */
export const isEligibleAt = (tx: Reading, where: Workplace, identity: Identity): boolean =>
  belongsAt(tx, where, identity) && getsTasks(tx, where, identity);

/**
 * HAND-02, HAND-03, HAND-05: a successor is in service in the organization in which the task waits
 * and, where that is a Member, on the Roster of the Space in which it is worked on; never the leaver.
 * The boundary of routing does not apply.
 */
export const successorEligible = guard(
  ["HAND-02", "HAND-03", "HAND-05"],
  (
    tx: Reading,
    where: Workplace,
    organization: OrganizationId,
    person: PersonId,
    leaver: PersonId | null,
  ) =>
    person !== leaver && isEligibleAt(tx, where, { organization, person })
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person }),
);

/** FLOW-14, FLOW-19, FLOW-12: whether somebody may stand in where tasks are worked on: whoever may have them, and could act. */
export const mayStandInAt = (
  tx: Reading,
  where: Workplace,
  standIn: Identity,
  policy: Policy,
): boolean => isEligibleAt(tx, where, standIn) && mayGet(tx, where, standIn, policy);

/** Who gets a task that is given to a successor: they, or who stands in for them; nobody for the initiator (FLOW-15). */
export function receiverAt(
  tx: Reading,
  where: Workplace,
  successor: Identity,
  leaver: PersonId | null,
  policy: Policy,
): Receiver | null {
  if (isBarred(tx, where, successor, policy)) return null;
  const { app, instance } = where;
  return receiverNow(tx, successor, {
    app,
    mayHold: (standIn) => standIn.person !== leaver && mayStandInAt(tx, where, standIn, policy),
    isTaken: (standIn) => instance !== undefined && isOnStep(tx, instance, standIn),
  });
}

/**
 * Whether an organization's people still work on an instance, so that its admins name a successor for a task of it: in
 * one that the Host started, where the app is published to them.
 */
function takesPart(
  tx: Reading,
  { app, host, space, trunk }: InstanceRecord,
  organization: OrganizationId,
): boolean {
  if (organization === host) return true;
  if (trunk !== undefined) return reaches(tx, trunk, organization);
  const spaces = space === null ? must(tx, "app", app).published : [space];
  return spaces.some((each) => isMember(tx, each, organization));
}

/**
 * FLOW-18: who has a task that is open again: who had it, if they are there under the same employment and may have it still;
 * otherwise it waits for their admins, or for those of the Host.
 */
export function seatAgain(
  tx: Reading,
  named: TaskNamed,
  { routingCandidates }: Policy,
): { readonly holder: Identity | null; readonly home: OrganizationId } {
  const record = instanceOf(tx, named.instance);
  const { holder, under, home } = taskOf(tx, named);
  const parked = { holder: null, home: takesPart(tx, record, home) ? home : record.host };
  if (holder === null || !isOwnDoing(tx, holder, under)) return parked;
  const where = workplaceIn(record, placeIn(tx, record, holder), named.instance);
  const isAway =
    routingCandidates === "whole-directory" &&
    takesPart(tx, record, holder.organization) &&
    belongsAt(tx, { ...where, host: holder.organization }, holder);
  return isAway || belongsAt(tx, where, holder) ? { holder, home } : parked;
}

/** FLOW-19: a successor who is suspended has somebody to stand in who may have the task. */
export const successorTakesTasks = guard(
  "FLOW-19",
  (
    tx: Reading,
    where: Workplace,
    organization: OrganizationId,
    person: PersonId,
    policy: Policy,
  ) =>
    receiverAt(tx, where, { organization, person }, null, policy) === null
      ? refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person })
      : null,
);

/** FLOW-12: a successor, or who stands in for them, could act on the task. */
export const successorCanAct = guard(
  "FLOW-12",
  (
    tx: Reading,
    where: Workplace,
    organization: OrganizationId,
    person: PersonId,
    policy: Policy,
  ) => {
    const receiver = receiverAt(tx, where, { organization, person }, null, policy);
    return receiver === null || mayGet(tx, where, receiver.holder, policy)
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person });
  },
);
