/** What is above and below an organization, for its Hierarchy admins. */
import { entryOf } from "../core/hashed.ts";
import type { OrganizationId } from "../core/ids.ts";
import { view } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { type ExceptionsNow, exceptionsNow } from "../roster/select/sight.ts";
import type { LinkRecord, TrunkAliasEntry } from "../spaces/model.ts";
import { aliasesUnder, aliasText, belowOf, branchesOf } from "../spaces/select/keys.ts";
import { branchLimit } from "../spaces/select/linking.ts";
import { aboveOf, isOpen, lineTo, trunkOf } from "../spaces/select/trunks.ts";
import { hierarchyRefusal } from "./access.ts";
import { contactsInBook } from "./book.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partAfter } from "./lists.ts";
import type { Room } from "./model.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";
import { readableCodes } from "./sharing.ts";
import { exitOf } from "./shown.ts";
import { contactInBook, oneWayPairs, whySeen } from "./sight.ts";

/** How an organization is named, and whether it is suspended. */
function markOf(tx: Reading, organization: OrganizationId) {
  const { name, suspended } = organizationOf(tx, organization);
  return { name, ...(suspended === undefined ? {} : { suspended }) };
}

const listed = (tx: Reading, organization: OrganizationId) => ({
  organization,
  ...markOf(tx, organization),
});

/** A Link by its two sides. */
const linkOf = (trunk: OrganizationId, organization: OrganizationId) => ({ trunk, organization });

function carried({ reach, shared, whole, roster, alias, labels, ...link }: LinkRecord) {
  const { hidden, ownOnly, released = false } = link;
  const scope = { whole, present: roster.count };
  const sight = { released, ...exitOf(link), hidden, ownOnly };
  return { reach, shared, ...scope, alias, labels, ...sight };
}

/** MOUNT-03: whether another Branch goes by the same alias at the same place. */
function sharesAlias(tx: Reading, trunk: OrganizationId, { alias, mount }: LinkRecord): boolean {
  if (alias === null) return false;
  const { aliases } = trunkOf(tx, trunk);
  const entry = entryOf<TrunkAliasEntry>(tx, aliasesUnder(trunk), aliases, aliasText(mount, alias));
  return (entry?.[1].length ?? 0) > 1;
}

/** What only the Trunk manages of a Link. */
function managed(tx: Reading, trunk: OrganizationId, link: LinkRecord) {
  const [hidden, ownOnly] = [link.hiddenExcept, link.ownOnlyExcept].map((each) =>
    exceptionsNow(tx, trunk, each),
  ) as [ExceptionsNow, ExceptionsNow];
  const gone = { hidden: hidden.void, ownOnly: ownOnly.void };
  return {
    mount: link.mount,
    hiddenExcept: hidden.now,
    ownOnlyExcept: ownOnly.now,
    ...(sharesAlias(tx, trunk, link) ? { sameAlias: true as const } : {}),
    ...(gone.hidden.length + gone.ownOnly.length > 0 ? { void: gone } : {}),
  };
}

/** One's own Trunks, and what is put into each Link. */
const trunksOfOwn: QueryHandler<"hierarchy.trunks"> = (tx, { viewer }) => {
  const refusal = hierarchyRefusal(tx, viewer);
  if (refusal !== null) return refusal;
  const { organization } = viewer;
  const items = (organizationOf(tx, organization).trunks ?? []).map((trunk) => ({
    ...linkOf(trunk, organization),
    ...markOf(tx, trunk),
    ...carried(must(tx, "link", trunk, organization)),
  }));
  return { value: { items } };
};

/** One's own Branches, and what each puts into its Link. */
const branchesOfOwn: QueryHandler<"hierarchy.branches"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => hierarchyRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const { organization: trunk } = data.viewer;
  const list = { where: branchesOf(trunk), index: trunkOf(tx, trunk).branches };
  const part = partAfter(
    tx,
    list,
    paging,
    ([, id]) => [id],
    ([id]) => {
      const order = read(tx, "link", trunk, id as OrganizationId)?.order;
      return order === undefined ? undefined : order - 1;
    },
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, branch]) => {
    const link = must(tx, "link", trunk, branch);
    return {
      ...linkOf(trunk, branch),
      ...markOf(tx, branch),
      ...carried(link),
      ...managed(tx, trunk, link),
    };
  });
  return pageOf(items, part.next);
};

/** HIER-04: whether one organization is shown as reached by another: not where a chain stops short. */
const isReached = view("HIER-04", (level: number | null): boolean => level !== null);

/** Who reaches one's own organization. */
const aboveOwn: QueryHandler<"hierarchy.above"> = (tx, { viewer }) => {
  const refusal = hierarchyRefusal(tx, viewer);
  if (refusal !== null) return refusal;
  const items = aboveOf(tx, viewer.organization).flatMap(([upper, level]) =>
    isReached(level) ? [{ ...listed(tx, upper), level: level ?? 0 }] : [],
  );
  return { value: { items: items.sort((one, other) => one.level - other.level) } };
};

/** Whom one's own organization reaches. */
const belowOwn: QueryHandler<"hierarchy.below"> = (tx, data) => {
  const paging = pagingOf(data, 1, () => hierarchyRefusal(tx, data.viewer));
  if (isRefusal(paging)) return paging;
  const { viewer, level, branch } = data;
  const { organization: upper } = viewer;
  const list = {
    where: belowOf(upper),
    index: trunkOf(tx, upper).below,
    shows: ([, organization, at]: readonly [number, OrganizationId, number | null]) =>
      isReached(at) &&
      (level === undefined || at === level) &&
      (branch === undefined || lineTo(tx, upper, organization)[0] === branch),
  };
  const part = partAfter(
    tx,
    list,
    paging,
    ([, id]) => [id],
    ([id]) => aboveOf(tx, id as OrganizationId).find(([each]) => each === upper)?.[5],
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([, organization, at]) => ({
    ...listed(tx, organization),
    level: at ?? 0,
    line: lineTo(tx, upper, organization),
  }));
  return pageOf(items, part.next);
};

const room = (used: number, limit: number): Room => ({
  used,
  limit,
  left: Math.max(0, limit - used),
});

/** The room left for one's own organization, upwards and downwards. */
const hierarchyRoom: QueryHandler<"hierarchy.room"> = (tx, { viewer }, policy) => {
  const refusal = hierarchyRefusal(tx, viewer);
  if (refusal !== null) return refusal;
  const { organization } = viewer;
  const { limit, current } = branchLimit(tx, organization, policy);
  const above = aboveOf(tx, organization).map(([, , longest]) => longest);
  const levels = policy.hierarchyDepth - 1 - Math.max(0, ...above);
  return {
    value: {
      open: isOpen(tx, organization, policy),
      branches: limit === null ? null : room(current, limit),
      trunks: room(organizationOf(tx, organization).trunks?.length ?? 0, policy.trunkLimit),
      levels: Math.max(0, levels),
    },
  };
};

/** The questions about hierarchies. */
export const hierarchyQueries = {
  "hierarchy.trunks": trunksOfOwn,
  "hierarchy.branches": branchesOfOwn,
  "hierarchy.above": aboveOwn,
  "hierarchy.below": belowOwn,
  "hierarchy.room": hierarchyRoom,
  "hierarchy.contacts": contactsInBook,
  "hierarchy.one-way": oneWayPairs,
  "share.readable": readableCodes,
  "hierarchy.contact": contactInBook,
  "hierarchy.why": whySeen,
};
