/** Who may act for an organization. Authority is judged at the moment of the command. */
import { firstThat } from "../../core/guess.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import type { Admin, OrganizationRecord } from "../model.ts";
import { isAble } from "./able.ts";
import { liveOrganization, type Reading } from "./organizations.ts";

/** Whether an admin is a main admin, or a sub-admin with the permission. */
export const isAuthorized = ({ role, spacePermission }: Admin): boolean =>
  role === "main" || spacePermission;

/** Whether a person is, in this organization, a main admin or a sub-admin with the permission. */
function isAuthorizedAdmin(organization: OrganizationRecord, person: PersonId): boolean {
  return organization.admins.some((admin) => admin.person === person && isAuthorized(admin));
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

/**
 * ADMIN-06, HAND-08: whether an organization has an admin who may act for it: authorized, and not
 * suspended. One that ended, or is suspended as a whole, has none.
 */
export const hasAbleAdmin = view(
  ["ADMIN-06", "HAND-08"],
  (tx: Reading, organization: OrganizationId): boolean => {
    const admins = liveOrganization(tx, organization)?.admins.filter(isAuthorized) ?? [];
    return firstThat(admins, ({ person }) => isAble(tx, { organization, person })) !== undefined;
  },
);

/** ADMIN-06: where nobody of an organization may act, platform support says what becomes of its lists. */
export const actorSettlesLists = guard(
  "ADMIN-06",
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    "support" in by && !hasAbleAdmin(tx, organization)
      ? null
      : actorIsAuthorizedAdmin(tx, by, organization),
);

/** SPACE-04, CAP-06, JOIN-12: only platform support staff raise quotas and enable batch invitation. */
export const actorIsSupport = guard(["SPACE-04", "CAP-06", "JOIN-12"], (by: Actor) =>
  "support" in by ? null : refuse("QUOTA_EXPANSION_NOT_AUTHORIZED", { allowed: "support" }),
);
