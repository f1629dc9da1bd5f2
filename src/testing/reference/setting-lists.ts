/** Authorized lists and permissions set as a whole: what is so already was not set anew (RESIGN-07). */
import type { Audience } from "../../apps/model.ts";
import type { AppId, SpaceId } from "../../core/ids.ts";
import { listedOf } from "./audience.ts";
import { saysSame } from "./canonical.ts";
import { forgetLists } from "./kept.ts";
import { settingsToChange } from "./settings.ts";
import type { State } from "./state.ts";

/** Sets an authorized list; what is so already was not set anew. */
export function setList(
  state: State,
  space: SpaceId,
  app: AppId,
  authorized: Audience | null,
): void {
  const settings = settingsToChange(state, space, app);
  const before = settings.authorized;
  settings.authorized = authorized === null ? null : listedOf(authorized);
  if (!saysSame(before, settings.authorized)) forgetLists(state, space, app, "authorized");
}

/** Whether two lists of permissions say the same, one by one. */
export const inOrder = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((each, i) => saysSame(each, other[i]));
