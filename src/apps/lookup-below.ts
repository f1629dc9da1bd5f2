/** Lists of distributions as they are given: what they name is looked up, and fixed to what it is now. */
import { firstThat } from "../core/guess.ts";
import type { OrganizationId } from "../core/ids.ts";
import { distinct, firstRefusal } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import { refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { read } from "../core/transaction.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { liaisonRoleKnown } from "../roster/select/offices.ts";
import { mountKnown } from "../spaces/select/linking.ts";
import { organizationIsReached, reaches, ticketWith } from "../spaces/select/trunks.ts";
import { fixedNames, fixedWith, sameBy, samePermissionsBy, textOf } from "./fixing.ts";
import type {
  FixedTrunkAudience,
  FixedTrunkPermission,
  TrunkAudience,
  TrunkPermission,
} from "./model.ts";
import type { Reading } from "./select/apps.ts";

/** DIST-02: the people named are present for the Trunk; no others are looked up. */
const peopleKnown = guard(
  "DIST-02",
  (tx: Reading, trunk: OrganizationId, people: readonly Identity[]) => {
    const unknown = firstThat(people, (each) => !isPresentFor(tx, trunk, each));
    return unknown === undefined ? null : refuse("UNKNOWN_PERSON", { ...unknown });
  },
);

/** DIST-02: the departments named are there, at an organization that the Trunk reaches. */
const departmentsKnown = guard(
  "DIST-02",
  (tx: Reading, trunk: OrganizationId, departments: TrunkAudience["departments"] = []) => {
    const unknown = firstThat(
      departments,
      ({ organization, department }) =>
        !reaches(tx, trunk, organization) ||
        read(tx, "department", organization, department)?.removed !== false,
    );
    return unknown === undefined ? null : refuse("UNKNOWN_DEPARTMENT", { ...unknown });
  },
);

/** Why a list cannot be set, if a person or department that it names is unknown to the Trunk. */
export const namesBelowRefusal = (
  tx: Reading,
  trunk: OrganizationId,
  { people = [], departments, mounts = [], roles = [] }: TrunkAudience,
) =>
  peopleKnown(tx, trunk, people) ??
  departmentsKnown(tx, trunk, departments) ??
  firstRefusal(mounts, ({ department }) => mountKnown(tx, trunk, department)) ??
  firstRefusal(roles, (role) => liaisonRoleKnown(tx, trunk, role));

/** Why a list cannot be set, if an organization that it names is not reached. */
export const reachedRefusal = (
  tx: Reading,
  trunk: OrganizationId,
  { organizations = [] }: TrunkAudience,
) =>
  firstRefusal(organizations, ({ organization }) => organizationIsReached(tx, trunk, organization));

/** A list whose names have been found, fixed to what is below the Trunk and to the employments of now. */
export function fixedBelow(
  tx: Reading,
  trunk: OrganizationId,
  audience: TrunkAudience,
): FixedTrunkAudience {
  const { organizations = [], mounts = [], labels = [], levels = [], roles = [] } = audience;
  const order = (organization: OrganizationId) => ticketWith(tx, trunk, organization) ?? 0;
  return {
    organizations: distinct(
      organizations.map(({ organization, alone = false }) => {
        return [organization, order(organization), alone] as const;
      }),
    ),
    mounts: distinct(mounts.map(({ department, alone = false }) => [department, alone] as const)),
    labels: distinct(labels.map(({ label, alone = false }) => [label, alone] as const)),
    levels: [...new Set(levels)],
    roles: [...new Set(roles)],
    ...fixedNames(tx, audience, order),
  };
}

/** A permission with its audience fixed. */
export const fixedPermissionBelow = (
  tx: Reading,
  trunk: OrganizationId,
  permission: TrunkPermission,
): FixedTrunkPermission => fixedWith(permission, (list) => fixedBelow(tx, trunk, list));

/** Whether two lists of permissions are the same. */
export const samePermissionsBelow = (
  left: readonly FixedTrunkPermission[],
  right: readonly FixedTrunkPermission[],
): boolean => samePermissionsBy(left, right, textBelow);

/** Whether two lists are the same, in whatever order. */
export const sameBelow = (
  left: FixedTrunkAudience | null,
  right: FixedTrunkAudience | null,
): boolean => sameBy(left, right, textBelow);

const textBelow = (list: FixedTrunkAudience): string =>
  textOf([
    ...[list.organizations, list.mounts, list.labels, list.levels],
    ...[list.roles, list.departments, list.people],
  ]);
