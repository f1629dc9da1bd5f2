/** Full lists of a directory, near to what is known, and the word on those that are held. */
import type { DepartmentId, PersonId } from "../../core/ids.ts";
import { reconciliationPage } from "../../core/page.ts";
import type { ListedDepartment, ListedPerson } from "../../directory/model.ts";
import { command, fact, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import { someFields } from "./people-facts.ts";
import {
  adminOf,
  aStaffedOrganization,
  live,
  type Scene,
  someDepartments,
  support,
  text,
} from "./scene.ts";

type Types = "directory.reconciled" | "reconciliation.confirm" | "reconciliation.discard";

/** The departments as they are, but for a few that are new, renamed, moved or left out. */
function listedDepartments(scene: Scene, home: OrganizationFacts): ListedDepartment[] {
  const { random, names } = scene;
  const kept = random.chance(40) ? 100 : 75;
  const listed: ListedDepartment[] = random.some(home.departments, kept);
  const fresh = names.departments.filter(
    (id) => random.chance(15) && !listed.some(({ department }) => department === id),
  );
  const all = [
    ...listed,
    ...fresh.map((department) => ({ department, parent: null, name: text(scene, "Unit") })),
  ];
  return all.map((each) => {
    const moved = fresh.includes(each.department) || random.chance(12);
    const among = random.chance(97) ? all : home.departments;
    const parent = moved && random.chance(70) ? random.pick(among)?.department : each.parent;
    const unlisted = !all.some(({ department }) => department === parent);
    return {
      department: each.department,
      parent: unlisted && random.chance(85) ? null : (parent ?? null),
      name: random.chance(10) ? text(scene, "Unit") : each.name,
    };
  });
}

function chainOf(scene: Scene): ListedDepartment[] {
  const deep = 58 + scene.random.below(10);
  return scene.names.chain.slice(0, deep).map((department, index, chain) => ({
    department,
    parent: chain[index - 1] ?? null,
    name: "Level",
  }));
}

/** The people of a page as they are, but for a few that are new, changed or left out. */
function listedPeople(
  scene: Scene,
  home: OrganizationFacts,
  belongs: (person: PersonId) => boolean,
): ListedPerson[] {
  const { random, names, past } = scene;
  const kept = random.pick([100, 85, 50]) ?? 100;
  // A source numbers everybody, nobody or some.
  const unnumbered = random.pick([0, 0, 50, 100]) ?? 0;
  const listed = random.some(
    home.people.filter(({ person }) => belongs(person)),
    kept,
  );
  const changed = listed.map(({ person, number, departments, fields, probation }) => ({
    person,
    ...(random.chance(unnumbered)
      ? {}
      : { number: random.chance(6) ? past.length + 1 : random.chance(4) ? number - 1 : number }),
    departments: random.chance(25) ? someDepartments(scene, home, 2) : departments,
    fields: random.chance(15) ? someFields(scene) : fields,
    ...(probation === true && random.chance(60) ? { probation } : {}),
    ...(random.chance(6) ? { suspended: random.chance(40) } : {}),
  }));
  const pool: readonly PersonId[] = [...names.people, ...random.some(names.crowd, 90)];
  const odds = names.crowd.length > 0 ? 80 : 15;
  const entrants = pool.filter(
    (id) => belongs(id) && !home.people.some(({ person }) => person === id) && random.chance(odds),
  );
  const hired = entrants.map((person) => ({
    person,
    ...(random.chance(unnumbered) ? {} : { number: past.length + 1 }),
    departments: someDepartments(scene, home, 2) as DepartmentId[],
    fields: someFields(scene),
    ...(random.chance(20) ? { probation: true } : {}),
  }));
  return [...changed, ...hired];
}

function aFullList(scene: Scene): InputDraft | null {
  const { random, names } = scene;
  const home = random.chance(80) ? aStaffedOrganization(scene) : random.pick(live(scene));
  if (home === undefined) return null;
  const { organization } = home;
  if (names.chain.length > 0 && !home.departments.some(({ name }) => name === "Level")) {
    const part = { kind: "departments", departments: chainOf(scene) } as const;
    return fact("directory.reconciled", { organization, part });
  }
  if (random.chance(40)) {
    const part = { kind: "departments", departments: listedDepartments(scene, home) } as const;
    return fact("directory.reconciled", { organization, part });
  }
  const pages = random.pick([1, 1, 1, 2, 4]) ?? 1;
  const page = random.below(pages);
  const people = listedPeople(scene, home, (id) => reconciliationPage(id, pages) === page);
  const part = { kind: "people", page, pages, people } as const;
  return fact("directory.reconciled", { organization, part });
}

function aHeldList(
  scene: Scene,
  type: "reconciliation.confirm" | "reconciliation.discard",
): InputDraft | null {
  const { random, facts, past } = scene;
  const home = random.pick(facts.organizations.filter(({ held }) => held.length > 0));
  const organization = home ?? (random.chance(5) ? random.pick(live(scene)) : undefined);
  const admin = adminOf(scene, organization);
  // Where there is no admin support may say the word, and tries it now and then where there is one.
  const by = admin === undefined || random.chance(4) ? support : admin;
  if (organization === undefined) return null;
  const reconciliation =
    random.pick(organization.held)?.reconciliation ?? random.pick(past)?.id ?? "none";
  return command(type, by, { organization: organization.organization, reconciliation });
}

/** Makes full lists and the commands about those that are held. */
export const reconciling: Builders<Types> = {
  "directory.reconciled": aFullList,
  "reconciliation.confirm": (scene) => aHeldList(scene, "reconciliation.confirm"),
  "reconciliation.discard": (scene) => aHeldList(scene, "reconciliation.discard"),
};
