/** What always holds of Folders. */
import type { FolderId, SpaceId } from "../core/ids.ts";
import {
  byOwner,
  checkedTickets,
  type Everything,
  type Invariant,
  named,
} from "../core/invariants.ts";
import type { SpaceRecord, SpacesRecords } from "./model.ts";
import { foldersOf } from "./select/keys.ts";
import type { SpacesReads } from "./select/spaces.ts";

type All = Everything<SpacesReads>;
type Say = (what: string) => void;

/** FOLDER-01, FOLDER-02: a tree of Folders, each knowing how many Folders and Members it holds. */
export const folders: Invariant<SpacesReads>["check"] = (all, say) => {
  const placed = new Map<string, number>();
  for (const { owner, own, record } of all.of("association")) {
    const { folder } = record;
    if (folder === null) continue;
    const key = named(owner, folder);
    placed.set(key, (placed.get(key) ?? 0) + 1);
    if (all.get("folder", owner, folder)?.removed !== false) {
      say(`${named(owner, own)} is in a Folder that is not there`);
    }
  }
  const records = byOwner(all.of("folder"));
  for (const { owner, record } of all.of("space")) {
    checkFolders(all, owner, record, (records.get(owner) ?? []).length, say);
  }
  for (const { owner, own, record } of all.of("folder")) {
    if (record.members !== (placed.get(named(owner, own)) ?? 0)) {
      say(`${named(owner, own)} miscounts its Members`);
    }
  }
};

function checkFolders(all: All, owner: string, space: SpaceRecord, known: number, say: Say): void {
  const where = foldersOf(owner as SpaceId);
  type Entry = SpacesRecords["folders"]["entries"][number];
  const entries = checkedTickets<Entry>(all, where, space.folders, say);
  const parents = new Map(entries.map(({ folder, parent }) => [folder, parent]));
  if (parents.size > known) say(`${named(owner)} lists Folders that are not recorded`);
  const children = new Map<FolderId, number>();
  for (const parent of parents.values()) {
    if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1);
  }
  for (const { folder, parent, ticket } of entries) {
    const record = all.get("folder", owner, folder);
    const same = record?.removed === false && record.parent === parent && record.ticket === ticket;
    if (!same) say(`${named(owner, folder)} is not as listed`);
    if (record?.children !== (children.get(folder) ?? 0)) {
      say(`${named(owner, folder)} miscounts its Folders`);
    }
    let next: FolderId | null | undefined = parent;
    for (let steps = 0; next !== null && next !== undefined; steps += 1) {
      if (steps > entries.length) {
        say(`${named(owner, folder)} is in a Folder within itself`);
        break;
      }
      next = parents.get(next);
    }
    if (next === undefined) say(`${named(owner, folder)} is in a Folder that is not there`);
  }
}
