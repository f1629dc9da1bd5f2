/** Who is responsible for what, for the admins of a Trunk, and of their own organization's part. */
import type { OrganizationId } from "../core/ids.ts";
import { distinct, identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { guard } from "../core/rule.ts";
import { must } from "../core/transaction.ts";
import { actsInHierarchy } from "../directory/select/authority.ts";
import { receiverOf } from "../flows/select/receiving.ts";
import { isInBook, isOnLink } from "../roster/select/book.ts";
import {
  isCoveredByLiaison,
  liaisonRoleKnown,
  liaisonsFor,
  officesOf,
} from "../roster/select/offices.ts";
import { belowOf } from "../spaces/select/keys.ts";
import {
  aboveOf,
  actorIsTrunkAdmin,
  organizationIsReached,
  reaches,
  trunkAskingRefusal,
  trunkKnown,
  trunkOf,
} from "../spaces/select/trunks.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import { partAfter } from "./lists.ts";
import type { Viewer } from "./model.ts";
import { isRefusal, pageOf, pagingOf } from "./paging.ts";

/** LIAISON-05: the admins of an organization that is reached look at its own part; an applicant's at nothing. */
const looksAtOwn = guard(
  "LIAISON-05",
  (tx: Reading, viewer: Viewer, trunk: OrganizationId, organization: OrganizationId) =>
    actsInHierarchy(tx, viewer, organization) && reaches(tx, trunk, organization)
      ? null
      : actorIsTrunkAdmin(tx, viewer, trunk),
);

const reached = (tx: Reading, trunk: OrganizationId, organization: OrganizationId) =>
  organization === trunk ? null : organizationIsReached(tx, trunk, organization);

/** The offices of a node. */
const officesOfNode: QueryHandler<"liaison.of"> = (tx, { viewer, trunk, node }) => {
  const { organization } = node;
  const refusal =
    trunkKnown(tx, viewer, trunk) ??
    looksAtOwn(tx, viewer, trunk, organization) ??
    reached(tx, trunk, organization);
  if (refusal !== null) return refusal;
  const items = officesOf(tx, trunk, node).map(({ role, people }) => {
    return { role, ...must(tx, "liaison", trunk, role), people };
  });
  return { value: { items } };
};

/** Whom a step would appoint for an initiator. */
const foundFor: QueryHandler<"liaison.for"> = (tx, { viewer, trunk, role, initiator }) => {
  const refusal =
    trunkKnown(tx, viewer, trunk) ??
    looksAtOwn(tx, viewer, trunk, initiator.organization) ??
    liaisonRoleKnown(tx, trunk, role) ??
    isOnLink(tx, trunk, initiator);
  if (refusal !== null) return refusal;
  const maySign = (identity: Identity): boolean => isInBook(tx, trunk, identity);
  const people = liaisonsFor(tx, trunk, role, initiator).flatMap((identity) => {
    const receiver = receiverOf(tx, identity, { app: null, mayHold: maySign });
    return receiver === null ? [] : [receiver.holder];
  });
  return { value: { people: distinct(people, identityText) } };
};

/** The place of the Trunk, which comes before all that it reaches. */
const BEFORE_ALL = -1;

/** The Trunk first, if nothing of it is covered, then whom it reaches, in the order in which they came. */
const uncovered: QueryHandler<"liaison.uncovered"> = (tx, data) => {
  const { viewer, trunk, role } = data;
  const paging = pagingOf(
    data,
    1,
    () => trunkAskingRefusal(tx, viewer, trunk) ?? liaisonRoleKnown(tx, trunk, role),
  );
  if (isRefusal(paging)) return paging;
  const list = {
    where: belowOf(trunk),
    index: trunkOf(tx, trunk).below,
    shows: ([, organization, level]: readonly [number, OrganizationId, number | null]) =>
      level !== null && !isCoveredByLiaison(tx, trunk, role, organization),
  };
  const own = paging.after === null && !isCoveredByLiaison(tx, trunk, role, trunk) ? [trunk] : [];
  // The Trunk takes a place of the page, were it the only one.
  const left = paging.limit - own.length;
  const part = partAfter(
    tx,
    list,
    { ...paging, limit: Math.max(left, 1) },
    ([, id]) => [id],
    ([id]) =>
      id === trunk
        ? BEFORE_ALL
        : aboveOf(tx, id as OrganizationId).find(([each]) => each === trunk)?.[5],
  );
  if (isRefusal(part)) return part;
  const below = part.entries.slice(0, left).map(([, organization]) => organization);
  const isMore = part.next !== null || part.entries.length > below.length;
  const next = left === 0 && isMore ? ({ kind: "item", ids: [trunk] } as const) : part.next;
  return pageOf(
    [...own, ...below].map((organization) => ({ organization, department: null })),
    next,
  );
};

/** The questions about liaisons. */
export const liaisonQueries = {
  "liaison.of": officesOfNode,
  "liaison.for": foundFor,
  "liaison.uncovered": uncovered,
};
