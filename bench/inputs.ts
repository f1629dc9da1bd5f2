/** Inputs for a population: valid ones to measure, and a share of odd ones to compare verdicts by. */
import type { DepartmentId, Input, OrganizationId, PersonId, SpaceId } from "../src/index.ts";
import { oddly } from "./inputs-odd.ts";
import type { PlainOrganization, Population } from "./population.ts";
import { numbered, randomFrom } from "./random.ts";

interface Identity {
  readonly organization: PlainOrganization;
  readonly person: PersonId;
  number: number;
  gone: boolean;
}

/** What kinds of input to make. */
export interface Mix {
  readonly seed: number;
  /** Inputs in a hundred that are wrong or odd in some way. */
  readonly odd: number;
  /** Only these many people, all near each other; absent means everybody. */
  readonly hot?: number;
}

/** The measured types, in the order of a turn; each is undone on average by another. */
export const MEASURED = [
  "person.hired",
  "person.resigned",
  "person.relocated",
  "scope.take-out",
  "scope.put-in",
] as const;

/** A type that is measured. */
export type MeasuredType = (typeof MEASURED)[number];

const SHARES: readonly MeasuredType[] = [
  ...Array.from({ length: 6 }, () => "person.hired" as const),
  ...Array.from({ length: 6 }, () => "person.resigned" as const),
  ...Array.from({ length: 4 }, () => "person.relocated" as const),
  ...Array.from({ length: 2 }, () => "scope.take-out" as const),
  ...Array.from({ length: 2 }, () => "scope.put-in" as const),
];

/** Makes inputs, keeping track of who is employed where. */
export interface Inputs {
  /** The next input, of a type or of any. */
  readonly next: (type?: MeasuredType) => Input;
}

interface Pools {
  readonly all: Identity[];
  /** Those on a Roster or a waiting list at the start, and those hired like them. */
  readonly inside: Identity[];
  readonly left: Identity[];
  readonly out: { readonly space: SpaceId; readonly identity: Identity }[];
}

function poolsOf({ organizations, spaces }: Population, hot: number | undefined): Pools {
  const listed = new Set<string>();
  for (const { roster, waiting } of spaces) {
    for (const [organization, person] of [...roster, ...waiting]) {
      listed.add(`${organization} ${person}`);
    }
  }
  const all: Identity[] = [];
  const inside: Identity[] = [];
  for (const organization of organizations) {
    for (const { person } of organization.people.slice(organization.admins)) {
      const identity = { organization, person, number: 1, gone: false };
      const isInside = listed.has(`${organization.id} ${person}`);
      if (hot !== undefined && (all.length >= hot || !isInside)) continue;
      all.push(identity);
      if (isInside) inside.push(identity);
    }
  }
  return { all, inside, left: [], out: [] };
}

/** Makes inputs for a population as it stands. */
export function inputsFor(population: Population, { seed, odd, hot }: Mix): Inputs {
  const random = randomFrom(seed);
  const pools = poolsOf(population, hot);
  const idLength = (population.organizations[0] as PlainOrganization).id.length;
  let made = 0;
  let born = 0;
  const any = (): Identity => {
    for (;;) {
      const pool = random(2) === 0 ? pools.all : pools.inside;
      const found = pool[random(pool.length)] as Identity;
      if (!found.gone) return found;
      // The last one takes the place of whoever has gone, so that pools do not fill with them.
      const last = pool.pop() as Identity;
      const at = pool.indexOf(found, pool.length > 5_000 ? pool.length : 0);
      if (last !== found && at >= 0) pool[at] = last;
      else if (last !== found) pool.push(last);
    }
  };
  const departmentsOf = ({ organization }: Identity): DepartmentId[] => {
    const list = organization.departments;
    // The last departments are in scope, so half of all moves lead there.
    const deep = random(2) === 0 ? list.length - 1 : random(list.length);
    const one = (list[deep] as { id: DepartmentId }).id;
    const other = (list[random(list.length)] as { id: DepartmentId }).id;
    return random(10) === 0 && one !== other ? [one, other] : [one];
  };
  const fact = (type: MeasuredType, organization: OrganizationId, data: object): Input => {
    made += 1;
    const id = numbered<Input["id"]>("i", made, idLength);
    const from = { organization };
    return { id, at: made, from, type, data: { organization, ...data } } as unknown as Input;
  };
  const hire = (): Input => {
    const like = any();
    // So often that those gone stay a tenth: a World must not grow with the number of samples.
    const many = pools.left.length * 10 > pools.all.length;
    const again = pools.left.length > 0 && (hot !== undefined || many || random(20) === 0);
    const left = again ? (pools.left.splice(random(pools.left.length), 1)[0] as Identity) : null;
    born += left === null ? 1 : 0;
    const organization = left?.organization ?? like.organization;
    const second = left === null && hot === undefined && random(40) === 0 ? any().person : null;
    const person = left?.person ?? second ?? numbered<PersonId>("n", born, idLength);
    const identity: Identity = {
      organization,
      person,
      number: (left?.number ?? 0) + 1,
      gone: false,
    };
    pools.all.push(identity);
    pools.inside.push(identity);
    const { number } = identity;
    const fields = { name: `Name of ${person}`, title: "Engineer" };
    const departments = departmentsOf(identity);
    return fact("person.hired", organization.id, { person, number, departments, fields });
  };
  const command = (type: MeasuredType, identity: Identity, space: SpaceId): Input => {
    made += 1;
    const { organization, person } = identity;
    const admin = organization.people[random(organization.admins)]?.person;
    return {
      id: numbered("i", made, idLength),
      at: made,
      by: { organization: organization.id, person: admin },
      type,
      data: { space, organization: organization.id, people: [person] },
    } as unknown as Input;
  };
  const make = (type: MeasuredType): Input => {
    if (type === "person.hired") return hire();
    if (type === "scope.put-in" && pools.out.length > 0) {
      const { identity, space } = pools.out.shift() as Pools["out"][number];
      if (!identity.gone) return command(type, identity, space);
    }
    const identity = any();
    const { organization, person, number } = identity;
    if (type === "person.resigned") {
      identity.gone = true;
      pools.left.push(identity);
      return fact(type, organization.id, { person, number });
    }
    if (type === "person.relocated") {
      const departments = departmentsOf(identity);
      return fact(type, organization.id, { person, number, departments });
    }
    const spaces = [...organization.hosted, ...organization.joined];
    const space = spaces[random(spaces.length)] as SpaceId;
    if (type === "scope.take-out") pools.out.push({ space, identity });
    return command(type, identity, space);
  };
  return {
    next: (type) => {
      if (odd > 0 && random(100) < odd) return oddly(make("person.relocated"), random, population);
      const pick = type ?? (SHARES[random(SHARES.length)] as MeasuredType);
      if (hot === undefined) return make(pick);
      // Few people: neither may all of them go, nor may somebody be hired who has not gone.
      if (pick === "person.hired" && pools.left.length === 0) return make("person.relocated");
      const gone = pools.left.length > hot / 2;
      return make(pick === "person.resigned" && gone ? "person.hired" : pick);
    },
  };
}
