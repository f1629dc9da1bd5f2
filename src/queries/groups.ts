import { refuse } from "../core/refusal.ts";
import { view } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { allTies } from "../directory/select/bound.ts";
import type { GroupTie } from "../groups/model.ts";
import {
  type About as AboutGroup,
  entryIn,
  participantsOf,
} from "../groups/select/participants.ts";
import type { Container } from "../spaces/model.ts";
import { containerOf, isSameContainer, isTrunk } from "../spaces/select/container.ts";
import { spaceKnown } from "../spaces/select/spaces.ts";
import { isSuspendedIn, memberIsOpen } from "../spaces/select/suspended.ts";
import { trunkKnown } from "../spaces/select/trunks.ts";
import { insiderRefusal } from "./access.ts";
import { onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Viewer } from "./model.ts";
import { type Cursor, isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";
import { shownMarked } from "./shown.ts";
import { bookRefusal } from "./sight.ts";

/** The items after the one that a cursor names by its ids; it must be among them. */
function itemsAfter<Item>(
  items: readonly Item[],
  cursor: Cursor | null,
  idsOf: (item: Item) => readonly string[],
) {
  if (cursor === null) return items;
  const named = cursor.kind === "item" ? cursor.ids.join(" ") : null;
  const at = items.findIndex((item) => idsOf(item).join(" ") === named);
  return at < 0 ? notACursor() : items.slice(at + 1);
}

/** A page of so many items, and where the next one starts. */
function cut<Item>(
  items: readonly Item[],
  limit: number,
  idsOf: (item: Item) => readonly string[],
) {
  const last = items[limit - 1];
  const next: Cursor | null =
    items.length > limit && last !== undefined ? { kind: "item", ids: idsOf(last) } : null;
  return { items: items.slice(0, limit), next };
}

/** The groups of a Space, or of a Trunk, in which the viewer takes part, in the order in which they came in. */
const groupsOfViewer: QueryHandler<"group.mine"> = (tx, data) => {
  const paging = pagingOf(data, 1, () =>
    isTrunk(data) ? bookRefusal(tx, data) : insiderRefusal(tx, data),
  );
  if (isRefusal(paging)) return paging;
  const space = isTrunk(data) ? null : data.space;
  const groups = allTies<GroupTie>(tx, data.viewer, "groups")
    .filter(([, where]) => where === space)
    .map(([group]) => group)
    .filter((group) => isSameContainer(must(tx, "group", group), data));
  const rest = itemsAfter(groups, paging.after, (group) => [group]);
  if (isRefusal(rest)) return rest;
  const { items, next } = cut(rest, paging.limit, (group) => [group]);
  return pageOf(
    items.map((group) => ({ group, name: must(tx, "group", group).name })),
    next,
  );
};

/**
 * GROUP-03: whether somebody meets the participants of a group under their real identities: whoever
 * takes part in it.
 */
const meetsParticipants = view(
  "GROUP-03",
  (tx: Reading, about: AboutGroup, viewer: Viewer): boolean =>
    entryIn(tx, about, about.group, viewer) !== null,
);

/**
 * The participants of a group in which the viewer takes part, in the order in which they came: current
 * name, home organization and post, one entry for each identity.
 */
const participantsShown: QueryHandler<"group.participants"> = (tx, data, policy) => {
  const { viewer, group } = data;
  const paging = pagingOf(data, 2, () =>
    isTrunk(data) ? trunkKnown(tx, viewer, data.trunk) : spaceKnown(tx, viewer, data.space),
  );
  if (isRefusal(paging)) return paging;
  if (!meetsParticipants(tx, data, viewer)) return refuse("UNKNOWN_GROUP", { group });
  const closed = isTrunk(data) ? null : memberIsOpen(tx, data.space, viewer.organization);
  if (closed !== null) return closed;
  const all = participantsOf(tx, group, must(tx, "group", group));
  const rest = itemsAfter(all, paging.after, idsOf);
  if (isRefusal(rest)) return rest;
  const met = rest.filter((each) => isMet(tx, data, each));
  const { items, next } = cut(met, paging.limit, idsOf);
  const looking = { ...onlooker(viewer, policy, containerOf(data)), titles: true } as const;
  return pageOf(shownMarked(tx, looking, items), next);
};

/** EXIT-08: whether a participant is met: not while their organization is suspended in the Space. */
const isMet = (tx: Reading, of: Container, { organization }: Viewer): boolean =>
  isTrunk(of) || !isSuspendedIn(tx, of.space, organization);

const idsOf = ({ person, organization }: Viewer): readonly string[] => [person, organization];

/** A function for every question about groups. */
export const groupQueries = {
  "group.mine": groupsOfViewer,
  "group.participants": participantsShown,
};
