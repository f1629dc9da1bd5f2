/**
 * A population described plainly, from which both the library's records and the floor's state are
 * made: one large Host with nested departments, many smaller organizations, and for each group of
 * organizations a full Space with people waiting and one with room.
 */
import {
  type DepartmentId,
  definePolicy,
  type OrganizationId,
  type PersonId,
  type Policy,
  type ScopeRule,
  type SpaceId,
} from "../src/index.ts";
import { numbered, type Random, randomFrom } from "./random.ts";

/** One person's employment; the place in `people` is the place in the order of hires. */
export interface PlainPerson {
  readonly person: PersonId;
  readonly departments: readonly DepartmentId[];
}

/** An organization; a department's parent comes before it. */
export interface PlainOrganization {
  readonly id: OrganizationId;
  readonly departments: readonly {
    readonly id: DepartmentId;
    readonly parent: DepartmentId | null;
  }[];
  readonly people: readonly PlainPerson[];
  /** Main admins: the first people. */
  readonly admins: number;
  readonly hosted: SpaceId[];
  readonly joined: SpaceId[];
}

/** One organization's part in a Space. */
export interface PlainPart {
  readonly organization: OrganizationId;
  readonly whole: boolean;
  readonly departments: readonly (readonly [DepartmentId, ScopeRule])[];
  readonly people: readonly (readonly [PersonId, ScopeRule])[];
}

/** An identity on a Roster or a waiting list. */
export type PlainIdentity = readonly [OrganizationId, PersonId, ordinal: number];

/** A Space: the Host's part first. */
export interface PlainSpace {
  readonly id: SpaceId;
  /** The person cap that support set, if any. */
  readonly cap: number | null;
  readonly parts: readonly PlainPart[];
  readonly roster: readonly PlainIdentity[];
  readonly waiting: readonly PlainIdentity[];
}

/** Everything there is. */
export interface Population {
  readonly policy: Policy;
  readonly organizations: readonly PlainOrganization[];
  readonly spaces: readonly PlainSpace[];
}

/** How to make an organization. */
export interface OrganizationPlan {
  readonly number: number;
  readonly people: number;
  readonly departments: number;
  /** Sub-departments per department. */
  readonly fan: number;
}

/** The policy with another person cap. */
export function capped(personCap: number): Policy {
  const made = definePolicy({ personCap });
  if (!made.ok) throw new Error("not a policy");
  return made.policy;
}

/** Makes organizations with people of their own, numbered from `from` on. */
export function plainOrganization(
  plan: OrganizationPlan,
  from: number,
  idLength: number,
): PlainOrganization {
  const { number, people, departments, fan } = plan;
  const department = (i: number): DepartmentId => numbered("d", i, idLength);
  return {
    id: numbered("o", number, idLength),
    departments: Array.from({ length: departments }, (_, i) => ({
      id: department(i),
      parent: i === 0 ? null : department(Math.floor((i - 1) / fan)),
    })),
    people: Array.from({ length: people }, (_, i) => ({
      person: numbered<PersonId>("p", from + i, idLength),
      departments:
        i % 20 === 7 && departments > 1
          ? [department(i % departments), department((i + 1) % departments)]
          : [department(i % departments)],
    })),
    admins: 2,
    hosted: [],
    joined: [],
  };
}

/** Selects departments from the last one up until about so many people are in scope. */
export function partOf(organization: PlainOrganization, wanted: number, random: Random): PlainPart {
  const each = Math.max(
    1,
    Math.floor(organization.people.length / organization.departments.length),
  );
  const count = Math.min(Math.max(1, Math.round(wanted / each)), organization.departments.length);
  const people = organization.people.length;
  return {
    organization: organization.id,
    whole: false,
    departments: organization.departments.slice(-count).map(({ id }) => [id, "in"] as const),
    people: [
      [(organization.people[2 + random(people - 2)] as PlainPerson).person, "in"],
      [(organization.people[2] as PlainPerson).person, "out"],
    ],
  };
}

/** The identities in scope of a part, in the order of hires. */
export function inScopeOf(organization: PlainOrganization, part: PlainPart): PlainIdentity[] {
  const parents = new Map(organization.departments.map(({ id, parent }) => [id, parent]));
  const rules = new Map(part.departments);
  const people = new Map(part.people);
  const departmentIn = (department: DepartmentId): boolean => {
    let at: DepartmentId | null = department;
    while (at !== null) {
      const rule = rules.get(at);
      if (rule !== undefined) return rule === "in";
      at = parents.get(at) ?? null;
    }
    return part.whole;
  };
  const found: PlainIdentity[] = [];
  organization.people.forEach(({ person, departments }, ordinal) => {
    const own = people.get(person);
    if (own !== undefined ? own === "in" : departments.some(departmentIn)) {
      found.push([organization.id, person, ordinal]);
    }
  });
  return found;
}

/** A Space of these organizations, filled to the cap; whoever does not fit waits. `null`: room for all. */
export function plainSpace(
  id: SpaceId,
  organizations: readonly PlainOrganization[],
  parts: readonly PlainPart[],
  capOrRoom: number | null,
): PlainSpace {
  const lists = parts.map((part, i) => inScopeOf(organizations[i] as PlainOrganization, part));
  const all = lists.reduce((sum, list) => sum + list.length, 0);
  const cap = capOrRoom ?? Math.ceil(all * 1.1);
  const roster: PlainIdentity[] = [];
  const waiting: PlainIdentity[] = [];
  // Evenly from each organization, so that all of them are present and the last of each wait.
  const inTurn = lists.flatMap((list) =>
    list.map((identity, i) => [i / list.length, identity] as const),
  );
  for (const [, identity] of inTurn.sort((left, right) => left[0] - right[0])) {
    (roster.length < cap ? roster : waiting).push(identity);
  }
  organizations.forEach((organization, i) => {
    (i === 0 ? organization.hosted : organization.joined).push(id);
  });
  return { id, cap: capOrRoom === null ? cap : null, parts, roster, waiting };
}

const OTHERS = 200;
const GROUP = 400;
const HOST_PEOPLE = 100_000;

/** A population of about so many people. */
export function populationOf(people: number, idLength = 11): Population {
  const random = randomFrom(people);
  const host = Math.min(people / 2, HOST_PEOPLE);
  const departments = Math.min(5_000, Math.ceil(host / 20));
  const plans: OrganizationPlan[] = [{ number: 0, people: host, departments, fan: 3 }];
  const size = people > 2_000 ? OTHERS : 100;
  for (let rest = people - host; rest > 0; rest -= size) {
    plans.push({ number: plans.length, people: size, departments: 28, fan: 3 });
  }
  let from = 0;
  const organizations = plans.map((plan) => {
    const made = plainOrganization(plan, from, idLength);
    from += plan.people;
    return made;
  });
  const cap = Math.min(3_000, Math.floor(people * 0.3));
  const spaces: PlainSpace[] = [];
  for (let start = 0; start < organizations.length; start += GROUP) {
    const group = organizations.slice(start, start + GROUP);
    for (const limit of [cap, null]) {
      const id = numbered<SpaceId>("s", spaces.length, idLength);
      const wanted = Math.ceil((cap * 1.06) / (group.length + 1));
      const parts = group.map((each, i) => partOf(each, i === 0 ? wanted * 2 : wanted, random));
      spaces.push(plainSpace(id, group, parts, limit));
    }
  }
  return { policy: capped(cap), organizations, spaces };
}
