/** What everybody asks who lets somebody use an app of a Host: who acts, and whether they may. */
import type { AppId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { Policy } from "../../core/policy.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { guard } from "../../core/rule.ts";
import { type Acting, identityIsLicensed } from "../../licenses/select/holding.ts";
import { isPresent } from "../../roster/select/presence.ts";
import { hostIsOpen, interconnectOpen } from "../../spaces/select/interconnect.ts";
import { actorKnown, spaceKnown } from "../../spaces/select/spaces.ts";
import {
  appIsPublished,
  hostOf,
  memberActsInSpace,
  personIsOfOrganization,
  type Reading,
} from "./apps.ts";
import { isAuthorized } from "./audience.ts";
import { featuresRefusal } from "./features.ts";

export { appIsPublished, hostAppKnown, rowFree } from "./apps.ts";
export { pickedInScope } from "./pickable.ts";
export { submitRow } from "./rows.ts";

/**
 * Why an act in somebody's name is refused, if it is: `UNKNOWN_ORGANIZATION`, `UNKNOWN_SPACE`,
 * `ACTING_ORG_INVALID` (FLOW-02).
 */
export function actingRefusal(tx: Reading, by: Actor, space: SpaceId | undefined) {
  return (
    actorKnown(tx, by) ??
    (space === undefined ? null : spaceKnown(tx, by, space)) ??
    personIsOfOrganization(tx, by) ??
    (space === undefined ? null : memberActsInSpace(tx, by, space))
  );
}

/** Why an act in somebody's name that names no Space is refused, if it is, as {@link actingRefusal}. */
export function actingAloneRefusal(tx: Reading, by: Actor) {
  return actorKnown(tx, by) ?? personIsOfOrganization(tx, by);
}

/** In whose name an actor acts, once {@link actingRefusal} has let them pass. */
export function actingAs(by: Actor, space: SpaceId | undefined): Acting {
  const { organization, person } = by as Extract<Actor, { readonly organization: unknown }>;
  return { space: space ?? null, organization, person };
}

/**
 * Why nobody may use the app this way now, if so: `EDITION_NOT_SUPPORTED`, `SSO_NOT_SUPPORTED`,
 * `HOST_SUSPENDED`.
 */
export function gatesOpen(tx: Reading, app: AppId, acting: Acting, policy: Policy) {
  if (acting.space === null) return null;
  const host = hostOf(tx, app);
  return interconnectOpen(tx, host, acting.organization) ?? hostIsOpen(tx, host, policy);
}

/** ROSTER-12: whoever acts in a Space has been added to it. */
const identityIsPresent = guard(
  "ROSTER-12",
  (tx: Reading, space: SpaceId, { organization, person }: Acting) =>
    isPresent(tx, space, organization, person) ? null : refuse("NOT_IN_SPACE", { space }),
);

/** APP-04, PARTNER-02: the app's authorized list covers the identity. */
const identityIsAuthorized = guard(
  ["APP-04", "PARTNER-02"],
  (tx: Reading, space: SpaceId, app: AppId, acting: Acting) =>
    isAuthorized(tx, { space, app }, acting) ? null : refuse("APP_NOT_AUTHORIZED", { app }),
);

function mayUse<Refused extends Refusal = never>(
  tx: Reading,
  app: AppId,
  acting: Acting,
  closed: () => Refused | null,
) {
  const { space } = acting;
  const licensed = () => identityIsLicensed(tx, hostOf(tx, app), app, acting);
  if (space === null) return licensed();
  return (
    identityIsPresent(tx, space, acting) ??
    identityIsAuthorized(tx, space, app, acting) ??
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
  return mayUse(tx, app, acting, () => featuresRefusal(asked, policy));
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
    appIsPublished(tx, app, acting) ??
    identityMayUse(tx, app, acting, features, policy)
  );
}
