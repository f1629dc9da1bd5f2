/** Cooperation groups. */
import type { GroupId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { GroupsCommands } from "../../groups/model.ts";
import { unknownRoots } from "./authority.ts";
import { findSpace } from "./lists.ts";
import { passPerson } from "./passing.ts";
import { latest } from "./people.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Handler, Handlers, InputOf, State, World } from "./state.ts";
import type { Group, Pair } from "./state-areas.ts";
import { isSuspendedIn, memberGate } from "./suspended-members.ts";
import { isRostered, seesIn } from "./visibility.ts";

/** Groups are for those on the Roster (GROUP-01). */
export function rosterCodes(world: World, by: Actor, id: SpaceId): RefusalCode[] {
  const space = findSpace(world.state, id);
  const isIn = space !== undefined && "person" in by && isRostered(world.state, space, by);
  const gate = "person" in by ? memberGate(world.state, id, by.organization) : [];
  return whichApplyTo(
    [...unknownRoots(world, by, { space: id }), ...gate],
    [["NOT_IN_SPACE", !isIn]],
  );
}

/** A group of a Space in which somebody takes part. */
export function groupOf(
  { groups }: State,
  space: SpaceId,
  id: GroupId,
  identity: Pair,
): Group | undefined {
  const group = groups.find((each) => each.id === id && each.space === space);
  return group?.participants.some((each) => isPair(each, identity)) ? group : undefined;
}

/** Whom one may bring in: people of the Space, of organizations that one sees (GROUP-02). */
function participantCodes(
  { state, policy }: World,
  by: Actor,
  id: SpaceId,
  participants: readonly Pair[],
): RefusalCode[] {
  const space = findSpace(state, id);
  if (space === undefined || !("person" in by)) return [];
  // Whoever is of a suspended Member is added under no policy (EXIT-08).
  const isSeen = (each: Pair) =>
    !isSuspendedIn(state, id, each.organization) &&
    (!policy.groupInviteRequiresVisibility || seesIn(state, space, by, each));
  return whichApply([
    ["NOT_VISIBLE", !participants.every(isSeen)],
    // Of an organization that is not visible, not even presence may be learned.
    ["NOT_IN_SPACE", participants.some((each) => isSeen(each) && !isRostered(state, space, each))],
  ]);
}

/** Lets people into a group, those who are in it already but once. */
export function enter(state: State, group: Group, participants: readonly Pair[]): void {
  for (const { organization, person } of participants) {
    if (group.participants.some((each) => isPair(each, { organization, person }))) continue;
    const number = latest(state, organization, person)?.number ?? 0;
    group.participants.push({ organization, person, number });
  }
}

/** A command about a group of a Space. */
type InSpaceOf<Type extends keyof GroupsCommands> = Omit<InputOf<Type>, "data"> & {
  readonly data: Extract<InputOf<Type>["data"], { readonly space: SpaceId }>;
};

const inSpaces = <Type extends keyof GroupsCommands>(
  handler: Handler<InSpaceOf<Type>>,
): Handler<InputOf<Type>> => handler as unknown as Handler<InputOf<Type>>;

/** The commands about cooperation groups. */
export const groupCommands: Handlers<keyof GroupsCommands> = {
  "group.start": inSpaces<"group.start">({
    codes: (world, { by, data: { space, group, participants } }) =>
      whichApplyTo(
        [...rosterCodes(world, by, space), ...participantCodes(world, by, space, participants)],
        [["ID_TAKEN", world.state.groups.some((each) => each.id === group)]],
      ),
    effect: ({ state }, { by, data: { space, group: id, name, participants } }) => {
      if (!("person" in by)) return;
      const starter = { organization: by.organization, person: by.person };
      const group: Group = { id, space, name, starter, participants: [] };
      state.groups.push(group);
      enter(state, group, [starter, ...participants]);
    },
  }),
  "group.add": inSpaces<"group.add">({
    codes: (world, { by, data: { space, group: id, participants } }) => {
      const group = "person" in by ? groupOf(world.state, space, id, by) : undefined;
      const others = participants.filter(
        (each) => !group?.participants.some((present) => isPair(present, each)),
      );
      return whichApplyTo(
        [...rosterCodes(world, by, space), ...participantCodes(world, by, space, others)],
        [["UNKNOWN_GROUP", group === undefined]],
      );
    },
    effect: (world, { data: { group: id, participants } }) => {
      const { state } = world;
      const group = state.groups.find((each) => each.id === id);
      // Whoever brings somebody in takes part, and so sees who does.
      for (const [index, each] of participants.entries()) {
        if (!group?.participants.some((present) => isPair(present, each))) continue;
        passPerson(world, each.person, "already-so", index);
      }
      if (group !== undefined) enter(state, group, participants);
    },
  }),
  "group.leave": inSpaces<"group.leave">({
    codes: (world, { by, data: { space, group } }) =>
      whichApplyTo(rosterCodes(world, by, space), [
        [
          "UNKNOWN_GROUP",
          !("person" in by) || groupOf(world.state, space, group, by) === undefined,
        ],
      ]),
    effect: ({ state }, { by, data }) => {
      const group = state.groups.find((each) => each.id === data.group);
      if (group === undefined || !("person" in by)) return;
      group.participants = group.participants.filter((each) => !isPair(each, by));
    },
  }),
};
