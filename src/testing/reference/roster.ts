/** Who is in scope, who is present, who waits; and how a step passes from one state to the next. */

import type { DepartmentId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import type { ScopeRule } from "../../spaces/model.ts";
import { findDepartment } from "./departments.ts";
import { among, isSame, type Presence } from "./identities.ts";
import { findOrganization } from "./lists.ts";
import { naturalOf } from "./natural.ts";
import { serving } from "./people.ts";
import { excludes } from "./scopes.ts";
import type {
  Employment,
  Identity,
  InLine,
  Scoped,
  Scoping,
  Space,
  State,
  World,
} from "./state.ts";

/** A place in the tree: a department that exists, one as it stood when it was removed, or the root. */
interface Standing {
  readonly parent: DepartmentId | null;
  readonly under: number | null;
}

const root: Standing = { parent: null, under: null };

/** What a place comes to in a scope, and whether a removed department above it counts (ROSTER-16). */
interface Nearest {
  readonly rule: ScopeRule;
  readonly isShadowed: boolean;
}

/**
 * The rule nearest to a place, at what it names or above; whole is a rule at the root (ROSTER-04). A
 * removed department is on the way where it stood, and says something only if the scope excluded it;
 * to whoever was in one that was removed itself, only if it was removed before that one.
 */
export function nearestRule(
  state: State,
  association: Scoping,
  place: Standing,
  below: readonly (DepartmentId | number)[] = [],
  latest = Number.POSITIVE_INFINITY,
): Nearest {
  const { organization, rules, whole } = association;
  const { parent, under } = place;
  if (under !== null) {
    const former = below.includes(under) ? undefined : state.former[under];
    const above = nearestRule(state, association, former ?? root, [...below, under], latest);
    const isOut =
      under <= latest && former?.excluded === true && excludes(association, former.department);
    return isOut ? { rule: "out", isShadowed: true } : above;
  }
  if (parent === null) return { rule: whole ? "in" : "out", isShadowed: false };
  const found = rules.find((rule) => rule.kind === "department" && rule.id === parent);
  // Where a department stood and where it stands now may lie in a circle.
  const department = below.includes(parent)
    ? undefined
    : findDepartment(state, organization, parent);
  const above = nearestRule(state, association, department ?? root, [...below, parent], latest);
  return found === undefined ? above : { ...above, rule: found.rule };
}

/** Whether a person in service is in the scope of an organization in a Space, or on a Link (ROSTER-04). */
export function isInScope(
  state: State,
  association: Scoping,
  { person, departments, former }: Employment,
): boolean {
  const own = association.rules.find((rule) => rule.kind === "person" && rule.id === person);
  if (own !== undefined) return own.rule === "in";
  if (departments.length > 0) {
    return departments
      .map((parent) => nearestRule(state, association, { parent, under: null }))
      .some(({ rule }) => rule === "in");
  }
  const isKeptOut = former
    .map((under) => nearestRule(state, association, { parent: null, under }, [], under))
    .some(({ rule, isShadowed }) => rule === "out" && isShadowed);
  return association.whole && !isKeptOut;
}

/** Everybody in scope of a Space: by order of Associations, the Host's first, then of hires. */
function inScope(state: State, space: Space): Identity[] {
  return state.associations
    .filter((association) => association.space === space.id)
    .flatMap((association) =>
      serving(state, association.organization)
        .filter((employment) => isInScope(state, association, employment))
        .map(({ organization, person, number }) => ({ organization, person, number })),
    );
}

/** Who is in scope of which Space, and of which Link, now. */
export function scopedNow(state: State): Scoped[] {
  const spaces = state.spaces.filter((space) => !space.dissolved);
  return [
    ...spaces.map((space) => ({ space: space.id, identities: inScope(state, space) })),
    ...state.hierarchyLinks.map((link) => ({
      space: link.serial,
      identities: serving(state, link.organization)
        .filter((each) => isInScope(state, link, each))
        .map(({ organization, person, number }) => ({ organization, person, number })),
    })),
  ];
}

/**
 * Of several changes in one input, whoever is brought in by an earlier one comes first: since when an
 * identity has been in scope without a break (DIR-13).
 */
function byArrival({ scoped }: World, { id }: Space, entrants: readonly Identity[]): Identity[] {
  const arrival = (identity: Identity) =>
    scoped
      .map((spaces) =>
        spaces.some(({ space, identities }) => space === id && among(identities, identity)),
      )
      .lastIndexOf(false);
  return [...entrants].sort((one, other) => arrival(one) - arrival(other));
}

/** Roster and waiting list of a Space: who is in scope is present unless waiting. */
export function presenceOf(state: State, space: Space): Presence {
  const waiting = state.waiting
    .filter((each) => each.space === space.id)
    .map(({ organization, person, number, taken }) => ({ organization, person, number, taken }));
  const present = inScope(state, space).filter((identity) => !among(waiting, identity));
  return { space, present, waiting };
}

/** Rosters and waiting lists of all Spaces, in order of creation. */
export function presences(state: State): Presence[] {
  return state.spaces.filter((space) => !space.dissolved).map((space) => presenceOf(state, space));
}

/** How many the identities count for under the person cap (CAP-02). */
export function countPersons({ state, policy }: World, identities: readonly Identity[]): number {
  return policy.personCounting === "per-identity"
    ? identities.length
    : new Set(identities.map((each) => naturalOf(state, each))).size;
}

/** The person cap in force: never below what support raised it to (CAP-01, CAP-06, CERT-03). */
export function capOf({ state, policy }: World, space: Space): number {
  const certified = findOrganization(state, space.host)?.certified === true;
  const base =
    certified || policy.uncertifiedHost === null
      ? policy.personCap
      : policy.uncertifiedHost.personCap;
  return Math.max(base, space.raised ?? 0);
}

function countsAlready(
  { state, policy }: World,
  present: readonly Identity[],
  identity: Identity,
): boolean {
  return (
    policy.personCounting === "distinct-person" &&
    present.some((each) => naturalOf(state, each) === naturalOf(state, identity))
  );
}

/** A line with those who came back first, in the order in which they had left (CAP-08). */
export function firstInLine<Item extends { readonly taken?: number | null }>(
  line: readonly Item[],
): Item[] {
  const place = ({ taken }: Item) => taken ?? Number.POSITIVE_INFINITY;
  return [...line].sort((one, other) =>
    place(one) < place(other) ? -1 : Number(place(one) > place(other)),
  );
}

/** Who of those whom a step brings back had a place in a Space, in the order in which they had left. */
function backIn({ returned }: World, space: Space): InLine[] {
  return firstInLine(
    returned.flatMap(({ employment, kept }) => {
      const { organization, person, number } = employment;
      return kept?.places.includes(space.id) === true
        ? [{ organization, person, number, taken: kept.order }]
        : [];
    }),
  );
}

/** What comes of serving those who wait. */
interface Served {
  readonly present: readonly Identity[];
  readonly waiting: readonly InLine[];
  /** Who came in from the waiting list, in that order. */
  readonly late: readonly Identity[];
}

/** Freed room goes to those who wait, first come first served; who counts already needs none. */
function serveWaiting(
  world: World,
  cap: number,
  presentFirst: readonly Identity[],
  waitingFirst: readonly InLine[],
): Served {
  let present = presentFirst;
  let waiting = waitingFirst;
  const late: Identity[] = [];
  for (;;) {
    const free = waiting.find((identity) => countsAlready(world, present, identity));
    const next = free ?? (countPersons(world, present) < cap ? waiting[0] : undefined);
    if (next === undefined) return { present, waiting, late };
    late.push(next);
    present = [...present, next];
    waiting = waiting.filter((identity) => !isSame(identity, next));
  }
}

/** Who comes to be present and who comes to wait through one step in one Space. */
interface Settled extends Served {
  /** Entrants whom a fact admitted above the cap. */
  readonly above: readonly Identity[];
  /** Whether the entrants found room. */
  readonly fits: boolean;
}

/** The entrants of a fact come in as long as there is room and nobody waits (CAP-04). */
function admitOfFact(
  world: World,
  cap: number,
  before: Presence,
  entrants: Identity[],
  back: readonly InLine[],
): Settled {
  let { present, waiting } = before;
  const above: Identity[] = [];
  // Whoever is back comes before everybody else, and those who wait for it stand first (CAP-08).
  for (const identity of back) {
    if (countPersons(world, present) < cap || countsAlready(world, present, identity)) {
      present = [...present, identity];
    } else if (world.policy.overCapFact === "admit-and-flag") {
      present = [...present, identity];
      above.push(identity);
    } else {
      waiting = firstInLine([identity, ...waiting]);
    }
  }
  for (const entrant of entrants) {
    const room = waiting.length === 0 && countPersons(world, present) < cap;
    if (room || countsAlready(world, present, entrant)) {
      present = [...present, entrant];
    } else if (world.policy.overCapFact === "admit-and-flag") {
      present = [...present, entrant];
      above.push(entrant);
    } else {
      waiting = [...waiting, { ...entrant, taken: null }];
    }
  }
  return { ...serveWaiting(world, cap, present, waiting), above, fits: true };
}

/** The entrants of a command come in all or none, before those who wait (CAP-03). */
function admitOfCommand(
  world: World,
  cap: number,
  before: Presence,
  entrants: Identity[],
): Settled {
  const present = [...before.present, ...entrants];
  const added = countPersons(world, present) - countPersons(world, before.present);
  const fits = added === 0 || countPersons(world, present) <= cap;
  return { ...serveWaiting(world, cap, present, before.waiting), above: [], fits };
}

function capNotices(space: Space, outside: readonly Identity[]): Notice[] {
  const organizations = [...new Set(outside.map((each) => each.organization))];
  return organizations.map((organization) => ({
    kind: "ROSTER_CAP_REACHED",
    to: [
      { kind: "space-admins", space: space.id },
      { kind: "authorized-admins", organization },
    ],
    data: {
      space: space.id,
      organization,
      people: outside
        .filter((each) => each.organization === organization)
        .map((each) => each.person),
    },
  }));
}

/** What a step comes to: whether a command's entrants fit, and the notices of a fact's. */
export interface Settlement {
  readonly fits: boolean;
  readonly notices: readonly Notice[];
  /** Whom freed room let onto the Rosters, in that order. */
  readonly late: readonly { readonly space: Space; readonly identities: readonly Identity[] }[];
}

/**
 * Brings every Space from the presences before a step to those after it, once directories, scopes
 * and caps are as the step left them: leavers leave, entrants enter or wait, those waiting are served.
 */
export function settle(
  world: World,
  before: readonly Presence[],
  by: "fact" | "command",
): Settlement {
  const { state } = world;
  const notices: Notice[] = [];
  const late: Settlement["late"][number][] = [];
  let fits = true;
  const spaces = state.spaces.filter((space) => !space.dissolved);
  state.waiting = spaces.flatMap((space) => {
    const old = before.find((each) => each.space.id === space.id);
    const now = inScope(state, space);
    const present = (old?.present ?? []).filter((identity) => among(now, identity));
    const waiting = (old?.waiting ?? []).filter((identity) => among(now, identity));
    const entrants = now.filter((each) => !among(present, each) && !among(waiting, each));
    const back = backIn(world, space).filter((each) => among(entrants, each));
    const others = byArrival(
      world,
      space,
      entrants.filter((each) => !among(back, each)),
    );
    const admit = by === "fact" ? admitOfFact : admitOfCommand;
    const settled = admit(world, capOf(world, space), { space, present, waiting }, others, back);
    fits &&= settled.fits;
    late.push({ space, identities: settled.late });
    const outside = [...back, ...others].filter(
      (each) => among(settled.waiting, each) || among(settled.above, each),
    );
    notices.push(...capNotices(space, outside));
    return settled.waiting.map((identity) => ({ space: space.id, ...identity }));
  });
  return { fits, notices, late };
}
