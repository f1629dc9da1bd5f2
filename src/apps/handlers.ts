/** Which function handles which command about apps. */
import type { Policy } from "../core/policy.ts";
import type { Refusal } from "../core/refusal.ts";
import { installApp, offerApp } from "./installing.ts";
import type { AppsCommands } from "./model.ts";
import { authorizeApp, permitData } from "./permissions.ts";
import { createApp, distributeApp, publishApp, withdrawApp } from "./publishing.ts";
import type { CommandOf, Deciding } from "./select/apps.ts";
import { createSpaceApp, exchangeData, publishSpaceApp } from "./space-apps.ts";
import { submitForm } from "./submitting.ts";

/** A function for every type of command: a missing one does not compile. */
export const appsHandlers = {
  "app.create": createApp,
  "app.publish": publishApp,
  "app.withdraw": withdrawApp,
  "app.authorize": authorizeApp,
  "app.offer": offerApp,
  "app.install": installApp,
  "app.permit": permitData,
  "app.distribute": distributeApp,
  "form.submit": submitForm,
  "space-app.create": createSpaceApp,
  "space-app.publish": publishSpaceApp,
  "space-app.exchange": exchangeData,
} satisfies {
  readonly [Type in keyof AppsCommands]: (
    tx: Deciding,
    command: CommandOf<Type>,
    policy: Policy,
  ) => Refusal | null;
};
