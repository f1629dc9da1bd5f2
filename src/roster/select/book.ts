/** Who is in a Trunk's book: its own people, and whoever is present for it. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { read, readBefore } from "../../core/transaction.ts";
import { throughBefore, throughTo } from "../../spaces/select/trunks.ts";
import { onLinkSince, wasOnLink } from "./presence.ts";
import type { Reading } from "./scope.ts";

/** BRANCH-05: whether somebody is present for an organization above theirs, by whichever chain. */
export const isPresentFor = view(
  "BRANCH-05",
  (tx: Reading, trunk: OrganizationId, { organization, person }: Identity): boolean =>
    throughTo(tx, organization, trunk).some(
      (own) => onLinkSince(tx, { trunk: own }, organization, person) !== null,
    ),
);

/**
 * Whether somebody was present for an organization above theirs before this decision, under the employment that
 * is in force now.
 */
export function wasPresentFor(
  tx: Reading,
  trunk: OrganizationId,
  { organization, person }: Identity,
): boolean {
  const before = readBefore(tx, "employment", organization, person);
  const now = read(tx, "employment", organization, person);
  if (before?.inService !== true || before.number !== now?.number) return false;
  return throughBefore(tx, organization, trunk).some((own) =>
    wasOnLink(tx, { trunk: own }, organization, person),
  );
}

/** BRANCH-04: whether somebody is in a book: in service at the Trunk, or present for it. */
export const isInBook = view(
  "BRANCH-04",
  (tx: Reading, trunk: OrganizationId, identity: Identity): boolean =>
    identity.organization === trunk
      ? read(tx, "employment", trunk, identity.person)?.inService === true
      : isPresentFor(tx, trunk, identity),
);

/** SIGHT-02, DIST-07: whoever looks at a book, or acts through its Trunk, is in it. */
export const isOnLink = guard(
  ["SIGHT-02", "DIST-07", "BOTH-01"],
  (tx: Reading, trunk: OrganizationId, identity: Identity) =>
    isInBook(tx, trunk, identity) ? null : refuse("NOT_ON_LINK", { trunk }),
);
