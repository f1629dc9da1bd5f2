/** What questions of several kinds ask for. */
import type { SpaceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { named, staffOf } from "./actors.ts";
import { HOSTILE_IDS } from "./names.ts";
import type { Scene } from "./scene.ts";

/** An identity as whoever asks. */
export const viewerOf = ([organization, person]: IdentityFacts): Viewer => ({
  organization,
  person,
});
/** An id of something that is not there. */
export const unknown = <Id extends string>({ random }: Scene): Id =>
  (random.chance(50) ? random.pick(HOSTILE_IDS) : "nobody-knows") as Id;

/** A Space in which the viewer is, or any. */
export function aSpace({ random, facts }: Scene, { organization, person }: Viewer): SpaceId {
  const inside = facts.spaces.filter(({ roster }) =>
    roster.some((each) => each[0] === organization && each[1] === person),
  );
  const chosen = random.pick(inside.length > 0 && random.chance(75) ? inside : facts.spaces);
  return chosen?.space ?? ("nobody-knows" as never);
}

/** Anybody there is: employed, or on a Roster. */
export function anybody(scene: Scene): Identity {
  const all = scene.facts.organizations.flatMap(staffOf);
  const { organization, person } = named(scene.random.pick(all) ?? (["a", "b"] as never));
  return { organization, person };
}

/** Part of a name to look for, or nothing. */
export const searched = ({ random }: Scene) =>
  random.chance(30) ? { search: random.chance(80) ? "ame 1" : "name" } : {};

/** Mostly when it is asked, now and then much later, or at no time. */
export const aTime = ({ random, at }: Scene): { readonly at?: number } =>
  random.chance(40) ? {} : { at: at + (random.chance(30) ? random.below(9) * 86_400_000 : 0) };
