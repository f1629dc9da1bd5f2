/** Applications: filed and withdrawn by the applicant, rejected by the Host or Trunk. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { Container, Review, Scope, SpacesEvents } from "./model.ts";
import { applicantKey, containerOf, isTrunk } from "./select/container.ts";
import {
  mayKnowOf,
  ownAdminRefusal,
  stands,
  strictRefusal,
  unknownContainer,
} from "./select/doors.ts";
import { joiningGatesOpen, joinsHaveRoom, memberIsCertified } from "./select/limits.ts";
import {
  applicantIsNotLinked,
  branchIsCertified,
  closesNoCircle,
  linkingUnderSsoAllowed,
  linkWished,
  replacedIsLinked,
  sharedFit,
  trunksHaveRoom,
} from "./select/linking.ts";
import {
  applicationIsOwn,
  applicationKnown,
  applicationPending,
  isApplicationOf,
  meant,
  type Named,
  namedContainer,
  rejectionRefusal,
} from "./select/review.ts";
import { appliedScope, scopeIsOwn, scopeNamesKnown } from "./select/scope.ts";
import {
  type CommandOf,
  type Deciding,
  idFree,
  invitationHasUse,
  invitationValid,
  isMember,
  type Reading,
  spaceOf,
  usesLeftAfter,
} from "./select/spaces.ts";

/** An omitted scope: the organization joins with nobody (JOIN-04). */
const NOBODY: Scope = {};

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
  (tx: Reading, of: Container, organization: OrganizationId) => {
    const latest = read(tx, ...applicantKey(of, organization));
    if (latest === null) return null;
    const { application } = latest;
    return must(tx, "application", application).status === "pending"
      ? refuse("APPLICATION_ALREADY_PENDING", { application })
      : null;
  },
);

/** Why an application is refused before it comes to the Space or Trunk it is for. */
function applicantRefusal(
  tx: Reading,
  { at, by, data }: CommandOf<"application.submit">,
  organization: OrganizationId,
  policy: Policy,
) {
  const useless =
    invitationValid(tx, data.invitation, at) ?? invitationHasUse(tx, data.invitation, organization);
  // Only an invitation that opens the way says to what: of any other nobody learns whose it was (28.10).
  const of = useless === null ? containerOf(must(tx, "invitation", data.invitation)) : null;
  const unauthorized =
    organizationKnown(tx, organization) ??
    ownAdminRefusal(tx, by, of, organization) ??
    strictRefusal(tx, by, of, organization, policy);
  if (unauthorized !== null) return unauthorized;
  return useless ?? scopeNamesKnown(tx, organization, data.scope ?? NOBODY);
}

/** Why an application is refused by what the applicant is to the Space, or by its limits. */
function spaceRefusal(
  tx: Reading,
  { by, data }: CommandOf<"application.submit">,
  { space, organization }: { readonly space: SpaceId; readonly organization: OrganizationId },
  policy: Policy,
) {
  return (
    memberIsCertified(tx, organization, policy) ??
    joiningGatesOpen(tx, space, organization, policy) ??
    idFree(tx, "application", data.application) ??
    applicantIsNotHost(tx, space, organization) ??
    applicantIsNoMember(tx, space, organization) ??
    noApplicationPending(tx, { space }, organization) ??
    scopeIsOwn(organization, data.scope ?? NOBODY) ??
    joinsHaveRoom(tx, by, organization, policy)
  );
}

/** LINK-02: the same for a Trunk; a circle, and having too many Trunks, show early. */
function trunkRefusal(
  tx: Reading,
  { by, data }: CommandOf<"application.submit">,
  {
    trunk,
    organization,
  }: { readonly trunk: OrganizationId; readonly organization: OrganizationId },
  policy: Policy,
) {
  const link = { organization, replaces: data.replaces ?? null };
  return (
    branchIsCertified(tx, organization, policy) ??
    linkingUnderSsoAllowed(tx, trunk, organization, policy) ??
    idFree(tx, "application", data.application) ??
    applicantIsNotLinked(tx, trunk, organization) ??
    noApplicationPending(tx, { trunk }, organization) ??
    replacedIsLinked(tx, link) ??
    closesNoCircle(tx, trunk, organization) ??
    scopeIsOwn(organization, data.scope ?? NOBODY) ??
    trunksHaveRoom(tx, by, link, policy)
  );
}

/** JOIN-03, JOIN-06: records the application, be it the first or not; nothing else changes. */
const apply = effect(
  ["JOIN-03", "JOIN-04", "JOIN-06", "LINK-02"],
  (tx: Deciding, wish: SpacesEvents["application.submitted"]): void => {
    emit(tx, "application.submitted", wish);
  },
);

/** An organization's admin asks that it may join a Space, or be linked to a Trunk. */
export function submitApplication(
  tx: Deciding,
  command: CommandOf<"application.submit">,
  policy: Policy,
) {
  const { by, data } = command;
  // Support staff are strangers to every organization and apply for none.
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  const { organization } = by;
  const { application, invitation, scope = NOBODY } = data;
  const early =
    sharedFit(data.shared ?? [], policy) ?? applicantRefusal(tx, command, organization, policy);
  if (early !== null) return early;
  const of = containerOf(must(tx, "invitation", invitation));
  const refusal = isTrunk(of)
    ? trunkRefusal(tx, command, { ...of, organization }, policy)
    : spaceRefusal(tx, command, { ...of, organization }, policy);
  if (refusal !== null) return refusal;
  const wish = {
    organization,
    application,
    invitation,
    scope: appliedScope(tx, organization, scope),
  };
  if (isTrunk(of)) apply(tx, { ...of, ...wish, ...linkWished(data, policy) });
  else apply(tx, { ...of, ...wish });
  return null;
}

/**
 * PROTO-03, HIER-08: the Space, or Trunk, is known to whoever withdraws: anybody else to whom it is, or an
 * organization that names an application of its own to it, whatever became of it.
 */
const knownToApplicant = guard(["PROTO-03", "HIER-08"], (tx: Reading, named: Named) => {
  const { organization } = named;
  const unknown = organizationKnown(tx, organization);
  if (unknown !== null) return unknown;
  const own = isApplicationOf(tx, named);
  // A decided application says what became of it, and nothing of what became of the Space since.
  const decided = own && must(tx, "application", named.application).status !== "pending";
  const known = decided || (stands(tx, named) && (own || mayKnowOf(tx, named, organization)));
  return known ? null : unknownContainer(named);
});

/** JOIN-06, JOIN-19: the application is off the table; the organization may apply again. */
const withdraw = effect(["JOIN-06", "JOIN-19", "LINK-03"], (tx: Deciding, named: Named): void => {
  const usesLeft = usesLeftAfter(tx, named.application);
  emit(tx, "application.withdrawn", { ...named, usesLeft });
});

/** An applicant's admin takes its application back. */
export function withdrawApplication(
  tx: Deciding,
  { by, data }: CommandOf<"application.withdraw">,
  policy: Policy,
) {
  const { application } = data;
  const of = namedContainer(data);
  const one = of === null ? meant(tx, by, data) : { ...of, application };
  if ("code" in one) return one;
  if (!("organization" in by)) return unknownContainer(one);
  const { organization } = by;
  const named = { ...containerOf(one), organization, application };
  const refusal =
    knownToApplicant(tx, named) ??
    ownAdminRefusal(tx, by, named, organization) ??
    applicationIsOwn(tx, by, named) ??
    strictRefusal(tx, by, named, organization, policy) ??
    applicationKnown(tx, named) ??
    applicationPending(tx, named);
  if (refusal === null) withdraw(tx, named);
  return refusal;
}

/** JOIN-05, JOIN-19: nothing but the application's status changes, and it gives its use back. */
const reject = effect(["JOIN-05", "JOIN-19", "LINK-03"], (tx: Deciding, review: Review): void => {
  const usesLeft = usesLeftAfter(tx, review.application);
  emit(tx, "application.rejected", { ...review, usesLeft });
});

/** An admin of the Space, or of the Trunk, says no. */
export function rejectApplication(
  tx: Deciding,
  { by, data }: CommandOf<"application.reject">,
  policy: Policy,
) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  const refusal = rejectionRefusal(tx, by, named, policy);
  if (refusal === null) reject(tx, { ...named, reason: data.reason ?? null });
  return refusal;
}
