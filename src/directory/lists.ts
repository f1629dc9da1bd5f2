/** Full lists: a part after another, complete with the last, held if they lack too much. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import type { PassedOverReason } from "../core/reasons.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { concerns } from "./extents.ts";
import type { Deciding } from "./facts.ts";
import { hold, lacksTooMuch } from "./holding.ts";
import { stepList } from "./list-steps.ts";
import { countDepartments } from "./missing-departments.ts";
import { countPage } from "./missing-people.ts";
import type { DirectoryFact, DirectoryPart, ListParts, ListRecord, PageCounts } from "./model.ts";
import { concerned } from "./reconciliation-departments.ts";
import type { Room } from "./returning.ts";
import { listedOf, saidExtent, sameExtent } from "./select/extents.ts";
import { type ListOf, listKnown, pageOf, partName } from "./select/lists.ts";
import type { Reading } from "./select/organizations.ts";

type ReconciledFact = OfType<DirectoryFact, "directory.reconciled">;

/** So many lists of one organization, and of one extent, are in progress, held or not yet carried out. */
const LISTS_MAX = 20;
const LISTS_OF_EXTENT_MAX = 2;
/** So many people or departments one part names, copies of it among them. */
const PART_NAMES_MAX = 2_000;

const sameParts = (left: ListParts, right: ListParts): boolean =>
  left.departments === right.departments && left.people === right.people;

/** Whether a part is one of those that its list began with. */
function fitsList(list: ListRecord, { extent, of, part }: ReconciledFact["data"]): boolean {
  if (!sameParts(list.of, of) || !sameExtent(list.extent, extent)) return false;
  if (part.kind === "departments") return true;
  const [, pieces = part.pieces ?? 1] = pageOf(list, part.page) ?? [];
  return pieces === (part.pieces ?? 1);
}

const namesOf = (part: DirectoryPart): readonly string[] =>
  part.kind === "people"
    ? part.people.map(({ person }) => person)
    : part.departments.map(({ department }) => department);

/** What a part names, with the copies of it that have come before. */
function namedSoFar(tx: Reading, { organization, list, part }: ReconciledFact["data"]): string[] {
  const before = read(tx, "part", organization, partName(list, part))?.ids ?? [];
  return [...new Set([...before, ...namesOf(part)])];
}

/** Whether a newer list of the same extent was complete before a part of this one has come. */
function isOutdone(tx: Reading, { data, at }: ReconciledFact, known: ListRecord | null): boolean {
  const listed = listedOf(tx, data);
  if (listed === undefined || listed.list === data.list) return false;
  return Math.min(at, known?.at ?? at) < listed.at;
}

/** Why a part counts for nothing, or `null`. */
export function whyNoPart(tx: Reading, fact: ReconciledFact): PassedOverReason | null {
  const known = listKnown(tx, fact.data);
  if (known !== null) {
    const fits = fitsList(known, fact.data);
    if (!fits || namedSoFar(tx, fact.data).length > PART_NAMES_MAX) return "other-list";
  }
  if (isOutdone(tx, fact, known)) return "older-list";
  if (known !== null || isOfSettled(tx, fact)) return null;
  // A stray part of an old list takes the place of none that is newer.
  const [, oldest] = listMakingRoom(tx, fact.data) ?? [];
  if (oldest !== undefined && fact.at < oldest.at) return "older-list";
  return hasRoom(tx, fact.data.organization) ? null : "not-possible";
}

/** The lists of an organization that are kept. */
const listsKept = (tx: Reading, organization: OrganizationId) =>
  (must(tx, "directory", organization).lists ?? []).map(
    (list) => [list, must(tx, "list", organization, list)] as const,
  );

/** Whether one more list can begin: of those in progress one makes room, of those that are complete none. */
function hasRoom(tx: Reading, organization: OrganizationId): boolean {
  const { lists = [] } = must(tx, "directory", organization);
  if (lists.length < LISTS_MAX) return true;
  return listsKept(tx, organization).some(([, { state }]) => state === "begun");
}

/** DIR-04: passes a part over; a list that turns out to be older than one that was complete goes. */
export const passPart = effect(
  "DIR-04",
  (tx: Deciding, { organization, list }: ListOf, why: PassedOverReason): void => {
    if (why === "older-list" && listKnown(tx, { organization, list }) !== null) {
      emit(tx, "list.dropped", { organization, list, because: "superseded" });
    }
    passOver(tx, why, { list });
  },
);

/** Whether this is a part, once more, of the list that was complete last and is settled. */
function isOfSettled(tx: Reading, { data, at }: ReconciledFact): boolean {
  const listed = listedOf(tx, data);
  return listed !== undefined && listed.list === data.list && at <= listed.until;
}

/** Of the lists in progress, the one that makes room for another: the oldest of its extent, or of all. */
function listMakingRoom(tx: Reading, { organization, extent }: ReconciledFact["data"]) {
  const { lists = [] } = must(tx, "directory", organization);
  if (lists.length < LISTS_OF_EXTENT_MAX) return undefined;
  const kept = listsKept(tx, organization);
  const ofExtent = kept.filter(([, each]) => sameExtent(each.extent, extent));
  const isFull = ofExtent.length >= LISTS_OF_EXTENT_MAX;
  const [oldest] = (isFull ? ofExtent : lists.length >= LISTS_MAX ? kept : [])
    .filter(([, { state }]) => state === "begun")
    .sort(([, left], [, right]) => left.at - right.at);
  return oldest;
}

/** Begins a list; of those in progress the oldest of its extent makes room, or the oldest of all. */
function begin(tx: Deciding, data: ReconciledFact["data"]): void {
  const { organization, list, extent, of } = data;
  const [oldest] = listMakingRoom(tx, data) ?? [];
  if (oldest !== undefined) {
    emit(tx, "list.dropped", { organization, list: oldest, because: "superseded" });
  }
  emit(tx, "list.begun", { organization, list, ...saidExtent(extent), of });
}

/** What a part says of its page, if it is the last piece of it; of departments, if it is the last of all. */
function countsOf(
  tx: Reading,
  { data, at }: ReconciledFact,
  ids: readonly string[],
  again: boolean,
): PageCounts | null {
  const { organization, list, part } = data;
  const record = must(tx, "list", organization, list);
  const as = Math.min(record.at, at);
  if (part.kind === "departments") {
    const { size } = new Set([...record.departments, part.page]);
    return size < record.of.departments ? null : countDepartments(tx, data, ids, as);
  }
  const [, , come = 0] = pageOf(record, part.page) ?? [];
  if (come + (again ? 0 : 1) < (part.pieces ?? 1)) return null;
  return countPage(tx, data, part, ids as readonly PersonId[], as);
}

/** DIR-07: how many of those that a part names for the first time its list is not full for. */
function beyondOf(
  tx: Deciding,
  { organization, extent, part }: ReconciledFact["data"],
  before: readonly string[],
): number {
  if (extent === undefined || "source" in extent) return 0;
  const isNew = (id: string): boolean => !before.includes(id);
  const of = { organization, extent };
  if (part.kind === "people") {
    return part.people.filter((each) => isNew(each.person) && !concerns(tx, of, each)).length;
  }
  const own = concerned(tx, of, part.departments);
  return part.departments.filter(({ department }) => isNew(department) && !own.has(department))
    .length;
}

/** DIR-04: notes what a part names, before it is absorbed. */
export const enterPart = effect("DIR-04", (tx: Deciding, fact: ReconciledFact): void => {
  const { organization, list, part } = fact.data;
  if (listKnown(tx, fact.data) === null) {
    if (isOfSettled(tx, fact)) return;
    begin(tx, fact.data);
  }
  const before = read(tx, "part", organization, partName(list, part));
  const ids = namedSoFar(tx, fact.data);
  // A copy that names nobody else counts once; one that does saves whom it names.
  if (before?.ids.length === ids.length) return;
  // A list that is complete has been counted: whom a late copy names is saved, and nobody else concerned.
  const isBegun = must(tx, "list", organization, list).state === "begun";
  const counts = isBegun ? countsOf(tx, fact, ids, before !== null) : null;
  const { kind, page } = part;
  const pieces =
    part.kind === "people" && part.pieces !== undefined
      ? { piece: part.piece ?? 0, pieces: part.pieces }
      : {};
  const beyond = beyondOf(tx, fact.data, before?.ids ?? []);
  emit(tx, "list.part", {
    organization,
    list,
    kind,
    page,
    ...pieces,
    ids,
    ...(beyond === 0 ? {} : { beyond }),
    ...(counts === null ? {} : { counts }),
  });
});

/** Whether all parts of a list have come. */
const isComplete = ({ of, departments, pages }: ListRecord): boolean =>
  departments.length === of.departments &&
  pages.length === of.people &&
  pages.every(([, pieces, come]) => pieces === come);

/** What is older than a list that is complete now, of the same extent, makes room for it. */
function supersede(tx: Deciding, { organization, list }: ListOf, { at, extent }: ListRecord): void {
  for (const [each, other] of listsKept(tx, organization)) {
    if (each === list || !sameExtent(other.extent, extent)) continue;
    if (other.state !== "begun") {
      emit(tx, "reconciliation.settled", { organization, list: each, how: "superseded" });
    } else if (other.at < at) {
      emit(tx, "list.dropped", { organization, list: each, because: "superseded" });
    }
  }
}

/** DIR-04: with its last part a list is complete: it takes the place of older ones, and removes or is held. */
export const completeList = effect(
  "DIR-04",
  (tx: Deciding, { organization, list }: ListOf, policy: Policy, room: Room): void => {
    const of = { organization, list };
    const record = read(tx, "list", organization, list);
    if (record?.state !== "begun" || !isComplete(record)) return;
    supersede(tx, of, record);
    const sum = (place: 3 | 4) => record.pages.reduce((all, page) => all + page[place], 0);
    const { counted: departments = { known: 0, missing: 0 } } = record;
    const known = { people: sum(3), departments: departments.known };
    const missing = { people: sum(4), departments: departments.missing };
    emit(tx, "list.completed", { organization, list, known, missing });
    if (lacksTooMuch(record, known, missing, policy))
      hold(tx, { ...of, ...saidExtent(record.extent) }, missing);
    else stepList(tx, of, policy, room);
  },
);
