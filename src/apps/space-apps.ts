/** Space apps: built and published under the Space's own identity, apart from the Host's (SELF-04). */
import type { AppId } from "../core/ids.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must } from "../core/transaction.ts";
import { spaceAdminRefusal, spaceOf } from "../spaces/select/spaces.ts";
import type { AppsEvents } from "./model.ts";
import {
  type AppIn,
  appIdFree,
  type CommandOf,
  type Deciding,
  hostAppKnown,
  type Reading,
  spaceAppKnown,
} from "./select/apps.ts";

/** SELF-01: there is an app of the Space, which is no organization's. */
const create = effect("SELF-01", (tx: Deciding, app: AppsEvents["space-app.created"]): void => {
  emit(tx, "space-app.created", app);
});

/** A Space admin creates an app as the Space. */
export function createSpaceApp(tx: Deciding, { by, data }: CommandOf<"space-app.create">) {
  const refusal = spaceAdminRefusal(tx, by, data.space) ?? appIdFree(tx, data.app);
  if (refusal === null) create(tx, data);
  return refusal;
}

/** SELF-01: the Space app is not published yet. */
const notYetPublished = guard("SELF-01", (tx: Reading, { space, app }: AppIn) =>
  must(tx, "app", app).published.length > 0
    ? refuse("APP_ALREADY_PUBLISHED", { app, space })
    : null,
);

/** SELF-01, SELF-02: the app is on the home of the Space, for everybody in it. */
const publish = effect("SELF-01", (tx: Deciding, app: AppsEvents["space-app.published"]): void => {
  emit(tx, "space-app.published", app);
});

/** A Space admin publishes an app of the Space. */
export function publishSpaceApp(tx: Deciding, { by, data }: CommandOf<"space-app.publish">) {
  const { space, app } = data;
  const refusal =
    spaceAdminRefusal(tx, by, space) ?? spaceAppKnown(tx, data) ?? notYetPublished(tx, data);
  if (refusal !== null) return refusal;
  publish(tx, { space, app });
  return null;
}

/** SELF-03: the exchange of data that was announced is not there yet. */
const exchangeAvailable = guard("SELF-03", (app: AppId) =>
  refuse("APP_DATA_INTEROP_UNAVAILABLE", { app }),
);

/** A Space admin asks for data to be exchanged between a Space app and an app of the Host. */
export function exchangeData(tx: Reading, { by, data }: CommandOf<"space-app.exchange">) {
  const { space, app } = data;
  const refusal = spaceAdminRefusal(tx, by, space);
  if (refusal !== null) return refusal;
  const host = { space, organization: spaceOf(tx, space).host };
  return spaceAppKnown(tx, data) ?? hostAppKnown(tx, data.with, host) ?? exchangeAvailable(app);
}
