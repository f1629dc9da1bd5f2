/** From a person as a platform's look-up shows them to changes, or to a line of a list. */
import type { DepartmentId, PersonId, RoleId } from "../core/ids.ts";
import {
  type DirectoryChange,
  type ListedPerson,
  type PersonFields,
  PLACEMENTS_MAX,
} from "../directory/model.ts";
import { HEADED_MAX, ROLES_MAX } from "../schema/directory.ts";
import type { Path } from "../schema/problems.ts";
import { note, type Work } from "./work.ts";

/** A person as a platform shows them; what it does not tell is absent. */
export interface Profile {
  readonly person: PersonId;
  readonly departments: readonly DepartmentId[];
  readonly fields: PersonFields;
  readonly suspended?: boolean;
  readonly heads?: readonly DepartmentId[];
  readonly roles?: readonly RoleId[];
  readonly manager?: PersonId | null;
}

/** A set as a list: what is named twice is meant once; more than `max` is noted. */
function setFrom<Id extends string>(work: Work, ids: readonly Id[], max: number, path: Path): Id[] {
  const set = [...new Set(ids)];
  if (set.length > max) note(work, path, "too-many");
  return set;
}

/** Departments of one person, without the root, which is no department here. */
export const placementsFrom = (
  work: Work,
  ids: readonly DepartmentId[],
  root: string,
  path: Path,
): DepartmentId[] =>
  setFrom(
    work,
    ids.filter((id) => id !== root),
    PLACEMENTS_MAX,
    path,
  );

/** Departments that one person is head of, without the root. */
export const headsFrom = (
  work: Work,
  ids: readonly DepartmentId[],
  root: string,
  path: Path,
): DepartmentId[] =>
  setFrom(
    work,
    ids.filter((id) => id !== root),
    HEADED_MAX,
    path,
  );

/** Named roles of one person. */
export const rolesFrom = (work: Work, ids: readonly RoleId[], path: Path): RoleId[] =>
  setFrom(work, ids, ROLES_MAX, path);

/** Fields without those that are empty. */
export function fieldsFrom(from: {
  readonly name: string;
  readonly title?: string | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}): PersonFields {
  const given = Object.entries(from).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(given) as unknown as PersonFields;
}

/** A revision to be put into every change, where the platform's times are fine enough for one. */
export interface Revised {
  readonly revision?: number;
}

/** The offices of a person. */
export function officesOf(
  { person, heads, roles }: Profile,
  revised: Revised = {},
): DirectoryChange[] {
  const changes: DirectoryChange[] = [];
  if (heads !== undefined) {
    const data = { person, departments: heads, ...revised };
    changes.push({ type: "person.heads-changed", data });
  }
  if (roles !== undefined) {
    changes.push({ type: "person.roles-changed", data: { person, roles, ...revised } });
  }
  return changes;
}

/**
 * Whom a person reports to. It goes into inputs of its own: the manager may be somebody who is not there
 * yet, or never seen, and nobody's hire is to wait for that.
 */
export function managerOf({ person, manager }: Profile, revised: Revised = {}): DirectoryChange[] {
  if (manager === undefined) return [];
  const data = { person, manager: manager === null ? null : { person: manager }, ...revised };
  return [{ type: "person.manager-changed", data }];
}

/** Whether a person may act. */
function standing({ person, suspended }: Profile, revised: Revised): DirectoryChange[] {
  if (suspended === undefined) return [];
  const type = suspended ? "person.suspended" : "person.resumed";
  return [{ type, data: { person, ...revised } }];
}

/** A person who is new. */
export function hired(profile: Profile, revised: Revised = {}): DirectoryChange[] {
  const { person, departments, fields, suspended } = profile;
  return [
    { type: "person.hired", data: { person, departments, fields } },
    ...(suspended === true ? standing(profile, revised) : []),
    ...officesOf(profile, revised),
  ];
}

/** A person of whom something has changed: all that is shown of them, as it is now. */
export function changed(profile: Profile, revised: Revised = {}): DirectoryChange[] {
  const { person, departments, fields } = profile;
  return [
    { type: "person.relocated", data: { person, departments, ...revised } },
    { type: "person.fields-changed", data: { person, fields, ...revised } },
    ...standing(profile, revised),
    ...officesOf(profile, revised),
  ];
}

/** A person as a full list names them. */
export function lineOf({ person, departments, fields, suspended }: Profile): ListedPerson {
  return { person, departments, fields, ...(suspended === undefined ? {} : { suspended }) };
}
