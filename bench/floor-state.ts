/**
 * What a program that is not asked for old versions would keep: Maps, Sets and plain objects, changed
 * in place. Its changes are shared by deciding and by folding past events.
 */
import type { PersonFields, ScopeRule } from "../src/index.ts";

/** An employment, kept when it ends. */
export interface Employment {
  number: number;
  inService: boolean;
  ordinal: number;
  departments: readonly string[];
  fields: PersonFields;
  probation: boolean;
  at: number;
  revision: number | undefined;
}

/** A department, with the people placed directly in it. */
export interface Department {
  readonly id: string;
  readonly name: string;
  readonly parent: Department | null;
  readonly removed: boolean;
  readonly people: Set<string>;
}

/** An organization. */
export interface Organization {
  readonly id: string;
  readonly ended: boolean;
  readonly certified: boolean;
  readonly admins: Set<string>;
  readonly departments: Map<string, Department>;
  readonly employments: Map<string, Employment>;
  hires: number;
  /** Hosted, then joined. */
  readonly spaces: Space[];
}

/** An organization's part in a Space. */
export interface Part {
  readonly organization: string;
  whole: boolean;
  readonly departments: Map<string, ScopeRule>;
  readonly people: Map<string, ScopeRule>;
  present: number;
  waiting: number;
}

/** An identity on a waiting list. */
export interface Waiter {
  readonly organization: string;
  readonly person: string;
  readonly ordinal: number;
  readonly ticket: number;
}

/** A Space. */
export interface Space {
  readonly id: string;
  readonly host: Organization;
  readonly dissolved: boolean;
  cap: number | null;
  readonly parts: Map<string, Part>;
  /** Through which organizations a person is present, with the places of hire. */
  readonly roster: Map<string, [organization: string, ordinal: number][]>;
  /** By ticket, first come first. */
  readonly queue: Map<number, Waiter>;
  readonly queued: Map<string, Waiter[]>;
  nextTicket: number;
}

/** Everything. */
export interface Floor {
  readonly personCap: number;
  readonly organizations: Map<string, Organization>;
  readonly persons: Map<string, string[]>;
  readonly spaces: Map<string, Space>;
}

/** A floor with nothing in it. */
export function emptyFloor(personCap: number): Floor {
  return { personCap, organizations: new Map(), persons: new Map(), spaces: new Map() };
}

export function addOrganization(floor: Floor, id: string, certified: boolean): Organization {
  const made: Organization = {
    id,
    ended: false,
    certified,
    admins: new Set(),
    departments: new Map(),
    employments: new Map(),
    hires: 0,
    spaces: [],
  };
  floor.organizations.set(id, made);
  return made;
}

export function addDepartment(
  organization: Organization,
  id: string,
  parent: string | null,
  name: string,
): void {
  const above = parent === null ? null : (organization.departments.get(parent) ?? null);
  organization.departments.set(id, { id, name, parent: above, removed: false, people: new Set() });
}

export function addSpace(floor: Floor, id: string, hostId: string, cap: number | null): Space {
  const host = floor.organizations.get(hostId) as Organization;
  const space: Space = {
    id,
    host,
    dissolved: false,
    cap,
    parts: new Map(),
    roster: new Map(),
    queue: new Map(),
    queued: new Map(),
    nextTicket: 0,
  };
  floor.spaces.set(id, space);
  addPart(space, host);
  return space;
}

export function addPart(space: Space, { id, spaces }: Organization): Part {
  const departments = new Map<string, ScopeRule>();
  const people = new Map<string, ScopeRule>();
  const part = { organization: id, whole: false, departments, people, present: 0, waiting: 0 };
  space.parts.set(id, part);
  spaces.push(space);
  return part;
}

/** Starts an employment. */
export function startEmployment(
  floor: Floor,
  organization: Organization,
  person: string,
  given: Pick<Employment, "number" | "departments" | "fields" | "probation" | "at">,
): Employment {
  const ordinal = organization.hires;
  organization.hires += 1;
  const employment = { ...given, inService: true, ordinal, revision: undefined };
  organization.employments.set(person, employment);
  for (const id of given.departments) organization.departments.get(id)?.people.add(person);
  const homes = floor.persons.get(person);
  if (homes === undefined) floor.persons.set(person, [organization.id]);
  else homes.push(organization.id);
  return employment;
}

/** Ends an employment. */
export function endEmployment(
  floor: Floor,
  organization: Organization,
  person: string,
  at: number,
): void {
  const employment = organization.employments.get(person) as Employment;
  for (const id of employment.departments) organization.departments.get(id)?.people.delete(person);
  employment.inService = false;
  employment.departments = [];
  employment.at = at;
  const homes = floor.persons.get(person) as string[];
  homes.splice(homes.indexOf(organization.id), 1);
  organization.admins.delete(person);
}

/** Places a person elsewhere. */
export function place(
  organization: Organization,
  person: string,
  departments: readonly string[],
  at: number,
  revision: number | undefined,
): void {
  const employment = organization.employments.get(person) as Employment;
  for (const id of employment.departments) organization.departments.get(id)?.people.delete(person);
  for (const id of departments) organization.departments.get(id)?.people.add(person);
  employment.departments = departments;
  employment.at = at;
  if (revision !== undefined) employment.revision = revision;
}

/** Puts an identity on the Roster; off the waiting list, if it was on it. */
export function enterRoster(space: Space, id: string, person: string, ordinal: number): void {
  if (space.queued.size > 0) leaveQueue(space, id, person);
  const through = space.roster.get(person);
  if (through === undefined) space.roster.set(person, [[id, ordinal]]);
  else through.push([id, ordinal]);
  (space.parts.get(id) as Part).present += 1;
}

/** Takes an identity off the Roster. */
export function leaveRoster(space: Space, id: string, person: string): void {
  const through = space.roster.get(person) as [string, number][];
  if (through.length === 1) space.roster.delete(person);
  else
    through.splice(
      through.findIndex(([each]) => each === id),
      1,
    );
  (space.parts.get(id) as Part).present -= 1;
}

/** Puts an identity at the end of the waiting list. */
export function joinQueue(space: Space, id: string, person: string, ordinal: number): void {
  const ticket = space.nextTicket;
  space.nextTicket += 1;
  const waiter = { organization: id, person, ordinal, ticket };
  space.queue.set(ticket, waiter);
  const known = space.queued.get(person);
  if (known === undefined) space.queued.set(person, [waiter]);
  else known.push(waiter);
  (space.parts.get(id) as Part).waiting += 1;
}

/** Takes an identity off the waiting list, if it is on it. */
export function leaveQueue(space: Space, id: string, person: string): void {
  const waiters = space.queued.get(person);
  if (waiters === undefined) return;
  const at = waiters.findIndex(({ organization }) => organization === id);
  if (at < 0) return;
  space.queue.delete((waiters[at] as Waiter).ticket);
  if (waiters.length === 1) space.queued.delete(person);
  else waiters.splice(at, 1);
  (space.parts.get(id) as Part).waiting -= 1;
}
