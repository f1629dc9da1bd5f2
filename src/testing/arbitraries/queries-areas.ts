/** What questions about licenses, apps, data, flows, groups and departures ask for. */
import type { AppId, InstanceId } from "../../core/ids.ts";
import type { Identity } from "../../core/notice.ts";
import type { LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import type { Queries, QueryType, Viewer } from "../../queries/model.ts";
import type { IdentityFacts } from "../reference/facts-model.ts";
import { HOSTILE_IDS } from "./names.ts";
import { adminOf, live, liveSpaces, organizationNamed, type Scene } from "./scene.ts";
import { aUser, named, spaceNamed, staffOf, usersOf } from "./standing.ts";

type Asked = Extract<
  QueryType,
  | `license.${string}`
  | `feature.${string}`
  | `app.${string}`
  | "space.home"
  | "space-app.use"
  | `data.${string}`
  | `form.${string}`
  | `flow.${string}`
  | "admin.parked"
  | `group.${string}`
  | "departure.preview"
>;
type Data<Type extends Asked> = Queries[Type]["input"];

const viewerOf = ([organization, person]: IdentityFacts): Viewer => ({ organization, person });
const unknown = <Id extends string>({ random }: Scene): Id =>
  (random.chance(50) ? random.pick(HOSTILE_IDS) : "nobody-knows") as Id;

/** An admin of an organization that has a pool, or whoever asks anyway. */
function aKeeper(scene: Scene, otherwise: Viewer): Viewer {
  const { random, facts } = scene;
  const pool = random.pick(facts.pools);
  const by = pool === undefined ? undefined : adminOf(scene, organizationNamed(scene, pool.host));
  return by === undefined || "support" in by || random.chance(20)
    ? otherwise
    : viewerOf(by as unknown as IdentityFacts);
}

/** A unit of the viewer's pool, or of somebody's. */
function aUnit({ random, facts }: Scene, { organization }: Viewer): LicenseUnit {
  const own = facts.pools.filter(({ host }) => host === organization);
  const pool = random.pick(own.length > 0 && random.chance(90) ? own : facts.pools);
  return random.pick(pool?.units ?? [])?.unit ?? { kind: "host", organization };
}

function aLinkedUnit(scene: Scene, viewer: Viewer): LinkedUnit {
  const units = scene.facts.pools.flatMap(({ host, units: all }) =>
    all.flatMap(({ unit }) => (unit.kind === "host" ? [] : [{ host, unit }])),
  );
  const own = units.filter(({ host }) => host === viewer.organization);
  const chosen = scene.random.pick(own.length > 0 && scene.random.chance(90) ? own : units);
  const space = scene.random.pick(scene.facts.spaces)?.space ?? unknown(scene);
  return chosen?.unit ?? { kind: "space", space };
}

/** A Space in which the viewer is, or any. */
function aSpace({ random, facts }: Scene, { organization, person }: Viewer) {
  const inside = facts.spaces.filter(({ roster }) =>
    roster.some((each) => each[0] === organization && each[1] === person),
  );
  const chosen = random.pick(inside.length > 0 && random.chance(75) ? inside : facts.spaces);
  return chosen?.space ?? ("nobody-knows" as never);
}

/** Somebody who looks into an app: mostly one who can use it, now and then whoever asks. */
function aLook(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const user = random.chance(60) ? aUser(scene) : random.pick(usersOf(scene));
  if (user === undefined || random.chance(12)) {
    const app = (random.pick(facts.apps)?.app ?? unknown(scene)) as AppId;
    const space = random.chance(50) ? {} : { space: aSpace(scene, otherwise) };
    return { viewer: otherwise, app, ...space };
  }
  const space = user.space === null ? {} : { space: user.space.space };
  return { viewer: viewerOf(user.who), app: user.app.app, ...space };
}

/** The Host's view of an app, which names no Space. */
function aHostLook(scene: Scene, otherwise: Viewer) {
  const own = usersOf(scene).filter(({ space }) => space === null);
  const user = scene.random.chance(85) ? scene.random.pick(own) : undefined;
  const { viewer, app } = aLook(scene, otherwise);
  return user === undefined ? { viewer, app } : { viewer: viewerOf(user.who), app: user.app.app };
}

/** Anybody there is: employed, or on a Roster. */
function anybody(scene: Scene): Identity {
  const all = scene.facts.organizations.flatMap(staffOf);
  const { organization, person } = named(scene.random.pick(all) ?? (["a", "b"] as never));
  return { organization, person };
}

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
    viewer: party === undefined || random.chance(8) ? otherwise : viewerOf(party),
    instance,
  };
}

const searched = ({ random }: Scene) =>
  random.chance(30) ? { search: random.chance(80) ? "ame 1" : "name" } : {};

const FEATURES = [
  "form.submit",
  "flow.start",
  "task.handle",
  "report.view",
  "attachment.upload",
  "automation.trigger",
  "cool-app.card",
  "cool-app.distribute",
  "data.view",
  "form.import",
  "__proto__",
] as const;

/** Somebody who takes part in a group, and the group. */
function aParticipant(scene: Scene, otherwise: Viewer) {
  const { random, facts } = scene;
  const group = random.pick(facts.groups);
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
  return { viewer, person, ...(successor === undefined ? {} : { successor }) };
}

/** Makes what a question of each type asks for, by a viewer unless another one fits better. */
export const areaQueries: {
  readonly [Type in Asked]: (scene: Scene, viewer: Viewer) => Data<Type>;
} = {
  "license.usage": (scene, viewer) => ({ viewer: aKeeper(scene, viewer) }),
  "license.accounts": (scene, otherwise) => {
    const viewer = aKeeper(scene, otherwise);
    return { viewer, unit: aUnit(scene, viewer) };
  },
  "license.waiting": (scene, viewer) => ({ viewer: aKeeper(scene, viewer) }),
  "license.automatic": (scene, otherwise) => {
    const viewer = aKeeper(scene, otherwise);
    const unit = aLinkedUnit(scene, viewer);
    const members = spaceNamed(scene, unit.space)?.members ?? [];
    const member = unit.kind === "member" ? unit.organization : scene.random.pick(members);
    const odd = member === undefined || scene.random.chance(5);
    const organization = odd ? otherwise.organization : member;
    return { viewer, unit, organization };
  },
  "feature.list": () => ({}),
  "app.center": (scene, viewer) => ({ viewer, space: aSpace(scene, viewer) }),
  "app.use": (scene, viewer) => ({
    ...aLook(scene, viewer),
    feature: scene.random.pick(FEATURES) ?? "form.submit",
  }),
  "app.settings": (scene, otherwise) => {
    const { random, facts } = scene;
    const set = random.pick(facts.publications);
    const space = random.pick(liveSpaces(scene).filter((each) => each.space === set?.space));
    const by =
      space === undefined ? undefined : adminOf(scene, organizationNamed(scene, space.host));
    if (set === undefined || by === undefined || "support" in by || random.chance(20)) {
      const app = (random.pick(facts.apps)?.app ?? unknown(scene)) as AppId;
      return { viewer: otherwise, space: aSpace(scene, otherwise), app };
    }
    const viewer = viewerOf(by as unknown as IdentityFacts);
    return { viewer, space: set.space, app: set.app };
  },
  "space.home": (scene, viewer) => ({ viewer, space: aSpace(scene, viewer) }),
  "space-app.use": (scene, viewer) => {
    const { random, facts } = scene;
    const own = facts.apps.filter(({ owner }) => owner.kind === "space");
    const chosen = random.pick(random.chance(90) ? own : facts.apps);
    const space =
      chosen?.owner.kind === "space" && random.chance(90)
        ? chosen.owner.space
        : aSpace(scene, viewer);
    const inside = random.pick(spaceNamed(scene, space)?.roster ?? []);
    const asks = inside === undefined || random.chance(20) ? viewer : viewerOf(inside);
    return { viewer: asks, space, app: chosen?.app ?? (unknown(scene) as AppId) };
  },
  "data.range": aLook,
  "data.rows": (scene, viewer) => {
    const { random } = scene;
    const look = aLook(scene, viewer);
    const rows = scene.facts.apps.find(({ app }) => app === look.app)?.rows ?? [];
    const one = random.pick(rows)?.submitter;
    return {
      ...look,
      ...(one !== undefined && random.chance(25) ? { submitter: one[1] } : {}),
      ...(one !== undefined && random.chance(25) ? { organization: one[0] } : {}),
    };
  },
  "data.submitters": (scene, viewer) => ({ ...aHostLook(scene, viewer), ...searched(scene) }),
  "form.pickable": (scene, viewer) => {
    const look = aLook(scene, viewer);
    const space = scene.facts.spaces.find((each) => "space" in look && each.space === look.space);
    const one = scene.random.chance(60) ? scene.random.pick(space?.roster ?? []) : undefined;
    return { ...look, target: one === undefined ? anybody(scene) : named(one) };
  },
  "form.candidates": (scene, viewer) => ({ ...aLook(scene, viewer), ...searched(scene) }),
  "flow.may-route": (scene, otherwise) => {
    const party = aParty(scene, otherwise);
    return { ...party, target: anybody(scene) };
  },
  "flow.routing-candidates": (scene, otherwise) => ({
    ...aParty(scene, otherwise),
    ...searched(scene),
  }),
  "flow.todo": (scene, viewer) => ({ viewer: aParty(scene, viewer).viewer }),
  "flow.started": (scene, viewer) => {
    const one = scene.random.pick(scene.facts.instances)?.initiator;
    return { viewer: one === undefined ? viewer : viewerOf(one) };
  },
  "flow.handled": (scene, viewer) => ({ viewer: aParty(scene, viewer).viewer }),
  "flow.instance": aParty,
  "admin.parked": (scene, viewer) => {
    const home = scene.random.pick(scene.facts.parking)?.organization;
    const by = home === undefined ? undefined : adminOf(scene, organizationNamed(scene, home));
    return by === undefined || "support" in by
      ? { viewer }
      : { viewer: viewerOf(by as unknown as IdentityFacts) };
  },
  "group.mine": (scene, otherwise) => {
    const { viewer, space } = aParticipant(scene, otherwise);
    return { viewer, space };
  },
  "group.participants": aParticipant,
  "departure.preview": aDeparture,
};
