/** Commands about cooperation groups. */
import { command } from "../inputs.ts";
import type { IdentityFacts, SpaceFacts } from "../reference/facts-model.ts";
import type { GroupFacts } from "../reference/facts-model-areas.ts";
import { isIn, named, spaceNamed } from "./actors.ts";
import type { Builders } from "./builder.ts";
import { fresh, liveSpaces, type Scene, text } from "./scene.ts";

type Types = "group.start" | "group.add" | "group.leave";

/** Those on the Roster whom somebody sees, now and then all of them. */
function seenBy(
  { random, policy }: Scene,
  { associations, roster }: SpaceFacts,
  [viewer]: IdentityFacts,
): IdentityFacts[] {
  const setting = associations.find(({ organization }) => organization === viewer)?.visibility;
  const all = !policy.groupInviteRequiresVisibility || random.chance(8) || setting?.kind === "all";
  return roster.filter(
    ([organization]) =>
      all ||
      organization === viewer ||
      (setting?.kind === "listed" && setting.organizations.includes(organization)),
  );
}

/** A group with somebody in it, in a Space that is there. */
function aGroup(scene: Scene): { readonly group: GroupFacts; readonly space: SpaceFacts } | null {
  const peopled = scene.facts.groups.filter(
    ({ space, participants }) => space !== null && participants.length > 0,
  );
  const group = scene.random.pick(peopled);
  const space = group === undefined ? undefined : spaceNamed(scene, group.space);
  return group === undefined || space === undefined ? null : { group, space };
}

const by = ([organization, person]: IdentityFacts) => [organization, person] as const;

/** Makes the commands about cooperation groups. */
export const groupCommands: Builders<Types> = {
  "group.start": (scene) => {
    const { random } = scene;
    const space = random.pick(liveSpaces(scene).filter(({ roster }) => roster.length > 0));
    const starter = random.pick(space?.roster ?? []);
    if (space === undefined || starter === undefined) return null;
    const participants = random.some(seenBy(scene, space, starter), 45).map(named);
    const group = fresh(scene, "group");
    const name = text(scene, "Group");
    return command("group.start", by(starter), { space: space.space, group, name, participants });
  },
  "group.add": (scene) => {
    const { random } = scene;
    const chosen = aGroup(scene);
    const adder = random.pick(chosen?.group.participants ?? []);
    if (chosen === null || adder === undefined) return null;
    const { group, space } = chosen;
    const others = seenBy(scene, space, adder).filter((each) => !isIn(group.participants, each));
    const known = random.chance(15) ? random.some(group.participants, 40) : [];
    const added = [...known, ...random.some(others, 60)].map(named);
    if (added.length === 0 && random.chance(90)) return null;
    return command("group.add", by(adder), {
      space: space.space,
      group: group.group,
      participants: added,
    });
  },
  "group.leave": (scene) => {
    const { random } = scene;
    const chosen = aGroup(scene);
    const leaver = random.pick(
      random.chance(92) ? (chosen?.group.participants ?? []) : (chosen?.space.roster ?? []),
    );
    if (chosen === null || leaver === undefined) return null;
    const { group, space } = chosen;
    return command("group.leave", by(leaver), { space: space.space, group: group.group });
  },
};
