/** Full lists of a directory, near to what is known. */
import type { DepartmentId, PersonId } from "../../core/ids.ts";
import { reconciliationPage } from "../../core/page.ts";
import type {
  DirectoryPart,
  ListExtent,
  ListedDepartment,
  ListedPerson,
  ListParts,
} from "../../directory/model.ts";
import { fact, type InputDraft } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";
import type { Builders } from "./builder.ts";
import { peopleFor } from "./names.ts";
import { someFields } from "./people-facts.ts";
import { aStaffedOrganization, live, type Scene, someDepartments, text } from "./scene.ts";
import { aSource } from "./sources.ts";

type Types = "directory.reconciled" | "directory.continued";

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
  // After a list that stopped halfway the next one names many again who are no longer in service.
  const again = random.chance(20);
  // A source numbers everybody, nobody or some.
  const unnumbered = again ? 100 : (random.pick([0, 0, 50, 100]) ?? 0);
  const listed = random.some(
    home.people.filter(({ person }) => belongs(person)),
    kept,
  );
  const changed = listed.map(({ person, number, departments, fields, probation }) => ({
    person,
    ...(random.chance(unnumbered)
      ? {}
      : { number: random.chance(6) ? past.length + 1 : random.chance(4) ? number - 1 : number }),
    ...(random.chance(10)
      ? {}
      : { departments: random.chance(25) ? someDepartments(scene, home, 2) : departments }),
    fields: random.chance(15) ? someFields(scene) : fields,
    ...(random.chance(60) ? { probation: probation && random.chance(60) } : {}),
    ...(random.chance(6) ? { suspended: random.chance(40) } : {}),
    ...(random.chance(12) ? { manager: aManager(scene, home) } : {}),
  }));
  const pool: readonly PersonId[] = [
    ...peopleFor(names, home.organization),
    ...random.some(names.crowd, 90),
  ];
  const odds = again || names.crowd.length > 0 ? 80 : 15;
  const entrants = pool.filter(
    (id) => belongs(id) && !home.people.some(({ person }) => person === id) && random.chance(odds),
  );
  const hired = entrants.map((person) => ({
    person,
    ...(random.chance(unnumbered) ? {} : { number: past.length + 1 }),
    departments: someDepartments(scene, home, 2) as DepartmentId[],
    fields: someFields(scene),
    ...(random.chance(20) ? { probation: true } : {}),
    ...(random.chance(12) ? { manager: aManager(scene, home) } : {}),
  }));
  return [...changed, ...hired];
}

type Manager = NonNullable<ListedPerson["manager"]> | null;

/** Somebody to report to, in service or named by a list perhaps, or nobody. */
function aManager({ random, names }: Scene, { people }: OrganizationFacts): Manager {
  if (random.chance(20)) return null;
  const one = random.pick(people);
  if (one === undefined || random.chance(25)) {
    const person = random.pick(names.people);
    return person === undefined ? null : { person };
  }
  return random.chance(60) ? { person: one.person } : { person: one.person, number: one.number };
}

type Listed = NonNullable<OrganizationFacts["lists"]>[number];

export const hasStatus =
  (status: Listed["status"]) =>
  (each: Listed): boolean =>
    each.status === status;

/** What all parts of a list say of it. */
interface ListHead {
  readonly list: string;
  readonly extent?: ListExtent;
  readonly of: ListParts;
}

/** What the parts of a list said of it that have come. */
function headOf({ past }: Scene, of: string): ListHead | undefined {
  for (const { type, data } of past) {
    if (type !== "directory.reconciled" || data.list !== of) continue;
    const { list, extent, of: parts } = data;
    return { list, ...(extent === undefined ? {} : { extent }), of: parts };
  }
  return undefined;
}

/** Some departments that a list may be full for; now and then those that an earlier one was full for. */
function anExtent(scene: Scene, home: OrganizationFacts): ListExtent | undefined {
  const { random, past, names } = scene;
  const source = names.sources.length > 0 && random.chance(75) ? aSource(scene) : undefined;
  if (source !== undefined) return { source };
  const before = past.flatMap(({ type, data }) =>
    type === "directory.reconciled" && data.extent !== undefined ? [data.extent] : [],
  );
  const again = random.pick(before.slice(-4));
  if (again !== undefined && random.chance(50)) return again;
  const known = home.departments.map(({ department }) => department);
  const first = random.pick(known);
  if (first === undefined) return undefined;
  const other = random.chance(25) ? random.pick(known) : undefined;
  return { departments: other === undefined || other === first ? [first] : [first, other] };
}

/** A list in progress, or a new one, with what it is full for and how many parts it has. */
function aList(scene: Scene, home: OrganizationFacts): ListHead {
  const { random, past } = scene;
  const { lists = [] } = home;
  const begun = random.pick(lists.filter(hasStatus("begun")));
  const head = begun === undefined ? undefined : headOf(scene, begun.list);
  if (head !== undefined && random.chance(75)) {
    return random.chance(96) ? head : { list: head.list, of: head.of };
  }
  const people = random.pick([0, 1, 1, 1, 1, 2, 4]) ?? 1;
  const departments = random.pick(people === 0 ? [1, 1, 2] : [0, 0, 0, 1, 2]) ?? 1;
  const often = scene.names.sources.length > 0 ? 70 : 30;
  const extent = random.chance(often) ? anExtent(scene, home) : undefined;
  const full = extent === undefined ? {} : { extent };
  return { list: `list-${past.length}`, ...full, of: { departments, people } };
}

/** The directory as a list sees it: mostly as far as it is full for it. */
function seenBy(
  { random }: Scene,
  home: OrganizationFacts,
  extent: ListExtent | undefined,
): OrganizationFacts {
  if (extent === undefined || "source" in extent) return home;
  const parents = new Map(home.departments.map((each) => [each.department, each.parent]));
  const isIn = (department: DepartmentId): boolean => {
    for (let each: DepartmentId | null = department; each !== null; ) {
      if (extent.departments.includes(each)) return true;
      each = parents.get(each) ?? null;
    }
    return false;
  };
  return {
    ...home,
    departments: home.departments.filter(({ department }) => isIn(department) || random.chance(10)),
    people: home.people.filter(({ departments }) => departments.some(isIn) || random.chance(10)),
  };
}

/** Those of a part that is one of several, cut by their places. */
const cut = <Item>(items: readonly Item[], part: number, parts: number): Item[] =>
  items.filter((_, place) => place % parts === part);

function aPart(scene: Scene, home: OrganizationFacts, of: ListParts): DirectoryPart {
  const { random } = scene;
  const ofDepartments = of.people === 0 || (of.departments > 0 && random.chance(40));
  if (ofDepartments) {
    const pages = of.departments;
    const page = random.below(pages);
    const departments = cut(listedDepartments(scene, home), page, pages);
    return { kind: "departments", page, pages, departments };
  }
  const pages = of.people;
  const page = random.below(pages);
  const people = listedPeople(scene, home, (id) => reconciliationPage(id, pages) === page);
  if (!random.chance(8)) return { kind: "people", page, pages, people };
  const pieces = 2;
  const piece = random.below(pieces);
  return { kind: "people", page, pages, piece, pieces, people: cut(people, piece, pieces) };
}

/** A list of departments that lacks one in which nobody is, and names again what is dormant. */
function lackingOne(scene: Scene): InputDraft | null {
  const { random, past } = scene;
  const home = random.pick(live(scene));
  const empty = home?.departments.filter(
    ({ department }) =>
      !home.people.some(({ departments }) => departments.includes(department)) &&
      !home.departments.some(({ parent }) => parent === department),
  );
  const lacked = random.pick(empty ?? [])?.department;
  if (home === undefined || lacked === undefined) return null;
  const departments = home.departments
    .filter(({ department }) => department !== lacked)
    .map(({ department, parent, name }) => ({ department, parent, name }));
  if (departments.length === 0) return null;
  const part = { kind: "departments", page: 0, pages: 1, departments } as const;
  const of = { departments: 1, people: 0 };
  const { organization } = home;
  return fact("directory.reconciled", { organization, list: `list-${past.length}`, of, part });
}

function aFullList(scene: Scene): InputDraft | null {
  const { random, names, past } = scene;
  const lacking = random.chance(25) ? lackingOne(scene) : null;
  if (lacking !== null) return lacking;
  const home = random.chance(80) ? aStaffedOrganization(scene) : random.pick(live(scene));
  if (home === undefined) return null;
  const { organization } = home;
  if (names.chain.length > 0 && !home.departments.some(({ name }) => name === "Level")) {
    const departments = chainOf(scene);
    const part = { kind: "departments", page: 0, pages: 1, departments } as const;
    const of = { departments: 1, people: 0 };
    return fact("directory.reconciled", { organization, list: `list-${past.length}`, of, part });
  }
  const head = aList(scene, home);
  const part = aPart(scene, seenBy(scene, home, head.extent), head.of);
  return fact("directory.reconciled", { organization, ...head, part });
}

function aStep({ random, facts }: Scene): InputDraft | null {
  const home = random.pick(facts.organizations.filter(({ lists = [] }) => lists.length > 0));
  const lists = home?.lists ?? [];
  const due = lists.find(hasStatus("complete")) ?? random.pick(lists);
  if (home === undefined || due === undefined) return null;
  return fact("directory.continued", { organization: home.organization, list: due.list });
}

/** Makes full lists. */
export const reconciling: Builders<Types> = {
  "directory.reconciled": aFullList,
  "directory.continued": aStep,
};
