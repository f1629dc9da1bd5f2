/** Full lists that come in parts: what each part names at once, and when a list is complete (DIR-04). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { departmentsOf, findDepartment, hasDepartment } from "./departments.ts";
import { wake } from "./dormant.ts";
import { isDepartmentIn, isPersonIn, isSameExtent, mayList, sourceIn } from "./extents.ts";
import { isOutside } from "./list-lines.ts";
import { complete, followPart } from "./list-steps.ts";
import { pass } from "./passing.ts";
import { latest, serving } from "./people.ts";
import { absorbDepartments } from "./reconciled-departments.ts";
import { know } from "./sources.ts";
import type { Notices, State, World } from "./state.ts";
import type { FullList, Naming } from "./state-lists.ts";
import { extentOf, type Listing } from "./vocabulary-lists.ts";

type Part = Listing["part"];

/** As many lists of one extent may be under way: one that is complete, and one that is not. */
const underWayMost = 2;

/** As many of one organization, whatever they are full for. */
const listsMost = 20;

/** Whether a list's numbers and those of a part go together. */
function isMalformed({ of, part }: Listing): boolean {
  const isPower = of.people === 0 || Number.isInteger(Math.log2(of.people));
  if (!isPower || of.people > 1024 || of.departments > 64) return true;
  if (part.kind === "departments") return (part.page ?? 0) >= of.departments;
  const { page, pages, piece = 0, pieces = 1 } = part;
  return pages !== of.people || page < 0 || page >= of.people || piece < 0 || piece >= pieces;
}

function hasTwice(ids: readonly string[]): boolean {
  return new Set(ids).size < ids.length;
}

/** Whether a part contradicts itself: something named twice, or where it does not belong. */
export function malformedListing(world: World, listing: Listing): boolean {
  const { part } = listing;
  if (isMalformed(listing)) return true;
  if (part.kind === "departments") return hasTwice(part.departments.map((each) => each.department));
  const people = part.people.map((each) => each.person);
  return hasTwice(people) || people.some((each) => world.pageOf(each, part.pages) !== part.page);
}

/** The departments that a part names without bringing them itself. */
export function namedInListing(listing: Listing): readonly DepartmentId[] {
  const { part } = listing;
  const extent = extentOf(listing);
  const full = extent !== null && "departments" in extent ? extent.departments : [];
  if (part.kind === "people") {
    return [...full, ...part.people.flatMap(({ departments }) => departments ?? [])];
  }
  const listed = part.departments.map((each) => each.department);
  return part.departments
    .flatMap(({ parent }) => (parent === null ? [] : [parent]))
    .filter((parent) => !listed.includes(parent))
    .concat(full);
}

/** Whether a part is one of those that a list began with. */
function fits(list: FullList, listing: Listing): boolean {
  const { of, part } = listing;
  const pieces = part.kind === "people" ? (part.pieces ?? 1) : 1;
  const { page = 0 } = part;
  return (
    isSameExtent(list.extent, extentOf(listing)) &&
    list.of.departments === of.departments &&
    list.of.people === of.people &&
    list.parts.every(
      (each) => each.kind !== part.kind || each.page !== page || each.pieces === pieces,
    )
  );
}

/** Drops the list begun first of those before another, if there are too many. */
function makeRoom(lists: readonly FullList[], last: FullList, most: number): void {
  const [oldest] = lists
    .filter((each) => each.status === "begun" && each !== last)
    .sort((one, other) => one.at - other.at);
  const underWay = lists.filter(({ status }) => !["settled", "dropped"].includes(status));
  if (oldest !== undefined && underWay.length > most) oldest.status = "dropped";
}

function begin(world: World, listing: Listing, at: number): FullList {
  const { state } = world;
  const { organization, list: id, of } = listing;
  const extent = extentOf(listing);
  const list: FullList = {
    ...{ organization, list: id, of, extent, at, until: at },
    status: "begun",
    parts: [],
    departments: [],
    own: { departments: [], people: [] },
    namings: [],
    people: [],
    counted: [],
    still: [],
  };
  state.fullLists.push(list);
  know(state, organization, sourceIn(extent));
  const others = state.fullLists.filter((each) => each.organization === organization);
  // Of those begun before it the oldest makes room.
  makeRoom(
    others.filter((each) => isSameExtent(each.extent, extent)),
    list,
    underWayMost,
  );
  makeRoom(others, list, listsMost);
  return list;
}

/** Whether a part of a list not known is older than all those in progress of which one would make room. */
function isStray(own: readonly FullList[], listing: Listing, at: number): boolean {
  const underWay = own.filter(({ status }) => !["settled", "dropped"].includes(status));
  const ofExtent = underWay.filter((each) => isSameExtent(each.extent, extentOf(listing)));
  const isFull = ofExtent.length >= underWayMost;
  const among = isFull ? ofExtent : underWay.length >= listsMost ? underWay : [];
  const begun = among.filter(({ status }) => status === "begun");
  return begun.length > 0 && begun.every((each) => at < each.at);
}

/** The list that a part belongs to, or why it belongs to none. */
function listOf(
  world: World,
  listing: Listing,
  at: number,
): FullList | "older-list" | "other-list" {
  const own = world.state.fullLists.filter((each) => each.organization === listing.organization);
  const isGone = ({ list, status, until }: FullList): boolean =>
    list === listing.list && (status === "dropped" || (status === "settled" && at > until));
  const known = own.find((each) => each.list === listing.list && !isGone(each));
  const last = own
    .filter(({ extent }) => isSameExtent(extent, extentOf(listing)))
    .find(({ status }) => ["held", "complete", "settled"].includes(status));
  if (known !== last && last !== undefined && at < last.at) {
    // A list of which a part is older is as old as that, so the other has taken its place.
    if (known !== undefined) known.status = "dropped";
    return "older-list";
  }
  if (known !== undefined) return fits(known, listing) ? known : "other-list";
  if (isStray(own, listing, at)) return "older-list";
  // An id that is used again after its list is gone names another list.
  world.state.fullLists = world.state.fullLists.filter(
    (each) => each.organization !== listing.organization || !isGone(each),
  );
  return begin(world, listing, at);
}

function addTo<Id extends string>(ids: readonly Id[], more: readonly Id[]): Id[] {
  return [...ids, ...more.filter((each) => !ids.includes(each))];
}

function namingsOf(part: Part): readonly Naming[] {
  if (part.kind === "departments") {
    const { page = 0 } = part;
    return part.departments.map(({ department }) => ({ page, piece: 0, department }));
  }
  const { page, piece = 0 } = part;
  return part.people.map(({ person }) => ({ page, piece, person }));
}

const isNaming =
  (one: Naming) =>
  (other: Naming): boolean =>
    JSON.stringify(one) === JSON.stringify(other);

/** Whether all pieces of a page have come; of departments, all parts: they are not cut by their ids. */
function isWhole(list: FullList, kind: Part["kind"], page: number): boolean {
  if (kind === "departments") {
    return list.parts.filter((each) => each.kind === kind).length === list.of.departments;
  }
  const pieces = list.parts.filter((each) => each.kind === kind && each.page === page);
  return pieces.length > 0 && pieces.length === pieces[0]?.pieces;
}

/** How many employments there have been in an organization. */
const hiresIn = (state: State, organization: OrganizationId): number =>
  state.employments.filter((each) => each.organization === organization).length;

/** Notes how many are known and missing, as of before the part that makes a page whole. */
function count(world: World, list: FullList, { kind, page = 0 }: Part): void {
  const { state, pageOf } = world;
  const { organization, of } = list;
  const place = kind === "departments" ? 0 : page;
  const known: readonly { readonly at: number; readonly isNamed: boolean }[] =
    kind === "departments"
      ? departmentsOf(state, organization)
          .filter((each) => each.dormant === null && isDepartmentIn(state, list, each))
          .map(({ id, at }) => ({ at, isNamed: list.departments.includes(id) }))
      : serving(state, organization)
          .filter(
            (each) => pageOf(each.person, of.people) === page && isPersonIn(state, list, each),
          )
          .map(({ person, at }) => ({ at, isNamed: list.people.includes(person) }));
  const missing = known.filter(({ at, isNamed }) => !isNamed && at <= list.at);
  list.counted = [
    ...list.counted.filter((each) => each.kind !== kind || each.page !== place),
    {
      ...{ kind, page: place, known: known.length, missing: missing.length },
      unnamed: known.filter(({ isNamed }) => !isNamed).length,
      hires: hiresIn(state, organization),
    },
  ];
}

/** Which of those that a part names its list is full for: not outsiders, nor the departments that it is a list of. */
function ownOf(world: World, list: FullList, part: Part): readonly string[] {
  const { state } = world;
  const { organization, extent } = list;
  if (part.kind === "people") {
    return part.people
      .filter((line) => {
        const known = latest(state, organization, line.person);
        return known === undefined || !isOutside(world, list, known, line);
      })
      .map(({ person }) => person);
  }
  const isNew = (id: DepartmentId) => !hasDepartment(state, organization, id);
  const found: DepartmentId[] = [];
  for (const _ of part.departments) {
    for (const { department: id, parent } of part.departments) {
      const hangs = parent !== null && found.includes(parent) && isNew(parent) && isNew(id);
      if (found.includes(id) || !(hangs || mayList(state, list, id, parent))) continue;
      found.push(id);
    }
  }
  const named = extent !== null && "departments" in extent ? extent.departments : [];
  return found.filter((id) => !named.includes(id));
}

/** Notes that a part has come; a copy that names nothing more counts no second time. */
function note(world: World, list: FullList, part: Part, at: number): void {
  const { kind, page = 0 } = part;
  const { piece = 0, pieces = 1 } = part.kind === "people" ? part : {};
  const isCopy = list.parts.some(
    (each) => each.kind === kind && each.page === page && each.piece === piece,
  );
  const namings = namingsOf(part).filter((each) => !list.namings.some(isNaming(each)));
  if (list.status === "settled" || (isCopy && namings.length === 0)) return;
  list.namings.push(...namings);
  if (part.kind === "departments") {
    list.departments = addTo(
      list.departments,
      part.departments.map((each) => each.department),
    );
  } else {
    list.people = addTo(
      list.people,
      part.people.map((each) => each.person),
    );
  }
  if (list.status !== "begun") return;
  list.at = Math.min(list.at, at);
  list.until = Math.max(list.until, at);
  if (!isCopy) list.parts.push({ kind, page, piece, pieces });
  if (isWhole(list, kind, page)) count(world, list, part);
}

/** Whether every part has come. */
function isComplete(list: FullList): boolean {
  const pages = Array.from({ length: list.of.people }, (_, page) => page);
  return isWhole(list, "departments", 0) && pages.every((page) => isWhole(list, "people", page));
}

/** Absorbs what a part names. */
function absorb(
  world: World,
  list: FullList,
  { organization, part }: Listing,
  at: number,
): Notices {
  const { extent } = list;
  if (part.kind === "departments") {
    const notices = absorbDepartments(world, { organization, at, extent }, part.departments);
    for (const { department: id, parent } of part.departments) {
      if (!mayList(world.state, { organization, extent }, id, parent)) continue;
      wake(findDepartment(world.state, organization, id), (since) => at >= since);
    }
    return notices;
  }
  followPart(world, list, part, at);
  return [];
}

/** Absorbs one part of a list. */
export function absorbListing(world: World, listing: Listing, at: number): Notices {
  const list = listOf(world, listing, at);
  if (typeof list === "string") {
    pass(world, { kind: "list", id: listing.list, reason: list });
    return [];
  }
  const before = [...list[listing.part.kind]] as readonly string[];
  const own = ownOf(world, list, listing.part);
  note(world, list, listing.part, at);
  const now = new Set<string>(list[listing.part.kind]);
  for (const id of own) {
    if (before.includes(id) || !now.has(id)) continue;
    (list.own[listing.part.kind] as string[]).push(id);
  }
  const notices = absorb(world, list, listing, at);
  if (list.status !== "begun" || !isComplete(list)) return notices;
  return [...notices, ...complete(world, list, at)];
}
