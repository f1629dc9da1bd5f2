/** What the Host sets for its app in a Space: who is authorized, and who may see which data. */
import type { Actor } from "../core/input.ts";
import { firstRefusal } from "../core/lists.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import type { InTrunk } from "../spaces/model.ts";
import { containerOf, isTrunk } from "../spaces/select/container.ts";
import { upperOf } from "../spaces/select/doors.ts";
import { distributingOpen } from "../spaces/select/interconnect.ts";
import { actorIsSpaceAdmin, spaceKnown } from "../spaces/select/spaces.ts";
import { trunkAdminRefusal, trunkKnown } from "../spaces/select/trunks.ts";
import {
  fixed,
  fixedPermission,
  membersRefusal,
  namesRefusal,
  sameAudience,
  samePermissions,
} from "./audience-lookup.ts";
import { forgetUncovered } from "./installing.ts";
import {
  fixedBelow,
  fixedPermissionBelow,
  namesBelowRefusal,
  reachedRefusal,
  sameBelow,
  samePermissionsBelow,
} from "./lookup-below.ts";
import type { AppsEvents, Audience, FixedAudience, FixedTrunkAudience } from "./model.ts";
import {
  type AppAt,
  type AppBelow,
  type AppIn,
  appExists,
  appIsOfHost,
  type CommandOf,
  type Deciding,
  isOfferedTo,
  type Reading,
} from "./select/apps.ts";
import { inertIn, inForce } from "./select/audience.ts";
import { inertBelow, inForceBelow, settingsBelow } from "./select/below.ts";
import { settingsOf, standing } from "./select/settings.ts";
import { dropInert } from "./settings.ts";

/**
 * APP-03: nobody of an organization to which an app is published governs it, main admins included; to
 * those of any other organization than the Host there is no such app.
 */
const hostGoverns = guard(["APP-03", "DIST-06"], (tx: Reading, by: Actor, place: AppAt) => {
  const organization = "organization" in by ? by.organization : null;
  if (organization === null || organization === upperOf(tx, containerOf(place))) return null;
  const { app } = place;
  return isOfferedTo(tx, app, organization)
    ? refuse("APP_GOVERNANCE_HOST_ONLY", { app })
    : refuse("UNKNOWN_APP", { app });
});

/** Why somebody does not govern an app in a Space, or below a Trunk, if so: only its admins do (APP-03). */
function governanceRefusal(tx: Reading, by: Actor, place: AppAt, policy: Policy) {
  return isTrunk(place)
    ? (trunkKnown(tx, by, place.trunk) ??
        hostGoverns(tx, by, place) ??
        trunkAdminRefusal(tx, by, place.trunk, policy))
    : (spaceKnown(tx, by, place.space) ??
        hostGoverns(tx, by, place) ??
        actorIsSpaceAdmin(tx, by, place.space));
}

/** Why what a governor sets cannot be set, if so. */
function settingRefusal(
  tx: Reading,
  by: Actor,
  data: AppIn,
  audiences: readonly Audience[],
  policy: Policy,
) {
  const { space, app } = data;
  const unauthorized = governanceRefusal(tx, by, data, policy);
  if (unauthorized !== null) return unauthorized;
  return (
    namesRefusal(tx, space, audiences) ??
    appExists(tx, app) ??
    membersRefusal(tx, space, audiences) ??
    appIsOfHost(tx, data)
  );
}

/** APP-04, DIST-02: from now on the app is for so many, in this Space or below this Trunk. */
const authorize = effect(
  ["APP-04", "DIST-02"],
  (tx: Deciding, list: AppsEvents["app.authorized"]): void => {
    emit(tx, "app.authorized", list);
  },
);

/** Sets the authorized list, unless it is so already. */
export function setList(tx: Deciding, place: AppIn, authorized: FixedAudience | null): void {
  const { space, app } = place;
  const { list } = settingsOf(tx, place);
  const before = list === null ? null : inForce(tx, space, list);
  const same = sameAudience(before, authorized);
  dropInert(tx, place, "list", list === null ? [] : inertIn(tx, space, list));
  if (!same) authorize(tx, { space, app, authorized });
}

/** Sets the list of a distribution, unless it is so already; decisions of those it covers no more go. */
export function setListBelow(
  tx: Deciding,
  place: AppBelow,
  authorized: FixedTrunkAudience | null,
): void {
  const { trunk, app } = place;
  const { list } = settingsBelow(tx, place);
  const before = list === null ? null : inForceBelow(tx, trunk, list);
  const same = sameBelow(before, authorized);
  dropInert(tx, place, "list", list === null ? [] : inertBelow(tx, trunk, list));
  if (same) return;
  authorize(tx, { trunk, app, authorized });
  forgetUncovered(tx, place);
}

type OfTrunk = Extract<CommandOf<"app.authorize">["data"], InTrunk>;

/** A Trunk admin says whom its app is for; whoever is below governs nothing of it (DIST-06). */
function authorizeBelow(tx: Deciding, by: Actor, data: OfTrunk, policy: Policy) {
  const { trunk, app, authorized } = data;
  const unauthorized = governanceRefusal(tx, by, data, policy);
  if (unauthorized !== null) return unauthorized;
  const refusal =
    namesBelowRefusal(tx, trunk, authorized ?? {}) ??
    appExists(tx, app) ??
    distributingOpen(tx, trunk, policy) ??
    reachedRefusal(tx, trunk, authorized ?? {}) ??
    appIsOfHost(tx, data);
  if (refusal !== null) return refusal;
  setListBelow(tx, data, authorized === null ? null : fixedBelow(tx, trunk, authorized));
  return null;
}

/** A Space admin, or a Trunk admin, says who is authorized. */
export function authorizeApp(
  tx: Deciding,
  { by, data }: CommandOf<"app.authorize">,
  policy: Policy,
) {
  if (isTrunk(data)) return authorizeBelow(tx, by, data, policy);
  const { space, authorized } = data;
  const refusal = settingRefusal(tx, by, data, authorized === null ? [] : [authorized], policy);
  if (refusal !== null) return refusal;
  setList(tx, data, authorized === null ? null : fixed(tx, space, authorized));
  return null;
}

/** DATA-04, DATA-05, LEVEL-02: these and no others may see data and reports from now on, in this place. */
const permit = effect(
  ["DATA-04", "DATA-05", "LEVEL-02"],
  (tx: Deciding, permissions: AppsEvents["app.permitted"]): void => {
    emit(tx, "app.permitted", permissions);
  },
);

type PermitBelow = Extract<CommandOf<"app.permit">["data"], InTrunk>;

/** A Trunk admin says who below may see which data. */
function permitBelow(tx: Deciding, by: Actor, data: PermitBelow, policy: Policy) {
  const { trunk, app, permissions: given } = data;
  const audiences = given.flatMap((each) => each.for ?? []);
  const refusal =
    governanceRefusal(tx, by, data, policy) ??
    firstRefusal(audiences, (each) => namesBelowRefusal(tx, trunk, each)) ??
    appExists(tx, app) ??
    firstRefusal(audiences, (each) => reachedRefusal(tx, trunk, each)) ??
    appIsOfHost(tx, data);
  if (refusal !== null) return refusal;
  const permissions = given.map((each) => fixedPermissionBelow(tx, trunk, each));
  const kept = settingsBelow(tx, data).permissions;
  const before = kept.map((each) => ({
    ...each,
    for: each.for === null ? null : inForceBelow(tx, trunk, each.for),
  }));
  const same = samePermissionsBelow(before, permissions);
  const inert = kept.flatMap((each) => (each.for === null ? [] : inertBelow(tx, trunk, each.for)));
  dropInert(tx, { trunk, app }, "permissions", inert);
  if (!same) permit(tx, { trunk, app, permissions });
  return null;
}

/** A Space admin, or a Trunk admin, says who may see which data. */
export function permitData(tx: Deciding, { by, data }: CommandOf<"app.permit">, policy: Policy) {
  if (isTrunk(data)) return permitBelow(tx, by, data, policy);
  const { space, app, permissions: given } = data;
  const audiences = given.flatMap((each) => (each.for === undefined ? [] : [each.for]));
  const refusal = settingRefusal(tx, by, data, audiences, policy);
  if (refusal !== null) return refusal;
  const permissions = given.map((each) => fixedPermission(tx, space, each));
  const before = settingsOf(tx, data).permissions;
  const same = samePermissions(standing(tx, space, before), permissions);
  const inert = before.flatMap((each) => (each.for === null ? [] : inertIn(tx, space, each.for)));
  dropInert(tx, { space, app }, "permissions", inert);
  if (!same) permit(tx, { space, app, permissions });
  return null;
}
