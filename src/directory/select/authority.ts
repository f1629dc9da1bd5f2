/** Who may act for an organization. Authority is judged at the moment of the command. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import type { OrganizationRecord } from "../model.ts";
import { liveOrganization, type Reading } from "./organizations.ts";

/** Whether a person is, in this organization, a main admin or a sub-admin with the permission. */
function isAuthorizedAdmin(organization: OrganizationRecord, person: PersonId): boolean {
  return organization.admins.some(
    (admin) => admin.person === person && (admin.role === "main" || admin.spacePermission),
  );
}

/** Whether a person is a main admin of this organization. */
export function isMainAdmin(organization: OrganizationRecord, person: PersonId): boolean {
  return organization.admins.some((admin) => admin.person === person && admin.role === "main");
}

/** Whether an actor is an authorized admin of an organization, in whose name it acts. */
export function actsFor(tx: Reading, by: Actor, organization: OrganizationId): boolean {
  if (!("organization" in by) || by.organization !== organization) return false;
  const record = liveOrganization(tx, organization);
  return record !== null && isAuthorizedAdmin(record, by.person);
}

/**
 * ADMIN-01, ADMIN-02, ADMIN-05: whoever acts on an organization's behalf is its authorized admin, as
 * of now: neither an ordinary employee, nor a sub-admin without the permission, nor a former admin.
 */
export const actorIsAuthorizedAdmin = guard(
  ["ADMIN-01", "ADMIN-02", "ADMIN-05"],
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    actsFor(tx, by, organization) ? null : refuse("NOT_AUTHORIZED_ADMIN", { organization }),
);

/** SPACE-04, CAP-06, JOIN-12: only platform support staff raise quotas and enable batch invitation. */
export const actorIsSupport = guard(["SPACE-04", "CAP-06", "JOIN-12"], (by: Actor) =>
  "support" in by ? null : refuse("QUOTA_EXPANSION_NOT_AUTHORIZED", { allowed: "support" }),
);
