/** Where Rosters, waiting lists and scope rules are kept. */
import type { Buckets } from "../../core/hashed.ts";
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import type { Container } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
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

type Ruled = Buckets<"ruled"> | Buckets<"link-ruled">;

const ruledIn = (of: Container, organization: OrganizationId, word: "d" | "p"): Ruled =>
  isTrunk(of)
    ? setUnder(rosterKinds["link-ruled"], of.trunk, organization, word)
    : setUnder(rosterKinds.ruled, of.space, organization, word);

/** An organization's scope rules on departments. */
export function ruledDepartments(of: Container, organization: OrganizationId): Ruled {
  return ruledIn(of, organization, "d");
}

/** An organization's scope rules on people. */
export function ruledPeople(of: Container, organization: OrganizationId): Ruled {
  return ruledIn(of, organization, "p");
}

/** Who of a Branch is on its Link to a Trunk. */
export function linkRosterOf(
  trunk: OrganizationId,
  organization: OrganizationId,
): Buckets<"link-roster"> {
  return setUnder(rosterKinds["link-roster"], trunk, organization);
}
