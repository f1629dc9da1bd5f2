/** Facts about people: hired and hired again, in several organizations, relocated, gone. */
import type { PersonId } from "../../core/ids.ts";
import type { PersonFields } from "../../directory/model.ts";
import { fact } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import { type Builders, numberFor } from "./builder.ts";
import { peopleFor } from "./names.ts";
import {
  anOrganization,
  aStaffedOrganization,
  organizationNamed,
  renamedLately,
  revision,
  type Scene,
  someDepartments,
  suspendedLately,
  text,
} from "./scene.ts";

type Types =
  | "person.hired"
  | "person.confirmed"
  | "person.relocated"
  | "person.department-entered"
  | "person.department-left"
  | "person.fields-changed"
  | "person.renamed"
  | "person.resigned"
  | "person.reinstated"
  | "person.suspended"
  | "person.resumed";

type Employee = OrganizationFacts["people"][number];

/** What an organization says of one of its people. */
export function someFields(scene: Scene): PersonFields {
  const { random } = scene;
  return {
    name: text(scene, "Name"),
    ...(random.chance(30) ? { title: text(scene, "Title") } : {}),
    ...(random.chance(10) ? { email: "somebody@example.com" } : {}),
    ...(random.chance(10) ? { phone: "+86 10" } : {}),
  };
}

function anEmployee(
  scene: Scene,
): { readonly home: OrganizationFacts; readonly employee: Employee } | null {
  const home = aStaffedOrganization(scene);
  const employee = scene.random.pick(home?.people ?? []);
  return home === undefined || employee === undefined ? null : { home, employee };
}

/** Somebody with open tasks, grants, offices, groups or a place on a list, whose leaving has most to undo. */
function aBusyEmployee(scene: Scene): ReturnType<typeof anEmployee> {
  const { facts, random } = scene;
  const listed = facts.publications.flatMap(({ authorized, permissions }) =>
    [authorized, ...permissions.map((each) => each.for)].flatMap((each) => each?.people ?? []),
  );
  // Few are on a list, and few of those come to leave.
  const kinds = [
    ...[listed, listed, listed],
    facts.instances.flatMap(({ tasks }) =>
      tasks.flatMap(({ status, holder }) =>
        (status === "open" || status === "held") && holder !== null ? [holder] : [],
      ),
    ),
    facts.pools.flatMap(({ units }) => units.flatMap(({ grants }) => grants)),
    (facts.hierarchies?.liaisons ?? []).flatMap(({ offices }) =>
      offices.flatMap(({ holders }) => holders),
    ),
    facts.groups.flatMap(({ participants }) => participants),
    facts.organizations.flatMap(({ organization, admins }) =>
      admins.map(({ person }) => [organization, person] as const),
    ),
  ];
  const who = random.pick(random.pick(kinds.filter((each) => each.length > 0)) ?? []);
  const home = who === undefined ? undefined : organizationNamed(scene, who[0]);
  const employee = home?.people.find(({ person }) => person === who?.[1]);
  return home === undefined || employee === undefined ? null : { home, employee };
}

/** One placement of somebody: mostly one that there is, or is not, as the fact has it. */
function aPlacement(scene: Scene, entered: boolean) {
  const { random } = scene;
  const chosen = anEmployee(scene);
  if (chosen === null) return null;
  const { organization, departments } = chosen.home;
  const { person, number, departments: placed } = chosen.employee;
  const all = departments.map((each) => each.department);
  const apt = random.chance(85) ? all.filter((id) => placed.includes(id) !== entered) : all;
  const department = random.chance(4) ? random.pick(scene.names.departments) : random.pick(apt);
  if (department === undefined) return null;
  return { organization, person, ...numberFor(scene, number), department, ...revision(scene) };
}

/** Somebody who left lately, whatever has become of them since, and by which number. */
function somebodyLeft({ facts, names, past, random }: Scene) {
  const left = past.flatMap((input) => {
    const { type, data } = input;
    if (type === "person.resigned") return [data];
    if (type !== "directory.changed") return [];
    const { organization, changes } = data;
    return changes.flatMap((each) =>
      each.type === "person.resigned" ? [{ organization, ...each.data }] : [],
    );
  });
  const isIn = ({ organization, person }: (typeof left)[number]): boolean => {
    const home = facts.organizations.find((each) => each.organization === organization);
    return home === undefined || home.ended || home.people.some((each) => each.person === person);
  };
  const out = left.filter((each) => !isIn(each));
  const lately = random.chance(65) ? 1 : 5;
  const found = random.pick(random.chance(85) ? out.slice(-lately) : left.slice(-5));
  const other = random.chance(12) ? random.pick(names.people) : undefined;
  return found === undefined || other === undefined ? found : { ...found, person: other };
}

/** Makes the facts about people. */
export const peopleFacts: Builders<Types> = {
  "person.hired": (scene) => {
    const { random, names, past } = scene;
    const home = anOrganization(scene);
    if (home === undefined) return null;
    const { organization, people } = home;
    const known = peopleFor(names, organization);
    const out = known.filter((id) => !people.some((each) => each.person === id));
    const person = random.chance(88) ? random.pick(out) : random.pick(known);
    if (person === undefined) return null;
    const number = random.chance(25)
      ? {}
      : { number: random.chance(92) ? past.length + 1 : random.below(past.length + 1) };
    const departments = someDepartments(scene, home, 3);
    const rest = random.chance(25) ? { probation: true } : {};
    const fields = someFields(scene);
    return fact("person.hired", { organization, person, ...number, departments, fields, ...rest });
  },
  "person.confirmed": (scene) => {
    const chosen = anEmployee(scene);
    if (chosen === null) return null;
    const { organization } = chosen.home;
    const { person } = chosen.employee;
    const number = numberFor(scene, chosen.employee.number);
    const fields = scene.random.chance(50) ? { fields: someFields(scene) } : {};
    const rest = { ...fields, ...revision(scene) };
    return fact("person.confirmed", { organization, person, ...number, ...rest });
  },
  "person.relocated": (scene) => {
    const chosen = anEmployee(scene);
    if (chosen === null) return null;
    const { organization } = chosen.home;
    const anybody = scene.random.chance(8) ? scene.random.pick(scene.names.people) : undefined;
    const person = anybody ?? chosen.employee.person;
    const number = anybody === undefined ? numberFor(scene, chosen.employee.number) : {};
    const rest = { departments: someDepartments(scene, chosen.home, 3), ...revision(scene) };
    return fact("person.relocated", { organization, person, ...number, ...rest });
  },
  "person.department-entered": (scene) => {
    const data = aPlacement(scene, true);
    return data === null ? null : fact("person.department-entered", data);
  },
  "person.department-left": (scene) => {
    const data = aPlacement(scene, false);
    return data === null ? null : fact("person.department-left", data);
  },
  "person.fields-changed": (scene) => {
    const chosen = anEmployee(scene);
    if (chosen === null) return null;
    const { organization } = chosen.home;
    const { person } = chosen.employee;
    const number = numberFor(scene, chosen.employee.number);
    const rest = { fields: someFields(scene), ...revision(scene) };
    return fact("person.fields-changed", { organization, person, ...number, ...rest });
  },
  "person.renamed": (scene) => {
    const { random, names, past } = scene;
    const chosen = random.chance(50)
      ? (aBusyEmployee(scene) ?? anEmployee(scene))
      : anEmployee(scene);
    if (chosen === null) return null;
    const { organization, people } = chosen.home;
    const again = renamedLately(scene, "person.renamed", organization)?.person;
    const person = again ?? chosen.employee.person;
    const number = again === undefined ? numberFor(scene, chosen.employee.number) : {};
    const known = peopleFor(names, organization);
    const out = known.filter((id) => !people.some((each) => each.person === id));
    const to = random.chance(40)
      ? (`pn-${past.length}` as PersonId)
      : random.pick(random.chance(85) ? out : known);
    return to === undefined
      ? null
      : fact("person.renamed", { organization, person, to, ...number });
  },
  "person.resigned": (scene) => {
    const { random } = scene;
    const chosen = random.chance(50)
      ? (aBusyEmployee(scene) ?? anEmployee(scene))
      : anEmployee(scene);
    if (chosen === null) return null;
    const { organization, people } = chosen.home;
    // Word of somebody who may have left already, or was never there.
    const anybody = random.chance(8) ? random.pick(scene.names.people) : undefined;
    const person = anybody ?? chosen.employee.person;
    const number = anybody === undefined ? numberFor(scene, chosen.employee.number) : {};
    const successor = random.chance(30) ? random.pick(people)?.person : undefined;
    const rest = successor === undefined ? {} : { successor };
    return fact("person.resigned", { organization, person, ...number, ...rest });
  },
  "person.reinstated": (scene) => {
    const { random } = scene;
    const found = somebodyLeft(scene);
    const home = found === undefined ? undefined : organizationNamed(scene, found.organization);
    if (found === undefined || home === undefined) return null;
    const { organization, person, number } = found;
    return fact("person.reinstated", {
      organization,
      person,
      ...(number === undefined || random.chance(30) ? {} : numberFor(scene, number)),
      ...(random.chance(15) ? { departments: someDepartments(scene, home, 2) } : {}),
      ...(random.chance(15) ? { fields: someFields(scene) } : {}),
    });
  },
  "person.suspended": (scene) => {
    const { random } = scene;
    const chosen = random.chance(60)
      ? (aBusyEmployee(scene) ?? anEmployee(scene))
      : anEmployee(scene);
    if (chosen === null) return null;
    const { organization, people } = chosen.home;
    const { person } = chosen.employee;
    const number = numberFor(scene, chosen.employee.number);
    const standIn = random.chance(55) ? random.pick(people)?.person : undefined;
    const rest = { ...(standIn === undefined ? {} : { standIn }), ...revision(scene) };
    return fact("person.suspended", { organization, person, ...number, ...rest });
  },
  "person.resumed": (scene) => {
    const before = suspendedLately(scene, "person.suspended");
    if (before === undefined) return null;
    const { standIn: _, revision: __, ...named } = before.data;
    return fact("person.resumed", { ...named, ...revision(scene) });
  },
};
