/** What a change of scope would do, worked out before anything is done, so that it can be refused. */
import { allEntries } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Policy } from "../../core/policy.ts";
import { type FiguresNeeded, refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must } from "../../core/transaction.ts";
import type { OrganizationRecord, PeopleEntry } from "../../directory/model.ts";
import { peopleOf } from "../../directory/select/keys.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import { stoodOver } from "../../directory/select/stood-over.ts";
import { placedPeople, readTree, type Tree } from "../../directory/select/tree.ts";
import type {
  AssociationRecord,
  Container,
  LinkRecord,
  ScopeRule,
  SpaceRecord,
} from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { personCapInForce } from "../../spaces/select/limits.ts";
import type { Entrant } from "../admission.ts";
import { reached } from "../who-to-resync.ts";
import { counted, type Here, hereOf, NOT_HERE, takesPlace } from "./presence.ts";
import { inScope, type Reading, type Rules, rulesInForce } from "./scope.ts";
import { type Placed, standingInTree, standingOf } from "./standing.ts";

/** A change of a scope's rules; `null` takes one away. */
export interface ScopeChange {
  readonly whole: boolean;
  readonly departments: readonly (readonly [DepartmentId, ScopeRule | null])[];
  readonly people: readonly (readonly [PersonId, ScopeRule | null])[];
  /** The scope is set as a whole. */
  readonly set?: true;
}

/** Where a scope changes. For a Space, Association or Link to come, the records are `null`. */
export interface Place {
  readonly of: Container;
  readonly organization: OrganizationId;
  readonly part: AssociationRecord | LinkRecord | null;
  /** What limits a Space; nothing limits a Link (BRANCH-02). */
  readonly room: { readonly record: SpaceRecord | null; readonly host: OrganizationRecord } | null;
}

/** What a change would do. */
export interface Plan {
  readonly leaving: readonly PersonId[];
  readonly unwaiting: readonly PersonId[];
  readonly entering: readonly Entrant[];
  /** Whether it would bring people in above the person cap. */
  readonly overCap: boolean;
  /** What is needed is what those who enter take, less what those who leave free: the least, of a glance. */
  readonly figures: Required<FiguresNeeded>;
  /** Whether the counts alone have said so, and nobody was looked at. */
  readonly glance: boolean;
}

const NO_RULES: Rules = { whole: false, department: () => undefined, person: () => undefined };

function rulesAfter(tx: Reading, place: Place, change: ScopeChange): Rules {
  const { of, organization, part } = place;
  const before = part === null ? NO_RULES : rulesInForce(tx, of, organization, part);
  const departments = new Map(change.departments);
  const people = new Map(change.people);
  return {
    whole: change.whole,
    department: (id) => {
      const rule = departments.get(id);
      return rule === undefined ? before.department(id) : (rule ?? undefined);
    },
    person: (id) => {
      const rule = people.get(id);
      return rule === undefined ? before.person(id) : (rule ?? undefined);
    },
  };
}

/** What nothing would change by, but that too many are meant. */
const NOBODY = { leaving: [], unwaiting: [], entering: [], overCap: true, glance: true } as const;

/**
 * Works out what a change of scope would do; reads only.
 *
 * @param glancing whether counts are enough to say that it does not fit
 */
export function planChange(
  tx: Reading,
  policy: Policy,
  place: Place,
  change: ScopeChange,
  glancing = true,
): Plan {
  const { room } = place;
  const current = room?.record == null ? 0 : counted(room.record, policy);
  const limit = room === null ? Number.POSITIVE_INFINITY : capOf(room, policy);
  const least = glancing ? surelyEntering(tx, place, change) : 0;
  if (current <= limit && least > limit) {
    return { ...NOBODY, figures: { limit, current, needed: least - current } };
  }
  const rules = rulesAfter(tx, place, change);
  const standings = concerned(tx, place, change, rules);
  const leaving: (readonly [PersonId, number])[] = [];
  const unwaiting: (readonly [PersonId, number])[] = [];
  const entering: Entrant[] = [];
  const naturals = new Map<PersonId, readonly [before: number, after: number]>();
  for (const [person, standing] of standings) {
    const { organization } = place;
    const { through, since, ticket } = hereIn(tx, place, person);
    const belongs = inScope(rules, person, standing);
    const natural = naturalOf(tx, { organization, person });
    const [before, after] = naturals.get(natural) ?? [through.length, through.length];
    if (since !== null && !belongs) {
      leaving.push([person, since]);
      naturals.set(natural, [before, after - 1]);
    }
    if (ticket !== null && !belongs) unwaiting.push([person, ticket]);
    if (belongs && since === null && ticket === null) {
      entering.push({ organization, person, ordinal: standing.ordinal });
      naturals.set(natural, [before, after + 1]);
    }
  }
  // The places that those who enter take, less those that are freed.
  const taken = [...naturals.values()].reduce(
    (sum, [before, after]) => sum + countedOf(after, policy) - countedOf(before, policy),
    0,
  );
  const takes = entering.some(({ person }) =>
    takesPlace(hereIn(tx, place, person).through, policy),
  );
  return {
    leaving: inOrder(leaving),
    unwaiting: inOrder(unwaiting),
    entering: entering.sort((left, right) => left.ordinal - right.ordinal),
    overCap: takes && current + taken > limit,
    figures: { limit, current, needed: taken },
    glance: false,
  };
}

/** For how many so many identities of one natural person count (CAP-02). */
const countedOf = (identities: number, policy: Policy): number =>
  policy.personCounting === "per-identity" ? identities : Math.min(identities, 1);

/** How somebody is present or waits where a scope changes: nowhere, if that is yet to come. */
function hereIn(tx: Reading, { of, organization, part, room }: Place, person: PersonId): Here {
  const isToCome = isTrunk(of) ? part === null : room?.record == null;
  return isToCome ? NOT_HERE : hereOf(tx, of, organization, person);
}

const inOrder = (people: (readonly [PersonId, number])[]): PersonId[] =>
  people.sort((left, right) => left[1] - right[1]).map(([person]) => person);

function capOf({ record, host }: NonNullable<Place["room"]>, policy: Policy): number {
  return personCapInForce(record ?? { cap: null }, host, policy);
}

/**
 * How many people of a whole organization counts alone say would be in scope, so that nobody has to be looked
 * at where they do not fit: those left if all rules on people took somebody out; 0 where counts do not say.
 */
function surelyEntering(
  tx: Reading,
  { organization, part, room }: Place,
  change: ScopeChange,
): number {
  if (room === null) return 0;
  const ruled = change.departments.length + (part?.departments.count ?? 0);
  if (!change.whole || part?.whole === true || ruled > 0) return 0;
  // Where people are renamed, several may be one natural person (AMB-117).
  if (must(tx, "organization", organization).renamed?.people !== undefined) return 0;
  const people = must(tx, "directory", organization).people.count;
  return people - change.people.length - (part?.people.count ?? 0);
}

/** Everybody whom a change may bring in or take out, with their places in the directory. */
function concerned(
  tx: Reading,
  { organization, part }: Place,
  change: ScopeChange,
  rules: Rules,
): Map<PersonId, Placed> {
  const people = change.people.map(([person]) => person);
  const wholeChanges = change.whole !== (part?.whole ?? false);
  if (change.departments.length === 0 && !wholeChanges) {
    return new Map(people.map((person) => [person, standingOf(tx, organization, person)]));
  }
  if (!wholeChanges) {
    const tree = readTree(tx, organization);
    const named = change.departments.map(([department]) => department);
    const over = stoodOver(tx, organization, named);
    const roots = [...named, ...over.departments];
    const placed = placedPeople(tx, organization, tree, reached(tree, roots, rules));
    return standings(tx, organization, new Set([...people, ...over.people, ...placed]), tree);
  }
  const everybody = everyoneOf(tx, organization);
  const ruled = change.departments.length + (part?.departments.count ?? 0) + change.people.length;
  if (ruled + (part?.people.count ?? 0) === 0) {
    // Without any rule below the root, being in service is all there is to know.
    return new Map(
      everybody.map(([person, , ordinal]) => [
        person,
        { inService: true, chains: [], under: [], left: [], ordinal },
      ]),
    );
  }
  const all = new Set([...people, ...everybody.map(([person]) => person)]);
  return standings(tx, organization, all, readTree(tx, organization));
}

function everyoneOf(tx: Reading, organization: OrganizationId): PeopleEntry[] {
  return allEntries(tx, peopleOf(organization), must(tx, "directory", organization).people);
}

function standings(
  tx: Reading,
  organization: OrganizationId,
  people: ReadonlySet<PersonId>,
  tree: Tree,
): Map<PersonId, Placed> {
  const found = new Map<PersonId, Placed>();
  for (const person of people) found.set(person, standingInTree(tx, organization, person, tree));
  return found;
}

/**
 * CAP-01, CAP-02, CAP-03, CERT-03, JOIN-08, JOIN-09: what a command would bring in fits under the
 * person cap, wholly. JOIN-18: whose limit it is learns what it would take.
 */
export const peopleFit = guard(
  ["CAP-01", "CAP-02", "CAP-03", "CERT-03", "JOIN-08", "JOIN-09", "JOIN-18", "BOTH-02"],
  (plan: Plan, tellFigures: boolean) =>
    plan.overCap ? refuse("PERSON_CAP_EXCEEDED", tellFigures ? plan.figures : {}) : null,
);
