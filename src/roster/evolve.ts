/** What the events of Rosters change in their records. */
import {
  type Buckets,
  clearEntries,
  entryOf,
  putEntry,
  removeEntry,
  updateList,
} from "../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import { append, insertAhead, removeTicket, ticketAhead } from "../core/paged.ts";
import type { HashIndex } from "../core/structures.ts";
import type * as faces from "../core/transaction.ts";
import { edit, must, read } from "../core/transaction.ts";
import type { DirectoryEvents, DirectoryRecords } from "../directory/model.ts";
import { countsAs, isOf, keyedBy, naturalOf } from "../directory/select/naturals.ts";
import type { Container, ScopeRule, SpacesEvents, SpacesRecords } from "../spaces/model.ts";
import { isTrunk } from "../spaces/select/container.ts";
import type { ExitReason, QueuedEntry, RosterEntry, RosterEvents, RosterRecords } from "./model.ts";
import {
  linkRosterOf,
  queuedFor,
  rosterOf,
  ruledDepartments,
  ruledPeople,
  waitingFor,
} from "./select/keys.ts";
import type { Part, RosterReads } from "./select/scope.ts";

/** The Space, each Association and each Link count who is present and who waits, and index the lists of them. */
type Counted = Pick<SpacesRecords, "association" | "space" | "link">;
type Evolving = faces.Evolving<
  RosterRecords & Counted & Pick<DirectoryRecords, "department">,
  RosterReads
>;

/** A scope ends with its Association or Link, and what it says of removed departments with the retention. */
type Events = RosterEvents &
  Pick<SpacesEvents, "association.cancelled" | "link.cancelled" | "link.moved"> &
  Pick<DirectoryEvents, "person.recounted" | "setting.inert" | "setting.dropped">;
type Evolvers = {
  readonly [Type in keyof Events]: (tx: Evolving, data: Events[Type], at: number) => void;
};
type Through = RosterEntry[1][number];
type Place = QueuedEntry[1][number];

/** Changes how many identities an organization has present or waiting, while it takes part. */
function count(
  tx: Evolving,
  space: SpaceId,
  organization: OrganizationId,
  field: "present" | "waiting",
  by: number,
): void {
  if (read(tx, "association", space, organization) === null) return;
  edit(tx, "association", space, organization)[field] += by;
}

/** Lists an identity as present, under the natural person it is. */
function listPresent(tx: Evolving, space: SpaceId, natural: PersonId, item: Through): void {
  const record = edit(tx, "space", space);
  const where = rosterOf(space);
  record.roster = updateList<Through, "roster">(tx, where, record.roster, natural, (through) => {
    if (through.length === 0) record.persons += 1;
    return [...through, item];
  });
}

/** Takes an identity off the list; gives what was listed of it, `null` if it is not on it. */
function unlistPresent(
  tx: Evolving,
  space: SpaceId,
  natural: PersonId,
  identity: Identity,
): Through | null {
  const record = edit(tx, "space", space);
  const where = rosterOf(space);
  const isThis = isOf(natural, identity);
  const through = entryOf<RosterEntry>(tx, where, record.roster, natural)?.[1] ?? [];
  const item = through.find(isThis);
  if (item === undefined) return null;
  const left = through.filter((each) => each !== item);
  if (left.length === 0) record.persons -= 1;
  record.roster = updateList<Through, "roster">(tx, where, record.roster, natural, () => left);
  return item;
}

/** Lists an identity under another natural person than before, wherever it is present or waits. */
function relist(tx: Evolving, space: SpaceId, from: PersonId, to: PersonId, own: Identity): void {
  const { organization, person } = own;
  const present = unlistPresent(tx, space, from, own);
  if (present !== null) {
    const [, ordinal, , since] = present;
    const key = to === person ? null : person;
    const item: Through =
      since === undefined
        ? [organization, ordinal, ...keyedBy(to, person)]
        : [organization, ordinal, key, since];
    listPresent(tx, space, to, item);
  }
  const record = edit(tx, "space", space);
  if (record.queued.count === 0) return;
  const where = queuedFor(space);
  const places = entryOf<QueuedEntry>(tx, where, record.queued, from)?.[1] ?? [];
  const place = places.find(isOf(from, own));
  if (place === undefined) return;
  const left = places.filter((each) => each !== place);
  record.queued = updateList(tx, where, record.queued, from, () => left);
  record.queued = updateList<Place, "queued">(tx, where, record.queued, to, (others) => [
    ...others,
    [organization, place[1], ...keyedBy(to, person)],
  ]);
}

/** Takes an identity off the waiting list, if it is on it. */
function unqueue(
  tx: Evolving,
  space: SpaceId,
  organization: OrganizationId,
  person: PersonId,
): void {
  if (must(tx, "space", space).queued.count === 0) return;
  const record = edit(tx, "space", space);
  const where = queuedFor(space);
  const natural = naturalOf(tx, { organization, person });
  const places = entryOf<QueuedEntry>(tx, where, record.queued, natural)?.[1] ?? [];
  const place = places.find(isOf(natural, { organization, person }));
  if (place === undefined) return;
  const left = places.filter((each) => each !== place);
  record.queued = updateList(tx, where, record.queued, natural, () => left);
  record.waiting = removeTicket(tx, waitingFor(space), record.waiting, place[1]);
  count(tx, space, organization, "waiting", -1);
}

/** Counts who resigned: whoever comes back first stands where they left (CAP-08). */
function countDeparture(tx: Evolving, space: SpaceId, because: ExitReason): void {
  if (because !== "resigned") return;
  const record = edit(tx, "space", space);
  record.departures = (record.departures ?? 0) + 1;
}

/** Sets the rule of each id, or takes it away. */
function setRules(
  tx: Evolving,
  where: Buckets<"ruled" | "link-ruled">,
  index: HashIndex,
  rules: readonly (readonly [id: string, rule: ScopeRule | null])[],
): HashIndex {
  let now = index;
  for (const [id, rule] of rules) {
    now = rule === null ? removeEntry(tx, where, now, id) : putEntry(tx, where, now, [id, rule]);
  }
  return now;
}

/** ROSTER-16: a department that a scope excludes is to stand for it even when it is removed. */
function noteExcluded(
  tx: Evolving,
  organization: OrganizationId,
  rules: RosterEvents["scope.changed"]["departments"],
): void {
  for (const [department, rule] of rules) {
    if (rule !== "out") continue;
    if (must(tx, "department", organization, department).excluded === true) continue;
    edit(tx, "department", organization, department).excluded = true;
  }
}

/** The record that has an organization's scope in a Space or on a Link. */
const editPart = (tx: Evolving, of: Container, organization: OrganizationId) =>
  isTrunk(of)
    ? edit(tx, "link", of.trunk, organization)
    : edit(tx, "association", of.space, organization);

/** Takes the rules of a scope away. */
function clearScope(
  tx: Evolving,
  of: Container,
  organization: OrganizationId,
  { departments, people }: Part,
): void {
  clearEntries(tx, ruledDepartments(of, organization), departments);
  clearEntries(tx, ruledPeople(of, organization), people);
}

/** Takes the scope and the Roster of a Link away. */
function clearLink(tx: Evolving, trunk: OrganizationId, organization: OrganizationId): void {
  const link = must(tx, "link", trunk, organization);
  clearScope(tx, { trunk }, organization, link);
  clearEntries(tx, linkRosterOf(trunk, organization), link.roster);
}

/** One case for each event of Rosters. */
export const rosterEvolvers: Evolvers = {
  "scope.changed": (tx, data) => {
    const { organization, whole, departments, people, set } = data;
    const record = editPart(tx, data, organization);
    record.whole = whole;
    if (set === true) record.sets = (record.sets ?? 0) + 1;
    const ofDepartments = ruledDepartments(data, organization);
    record.departments = setRules(tx, ofDepartments, record.departments, departments);
    record.people = setRules(tx, ruledPeople(data, organization), record.people, people);
    noteExcluded(tx, organization, departments);
  },
  "setting.inert": (tx, { setting }) => {
    if (setting.kind !== "scope" && setting.kind !== "link-scope") return;
    editPart(tx, setting, setting.organization).inert = true;
  },
  "setting.dropped": (tx, { setting, departments }) => {
    if (setting.kind !== "scope" && setting.kind !== "link-scope") return;
    const { organization } = setting;
    const record = editPart(tx, setting, organization);
    const gone = departments.map(({ department }) => [department, null] as const);
    const where = ruledDepartments(setting, organization);
    record.departments = setRules(tx, where, record.departments, gone);
  },
  "roster.entered": (tx, data, at) => {
    const { organization, person, ordinal } = data;
    if (isTrunk(data)) {
      const link = edit(tx, "link", data.trunk, organization);
      const who = linkRosterOf(data.trunk, organization);
      link.roster = putEntry(tx, who, link.roster, [person, ordinal, at]);
      return;
    }
    const { space } = data;
    unqueue(tx, space, organization, person);
    const record = edit(tx, "space", space);
    const natural = naturalOf(tx, data);
    const key = natural === person ? null : person;
    listPresent(tx, space, natural, [organization, ordinal, key, at]);
    record.identities += 1;
    count(tx, space, organization, "present", 1);
  },
  "roster.left": (tx, data) => {
    const { organization, person, because } = data;
    if (isTrunk(data)) {
      const link = edit(tx, "link", data.trunk, organization);
      link.roster = removeEntry(tx, linkRosterOf(data.trunk, organization), link.roster, person);
      return;
    }
    const { space } = data;
    countDeparture(tx, space, because);
    const record = edit(tx, "space", space);
    unlistPresent(tx, space, naturalOf(tx, data), { organization, person });
    record.identities -= 1;
    count(tx, space, organization, "present", -1);
  },
  "waiting.joined": (tx, { space, organization, person, ordinal, first }, at) => {
    const record = edit(tx, "space", space);
    const ticket = first === undefined ? record.waiting.next : ticketAhead(first);
    const entry = [ticket, organization, person, ordinal, at] as const;
    record.waiting =
      first === undefined
        ? append(tx, waitingFor(space), record.waiting, () => entry)
        : insertAhead(tx, waitingFor(space), record.waiting, entry);
    const where = queuedFor(space);
    const natural = naturalOf(tx, { organization, person });
    record.queued = updateList<Place, "queued">(tx, where, record.queued, natural, (places) => [
      ...places,
      [organization, ticket, ...keyedBy(natural, person)],
    ]);
    count(tx, space, organization, "waiting", 1);
  },
  "waiting.left": (tx, { space, organization, person, because }) => {
    countDeparture(tx, space, because);
    unqueue(tx, space, organization, person);
  },
  // This runs before the identity itself is that of another natural person.
  "person.recounted": (tx, { because, ...identity }) => {
    const { hosted, joined } = must(tx, "organization", identity.organization);
    const from = naturalOf(tx, identity);
    const to = countsAs(tx, identity, because);
    for (const space of [...hosted, ...joined]) relist(tx, space, from, to, identity);
  },
  // The scope goes with the Association; this runs before the Association itself is dropped.
  "association.cancelled": (tx, { space, organization }) => {
    clearScope(tx, { space }, organization, must(tx, "association", space, organization));
  },
  "link.cancelled": (tx, { trunk, organization }) => clearLink(tx, trunk, organization),
  "link.moved": (tx, { replaces, organization }) => clearLink(tx, replaces, organization),
};
