/** A World read into what the page draws: who there is, and how they hang together. */
import {
  type EmploymentRecord,
  type Identity,
  type OrganizationRecord,
  parseKey,
  type SpaceRecord,
  snapshot,
  type World,
} from "interorg";
import { pairsOf, type Rows, rowsOf, text } from "./rows.ts";
import { spacesOf } from "./spaces.ts";

export interface Person {
  readonly organization: string;
  readonly person: string;
  readonly employment: EmploymentRecord;
  readonly admin: OrganizationRecord["admins"][number] | null;
  /** The Spaces on whose Roster, or waiting list, this identity is. */
  readonly rosters: readonly string[];
  readonly waiting: readonly string[];
  readonly licenses: readonly License[];
  readonly tasks: readonly TaskHeld[];
  readonly groups: readonly string[];
}

export interface License {
  readonly host: string;
  readonly unit: string;
  readonly state: "held" | "waits" | "reserved";
}

export interface TaskHeld {
  readonly instance: string;
  readonly task: number;
}

export interface Department {
  readonly department: string;
  readonly parent: string | null;
  readonly name: string;
  readonly depth: number;
}

export interface Organization {
  readonly organization: string;
  readonly record: OrganizationRecord;
  /** As a tree read from top to bottom. */
  readonly departments: readonly Department[];
  /** In the order of hires. */
  readonly people: readonly Person[];
}

export interface Member {
  readonly organization: string;
  readonly host: boolean;
  readonly order: number;
  readonly present: number;
  readonly waiting: number;
  readonly types: readonly string[];
  readonly level: string | null;
  readonly folder: string | null;
  readonly visibility: string;
}

export interface Space {
  readonly space: string;
  readonly record: SpaceRecord;
  /** The Host first, then Members in order of their Associations. */
  readonly members: readonly Member[];
  readonly roster: readonly Identity[];
  readonly waiting: readonly Identity[];
  readonly applications: readonly { readonly application: string; readonly organization: string }[];
  readonly invitations: readonly string[];
  readonly folders: readonly { readonly folder: string; readonly name: string }[];
  readonly groups: readonly {
    readonly group: string;
    readonly name: string;
    readonly people: readonly Identity[];
  }[];
  readonly apps: readonly string[];
}

export interface App {
  readonly app: string;
  readonly name: string;
  readonly owner: { readonly organization?: string; readonly space?: string };
  readonly flows: readonly string[];
  readonly published: readonly string[];
}

export interface Instance {
  readonly instance: string;
  readonly app: string;
  readonly flow: string;
  readonly space: string | null;
  readonly initiator: Identity;
  readonly status: string;
  readonly open: readonly { readonly task: number; readonly holder: Identity | null }[];
}

/** Everything there is to see in a World. */
export interface Picture {
  readonly organizations: readonly Organization[];
  readonly spaces: readonly Space[];
  readonly apps: readonly App[];
  readonly instances: readonly Instance[];
}

function departmentsOf(rows: Rows, organization: string): Department[] {
  const listed = rows
    .of("tree", organization)
    .flatMap(({ record }) => record.entries)
    .sort((left, right) => left.ticket - right.ticket);
  const below = (parent: string | null, depth: number): Department[] =>
    listed
      .filter((each) => each.parent === parent)
      .flatMap(({ department, name }) => [
        { department, parent, name, depth },
        ...below(department, depth + 1),
      ]);
  return below(null, 0);
}

/** For each identity, by its text, what a list of pairs says. */
function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const known = found.get(key);
    if (known === undefined) found.set(key, [value]);
    else known.push(value);
  }
  return found;
}

function licensesOf(rows: Rows): Map<string, License[]> {
  return grouped(
    rows.all("accounts").flatMap(({ owner, record }) => {
      const pool = rows.one("pool", owner);
      const unitName = (number: number): string => {
        const unit = pool?.units.find((each) => each.number === number);
        return unit === undefined ? owner : (unit.organization ?? unit.space);
      };
      return pairsOf(record).flatMap(([person, accounts]) =>
        accounts.map(([unit, organization, , state]): readonly [string, License] => [
          text(organization, person),
          { host: owner, unit: unitName(unit), state },
        ]),
      );
    }),
  );
}

function tasksOf(rows: Rows): Map<string, TaskHeld[]> {
  return grouped(
    rows
      .all("task")
      .filter(({ record }) => record.status === "open" && record.holder !== null)
      .map(({ owner, own, record: { holder } }): readonly [string, TaskHeld] => [
        text(holder?.organization ?? "", holder?.person ?? ""),
        { instance: owner, task: Number(own) },
      ]),
  );
}

function peopleOf(rows: Rows, spaces: readonly Space[]): Person[] {
  const pairs = (list: (space: Space) => readonly Identity[]): Map<string, string[]> =>
    grouped(
      spaces.flatMap((space) =>
        list(space).map(({ organization, person }): readonly [string, string] => [
          text(organization, person),
          space.space,
        ]),
      ),
    );
  const rosters = pairs(({ roster }) => roster);
  const waiting = pairs((space) => space.waiting);
  const licenses = licensesOf(rows);
  const tasks = tasksOf(rows);
  const groups = grouped(
    spaces.flatMap((space) =>
      space.groups.flatMap(({ group, people }) =>
        people.map(({ organization, person }): readonly [string, string] => [
          text(organization, person),
          group,
        ]),
      ),
    ),
  );
  return rows
    .all("employment")
    .filter(({ record }) => record.inService)
    .map(({ owner: organization, own: person, record: employment }) => {
      const key = text(organization, person);
      const admins = rows.one("organization", organization)?.admins ?? [];
      return {
        organization,
        person,
        employment,
        admin: admins.find((each) => each.person === person) ?? null,
        rosters: rosters.get(key) ?? [],
        waiting: waiting.get(key) ?? [],
        licenses: licenses.get(key) ?? [],
        tasks: tasks.get(key) ?? [],
        groups: groups.get(key) ?? [],
      };
    })
    .sort((left, right) => left.employment.ordinal - right.employment.ordinal);
}

function appsOf(rows: Rows): App[] {
  return rows.all("app").map(({ owner: app, record }) => ({
    app,
    name: record.name,
    owner:
      record.owner.kind === "space"
        ? { space: record.owner.space }
        : { organization: record.owner.organization },
    flows: rows.of("flow", app).map(({ own }) => own),
    published: record.published,
  }));
}

function instancesOf(rows: Rows): Instance[] {
  return rows.all("instance").map(({ owner: instance, record }) => ({
    instance,
    app: record.app,
    flow: record.flow,
    space: record.space,
    initiator: record.initiator,
    status: record.status,
    open: rows
      .of("task", instance)
      .filter(({ record: { status } }) => status === "open")
      .map(({ own, record: { holder } }) => ({ task: Number(own), holder }))
      .sort((left, right) => left.task - right.task),
  }));
}

const known = new WeakMap<World, Picture>();

/** Reads a World; organizations and Spaces stand in the order in which `order` names them. */
export function readWorld(world: World, order: ReadonlyMap<string, number>): Picture {
  const found = known.get(world);
  if (found !== undefined) return found;
  const rows = rowsOf(snapshot(world).records.map(([key, record]) => [parseKey(key), record]));
  const place = (id: string): number => order.get(id) ?? order.size;
  const spaces = spacesOf(rows).sort((left, right) => place(left.space) - place(right.space));
  const people = peopleOf(rows, spaces);
  const organizations = rows
    .all("organization")
    .map(({ owner: organization, record }) => ({
      organization,
      record,
      departments: departmentsOf(rows, organization),
      people: people.filter((each) => each.organization === organization),
    }))
    .sort((left, right) => place(left.organization) - place(right.organization));
  const picture = { organizations, spaces, apps: appsOf(rows), instances: instancesOf(rows) };
  known.set(world, picture);
  return picture;
}
