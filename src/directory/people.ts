/** People: hired, confirmed, relocated, changed, resigned. One employment at a time in each place. */
import type { SourceId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { isNewer, isToRecord } from "../core/recording.ts";
import type { Refusal } from "../core/refusal.ts";
import { effect, view } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { recountWhoComes, recountWhoStays } from "./counting.ts";
import { saidUnder } from "./departments.ts";
import {
  type Deciding,
  employmentKnown,
  hireReported,
  isNews,
  isNewsOfNumbered,
  noteWord,
  ofLiving,
  orElse,
  unsourced,
  whyOver,
} from "./facts.ts";
import { dropKept } from "./keeping.ts";
import type {
  DirectoryEvents,
  DirectoryFact,
  DirectoryFacts,
  EmploymentRecord,
  PersonFields,
  Sourced,
} from "./model.ts";
import { departmentsReported, passNowhere, placesBy } from "./placements.ts";
import { numberBefore } from "./select/aliases.ts";
import { numberOf } from "./select/numbers.ts";
import type { Reading } from "./select/organizations.ts";
import { mayReport, othersVouch, whyOlder } from "./select/sources.ts";
import { letGo, letGoOnceMore, noteGone, vouchFor, whyNoSay, withOwnNumber } from "./sources.ts";

type FactOf<Type extends keyof DirectoryFacts> = OfType<DirectoryFact, Type>;

/** Whether two people's fields are the same. */
export function sameFields(left: PersonFields, right: PersonFields): boolean {
  return (
    left.name === right.name &&
    left.title === right.title &&
    left.email === right.email &&
    left.phone === right.phone
  );
}

/** What a fact says of an employment as an event does: by its number. */
export const under = <Data extends object>(data: Data & Sourced, { number }: EmploymentRecord) => ({
  ...unsourced(data),
  number,
});

/**
 * ROSTER-05, RESIGN-04: starts an employment; one still open ends first. DIR-03: without a number of
 * the source it gets the next one.
 */
export const hire = effect(
  ["ROSTER-05", "RESIGN-04", "DIR-03"],
  (tx: Deciding, wish: DirectoryFacts["person.hired"], line?: number, own = 0): void => {
    const { organization, person } = wish;
    const before = read(tx, "employment", organization, person);
    if (before?.inService === true) resign(tx, { organization, person, because: "hired" });
    dropKept(tx, organization, person, "hired");
    const { departments, under } = placesBy(tx, organization, wish.departments);
    passNowhere(tx, organization, wish.departments, line);
    const last = before === null ? numberBefore(tx, organization, person) : numberOf(before);
    const { source, ...said } = wish;
    const { number = (last ?? 0) + 1 } = said;
    emit(tx, "person.hired", {
      ...said,
      departments,
      number,
      ...(wish.number === undefined ? { unnumbered: true } : {}),
      ...(line === undefined ? {} : { listed: true }),
      ...saidUnder(under),
    });
    recountWhoComes(tx, wish);
    vouchFor(tx, wish, source, departments, line === undefined ? { said: true } : {});
    if (source === undefined || wish.number !== undefined || own <= number) return;
    emit(tx, "person.numbered", { organization, person, number: own, source });
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
    const { source } = wish;
    const whose = source === undefined || !mayReport(employment, source) ? {} : { source };
    emit(tx, "person.resigned", { ...under(wish, employment), ...whose });
    recountWhoStays(tx, wish);
  },
);

/** A fact that somebody was hired. */
export function hirePerson(tx: Deciding, fact: FactOf<"person.hired">) {
  const { organization, departments } = fact.data;
  return ofLiving(tx, fact, () =>
    orElse(departmentsReported(tx, organization, departments), () => {
      const data = withOwnNumber(tx, fact.data);
      const why = whyNoHire(tx, data, fact.at);
      // By which number its source knows the employment, be it not above one of another's (DIR-03).
      if (why === null) hire(tx, data, undefined, fact.data.number);
      else passOver(tx, why, data);
      // Whoever is in service, or was hired just now, is so by this word too.
      if (why === "already-in-service") noteWord(tx, data, "hired");
      else if (why !== "older-time" || !servedSince(tx, data, fact.at)) return;
      // Of a source its own last word decides, whatever later ones there are of others.
      vouchFor(tx, data, data.source, undefined, { said: true });
    }),
  );
}

/** Whether a late hire may be about the employment in force: none ended since, before that began. */
function servedSince(
  tx: Reading,
  { organization, person }: DirectoryFacts["person.hired"],
  at: number,
): boolean {
  const { inService = false, times = {} } = read(tx, "employment", organization, person) ?? {};
  const { left = 0, began = 0 } = times;
  return inService && (at >= left || left > began);
}

/** Why a hire begins no employment, or `null`: with a number, that decides. */
function whyNoHire(
  tx: Deciding,
  wish: DirectoryFacts["person.hired"],
  at: number,
): PassedOverReason | null {
  const { organization, person, number } = wish;
  const before = read(tx, "employment", organization, person);
  if (before === null) return outnumbers(tx, wish) ? null : "older-number";
  const { inService } = before;
  if (number === undefined) {
    if (!isNews(before, "hired", at)) return "older-time";
    return inService ? "already-in-service" : null;
  }
  if (number > numberOf(before)) return null;
  return inService && number === numberOf(before) ? "already-in-service" : "older-number";
}

/** DIR-15: whether a newcomer's number is above those of all who had the id before. */
export const outnumbers = view(
  "DIR-15",
  (
    tx: Reading,
    { organization, person, number }: Omit<DirectoryFacts["person.resigned"], "successor">,
  ): boolean => number === undefined || number > (numberBefore(tx, organization, person) ?? -1),
);

type AboutEmployment =
  | "person.confirmed"
  | "person.relocated"
  | "person.department-entered"
  | "person.department-left"
  | "person.fields-changed"
  | "person.heads-changed"
  | "person.roles-changed"
  | "person.manager-changed"
  | "person.suspended"
  | "person.resumed"
  | "person.renamed"
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
  const { at } = fact;
  return ofLiving(tx, fact, () => {
    const data: DirectoryFacts[AboutEmployment] = withOwnNumber(tx, fact.data);
    const unknown = employmentKnown(tx, data) ?? hireReported(tx, data, at) ?? unnamed();
    return orElse(unknown, () => {
      const why = whyNoSay(tx, fact) ?? whyOver(tx, data, at);
      if (why === null) change(must(tx, "employment", data.organization, data.person));
      else passOver(tx, why, { person: data.person });
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
    if (probation && !news && fields !== undefined) passOver(tx, "older-revision", fact.data);
    // Without fields nothing is older: whoever is confirmed is so already.
    const { revision: _, ...unversioned } = fact.data;
    const said: typeof fact.data = news || fields !== undefined ? fact.data : unversioned;
    if (!probation && !isToRecord(tx, said, revisions.fields, same)) return;
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

/** A fact that somebody left. */
export function resignPerson(tx: Deciding, fact: FactOf<"person.resigned">) {
  return ofLiving(tx, fact, () => {
    const data = withOwnNumber(tx, fact.data);
    return orElse(employmentKnown(tx, data), () => {
      const why = whyNoSay(tx, fact) ?? whyNoDeparture(tx, data, fact.at);
      if (why === null) leave(tx, data);
      else passOver(tx, why, data);
      if (why === "not-responsible-extent") noteGone(tx, data, data.source);
      if (why !== "already-so") return;
      noteWord(tx, data, "left");
      letGoOnceMore(tx, data, data.source);
    });
  });
}

/** Somebody leaves with the last source that vouches for them; else what this one brought goes (DIR-06). */
function leave(tx: Deciding, data: DirectoryFacts["person.resigned"]): void {
  const { organization, person, source } = data;
  const known = must(tx, "employment", organization, person);
  if (source !== undefined && othersVouch(known, source)) letGo(tx, data, source);
  else resign(tx, data);
}

/** DIR-02, DIR-06: what a source says of a departure is compared with its own last word, not with hires of others. */
const isLate = view(
  ["DIR-02", "DIR-06"],
  (known: EmploymentRecord, source: SourceId, at: number): boolean =>
    at <= (known.times.left ?? -1) || whyOlder(known, source, { at }) !== null,
);

/** Why a departure ends no employment, or `null`. */
function whyNoDeparture(
  tx: Deciding,
  { organization, person, number, source }: DirectoryFacts["person.resigned"],
  at: number,
): PassedOverReason | null {
  const employment = must(tx, "employment", organization, person);
  if (number !== undefined && number < numberOf(employment)) return "older-number";
  const isOwn = source !== undefined && employment.inService;
  const isOld =
    number === undefined
      ? isOwn
        ? isLate(employment, source, at)
        : !isNews(employment, "left", at)
      : !isNewsOfNumbered(employment, "left", at);
  if (isOld) return "older-time";
  return employment.inService ? null : "already-so";
}
