/** Where Spaces keep their lists. */
import type { SpaceId } from "../../core/ids.ts";
import { listOf } from "../../core/kinds.ts";
import { type Pages, pageKey } from "../../core/paged.ts";
import { must } from "../../core/transaction.ts";
import { spacesKinds } from "../kinds.ts";
import type { FoldersPage } from "../model.ts";
import type { Reading } from "./spaces.ts";

/** Selections and exclusions per page of an application's wish. */
export const WISH_PAGE = 256;

/** A Space's Members, in order of joining. */
export function membersOf(space: SpaceId): Pages<"members"> {
  return listOf(spacesKinds.members, space);
}

/** A Space's pending applications, in order of arrival. */
export function pendingIn(space: SpaceId): Pages<"pending"> {
  return listOf(spacesKinds.pending, space);
}

/** A Space's invitations, in order of issue. */
export function invitedTo(space: SpaceId): Pages<"invited"> {
  return listOf(spacesKinds.invited, space);
}

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
