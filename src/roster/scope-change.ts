/** What a change of scope would do, worked out before anything is done, so that it can be refused. */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import type { OrganizationRecord, PeopleEntry } from "../directory/model.ts";
import { peopleOf } from "../directory/select/keys.ts";
import { stoodOver } from "../directory/select/stood-over.ts";
import { placedPeople, readTree, type Tree } from "../directory/select/tree.ts";
import type {
  AssociationRecord,
  Container,
  LinkRecord,
  ScopeRule,
  SpaceRecord,
} from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { personCapInForce } from "../spaces/select/limits.ts";
import { type Entrant, enter, leave } from "./admission.ts";
import { counted, type Here, hereOf, NOT_HERE, takesPlace } from "./select/presence.ts";
import { type Deciding, inScope, type Reading, type Rules, rulesInForce } from "./select/scope.ts";
import { type Placed, standingInTree, standingOf } from "./select/standing.ts";
import { reached } from "./who-to-resync.ts";

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
  readonly figures: { readonly limit: number; readonly current: number };
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

/** Works out what a change of scope would do; reads only. */
export function planChange(tx: Reading, policy: Policy, place: Place, change: ScopeChange): Plan {
  const { room } = place;
  const current = room?.record == null ? 0 : counted(room.record, policy);
  const limit = room === null ? Number.POSITIVE_INFINITY : capOf(room, policy);
  const figures = { limit, current };
  if (surelyOverCap(tx, place, change, limit, current)) {
    return { leaving: [], unwaiting: [], entering: [], overCap: true, figures };
  }
  const rules = rulesAfter(tx, place, change);
  const standings = concerned(tx, place, change, rules);
  const leaving: (readonly [PersonId, number])[] = [];
  const unwaiting: (readonly [PersonId, number])[] = [];
  const entering: Entrant[] = [];
  let places = limit - current;
  for (const [person, standing] of standings) {
    const { organization } = place;
    const { through, since, ticket } = hereIn(tx, place, person);
    const belongs = inScope(rules, person, standing);
    if (since !== null && !belongs) {
      leaving.push([person, since]);
      if (takesPlace(through.slice(1), policy)) places += 1;
    }
    if (ticket !== null && !belongs) unwaiting.push([person, ticket]);
    if (belongs && since === null && ticket === null) {
      entering.push({ organization, person, ordinal: standing.ordinal });
      if (takesPlace(through, policy)) places -= 1;
    }
  }
  const needed = entering.some(({ person }) =>
    takesPlace(hereIn(tx, place, person).through, policy),
  );
  return {
    leaving: inOrder(leaving),
    unwaiting: inOrder(unwaiting),
    entering: entering.sort((left, right) => left.ordinal - right.ordinal),
    overCap: needed && places < 0,
    figures,
  };
}

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
 * Whether the counts alone say that a whole organization does not fit, so that nobody has to be
 * looked at: even if all rules on people took somebody out, too many would be left.
 */
function surelyOverCap(
  tx: Reading,
  { organization, part, room }: Place,
  change: ScopeChange,
  limit: number,
  current: number,
): boolean {
  if (room === null) return false;
  const ruled = change.departments.length + (part?.departments.count ?? 0);
  if (!change.whole || part?.whole === true || ruled > 0) return false;
  const people = must(tx, "directory", organization).people.count;
  const least = people - change.people.length - (part?.people.count ?? 0);
  return current <= limit && least > limit;
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
 * ROSTER-13, EXIT-02: does what was planned, out first, then in. Whoever is in before and after is in
 * neither list; a Member whose people all leave is a Member still (EXIT-06).
 */
export const carryOut = effect(
  ["ROSTER-13", "EXIT-02"],
  (
    tx: Deciding,
    policy: Policy,
    { of, organization }: Pick<Place, "of" | "organization">,
    change: ScopeChange,
    plan: Plan,
  ): void => {
    emit(tx, "scope.changed", { ...of, organization, ...change });
    for (const person of plan.leaving) leave(tx, of, organization, person, "scope");
    if (!isTrunk(of)) {
      for (const person of plan.unwaiting) {
        emit(tx, "waiting.left", { ...of, organization, person, because: "scope" });
      }
    }
    for (const entrant of plan.entering) enter(tx, policy, of, entrant, "scope");
  },
);
