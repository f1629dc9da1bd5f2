import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Refusal } from "../core/refusal.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { isPresent } from "../roster/select/presence.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
import { partOfPresent, SHELF_IDS } from "./book.ts";
import { type Onlooker, onlooker } from "./fields.ts";
import type { Reading } from "./handler.ts";
import { LOOK_MAX } from "./lists.ts";
import type { Marked, Page, PageRequest, Shown } from "./model.ts";
import {
  type Answered,
  type Cursor,
  isRefusal,
  notACursor,
  type Paging,
  pageOf,
  pagingOf,
} from "./paging.ts";
import {
  PLACES,
  portionOf,
  type Stretch,
  startOfRoster,
  stretchOf,
  stretchOfDirectory,
} from "./roster-order.ts";
import { shownMarked } from "./shown.ts";

/** Where candidates come from. */
export interface Sources {
  /** An organization all of whose people in service are candidates, before anybody else. */
  readonly directory: OrganizationId | null;
  /** The Trunk for which others are present who come next. */
  readonly present?: OrganizationId;
  /** Whom of these one may choose; everybody if it is not said. */
  readonly sees?: (target: Identity) => boolean;
  /** The Spaces from whose Rosters candidates come, in order. */
  readonly spaces: readonly SpaceId[];
  /** Of a Space's Roster, whose people are candidates. */
  readonly offers: (space: SpaceId, identity: Identity) => boolean;
}

/** A place among candidates: in which list, and where. */
interface Position {
  readonly list: number;
  readonly after: Cursor | null;
}

/**
 * The page asked for. A candidate is named by person and organization, and by the Space whose Roster
 * they come from if there are `several` lists; one in a book as books do.
 */
export function candidatesPaging(request: PageRequest, several: boolean): Paging | Refusal {
  const short = pagingOf(request, 2);
  if (!several || !isRefusal(short)) return short;
  const longer = pagingOf(request, 3);
  return isRefusal(longer) ? pagingOf(request, SHELF_IDS) : longer;
}

/** How many lists stand before those of Spaces. */
const ahead = ({ directory, present }: Sources): number =>
  (directory === null ? 0 : 1) + (present === undefined ? 0 : 1);

/** Where a page starts, or `null` if its cursor is in none of the lists. */
function positionOf(sources: Sources, after: Cursor | null): Position | null {
  const { directory, present, spaces } = sources;
  if (after === null) return { list: 0, after };
  if (after.kind === "place") {
    // Places in several lists are one number.
    const list = Math.floor(after.place / PLACES);
    return { list, after: { kind: "place", place: after.place % PLACES } };
  }
  if (after.ids.length === SHELF_IDS) return present === undefined ? null : { list: 1, after };
  const [person, organization, space] = after.ids as [string, string, string?];
  const own: Cursor = { kind: "item", ids: [person, organization] };
  if (directory === null) return { list: 0, after: own };
  if (space === undefined) return organization === directory ? { list: 0, after: own } : null;
  const at = spaces.indexOf(space as SpaceId);
  return at < 0 ? null : { list: at + ahead(sources), after: own };
}

const listsOf = (sources: Sources): number => sources.spaces.length + ahead(sources);

function cursorOf(sources: Sources, list: number, { person, organization }: Identity): Cursor {
  const { directory, spaces } = sources;
  const space = directory === null || list === 0 ? [] : [spaces[list - ahead(sources)] as string];
  return { kind: "item", ids: [person, organization, ...space] };
}

/** The candidates of one list from a place on. */
function stretchIn(
  tx: Reading,
  sources: Sources,
  { list, after }: Position,
  count: number,
): Stretch {
  const { directory, spaces, offers } = sources;
  const start = startOfRoster(after);
  if (directory !== null && list === 0) return stretchOfDirectory(tx, directory, { start, count });
  const space = spaces[list - ahead(sources)] as SpaceId;
  const sees = (identity: Identity): boolean => offers(space, identity);
  return stretchOf(tx, space, sees, { start, count, expected: spaceOf(tx, space).identities });
}

/** Where looking goes on after a list, or a stretch of it, was looked through. */
function rest(sources: Sources, { list }: Position, end: Cursor | null): Cursor | null {
  if (end?.kind === "place") return { kind: "place", place: list * PLACES + end.place };
  return list + 1 < listsOf(sources) ? { kind: "place", place: (list + 1) * PLACES } : null;
}

/**
 * A page of candidates, all of them or those with a text in their name. A page stays within one of the
 * lists that candidates come from; whoever is in several is in the first alone.
 */
export function candidatesPage(
  tx: Reading,
  { viewer, policy }: Pick<Onlooker, "viewer" | "policy">,
  sources: Sources,
  search: string,
  { after, limit }: Paging,
): Answered<Page<Shown & Marked>> {
  const position = positionOf(sources, after);
  if (position === null || position.list >= listsOf(sources)) return notACursor();
  const { list } = position;
  const { present, sees = () => true } = sources;
  if (present !== undefined && list === 1) {
    const looking = onlooker(viewer, policy, { trunk: present });
    const paging = { after: position.after, limit };
    const part = partOfPresent(tx, present, looking, sees, paging, search);
    if (isRefusal(part)) return part;
    const { shown, next } = part;
    return pageOf(shown, next?.kind === "item" ? next : rest(sources, position, next));
  }
  const look = search === "" ? limit : LOOK_MAX;
  const { identities, end } = stretchIn(tx, sources, position, look);
  const isHost = sources.directory !== null;
  const earlier = isHost ? sources.spaces.slice(0, Math.max(0, list - ahead(sources))) : [];
  // The Members' people are offered from every Space, so whoever is in one before was offered there.
  const isBefore = (each: Identity): boolean =>
    present !== undefined && isPresentFor(tx, present, each) && sees(each);
  const isOffered = (space: SpaceId, each: Identity): boolean =>
    isPresent(tx, space, each.organization, each.person) && sources.offers(space, each);
  const isFresh = ({ organization, person }: Identity): boolean =>
    !isBefore({ organization, person }) &&
    !earlier.some((space) => isOffered(space, { organization, person }));
  const space = isHost && list === 0 ? undefined : sources.spaces[list - ahead(sources)];
  const looking = onlooker(viewer, policy, space === undefined ? null : { space });
  const { items, last } = portionOf(identities, { look, limit }, (looked) =>
    shownMarked(tx, looking, looked.filter(isFresh)).filter(({ fields }) =>
      fields.name.includes(search),
    ),
  );
  return pageOf(
    items,
    last === null ? rest(sources, position, end) : cursorOf(sources, list, last),
  );
}
