/** Who decides what of a Space, or of a Trunk: what is shared by both asks here. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import {
  actorIsAdmin,
  actorIsAuthorizedAdmin,
  actorIsHierarchyAdmin,
  actsFor,
  actsInHierarchy,
} from "../../directory/select/authority.ts";
import { liveOrganization } from "../../directory/select/organizations.ts";
import type { Container } from "../model.ts";
import { isTrunk } from "./container.ts";
import { liveSpace, mainAdminActs, mayKnow, type Reading, spaceAdminRefusal } from "./spaces.ts";
import {
  isAcquainted,
  mainAdminActsInHierarchy,
  trunkAdminRefusal,
  trunkAskingRefusal,
} from "./trunks.ts";

/** Whether a Space stands, or the organization that is a Trunk. */
export const stands = (tx: Reading, of: Container): boolean =>
  isTrunk(of) ? liveOrganization(tx, of.trunk) !== null : liveSpace(tx, of.space) !== null;

/** Whether an organization may know of a Space, or a Trunk, that stands. */
export const mayKnowOf = (tx: Reading, of: Container, organization: OrganizationId): boolean =>
  isTrunk(of) ? isAcquainted(tx, of.trunk, organization) : mayKnow(tx, of.space, organization);

/** PROTO-03, HIER-08: there is no such Space, or Trunk, as far as the actor may know. */
export const unknownContainer = (of: Container) =>
  isTrunk(of)
    ? refuse("UNKNOWN_TRUNK", { trunk: of.trunk })
    : refuse("UNKNOWN_SPACE", { space: of.space });

/** The organization whose admins decide about a Space or Trunk that stands. */
export const upperOf = (tx: Reading, of: Container): OrganizationId | undefined =>
  isTrunk(of) ? of.trunk : liveSpace(tx, of.space)?.host;

/** Whether an actor acts for an organization, towards a Space or a Trunk, with the permission for it. */
export const actsTowards = (
  tx: Reading,
  by: Actor,
  of: Container,
  organization: OrganizationId,
): boolean => (isTrunk(of) ? actsInHierarchy(tx, by, organization) : actsFor(tx, by, organization));

/** Why an actor is refused what the admins of a Space or Trunk ask, if so. */
export const containerAskingRefusal = (tx: Reading, by: Actor, of: Container) =>
  isTrunk(of) ? trunkAskingRefusal(tx, by, of.trunk) : spaceAdminRefusal(tx, by, of.space);

/** The same of what they do. */
export const containerAdminRefusal = (tx: Reading, by: Actor, of: Container, policy: Policy) =>
  isTrunk(of) ? trunkAdminRefusal(tx, by, of.trunk, policy) : spaceAdminRefusal(tx, by, of.space);

/** Why an actor may not act for an organization, towards a Space or a Trunk; `null`: towards nobody known. */
export function ownAdminRefusal(
  tx: Reading,
  by: Actor,
  of: Container | null,
  organization: OrganizationId,
) {
  if (of === null) return actorIsAdmin(tx, by, organization);
  return isTrunk(of)
    ? actorIsHierarchyAdmin(tx, by, organization)
    : actorIsAuthorizedAdmin(tx, by, organization);
}

/** The same for the strict policy: whether it takes a main admin. */
export const strictRefusal = (
  tx: Reading,
  by: Actor,
  of: Container | null,
  organization: OrganizationId,
  policy: Policy,
) =>
  of !== null && isTrunk(of)
    ? mainAdminActsInHierarchy(tx, by, organization, policy)
    : mainAdminActs(tx, by, organization, policy);
