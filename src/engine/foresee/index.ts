/**
 * What an input is known to need beyond its first missing key. A decision unwinds at the first key
 * that is not loaded; these functions read ahead along every branch at once, so that a host has
 * everything after five rounds at most. They change nothing, and a wrong guess costs a load, no more.
 */

import { bucketKeys } from "../../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { pageKeys } from "../../core/paged.ts";
import { each, must, read, together, want } from "../../core/transaction.ts";
import { queuedFor, rosterOf, waitingFor } from "../../roster/select/places.ts";
import { membersOf } from "../../spaces/select/places.ts";
import type { EngineTx, Input } from "../types.ts";
import { foreseeCreation, foreseeSubtree } from "./departments.ts";
import { foreseeList } from "./lists.ts";
import { foreseePeople, foreseeWaiting } from "./people.ts";
import { foreseeApproval, foreseeNewSpace, foreseeScope } from "./scopes.ts";

/** Reads, as far as loaded keys allow, whatever the input will read. */
export function foresee(tx: EngineTx, input: Input): void {
  switch (input.type) {
    case "person.hired":
    case "person.relocated": {
      const { organization, person, departments } = input.data;
      foreseePeople(tx, { organization, people: [person], departments, frees: true });
      return;
    }
    case "person.resigned": {
      const { organization, person } = input.data;
      foreseePeople(tx, { organization, people: [person], departments: [], frees: true });
      return;
    }
    case "department.created":
      foreseeCreation(tx, input);
      return;
    case "department.moved":
    case "department.removed":
      foreseeSubtree(tx, input);
      return;
    case "scope.set":
    case "scope.take-out":
    case "scope.put-in":
      foreseeScope(tx, input);
      return;
    case "space.create":
      foreseeNewSpace(tx, input);
      return;
    case "application.approve":
      foreseeApproval(tx, input);
      return;
    case "directory.reconciled":
    case "reconciliation.confirm":
      foreseeList(tx, input);
      return;
    case "association.cancel":
      foreseeLeaving(tx, input.data.space, [input.data.organization]);
      return;
    case "space.dissolve":
      foreseeLeaving(tx, input.data.space, []);
      return;
    case "organization.ended":
      foreseeEnd(tx, input.data.organization);
      return;
    case "organization.certification-changed":
      foreseeRoom(tx, input.data.organization);
      return;
    case "person-cap.expand": {
      const record = read(tx, "space", input.data.space);
      if (record !== null) foreseeWaiting(tx, input.data.space, record, input.data.cap);
      return;
    }
    default:
  }
}

/** Organizations leave a Space: everybody of theirs, and then whoever waited for a place. */
function foreseeLeaving(
  tx: EngineTx,
  space: SpaceId,
  organizations: readonly OrganizationId[],
): void {
  const record = read(tx, "space", space);
  if (record === null) return;
  together(
    tx,
    () =>
      want(tx, [
        ["organization", record.host, ""],
        ...bucketKeys(rosterOf(space), record.roster),
        ...bucketKeys(queuedFor(space), record.queued),
        ...pageKeys(waitingFor(space), record.waiting),
        ...pageKeys(membersOf(space), record.members),
      ]),
    () =>
      each(tx, organizations, (organization) => {
        const association = read(tx, "association", space, organization);
        foreseeWaiting(tx, space, record, association?.present ?? 0);
      }),
  );
}

function foreseeEnd(tx: EngineTx, organization: OrganizationId): void {
  const record = read(tx, "organization", organization);
  if (record === null) return;
  together(
    tx,
    () =>
      want(
        tx,
        [...record.hosted, ...record.joined].flatMap((space) => [
          ["space", space, ""] as const,
          ["association", space, organization] as const,
        ]),
      ),
    () => each(tx, record.hosted, (space) => foreseeLeaving(tx, space, [])),
    () => each(tx, record.joined, (space) => foreseeLeaving(tx, space, [organization])),
  );
}

/** The waiting lists of the Spaces that an organization hosts: their caps may change. */
function foreseeRoom(tx: EngineTx, organization: OrganizationId): void {
  const record = read(tx, "organization", organization);
  if (record === null) return;
  want(
    tx,
    record.hosted.map((space) => ["space", space, ""]),
  );
  each(tx, record.hosted, (space) => {
    const { waiting } = must(tx, "space", space);
    foreseeWaiting(tx, space, must(tx, "space", space), waiting.count);
  });
}
