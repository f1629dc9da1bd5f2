/** How full everything is, as `interorg` tells the admins whose limits they are. */
import type { Policy, Queries, Room, World } from "interorg";
import { questioner } from "./question.ts";
import type { Organization, Picture } from "./reading.ts";

export interface SpaceRoom {
  readonly persons: Room;
  readonly members: Room;
  readonly waiting: number;
}

export interface OrganizationRoom {
  /** `null`: the organization may not host. */
  readonly hosted: Room | null;
  readonly joined: Room;
  /** `null`: it has bought none. */
  readonly licenses: Queries["license.usage"]["answer"] | null;
}

/** Rooms by Space and by organization; absent where there is no admin who could ask. */
export interface Rooms {
  readonly spaces: ReadonlyMap<string, SpaceRoom>;
  readonly organizations: ReadonlyMap<string, OrganizationRoom>;
}

function adminOf({ record }: Organization): string | null {
  const able = record.admins.filter(
    ({ role, spacePermission }) => role === "main" || spacePermission,
  );
  return (able.find(({ role }) => role === "main") ?? able[0])?.person ?? null;
}

export function roomsIn(world: World, policy: Policy, { organizations, spaces }: Picture): Rooms {
  const question = questioner(world, policy);
  const found = {
    spaces: new Map<string, SpaceRoom>(),
    organizations: new Map<string, OrganizationRoom>(),
  };
  for (const each of organizations) {
    const person = adminOf(each);
    if (person === null || each.record.ended) continue;
    const viewer = { organization: each.organization, person };
    const room = question<Omit<OrganizationRoom, "licenses">>("admin.organization-room", {
      viewer,
    });
    const usage = question<Queries["license.usage"]["answer"]>("license.usage", { viewer });
    const bought = usage !== null && (usage.purchased > 0 || usage.used > 0);
    if (room !== null) {
      found.organizations.set(each.organization, { ...room, licenses: bought ? usage : null });
    }
    for (const { space, record } of spaces) {
      if (record.host !== each.organization) continue;
      const spaceRoom = question<SpaceRoom>("admin.space-room", { viewer, space });
      if (spaceRoom !== null) found.spaces.set(space, spaceRoom);
    }
  }
  return found;
}
