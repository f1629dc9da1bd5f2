/** What changing, or first setting, a scope in a Space will read. */
import { BUCKET_LOAD, bucketKeys } from "../../core/hashed.ts";
import type { DepartmentId, OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { EMPTY_HASH, type HashIndex } from "../../core/structures.ts";
import { peopleOf } from "../../directory/select/places.ts";
import { placedPeople, subtreeOf } from "../../directory/select/tree.ts";
import { ruledDepartments, ruledPeople } from "../../roster/select/places.ts";
import type { AppliedRule, Scope } from "../../spaces/model.ts";
import { approvalKeys } from "../../spaces/select/review.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { ask, attempt, entries, peek } from "./ahead.ts";
import { foreseeTree } from "./departments.ts";
import { foreseeSpace } from "./people.ts";

/** The scope that comes, by what it names; it replaces the one there is, or adds to it. */
interface Coming {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly whole: boolean;
  readonly departments: readonly DepartmentId[];
  readonly people: readonly PersonId[];
  readonly replaces: boolean;
}

const namedBy = (scope: Scope) => ({
  whole: scope.whole === true,
  departments: [...(scope.departments ?? []), ...(scope.exclude?.departments ?? [])],
  people: [...(scope.people ?? []), ...(scope.exclude?.people ?? [])],
});

/** A scope is replaced, or some of its rules are. */
export function foreseeScope(
  tx: EngineTx,
  { data, type }: InputOf<"scope.set" | "scope.take-out" | "scope.put-in">,
): void {
  const { space, organization } = data;
  const replaces = type === "scope.set";
  const named = namedBy(replaces ? data.scope : ({ ...data, whole: false } as Scope));
  foreseeComing(tx, { space, organization, replaces, ...named });
}

/** A Space is created with a scope of its Host. */
export function foreseeNewSpace(tx: EngineTx, { by, data }: InputOf<"space.create">): void {
  if (!("organization" in by)) return;
  const { space, scope = {} } = data;
  const { organization } = by;
  foreseeComing(tx, { space, organization, replaces: false, ...namedBy(scope) });
}

/** An application is approved. */
export function foreseeApproval(tx: EngineTx, { data }: InputOf<"application.approve">): void {
  const { space, organization, application } = data;
  peek(tx, "organization", organization);
  peek(tx, "directory", organization);
  peek(tx, "applicant", space, organization);
  const record = peek(tx, "application", application);
  if (record?.space !== space || record.organization !== organization) return;
  if (peek(tx, "space", space) !== null) {
    attempt(() => ask(tx, ...approvalKeys(tx, { space, organization, application })));
  }
  const rules: AppliedRule[] = [];
  for (let page = 0; page < record.pages; page += 1) {
    rules.push(...(peek(tx, "wish", application, String(page))?.rules ?? []));
  }
  const of = (kind: AppliedRule[0]) => rules.filter((rule) => rule[0] === kind).map(([, id]) => id);
  foreseeComing(tx, {
    space,
    organization,
    whole: record.whole,
    departments: of("department") as DepartmentId[],
    people: of("person") as PersonId[],
    replaces: false,
  });
}

function foreseeComing(tx: EngineTx, coming: Coming): void {
  const { space, organization, departments, people } = coming;
  for (const person of people) peek(tx, "employment", organization, person);
  for (const department of departments) peek(tx, "department", organization, department);
  const association = peek(tx, "association", space, organization);
  peek(tx, "directory", organization);
  const had = association?.departments ?? EMPTY_HASH;
  const whole = association?.whole === true;
  const wide =
    coming.whole || departments.length > 0 || (coming.replaces && (whole || had.count > 0));
  const ofDepartments = ruledDepartments(space, organization);
  const ruled = entries<readonly [DepartmentId, unknown]>(
    tx,
    wide ? bucketKeys(ofDepartments, grown(had, departments.length)) : [],
  ).map(([department]) => department);
  const hadPeople = association?.people ?? EMPTY_HASH;
  const ruledPersons = entries<readonly [PersonId, unknown]>(
    tx,
    bucketKeys(ruledPeople(space, organization), grown(hadPeople, people.length)),
  ).map(([person]) => person);
  const all = coming.replaces ? coming.whole !== whole : coming.whole && association === null;
  const reached = !wide
    ? []
    : all
      ? everybody(tx, organization)
      : below(tx, organization, coming.replaces ? [...departments, ...ruled] : departments);
  // Rules on people that are replaced concern them as much as those that come.
  const named = coming.replaces ? [...people, ...ruledPersons] : people;
  const concerned = [...new Set([...named, ...reached])];
  // Without any rule below the root, being in service is all there is to know of everybody.
  const plain = all && departments.length + people.length + had.count + hadPeople.count === 0;
  for (const person of plain ? [] : concerned) {
    const employment = peek(tx, "employment", organization, person);
    // Without the whole tree at hand, each department is looked at by itself.
    for (const department of wide ? [] : (employment?.departments ?? [])) {
      peek(tx, "department", organization, department);
    }
  }
  const entering = association === null;
  const those = { organization, people: concerned, departments: [], entering, late: wide };
  foreseeSpace(tx, space, those);
}

/** A set's index with room for so many more entries. */
function grown(index: HashIndex, more: number): HashIndex {
  const buckets = more === 0 ? 0 : Math.ceil((index.count + more) / BUCKET_LOAD);
  return { count: index.count, buckets: Math.max(index.buckets, buckets) };
}

function everybody(tx: EngineTx, organization: OrganizationId): PersonId[] {
  foreseeTree(tx, organization);
  const index = peek(tx, "directory", organization)?.people ?? EMPTY_HASH;
  const keys = bucketKeys(peopleOf(organization), index);
  return entries<readonly [PersonId, ...unknown[]]>(tx, keys).map(([person]) => person);
}

function below(
  tx: EngineTx,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
): readonly PersonId[] {
  const tree = foreseeTree(tx, organization);
  if (tree === null) return [];
  const roots = departments.filter((department) => tree.has(department));
  const reached = new Set(roots.flatMap((root) => subtreeOf(tree, root)));
  return attempt(() => placedPeople(tx, organization, tree, [...reached])) ?? [];
}
