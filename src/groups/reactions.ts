/** What other areas' events make happen to groups, in the order in which it does. */
import type { SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventEnvelope } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect } from "../core/rule.ts";
import { allTies } from "../directory/select/bound.ts";
import type { RosterEvents } from "../roster/model.ts";
import type { GroupTie } from "./model.ts";
import type { GroupsTx } from "./select/participants.ts";
import { goOut, type Move } from "./taking-part.ts";

/** A reaction to the events of one generation. */
type Reaction = (
  tx: GroupsTx,
  policy: Policy,
  events: readonly EventEnvelope<string, unknown>[],
) => void;

/** Somebody who left a Roster: who, and by which event. */
interface Leaver {
  readonly space: SpaceId;
  readonly identity: Identity;
  readonly cause: number;
  readonly resigned: boolean;
}

function leaversIn(events: Parameters<Reaction>[2]): Leaver[] {
  const leavers: Leaver[] = [];
  for (const { type, seq, data } of events) {
    if (type !== "roster.left") continue;
    const { space, organization, person, because } = data as RosterEvents["roster.left"];
    const identity = { organization, person };
    leavers.push({ space, identity, cause: seq, resigned: because === "resigned" });
  }
  return leavers;
}

/** The groups of the Space left in which a leaver takes part, in the order in which they came in. */
function movesOf(tx: GroupsTx, { space, identity }: Leaver): Move[] {
  return allTies<GroupTie>(tx, identity, "groups")
    .filter(([, where]) => where === space)
    .map(([group]) => ({ group, identity }));
}

function leaveGroups(tx: GroupsTx, leaver: Leaver): void {
  const because = leaver.resigned ? "resigned" : "left-space";
  for (const move of movesOf(tx, leaver)) goOut(tx, leaver.space, move, because);
}

/** GROUP-04: whoever resigns leaves the groups of every Space in the same step; the groups go on. */
const leaveResigning = effect("GROUP-04", leaveGroups);

/** GROUP-05: whoever leaves a Space's Roster in another way leaves that Space's groups. */
const leaveOtherwise = effect("GROUP-05", leaveGroups);

/** Nobody takes part in a group of a Space that they are not in. */
const follow: Reaction = (tx, _policy, events) => {
  const leavers = leaversIn(events);
  if (leavers.length === 0) return;
  const cause = tx.cause;
  for (const leaver of leavers) {
    tx.cause = leaver.cause;
    if (leaver.resigned) leaveResigning(tx, leaver);
    else leaveOtherwise(tx, leaver);
  }
  tx.cause = cause;
};

export const groupsReactions: readonly Reaction[] = [follow];
