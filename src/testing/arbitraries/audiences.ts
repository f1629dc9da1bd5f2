/** Whom an app in a Space is for, and what they may see of its data. */
import type { Audience, DataPermission, Range } from "../../apps/model.ts";
import { PARTNER_TYPES } from "../../spaces/model.ts";
import type { SpaceFacts } from "../reference/facts-model.ts";
import { named } from "./actors.ts";
import { organizationNamed, type Scene, text } from "./scene.ts";

const RANGES: readonly Range[] = ["own", "organization", "space", "all"];

/** A label of a row of data. */
export function labels({ random }: Scene, percent: number): string[] {
  return random.some(["Label 0", "Label 1", "Label 2"], percent);
}

function partnerKinds(scene: Scene, { associations }: SpaceFacts): Audience["partners"] {
  const { random } = scene;
  const carried = associations.flatMap(({ types, level }) => [
    ...types.map((type) => ({ type })),
    ...(level === null ? [] : [{ level }, ...types.map((type) => ({ type, level }))]),
  ]);
  const odd = { type: random.pick(PARTNER_TYPES) ?? "other" };
  const kind = random.chance(85) ? random.pick(carried) : undefined;
  const one = kind ?? odd;
  return random.chance(25) && !("level" in one) ? [one, { level: text(scene, "Level") }] : [one];
}

/** An audience in a Space, mostly one that covers somebody; each list now and then. */
export function anAudience(scene: Scene, space: SpaceFacts): Audience {
  const { random } = scene;
  const departments = space.members.flatMap((organization) =>
    (organizationNamed(scene, organization)?.departments ?? []).map(({ department }) => ({
      organization,
      department,
    })),
  );
  const theirs = space.roster.filter(([organization]) => organization !== space.host);
  const inside = random.chance(96) ? theirs : space.roster;
  return {
    ...(random.chance(25) ? { partners: partnerKinds(scene, space) ?? [] } : {}),
    ...(random.chance(55) ? { organizations: random.some(space.members, 60) } : {}),
    ...(random.chance(25) ? { departments: random.some(departments, 25) } : {}),
    ...(random.chance(35) ? { people: random.some(inside, 45).map(named) } : {}),
  };
}

/** A permission to see data. */
export function aPermission(scene: Scene, space: SpaceFacts): DataPermission {
  const { random } = scene;
  return {
    ...(random.chance(40) ? { for: anAudience(scene, space) } : {}),
    ...(random.chance(80) ? { rows: random.pick(RANGES) ?? "own" } : {}),
    ...(random.chance(30) ? { labels: labels(scene, 50) } : {}),
    ...(random.chance(50) ? { reports: random.chance(70) } : {}),
  };
}
