/** Liaison roles, the people responsible for nodes in them, and flows that they sign in. */
import type { RoleId } from "../../core/ids.ts";
import type { LiaisonNode } from "../../roster/model.ts";
import { command, fact } from "../inputs.ts";
import type { IdentityFacts, OrganizationFacts } from "../reference/facts-model.ts";
import type { HierarchiesFacts } from "../reference/hierarchy-facts-model.ts";
import { isIn, named, staffOf } from "./actors.ts";
import { appsOf, aTrunk } from "./below-commands.ts";
import { belowOf, distributedIn, presentFor } from "./books.ts";
import type { Builders } from "./builder.ts";
import { aStep, flowRules } from "./flow-rules.ts";
import { HOSTILE_IDS } from "./names.ts";
import { adminOf, live, organizationNamed, type Scene, text } from "./scene.ts";
import { hierarchyAdminOf } from "./trunk-commands.ts";

type Types = "liaison.define" | "liaison.assign" | "flow.define";
type Organization = OrganizationFacts["organization"];
type Role = HierarchiesFacts["liaisons"][number];

/** Roles of liaisons: few, so that they are found and named again. */
const ROLES = ["secretary", "director", "clerk"] as RoleId[];

/** The liaison roles there are. */
export const rolesIn = ({ facts }: Scene): readonly Role[] => facts.hierarchies?.liaisons ?? [];

/** Everybody in the book of a Trunk. */
export function bookOf(scene: Scene, trunk: Organization): IdentityFacts[] {
  const home = organizationNamed(scene, trunk);
  return [...(home === undefined ? [] : staffOf(home)), ...presentFor(scene, trunk)];
}

/** A role, often of an organization with others below it, and more often one that has offices. */
function aRole(scene: Scene): Role | undefined {
  const { random } = scene;
  const all = rolesIn(scene);
  const above = all.filter(({ trunk }) => belowOf(scene, trunk).length > 0);
  return random.pick(above.length > 0 && random.chance(80) ? above : all);
}

/** A node that a role may have an office at: the organization or one below it, or a department of either. */
export function aNode(scene: Scene, trunk: Organization): LiaisonNode | null {
  const { random } = scene;
  const below = belowOf(scene, trunk);
  const odd = random.chance(4) ? random.pick(live(scene))?.organization : undefined;
  const organization = odd ?? (random.chance(70) ? random.pick(below) : undefined) ?? trunk;
  const home = organizationNamed(scene, organization);
  if (home === undefined) return null;
  const placed = home.people.flatMap(({ departments }) => departments);
  const all = home.departments.map(({ department }) => department);
  const among = placed.length > 0 && random.chance(60) ? placed : all;
  const department = random.chance(60) ? (random.pick(among) ?? null) : null;
  return { organization, department };
}

/** A node with an office, of which somebody may be relieved. */
function aFilled({ random }: Scene, { offices }: Role): LiaisonNode | undefined {
  const office = random.pick(offices);
  if (office === undefined) return undefined;
  const { organization, department } = office;
  return { organization, department };
}

/** Who is to hold an office: mostly few who may, and some colleagues of them, who could take it over. */
function someHolders(scene: Scene, among: readonly IdentityFacts[]): IdentityFacts[] {
  const { random } = scene;
  const first = random.pick(among);
  const colleagues = among.filter(([organization]) => organization === first?.[0]);
  const all = random.chance(50) ? colleagues : among;
  const wanted = [...(first === undefined ? [] : [first]), ...random.some(all, 25)];
  const once = wanted.filter((each, index) => !isIn(wanted.slice(0, index), each));
  return once.slice(0, random.chance(60) ? 1 : 3);
}

/** Makes the commands about them. */
export const liaisonCommands: Builders<Types> = {
  "liaison.define": (scene) => {
    const { random } = scene;
    const chosen = aTrunk(scene, (id) => {
      const own = rolesIn(scene).filter(({ trunk }) => trunk === id);
      return own.length === 0 || random.chance(40);
    });
    if (chosen === null) return null;
    const odd = random.chance(6) ? (random.pick(HOSTILE_IDS) as RoleId | undefined) : undefined;
    const role = odd ?? random.pick(ROLES);
    if (role === undefined) return null;
    return command("liaison.define", chosen.by, {
      trunk: chosen.trunk,
      role,
      name: text(scene, "Role"),
      ...(random.chance(60)
        ? { keptBy: random.chance(70) ? ("organizations" as const) : ("trunk" as const) }
        : {}),
    });
  },
  "liaison.assign": (scene) => {
    const { random } = scene;
    const set = aRole(scene);
    if (set === undefined) return null;
    const { trunk, role, keptBy } = set;
    const again = random.chance(25) ? aFilled(scene, set) : undefined;
    const node = again ?? aNode(scene, trunk);
    if (node === null) return null;
    const own = random.chance(keptBy === "organizations" ? 40 : 5);
    const by = hierarchyAdminOf(scene, own ? node.organization : trunk);
    if (by === undefined) return null;
    const book = bookOf(scene, trunk).filter(
      ([organization]) => !own || organization === node.organization || random.chance(5),
    );
    const odd = random.chance(4) ? random.pick(live(scene)) : undefined;
    const among = odd === undefined ? book : staffOf(odd);
    const people = random.chance(again === undefined ? 3 : 25) ? [] : someHolders(scene, among);
    return command("liaison.assign", by, { trunk, role, node, people: people.map(named) });
  },
  "flow.define": (scene) => {
    const { random } = scene;
    const rolesOf = (id: Organization) => rolesIn(scene).filter(({ trunk }) => trunk === id);
    const fits = (id: Organization) => rolesOf(id).length > 0 && appsOf(scene, id).length > 0;
    const chosen = random.chance(75) ? aTrunk(scene, fits) : null;
    if (chosen === null) return flowRules["flow.define"](scene);
    const { by, trunk } = chosen;
    const host = organizationNamed(scene, trunk);
    const out = distributedIn(scene).filter((each) => each.trunk === trunk);
    const distributed = random.chance(90) ? random.pick(out)?.app : undefined;
    const app = distributed ?? random.pick(appsOf(scene, trunk))?.app;
    if (host === undefined || app === undefined) return null;
    const count = random.pick([1, 1, 2, 3]) ?? 1;
    const steps = Array.from({ length: count }, () => {
      const step = aStep(scene, host);
      const role = random.chance(75) ? random.pick(rolesOf(trunk))?.role : undefined;
      if (role === undefined) return step;
      const others = random.chance(40) ? step.approvers : [];
      return { ...step, approvers: [{ kind: "liaison" as const, role }, ...others] };
    });
    return command("flow.define", by, { app, flow: random.chance(70) ? "flow1" : "flow2", steps });
  },
};

/** Somebody who holds an office, with their organization and whether others are there to take it over. */
function aHolder(scene: Scene) {
  const { random } = scene;
  const all = rolesIn(scene).flatMap(({ offices }) => offices.flatMap(({ holders }) => holders));
  const found = all.flatMap(([organization, person]) => {
    const home = organizationNamed(scene, organization);
    const employee = home?.people.find((each) => each.person === person);
    return home === undefined || employee === undefined ? [] : [{ home, employee }];
  });
  const followed = found.filter(({ home }) => home.people.length > 1);
  return random.pick(followed.length > 0 && random.chance(75) ? followed : found);
}

/** Makes the facts by which offices change hands, and what is said before about who follows. */
export const holderInputs: Builders<"person.resigned" | "successor.set"> = {
  "person.resigned": (scene) => {
    const { random } = scene;
    const chosen = aHolder(scene);
    if (chosen === undefined) return null;
    const { organization, people } = chosen.home;
    const { person, number } = chosen.employee;
    const successor = random.chance(50) ? random.pick(people)?.person : undefined;
    return fact("person.resigned", {
      ...{ organization, person, number },
      ...(successor === undefined ? {} : { successor }),
    });
  },
  "successor.set": (scene) => {
    const { random } = scene;
    const chosen = aHolder(scene);
    const by = adminOf(scene, chosen?.home);
    if (chosen === undefined || by === undefined) return null;
    const { organization, people } = chosen.home;
    const { person } = chosen.employee;
    const others = people.filter((each) => each.person !== person);
    const successor = random.chance(90) ? (random.pick(others)?.person ?? null) : null;
    return command("successor.set", by, { organization, person, successor });
  },
};
