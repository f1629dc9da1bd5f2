/** The people of a directory, or of a department. */
import type { DepartmentId, OrganizationId } from "../core/ids.ts";
import { type Refusal, refuse } from "../core/refusal.ts";
import { guard } from "../core/rule.ts";
import { must, read } from "../core/transaction.ts";
import type { PeopleEntry, PlacedEntry } from "../directory/model.ts";
import { peopleOf, placedIn } from "../directory/select/keys.ts";
import { readTree, subtreeOf } from "../directory/select/tree.ts";
import { directoryRefusal, organizationAsked } from "./access.ts";
import { listed } from "./directory-person.ts";
import type { QueryHandler, Reading } from "./handler.ts";
import type { Queries } from "./model.ts";
import { DIRECTORY_LIMIT_MAX, isRefusal, pageOf, pagingOf } from "./paging.ts";
import { SPOT_IDS, type Walked, walk } from "./walking.ts";

type Asked = Queries["directory.people"]["input"];

/** DIR-20: the department was reported, be it removed. */
export const departmentReported = guard(
  "DIR-20",
  (tx: Reading, organization: OrganizationId, department: DepartmentId): Refusal | null =>
    read(tx, "department", organization, department) === null
      ? refuse("UNKNOWN_DEPARTMENT", { organization, department })
      : null,
);

/** A department with those below it, or alone, as sets of the people placed there. */
function placedSets(
  tx: Reading,
  organization: OrganizationId,
  department: DepartmentId,
  below: boolean,
): Walked[] {
  const set = (name: DepartmentId, buckets: number): Walked => ({
    name,
    where: placedIn(organization, name),
    buckets,
  });
  if (!below) {
    const { placed } = must(tx, "department", organization, department);
    return [set(department, placed.buckets)];
  }
  const tree = readTree(tx, organization);
  return subtreeOf(tree, department).map((each) => set(each, tree.get(each)?.buckets ?? 0));
}

/** A page of the people asked for. */
function peopleFound(tx: Reading, data: Asked, paging: Parameters<typeof walk>[2]) {
  const organization = organizationAsked(data);
  const { department, below = false } = data;
  if (department === undefined) {
    const { people } = must(tx, "directory", organization);
    const set = { name: organization, where: peopleOf(organization), buckets: people.buckets };
    return walk<PeopleEntry>(tx, [set], paging, people.count);
  }
  const sets = placedSets(tx, organization, department, below);
  // Somebody in several of them is shown in the first.
  const place = new Map(sets.map(({ name }, i) => [name, i]));
  const isFirst = ([person]: PlacedEntry, name: string): boolean => {
    const { departments } = must(tx, "employment", organization, person);
    const own = place.get(name) as number;
    return departments.every((each) => (place.get(each) ?? own) >= own);
  };
  const { count } = must(tx, "department", organization, department).placed;
  return below
    ? walk<PlacedEntry>(tx, sets, paging, Number.POSITIVE_INFINITY, isFirst)
    : walk<PlacedEntry>(tx, sets, paging, count);
}

/** The people in service of one's own directory, or of one of its departments (DIR-20). */
export const peopleAsked: QueryHandler<"directory.people"> = (tx, data) => {
  const organization = organizationAsked(data);
  const { department } = data;
  const refused = () =>
    directoryRefusal(tx, data) ??
    (department === undefined ? null : departmentReported(tx, organization, department));
  const paging = pagingOf(data, SPOT_IDS, refused, DIRECTORY_LIMIT_MAX);
  if (isRefusal(paging)) return paging;
  const part = peopleFound(tx, data, paging);
  if (isRefusal(part)) return part;
  const people = part.entries.map(([person]) => ({
    person,
    employment: must(tx, "employment", organization, person),
  }));
  people.sort((left, right) => left.employment.ordinal - right.employment.ordinal);
  const items = people.map(({ person, employment }) => ({
    ...listed(person, employment),
    departments: employment.departments,
    ...(employment.suspended === undefined ? {} : { suspended: true as const }),
  }));
  return pageOf(items, part.next);
};
