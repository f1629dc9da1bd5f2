/** Whoever is back takes part in the groups again that they were in, once they are on the Roster. */
import type { GroupId } from "../core/ids.ts";
import type { EventOf } from "../core/outcome.ts";
import { effect } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { SpaceRosterEvent } from "../roster/model.ts";
import { isInBook } from "../roster/select/book.ts";
import { mayBeBack } from "../roster/select/presence.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { ticketWith } from "../spaces/select/trunks.ts";
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
      if (under !== order || entryIn(tx, { space }, group, data) !== null) continue;
      emit(tx, "group.entered", { space, group, organization, person, because: "reinstated" });
    }
  },
);

/** RESIGN-07: and the groups of Trunks, while they are in the book under the same Links. */
export const rejoinBelow = effect(
  "RESIGN-07",
  (tx: Deciding, { data }: EventOf<DirectoryEvents, "person.reinstated">): void => {
    const { organization, person } = data;
    for (const [, , under, id] of givenBack(tx, data, "group", tx.at, null)) {
      const group = id as GroupId;
      const of = containerOf(must(tx, "group", group));
      if (!isTrunk(of) || ticketWith(tx, of.trunk, organization) !== under) continue;
      if (!isInBook(tx, of.trunk, data) || entryIn(tx, of, group, data) !== null) continue;
      emit(tx, "group.entered", { ...of, group, organization, person, because: "reinstated" });
    }
  },
);
