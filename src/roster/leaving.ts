/** A whole organization leaves a Space: everybody on its part of the Roster and the waiting list. */
import { allEntries } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { causedBy, emit, independently, must } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { identityOf, naturalOf } from "../directory/select/naturals.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { bringAlong, leave, promote } from "./admission.ts";
import type { RosterEntry, RosterEvents, WaitingPage } from "./model.ts";
import { rosterOf, waitingFor } from "./select/keys.ts";
import { throughOf } from "./select/presence.ts";
import type { Deciding, Reading } from "./select/scope.ts";

/** What an organization that leaves a Space leaves by. */
type Causes = ReadonlyMap<OrganizationId, number>;

/** EXIT-01, EXIT-04, SPACE-07: with an Association all its identities leave at once. */
export const leaveTogether = effect(
  ["EXIT-01", "EXIT-04", "SPACE-07"],
  (tx: Deciding, events: readonly EventOf<SpacesEvents, "association.cancelled">[]): void => {
    const bySpace = new Map<SpaceId, Map<OrganizationId, number>>();
    for (const { seq, data } of events) {
      const organizations = bySpace.get(data.space) ?? new Map<OrganizationId, number>();
      bySpace.set(data.space, organizations.set(data.organization, seq));
    }
    independently(tx, bySpace, ([space, organizations]) => {
      takeOff(tx, space, organizations);
      takeOutOfQueue(tx, space, organizations);
    });
  },
);

function takeOff(tx: Deciding, space: SpaceId, organizations: Causes): void {
  const { roster } = must(tx, "space", space);
  const leaving: [OrganizationId, PersonId, number, number][] = [];
  for (const [natural, through] of allEntries<RosterEntry>(tx, rosterOf(space), roster)) {
    for (const item of through) {
      const [, ordinal] = item;
      const { organization, person } = identityOf(natural, item);
      const cause = organizations.get(organization);
      if (cause !== undefined) leaving.push([organization, person, cause, ordinal]);
    }
  }
  leaving.sort((left, right) => left[2] - right[2] || left[3] - right[3]);
  for (const [organization, person, cause] of leaving) {
    causedBy(tx, cause, () => leave(tx, { space }, organization, person, "association-ended"));
  }
}

function takeOutOfQueue(tx: Deciding, space: SpaceId, organizations: Causes): void {
  const { waiting } = must(tx, "space", space);
  const all = allTickets<WaitingPage["entries"][number]>(tx, waitingFor(space), waiting);
  for (const [, organization, person] of all) {
    const cause = organizations.get(organization);
    if (cause === undefined) continue;
    const because = "association-ended";
    causedBy(tx, cause, () => emit(tx, "waiting.left", { space, organization, person, because }));
  }
}

/** An event that may make room. */
type Freeing =
  | EventOf<RosterEvents, "roster.left">
  | EventOf<DirectoryEvents, "person.recounted">
  | EventOf<SpacesEvents, "person-cap.expanded">
  | EventOf<DirectoryEvents, "organization.certification-changed">;

/** CAP-05: serves the waiting lists of the Spaces in which events since some place made room. */
export function serveWaiting(
  tx: Deciding,
  events: readonly Freeing[],
  policy: Policy,
  since: number,
): void {
  const freed = new Map<SpaceId, number>();
  for (const event of events) {
    if (event.seq < since) continue;
    for (const space of roomMadeBy(tx, event)) freed.set(space, event.seq);
  }
  independently(tx, freed, ([space, seq]) => {
    if (must(tx, "space", space).dissolved) return;
    causedBy(tx, seq, () => promote(tx, policy, space));
  });
}

/**
 * CAP-02, CAP-04: who counts as another natural person from now on comes in where that one is, and brings in
 * whom it finds waiting.
 */
export const bringTogether = effect(
  ["CAP-02", "CAP-04"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.recounted">, policy: Policy): void => {
    if (policy.personCounting !== "distinct-person") return;
    const natural = naturalOf(tx, data);
    for (const space of spacesOfOrganization(tx, data.organization)) {
      if (throughOf(tx, space, natural).length > 0) bringAlong(tx, space, natural);
    }
  },
);

/** The Spaces in which people of an organization may be. */
function spacesOfOrganization(tx: Reading, organization: OrganizationId): readonly SpaceId[] {
  const { hosted, joined } = must(tx, "organization", organization);
  return [...hosted, ...joined];
}

/** The Spaces in which an event may have made room. */
function roomMadeBy(tx: Reading, { type, data }: Freeing): readonly SpaceId[] {
  if (type === "organization.certification-changed") {
    return must(tx, "organization", data.organization).hosted;
  }
  if (type === "person.recounted") return spacesOfOrganization(tx, data.organization);
  return isTrunk(data) ? [] : [data.space];
}
