/** Whom a step may have brought into automatic departments of their Spaces, or out of them. */
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { independently } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../directory/select/tree.ts";
import type { RosterEvents } from "../roster/model.ts";
import type { LicensesEvents } from "./model.ts";
import { coverageChanges } from "./select/automatic.ts";
import type { Reading } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

/** Somebody to look at, in one Space. */
export interface Candidate {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Came onto the Roster in the step itself, was let onto it by freed room, or was on it before. */
  readonly how: "entered" | "let-in" | "moved";
  /** The event that brings it about. */
  readonly cause: number;
}

/** The candidates by Space; an identity is one candidate in each. */
export type Candidates = ReadonlyMap<SpaceId, readonly Candidate[]>;

const NOBODY: Candidates = new Map();

type Found = Map<SpaceId, Map<string, Candidate>>;
type Changed = EventOf<DirectoryEvents, "department.moved" | "department.removed">;

/** An event that may bring somebody into automatic departments, or out of them. */
export type Moving =
  | Changed
  | EventOf<RosterEvents, "roster.entered">
  | EventOf<DirectoryEvents, "person.relocated">;

function add(found: Found, space: SpaceId, candidate: Candidate): void {
  const those = found.get(space) ?? new Map<string, Candidate>();
  found.set(space, those);
  const name = `${candidate.organization} ${candidate.person}`;
  // Whoever came onto the Roster has come into the department, wherever they were before.
  if (candidate.how !== "moved" || !those.has(name)) those.set(name, candidate);
}

/** Looks through all that has happened in the step. */
export function candidatesOf(
  tx: Reading,
  events: readonly (Moving | EventOf<LicensesEvents>)[],
): Candidates {
  const found: Found = new Map();
  const trees = new Map<OrganizationId, Tree>();
  independently(tx, events, (event) => {
    switch (event.type) {
      case "roster.entered": {
        // Whoever comes onto a Link comes into no linked unit (SEAT-01).
        if ("trunk" in event.data) return;
        const { space, organization, person, because } = event.data;
        const own = because !== "waiting-list" && because !== "other-identity";
        const how = own ? "entered" : "let-in";
        add(found, space, { organization, person, how, cause: event.seq });
        return;
      }
      case "person.relocated": {
        const { organization, person } = event.data;
        const candidate: Candidate = { organization, person, how: "moved", cause: event.seq };
        for (const space of joinedBy(tx, organization)) add(found, space, candidate);
        return;
      }
      case "department.moved":
      case "department.removed":
        addBelow(tx, found, event, trees);
        return;
      default:
    }
  });
  if (found.size === 0) return NOBODY;
  return new Map([...found].map(([space, those]) => [space, [...those.values()]]));
}

function joinedBy(tx: Reading, organization: OrganizationId): readonly SpaceId[] {
  return liveOrganization(tx, organization)?.joined ?? [];
}

/** Adds the people of a changed department, and of those below that are covered otherwise now. */
function addBelow(
  tx: Reading,
  found: Found,
  event: Changed,
  trees: Map<OrganizationId, Tree>,
): void {
  const { organization } = event.data;
  const tree = (): Tree => {
    const known = trees.get(organization) ?? readTree(tx, organization);
    trees.set(organization, known);
    return known;
  };
  independently(tx, joinedBy(tx, organization), (space) => {
    const where = downstreamUnit(tx, space, organization);
    if (where === null) return;
    const removed = event.type === "department.removed";
    const changed: DepartmentId[] = [];
    independently(tx, removed ? event.data.children : [event.data.department], (department) => {
      if (coverageChanges(tx, where, organization, department)) changed.push(department);
    });
    const people = [
      ...(removed ? event.data.people : []),
      ...peopleBelow(tx, organization, changed, tree),
    ];
    for (const person of people) {
      add(found, space, { organization, person, how: "moved", cause: event.seq });
    }
  });
}

/** Everybody placed in some departments or below them. */
export function peopleBelow(
  tx: Reading,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  treeOf: () => Tree = () => readTree(tx, organization),
): PersonId[] {
  if (departments.length === 0) return [];
  const tree = treeOf();
  const below = new Set(departments.flatMap((department) => subtreeOf(tree, department)));
  return placedPeople(tx, organization, tree, [...below]);
}
