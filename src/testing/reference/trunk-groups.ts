/** Cooperation groups of Trunks: those in the book, and whom they see there (TALK-01). */
import type { GroupId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { inOrder, participant, suspensionOf } from "./answering.ts";
import { enter, groupCommands } from "./groups.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { unknownTrunk } from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { findInBook } from "./hierarchy-people.ts";
import { isPair } from "./settings.ts";
import { sightOf } from "./sight.ts";
import type { State, World } from "./state.ts";
import type { Group, Pair } from "./state-areas.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** Groups are for those in the book. */
function bookCodes(world: World, by: Actor, trunk: OrganizationId): RefusalCode[] {
  const isIn = "person" in by && findInBook(world.state, trunk, by) !== undefined;
  return [...unknownTrunk(world, by, trunk), ...whichHold([["NOT_ON_LINK", !isIn]])];
}

/** A group of a Trunk in which somebody takes part. */
function groupOf(
  { groups }: State,
  trunk: OrganizationId,
  id: GroupId,
  by: Actor,
): Group | undefined {
  const group = groups.find((each) => each.id === id && each.trunk === trunk);
  const isIn = "person" in by && group?.participants.some((each) => isPair(each, by)) === true;
  return isIn ? group : undefined;
}

/** Whom one may bring in: people in the book whom one sees there. */
function participantCodes(
  { state, policy }: World,
  by: Actor,
  trunk: OrganizationId,
  participants: readonly Pair[],
): RefusalCode[] {
  if (!("person" in by)) return [];
  const isSeen = (each: Pair) =>
    !policy.groupInviteRequiresVisibility || sightOf(state, trunk, by, each).sees;
  return whichHold([
    ["NOT_VISIBLE", !participants.every(isSeen)],
    // Of somebody who is not seen, not even presence may be learned.
    [
      "NOT_ON_LINK",
      participants.some((each) => isSeen(each) && findInBook(state, trunk, each) === undefined),
    ],
  ]);
}

/** The commands about groups of Trunks. */
export const trunkGroupCommands: HierarchyHandlers<"group.start" | "group.add" | "group.leave"> = {
  "group.start": {
    codes: (world, { by, data: { trunk, group, participants } }) => {
      const others = participants.filter((each) => !("person" in by) || !isPair(each, by));
      return [
        ...bookCodes(world, by, trunk),
        ...participantCodes(world, by, trunk, others),
        ...whichHold([["ID_TAKEN", world.state.groups.some((each) => each.id === group)]]),
      ];
    },
    effect: ({ state }, { by, data: { trunk, group: id, name, participants } }) => {
      if (!("person" in by)) return;
      const starter = { organization: by.organization, person: by.person };
      const group: Group = { id, space: null, trunk, name, starter, participants: [] };
      state.groups.push(group);
      enter(state, group, [starter, ...participants]);
    },
  },
  "group.add": {
    codes: (world, { by, data: { trunk, group: id, participants } }) => {
      const group = groupOf(world.state, trunk, id, by);
      const others = participants.filter(
        (each) => !group?.participants.some((present) => isPair(present, each)),
      );
      return [
        ...bookCodes(world, by, trunk),
        ...participantCodes(world, by, trunk, others),
        ...whichHold([["UNKNOWN_GROUP", group === undefined]]),
      ];
    },
    effect: (world, command) => groupCommands["group.add"].effect(world, command),
  },
  "group.leave": {
    codes: (world, { by, data: { trunk, group } }) => [
      ...bookCodes(world, by, trunk),
      ...whichHold([["UNKNOWN_GROUP", groupOf(world.state, trunk, group, by) === undefined]]),
    ],
    effect: (world, command) => groupCommands["group.leave"].effect(world, command),
  },
};

/** The questions about groups of Trunks. */
export const trunkGroupAnswers: HierarchyAnswers<"group.mine" | "group.participants"> = {
  "group.mine": {
    codes: (world, { viewer, trunk }) => bookCodes(world, viewer, trunk),
    value: ({ state }, { viewer, trunk }) => {
      const own = state.groups.filter(
        (each) => groupOf(state, trunk, each.id, viewer) !== undefined,
      );
      return inOrder(own.map(({ id: group, name }) => ({ group, name })));
    },
  },
  "group.participants": {
    codes: (world, { viewer, trunk, group }) => [
      ...bookCodes(world, viewer, trunk),
      ...whichHold([["UNKNOWN_GROUP", groupOf(world.state, trunk, group, viewer) === undefined]]),
    ],
    value: (world, { viewer, trunk, group }) => {
      const participants = groupOf(world.state, trunk, group, viewer)?.participants ?? [];
      return inOrder(
        participants.map((each) => ({
          ...participant(world, { viewer: viewer.organization, shelf: { trunk } }, each),
          ...suspensionOf(world, each),
        })),
      );
    },
  },
};
