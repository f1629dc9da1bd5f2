/** Commands about whole Spaces and about quotas. */
import { command } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import {
  adminOf,
  aManagedSpace,
  anOrganization,
  fresh,
  live,
  liveSpaces,
  type Scene,
  support,
  text,
} from "./scene.ts";
import { aScope } from "./scope-commands.ts";

type Types =
  | "space.create"
  | "space.dissolve"
  | "space-quota.expand"
  | "person-cap.expand"
  | "batch-invitation.enable";

/** Whether an organization looks as if it could host one Space more. */
function mayHost({ policy, facts }: Scene, home: OrganizationFacts): boolean {
  const ever = facts.spaces.filter(({ host }) => host === home.organization).length;
  const used = policy.spaceQuotaBasis === "live" ? home.hosted.length : ever;
  const base = home.certified ? policy.certifiedSpaceQuota : policy.uncertifiedHost?.spaceQuota;
  const open = policy.gateStage === "capability" || (home.edition === "exclusive" && !home.sso);
  return open && base !== undefined && used < base + home.expansion;
}

/** Makes the commands about Spaces and quotas. */
export const spaceCommands: Builders<Types> = {
  "space.create": (scene) => {
    const { random } = scene;
    const able = live(scene).filter((each) => mayHost(scene, each) && each.admins.length > 0);
    const home = random.pick(random.chance(88) ? able : live(scene));
    const by = adminOf(scene, home);
    if (home === undefined || by === undefined) return null;
    const rest = random.chance(65) ? { scope: aScope(scene, home, scene.policy.personCap) } : {};
    return command("space.create", by, {
      space: fresh(scene, "space"),
      name: text(scene, "Space"),
      ...rest,
    });
  },
  "space.dissolve": (scene) => {
    const managed = aManagedSpace(scene);
    if (managed === null) return null;
    return command("space.dissolve", managed.by, { space: managed.space.space });
  },
  "space-quota.expand": (scene) => {
    const home = anOrganization(scene);
    if (home === undefined) return null;
    const expansion = home.expansion + (scene.random.chance(88) ? 1 : 0);
    return command("space-quota.expand", support, { organization: home.organization, expansion });
  },
  "person-cap.expand": (scene) => {
    const { random } = scene;
    const full = liveSpaces(scene).filter(({ waiting }) => waiting.length > 0);
    const space = random.pick(random.chance(70) ? full : []) ?? random.pick(liveSpaces(scene));
    if (space === undefined) return null;
    const cap = space.cap + (random.chance(88) ? 1 + random.below(2) : 0);
    return command("person-cap.expand", support, { space: space.space, cap });
  },
  "batch-invitation.enable": (scene) => {
    const without = live(scene).filter(({ batchInvitation }) => !batchInvitation);
    const home = scene.random.pick(without) ?? anOrganization(scene);
    if (home === undefined) return null;
    return command("batch-invitation.enable", support, { organization: home.organization });
  },
};
