/** Whom a notice is for, as of a state: its recipients, resolved to natural persons. */

import { isCovered } from "../apps/select/below.ts";
import type { OrganizationId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { Identity, Recipient } from "../core/notice.ts";
import { view } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import type { Admin } from "../directory/model.ts";
import { isAble } from "../directory/select/able.ts";
import { keyAsked } from "../directory/select/aliases.ts";
import { adminsByHire, isAuthorized, isHierarchyAdmin } from "../directory/select/authority.ts";
import { identitiesOf, naturalOf } from "../directory/select/naturals.ts";
import { liveOrganization } from "../directory/select/organizations.ts";
import { entryIn, participantsOf } from "../groups/select/participants.ts";
import { isSameContainer } from "../spaces/select/container.ts";
import { belowOf } from "../spaces/select/keys.ts";
import { aboveOf, trunkOf } from "../spaces/select/trunks.ts";
import { numbersOf } from "./flow-lists.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { LOOK_MAX, partOf } from "./lists.ts";
import type { ToldBy } from "./model.ts";
import { type Cursor, isRefusal, notACursor, type Paging, pageOf, pagingOf } from "./paging.ts";

/** Organizations that one page looks at. */
const ORGANIZATIONS_MAX = 64;

/** A role of one organization, or of several; or the participants of a group. */
type Role = Exclude<Recipient, { readonly kind: "person" | "platform" }>;
type AdminRole = Exclude<Role, { readonly kind: "group-participants" }>;
type Covered = Extract<Recipient, { readonly kind: "covered-hierarchy-admins" }>;

/** Where somebody stands among those whom a recipient means: in which organization of it, and where there. */
type Spot = readonly [place: number, nth: number];

type Holder = Identity & { readonly nth: number };

/** Those whom a recipient means in one of its places. */
interface Seat {
  readonly place: number;
  /** Whose role it is; a group is nobody's. */
  readonly organization: OrganizationId | null;
  readonly holders: readonly Holder[];
}

/** Where a page goes on: with which recipient, behind which spot, and whether its seat has somebody so far. */
interface Start {
  readonly to: number;
  readonly place: number;
  readonly nth: number;
  readonly isHeld: boolean;
}

const holdsRole = (kind: AdminRole["kind"], admin: Admin): boolean => {
  if (kind === "main-admins") return admin.role === "main";
  const isHierarchy = kind === "hierarchy-admins" || kind === "covered-hierarchy-admins";
  return isHierarchy ? isHierarchyAdmin(admin) : isAuthorized(admin);
};

const ordinalOf = (tx: Reading, { organization, person }: Identity): number =>
  read(tx, "employment", organization, person)?.ordinal ?? 0;

/** Who holds a role in an organization, in the order of hires. */
function holdersIn(tx: Reading, kind: AdminRole["kind"], organization: OrganizationId): Holder[] {
  if (liveOrganization(tx, organization) === null) return [];
  const admins = adminsByHire(tx, organization, (admin) => holdsRole(kind, admin));
  return admins.map(([person, nth]) => ({ organization, person, nth }));
}

/** The organization whose role it is, where it is of one. */
const homeOf = (tx: Reading, role: Exclude<AdminRole, Covered>): OrganizationId | null =>
  role.kind === "space-admins" ? (read(tx, "space", role.space)?.host ?? null) : role.organization;

/** At which place an organization is below a Trunk, if a distribution covers it now. */
function placeCovered(tx: Reading, { trunk, app }: Covered, organization: OrganizationId) {
  const place = aboveOf(tx, organization).find(([each]) => each === trunk)?.[5];
  const distribution = read(tx, "distribution", trunk, app);
  const covers =
    place !== undefined &&
    distribution?.published === true &&
    isCovered(tx, { trunk, app }, distribution, organization);
  return covers ? place : null;
}

/** A part of what a recipient means, and the place where the rest begins, if there is any. */
interface Seats {
  readonly seats: Iterable<Seat>;
  readonly rest: number | null;
}

function coveredFrom(tx: Reading, role: Covered, from: number): Seats {
  const { kind, trunk, app } = role;
  const distribution = read(tx, "distribution", trunk, app);
  if (distribution === null || !distribution.published) return { seats: [], rest: null };
  const list = { where: belowOf(trunk), index: trunkOf(tx, trunk).below };
  const { entries, next } = partOf(tx, list, from, ORGANIZATIONS_MAX, ([place]) => [String(place)]);
  const seats = entries
    .filter(([, each]) => isCovered(tx, { trunk, app }, distribution, each))
    .map(([place, organization]) => {
      return { place, organization, holders: holdersIn(tx, kind, organization) };
    });
  if (next?.kind === "place") return { seats, rest: next.place };
  const last = entries.at(-1);
  return { seats, rest: next === null || last === undefined ? null : last[0] + 1 };
}

function seatsFrom(
  tx: Reading,
  role: Exclude<Recipient, { readonly kind: "platform" }>,
  from: number,
): Seats {
  if (role.kind === "covered-hierarchy-admins") return coveredFrom(tx, role, from);
  const one = (organization: OrganizationId | null, holders: readonly Holder[]): Seats => ({
    seats: [{ place: 0, organization, holders }],
    rest: null,
  });
  if (role.kind === "person") {
    const { organization, person } = role;
    return one(organization, [{ organization, person, nth: 0 }]);
  }
  if (role.kind === "group-participants") {
    const group = read(tx, "group", role.group);
    const isMeant = group !== null && isSameContainer(group, role);
    const all = isMeant ? participantsOf(tx, role.group, group) : [];
    return one(
      null,
      all.map(({ entry, ...identity }) => ({ ...identity, nth: entry })),
    );
  }
  const home = homeOf(tx, role);
  return one(home, home === null ? [] : holdersIn(tx, role.kind, home));
}

/** Where an identity stands among those whom a recipient means; `null`: it is none of them. */
function spotOf(tx: Reading, role: Recipient, identity: Identity): Spot | null {
  const { organization, person } = identity;
  if (role.kind === "platform") return null;
  if (role.kind === "person") {
    return role.organization === organization && role.person === person ? [0, 0] : null;
  }
  if (role.kind === "group-participants") {
    const entry = entryIn(tx, role, role.group, identity);
    return entry === null ? null : [0, entry];
  }
  const isCovering = role.kind === "covered-hierarchy-admins";
  if (!isCovering && homeOf(tx, role) !== organization) return null;
  const place = isCovering ? placeCovered(tx, role, organization) : 0;
  const admin = liveOrganization(tx, organization)?.admins.find((each) => each.person === person);
  if (place === null || admin === undefined || !holdsRole(role.kind, admin)) return null;
  return [place, ordinalOf(tx, identity)];
}

/** Whether a recipient leaves an identity out, by any id that it goes by or went by. */
const isExcept = (tx: Reading, role: Recipient, { organization, person }: Identity): boolean =>
  "except" in role &&
  (role.except ?? []).some((id) => keyAsked(tx, organization, "people", id) === person);

/** ASK-03: whether somebody is told at all: in service, and not suspended. */
const isReached = view(
  "ASK-03",
  (tx: Reading, identity: Identity): boolean =>
    read(tx, "employment", identity.organization, identity.person)?.inService === true &&
    isAble(tx, identity),
);

const isBefore = ([place, nth]: Spot, [other, at]: Spot): boolean =>
  place < other || (place === other && nth < at);

/** ASK-03: whether a natural person is not meant before, by whatever identity and recipient. */
const isFirst = view(
  "ASK-03",
  (
    tx: Reading,
    to: readonly Recipient[],
    [at, spot]: readonly [number, Spot],
    identity: Identity,
  ): boolean => {
    const { organization, person } = identity;
    const others = identitiesOf(tx, naturalOf(tx, identity)).map(([home, key]) => {
      return { organization: home, person: key };
    });
    const all = distinct([{ organization, person }, ...others], identityText).filter((each) =>
      isReached(tx, each),
    );
    return !to.slice(0, at + 1).some((role, i) =>
      all.some((each) => {
        const found = spotOf(tx, role, each);
        if (found === null || (i === at && !isBefore(found, spot))) return false;
        return !isExcept(tx, role, each);
      }),
    );
  },
);

const cursorAt = ({ to, place, nth, isHeld }: Start): Cursor => ({
  kind: "item",
  ids: [to, place, nth, Number(isHeld)].map(String),
});

function startOf({ after }: Paging): Start | null {
  if (after === null) return { to: 0, place: 0, nth: 0, isHeld: false };
  const numbers = after.kind === "item" ? numbersOf(after.ids) : null;
  if (numbers === null) return null;
  const [to = 0, place = 0, nth = 0, isHeld = 0] = numbers;
  return { to, place, nth, isHeld: isHeld === 1 };
}

/** A page at work. */
interface Filling {
  readonly tx: Reading;
  readonly to: readonly Recipient[];
  readonly limit: number;
  readonly items: ToldBy[];
  /** How many are looked at so far. */
  looked: number;
}

/** Goes through one seat from a spot on; gives where the next page goes on, if this one is full. */
function fillFrom(page: Filling, seat: Seat, start: Start): Start | null {
  const { tx, to, limit, items } = page;
  const { place, organization } = seat;
  const role = to[start.to] as Recipient;
  let { nth, isHeld } = start;
  for (const holder of seat.holders) {
    // Spots are counted from 1 in cursors, so that 0 is before all of them.
    if (holder.nth < nth) continue;
    const identity: Identity = { organization: holder.organization, person: holder.person };
    if (page.looked === LOOK_MAX || items.length === limit) {
      return { to: start.to, place, nth, isHeld };
    }
    page.looked += 1;
    const isTold = isReached(tx, identity);
    const spot = [place, holder.nth] as const;
    if (isTold && !isExcept(tx, role, identity) && isFirst(tx, to, [start.to, spot], identity)) {
      items.push({ kind: "person", to: start.to, ...identity });
    }
    nth = holder.nth + 1;
    isHeld ||= isTold;
  }
  if (isHeld) return null;
  if (items.length === limit) return { to: start.to, place, nth, isHeld };
  items.push({ kind: "nobody", to: start.to, ...(organization === null ? {} : { organization }) });
  return null;
}

/** Goes through one recipient from a spot on. */
function fillWith(page: Filling, start: Start): Start | null {
  const role = page.to[start.to] as Recipient;
  if (role.kind === "platform") {
    if (page.to.slice(0, start.to).some(({ kind }) => kind === "platform")) return null;
    if (page.items.length === page.limit) return start;
    page.items.push({ kind: "platform", to: start.to });
    return null;
  }
  const { seats, rest } = seatsFrom(page.tx, role, start.place);
  for (const seat of seats) {
    const from =
      seat.place === start.place ? start : { ...start, place: seat.place, nth: 0, isHeld: false };
    const stopped = fillFrom(page, seat, from);
    if (stopped !== null) return stopped;
  }
  return rest === null ? null : { to: start.to, place: rest, nth: 0, isHeld: false };
}

/** Who is to be told of a notice, a page at a time, in the order of its recipients. */
export const recipientsOf: QueryHandler<"notice.recipients"> = (tx, data) => {
  const paging = pagingOf(data, 4);
  if (isRefusal(paging)) return paging;
  const start = startOf(paging);
  if (start === null) return notACursor();
  const { to } = data.notice;
  const page: Filling = { tx, to, limit: paging.limit, items: [], looked: 0 };
  let next: Start | null = start;
  for (let at = start.to; at < to.length; at += 1) {
    next = fillWith(page, at === start.to ? start : { to: at, place: 0, nth: 0, isHeld: false });
    if (next !== null) return pageOf(page.items, cursorAt(next));
  }
  return pageOf(page.items, null);
};
