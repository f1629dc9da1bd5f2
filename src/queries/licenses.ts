/** Questions about licenses. */
import type { QueryHandler } from "./handlers.ts";

type Own = "license.usage" | "license.accounts" | "license.waiting" | "license.automatic";

export const licenseQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
