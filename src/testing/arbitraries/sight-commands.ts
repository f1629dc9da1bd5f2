/** Commands of a Host about who sees whom in its Space. */
import type { DepartmentOf } from "../../core/notice.ts";
import { type HidingExceptions, PARTNER_TYPES, type Visibility } from "../../spaces/model.ts";
import { command } from "../inputs.ts";
import type { SpaceFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import { aMember } from "./member-commands.ts";
import { organizationNamed, type Scene } from "./scene.ts";

type Types = "visibility.set" | "visibility.hide";

/** Departments of organizations of a Space. */
function departmentsIn(scene: Scene, { host, members }: SpaceFacts): DepartmentOf[] {
  return [host, ...members].flatMap((organization) =>
    (organizationNamed(scene, organization)?.departments ?? []).map(({ department }) => ({
      organization,
      department,
    })),
  );
}

/** Some of a list, about as many as a list of exceptions may have. */
function few<Item>({ random, policy }: Scene, items: readonly Item[]): Item[] {
  const most = random.chance(6) ? policy.sightExceptionLimit + 1 : policy.sightExceptionLimit;
  return random.some(items, 25).slice(0, Math.min(most, 4));
}

/** Kinds of Members: mostly such as there are. */
function someKinds(scene: Scene, { associations }: SpaceFacts): HidingExceptions["kinds"] {
  const { random } = scene;
  const there = associations.flatMap(({ types, level }) => [
    ...types.map((type) => ({ type })),
    ...(level === null ? [] : [{ level }]),
    ...types.flatMap((type) => (level === null ? [] : [{ type, level }])),
  ]);
  const any = PARTNER_TYPES.map((type) => ({ type }));
  const all = new Map([...there, ...any].map((kind) => [JSON.stringify(kind), kind]));
  return few(scene, random.chance(70) ? [...all.values()].slice(0, 6) : [...all.values()]);
}

function aSetting(scene: Scene, space: SpaceFacts): Visibility {
  const { random } = scene;
  if (random.chance(20)) return { kind: random.chance(50) ? "own" : "all" };
  if (random.chance(30)) return { kind: "kinds", kinds: someKinds(scene, space) };
  const organizations = random.some([space.host, ...space.members], random.chance(50) ? 50 : 15);
  const departments = random.chance(50) ? few(scene, departmentsIn(scene, space)) : [];
  return { kind: "listed", organizations, ...(random.chance(50) ? { departments } : {}) };
}

/** Makes the commands about sight. */
export const sightCommands: Builders<Types> = {
  "visibility.set": (scene) => {
    const chosen = aMember(scene);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    const visibility = aSetting(scene, space);
    return command("visibility.set", by, { space: space.space, organization, visibility });
  },
  "visibility.hide": (scene) => {
    const { random } = scene;
    const chosen = aMember(scene);
    if (chosen === null) return null;
    const { by, space, organization } = chosen;
    const except = {
      ...(random.chance(50) ? { organizations: few(scene, [space.host, ...space.members]) } : {}),
      ...(random.chance(40) ? { kinds: someKinds(scene, space) } : {}),
      ...(random.chance(50) ? { departments: few(scene, departmentsIn(scene, space)) } : {}),
    };
    const named = { space: space.space, organization, hidden: random.chance(80) };
    return command("visibility.hide", by, {
      ...named,
      ...(random.chance(80) ? { except } : {}),
    });
  },
};
