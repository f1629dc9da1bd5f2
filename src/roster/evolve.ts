/** What the events of Rosters change in their records. */
import { clearEntries, entryOf, putEntry, removeEntry, updateEntry } from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import { append, removeTicket } from "../core/paged.ts";
import type * as faces from "../core/transaction.ts";
import { edit, must, read } from "../core/transaction.ts";
import type { SpacesEvents, SpacesRecords } from "../spaces/model.ts";
import type { QueuedEntry, RosterEntry, RosterEvents, RosterRecords } from "./model.ts";
import { queuedFor, rosterOf, ruledDepartments, ruledPeople, waitingFor } from "./select/keys.ts";
import type { RosterReads } from "./select/scope.ts";

/** The Space and each Association count who is present and who waits, and index the lists of them. */
type Counted = Pick<SpacesRecords, "association" | "space">;
type Evolving = faces.Evolving<RosterRecords & Counted, RosterReads>;

/** A scope ends with its Association. */
type Events = RosterEvents & Pick<SpacesEvents, "association.cancelled">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type], at: number) => void;
};
type Present = RosterEntry;
type Queued = QueuedEntry;

/** Changes how many identities an organization has present or waiting, while it takes part. */
function count(
  tx: Evolving,
  space: SpaceId,
  organization: OrganizationId,
  field: "present" | "waiting",
  by: number,
): void {
  if (read(tx, "association", space, organization) === null) return;
  edit(tx, "association", space, organization)[field] += by;
}

/** Takes an identity off the waiting list, if it is on it. */
function unqueue(
  tx: Evolving,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): void {
  if (must(tx, "space", space).queued.count === 0) return;
  const record = edit(tx, "space", space);
  const where = queuedFor(space);
  const places = entryOf<Queued>(tx, where, record.queued, person)?.[1] ?? [];
  const place = places.find(([each]) => each === organization);
  if (place === undefined) return;
  const left = places.filter((each) => each !== place);
  record.queued =
    left.length === 0
      ? removeEntry(tx, where, record.queued, person)
      : putEntry(tx, where, record.queued, [person, left]);
  record.waiting = removeTicket(tx, waitingFor(space), record.waiting, place[1]);
  count(tx, space, organization, "waiting", -1);
}

/** One case for each event of Rosters. */
export const rosterEvolvers: Evolvers = {
  "scope.changed": (tx, { space, organization, whole, departments, people }) => {
    const record = edit(tx, "association", space, organization);
    record.whole = whole;
    const ofDepartments = ruledDepartments(space, organization);
    for (const [id, rule] of departments) {
      record.departments =
        rule === null
          ? removeEntry(tx, ofDepartments, record.departments, id)
          : putEntry(tx, ofDepartments, record.departments, [id, rule]);
    }
    const ofPeople = ruledPeople(space, organization);
    for (const [id, rule] of people) {
      record.people =
        rule === null
          ? removeEntry(tx, ofPeople, record.people, id)
          : putEntry(tx, ofPeople, record.people, [id, rule]);
    }
  },
  "roster.entered": (tx, { space, organization, person, ordinal }) => {
    unqueue(tx, space, organization, person);
    const record = edit(tx, "space", space);
    const where = rosterOf(space);
    record.roster = updateEntry(tx, where, record.roster, person, (entry?: Present) => {
      if (entry === undefined) record.persons += 1;
      return [person, [...(entry?.[1] ?? []), [organization, ordinal]]];
    });
    record.identities += 1;
    count(tx, space, organization, "present", 1);
  },
  "roster.left": (tx, { space, organization, person }) => {
    const record = edit(tx, "space", space);
    const where = rosterOf(space);
    record.roster = updateEntry(tx, where, record.roster, person, (entry?: Present) => {
      const left = (entry?.[1] ?? []).filter(([each]) => each !== organization);
      if (left.length === 0) record.persons -= 1;
      return left.length === 0 ? null : [person, left];
    });
    record.identities -= 1;
    count(tx, space, organization, "present", -1);
  },
  "waiting.joined": (tx, { space, organization, person, ordinal }) => {
    const record = edit(tx, "space", space);
    const ticket = record.waiting.next;
    record.waiting = append(tx, waitingFor(space), record.waiting, () => [
      ticket,
      organization,
      person,
      ordinal,
    ]);
    const where = queuedFor(space);
    record.queued = updateEntry(tx, where, record.queued, person, (entry?: Queued) => [
      person,
      [...(entry?.[1] ?? []), [organization, ticket]],
    ]);
    count(tx, space, organization, "waiting", 1);
  },
  "waiting.left": (tx, { space, organization, person }) => {
    unqueue(tx, space, organization, person);
  },
  // The scope goes with the Association; this runs before the Association itself is dropped.
  "association.cancelled": (tx, { space, organization }) => {
    const record = must(tx, "association", space, organization);
    const ofDepartments = ruledDepartments(space, organization);
    const ofPeople = ruledPeople(space, organization);
    clearEntries(tx, ofDepartments, record.departments);
    clearEntries(tx, ofPeople, record.people);
  },
};
