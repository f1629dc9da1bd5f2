/** What a directory says again, whom exclusions keep out, and who is left without admins. */
import type { DepartmentId, OrganizationId, PersonId } from "../../core/ids.ts";
import { tableGet } from "../../core/table.ts";
import type { DepartmentsExtent, ListRecord } from "../../directory/model.ts";
import type { Records } from "../../engine/records.ts";
import type { Input } from "../../engine/types.ts";
import { expectSame, expectTrue } from "../compare.ts";
import { factsOf } from "../facts.ts";
import { fact } from "../inputs.ts";
import type { OrganizationFacts, ReferenceFacts } from "../reference/facts-model.ts";
import { choicesAt, type Law, type Step, stepLaw } from "./law.ts";
import { afterAll, NEWEST, reported } from "./undoing.ts";

const DAY = 86_400_000;

/** The events of a list that says what is known. */
const quiet: ReadonlySet<string> = new Set([
  "list.begun",
  "list.part",
  "list.completed",
  "reconciliation.settled",
]);

/** The parts of a list that says what is known, with numbers or without. */
function partsOf({ departments, people }: OrganizationFacts, numbered: boolean): object[] {
  const first = { page: 0, pages: 1 };
  const lines = people.map(({ person, number, fields, probation, suspended, ...each }) => ({
    ...{ person, fields, probation, departments: each.departments },
    ...(numbered ? { number } : {}),
    suspended: suspended === true,
  }));
  return [
    { kind: "departments", ...first, departments },
    { kind: "people", ...first, people: lines },
  ];
}

/** D20.4: a list equal to what is known has no event but its own, and passes nothing over. */
export const equalListsAreQuiet: Law = stepLaw("equal lists are quiet", (step, policy, system) => {
  const random = choicesAt(step, 16);
  if (!random.chance(20)) return;
  const { organizations } = factsOf(step.after, policy);
  const home = random.pick(organizations.filter(({ ended, lists }) => !ended && !lists));
  if (home === undefined || home.departments.some(({ dormant }) => dormant !== undefined)) return;
  const of = { departments: 1, people: 1 };
  const { organization } = home;
  const [list, at] = [`equal-${step.index}`, afterAll(step)];
  let world = step.after;
  for (const [place, part] of partsOf(home, random.chance(50)).entries()) {
    const draft = fact("directory.reconciled", { organization, list, of, part } as never);
    const told = system.apply(world, { ...draft, id: `${list}-${place}`, at } as Input, policy);
    world = told.world;
    if (told.outcome.kind === "refused") throw new Error(told.outcome.refusal.code);
    const { events, passedOver } = told.outcome;
    // Naming a department is newer word than a fact about it that is held (DIR-09).
    const others = events.filter(({ type }) => !quiet.has(type) && type !== "removal.settled");
    expectSame(others, [], "what a list does that says what is known");
    expectTrue(passedOver === undefined, "a list that says what is known passes something over");
  }
});

/** Whoever is placed in a department or below it. */
function peopleBelow({ departments, people }: OrganizationFacts, root: DepartmentId): PersonId[] {
  const parents = new Map(departments.map(({ department, parent }) => [department, parent]));
  const isBelow = (from: DepartmentId): boolean => {
    for (let each: DepartmentId | null = from; each !== null; each = parents.get(each) ?? null) {
      if (each === root) return true;
    }
    return false;
  };
  return people.filter((each) => each.departments.some(isBelow)).map(({ person }) => person);
}

/** The exclusions of departments that stand. */
function exclusionsIn({ spaces, organizations }: ReferenceFacts) {
  return spaces.flatMap(({ space, associations }) =>
    associations.flatMap(({ organization, rules }) => {
      const home = organizations.find((each) => each.organization === organization);
      return rules.flatMap(([kind, id, rule]) => {
        const department = home?.departments.find((each) => each.department === id);
        if (kind !== "department" || rule !== "out" || !home || !department) return [];
        return [{ space, home, department }];
      });
    }),
  );
}

/** D20.9, ROSTER-16: whom the exclusion of a department keeps out stays out when it goes, and comes back. */
export const exclusionsHold: Law = stepLaw("exclusions hold", (step, policy, system) => {
  const random = choicesAt(step, 17);
  if (!random.chance(40)) return;
  const facts = factsOf(step.after, policy);
  const chosen = random.pick(exclusionsIn(facts));
  if (chosen === undefined) return;
  const { space, home, department } = chosen;
  const { organization } = home;
  const inside = (each: ReferenceFacts): ReadonlySet<PersonId> => {
    const { roster = [], waiting = [] } = each.spaces.find((one) => one.space === space) ?? {};
    const own = [...roster, ...waiting].filter(([whose]) => whose === organization);
    return new Set(own.map(([, person]) => person));
  };
  const before = inside(facts);
  const out = peopleBelow(home, department.department).filter((person) => !before.has(person));
  const { dormant: _, ...named } = department;
  const words = [
    fact("department.removed", { organization, department: department.department }),
    fact("department.created", { organization, ...named, revision: NEWEST }),
    fact("department.renamed", { organization, department: department.department, name: "X" }),
  ];
  let world = step.after;
  let at = afterAll(step);
  for (const word of words) {
    ({ world } = reported({ system, policy }, world, [word], at));
    const now = inside(factsOf(world, policy));
    const entered = out.filter((person) => now.has(person));
    expectSame(entered, [], `who came in by ${word.type}, kept out of ${space} by an exclusion`);
    at += random.chance(50) ? 1 : 60 * DAY;
  }
});

/** What organizations have admins for who are able: Spaces, Links, either. */
interface Able {
  readonly spaces: boolean;
  readonly links: boolean;
}

/**
 * What each organization has able admins for: with the permission, in service, not suspended themselves.
 * That all of it is suspended is no loss.
 */
function ableIn({ organizations }: ReferenceFacts): ReadonlyMap<string, Able> {
  const standing = organizations.filter(({ ended }) => !ended);
  return new Map(
    standing.map(({ organization, admins, people }) => {
      const able = admins.filter(({ person }) => {
        const known = people.find((each) => each.person === person);
        return known !== undefined && known.suspended !== true;
      });
      const spaces = able.some(({ role, spacePermission }) => role === "main" || spacePermission);
      const links = able.some(
        ({ role, hierarchyPermission }) => role === "main" || hierarchyPermission === true,
      );
      return [organization, { spaces, links }];
    }),
  );
}

/** Which organizations have lost somebody whom they need, by the end of a step (ADMIN-06). */
function losersIn(one: ReferenceFacts, other: ReferenceFacts): string[] {
  const after = ableIn(other);
  const links = other.hierarchies?.links ?? [];
  return [...ableIn(one)]
    .filter(([id, had]) => {
      const has = after.get(id);
      const home = other.organizations.find(({ organization }) => organization === id);
      if (has === undefined || home === undefined) return false;
      const isLinked = links.some(({ trunk, organization }) =>
        [trunk, organization].includes(home.organization),
      );
      const isInSpaces = home.hosted.length + home.joined.length > 0;
      return (
        ((had.spaces || had.links) && !has.spaces && !has.links) ||
        (had.spaces && !has.spaces && isInSpaces) ||
        (had.links && !has.links && isLinked)
      );
    })
    .map(([organization]) => organization)
    .sort();
}

function namedIn({ outcome }: Step): string[] {
  const notices = outcome.kind === "accepted" ? outcome.notices : [];
  return notices
    .flatMap(({ kind, data }) =>
      kind === "ORGANIZATION_WITHOUT_ADMINS" ? [data.organization as string] : [],
    )
    .sort();
}

/** D20.16, ADMIN-06: an organization that loses its last able admin, at all or for what it is in, is reported once. */
export const lastAdminsAreTold: Law = stepLaw("last admins", (step, policy) => {
  if (step.before === step.after) return;
  const named = namedIn(step);
  const lost = losersIn(factsOf(step.before, policy), factsOf(step.after, policy));
  expectSame(named, lost, "the organizations that are said to have lost their last able admin");
});

/** What a list is full for whose part, step or confirmation an input is, if for some departments. */
function extentIn({
  before,
  after,
  input,
}: Step): readonly [OrganizationId, DepartmentsExtent] | null {
  const { data } = input;
  if (!("list" in data)) return null;
  const { organization, list } = data;
  const said = "extent" in data ? data.extent : undefined;
  const kept = [before, after].map(({ table }) => tableGet(table, "list", organization, list));
  const known = kept.find((record) => record !== undefined) as ListRecord | undefined;
  const extent = said ?? known?.extent;
  return extent === undefined || "source" in extent ? null : [organization, extent];
}

/** Which sources brought which placements of people in service, of an organization where no id has changed. */
function broughtIn(
  { table }: Step["before"],
  organization: OrganizationId,
  people: readonly PersonId[],
): string[] {
  const record = tableGet(table, "organization", organization, "");
  if ((record as Records["organization"] | undefined)?.renamed !== undefined) return [];
  return people.flatMap((person) => {
    const known = tableGet(table, "employment", organization, person);
    const { inService = false, vouched = [] } = (known ?? {}) as Partial<Records["employment"]>;
    return (inService ? vouched : []).flatMap(({ source, departments = [] }) =>
      departments.map((department) => JSON.stringify([person, department, source])),
    );
  });
}

/** Who and what is outside an extent, with the placements outside of everybody. */
function outsideOf(
  { organizations }: ReferenceFacts,
  organization: OrganizationId,
  { departments: roots }: DepartmentsExtent,
) {
  const home = organizations.find((each) => each.organization === organization);
  const { people = [], departments = [] } = home ?? {};
  const parents = new Map(departments.map(({ department, parent }) => [department, parent]));
  const isInside = (from: DepartmentId): boolean => {
    for (let each: DepartmentId | null = from; each !== null; each = parents.get(each) ?? null) {
      if (roots.includes(each)) return true;
    }
    return false;
  };
  return {
    serving: new Set(people.map(({ person }) => person)),
    departments: departments
      .filter(({ department }) => roots.includes(department) || !isInside(department))
      .map(({ dormant: _, ...each }) => each),
    elsewhere: people
      .filter((each) => !each.departments.some(isInside))
      .map(({ manager: _, successor: __, ...each }) => each),
    placements: people.flatMap(({ person, departments: all }) =>
      all.filter((each) => !isInside(each)).map((department) => ({ person, department })),
    ),
  };
}

/**
 * D20.7, DIR-05: a list of some departments changes nobody and nothing outside them. Whoever comes into them
 * is no longer outside, and a department outside wakes if somebody comes in below it.
 */
export const extentsHold: Law = stepLaw("extents hold", (step, policy) => {
  const about = step.before === step.after ? null : extentIn(step);
  if (about === null) return;
  const [before, after] = [step.before, step.after].map((world) =>
    outsideOf(factsOf(world, policy), ...about),
  );
  if (before === undefined || after === undefined) return;
  const roots = about[1].departments;
  const named = ({ department }: { readonly department: DepartmentId }) =>
    roots.includes(department);
  const others = (all: typeof before.departments) => all.filter((each) => !named(each));
  expectSame(
    others(after.departments),
    others(before.departments),
    "departments outside an extent",
  );
  const stay = new Set(after.elsewhere.map(({ person }) => person));
  const was = new Set(before.elsewhere.map(({ person }) => person));
  expectSame(
    after.elsewhere.filter(({ person }) => was.has(person)),
    before.elsewhere.filter(({ person }) => stay.has(person)),
    "people outside an extent",
  );
  const { events } = step.outcome.kind === "accepted" ? step.outcome : { events: [] };
  // A later employment is another: it begins with what the list says of it alone.
  const begun = new Set(
    events.flatMap(({ type, data }) => (type === "person.hired" ? [data.person] : [])),
  );
  const isStill = (placement: (typeof before.placements)[number]) =>
    begun.has(placement.person) ||
    after.placements.some(
      ({ person, department }) =>
        person === placement.person && department === placement.department,
    );
  const lost = before.placements.filter((each) => !isStill(each));
  expectSame(lost, [], "placements lost outside an extent");
  const [had, has] = [step.before, step.after].map((world) =>
    broughtIn(world, about[0], [...before.serving]),
  );
  const forgotten = before.placements.flatMap(({ person, department }) =>
    (had ?? []).filter((each) => {
      const [whose, where] = JSON.parse(each) as string[];
      const isOfThis = whose === person && where === department && after.serving.has(person);
      return isOfThis && !begun.has(person) && !has?.includes(each);
    }),
  );
  expectSame(forgotten, [], "who brought placements outside an extent");
  const gone = [...was].filter((person) => !after.serving.has(person));
  expectSame(gone, [], "who left by a list of an extent and was outside it");
});
