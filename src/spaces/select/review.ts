/** What must hold before a Space admin's decision about an application takes effect. */
import type { ApplicationId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import { actsFor } from "../../directory/select/authority.ts";
import { organizationKnown } from "../../directory/select/organizations.ts";
import { joiningGatesOpen, joinsHaveRoom, memberIsCertified, membersHaveRoom } from "./limits.ts";
import { liveSpace, type Reading, spaceAdminRefusal, spaceOf } from "./spaces.ts";

/** Which application is meant: of whom, to which Space. */
export interface Named {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly application: ApplicationId;
}

/** An application as a command names it: its id may stand alone. */
type Naming = Pick<Named, "application"> & Partial<Named>;

/**
 * PROTO-03: an application named by its id alone is known to the authorized admins of both sides;
 * whatever else was said of it must be so.
 */
const aloneKnown = guard("PROTO-03", (tx: Reading, by: Actor, naming: Naming) => {
  const record = read(tx, "application", naming.application);
  const { application, space = record?.space, organization = record?.organization } = naming;
  const isMeant = space === record?.space && organization === record?.organization;
  const host = record === null ? null : liveSpace(tx, record.space)?.host;
  const knows = [record?.organization, host].some((side) => side && actsFor(tx, by, side));
  return record !== null && isMeant && knows
    ? null
    : refuse("UNKNOWN_APPLICATION", { application });
});

/** Which application is meant, or why none is. */
export function meant(
  tx: Reading,
  by: Actor,
  naming: Naming,
): Named | NonNullable<ReturnType<typeof aloneKnown>> {
  const { space, organization, application } = naming;
  if (space !== undefined && organization !== undefined) {
    return { space, organization, application };
  }
  const unknown = aloneKnown(tx, by, naming);
  if (unknown !== null) return unknown;
  const record = must(tx, "application", application);
  return { space: record.space, organization: record.organization, application };
}

/** Whether an application is that organization's, to that Space. */
export function isApplicationOf(tx: Reading, { space, organization, application }: Named): boolean {
  const record = read(tx, "application", application);
  return record !== null && record.space === space && record.organization === organization;
}

/** ADMIN-03: the organization's own admin applied to this Space, now or earlier. */
const organizationApplied = guard("ADMIN-03", (tx: Reading, { space, organization }: Named) =>
  read(tx, "applicant", space, organization) === null
    ? refuse("APPLICATION_REQUIRED", { space, organization })
    : null,
);

/** PROTO-03: the application is one of that organization's to that Space. */
export const applicationKnown = guard("PROTO-03", (tx: Reading, named: Named) =>
  isApplicationOf(tx, named)
    ? null
    : refuse("UNKNOWN_APPLICATION", { application: named.application }),
);

/** JOIN-05: nothing has been decided about the application yet. */
export const applicationPending = guard("JOIN-05", (tx: Reading, { application }: Named) => {
  const { status } = must(tx, "application", application);
  return status === "pending" ? null : refuse("APPLICATION_NOT_PENDING", { application, status });
});

/** ADMIN-04: Space admins, who know the application, see that it is not theirs to withdraw. */
export const applicationIsOwn = guard(
  "ADMIN-04",
  (tx: Reading, by: Actor, { space, application }: Named) => {
    const record = read(tx, "application", application);
    const reviews = record?.space === space && actsFor(tx, by, spaceOf(tx, space).host);
    if (record === null || !reviews) return null;
    return refuse("NOT_AUTHORIZED_ADMIN", { organization: record.organization });
  },
);

/** JOIN-05: why a rejection is refused, if it is. An ended organization can still be rejected. */
export function rejectionRefusal(tx: Reading, by: Actor, named: Named) {
  return (
    spaceAdminRefusal(tx, by, named.space) ??
    organizationApplied(tx, named) ??
    applicationKnown(tx, named) ??
    applicationPending(tx, named)
  );
}

/**
 * JOIN-05, JOIN-08: why an approval is refused, if it is, as far as it can be told without looking at
 * people. Only the person cap is left to check.
 */
export function reviewRefusal(tx: Reading, by: Actor, named: Named, policy: Policy) {
  const { space, organization } = named;
  return (
    spaceAdminRefusal(tx, by, space) ??
    organizationApplied(tx, named) ??
    // Only of an applicant may the Host learn that it is no more.
    organizationKnown(tx, organization) ??
    applicationKnown(tx, named) ??
    memberIsCertified(tx, organization, policy) ??
    joiningGatesOpen(tx, space, organization, policy) ??
    applicationPending(tx, named) ??
    joinsHaveRoom(tx, by, organization, policy) ??
    membersHaveRoom(tx, space, policy)
  );
}
