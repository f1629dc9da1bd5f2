/** Who is present in a Space or waits for it, and how much room there is. */
import { bucketOf, entriesOf, entryOf } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import type { Everything } from "../../core/invariants.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { must, read, readBefore } from "../../core/transaction.ts";
import { isOf, naturalIn, naturalOf } from "../../directory/select/naturals.ts";
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
import type { Reading, RosterReads } from "./scope.ts";

type Through = RosterEntry[1];
type Places = QueuedEntry[1];

/** The organizations through which a natural person is on a Space's Roster, with their places of hire. */
export function throughOf(tx: Reading, space: SpaceId, natural: PersonId): Through {
  const { roster } = must(tx, "space", space);
  const entry = entryOf<RosterEntry>(tx, rosterOf(space), roster, natural);
  return entry?.[1] ?? [];
}

/** The organizations through which a natural person waits for a Space, with their tickets. */
export function placesOf(tx: Reading, space: SpaceId, natural: PersonId): Places {
  const { queued } = must(tx, "space", space);
  if (queued.count === 0) return [];
  const entry = entryOf<QueuedEntry>(tx, queuedFor(space), queued, natural);
  return entry?.[1] ?? [];
}

/** The ticket with which an identity waits for a Space, if it does. */
export function ticketOf(tx: Reading, space: SpaceId, identity: Identity): number | null {
  if (must(tx, "space", space).queued.count === 0) return null;
  const natural = naturalOf(tx, identity);
  return placesOf(tx, space, natural).find(isOf(natural, identity))?.[1] ?? null;
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
  const identity = { organization, person };
  const natural = naturalOf(tx, identity);
  return throughOf(tx, space, natural).some(isOf(natural, identity));
}

/** What invariants look at, as far as Rosters are told from it. */
type All = Everything<Pick<RosterReads, "aliases" | "organization" | "roster" | "space">>;

/** The same of an identity, by whatever way records are looked up. */
export function isOnRoster(all: All, space: SpaceId, identity: Identity): boolean {
  const buckets = all.get("space", space)?.roster.buckets ?? 0;
  if (buckets === 0) return false;
  const natural = naturalIn(all, identity);
  const get = (own: string) => all.get("roster", space, own);
  const entries = entriesOf<RosterEntry>(get, rosterOf(space), bucketOf(natural, buckets));
  const through = entries.find(([each]) => each === natural)?.[1] ?? [];
  return through.some(isOf(natural, identity));
}

/** The time since when an identity is on a Space's Roster, or on a Link; `undefined`: it is not, or version 1 did not say. */
export function presentSince(tx: Reading, of: Container, identity: Identity): number | undefined {
  const { organization, person } = identity;
  if (isTrunk(of)) {
    const index = read(tx, "link", of.trunk, organization)?.roster;
    if (index === undefined) return undefined;
    return entryOf<LinkRosterEntry>(tx, linkRosterOf(of.trunk, organization), index, person)?.[2];
  }
  const natural = naturalOf(tx, identity);
  return throughOf(tx, of.space, natural).find(isOf(natural, identity))?.[3];
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

/** Whether an identity was on a Link before this decision. */
export function wasOnLink(
  tx: Reading,
  { trunk }: InTrunk,
  organization: OrganizationId,
  person: PersonId,
): boolean {
  const link = readBefore(tx, "link", trunk, organization);
  if (link === null || link.roster.count === 0) return false;
  const get = (own: string) => readBefore(tx, "link-roster", trunk, own);
  const bucket = bucketOf(person, link.roster.buckets);
  const entries = entriesOf<LinkRosterEntry>(get, linkRosterOf(trunk, organization), bucket);
  return entries.some(([each]) => each === person);
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
  const identity = { organization, person };
  const natural = naturalOf(tx, identity);
  const through = throughOf(tx, of.space, natural);
  const since = through.find(isOf(natural, identity))?.[1] ?? null;
  return { through, since, ticket: ticketOf(tx, of.space, identity) };
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
  return ticketOf(tx, space, { organization, person }) !== null;
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
