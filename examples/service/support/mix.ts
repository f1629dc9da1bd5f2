/** What people and systems do all day: commands, facts and questions, most of them about one Space. */
import type { Random } from "./random.ts";
import {
  APP,
  APPROVER,
  coldName,
  FLOW,
  HOST,
  HOT,
  invitationOf,
  memberName,
  personName,
  type Size,
  STAFF,
} from "./world.ts";

/** One request to come. */
export interface Action {
  readonly kind: "command" | "fact" | "question";
  readonly heat: "hot" | "cold";
  readonly token: string;
  readonly body: { readonly id?: string; readonly type: string; readonly data: object };
}

interface Employee {
  readonly organization: string;
  readonly person: string;
}

/** What later actions build on. */
interface Memory {
  readonly hired: Employee[];
  readonly instances: string[];
  readonly applications: { organization: string; application: string }[];
}

/** How many of the last are left alone: the service may not have answered yet. */
const RECENT = 20;

/** Takes one out that is not recent; `undefined` if there is none. */
function take<Item>(random: Random, items: Item[]): Item | undefined {
  const old = items.length - RECENT;
  return old > 0 ? items.splice(random.below(old), 1)[0] : undefined;
}

type Make = (random: Random, id: string, memory: Memory, size: Size) => Action;

const ask = (heat: Action["heat"], who: Employee, type: string, data: object = {}): Action => ({
  ...{ kind: "question", heat, token: `${who.organization}:${who.person}` },
  body: { type, data: { viewer: who, ...data } },
});
const act = (
  heat: Action["heat"],
  id: string,
  by: Employee,
  type: string,
  data: object,
): Action => ({
  ...{ kind: "command", heat, token: `${by.organization}:${by.person}` },
  body: { id, at: Date.now(), by, type, data } as Action["body"],
});
const report = (
  heat: Action["heat"],
  id: string,
  organization: string,
  type: string,
  data: object,
): Action => ({
  ...{ kind: "fact", heat, token: `hr:${organization}` },
  body: {
    id,
    at: Date.now(),
    from: { organization },
    type,
    data: { organization, ...data },
  } as Action["body"],
});

const admin = (organization: string): Employee => ({ organization, person: "admin" });
const someMember = (random: Random, { members }: Size): string => memberName(random.below(members));
const someCold = (random: Random, { coldHosts }: Size): string => coldName(random.below(coldHosts));
const staffOf = (random: Random, organization: string, count = STAFF): Employee => ({
  organization,
  person: personName(organization, random.below(count)),
});

const hire: Make = (random, id, memory, size) => {
  const hot = random.chance(70);
  const organization = hot ? someMember(random, size) : someCold(random, size);
  memory.hired.push({ organization, person: id });
  const departments = [random.pick(["sales", "plant"])];
  const more = { number: 1, departments, fields: { name: `Person ${id}` } };
  return report(hot ? "hot" : "cold", id, organization, "person.hired", { person: id, ...more });
};

const resign: Make = (random, id, memory, size) => {
  const who = take(random, memory.hired);
  if (who === undefined) return hire(random, id, memory, size);
  const heat = who.organization.startsWith("member") ? "hot" : "cold";
  return report(heat, id, who.organization, "person.resigned", { person: who.person, number: 1 });
};

const relocate: Make = (random, id, _memory, size) => {
  const hot = random.chance(50);
  const organization = hot ? someMember(random, size) : someCold(random, size);
  const { person } = staffOf(random, organization);
  const departments = [random.pick(["sales", "plant"])];
  const more = { person, number: 1, departments };
  return report(hot ? "hot" : "cold", id, organization, "person.relocated", more);
};

const changeScope: Make = (random, id, _memory, size) => {
  const organization = someMember(random, size);
  const type = random.pick(["scope.take-out", "scope.put-in"]);
  const people = [personName(organization, STAFF + random.below(2))];
  return act("hot", id, admin(organization), type, { space: HOT, organization, people });
};

const license: Make = (random, id, _memory, size) => {
  const people = [staffOf(random, someMember(random, size))];
  const unit = { kind: "space", space: HOT };
  const type = random.pick(["license.grant", "license.grant", "license.revoke"]);
  return act("hot", id, admin(HOST), type, { unit, people });
};

const startFlow: Make = (random, id, memory, size) => {
  const by = staffOf(random, someMember(random, size), 2);
  memory.instances.push(id);
  return act("hot", id, by, "flow.start", {
    app: APP,
    space: HOT,
    flow: FLOW,
    instance: id,
    row: id,
  });
};

const approve: Make = (random, id, memory, size) => {
  const instance = take(random, memory.instances);
  if (instance === undefined) return startFlow(random, id, memory, size);
  const by = { organization: HOST, person: APPROVER };
  return act("hot", id, by, "task.approve", { instance, task: 0 });
};

const apply: Make = (random, id, memory, size) => {
  const organization = someCold(random, size);
  memory.applications.push({ organization, application: id });
  const data = {
    application: id,
    invitation: invitationOf(HOT),
    scope: { departments: ["sales"] },
  };
  return act("hot", id, admin(organization), "application.submit", data);
};

const review: Make = (random, id, memory, size) => {
  const application = memory.applications.shift();
  if (application === undefined) return apply(random, id, memory, size);
  return act("hot", id, admin(HOST), "application.approve", { space: HOT, ...application });
};

const cancel: Make = (random, id, _memory, size) =>
  act("hot", id, admin(HOST), "association.cancel", {
    ...{ space: HOT, organization: someCold(random, size) },
  });

const group: Make = (random, id, _memory, size) => {
  const organization = someMember(random, size);
  const [by, other] = [staffOf(random, organization), staffOf(random, organization)];
  return act("hot", id, by, "group.start", {
    space: HOT,
    group: id,
    name: id,
    participants: [other],
  });
};

const folder: Make = (random, id, _memory, size) => {
  const space = random.chance(30) ? HOT : someCold(random, size);
  const by = admin(space === HOT ? HOST : space);
  const heat = space === HOT ? "hot" : "cold";
  return act(heat, id, by, "folder.create", { space, folder: id, parent: null, name: id });
};

/** Staff who try what they may not. */
const overreach: Make = (random, id, _memory, size) => {
  const by = staffOf(random, someMember(random, size));
  return act("cold", id, by, "space.create", { space: id, name: "Mine" });
};

const look: Make = (random, _id, _memory, size) => {
  const hot = random.chance(60);
  const heat = hot ? "hot" : "cold";
  const space = hot ? HOT : someCold(random, size);
  const owner = admin(hot ? HOST : space);
  const viewer = hot ? staffOf(random, someMember(random, size)) : owner;
  return random.pick([
    () => ask(heat, viewer, "space.organizations", { space }),
    () => ask(heat, viewer, "space.contacts", { space, limit: 20 }),
    () => ask(heat, owner, "admin.space-room", { space }),
    () => ask(heat, owner, "admin.members", { space, limit: 20 }),
    () => ask("hot", admin(HOST), "license.usage"),
    () => ask("hot", { organization: HOST, person: APPROVER }, "flow.todo", { limit: 20 }),
    () => ask("hot", viewer, "app.center", { space: HOT }),
  ])();
};

/** What is done, and how often of a hundred times. */
const MIX: readonly (readonly [percent: number, make: Make])[] = [
  [34, look],
  [16, hire],
  [12, resign],
  [6, relocate],
  [8, changeScope],
  [5, license],
  [5, startFlow],
  [4, approve],
  [2, apply],
  [2, review],
  [1, cancel],
  [2, group],
  [2, folder],
  [1, overreach],
];

/** An endless supply of things to do; each input has an id of its own. */
export function actions(random: Random, size: Size, run: string): () => Action {
  const memory: Memory = { hired: [], instances: [], applications: [] };
  const wheel = MIX.flatMap(([percent, make]) => Array.from({ length: percent }, () => make));
  let made = 0;
  return () => {
    made += 1;
    return random.pick(wheel)(random, `${run}-${made}`, memory, size);
  };
}
