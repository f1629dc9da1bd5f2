/** Where Rosters, waiting lists and scope rules are kept. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import { rosterKinds } from "../kinds.ts";

/** Who is on a Space's Roster. */
export function rosterOf(space: SpaceId): Buckets<"roster"> {
  return setOf(rosterKinds.roster, space);
}

/** Who waits for a Space, by person. */
export function queuedFor(space: SpaceId): Buckets<"queued"> {
  return setOf(rosterKinds.queued, space);
}

/** Who waits for a Space, first come first. */
export function waitingFor(space: SpaceId): Pages<"waiting"> {
  return listOf(rosterKinds.waiting, space);
}

/** An organization's scope rules on departments. */
export function ruledDepartments(space: SpaceId, organization: OrganizationId): Buckets<"ruled"> {
  return setUnder(rosterKinds.ruled, space, organization, "d");
}

/** An organization's scope rules on people. */
export function ruledPeople(space: SpaceId, organization: OrganizationId): Buckets<"ruled"> {
  return setUnder(rosterKinds.ruled, space, organization, "p");
}
