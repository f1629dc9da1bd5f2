/** Questions about flows. */
import type { QueryHandler } from "./handlers.ts";

type Own =
  | "flow.may-route"
  | "flow.routing-candidates"
  | "flow.todo"
  | "flow.started"
  | "flow.handled"
  | "flow.instance"
  | "admin.parked";

export const flowQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
