/** Employments and the values set on them. */
import type { DepartmentId, OrganizationId, PersonId, RoleId } from "../../core/ids.ts";
import type { PersonFields } from "../../directory/model.ts";
import { hasDepartment, lastStanding } from "./departments.ts";
import { forgetKept, forgetOffices, keep } from "./kept.ts";
import { isLive } from "./lists.ts";
import { audiencesOf, isPair } from "./settings.ts";
import type { Employment, EmploymentOf, State, World } from "./state.ts";

/** What a hire says, alone or in a full list. */
export interface Hire {
  readonly person: PersonId;
  readonly number?: number;
  readonly departments: readonly DepartmentId[];
  readonly fields: PersonFields;
  readonly probation?: boolean;
}

/** The latest employment of a person in an organization: numbers rise along the list. */
export function latest(
  state: State,
  organization: OrganizationId,
  person: PersonId,
): Employment | undefined {
  return state.employments
    .filter(
      (employment) => employment.organization === organization && employment.person === person,
    )
    .at(-1);
}

/** The people in service in an organization, in order of hires. */
export function serving(state: State, organization: OrganizationId): Employment[] {
  return state.employments.filter(
    (employment) => employment.organization === organization && employment.inService,
  );
}

/** Somebody's employment in an organization, if they are in service there. */
export function inService(
  state: State,
  organization: OrganizationId,
  person: PersonId,
): Employment | undefined {
  const employment = latest(state, organization, person);
  return employment?.inService === true && isLive(state, organization) ? employment : undefined;
}

/** When somebody was last said to be hired, to have left or to be back; of any of their employments. */
export function lastWord(
  { words }: State,
  kind: State["words"][number]["kind"],
  { organization, person }: Employment,
  number?: number,
): number {
  const own = words.filter(
    (each) =>
      each.kind === kind &&
      each.organization === organization &&
      each.person === person &&
      (number === undefined || each.number === number),
  );
  return Math.max(...own.map((each) => each.at), Number.NEGATIVE_INFINITY);
}

/** Notes such a word. */
export function noteWord(
  state: State,
  kind: State["words"][number]["kind"],
  { organization, person, number }: Employment,
  at: number,
): void {
  state.words.push({ organization, person, number, kind, at });
}

/** What keeps a fact from being about an employment. */
type Late = "unknown" | "older-number" | "older-time";

/** The employment that a fact is about, other than a hire or a departure (DIR-01, DIR-02). */
export function meantBy(
  state: State,
  organization: OrganizationId,
  { person, number }: { readonly person: PersonId; readonly number?: number },
  at: number,
): Employment | Late {
  const last = latest(state, organization, person);
  if (last === undefined) return "unknown";
  if (number !== undefined) {
    if (number > last.given) return "unknown";
    return number === last.given && last.inService ? last : "older-number";
  }
  if (at < last.began) return "older-time";
  if (last.ended === null) return last;
  return at <= last.ended ? "older-time" : "unknown";
}

/** Whether a fact that may carry a revision says something not older than what is recorded. */
export function isNews(recorded: number | null, given: number | undefined): boolean {
  return given === undefined || recorded === null || given > recorded;
}

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

/** The departments named that still exist, each once. */
export function placements(
  state: State,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): DepartmentId[] {
  return [...new Set(departments)].filter((id) => hasDepartment(state, organization, id));
}

/**
 * Ends an employment: roles, individual selections and exclusions, and whatever list names the person
 * end with it, and are kept for a while (RESIGN-01, RESIGN-05). What else they had follows from their
 * being out of service.
 */
export function endEmployment(
  world: World,
  employment: Employment,
  at: number,
  named: PersonId | null = null,
): void {
  // Whom the same input brought back has come to nothing yet that could be left.
  const isBack = world.returned.some((each) => each.employment === employment);
  keep(world, employment, at);
  if (!isBack) world.leaving.push({ employment, named });
  employment.inService = false;
  employment.ended = at;
  employment.reported = false;
  employment.admin = null;
  employment.heads = [];
  employment.roles = [];
  employment.at = Math.max(employment.at, at);
  for (const association of world.state.associations) {
    if (association.organization !== employment.organization) continue;
    association.rules = association.rules.filter(
      (rule) => rule.kind !== "person" || rule.id !== employment.person,
    );
  }
  for (const audience of audiencesOf(world.state.settings)) {
    audience.people = audience.people.filter((each) => !isPair(each, employment));
  }
}

/** Begins an employment; an older one in service ends first. */
export function hire(
  world: World,
  organization: OrganizationId,
  { person, number, departments, fields, probation = false }: Hire,
  at: number,
): Employment {
  const { state } = world;
  const last = latest(state, organization, person);
  if (last?.inService === true) endEmployment(world, last, at);
  forgetKept(state, { organization, person });
  const named = reported(state, organization, departments);
  const employment: Employment = {
    organization,
    person,
    number: (last?.number ?? 0) + 1,
    given: number ?? (last?.given ?? 0) + 1,
    sourced: number !== undefined,
    began: at,
    ended: null,
    reported: false,
    inService: true,
    departments: placements(state, organization, departments),
    former: named,
    fields,
    probation,
    admin: null,
    heads: [],
    roles: [],
    successor: null,
    manager: null,
    at,
    revisions: {
      departments: null,
      fields: null,
      admin: null,
      heads: null,
      roles: null,
      manager: null,
    },
    placed: [],
  };
  state.employments.push(employment);
  return employment;
}

/** A value set on an employment, and the revision the source gave it. */
export interface Setting {
  readonly value: keyof Employment["revisions"];
  readonly revision: number | undefined;
  readonly at: number;
  /** Whether the value is so already. */
  readonly same: boolean;
  readonly set: () => void;
}

/** Sets a value unless it is old news, or is so already and brings no revision to remember. */
export function setValue(employment: Employment, setting: Setting): void {
  const { value, revision, at, same, set } = setting;
  if (!isNews(employment.revisions[value], revision)) return;
  if (same && revision === undefined) return;
  set();
  employment.revisions[value] = revision ?? employment.revisions[value];
  employment.at = Math.max(employment.at, at);
}

/** The removed departments named, each as it last stood. */
function reported(
  state: State,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): number[] {
  return [...new Set(departments)]
    .map((id) => lastStanding(state, organization, id))
    .filter((each) => each !== null);
}

/**
 * Places a person in departments (ROSTER-07). Whoever is said to be in a removed department counts as
 * in it for whoever excluded it; what changes the placements ends that for all others (ROSTER-16).
 */
export function relocate(
  { state }: World,
  employment: Employment,
  departments: readonly DepartmentId[],
  at: number,
  revision?: number,
): void {
  if (!isNews(employment.revisions.departments, revision)) return;
  const { organization } = employment;
  const wanted = placements(state, organization, departments);
  const isNamed = (each: number) => departments.some((id) => state.former[each]?.department === id);
  const same = sameSet(wanted, employment.departments);
  const kept = employment.former.filter((each) => same || isNamed(each));
  const isKept = (each: number) =>
    kept.some((other) => state.former[other]?.department === state.former[each]?.department);
  const added = reported(state, organization, departments).filter((each) => !isKept(each));
  employment.former = [...kept, ...added];
  setValue(employment, {
    value: "departments",
    revision,
    at,
    same,
    set: () => {
      employment.departments = wanted;
    },
  });
}

/** In how many departments somebody may be, and of how many the single revisions are remembered. */
const placementsMost = 64;
const placedMost = 128;

/** A single placement: which department, and whether it is entered or left. */
export interface Placement {
  readonly department: DepartmentId;
  readonly isIn: boolean;
  readonly at: number;
  readonly revision: number | undefined;
}

/** Of how many removed departments that some scope still excludes a person is. */
function excludedFrom({ associations }: State, { former }: Employment): number {
  return former.filter((each) => associations.some(({ shadows }) => shadows.includes(each))).length;
}

/** In a removed department nobody is placed, but who is said to be in it stays out (ROSTER-16). */
function placeInFormer(
  state: State,
  employment: Employment,
  department: DepartmentId,
  isIn: boolean,
): void {
  const isOther = (each: number) => state.former[each]?.department !== department;
  if (!isIn) employment.former = employment.former.filter(isOther);
  else if (employment.former.every(isOther)) {
    employment.former.push(...reported(state, employment.organization, [department]));
  }
}

/** Adds one placement, or takes one away; all others stay (DIR-12). */
export function place(
  { state }: World,
  employment: Employment,
  { department, isIn, at, revision }: Placement,
): void {
  const own = employment.placed.find((each) => each.department === department);
  const whole = employment.revisions.departments;
  if (!isNews(own?.revision ?? null, revision) || !isNews(whole, revision)) return;
  if (!hasDepartment(state, employment.organization, department)) {
    placeInFormer(state, employment, department, isIn);
    return;
  }
  const others = employment.departments.filter((each) => each !== department);
  const same = employment.departments.includes(department) === isIn;
  if (same && revision === undefined) return;
  if (isIn && others.length + excludedFrom(state, employment) >= placementsMost) return;
  if (!same) employment.departments = isIn ? [...others, department] : others;
  employment.at = Math.max(employment.at, at);
  if (revision === undefined) return;
  employment.placed = [
    ...employment.placed.filter((each) => each !== own),
    { department, revision },
  ].slice(-placedMost);
}

/** Makes a person head of departments, of those named that still exist. */
export function setHeads(
  { state }: World,
  employment: Employment,
  departments: readonly DepartmentId[],
  at: number,
  revision?: number,
): void {
  const wanted = placements(state, employment.organization, departments);
  setValue(employment, {
    value: "heads",
    revision,
    at,
    same: sameSet(wanted, employment.heads),
    set: () => {
      const heads = wanted.filter((each) => !employment.heads.includes(each));
      forgetOffices(state, employment.organization, { heads });
      employment.heads = wanted;
    },
  });
}

/** Gives a person named roles. */
export function setRoles(
  { state }: World,
  employment: Employment,
  roles: readonly RoleId[],
  at: number,
  revision?: number,
): void {
  setValue(employment, {
    value: "roles",
    revision,
    at,
    same: sameSet(roles, employment.roles),
    set: () => {
      const added = roles.filter((each) => !employment.roles.includes(each));
      forgetOffices(state, employment.organization, { roles: added });
      employment.roles = [...new Set(roles)];
    },
  });
}

/** Whom a relation to a colleague names, if in service under the employment that was meant. */
export function colleague(
  state: State,
  { organization }: Pick<Employment, "organization">,
  meant: EmploymentOf | null,
): Employment | null {
  if (meant === null) return null;
  const employment = inService(state, organization, meant.person);
  return employment?.number === meant.number ? employment : null;
}

/** Sets whom a person reports to (FLOW-20). */
export function setManager(
  employment: Employment,
  manager: EmploymentOf | null,
  at: number,
  revision?: number,
): void {
  setValue(employment, {
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

/** Sets a person's fields (ROSTER-11). */
export function setFields(
  employment: Employment,
  fields: PersonFields,
  at: number,
  revision?: number,
): void {
  setValue(employment, {
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
