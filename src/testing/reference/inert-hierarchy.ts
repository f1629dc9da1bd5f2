/** What names departments in hierarchies: scopes of Links, exceptions, lists, seats, offices (DIR-11). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { listsOfDistribution } from "./kept-hierarchy.ts";
import type { Department, State } from "./state.ts";
import type { Excepted } from "./state-hierarchy.ts";

/** That a setting of an organization names a department. */
export interface Entry {
  readonly owner: OrganizationId;
  readonly setting: string;
  readonly organization: OrganizationId;
  readonly department: DepartmentId;
  /** An exclusion: it stays, however long its department is gone. */
  readonly excludes?: boolean;
}

/** All exceptions of sight, each with its Trunk (SIGHT-03). */
function exceptionsOf({ hierarchyLinks }: State): Excepted[] {
  return hierarchyLinks.flatMap(({ hiddenExcept, ownOnlyExcept }) => [hiddenExcept, ownOnlyExcept]);
}

/** Forgets what names a department, but for scopes. */
export function forgetInHierarchies(
  state: State,
  { organization, id }: Pick<Department, "organization" | "id">,
): void {
  for (const excepted of exceptionsOf(state)) {
    if (excepted.organization !== organization) continue;
    excepted.departments = excepted.departments.filter((each) => each !== id);
  }
  const isOther = (each: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId | null;
  }) => each.organization !== organization || each.department !== id;
  for (const [, list] of state.distributions.flatMap(listsOfDistribution)) {
    list.mounts = list.mounts.filter(isOther);
    list.departments = list.departments.filter(isOther);
  }
  state.offices = state.offices.filter(isOther);
  for (const chosen of state.seatSelections) {
    if (chosen.organization !== organization) continue;
    chosen.departments = chosen.departments.filter((each) => each !== id);
  }
}

/** An entry whose setting is not written out yet. */
type EntryOf = Omit<Entry, "setting"> & { readonly setting: readonly string[] };

/** All of it, in force or not. */
export function entriesOfHierarchies(state: State): EntryOf[] {
  const links = state.hierarchyLinks.flatMap((link) => {
    const { trunk, organization, rules, hiddenExcept, ownOnlyExcept } = link;
    const excepted = [...hiddenExcept.departments, ...ownOnlyExcept.departments];
    return [
      ...[...new Set(excepted)].map((department) => ({
        setting: ["sight", trunk, organization],
        owner: trunk,
        ...{ organization: trunk, department },
      })),
      ...rules.flatMap((rule) =>
        rule.kind === "department"
          ? [
              {
                setting: ["link-scope", trunk, organization],
                owner: organization,
                organization,
                department: rule.id,
                excludes: rule.rule === "out",
              },
            ]
          : [],
      ),
    ];
  });
  const seats = state.seatSelections.flatMap(({ trunk, organization, departments }) =>
    departments.map((department) => ({
      setting: ["seats", trunk, organization],
      owner: trunk,
      ...{ organization, department },
    })),
  );
  const offices = state.offices.flatMap(({ trunk, role, organization, department }) =>
    department === null
      ? []
      : [
          {
            setting: ["liaison", trunk, role],
            owner: trunk,
            ...{ organization, department },
          },
        ],
  );
  const distributions = state.distributions.flatMap((distribution) => {
    const { trunk, app } = distribution;
    return listsOfDistribution(distribution).flatMap(([permission, { mounts, departments }]) =>
      [...mounts, ...departments].map(({ organization, department }) => ({
        setting: [
          permission === null ? "distribution" : "distribution-permissions",
          ...[trunk, app],
        ],
        owner: trunk,
        ...{ organization, department },
      })),
    );
  });
  return [...links, ...distributions, ...seats, ...offices];
}
