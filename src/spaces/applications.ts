/** Applications: filed and withdrawn by the applicant, rejected by the Host. */
import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import { actorIsAuthorizedAdmin } from "../directory/select/authority.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { Review, Scope, SpacesEvents } from "./model.ts";
import { joiningGatesOpen, joinsHaveRoom, memberIsCertified } from "./select/limits.ts";
import {
  applicationIsOwn,
  applicationKnown,
  applicationPending,
  isApplicationOf,
  meant,
  type Named,
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
  liveSpace,
  mainAdminActs,
  mayKnow,
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

/** JOIN-07: no application of this organization to this Space is waiting to be decided. */
const noApplicationPending = guard(
  "JOIN-07",
  (tx: Reading, space: SpaceId, organization: OrganizationId) => {
    const latest = read(tx, "applicant", space, organization);
    if (latest === null) return null;
    const { application } = latest;
    return must(tx, "application", application).status === "pending"
      ? refuse("APPLICATION_ALREADY_PENDING", { application })
      : null;
  },
);

/** Why an application is refused before it comes to the Space it is for. */
function applicantRefusal(
  tx: Reading,
  { at, by, data }: CommandOf<"application.submit">,
  organization: OrganizationId,
  policy: Policy,
) {
  const unauthorized =
    organizationKnown(tx, organization) ??
    actorIsAuthorizedAdmin(tx, by, organization) ??
    mainAdminActs(tx, by, organization, policy);
  if (unauthorized !== null) return unauthorized;
  return (
    invitationValid(tx, data.invitation, at) ??
    invitationHasUse(tx, data.invitation, organization) ??
    scopeNamesKnown(tx, organization, data.scope ?? NOBODY) ??
    memberIsCertified(tx, organization, policy)
  );
}

/** Why an application is refused by what the applicant is to the Space, or by its limits. */
function spaceRefusal(
  tx: Reading,
  { by, data }: CommandOf<"application.submit">,
  { space, organization }: { readonly space: SpaceId; readonly organization: OrganizationId },
  policy: Policy,
) {
  return (
    joiningGatesOpen(tx, space, organization, policy) ??
    idFree(tx, "application", data.application) ??
    applicantIsNotHost(tx, space, organization) ??
    applicantIsNoMember(tx, space, organization) ??
    noApplicationPending(tx, space, organization) ??
    scopeIsOwn(organization, data.scope ?? NOBODY) ??
    joinsHaveRoom(tx, by, organization, policy)
  );
}

/** JOIN-03, JOIN-06: records the application, be it the first or not; nothing else changes. */
const apply = effect(
  ["JOIN-03", "JOIN-04", "JOIN-06"],
  (tx: Deciding, wish: SpacesEvents["application.submitted"]): void => {
    emit(tx, "application.submitted", wish);
  },
);

/** An organization's admin asks that it may join a Space. */
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
  const early = applicantRefusal(tx, command, organization, policy);
  if (early !== null) return early;
  const { space } = must(tx, "invitation", invitation);
  const refusal = spaceRefusal(tx, command, { space, organization }, policy);
  if (refusal !== null) return refusal;
  const applied = appliedScope(tx, organization, scope);
  apply(tx, { space, organization, application, invitation, scope: applied });
  return null;
}

/**
 * PROTO-03: the Space is known to whoever withdraws: anybody else to whom it is, or an organization
 * that names an application of its own to that Space, whatever became of it.
 */
const spaceKnownToApplicant = guard("PROTO-03", (tx: Reading, named: Named) => {
  const { space, organization } = named;
  const unknown = organizationKnown(tx, organization);
  if (unknown !== null) return unknown;
  const own = isApplicationOf(tx, named);
  // A decided application says what became of it, and nothing of what became of the Space since.
  const decided = own && must(tx, "application", named.application).status !== "pending";
  const known =
    decided || (liveSpace(tx, space) !== null && (own || mayKnow(tx, space, organization)));
  return known ? null : refuse("UNKNOWN_SPACE", { space });
});

/** JOIN-06, JOIN-19: the application is off the table; the organization may apply again. */
const withdraw = effect(["JOIN-06", "JOIN-19"], (tx: Deciding, named: Named): void => {
  const usesLeft = usesLeftAfter(tx, named.application);
  emit(tx, "application.withdrawn", { ...named, usesLeft });
});

/** An applicant's admin takes its application back. */
export function withdrawApplication(
  tx: Deciding,
  { by, data }: CommandOf<"application.withdraw">,
  policy: Policy,
) {
  const { space, application } = data;
  const one = space === undefined ? meant(tx, by, data) : { space, application };
  if ("code" in one) return one;
  if (!("organization" in by)) return refuse("UNKNOWN_SPACE", { space: one.space });
  const { organization } = by;
  const named = { ...one, organization };
  const refusal =
    spaceKnownToApplicant(tx, named) ??
    actorIsAuthorizedAdmin(tx, by, organization) ??
    applicationIsOwn(tx, by, named) ??
    mainAdminActs(tx, by, organization, policy) ??
    applicationKnown(tx, named) ??
    applicationPending(tx, named);
  if (refusal === null) withdraw(tx, named);
  return refusal;
}

/** JOIN-05, JOIN-19: nothing but the application's status changes, and it gives its use back. */
const reject = effect(["JOIN-05", "JOIN-19"], (tx: Deciding, review: Review): void => {
  const usesLeft = usesLeftAfter(tx, review.application);
  emit(tx, "application.rejected", { ...review, usesLeft });
});

/** A Space admin says no. */
export function rejectApplication(tx: Deciding, { by, data }: CommandOf<"application.reject">) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  const refusal = rejectionRefusal(tx, by, named);
  if (refusal === null) reject(tx, { ...named, reason: data.reason ?? null });
  return refusal;
}
