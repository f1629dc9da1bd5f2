/** Questions about an app's data and its person fields. */
import type { QueryHandler } from "./handlers.ts";

type Own = "data.range" | "data.rows" | "data.submitters" | "form.pickable" | "form.candidates";

export const dataQueries = {} as { readonly [Type in Own]: QueryHandler<Type> };
