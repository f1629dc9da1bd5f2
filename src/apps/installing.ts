/** Distributed apps on the workbenches of those below: the Trunk's choice, and each organization's word. */
import { allEntries } from "../core/hashed.ts";
import type { AppId, OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, notify, read } from "../core/transaction.ts";
import type { InTrunk } from "../spaces/model.ts";
import { actorKnown } from "../spaces/select/spaces.ts";
import { branchAdminRefusal, trunkAdminRefusal } from "../spaces/select/trunks.ts";
import type { AppsEvents, InstalledEntry } from "./model.ts";
import {
  type AppBelow,
  appExists,
  appIsOfHost,
  appIsPublished,
  builderOf,
  type CommandOf,
  type Deciding,
  hostAppKnown,
  isOfferedTo,
  type Reading,
} from "./select/apps.ts";
import { isCovered } from "./select/below.ts";
import { decisionOf } from "./select/installing.ts";
import { installedFor } from "./select/keys.ts";

/**
 * DIST-03: the admins of those covered learn of it, be the app on their workbench or wait for their word; one
 * notice serves all, for who is covered is found at delivery.
 */
export const tellDistributed = effect(
  "DIST-03",
  (tx: Deciding, { trunk, app }: AppBelow, installed: boolean): void => {
    notify(tx, {
      kind: "APP_DISTRIBUTED",
      to: [
        { kind: "hierarchy-admins", organization: trunk },
        { kind: "covered-hierarchy-admins", trunk, app },
      ],
      data: { trunk, app, installed },
    });
  },
);

/**
 * DIST-03, INDUSTRY-02: where nobody has decided, the app is on workbenches from now on, or is not; and
 * industry members may use it from now on, or may not.
 */
const offer = effect(
  ["DIST-03", "INDUSTRY-02"],
  (tx: Deciding, wish: AppsEvents["app.offered"]): void => {
    emit(tx, "app.offered", wish);
  },
);

type Offer = CommandOf<"app.offer">["data"];

/** APP-03: only who built an app governs it, be it offered to others; to all further ones it is unknown. */
const appIsGoverned = guard("APP-03", (tx: Reading, app: AppId, organization: OrganizationId) => {
  if (builderOf(tx, app) === organization) return null;
  return isOfferedTo(tx, app, organization)
    ? refuse("APP_GOVERNANCE_HOST_ONLY", { app })
    : refuse("UNKNOWN_APP", { app });
});

/** INDUSTRY-02: the builder says whether its own industry members may use an app. */
function offerAtHome(tx: Deciding, by: Actor, data: Exclude<Offer, InTrunk>, policy: Policy) {
  const { app, industry } = data;
  if (!("organization" in by)) return refuse("UNKNOWN_APP", { app });
  const { organization } = by;
  const refusal =
    actorKnown(tx, by) ??
    appIsGoverned(tx, app, organization) ??
    trunkAdminRefusal(tx, by, organization, policy);
  if (refusal !== null) return refusal;
  if ((must(tx, "app", app).industry === true) !== industry) {
    offer(tx, { app, organization, industry });
  }
  return null;
}

/**
 * A Trunk admin chooses whether its app is installed where nobody has decided, and whether industry members
 * may use it.
 */
export function offerApp(tx: Deciding, { by, data }: CommandOf<"app.offer">, policy: Policy) {
  if (!("trunk" in data)) return offerAtHome(tx, by, data, policy);
  const { trunk, app } = data;
  const refusal =
    trunkAdminRefusal(tx, by, trunk, policy) ??
    appExists(tx, app) ??
    appIsOfHost(tx, data) ??
    appIsPublished(tx, app, { space: null, trunk });
  if (refusal !== null) return refusal;
  const before = must(tx, "distribution", trunk, app);
  const isOpen = before.industry === true;
  const { autoInstall = before.autoInstall, industry = isOpen } = data;
  if (before.autoInstall !== autoInstall || isOpen !== industry) {
    offer(tx, { trunk, app, autoInstall, industry });
  }
  return null;
}

/** DIST-03: the app is distributed to the organization that installs it. */
const organizationIsCovered = guard(
  "DIST-03",
  (tx: Reading, place: AppBelow, organization: OrganizationId) => {
    const distribution = read(tx, "distribution", place.trunk, place.app);
    return distribution?.published === true && isCovered(tx, place, distribution, organization)
      ? null
      : refuse("APP_NOT_PUBLISHED", { app: place.app, trunk: place.trunk });
  },
);

/** DIST-03: an organization's own word about its workbench, which beats the Trunk's choice. */
const install = effect("DIST-03", (tx: Deciding, wish: AppsEvents["app.install-set"]): void => {
  emit(tx, "app.install-set", wish);
});

/** An admin of an organization below decides about its own workbench. */
export function installApp(tx: Deciding, { by, data }: CommandOf<"app.install">, policy: Policy) {
  const { trunk, app, organization, installed } = data;
  const place = { trunk, app };
  const refusal =
    branchAdminRefusal(tx, by, data, policy) ??
    hostAppKnown(tx, app, { space: null, trunk, organization }) ??
    organizationIsCovered(tx, place, organization);
  if (refusal !== null) return refusal;
  const distribution = must(tx, "distribution", trunk, app);
  if (decisionOf(tx, place, distribution, organization) !== installed) {
    install(tx, { trunk, app, organization, installed });
  }
  return null;
}

/** DIST-03: what organizations decided that a new list covers no more is forgotten. */
export const forgetUncovered = effect("DIST-03", (tx: Deciding, place: AppBelow): void => {
  const { trunk, app } = place;
  const distribution = must(tx, "distribution", trunk, app);
  const decided = allEntries<InstalledEntry>(tx, installedFor(trunk, app), distribution.installed);
  for (const [organization] of decided) {
    if (!isCovered(tx, place, distribution, organization)) {
      emit(tx, "app.install-set", { trunk, app, organization, installed: null });
    }
  }
});
