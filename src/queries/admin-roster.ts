/** Who is in a Space, or present for a Trunk, for those who manage it, and each organization for its own. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import type { Account } from "../licenses/model.ts";
import { accountState } from "../licenses/select/holding.ts";
import { poolOf } from "../licenses/select/pool.ts";
import { waitingFor } from "../roster/select/keys.ts";
import { presentSince, ticketOf } from "../roster/select/presence.ts";
import { selectionOf } from "../roster/select/selection.ts";
import type { Container, InSpace, InTrunk } from "../spaces/model.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { actsTowards, upperOf } from "../spaces/select/doors.ts";
import { spaceKnown, spaceOf } from "../spaces/select/spaces.ts";
import { isSuspendedIn } from "../spaces/select/suspended.ts";
import { organizationIsReached, trunkKnown, trunkOf } from "../spaces/select/trunks.ts";
import { sideTakesPart } from "./access.ts";
import { pageOfPresent, SHELF_IDS, wayOf } from "./book.ts";
import { fieldsShown, onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { type Lists, partAfter } from "./lists.ts";
import type { Page, Queries, Viewer } from "./model.ts";
import { type Answered, type Cursor, isRefusal, type Paging, pageOf, pagingOf } from "./paging.ts";
import { cursorAt, PLACES, portionOf, startOfRoster, stretchOf } from "./roster-order.ts";
import { markOf } from "./shown.ts";

type Asked = Queries["admin.roster"]["input"];
type Item = Queries["admin.roster"]["answer"]["items"][number];

/** Whether somebody manages a Space or Trunk. */
function manages(tx: Reading, by: Viewer, of: Container): boolean {
  const upper = upperOf(tx, of);
  return upper !== undefined && actsTowards(tx, by, of, upper);
}

/** ASK-01: whoever lists people manages the Space or Trunk, or the organization whose people they are. */
const mayList = guard("ASK-01", (tx: Reading, by: Viewer, of: Container, whose: OrganizationId) => {
  const isOwn = whose === by.organization;
  if (manages(tx, by, of) || (isOwn && actsTowards(tx, by, of, whose))) return null;
  return isTrunk(of)
    ? refuse("NOT_TRUNK_ADMIN", { trunk: of.trunk })
    : refuse("NOT_SPACE_ADMIN", { space: of.space });
});

/** Why the question is refused, if it is; and whose people it is about, `null`: everybody's. */
function asksAbout(tx: Reading, { viewer, organization, ...rest }: Asked) {
  const of = containerOf(rest);
  const refusal =
    (isTrunk(of) ? trunkKnown(tx, viewer, of.trunk) : spaceKnown(tx, viewer, of.space)) ??
    mayList(tx, viewer, of, organization ?? viewer.organization);
  if (refusal !== null) return refusal;
  const whose = organization ?? (manages(tx, viewer, of) ? null : viewer.organization);
  if (whose === null) return { whose };
  const outside = isTrunk(of)
    ? organizationIsReached(tx, of.trunk, whose)
    : sideTakesPart(tx, of.space, whose);
  return outside ?? { whose };
}

/** What such a list says of somebody, present there or waiting. */
function listed(
  tx: Reading,
  viewer: Viewer,
  policy: Policy,
  of: Container,
  { organization, person }: Identity,
  waitingSince?: number,
): Item {
  const identity = { organization, person };
  const { fields: all } = must(tx, "employment", organization, person);
  const fields = fieldsShown(tx, onlooker(viewer, policy, of), organization, all);
  const by = isTrunk(of) ? { trunk: wayOf(tx, of.trunk, identity) ?? of.trunk } : of;
  const since = waitingSince ?? presentSince(tx, by, identity);
  return {
    ...identity,
    ...{ fields, selection: selectionOf(tx, by, identity) },
    ...(since === undefined ? {} : { since }),
    ...licenseIn(tx, viewer, of, identity),
    ...markIn(tx, of, identity),
  };
}

/** The mark of whoever does not act there: suspended themselves, or with their organization, at all or in the Space. */
const markIn = (tx: Reading, of: Container, identity: Identity) =>
  !isTrunk(of) && isSuspendedIn(tx, of.space, identity.organization)
    ? ({ suspended: true } as const)
    : markOf(tx, identity);

/** The license of somebody, for those whose pool it is. */
function licenseIn(
  tx: Reading,
  viewer: Viewer,
  of: Container,
  identity: Identity,
): { readonly license?: Account[3] | null } {
  const host = upperOf(tx, of);
  if (host === undefined || !manages(tx, viewer, of)) return {};
  const door = isTrunk(of) ? { space: null, trunk: of.trunk } : { space: of.space };
  const license = accountState(tx, host, { ...door, ...identity });
  // The Host's own unit and the Hierarchy unit are there before anything is bought.
  const isLinked = license !== undefined || isTrunk(of) || identity.organization === host;
  return isLinked ? { license: license ?? null } : {};
}

/** Third id of a cursor in the waiting list. */
const WAITING = "waiting";
/** Where the waiting list begins among places, and what is added to one of its own. */
const FIRST_WAITING = PLACES;
const PLACE_WAITING = 2 ** 42;

const isWaiting = ({ after }: Paging): boolean =>
  after !== null && (after.kind === "item" ? after.ids.length === 3 : after.place >= FIRST_WAITING);

/** A cursor of the waiting list, as that names its places, and the other way round. */
const inList = (cursor: Cursor | null): Cursor | null =>
  cursor?.kind !== "place"
    ? cursor
    : cursor.place === FIRST_WAITING
      ? null
      : { kind: "place", place: cursor.place - PLACE_WAITING };
const inPage = (cursor: Cursor | null): Cursor | null =>
  cursor?.kind === "place" ? { kind: "place", place: cursor.place + PLACE_WAITING } : cursor;

/** A part of a list: of everybody, or one organization's people alone. */
interface Listing {
  readonly space: SpaceId;
  readonly whose: OrganizationId | null;
  readonly paging: Paging;
  readonly item: (identity: Identity, waitingSince?: number) => Item;
}

const partOf = (tx: Reading, { space, whose }: Listing) =>
  whose === null ? null : must(tx, "association", space, whose);

const shows = (whose: OrganizationId | null, organization: OrganizationId): boolean =>
  whose === null || whose === organization;

/** Whoever waits for a Space, first come first. */
function waitingIn(tx: Reading, listing: Listing): Answered<Page<Item>> {
  const { space, whose, paging, item } = listing;
  const { waiting: index } = spaceOf(tx, space);
  const list = {
    where: waitingFor(space),
    index,
    shows: ([, organization]: Lists["waiting"]) => shows(whose, organization),
    expected: partOf(tx, listing)?.waiting ?? index.count,
  };
  const idsOf = ([, organization, person]: Lists["waiting"]) => [person, organization, WAITING];
  const from = { after: inList(paging.after), limit: paging.limit };
  const found = partAfter(tx, list, from, idsOf, ([person, organization, last]) => {
    const identity = { organization, person } as Identity;
    if (last !== WAITING || !shows(whose, identity.organization)) return undefined;
    return ticketOf(tx, space, identity) ?? undefined;
  });
  if (isRefusal(found)) return found;
  const items = found.entries.map(([, organization, person, , since]): Item => {
    return { ...item({ organization, person }, since), waiting: true };
  });
  return pageOf(items, inPage(found.next));
}

/** Whoever is on a Space's Roster. */
function rosterIn(tx: Reading, listing: Listing): Answered<Page<Item>> {
  const { space, whose, paging, item } = listing;
  const { identities: everybody, waiting } = spaceOf(tx, space);
  const part = partOf(tx, listing);
  const { limit, after } = paging;
  const { identities, end } = stretchOf(
    tx,
    space,
    ({ organization }) => shows(whose, organization),
    {
      start: startOfRoster(after),
      count: limit,
      expected: part?.present ?? everybody,
    },
  );
  const { items, last } = portionOf(identities, { look: limit, limit }, (looked) =>
    looked.map((each) => item(each)),
  );
  if (last !== null) return pageOf(items, cursorAt(last));
  const waits = (part?.waiting ?? waiting.count) > 0;
  return pageOf(items, end ?? (waits ? { kind: "place", place: FIRST_WAITING } : null));
}

/** A Space's Roster, then whoever waits for it; a page stays within one of the two. */
function rosterOfSpace(tx: Reading, data: Asked & InSpace, policy: Policy) {
  const { viewer, space } = data;
  const short = pagingOf(data, 2);
  const paging = isRefusal(short) ? pagingOf(data, 3) : short;
  if (isRefusal(paging)) return paging;
  const asked = asksAbout(tx, data);
  if ("code" in asked) return asked;
  const item = (each: Identity, since?: number) =>
    listed(tx, viewer, policy, { space }, each, since);
  const listing = { space, whose: asked.whose, paging, item };
  return isWaiting(paging) ? waitingIn(tx, listing) : rosterIn(tx, listing);
}

/** Whoever is present for a Trunk, organization by organization. */
function rosterOfTrunk(tx: Reading, data: Asked & InTrunk, policy: Policy) {
  const { viewer, trunk } = data;
  const paging = pagingOf(data, SHELF_IDS);
  if (isRefusal(paging)) return paging;
  // Before who asks is known: so what these lead to comes a round earlier.
  trunkOf(tx, trunk);
  poolOf(tx, trunk);
  const asked = asksAbout(tx, data);
  if ("code" in asked) return asked;
  return pageOfPresent(tx, trunk, asked.whose, paging, (each) =>
    listed(tx, viewer, policy, { trunk }, each),
  );
}

/** Who is in a Space, or present for a Trunk. */
export const rosterForAdmins: QueryHandler<"admin.roster"> = (tx, data, policy) =>
  isTrunk(data)
    ? rosterOfTrunk(tx, data, policy)
    : rosterOfSpace(tx, data as Asked & InSpace, policy);
