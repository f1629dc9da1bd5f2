/** Whom a step's events may concern: the people to look at again, per Space and organization. */
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { causedBy, emit, independently, must, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../directory/select/tree.ts";
import type { ScopeRule } from "../spaces/model.ts";
import {
  type Deciding,
  placeInScope,
  type Reading,
  type Rules,
  rulesInForce,
} from "./select/scope.ts";

/** Why somebody is looked at again. */
export interface Reason {
  /** The event that brings it about. */
  readonly cause: number;
  /** Whether the employment ended, so that whatever was held through it ends too. */
  readonly ended: boolean;
  /** The event that started the next employment, if one did. */
  readonly start?: number;
}

/** The people of one organization to look at again in one Space. */
export interface Candidates {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly people: ReadonlyMap<PersonId, Reason>;
}

type Moved = EventOf<DirectoryEvents, "department.moved">;
type Removed = EventOf<DirectoryEvents, "department.removed">;
type OfPerson = EventOf<DirectoryEvents, "person.hired" | "person.relocated" | "person.resigned">;

/** An event that may bring somebody into scope, or out of it. */
export type Moving = Moved | Removed | OfPerson;

/** The people of one organization to look at again: in all its Spaces, and in some only. */
interface Group {
  readonly organization: OrganizationId;
  readonly spaces: readonly SpaceId[];
  readonly everywhere: Map<PersonId, Reason>;
  readonly somewhere: Map<SpaceId, Map<PersonId, Reason>>;
  /** The rules that went with their departments. */
  readonly dropped: Map<SpaceId, Map<DepartmentId, ScopeRule>>;
}

function groupOf(tx: Reading, groups: Group[], organization: OrganizationId): Group {
  const found = groups.find((group) => group.organization === organization);
  if (found !== undefined) return found;
  const record = liveOrganization(tx, organization);
  const spaces = record === null ? [] : [...record.hosted, ...record.joined];
  const group: Group = {
    organization,
    spaces,
    everywhere: new Map(),
    somewhere: new Map(),
    dropped: new Map(),
  };
  groups.push(group);
  return group;
}

/** What a further event about somebody makes of the reason to look at them again. */
function reasonAfter(before: Reason | undefined, type: Moving["type"], seq: number): Reason {
  const ended = type === "person.resigned" || before?.ended === true;
  const cause = before?.ended === true ? before.cause : seq;
  return type === "person.hired" ? { cause, ended, start: seq } : { cause, ended };
}

/** Whom these events concern. */
export function candidatesOf(tx: Deciding, events: readonly Moving[]): Candidates[] {
  const groups: Group[] = [];
  independently(tx, events, (event) => {
    if (event.type === "department.removed") regroup(tx, groups, event, removedFrom);
  });
  independently(tx, events, (event) => {
    switch (event.type) {
      case "person.hired":
      case "person.relocated":
      case "person.resigned": {
        const { organization, person } = event.data;
        const { everywhere } = groupOf(tx, groups, organization);
        everywhere.set(person, reasonAfter(everywhere.get(person), event.type, event.seq));
        return;
      }
      case "department.moved":
        // Compared with where it was before the step, whatever else was moved or removed since.
        regroup(tx, groups, event, movedFrom);
        return;
      default:
    }
  });
  return groups.flatMap(candidatesIn);
}

function candidatesIn({ organization, spaces, everywhere, somewhere }: Group): Candidates[] {
  return spaces.map((space) => {
    const here = somewhere.get(space);
    // Whatever an event says of the person in particular outweighs what it says of the department.
    const people = here === undefined ? everywhere : new Map([...here, ...everywhere]);
    return { space, organization, people };
  });
}

/** One organization's scope in one Space. */
interface Here {
  readonly space: SpaceId;
  readonly whole: boolean;
  readonly rules: Rules;
  readonly dropped: Map<DepartmentId, ScopeRule>;
}

/** Adds whom a department's event concerns, Space by Space. */
function regroup<Event extends Moved | Removed>(
  tx: Deciding,
  groups: Group[],
  event: Event,
  concerned: (tx: Deciding, event: Event, here: Here) => readonly PersonId[],
): void {
  const { organization } = event.data;
  const { spaces, somewhere, dropped } = groupOf(tx, groups, organization);
  independently(tx, spaces, (space) => {
    const association = read(tx, "association", space, organization);
    if (association === null) return;
    const people = somewhere.get(space) ?? new Map<PersonId, Reason>();
    somewhere.set(space, people);
    const gone = dropped.get(space) ?? new Map<DepartmentId, ScopeRule>();
    dropped.set(space, gone);
    const rules = rulesInForce(tx, space, organization, association);
    const here = { space, whole: association.whole, rules, dropped: gone };
    for (const person of concerned(tx, event, here)) {
      people.set(person, reasonAfter(people.get(person), event.type, event.seq));
    }
  });
}

/** Whom a department's removal may bring in or take out: those placed in it, or under its rule. */
function removedFrom(tx: Deciding, event: Removed, { space, whole, rules, dropped }: Here) {
  const { organization, department, children, people } = event.data;
  const own = rules.department(department);
  if (own === undefined) return people;
  dropped.set(department, own);
  causedBy(tx, event.seq, () => dropRule(tx, space, organization, whole, department));
  const loose = children.filter((child) => rules.department(child) === undefined);
  return [...people, ...below(tx, organization, loose, rules)];
}

/** Whom a department's move may bring in or take out: only where the rule above it changes. */
function movedFrom(tx: Reading, { data }: Moved, { rules, dropped }: Here): readonly PersonId[] {
  const { organization, department, from, parent } = data;
  if (from === parent || rules.department(department) !== undefined) return [];
  const origin = readBefore(tx, "department", organization, department);
  // Nobody was placed below a department that was not there.
  if (origin === null || origin.removed) return [];
  const then = {
    ...rules,
    department: (id: DepartmentId) => dropped.get(id) ?? rules.department(id),
  };
  const before = placeInScope(then, origin.ancestors);
  const after = placeInScope(rules, must(tx, "department", organization, department).ancestors);
  return before === after ? [] : below(tx, organization, [department], rules);
}

/** ROSTER-09: a removed department disappears from scopes. */
function dropRule(
  tx: Deciding,
  space: SpaceId,
  organization: OrganizationId,
  whole: boolean,
  department: DepartmentId,
): void {
  const departments = [[department, null]] as const;
  emit(tx, "scope.changed", { space, organization, whole, departments, people: [] });
}

/** The departments at and below some that no nearer rule of their own keeps as they are. */
export function reached(tree: Tree, roots: readonly DepartmentId[], rules: Rules): DepartmentId[] {
  const found = new Set<DepartmentId>();
  for (const root of roots) {
    const kept = new Set<DepartmentId>();
    for (const department of subtreeOf(tree, root)) {
      const parent = tree.get(department)?.parent ?? null;
      const ruled = department !== root && rules.department(department) !== undefined;
      if (ruled || (parent !== null && kept.has(parent))) kept.add(department);
      else found.add(department);
    }
  }
  return [...found];
}

/** The people placed at and below some departments, but for branches with rules of their own. */
function below(
  tx: Reading,
  organization: OrganizationId,
  roots: readonly DepartmentId[],
  rules: Rules,
): PersonId[] {
  if (roots.length === 0) return [];
  const tree = readTree(tx, organization);
  return placedPeople(tx, organization, tree, reached(tree, roots, rules));
}
