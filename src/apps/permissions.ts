/** What the Host sets for its app in a Space: who is authorized, and who may see which data. */
import type { Actor } from "../core/input.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorIsSpaceAdmin, spaceKnown, spaceOf } from "../spaces/select/spaces.ts";
import {
  fixed,
  fixedPermission,
  membersRefusal,
  namesRefusal,
  sameAudience,
  samePermissions,
} from "./audience-lookup.ts";
import type { AppsEvents, Audience, FixedAudience } from "./model.ts";
import {
  type AppIn,
  appExists,
  appIsOfHost,
  type CommandOf,
  type Deciding,
  isOfferedTo,
  type Reading,
} from "./select/apps.ts";
import { inForce } from "./select/audience.ts";
import { settingsOf, standing } from "./select/settings.ts";
import { dropInert } from "./settings.ts";

/**
 * APP-03: nobody of an organization to which an app is published governs it, main admins included; to
 * those of any other organization than the Host there is no such app.
 */
const hostGoverns = guard("APP-03", (tx: Reading, by: Actor, { space, app }: AppIn) => {
  const organization = "organization" in by ? by.organization : null;
  if (organization === null || organization === spaceOf(tx, space).host) return null;
  return isOfferedTo(tx, app, organization)
    ? refuse("APP_GOVERNANCE_HOST_ONLY", { app })
    : refuse("UNKNOWN_APP", { app });
});

/** Why somebody does not govern an app in a Space, if so: nobody but Space admins does (APP-03). */
function governanceRefusal(tx: Reading, by: Actor, place: AppIn) {
  return (
    spaceKnown(tx, by, place.space) ??
    hostGoverns(tx, by, place) ??
    actorIsSpaceAdmin(tx, by, place.space)
  );
}

/** Why what a governor sets cannot be set, if so. */
function settingRefusal(
  tx: Reading,
  { by, data }: CommandOf<"app.authorize" | "app.permit">,
  audiences: readonly Audience[],
) {
  const { space, app } = data;
  const unauthorized = governanceRefusal(tx, by, data);
  if (unauthorized !== null) return unauthorized;
  return (
    namesRefusal(tx, space, audiences) ??
    appExists(tx, app) ??
    membersRefusal(tx, space, audiences) ??
    appIsOfHost(tx, data)
  );
}

/** APP-04: from now on the app is for so many, in this Space. */
const authorize = effect("APP-04", (tx: Deciding, list: AppsEvents["app.authorized"]): void => {
  emit(tx, "app.authorized", list);
});

/** Sets the authorized list, unless it is so already. */
export function setList(tx: Deciding, place: AppIn, authorized: FixedAudience | null): void {
  const { space, app } = place;
  const { list } = settingsOf(tx, place);
  const before = list === null ? null : inForce(tx, space, list);
  const same = sameAudience(before, authorized);
  dropInert(tx, "list", place, list === null ? [] : [list]);
  if (!same) authorize(tx, { space, app, authorized });
}

/** A Space admin says who is authorized. */
export function authorizeApp(tx: Deciding, command: CommandOf<"app.authorize">) {
  const { space, authorized } = command.data;
  const refusal = settingRefusal(tx, command, authorized === null ? [] : [authorized]);
  if (refusal !== null) return refusal;
  setList(tx, command.data, authorized === null ? null : fixed(tx, space, authorized));
  return null;
}

/** DATA-04, DATA-05: these and no others may see data and reports from now on, in this Space. */
const permit = effect(
  ["DATA-04", "DATA-05"],
  (tx: Deciding, permissions: AppsEvents["app.permitted"]): void => {
    emit(tx, "app.permitted", permissions);
  },
);

/** A Space admin says who may see which data. */
export function permitData(tx: Deciding, command: CommandOf<"app.permit">) {
  const { space, app, permissions: given } = command.data;
  const audiences = given.flatMap((each) => (each.for === undefined ? [] : [each.for]));
  const refusal = settingRefusal(tx, command, audiences);
  if (refusal !== null) return refusal;
  const permissions = given.map((each) => fixedPermission(tx, space, each));
  const before = settingsOf(tx, command.data).permissions;
  const same = samePermissions(standing(tx, space, before), permissions);
  dropInert(
    tx,
    "permissions",
    command.data,
    before.flatMap((each) => each.for ?? []),
  );
  if (!same) permit(tx, { space, app, permissions });
  return null;
}
