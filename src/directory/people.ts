/** People: hired, confirmed, relocated, changed, resigned. One employment at a time in each place. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { alreadySo, type Deciding, employmentKnown, isCurrent, isNewer, orElse } from "./facts.ts";
import type { DirectoryFact, DirectoryFacts, EmploymentRecord, PersonFields } from "./model.ts";
import {
  organizationOf,
  organizationRegistered,
  type Reading,
  sourceResponsible,
} from "./select/organizations.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** PROTO-03: every department named has been reported, be it removed since. */
export const departmentsReported = guard(
  "PROTO-03",
  (tx: Reading, organization: OrganizationId, departments: readonly DepartmentId[]) => {
    const unknown = firstThat(
      departments,
      (department) => read(tx, "department", organization, department) === null,
    );
    return unknown === undefined
      ? null
      : refuse("UNKNOWN_DEPARTMENT", { organization, department: unknown });
  },
);

/** The departments that still exist, each once. */
export function existing(
  tx: Reading,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): DepartmentId[] {
  return [...new Set(departments)].filter(
    (department) => read(tx, "department", organization, department)?.removed === false,
  );
}

/** Whether two sets of departments are the same. */
export function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((item) => right.includes(item));
}

/** Whether two people's fields are the same. */
export function sameFields(left: PersonFields, right: PersonFields): boolean {
  return (
    left.name === right.name &&
    left.title === right.title &&
    left.email === right.email &&
    left.phone === right.phone
  );
}

/** ROSTER-05, RESIGN-04: starts an employment; one still open under a lower number ends first. */
export const hire = effect(
  ["ROSTER-05", "RESIGN-04"],
  (tx: Deciding, wish: DirectoryFacts["person.hired"]): void => {
    const { organization, person } = wish;
    const before = read(tx, "employment", organization, person);
    if (before?.inService === true) resign(tx, { organization, person, number: before.number });
    const departments = existing(tx, organization, wish.departments);
    emit(tx, "person.hired", { ...wish, departments });
  },
);

/**
 * RESIGN-01, RESIGN-03, ROSTER-08: ends an employment, whosever it is. What follows from it is worked
 * out from this event.
 */
export const resign = effect(
  ["RESIGN-01", "RESIGN-03", "ROSTER-08"],
  (tx: Deciding, wish: DirectoryFacts["person.resigned"]): void => {
    emit(tx, "person.resigned", wish);
  },
);

/** A fact that somebody was hired. */
export function hirePerson(tx: Deciding, fact: FactOf<"person.hired">) {
  const { organization, person, number, departments } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, organization);
  if (refusal !== null || organizationOf(tx, organization).ended) return refusal;
  return orElse(departmentsReported(tx, organization, departments), () => {
    const before = read(tx, "employment", organization, person);
    if (before === null || number > before.number) hire(tx, fact.data);
  });
}

type AboutEmployment =
  | "person.confirmed"
  | "person.relocated"
  | "person.fields-changed"
  | "person.resigned"
  | "person.heads-changed"
  | "person.roles-changed"
  | "person.suspended"
  | "person.resumed";

/**
 * Runs `change` for a fact about an employment, if that is the one the person has now; `unnamed` says
 * why what else the fact names is unknown.
 */
export function aboutEmployment<Refused extends Refusal = never>(
  tx: Reading,
  fact: FactOf<AboutEmployment>,
  change: (employment: EmploymentRecord) => void,
  unnamed: () => Refused | null = () => null,
) {
  const { organization, person, number } = fact.data;
  const refusal =
    organizationRegistered(tx, organization) ?? sourceResponsible(fact.from, organization);
  if (refusal !== null || organizationOf(tx, organization).ended) return refusal;
  const unknown = employmentKnown(tx, organization, person, number) ?? unnamed();
  return orElse(unknown, () => {
    if (!isCurrent(tx, organization, person, number)) return;
    change(must(tx, "employment", organization, person));
  });
}

/** A fact that somebody's probation is over (ROSTER-06). */
export function confirmPerson(tx: Deciding, fact: FactOf<"person.confirmed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { fields, revision } = fact.data;
    const news = isNewer(employment.revisions.fields, revision);
    const same = fields === undefined || sameFields(fields, employment.fields);
    if (employment.probation || (news && !alreadySo(same, revision))) {
      confirm(tx, fact.data, news);
    }
  });
}

/** ROSTER-06: ends probation; fields come along unless newer ones are known. Presence stays. */
const confirm = effect(
  "ROSTER-06",
  (tx: Deciding, wish: DirectoryFacts["person.confirmed"], news: boolean): void => {
    const { organization, person, number } = wish;
    emit(tx, "person.confirmed", news ? wish : { organization, person, number });
  },
);

/** A fact that somebody's fields are others (ROSTER-11). */
export function changeFields(tx: Deciding, fact: FactOf<"person.fields-changed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { fields, revision } = fact.data;
    if (!isNewer(employment.revisions.fields, revision)) return;
    if (!alreadySo(sameFields(fields, employment.fields), revision)) setFields(tx, fact.data);
  });
}

/** ROSTER-11: what the home organization says of its people is what every Space shows. */
export const setFields = effect(
  "ROSTER-11",
  (tx: Deciding, wish: DirectoryFacts["person.fields-changed"]): void => {
    emit(tx, "person.fields-changed", wish);
  },
);

/** A fact that somebody works in other departments (ROSTER-07). */
export function relocatePerson(tx: Deciding, fact: FactOf<"person.relocated">) {
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const { organization, departments, revision } = fact.data;
      if (!isNewer(employment.revisions.departments, revision)) return;
      const same = sameSet(existing(tx, organization, departments), employment.departments);
      if (!alreadySo(same, revision)) relocate(tx, fact.data);
    },
    () => departmentsReported(tx, fact.data.organization, fact.data.departments),
  );
}

/** ROSTER-07: places a person elsewhere. */
export const relocate = effect(
  "ROSTER-07",
  (tx: Deciding, wish: DirectoryFacts["person.relocated"]): void => {
    const { organization, person } = wish;
    const from = must(tx, "employment", organization, person).departments;
    const departments = existing(tx, organization, wish.departments);
    emit(tx, "person.relocated", { ...wish, departments, from });
  },
);

/** A fact that somebody left. */
export function resignPerson(tx: Deciding, fact: FactOf<"person.resigned">) {
  return aboutEmployment(tx, fact, () => {
    resign(tx, fact.data);
  });
}
