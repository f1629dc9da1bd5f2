/** What facts about people will read: their places in the directory and in every Space. */
import { entryKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKey, pageKeys } from "../../core/paged.ts";
import { each, read, together, want } from "../../core/transaction.ts";
import { peopleOf, placedIn, treeOf } from "../../directory/select/places.ts";
import {
  queuedFor,
  rosterOf,
  ruledDepartments,
  ruledPeople,
  waitingFor,
} from "../../roster/select/places.ts";
import type { SpaceRecord } from "../../spaces/model.ts";
import type { EngineTx } from "../types.ts";

/** The people concerned, and the departments that the input names. */
export interface Concerned {
  readonly organization: OrganizationId;
  readonly people: readonly PersonId[];
  readonly departments: readonly DepartmentId[];
  /** Whether the input may free places, so that waiting people come in. */
  readonly frees: boolean;
}

/** Reads whatever a change of some people's employments or placements will read. */
export function foreseePeople(tx: EngineTx, concerned: Concerned): void {
  const { organization, people, departments } = concerned;
  together(
    tx,
    () =>
      want(tx, [
        ["organization", organization, ""],
        ["directory", organization, ""],
        ...people.flatMap((person) => [
          ["employment", organization, person] as const,
          ["person", person, ""] as const,
        ]),
        ...departments.map((department) => ["department", organization, department] as const),
      ]),
    () => foreseeIndex(tx, concerned),
    () => foreseePlacements(tx, concerned),
    () => foreseeSpaces(tx, concerned),
  );
}

function foreseeIndex(tx: EngineTx, { organization, people }: Concerned): void {
  const directory = read(tx, "directory", organization);
  if (directory === null) return;
  want(tx, entryKeys(peopleOf(organization), directory.people, people, people.length));
}

/** The departments that people are in or come into, with the lists of who is placed there. */
function foreseePlacements(tx: EngineTx, { organization, people, departments }: Concerned): void {
  each(tx, placements(tx, organization, people, departments), (department) => {
    const record = read(tx, "department", organization, department);
    if (record === null || record.removed) return;
    const where = placedIn(organization, department);
    const growing = record.placed.count + people.length > record.placed.buckets * 48;
    want(tx, [
      ...entryKeys(where, record.placed, people, people.length),
      ...(growing ? [pageKey(treeOf(organization), record.ticket)] : []),
    ]);
  });
}

function placements(
  tx: EngineTx,
  organization: OrganizationId,
  people: readonly PersonId[],
  departments: readonly DepartmentId[],
): Set<DepartmentId> {
  const found = new Set(departments);
  want(
    tx,
    people.map((person) => ["employment", organization, person]),
  );
  for (const person of people) {
    for (const department of read(tx, "employment", organization, person)?.departments ?? []) {
      found.add(department);
    }
  }
  return found;
}

/** Every Space that an organization hosts or has joined, as far as some of its people go. */
export function foreseeSpaces(tx: EngineTx, concerned: Concerned): void {
  const { organization } = concerned;
  const record = read(tx, "organization", organization);
  const spaces = record === null ? [] : [...record.hosted, ...record.joined];
  together(
    tx,
    () =>
      want(
        tx,
        spaces.flatMap((space) => [
          ["space", space, ""] as const,
          ["association", space, organization] as const,
        ]),
      ),
    () => each(tx, spaces, (space) => foreseeSpace(tx, space, concerned)),
  );
}

/** One Space: presence, waiting, the rules that decide, and who comes in if places become free. */
export function foreseeSpace(tx: EngineTx, space: SpaceId, concerned: Concerned): void {
  const { people, frees } = concerned;
  const record = read(tx, "space", space);
  if (record === null) return;
  together(
    tx,
    () => want(tx, [["organization", record.host, ""]]),
    () =>
      want(tx, [
        ...entryKeys(rosterOf(space), record.roster, people, people.length),
        ...entryKeys(queuedFor(space), record.queued, people, people.length),
        pageKey(waitingFor(space), record.waiting.next),
      ]),
    () => foreseeTickets(tx, space, record, people),
    () => foreseeRules(tx, space, concerned),
    () => {
      if (frees) foreseeWaiting(tx, space, record, people.length);
    },
  );
}

function foreseeRules(
  tx: EngineTx,
  space: SpaceId,
  { organization, people, departments }: Concerned,
): void {
  const association = read(tx, "association", space, organization);
  if (association === null) return;
  want(tx, entryKeys(ruledPeople(space, organization), association.people, people));
  if (association.departments.count === 0) return;
  const chains = new Set<DepartmentId>();
  each(tx, placements(tx, organization, people, departments), (department) => {
    chains.add(department);
    const above = read(tx, "department", organization, department)?.ancestors ?? [];
    for (const ancestor of above) chains.add(ancestor);
  });
  const where = ruledDepartments(space, organization);
  want(tx, entryKeys(where, association.departments, [...chains]));
}

/** The pages on which some people wait, under any of their identities. */
function foreseeTickets(
  tx: EngineTx,
  space: SpaceId,
  record: SpaceRecord,
  people: readonly PersonId[],
): void {
  if (record.queued.count === 0) return;
  each(tx, entryKeys(queuedFor(space), record.queued, people), ([kind, owner, own]) => {
    for (const [person, places] of read(tx, kind, owner, own)?.entries ?? []) {
      if (!people.includes(person)) continue;
      want(
        tx,
        places.flatMap(([organization, ticket]) => [
          pageKey(waitingFor(space), ticket),
          ["association", space, organization] as const,
        ]),
      );
    }
  });
}

/** The first so many people who wait, and what bringing them in will read. */
export function foreseeWaiting(
  tx: EngineTx,
  space: SpaceId,
  record: SpaceRecord,
  places: number,
): void {
  const { waiting, roster, queued } = record;
  if (waiting.count === 0 || places <= 0) return;
  const keys = pageKeys(waitingFor(space), waiting, Math.min(waiting.pages.length, places));
  want(tx, keys);
  const first = keys
    .flatMap(([kind, owner, own]) => [...(read(tx, kind, owner, own)?.entries ?? [])])
    .slice(0, places);
  const people = first.map(([, , person]) => person);
  together(
    tx,
    () =>
      want(tx, [
        ...entryKeys(rosterOf(space), roster, people, people.length),
        ...entryKeys(queuedFor(space), queued, people),
        ...first.map(([, organization]) => ["association", space, organization] as const),
      ]),
    () => foreseeTickets(tx, space, record, people),
  );
}
