/** Who takes over a task of somebody who leaves. */
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { registeredSuccessor } from "../../directory/select/successor.ts";
import { isPresent } from "../../roster/select/presence.ts";
import type { Reading } from "./flows.ts";
import { type Receiver, receiverOf } from "./receiving.ts";

/** Where a task is worked on: the Host, and the Space in which Members' people do. */
export interface Workplace {
  readonly host: OrganizationId;
  readonly space: SpaceId | null;
}

/** Whether somebody may have a task: of the Host in service, of a Member on the Space's Roster as well. */
export function isEligibleAt(
  tx: Reading,
  host: OrganizationId,
  space: SpaceId | null,
  { organization, person }: Identity,
): boolean {
  if (read(tx, "employment", organization, person)?.inService !== true) return false;
  return organization === host || (space !== null && isPresent(tx, space, organization, person));
}

/**
 * HAND-02, HAND-03, HAND-05: a successor is in service in the organization in which the task waits
 * and, where that is a Member, on the Roster of the Space in which it is worked on; never the leaver.
 * The boundary of routing does not apply.
 */
export const successorEligible = guard(
  ["HAND-02", "HAND-03", "HAND-05"],
  (
    tx: Reading,
    { host, space }: Workplace,
    organization: OrganizationId,
    person: PersonId,
    leaver: PersonId | null,
  ) =>
    person !== leaver && isEligibleAt(tx, host, space, { organization, person })
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person }),
);

/** Who gets a task that is given to a successor: they, or who stands in for them. */
export function receiverAt(
  tx: Reading,
  { host, space }: Workplace,
  successor: Identity,
  leaver: PersonId | null,
): Receiver | null {
  return receiverOf(
    tx,
    successor,
    (standIn) => standIn.person !== leaver && isEligibleAt(tx, host, space, standIn),
  );
}

/** FLOW-19: a successor who is suspended has somebody to stand in who may have the task. */
export const successorTakesTasks = guard(
  "FLOW-19",
  (tx: Reading, where: Workplace, organization: OrganizationId, person: PersonId) =>
    receiverAt(tx, where, { organization, person }, null) === null
      ? refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person })
      : null,
);

/** A successor, or who stands in for them, and how they came to be it. */
export interface Heir {
  readonly to: Identity;
  readonly because: "named" | "registered";
  readonly onBehalfOf?: Identity;
}

/**
 * HAND-02: who takes over a leaver's task: whoever was named, else whoever was
 * registered, as far as they are eligible, or who stands in for them; `null` where nobody is.
 */
export function heirOf(
  tx: Reading,
  where: Workplace,
  { organization, person }: Identity,
  named: PersonId | null,
): Heir | null {
  const heir = (candidate: PersonId | null, because: Heir["because"]): Heir | null => {
    if (candidate === null) return null;
    if (successorEligible(tx, where, organization, candidate, person) !== null) return null;
    const receiver = receiverAt(tx, where, { organization, person: candidate }, person);
    if (receiver === null) return null;
    const { holder: to, ...rest } = receiver;
    return { to, because, ...rest };
  };
  return heir(named, "named") ?? heir(registeredSuccessor(tx, organization, person), "registered");
}
