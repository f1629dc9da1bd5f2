/** Commands of a Host about its Members and its Folders. */
import type { FolderId } from "../../core/ids.ts";
import { PARTNER_TYPES } from "../../spaces/model.ts";
import { command } from "../inputs.ts";
import type { SpaceFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import {
  adminOf,
  aManagedSpace,
  fresh,
  liveSpaces,
  organizationNamed,
  type Scene,
  text,
} from "./scene.ts";

type Types =
  | "association.cancel"
  | "association.leave"
  | "association.stay"
  | "association.suspend"
  | "association.resume"
  | "partner.set"
  | "folder.create"
  | "folder.rename"
  | "folder.move"
  | "folder.remove"
  | "member.place";

const hasMembers = ({ members }: SpaceFacts): boolean => members.length > 0;
const hasFolders = ({ folders }: SpaceFacts): boolean => folders.length > 0;

/** A Member of a Space, with an admin of its Host. */
export function aMember(scene: Scene) {
  const managed = aManagedSpace(scene, hasMembers);
  const organization = scene.random.pick(managed?.space.members ?? []);
  return managed === null || organization === undefined ? null : { ...managed, organization };
}

/** A Member with an admin of the Host: mostly one that is suspended, or is not, as is wanted. */
function aMemberWhich(scene: Scene, isSuspended: boolean) {
  const { random } = scene;
  const of = ({ associations, host }: SpaceFacts) =>
    associations.filter(
      ({ organization, suspended = false }) => organization !== host && suspended === isSuspended,
    );
  const managed = aManagedSpace(scene, (space) => of(space).length > 0);
  const meant = random.pick(managed === null ? [] : of(managed.space));
  if (managed === null || meant === undefined || random.chance(15)) return aMember(scene);
  return { ...managed, organization: meant.organization };
}

/** A Member with an admin of its own: mostly one that has announced its exit, if one is wanted. */
function aMemberItself(scene: Scene, wanted: "leaving" | "any") {
  const { random } = scene;
  const all = liveSpaces(scene).flatMap(({ space, host, associations }) =>
    associations.flatMap(({ organization, leaving }) =>
      // Now and then the Host is to leave its own Space.
      organization === host && !random.chance(4) ? [] : [{ space, organization, leaving }],
    ),
  );
  const announced = all.filter(({ leaving }) => leaving !== undefined);
  const isMeant = wanted === "leaving" && announced.length > 0 && random.chance(85);
  const chosen = random.pick(isMeant ? announced : all);
  if (chosen === undefined) return null;
  const { space, organization } = chosen;
  const by = adminOf(scene, organizationNamed(scene, organization));
  return by === undefined ? null : { by, named: { space, organization } };
}

function aFolder(scene: Scene) {
  const managed = aManagedSpace(scene, hasFolders);
  const folder = scene.random.pick(managed?.space.folders ?? [])?.folder;
  return managed === null || folder === undefined ? null : { ...managed, folder };
}

/** A Folder or the root; now and then the one that is not meant. */
function someFolder({ random }: Scene, { folders }: SpaceFacts, not: FolderId | null = null) {
  const all = [null, ...folders.map(({ folder }) => folder)];
  const others = all.filter((each) => each !== not || random.chance(15));
  return random.pick(others) ?? null;
}

/** Makes the commands about Members and Folders. */
export const memberCommands: Builders<Types> = {
  "association.cancel": (scene) => {
    const chosen = aMember(scene);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    return command("association.cancel", by, { space: space.space, organization });
  },
  "association.leave": (scene) => {
    const { policy, random } = scene;
    // Where each command ends it, there would soon be no Members.
    if (policy.memberExit !== "host-only" && policy.exitNoticeDays === 0 && random.chance(50)) {
      return null;
    }
    const chosen = aMemberItself(scene, random.chance(50) ? "leaving" : "any");
    return chosen === null ? null : command("association.leave", chosen.by, chosen.named);
  },
  "association.stay": (scene) => {
    const chosen = aMemberItself(scene, "leaving");
    return chosen === null ? null : command("association.stay", chosen.by, chosen.named);
  },
  "association.suspend": (scene) => {
    const chosen = aMemberWhich(scene, false);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    const named = { space: space.space, organization };
    const reason = scene.random.chance(50) ? {} : { reason: text(scene, "Reason") };
    return command("association.suspend", by, { ...named, ...reason });
  },
  "association.resume": (scene) => {
    const chosen = aMemberWhich(scene, true);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    return command("association.resume", by, { space: space.space, organization });
  },
  "partner.set": (scene) => {
    const { random } = scene;
    const chosen = aMember(scene);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    const types = random.some([...PARTNER_TYPES, "other"], 20);
    const level = random.chance(50) ? null : text(scene, "Level");
    return command("partner.set", by, { space: space.space, organization, types, level });
  },
  "folder.create": (scene) => {
    const managed = aManagedSpace(scene);
    if (managed === null) return null;
    const { by, space } = managed;
    const parent = someFolder(scene, space);
    const folder = fresh(scene, "folder");
    const name = text(scene, "Folder");
    return command("folder.create", by, { space: space.space, folder, parent, name });
  },
  "folder.rename": (scene) => {
    const chosen = aFolder(scene);
    if (chosen === null) return null;
    const { by, space, folder } = chosen;
    const name = text(scene, "Folder");
    return command("folder.rename", by, { space: space.space, folder, name });
  },
  "folder.move": (scene) => {
    const chosen = aFolder(scene);
    if (chosen === null) return null;
    const { by, space, folder } = chosen;
    const parent = someFolder(scene, space, folder);
    return command("folder.move", by, { space: space.space, folder, parent });
  },
  "folder.remove": (scene) => {
    const chosen = aFolder(scene);
    if (chosen === null) return null;
    const { by, space, folder } = chosen;
    return command("folder.remove", by, { space: space.space, folder });
  },
  "member.place": (scene) => {
    const chosen = aMember(scene);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    const place = space.associations.find((each) => each.organization === organization)?.folder;
    const folder = someFolder(scene, space, place);
    return command("member.place", by, { space: space.space, organization, folder });
  },
};
