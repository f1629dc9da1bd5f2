/**
 * Inputs that crowd Spaces: they fill them to the last place and one beyond, make people wait and
 * places free while others wait, and bring the same people into two Spaces.
 */
import { command, fact, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts, SpaceFacts } from "../reference/facts-model.ts";
import { joinCommands } from "./join-commands.ts";
import { peopleFor } from "./names.ts";
import { someFields } from "./people-facts.ts";
import { adminOf, liveSpaces, organizationNamed, type Scene, support } from "./scene.ts";
import { spaceCommands } from "./space-commands.ts";

type Identity = SpaceFacts["roster"][number];

/** One organization's part in a Space. */
interface Part {
  readonly space: SpaceFacts;
  readonly home: OrganizationFacts;
  readonly whole: boolean;
}

/** An organization in a Space, with people of its own. */
function aPart(scene: Scene, space: SpaceFacts): Part | null {
  const part = scene.random.pick(space.associations);
  const home = part === undefined ? undefined : organizationNamed(scene, part.organization);
  return part === undefined || home === undefined ? null : { space, home, whole: part.whole };
}

const own = ({ space, home }: Part, of: "roster" | "waiting"): Identity[] =>
  space[of].filter(([organization]) => organization === home.organization);

/** All people of a part, or so many of them that they fit exactly, or are one too many. */
function fill(scene: Scene, part: Part): InputDraft | null {
  const { random } = scene;
  const { space, home } = part;
  const by = adminOf(scene, home);
  if (by === undefined) return null;
  const { organization } = home;
  const named = { space: space.space, organization };
  const present = own(part, "roster").map(([, person]) => person);
  const outside = home.people.map(({ person }) => person).filter((id) => !present.includes(id));
  const room = space.cap - space.roster.length + (random.chance(30) ? 1 : 0);
  if (random.chance(40) && outside.length > 0) {
    return command("scope.put-in", by, { ...named, people: outside.slice(0, Math.max(1, room)) });
  }
  const exclude = { people: outside.slice(Math.max(0, room)) };
  const rest = exclude.people.length > 0 ? { exclude } : {};
  // At times only the exclusions, so that a later turn to everybody finds them there already.
  const scope = random.chance(30) ? { people: present, ...rest } : { whole: true, ...rest };
  return command("scope.set", by, { ...named, scope });
}

/** Somebody is hired whom the scope takes in, now and then somebody who is there already. */
function hireInto(scene: Scene, part: Part): InputDraft | null {
  const { random, names, past } = scene;
  const { organization, people, departments } = part.home;
  const known = random.chance(35) ? own(part, "roster") : [];
  const free = peopleFor(names, organization).filter(
    (id) => !people.some(({ person }) => person === id),
  );
  // Somebody who is there through another organization takes no further place.
  const elsewhere = random.chance(30) ? part.space.roster.map(([, person]) => person) : [];
  const person =
    random.pick(known)?.[1] ??
    random.pick(elsewhere.filter((id) => free.includes(id))) ??
    random.pick(free);
  if (person === undefined) return null;
  const home = random.pick(departments)?.department;
  return fact("person.hired", {
    organization,
    person,
    number: past.length + 1,
    departments: home === undefined ? [] : [home],
    fields: someFields(scene),
  });
}

/** Somebody goes, the cap rises, or the Host's certification changes. */
function makeRoom(scene: Scene, part: Part): InputDraft | null {
  const { random } = scene;
  const { space, home } = part;
  const { organization } = home;
  const host = organizationNamed(scene, space.host);
  const who = random.pick(own(part, random.chance(75) ? "roster" : "waiting"))?.[1];
  const by = adminOf(scene, home);
  switch (random.below(6)) {
    case 0:
      return command("person-cap.expand", support, { space: space.space, cap: space.cap + 1 });
    case 1:
    case 2:
      if (host === undefined) return null;
      return fact("organization.certification-changed", {
        organization: space.host,
        certified: !host.certified,
      });
    case 3: {
      if (who === undefined || by === undefined) return null;
      const named = { space: space.space, organization, people: [who] };
      return command("scope.take-out", by, named);
    }
    default: {
      const number = home.people.find(({ person }) => person === who)?.number;
      if (who === undefined || number === undefined) return null;
      return fact("person.resigned", { organization, person: who, number });
    }
  }
}

/** Those who are in one Space come into another one. */
function spread(scene: Scene, { space, home }: Part): InputDraft | null {
  const { random } = scene;
  const { organization } = home;
  const others = liveSpaces(scene).filter((each) => each !== space);
  const isIn = (each: SpaceFacts): boolean =>
    each.associations.some((association) => association.organization === organization);
  const other = random.pick(others.filter(isIn));
  if (other === undefined) {
    const type = others.length === 0 ? "space.create" : "application.submit";
    const pending = scene.facts.applications.some(({ status }) => status === "pending");
    if (pending) return joinCommands["application.approve"](scene);
    return type === "space.create" ? spaceCommands[type](scene) : joinCommands[type](scene);
  }
  const by = adminOf(scene, home);
  const here = space.roster.filter(([id]) => id === organization).map(([, person]) => person);
  const people = random.some(here, 60);
  if (by === undefined || people.length === 0) return null;
  return command("scope.put-in", by, { space: other.space, organization, people });
}

/** The next input towards full Spaces; `null` if the world has nothing to aim at. */
export function crowding(scene: Scene): InputDraft | null {
  const { random } = scene;
  const spaces = liveSpaces(scene).filter(({ members }) => members.length > 0);
  const queued = spaces.filter(({ waiting }) => waiting.length > 0);
  const space = random.pick(random.chance(60) && queued.length > 0 ? queued : spaces);
  const part = space === undefined ? null : aPart(scene, space);
  if (part === null) return null;
  if (random.chance(25)) return spread(scene, part);
  const waits = part.space.waiting.length > 0;
  if (waits && random.chance(50)) return makeRoom(scene, part);
  return part.whole && random.chance(70) ? hireInto(scene, part) : fill(scene, part);
}
