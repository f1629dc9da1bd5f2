/** Leaving as a whole: the Host cancels an Association, or the Member leaves where the policy lets it. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, notify } from "../core/transaction.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import type { MemberOf, SpacesEvents } from "./model.ts";
import { exitIsDue, leaverIsMainAdmin, noticeAsked } from "./select/leaving.ts";
import { keptFrom } from "./select/retained.ts";
import {
  actorIsSpaceAdmin,
  type CommandOf,
  type Deciding,
  isMember,
  mainAdminActs,
  organizationIsMember,
  type Reading,
  spaceKnown,
  spaceOf,
} from "./select/spaces.ts";

/** EXIT-03: a Member does not cancel its own Association. */
const memberStays = guard("EXIT-03", (tx: Reading, space: SpaceId, organization: OrganizationId) =>
  isMember(tx, space, organization) ? refuse("WHOLE_ORG_EXIT_HOST_ONLY", { space }) : null,
);

/**
 * Whose authority it takes. Of an organization's own people only its admins learn whether it has
 * become a Member; an ordinary person of an applicant is answered like one of a Member.
 */
function cancelRefusal(tx: Reading, by: Actor, space: SpaceId, organization: OrganizationId) {
  const guest =
    "organization" in by &&
    by.organization === organization &&
    spaceOf(tx, space).host !== organization;
  const own = guest
    ? (actorIsAuthorizedAdmin(tx, by, organization) ?? memberStays(tx, space, organization))
    : null;
  return own ?? actorIsSpaceAdmin(tx, by, space) ?? organizationIsMember(tx, space, organization);
}

/**
 * EXIT-01: the organization takes no part any more: scope, visibility, Folder place and partner type
 * go with the Association, but for what is kept should it be back (EXIT-09), and a place under each limit is free.
 * Its people's leaving follows.
 */
export const cancel = effect(
  "EXIT-01",
  (tx: Deciding, end: SpacesEvents["association.cancelled"]): void => {
    emit(tx, "association.cancelled", end);
  },
);

/** A Space admin cancels a Member's Association. */
export function cancelAssociation(
  tx: Deciding,
  { at, by, data }: CommandOf<"association.cancel">,
  policy: Policy,
) {
  const { space, organization } = data;
  const refusal = spaceKnown(tx, by, space) ?? cancelRefusal(tx, by, space, organization);
  if (refusal === null) {
    cancel(tx, { space, organization, because: "cancelled", ...keptFrom(at, policy) });
  }
  return refusal;
}

/** EXIT-07: whether Members may leave on their own word at all. */
const memberMayLeave = guard(
  "EXIT-07",
  (tx: Reading, { space, organization }: MemberOf, policy: Policy) =>
    policy.memberExit === "host-only" ? memberStays(tx, space, organization) : null,
);

/** Why somebody does not decide whether a Member leaves, if so. */
function leaverRefusal(tx: Reading, by: Actor, data: MemberOf, policy: Policy) {
  const { space, organization } = data;
  return (
    spaceKnown(tx, by, space) ??
    actorIsAuthorizedAdmin(tx, by, organization) ??
    (spaceOf(tx, space).host === organization
      ? null
      : mainAdminActs(tx, by, organization, policy)) ??
    leaverIsMainAdmin(tx, by, organization, policy.memberExit) ??
    memberMayLeave(tx, data, policy) ??
    organizationIsMember(tx, space, organization)
  );
}

/** EXIT-07: from this date on the Member may leave; the Space's admins are told. */
const announce = effect(
  "EXIT-07",
  (tx: Deciding, exit: SpacesEvents["association.leave-announced"]): void => {
    emit(tx, "association.leave-announced", exit);
    const { space } = exit;
    notify(tx, { kind: "MEMBER_LEAVING", to: [{ kind: "space-admins", space }], data: exit });
  },
);

/** EXIT-07: the Member stays. */
const withdraw = effect("EXIT-07", (tx: Deciding, { space, organization }: MemberOf): void => {
  emit(tx, "association.leave-withdrawn", { space, organization });
});

/** A Member's admin announces its exit, or leaves: at once where no notice is asked for. */
export function leaveAssociation(
  tx: Deciding,
  { at, by, data }: CommandOf<"association.leave">,
  policy: Policy,
) {
  const { space, organization } = data;
  const refusal = leaverRefusal(tx, by, data, policy);
  if (refusal !== null) return refusal;
  const { leaving } = must(tx, "association", space, organization);
  const early = exitIsDue(leaving, at, policy);
  if (early !== null) return early;
  const from = noticeAsked(leaving, at, policy);
  if (from === null) {
    cancel(tx, { space, organization, because: "left", ...keptFrom(at, policy) });
  } else announce(tx, { space, organization, from });
  return null;
}

/** A Member's admin takes the announcement back, if there is one. */
export function stayInSpace(
  tx: Deciding,
  { by, data }: CommandOf<"association.stay">,
  policy: Policy,
) {
  const refusal = leaverRefusal(tx, by, data, policy);
  if (refusal !== null) return refusal;
  const { leaving } = must(tx, "association", data.space, data.organization);
  if (leaving !== undefined) withdraw(tx, data);
  return null;
}
