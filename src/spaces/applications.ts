/** Applications: filed and withdrawn by the applicant, rejected by the Host or Trunk. */
import type { InvitationId, OrganizationId } from "../core/ids.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { daysAfter } from "../core/time.ts";
import { emit, must } from "../core/transaction.ts";
import { organizationKnown } from "../directory/select/organizations.ts";
import type { Container, Review, SpacesEvents } from "./model.ts";
import { NOBODY, submissionRefusal } from "./select/applying.ts";
import { containerOf, isTrunk } from "./select/container.ts";
import {
  mayKnowOf,
  ownAdminRefusal,
  stands,
  strictRefusal,
  unknownContainer,
} from "./select/doors.ts";
import { linkWished, sharedFit } from "./select/linking.ts";
import {
  applicationIsOwn,
  applicationKnown,
  applicationPending,
  isApplicationOf,
  meant,
  type Named,
  namedContainer,
  rejectionRefusal,
  undecidedOf,
} from "./select/review.ts";
import { appliedScope } from "./select/scope.ts";
import { type CommandOf, type Deciding, type Reading, usesLeftAfter } from "./select/spaces.ts";

/** JOIN-15: a new application closes the one whose end has passed, which gives its use back. */
const closeOverdue = effect(
  "JOIN-15",
  (tx: Deciding, of: Container, organization: OrganizationId, at: number): void => {
    const latest = undecidedOf(tx, of, organization, at);
    if (latest === null) return;
    const { application } = latest;
    const usesLeft = usesLeftAfter(tx, application);
    emit(tx, "application.expired", { ...of, organization, application, usesLeft });
  },
);

/** JOIN-15: when an application made now is over, if ever: as the policy and the invitation are now. */
function endOf(tx: Reading, invitation: InvitationId, at: number, policy: Policy) {
  const { applicationLifetimeDays: days, invitationCoversReview } = policy;
  const { expiresAt } = must(tx, "invitation", invitation);
  const ends = [
    ...(days === null ? [] : [daysAfter(at, days)]),
    ...(invitationCoversReview && expiresAt !== null ? [expiresAt] : []),
  ];
  return ends.length === 0 ? {} : { expiresAt: Math.min(...ends) };
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
  { at, by, data }: CommandOf<"application.submit">,
  policy: Policy,
) {
  // Support staff are strangers to every organization and apply for none.
  if (!("organization" in by)) return refuse("NOT_AUTHORIZED_ADMIN", { organization: null });
  const { organization } = by;
  const { application, invitation, scope = NOBODY, replaces = null } = data;
  const applying = { at, by, organization, invitation };
  const refusal =
    sharedFit(data.shared ?? [], policy) ??
    submissionRefusal(tx, applying, { application, scope, replaces }, policy);
  if (refusal !== null) return refusal;
  const of = containerOf(must(tx, "invitation", invitation));
  const wish = {
    organization,
    application,
    invitation,
    by: by.person,
    scope: appliedScope(tx, organization, scope),
    ...endOf(tx, invitation, at, policy),
  };
  closeOverdue(tx, of, organization, at);
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
  { at, by, data }: CommandOf<"application.withdraw">,
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
    applicationPending(tx, named, at);
  if (refusal === null) withdraw(tx, named);
  return refusal;
}

/** JOIN-16: until when whoever is rejected now does not apply again, if so: as the policy is now. */
const pauseFrom = (at: number, { reapplyPauseDays: days }: Policy) =>
  days === 0 ? {} : { reapplyFrom: daysAfter(at, days) };

/** JOIN-05, JOIN-19: nothing but the application's status changes, and it gives its use back. */
const reject = effect(
  ["JOIN-05", "JOIN-19", "LINK-03"],
  (tx: Deciding, review: Review & ReturnType<typeof pauseFrom>): void => {
    const usesLeft = usesLeftAfter(tx, review.application);
    emit(tx, "application.rejected", { ...review, usesLeft });
  },
);

/** An admin of the Space, or of the Trunk, says no. */
export function rejectApplication(
  tx: Deciding,
  { at, by, data }: CommandOf<"application.reject">,
  policy: Policy,
) {
  const named = meant(tx, by, data);
  if ("code" in named) return named;
  const { reason } = data;
  const refusal = rejectionRefusal(tx, by, { named, reason }, at, policy);
  if (refusal === null) reject(tx, { ...named, reason: reason ?? null, ...pauseFrom(at, policy) });
  return refusal;
}
