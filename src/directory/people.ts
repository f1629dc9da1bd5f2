/** People: hired, confirmed, relocated, changed, resigned. One employment at a time in each place. */
import { firstThat } from "../core/guess.ts";
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { type PassedOverReason, passOver } from "../core/passed-over.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { saidUnder } from "./departments.ts";
import {
  type Deciding,
  employmentKnown,
  hireReported,
  isNewer,
  isNews,
  isToRecord,
  noteWord,
  numberOf,
  ofLiving,
  orElse,
  whyOver,
} from "./facts.ts";
import type {
  DirectoryEvents,
  DirectoryFact,
  DirectoryFacts,
  EmploymentRecord,
  PersonFields,
} from "./model.ts";
import type { Reading } from "./select/organizations.ts";

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

/** Where a fact places a person: what exists, and what is removed and excludes still (ROSTER-16). */
interface Places {
  readonly departments: readonly DepartmentId[];
  readonly under: readonly DepartmentId[];
}

/**
 * The departments that still exist, each once; the others are passed over, under the line that names
 * them or their own place, but for those that have an effect nevertheless.
 */
export function placeable(
  tx: Deciding,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  line?: number,
  has: (department: DepartmentId) => boolean = () => false,
): DepartmentId[] {
  const there = existing(tx, organization, departments);
  for (const [index, department] of departments.entries()) {
    if (!there.includes(department) && !has(department)) {
      passOver(tx, "department-gone", { department }, line ?? index);
    }
  }
  return there;
}

/** Where a fact or line places a person; departments that are gone and exclude nobody are passed over. */
export function placesBy(
  tx: Deciding,
  organization: OrganizationId,
  reported: readonly DepartmentId[],
  line?: number,
): Places {
  const over = (each: DepartmentId) => standingOver(tx, organization, each);
  const departments = placeable(tx, organization, reported, line, (each) => over(each).length > 0);
  return { departments, under: [...new Set(reported.flatMap(over))] };
}

/** What stands over whoever is reported in a removed department: itself and what is above it. */
function standingOver(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
): DepartmentId[] {
  const record = must(tx, "department", organization, department);
  if (!record.removed) return [];
  const above = (record.under ?? []).map(([each]) => each);
  return record.excluded === true ? [department, ...above] : above;
}

/**
 * What a person is under by a line or fact that places them: what it says, and as long as it agrees
 * with where they are, what they were under before.
 */
export function underBy(
  { departments, under }: Places,
  before: Pick<EmploymentRecord, "departments" | "under">,
): readonly DepartmentId[] {
  const stays = sameSet(departments, before.departments);
  return [...new Set([...(stays ? (before.under ?? []) : []), ...under])];
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

/** The number that an event says an employment by. */
export const under = <Data>(data: Data, { number }: EmploymentRecord) => ({ ...data, number });

/**
 * ROSTER-05, RESIGN-04: starts an employment; one still open ends first. DIR-03: without a number of
 * the source it gets the next one.
 */
export const hire = effect(
  ["ROSTER-05", "RESIGN-04", "DIR-03"],
  (tx: Deciding, wish: DirectoryFacts["person.hired"], line?: number): void => {
    const { organization, person } = wish;
    const before = read(tx, "employment", organization, person);
    if (before?.inService === true) resign(tx, { organization, person, because: "hired" });
    const { departments, under } = placesBy(tx, organization, wish.departments, line);
    const next = before === null ? 1 : numberOf(before) + 1;
    const { number = next } = wish;
    emit(tx, "person.hired", {
      ...wish,
      departments,
      number,
      ...(wish.number === undefined ? { unnumbered: true } : {}),
      ...(line === undefined ? {} : { listed: true }),
      ...saidUnder(under),
    });
  },
);

/**
 * RESIGN-01, RESIGN-03, ROSTER-08: ends an employment, whosever it is. What follows from it is worked
 * out from this event.
 */
export const resign = effect(
  ["RESIGN-01", "RESIGN-03", "ROSTER-08"],
  (
    tx: Deciding,
    wish: Omit<DirectoryEvents["person.resigned"], "number"> & { readonly number?: number },
  ): void => {
    const employment = must(tx, "employment", wish.organization, wish.person);
    emit(tx, "person.resigned", under(wish, employment));
  },
);

/** A fact that somebody was hired. */
export function hirePerson(tx: Deciding, fact: FactOf<"person.hired">) {
  const { organization, departments } = fact.data;
  return ofLiving(tx, fact, () =>
    orElse(departmentsReported(tx, organization, departments), () => {
      const why = whyNoHire(tx, fact);
      if (why === null) hire(tx, fact.data);
      else passOver(tx, why, fact.data);
      // Whoever is in service, or was hired just now, is so by this word too.
      if (why === "already-in-service") noteWord(tx, fact.data, "hired");
    }),
  );
}

/** Why a hire begins no employment, or `null`: with a number, that decides. */
function whyNoHire(tx: Deciding, { data, at }: FactOf<"person.hired">): PassedOverReason | null {
  const { organization, person, number } = data;
  const before = read(tx, "employment", organization, person);
  if (before === null) return null;
  const { inService } = before;
  if (number === undefined) {
    if (!isNews(before, "hired", at)) return "older-time";
    return inService ? "already-in-service" : null;
  }
  if (number > numberOf(before)) return null;
  return inService && number === numberOf(before) ? "already-in-service" : "older-number";
}

type AboutEmployment =
  | "person.confirmed"
  | "person.relocated"
  | "person.fields-changed"
  | "person.heads-changed"
  | "person.roles-changed"
  | "person.manager-changed"
  | "person.suspended"
  | "person.resumed"
  | "admin.changed";

/**
 * Runs `change` for a fact about an employment, if that is the one the person has now; `unnamed` says
 * why what else the fact names is unknown.
 */
export function aboutEmployment<Refused extends Refusal = never>(
  tx: Deciding,
  fact: FactOf<AboutEmployment>,
  change: (employment: EmploymentRecord) => void,
  unnamed: () => Refused | null = () => null,
) {
  const { data, at } = fact;
  return ofLiving(tx, fact, () => {
    const unknown = employmentKnown(tx, data) ?? hireReported(tx, data, at) ?? unnamed();
    return orElse(unknown, () => {
      const why = whyOver(tx, data, at);
      if (why === null) change(must(tx, "employment", data.organization, data.person));
      else passOver(tx, why, data);
    });
  });
}

/** A fact that somebody's probation is over (ROSTER-06). */
export function confirmPerson(tx: Deciding, fact: FactOf<"person.confirmed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const { organization, person, fields, revision } = fact.data;
    const { revisions, probation } = employment;
    const same = fields === undefined || sameFields(fields, employment.fields);
    const news = isNewer(revisions.fields, revision);
    if (probation && !news) passOver(tx, "older-revision", fact.data);
    if (!probation && !isToRecord(tx, fact.data, revisions.fields, same)) return;
    confirm(tx, under(news ? fact.data : { organization, person }, employment));
  });
}

/** ROSTER-06: ends probation; fields come along unless newer ones are known. Presence stays. */
const confirm = effect(
  "ROSTER-06",
  (tx: Deciding, event: DirectoryEvents["person.confirmed"]): void => {
    emit(tx, "person.confirmed", event);
  },
);

/** A fact that somebody's fields are others (ROSTER-11). */
export function changeFields(tx: Deciding, fact: FactOf<"person.fields-changed">) {
  return aboutEmployment(tx, fact, (employment) => {
    const same = sameFields(fact.data.fields, employment.fields);
    if (!isToRecord(tx, fact.data, employment.revisions.fields, same)) return;
    setFields(tx, under(fact.data, employment));
  });
}

/** ROSTER-11: what the home organization says of its people is what every Space shows. */
export const setFields = effect(
  "ROSTER-11",
  (tx: Deciding, event: DirectoryEvents["person.fields-changed"]): void => {
    emit(tx, "person.fields-changed", event);
  },
);

/** A fact that somebody works in other departments (ROSTER-07). */
export function relocatePerson(tx: Deciding, fact: FactOf<"person.relocated">) {
  const { data } = fact;
  return aboutEmployment(
    tx,
    fact,
    (employment) => {
      const places = placesBy(tx, data.organization, data.departments);
      const { departments } = places;
      const { departments: from, under: was = [], revisions } = employment;
      const now = underBy(places, employment);
      const same = sameSet(departments, from) && sameSet(now, was);
      if (!isToRecord(tx, data, revisions.departments, same)) return;
      relocate(tx, under({ ...data, departments, from, ...saidUnder(now) }, employment));
    },
    () => departmentsReported(tx, data.organization, data.departments),
  );
}

/** ROSTER-07: places a person elsewhere. */
export const relocate = effect(
  "ROSTER-07",
  (tx: Deciding, event: DirectoryEvents["person.relocated"]): void => {
    emit(tx, "person.relocated", event);
  },
);

/** A fact that somebody left. */
export function resignPerson(tx: Deciding, fact: FactOf<"person.resigned">) {
  const { data, at } = fact;
  return ofLiving(tx, fact, () =>
    orElse(employmentKnown(tx, data), () => {
      const why = whyNoDeparture(tx, data, at);
      if (why === null) resign(tx, data);
      else passOver(tx, why, data);
      if (why === "already-so") noteWord(tx, data, "left");
    }),
  );
}

/**
 * Why a departure ends no employment, or `null`: a number says that the hire came before, be their
 * times as they may.
 */
function whyNoDeparture(
  tx: Deciding,
  { organization, person, number }: DirectoryFacts["person.resigned"],
  at: number,
): PassedOverReason | null {
  const employment = must(tx, "employment", organization, person);
  if (number !== undefined && number < numberOf(employment)) return "older-number";
  if (employment.inService && number !== undefined) return null;
  if (!isNews(employment, "left", at)) return "older-time";
  return employment.inService ? null : "already-so";
}
