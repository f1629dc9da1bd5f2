/** What follows when people leave, an organization or a Roster (RESIGN-01, EXIT-04, HAND-01). */
import type { Notice, NoticeData, Recipient } from "../../core/notice.ts";
import { type Book, booksNow, goneFromBook, lostBy } from "./absent.ts";
import { licensesNow, settleLicenses } from "./automatic.ts";
import { dropCounterparts, type Named, namedNow } from "./counterparts.ts";
import { isInBook } from "./distribution-lists.ts";
import {
  handOver,
  type Leaver,
  type Remains,
  rehome,
  rehomeToTrunk,
  tasksHeld,
} from "./handover.ts";
import { among, isSame, type Presence } from "./identities.ts";
import {
  eachOnce,
  exceptIn,
  isOneself,
  type Oneself,
  oneselfOf,
  participantsBut,
} from "./oneself.ts";
import { aboveOf, colleague, latest } from "./people.ts";
import { giveBack } from "./reinstating.ts";
import { presenceOf, presences, type Settlement } from "./roster.ts";
import { isPair, pairOf } from "./settings.ts";
import type {
  Above,
  Association,
  Employment,
  Identity,
  ReferenceInput,
  Space,
  State,
  World,
} from "./state.ts";
import { renamedNotice } from "./vocabulary-renames.ts";

/** What was before a step. */
export interface Before {
  readonly presences: readonly Presence[];
  readonly associations: readonly Association[];
  readonly licenses: ReturnType<typeof licensesNow>;
  readonly books: readonly Book[];
  /** Who was whose counterpart (PARTNER-03). */
  readonly named: readonly Named[];
  /** Who was above whom. */
  readonly above: ReadonlyMap<Employment, Above>;
}

/** What is now, to be looked back at after a step. */
export function beforeStep(world: World): Before {
  const { state } = world;
  return {
    presences: presences(state),
    associations: [...state.associations],
    licenses: licensesNow(world),
    books: booksNow(state),
    named: namedNow(state),
    above: new Map(state.employments.map((each) => [each, aboveOf(state, each)])),
  };
}

function isThere(state: State, space: Space, { organization }: Pick<Identity, "organization">) {
  return state.associations.some(
    (each) => each.space === space.id && each.organization === organization,
  );
}

function employmentOf(state: State, identity: Identity): Employment[] {
  return state.employments.filter((each) => isSame(each, identity));
}

/** Who was on the Roster of a Space and is not any more. */
function leftRoster(
  state: State,
  { space, present }: Presence,
): Omit<Leaver, "above" | "counterparts">[] {
  const now = presenceOf(state, space).present;
  return present
    .filter((each) => !among(now, each))
    .flatMap((each) =>
      employmentOf(state, each).map((employment) => ({
        employment,
        named: null,
        space,
        whole: !isThere(state, space, each),
      })),
    );
}

/** Who, without having been on the Roster, held tasks there for a Member that left. */
function otherHolders(
  state: State,
  { space, present }: Presence,
  gone: Identity["organization"],
): Omit<Leaver, "above" | "counterparts">[] {
  return state.employments
    .filter((each) => each.organization === gone && each.inService && !among(present, each))
    .filter((each) => tasksHeld(state, each).some(({ task }) => task.space === space.id))
    .map((employment) => ({ employment, named: null, space, whole: true }));
}

/** The Members that a Space had before a step and has not any more. */
function goneFrom(
  state: State,
  before: readonly Association[],
  space: Space,
): Identity["organization"][] {
  return before
    .filter((each) => each.space === space.id && each.organization !== space.host)
    .map((each) => each.organization)
    .filter((organization) => !isThere(state, space, { organization }));
}

/** Somebody to be told of a departure, and of which of the Spaces left. */
type Hearer = readonly [Recipient, readonly Space[]];

/** Who waits for the work of somebody who left, with the Spaces left that they are in; not without any. */
function thoseWaiting(
  state: State,
  leaver: Employment,
  left: readonly Space[],
  self: Oneself,
): Hearer[] {
  const initiators = tasksHeld(state, leaver)
    .map(({ instance }) => instance.initiator)
    .filter((each, index, all) => all.findIndex((other) => isSame(other, each)) === index)
    .filter((each) => !isOneself(self, each))
    .filter((each) => colleague(state, each, each) !== null);
  return initiators
    .map((initiator): Hearer => {
      const isIn = (space: Space) =>
        presenceOf(state, space).present.some((each) => isPair(each, initiator));
      return [{ kind: "person", ...pairOf(initiator) }, left.filter(isIn)];
    })
    .filter(([, spaces]) => spaces.length > 0);
}

function leftNotice(to: readonly Recipient[], data: NoticeData["COUNTERPART_LEFT"]): Notice {
  return { kind: "COUNTERPART_LEFT", to, data };
}

function backNotice(to: readonly Recipient[], data: NoticeData["COUNTERPART_LEFT"]): Notice {
  return { kind: "COUNTERPART_BACK", to, data: { ...data, left: [] } };
}

/**
 * The notices about somebody who was on a Roster and resigned, or is on it again: everybody hears of the Spaces that they
 * are in or administer, those who hear of the same Spaces by one notice (HAND-01, 28.24); the natural
 * person who left hears nothing (28.5).
 */
function counterpartNotices(
  state: State,
  rosters: readonly Presence[],
  leaver: Employment,
  noticeOf: typeof leftNotice,
  from?: Identity["person"],
): Notice[] {
  const { organization, person } = leaver;
  const self = oneselfOf(state, leaver, from);
  const left = rosters.filter(({ present }) => among(present, leaver)).map(({ space }) => space);
  if (left.length === 0) return [];
  // Those of one Host are told of together, where the first of them stands.
  const hosts = left.map(({ host }) => host);
  const groups = state.groups.flatMap(({ space, id, participants }) =>
    space !== null && among(participants, leaver) ? [{ space, id, participants }] : [],
  );
  const hearers: Hearer[] = [
    ...hosts
      .filter((host, index) => hosts.indexOf(host) === index)
      .map((host) => left.filter((space) => space.host === host))
      .flatMap((theirs) =>
        theirs.map(({ id, host }): Hearer => {
          return [{ kind: "space-admins", space: id, except: exceptIn(self, host) }, theirs];
        }),
      ),
    [{ kind: "authorized-admins", organization, except: exceptIn(self, organization) }, left],
    ...groups.flatMap(({ space, id: group, participants }) => {
      const those = left.filter(({ id }) => id === space);
      // Whoever leaves the Space in this step leaves its groups as well.
      const present = those.flatMap((each) => presenceOf(state, each).present);
      const stay = participants.filter((each) => among(present, each));
      const to = participantsBut(self, { kind: "group-participants", space, group }, stay);
      return to.map((each): Hearer => [each, those]);
    }),
    ...thoseWaiting(state, leaver, left, self),
  ];
  const names = (spaces: readonly Space[]) => JSON.stringify(spaces.map(({ id }) => id));
  const circles = hearers
    .map(([, spaces]) => spaces)
    .filter(
      (spaces, index, all) => all.findIndex((other) => names(other) === names(spaces)) === index,
    );
  return circles.map((spaces) =>
    noticeOf(
      eachOnce(hearers.filter(([, known]) => names(known) === names(spaces)).map(([to]) => to)),
      { identity: { organization, person }, spaces: spaces.map(({ id }) => id) },
    ),
  );
}

function leaveGroups(state: State): void {
  for (const group of state.groups) {
    const { trunk } = group;
    if (trunk !== undefined) {
      group.participants = group.participants.filter((each) => isInBook(state, trunk, each));
      continue;
    }
    const space = state.spaces.find((each) => each.id === group.space);
    const present = space === undefined ? [] : presenceOf(state, space).present;
    group.participants = group.participants.filter((each) => among(present, each));
  }
}

/** Tasks of one leaver of which the same people are told the same, by one notice. */
function together(notices: readonly Notice[]): Notice[] {
  const found = new Map<string, Notice>();
  for (const notice of notices) {
    const { kind, to, data } = notice;
    if (kind !== "TASK_AWAITING_HANDOVER" && kind !== "TASK_HANDED_OVER") {
      found.set(`${found.size}`, notice);
      continue;
    }
    const { tasks, ...rest } = data as NoticeData["TASK_AWAITING_HANDOVER"];
    const key = JSON.stringify([kind, to, rest]);
    const before = (found.get(key)?.data as NoticeData["TASK_AWAITING_HANDOVER"] | undefined)
      ?.tasks;
    const all = { ...rest, tasks: [...(before ?? []), ...tasks] };
    found.set(key, { kind, to, data: all } as Notice);
  }
  return [...found.values()];
}

/** Carries out what follows from a step once the Rosters are settled, and says what to tell. */
export function settleDepartures(
  world: World,
  before: Before,
  { late }: Settlement,
  input: ReferenceInput,
): Notice[] {
  const { state, leaving, returned, renamed } = world;
  const { at } = input;
  const remains: Remains = (space, identity) => {
    const last = late.find((each) => each.space.id === space.id)?.identities ?? [];
    const { present } = presenceOf(state, space);
    return present.some((each) => isPair(each, identity) && !among(last, each));
  };
  const notices = leaving.flatMap(({ employment }) =>
    counterpartNotices(state, before.presences, employment, leftNotice),
  );
  const { named: counterparts } = before;
  const hand = (leaver: Omit<Leaver, "above" | "counterparts">, ended?: Above) => {
    // A departure among other changes of one input is a fact of its own (DIR-13).
    const then = input.type === "directory.changed" ? ended : undefined;
    const above = then ?? before.above.get(leaver.employment) ?? ended;
    if (above !== undefined)
      notices.push(...handOver(world, { ...leaver, above, counterparts }, remains, at));
  };
  for (const { employment, named, above } of leaving) {
    hand({ employment, named, space: null, whole: false }, above);
  }
  for (const presence of before.presences) {
    for (const gone of goneFrom(state, before.associations, presence.space)) {
      notices.push(...rehome(state, presence.space, gone, at));
      for (const leaver of otherHolders(state, presence, gone)) hand(leaver);
    }
    for (const leaver of leftRoster(state, presence)) hand(leaver);
  }
  for (const book of before.books) {
    const { trunk } = book;
    const lost = lostBy(state, book);
    for (const organization of lost) notices.push(...rehomeToTrunk(state, trunk, organization, at));
    for (const employment of goneFromBook(state, book)) {
      const whole = lost.includes(employment.organization);
      hand({ employment, named: null, space: null, trunk, whole });
    }
  }
  const told = together(notices);
  notices.splice(0, notices.length, ...told);
  leaveGroups(state);
  notices.push(...dropCounterparts(world));
  const back = giveBack(world, at);
  // Told to whom a departure would be told now (RESIGN-07).
  for (const { employment } of returned) {
    notices.push(...counterpartNotices(state, presences(state), employment, backNotice));
  }
  // A renamed person is known by both ids, and hears of it under neither (DIR-14).
  for (const { employment, from } of renamed) {
    const { organization, person } = employment;
    if (from === person) continue;
    const noticeOf: typeof leftNotice = (to, { spaces }) =>
      renamedNotice(to, { organization, person: from }, { organization, person }, spaces);
    // Whoever left and began anew under the new id in one step is met under that one.
    const now = latest(state, organization, person) ?? employment;
    notices.push(...counterpartNotices(state, presences(state), now, noticeOf, from));
  }
  const choosing = input.type === "license.automate";
  notices.push(...settleLicenses(world, before.licenses, late, choosing, back));
  return notices;
}
