/**
 * Whether an identity may act: the one place that knows what keeps somebody in service from it. Whoever
 * is suspended stays where they are and keeps what they have; they take part in nothing.
 */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import type { Employed } from "../model.ts";
import type { Reading } from "./organizations.ts";

/** What suspends somebody in service: that they are suspended themselves, or their organization is. */
type Suspended = "person" | "organization";

/** What suspends an identity, or `null`; nobody who is not in service is suspended. */
function suspensionOf(tx: Reading, { organization, person }: Identity): Suspended | null {
  const employment = read(tx, "employment", organization, person);
  if (!employment?.inService) return null;
  const home = read(tx, "organization", organization);
  if (home?.ended) return null;
  if (employment.suspended) return "person";
  return home?.suspended ? "organization" : null;
}

/**
 * DIR-17, DIR-18, FLOW-19: whether nothing suspends an identity, so that it takes part and gets tasks;
 * whether it is in service is asked elsewhere.
 */
export const isAble = view(
  ["DIR-17", "DIR-18", "FLOW-19"],
  (tx: Reading, identity: Identity): boolean => suspensionOf(tx, identity) === null,
);

/** What suspends a whole organization, and so its industry members, whatever becomes of an employee (INDUSTRY-01). */
function suspensionOfAll(tx: Reading, organization: OrganizationId): Suspended | null {
  const home = read(tx, "organization", organization);
  return home?.suspended && !home.ended ? "organization" : null;
}

/** DIR-17, DIR-18: whoever acts or asks in the name of an organization is not suspended there. */
export const actorIsAble = guard(["DIR-17", "DIR-18"], (tx: Reading, by: Actor) => {
  if (!("organization" in by)) return null;
  const { organization } = by;
  const suspended = by.as === undefined ? suspensionOf(tx, by) : suspensionOfAll(tx, organization);
  return suspended === null ? null : refuse("ACTOR_SUSPENDED", { organization, suspended });
});

/** Somebody named under an employment, if still in service under that one. */
export function colleagueNamed(
  tx: Reading,
  organization: OrganizationId,
  named: Employed | null | undefined,
): PersonId | null {
  if (!named) return null;
  const employment = read(tx, "employment", organization, named.person);
  return employment?.inService === true && employment.number === named.number ? named.person : null;
}

/**
 * The colleague who stands in for somebody suspended, if they are still in service under the employment
 * that was meant, and are not suspended themselves; who stands in for them is not looked at (FLOW-19).
 */
export function standInOf(tx: Reading, { organization, person }: Identity): Identity | null {
  const employment = read(tx, "employment", organization, person);
  const named = colleagueNamed(tx, organization, employment?.suspended?.standIn);
  if (named === null) return null;
  const standIn = { organization, person: named };
  return isAble(tx, standIn) ? standIn : null;
}
