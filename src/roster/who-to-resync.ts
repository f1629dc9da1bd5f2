/** Whom a step's events may concern: the people to look at again, per Space or Link and organization. */
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { independently, must, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../directory/select/tree.ts";
import type { Container } from "../spaces/model.ts";
import { containersOf, partIn } from "../spaces/select/container.ts";
import { placeInScope, type Reading, type Rules, rulesInForce } from "./select/scope.ts";

/** Why somebody is looked at again. */
export interface Reason {
  /** The event that brings it about. */
  readonly cause: number;
  /** Whether the employment ended, so that whatever was held through it ends too. */
  readonly ended: boolean;
  /** The event that started the next employment, if one did. */
  readonly start?: number;
  /** Whether the employment is in force again that had ended before the step (RESIGN-06). */
  readonly isBack?: true;
}

/** The people of one organization to look at again in one Space, or on one Link. */
export interface Candidates {
  readonly of: Container;
  readonly organization: OrganizationId;
  readonly people: ReadonlyMap<PersonId, Reason>;
}

type Moved = EventOf<DirectoryEvents, "department.moved">;
type Removed = EventOf<DirectoryEvents, "department.removed">;
type OfPerson = EventOf<
  DirectoryEvents,
  "person.hired" | "person.reinstated" | "person.relocated" | "person.resigned"
>;

/** An event that may bring somebody into scope, or out of it. */
export type Moving = Moved | Removed | OfPerson;

/** The people of one organization to look at again: in all its Spaces and on all its Links, and in some only. */
interface Group {
  readonly organization: OrganizationId;
  /** The departments as they are now, read when first needed. */
  readonly tree: () => Tree;
  readonly containers: readonly Container[];
  readonly everywhere: Map<PersonId, Reason>;
  readonly somewhere: Map<Container, Map<PersonId, Reason>>;
}

function groupOf(tx: Reading, groups: Group[], organization: OrganizationId): Group {
  const found = groups.find((group) => group.organization === organization);
  if (found !== undefined) return found;
  const record = liveOrganization(tx, organization);
  const containers = record === null ? [] : containersOf(record);
  let tree: Tree | undefined;
  const group: Group = {
    organization,
    tree: () => {
      tree ??= readTree(tx, organization);
      return tree;
    },
    containers,
    everywhere: new Map(),
    somewhere: new Map(),
  };
  groups.push(group);
  return group;
}

/**
 * What a further event about somebody makes of the reason to look at them again. A departure that is
 * undone in the same step has ended nothing.
 */
function reasonAfter(
  tx: Reading,
  before: Reason | undefined,
  { type, data, seq }: Pick<Moving, "type" | "data" | "seq">,
): Reason {
  if (type === "person.reinstated") {
    const { organization, person, number } = data as DirectoryEvents["person.reinstated"];
    const known = readBefore(tx, "employment", organization, person);
    const isUndone = known?.inService === true && known.number === number;
    return isUndone
      ? { cause: before?.cause ?? seq, ended: false }
      : { cause: seq, ended: before?.ended === true, start: seq, isBack: true };
  }
  const ended = type === "person.resigned" || before?.ended === true;
  const cause = before?.ended === true ? before.cause : seq;
  if (type === "person.hired") return { cause, ended, start: seq };
  if (type === "person.resigned" || before?.start === undefined) return { cause, ended };
  return { ...before, cause, ended };
}

/** Whom these events concern. */
export function candidatesOf(tx: Reading, events: readonly Moving[]): Candidates[] {
  const groups: Group[] = [];
  independently(tx, events, (event) => {
    switch (event.type) {
      case "person.hired":
      case "person.reinstated":
      case "person.relocated":
      case "person.resigned": {
        const { organization, person } = event.data;
        const { everywhere } = groupOf(tx, groups, organization);
        everywhere.set(person, reasonAfter(tx, everywhere.get(person), event));
        return;
      }
      default:
        // Compared with where it was before the step, whatever else was moved or removed since.
        eachScope(tx, groups, event, (here) => {
          for (const person of concerned(tx, event, here)) {
            here.people.set(person, reasonAfter(tx, here.people.get(person), event));
          }
        });
    }
  });
  return groups.flatMap(candidatesIn);
}

function candidatesIn({ organization, containers, everywhere, somewhere }: Group): Candidates[] {
  return containers.map((of) => {
    const here = somewhere.get(of);
    // Whatever an event says of the person in particular outweighs what it says of the department.
    const people = here === undefined ? everywhere : new Map([...here, ...everywhere]);
    return { of, organization, people };
  });
}

/** One organization's scope in one Space or on one Link. */
interface Here {
  readonly tree: () => Tree;
  readonly rules: Rules;
  /** Whom departments' events concern here. */
  readonly people: Map<PersonId, Reason>;
}

/** Looks at a department's event Space by Space and Link by Link. */
function eachScope(
  tx: Reading,
  groups: Group[],
  { data: { organization } }: Moved | Removed,
  look: (here: Here) => void,
): void {
  const { containers, tree, somewhere } = groupOf(tx, groups, organization);
  independently(tx, containers, (of) => {
    const part = partIn(tx, of, organization);
    if (part === null) return;
    const people = somewhere.get(of) ?? new Map<PersonId, Reason>();
    somewhere.set(of, people);
    look({ tree, rules: rulesInForce(tx, of, organization, part), people });
  });
}

/** Whom a department's event may bring in or take out. */
function concerned(tx: Reading, event: Moved | Removed, here: Here): readonly PersonId[] {
  const { organization, department } = event.data;
  const removed = event.type === "department.removed";
  const roots = removed ? event.data.children : [department];
  const stands = removed
    ? here.rules.department(department) === undefined && hangsAsBefore(tx, organization, department)
    : event.data.from === event.data.parent;
  const placed = removed ? event.data.people : [];
  if (stands) return placed;
  const changed = roots.filter((root) => meansElse(tx, organization, root, here));
  return [...placed, ...below(tx, organization, changed, here)];
}

/** Whether a department that is removed was moved nowhere in the same step. */
function hangsAsBefore(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): boolean {
  const before = readBefore(tx, "department", organization, department)?.ancestors ?? [];
  const { ancestors } = must(tx, "department", organization, department);
  return ancestors.length === before.length && ancestors.every((each, i) => each === before[i]);
}

/** Whether the rule above a department says something else than before the step. */
function meansElse(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  { rules }: Here,
): boolean {
  if (rules.department(department) !== undefined) return false;
  const origin = readBefore(tx, "department", organization, department);
  const now = must(tx, "department", organization, department);
  // Nobody was placed below a department that was not there; one removed names its people itself.
  if (origin === null || origin.removed || now.removed) return false;
  return placeInScope(rules, origin) !== placeInScope(rules, now);
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
  { tree, rules }: Here,
): PersonId[] {
  if (roots.length === 0) return [];
  return placedPeople(tx, organization, tree(), reached(tree(), roots, rules));
}
