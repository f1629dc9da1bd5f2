/** What every command about one's own part in a Space, or on a Link, asks first. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { actorIsAuthorizedAdmin, actsFor } from "../../directory/select/authority.ts";
import type { Container } from "../model.ts";
import { isTrunk } from "./container.ts";
import {
  actorKnown,
  isMember,
  mainAdminActs,
  type Reading,
  spaceKnown,
  spaceOf,
} from "./spaces.ts";
import { branchAdminRefusal, organizationIsLinked } from "./trunks.ts";

/** EXIT-05, ADMIN-04: not even the Host's admins manage a Member's people and departments. */
const memberIsOwnConcern = guard(
  ["EXIT-05", "ADMIN-04"],
  (tx: Reading, by: Actor, space: SpaceId, organization: OrganizationId) => {
    const { host } = spaceOf(tx, space);
    return organization !== host && actsFor(tx, by, host) && isMember(tx, space, organization)
      ? refuse("MEMBER_ROSTER_NOT_MANAGEABLE", { space, organization })
      : null;
  },
);

/** Why an actor does not decide about an organization's own part in a Space, if so. */
function inSpaceRefusal(
  tx: Reading,
  by: Actor,
  space: SpaceId,
  organization: OrganizationId,
  policy: Policy,
) {
  const unknown = spaceKnown(tx, by, space);
  if (unknown !== null) return unknown;
  const own = "organization" in by && by.organization === organization;
  // The code that says whose people these are is told only to those who may know of the Member.
  const foreign = own ? null : memberIsOwnConcern(tx, by, space, organization);
  const memberSide = spaceOf(tx, space).host !== organization;
  return (
    foreign ??
    actorIsAuthorizedAdmin(tx, by, organization) ??
    (memberSide ? mainAdminActs(tx, by, organization, policy) : null)
  );
}

/** Why an actor does not decide about an organization's own part in a Space, or on a Link, if so. */
export const ownPartRefusal = (
  tx: Reading,
  by: Actor,
  of: Container,
  organization: OrganizationId,
  policy: Policy,
) =>
  actorKnown(tx, by) ??
  (isTrunk(of)
    ? branchAdminRefusal(tx, by, { trunk: of.trunk, organization }, policy)
    : inSpaceRefusal(tx, by, of.space, organization, policy));

/** ROSTER-01, VIS-09: the organization takes part in the Space, as its Host or as a Member. */
const organizationTakesPart = guard(
  ["ROSTER-01", "VIS-09"],
  (tx: Reading, space: SpaceId, organization: OrganizationId) =>
    read(tx, "association", space, organization) === null
      ? refuse("NOT_A_MEMBER", { space, organization })
      : null,
);

/** BRANCH-01: or it is a Branch of the Trunk; that itself has no Link there. */
export const takesPart = (tx: Reading, of: Container, organization: OrganizationId) =>
  isTrunk(of)
    ? organizationIsLinked(tx, of.trunk, organization)
    : organizationTakesPart(tx, of.space, organization);
