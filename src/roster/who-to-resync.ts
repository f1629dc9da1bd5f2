/** Whom a step's events may concern: the people to look at again, per Space and organization. */
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { independently, must, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../directory/select/tree.ts";
import { placeInScope, type Reading, type Rules, rulesInForce } from "./select/scope.ts";

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
}

function groupOf(tx: Reading, groups: Group[], organization: OrganizationId): Group {
  const found = groups.find((group) => group.organization === organization);
  if (found !== undefined) return found;
  const record = liveOrganization(tx, organization);
  const spaces = record === null ? [] : [...record.hosted, ...record.joined];
  const group: Group = { organization, spaces, everywhere: new Map(), somewhere: new Map() };
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
export function candidatesOf(tx: Reading, events: readonly Moving[]): Candidates[] {
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

/** Adds whom a department's event concerns, Space by Space. */
function regroup<Event extends Moved | Removed>(
  tx: Reading,
  groups: Group[],
  event: Event,
  concerned: (tx: Reading, event: Event, rules: Rules) => readonly PersonId[],
): void {
  const { organization } = event.data;
  const { spaces, somewhere } = groupOf(tx, groups, organization);
  independently(tx, spaces, (space) => {
    const association = read(tx, "association", space, organization);
    if (association === null) return;
    const people = somewhere.get(space) ?? new Map<PersonId, Reason>();
    somewhere.set(space, people);
    const rules = rulesInForce(tx, space, organization, association);
    for (const person of concerned(tx, event, rules)) {
      people.set(person, reasonAfter(people.get(person), event.type, event.seq));
    }
  });
}

/** Whom a department's removal may bring in or take out: those placed in it, or under its rule. */
function removedFrom(tx: Reading, { data }: Removed, rules: Rules): readonly PersonId[] {
  const { organization, department, children, people } = data;
  if (rules.department(department) === undefined) return people;
  const loose = children.filter((child) => rules.department(child) === undefined);
  return [...people, ...below(tx, organization, loose, rules)];
}

/** Whom a department's move may bring in or take out: only where the rule above it changes. */
function movedFrom(tx: Reading, { data }: Moved, rules: Rules): readonly PersonId[] {
  const { organization, department, from, parent } = data;
  if (from === parent || rules.department(department) !== undefined) return [];
  const origin = readBefore(tx, "department", organization, department);
  // Nobody was placed below a department that was not there.
  if (origin === null || origin.removed) return [];
  const before = placeInScope(rules, origin);
  const after = placeInScope(rules, must(tx, "department", organization, department));
  return before === after ? [] : below(tx, organization, [department], rules);
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
