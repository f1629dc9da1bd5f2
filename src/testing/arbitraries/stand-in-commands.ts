/** Who stands in for whom, for a period: mostly for people who have tasks. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import type { Input } from "../../engine/types.ts";
import { type Acting, command } from "../inputs.ts";
import type { Builders } from "./builder.ts";
import { adminOf, live, type Scene } from "./scene.ts";

type Types = "stand-in.set" | "stand-in.end";
type Set = Extract<Input, { readonly type: "stand-in.set" }>;

/** The people of an organization who hold tasks that wait. */
function holdersIn({ facts }: Scene, organization: OrganizationId): PersonId[] {
  return facts.instances.flatMap(({ tasks }) =>
    tasks.flatMap(({ holder, status }) =>
      holder !== null && holder[0] === organization && status === "open" ? [holder[1]] : [],
    ),
  );
}

/** Most often the person, else an admin, now and then anybody. */
function sayer(
  scene: Scene,
  home: ReturnType<typeof live>[number],
  person: PersonId,
): Acting | undefined {
  const { random } = scene;
  if (random.chance(55)) return [home.organization, person];
  if (random.chance(85)) return adminOf(scene, home);
  const other = random.pick(home.people)?.person;
  return other === undefined ? undefined : [home.organization, other];
}

/** Makes the commands about stand-ins. */
export const standInCommands: Builders<Types> = {
  "stand-in.set": (scene) => {
    const { random, facts, at } = scene;
    const home = random.pick(live(scene).filter(({ people }) => people.length > 1));
    if (home === undefined) return null;
    const holders = holdersIn(scene, home.organization);
    const busy = holders.length > 0 && random.chance(55);
    const person = busy ? random.pick(holders) : random.pick(home.people)?.person;
    if (person === undefined) return null;
    const others = home.people.filter((each) => each.person !== person || random.chance(5));
    const standIn = random.pick(others)?.person;
    const by = sayer(scene, home, person);
    if (standIn === undefined || by === undefined) return null;
    const from = Math.max(0, at + (random.chance(75) ? -random.below(20) : random.below(60)));
    const app = random.chance(30) ? random.pick(facts.apps)?.app : undefined;
    return command("stand-in.set", by, {
      ...{ person, standIn, from, until: from + (random.chance(97) ? 1 + random.below(300) : 0) },
      ...(app === undefined ? {} : { apps: [app] }),
      ...(random.chance(35) ? { takeOpen: true } : {}),
    });
  },
  "stand-in.end": (scene) => {
    const { random, past } = scene;
    const set = random.pick(past.filter((each): each is Set => each.type === "stand-in.set"));
    if (set === undefined || !("organization" in set.by)) return null;
    const { organization } = set.by;
    const home = live(scene).find((each) => each.organization === organization);
    const { person, from } = set.data;
    const by = home === undefined ? undefined : sayer(scene, home, person);
    return by === undefined ? null : command("stand-in.end", by, { person, from });
  },
};
