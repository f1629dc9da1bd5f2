/** Where apps keep their sets and lists. */
import type { Buckets } from "../../core/hashed.ts";
import type { AppId, SpaceId } from "../../core/ids.ts";
import type { Pages } from "../../core/paged.ts";
import type { PageIndex } from "../../core/structures.ts";

/** Rows per page: they may carry many labels. */
const ROWS_PAGE = 32;
/** Apps or submitters per page. */
const LIST_PAGE = 128;

/** The rows of an app, in order of arrival. */
export function rowsOf(app: AppId): Pages<"rows"> {
  return { kind: "rows", owner: app, size: ROWS_PAGE };
}

/** The index of a list of so many rows, as far as putting one more in looks at it. */
export function rowsIndex(count: number): PageIndex {
  const last = count % ROWS_PAGE === 0 ? [] : [Math.floor(count / ROWS_PAGE)];
  return { next: count, count, pages: last };
}

/** Who submitted to an app, by person. */
export function submittersOf(app: AppId): Buckets<"submitters"> {
  return { kind: "submitters", owner: app, own: String };
}

/** Who submitted to an app, in order of their first rows. */
export function submittedTo(app: AppId): Pages<"submitted"> {
  return { kind: "submitted", owner: app, size: LIST_PAGE };
}

/** The Host apps published to a Space, in order of publication. */
export function offeredIn(space: SpaceId): Pages<"offered"> {
  return { kind: "offered", owner: space, size: LIST_PAGE };
}

/** The Space apps published in a Space, in order of publication. */
export function homeOf(space: SpaceId): Pages<"home"> {
  return { kind: "home", owner: space, size: LIST_PAGE };
}

/** The internal groups to which an app was distributed in a Space. */
export function distributedBy(space: SpaceId, app: AppId): Buckets<"distributed"> {
  return { kind: "distributed", owner: space, own: (bucket) => `${bucket}/${app}` };
}

/** An audience that is kept: an app's authorized list in a Space, or one of its data permissions. */
export interface AudiencePlace {
  readonly space: SpaceId;
  readonly app: AppId;
  /** The permission's number; `null`: the authorized list. */
  readonly permission: number | null;
}

/** The departments, or the people, of an audience. */
export function listedIn(
  { space, app, permission }: AudiencePlace,
  sort: "departments" | "people",
): Buckets<"listed"> {
  const which = `${permission ?? ""}${sort === "departments" ? "d" : "p"}`;
  return { kind: "listed", owner: space, own: (bucket) => `${which}.${bucket}/${app}` };
}

/** The id under which an identity is tied to an app in a Space: ids hold no white space. */
export function listTieId(space: SpaceId, app: AppId): string {
  return `${space} ${app}`;
}
