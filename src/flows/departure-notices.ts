/** Somebody on a Roster resigned, or is back: those who work with them know at once. */

import type { GroupId, OrganizationId, PersonId, SpaceId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { Identity, Recipient } from "../core/notice.ts";
import { effect } from "../core/rule.ts";
import { must, notify, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents, KeptKind, NotGivenBack } from "../directory/model.ts";
import { idOf, keyOf } from "../directory/select/aliases.ts";
import { allTies } from "../directory/select/bound.ts";
import { isUndone } from "../directory/select/kept.ts";
import type { GroupsEvents, GroupTie } from "../groups/model.ts";
import type { RosterEvents } from "../roster/model.ts";
import { isPresent, onLinkSince } from "../roster/select/presence.ts";
import { isTrunk } from "../spaces/select/container.ts";
import { dealingsLeft, dealingsNow, hearersOf } from "./dealings.ts";
import { type Deciding, type Reading, sameIdentity } from "./select/flows.ts";
import { initiatorsOfTasksHeld, initiatorsOfTasksLeft } from "./select/left.ts";
import { exceptIn, type Oneself, oneselfOf, participantsBut } from "./select/oneself.ts";

/** What somebody left by resigning. */
interface Left {
  readonly identity: Identity;
  readonly spaces: SpaceId[];
  /** The Trunks on whose Links it was. */
  readonly trunks: OrganizationId[];
  readonly groups: (readonly [SpaceId, GroupId])[];
  /** What the step has not given back, where somebody is back. */
  readonly kept?: readonly NotGivenBack[];
}

/** Everybody who resigned from a Roster in this step, with the groups they left, in order. */
function resigned(tx: Reading): Left[] {
  const all: Left[] = [];
  const of = ({ organization, person }: Identity): Left | undefined =>
    all.find(({ identity }) => sameIdentity(identity, { organization, person }));
  for (const { type, data } of tx.events) {
    if (type === "roster.left") {
      const left = data as RosterEvents["roster.left"];
      if (left.because !== "resigned") continue;
      const { organization, person } = left;
      const identity = { organization, person };
      const known = of(identity) ?? { identity, spaces: [], trunks: [], groups: [] };
      if (!all.includes(known)) all.push(known);
      if (isTrunk(left)) known.trunks.push(left.trunk);
      else known.spaces.push(left.space);
    }
    if (type === "group.left") {
      const left = data as GroupsEvents["group.left"];
      if (left.because !== "resigned" || isTrunk(left)) continue;
      of(left)?.groups.push([left.space, left.group]);
    }
  }
  return all;
}

/** Recipients who may know of the same Spaces, and of the same that was not given back there. */
interface Circle {
  readonly to: Recipient[];
  readonly spaces: readonly SpaceId[];
  readonly left: readonly (readonly [KeptKind, number, NotGivenBack[2]])[];
}

type Kinds = ReadonlySet<KeptKind>;
const kinds = (...all: readonly KeptKind[]): Kinds => new Set(all);

const none = /* @__PURE__ */ kinds();

/** What whoever is told may know of: Members' scopes are theirs, Hosts' lists and licenses are the Hosts'. */
const SHARED = /* @__PURE__ */ kinds("group", "task");
const OF_SPACE_ADMINS = /* @__PURE__ */ kinds(
  ...(["place", "list", "group", "license", "task", "counterpart"] as const),
);
const OF_LINKS = /* @__PURE__ */ kinds("link-selection", "link-exclusion", "link-list", "office");
const OF_OWN_ADMINS = /* @__PURE__ */ kinds(
  ...(["place", "selection", "exclusion", "group", "task", "counterpart"] as const),
);
/** Of no Space or Link. */
const OF_NONE = /* @__PURE__ */ kinds("stand-in");

/** RESIGN-07: what has not come back in some Spaces, counted by kind and reason. */
function leftIn(
  kept: readonly NotGivenBack[],
  /** `null`: whatever is of no Space. */
  spaces: readonly SpaceId[] | null,
  known: Kinds,
): Circle["left"] {
  const counts = new Map<string, [KeptKind, number, NotGivenBack[2]]>();
  for (const [kind, count, reason, space] of kept) {
    const isIn = spaces === null ? space === null : space !== null && spaces.includes(space);
    if (!isIn || !known.has(kind)) continue;
    const key = `${kind} ${reason}`;
    counts.set(key, [kind, count + (counts.get(key)?.[1] ?? 0), reason]);
  }
  return [...counts.values()];
}

/** The same of its Links. */
function leftOnLinks(kept: readonly NotGivenBack[]): Circle["left"] {
  return leftIn(kept, null, OF_LINKS);
}

/** The Spaces by who hosts them, in order. */
function byHost(tx: Reading, spaces: readonly SpaceId[]): Map<OrganizationId, SpaceId[]> {
  const found = new Map<OrganizationId, SpaceId[]>();
  for (const space of spaces) {
    const { host } = must(tx, "space", space);
    const those = found.get(host);
    if (those === undefined) found.set(host, [space]);
    else those.push(space);
  }
  return found;
}

/**
 * Who is told, and of which Spaces: their admins of those that they host, the leaver's own admins of
 * all, the groups left, which the leaver is no longer in, of theirs, and those who wait for the leaver's
 * work of those that they are in: to whom there is none to name, nobody says that there are any.
 * Whoever may know the same is told by one notice.
 */
function circles(
  tx: Deciding,
  { identity, spaces, groups, kept = [] }: Left,
  waiting: readonly Identity[],
  self: Oneself,
): Circle[] {
  const found = new Map<string, Circle>();
  const tell = (recipient: Recipient, known: readonly SpaceId[], of = SHARED, own = none): void => {
    const left = [...leftIn(kept, known, of), ...leftIn(kept, null, own)];
    const key = JSON.stringify([known, left]);
    const circle = found.get(key) ?? { to: [], spaces: known, left };
    circle.to.push(recipient);
    found.set(key, circle);
  };
  for (const [host, those] of byHost(tx, spaces)) {
    const except = exceptIn(self, host);
    for (const space of those)
      tell({ kind: "space-admins", space, except }, those, OF_SPACE_ADMINS);
  }
  const { organization } = identity;
  const except = exceptIn(self, organization);
  tell({ kind: "authorized-admins", organization, except }, spaces, OF_OWN_ADMINS, OF_NONE);
  for (const [space, group] of groups) {
    for (const to of participantsBut(tx, self, { space }, group)) tell(to, [space]);
  }
  for (const initiator of waiting) {
    const { organization: home, person } = initiator;
    const those = spaces.filter((space) => isPresent(tx, space, home, person));
    if (those.length > 0) tell({ kind: "person", ...initiator }, those);
  }
  return Array.from(found.values(), ({ to, ...circle }) => ({
    ...circle,
    to: distinct(to, (each) => JSON.stringify(each)),
  }));
}

/** BRANCH-06: of Links the Hierarchy admins of somebody's own organization are told, and no Trunk's. */
const ownHierarchyAdmins = ({ organization }: Identity, self: Oneself): Recipient[] => [
  { kind: "hierarchy-admins", organization, except: exceptIn(self, organization) },
];

/** Everybody who resigned in this step, from whatever, and has not come back in it. */
const leavers = (tx: Reading): Identity[] =>
  distinct(
    tx.events.flatMap(({ type, data }) => {
      if (type !== "person.resigned") return [];
      const left = data as DirectoryEvents["person.resigned"];
      const { organization, person } = left;
      return isUndone(tx, left) ? [] : [{ organization, person }];
    }),
    identityText,
  );

/**
 * RESIGN-01, HAND-01, BRANCH-06: tells of each identity that resigned from a Roster, to each circle of those
 * told only of the Spaces that they are in or administer, and of what it had at Trunks whom it concerns, of
 * each Trunk by a notice of its own; never the natural person who left.
 */
export const noticesOfLeaving = effect(["RESIGN-01", "HAND-01", "BRANCH-06"], (tx: Deciding) => {
  for (const left of resigned(tx)) {
    const { identity, trunks } = left;
    const self = oneselfOf(tx, identity);
    const met = left.spaces.length === 0 ? [] : initiatorsOfTasksLeft(tx, identity, self);
    for (const { to, spaces } of left.spaces.length === 0 ? [] : circles(tx, left, met, self)) {
      notify(tx, { kind: "COUNTERPART_LEFT", to, data: { identity, spaces } });
    }
    if (trunks.length === 0) continue;
    const to = ownHierarchyAdmins(identity, self);
    notify(tx, { kind: "COUNTERPART_LEFT", to, data: { identity, spaces: [], trunks } });
  }
  for (const identity of leavers(tx)) {
    const had = dealingsLeft(tx, identity);
    for (const { trunk, to } of hearersOf(tx, identity, had, oneselfOf(tx, identity))) {
      const data = { identity, spaces: [], trunks: [trunk] };
      notify(tx, { kind: "COUNTERPART_LEFT", to, data });
    }
  }
});

/** What of kept things the step has not given back to somebody. */
function keptFrom(tx: Reading, identity: Identity): readonly NotGivenBack[] {
  const words = tx.events.filter(
    ({ type }) => type === "departure.kept" || type === "departure.dropped",
  ) as readonly { readonly data: Partial<DirectoryEvents["departure.kept"]> & Identity }[];
  return words.find(({ data }) => data.left && sameIdentity(data, identity))?.data.left ?? [];
}

/** Everybody whom the step brought back, with the Spaces and groups that they are in now. */
function reinstated(tx: Reading): Left[] {
  const back = tx.events
    .filter(({ type }) => type === "person.reinstated")
    .map(({ data }) => data as DirectoryEvents["person.reinstated"])
    .filter(({ organization, person, number }) => {
      const before = readBefore(tx, "employment", organization, person);
      const now = read(tx, "employment", organization, person);
      const wasIn = before?.inService === true && before.number === number;
      return !wasIn && now?.inService === true && now.number === number;
    });
  return distinct(back, identityText).map((identity) => ({
    ...boundNow(tx, identity),
    kept: keptFrom(tx, identity),
  }));
}

/** The Spaces and groups that somebody is in now. */
function boundNow(tx: Reading, { organization, person }: Identity): Left {
  const identity = { organization, person };
  const { hosted, joined, trunks: own = [] } = must(tx, "organization", organization);
  const spaces = [...hosted, ...joined].filter((space) =>
    isPresent(tx, space, organization, person),
  );
  const trunks = own.filter((trunk) => onLinkSince(tx, { trunk }, organization, person) !== null);
  const groups = allTies<GroupTie>(tx, identity, "groups");
  const inSpaces = groups.flatMap(([group, space]) =>
    space === null ? [] : [[space, group] as const],
  );
  return { identity, spaces, trunks, groups: inSpaces };
}

/** RESIGN-07: whom a departure would tell is told that the counterpart is back. */
export const noticesOfReturning = effect("RESIGN-07", (tx: Deciding): void => {
  for (const back of reinstated(tx)) {
    const { identity, trunks } = back;
    const self = oneselfOf(tx, identity);
    const met = back.spaces.length === 0 ? [] : initiatorsOfTasksHeld(tx, identity, self);
    for (const { to, spaces, left } of back.spaces.length === 0
      ? []
      : circles(tx, back, met, self)) {
      notify(tx, { kind: "COUNTERPART_BACK", to, data: { identity, spaces, left } });
    }
    if (trunks.length > 0) {
      const to = ownHierarchyAdmins(identity, self);
      const left = leftOnLinks(back.kept ?? []);
      notify(tx, { kind: "COUNTERPART_BACK", to, data: { identity, spaces: [], trunks, left } });
    }
    const has = dealingsNow(tx, identity);
    for (const { trunk, to } of hearersOf(tx, identity, has, self)) {
      const data = { identity, spaces: [], trunks: [trunk], left: [] };
      notify(tx, { kind: "COUNTERPART_BACK", to, data });
    }
  }
});

/** Everybody whom the step has given another id, with the one that they had before it. */
function renamed(tx: Deciding): (readonly [Identity, from: PersonId])[] {
  const first = new Map<string, readonly [Identity, PersonId]>();
  for (const [i, { type, data }] of tx.events.entries()) {
    if (type !== "person.renamed") continue;
    const { organization, person } = data as DirectoryEvents["person.renamed"];
    const text = identityText({ organization, person });
    const said = tx.told[i]?.data as DirectoryEvents["person.renamed"];
    if (!first.has(text)) first.set(text, [{ organization, person }, said.person]);
  }
  return [...first.values()].filter(([{ organization, person }, from]) => {
    return idOf(tx, organization, "people", person) !== from;
  });
}

/**
 * DIR-14: whom a departure would tell is told of the other id, once, from the first to the last; neither
 * hears of it. The former one is named by its own key, for what is told goes out in ids.
 */
export const noticesOfRenaming = effect("DIR-14", (tx: Deciding): void => {
  for (const [identity, former] of renamed(tx)) {
    const { organization } = identity;
    const bound = boundNow(tx, identity);
    const { trunks } = bound;
    const from = { organization, person: keyOf(tx, organization, "people", former) };
    const self = oneselfOf(tx, identity, [former]);
    const met = bound.spaces.length === 0 ? [] : initiatorsOfTasksHeld(tx, identity, self);
    for (const { to, spaces } of bound.spaces.length === 0 ? [] : circles(tx, bound, met, self)) {
      notify(tx, { kind: "COUNTERPART_RENAMED", to, data: { from, to: identity, spaces } });
    }
    if (trunks.length > 0) {
      const to = ownHierarchyAdmins(identity, self);
      const data = { from, to: identity, spaces: [], trunks };
      notify(tx, { kind: "COUNTERPART_RENAMED", to, data });
    }
    for (const { trunk, to } of hearersOf(tx, identity, dealingsNow(tx, identity), self)) {
      const data = { from, to: identity, spaces: [], trunks: [trunk] };
      notify(tx, { kind: "COUNTERPART_RENAMED", to, data });
    }
  }
});
