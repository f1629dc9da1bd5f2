/** What questions about apps, data, forms and groups ask for through Trunks. */
import type { AppId, OrganizationId } from "../../core/ids.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import { isAble, named, type User, usersOf } from "./actors.ts";
import { inBookOf, linksIn } from "./books.ts";
import { aMemberUse, byOf } from "./industry-use.ts";
import { anybody, aTime, searched, unknown, viewerOf } from "./queries-common.ts";
import type { Scene } from "./scene.ts";

type Asked = Extract<
  QueryType,
  | ("app.use" | "data.range" | "data.rows" | "form.pickable" | "form.candidates")
  | ("group.mine" | "group.participants")
>;
type Data<Type extends Asked> = Queries[Type]["input"];

/** Somebody below who looks able to use a distributed app, mostly. */
function aUserBelow(scene: Scene): User | undefined {
  const { random } = scene;
  const all = usersOf(scene).filter(({ below }) => below === true);
  const able = all.filter((each) => isAble(scene, each));
  return random.pick(able.length > 0 && random.chance(85) ? able : all);
}

/** Who looks into an app through which Trunk; now and then somebody for whom it is none. */
function aLook(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const user = random.chance(92) ? aUserBelow(scene) : undefined;
  if (user !== undefined) {
    const { organization: trunk } = user.host;
    return { viewer: viewerOf(user.who), trunk, app: user.app.app };
  }
  const trunk = random.pick(linksIn(scene))?.trunk ?? unknown<OrganizationId>(scene);
  const app = random.pick(facts.apps)?.app ?? unknown<AppId>(scene);
  return { viewer: otherwise, trunk, app };
}

/** The same, of industry members too, where they may ask (INDUSTRY-03). */
function anyLook(scene: Scene, otherwise: Viewer): ReturnType<typeof aLook> {
  const use = scene.random.chance(40) ? aMemberUse(scene) : undefined;
  if (use?.door.trunk === undefined) return aLook(scene, otherwise);
  return { viewer: byOf(use.who), app: use.app.app, ...use.door } as ReturnType<typeof aLook>;
}

/** Somebody who takes part in a Trunk's group, and the group. */
function aParticipant(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const group = random.pick(facts.groups.filter(({ trunk }) => trunk !== undefined));
  const trunk =
    group?.trunk ?? random.pick(linksIn(scene))?.trunk ?? unknown<OrganizationId>(scene);
  const among = random.chance(85) ? (group?.participants ?? []) : inBookOf(scene, trunk);
  const inside = random.pick(among);
  const viewer = inside === undefined || random.chance(8) ? otherwise : viewerOf(inside);
  return { viewer, trunk, group: group?.group ?? (unknown(scene) as never) };
}

const FEATURES = ["form.submit", "flow.start", "report.view", "data.view", "import", "export"];

/** Makes the data of each such question. */
export const belowQuestions: {
  readonly [Type in Asked]: (scene: Scene, otherwise: Viewer) => Data<Type>;
} = {
  "app.use": (scene, otherwise) => ({
    ...anyLook(scene, otherwise),
    ...aTime(scene),
    feature: scene.random.pick(FEATURES) ?? "form.submit",
  }),
  "data.range": (scene, viewer) => ({ ...anyLook(scene, viewer), ...aTime(scene) }),
  "data.rows": (scene, otherwise) => {
    const { random, facts } = scene;
    const look = anyLook(scene, otherwise);
    const rows = facts.apps.find(({ app }) => app === look.app)?.rows ?? [];
    const one = random.pick(rows)?.submitter;
    const asked = one === undefined || random.chance(60) ? {} : { organization: one[0] };
    // The builder sees it all (LEVEL-01).
    const builder = random.chance(35)
      ? usersOf(scene).find(({ app, space, below }) => app.app === look.app && !space && !below)
      : undefined;
    return builder === undefined
      ? { ...look, ...asked, ...aTime(scene) }
      : { viewer: viewerOf(builder.who), app: look.app, ...asked };
  },
  "form.pickable": (scene, otherwise) => {
    const look = aLook(scene, otherwise);
    const book = inBookOf(scene, look.trunk);
    const one = scene.random.chance(80) ? scene.random.pick(book) : undefined;
    return { ...look, ...aTime(scene), target: one === undefined ? anybody(scene) : named(one) };
  },
  "form.candidates": (scene, otherwise) => ({
    ...aLook(scene, otherwise),
    ...searched(scene),
    ...aTime(scene),
  }),
  "group.mine": (scene, otherwise) => {
    const { viewer, trunk } = aParticipant(scene, otherwise);
    return { viewer, trunk };
  },
  "group.participants": aParticipant,
};
