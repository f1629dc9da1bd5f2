/** What facts about people will read: their places in the directory and in every Space. */
import { BUCKET_LOAD, entryKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { peopleOf, placedIn, treeOf } from "../../directory/select/places.ts";
import { unitCovering } from "../../licenses/select/holding.ts";
import type { QueuedBucket, WaitingPage } from "../../roster/model.ts";
import {
  queuedFor,
  rosterOf,
  ruledDepartments,
  ruledPeople,
  waitingFor,
} from "../../roster/select/places.ts";
import type { SpaceRecord } from "../../spaces/model.ts";
import type { EngineTx } from "../types.ts";
import { ask, entries, peek } from "./ahead.ts";
import { foreseeLeavers } from "./bound.ts";
import { foreseeLicenses } from "./licenses.ts";

/** The people concerned, and the departments that the input names beyond those they are in. */
export interface Concerned {
  readonly organization: OrganizationId;
  readonly people: readonly PersonId[];
  readonly departments: readonly DepartmentId[];
  /** Whether they can only come in, so that what they are bound to does not matter. */
  readonly entering?: boolean;
  /** Whether who they are is known late. */
  readonly late?: boolean;
}

/** Reads whatever a change of some people's employments or placements will read. */
export function foreseePeople(tx: EngineTx, concerned: Concerned): void {
  const { organization, people } = concerned;
  for (const person of people) peek(tx, "person", person);
  const index = peek(tx, "directory", organization)?.people;
  if (index !== undefined) {
    ask(tx, ...entryKeys(peopleOf(organization), index, people, people.length));
  }
  for (const department of placements(tx, concerned)) {
    const record = peek(tx, "department", organization, department);
    if (record === null || record.removed) continue;
    const where = placedIn(organization, department);
    ask(tx, ...entryKeys(where, record.placed, people, people.length));
    const buckets = Math.ceil((record.placed.count + people.length) / BUCKET_LOAD);
    if (buckets > record.placed.buckets) ask(tx, pageKey(treeOf(organization), record.ticket));
  }
  foreseeSpaces(tx, concerned);
}

/** The departments that people are in or come into. */
function placements(tx: EngineTx, { organization, people, departments }: Concerned) {
  return new Set([
    ...departments,
    ...people.flatMap((person) => peek(tx, "employment", organization, person)?.departments ?? []),
  ]);
}

/** Every Space that an organization hosts or has joined, as far as some of its people go. */
export function foreseeSpaces(tx: EngineTx, concerned: Concerned): void {
  const record = peek(tx, "organization", concerned.organization);
  for (const space of record === null ? [] : [...record.hosted, ...record.joined]) {
    foreseeSpace(tx, space, concerned);
  }
}

/** One Space: presence, waiting, the rules that decide, and who comes in if places become free. */
export function foreseeSpace(tx: EngineTx, space: SpaceId, concerned: Concerned): void {
  const { organization, people } = concerned;
  const record = peek(tx, "space", space);
  const association = peek(tx, "association", space, organization);
  if (record === null) return;
  peek(tx, "organization", record.host);
  foreseePresence(tx, space, record, people);
  foreseeLicenses(tx, record.host, space, organization, people);
  const { late = false } = concerned;
  if (concerned.entering !== true) foreseeLeavers(tx, { organization, people, space, late });
  ask(tx, pageKey(waitingFor(space), record.waiting.next));
  foreseeWaiting(tx, space, record, people.length);
  if (association === null) return;
  ask(tx, ...entryKeys(ruledPeople(space, organization), association.people, people));
  if (association.departments.buckets === 0) return;
  const chains = [...placements(tx, concerned)].flatMap((department) => [
    department,
    ...(peek(tx, "department", organization, department)?.ancestors ?? []),
  ]);
  ask(tx, ...entryKeys(ruledDepartments(space, organization), association.departments, chains));
}

/** Where some people are present, and where they wait under any of their identities. */
function foreseePresence(
  tx: EngineTx,
  space: SpaceId,
  { roster, queued }: SpaceRecord,
  people: readonly PersonId[],
): void {
  ask(tx, ...entryKeys(rosterOf(space), roster, people, people.length));
  const keys = entryKeys(queuedFor(space), queued, people, people.length);
  const those = new Set(people);
  for (const [person, places] of entries<QueuedBucket["entries"][number]>(tx, keys)) {
    for (const [organization, ticket] of those.has(person) ? places : []) {
      ask(tx, pageKey(waitingFor(space), ticket), ["association", space, organization]);
    }
  }
}

/** The first so many people who wait, and what bringing them in will read. */
export function foreseeWaiting(
  tx: EngineTx,
  space: SpaceId,
  record: SpaceRecord,
  places: number,
): void {
  const keys = pageKeys(waitingFor(space), record.waiting, places);
  const first = entries<WaitingPage["entries"][number]>(tx, keys).slice(0, places);
  if (first.length === 0) return;
  for (const [, organization, person] of first) {
    peek(tx, "association", space, organization);
    foreseePromoted(tx, record.host, space, organization, person);
  }
  const people = first.map(([, , person]) => person);
  foreseePresence(tx, space, record, people);
}

/** Somebody comes in from the waiting list, maybe into an automatic department. */
function foreseePromoted(
  tx: EngineTx,
  host: OrganizationId,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): void {
  const pool = peek(tx, "pool", host);
  const unit = pool === null ? undefined : unitCovering(pool, space, organization);
  if (unit === undefined || organization === host) return;
  // Their employment, too, before it is known whether the organization has automatic departments.
  peek(tx, "employment", organization, person);
  foreseeLicenses(tx, host, space, organization, [person]);
}
