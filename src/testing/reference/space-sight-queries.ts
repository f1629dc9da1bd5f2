/** Why one of a Space sees another, and who sees whom without being seen (VIS-07). */
import type { SightTurn } from "../../queries/model.ts";
import type { SightSide } from "../../spaces/model.ts";
import { type Answers, about, inOrder } from "./answering.ts";
import { actsFor, spaceAdmin, unknownRoots } from "./authority.ts";
import { findMember, findSpace, membersOf } from "./lists.ts";
import { whichApplyTo } from "./rank.ts";
import { hidingInForce, showingInForce } from "./sight-settings.ts";
import type { Space, World } from "./state.ts";
import { memberGate } from "./suspended-members.ts";
import {
  entriesShowing,
  isRostered,
  linesAbout,
  organizationsOf,
  type Spoken,
  seesIn,
} from "./visibility.ts";

interface Pair {
  readonly from: SightSide;
  readonly to: SightSide;
}

/** How a Host's counterparts for a Member would have to change. */
function turnOfCounterparts({ to }: Pair, { setting }: Spoken, next?: Spoken): SightTurn | null {
  const { organization, person } = to;
  if (setting === undefined || person === undefined || next?.sees !== false) return null;
  return { setting, change: "drop", entry: { organization, person } };
}

/** How hiding would have to change, if what ranks behind it shows. */
function turnOfHiding(
  { state, policy }: World,
  space: Space,
  { from, to }: Pair,
  { setting }: Spoken,
  next?: Spoken,
): SightTurn | null {
  const member = findMember(state, space, to.organization);
  if (setting === undefined || member === undefined || next?.sees !== true) return null;
  const { organizations } = hidingInForce(state, member).except;
  if (organizations.length >= policy.sightExceptionLimit) return { setting, change: "reset" };
  return { setting, change: "name", entry: { organization: from.organization } };
}

/** How a Member's own setting would have to change. */
function turnOfOwn(
  { state, policy }: World,
  space: Space,
  { from, to }: Pair,
  { sees, setting }: Spoken,
): SightTurn | null {
  const own = findMember(state, space, from.organization);
  if (setting === undefined || own === undefined) return null;
  const shows = showingInForce(state, own);
  if (sees) {
    const [entry, ...others] = entriesShowing(state, space, from.organization, to);
    return entry === undefined || others.length > 0
      ? { setting, change: "reset" }
      : { setting, change: "drop", entry };
  }
  const [type] = findMember(state, space, to.organization)?.types ?? [];
  const hasRoom = shows.kind === "kinds" && shows.kinds.length < policy.sightExceptionLimit;
  return hasRoom && type !== undefined
    ? { setting, change: "name", entry: { partner: { type } } }
    : { setting, change: "name", entry: { organization: to.organization } };
}

/** The smallest change of one setting that would turn a verdict. */
function turnOf(
  world: World,
  space: Space,
  pair: Pair,
  [first, next]: readonly [Spoken, ...Spoken[]],
): SightTurn | null {
  if (first.line === 4) return turnOfOwn(world, space, pair, first);
  const { rule, setting } = first;
  if (rule === "EXIT-08") {
    return setting !== undefined && next?.sees === true ? { setting, change: "reset" } : null;
  }
  if (first.line === 3) return turnOfHiding(world, space, pair, first, next);
  return rule === "PARTNER-03" ? turnOfCounterparts(pair, first, next) : null;
}

function reason(world: World, space: Space, pair: Pair) {
  const lines = linesAbout(world.state, space, pair.from, pair.to);
  const [first] = lines;
  const behind = lines
    .filter(({ sees }) => sees !== first.sees)
    .map(({ sees: _, ...line }) => line);
  return { ...first, behind, turn: turnOf(world, space, pair, lines) };
}

/** The two questions. */
export const spaceSightAnswers: Answers<"space.why" | "space.one-way"> = {
  "space.why": {
    codes: (world, { viewer, space: id, from, to }) => {
      const { state } = world;
      const space = findSpace(state, id);
      const codes = unknownRoots(world, viewer, { space: id });
      if (space === undefined) return codes;
      const isHosts = actsFor(state, viewer, space.host);
      const own = viewer.organization;
      const isOwn = from.organization === own && own !== space.host;
      const isAbsent = ({ organization, person }: SightSide) =>
        person !== undefined && !isRostered(state, space, { organization, person });
      const there = organizationsOf(state, space);
      const isOut = ({ organization }: SightSide) => !there.includes(organization);
      // A Member that is suspended would learn of its contacts (EXIT-08).
      const gate = isHosts ? [] : memberGate(state, id, own);
      // Of what a Member's people do not see its admins learn nothing, not even whether it is there.
      const isTold = isHosts || (gate.length === 0 && seesIn(state, space, from, to));
      return whichApplyTo(
        [...codes, ...gate],
        [
          ["NOT_SPACE_ADMIN", !isHosts && !isOwn],
          ["NOT_AUTHORIZED_ADMIN", !isHosts && isOwn && !actsFor(state, viewer, own)],
          ["UNKNOWN_PERSON", isAbsent(from) || (isTold && isAbsent(to))],
          ["NOT_A_MEMBER", isOut(from) || (isTold && isOut(to))],
        ],
      );
    },
    value: (world, { viewer, space: id, from, to }) => {
      const { state } = world;
      const space = about(world, id);
      const isTold = actsFor(state, viewer, space.host) || seesIn(state, space, from, to);
      return isTold ? reason(world, space, { from, to }) : { sees: false, rule: "VIS-02" };
    },
  },
  "space.one-way": {
    codes: (world, { viewer, space }) => spaceAdmin(world, viewer, { space }),
    value: (world, { space: id }) => {
      const { state } = world;
      const space = about(world, id);
      const members = membersOf(state, space).map(({ organization }) => ({ organization }));
      const pairs = members.flatMap((from) => members.map((to) => ({ from, to })));
      return inOrder(
        pairs
          .filter(({ from, to }) => seesIn(state, space, from, to))
          .filter(({ from, to }) => !seesIn(state, space, to, from))
          .map(({ from, to }) => ({ sees: from.organization, unseen: to.organization })),
      );
    },
  },
};
