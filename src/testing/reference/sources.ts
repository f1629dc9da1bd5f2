/** Several sources of one directory, each vouching for what it brought and still names (DIR-06). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { findDepartment } from "./departments.ts";
import { lastWord } from "./last-words.ts";
import { shareOf } from "./shares.ts";
import type { Department, Employment, State, World } from "./state.ts";
import type { Subject, Voucher } from "./state-lists.ts";
import { withFurther } from "./vocabulary.ts";

/** Somebody as sources vouch for them: under one employment. */
export function ofPerson({ organization, person, number }: Employment): Subject {
  return { kind: "person", organization, id: person, number };
}

/** A department as sources vouch for it. */
export function ofDepartment({ organization, id }: Department): Subject {
  return { kind: "department", organization, id, number: 0 };
}

function isOf(subject: Subject): (voucher: Voucher) => boolean {
  return ({ kind, organization, id, number }) =>
    kind === subject.kind &&
    organization === subject.organization &&
    id === subject.id &&
    number === subject.number;
}

/** The sources that vouch for something, the oldest first. */
export function vouching({ vouchers }: State, subject: Subject): string[] {
  return vouchers
    .filter(isOf(subject))
    .filter(({ given }) => given)
    .map(({ source }) => source);
}

/** Whether a source vouches for something. */
export function vouches(state: State, subject: Subject, source: string): boolean {
  return vouching(state, subject).includes(source);
}

/** Whether all but placements is a word's to say: the organization's own, or the oldest source's. */
export function decides(state: State, subject: Subject, source: string | undefined): boolean {
  // For whom nobody vouches yet, the first to come is the oldest.
  const [oldest = source] = vouching(state, subject);
  return source === undefined || oldest === source;
}

/** What a source said last of whether something is there. */
function lastWordOf(state: State, subject: Subject, source: string): Voucher | undefined {
  return state.vouchers.find((each) => isOf(subject)(each) && each.source === source);
}

/** Whether a source vouches for something, or did. */
export function hasSpoken(state: State, subject: Subject, source: string): boolean {
  return lastWordOf(state, subject, source) !== undefined;
}

/** Why a source's word is older than its own last one: by revisions, else by time; others' are not looked at. */
export function whyOlder(
  state: State,
  subject: Subject,
  source: string,
  { at, revision }: { readonly at: number; readonly revision?: number | undefined },
): "older-revision" | "older-time" | null {
  const known = lastWordOf(state, subject, source);
  if (known === undefined) return null;
  if (revision !== undefined && known.revision !== null) {
    return revision > known.revision ? null : "older-revision";
  }
  const last = Math.max(known.given ? 0 : known.at, known.said ?? 0);
  return at < last ? "older-time" : null;
}

/**
 * A source vouches for something from now on, unless its own last word is later; says whether it does
 * newly. What a fact says is such a word, what a list says is none.
 */
export function vouch(
  state: State,
  subject: Subject,
  source: string | undefined,
  at: number,
  fact?: { readonly revision?: number | undefined },
): boolean {
  if (source === undefined) return false;
  const { revision } = fact ?? {};
  if (whyOlder(state, subject, source, { at, revision }) !== null) return false;
  const known = lastWordOf(state, subject, source);
  const said = fact === undefined ? (known?.said ?? null) : Math.max(at, known?.said ?? at);
  const word: Voucher = {
    ...{ ...subject, source, at, given: true, reported: false, said },
    revision: revision ?? known?.revision ?? null,
  };
  if (known?.given === true) {
    if (fact === undefined) return false;
    state.vouchers = state.vouchers.map((each) =>
      each === known ? { ...word, at: known.at } : each,
    );
    return false;
  }
  state.vouchers = state.vouchers.filter((each) => each !== known);
  state.vouchers.push(word);
  know(state, subject.organization, source);
  return true;
}

/** Nobody vouches for something any more: it begins anew. */
export function forgetVouchers(state: State, subject: Subject): void {
  state.vouchers = state.vouchers.filter((each) => !isOf(subject)(each));
}

/** Of whoever is back, what others brought who vouch no longer was set by nobody. */
export function keepVouched(
  state: State,
  employment: Employment,
  source: string | undefined,
): void {
  const all = vouching(state, ofPerson(employment));
  employment.shares = employment.shares.filter(
    (each) => each.source === source || all.includes(each.source),
  );
}

/** With which revision a source says that something is gone, and whether by a fact. */
interface Withdrawal {
  readonly revision?: number | undefined;
  readonly reported?: boolean;
}

/** A source does not vouch for something any more. */
export function withdraw(
  state: State,
  subject: Subject,
  source: string,
  at: number,
  { revision, reported = false }: Withdrawal = {},
): void {
  state.vouchers = state.vouchers.map((each) =>
    isOf(subject)(each) && each.source === source
      ? { ...each, at, given: false, reported, said: null, revision: revision ?? each.revision }
      : each,
  );
}

/** What the oldest source gave for fields and all else that it says goes with it: revisions of two do not compare. */
function forgetRevisions({ revisions }: Employment): void {
  const { departments } = revisions;
  for (const value of Object.keys(revisions)) revisions[value as keyof typeof revisions] = null;
  revisions.departments = departments;
}

/** The same of a department, if the oldest is another than before. */
export function withdrawFrom(
  state: State,
  department: Department,
  source: string,
  at: number,
  revision?: number,
): void {
  const subject = ofDepartment(department);
  const [oldest] = vouching(state, subject);
  withdraw(state, subject, source, at, { revision });
  if (oldest !== source) return;
  Object.assign(department.revisions, { name: null, parent: null, id: null });
}

/** A source takes back its voucher for somebody for whom others vouch: its placements go. */
export function letGo(
  state: State,
  employment: Employment,
  source: string,
  at: number,
  listed: number | null,
): void {
  const subject = ofPerson(employment);
  const [oldest] = vouching(state, subject);
  withdraw(state, subject, source, listed ?? at, { reported: listed === null });
  if (oldest === source) forgetRevisions(employment);
  const brought = shareOf(employment, source);
  employment.shares = employment.shares.filter((each) => each.source !== source);
  const others = employment.shares.flatMap(({ departments }) => departments);
  const left = employment.departments.filter(
    (each) => !brought.includes(each) || others.includes(each),
  );
  const hasMoved = left.length < employment.departments.length;
  employment.departments = left;
  employment.at = Math.max(employment.at, hasMoved ? at : (listed ?? at));
  if (employment.numberBy !== source) return;
  employment.numberBy = null;
  employment.sourced = false;
}

/** A number as far as it is looked at: not that of another source than the one that gave it (DIR-03). */
export function lookedAt(
  state: State,
  employment: Employment | undefined,
  source: string | undefined,
  number: number | undefined,
): number | undefined {
  if (employment === undefined || source === undefined) return number;
  const { sourced, numberBy } = employment;
  const others = vouching(state, ofPerson(employment));
  const isFree = sourced ? numberBy === null : others.length === 0 || others[0] === source;
  return isFree || numberBy === source ? number : undefined;
}

/** A fact says that somebody is there: of one source, or of the organization itself, for all that vouch. */
export function sayAgain(
  state: State,
  employment: Employment,
  source: string | undefined,
  at: number,
): void {
  const isMeant = isOf(ofPerson(employment));
  state.vouchers = state.vouchers.map((each) =>
    isMeant(each) && each.given && (source ?? each.source) === each.source
      ? { ...each, said: Math.max(each.said ?? at, at) }
      : each,
  );
}

/** Who said already that somebody is gone says so again, later. */
export function sayGone(state: State, employment: Employment, source: string, at: number): void {
  const known = lastWordOf(state, ofPerson(employment), source);
  if (!employment.inService || known === undefined || known.given || at <= known.at) return;
  withdraw(state, ofPerson(employment), source, at, { reported: true });
  employment.at = Math.max(employment.at, at);
}

/** Somebody is listed by a source, which vouches from then on; what was brought without one is its own. */
export function vouchFor(
  state: State,
  employment: Employment,
  source: string | undefined,
  at: number,
  fact?: object,
): boolean {
  const subject = ofPerson(employment);
  const isFirstEver = !state.vouchers.some(isOf(subject));
  const isFirst = vouching(state, subject).length === 0;
  const hadOthers = state.vouchers.some((each) => isOf(subject)(each) && each.source !== source);
  if (!vouch(state, subject, source, at, fact)) return false;
  // What was said without a source is the first one's by now.
  const before = Math.max(
    lastWord(state, "hired", employment),
    lastWord(state, "reinstated", employment),
  );
  if (isFirstEver && before >= 0) sayAgain(state, employment, source, before);
  if (isFirst && hadOthers) forgetRevisions(employment);
  if (isFirst && employment.sourced) employment.numberBy ??= source ?? null;
  return true;
}

/** Why a list does not give a source's voucher for somebody in service again (RESIGN-06). */
export function whyNotListed(
  { state, policy }: World,
  employment: Employment,
  source: string | undefined,
  at: number,
): "older-time" | "reported-left" | null {
  if (source === undefined || !employment.inService) return null;
  const known = lastWordOf(state, ofPerson(employment), source);
  if (known === undefined || known.given || !known.reported || at < known.at) return null;
  if (at === known.at) return "older-time";
  return withFurther(policy).listReinstates === "any" ? null : "reported-left";
}

/** Whether a source vouches for something, or a list of it is under way. */
function isBusy(state: State, organization: OrganizationId, source: string): boolean {
  const isThere = ({ kind, id, number }: Voucher) =>
    kind === "department"
      ? findDepartment(state, organization, id as DepartmentId)?.removed === false
      : state.employments.some(
          (each) =>
            each.organization === organization &&
            each.person === id &&
            each.number === number &&
            each.inService,
        );
  const vouched = state.vouchers.some(
    (each) =>
      each.organization === organization && each.source === source && each.given && isThere(each),
  );
  const underWay = state.fullLists.some(
    ({ organization: own, extent, status }) =>
      own === organization &&
      extent !== null &&
      "source" in extent &&
      extent.source === source &&
      ["begun", "held", "complete"].includes(status),
  );
  return vouched || underWay;
}

/** Whether a source is one too many. */
export function isTooMany(
  { state, policy }: World,
  organization: OrganizationId,
  source: string | undefined,
): boolean {
  const own = state.sources.filter((each) => each.organization === organization);
  if (source === undefined || isBusy(state, organization, source)) return false;
  const busy = own.filter(
    (each) => each.source !== source && isBusy(state, organization, each.source),
  );
  return busy.length >= withFurther(policy).directorySources;
}

/** So many sources of one organization are known, be they in use or not. */
const SOURCES_KNOWN = 16;

/** A source that brings something, or begins a list, is known from then on. */
export function know(state: State, organization: OrganizationId, source: string | undefined): void {
  if (source === undefined) return;
  const isOwn = (each: State["sources"][number]) =>
    each.organization === organization && each.source === source;
  if (state.sources.some(isOwn)) return;
  const own = state.sources.filter((each) => each.organization === organization);
  const idle =
    own.length < SOURCES_KNOWN
      ? undefined
      : own.find((each) => !isBusy(state, organization, each.source));
  state.sources = state.sources.filter((each) => each !== idle);
  state.sources.push({ organization, source, completed: null });
}
