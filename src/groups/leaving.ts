/** Nobody takes part in a group of a Space that they are not in. */
import { effect } from "../core/rule.ts";
import { allTies } from "../directory/select/bound.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import type { GroupTie } from "./model.ts";
import { goOut } from "./participation.ts";
import type { Deciding } from "./select/participants.ts";

type Left = SpaceRosterEvent<"roster.left">;

/** Takes a leaver out of the groups of the Space left, in the order in which they came in. */
function leaveAll(
  tx: Deciding,
  { data: { space, organization, person } }: Left,
  because: "resigned" | "left-space",
): void {
  const identity = { organization, person };
  for (const [group, where] of allTies<GroupTie>(tx, identity, "groups")) {
    if (where === space) goOut(tx, space, { group, identity }, because);
  }
}

/** GROUP-04: whoever resigns leaves the groups of every Space in the same step; the groups go on. */
export const leaveResigning = effect("GROUP-04", (tx: Deciding, event: Left): void => {
  if (event.data.because === "resigned") leaveAll(tx, event, "resigned");
});

/** GROUP-05: whoever leaves a Space's Roster in another way leaves that Space's groups. */
export const leaveOtherwise = effect("GROUP-05", (tx: Deciding, event: Left): void => {
  if (event.data.because !== "resigned") leaveAll(tx, event, "left-space");
});
