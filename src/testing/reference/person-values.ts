/** The values set on an employment. */
import type { DepartmentId, RoleId } from "../../core/ids.ts";
import type { PersonFields } from "../../directory/model.ts";
import { keepsOut } from "./departments.ts";
import { forgetOffices } from "./kept.ts";
import { passGone, passNowhere, passPerson } from "./passing.ts";
import { isNews, placements, reported } from "./people.ts";
import { besides, placedWords, setPlacedWords, setShare } from "./shares.ts";
import type { Employment, EmploymentOf, World } from "./state.ts";

/** Whether two lists name the same ids, in whatever order and however often. */
function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.every((id) => right.includes(id)) && right.every((id) => left.includes(id));
}

/** Whether two people's fields say the same. */
function sameFields(left: PersonFields, right: PersonFields): boolean {
  return (
    left.name === right.name &&
    left.title === right.title &&
    left.email === right.email &&
    left.phone === right.phone
  );
}

/** A value set on an employment, and the revision the source gave it. */
export interface Setting {
  readonly value: keyof Employment["revisions"];
  readonly revision: number | undefined;
  readonly at: number;
  /** The source that says so, where each has revisions of its own. */
  readonly source?: string | undefined;
  /** Whether the value is so already. */
  readonly same: boolean;
  readonly set: () => void;
}

/**
 * Sets a value unless it is old news, or is so already and brings no revision to remember; says
 * whether it is news.
 */
export function setValue(world: World, employment: Employment, setting: Setting): boolean {
  const { value, revision, at, same, set, source } = setting;
  const words = placedWords(employment, source);
  const recorded = source === undefined ? employment.revisions[value] : words.departments;
  if (!isNews(recorded, revision)) {
    passPerson(world, employment.person, "older-revision");
    return false;
  }
  if (same && revision === undefined) return true;
  set();
  if (source === undefined) employment.revisions[value] = revision ?? recorded;
  else if (revision !== undefined) {
    setPlacedWords(employment, source, { ...words, departments: revision });
  }
  // What the industry book says of staff is no word about who they are, or where.
  if (value !== "staffOf") employment.at = Math.max(employment.at, at);
  return true;
}

/**
 * Places a person in departments (ROSTER-07). Whoever is said to be in a removed department counts as
 * in it for whoever excluded it; what changes the placements ends that for all others (ROSTER-16).
 */
export function relocate(
  world: World,
  employment: Employment,
  departments: readonly DepartmentId[],
  at: number,
  {
    revision,
    line,
    source,
    quiet = line !== undefined,
  }: {
    readonly source?: string;
    readonly revision?: number | undefined;
    readonly line?: number;
    readonly quiet?: boolean;
  } = {},
): boolean {
  const { state } = world;
  const { organization } = employment;
  const wanted = placements(state, organization, departments);
  const same = sameSet(wanted, employment.departments);
  const followed = setValue(world, employment, {
    value: "departments",
    source,
    revision,
    at,
    same,
    set: () => {
      employment.departments = wanted;
    },
  });
  if (!followed) return false;
  passNowhere(world, organization, departments, line);
  const isNamed = (each: number) => departments.some((id) => state.former[each]?.department === id);
  const kept = employment.former.filter((each) => same || isNamed(each));
  const isKept = (each: number) =>
    kept.some((other) => state.former[other]?.department === state.former[each]?.department);
  const added = reported(state, organization, departments).filter((each) => !isKept(each));
  const isKeptOutBy = (each: number) => {
    const id = state.former[each]?.department;
    return id !== undefined && keepsOut(state, organization, id);
  };
  // Whoever comes to be kept out by a removed department is not where they were.
  const isSo = same && !added.some(isKeptOutBy);
  // A line of a list that agrees with what is known has been followed.
  if (isSo && revision === undefined && !quiet) passPerson(world, employment.person, "already-so");
  employment.former = [...kept, ...added];
  return true;
}

/**
 * Places a person as a word says that may be of a source: each sets the placements it brought. Those set
 * without one are about all, and give way to the next line of a source (DIR-06).
 */
export function relocateBy(
  world: World,
  employment: Employment,
  source: string | undefined,
  departments: readonly DepartmentId[],
  at: number,
  {
    isBeyond = () => false,
    ...options
  }: NonNullable<Parameters<typeof relocate>[4]> & {
    /** Of which placements the word says nothing, being full for others alone (DIR-05). */
    readonly isBeyond?: (department: DepartmentId) => boolean;
  } = {},
): void {
  if (source === undefined) {
    const before = employment.departments;
    relocate(world, employment, departments, at, options);
    if (sameSet(before, employment.departments)) return;
    for (const share of employment.shares) share.departments = share.departments.filter(isBeyond);
    return;
  }
  const others = besides(employment, source, options.line === undefined);
  const followed = relocate(world, employment, [...departments, ...others], at, {
    ...options,
    source,
  });
  if (!followed) return;
  setShare(
    employment,
    source,
    employment.departments.filter((each) => departments.includes(each)),
  );
}

/** Makes a person head of departments, of those named that still exist. */
export function setHeads(
  world: World,
  employment: Employment,
  departments: readonly DepartmentId[],
  at: number,
  revision?: number,
): void {
  const wanted = placements(world.state, employment.organization, departments);
  const same = sameSet(wanted, employment.heads);
  const followed = setValue(world, employment, {
    value: "heads",
    revision,
    at,
    same,
    set: () => {
      const heads = wanted.filter((each) => !employment.heads.includes(each));
      forgetOffices(world.state, employment.organization, { heads });
      employment.heads = wanted;
    },
  });
  if (!followed) return;
  passGone(world, employment.organization, departments);
  if (same && revision === undefined) passPerson(world, employment.person, "already-so");
}

/** Gives a person named roles. */
export function setRoles(
  world: World,
  employment: Employment,
  roles: readonly RoleId[],
  at: number,
  revision?: number,
): void {
  setValue(world, employment, {
    value: "roles",
    revision,
    at,
    same: sameSet(roles, employment.roles),
    set: () => {
      const added = roles.filter((each) => !employment.roles.includes(each));
      forgetOffices(world.state, employment.organization, { roles: added });
      employment.roles = [...new Set(roles)];
    },
  });
}

/** Sets which nodes of the industry book a person leads (INDUSTRY-01). */
export function setStaff(
  world: World,
  employment: Employment,
  nodes: readonly string[],
  at: number,
  revision?: number,
): void {
  const same = sameSet(nodes, employment.staffOf);
  const followed = setValue(world, employment, {
    value: "staffOf",
    revision,
    at,
    same,
    set: () => {
      const added = nodes.filter((each) => !employment.staffOf.includes(each));
      forgetOffices(world.state, employment.organization, { staffOf: added });
      employment.staffOf = [...new Set(nodes)];
    },
  });
  if (followed && same && revision === undefined) {
    passPerson(world, employment.person, "already-so");
  }
}

/** Sets whom a person reports to (FLOW-20). */
export function setManager(
  world: World,
  employment: Employment,
  manager: EmploymentOf | null,
  at: number,
  revision?: number,
): void {
  setValue(world, employment, {
    value: "manager",
    revision,
    at,
    same:
      employment.manager?.person === manager?.person &&
      employment.manager?.number === manager?.number,
    set: () => {
      employment.manager = manager;
    },
  });
}

/** Suspends or resumes a person; says whether that changed anything about them (DIR-17). */
export function suspend(
  world: World,
  employment: Employment,
  suspended: boolean,
  {
    standIn,
    at,
    revision,
  }: {
    readonly standIn: EmploymentOf | null;
    readonly at: number;
    readonly revision: number | undefined;
  },
): boolean {
  const same =
    employment.suspended === suspended &&
    employment.standIn?.person === standIn?.person &&
    employment.standIn?.number === standIn?.number;
  const followed = setValue(world, employment, {
    value: "suspended",
    revision,
    at,
    same,
    set: () => {
      employment.suspended = suspended;
      employment.standIn = standIn;
    },
  });
  return followed && !same;
}

/** Sets a person's fields (ROSTER-11). */
export function setFields(
  world: World,
  employment: Employment,
  fields: PersonFields,
  at: number,
  revision?: number,
): void {
  setValue(world, employment, {
    value: "fields",
    revision,
    at,
    same: sameFields(fields, employment.fields),
    set: () => {
      employment.fields = fields;
    },
  });
}

/** Ends probation: that it is over stays true, however old the fields that come along (ROSTER-06). */
export function confirm(employment: Employment, at: number): void {
  if (!employment.probation) return;
  employment.probation = false;
  employment.at = Math.max(employment.at, at);
}
