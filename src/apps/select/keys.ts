/** Where apps keep their sets and lists. */
import type { Buckets } from "../../core/hashed.ts";
import type { AppId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import type { Pages } from "../../core/paged.ts";
import type { PageIndex } from "../../core/structures.ts";
import type { Within } from "../../spaces/model.ts";
import { isTrunk } from "../../spaces/select/container.ts";
import { appsKinds } from "../kinds.ts";

/** The rows of an app, in order of arrival. */
export function rowsOf(app: AppId): Pages<"rows"> {
  return listOf(appsKinds.rows, app);
}

/** The index of a list of so many rows, as far as putting one more in looks at it. */
export function rowsIndex(count: number): PageIndex {
  const { size } = appsKinds.rows;
  const last = count % size === 0 ? [] : [Math.floor(count / size)];
  return { next: count, count, pages: last };
}

/** Who submitted to an app, by person. */
export function submittersOf(app: AppId): Buckets<"submitters"> {
  return setOf(appsKinds.submitters, app);
}

/** Who submitted to an app, in order of their first rows. */
export function submittedTo(app: AppId): Pages<"submitted"> {
  return listOf(appsKinds.submitted, app);
}

/** The Host apps published to a Space, in order of publication. */
export function offeredIn(space: SpaceId): Pages<"offered"> {
  return listOf(appsKinds.offered, space);
}

/** The apps that a Trunk distributes, in order of distributing. */
export function shelvedBy(trunk: OrganizationId): Pages<"shelved"> {
  return listOf(appsKinds.shelved, trunk);
}

/** What single organizations have decided about having an app of a Trunk on their workbench. */
export function installedFor(trunk: OrganizationId, app: AppId): Buckets<"installed"> {
  return setUnder(appsKinds.installed, trunk, app);
}

/** The Space apps published in a Space, in order of publication. */
export function homeOf(space: SpaceId): Pages<"home"> {
  return listOf(appsKinds.home, space);
}

/** The internal groups to which an app was distributed in a Space. */
export function distributedBy(space: SpaceId, app: AppId): Buckets<"distributed"> {
  return setUnder(appsKinds.distributed, space, app);
}

/** An audience that is kept: an app's authorized list in a Space, or one of its data permissions. */
export type AudiencePlace = Within<{
  readonly app: AppId;
  /** The permission's number; `null`: the authorized list. */
  readonly permission: number | null;
}>;

/** The departments, or the people, of an audience. */
export function listedIn(
  place: AudiencePlace,
  sort: "departments" | "people",
): Buckets<"listed" | "distribution-listed"> {
  const { app, permission } = place;
  const which = `${permission ?? ""}${sort === "departments" ? "d" : "p"}.`;
  return isTrunk(place)
    ? setUnder(appsKinds["distribution-listed"], place.trunk, app, which)
    : setUnder(appsKinds.listed, place.space, app, which);
}

/**
 * The id under which an identity is tied to an app in a Space: ids hold no white space. Below a Trunk it is the
 * app's own, for an app has one Trunk at most: whoever built it.
 */
export const listTieId = (place: Within<{ readonly app: AppId }>): string =>
  isTrunk(place) ? place.app : `${place.space} ${place.app}`;
