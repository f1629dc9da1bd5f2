/** What questions about hierarchies ask for. */
import type { OrganizationId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { named, staffOf } from "./actors.ts";
import { anybody, searched, unknown, viewerOf } from "./queries-common.ts";
import { organizationNamed, type Scene } from "./scene.ts";
import { hierarchyAdminOf, linksIn, someCodes } from "./trunk-commands.ts";

type Asked =
  | (QueryType & `hierarchy.${string}`)
  | ("app.center" | "app.covered" | "share.readable")
  | ("license.accounts" | "license.automatic" | "license.by-branch" | "license.waiting");
type Data<Type extends Asked> = Queries[Type]["input"];

/** A Hierarchy admin of a Trunk or a Branch; now and then anybody. */
function anAdmin(scene: Scene, otherwise: Viewer): Viewer {
  const { random } = scene;
  const link = random.pick(linksIn(scene));
  if (link === undefined || random.chance(12)) return otherwise;
  const by = hierarchyAdminOf(scene, random.chance(50) ? link.trunk : link.organization);
  return by === undefined || "support" in by ? otherwise : viewerOf(by as IdentityFacts);
}

/** Somebody in the book of a Trunk: of its own people, or on a Link below it. */
function inBook(scene: Scene, trunk: OrganizationId): IdentityFacts | undefined {
  const { random, facts } = scene;
  const own = organizationNamed(scene, trunk);
  const reached = (facts.hierarchies?.reached ?? []).filter(({ above }) => above === trunk);
  const below = random.pick(reached)?.below;
  const linked = linksIn(scene)
    .filter(({ organization }) => organization === below)
    .flatMap(({ organization, people }) =>
      people.map((person): IdentityFacts => [organization, person]),
    );
  const ofTrunk = own === undefined ? [] : staffOf(own);
  return random.pick(linked.length > 0 && random.chance(65) ? linked : ofTrunk);
}

/** Somebody in a book, mostly; else anybody. */
function somebody(scene: Scene, trunk: OrganizationId): Identity {
  const found = scene.random.chance(85) ? inBook(scene, trunk) : undefined;
  return found === undefined ? anybody(scene) : (named(found) as Identity);
}

/** A Trunk. */
const aTrunk = (scene: Scene): OrganizationId =>
  scene.random.pick(linksIn(scene))?.trunk ?? unknown(scene);

/** Makes the data of each question about hierarchies. */
export const hierarchyQuestions: {
  readonly [Type in Asked]: (scene: Scene, otherwise: Viewer) => Data<Type>;
} = {
  "hierarchy.trunks": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "hierarchy.branches": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "hierarchy.above": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "hierarchy.below": (scene, otherwise) => {
    const { random, facts } = scene;
    const viewer = anAdmin(scene, otherwise);
    const level = random.chance(25) ? { level: 1 + random.below(3) } : {};
    const direct = linksIn(scene).filter(({ trunk }) => trunk === viewer.organization);
    const chosen = random.chance(85) ? random.pick(direct) : random.pick(facts.organizations);
    return random.chance(30) && chosen !== undefined
      ? { viewer, ...level, branch: chosen.organization }
      : { viewer, ...level };
  },
  "hierarchy.contacts": (scene) => {
    const trunk = aTrunk(scene);
    return { viewer: somebody(scene, trunk), trunk, ...searched(scene) };
  },
  "hierarchy.one-way": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "hierarchy.room": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "hierarchy.contact": (scene) => {
    const trunk = aTrunk(scene);
    const viewer: Viewer = somebody(scene, trunk);
    return { viewer, trunk, ...somebody(scene, trunk) };
  },
  "hierarchy.why": (scene, otherwise) => {
    const { random } = scene;
    const trunk = aTrunk(scene);
    const looking = somebody(scene, trunk);
    const admin = hierarchyAdminOf(scene, random.chance(50) ? trunk : looking.organization);
    const able =
      admin === undefined || "support" in admin ? null : viewerOf(admin as IdentityFacts);
    const viewer = random.chance(25) ? looking : (able ?? otherwise);
    return {
      viewer: random.chance(8) ? otherwise : viewer,
      ...{ trunk, looking, target: somebody(scene, trunk) },
    };
  },
  "app.center": (scene) => {
    const trunk = aTrunk(scene);
    const viewer: Viewer = somebody(scene, trunk);
    return scene.random.chance(50) ? { viewer, trunk } : { viewer };
  },
  "license.waiting": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "license.automatic": (scene, otherwise) => {
    const { random, facts } = scene;
    const chosen = random.pick(
      (facts.hierarchies?.seats ?? []).flatMap(({ trunk, automatic }) =>
        automatic.map(({ organization }) => ({ trunk, organization })),
      ),
    );
    const reached = random.pick(facts.hierarchies?.reached ?? []);
    const trunk = chosen?.trunk ?? reached?.above ?? aTrunk(scene);
    const below = (random.chance(80) ? chosen?.organization : undefined) ?? reached?.below;
    const by = random.chance(88) ? hierarchyAdminOf(scene, trunk) : undefined;
    const viewer = by === undefined || "support" in by ? otherwise : viewerOf(by as IdentityFacts);
    const unit = { kind: "hierarchy", organization: trunk } as const;
    return { viewer, unit, organization: below ?? otherwise.organization };
  },
  "app.covered": (scene, otherwise) => {
    const { random, facts } = scene;
    const set = random.pick(facts.hierarchies?.distributed ?? []);
    const trunk = set?.trunk ?? aTrunk(scene);
    const by = random.chance(88) ? hierarchyAdminOf(scene, trunk) : undefined;
    const viewer = by === undefined || "support" in by ? otherwise : viewerOf(by as IdentityFacts);
    const odd = random.chance(12) ? random.pick(facts.apps)?.app : undefined;
    return { viewer, trunk, app: odd ?? set?.app ?? unknown(scene) };
  },
  "license.accounts": (scene, otherwise) => {
    const { random, facts } = scene;
    const organization = random.pick(facts.hierarchies?.seats ?? [])?.trunk ?? aTrunk(scene);
    const by = random.chance(80) ? hierarchyAdminOf(scene, organization) : undefined;
    const viewer =
      by === undefined || "support" in by
        ? anAdmin(scene, otherwise)
        : viewerOf(by as IdentityFacts);
    return { viewer, unit: { kind: "hierarchy", organization } };
  },
  "license.by-branch": (scene, otherwise) => ({ viewer: anAdmin(scene, otherwise) }),
  "share.readable": (scene, otherwise) => {
    const { random, facts } = scene;
    const { reached = [] } = facts.hierarchies ?? {};
    const built = (trunk: string) =>
      facts.apps.filter(
        ({ owner }) => owner.kind === "organization" && owner.organization === trunk,
      );
    const able = reached.filter(({ above }) => built(above).length > 0);
    const trunk = random.pick(able)?.above ?? aTrunk(scene);
    const own = built(trunk);
    const below = reached.filter(({ above }) => above === trunk);
    const home = organizationNamed(scene, trunk);
    const inside = home === undefined ? undefined : random.pick(staffOf(home));
    const organization = random.chance(90)
      ? random.pick(below)?.below
      : random.pick(facts.organizations)?.organization;
    const app = random.pick(random.chance(95) ? own : facts.apps)?.app;
    const code = random.pick(someCodes(scene));
    return {
      viewer: inside === undefined || random.chance(5) ? otherwise : viewerOf(inside),
      app: app ?? unknown(scene),
      organization: organization ?? unknown(scene),
      ...(code === undefined || random.chance(80) ? {} : { code }),
    };
  },
};
