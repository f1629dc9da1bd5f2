/** Who may act for an organization. Authority is judged at the moment of the command. */
import { firstThat } from "../../core/guess.ts";
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard, view } from "../../core/rule.ts";
import { must, read } from "../../core/transaction.ts";
import type { Admin } from "../model.ts";
import { isAble } from "./able.ts";
import { liveOrganization, type Reading } from "./organizations.ts";

/** What an admin has been made, without who it is. */
export const roleOf = ({ person: _, ...role }: Admin): Omit<Admin, "person"> => role;

/** Whether an admin is a main admin, or a sub-admin with the permission. */
export const isAuthorized = ({ role, spacePermission }: Admin): boolean =>
  role === "main" || spacePermission;

/** HIER-08: the same with the Hierarchy permission; neither stands in for the other. */
export const isHierarchyAdmin = ({ role, hierarchyPermission }: Admin): boolean =>
  role === "main" || hierarchyPermission === true;

/** Whether an actor is a main admin of an organization, in whose name it acts. */
export function actsAsMainAdmin(tx: Reading, by: Actor, organization: OrganizationId): boolean {
  const record = liveOrganization(tx, organization);
  if (record === null || !("person" in by) || by.organization !== organization) return false;
  return record.admins.some(({ person, role }) => person === by.person && role === "main");
}

/** Some admins of an organization, each with the place in the order of hires, and in that order. */
export function adminsByHire(
  tx: Reading,
  organization: OrganizationId,
  isMeant: (admin: Admin) => boolean,
): (readonly [PersonId, ordinal: number])[] {
  const admins = read(tx, "organization", organization)?.admins ?? [];
  return admins
    .filter(isMeant)
    .map(({ person }) => [person, must(tx, "employment", organization, person).ordinal] as const)
    .sort(([, left], [, right]) => left - right);
}

/** The main admins of an organization, in the order of hires. */
export const mainAdminsOf = (tx: Reading, organization: OrganizationId): PersonId[] =>
  adminsByHire(tx, organization, ({ role }) => role === "main").map(([person]) => person);

/** Whether an actor is such an admin of an organization, in whose name it acts. */
function actsAs(
  tx: Reading,
  by: Actor,
  organization: OrganizationId,
  may: (admin: Admin) => boolean,
): boolean {
  if (!("organization" in by) || by.organization !== organization) return false;
  const admins = liveOrganization(tx, organization)?.admins ?? [];
  return admins.some((admin) => admin.person === by.person && may(admin));
}

/** Whether an actor is an authorized admin of an organization, in whose name it acts. */
export const actsFor = (tx: Reading, by: Actor, organization: OrganizationId): boolean =>
  actsAs(tx, by, organization, isAuthorized);

/** Whether an actor is a Hierarchy admin of an organization, in whose name it acts. */
export const actsInHierarchy = (tx: Reading, by: Actor, organization: OrganizationId): boolean =>
  actsAs(tx, by, organization, isHierarchyAdmin);

/**
 * ADMIN-01, ADMIN-02, ADMIN-05: whoever acts on an organization's behalf is its authorized admin, as
 * of now: neither an ordinary employee, nor a sub-admin without the permission, nor a former admin.
 */
export const actorIsAuthorizedAdmin = guard(
  ["ADMIN-01", "ADMIN-02", "ADMIN-05"],
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    actsFor(tx, by, organization) ? null : refuse("NOT_AUTHORIZED_ADMIN", { organization }),
);

/** ADMIN-01, HIER-08: whoever acts on its behalf holds one of the two permissions, whichever. */
export const actorIsAdmin = guard(
  ["ADMIN-01", "ADMIN-02", "ADMIN-05", "HIER-08"],
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    actsFor(tx, by, organization) || actsInHierarchy(tx, by, organization)
      ? null
      : refuse("NOT_AUTHORIZED_ADMIN", { organization }),
);

/**
 * HIER-08: whoever acts on an organization's behalf towards a Trunk is its Hierarchy admin, as of now.
 */
export const actorIsHierarchyAdmin = guard(
  ["HIER-08", "HIER-04", "LINK-02", "BRANCH-01"],
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    actsInHierarchy(tx, by, organization) ? null : refuse("NOT_AUTHORIZED_ADMIN", { organization }),
);

/** An admin with either permission, as is enough for what is an organization's own (28.21). */
const isEither = (admin: Admin): boolean => isAuthorized(admin) || isHierarchyAdmin(admin);

/**
 * ADMIN-06, HAND-08: whether an organization has an admin who may act for it: authorized, and not
 * suspended. One that ended, or is suspended as a whole, has none.
 */
export const hasAbleAdmin = view(
  ["ADMIN-06", "HAND-08"],
  (
    tx: Reading,
    organization: OrganizationId,
    may: (admin: Admin) => boolean = isEither,
  ): boolean => {
    const admins = liveOrganization(tx, organization)?.admins.filter(may) ?? [];
    return firstThat(admins, ({ person }) => isAble(tx, { organization, person })) !== undefined;
  },
);

/** ADMIN-06: where nobody of an organization may act, platform support says what becomes of its lists. */
export const actorSettlesLists = guard(
  "ADMIN-06",
  (tx: Reading, by: Actor, organization: OrganizationId) =>
    "support" in by && !hasAbleAdmin(tx, organization) ? null : actorIsAdmin(tx, by, organization),
);

/** SPACE-04, CAP-06, JOIN-12: only platform support staff raise quotas and enable batch invitation. */
export const actorIsSupport = guard(["SPACE-04", "CAP-06", "JOIN-12"], (by: Actor) =>
  "support" in by ? null : refuse("QUOTA_EXPANSION_NOT_AUTHORIZED", { allowed: "support" }),
);
