/** Entries of an organization's settings that name what is gone. */
import { EMPTY_HASH } from "../core/structures.ts";
import { must } from "../core/transaction.ts";
import type { InertEntry } from "../directory/model.ts";
import { inertNamed, inertUntil } from "../directory/select/inert.ts";
import { inertOf } from "../directory/select/keys.ts";
import { stillInert } from "../flows/select/inert.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import type { QueryHandler } from "./handler.ts";
import { DIRECTORY_LIMIT_MAX, isRefusal, pageOf, pagingOf } from "./paging.ts";
import { SPOT_IDS, walk } from "./walking.ts";

/** The inert entries of one's own settings, whose department it was (DIR-20, DIR-11). */
export const inertEntries: QueryHandler<"directory.inert"> = (tx, data, policy) => {
  const paging = pagingOf(data, SPOT_IDS, () => directoryRefusal(tx, data), DIRECTORY_LIMIT_MAX);
  if (isRefusal(paging)) return paging;
  const organization = organizationAsked(data);
  const { inert = EMPTY_HASH } = must(tx, "directory", organization);
  const set = { name: organization, where: inertOf(organization), buckets: inert.buckets };
  const part = walk<InertEntry>(
    tx,
    [set],
    paging,
    inert.count,
    ([id]) => stillInert(tx, inertNamed(id)) !== null,
  );
  if (isRefusal(part)) return part;
  const items = part.entries.map(([id]) => {
    const named = inertNamed(id);
    const { setting, of } = named;
    const record = must(tx, "department", of.organization, of.department);
    const until = stillInert(tx, named) === "excludes" ? null : inertUntil(record, policy);
    return { setting, ...of, until };
  });
  return pageOf(items, part.next);
};
