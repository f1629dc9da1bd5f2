/** What Trunks give those below: apps that they distribute, and seats; and what those below make of it. */
import type { TrunkAudience } from "../../apps/model.ts";
import type { HierarchyUnit } from "../../licenses/model.ts";
import { type Acting, command, fact } from "../inputs.ts";
import type { IdentityFacts, OrganizationFacts } from "../reference/facts-model.ts";
import type { AppFacts } from "../reference/facts-model-areas.ts";
import { isIn, named, poolOf } from "./actors.ts";
import { belowOf, distributedIn, linksIn, presentFor, seatsIn } from "./books.ts";
import type { Builders } from "./builder.ts";
import { ownOffer } from "./industry-inputs.ts";
import {
  fresh,
  live,
  organizationNamed,
  revision,
  type Scene,
  someDepartments,
  text,
} from "./scene.ts";
import { hierarchyAdminOf } from "./trunk-commands.ts";

type Types =
  | "app.create"
  | "app.publish"
  | "app.withdraw"
  | "app.authorize"
  | "app.offer"
  | "app.install"
  | "license.purchased"
  | "license.grant"
  | "license.revoke"
  | "license.automate"
  | "license.limit"
  | "license.reserve";

type Organization = OrganizationFacts["organization"];

/** Labels that Branches carry. */
export const LABELS = ["primary", "rural", "owned"];

/** A Trunk that somebody acts for, most often one that has Branches. */
export function aTrunk(
  scene: Scene,
  wanted: (id: Organization) => boolean = () => true,
): { readonly trunk: Organization; readonly by: Acting } | null {
  const { random } = scene;
  const withBranches = [...new Set(linksIn(scene).map(({ trunk }) => trunk))];
  const among = random.chance(94)
    ? withBranches
    : live(scene).map(({ organization }) => organization);
  const trunk = random.pick(among.filter(wanted));
  const by = trunk === undefined ? undefined : hierarchyAdminOf(scene, trunk);
  return trunk === undefined || by === undefined ? null : { trunk, by };
}

export const appsOf = ({ facts }: Scene, trunk: Organization): AppFacts[] =>
  facts.apps.filter(({ owner }) => owner.kind === "organization" && owner.organization === trunk);

/** One of a Trunk's apps that are distributed, or of those that are not; now and then any app. */
export function anApp(scene: Scene, distributed: boolean) {
  const { random, facts } = scene;
  const isOut = (trunk: Organization, app: AppFacts["app"]): boolean =>
    distributedIn(scene).some((each) => each.trunk === trunk && each.app === app);
  const fitting = (trunk: Organization): AppFacts[] =>
    appsOf(scene, trunk).filter(({ app }) => isOut(trunk, app) === distributed);
  const careful = random.chance(94);
  const chosen = aTrunk(scene, (id) => !careful || fitting(id).length > 0);
  if (chosen === null) return null;
  const app = random.pick(careful ? fitting(chosen.trunk) : facts.apps)?.app;
  return app === undefined ? null : { ...chosen, app };
}

/** Some of what may be named, some of it alone. */
function alone<Named extends object>(
  { random }: Scene,
  all: readonly Named[],
  percent: number,
): (Named & { readonly alone?: boolean })[] {
  return random
    .some(all, percent)
    .slice(0, 3)
    .map((each) => (random.chance(40) ? { ...each, alone: random.chance(70) } : each));
}

/** A list of those below, mostly one that covers somebody; each sort of entry now and then. */
export function aListBelow(scene: Scene, trunk: Organization): TrunkAudience {
  const { random } = scene;
  const below = belowOf(scene, trunk);
  const others = random.chance(3) ? live(scene).map(({ organization }) => organization) : [];
  const organizations = [...new Set([...below, ...others])];
  const homes = organizations.flatMap((id) => organizationNamed(scene, id) ?? []);
  const departments = homes.flatMap((home) =>
    someDepartments(scene, home, 2).map((department) => ({
      organization: home.organization,
      department,
    })),
  );
  const own = organizationNamed(scene, trunk);
  const places = (own?.departments ?? []).map(({ department }) => ({ department }));
  const labels = LABELS.map((label) => ({ label }));
  const roles = (scene.facts.hierarchies?.liaisons ?? [])
    .filter((each) => each.trunk === trunk)
    .map(({ role }) => role);
  const whole = organizations.map((organization) => ({ organization }));
  return {
    ...(random.chance(50) ? { organizations: alone(scene, whole, 40) } : {}),
    ...(random.chance(30) ? { mounts: alone(scene, places, 50) } : {}),
    ...(random.chance(30) ? { labels: alone(scene, labels, 50) } : {}),
    ...(random.chance(20) ? { levels: random.some([1, 2, 3], 45) } : {}),
    ...(roles.length > 0 && random.chance(25) ? { roles: random.some(roles, 60) } : {}),
    ...(random.chance(30) ? { departments: departments.slice(0, 3) } : {}),
    ...(random.chance(40)
      ? { people: random.some(presentFor(scene, trunk), 30).slice(0, 3).map(named) }
      : {}),
  };
}

const unitOf = (organization: Organization): HierarchyUnit => ({ kind: "hierarchy", organization });

/** How many licenses of a pool are given, as accounts are added up. */
function usedIn(scene: Scene, host: Organization): number {
  const units = poolOf(scene, host)?.units ?? [];
  const elsewhere = units.reduce((sum, { grants }) => sum + grants.length, 0);
  return elsewhere + seatsIn(scene, host).length;
}

/** Makes the commands by which Trunks give, and take back, and those below decide what is theirs. */
export const belowCommands: Builders<Types> = {
  "app.create": (scene) => {
    const { random } = scene;
    const without = random.chance(70);
    const chosen = aTrunk(scene, (id) => !without || appsOf(scene, id).length === 0);
    if (chosen === null) return null;
    return command("app.create", chosen.by, {
      app: fresh(scene, "app"),
      name: text(scene, "App"),
      ...(random.chance(25) ? { cool: random.chance(50) } : {}),
    });
  },
  "app.publish": (scene) => {
    const { random } = scene;
    const chosen = anApp(scene, random.chance(4));
    if (chosen === null) return null;
    const { by, trunk, app } = chosen;
    return command("app.publish", by, {
      ...{ trunk, app },
      ...(random.chance(45) ? { authorized: aListBelow(scene, trunk) } : {}),
      ...(random.chance(50) ? { autoInstall: random.chance(70) } : {}),
      ...(random.chance(55) ? { industry: random.chance(85) } : {}),
    });
  },
  "app.withdraw": (scene) => {
    const chosen = anApp(scene, scene.random.chance(95));
    if (chosen === null) return null;
    const { by, trunk, app } = chosen;
    return command("app.withdraw", by, { trunk, app });
  },
  "app.authorize": (scene) => {
    const chosen = anApp(scene, scene.random.chance(85));
    if (chosen === null) return null;
    const { by, trunk, app } = chosen;
    const authorized = scene.random.chance(20) ? null : aListBelow(scene, trunk);
    return command("app.authorize", by, { trunk, app, authorized });
  },
  "app.offer": (scene) => {
    const { random } = scene;
    if (random.chance(25)) return ownOffer(scene);
    const chosen = anApp(scene, random.chance(95));
    if (chosen === null) return null;
    const { by, trunk, app } = chosen;
    const isOfMembers = random.chance(45);
    return command("app.offer", by, {
      ...{ trunk, app },
      ...(isOfMembers ? { industry: random.chance(75) } : {}),
      ...(!isOfMembers || random.chance(20) ? { autoInstall: random.chance(50) } : {}),
    });
  },
  "app.install": (scene) => {
    const { random } = scene;
    const set = random.pick(distributedIn(scene));
    if (set === undefined) return null;
    const covered = set.covered.map(([organization]) => organization);
    const among = random.chance(88) ? covered : belowOf(scene, set.trunk);
    const organization = random.pick(among);
    if (organization === undefined) return null;
    const side = random.chance(94) ? organization : set.trunk;
    const by = hierarchyAdminOf(scene, side);
    if (by === undefined) return null;
    const installed = random.chance(50);
    return command("app.install", by, { trunk: set.trunk, app: set.app, organization, installed });
  },
  "license.purchased": (scene) => {
    const { random } = scene;
    const chosen = aTrunk(scene, (id) => random.chance(poolOf(scene, id) === undefined ? 100 : 35));
    if (chosen === null) return null;
    const { trunk: organization } = chosen;
    const now = usedIn(scene, organization);
    const purchased = random.pick([now + 1, now + 2, now + 4, now, Math.max(0, now - 1), 5]) ?? 5;
    return fact("license.purchased", { organization, purchased, ...revision(scene) });
  },
  "license.grant": (scene) => {
    const { random } = scene;
    const without = (trunk: Organization): IdentityFacts[] =>
      presentFor(scene, trunk).filter((each) => !isIn(seatsIn(scene, trunk), each));
    const careful = random.chance(90);
    const left = (id: Organization) => (poolOf(scene, id)?.purchased ?? 0) - usedIn(scene, id);
    const chosen = aTrunk(scene, (id) => !careful || (without(id).length > 0 && left(id) > 0));
    if (chosen === null) return null;
    const { by, trunk } = chosen;
    const most = careful ? Math.min(left(trunk), 1 + random.below(3)) : 3;
    const others = random.some(without(trunk), 60).slice(0, most);
    const holders = random.chance(10) ? random.some(seatsIn(scene, trunk), 50) : [];
    const people = [...holders, ...others];
    if (people.length === 0) return null;
    return command("license.grant", by, { unit: unitOf(trunk), people: people.map(named) });
  },
  "license.revoke": (scene) => {
    const { random } = scene;
    const chosen = aTrunk(scene, (id) => seatsIn(scene, id).length > 0);
    if (chosen === null) return null;
    const { by, trunk } = chosen;
    const first = random.pick(seatsIn(scene, trunk));
    const second = random.chance(15) ? random.pick(presentFor(scene, trunk)) : undefined;
    const people = [first, second].filter((each) => each !== undefined);
    const once = people.filter((each, index) => !isIn(people.slice(0, index), each));
    return command("license.revoke", by, { unit: unitOf(trunk), people: once.map(named) });
  },
  "license.automate": (scene) => {
    const { random } = scene;
    const chosen = aTrunk(scene, (id) => random.chance(5) || belowOf(scene, id).length > 0);
    if (chosen === null) return null;
    const { by, trunk } = chosen;
    const odd = random.chance(4) ? random.pick(live(scene))?.organization : undefined;
    const organization = odd ?? random.pick(belowOf(scene, trunk));
    const home = organization === undefined ? undefined : organizationNamed(scene, organization);
    if (home === undefined) return null;
    const whole = random.chance(55);
    const departments = !whole || random.chance(10) ? someDepartments(scene, home, 3) : [];
    return command("license.automate", by, {
      ...{ unit: unitOf(trunk), organization: home.organization, departments },
      ...(whole || random.chance(10) ? { whole } : {}),
      ...(random.chance(40) ? { alone: random.chance(60) } : {}),
    });
  },
  "license.limit": (scene) => {
    const { random } = scene;
    const chosen = aTrunk(scene);
    if (chosen === null) return null;
    const { by, trunk } = chosen;
    if (random.chance(25)) {
      const most = random.chance(30) ? null : random.below(6);
      return command("license.limit", by, { unit: unitOf(trunk), limit: most });
    }
    const direct = linksIn(scene).filter((each) => each.trunk === trunk);
    const odd = random.chance(5) ? random.pick(live(scene)) : undefined;
    const branch = (odd ?? random.pick(direct))?.organization;
    if (branch === undefined) return null;
    const limit = random.chance(20) ? null : random.below(4);
    return command("license.limit", by, { unit: unitOf(trunk), branch, limit });
  },
  "license.reserve": (scene) => {
    const chosen = aTrunk(scene);
    if (chosen === null) return null;
    return command("license.reserve", chosen.by, { reserved: scene.random.below(3) });
  },
};
