/** Who sees whom in a Trunk's book, and why. */

import type { OrganizationId, PersonId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { guard, view } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { actsInHierarchy } from "../directory/select/authority.ts";
import { isInBook, isOnLink } from "../roster/select/book.ts";
import { sight } from "../roster/select/sight.ts";
import { branchesOf } from "../spaces/select/keys.ts";
import { trunkKnown, trunkOf } from "../spaces/select/trunks.ts";
import { hierarchyRefusal } from "./access.ts";
import { fieldsShown, onlooker } from "./fields.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partOf } from "./lists.ts";
import type { Queries, Viewer } from "./model.ts";
import { isRefusal, notACursor, pageOf, pagingOf } from "./paging.ts";
import { markOf } from "./shown.ts";

type Trunk = Queries["hierarchy.why"]["input"]["trunk"];

/** Why a question from within a book is refused, if it is: the Trunk unknown, the asker not in it. */
export const bookRefusal = (
  tx: Reading,
  { viewer, trunk }: { readonly viewer: Viewer; readonly trunk: Trunk },
) => trunkKnown(tx, viewer, trunk) ?? isOnLink(tx, trunk, viewer);

/** One person, if somebody in the book sees them. */
export const contactInBook: QueryHandler<"hierarchy.contact"> = (tx, data, policy) => {
  const { viewer, trunk, organization, person } = data;
  const refusal = bookRefusal(tx, data);
  if (refusal !== null) return refusal;
  const target = { organization, person };
  if (!sight(tx, trunk, viewer, target).sees) return refuse("NOT_VISIBLE", { organization });
  const gone = isOnLink(tx, trunk, target);
  if (gone !== null) return gone;
  const { fields: all } = must(tx, "employment", organization, person);
  const fields = fieldsShown(tx, onlooker(viewer, policy, { trunk }), organization, all);
  return { value: { fields, ...markOf(tx, target) } };
};

/** SIGHT-05: whether a viewer may ask on behalf of somebody: for themselves, or as an admin of either side. */
const mayAsk = guard("SIGHT-05", (tx: Reading, by: Actor, trunk: Trunk, looking: Identity) => {
  const isOneself =
    "person" in by && by.person === looking.person && by.organization === looking.organization;
  const { organization } = looking;
  if (isOneself || actsInHierarchy(tx, by, trunk) || actsInHierarchy(tx, by, organization)) {
    return null;
  }
  // Of other organizations' people it is the Trunk's to say.
  const isOwn = "organization" in by && by.organization === organization;
  return isOwn
    ? refuse("NOT_AUTHORIZED_ADMIN", { organization })
    : refuse("NOT_TRUNK_ADMIN", { trunk });
});

/** SIGHT-05: whether a viewer is told the reason as well. */
const isToldWhy = view(
  "SIGHT-05",
  (tx: Reading, by: Actor, trunk: Trunk, looking: Identity, sees: boolean): boolean =>
    actsInHierarchy(tx, by, trunk) || (sees && actsInHierarchy(tx, by, looking.organization)),
);

/** Whether somebody sees somebody else, and what decides. */
export const whySeen: QueryHandler<"hierarchy.why"> = (tx, data) => {
  const { viewer, trunk, looking, target } = data;
  const refusal =
    trunkKnown(tx, viewer, trunk) ??
    mayAsk(tx, viewer, trunk, looking) ??
    isOnLink(tx, trunk, looking);
  if (refusal !== null) return refusal;
  // To the Trunk's admins it is no riddle who is in its book.
  const absent = actsInHierarchy(tx, viewer, trunk) ? isOnLink(tx, trunk, target) : null;
  if (absent !== null) return absent;
  const seen = sight(tx, trunk, looking, target);
  const sees = seen.sees && isInBook(tx, trunk, target);
  const value = isToldWhy(tx, viewer, trunk, looking, sees) ? { ...seen, sees } : { sees };
  return { value };
};

/** Pairs of Branches that one page looks at. */
const PAIRS_MAX = 500;

/** SIGHT-05: whether the people of one direct Branch see those of another. */
const seesBranch = view(
  "SIGHT-05",
  (tx: Reading, trunk: OrganizationId, from: OrganizationId, to: OrganizationId): boolean => {
    // Of two Branches no setting tells one person from another.
    const somebody = "" as PersonId;
    const viewer = { organization: from, person: somebody };
    return sight(tx, trunk, viewer, { organization: to, person: somebody }).sees;
  },
);

/**
 * The pairs of one's own direct Branches of which only one sees the other: for each Branch, in order of
 * Links, those linked later.
 */
export const oneWayPairs: QueryHandler<"hierarchy.one-way"> = (tx, data) => {
  const paging = pagingOf(data, 2, () => hierarchyRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const { organization: trunk } = data.viewer;
  const ticketOf = (id: string | undefined): number | undefined => {
    const order = read(tx, "link", trunk, id as OrganizationId)?.order;
    return order === undefined ? undefined : order - 1;
  };
  const list = { where: branchesOf(trunk), index: trunkOf(tx, trunk).branches };
  const branchesFrom = (from: number, count: number) =>
    partOf(tx, list, from, count, ([, each]) => [each]).entries;
  const ids = paging.after?.kind === "item" ? paging.after.ids : null;
  if (paging.after?.kind === "place") return notACursor();
  const [one, other] = ids === null ? [-1, -1] : [ticketOf(ids[0]), ticketOf(ids[1])];
  if (one === undefined || other === undefined) return notACursor();
  const items: { readonly sees: OrganizationId; readonly unseen: OrganizationId }[] = [];
  let left = PAIRS_MAX;
  for (const [ticket, first] of branchesFrom(Math.max(one, 0), PAIRS_MAX)) {
    const from = ticket === one ? other + 1 : ticket + 1;
    for (const [, second] of branchesFrom(from, left)) {
      left -= 1;
      const there = seesBranch(tx, trunk, first, second);
      if (there !== seesBranch(tx, trunk, second, first)) {
        items.push(there ? { sees: first, unseen: second } : { sees: second, unseen: first });
      }
      if (left === 0 || items.length === paging.limit) {
        return pageOf(items, { kind: "item", ids: [first, second] });
      }
    }
  }
  return pageOf(items, null);
};
