/** Who is present in a Space or waits for it, and how much room there is. */
import { entryOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { must } from "../../core/transaction.ts";
import type { SpaceRecord } from "../../spaces/model.ts";
import { personCapInForce } from "../../spaces/select/limits.ts";
import type { QueuedEntry, RosterEntry, RosterEvents } from "../model.ts";
import { queuedFor, rosterOf } from "./keys.ts";
import type { Reading } from "./scope.ts";

type Through = RosterEntry[1];
type Places = QueuedEntry[1];

/** The organizations through which a person is on a Space's Roster, with their places of hire. */
export function throughOf(tx: Reading, space: SpaceId, person: PersonId): Through {
  const { roster } = must(tx, "space", space);
  const entry = entryOf<RosterEntry>(tx, rosterOf(space), roster, person);
  return entry?.[1] ?? [];
}

/** The organizations through which a person waits for a Space, with their tickets. */
export function placesOf(tx: Reading, space: SpaceId, person: PersonId): Places {
  const { queued } = must(tx, "space", space);
  if (queued.count === 0) return [];
  const entry = entryOf<QueuedEntry>(tx, queuedFor(space), queued, person);
  return entry?.[1] ?? [];
}

/**
 * Whether somebody who enters may be back from a departure that was none (RESIGN-07). A command lets in
 * only who was not in scope, and of those nothing is kept for that Space.
 */
export const mayBeBack = ({ because }: RosterEvents["roster.entered"]): boolean =>
  because !== "scope";

/** Whether an identity is on a Space's Roster. */
export function isPresent(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  return throughOf(tx, space, person).some(([each]) => each === organization);
}

/** Whether an identity waits for a Space. */
export function isWaiting(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  return placesOf(tx, space, person).some(([each]) => each === organization);
}

/** What counts towards the person cap: persons, or identities (CAP-02). */
export function counted(space: SpaceRecord, policy: Policy): number {
  return policy.personCounting === "distinct-person" ? space.persons : space.identities;
}

/** Whether one more identity of somebody present through these takes a place (CAP-02). */
export function takesPlace(through: Through, policy: Policy): boolean {
  return policy.personCounting === "per-identity" || through.length === 0;
}

/** The places left under a Space's person cap; negative where a cap fell below what is used. */
export function placesLeft(tx: Reading, space: SpaceId, policy: Policy): number {
  const record = must(tx, "space", space);
  const host = must(tx, "organization", record.host);
  return personCapInForce(record, host, policy) - counted(record, policy);
}
