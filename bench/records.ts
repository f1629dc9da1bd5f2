/** A population as the library's records, made directly in their final shapes. */
import { BUCKET_LOAD, bucketOf } from "../src/core/hashed.ts";
import type { SpaceId } from "../src/index.ts";
import {
  emptyWorld,
  loadSlice,
  type OrganizationId,
  type PersonId,
  type RecordKey,
  type Records,
  type StoredRecord,
  type World,
} from "../src/index.ts";
import { waitingFor } from "../src/roster/select/places.ts";
import type { PlainIdentity, PlainOrganization, PlainSpace, Population } from "./population.ts";

/** A key with its record. */
export type Entry = readonly [RecordKey, StoredRecord];

type Tuple = readonly [string, ...unknown[]];
type Put = (kind: keyof Records, owner: string, own: string, record: unknown) => void;

const TREE_PAGE = 64;
const WAITING_PAGE = waitingFor("" as SpaceId).size;
const MEMBERS_PAGE = 128;

const byId = (left: Tuple, right: Tuple): number =>
  left[0] < right[0] ? -1 : left[0] > right[0] ? 1 : 0;

/** Spreads entries over as many buckets as putting them in one by one would have made. */
function spread(entries: readonly Tuple[], own: (bucket: number) => string, put: PutOwn) {
  const buckets = Math.ceil(entries.length / BUCKET_LOAD);
  const lists: Tuple[][] = Array.from({ length: buckets }, () => []);
  for (const entry of entries) lists[bucketOf(entry[0], buckets)]?.push(entry);
  for (const [i, list] of lists.entries()) put(own(i), { entries: list.sort(byId) });
  return { buckets, count: entries.length };
}

type PutOwn = (own: string, record: unknown) => void;

function paged(entries: readonly unknown[], size: number, put: PutOwn) {
  const pages: number[] = [];
  for (let start = 0; start < entries.length; start += size) {
    pages.push(start / size);
    put(String(start / size), { entries: entries.slice(start, start + size) });
  }
  return { next: entries.length, count: entries.length, pages };
}

/** What an organization says of its people in a population. */
export const fieldsOf = (person: PersonId) => ({ name: `Name of ${person}`, title: "Engineer" });

function organizationRecords(organization: PlainOrganization, put: Put): void {
  const { id, departments, people, admins, hosted, joined } = organization;
  put("organization", id, "", {
    name: `Organization ${id}`,
    ended: false,
    certified: true,
    edition: "exclusive",
    sso: false,
    revisions: {},
    admins: people.slice(0, admins).map(({ person }) => ({
      person,
      role: "main",
      spacePermission: true,
    })),
    hosted,
    joined,
    created: hosted.length,
    expansion: 0,
    batchInvitation: true,
  });
  const placed = new Map<string, Tuple[]>(departments.map((each) => [each.id, []]));
  for (const [ordinal, { person, departments: places }] of people.entries()) {
    for (const department of places) placed.get(department)?.push([person]);
    put("employment", id, person, {
      number: 1,
      inService: true,
      ordinal,
      departments: places,
      fields: fieldsOf(person),
      probation: false,
      heads: [],
      roles: [],
      successor: null,
      at: 0,
      revisions: {},
    });
  }
  const parents = new Map(departments.map(({ id: each, parent }) => [each, parent]));
  const tree = departments.map(({ id: department, parent }, ticket) => {
    const ancestors: string[] = [];
    for (let at = parent; at !== null; at = parents.get(at) ?? null) ancestors.push(at);
    const index = spread(
      placed.get(department) ?? [],
      (bucket) => `${bucket}/${department}`,
      (own, record) => put("placed", id, own, record),
    );
    put("department", id, department, {
      removed: false,
      parent,
      ancestors,
      ticket,
      heads: { buckets: 0, count: 0 },
      placed: index,
      at: 0,
      revisions: {},
    });
    const name = `Name of ${department}`;
    return { ticket, department, parent, name, buckets: index.buckets };
  });
  put("directory", id, "", {
    hires: people.length,
    people: spread(
      people.map(({ person }, ordinal) => [person, 1, ordinal]),
      String,
      (own, record) => put("people", id, own, record),
    ),
    tree: paged(tree, TREE_PAGE, (own, record) => put("tree", id, own, record)),
    held: [],
  });
}

/** Groups identities by person, each with its organization and a number. */
function byPerson(
  identities: readonly (readonly [OrganizationId, PersonId, number])[],
): (readonly [PersonId, (readonly [OrganizationId, number])[]])[] {
  const people = new Map<PersonId, (readonly [OrganizationId, number])[]>();
  for (const [organization, person, number] of identities) {
    const known = people.get(person);
    if (known === undefined) people.set(person, [[organization, number]]);
    else known.push([organization, number]);
  }
  return [...people];
}

function countBy(identities: readonly PlainIdentity[]): Map<OrganizationId, number> {
  const counts = new Map<OrganizationId, number>();
  for (const [organization] of identities) {
    counts.set(organization, (counts.get(organization) ?? 0) + 1);
  }
  return counts;
}

function spaceRecords({ id, cap, parts, roster, waiting }: PlainSpace, put: Put): void {
  const present = countBy(roster);
  const waits = countBy(waiting);
  for (const [order, part] of parts.entries()) {
    const { organization, whole } = part;
    const rules = (letter: "d" | "p", entries: Iterable<readonly [string, string]>) =>
      spread(
        [...new Map(entries)],
        (bucket) => `${letter}${bucket}/${organization}`,
        (own, record) => put("ruled", id, own, record),
      );
    put("association", id, organization, {
      order,
      whole,
      departments: rules("d", part.departments),
      people: rules("p", part.people),
      present: present.get(organization) ?? 0,
      waiting: waits.get(organization) ?? 0,
      folder: null,
      types: [],
      level: null,
      visibility: { kind: order === 0 ? "all" : "own" },
    });
  }
  const into =
    (kind: keyof Records): PutOwn =>
    (own, record) =>
      put(kind, id, own, record);
  const persons = byPerson(roster);
  const none = { next: 0, count: 0, pages: [] };
  const members = parts.slice(1).map(({ organization }, ticket) => [ticket, organization]);
  put("space", id, "", {
    name: `Space ${id}`,
    host: parts[0]?.organization,
    dissolved: false,
    cap,
    persons: persons.length,
    identities: roster.length,
    roster: spread(persons, String, into("roster")),
    waiting: paged(
      waiting.map((each, ticket) => [ticket, ...each]),
      WAITING_PAGE,
      into("waiting"),
    ),
    queued: spread(
      byPerson(waiting.map(([organization, person], ticket) => [organization, person, ticket])),
      String,
      into("queued"),
    ),
    members: paged(members, MEMBERS_PAGE, into("members")),
    pending: none,
    invitations: none,
    folders: none,
  });
}

/** Every record of a population, as JSON would give it: no value shared between two records. */
export function recordsOf({ organizations, spaces }: Population): Entry[] {
  const entries: Entry[] = [];
  const put: Put = (kind, owner, own, record) => {
    entries.push([[kind, owner, own] as RecordKey, record as StoredRecord]);
  };
  const homes = new Map<PersonId, OrganizationId[]>();
  for (const organization of organizations) {
    organizationRecords(organization, put);
    for (const { person } of organization.people) {
      const known = homes.get(person);
      if (known === undefined) homes.set(person, [organization.id]);
      else known.push(organization.id);
    }
  }
  for (const [person, organizationsOf] of homes) {
    put("person", person, "", { organizations: organizationsOf });
  }
  for (const space of spaces) spaceRecords(space, put);
  return entries;
}

/** A World of these records. */
export function worldOf(entries: Iterable<Entry>): World {
  return loadSlice(emptyWorld, entries) as World;
}
