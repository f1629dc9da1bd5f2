/** A World at full caps, and the ids of whatever the footprint's inputs name. */
import {
  apply,
  type Input,
  type OrganizationId,
  type Policy,
  type SpaceId,
  type World,
} from "../src/index.ts";
import {
  capped,
  type OrganizationPlan,
  type PlainOrganization,
  type PlainPart,
  type PlainSpace,
  type Population,
  partOf,
  plainOrganization,
  plainSpace,
} from "./population.ts";
import { numbered, randomFrom } from "./random.ts";
import { worldOf } from "./records.ts";

/** How large. */
export interface Scale {
  readonly people: number;
  readonly departments: number;
  readonly members: number;
  readonly cap: number;
  /** People of the Host in scope of each Space. */
  readonly hostPart: number;
}

/** Full caps: what the design promises to carry. */
export const FULL: Scale = {
  people: 100_000,
  departments: 5_000,
  members: 800,
  cap: 3_000,
  hostPart: 1_000,
};

/** The same in small, where every invariant can be checked in a moment. */
export const SMALL: Scale = { people: 600, departments: 60, members: 6, cap: 40, hostPart: 30 };

/** The length of an id. */
export const ID_LENGTH = 24;

const HOSTED = 10;
const JOINED = 5;

/** The World, and who is who in it. */
export interface Full {
  readonly scale: Scale;
  readonly policy: Policy;
  readonly world: World;
  /** Hosts ten full Spaces and has joined five. */
  readonly host: PlainOrganization;
  /** As large; hosts the five full Spaces that the Host has joined, and has joined none. */
  readonly other: PlainOrganization;
  /** Hosts one Space, all its people in it, with ten places left. */
  readonly nearly: PlainOrganization;
  /** Hosts one Space with nobody in it. */
  readonly fresh: PlainOrganization;
  /** As many people as fit into one Space; has joined none. */
  readonly filling: PlainOrganization;
  /** A Member of five of the Host's Spaces. */
  readonly member: PlainOrganization;
  /** Was a Member of the Host's first Space, everything that may be set for it set, and has applied again. */
  readonly former: PlainOrganization;
  /** Ten people; has joined none. */
  readonly small: PlainOrganization;
  readonly spaces: readonly SpaceId[];
}

const wholly = ({ id }: PlainOrganization): PlainPart => ({
  organization: id,
  whole: true,
  departments: [],
  people: [],
});

/** Makes it. */
export function fullWorld(scale: Scale): Full {
  const { people, departments, members, cap, hostPart } = scale;
  let from = 0;
  let count = 0;
  const make = (plan: Omit<OrganizationPlan, "number" | "fan">): PlainOrganization => {
    const made = plainOrganization({ ...plan, number: count, fan: 3 }, from, ID_LENGTH);
    from += plan.people;
    count += 1;
    return made;
  };
  const host = make({ people, departments });
  const other = make({ people, departments });
  const nearly = make({ people: cap - 10, departments: Math.ceil(cap / 20) });
  const fresh = make({ people: 10, departments: 2 });
  const filling = make({ people: cap, departments: Math.ceil(cap / 20) });
  const small = make({ people: 10, departments: 2 });
  // Each joins five Spaces: twice as many fill the Host's ten, as many the other's five.
  const crowd = Array.from({ length: members * 3 }, () => make({ people: 30, departments: 10 }));
  const random = randomFrom(17);
  const spaces: PlainSpace[] = [];
  const id = (): SpaceId => numbered("s", spaces.length, ID_LENGTH);
  const add = (organizations: readonly PlainOrganization[], parts: readonly PlainPart[]): void => {
    spaces.push(plainSpace(id(), organizations, parts, cap));
  };
  for (let i = 0; i < HOSTED + JOINED; i += 1) {
    const own = i < HOSTED;
    const start = own ? (i < HOSTED / 2 ? 0 : members) : members * 2;
    const joining = crowd.slice(start, start + members - (own ? 0 : 1));
    const group = own ? [host, ...joining] : [other, host, ...joining];
    add(
      group,
      group.map((each) => partOf(each, each.people.length > 100 ? hostPart : 3, random)),
    );
  }
  add([nearly], [wholly(nearly)]);
  add([fresh], [{ ...wholly(fresh), whole: false }]);
  const organizations = [host, other, nearly, fresh, filling, small, ...crowd];
  // Members may leave, and come back, so that what it takes can be counted.
  const policy: Policy = { ...capped(cap), memberExit: "own-admin", rejoinRetentionDays: 30 };
  const population: Population = { policy, organizations, spaces };
  const full: Full = {
    scale,
    policy,
    world: worldOf(population),
    host,
    other,
    nearly,
    fresh,
    filling,
    member: crowd[0] as PlainOrganization,
    former: crowd[members - 1] as PlainOrganization,
    small,
    spaces: spaces.map((space) => space.id),
  };
  return { ...full, world: prepared(full) };
}

/** An id for something that inputs make. */
export const newId = <Id extends string>(letter: string, number: number): Id =>
  numbered<Id>(letter, number, ID_LENGTH);

let inputs = 0;

/** A command of a main admin. */
export function commandOf({ id, people }: PlainOrganization, type: string, data: object): Input {
  inputs += 1;
  const by = { organization: id, person: people[0]?.person };
  return { id: newId("i", inputs), at: 1_000 + inputs, by, type, data } as unknown as Input;
}

/** A command of the platform's support staff. */
export function supportOf(type: string, data: object): Input {
  inputs += 1;
  const by = { support: "staff" };
  return { id: newId("i", inputs), at: 1_000 + inputs, by, type, data } as unknown as Input;
}

/** A fact of an organization, or of the platform. */
export function factOf(organization: OrganizationId | null, type: string, data: object): Input {
  inputs += 1;
  const from = organization === null ? { platform: true } : { organization };
  return { id: newId("i", inputs), at: 1_000 + inputs, from, type, data } as unknown as Input;
}

/** The Members of the first Space, in order of joining, and the one that was one. */
export function membersOf({ member, scale }: Full): OrganizationId[] {
  const first = Number(member.id.slice(1));
  return Array.from({ length: scale.members }, (_, i) => newId("o", first + i));
}

/** Everything that may be set for a Member, of whom one sees and is seen by as much as may be (EXIT-09). */
function setFor(full: Full): Input[] {
  const { host, former, spaces } = full;
  const of = { space: spaces[0], organization: former.id };
  const members = membersOf(full).slice(0, -1);
  const departments = host.departments
    .slice(-30)
    .map(({ id }) => ({ organization: host.id, department: id }));
  const kinds = Array.from({ length: 200 }, (_, n) => ({ type: `type-${n}`, level: "A" }));
  const except = { organizations: members.slice(0, 200), kinds, departments };
  const listed = { kind: "listed", organizations: members.slice(0, 700), departments };
  return [
    commandOf(host, "member.place", { ...of, folder: newId("f", 1) }),
    commandOf(host, "partner.set", { ...of, types: ["dealer"], level: "A" }),
    commandOf(host, "visibility.set", { ...of, visibility: listed }),
    commandOf(host, "visibility.hide", { ...of, hidden: true, except }),
  ];
}

/** Invitations, pending applications and Folders; made by the library itself. */
function prepared(full: Full) {
  const { world, policy, host, nearly, fresh, filling, other, small, former, spaces } = full;
  const [first, nearlySpace, freshSpace] = [spaces[0], spaces.at(-2), spaces.at(-1)];
  const issue = (by: PlainOrganization, space: unknown, n: number): Input =>
    commandOf(by, "invitation.issue", { space, invitation: newId("v", n), form: "link" });
  const submit = (by: PlainOrganization, invitation: number, n: number, scope: object): Input =>
    commandOf(by, "application.submit", {
      application: newId("a", n),
      invitation: newId("v", invitation),
      scope,
    });
  const folder = (n: number, parent: unknown): Input =>
    commandOf(host, "folder.create", {
      space: first,
      folder: newId("f", n),
      parent,
      name: `F ${n}`,
    });
  const inputs = [
    factOf(null, "organization.registered", {
      organization: newId("x", 0),
      name: "Newly registered",
      certified: false,
      edition: "free",
      sso: false,
    }),
    ...Array.from({ length: 300 }, (_, n) => issue(host, first, n)),
    issue(nearly, nearlySpace, 1_000),
    issue(fresh, freshSpace, 1_001),
    submit(other, 1_000, 0, { whole: true }),
    submit(filling, 1_001, 1, { whole: true }),
    submit(small, 1_001, 2, { whole: true }),
    folder(0, null),
    ...Array.from({ length: 199 }, (_, n) => folder(n + 1, newId("f", 0))),
    ...setFor(full),
    commandOf(host, "association.cancel", { space: first, organization: former.id }),
    submit(former, 0, 3, {}),
  ];
  let now = world;
  for (const input of inputs) {
    const { world: next, outcome } = apply(now, input, policy);
    if (outcome.kind === "refused") throw new Error(`${input.type}: ${outcome.refusal.code}`);
    now = next;
  }
  return now;
}
