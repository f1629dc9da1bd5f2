/** Whoever is back takes part in the groups again that they were in, once they are on the Roster. */
import type { GroupId } from "../core/ids.ts";
import { effect } from "../core/rule.ts";
import { emit, read } from "../core/transaction.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { mayBeBack } from "../roster/select/presence.ts";
import { type Deciding, entryIn } from "./select/participants.ts";

/** RESIGN-07: the groups of a Space, with its Roster; nobody is asked to add them again (GROUP-05). */
export const rejoin = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: SpaceRosterEvent<"roster.entered">): void => {
    if (!mayBeBack(data)) return;
    const { space, organization, person } = data;
    const kept = givenBack(tx, data, "group", tx.at, space);
    if (kept.length === 0) return;
    const order = read(tx, "association", space, organization)?.order;
    for (const [, , under, id] of kept) {
      const group = id as GroupId;
      if (under !== order || entryIn(tx, space, group, data) !== null) continue;
      emit(tx, "group.entered", { space, group, organization, person, because: "reinstated" });
    }
  },
);
