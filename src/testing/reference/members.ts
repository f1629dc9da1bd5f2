/** What a Host does with its Members and its Folders. */
import type { FolderId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { actsFor, lacksMainRole, spaceAdmin, unknownRoots } from "./authority.ts";
import { giveSeatsBackIn, takeSeatsIn } from "./automatic.ts";
import { saysSame } from "./canonical.ts";
import { lacksMain } from "./hierarchy-authority.ts";
import { isEarly, leavesFrom, leavesNow } from "./leaving.ts";
import { findMember, findSpace, membersOf } from "./lists.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { endAssociation } from "./spaces.ts";
import type { Association, Folder, Handlers, State, World } from "./state.ts";
import { tellLeaving, tellResumed, tellSuspended } from "./telling-sides.ts";

/** A Member of a Space. */
export interface About {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
}

/** A Member's Association. */
export function memberOf(
  state: State,
  { space: id, organization }: About,
): Association | undefined {
  const space = findSpace(state, id);
  return space === undefined ? undefined : findMember(state, space, organization);
}

/** The Folders of a Space that have not been removed. */
export function foldersOf(state: State, space: SpaceId): Folder[] {
  return state.folders.filter((folder) => folder.space === space && !folder.removed);
}

/** A Folder that has not been removed. */
export function findFolder(state: State, space: SpaceId, id: FolderId): Folder | undefined {
  return foldersOf(state, space).find((folder) => folder.id === id);
}

function isUnknownFolder(state: State, space: SpaceId, id: FolderId | null): boolean {
  return id !== null && findFolder(state, space, id) === undefined;
}

/** What refuses a command of a Space admin about a Member. */
export function memberCodes(world: World, by: Actor, about: About): RefusalCode[] {
  return whichApplyTo(spaceAdmin(world, by, about), [
    ["NOT_A_MEMBER", memberOf(world.state, about) === undefined],
  ]);
}

function cancelCodes(world: World, by: Actor, about: About): RefusalCode[] {
  const { state } = world;
  const codes = unknownRoots(world, by, { space: about.space });
  const space = findSpace(state, about.space);
  if (space === undefined || !("person" in by) || codes.length > 0) return codes;
  const isMember = memberOf(state, about) !== undefined;
  const guest = by.organization === about.organization && space.host !== about.organization;
  const ownAdmin = actsFor(state, by, about.organization);
  return whichApply([
    ["NOT_AUTHORIZED_ADMIN", guest && !ownAdmin],
    ["WHOLE_ORG_EXIT_HOST_ONLY", guest && ownAdmin && isMember],
    ["NOT_SPACE_ADMIN", !(guest && isMember) && !actsFor(state, by, space.host)],
    ["NOT_A_MEMBER", !isMember],
  ]);
}

/** A Member takes its leave, or takes that back, only where the policy lets it (EXIT-07). */
function exitCodes(world: World, by: Actor, about: About): RefusalCode[] {
  const { state, policy } = world;
  const codes = unknownRoots(world, by, { space: about.space });
  if (codes.length > 0) return codes;
  const isMember = memberOf(state, about) !== undefined;
  const isHost = findSpace(state, about.space)?.host === about.organization;
  const own = actsFor(state, by, about.organization);
  const needsMain = policy.memberExit === "main-admin" && lacksMain(state, by);
  return whichApply([
    ["NOT_AUTHORIZED_ADMIN", !own],
    ["MAIN_ADMIN_REQUIRED", own && (needsMain || (!isHost && lacksMainRole(world, by)))],
    ["WHOLE_ORG_EXIT_HOST_ONLY", isMember && policy.memberExit === "host-only"],
    ["NOT_A_MEMBER", !isMember],
  ]);
}

type MemberType =
  | "association.cancel"
  | "association.leave"
  | "association.stay"
  | "association.suspend"
  | "association.resume"
  | "partner.set"
  | "member.place";

/** The commands about one Member. */
export const memberCommands: Handlers<MemberType> = {
  "association.cancel": {
    codes: (world, { by, data }) => cancelCodes(world, by, data),
    effect: (world, { data }) => {
      const space = findSpace(world.state, data.space);
      if (space !== undefined) endAssociation(world, space, data.organization, "cancelled");
    },
  },
  "association.leave": {
    codes: (world, { by, at, data }) => {
      const leaving = memberOf(world.state, data)?.leaving ?? null;
      return whichApplyTo(exitCodes(world, by, data), [
        ["EXIT_NOT_DUE", isEarly(world.policy, leaving, at)],
      ]);
    },
    effect: (world, { at, data }) => {
      const { state, policy } = world;
      const space = findSpace(state, data.space);
      const member = memberOf(state, data);
      if (space === undefined || member === undefined) return;
      if (leavesNow(policy, member.leaving)) {
        endAssociation(world, space, data.organization, "left");
        return;
      }
      member.leaving = leavesFrom(policy, at);
      tellLeaving(world, data, member.leaving);
    },
  },
  "association.stay": {
    codes: (world, { by, data }) => exitCodes(world, by, data),
    effect: ({ state }, { data }) => {
      const member = memberOf(state, data);
      if (member !== undefined) member.leaving = null;
    },
  },
  "association.suspend": {
    codes: (world, { by, data }) => memberCodes(world, by, data),
    effect: (world, { data }) => {
      const member = memberOf(world.state, data);
      // Once more changes nothing, whatever is given as a reason.
      if (member === undefined || member.suspended) return;
      member.suspended = true;
      takeSeatsIn(world, member);
      tellSuspended(world, data, data.reason ?? null);
    },
  },
  "association.resume": {
    codes: (world, { by, data }) => memberCodes(world, by, data),
    effect: (world, { data }) => {
      const member = memberOf(world.state, data);
      if (member?.suspended !== true) return;
      member.suspended = false;
      giveSeatsBackIn(world, member);
      tellResumed(world, data);
    },
  },
  "partner.set": {
    codes: (world, { by, data }) => memberCodes(world, by, data),
    effect: ({ state }, { data }) => {
      const member = memberOf(state, data);
      if (member === undefined) return;
      const { types, level } = data;
      // Types are a set: said again in another order, they stay in the one in which they were set.
      if (saysSame({ types, level }, { types: member.types, level: member.level })) return;
      member.types = [...new Set(types)];
      member.level = level;
    },
  },
  "member.place": {
    codes: (world, { by, data }) =>
      whichApplyTo(memberCodes(world, by, data), [
        ["UNKNOWN_FOLDER", isUnknownFolder(world.state, data.space, data.folder)],
      ]),
    effect: ({ state }, { data }) => {
      const member = memberOf(state, data);
      if (member !== undefined) member.folder = data.folder;
    },
  },
};

function above(state: State, space: SpaceId, id: FolderId | null): FolderId[] {
  if (id === null) return [];
  return [id, ...above(state, space, findFolder(state, space, id)?.parent ?? null)];
}

function isInUse(state: State, id: SpaceId, folder: FolderId): boolean {
  const space = findSpace(state, id);
  const placed = space === undefined ? [] : membersOf(state, space);
  return (
    placed.some((member) => member.folder === folder) ||
    foldersOf(state, id).some((each) => each.parent === folder)
  );
}

type FolderType = "folder.create" | "folder.rename" | "folder.move" | "folder.remove";

/** The commands about Folders. */
export const folderCommands: Handlers<FolderType> = {
  "folder.create": {
    codes: ({ state, ...world }, { by, data: { space, folder, parent } }) =>
      whichApplyTo(spaceAdmin({ state, ...world }, by, { space }), [
        ["UNKNOWN_FOLDER", isUnknownFolder(state, space, parent)],
        ["ID_TAKEN", state.folders.some((each) => each.space === space && each.id === folder)],
      ]),
    effect: ({ state }, { data: { space, folder, parent, name } }) => {
      state.folders.push({ space, id: folder, parent, name, removed: false });
    },
  },
  "folder.rename": {
    codes: (world, { by, data: { space, folder } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["UNKNOWN_FOLDER", isUnknownFolder(world.state, space, folder)],
      ]),
    effect: ({ state }, { data }) => {
      const folder = findFolder(state, data.space, data.folder);
      if (folder !== undefined) folder.name = data.name;
    },
  },
  "folder.move": {
    codes: (world, { by, data: { space, folder, parent } }) => {
      const { state } = world;
      return whichApplyTo(spaceAdmin(world, by, { space }), [
        [
          "UNKNOWN_FOLDER",
          isUnknownFolder(state, space, folder) || isUnknownFolder(state, space, parent),
        ],
        ["FOLDER_CYCLE", above(state, space, parent).includes(folder)],
      ]);
    },
    effect: ({ state }, { data }) => {
      const folder = findFolder(state, data.space, data.folder);
      if (folder !== undefined) folder.parent = data.parent;
    },
  },
  "folder.remove": {
    codes: (world, { by, data: { space, folder } }) =>
      whichApplyTo(spaceAdmin(world, by, { space }), [
        ["UNKNOWN_FOLDER", isUnknownFolder(world.state, space, folder)],
        ["FOLDER_NOT_EMPTY", isInUse(world.state, space, folder)],
      ]),
    effect: ({ state }, { data }) => {
      const folder = findFolder(state, data.space, data.folder);
      if (folder !== undefined) folder.removed = true;
    },
  },
};
