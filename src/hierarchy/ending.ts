/** Links end: on the word of the Trunk, of a Branch that may leave, or with one of the two. */
import type { OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Recipient } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { allTickets } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import type { LinkNamed } from "../core/refusal-shapes.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, notify } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { actorIsHierarchyAdmin } from "../directory/select/authority.ts";
import { organizationOf } from "../directory/select/organizations.ts";
import { emptyLink } from "../roster/select/emptying.ts";
import type { BranchesPage, SpacesEvents, TrunkPendingPage } from "../spaces/model.ts";
import { pendingIn } from "../spaces/select/container.ts";
import { branchesOf } from "../spaces/select/keys.ts";
import { exitIsDue, leaverIsMainAdmin, noticeAsked } from "../spaces/select/leaving.ts";
import { usesLeftAfter } from "../spaces/select/spaces.ts";
import {
  actorIsTrunkAdmin,
  isLinked,
  mainAdminActsInHierarchy,
  organizationIsLinked,
  trunkKnown,
  trunkOf,
} from "../spaces/select/trunks.ts";
import type { HierarchyEvents } from "./model.ts";
import type { CommandOf, Deciding, Reading } from "./select/hierarchy.ts";

/** UNLINK-02: a Branch does not end its own Link. */
const branchStays = guard("UNLINK-02", (tx: Reading, { trunk, organization }: LinkNamed) =>
  isLinked(tx, trunk, organization) ? refuse("UNLINK_TRUNK_ONLY", { trunk }) : null,
);

/**
 * Whose authority it takes. Of an organization's own people only its admins learn whether it has become a
 * Branch; an ordinary person of an applicant is answered like one of a Branch.
 */
function cancelRefusal(tx: Reading, by: Actor, link: LinkNamed, policy: Policy) {
  const { trunk, organization } = link;
  const own = "organization" in by && by.organization === organization && trunk !== organization;
  const early = own ? (actorIsHierarchyAdmin(tx, by, organization) ?? branchStays(tx, link)) : null;
  return (
    early ??
    actorIsTrunkAdmin(tx, by, trunk) ??
    mainAdminActsInHierarchy(tx, by, trunk, policy) ??
    organizationIsLinked(tx, trunk, organization)
  );
}

/**
 * UNLINK-01, UNLINK-03: its people leave, then the Link ends, with all that the two have said of it; what is
 * below the Branch stays below it. What that means for everybody above follows.
 */
const end = effect(
  ["UNLINK-01", "UNLINK-03", "UNLINK-05"],
  (tx: Deciding, link: SpacesEvents["link.cancelled"]): void => {
    emptyLink(tx, link);
    emit(tx, "link.cancelled", link);
  },
);

/** A Trunk admin cancels a Link. */
export function cancelLink(tx: Deciding, { by, data }: CommandOf<"link.cancel">, policy: Policy) {
  const refusal = trunkKnown(tx, by, data.trunk) ?? cancelRefusal(tx, by, data, policy);
  if (refusal === null) end(tx, { ...data, because: "cancelled" });
  return refusal;
}

/** UNLINK-02: whether Branches may leave at all. */
const branchMayLeave = guard("UNLINK-02", (tx: Reading, link: LinkNamed, policy: Policy) =>
  policy.branchExit === "trunk-only" ? branchStays(tx, link) : null,
);

/** Why somebody does not decide whether a Branch leaves, if so. */
function leaverRefusal(tx: Reading, by: Actor, data: LinkNamed, policy: Policy) {
  const { trunk, organization } = data;
  return (
    trunkKnown(tx, by, trunk) ??
    actorIsHierarchyAdmin(tx, by, organization) ??
    mainAdminActsInHierarchy(tx, by, organization, policy) ??
    leaverIsMainAdmin(tx, by, organization, policy.branchExit) ??
    branchMayLeave(tx, data, policy) ??
    organizationIsLinked(tx, trunk, organization)
  );
}

/** EXIT-07: from this date on the Branch may leave; the Trunk's admins are told. */
const announce = effect(
  "EXIT-07",
  (tx: Deciding, exit: HierarchyEvents["link.leave-announced"]): void => {
    emit(tx, "link.leave-announced", exit);
    const to: Recipient = { kind: "hierarchy-admins", organization: exit.trunk };
    notify(tx, { kind: "BRANCH_LEAVING", to: [to], data: exit });
  },
);

/** EXIT-07: the Branch stays. */
const withdraw = effect("EXIT-07", (tx: Deciding, { trunk, organization }: LinkNamed): void => {
  emit(tx, "link.leave-withdrawn", { trunk, organization });
});

/** A Branch's admin announces its exit, or ends its Link: at once where no notice is asked for. */
export function leaveLink(tx: Deciding, { at, by, data }: CommandOf<"link.leave">, policy: Policy) {
  const { trunk, organization } = data;
  const refusal = leaverRefusal(tx, by, data, policy);
  if (refusal !== null) return refusal;
  const { leaving } = must(tx, "link", trunk, organization);
  const early = exitIsDue(leaving, at, policy);
  if (early !== null) return early;
  const from = noticeAsked(leaving, at, policy);
  if (from === null) end(tx, { trunk, organization, because: "left" });
  else announce(tx, { trunk, organization, from });
  return null;
}

/** A Branch's admin takes the announcement back, if there is one. */
export function stayLinked(tx: Deciding, { by, data }: CommandOf<"link.stay">, policy: Policy) {
  const refusal = leaverRefusal(tx, by, data, policy);
  if (refusal !== null) return refusal;
  const { leaving } = must(tx, "link", data.trunk, data.organization);
  if (leaving !== undefined) withdraw(tx, data);
  return null;
}

/** UNLINK-04: what was applied to an organization that ends is void: nobody will decide it. */
const turnAway = effect("UNLINK-04", (tx: Deciding, trunk: OrganizationId): void => {
  const where = pendingIn({ trunk });
  const { pending } = trunkOf(tx, trunk);
  for (const [, application] of allTickets<TrunkPendingPage["entries"][number]>(
    tx,
    where,
    pending,
  )) {
    const { organization } = must(tx, "application", application);
    const usesLeft = usesLeftAfter(tx, application);
    const reason = null;
    emit(tx, "application.rejected", { trunk, organization, application, reason, usesLeft });
  }
});

/** UNLINK-04: with an organization all its Links end, upwards, then downwards, in their order. */
export const endLinks = effect(
  "UNLINK-04",
  (
    tx: Deciding,
    { data: { organization } }: EventOf<DirectoryEvents, "organization.ended">,
  ): void => {
    const because = "ended";
    for (const trunk of organizationOf(tx, organization).trunks ?? []) {
      end(tx, { trunk, organization, because });
    }
    const { branches } = trunkOf(tx, organization);
    const where = branchesOf(organization);
    for (const [, branch] of allTickets<BranchesPage["entries"][number]>(tx, where, branches)) {
      end(tx, { trunk: organization, organization: branch, because });
    }
    turnAway(tx, organization);
  },
);

/** UNLINK-03: the admins of both sides know that a Link has ended, and why. */
export const noticesOfEnding = effect("UNLINK-03", (tx: Deciding): void => {
  for (const { type, data } of tx.events) {
    if (type !== "link.cancelled" && type !== "link.moved") continue;
    const ended = data as SpacesEvents["link.cancelled"] | SpacesEvents["link.moved"];
    const { organization } = ended;
    const [trunk, because] =
      "replaces" in ended
        ? ([ended.replaces, "moved"] as const)
        : ([ended.trunk, ended.because] as const);
    const to = [trunk, organization].map((each): Recipient => {
      return { kind: "hierarchy-admins", organization: each };
    });
    notify(tx, { kind: "LINK_ENDED", to, data: { trunk, organization, because } });
  }
});
