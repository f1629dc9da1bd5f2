/** Licenses bought, linked units, grants and automatic departments. */
import { DAY } from "../../core/time.ts";
import type { LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import { type Acting, command, fact, type InputDraft } from "../inputs.ts";
import type { IdentityFacts, OrganizationFacts } from "../reference/facts-model.ts";
import type { PoolFacts, UnitFacts } from "../reference/facts-model-areas.ts";
import { isIn, isOpen, named, poolOf, spaceNamed, staffOf } from "./actors.ts";
import type { Builders } from "./builder.ts";
import {
  adminOf,
  anOrganization,
  live,
  liveSpaces,
  organizationNamed,
  revision,
  type Scene,
  someDepartments,
} from "./scene.ts";

type Types =
  | "license.purchased"
  | "license.link"
  | "license.unlink"
  | "license.grant"
  | "license.revoke"
  | "license.automate"
  | "license.limit"
  | "license.reserve";

interface Managed {
  readonly host: OrganizationFacts;
  readonly by: Acting;
  readonly pool: PoolFacts | undefined;
}

/** Organizations that manage licenses: those with a pool, or with a Space. */
function hosts(scene: Scene): OrganizationFacts[] {
  return live(scene).filter(
    ({ organization, hosted }) => hosted.length > 0 || poolOf(scene, organization) !== undefined,
  );
}

function aManagedPool(scene: Scene, wanted: (each: Managed) => boolean): Managed | null {
  const all = hosts(scene).flatMap((host) => {
    const by = adminOf(scene, host);
    const pool = poolOf(scene, host.organization);
    return by === undefined ? [] : [{ host, by, pool }];
  });
  return scene.random.pick(all.filter(wanted)) ?? null;
}

/** When a purchase ends: soon, or it did before; more often where grace is short. */
function anEnd({ random, policy, at }: Scene): { readonly until?: number | null } {
  if (!random.chance(policy.licenseGraceDays < 30 ? 35 : 9)) return {};
  const soon = at + random.below(80);
  return {
    until: random.pick([soon, soon, soon, at, Math.max(0, at - 5), at + DAY, null]) ?? null,
  };
}

/** How many grants a pool holds, as accounts are added up. */
const used = (pool: PoolFacts | undefined): number =>
  (pool?.units ?? []).reduce((sum, { grants }) => sum + grants.length, 0);

/** Licenses left, roughly. */
const left = (pool: PoolFacts | undefined): number => (pool?.purchased ?? 0) - used(pool);

const overlaps = (one: LinkedUnit, other: LicenseUnit): boolean =>
  "space" in other &&
  one.space === other.space &&
  (one.kind === "space" || other.kind === "space" || one.organization === other.organization);

/** The units that a Host could link: its Spaces, and their Members. */
function linkable(scene: Scene, host: OrganizationFacts): LinkedUnit[] {
  const spaces = liveSpaces(scene).filter((each) => each.host === host.organization);
  return spaces.flatMap(({ space, members }): LinkedUnit[] => [
    { kind: "space", space },
    ...members.map((organization) => ({ kind: "member" as const, space, organization })),
  ]);
}

function aLink(scene: Scene): InputDraft | null {
  const { random, policy } = scene;
  const free = ({ host, pool }: Managed): LinkedUnit[] =>
    linkable(scene, host).filter(
      (unit) => !(pool?.units ?? []).some((each) => overlaps(unit, each.unit)),
    );
  const roomy = ({ pool }: Managed) => (pool?.units.length ?? 1) - 1 < policy.licenseLinkLimit;
  const careful = random.chance(80);
  // One unit more than the limit asks for a pool that is full, and a unit that is free.
  const onceMore = !careful && random.chance(50);
  const managed = aManagedPool(
    scene,
    (each) =>
      (!careful && !onceMore) ||
      (isOpen(each.host) && roomy(each) !== onceMore && free(each).length > 0),
  );
  if (managed === null) return null;
  const unit = random.pick(careful || onceMore ? free(managed) : linkable(scene, managed.host));
  return unit === undefined ? null : command("license.link", managed.by, { unit });
}

/** Those who may hold a grant in a unit. */
function eligible(scene: Scene, host: OrganizationFacts, unit: LicenseUnit): IdentityFacts[] {
  if (!("space" in unit)) return staffOf(host);
  const roster = spaceNamed(scene, unit.space)?.roster ?? [];
  return roster.filter(([organization]) =>
    unit.kind === "space" ? organization !== host.organization : organization === unit.organization,
  );
}

/** A unit of a pool; of a pool in which there is nothing yet, the Host's own. */
function aUnit(
  scene: Scene,
  { host, pool }: Managed,
  wanted: (unit: UnitFacts) => boolean,
): UnitFacts | undefined {
  const own: LicenseUnit = { kind: "host", organization: host.organization };
  const units = (pool?.units ?? [{ unit: own, grants: [], automatic: [] }]).filter(wanted);
  const linked = units.filter(({ unit }) => "space" in unit);
  return scene.random.pick(linked.length > 0 && scene.random.chance(70) ? linked : units);
}

function aGrant(scene: Scene): InputDraft | null {
  const { random } = scene;
  const careful = random.chance(85);
  const managed = aManagedPool(scene, ({ pool }) => !careful || left(pool) > 0);
  if (managed === null) return null;
  const { host, by, pool } = managed;
  const without = ({ unit, grants }: UnitFacts): IdentityFacts[] =>
    eligible(scene, host, unit).filter((each) => !isIn(grants, each));
  const chosen = aUnit(
    scene,
    managed,
    (each) => !careful || (without(each).length > 0 && (each.unit.kind === "host" || isOpen(host))),
  );
  if (chosen === undefined) return null;
  const most = careful ? Math.max(1, Math.min(left(pool), 1 + random.below(3))) : 3;
  const others = without(chosen);
  const start = random.below(others.length);
  const fresh = [...others.slice(start), ...others.slice(0, start)];
  const holders = random.chance(12) ? random.some(chosen.grants, 50) : [];
  const people = [...holders, ...fresh.slice(0, most)];
  if (people.length === 0) return null;
  return command("license.grant", by, { unit: chosen.unit, people: people.map(named) });
}

function aRevocation(scene: Scene): InputDraft | null {
  const { random } = scene;
  const managed = aManagedPool(scene, ({ pool }) => used(pool) > 0);
  if (managed === null) return null;
  const chosen = aUnit(scene, managed, ({ grants }) => grants.length > 0);
  const first = random.pick(chosen?.grants ?? []);
  if (chosen === undefined || first === undefined) return null;
  const second = random.pick([...chosen.grants, ...eligible(scene, managed.host, chosen.unit)]);
  const more = second !== undefined && random.chance(20) && !isIn([first], second);
  const people = more ? [first, second] : [first];
  return command("license.revoke", managed.by, { unit: chosen.unit, people: people.map(named) });
}

function anAutomation(scene: Scene): InputDraft | null {
  const { random, names } = scene;
  const isLinked = ({ unit }: UnitFacts) => "space" in unit;
  const managed = aManagedPool(scene, ({ pool }) => (pool?.units ?? []).some(isLinked));
  const unit = random.pick((managed?.pool?.units ?? []).filter(isLinked))?.unit;
  if (managed === null || unit === undefined || !("space" in unit)) return null;
  const members = spaceNamed(scene, unit.space)?.members ?? [];
  const organization = random.chance(4)
    ? random.pick(names.organizations)
    : unit.kind === "member"
      ? unit.organization
      : random.pick(members);
  const home = organization === undefined ? undefined : organizationNamed(scene, organization);
  if (organization === undefined || home === undefined) return null;
  const departments = random.chance(85) ? someDepartments(scene, home, 3) : [];
  return command("license.automate", managed.by, { unit, organization, departments });
}

/** A limit around what a unit holds; now and then of one that is not linked, or by somebody else. */
function aLimit(scene: Scene): InputDraft | null {
  const { random } = scene;
  const managed = aManagedPool(scene, ({ pool }) => (pool?.units.length ?? 0) > 1);
  const linked = random.pick(managed?.pool?.units.slice(1) ?? []);
  if (managed === null || linked === undefined) return null;
  const odd = random.chance(4) ? random.pick(linkable(scene, managed.host)) : undefined;
  const unit = odd ?? linked.unit;
  if (unit.kind === "host") return null;
  const holds = linked.grants.length;
  const limit = random.chance(15) ? null : (random.pick([holds, holds + 1, holds + 2, 1, 0]) ?? 1);
  return command("license.limit", managed.by, { unit, limit });
}

/** Makes the inputs about licenses. */
export const licenseInputs: Builders<Types> = {
  "license.purchased": (scene) => {
    const { random } = scene;
    const home = random.pick(random.chance(90) ? hosts(scene) : live(scene));
    const { organization } = home ?? anOrganization(scene) ?? { organization: undefined };
    if (organization === undefined) return null;
    const now = used(poolOf(scene, organization));
    const around = [now, now + 1, now + 2, now + 3, Math.max(0, now - 1), 5, 0];
    const purchased = random.pick(around) ?? 5;
    const told = { organization, purchased, ...anEnd(scene), ...revision(scene) };
    return fact("license.purchased", told);
  },
  "license.link": aLink,
  "license.unlink": (scene) => {
    const managed = aManagedPool(scene, ({ pool }) => (pool?.units.length ?? 0) > 1);
    const unit = scene.random.pick(managed?.pool?.units.slice(1) ?? [])?.unit;
    if (managed === null || unit === undefined || !("space" in unit)) return null;
    return command("license.unlink", managed.by, { unit });
  },
  "license.grant": aGrant,
  "license.revoke": aRevocation,
  "license.automate": anAutomation,
  "license.limit": aLimit,
  "license.reserve": (scene) => {
    const { random } = scene;
    const managed = aManagedPool(scene, () => true);
    if (managed === null) return null;
    const other = random.chance(5) ? random.pick(staffOf(managed.host)) : undefined;
    const by = other ?? managed.by;
    return command("license.reserve", by, { reserved: random.pick([0, 1, 1, 2, 3]) ?? 1 });
  },
};
