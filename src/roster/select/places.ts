/** Where Rosters, waiting lists and scope rules are kept. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Pages } from "../../core/paged.ts";

/** Waiting identities per page. */
const WAITING_PAGE = 128;

/** Who is on a Space's Roster. */
export function rosterOf(space: SpaceId): Buckets<"roster"> {
  return { kind: "roster", owner: space, own: String };
}

/** Who waits for a Space, by person. */
export function queuedFor(space: SpaceId): Buckets<"queued"> {
  return { kind: "queued", owner: space, own: String };
}

/** Who waits for a Space, first come first. */
export function waitingFor(space: SpaceId): Pages<"waiting"> {
  return { kind: "waiting", owner: space, size: WAITING_PAGE };
}

/** Names of buckets that are looked at for one ancestor after the other, each put together once. */
function namedOnce(prefix: string, organization: OrganizationId): (bucket: number) => string {
  const names: string[] = [];
  return (bucket) => {
    names[bucket] ??= `${prefix}${bucket}/${organization}`;
    return names[bucket];
  };
}

/** An organization's scope rules on departments. */
export function ruledDepartments(space: SpaceId, organization: OrganizationId): Buckets<"ruled"> {
  return { kind: "ruled", owner: space, own: namedOnce("d", organization) };
}

/** An organization's scope rules on people. */
export function ruledPeople(space: SpaceId, organization: OrganizationId): Buckets<"ruled"> {
  return { kind: "ruled", owner: space, own: namedOnce("p", organization) };
}
