/** The named sources of a directory. */
import { must } from "../core/transaction.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import type { QueryHandler } from "./handler.ts";
import type { SourceShown } from "./model.ts";

/** Which sources there are, what each vouches for, and of when its latest complete list is (DIR-20, DIR-06). */
export const sourcesAsked: QueryHandler<"directory.sources"> = (tx, data) => {
  const refusal = directoryRefusal(tx, data);
  if (refusal !== null) return refusal;
  const organization = organizationAsked(data);
  const { sources = [] } = must(tx, "directory", organization);
  const items = [...sources].sort().map((source): SourceShown => {
    const { people, departments, listed } = must(tx, "source", organization, source);
    const counts = { people: people.count, departments: departments.count };
    return { source, ...counts, completed: listed?.at ?? null };
  });
  return { value: { items } };
};
