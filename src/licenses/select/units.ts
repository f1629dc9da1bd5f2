/** What every command and question about a unit asks first: who distributes, and whether it is linked. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { actsFor, actsInHierarchy } from "../../directory/select/authority.ts";
import { isPresentFor } from "../../roster/select/book.ts";
import { isPresent } from "../../roster/select/presence.ts";
import type { Container } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { actorKnown, isMember, spaceKnown, spaceOf } from "../../spaces/select/spaces.ts";
import { organizationIsReached, reaches, trunkKnown } from "../../spaces/select/trunks.ts";
import type {
  HierarchyPoolUnit,
  HierarchyUnit,
  LicenseUnit,
  LinkedUnit,
  PoolUnit,
} from "../model.ts";
import { unitCovering } from "./holding.ts";
import { hierarchyOf, poolOf, type Reading, unitListed, unitNamed } from "./pool.ts";

/** The Host whose pool a unit belongs to; a guard has found the Space. */
export function hostOf(tx: Reading, unit: LicenseUnit): OrganizationId {
  return "space" in unit ? spaceOf(tx, unit.space).host : unit.organization;
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

/** SEAT-01, HIER-08: and only its Hierarchy admins those of its Hierarchy unit. */
const actorDistributesSeats = guard(
  ["SEAT-01", "HIER-08"],
  (tx: Reading, by: Actor, host: OrganizationId) =>
    actsInHierarchy(tx, by, host) ? null : refuse("LICENSE_HOST_ONLY", { allowed: "host" }),
);

/** A unit in which licenses are granted automatically: a linked one, or the Hierarchy unit. */
export type AutomaticUnit = LinkedUnit | HierarchyUnit;

/** Why a command or question about a unit that is, or could be, linked is refused to this actor, if it is. */
export const linkedUnitRefusal = (tx: Reading, by: Actor, unit: LinkedUnit) =>
  spaceKnown(tx, by, unit.space) ?? actorDistributes(tx, by, hostOf(tx, unit), unit.kind);

/** Why a command about the Hierarchy unit of a Trunk is refused to this actor, if it is. */
const seatsRefusal = (tx: Reading, by: Actor, trunk: OrganizationId) =>
  trunkKnown(tx, by, trunk) ?? actorDistributesSeats(tx, by, trunk);

/**
 * Why a command or question about whatever unit is refused to this actor, if it is. Another organization's
 * own unit is refused whether or not there is such an organization.
 */
export function distributionRefusal(tx: Reading, by: Actor, unit: LicenseUnit) {
  if ("space" in unit) return linkedUnitRefusal(tx, by, unit);
  const { kind, organization } = unit;
  if (kind === "hierarchy") return seatsRefusal(tx, by, organization);
  return actorKnown(tx, by) ?? actorDistributes(tx, by, organization, kind);
}

/** LIC-03: Downstream licenses are granted in linked units only; the Host's own needs no link. */
export const unitIsLinked = guard(
  "LIC-03",
  (tx: Reading, host: OrganizationId, unit: LicenseUnit) =>
    !("space" in unit) || unitListed(poolOf(tx, host), unit) !== undefined
      ? null
      : refuse("UNIT_NOT_LINKED", unitNamed(unit)),
);

/** Whether an organization's people are accounted for in a unit. */
export function isInUnit(tx: Reading, unit: AutomaticUnit, organization: OrganizationId): boolean {
  if (unit.kind === "hierarchy") return reaches(tx, unit.organization, organization);
  const covered = unit.kind === "space" || unit.organization === organization;
  return covered && isMember(tx, unit.space, organization);
}

/** LIC-09: the departments are of a Member of the unit. */
const memberInUnit = guard(
  "LIC-09",
  (tx: Reading, unit: LinkedUnit, organization: OrganizationId) =>
    isInUnit(tx, unit, organization)
      ? null
      : refuse("NOT_A_MEMBER", { space: unit.space, organization }),
);

/** LIC-09, SEAT-03: what is chosen is of a Member of the unit, or of an organization that the Trunk reaches. */
export const organizationInUnit = (
  tx: Reading,
  unit: AutomaticUnit,
  organization: OrganizationId,
) =>
  unit.kind === "hierarchy"
    ? organizationIsReached(tx, unit.organization, organization)
    : memberInUnit(tx, unit, organization);

/** Where an organization's people are accounted for in a Space of a Host, or below a Trunk. */
export interface Downstream {
  readonly host: OrganizationId;
  readonly unit: PoolUnit | HierarchyPoolUnit;
}

/** Whether a unit of a pool is that of those who come through Links. */
export const isHierarchy = (unit: PoolUnit | HierarchyPoolUnit): unit is HierarchyPoolUnit =>
  "kind" in unit;

/** The linked unit of an identity's organization in a Space, if there is one; the Host has none there. */
export function downstreamUnit(
  tx: Reading,
  space: SpaceId,
  organization: OrganizationId,
): (Downstream & { readonly unit: PoolUnit }) | null {
  const { host } = spaceOf(tx, space);
  if (host === organization) return null;
  const unit = unitCovering(poolOf(tx, host), space, organization);
  return unit === undefined ? null : { host, unit };
}

/** The Hierarchy unit of a Trunk. */
export const seatsUnit = (tx: Reading, trunk: OrganizationId): Downstream => ({
  host: trunk,
  unit: hierarchyOf(poolOf(tx, trunk)),
});

/** The unit of an identity's organization in a Space, or below a Trunk; `null` where it has none. */
export const unitIn = (
  tx: Reading,
  of: Container,
  organization: OrganizationId,
): Downstream | null =>
  isTrunk(of) ? seatsUnit(tx, of.trunk) : downstreamUnit(tx, of.space, organization);

/** Whether an identity may have an account in a unit: it is on the Roster, or present for the Trunk. */
export const isPresentIn = (
  tx: Reading,
  { host, unit }: Downstream,
  { organization, person }: Identity,
): boolean =>
  isHierarchy(unit)
    ? isPresentFor(tx, host, { organization, person })
    : isPresent(tx, unit.space, organization, person);

/** A unit that a guard has found linked, as its pool lists it; `null` is the Host's own. */
export function listedUnit(
  tx: Reading,
  host: OrganizationId,
  unit: LicenseUnit | LinkedUnit,
): PoolUnit | HierarchyPoolUnit | null {
  const pool = poolOf(tx, host);
  if (unit.kind === "hierarchy") return hierarchyOf(pool);
  return unit.kind === "host" ? null : (unitListed(pool, unit) as PoolUnit);
}
