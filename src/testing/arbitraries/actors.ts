/** How identities stand: who is listed, licensed, and able to use an app, as far as facts tell. */
import type { Submission } from "../../apps/model.ts";
import type { DepartmentId, OrganizationId, SpaceId } from "../../core/ids.ts";
import type { IdentityFacts, OrganizationFacts, SpaceFacts } from "../reference/facts-model.ts";
import type {
  AppFacts,
  AudienceFacts,
  PoolFacts,
  UnitFacts,
} from "../reference/facts-model-areas.ts";
import { distributedIn, presentFor, seatsIn } from "./books.ts";
import { live, liveSpaces, organizationNamed, type Scene } from "./scene.ts";

/** Whether two identities are one. */
export function same(left: IdentityFacts, right: IdentityFacts): boolean {
  return left[0] === right[0] && left[1] === right[1];
}

/** Whether an identity is in a list. */
export function isIn(identities: readonly IdentityFacts[], identity: IdentityFacts): boolean {
  return identities.some((each) => same(each, identity));
}

/** An identity as inputs name it. */
export function named([organization, person]: IdentityFacts) {
  return { organization, person };
}

/** The people of an organization, as identities. */
export function staffOf({ organization, people }: OrganizationFacts): IdentityFacts[] {
  return people.map(({ person }) => [organization, person]);
}

/** Whether an organization's edition and SSO let its apps reach others. */
export function isOpen({ edition, sso }: OrganizationFacts): boolean {
  return edition === "exclusive" && !sso;
}

/** A Space's facts. */
export function spaceNamed(scene: Scene, id: SpaceId | null): SpaceFacts | undefined {
  return liveSpaces(scene).find(({ space }) => space === id);
}

/** The pool of an organization, if there is anything in it. */
export function poolOf({ facts }: Scene, host: OrganizationId): PoolFacts | undefined {
  return facts.pools.find((each) => each.host === host);
}

/** The linked unit in which somebody of a Member is accounted for in a Space. */
function unitFor(
  scene: Scene,
  { host, space }: SpaceFacts,
  member: OrganizationId,
): UnitFacts | undefined {
  return poolOf(scene, host)?.units.find(
    ({ unit }) =>
      "space" in unit &&
      unit.space === space &&
      (unit.kind === "space" || unit.organization === member),
  );
}

/** Whether somebody holds a license for acting Downstream in a Space, or for the Host itself. */
export function isLicensed(
  scene: Scene,
  host: OrganizationId,
  space: SpaceFacts | null,
  who: IdentityFacts,
): boolean {
  const unit = space === null ? poolOf(scene, host)?.units[0] : unitFor(scene, space, who[0]);
  return unit !== undefined && isIn(unit.grants, who);
}

/** A department and all above it. */
function upward({ departments }: OrganizationFacts, start: DepartmentId): DepartmentId[] {
  const up: DepartmentId[] = [];
  for (let at: DepartmentId | null = start; at !== null && !up.includes(at); ) {
    up.push(at);
    at = departments.find(({ department }) => department === at)?.parent ?? null;
  }
  return up;
}

/** Whether an audience covers somebody of a Member. */
function covers(
  scene: Scene,
  space: SpaceFacts,
  audience: AudienceFacts | null,
  who: IdentityFacts,
): boolean {
  if (audience === null || audience.organizations.includes(who[0])) return true;
  if (isIn(audience.people, who)) return true;
  const part = space.associations.find(({ organization }) => organization === who[0]);
  const home = organizationNamed(scene, who[0]);
  const placed = home?.people.find(({ person }) => person === who[1])?.departments ?? [];
  const up = home === undefined ? [] : placed.flatMap((each) => upward(home, each));
  return (
    audience.departments.some(([id, each]) => id === who[0] && up.includes(each)) ||
    audience.partners.some(
      ({ type, level }) =>
        (type === undefined || part?.types.includes(type) === true) &&
        (level === undefined || part?.level === level),
    )
  );
}

/** Somebody who can use an app: for the organization that built it, Downstream in a Space, or through a Trunk. */
export interface User {
  readonly app: AppFacts;
  readonly host: OrganizationFacts;
  readonly space: SpaceFacts | null;
  /** Whether through the organization that built it, as a Trunk. */
  readonly below?: boolean;
  readonly who: IdentityFacts;
}

/** The door that somebody names. */
export function doorOf({ host, space, below }: User): Pick<Submission, "space" | "trunk"> {
  if (below === true) return { trunk: host.organization };
  return space === null ? {} : { space: space.space };
}

/** Whether somebody looks able to use a distributed app, as far as lists name organizations as a whole. */
function isAbleBelow(scene: Scene, { app, host, who }: User): boolean {
  const { organization: trunk } = host;
  const set = distributedIn(scene).find((each) => each.trunk === trunk && each.app === app.app);
  const isFor = set?.covered.some(([id]) => id === who[0]) === true;
  return isFor && isIn(seatsIn(scene, trunk), who) && isIn(presentFor(scene, trunk), who);
}

/** Whether somebody acting so looks able to use an app now. */
export function isAble(scene: Scene, user: User): boolean {
  const { app, host, space, who } = user;
  if (user.below === true) return isAbleBelow(scene, user);
  if (!isLicensed(scene, host.organization, space, who)) return false;
  if (space === null) return true;
  const home = organizationNamed(scene, who[0]);
  const set = scene.facts.publications.find(
    (each) => each.space === space.space && each.app === app.app,
  );
  return (
    isOpen(host) &&
    home?.sso === false &&
    set?.published === true &&
    isIn(space.roster, who) &&
    covers(scene, space, set.authorized, who)
  );
}

/** The apps that organizations have built, with those that have not ended. */
export function hostApps(
  scene: Scene,
): { readonly app: AppFacts; readonly host: OrganizationFacts }[] {
  return scene.facts.apps.flatMap((app) => {
    const { owner } = app;
    if (owner.kind === "space") return [];
    const host = live(scene).find(({ organization }) => organization === owner.organization);
    return host === undefined ? [] : [{ app, host }];
  });
}

/** Everybody who might come to use an app: the Host's people, and Members' people where it is. */
export function usersOf(scene: Scene): User[] {
  return hostApps(scene).flatMap(({ app, host }) => {
    const own = staffOf(host).map((who) => ({ app, host, space: null, who }));
    const spaces = liveSpaces(scene).filter(({ space }) => app.published.includes(space));
    const theirs = spaces.flatMap((space) =>
      space.roster
        .filter(([organization]) => organization !== host.organization)
        .map((who) => ({ app, host, space, who })),
    );
    const below = distributedIn(scene).some(
      (each) => each.trunk === host.organization && each.app === app.app,
    )
      ? presentFor(scene, host.organization)
      : [];
    const through = below.map((who) => ({ app, host, space: null, below: true, who }));
    return [...own, ...theirs, ...through];
  });
}

/** Somebody to use an app, mostly one who looks able, more often Downstream than not. */
export function aUser(
  scene: Scene,
  wanted: (user: User) => boolean = () => true,
): User | undefined {
  const { random } = scene;
  const all = usersOf(scene).filter(wanted);
  const strained = ({ host, space, below, who }: User): boolean =>
    below === true
      ? isIn(seatsIn(scene, host.organization), who)
      : space !== null && isLicensed(scene, host.organization, space, who);
  const able = random.chance(88)
    ? all.filter((each) => isAble(scene, each))
    : all.filter((each) => strained(each) || random.chance(30));
  const downstream = able.filter(({ space, below }) => space !== null || below === true);
  return random.pick(downstream.length > 0 && random.chance(65) ? downstream : able);
}
