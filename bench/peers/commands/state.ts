/**
 * The state that libraries without a store of their own keep: plain records by id, as their guides have
 * it. What never changes in this workload (departments, scope, caps) stands beside it, so that no
 * library pays for copying that.
 */
import type { PlainIdentity, PlainSpace, Population } from "../../population.ts";
import { fieldsOf } from "../../records.ts";

/** An employment. */
export interface Employment {
  readonly number: number;
  readonly inService: boolean;
  readonly ordinal: number;
  readonly departments: readonly string[];
  readonly fields: object;
}

/** Through which organizations a person is on a Roster, with the places of hire. */
export type Through = readonly (readonly [organization: string, ordinal: number])[];

/** An identity on a waiting list. */
export interface Waiter {
  readonly organization: string;
  readonly person: string;
  readonly ordinal: number;
}

/** A Space, as far as it changes. */
export interface SpaceState {
  readonly persons: number;
  readonly roster: Readonly<Record<string, Through>>;
  readonly waiting: readonly Waiter[];
  /** Rules on people, by identity. */
  readonly rules: Readonly<Record<string, string>>;
}

/** Everything that changes. Employments are named by organization and person. */
export interface State {
  readonly hires: Readonly<Record<string, number>>;
  readonly employments: Readonly<Record<string, Employment>>;
  readonly spaces: Readonly<Record<string, SpaceState>>;
}

/** Everything that does not. */
export interface Ground {
  readonly organizations: ReadonlyMap<
    string,
    { readonly spaces: readonly string[]; readonly parents: ReadonlyMap<string, string | null> }
  >;
  readonly spaces: ReadonlyMap<
    string,
    {
      readonly cap: number;
      readonly parts: ReadonlyMap<
        string,
        { readonly whole: boolean; readonly departments: ReadonlyMap<string, string> }
      >;
    }
  >;
}

/** Names an identity. */
export const nameOf = (organization: string, person: string): string => `${organization}/${person}`;

/** What never changes of a population. */
export function groundOf({ policy, organizations, spaces }: Population): Ground {
  return {
    organizations: new Map(
      organizations.map(({ id, hosted, joined, departments }) => [
        id,
        {
          spaces: [...hosted, ...joined],
          parents: new Map(departments.map((each) => [each.id as string, each.parent])),
        },
      ]),
    ),
    spaces: new Map(
      spaces.map(({ id, cap, parts }) => [
        id,
        {
          cap: Math.max(cap ?? 0, policy.personCap),
          parts: new Map(
            parts.map(({ organization, whole, departments }) => [
              organization,
              { whole, departments: new Map<string, string>(departments) },
            ]),
          ),
        },
      ]),
    ),
  };
}

const waiterOf = ([organization, person, ordinal]: PlainIdentity): Waiter => ({
  organization,
  person,
  ordinal,
});

function spaceOf({ parts, roster, waiting }: PlainSpace): SpaceState {
  const people: Record<string, [string, number][]> = {};
  for (const [organization, person, ordinal] of roster) {
    people[person] ??= [];
    people[person].push([organization, ordinal]);
  }
  const rules = parts.flatMap(({ organization, people: own }) =>
    own.map(([person, rule]) => [nameOf(organization, person), rule] as const),
  );
  return {
    persons: Object.keys(people).length,
    roster: people,
    waiting: waiting.map(waiterOf),
    rules: Object.fromEntries(rules),
  };
}

/** What changes, of a population. */
export function stateOf({ organizations, spaces }: Population): State {
  const employments: Record<string, Employment> = {};
  for (const { id, people } of organizations) {
    for (const [ordinal, { person, departments }] of people.entries()) {
      const fields = fieldsOf(person);
      const employment = { number: 1, inService: true, ordinal, departments, fields };
      employments[nameOf(id, person)] = employment;
    }
  }
  return {
    hires: Object.fromEntries(organizations.map(({ id, people }) => [id, people.length])),
    employments,
    spaces: Object.fromEntries(spaces.map((space) => [space.id, spaceOf(space)])),
  };
}
