/** What everybody asks who lets somebody use an app of a Host: who acts, and whether they may. */
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Identity } from "../../core/notice.ts";
import type { Policy } from "../../core/policy.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { actorIsInBook, actsAsMember } from "../../industry/select/book.ts";
import { type Acting, doorOf, identityIsLicensed } from "../../licenses/select/holding.ts";
import { termAllowsUse } from "../../licenses/select/term.ts";
import { isOnLink } from "../../roster/select/book.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { hostIsOpen, interconnectOpen, useBelowOpen } from "../../spaces/select/interconnect.ts";
import { actorKnown, spaceKnown } from "../../spaces/select/spaces.ts";
import { memberIsOpen } from "../../spaces/select/suspended.ts";
import { trunkKnown } from "../../spaces/select/trunks.ts";
import type { Submission } from "../model.ts";
import {
  type AppAt,
  appIsPublished,
  branchActsThroughTrunk,
  hostOf,
  memberActsInSpace,
  oneDoorNamed,
  personIsOfOrganization,
  type Reading,
} from "./apps.ts";
import { isAuthorized } from "./audience.ts";
import { coversBelow } from "./below.ts";
import { featuresRefusal, isLimited } from "./features.ts";
import {
  memberActsInNoSpace,
  membersAreCovered,
  membersAreLetIn,
  membersAskLittle,
} from "./industry.ts";
import { appIsInstalled } from "./installing.ts";

export { hostAppKnown, rowFree } from "./apps.ts";
export { pickedInScope } from "./pickable.ts";
export { submitRow } from "./rows.ts";

/** Through what somebody acts: a Space, a Trunk, or neither. */
export interface Door {
  readonly space?: Submission["space"] | undefined;
  readonly trunk?: Submission["trunk"] | undefined;
}

/**
 * Why an act in somebody's name is refused, if it is: `UNKNOWN_ORGANIZATION`, `UNKNOWN_SPACE`,
 * `UNKNOWN_TRUNK`, `ACTING_ORG_INVALID` (FLOW-02, ROUTE-01).
 */
export function actingRefusal(tx: Reading, by: Actor, { space, trunk }: Door) {
  return (
    actorKnown(tx, by) ??
    (space === undefined ? null : spaceKnown(tx, by, space)) ??
    (trunk === undefined ? null : trunkKnown(tx, by, trunk)) ??
    oneDoorNamed(by, [space, trunk]) ??
    actorBelongs(tx, by) ??
    (space === undefined ? null : memberActsInNoSpace(by)) ??
    (space === undefined ? null : memberActsInSpace(tx, by, space)) ??
    (trunk === undefined ? null : branchActsThroughTrunk(tx, by, trunk))
  );
}

/** Why an actor does not belong to the organization acted for, if so: no employee, or not in its industry book. */
const actorBelongs = (tx: Reading, by: Actor) =>
  "organization" in by && actsAsMember(by) ? actorIsInBook(tx, by) : personIsOfOrganization(tx, by);

/** Why an act in somebody's name that names no Space is refused, if it is, as {@link actingRefusal}. */
export function actingAloneRefusal(tx: Reading, by: Actor) {
  return actorKnown(tx, by) ?? actorBelongs(tx, by);
}

/** In whose name an actor acts, once {@link actingRefusal} has let them pass. */
export function actingAs(by: Actor, { space, trunk }: Door): Acting {
  const { organization, person, as } = by as Extract<Actor, { readonly organization: unknown }>;
  return { space: space ?? null, trunk, organization, person, as };
}

/** Why nobody may use apps of the Host through a Space or Trunk now, if so. */
function doorIsOpen(tx: Reading, host: OrganizationId, acting: Acting, policy: Policy) {
  const door = doorOf(acting);
  if (door === null) return null;
  const closed = isTrunk(door)
    ? useBelowOpen(tx, door.trunk, acting.organization, policy)
    : interconnectOpen(tx, host, acting.organization);
  return (
    closed ??
    hostIsOpen(tx, host, policy) ??
    (isTrunk(door) ? null : memberIsOpen(tx, door.space, acting.organization))
  );
}

/**
 * Why nobody may use the app this way now, if so: `EDITION_NOT_SUPPORTED`, `SSO_NOT_SUPPORTED`,
 * `HOST_SUSPENDED`, `MEMBER_SUSPENDED`, `LICENSE_TERM_ENDED`. Of industry members, who need no license, the term of
 * licenses is not asked.
 */
export function gatesOpen(tx: Reading, app: AppId, acting: Acting, policy: Policy) {
  const host = hostOf(tx, app);
  const closed = doorIsOpen(tx, host, acting, policy);
  return closed ?? (actsAsMember(acting) ? null : termAllowsUse(tx, host, acting, policy));
}

/** Why an app is not there for whoever acts, if so: not published, or through a Trunk not installed. */
export const offeredRefusal = (tx: Reading, app: AppId, acting: Acting, policy: Policy) =>
  appIsPublished(tx, app, acting) ?? appIsInstalled(tx, app, acting, policy);

/** ROSTER-12: whoever acts in a Space has been added to it. */
const identityIsPresent = guard(
  ["ROSTER-12", "BOTH-01"],
  (tx: Reading, space: SpaceId, { organization, person }: Acting) =>
    isPresent(tx, space, organization, person) ? null : refuse("NOT_IN_SPACE", { space }),
);

/** APP-04, PARTNER-02, DIST-02: the app's authorized list covers the identity. */
const identityIsAuthorized = guard(
  ["APP-04", "PARTNER-02", "DIST-02"],
  (tx: Reading, place: AppAt, acting: Acting) =>
    isFor(tx, place, acting) ? null : refuse("APP_NOT_AUTHORIZED", { app: place.app }),
);

/** Whether an app is for an identity, in a Space or through a Trunk, as far as its list goes. */
export function isFor(tx: Reading, place: AppAt, identity: Identity): boolean {
  if (!isTrunk(place)) return isAuthorized(tx, place, identity);
  const distribution = read(tx, "distribution", place.trunk, place.app);
  return distribution === null || coversBelow(tx, place, distribution, identity);
}

function mayUse<Refused extends Refusal = never>(
  tx: Reading,
  app: AppId,
  acting: Acting,
  closed: () => Refused | null,
) {
  const door = doorOf(acting);
  const licensed = () => identityIsLicensed(tx, hostOf(tx, app), app, acting);
  if (door === null) return licensed();
  return (
    (isTrunk(door)
      ? isOnLink(tx, door.trunk, acting)
      : identityIsPresent(tx, door.space, acting)) ??
    identityIsAuthorized(tx, { ...door, app }, acting) ??
    closed() ??
    licensed()
  );
}

/**
 * Why an identity may not use features of an app, if so: `NOT_IN_SPACE`, `APP_NOT_AUTHORIZED`,
 * `FEATURE_NOT_SUPPORTED_DOWNSTREAM`, `LICENSE_REQUIRED`, in that order. To people acting for the Host
 * only the license matters (APP-07).
 *
 * @param features what is asked for, in the order in which it is to be refused
 */
export function identityMayUse(
  tx: Reading,
  app: AppId,
  acting: Acting,
  features: string | readonly string[],
  policy: Policy,
) {
  const asked = typeof features === "string" ? [features] : features;
  if (actsAsMember(acting)) return memberMayUse(tx, app, acting, asked, policy);
  return mayUse(tx, app, acting, () =>
    isLimited(acting, policy) ? featuresRefusal(asked, policy) : null,
  );
}

/**
 * Why an industry member may not use features of an app, if so: `INDUSTRY_ACCESS_CLOSED`,
 * `APP_NOT_AUTHORIZED`, `FEATURE_NOT_SUPPORTED_DOWNSTREAM`. They are on no Link, and need no license.
 */
function memberMayUse(
  tx: Reading,
  app: AppId,
  acting: Acting,
  features: readonly string[],
  policy: Policy,
) {
  return (
    membersAreLetIn(tx, app, acting) ??
    membersAreCovered(tx, app, acting) ??
    membersAskLittle(features) ??
    (isLimited(acting, policy) ? featuresRefusal(features, policy) : null)
  );
}

/**
 * Why an identity may not use an app wherever it is present, if so: the list does not cover it, or it holds no
 * license; `APP_NOT_AUTHORIZED`, `LICENSE_REQUIRED`, as {@link identityMayUse} asks for them.
 */
export function identityLacks(tx: Reading, app: AppId, acting: Acting) {
  const door = doorOf(acting);
  const listed = door === null ? null : identityIsAuthorized(tx, { ...door, app }, acting);
  return listed ?? identityIsLicensed(tx, hostOf(tx, app), app, acting);
}

/** Why an identity may not act on tasks of an app, if so; as a feature it is in every release (FEAT-01). */
export function identityMayHandle(tx: Reading, app: AppId, acting: Acting) {
  return mayUse<never>(tx, app, acting, () => null);
}

/**
 * Why features of an app that is known cannot be used, if so: gates, publication, then
 * {@link identityMayUse}.
 */
export function useRefusal(
  tx: Reading,
  app: AppId,
  acting: Acting,
  features: string | readonly string[],
  policy: Policy,
) {
  return (
    gatesOpen(tx, app, acting, policy) ??
    offeredRefusal(tx, app, acting, policy) ??
    identityMayUse(tx, app, acting, features, policy)
  );
}
