/** What applying with an invitation is refused with: one answer for it, and for whoever asks first. */
import type { ApplicationId, InvitationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { organizationKnown } from "../../directory/select/organizations.ts";
import type { Container, InSpace, InTrunk, Scope } from "../model.ts";
import { applicantKey, containerOf, isTrunk } from "./container.ts";
import { ownAdminRefusal, strictRefusal } from "./doors.ts";
import { joiningGatesOpen, joinsHaveRoom, memberIsCertified } from "./limits.ts";
import {
  applicantIsNotLinked,
  branchIsCertified,
  closesNoCircle,
  linkingUnderSsoAllowed,
  replacedIsLinked,
  trunksHaveRoom,
} from "./linking.ts";
import { undecidedOf } from "./review.ts";
import { scopeIsOwn, scopeNamesKnown } from "./scope.ts";
import { hasUseLeft, idFree, invitationValid, isMember, type Reading, spaceOf } from "./spaces.ts";

/** Who applies, for whom, with which invitation. */
export interface Applying {
  readonly at: number;
  readonly by: Actor;
  readonly organization: OrganizationId;
  readonly invitation: InvitationId;
}

/** What is asked for: under which id, `null` where nobody applies yet; with whom; in place of which Link. */
export interface Wish {
  readonly application: ApplicationId | null;
  readonly scope: Scope;
  readonly replaces: OrganizationId | null;
}

/** An omitted scope: the organization joins with nobody (JOIN-04). */
export const NOBODY: Scope = {};

/** SPACE-05, JOIN-07: a Host does not join its own Space. */
const applicantIsNotHost = guard(
  ["SPACE-05", "JOIN-07"],
  (tx: Reading, space: SpaceId, organization: OrganizationId) =>
    spaceOf(tx, space).host === organization
      ? refuse("HOST_CANNOT_JOIN_OWN_SPACE", { space })
      : null,
);

/** JOIN-07: the applicant is no Member yet. */
const applicantIsNoMember = guard(
  "JOIN-07",
  (tx: Reading, space: SpaceId, organization: OrganizationId) =>
    isMember(tx, space, organization) ? refuse("ALREADY_MEMBER", { space }) : null,
);

/** JOIN-07, LINK-04: no application of this organization to this Space or Trunk waits to be decided. */
const noApplicationPending = guard(
  ["JOIN-07", "LINK-04"],
  (tx: Reading, of: Container, organization: OrganizationId, at: number) => {
    const latest = undecidedOf(tx, of, organization, at);
    return latest === null || latest.over
      ? null
      : refuse("APPLICATION_ALREADY_PENDING", { application: latest.application });
  },
);

/** JOIN-16: the pause after a rejection is over, or an invitation has ended it. */
const pauseIsOver = guard(
  "JOIN-16",
  (tx: Reading, of: Container, organization: OrganizationId, at: number) => {
    const until = read(tx, ...applicantKey(of, organization))?.reapplyFrom;
    return until === undefined || at >= until ? null : refuse("REAPPLY_TOO_SOON", { until });
  },
);

/**
 * JOIN-19: the invitation is not used up, or this organization was made a Member by it once, or its own
 * application through it is over and gives its use back (JOIN-15).
 */
const invitationHasUse = guard(
  ["JOIN-19", "JOIN-15"],
  (tx: Reading, invitation: InvitationId, organization: OrganizationId, at: number) => {
    const record = must(tx, "invitation", invitation);
    if (hasUseLeft(record)) return null;
    const use = read(tx, "use", invitation, organization);
    const again =
      use?.member === true ||
      (use !== null && undecidedOf(tx, record, organization, at)?.over === true);
    return again ? null : refuse("INVITATION_NOT_VALID", { invitation });
  },
);

/** JOIN-13: the invitation is meant for this organization, or for anyone. */
const invitationIsFor = guard(
  "JOIN-13",
  (tx: Reading, invitation: InvitationId, organization: OrganizationId) =>
    must(tx, "invitation", invitation).for?.includes(organization) === false
      ? refuse("INVITATION_NOT_ADDRESSED", { invitation })
      : null,
);

/**
 * Where an invitation leads this organization, or why nowhere. Only one that opens the way says to what: of
 * any other nobody learns whose it was (28.10).
 */
export function openedBy(tx: Reading, { at, organization, invitation }: Applying) {
  const closed =
    invitationValid(tx, invitation, at) ??
    invitationHasUse(tx, invitation, organization, at) ??
    invitationIsFor(tx, invitation, organization);
  return closed === null
    ? { closed, of: containerOf(must(tx, "invitation", invitation)) }
    : { closed, of: null };
}

/** Why an actor does not apply for an organization, be it here or anywhere, if so. */
export const applicantRefusal = (
  tx: Reading,
  { by, organization }: Applying,
  of: Container | null,
) => organizationKnown(tx, organization) ?? ownAdminRefusal(tx, by, of, organization);

const newIdFree = (tx: Reading, { application }: Wish) =>
  application === null ? null : idFree(tx, "application", application);

/** Why an application is refused by what the applicant is to the Space, or by its limits. */
function spaceRefusal(
  tx: Reading,
  { at, by, organization }: Applying,
  { space }: InSpace,
  wish: Wish,
  policy: Policy,
) {
  return (
    memberIsCertified(tx, organization, policy) ??
    joiningGatesOpen(tx, space, organization, policy) ??
    newIdFree(tx, wish) ??
    applicantIsNotHost(tx, space, organization) ??
    applicantIsNoMember(tx, space, organization) ??
    noApplicationPending(tx, { space }, organization, at) ??
    pauseIsOver(tx, { space }, organization, at) ??
    scopeIsOwn(organization, wish.scope) ??
    joinsHaveRoom(tx, by, organization, policy)
  );
}

/** LINK-02: the same for a Trunk; a circle, and having too many Trunks, show early. */
function trunkRefusal(
  tx: Reading,
  { at, by, organization }: Applying,
  { trunk }: InTrunk,
  wish: Wish,
  policy: Policy,
) {
  const link = { organization, replaces: wish.replaces };
  return (
    branchIsCertified(tx, organization, policy) ??
    linkingUnderSsoAllowed(tx, trunk, organization, policy) ??
    newIdFree(tx, wish) ??
    applicantIsNotLinked(tx, trunk, organization) ??
    noApplicationPending(tx, { trunk }, organization, at) ??
    pauseIsOver(tx, { trunk }, organization, at) ??
    replacedIsLinked(tx, link) ??
    closesNoCircle(tx, trunk, organization) ??
    scopeIsOwn(organization, wish.scope) ??
    trunksHaveRoom(tx, by, link, policy)
  );
}

/** Why an application is refused, if it is. */
export function submissionRefusal(tx: Reading, applying: Applying, wish: Wish, policy: Policy) {
  const { by, organization } = applying;
  const { closed, of } = openedBy(tx, applying);
  const early =
    applicantRefusal(tx, applying, of) ?? strictRefusal(tx, by, of, organization, policy);
  if (early !== null) return early;
  if (closed !== null) return closed;
  return (
    scopeNamesKnown(tx, organization, wish.scope) ??
    (isTrunk(of)
      ? trunkRefusal(tx, applying, of, wish, policy)
      : spaceRefusal(tx, applying, of, wish, policy))
  );
}
