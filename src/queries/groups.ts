/** Questions about cooperation groups. */
import type { QueryHandler } from "./handlers.ts";

type Own = "group.mine" | "group.participants";

export const groupQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
