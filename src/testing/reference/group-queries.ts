/** Answers about cooperation groups. */
import { type Answers, inOrder, participant, suspensionOf } from "./answering.ts";
import { groupOf, rosterCodes } from "./groups.ts";
import { whichApplyTo } from "./rank.ts";
import { notSuspended } from "./suspended-members.ts";

/** The questions about cooperation groups. */
export const groupAnswers: Answers<"group.mine" | "group.participants"> = {
  "group.mine": {
    codes: (world, { viewer, space }) => rosterCodes(world, viewer, space),
    value: ({ state }, { viewer, space }) => {
      const own = state.groups.filter(
        (each) => groupOf(state, space, each.id, viewer) !== undefined,
      );
      return inOrder(own.map(({ id: group, name }) => ({ group, name })));
    },
  },
  "group.participants": {
    codes: (world, { viewer, space, group }) =>
      whichApplyTo(rosterCodes(world, viewer, space), [
        ["UNKNOWN_GROUP", groupOf(world.state, space, group, viewer) === undefined],
      ]),
    value: (world, { viewer, space, group }) => {
      const participants = groupOf(world.state, space, group, viewer)?.participants ?? [];
      return inOrder(
        notSuspended(world.state, space, participants).map((each) => ({
          ...participant(world, { viewer: viewer.organization, shelf: { space } }, each),
          ...suspensionOf(world, each),
        })),
      );
    },
  },
};
