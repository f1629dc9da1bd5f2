/**
 * Whether an identity may act: the one place that knows what keeps somebody in service from it. Whoever
 * is suspended stays where they are and keeps what they have; they take part in nothing.
 */
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import type { Reading } from "./organizations.ts";

/** What suspends somebody in service: that they are suspended themselves, or their organization is. */
type Suspended = "person" | "organization";

/** What suspends an identity, or `null`; nobody who is not in service is suspended. */
function suspensionOf(tx: Reading, { organization, person }: Identity): Suspended | null {
  const employment = read(tx, "employment", organization, person);
  if (employment?.inService !== true) return null;
  if (employment.suspended !== undefined) return "person";
  return read(tx, "organization", organization)?.suspended === true ? "organization" : null;
}

/** Whether somebody in service is suspended themselves, whatever becomes of their organization. */
export function isSuspendedAlone(tx: Reading, identity: Identity): boolean {
  return suspensionOf(tx, identity) === "person";
}

/** DIR-17, DIR-18: whether nothing suspends an identity; whether it is in service is asked elsewhere. */
export const isAble = view(
  ["DIR-17", "DIR-18"],
  (tx: Reading, identity: Identity): boolean => suspensionOf(tx, identity) === null,
);

/** DIR-17, DIR-18: whoever acts or asks in the name of an organization is not suspended there. */
export const actorIsAble = guard(["DIR-17", "DIR-18"], (tx: Reading, by: Actor) => {
  if (!("organization" in by)) return null;
  const { organization } = by;
  const suspended = suspensionOf(tx, by);
  return suspended === null ? null : refuse("ACTOR_SUSPENDED", { organization, suspended });
});

/**
 * The colleague who stands in for somebody suspended, if they are still in service under the employment
 * that was meant, and are not suspended themselves; who stands in for them is not looked at (FLOW-19).
 */
export function standInOf(tx: Reading, { organization, person }: Identity): Identity | null {
  const named = read(tx, "employment", organization, person)?.suspended?.standIn ?? null;
  if (named === null) return null;
  const standIn = { organization, person: named.person };
  const employment = read(tx, "employment", organization, named.person);
  const good = employment?.inService === true && employment.number === named.number;
  return good && isAble(tx, standIn) ? standIn : null;
}
