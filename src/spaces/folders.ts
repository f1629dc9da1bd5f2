/**
 * Folders: the Space's own departments and directories. They order Members and grant nothing
 * (FOLDER-03).
 */
import type { FolderId, SpaceId } from "../core/ids.ts";
import { allTickets } from "../core/paged.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit, must, read } from "../core/transaction.ts";
import type { FolderRecord, SpacesCommands } from "./model.ts";
import { type FolderEntry, folderEntry, foldersOf } from "./select/keys.ts";
import {
  associationOf,
  type CommandOf,
  type Deciding,
  organizationIsMember,
  type Reading,
  spaceAdminRefusal,
  spaceOf,
} from "./select/spaces.ts";

function folderOf(tx: Reading, space: SpaceId, folder: FolderId): FolderRecord {
  return must(tx, "folder", space, folder);
}

/** PROTO-03, FOLDER-01: the Folder exists; the root, `null`, always does. */
const folderKnown = guard(
  ["PROTO-03", "FOLDER-01"],
  (tx: Reading, space: SpaceId, folder: FolderId | null) =>
    folder === null || read(tx, "folder", space, folder)?.removed === false
      ? null
      : refuse("UNKNOWN_FOLDER", { space, folder }),
);

/** PROTO-04: no Folder of this Space, be it removed since, has had the id. */
const folderIdFree = guard("PROTO-04", (tx: Reading, space: SpaceId, folder: FolderId) =>
  read(tx, "folder", space, folder) === null
    ? null
    : refuse("ID_TAKEN", { kind: "folder", id: folder }),
);

/** FOLDER-01: a Folder does not come to lie below itself. */
const folderStaysOutOfItself = guard(
  "FOLDER-01",
  (tx: Reading, { space, folder, parent }: SpacesCommands["folder.move"]) => {
    if (parent === null || folderOf(tx, space, folder).parent === parent) return null;
    const index = spaceOf(tx, space).folders;
    const parents = new Map<FolderId, FolderId | null>();
    for (const entry of allTickets<FolderEntry>(tx, foldersOf(space), index)) {
      parents.set(entry.folder, entry.parent);
    }
    let above: FolderId | null = parent;
    while (above !== null && above !== folder) above = parents.get(above) ?? null;
    return above === null ? null : refuse("FOLDER_CYCLE", { folder });
  },
);

/** FOLDER-01: the Folder holds neither Folders nor Members. */
const folderIsEmpty = guard("FOLDER-01", (tx: Reading, space: SpaceId, folder: FolderId) => {
  const { children, members } = folderOf(tx, space, folder);
  return children + members === 0 ? null : refuse("FOLDER_NOT_EMPTY", { folder });
});

/** FOLDER-01: the Folder exists from now on. */
const create = effect("FOLDER-01", (tx: Deciding, wish: SpacesCommands["folder.create"]): void => {
  emit(tx, "folder.created", wish);
});

/** A Space admin makes a Folder. */
export function createFolder(tx: Deciding, command: CommandOf<"folder.create">) {
  const { space, folder, parent } = command.data;
  const refusal =
    spaceAdminRefusal(tx, command.by, command.data.space) ??
    folderKnown(tx, space, parent) ??
    folderIdFree(tx, space, folder);
  if (refusal === null) create(tx, command.data);
  return refusal;
}

/** FOLDER-01: the Folder has another name. */
const rename = effect("FOLDER-01", (tx: Deciding, wish: SpacesCommands["folder.rename"]): void => {
  emit(tx, "folder.renamed", wish);
});

/** A Space admin gives a Folder another name. */
export function renameFolder(tx: Deciding, command: CommandOf<"folder.rename">) {
  const { space, folder, name } = command.data;
  const refusal =
    spaceAdminRefusal(tx, command.by, command.data.space) ?? folderKnown(tx, space, folder);
  if (refusal !== null) return refusal;
  const { ticket } = folderOf(tx, space, folder);
  if (folderEntry(tx, space, ticket).name !== name) rename(tx, command.data);
  return null;
}

/** FOLDER-01: the Folder, with all it holds, hangs elsewhere. */
const move = effect("FOLDER-01", (tx: Deciding, wish: SpacesCommands["folder.move"]): void => {
  emit(tx, "folder.moved", wish);
});

/** A Space admin hangs a Folder elsewhere. */
export function moveFolder(tx: Deciding, command: CommandOf<"folder.move">) {
  const { space, folder, parent } = command.data;
  const refusal =
    spaceAdminRefusal(tx, command.by, command.data.space) ??
    folderKnown(tx, space, folder) ??
    folderKnown(tx, space, parent) ??
    folderStaysOutOfItself(tx, command.data);
  if (refusal !== null) return refusal;
  if (folderOf(tx, space, folder).parent !== parent) move(tx, command.data);
  return null;
}

/** FOLDER-01: the Folder is no more; its id stays taken. */
const remove = effect("FOLDER-01", (tx: Deciding, wish: SpacesCommands["folder.remove"]): void => {
  emit(tx, "folder.removed", wish);
});

/** A Space admin removes an empty Folder. */
export function removeFolder(tx: Deciding, command: CommandOf<"folder.remove">) {
  const { space, folder } = command.data;
  const refusal =
    spaceAdminRefusal(tx, command.by, command.data.space) ??
    folderKnown(tx, space, folder) ??
    folderIsEmpty(tx, space, folder);
  if (refusal === null) remove(tx, command.data);
  return refusal;
}

/** FOLDER-02: the Member as a whole is in this Folder and in no other. */
const place = effect("FOLDER-02", (tx: Deciding, wish: SpacesCommands["member.place"]): void => {
  emit(tx, "member.placed", wish);
});

/** A Space admin puts a Member into a Folder. */
export function placeMember(tx: Deciding, { by, data }: CommandOf<"member.place">) {
  const { space, organization, folder } = data;
  const refusal =
    spaceAdminRefusal(tx, by, space) ??
    folderKnown(tx, space, folder) ??
    organizationIsMember(tx, space, organization);
  if (refusal !== null) return refusal;
  if (associationOf(tx, space, organization)?.folder !== folder) place(tx, data);
  return null;
}
