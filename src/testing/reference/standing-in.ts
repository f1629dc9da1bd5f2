/** Who stands in for a colleague for a period: said, ended, listed (FLOW-14). */
import type { AppId, OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Recipient } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { type Answers, inOrder } from "./answering.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { takeOpen } from "./handover.ts";
import { keptOf } from "./kept.ts";
import { colleague, identityOf, inService } from "./people.ts";
import { whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import { isOver } from "./stand-ins.ts";
import type { Handlers, InputOf, Kept, State, World } from "./state.ts";
import type { Pair, StandIn } from "./state-areas.ts";
import { actingCodes } from "./use.ts";

const DAY = 24 * 60 * 60 * 1000;

/** So many periods that are not over one person has at most. */
const MOST = 10;

/** Whether somebody heads a department in which a colleague is placed. */
function isHeadOf({ state }: World, by: Pair, person: PersonId): boolean {
  const own = inService(state, by.organization, by.person);
  const theirs = inService(state, by.organization, person);
  return theirs?.departments.some((each) => own?.heads.includes(each) === true) === true;
}

/** Whether admins, or heads whom the policy lets, have a say in who stands in for somebody. */
function hasSay(world: World, by: Actor, person: PersonId): boolean {
  if (!("person" in by)) return false;
  return (
    actsFor(world.state, by, by.organization, "own") ||
    (world.policy.standInHeads && isHeadOf(world, by, person))
  );
}

/** Whether somebody in service speaks of themselves. */
function isOneself({ state }: World, by: Actor, person: PersonId): boolean {
  return (
    "person" in by &&
    by.person === person &&
    inService(state, by.organization, person) !== undefined
  );
}

function sayCodes(world: World, by: Actor, person: PersonId): RefusalCode[] {
  const isSelf = world.policy.standInBy === "self-and-admin" && isOneself(world, by, person);
  const may = isSelf || hasSay(world, by, person);
  const codes = unknownRoots(world, by, {});
  if (!may || !("person" in by)) return [...codes, "NOT_AUTHORIZED_ADMIN"];
  return whichApplyTo(codes, [
    ["UNKNOWN_PERSON", inService(world.state, by.organization, person) === undefined],
  ]);
}

/** The periods of somebody that are not over. */
function periodsOf({ standIns }: State, own: Pair, at: number): StandIn[] {
  return standIns.filter((each) => isPair(each, own) && !isOver(each, at));
}

interface Span {
  readonly from: number;
  readonly until: number;
  readonly apps: readonly AppId[] | null;
}

function overlap(one: Span, other: Span): boolean {
  const ofOne = (app: AppId) => other.apps?.includes(app) === true;
  const isOfBoth = one.apps === null || other.apps === null || one.apps.some(ofOne);
  return isOfBoth && one.from < other.until && other.from < one.until;
}

function setCodes(world: World, { by, at, data }: InputOf<"stand-in.set">): RefusalCode[] {
  const { state, policy } = world;
  const { person, standIn, from, until, apps = null } = data;
  const isLong = until <= from || until - from > policy.standInMaxDays * DAY;
  const codes = whichApplyTo(sayCodes(world, by, person), [["MALFORMED", isLong]]);
  if (!("person" in by) || codes.includes("NOT_AUTHORIZED_ADMIN")) return codes;
  const { organization } = by;
  const others = periodsOf(state, { organization, person }, at);
  const span = { from, until, apps };
  const isNobody = standIn === person || inService(state, organization, standIn) === undefined;
  return whichApplyTo(codes, [
    ["MALFORMED", others.length >= MOST],
    ["STAND_IN_OVERLAPS", others.some((each) => overlap(each, span))],
    ["SUCCESSOR_NOT_ELIGIBLE", isNobody],
  ]);
}

/** Which of a stand-in's colleagues somebody is, by when they first stood in for them and have since. */
function tieOf(state: State, organization: OrganizationId, person: PersonId, standIn: PersonId) {
  const known = state.standIns.find(
    (each) => isPair(each, { organization, person }) && each.standIn.person === standIn,
  );
  if (known !== undefined) return known.tie;
  state.ties += 1;
  return state.ties;
}

function set(world: World, { by, at, data }: InputOf<"stand-in.set">): void {
  const { state, outbox } = world;
  if (!("person" in by)) return;
  const { organization } = by;
  const { person, standIn, from, until, apps } = data;
  const own = { organization, person };
  const tie = tieOf(state, organization, person, standIn);
  // What is over is forgotten with the next that is said.
  state.standIns = state.standIns.filter((each) => !isPair(each, own) || !isOver(each, at));
  const { number } = identityOf(state, { organization, person: standIn });
  const period = { ...own, standIn: { person: standIn, number }, from, until };
  state.standIns.push({ ...period, apps: apps ?? null, tie });
  const to = [person, standIn].map((each): Recipient => {
    return { kind: "person", organization, person: each };
  });
  const named = apps === undefined ? {} : { apps };
  outbox.push({ kind: "STAND_IN_SET", to, data: { ...own, standIn, from, until, ...named } });
  if (data.takeOpen === true) takeOpen(world, own, at);
}

/**
 * What is left of the periods that a departure took goes on, unless another was set for it since; as long as
 * the other one is out of service, it waits for them (RESIGN-07).
 */
export function goOn({ state, at, leaving }: World, { standIns }: Kept): void {
  for (const { number, ...period } of standIns) {
    if (isOver(period, at)) continue;
    const { organization, person, standIn } = period;
    const both = [{ person, number }, standIn];
    const gone = both.find((each) => colleague(state, { organization }, each) === null);
    if (gone !== undefined) {
      const kept = keptOf(state, { organization, ...gone });
      // Who left by the same input is as good as there, until it is over.
      const isLeaving = leaving.some(
        ({ employment }) =>
          employment.number === gone.number &&
          isPair(employment, { organization, person: gone.person }),
      );
      if (kept !== undefined && (isLeaving || at < kept.until)) {
        kept.standIns.push({ ...period, number });
        kept.took?.standIns.push({ ...period, number });
      }
      continue;
    }
    const others = periodsOf(state, period, at);
    if (others.length >= MOST || others.some((each) => overlap(each, period))) continue;
    const tie = tieOf(state, organization, person, standIn.person);
    state.standIns.push({ ...period, tie });
  }
}

/** The commands about stand-ins. */
export const standInCommands: Handlers<"stand-in.set" | "stand-in.end"> = {
  "stand-in.set": { codes: setCodes, effect: set },
  "stand-in.end": {
    codes: (world, { by, data }) => sayCodes(world, by, data.person),
    effect: ({ state }, { by, at, data: { person, from } }) => {
      if (!("person" in by)) return;
      const own = { organization: by.organization, person };
      const isMeant = (each: StandIn) =>
        isPair(each, own) && each.from === from && !isOver(each, at);
      state.standIns = state.standIns.filter((each) => !isMeant(each));
    },
  },
};

/** Periods in the order in which they begin, then in which they were said. */
function byBeginning(periods: readonly StandIn[]): StandIn[] {
  return [...periods].sort((one, other) => one.from - other.from);
}

/** Those of somebody, and those in which they stand in for others, of each in the order in which they came to. */
export function standInsOf(
  { state, at }: World,
  own: Pair,
  side: "person" | "stand-in",
): StandIn[] {
  const isOf = (each: StandIn) =>
    side === "person"
      ? isPair(each, own)
      : isPair({ organization: each.organization, person: each.standIn.person }, own);
  const those = state.standIns.filter((each) => isOf(each) && (at < 0 || !isOver(each, at)));
  const sorted = byBeginning(those);
  return side === "person" ? sorted : sorted.sort((one, other) => one.tie - other.tie);
}

/** The question who stands in for whom. */
export const standInAnswers: Answers<"stand-in.list"> = {
  "stand-in.list": {
    codes: (world, { viewer, person = viewer.person }) => {
      const may = isOneself(world, viewer, person) || hasSay(world, viewer, person);
      const isKnown = inService(world.state, viewer.organization, person) !== undefined;
      // Who is not there has no list of their own.
      const codes = actingCodes(world, viewer);
      if (!may) return [...codes, "NOT_AUTHORIZED_ADMIN"];
      return whichApplyTo(codes, [["UNKNOWN_PERSON", !isKnown]]);
    },
    value: (world, { viewer: { organization, person: own }, person = own, side = "person" }) =>
      inOrder(
        standInsOf(world, { organization, person }, side).map((each) => ({
          ...{ person: each.person, standIn: each.standIn.person },
          ...{ from: each.from, until: each.until },
          ...(each.apps === null ? {} : { apps: each.apps }),
        })),
      ),
  },
};
