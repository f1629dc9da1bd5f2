/** What changing, or first setting, a scope in a Space will read. */
import { allEntries, bucketKeys } from "../../core/hashed.ts";
import type { OrganizationId, PersonId, SpaceId } from "../../core/ids.ts";
import { pageKeys } from "../../core/paged.ts";
import { read, together, want } from "../../core/transaction.ts";
import { peopleOf, treeOf } from "../../directory/select/places.ts";
import { readTree, subtreeOf } from "../../directory/select/tree.ts";
import { placedPeople } from "../../roster/candidates.ts";
import { ruledDepartments, ruledPeople } from "../../roster/select/places.ts";
import type { AppliedRule, Scope } from "../../spaces/model.ts";
import { approvalKeys } from "../../spaces/select/review.ts";
import type { EngineTx, InputOf } from "../types.ts";
import { foreseeSpace } from "./people.ts";

/** The scope that comes, by what it names. */
interface Coming {
  readonly space: SpaceId;
  readonly organization: OrganizationId;
  readonly whole: boolean;
  readonly departments: readonly string[];
  readonly people: readonly string[];
}

const named = (scope: Scope): Pick<Coming, "whole" | "departments" | "people"> => ({
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
  const coming: Coming =
    type === "scope.set"
      ? { space, organization, ...named(data.scope) }
      : {
          space,
          organization,
          whole: false,
          departments: data.departments ?? [],
          people: data.people ?? [],
        };
  foreseeComing(tx, coming, type === "scope.set");
}

/** A Space is created with a scope of its Host. */
export function foreseeNewSpace(tx: EngineTx, { by, data }: InputOf<"space.create">): void {
  if (!("organization" in by)) return;
  const coming = { space: data.space, organization: by.organization, ...named(data.scope ?? {}) };
  foreseeComing(tx, coming, false);
}

/** An application is approved. */
export function foreseeApproval(tx: EngineTx, { data }: InputOf<"application.approve">): void {
  const { space, organization, application } = data;
  together(
    tx,
    () =>
      want(tx, [
        ["space", space, ""],
        ["organization", organization, ""],
        ["directory", organization, ""],
        ["application", application, ""],
        ["applicant", space, organization],
        ["association", space, organization],
      ]),
    () => {
      if (read(tx, "application", application)?.space === space) {
        want(tx, approvalKeys(tx, { space, organization, application }));
      }
    },
    () => {
      const record = read(tx, "application", application);
      if (record === null || record.organization !== organization) return;
      const keys = Array.from(
        { length: record.pages },
        (_, page) => ["wish", application, String(page)] as const,
      );
      want(tx, keys);
      const rules: readonly AppliedRule[] = keys.flatMap(([kind, owner, own]) => [
        ...(read(tx, kind, owner, own)?.rules ?? []),
      ]);
      const of = (kind: AppliedRule[0]): string[] =>
        rules.filter((rule) => rule[0] === kind).map((rule) => rule[1]);
      const { whole } = record;
      const coming = { space, organization, whole, departments: of("department") };
      foreseeComing(tx, { ...coming, people: of("person") }, false);
    },
  );
}

function foreseeComing(tx: EngineTx, coming: Coming, replaces: boolean): void {
  const { space, organization } = coming;
  together(
    tx,
    () =>
      want(tx, [
        ["organization", organization, ""],
        ["directory", organization, ""],
        ["space", space, ""],
        ["association", space, organization],
        ...coming.people.map((person) => ["employment", organization, person] as const),
        ...coming.departments.map((each) => ["department", organization, each] as const),
      ]),
    () => foreseeRules(tx, coming, replaces),
    () => {
      if (!wide(tx, coming, replaces)) return;
      const directory = read(tx, "directory", organization);
      if (directory !== null) want(tx, pageKeys(treeOf(organization), directory.tree));
    },
    () => foreseeReached(tx, coming, replaces),
  );
}

/** Whether more than the people named are looked at. */
function wide(tx: EngineTx, coming: Coming, replaces: boolean): boolean {
  if (coming.departments.length > 0 || coming.whole) return true;
  const association = read(tx, "association", coming.space, coming.organization);
  return replaces && (association?.whole === true || (association?.departments.count ?? 0) > 0);
}

/** The rules there are; all of them where they are replaced, the named ones' otherwise. */
function foreseeRules(
  tx: EngineTx,
  { space, organization, ...coming }: Coming,
  all: boolean,
): void {
  const association = read(tx, "association", space, organization);
  const none = { buckets: 0, count: 0 };
  const departments = association?.departments ?? none;
  const people = association?.people ?? none;
  const wide = all || coming.departments.length > 0 || coming.whole;
  want(tx, [
    ...bucketKeys(ruledDepartments(space, organization), {
      ...departments,
      buckets: wide ? departments.buckets + growth(departments, coming.departments.length) : 0,
    }),
    ...bucketKeys(ruledPeople(space, organization), {
      ...people,
      buckets: people.buckets + growth(people, coming.people.length),
    }),
  ]);
}

/** Buckets that so many more entries may add. */
function growth(index: { readonly buckets: number; readonly count: number }, more: number): number {
  return more === 0 ? 0 : Math.max(0, Math.ceil((index.count + more) / 48) - index.buckets);
}

/** Everybody the change may reach, and what bringing them in or out will read. */
function foreseeReached(tx: EngineTx, coming: Coming, replaces: boolean): void {
  const { space, organization } = coming;
  const people = new Set(coming.people as readonly PersonId[]);
  if (wide(tx, coming, replaces))
    for (const person of reachedBy(tx, coming, replaces)) people.add(person);
  const concerned = { organization, people: [...people], departments: [], frees: true };
  together(
    tx,
    () =>
      want(
        tx,
        concerned.people.map((person) => ["employment", organization, person]),
      ),
    () => foreseeSpace(tx, space, concerned),
  );
}

function reachedBy(tx: EngineTx, coming: Coming, replaces: boolean): PersonId[] {
  const { space, organization } = coming;
  const directory = read(tx, "directory", organization);
  if (directory === null) return [];
  const association = read(tx, "association", space, organization);
  const wholeChanges = replaces
    ? coming.whole !== association?.whole
    : coming.whole && association === null;
  const people: PersonId[] = [];
  together(
    tx,
    () => {
      if (!wholeChanges) return;
      const keys = bucketKeys(peopleOf(organization), directory.people);
      want(tx, keys);
      for (const [kind, owner, own] of keys) {
        for (const [person] of read(tx, kind, owner, own)?.entries ?? []) people.push(person);
      }
    },
    () => {
      if (wholeChanges) return;
      const tree = readTree(tx, organization);
      const had = replaces
        ? allEntries<readonly [string, unknown]>(
            tx,
            ruledDepartments(space, organization),
            association?.departments ?? { buckets: 0, count: 0 },
          ).map(([id]) => id)
        : [];
      const roots = [...new Set([...coming.departments, ...had])].filter((each) =>
        tree.has(each as never),
      );
      const below = new Set(roots.flatMap((root) => subtreeOf(tree, root as never)));
      people.push(...placedPeople(tx, organization, tree, [...below]));
    },
  );
  return people;
}
