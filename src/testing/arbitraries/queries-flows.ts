/** What questions about flows, groups and departures ask for. */
import type { InstanceId, PersonId } from "../../core/ids.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { named } from "./actors.ts";
import { anybody, aSpace, aTime, searched, unknown, viewerOf } from "./queries-common.ts";
import { adminOf, live, organizationNamed, type Scene } from "./scene.ts";
import { anOpenTask, targets } from "./task-commands.ts";

type Asked = Extract<
  QueryType,
  | `flow.${string}`
  | "stand-in.list"
  | "admin.parked"
  | "admin.open-tasks"
  | `group.${string}`
  | "departure.preview"
>;
type Data<Type extends Asked> = Queries[Type]["input"];

/** Somebody who has to do with flows, and an instance. */
function aParty(scene: Scene, otherwise: Viewer): { viewer: Viewer; instance: InstanceId } {
  const { random, facts } = scene;
  const chosen = random.pick(facts.instances);
  if (chosen === undefined) return { viewer: otherwise, instance: unknown(scene) };
  const { instance, initiator, tasks, host } = chosen;
  const holders = tasks.flatMap(({ holder, status }) =>
    holder !== null && (status === "open" || random.chance(20)) ? [holder] : [],
  );
  const admin = adminOf(scene, organizationNamed(scene, host));
  const party = random.pick(random.chance(70) ? holders : [initiator, ...holders]);
  if (random.chance(10) && admin !== undefined && !("support" in admin)) {
    return { viewer: viewerOf(admin as unknown as IdentityFacts), instance };
  }
  return {
    viewer: party === undefined || random.chance(8) ? otherwise : viewerOf([party[0], party[1]]),
    instance,
  };
}

/** Somebody who holds an open task, mostly one who can route it, and somebody to whom. */
function aRouter(scene: Scene, otherwise: Viewer): Data<"flow.may-route"> {
  const { random } = scene;
  const held = random.chance(92) ? anOpenTask(scene) : undefined;
  if (held === undefined) return { ...aParty(scene, otherwise), target: anybody(scene) };
  const { instance } = held.instance;
  const to = random.chance(90) ? random.pick(targets(scene, held)) : undefined;
  const target = to === undefined ? anybody(scene) : named(to);
  return {
    viewer: viewerOf(held.holder),
    instance,
    target,
    ...(random.chance(50) ? { at: scene.at } : {}),
  };
}

/** Somebody who takes part in a group, and the group. */
function aParticipant(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const ofSpaces = facts.groups.flatMap((each) =>
    each.space === null ? [] : [{ ...each, space: each.space }],
  );
  const group = random.pick(ofSpaces);
  if (group === undefined) {
    return { viewer: otherwise, space: aSpace(scene, otherwise), group: unknown(scene) as never };
  }
  const inside = random.pick(group.participants);
  const viewer = inside === undefined || random.chance(15) ? otherwise : viewerOf(inside);
  const space = random.chance(95) ? group.space : aSpace(scene, viewer);
  return { viewer, space, group: random.chance(95) ? group.group : (unknown(scene) as never) };
}

/** A leaver with an admin of theirs. */
function aDeparture(scene: Scene, otherwise: Viewer): Data<"departure.preview"> {
  const { random, facts } = scene;
  const bound = [
    ...facts.instances.flatMap(({ tasks }) => tasks.flatMap(({ holder }) => holder ?? [])),
    ...facts.groups.flatMap(({ participants }) => participants.flat()),
  ];
  const home = random.pick(live(scene).filter(({ admins }) => admins.length > 0));
  const admin = adminOf(scene, home);
  const people = home?.people.map(({ person }) => person) ?? [];
  const busy = people.filter((each) => bound.includes(each));
  const person =
    random.pick(busy.length > 0 && random.chance(60) ? busy : people) ?? otherwise.person;
  const successor = random.chance(35) ? random.pick(people) : undefined;
  const viewer =
    admin === undefined || "support" in admin || random.chance(10)
      ? otherwise
      : viewerOf(admin as unknown as IdentityFacts);
  return {
    viewer,
    person,
    ...(successor === undefined ? {} : { successor }),
    ...(random.chance(50) ? { at: scene.at } : {}),
  };
}

/** Makes what a question of each type asks for, by a viewer unless another one fits better. */
export const flowQuestions: {
  readonly [Type in Asked]: (scene: Scene, viewer: Viewer) => Data<Type>;
} = {
  "flow.may-route": aRouter,
  "flow.routing-candidates": (scene, otherwise) => {
    const { viewer, instance } = aRouter(scene, otherwise);
    return { viewer, instance, ...searched(scene), ...aTime(scene) };
  },
  "flow.return-targets": (scene, otherwise) => {
    const held = scene.random.chance(92) ? anOpenTask(scene) : undefined;
    if (held === undefined) return { ...aParty(scene, otherwise), task: scene.random.below(4) };
    const { instance } = held.instance;
    return { viewer: viewerOf(held.holder), instance, task: held.number, ...aTime(scene) };
  },
  "flow.todo": (scene, viewer) => ({ viewer: aParty(scene, viewer).viewer }),
  "flow.started": (scene, viewer) => {
    const one = scene.random.pick(scene.facts.instances)?.initiator;
    return { viewer: one === undefined ? viewer : viewerOf([one[0], one[1]]) };
  },
  "flow.handled": (scene, viewer) => ({ viewer: aParty(scene, viewer).viewer }),
  "flow.instance": aParty,
  "stand-in.list": (scene, otherwise) => {
    const { random, past, at } = scene;
    const set = random.pick(past.filter(({ type }) => type === "stand-in.set"));
    const data = (set?.data ?? {}) as { readonly person?: PersonId; readonly standIn?: PersonId };
    const home = set !== undefined && "by" in set && "organization" in set.by ? set.by : otherwise;
    const isOther = random.chance(50);
    const one = isOther ? data.standIn : data.person;
    const viewer =
      one === undefined || random.chance(30)
        ? otherwise
        : viewerOf([home.organization, one] as unknown as IdentityFacts);
    return {
      viewer,
      ...(one === undefined || random.chance(50) ? {} : { person: one }),
      ...(isOther ? { side: "stand-in" } : {}),
      ...(random.chance(50) ? { at } : {}),
    };
  },
  "admin.parked": (scene, viewer) => {
    const home = scene.random.pick(scene.facts.parking)?.organization;
    const by = home === undefined ? undefined : adminOf(scene, organizationNamed(scene, home));
    return by === undefined || "support" in by
      ? { viewer }
      : { viewer: viewerOf(by as unknown as IdentityFacts) };
  },
  "admin.open-tasks": (scene, viewer) => {
    const { random, facts } = scene;
    const instance = random.pick(facts.instances.filter(({ status }) => status === "running"));
    const task = random.pick(instance?.tasks ?? []);
    const holder = random.chance(35) ? (task?.holder ?? null) : null;
    const home = holder !== null && random.chance(40) ? holder[0] : instance?.host;
    const by = home === undefined ? undefined : adminOf(scene, organizationNamed(scene, home));
    return {
      viewer:
        by === undefined || "support" in by ? viewer : viewerOf(by as unknown as IdentityFacts),
      ...(holder === null ? {} : { holder: named(holder) }),
      ...(random.chance(40) ? { stuck: true } : {}),
    };
  },
  "group.mine": (scene, otherwise) => {
    const { viewer, space } = aParticipant(scene, otherwise);
    return { viewer, space };
  },
  "group.participants": aParticipant,
  "departure.preview": aDeparture,
};
