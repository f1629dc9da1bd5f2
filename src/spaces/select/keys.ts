/** Where Spaces keep their lists. */
import type { Buckets } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import { listOf, setOf, setUnder } from "../../core/kinds.ts";
import { type Pages, pageKey } from "../../core/paged.ts";
import { must } from "../../core/transaction.ts";
import { spacesKinds } from "../kinds.ts";
import type { FoldersPage } from "../model.ts";
import type { Reading } from "./spaces.ts";

/** Selections and exclusions per page of an application's wish. */
export const WISH_PAGE = 256;

/** Entries of each list in a page of `shown` and `excepted`. */
export const SIGHT_PAGE = 64;

/** A Space's Members, in order of joining. */
export function membersOf(space: SpaceId): Pages<"members"> {
  return listOf(spacesKinds.members, space);
}

/** Where an organization has applied, in the order in which it first did. */
export function appliedBy(organization: OrganizationId): Pages<"applied"> {
  return listOf(spacesKinds.applied, organization);
}

/** A Trunk's Branches, in order of Links. */
export function branchesOf(trunk: OrganizationId): Pages<"branches"> {
  return listOf(spacesKinds.branches, trunk);
}

/** The organizations below one, in the order in which they came. */
export function belowOf(organization: OrganizationId): Pages<"below"> {
  return listOf(spacesKinds.below, organization);
}

/** The Branches of a Trunk by alias and place. */
export function aliasesUnder(trunk: OrganizationId): Buckets<"trunk-aliases"> {
  return setOf(spacesKinds["trunk-aliases"], trunk);
}

/** The Branches mounted at a department of a Trunk. */
export function mountedAt(trunk: OrganizationId, department: DepartmentId): Buckets<"mounted"> {
  return setUnder(spacesKinds.mounted, trunk, department);
}

/** An alias and its place in one text; departments have no white space in them. */
export const aliasText = (mount: DepartmentId | null, alias: string): string =>
  `${mount ?? ""} ${alias}`;

/** A Space's Folders, in order of creation. */
export function foldersOf(space: SpaceId): Pages<"folders"> {
  return listOf(spacesKinds.folders, space);
}

/** A Folder as its page lists it. */
export type FolderEntry = FoldersPage["entries"][number];

/** The entry of a Folder that exists, by its ticket. */
export function folderEntry(tx: Reading, space: SpaceId, ticket: number): FolderEntry {
  const page = must(tx, ...pageKey(foldersOf(space), ticket));
  return page.entries.find((entry) => entry.ticket === ticket) as FolderEntry;
}
