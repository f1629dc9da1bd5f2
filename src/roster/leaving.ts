/** A whole organization leaves a Space: everybody on its part of the Roster and the waiting list. */
import { allEntries, bucketKeys } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import { allTickets, pageKeys } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { each, emit, must, want } from "../core/transaction.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { leave, promote } from "./entering.ts";
import type { RosterEntry, WaitingPage } from "./model.ts";
import { queuedFor, rosterOf, waitingFor } from "./select/places.ts";
import type { RosterTx } from "./select/scope.ts";

type Cancelled = EventEnvelope<"association.cancelled", SpacesEvents["association.cancelled"]>;
type Happened = EventEnvelope<string, unknown>;

/** EXIT-01, EXIT-04, SPACE-07: with an Association all its identities leave at once. */
export const leaveTogether = effect(
  ["EXIT-01", "EXIT-04", "SPACE-07"],
  (tx: RosterTx, _policy: Policy, events: readonly Happened[]): void => {
    const bySpace = new Map<SpaceId, Map<OrganizationId, number>>();
    for (const event of events) {
      if (event.type !== "association.cancelled") continue;
      const { space, organization } = (event as Cancelled).data;
      const organizations = bySpace.get(space) ?? new Map<OrganizationId, number>();
      bySpace.set(space, organizations.set(organization, event.seq));
    }
    const cause = tx.cause;
    each(tx, bySpace, ([space, organizations]) => {
      wantAll(tx, space);
      takeOff(tx, space, organizations);
      takeOutOfQueue(tx, space, organizations);
    });
    tx.cause = cause;
  },
);

function wantAll(tx: RosterTx, space: SpaceId): void {
  const { roster, waiting, queued } = must(tx, "space", space);
  want(tx, [
    ...bucketKeys(rosterOf(space), roster),
    ...pageKeys(waitingFor(space), waiting),
    ...bucketKeys(queuedFor(space), queued),
  ]);
}

function takeOff(
  tx: RosterTx,
  space: SpaceId,
  organizations: ReadonlyMap<OrganizationId, number>,
): void {
  const { roster } = must(tx, "space", space);
  const leaving: [OrganizationId, PersonId, number, number][] = [];
  for (const [person, through] of allEntries<RosterEntry>(tx, rosterOf(space), roster)) {
    for (const [organization, ordinal] of through) {
      const cause = organizations.get(organization);
      if (cause !== undefined) leaving.push([organization, person, cause, ordinal]);
    }
  }
  leaving.sort((left, right) => left[2] - right[2] || left[3] - right[3]);
  for (const [organization, person, cause] of leaving) {
    tx.cause = cause;
    leave(tx, space, organization, person, "association-ended");
  }
}

function takeOutOfQueue(
  tx: RosterTx,
  space: SpaceId,
  organizations: ReadonlyMap<OrganizationId, number>,
): void {
  const { waiting } = must(tx, "space", space);
  const all = allTickets<WaitingPage["entries"][number]>(tx, waitingFor(space), waiting);
  for (const [, organization, person] of all) {
    const cause = organizations.get(organization);
    if (cause === undefined) continue;
    tx.cause = cause;
    emit(tx, "waiting.left", { space, organization, person, because: "association-ended" });
  }
}

/** Serves the waiting lists of the Spaces in which events since some place made room (CAP-05). */
export function serveWaiting(tx: RosterTx, policy: Policy, since: number): void {
  const freed = new Map<SpaceId, number>();
  for (let seq = since; seq < tx.events.length; seq += 1) {
    for (const space of roomMadeBy(tx, tx.events[seq] as Happened)) freed.set(space, seq);
  }
  if (freed.size === 0) return;
  const cause = tx.cause;
  each(tx, freed, ([space, seq]) => {
    tx.cause = seq;
    if (!must(tx, "space", space).dissolved) promote(tx, policy, space);
  });
  tx.cause = cause;
}

/** The Spaces in which an event may have made room. */
function roomMadeBy(tx: RosterTx, event: Happened): readonly SpaceId[] {
  if (event.type === "roster.left" || event.type === "person-cap.expanded") {
    return [(event.data as { readonly space: SpaceId }).space];
  }
  if (event.type === "organization.certification-changed") {
    const { organization } = event.data as { readonly organization: OrganizationId };
    return must(tx, "organization", organization).hosted;
  }
  return [];
}
