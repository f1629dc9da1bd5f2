/** Heads of departments, named roles, managers, and registered successors. */
import { command, fact } from "../inputs.ts";
import { type Builders, numberFor } from "./builder.ts";
import { adminOf, aStaffedOrganization, live, revision, someDepartments } from "./scene.ts";

type Types =
  | "person.heads-changed"
  | "person.roles-changed"
  | "person.manager-changed"
  | "successor.set";

/** Makes the inputs about who is appointed to what. */
export const appointing: Builders<Types> = {
  "person.heads-changed": (scene) => {
    const { random, names } = scene;
    const home = aStaffedOrganization(scene);
    const employee = random.pick(home?.people ?? []);
    if (home === undefined || employee === undefined) return null;
    const { organization } = home;
    const { person } = employee;
    const odd = random.pick(names.departments);
    const known = someDepartments(scene, home, 2);
    const departments =
      odd !== undefined && random.chance(6) && !known.includes(odd) ? [...known, odd] : known;
    const number = numberFor(scene, employee.number);
    const rest = { departments, ...revision(scene) };
    return fact("person.heads-changed", { organization, person, ...number, ...rest });
  },
  "person.roles-changed": (scene) => {
    const { random, names } = scene;
    const home = aStaffedOrganization(scene);
    const employee = random.pick(home?.people ?? []);
    if (home === undefined || employee === undefined) return null;
    const { organization } = home;
    const { person } = employee;
    const number = numberFor(scene, employee.number);
    const rest = { roles: random.some(names.roles, 45), ...revision(scene) };
    return fact("person.roles-changed", { organization, person, ...number, ...rest });
  },
  "person.manager-changed": (scene) => {
    const { random } = scene;
    const home = aStaffedOrganization(scene);
    const employee = random.pick(home?.people ?? []);
    if (home === undefined || employee === undefined) return null;
    const { organization } = home;
    const { person } = employee;
    const number = numberFor(scene, employee.number);
    const others = home.people.filter((each) => each.person !== person || random.chance(5));
    const chosen = random.chance(15) ? undefined : random.pick(others);
    const named = chosen !== undefined && random.chance(60);
    const manager =
      chosen === undefined
        ? null
        : { person: chosen.person, ...(named ? numberFor(scene, chosen.number) : {}) };
    return fact("person.manager-changed", {
      ...{ organization, person, ...number, manager },
      ...revision(scene),
    });
  },
  "successor.set": (scene) => {
    const { random } = scene;
    const home = random.pick(live(scene).filter(({ people }) => people.length > 1));
    const by = adminOf(scene, home);
    const employee = random.pick(home?.people ?? []);
    if (home === undefined || by === undefined || employee === undefined) return null;
    const { organization } = home;
    const { person } = employee;
    const others = home.people.filter((each) => each.person !== person || random.chance(5));
    const taken = employee.successor !== null && random.chance(25);
    const successor = taken ? null : (random.pick(others)?.person ?? null);
    return command("successor.set", by, { organization, person, successor });
  },
};
