/** What questions about licenses, apps and data ask for. */
import type { AppId } from "../../core/ids.ts";
import type { LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { aUser, doorOf, named, spaceNamed, usersOf } from "./actors.ts";
import { aMemberUse, byOf } from "./industry-use.ts";
import { anybody, aSpace, searched, unknown, viewerOf } from "./queries-common.ts";
import { adminOf, liveSpaces, organizationNamed, type Scene } from "./scene.ts";

type Asked = Exclude<
  Extract<
    QueryType,
    | `license.${string}`
    | `feature.${string}`
    | `app.${string}`
    | "space.home"
    | "space-app.use"
    | `data.${string}`
    | `form.${string}`
  >,
  "app.covered" | "license.by-branch"
>;
type Data<Type extends Asked> = Queries[Type]["input"];

/** An admin of an organization that has a pool, or whoever asks anyway. */
function aKeeper(scene: Scene, otherwise: Viewer): Viewer {
  const { random, facts } = scene;
  const pool = random.pick(facts.pools);
  const by = pool === undefined ? undefined : adminOf(scene, organizationNamed(scene, pool.host));
  return by === undefined || "support" in by || random.chance(20)
    ? otherwise
    : viewerOf(by as unknown as IdentityFacts);
}

/** A unit of the viewer's pool, or of somebody's. */
function aUnit({ random, facts }: Scene, { organization }: Viewer): LicenseUnit {
  const own = facts.pools.filter(({ host }) => host === organization);
  const pool = random.pick(own.length > 0 && random.chance(90) ? own : facts.pools);
  return random.pick(pool?.units ?? [])?.unit ?? { kind: "host", organization };
}

function aLinkedUnit(scene: Scene, viewer: Viewer): LinkedUnit {
  const units = scene.facts.pools.flatMap(({ host, units: all }) =>
    all.flatMap(({ unit }) => ("space" in unit ? [{ host, unit }] : [])),
  );
  const own = units.filter(({ host }) => host === viewer.organization);
  const chosen = scene.random.pick(own.length > 0 && scene.random.chance(90) ? own : units);
  const space = scene.random.pick(scene.facts.spaces)?.space ?? unknown(scene);
  return chosen?.unit ?? { kind: "space", space };
}

/** Somebody who looks into an app: mostly one who can use it, now and then whoever asks. */
function aLook(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const user = random.chance(60) ? aUser(scene) : random.pick(usersOf(scene));
  if (user === undefined || random.chance(12)) {
    const app = (random.pick(facts.apps)?.app ?? unknown(scene)) as AppId;
    const space = random.chance(50) ? {} : { space: aSpace(scene, otherwise) };
    return { viewer: otherwise, app, ...space };
  }
  return { viewer: viewerOf(user.who), app: user.app.app, ...doorOf(user) };
}

/** The same of an industry member, where they may ask (INDUSTRY-03). */
function anyLook(scene: Scene, otherwise: Viewer): ReturnType<typeof aLook> {
  const use = scene.random.chance(35) ? aMemberUse(scene) : undefined;
  if (use === undefined) return aLook(scene, otherwise);
  return { viewer: byOf(use.who), app: use.app.app, ...use.door } as ReturnType<typeof aLook>;
}

/** The Host's view of an app, which names no Space. */
function aHostLook(scene: Scene, otherwise: Viewer) {
  const own = usersOf(scene).filter(({ space, below }) => space === null && !below);
  const user = scene.random.chance(85) ? scene.random.pick(own) : undefined;
  const { viewer, app } = aLook(scene, otherwise);
  return user === undefined ? { viewer, app } : { viewer: viewerOf(user.who), app: user.app.app };
}

const FEATURES = [
  "form.submit",
  "flow.start",
  "task.handle",
  "report.view",
  "attachment.upload",
  "automation.trigger",
  "cool-app.card",
  "cool-app.distribute",
  "data.view",
  "import",
  "design",
  "__proto__",
] as const;

/** Makes what a question of each type asks for, by a viewer unless another one fits better. */
export const appQuestions: {
  readonly [Type in Asked]: (scene: Scene, viewer: Viewer) => Data<Type>;
} = {
  "license.usage": (scene, viewer) => ({ viewer: aKeeper(scene, viewer) }),
  "license.accounts": (scene, otherwise) => {
    const viewer = aKeeper(scene, otherwise);
    return { viewer, unit: aUnit(scene, viewer) };
  },
  "license.waiting": (scene, viewer) => ({ viewer: aKeeper(scene, viewer) }),
  "license.reclaim-plan": (scene, viewer) => ({
    viewer: aKeeper(scene, viewer),
    ...(scene.random.chance(70) ? { purchased: scene.random.below(6) } : {}),
  }),
  "license.automatic": (scene, otherwise) => {
    const viewer = aKeeper(scene, otherwise);
    const unit = aLinkedUnit(scene, viewer);
    const members = spaceNamed(scene, unit.space)?.members ?? [];
    const member = unit.kind === "member" ? unit.organization : scene.random.pick(members);
    const odd = member === undefined || scene.random.chance(5);
    const organization = odd ? otherwise.organization : member;
    return { viewer, unit, organization };
  },
  "feature.list": () => ({}),
  "app.center": (scene, viewer) => ({ viewer, space: aSpace(scene, viewer) }),
  "app.use": (scene, viewer) => ({
    ...anyLook(scene, viewer),
    feature: scene.random.pick(FEATURES) ?? "form.submit",
  }),
  "app.settings": (scene, otherwise) => {
    const { random, facts } = scene;
    const set = random.pick(facts.publications);
    const space = random.pick(liveSpaces(scene).filter((each) => each.space === set?.space));
    const by =
      space === undefined ? undefined : adminOf(scene, organizationNamed(scene, space.host));
    if (set === undefined || by === undefined || "support" in by || random.chance(20)) {
      const app = (random.pick(facts.apps)?.app ?? unknown(scene)) as AppId;
      return { viewer: otherwise, space: aSpace(scene, otherwise), app };
    }
    const viewer = viewerOf(by as unknown as IdentityFacts);
    return { viewer, space: set.space, app: set.app };
  },
  "space.home": (scene, viewer) => ({ viewer, space: aSpace(scene, viewer) }),
  "space-app.use": (scene, viewer) => {
    const { random, facts } = scene;
    const own = facts.apps.filter(({ owner }) => owner.kind === "space");
    const chosen = random.pick(random.chance(90) ? own : facts.apps);
    const space =
      chosen?.owner.kind === "space" && random.chance(90)
        ? chosen.owner.space
        : aSpace(scene, viewer);
    const inside = random.pick(spaceNamed(scene, space)?.roster ?? []);
    const asks = inside === undefined || random.chance(20) ? viewer : viewerOf(inside);
    return { viewer: asks, space, app: chosen?.app ?? (unknown(scene) as AppId) };
  },
  "data.range": anyLook,
  "data.rows": (scene, viewer) => {
    const { random } = scene;
    const look = anyLook(scene, viewer);
    const rows = scene.facts.apps.find(({ app }) => app === look.app)?.rows ?? [];
    const one = random.pick(rows)?.submitter;
    return {
      ...look,
      ...(one !== undefined && random.chance(25) ? { submitter: one[1] } : {}),
      ...(one !== undefined && random.chance(25) ? { organization: one[0] } : {}),
    };
  },
  "data.submitters": (scene, viewer) => ({ ...aHostLook(scene, viewer), ...searched(scene) }),
  "form.pickable": (scene, viewer) => {
    const look = aLook(scene, viewer);
    const space = scene.facts.spaces.find((each) => "space" in look && each.space === look.space);
    const one = scene.random.chance(60) ? scene.random.pick(space?.roster ?? []) : undefined;
    return { ...look, target: one === undefined ? anybody(scene) : named(one) };
  },
  "form.candidates": (scene, viewer) => ({ ...aLook(scene, viewer), ...searched(scene) }),
};
