/** The question who may be given a task, against a floor that answers it alike. */
import {
  apply,
  ask,
  type Identity,
  type Input,
  type OrganizationId,
  type PersonId,
  type SpaceId,
  type World,
} from "../src/index.ts";
import { floorOf } from "./floor-load.ts";
import type { Floor } from "./floor-state.ts";
import type { Population } from "./population.ts";
import { numbered, randomFrom } from "./random.ts";
import { parsed, worldOf } from "./records.ts";

/** One question. */
export interface Asked {
  readonly viewer: Identity;
  readonly instance: string;
  readonly target: Identity;
}

/** What a program that keeps no old versions would hold of flows, apps and licenses. */
export interface Work {
  readonly floor: Floor;
  readonly apps: Map<string, { owner: string; published: Set<string> }>;
  /** By organization of the pool: who holds a license, in the Host's own unit and per Space. */
  readonly licensed: Map<string, { own: Set<string>; spaces: Map<string, Set<string>> }>;
  readonly instances: Map<
    string,
    {
      readonly app: string;
      readonly host: string;
      readonly anchor: string;
      readonly space: string | null;
      readonly running: boolean;
      readonly holders: Map<string, Set<string>>;
    }
  >;
}

const INSTANCES = 400;

/** A World with running instances, and the floor's idea of it. */
export function working(population: Population): {
  world: World;
  work: Work;
  questions: () => Asked[];
} {
  let world = worldOf(population);
  const work: Work = {
    floor: floorOf(population),
    apps: new Map(),
    licensed: new Map(),
    instances: new Map(),
  };
  let sent = 0;
  const give = (head: object, type: string, data: object): void => {
    sent += 1;
    const input = { id: `i${sent}`, at: sent, ...head, type, data } as unknown as Input;
    const { world: next, outcome } = apply(world, input, population.policy);
    if (outcome.kind === "refused") throw new Error(`${type}: ${outcome.refusal.code}`);
    world = next;
  };
  const [host] = population.organizations;
  const space = population.spaces[0];
  if (host === undefined || space === undefined) throw new Error("no Host, no Space");
  const first = host.people[0]?.person as PersonId;
  const by = { by: { organization: host.id, person: first } };
  const unit = { kind: "space", space: space.id };
  give({ from: { platform: true } }, "license.purchased", {
    organization: host.id,
    purchased: 100_000,
  });
  give(by, "license.link", { unit });
  give(by, "app.create", { app: "app", name: "App" });
  give(by, "app.publish", { app: "app", space: space.id });
  const approvers = host.people.slice(0, 8).map(({ person }) => ({
    kind: "person",
    organization: host.id,
    person,
  }));
  give(by, "flow.define", { app: "app", flow: "flow", steps: [{ mode: "all", approvers }] });
  const members = space.roster.filter(([organization]) => organization !== host.id);
  const starters = members.slice(0, INSTANCES / 2);
  const people = host.people.slice(0, INSTANCES / 2);
  // Whoever starts has a license, and seven of eight others: tasks go to those who could act (FLOW-12).
  const isLicensed = (_: unknown, i: number): boolean => i < INSTANCES / 2 || i % 8 !== 7;
  const own = host.people.filter(isLicensed).map(({ person }) => person);
  const there = members.filter(isLicensed);
  give(by, "license.grant", {
    unit: { kind: "host", organization: host.id },
    people: own.map((person) => ({ organization: host.id, person })),
  });
  give(by, "license.grant", {
    unit,
    people: there.map(([organization, person]) => ({ organization, person })),
  });
  const grants = {
    own: new Set<string>(own),
    spaces: new Map([[space.id as string, new Set<string>(there.map(([, person]) => person))]]),
  };
  work.licensed.set(host.id, grants);
  work.apps.set("app", { owner: host.id, published: new Set([space.id]) });
  const start = (
    instance: string,
    organization: OrganizationId,
    person: PersonId,
    at?: SpaceId,
  ) => {
    give({ by: { organization, person } }, "flow.start", {
      app: "app",
      flow: "flow",
      instance,
      row: instance,
      ...(at === undefined ? {} : { space: at }),
    });
    work.instances.set(instance, {
      app: "app",
      host: host.id,
      anchor: organization,
      space: at ?? null,
      running: true,
      holders: new Map([[host.id, new Set(approvers.map((each) => each.person))]]),
    });
  };
  starters.forEach(([organization, person], i) => {
    start(numbered("d", i, space.id.length), organization, person, space.id);
  });
  people.forEach(({ person }, i) => {
    start(numbered("h", i, space.id.length), host.id, person);
  });
  const random = randomFrom(11);
  const names = [...work.instances.keys()];
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;
  const colleagues = new Map<string, Identity[]>();
  for (const [organization, person] of space.roster) {
    const known = colleagues.get(organization);
    if (known === undefined) colleagues.set(organization, [{ organization, person }]);
    else known.push({ organization, person });
  }
  const one = (): Asked => {
    const instance = pick(names);
    const anchor = work.instances.get(instance)?.anchor as OrganizationId;
    const target =
      random(10) < 3
        ? { organization: anchor, person: pick(host.people).person }
        : anchor === host.id
          ? { organization: host.id, person: pick(host.people).person }
          : pick(colleagues.get(anchor) ?? []);
    const viewer = { organization: host.id, person: pick(host.people.slice(0, 10)).person };
    return { viewer, instance, target };
  };
  // Ids equal to those of the floor, not identical: a service gets them from outside.
  return { world, work, questions: () => parsed(Array.from({ length: 1_000 }, one)) };
}

/** The floor's answer: a refusal code, or `null`. */
export function mayRoute(work: Work, { viewer, instance: name, target }: Asked): string | null {
  const { floor } = work;
  const actor = floor.organizations.get(viewer.organization);
  if (actor === undefined || actor.ended) return "UNKNOWN_ORGANIZATION";
  if (actor.employments.get(viewer.person)?.inService !== true) return "ACTING_ORG_INVALID";
  const instance = work.instances.get(name);
  if (instance === undefined) return "UNKNOWN_INSTANCE";
  const { anchor, host, space: at, holders } = instance;
  if (viewer.organization !== host && viewer.organization !== anchor) return "UNKNOWN_INSTANCE";
  if (holders.get(viewer.organization)?.has(viewer.person) !== true) return "NOT_TASK_HOLDER";
  const grants = work.licensed.get(host);
  const space = at === null ? null : floor.spaces.get(at);
  if (viewer.organization !== host) {
    if (at === null || work.apps.get(instance.app)?.published.has(at) !== true)
      return "APP_NOT_PUBLISHED";
    if (!instance.running) return "INSTANCE_NOT_RUNNING";
    const present = space?.roster.get(viewer.person)?.some(([id]) => id === viewer.organization);
    if (present !== true) return "NOT_IN_SPACE";
    if (grants?.spaces.get(at)?.has(viewer.person) !== true) return "LICENSE_REQUIRED";
  } else {
    if (!instance.running) return "INSTANCE_NOT_RUNNING";
    if (grants?.own.has(viewer.person) !== true) return "LICENSE_REQUIRED";
  }
  if (target.organization !== anchor) return "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";
  const home = floor.organizations.get(anchor);
  if (home?.employments.get(target.person)?.inService !== true)
    return "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";
  if (at !== null && anchor !== host) {
    const present = space?.roster.get(target.person)?.some(([id]) => id === anchor);
    if (present !== true) return "ROUTING_TARGET_OUTSIDE_INITIATOR_ORG";
  }
  if (target.organization === viewer.organization && target.person === viewer.person)
    return "ROUTING_TARGET_SELF";
  if (holders.get(target.organization)?.has(target.person) === true)
    return "ROUTING_TARGET_ALREADY_ON_TASK";
  const able = target.organization === host ? grants?.own : grants?.spaces.get(at ?? "");
  return able?.has(target.person) === true ? null : "ROUTING_TARGET_CANNOT_ACT";
}

/** The library's answer: a refusal code, or `null`. */
export function askWorld(world: World, population: Population, data: Asked): string | null {
  const answer = ask(world, { type: "flow.may-route", data: data as never }, population.policy);
  return answer.kind === "refused" ? answer.refusal.code : null;
}
