/** Nobody takes part in a group of a Space that they are not in. */
import type { OrganizationId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { causedBy, independently, must } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { allTies } from "../directory/select/bound.ts";
import { isUndone } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { absentBy, type Leaving } from "../roster/select/absent.ts";
import { peopleWithStakes } from "../roster/select/stakes.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
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
    if (where === space) goOut(tx, { space }, { group, identity }, because);
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

/** Takes somebody out of the groups of a Trunk, in the order in which they came in. */
function leaveTrunk(
  tx: Deciding,
  trunk: OrganizationId,
  identity: Identity,
  because: "resigned" | "left-book",
): void {
  for (const [group, space] of allTies<GroupTie>(tx, identity, "groups")) {
    if (space !== null) continue;
    const of = containerOf(must(tx, "group", group));
    if (isTrunk(of) && of.trunk === trunk) goOut(tx, of, { group, identity }, because);
  }
}

/** TALK-01, BRANCH-06: whoever is in a book no more leaves the groups of its Trunk, and no others. */
export const leaveBooks = effect(
  ["TALK-01", "BRANCH-06"],
  (tx: Deciding, events: readonly Leaving[]): void => {
    for (const { trunk, identity, because, cause } of absentBy(tx, events)) {
      const why = because === "resigned" ? because : "left-book";
      causedBy(tx, cause, () => leaveTrunk(tx, trunk, identity, why));
    }
  },
);

/** UNLINK-04: the groups of a Trunk end with it: its own people are in them no more, nor when it is back. */
export const endGroups = effect(
  ["TALK-01", "UNLINK-04"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "organization.ended">): void => {
    const { organization } = data;
    independently(tx, peopleWithStakes(tx, organization, organization), (person) =>
      leaveTrunk(tx, organization, { organization, person }, "left-book"),
    );
  },
);

/** TALK-01, GROUP-04: the Trunk's own people are in its book while they are in service. */
export const leaveOwnBook = effect(
  ["TALK-01", "GROUP-04"],
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.resigned">): void => {
    const { organization, person } = data;
    if (!isUndone(tx, data)) leaveTrunk(tx, organization, { organization, person }, "resigned");
  },
);
