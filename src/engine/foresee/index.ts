/**
 * What an input is known to need beyond its first missing key. A decision unwinds at the first key
 * that is not loaded; these functions read ahead along every branch at once, so that a host has
 * everything after five rounds at most. They change nothing, and a wrong guess costs a load, no more.
 */
import type { OfferedPage } from "../../apps/model.ts";
import { offeredIn } from "../../apps/select/places.ts";
import { bucketKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKeys } from "../../core/paged.ts";
import type { Policy } from "../../core/policy.ts";
import type { RosterBucket } from "../../roster/model.ts";
import { queuedFor, rosterOf, waitingFor } from "../../roster/select/places.ts";
import type { MembersPage, SpaceRecord } from "../../spaces/model.ts";
import { membersOf } from "../../spaces/select/places.ts";
import type { EngineTx, Input } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";
import { foreseeSettings } from "./audiences.ts";
import { foreseeAutomation, foreseeRelease } from "./automation.ts";
import { foreseeAppointed, foreseeLeavers, foreseeWaitingTasks } from "./bound.ts";
import { foreseeCreation, foreseeSubtree } from "./departments.ts";
import {
  foreseeLicenses,
  foreseeOwnLicenses,
  foreseePoolEnd,
  foreseePurchase,
  foreseeUnitEnd,
} from "./licenses.ts";
import { foreseeHeld, foreseeList } from "./lists.ts";
import { foreseePeople, foreseeWaiting } from "./people.ts";
import { foreseeApproval, foreseeNewSpace, foreseeScope } from "./scopes.ts";
import { foreseeDefinition, foreseeStart, foreseeSubmission, foreseeTask } from "./work.ts";

/** Reads, as far as loaded keys allow, whatever the input will read. */
export function foresee(tx: EngineTx, input: Input, policy: Policy): void {
  switch (input.type) {
    case "person.hired":
    case "person.relocated":
    case "person.resigned": {
      const { organization, person } = input.data;
      const departments = input.type === "person.resigned" ? [] : input.data.departments;
      peek(tx, "directory", organization);
      foreseePeople(tx, { organization, people: [person], departments });
      const successor = input.type === "person.resigned" ? input.data.successor : undefined;
      foreseeLeavers(tx, { organization, people: [person], space: null, successor });
      foreseeOwnLicenses(tx, organization, [person]);
      foreseeAppointed(tx, organization, [person]);
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
      foreseeList(tx, input);
      return;
    case "reconciliation.confirm":
      foreseeHeld(tx, input);
      return;
    case "association.cancel":
      foreseeLeaving(tx, input.data.space, input.data.organization);
      return;
    case "space.dissolve":
      foreseeLeaving(tx, input.data.space, null);
      return;
    case "organization.ended":
      foreseeEnd(tx, input.data.organization);
      return;
    case "organization.certification-changed":
      for (const space of peek(tx, "organization", input.data.organization)?.hosted ?? []) {
        foreseeRoom(tx, space, Number.POSITIVE_INFINITY);
      }
      return;
    case "person-cap.expand":
      foreseeRaise(tx, input.data.space, input.data.cap);
      return;
    case "license.purchased":
      foreseePurchase(tx, input.data.organization, input.data.purchased);
      return;
    case "app.publish":
    case "app.authorize":
    case "app.permit":
      foreseeSettings(tx, input);
      return;
    case "license.automate":
      foreseeAutomation(tx, input, policy);
      return;
    case "license.unlink":
    case "license.revoke":
      foreseeRelease(tx, input);
      return;
    case "form.submit":
      foreseeSubmission(tx, input, policy);
      return;
    case "flow.define":
      foreseeDefinition(tx, input);
      return;
    case "flow.start":
      foreseeStart(tx, input, policy);
      return;
    case "flow.withdraw":
    case "task.approve":
    case "task.reject":
    case "task.return":
    case "task.transfer":
    case "task.countersign":
    case "task.remove-countersigner":
    case "task.delegate":
    case "task.copy":
    case "task.assign":
      foreseeTask(tx, input, policy);
      return;
    default:
  }
}

const NOBODY = { present: 0, waiting: 0 };

/** A Space's cap becomes so much: what of it is not used is free. */
function foreseeRaise(tx: EngineTx, space: SpaceId, cap: number): void {
  foreseeRoom(tx, space, Math.max(0, cap - (peek(tx, "space", space)?.persons ?? cap)));
}

/** So many places may become free in a Space, as far as anybody waits for them. */
function foreseeRoom(tx: EngineTx, space: SpaceId, places: number): void {
  const record = peek(tx, "space", space);
  if (record === null || record.waiting.count === 0) return;
  // Whoever comes in may be given a license by their department.
  peek(tx, "pool", record.host);
  foreseeWaiting(tx, space, record, Math.min(places, record.waiting.count));
}

/** An organization leaves a Space, or all do: everybody of theirs, then whoever waited for a place. */
function foreseeLeaving(tx: EngineTx, space: SpaceId, organization: OrganizationId | null): void {
  if (organization === null) foreseeOffered(tx, space);
  else foreseeWaitingTasks(tx, organization, space, false);
  const record = peek(tx, "space", space);
  if (record === null) return;
  peek(tx, "organization", record.host);
  ask(
    tx,
    ...bucketKeys(rosterOf(space), record.roster),
    ...bucketKeys(queuedFor(space), record.queued),
    ...pageKeys(waitingFor(space), record.waiting),
    ...pageKeys(membersOf(space), record.members),
  );
  foreseeTogether(tx, space, organization, record);
  if (organization === null) return;
  // Those of the organization itself who wait stand among the first and make no use of a place.
  const { present, waiting } = peek(tx, "association", space, organization) ?? NOBODY;
  foreseeRoom(tx, space, present + waiting);
}

/** Everybody of an organization, or of all, leaves: what they are bound to, and the units that end. */
function foreseeTogether(
  tx: EngineTx,
  space: SpaceId,
  organization: OrganizationId | null,
  { host, roster, members }: SpaceRecord,
): void {
  const leaving = new Map<OrganizationId, PersonId[]>();
  for (const [person, through] of entries<RosterBucket["entries"][number]>(
    tx,
    bucketKeys(rosterOf(space), roster),
  )) {
    for (const [home] of through) {
      if (organization !== null && home !== organization) continue;
      const people = leaving.get(home);
      if (people === undefined) leaving.set(home, [person]);
      else people.push(person);
    }
  }
  for (const [home, people] of leaving) {
    foreseeLeavers(tx, { organization: home, people, space, late: true, ended: true });
    foreseeLicenses(tx, host, space, home, people);
  }
  for (const unit of peek(tx, "pool", host)?.units ?? []) {
    if (unit.space === space) foreseeUnitEnd(tx, host, unit);
  }
  if (organization !== null) {
    foreseeLicenses(tx, host, space, organization, []);
    return;
  }
  const entered = entries<MembersPage["entries"][number]>(tx, pageKeys(membersOf(space), members));
  for (const [, member] of entered) {
    peek(tx, "organization", member);
    peek(tx, "association", space, member);
    foreseeWaitingTasks(tx, member, space, true);
  }
}

/** The apps that a Space offers: they are withdrawn with it. */
function foreseeOffered(tx: EngineTx, space: SpaceId): void {
  const index = peek(tx, "workbench", space)?.offered;
  if (index === undefined) return;
  const offered = entries<OfferedPage["entries"][number]>(tx, pageKeys(offeredIn(space), index));
  for (const [, app] of offered) {
    peek(tx, "app", app);
    peek(tx, "publication", space, app);
  }
}

function foreseeEnd(tx: EngineTx, organization: OrganizationId): void {
  const record = peek(tx, "organization", organization);
  foreseePoolEnd(tx, organization);
  for (const space of record?.hosted ?? []) {
    peek(tx, "association", space, organization);
    foreseeLeaving(tx, space, null);
  }
  for (const space of record?.joined ?? []) foreseeLeaving(tx, space, organization);
}
