/** A Trunk's book, organization by organization: whom a viewer in it sees, and whom one may pick from it. */
import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Pages } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import type { PageIndex } from "../core/structures.ts";
import { must, read } from "../core/transaction.ts";
import { peopleOf } from "../directory/select/keys.ts";
import { linkRosterOf } from "../roster/select/keys.ts";
import { onLinkSince } from "../roster/select/presence.ts";
import { sight } from "../roster/select/sight.ts";
import { belowOf, branchesOf } from "../spaces/select/keys.ts";
import { aboveOf, isLinked, trunkOf } from "../spaces/select/trunks.ts";
import { contactOf } from "./contacts.ts";
import { type Onlooker, onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX, partOf } from "./lists.ts";
import type { PageRequest, Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, type Paging, pageOf, pagingOf } from "./paging.ts";
import { shownMarked } from "./shown.ts";
import { bookRefusal } from "./sight.ts";
import { type Spot, type Walked, walk } from "./walking.ts";

/** Ids that name somebody on a shelf in a cursor: the shelf, and a spot of it. */
export const SHELF_IDS = 4;

type Entry = readonly [person: string, ...rest: readonly unknown[]];

/** Organizations that one page looks at. */
const ORGANIZATIONS_MAX = 64;

/** The people of an organization by one of the ways in which they are in the book. */
interface Shelf extends Walked {
  readonly organization: OrganizationId;
  /** The Trunk of their Link; the Trunk itself for its own people. */
  readonly by: OrganizationId;
}

/** The Trunk's own people are all in its book. */
const ownShelf = (tx: Reading, trunk: OrganizationId): Shelf => ({
  ...{ name: trunk, organization: trunk, by: trunk, where: peopleOf(trunk) },
  buckets: read(tx, "directory", trunk)?.people.buckets ?? 0,
});

/** The Trunks of an organization by whose Links its people may be in a book, in order of linking. */
function waysOf(tx: Reading, trunk: OrganizationId, organization: OrganizationId) {
  const through = aboveOf(tx, organization).find(([upper]) => upper === trunk)?.[3] ?? [];
  const { links } = read(tx, "lineage", organization) ?? { links: [] };
  return links.map(([own]) => own).filter((own) => through.includes(own));
}

function shelvesOf(tx: Reading, trunk: OrganizationId, organization: OrganizationId): Shelf[] {
  return waysOf(tx, trunk, organization).map((by) => ({
    ...{ name: organization, organization, by, where: linkRosterOf(by, organization) },
    buckets: read(tx, "link", by, organization)?.roster.buckets ?? 0,
  }));
}

/** A list of organizations, and the place of each in it. */
interface Listed {
  readonly where: Pages<"below"> | Pages<"branches">;
  readonly index: PageIndex;
  readonly placeOf: (organization: OrganizationId) => number | undefined;
}

/** What one walks of a book. */
interface Walk {
  readonly trunk: OrganizationId;
  /** The organizations whose people come first; the Trunk's are all of its own. */
  readonly first: readonly OrganizationId[];
  /** In which others follow, whose people are present for the Trunk; `null`: nowhere. */
  readonly others: Listed | null;
  /** Whether somebody is shown. */
  readonly shows: (identity: Identity) => boolean;
}

/** Everybody below an organization, in the order in which they came to be. */
const listBelow = (tx: Reading, upper: OrganizationId): Listed => ({
  where: belowOf(upper),
  index: trunkOf(tx, upper).below,
  placeOf: (organization) => aboveOf(tx, organization).find(([each]) => each === upper)?.[5],
});

/** The direct Branches of a Trunk, in order of Links. */
const listOfBranches = (tx: Reading, trunk: OrganizationId): Listed => ({
  where: branchesOf(trunk),
  index: trunkOf(tx, trunk).branches,
  placeOf: (organization) => {
    const order = read(tx, "link", trunk, organization)?.order;
    return order === undefined ? undefined : order - 1;
  },
});

/** Where a page starts: on a shelf, after somebody there; or at a place of the list. */
interface Start {
  /** `null`: in front of the list, with whoever comes first. */
  readonly place: number | null;
  readonly shelf: { readonly organization: string; readonly by: string } | null;
  readonly rest: readonly string[];
}

function startOf({ first, others }: Walk, { after }: Paging): Start | Refusal {
  if (after === null) return { place: null, shelf: null, rest: [] };
  if (after.kind === "place") return { place: after.place, shelf: null, rest: [] };
  const [organization, by, ...rest] = after.ids as [OrganizationId, OrganizationId, ...string[]];
  const place = first.includes(organization) ? null : others?.placeOf(organization);
  return place === undefined ? notACursor() : { place, shelf: { organization, by }, rest };
}

/** The shelves that one page looks at, and where the next ones begin. */
function shelvesFrom(tx: Reading, { trunk, first, others }: Walk, from: number | null) {
  const shelvesAt = (organization: OrganizationId): Shelf[] =>
    organization === trunk ? [ownShelf(tx, trunk)] : shelvesOf(tx, trunk, organization);
  const front = from === null ? first.flatMap(shelvesAt) : [];
  if (others === null) return { shelves: front, next: null };
  const { where, index, placeOf } = others as Listed & { readonly where: Pages<"branches"> };
  const part = partOf(tx, { where, index }, from ?? 0, ORGANIZATIONS_MAX, ([, each]) => [each]);
  const found = part.entries.map(([, organization]) => organization);
  const last = found.at(-1);
  return {
    shelves: [...front, ...found.filter((each) => !first.includes(each)).flatMap(shelvesAt)],
    next: part.next === null || last === undefined ? null : (placeOf(last) ?? 0) + 1,
  };
}

/** The Trunk of the first Link by which somebody below a Trunk is present for it. */
export const wayOf = (
  tx: Reading,
  trunk: OrganizationId,
  { organization, person }: Identity,
): OrganizationId | undefined =>
  waysOf(tx, trunk, organization).find(
    (by) => onLinkSince(tx, { trunk: by }, organization, person) !== null,
  );

/** Whether an identity stands on this shelf, and on none before it. */
const isFirstWay = (
  tx: Reading,
  trunk: OrganizationId,
  { organization, by }: Shelf,
  person: PersonId,
): boolean => organization === trunk || wayOf(tx, trunk, { organization, person }) === by;

/** A part of those whom a walk of a book shows, all of them or those with a text in their name. */
function partOfBook<Item extends { readonly fields: { readonly name: string } }>(
  tx: Reading,
  book: Walk,
  paging: Paging,
  search: string,
  of: (identity: Identity) => Item,
): { readonly shown: readonly Item[]; readonly next: Cursor | null } | Refusal {
  const { trunk } = book;
  const start = startOf(book, paging);
  if (isRefusal(start)) return start;
  const { shelves, next } = shelvesFrom(tx, book, start.place);
  const at = shelves.findIndex(
    ({ organization, by }) => organization === start.shelf?.organization && by === start.shelf.by,
  );
  if (start.shelf !== null && at < 0) return notACursor();
  const sets = shelves.map((each, i) => ({ ...each, name: String(i) }));
  const after: Cursor | null =
    start.shelf === null ? null : { kind: "item", ids: [String(at), ...start.rest] };
  const { limit } = paging;
  const look = search === "" ? limit : LOOK_MAX;
  const identityOf = (person: string, set: number): Identity => ({
    organization: (shelves[set] as Shelf).organization,
    person: person as PersonId,
  });
  const shows = ([person]: Entry, set: string): boolean =>
    isFirstWay(tx, trunk, shelves[Number(set)] as Shelf, person as PersonId) &&
    book.shows(identityOf(person, Number(set)));
  const part = walk<Entry>(tx, sets, { after, limit: look }, look, shows);
  if (isRefusal(part)) return part;
  const cursorOf = ({ set, place, past }: Spot): Cursor => {
    const { organization, by } = shelves[set] as Shelf;
    return { kind: "item", ids: [organization, by, String(place), String(past)] };
  };
  const found = part.entries.flatMap(([person], i) => {
    const spot = part.spots[i] as Spot;
    const item = of(identityOf(person, spot.set));
    return item.fields.name.includes(search) ? [{ item, spot }] : [];
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const shown = items.map(({ item }) => item);
  if (found.length > limit && last !== undefined) return { shown, next: cursorOf(last.spot) };
  if (part.next?.kind === "item") {
    const [set, place, past] = part.next.ids.map(Number) as [number, number, number];
    return { shown, next: cursorOf({ set, place, past }) };
  }
  return { shown, next: next === null ? null : { kind: "place", place: next } };
}

/** The same as a page. */
export function pageOfBook<Item extends { readonly fields: { readonly name: string } }>(
  ...walked: Parameters<typeof partOfBook<Item>>
) {
  const part = partOfBook(...walked);
  return isRefusal(part) ? part : pageOf(part.shown, part.next);
}

const shownOf = (tx: Reading, looking: Onlooker) => (identity: Identity) =>
  shownMarked(tx, looking, [identity])[0] as ReturnType<typeof shownMarked>[number];

/** ROUTE-02: whoever is present for a Trunk, below it, organization by organization. */
export function partOfPresent(
  tx: Reading,
  trunk: OrganizationId,
  looking: Onlooker,
  shows: Walk["shows"],
  paging: Paging,
  search: string,
) {
  const book: Walk = { trunk, first: [], others: listBelow(tx, trunk), shows };
  return partOfBook(tx, book, paging, search, shownOf(tx, looking));
}

/** Whoever is present for a Trunk, everybody or those of one organization below it, as a page. */
export function pageOfPresent<Item extends { readonly fields: { readonly name: string } }>(
  tx: Reading,
  trunk: OrganizationId,
  whose: OrganizationId | null,
  paging: Paging,
  of: (identity: Identity) => Item,
) {
  const first = whose === null ? [] : [whose];
  const others = whose === null ? listBelow(tx, trunk) : null;
  return pageOfBook(tx, { trunk, first, others, shows: () => true }, paging, "", of);
}

/** Whether somebody sees nobody but their own people, whatever the others have set. */
function seesOwnAlone(tx: Reading, trunk: OrganizationId, viewer: OrganizationId): boolean {
  if (viewer === trunk) return false;
  if (!isLinked(tx, trunk, viewer)) return true;
  const { ownOnly, ownOnlyExcept } = must(tx, "link", trunk, viewer);
  const { organizations, departments } = ownOnlyExcept;
  return ownOnly && organizations.length + departments.length === 0;
}

/** The people of a book whom a viewer in it sees. */
export const contactsInBook: QueryHandler<"hierarchy.contacts"> = (tx, data, policy) => {
  const paging = pagingOf(data, SHELF_IDS, () => bookRefusal(tx, data));
  if (isRefusal(paging)) return paging;
  const { viewer, trunk, search = "" } = data;
  const { organization: own } = viewer;
  const alone = seesOwnAlone(tx, trunk, own);
  const all = own === trunk ? listBelow(tx, trunk) : listOfBranches(tx, trunk);
  const book: Walk = {
    trunk,
    first: alone || own === trunk ? [own] : [own, trunk],
    others: alone ? null : all,
    shows: (target) => sight(tx, trunk, viewer, target).sees,
  };
  const looking = onlooker(viewer, policy, { trunk });
  return pageOfBook(tx, book, paging, search, (identity) => contactOf(tx, looking, identity));
};

/** ROUTE-03: whom somebody acting through a Trunk may pick: a page of those whom picking offers them. */
export function candidatesInBook(
  tx: Reading,
  viewer: Viewer,
  trunk: OrganizationId,
  shows: Walk["shows"],
  policy: Policy,
  request: PageRequest & { readonly search?: string },
) {
  const paging = pagingOf(request, SHELF_IDS);
  if (isRefusal(paging)) return paging;
  const { organization: own } = viewer;
  const whole = policy.branchPickScope === "whole-book";
  const book: Walk = {
    trunk,
    first: whole ? [own, trunk] : [own],
    others: listBelow(tx, whole ? trunk : own),
    shows,
  };
  const looking = onlooker(viewer, policy, { trunk });
  return pageOfBook(tx, book, paging, request.search ?? "", shownOf(tx, looking));
}
