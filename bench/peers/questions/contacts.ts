/** The second workload: who sees whom in a Space, with Members that set what they see. */
import {
  apply,
  type Identity,
  type Input,
  type OrganizationId,
  type PersonId,
  type SpaceId,
} from "interorg";
import { floorOf } from "../../floor-load.ts";
import type { Floor, Organization, Part, Space } from "../../floor-state.ts";
import { type PlainSpace, type Population, populationOf } from "../../population.ts";
import { randomFrom } from "../../random.ts";
import { parsed, worldOf } from "../../records.ts";
import { isPresent, type Setting } from "./setting.ts";

/** Does the viewer see somebody in a Space? */
export interface ContactAsked {
  readonly viewer: Identity;
  readonly space: SpaceId;
  readonly target: Identity;
}

/** The workload over a population. */
export type Contacts = Setting<ContactAsked, ContactWork>;

/** What the floor keeps of visibility, besides Rosters. */
export interface ContactWork {
  readonly floor: Floor;
  readonly shown: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string> | "all">>;
}

/** What a service would look up before it asks, in the very Maps of the floor, nothing decided. */
export class Contact {
  readonly viewer: Identity;
  readonly target: Identity;
  readonly actor: Organization | null;
  readonly space: Space | null;
  readonly part: Part | null;
  readonly targetPart: Part | null;
  /** What the viewer's organization set for itself; `null`: only its own people. */
  readonly shows: ReadonlySet<string> | "all" | null;

  constructor({ floor, shown }: ContactWork, { viewer, space, target }: ContactAsked) {
    this.viewer = viewer;
    this.target = target;
    this.actor = floor.organizations.get(viewer.organization) ?? null;
    this.space = floor.spaces.get(space) ?? null;
    this.part = this.space?.parts.get(viewer.organization) ?? null;
    this.targetPart = this.space?.parts.get(target.organization) ?? null;
    this.shows = shown.get(space)?.get(viewer.organization) ?? null;
  }
}

type Shown = Map<string, Map<string, ReadonlySet<string> | "all">>;

/** A third of the Members see everybody, a third some others, the rest only themselves. */
function settings(population: Population, given: (input: Input) => void): Shown {
  const random = randomFrom(31);
  const shown: Shown = new Map();
  let sent = 0;
  for (const space of population.spaces) {
    const [host, ...members] = space.parts.map(({ organization }) => organization);
    const admin = population.organizations.find(({ id }) => id === host)?.people[0]?.person;
    const settingsHere = new Map<string, ReadonlySet<string> | "all">();
    for (const organization of members) {
      const turn = random(3);
      if (turn === 0) continue;
      const others = [host, ...members].filter((each) => each !== organization);
      const some = others.filter((_, place) => (place + turn) % 3 === 0) as OrganizationId[];
      const visibility =
        turn === 1 ? { kind: "all" } : { kind: "listed", organizations: some.slice(0, 50) };
      settingsHere.set(organization, turn === 1 ? "all" : new Set(some.slice(0, 50)));
      sent += 1;
      given({
        id: `v${sent}`,
        at: sent,
        by: { organization: host, person: admin },
        type: "visibility.set",
        data: { space: space.id, organization, visibility },
      } as unknown as Input);
    }
    shown.set(space.id, settingsHere);
  }
  return shown;
}

/** The floor's answer. */
function sees({ floor, shown }: ContactWork, { viewer, space: id, target }: ContactAsked): boolean {
  const actor = floor.organizations.get(viewer.organization);
  if (actor === undefined || actor.ended) return false;
  const space = floor.spaces.get(id);
  if (space === undefined || space.dissolved) return false;
  if (!space.parts.has(actor.id) || !isPresent(space, viewer)) return false;
  if (!space.parts.has(target.organization)) return false;
  if (space.host !== actor && target.organization !== actor.id) {
    const set = shown.get(id)?.get(actor.id);
    if (set === undefined || (set !== "all" && !set.has(target.organization))) return false;
  }
  return isPresent(space, target);
}

function asking({ spaces }: Population): () => ContactAsked[] {
  const random = randomFrom(37);
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)] as Item;
  const identity = ({ roster, waiting }: PlainSpace): Identity => {
    const [organization, person] = pick(random(5) === 0 && waiting.length > 0 ? waiting : roster);
    return { organization, person };
  };
  const one = (): ContactAsked => {
    const space = pick(spaces);
    const viewer = random(20) === 0 ? identity(pick(spaces)) : identity(space);
    return { viewer, space: space.id, target: identity(space) };
  };
  // Ids equal to those of the floor, not identical: a service gets them from outside.
  return () => parsed(Array.from({ length: 1_000 }, one));
}

/** The workload over so many people. */
export function contacting(people: number): Contacts {
  const population = populationOf(people);
  let world = worldOf(population);
  const shown = settings(population, (input) => {
    const { world: next, outcome } = apply(world, input, population.policy);
    if (outcome.kind === "refused") throw new Error(`${input.type}: ${outcome.refusal.code}`);
    world = next;
  });
  const work: ContactWork = { floor: floorOf(population), shown };
  const questions = asking(population);
  const random = randomFrom(41);
  const nobody = "nobody" as PersonId;
  const oddly = (asked: ContactAsked): ContactAsked => {
    switch (random(6)) {
      case 0:
        return { ...asked, space: "nowhere" as ContactAsked["space"] };
      case 1:
        return { ...asked, viewer: { ...asked.viewer, person: nobody } };
      case 2:
        return { ...asked, target: { ...asked.target, person: nobody } };
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
    floor: (asked) => sees(work, asked),
  };
}
