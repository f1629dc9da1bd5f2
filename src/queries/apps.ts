/** Questions about apps. */
import type { QueryHandler } from "./handlers.ts";

type Own =
  | "feature.list"
  | "app.center"
  | "app.use"
  | "app.settings"
  | "space.home"
  | "space-app.use";

export const appQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
