/** What is known of one person of a directory. */
import type { DepartmentId, OrganizationId, PersonId } from "../core/ids.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import type { EmploymentRecord, EmploymentTimes, KeptKind } from "../directory/model.ts";
import { colleagueNamed } from "../directory/select/able.ts";
import { formerIdsOf } from "../directory/select/aliases.ts";
import { roleOf } from "../directory/select/authority.ts";
import { allKept } from "../directory/select/kept.ts";
import { numberOf } from "../directory/select/numbers.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { vouching } from "../directory/select/sources.ts";
import { headsStill, rolesStill } from "../directory/select/vacant.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { EmploymentShown, KeptShown, PersonListed, TimesShown } from "./model.ts";

/** DIR-20: the person is, or once was, employed there. */
const personEverEmployed = guard(
  "DIR-20",
  (tx: Reading, organization: OrganizationId, person: PersonId): Refusal | null =>
    read(tx, "employment", organization, person) === null
      ? refuse("UNKNOWN_PERSON", { organization, person })
      : null,
);

/** A person with the number that the source knows them by, or the library's own. */
export const listed = (
  person: PersonId,
  employment: Pick<EmploymentRecord, "number" | "given" | "hadNumber" | "fields">,
): PersonListed => ({ person, number: numberOf(employment), fields: employment.fields });

/** What is known of when an employment began and ended, and of when words on the person came. */
function timesShown({ began, ended, hired, left, reinstated }: EmploymentTimes): TimesShown {
  const times = Object.entries({ began, ended, hired, left, reinstated });
  return Object.fromEntries(times.filter(([, at]) => at !== undefined));
}

/** What the last departure took of somebody, as long as any of it is kept. */
function keptShown(
  tx: Reading,
  organization: OrganizationId,
  person: PersonId,
  { kept, taken }: EmploymentRecord,
): KeptShown | null {
  if (kept === undefined) return null;
  const counts: { [Kind in KeptKind]?: number } = {};
  for (const [kind] of allKept(tx, { organization, person }))
    counts[kind] = (counts[kind] ?? 0) + 1;
  if (taken === undefined) return { until: kept.until, counts };
  const exists = (department: DepartmentId): boolean =>
    read(tx, "department", organization, department)?.removed === false;
  return {
    until: kept.until,
    taken: {
      departments: taken.departments.filter(exists),
      heads: headsStill(tx, organization, taken.heads),
      roles: rolesStill(tx, organization, taken.roles),
      admin: taken.admin,
    },
    counts,
  };
}

/** One person of one's own directory, in service or not (DIR-20). */
export const personAsked: QueryHandler<"directory.person"> = (tx, data) => {
  const { person } = data;
  const organization = organizationAsked(data);
  const refusal = directoryRefusal(tx, data) ?? personEverEmployed(tx, organization, person);
  if (refusal !== null) return refusal;
  const employment = must(tx, "employment", organization, person);
  const { inService, suspended } = employment;
  const sources = inService ? vouching(employment) : [];
  const colleague = (named: EmploymentRecord["manager"] | undefined) =>
    colleagueNamed(tx, organization, named);
  const admin = organizationOf(tx, organization).admins.find((each) => each.person === person);
  const formerIds = formerIdsOf(tx, organization, person);
  const value: EmploymentShown = {
    ...listed(person, employment),
    numberFrom: employment.given === null ? "library" : "source",
    inService,
    departments: employment.departments,
    probation: employment.probation,
    admin: admin === undefined ? null : roleOf(admin),
    heads: employment.heads,
    roles: employment.roles,
    manager: colleague(employment.manager),
    successor: colleague(employment.successor),
    ...(suspended === undefined ? {} : { suspended: { standIn: colleague(suspended.standIn) } }),
    ...(formerIds.length === 0 ? {} : { formerIds }),
    times: timesShown(employment.times),
    revisions: employment.revisions,
    ...(employment.reported === true ? { reported: true as const } : {}),
    ...(sources.length === 0 ? {} : { sources }),
    kept: keptShown(tx, organization, person, employment),
  };
  return { value };
};
