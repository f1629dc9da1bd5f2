/** What must hold before a decision about an application takes effect. */
import type { ApplicationId, OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { identitiesOf, naturalOf } from "../../directory/select/naturals.ts";
import { organizationKnown } from "../../directory/select/organizations.ts";
import type { Container, InSpace, InTrunk, Within } from "../model.ts";
import { applicantKey, containerOf, isSameContainer } from "./container.ts";
import { actsTowards, containerAdminRefusal, upperOf } from "./doors.ts";
import { joiningGatesOpen, joinsHaveRoom, memberIsCertified, membersHaveRoom } from "./limits.ts";
import { type Reading, spaceAdminRefusal } from "./spaces.ts";

/** Which application is meant: of whom, to which Space or Trunk. */
export type Named = Within<{
  readonly organization: OrganizationId;
  readonly application: ApplicationId;
}>;

/** An application as a command names it: its id may stand alone. */
interface Naming extends Partial<InSpace>, Partial<InTrunk> {
  readonly application: ApplicationId;
  readonly organization?: OrganizationId;
}

/** The Space or Trunk that a command names; `null` if it leaves that to the application. */
export const namedContainer = ({ space, trunk }: Omit<Naming, "application">): Container | null =>
  trunk !== undefined ? { trunk } : space !== undefined ? { space } : null;

/**
 * PROTO-03: an application named by its id alone is known to the authorized admins of both sides;
 * whatever else was said of it must be so.
 */
const aloneKnown = guard("PROTO-03", (tx: Reading, by: Actor, naming: Naming) => {
  const record = read(tx, "application", naming.application);
  const { application } = naming;
  const unknown = refuse("UNKNOWN_APPLICATION", { application });
  if (record === null) return unknown;
  const { organization = record.organization } = naming;
  const of = namedContainer(naming) ?? record;
  const isMeant = isSameContainer(of, record) && organization === record.organization;
  const sides = [record.organization, upperOf(tx, record)];
  const knows = sides.some((side) => side && actsTowards(tx, by, record, side));
  return isMeant && knows ? null : unknown;
});

/** Which application is meant, or why none is. */
export function meant(
  tx: Reading,
  by: Actor,
  naming: Naming,
): Named | NonNullable<ReturnType<typeof aloneKnown>> {
  const { organization, application } = naming;
  const of = namedContainer(naming);
  if (of !== null && organization !== undefined) return { ...of, organization, application };
  const unknown = aloneKnown(tx, by, naming);
  if (unknown !== null) return unknown;
  const record = must(tx, "application", application);
  return { ...containerOf(record), organization: record.organization, application };
}

/** Whether an application is that organization's, to that Space or Trunk. */
export function isApplicationOf(tx: Reading, named: Named): boolean {
  const record = read(tx, "application", named.application);
  return (
    record !== null && isSameContainer(record, named) && record.organization === named.organization
  );
}

/** ADMIN-03: the organization's own admin applied to this Space or Trunk, now or earlier. */
const organizationApplied = guard(["ADMIN-03", "LINK-03"], (tx: Reading, named: Named) => {
  const { organization } = named;
  return read(tx, ...applicantKey(named, organization)) === null
    ? refuse("APPLICATION_REQUIRED", { ...containerOf(named), organization })
    : null;
});

/** PROTO-03: the application is one of that organization's to that Space. */
export const applicationKnown = guard("PROTO-03", (tx: Reading, named: Named) =>
  isApplicationOf(tx, named)
    ? null
    : refuse("UNKNOWN_APPLICATION", { application: named.application }),
);

/** JOIN-05: nothing has been decided about the application yet. */
export const undecided = guard("JOIN-05", (tx: Reading, { application }: Named) => {
  const { status } = must(tx, "application", application);
  return status === "pending" ? null : refuse("APPLICATION_NOT_PENDING", { application, status });
});

/** JOIN-15: the end of an application that was reached; `null` as long as it can be decided about. */
function endReached(tx: Reading, application: ApplicationId, at: number): number | null {
  const { expiresAt } = must(tx, "application", application);
  return expiresAt === undefined || at < expiresAt ? null : expiresAt;
}

/** JOIN-15: its end is not reached: from then on nothing can be decided about it. */
export const notExpired = guard("JOIN-15", (tx: Reading, { application }: Named, at: number) => {
  const expiresAt = endReached(tx, application, at);
  return expiresAt === null ? null : refuse("APPLICATION_EXPIRED", { application, expiresAt });
});

/** An organization's application that nothing was decided about, if any, and whether its end is reached. */
export function undecidedOf(tx: Reading, of: Container, organization: OrganizationId, at: number) {
  const latest = read(tx, ...applicantKey(of, organization));
  if (latest === null) return null;
  const { application } = latest;
  if (must(tx, "application", application).status !== "pending") return null;
  return { application, over: endReached(tx, application, at) !== null };
}

/** JOIN-05, JOIN-15: the application waits to be decided. */
export const applicationPending = (tx: Reading, named: Named, at: number) =>
  undecided(tx, named) ?? notExpired(tx, named, at);

/** Whether whoever reviews is whoever submitted an application. */
function isSubmitter(tx: Reading, who: Identity, { organization, application }: Named): boolean {
  const { by } = must(tx, "application", application);
  return by !== undefined && naturalOf(tx, who) === naturalOf(tx, { organization, person: by });
}

/** JOIN-17: whoever approves is not on the applicant's side, as far as the policy asks. */
export const reviewerIsIndependent = guard(
  "JOIN-17",
  (tx: Reading, by: Actor, named: Named, { reviewerIndependence }: Policy) => {
    if (reviewerIndependence === "none" || !("organization" in by)) return null;
    const isOfApplicant =
      reviewerIndependence === "person"
        ? isSubmitter(tx, by, named)
        : identitiesOf(tx, naturalOf(tx, by)).some(([each]) => each === named.organization);
    return isOfApplicant ? refuse("REVIEWER_IS_APPLICANT", {}) : null;
  },
);

/** ADMIN-04: Space admins, who know the application, see that it is not theirs to withdraw. */
export const applicationIsOwn = guard("ADMIN-04", (tx: Reading, by: Actor, named: Named) => {
  const record = read(tx, "application", named.application);
  if (record === null || !isSameContainer(record, named)) return null;
  const upper = upperOf(tx, record);
  return upper !== undefined && actsTowards(tx, by, record, upper)
    ? refuse("NOT_AUTHORIZED_ADMIN", { organization: record.organization })
    : null;
});

/** JOIN-16: a rejection says why, where the policy asks for that. */
const reasonGiven = guard("JOIN-16", (reason: string | undefined, { rejectionReason }: Policy) =>
  rejectionReason === "optional" || (reason ?? "").trim() !== ""
    ? null
    : refuse("REASON_REQUIRED", {}),
);

/** JOIN-05: why a rejection is refused, if it is. An ended organization can still be rejected. */
export function rejectionRefusal(
  tx: Reading,
  by: Actor,
  { named, reason }: { readonly named: Named; readonly reason: string | undefined },
  at: number,
  policy: Policy,
) {
  return (
    containerAdminRefusal(tx, by, named, policy) ??
    organizationApplied(tx, named) ??
    applicationKnown(tx, named) ??
    applicationPending(tx, named, at) ??
    reasonGiven(reason, policy)
  );
}

/**
 * JOIN-05, JOIN-08: why an approval is refused, if it is, as far as it can be told without looking at
 * people. Only the person cap is left to check.
 */
export function reviewRefusal(
  tx: Reading,
  by: Actor,
  named: Named & InSpace,
  at: number,
  policy: Policy,
) {
  const { space, organization } = named;
  return (
    spaceAdminRefusal(tx, by, space) ??
    organizationApplied(tx, named) ??
    // Only of an applicant may the Host learn that it is no more.
    organizationKnown(tx, organization) ??
    applicationKnown(tx, named) ??
    memberIsCertified(tx, organization, policy) ??
    joiningGatesOpen(tx, space, organization, policy) ??
    applicationPending(tx, named, at) ??
    reviewerIsIndependent(tx, by, named, policy) ??
    joinsHaveRoom(tx, by, organization, policy) ??
    membersHaveRoom(tx, space, policy)
  );
}
