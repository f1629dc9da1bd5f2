/** Whom a step may have brought into what is automatic, in Spaces and below Trunks, or out of it. */
import { allEntries } from "../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { independently, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { placedPeople, readTree, subtreeOf, type Tree } from "../directory/select/tree.ts";
import type { LinkRosterEntry, RosterEvents } from "../roster/model.ts";
import type { Relined } from "../roster/select/absent.ts";
import { linkRosterOf } from "../roster/select/keys.ts";
import { peopleWithStakes } from "../roster/select/stakes.ts";
import type { Container } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { throughBefore, throughTo } from "../spaces/select/trunks.ts";
import { isBelowChoosers } from "./covering.ts";
import type { LicensesEvents } from "./model.ts";
import { choosersOf, coverageChanges, isWholeSelected } from "./select/automatic.ts";
import type { Reading } from "./select/pool.ts";
import { seatsUnit, unitIn } from "./select/units.ts";

/** Somebody to look at, in one Space or below one Trunk. */
export interface Candidate {
  readonly organization: OrganizationId;
  readonly person: PersonId;
  /** Came onto the Roster in the step itself, was let onto it by freed room, or was on it before. */
  readonly how: "entered" | "let-in" | "moved";
  /** The event that brings it about. */
  readonly cause: number;
}

/** The candidates of one Space, or below one Trunk; an identity is one candidate in each. */
export interface Candidates {
  readonly of: Container;
  readonly candidates: Iterable<Candidate>;
}

interface Those {
  readonly of: Container;
  readonly byName: Map<string, Candidate>;
}

type Found = Map<string, Those>;
type Changed = EventOf<DirectoryEvents, "department.moved" | "department.removed">;

/** An event that may bring somebody into what is automatic, or out of it. */
export type Moving =
  | Changed
  | Relined
  | EventOf<LicensesEvents, "license.covered">
  | EventOf<RosterEvents, "roster.entered">
  | EventOf<DirectoryEvents, "person.relocated">;

function add(found: Found, of: Container, candidate: Candidate): void {
  const name = isTrunk(of) ? `trunk ${of.trunk}` : `space ${of.space}`;
  const those = found.get(name) ?? { of, byName: new Map<string, Candidate>() };
  found.set(name, those);
  const who = `${candidate.organization} ${candidate.person}`;
  // Whoever came onto the Roster has come into the department, wherever they were before.
  if (candidate.how !== "moved" || !those.byName.has(who)) those.byName.set(who, candidate);
}

/** Looks through all that has happened in the step. */
export function candidatesOf(
  tx: Reading,
  events: readonly (Moving | EventOf<LicensesEvents>)[],
): Candidates[] {
  const found: Found = new Map();
  const trees = new Map<OrganizationId, Tree>();
  independently(tx, events, (event) => {
    switch (event.type) {
      case "roster.entered": {
        const { organization, person, because } = event.data;
        const own = because !== "waiting-list" && because !== "other-identity";
        const how = own ? "entered" : "let-in";
        const candidate: Candidate = { organization, person, how, cause: event.seq };
        // Whoever comes onto a Link may come to be present for any Trunk above.
        const all = "trunk" in event.data ? choosing(tx, organization) : [event.data];
        for (const of of all) add(found, of, candidate);
        return;
      }
      case "person.relocated": {
        const { organization, person } = event.data;
        const candidate: Candidate = { organization, person, how: "moved", cause: event.seq };
        for (const of of grantingTo(tx, organization)) add(found, of, candidate);
        return;
      }
      case "department.moved":
      case "department.removed":
        addBelow(tx, found, event, trees);
        return;
      case "lineage.changed":
        addRelined(tx, found, event);
        return;
      case "license.covered":
        // A choice brings in nobody: its cause is no event.
        if (event.cause !== null) addRelined(tx, found, event);
        return;
      default:
    }
  });
  return [...found.values()].map(({ of, byName }) => ({ of, candidates: byName.values() }));
}

/** The Trunks that have chosen something that concerns an organization. */
function choosing(tx: Reading, organization: OrganizationId): Container[] {
  const { trunks = [] } = liveOrganization(tx, organization) ?? {};
  if (trunks.length === 0) return [];
  return [...choosersOf(tx, organization)].map((trunk) => ({ trunk }));
}

/** Where licenses may be granted to people of an organization automatically. */
export function grantingTo(tx: Reading, organization: OrganizationId): Container[] {
  const joined = liveOrganization(tx, organization)?.joined ?? [];
  return [...joined.map((space) => ({ space })), ...choosing(tx, organization)];
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
  independently(tx, grantingTo(tx, organization), (of) => {
    const where = unitIn(tx, of, organization);
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
      add(found, of, { organization, person, how: "moved", cause: event.seq });
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

/** Adds the people of an organization to whom its Links, or a choice above it, mean something else now. */
function addRelined(
  tx: Reading,
  found: Found,
  { seq: cause, data: { organization } }: Relined | EventOf<LicensesEvents, "license.covered">,
): void {
  if (!isBelowChoosers(tx, organization)) return;
  const trunks = new Set([
    ...choosersOf(tx, organization, readBefore),
    ...choosersOf(tx, organization),
  ]);
  independently(tx, trunks, (trunk) => {
    const through = throughTo(tx, organization, trunk);
    const before = throughBefore(tx, organization, trunk);
    const where = seatsUnit(tx, trunk);
    const [was, is] = [readBefore, read].map((look) =>
      isWholeSelected(tx, where, organization, look),
    );
    if (was === is && isSameSet(through, before)) return;
    const people = [
      ...peopleOn(tx, organization, through),
      ...peopleWithStakes(tx, trunk, organization),
    ];
    for (const person of people) {
      add(found, { trunk }, { organization, person, how: "moved", cause });
    }
  });
}

const isSameSet = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

/** Everybody of an organization who is on one of its Links to some Trunks. */
export function peopleOn(
  tx: Reading,
  organization: OrganizationId,
  trunks: readonly OrganizationId[],
): PersonId[] {
  const found = new Set<PersonId>();
  independently(tx, trunks, (trunk) => {
    const link = read(tx, "link", trunk, organization);
    if (link === null) return;
    const entries = allEntries<LinkRosterEntry>(tx, linkRosterOf(trunk, organization), link.roster);
    for (const [person] of entries) found.add(person);
  });
  return [...found];
}
