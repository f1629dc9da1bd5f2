/** Questions about what a departure brings about. */
import type { QueryHandler } from "./handlers.ts";

type Own = "departure.preview";

export const departureQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
