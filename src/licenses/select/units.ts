/** What every command and question about a unit asks first: who distributes, and whether it is linked. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { actsFor, actsInHierarchy } from "../../directory/select/authority.ts";
import { actorKnown, isMember, spaceKnown, spaceOf } from "../../spaces/select/spaces.ts";
import type { LicenseUnit, LinkedUnit, PoolUnit } from "../model.ts";
import { unitCovering } from "./holding.ts";
import { poolOf, type Reading, unitListed, unitNamed } from "./pool.ts";

/** The Host whose pool a unit belongs to; a guard has found the Space. */
export function hostOf(tx: Reading, unit: LicenseUnit): OrganizationId {
  return unit.kind === "host" ? unit.organization : spaceOf(tx, unit.space).host;
}

/**
 * LIC-01: only the Host's authorized admins distribute its licenses: they link and unlink, grant and
 * revoke, choose automatic departments (LIC-09), and look at the pool. For the pool as a whole and the
 * Host's own unit either permission does, for a linked unit that for Spaces (28.21).
 */
export const actorDistributes = guard(
  ["LIC-01", "LIC-09", "LIC-17"],
  (tx: Reading, by: Actor, host: OrganizationId, unit: LicenseUnit["kind"]) =>
    actsFor(tx, by, host) || (unit === "host" && actsInHierarchy(tx, by, host))
      ? null
      : refuse("LICENSE_HOST_ONLY", { allowed: "host" }),
);

/**
 * Why a command or question about a unit is refused to this actor, if it is. Another organization's
 * own unit is refused whether or not there is such an organization.
 */
export function distributionRefusal(tx: Reading, by: Actor, unit: LicenseUnit) {
  const unknown = unit.kind === "host" ? actorKnown(tx, by) : spaceKnown(tx, by, unit.space);
  return unknown ?? actorDistributes(tx, by, hostOf(tx, unit), unit.kind);
}

/** LIC-03: Downstream licenses are granted in linked units only; the Host's own needs no link. */
export const unitIsLinked = guard(
  "LIC-03",
  (tx: Reading, host: OrganizationId, unit: LicenseUnit) =>
    unit.kind === "host" || unitListed(poolOf(tx, host), unit) !== undefined
      ? null
      : refuse("UNIT_NOT_LINKED", unitNamed(unit)),
);

/** Whether an organization's people are accounted for in a unit. */
export function isInUnit(tx: Reading, unit: LinkedUnit, organization: OrganizationId): boolean {
  const covered = unit.kind === "space" || unit.organization === organization;
  return covered && isMember(tx, unit.space, organization);
}

/** LIC-09: the departments are of a Member of the unit. */
export const organizationInUnit = guard(
  "LIC-09",
  (tx: Reading, unit: LinkedUnit, organization: OrganizationId) =>
    isInUnit(tx, unit, organization)
      ? null
      : refuse("NOT_A_MEMBER", { space: unit.space, organization }),
);

/** Where a Member's people are accounted for in a Space. */
export interface Downstream {
  readonly host: OrganizationId;
  readonly unit: PoolUnit;
}

/** The linked unit of an identity's organization in a Space, if there is one; the Host has none there. */
export function downstreamUnit(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
): Downstream | null {
  const { host } = spaceOf(tx, space);
  if (host === organization) return null;
  const unit = unitCovering(poolOf(tx, host), space, organization);
  return unit === undefined ? null : { host, unit };
}

/** A unit that a guard has found linked, as its pool lists it; `null` is the Host's own. */
export function listedUnit(
  tx: Reading,
  host: OrganizationId,
  unit: LicenseUnit | LinkedUnit,
): PoolUnit | null {
  return unit.kind === "host" ? null : (unitListed(poolOf(tx, host), unit) as PoolUnit);
}
