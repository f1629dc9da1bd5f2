/** The first workload: may the holder of a task give it to somebody? */
import type { Identity } from "interorg";
import type { Employment, Organization, Space } from "../../floor-state.ts";
import { populationOf } from "../../population.ts";
import { randomFrom } from "../../random.ts";
import { type Asked, mayRoute, type Work, working } from "../../routing.ts";
import type { Setting } from "./setting.ts";

/** Who asks, about which instance, for whom. */
export type RouteAsked = Asked;

/** What the floor keeps of flows, besides organizations and Rosters. */
export type RouteWork = Work;

/** The workload over a population. */
export type Routes = Setting<Asked, Work>;

type Instance = NonNullable<ReturnType<Work["instances"]["get"]>>;

/**
 * What a service would look up before it asks a library that holds no entities: found in the very
 * Maps of the floor, nothing decided. A class, since one peer tells subjects apart by class.
 */
export class Routing {
  readonly viewer: Identity;
  readonly target: Identity;
  readonly actor: Organization | null;
  readonly employment: Employment | null;
  readonly instance: Instance | null;
  /** Holders of open tasks in the viewer's and in the target's organization. */
  readonly holders: ReadonlySet<string> | null;
  readonly holdersThere: ReadonlySet<string> | null;
  /** Who holds a license where the viewer acts: in the Host's own unit, or in the Space. */
  readonly licensed: ReadonlySet<string> | null;
  readonly published: ReadonlySet<string> | null;
  readonly space: Space | null;
  readonly targetEmployment: Employment | null;

  constructor(work: Work, { viewer, instance, target }: RouteAsked) {
    const { floor } = work;
    this.viewer = viewer;
    this.target = target;
    this.actor = floor.organizations.get(viewer.organization) ?? null;
    this.employment = this.actor?.employments.get(viewer.person) ?? null;
    const found = work.instances.get(instance) ?? null;
    this.instance = found;
    this.holders = found?.holders.get(viewer.organization) ?? null;
    this.holdersThere = found?.holders.get(target.organization) ?? null;
    const grants = found === null ? undefined : work.licensed.get(found.host);
    const at = found?.space ?? null;
    this.licensed =
      (found?.host === viewer.organization
        ? grants?.own
        : at === null
          ? undefined
          : grants?.spaces.get(at)) ?? null;
    this.published = found === null ? null : (work.apps.get(found.app)?.published ?? null);
    this.space = at === null ? null : (floor.spaces.get(at) ?? null);
    const there = floor.organizations.get(target.organization);
    this.targetEmployment = there?.employments.get(target.person) ?? null;
  }
}

/** The workload over so many people. */
export function routing(people: number): Routes {
  const population = populationOf(people);
  const { world, work, questions } = working(population);
  const random = randomFrom(29);
  const oddly = (asked: Asked): Asked => {
    const { viewer, target } = asked;
    switch (random(8)) {
      case 0:
        return { ...asked, instance: "nowhere" };
      case 1:
        return { ...asked, viewer: { ...viewer, person: "nobody" as Identity["person"] } };
      case 2:
        return { ...asked, target: { ...target, person: "nobody" as Identity["person"] } };
      case 3:
        return { ...asked, viewer: target };
      case 4:
        return { ...asked, target: viewer };
      default:
        return asked;
    }
  };
  return {
    world,
    policy: population.policy,
    work,
    questions,
    odd: () => questions().map(oddly),
    floor: (asked) => mayRoute(work, asked) === null,
  };
}
