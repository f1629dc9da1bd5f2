/** The first workload: may the holder of a task give it to somebody? */
import { apply, type Identity, type Input, type PersonId, type World } from "interorg";
import type { Employment, Organization, Space } from "../../floor-state.ts";
import { type Population, populationOf } from "../../population.ts";
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
  /** The same where the target would act. */
  readonly licensedThere: ReadonlySet<string> | null;
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
    const licensedOf = (organization: string) =>
      (found?.host === organization ? grants?.own : grants?.spaces.get(at ?? "")) ?? null;
    this.licensed = licensedOf(viewer.organization);
    this.licensedThere = licensedOf(target.organization);
    this.published = found === null ? null : (work.apps.get(found.app)?.published ?? null);
    this.space = at === null ? null : (floor.spaces.get(at) ?? null);
    const there = floor.organizations.get(target.organization);
    this.targetEmployment = there?.employments.get(target.person) ?? null;
  }
}

/** Two of those who hold every task lose their license, in the World and on the floor. */
function revoke({ policy, organizations }: Population, world: World, { licensed }: Work): World {
  const [host] = organizations;
  if (host === undefined) throw new Error("no Host");
  const [admin, , , one, , other] = host.people.map(({ person }) => person);
  const organization = host.id;
  const people = [one, other].map((person) => ({ organization, person }));
  const { world: next, outcome } = apply(
    world,
    {
      id: "revoked",
      at: 1_000_000,
      by: { organization, person: admin },
      type: "license.revoke",
      data: { unit: { kind: "host", organization }, people },
    } as unknown as Input,
    policy,
  );
  if (outcome.kind === "refused") throw new Error(outcome.refusal.code);
  for (const { person } of people) licensed.get(organization)?.own.delete(person as PersonId);
  return next;
}

/** Questions gone wrong, each in one way that nothing else would notice. */
function oddly({ organizations }: Population): (asked: Asked) => Asked {
  const random = randomFrom(29);
  const nobody = "nobody" as PersonId;
  const people = new Map(organizations.map((each) => [each.id, each.people]));
  let last: Asked | null = null;
  return (asked) => {
    const { viewer, target } = asked;
    const before = last;
    last = asked;
    switch (random(9)) {
      case 0:
        return { ...asked, instance: "nowhere" };
      case 1:
        return { ...asked, viewer: { ...viewer, person: nobody } };
      case 2:
        return { ...asked, target: { ...target, person: nobody } };
      case 3:
        return { ...asked, viewer: target };
      case 4:
        return { ...asked, target: viewer };
      case 5:
        // Somebody real, who is asked about for an instance of another organization.
        return { ...asked, instance: before?.instance ?? asked.instance };
      case 6: {
        // Somebody of the right organization, who is mostly not on the Roster.
        const all = people.get(target.organization) ?? [];
        return {
          ...asked,
          target: { ...target, person: all[random(all.length)]?.person ?? nobody },
        };
      }
      default:
        return asked;
    }
  };
}

/** The workload over so many people. */
export function routing(people: number): Routes {
  const population = populationOf(people);
  const { world, work, questions } = working(population);
  const odd = oddly(population);
  return {
    world: revoke(population, world, work),
    policy: population.policy,
    work,
    questions,
    odd: () => questions().map(odd),
    floor: (asked) => mayRoute(work, asked) === null,
  };
}
