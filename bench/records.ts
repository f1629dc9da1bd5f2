/** A population as the library keeps it: what the events that brought it about leave behind. */
import {
  type Event,
  type PersonId,
  type RecordKey,
  replay,
  type StoredRecord,
  sliceEntries,
  type World,
} from "../src/index.ts";
import type { Population } from "./population.ts";

/** A key with its record. */
export type Entry = readonly [RecordKey, StoredRecord];

/** What an organization says of its people in a population. */
export const fieldsOf = (person: PersonId) => ({ name: `Name of ${person}`, title: "Engineer" });

/** What reading from a file would give: nothing shared with anything. */
export const parsed = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

function* happened({ organizations, spaces }: Population): Generator<object> {
  for (const { id: organization, departments, people, admins } of organizations) {
    const name = `Organization ${organization}`;
    const values = { name, certified: true, edition: "exclusive", sso: false };
    yield { type: "organization.registered", data: { organization, ...values } };
    yield { type: "batch-invitation.enabled", data: { organization } };
    for (const { id: department, parent } of departments) {
      const data = { organization, department, parent, name: `Name of ${department}` };
      yield { type: "department.created", data };
    }
    for (const { person, departments: placed } of people) {
      const data = { organization, person, number: 1, departments: placed };
      yield { type: "person.hired", data: { ...data, fields: fieldsOf(person) } };
    }
    for (const { person } of people.slice(0, admins)) {
      const data = { organization, person, role: "main", spacePermission: true };
      yield { type: "admin.changed", data };
    }
  }
  for (const { id: space, cap, parts, roster, waiting } of spaces) {
    const host = parts[0]?.organization;
    yield { type: "space.created", data: { space, host, name: `Space ${space}` } };
    if (cap !== null) yield { type: "person-cap.expanded", data: { space, cap } };
    for (const [i, { organization, ...scope }] of parts.entries()) {
      if (i > 0) yield { type: "association.formed", data: { space, organization } };
      const { whole, departments, people } = scope;
      yield { type: "scope.changed", data: { space, organization, whole, departments, people } };
    }
    for (const [organization, person, ordinal] of roster) {
      const data = { space, organization, person, ordinal, because: "scope" };
      yield { type: "roster.entered", data };
    }
    for (const [organization, person, ordinal] of waiting) {
      yield { type: "waiting.joined", data: { space, organization, person, ordinal } };
    }
  }
}

/** That of events, now and before: written out, for the bench is also built over older checkouts. */
const EVENT_VERSION = 1;

/** The events that made a population, as a log would give them. */
export function* founding(population: Population): Generator<Event> {
  let seq = 0;
  for (const what of happened(population)) {
    const event = { v: EVENT_VERSION, input: "founding", seq, at: 0, cause: null, ...what };
    yield parsed(event) as unknown as Event;
    seq += 1;
  }
}

/** A World of this population. */
export const worldOf = (population: Population): World => replay(founding(population));

/** Every record of a population, as JSON would give it: no value shared between two records. */
export const recordsOf = (population: Population): Entry[] =>
  sliceEntries(worldOf(population)).flatMap(([key, record]) =>
    record === null ? [] : [parsed([key, record] as const)],
  );
