/** Employments and the values set on them. */

import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { PersonFields } from "../../directory/model.ts";
import { hasDepartment, lastStanding, upward } from "./departments.ts";
import { numbersBefore } from "./former-ids.ts";
import { forgetKept, keep, keptOf } from "./kept.ts";
import { leaveDistributions } from "./kept-hierarchy.ts";
import { findOrganization, isLive } from "./lists.ts";
import { comeToCount, countWithout } from "./natural.ts";
import { passNowhere } from "./passing.ts";
import { audiencesOf, isPair } from "./settings.ts";
import { vouchFor } from "./sources.ts";
import type { Above, Employment, EmploymentOf, Identity, State, World } from "./state.ts";

/** What a hire says, alone or in a full list. */
export interface Hire {
  readonly person: PersonId;
  readonly number?: number;
  readonly departments: readonly DepartmentId[];
  readonly fields: PersonFields;
  readonly probation?: boolean;
  readonly source?: string | undefined;
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

/** Somebody under the employment that they have, or had last (HAND-07). */
export function identityOf(
  state: State,
  { organization, person }: { readonly organization: OrganizationId; readonly person: PersonId },
): Identity {
  return { organization, person, number: latest(state, organization, person)?.number ?? 0 };
}

/** Whether somebody in service is suspended, alone or with the whole organization (DIR-17, DIR-18). */
export function isSuspended(
  state: State,
  { organization, person }: { readonly organization: OrganizationId; readonly person: PersonId },
): boolean {
  const employment = inService(state, organization, person);
  if (employment === undefined) return false;
  return employment.suspended || findOrganization(state, organization)?.suspended === true;
}

/** Whether a fact that may carry a revision says something not older than what is recorded. */
export function isNews(recorded: number | null, given: number | undefined): boolean {
  return given === undefined || recorded === null || given > recorded;
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
  if (!isBack) world.leaving.push({ employment, named, above: aboveOf(world.state, employment) });
  employment.inService = false;
  employment.ended = at;
  employment.reported = false;
  employment.admin = null;
  employment.heads = [];
  employment.roles = [];
  employment.staffOf = [];
  employment.suspended = false;
  employment.standIn = null;
  countWithout(world.state, employment);
  employment.at = Math.max(employment.at, at);
  endStandIns(world, employment);
  for (const association of [...world.state.associations, ...world.state.hierarchyLinks]) {
    if (association.organization !== employment.organization) continue;
    association.rules = association.rules.filter(
      (rule) => rule.kind !== "person" || rule.id !== employment.person,
    );
  }
  for (const audience of audiencesOf(world.state.settings)) {
    audience.people = audience.people.filter((each) => !isPair(each, employment));
  }
  leaveDistributions(world.state, employment);
}

/** Nobody stands in for who is gone, nor do they for anybody (FLOW-14); what is not over is kept (RESIGN-07). */
function endStandIns({ state, at }: World, employment: Employment): void {
  const { organization, person } = employment;
  const ends = (each: State["standIns"][number]) =>
    each.organization === organization &&
    (each.person === person || each.standIn.person === person);
  const left = state.standIns
    .filter((each) => ends(each) && at < each.until)
    .map((each) => ({ ...each, number: identityOf(state, each).number }));
  keptOf(state, employment)?.standIns.push(...left);
  state.standIns = state.standIns.filter((each) => !ends(each));
}

/** The removed departments named, each as it last stood. */
export function reported(
  state: State,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): number[] {
  return [...new Set(departments)]
    .map((id) => lastStanding(state, organization, id))
    .filter((each) => each !== null);
}

/** Begins an employment; an older one in service ends first. */
export function hire(
  world: World,
  organization: OrganizationId,
  { person, number, departments, fields, probation = false, source }: Hire,
  at: number,
  line?: number,
): Employment {
  const { state } = world;
  passNowhere(world, organization, departments, line);
  const last = latest(state, organization, person);
  const before = last ?? numbersBefore(state, organization, person);
  if (last?.inService === true) endEmployment(world, last, at);
  forgetKept(state, { organization, person });
  const employment: Employment = {
    organization,
    person,
    number: before.number + 1,
    // The identity is the same, be the employment another.
    natural: comeToCount(state, { person }, last?.along ?? []),
    along: [],
    given: number ?? (before.given ?? 0) + 1,
    sourced: number !== undefined,
    numberBy: number === undefined ? null : (source ?? null),
    began: at,
    ended: null,
    reported: false,
    inService: true,
    departments: placements(state, organization, departments),
    shares:
      source === undefined
        ? []
        : [{ source, departments: placements(state, organization, departments) }],
    former: reported(state, organization, departments),
    fields,
    probation,
    admin: null,
    heads: [],
    roles: [],
    staffOf: [],
    successor: null,
    manager: null,
    suspended: false,
    standIn: null,
    at,
    revisions: {
      departments: null,
      fields: null,
      admin: null,
      heads: null,
      roles: null,
      staffOf: null,
      manager: null,
      suspended: null,
    },
    placed: [],
    placedBy: [],
  };
  state.employments.push(employment);
  vouchFor(state, employment, source, at, line === undefined ? {} : undefined);
  return employment;
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

/** Who is above somebody as things stand. */
export function aboveOf(state: State, employment: Employment): Above {
  const { organization, departments } = employment;
  const lines = departments.map((each) => upward(state, organization, each));
  const height = Math.max(0, ...lines.map((line) => line.length));
  const heads = Array.from({ length: height }, (_, level) =>
    serving(state, organization).filter((each) =>
      each.heads.some((department) => lines.some((line) => line[level] === department)),
    ),
  );
  return { manager: colleague(state, employment, employment.manager), heads };
}
