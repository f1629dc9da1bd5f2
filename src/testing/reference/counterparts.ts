/** Whom Members name as their counterparts, and whom the Host names for them (PARTNER-03). */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Notice } from "../../core/notice.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { actsFor, lacksMainRole, unknownRoots } from "./authority.ts";
import { among, isSame } from "./identities.ts";
import { forgetCounterparts } from "./kept.ts";
import { findMember, findSpace } from "./lists.ts";
import { identityOf } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { presenceOf } from "./roster.ts";
import type {
  Association,
  Due,
  Handlers,
  Identity,
  InputOf,
  Space,
  State,
  World,
} from "./state.ts";
import { isRostered } from "./visibility.ts";

/** The Member for which an organization names somebody: the Host says which, a Member speaks for itself. */
function memberMeant(
  state: State,
  space: Space,
  by: OrganizationId,
  named: OrganizationId | undefined,
): Association | undefined {
  const meant = by === space.host ? named : (named ?? by);
  return meant === undefined || meant === space.host ? undefined : findMember(state, space, meant);
}

/** Whom whoever gives the command has named so far; `null`: for nobody that is there. */
export function namedBy(
  state: State,
  by: Actor,
  { space: id, organization: named }: InputOf<"counterparts.set">["data"],
): readonly Identity[] | null {
  const space = findSpace(state, id);
  if (space === undefined || !("person" in by)) return null;
  const { counterparts } = memberMeant(state, space, by.organization, named) ?? {};
  return counterparts?.[by.organization === space.host ? "host" : "own"] ?? null;
}

function setCodes(world: World, { by, data }: InputOf<"counterparts.set">): RefusalCode[] {
  const { state, policy } = world;
  const { space: id, organization: named, people } = data;
  const space = findSpace(state, id);
  const isLong = people.length > policy.counterpartsMax;
  const codes = whichApplyTo(unknownRoots(world, by, { space: id }), [["MALFORMED", isLong]]);
  if (space === undefined || codes.some((code) => code !== "MALFORMED")) return codes;
  if (!("person" in by)) return [...codes, "NOT_AUTHORIZED_ADMIN"];
  const { organization } = by;
  const isHost = organization === space.host;
  const own = actsFor(state, by, organization);
  const member = memberMeant(state, space, organization, named);
  const isOthers = !isHost && named !== undefined && named !== organization;
  const refused = whichApply([
    ["NOT_AUTHORIZED_ADMIN", !own],
    ["MAIN_ADMIN_REQUIRED", own && !isHost && lacksMainRole(world, by)],
    ["MEMBER_ROSTER_NOT_MANAGEABLE", isOthers],
    ["NOT_A_MEMBER", member === undefined],
  ]);
  const isThere = people.every((person) => isRostered(state, space, { organization, person }));
  return whichApplyTo(
    [...codes, ...refused],
    [
      ["NOT_IN_SPACE", !isThere],
      ["COUNTERPARTS_REQUIRED", !isHost && new Set(people).size < policy.counterpartsMin],
    ],
  );
}

/** The command that names them, all at once and in order. */
export const counterpartCommands: Handlers<"counterparts.set"> = {
  "counterparts.set": {
    codes: setCodes,
    effect: ({ state }, { by, data }) => {
      const space = findSpace(state, data.space);
      if (space === undefined || !("person" in by)) return;
      const { organization } = by;
      const member = memberMeant(state, space, organization, data.organization);
      if (member === undefined) return;
      const people = [...new Set(data.people)];
      const said = people.map((person) => identityOf(state, { organization, person }));
      const side = organization === space.host ? "host" : "own";
      const { [side]: before, told } = member.counterparts;
      const left = before.filter((each) => among(said, each));
      const isNamed =
        left.length !== said.length || left.some((each, at) => !isSame(each, said[at] ?? each));
      // The same list again is not set anew.
      if (!isNamed && left.length === before.length) return;
      forgetCounterparts(state, { space: space.id, member: member.organization, side });
      const list = said.map((each, place) => ({
        ...{ ...each, place },
        tie: before.find((one) => isSame(one, each))?.tie ?? nextTie(state),
      }));
      const isTold = told && (side === "host" || !isNamed);
      member.counterparts = { ...member.counterparts, [side]: list, told: isTold };
    },
  },
};

function nextTie(state: State): number {
  state.ties += 1;
  return state.ties;
}

/** Whoever is back is named again, in the place that they had in the list (RESIGN-07). */
export function nameAgain(state: State, { organization, person, number, counterparts }: Due): void {
  for (const { space, member, side, place } of counterparts) {
    const found = state.associations.find(
      (each) => each.space === space && each.organization === member,
    );
    if (found === undefined) continue;
    const again = { organization, person, number, place, tie: nextTie(state) };
    const list = [...found.counterparts[side], again].sort((one, other) => one.place - other.place);
    const told = found.counterparts.told && side === "host";
    found.counterparts = { ...found.counterparts, [side]: list, told };
  }
}

function unattended(space: SpaceId, organization: OrganizationId): Notice {
  return {
    kind: "MEMBER_UNATTENDED",
    to: [
      { kind: "space-admins", space },
      { kind: "authorized-admins", organization },
    ],
    data: { space, organization },
  };
}

/** An Association begins without anybody named: both sides are told, if the policy asks for some. */
export function beginUnattended({ policy, outbox }: World, member: Association): void {
  // Nobody can be dropped before somebody is named: that they were told needs no remembering.
  if (policy.counterpartsMin > 0) outbox.push(unattended(member.space, member.organization));
}

/** Whether a Member has fewer of its own than the policy asks for. */
export function isUnattended({ policy }: World, { counterparts }: Association): boolean {
  return counterparts.own.length < policy.counterpartsMin;
}

/** Whoever is not on the Roster any more is none; both sides are told where too few are left. */
export function dropCounterparts(world: World): Notice[] {
  const notices: Notice[] = [];
  for (const member of world.state.associations) {
    const space = findSpace(world.state, member.space);
    const present = space === undefined ? [] : presenceOf(world.state, space).present;
    const { own, host, told } = member.counterparts;
    const left = own.filter((each) => among(present, each));
    const wereEnough = !isUnattended(world, member);
    member.counterparts = { own: left, host: host.filter((each) => among(present, each)), told };
    const isFewer = left.length < own.length && isUnattended(world, member);
    if (!isFewer || (told && !wereEnough)) continue;
    member.counterparts = { ...member.counterparts, told: true };
    notices.push(unattended(member.space, member.organization));
  }
  return notices;
}

/** Counterparts in all Spaces at one moment. */
export interface Named {
  readonly space: SpaceId;
  readonly member: OrganizationId;
  readonly own: readonly Identity[];
  readonly host: readonly Identity[];
}

/** Who is named where now. */
export function namedNow({ associations }: State): Named[] {
  return associations.map(({ space, organization: member, counterparts: { own, host } }) => ({
    ...{ space, member },
    own: own.map((each) => ({ ...each })),
    host: host.map((each) => ({ ...each })),
  }));
}
