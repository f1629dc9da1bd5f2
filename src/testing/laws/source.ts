/** A source of a directory: what it has, near to what a World knows, and the full list that says so. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { reconciliationPage } from "../../core/page.ts";
import {
  DEPARTMENT_DEPTH_MAX,
  type DirectoryPart,
  type ListExtent,
  type ListedDepartment,
  type ListedPerson,
} from "../../directory/model.ts";
import type { Event, Input } from "../../engine/types.ts";
import type { Random } from "../arbitraries/random.ts";
import { fact, stamped } from "../inputs.ts";
import type { OrganizationFacts } from "../reference/facts-model.ts";

/** What a source has; a department's parent comes before it. */
export interface Source {
  readonly departments: readonly ListedDepartment[];
  readonly people: readonly ListedPerson[];
  /** Departments among them that had been removed. */
  readonly again: ReadonlySet<DepartmentId>;
}

/** An end of an employment that nothing has undone, as events tell of it. */
export interface Departure {
  /** Epoch ms. */
  readonly at: number;
  /** Whether a fact said so, before or after a list inferred it. */
  readonly reported: boolean;
}

/** Who has left an organization and not come back. */
export function departuresIn(
  history: readonly Event[],
  organization: OrganizationId,
): ReadonlyMap<PersonId, Departure> {
  const left = new Map<PersonId, Departure>();
  for (const { type, data, at } of history) {
    if (!("person" in data) || !("organization" in data)) continue;
    if (data.organization !== organization) continue;
    const { person } = data;
    if (type === "person.hired" || type === "person.reinstated") left.delete(person);
    if (type === "person.resigned") {
      left.set(person, { at, reported: data.because === undefined });
    }
    const known = left.get(person);
    if (type === "person.noted" && data.kind === "left" && known !== undefined) {
      left.set(person, { ...known, reported: true });
    }
  }
  return left;
}

/** Departments that are there no longer. */
function removedIn(history: readonly Event[], { organization, departments }: OrganizationFacts) {
  const there = new Set(departments.map(({ department }) => department));
  const ever = history.flatMap(({ type, data }) =>
    type === "department.created" && data.organization === organization ? [data.department] : [],
  );
  return [...new Set(ever)].filter((department) => !there.has(department));
}

/** The departments of a source: some gone, renamed, moved or new, no circle, not too deep. */
function drawDepartments(
  random: Random,
  home: OrganizationFacts,
  removed: readonly DepartmentId[],
): ListedDepartment[] {
  const before = new Map(home.departments.map((each) => [each.department, each]));
  const share = random.pick([100, 75, 75, 40]) ?? 75;
  const ids = [
    ...random.some([...before.keys()], share),
    ...random.some(removed, 40),
    ...(random.chance(50) ? (["new-1", "new-2"] as DepartmentId[]) : []),
  ].filter((id, place, all) => all.indexOf(id) === place);
  const parents = new Map<DepartmentId, DepartmentId | null>();
  const chainOf = (from: DepartmentId | null): DepartmentId[] => {
    const chain: DepartmentId[] = [];
    for (let each = from; each !== null; each = parents.get(each) ?? null) chain.push(each);
    return chain;
  };
  for (const id of ids) {
    let parent = before.get(id)?.parent ?? null;
    while (parent !== null && !ids.includes(parent)) parent = before.get(parent)?.parent ?? null;
    parents.set(id, parent);
  }
  for (const id of ids) {
    if (before.has(id) && !random.chance(20)) continue;
    const parent = random.chance(75) ? (random.pick(ids) ?? null) : null;
    if (!chainOf(parent).includes(id)) parents.set(id, parent);
  }
  for (const id of ids) {
    if (chainOf(id).length > DEPARTMENT_DEPTH_MAX) parents.set(id, null);
  }
  const depth = new Map(ids.map((id) => [id, chainOf(id).length]));
  return ids
    .sort((left, right) => (depth.get(left) ?? 0) - (depth.get(right) ?? 0))
    .map((department) => {
      const name = before.get(department)?.name;
      const renames = name === undefined || random.chance(15);
      return {
        department,
        parent: parents.get(department) ?? null,
        name: renames ? `Unit ${random.below(9)}` : name,
      };
    });
}

/** Draws what the source of an organization's directory has, at random near to what is known. */
export function drawSource(
  random: Random,
  home: OrganizationFacts,
  left: ReadonlyMap<PersonId, Departure>,
  history: readonly Event[],
): Source {
  const removed = removedIn(history, home);
  const departments = drawDepartments(random, home, removed);
  const ids = departments.map(({ department }) => department);
  const share = random.pick([100, 90, 60, 20]) ?? 90;
  const numbered = random.pick([0, 50, 100]) ?? 0;
  const placed = () => [...new Set(random.some(ids, 25).slice(0, 3))];
  const people = random.some(home.people, share).map((each): ListedPerson => {
    const stays = each.departments.filter((id) => ids.includes(id));
    return {
      person: each.person,
      ...(random.chance(numbered) ? { number: each.number } : {}),
      departments: random.chance(30) ? placed() : stays,
      fields: random.chance(15) ? { name: `Renamed ${random.below(9)}` } : each.fields,
      ...(random.chance(10) ? { suspended: random.chance(50) } : {}),
    };
  });
  const others = [
    ...random.some([...left.keys()], random.pick([0, 50, 100]) ?? 50),
    ...(random.chance(50) ? (["new-1", "new-2", "new-3"] as PersonId[]) : []),
  ].filter((id) => !home.people.some(({ person }) => person === id));
  for (const person of new Set(others)) {
    // A number above all that were given begins an employment, or is the first that is given.
    const number = random.chance(numbered / 2) ? { number: 1_000_000 } : {};
    people.push({ person, ...number, departments: placed(), fields: { name: `P ${person}` } });
  }
  return { departments, people, again: new Set(removed) };
}

/** The items in so many runs, some of them empty. */
function runs<Item>(random: Random, items: readonly Item[], count: number): Item[][] {
  const cuts = Array.from({ length: count - 1 }, () => random.below(items.length + 1));
  const ends = [0, ...cuts.sort((left, right) => left - right), items.length];
  return ends.slice(1).map((end, place) => items.slice(ends[place], end));
}

function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(random.below(rest.length), 1)[0] as Item);
}

/**
 * The parts of a list that says what a source has: in any order, but of departments parents first, and
 * what was removed and is there again before whoever is placed there: until then it is gone, not unknown.
 */
function partsOf(random: Random, { departments, people, again }: Source): DirectoryPart[] {
  const pages = random.pick([1, 1, 2, 4]) ?? 1;
  const cut = runs(random, departments, 1 + random.below(3));
  const ofDepartments = cut.map(
    (each, page): DirectoryPart => ({
      kind: "departments",
      page,
      pages: cut.length,
      departments: each,
    }),
  );
  const ofPeople = Array.from({ length: pages }, (_, page) => {
    const own = people.filter(({ person }) => reconciliationPage(person, pages) === page);
    const part = { kind: "people", page, pages } as const;
    if (random.chance(75)) return [{ ...part, people: own }];
    const [first = [], second = []] = runs(random, own, 2);
    return [
      { ...part, piece: 0, pieces: 2, people: first },
      { ...part, piece: 1, pieces: 2, people: second },
    ];
  }).flat();
  const leansOnGone = (part: DirectoryPart): boolean =>
    part.kind === "people" &&
    part.people.some((line) => line.departments?.some((id) => again.has(id)) === true);
  const mixed = shuffled(random, [...ofDepartments, ...ofPeople]);
  const late = mixed.filter(leansOnGone);
  // Departments come in their order, wherever they come among the people.
  const order = [...mixed.filter((part) => !late.includes(part)), ...late];
  const inOrder = ofDepartments.values();
  return order.map((part) =>
    part.kind === "departments" ? (inOrder.next().value as DirectoryPart) : part,
  );
}

/** The facts that send a source's list, all at one time. */
export function listOf(
  random: Random,
  source: Source,
  organization: OrganizationId,
  {
    list,
    at,
    extent,
  }: { readonly list: string; readonly at: number; readonly extent?: ListExtent },
): readonly Input[] {
  const parts = partsOf(random, source);
  const of = {
    departments: parts.filter(({ kind }) => kind === "departments").length,
    people: parts.find(({ kind }) => kind === "people")?.pages ?? 1,
  };
  const head = { organization, list, ...(extent === undefined ? {} : { extent }), of };
  return stamped(
    parts.map((part, place) => ({
      id: `${list}-${place}`,
      at,
      ...fact("directory.reconciled", { ...head, part } as never),
    })) as never,
  );
}
