/** Commands about the groups of Trunks, and about who may see which data through them. */
import type { TrunkPermission, TrunkRange } from "../../apps/model.ts";
import { command } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { GroupFacts, IdentityFacts } from "../reference/facts-model-areas.ts";
import { isIn, named } from "./actors.ts";
import { asActor } from "./app-use.ts";
import { labels } from "./audiences.ts";
import { aListBelow, anApp } from "./below-commands.ts";
import { inBookOf, linksIn } from "./books.ts";
import type { Builders } from "./builder.ts";
import { fresh, type Scene, text } from "./scene.ts";

type Types = "group.start" | "group.add" | "group.leave" | "app.permit";
type Organization = OrganizationFacts["organization"];

/** Those in a book whom somebody sees, roughly; now and then all of them. */
function seenBy(
  scene: Scene,
  trunk: Organization,
  [viewer]: IdentityFacts,
): readonly IdentityFacts[] {
  const { random, policy } = scene;
  const book = inBookOf(scene, trunk);
  const link = linksIn(scene).find((each) => each.trunk === trunk && each.organization === viewer);
  const all = !policy.groupInviteRequiresVisibility || viewer === trunk || random.chance(12);
  return all || link?.ownOnly === false ? book : book.filter(([id]) => id === viewer);
}

/** A group of a Trunk with somebody in it. */
function aGroup({ random, facts }: Scene): (GroupFacts & { readonly trunk: Organization }) | null {
  const ofTrunks = facts.groups.flatMap((each) =>
    each.trunk === undefined || each.participants.length === 0
      ? []
      : [{ ...each, trunk: each.trunk }],
  );
  return random.pick(ofTrunks) ?? null;
}

const RANGES: readonly TrunkRange[] = ["own", "organization", "below", "below", "node", "node"];

/** A permission to see data, for a list of those below or for everybody. */
function aPermission(scene: Scene, trunk: Organization): TrunkPermission {
  const { random } = scene;
  return {
    ...(random.chance(45) ? { for: aListBelow(scene, trunk) } : {}),
    ...(random.chance(88) ? { rows: random.pick(RANGES) ?? "own" } : {}),
    ...(random.chance(20) ? { labels: labels(scene, 50) } : {}),
    ...(random.chance(40) ? { reports: random.chance(70) } : {}),
  };
}

/** Makes the commands of those in a book, and the Trunk's word on its data. */
export const trunkGroups: Builders<Types> = {
  "app.permit": (scene) => {
    const { random } = scene;
    const chosen = anApp(scene, random.chance(92));
    if (chosen === null) return null;
    const { by, trunk, app } = chosen;
    const count = random.pick([0, 1, 1, 2, 3]) ?? 1;
    const permissions = Array.from({ length: count }, () => aPermission(scene, trunk));
    return command("app.permit", by, { trunk, app, permissions });
  },
  "group.start": (scene) => {
    const { random } = scene;
    const trunk = random.pick(linksIn(scene))?.trunk;
    const starter = trunk === undefined ? undefined : random.pick(inBookOf(scene, trunk));
    if (trunk === undefined || starter === undefined) return null;
    const participants = random.some(seenBy(scene, trunk, starter), 45).map(named);
    const group = fresh(scene, "group");
    const name = text(scene, "Group");
    return command("group.start", asActor(starter), { trunk, group, name, participants });
  },
  "group.add": (scene) => {
    const { random } = scene;
    const group = aGroup(scene);
    const adder = random.pick(group?.participants ?? []);
    if (group === null || adder === undefined) return null;
    const { trunk, participants } = group;
    const others = seenBy(scene, trunk, adder).filter((each) => !isIn(participants, each));
    const known = random.chance(15) ? random.some(participants, 40) : [];
    const added = [...known, ...random.some(others, 60)].map(named);
    if (added.length === 0 && random.chance(90)) return null;
    const data = { trunk, group: group.group, participants: added };
    return command("group.add", asActor(adder), data);
  },
  "group.leave": (scene) => {
    const { random } = scene;
    const group = aGroup(scene);
    if (group === null) return null;
    const among = random.chance(92) ? group.participants : inBookOf(scene, group.trunk);
    const leaver = random.pick(among);
    if (leaver === undefined) return null;
    return command("group.leave", asActor(leaver), { trunk: group.trunk, group: group.group });
  },
};
