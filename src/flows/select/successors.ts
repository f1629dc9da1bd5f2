/** Who takes over a task of somebody who leaves. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { registeredSuccessor } from "../../directory/select/successor.ts";
import { isPresent } from "../../roster/select/presence.ts";
import type { InstanceRecord } from "../model.ts";
import type { Reading } from "./flows.ts";

function isEligible(
  tx: Reading,
  { host, space }: InstanceRecord,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  if (read(tx, "employment", organization, person)?.inService !== true) return false;
  return organization === host || (space !== null && isPresent(tx, space, organization, person));
}

/**
 * HAND-02, HAND-03, HAND-05: a successor is in service in the organization in which the task waits and,
 * where that is a Member, on the Roster of the instance's Space; never the leaver. The boundary of
 * routing does not apply.
 */
export const successorEligible = guard(
  ["HAND-02", "HAND-03", "HAND-05"],
  (
    tx: Reading,
    instance: InstanceRecord,
    organization: OrganizationId,
    person: PersonId,
    leaver: PersonId | null,
  ) =>
    person !== leaver && isEligible(tx, instance, organization, person)
      ? null
      : refuse("SUCCESSOR_NOT_ELIGIBLE", { organization, person }),
);

/** A successor, and how they came to be it. */
export interface Heir {
  readonly person: PersonId;
  readonly because: "named" | "registered";
}

/**
 * HAND-02: who takes over a leaver's task in an instance: whoever was named, else whoever was
 * registered, as far as they are eligible; `null` where nobody is.
 */
export function heirOf(
  tx: Reading,
  instance: InstanceRecord,
  { organization, person }: Identity,
  named: PersonId | null,
): Heir | null {
  const eligible = (candidate: PersonId): boolean =>
    successorEligible(tx, instance, organization, candidate, person) === null;
  if (named !== null && eligible(named)) return { person: named, because: "named" };
  const registered = registeredSuccessor(tx, organization, person);
  return registered !== null && eligible(registered)
    ? { person: registered, because: "registered" }
    : null;
}
