/** Commands of those who build apps and offer them in their Spaces. */
import { type Acting, command, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts, SpaceFacts } from "../reference/facts-model.ts";
import type { AppFacts } from "../reference/facts-model-areas.ts";
import { hostApps, isOpen } from "./actors.ts";
import { anAudience, aPermission } from "./audiences.ts";
import type { Builders } from "./builder.ts";
import {
  adminOf,
  aManagedSpace,
  fresh,
  live,
  organizationNamed,
  type Scene,
  text,
} from "./scene.ts";

type Types =
  | "app.create"
  | "app.publish"
  | "app.withdraw"
  | "app.authorize"
  | "app.permit"
  | "app.distribute"
  | "space-app.create"
  | "space-app.publish"
  | "space-app.exchange";

interface Offer {
  readonly by: Acting;
  readonly space: SpaceFacts;
  readonly host: OrganizationFacts;
  readonly app: AppFacts;
}

/** The apps that a Space's Host has built. */
function appsOf(scene: Scene, { host }: SpaceFacts): AppFacts[] {
  return hostApps(scene)
    .filter((each) => each.host.organization === host)
    .map(({ app }) => app);
}

/** A managed Space and an app of its Host, both as wanted. */
function anOffer(
  scene: Scene,
  wanted: (space: SpaceFacts, app: AppFacts, host: OrganizationFacts) => boolean,
): Offer | null {
  const { random } = scene;
  const careful = random.chance(90);
  const fitting = (space: SpaceFacts): AppFacts[] => {
    const host = organizationNamed(scene, space.host);
    const all = appsOf(scene, space);
    if (host === undefined) return [];
    return careful ? all.filter((app) => wanted(space, app, host)) : all;
  };
  const managed = aManagedSpace(scene, (space) => fitting(space).length > 0);
  const app = managed === null ? undefined : random.pick(fitting(managed.space));
  const host = managed === null ? undefined : organizationNamed(scene, managed.space.host);
  if (managed === null || app === undefined || host === undefined) return null;
  return { ...managed, host, app };
}

const isOffered = ({ space }: SpaceFacts, { published }: AppFacts): boolean =>
  published.includes(space);

/** Somebody else's app, to see that it is refused. */
function anotherApp(scene: Scene, { app }: Offer): AppFacts {
  return scene.random.chance(4) ? (scene.random.pick(scene.facts.apps) ?? app) : app;
}

/** A Space app of a managed Space. */
function aSpaceApp(scene: Scene, wanted: (app: AppFacts) => boolean) {
  const { random, facts } = scene;
  const appsIn = ({ space }: SpaceFacts): AppFacts[] =>
    facts.apps.filter(
      (each) => each.owner.kind === "space" && each.owner.space === space && wanted(each),
    );
  const managed = aManagedSpace(scene, (space) => appsIn(space).length > 0);
  const app = managed === null ? undefined : random.pick(appsIn(managed.space));
  return managed === null || app === undefined ? null : { ...managed, app };
}

function aDistribution(scene: Scene): InputDraft | null {
  const { random } = scene;
  const offer = anOffer(
    scene,
    (space, app, host) =>
      isOffered(space, app) && space.members.length > 0 && app.cool && isOpen(host),
  );
  const organization = random.pick(offer?.space.members ?? []);
  if (offer === null || organization === undefined) return null;
  const group = text(scene, "internal").replace(" ", "-");
  const { app } = anotherApp(scene, offer);
  const { space } = offer.space;
  return command("app.distribute", offer.by, { space, app, organization, group });
}

/** Makes the commands about apps. */
export const appCommands: Builders<Types> = {
  "app.create": (scene) => {
    const { random } = scene;
    const hosting = live(scene).filter(({ hosted }) => hosted.length > 0);
    const home = random.pick(hosting.length > 0 && random.chance(80) ? hosting : live(scene));
    const by = adminOf(scene, home);
    if (by === undefined) return null;
    const rest = random.chance(50) ? { cool: random.chance(85) } : {};
    const app = fresh(scene, "app");
    return command("app.create", by, { app, name: text(scene, "App"), ...rest });
  },
  "app.publish": (scene) => {
    const { random } = scene;
    const offer = anOffer(scene, (space, app, host) => !isOffered(space, app) && isOpen(host));
    if (offer === null) return null;
    const { by, space } = offer;
    const rest = random.chance(30) ? { authorized: anAudience(scene, space) } : {};
    const { app } = anotherApp(scene, offer);
    return command("app.publish", by, { space: space.space, app, ...rest });
  },
  "app.withdraw": (scene) => {
    const offer = anOffer(scene, isOffered);
    if (offer === null) return null;
    const { app } = anotherApp(scene, offer);
    return command("app.withdraw", offer.by, { space: offer.space.space, app });
  },
  "app.authorize": (scene) => {
    const offer = anOffer(scene, isOffered);
    if (offer === null) return null;
    const authorized = scene.random.chance(35) ? null : anAudience(scene, offer.space);
    const { app } = anotherApp(scene, offer);
    return command("app.authorize", offer.by, { space: offer.space.space, app, authorized });
  },
  "app.permit": (scene) => {
    const offer = anOffer(scene, isOffered);
    if (offer === null) return null;
    const count = scene.random.below(4);
    const permissions = Array.from({ length: count }, () => aPermission(scene, offer.space));
    const { app } = anotherApp(scene, offer);
    return command("app.permit", offer.by, { space: offer.space.space, app, permissions });
  },
  "app.distribute": aDistribution,
  "space-app.create": (scene) => {
    const managed = aManagedSpace(scene);
    if (managed === null) return null;
    const app = fresh(scene, "app");
    const name = text(scene, "App");
    return command("space-app.create", managed.by, { space: managed.space.space, app, name });
  },
  "space-app.publish": (scene) => {
    const published = scene.random.chance(8);
    const chosen = aSpaceApp(scene, (app) => app.published.length === 0 || published);
    if (chosen === null) return null;
    const { by, space, app } = chosen;
    return command("space-app.publish", by, { space: space.space, app: app.app });
  },
  "space-app.exchange": (scene) => {
    const chosen = aSpaceApp(scene, () => true);
    const other = chosen === null ? undefined : scene.random.pick(appsOf(scene, chosen.space));
    if (chosen === null || other === undefined) return null;
    const { by, space, app } = chosen;
    const exchange = { space: space.space, app: app.app, with: other.app };
    return command("space-app.exchange", by, exchange);
  },
};
