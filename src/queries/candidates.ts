import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Refusal } from "../core/refusal.ts";
import { isPresent } from "../roster/select/presence.ts";
import { spaceOf } from "../spaces/select/spaces.ts";
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
  /** The Spaces from whose Rosters candidates come, in order. */
  readonly spaces: readonly SpaceId[];
  /** Of a Space's Roster, whose people are candidates. */
  readonly offers: (space: SpaceId, organization: OrganizationId) => boolean;
}

/** A place among candidates: in which list, and where. */
interface Position {
  readonly list: number;
  readonly after: Cursor | null;
}

/**
 * The page asked for. A candidate is named by person and organization, and by the Space whose Roster
 * they come from if there are `several` lists.
 */
export function candidatesPaging(request: PageRequest, several: boolean): Paging | Refusal {
  const short = pagingOf(request, 2);
  return several && isRefusal(short) ? pagingOf(request, 3) : short;
}

/** Where a page starts, or `null` if its cursor is in none of the lists. */
function positionOf({ directory, spaces }: Sources, after: Cursor | null): Position | null {
  if (after === null) return { list: 0, after };
  if (after.kind === "place") {
    // Places in several lists are one number.
    const list = Math.floor(after.place / PLACES);
    return { list, after: { kind: "place", place: after.place % PLACES } };
  }
  const [person, organization, space] = after.ids as [string, string, string?];
  const own: Cursor = { kind: "item", ids: [person, organization] };
  if (directory === null) return { list: 0, after: own };
  if (space === undefined) return organization === directory ? { list: 0, after: own } : null;
  const at = spaces.indexOf(space as SpaceId);
  return at < 0 ? null : { list: at + 1, after: own };
}

const listsOf = ({ directory, spaces }: Sources): number =>
  spaces.length + (directory === null ? 0 : 1);

function cursorOf(
  { directory, spaces }: Sources,
  list: number,
  { person, organization }: Identity,
): Cursor {
  const space = directory === null || list === 0 ? [] : [spaces[list - 1] as string];
  return { kind: "item", ids: [person, organization, ...space] };
}

/** The candidates of one list from a place on. */
function stretchIn(
  tx: Reading,
  { directory, spaces, offers }: Sources,
  { list, after }: Position,
  count: number,
): Stretch {
  const start = startOfRoster(after);
  if (directory !== null && list === 0) return stretchOfDirectory(tx, directory, { start, count });
  const space = spaces[directory === null ? list : list - 1] as SpaceId;
  const sees = (organization: OrganizationId): boolean => offers(space, organization);
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
  sources: Sources,
  search: string,
  { after, limit }: Paging,
): Answered<Page<Shown & Marked>> {
  const position = positionOf(sources, after);
  if (position === null || position.list >= listsOf(sources)) return notACursor();
  const { list } = position;
  const look = search === "" ? limit : LOOK_MAX;
  const { identities, end } = stretchIn(tx, sources, position, look);
  const earlier = sources.directory === null ? [] : sources.spaces.slice(0, Math.max(0, list - 1));
  // The Members' people are offered from every Space, so whoever is in one before was offered there.
  const isFresh = ({ organization, person }: Identity): boolean =>
    earlier.every((space) => !isPresent(tx, space, organization, person));
  const { items, last } = portionOf(identities, { look, limit }, (looked) =>
    shownMarked(tx, looked.filter(isFresh)).filter(({ fields }) => fields.name.includes(search)),
  );
  return pageOf(
    items,
    last === null ? rest(sources, position, end) : cursorOf(sources, list, last),
  );
}
