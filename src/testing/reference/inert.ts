/** Settings that name a removed department: kept for a while, without effect (DIR-11). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import type { Notice } from "../../core/notice.ts";
import { sortedBy } from "./canonical.ts";
import { type Entry, entriesOfHierarchies, forgetInHierarchies } from "./inert-hierarchy.ts";
import { findSpace, isLive } from "./lists.ts";
import { retentionEnd } from "./retention.ts";
import { audiencesOf } from "./settings.ts";
import type { Department, State, World } from "./state.ts";
import type { SightNames } from "./state-spaces.ts";
import { unitOf } from "./units.ts";
import { inertNotice } from "./vocabulary.ts";

/** Whether entries that name a department are inert: it is removed, and not for too long. */
export function isInert(
  world: World,
  organization: OrganizationId,
  id: DepartmentId,
  at: number,
): boolean {
  const found = world.state.departments.find(
    (each) => each.organization === organization && each.id === id,
  );
  if (found?.removed !== true || found.removedAt === null) return false;
  // No retention keeps nothing, whatever the times.
  if (world.policy.departureRetentionDays === 0) return false;
  return at < retentionEnd(world, found.removedAt);
}

function isRemoved(state: State, organization: OrganizationId, id: DepartmentId): boolean {
  return state.departments.some(
    (each) => each.organization === organization && each.id === id && each.removed,
  );
}

/** Forgets what names a department, but for what excludes it (ROSTER-16). */
function forgetNames(state: State, { organization, id }: Department): void {
  const isOther = (each: {
    readonly organization: OrganizationId;
    readonly department: DepartmentId;
  }) => each.organization !== organization || each.department !== id;
  for (const association of [...state.associations, ...state.hierarchyLinks]) {
    if (association.organization !== organization) continue;
    association.rules = association.rules.filter(
      (rule) => rule.kind !== "department" || rule.id !== id || rule.rule === "out",
    );
  }
  forgetInHierarchies(state, { organization, id });
  for (const { visibility, hiding } of [...state.associations, ...state.formerMembers]) {
    for (const names of [visibility, hiding]) names.departments = names.departments.filter(isOther);
  }
  state.selections = state.selections.filter(isOther);
  for (const audience of audiencesOf(state.settings)) {
    audience.departments = audience.departments.filter(isOther);
  }
}

/** Without a retention, what names a department is forgotten as it is removed. */
export function forgetRemoved({ state, policy }: World, department: Department): void {
  if (policy.departureRetentionDays === 0) forgetNames(state, department);
}

/** A department comes back too late: what named the one of before does not name it. */
export function dropEntries(state: State, department: Department): void {
  forgetNames(state, department);
  state.renewals += 1;
  department.renewed = state.renewals;
}

/** Everything that names a department, in force or not. */
export function entriesOf(state: State): Entry[] {
  const scopes = state.associations.flatMap(({ space, organization, rules }) =>
    rules.flatMap((rule) =>
      rule.kind === "department"
        ? [
            {
              setting: ["scope", space, organization],
              owner: organization,
              organization,
              department: rule.id,
              excludes: rule.rule === "out",
            },
          ]
        : [],
    ),
  );
  const selections = state.selections.map(({ host, unit, organization, department }) => ({
    setting: ["automatic", unitOf(unit), organization],
    owner: host,
    organization,
    department,
  }));
  const lists = state.settings.flatMap(({ space, app, authorized, permissions }) => {
    const owner = findSpace(state, space)?.host;
    if (owner === undefined) return [];
    const permitted = permissions.flatMap((each) => each.for?.departments ?? []);
    return [
      ...(authorized?.departments ?? []).map((each) => ({
        ...each,
        owner,
        setting: ["list", space, app],
      })),
      ...permitted.map((each) => ({ ...each, owner, setting: ["permissions", space, app] })),
    ];
  });
  const sight = state.associations.flatMap(({ space, organization, visibility, hiding }) => {
    const owner = findSpace(state, space)?.host;
    if (owner === undefined) return [];
    const of = (kind: string, { departments }: SightNames) =>
      departments.map((each) => ({ ...each, owner, setting: [kind, space, organization] }));
    return [...of("visibility", visibility), ...of("hiding", hiding)];
  });
  const inForce = state.definitions.filter(
    ({ app, flow }, index) =>
      !state.definitions.slice(index + 1).some((later) => later.app === app && later.flow === flow),
  );
  const flows = inForce.flatMap(({ app, flow, steps, defined }) => {
    const owner = state.apps.find((each) => each.id === app)?.owner;
    if (owner?.kind !== "organization") return [];
    return steps
      .flatMap(({ approvers }) => approvers)
      .flatMap((each) => (each.kind === "department-heads" ? [each] : []))
      .filter(({ organization, department: id }) =>
        state.departments.some(
          (each) => each.organization === organization && each.id === id && each.renewed <= defined,
        ),
      )
      .map(({ organization, department }) => ({
        setting: ["flow", app, flow],
        owner: owner.organization,
        organization,
        department,
      }));
  });
  const hierarchies = entriesOfHierarchies(state);
  return [...scopes, ...hierarchies, ...selections, ...lists, ...sight, ...flows].map((each) => ({
    ...each,
    setting: JSON.stringify(each.setting),
  }));
}

/** The entries that are inert now, be the organization whose they are ended, or not. */
export function inertEntries(world: World, at: number): Entry[] {
  const { state } = world;
  return entriesOf(state).filter(({ organization, department, excludes }) => {
    if (excludes === true) return isRemoved(state, organization, department);
    return isInert(world, organization, department, at);
  });
}

/** The entries of an organization's settings that name what is gone, and until when they are kept; `null`: always. */
export function inertOf(
  world: World,
  owner: OrganizationId,
): (Entry & { readonly until: number | null })[] {
  const { state, policy } = world;
  return entriesOf(state)
    .filter((each) => each.owner === owner)
    .flatMap((entry) => {
      const { organization, department, excludes = false } = entry;
      const found = state.departments.find(
        (each) => each.organization === organization && each.id === department,
      );
      if (found?.removed !== true) return [];
      // No retention keeps nothing, but for what keeps somebody out (ROSTER-16).
      if (!excludes && policy.departureRetentionDays === 0) return [];
      const until = excludes ? null : retentionEnd(world, found.removedAt ?? found.at);
      return [{ ...entry, until }];
    });
}

/** Tells the admins of each organization of whose settings something became inert. */
export function inertNotices(world: World, before: readonly Entry[], at: number): Notice[] {
  const isSame = (left: Entry, right: Entry) =>
    left.setting === right.setting &&
    left.organization === right.organization &&
    left.department === right.department;
  const entries = inertEntries(world, at).filter(
    (each) => isLive(world.state, each.owner) && !before.some((other) => isSame(each, other)),
  );
  return [...new Set(entries.map((each) => each.owner))].map((owner) => {
    const own = entries.filter((each) => each.owner === owner);
    return inertNotice(owner, new Set(own.map((each) => each.setting)).size);
  });
}

/** Of departments that settings name, those that were removed, with the end of their retention. */
export function inertAmong(
  world: World,
  organization: OrganizationId,
  departments: readonly DepartmentId[],
  excludes = false,
): { readonly department: DepartmentId; readonly until: number }[] {
  // No retention keeps nothing, but for what keeps somebody out (ROSTER-16).
  if (!excludes && world.policy.departureRetentionDays === 0) return [];
  const gone = departments.flatMap((id) => {
    const found = world.state.departments.find(
      (each) => each.organization === organization && each.id === id,
    );
    if (found?.removed !== true || found.removedAt === null) return [];
    return [{ department: id, until: retentionEnd(world, found.removedAt) }];
  });
  return sortedBy(gone, ({ department }) => [department]);
}
