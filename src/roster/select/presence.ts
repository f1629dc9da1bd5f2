/** Who is present in a Space or waits for it, and how much room there is. */
import { entryOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { must, read } from "../../core/transaction.ts";
import type {
  AssociationRecord,
  Container,
  InTrunk,
  LinkRecord,
  SpaceRecord,
} from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { personCapInForce } from "../../spaces/select/limits.ts";
import type { LinkRosterEntry, QueuedEntry, RosterEntry, RosterEvents } from "../model.ts";
import { linkRosterOf, queuedFor, rosterOf } from "./keys.ts";
import type { Reading } from "./scope.ts";

type Through = RosterEntry[1];
type Places = QueuedEntry[1];

/** The organizations through which a person is on a Space's Roster, with their places of hire. */
function throughOf(tx: Reading, space: SpaceId, person: PersonId): Through {
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

/** Since which place of hire an identity is on a Link; `null`: it is not. */
export function onLinkSince(
  tx: Reading,
  { trunk }: InTrunk,
  organization: OrganizationId,
  person: PersonId,
): number | null {
  const link = read(tx, "link", trunk, organization);
  if (link === null || link.roster.count === 0) return null;
  const where = linkRosterOf(trunk, organization);
  return entryOf<LinkRosterEntry>(tx, where, link.roster, person)?.[1] ?? null;
}

/** How an identity is in a Space, or on a Link. */
export interface Here {
  /** The organizations through which the person is present, its own included. */
  readonly through: Through;
  /** The place of hire under which it is present, the ticket with which it waits. */
  readonly since: number | null;
  readonly ticket: number | null;
}

/** Neither present nor waiting, through nobody. */
export const NOT_HERE: Here = { through: [], since: null, ticket: null };

/** How an identity is present, or waits. A Link is that of one organization, and nobody waits for it. */
export function hereOf(
  tx: Reading,
  of: Container,
  organization: OrganizationId,
  person: PersonId,
): Here {
  if (isTrunk(of)) {
    const since = onLinkSince(tx, of, organization, person);
    return since === null ? NOT_HERE : { through: [[organization, since]], since, ticket: null };
  }
  const own = (each: readonly [OrganizationId, number]): boolean => each[0] === organization;
  const through = throughOf(tx, of.space, person);
  const since = through.find(own)?.[1] ?? null;
  const ticket = placesOf(tx, of.space, person).find(own)?.[1] ?? null;
  return { through, since, ticket };
}

/** How many of an organization's identities are present in a Space, or on a Link. */
export const presentIn = (part: AssociationRecord | LinkRecord): number =>
  "roster" in part ? part.roster.count : part.present;

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
