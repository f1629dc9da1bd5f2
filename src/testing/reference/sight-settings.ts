/** What Space admins set of who sees whom, and what of it is in force (VIS-03, VIS-06, VIS-08). */

import type { OrganizationId } from "../../core/ids.ts";
import type { DepartmentOf } from "../../core/notice.ts";
import type { HidingExceptions, Visibility } from "../../spaces/model.ts";
import { distinct, sorted } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { sortedKinds } from "./partner-kinds.ts";
import type { Association, Space, State } from "./state.ts";
import type { SightNames } from "./state-spaces.ts";

const sortedDepartments = (departments: readonly DepartmentOf[]): DepartmentOf[] =>
  distinct(departments, (each) => [each.organization, each.department]);

/** What a setting names, as a command says it, each once; nothing is void of what is set just now. */
export function namesOf(names: Partial<HidingExceptions>): SightNames {
  const { organizations = [], kinds = [], departments = [] } = names;
  return {
    organizations: sorted(organizations),
    kinds: sortedKinds(kinds),
    departments: sortedDepartments(departments),
    void: [],
  };
}

/** A setting that names nothing. */
export const noNames = (): SightNames => namesOf({});

/** What of a setting is in force. */
function namesInForce(state: State, names: SightNames): HidingExceptions {
  return {
    organizations: sorted(names.organizations),
    kinds: sortedKinds(names.kinds),
    departments: sortedDepartments(
      names.departments.filter((each) => hasDepartment(state, each.organization, each.department)),
    ),
  };
}

/** Whom a Member's people see besides their own, as it is in force. */
export function showingInForce(state: State, { visibility }: Association): Visibility {
  const { kind } = visibility;
  const { organizations, kinds, departments } = namesInForce(state, visibility);
  if (kind === "kinds") return { kind, kinds };
  if (kind !== "listed") return { kind };
  return { kind, organizations, ...(departments.length === 0 ? {} : { departments }) };
}

/** Whether a Member is hidden, and whom that does not bind, as it is in force. */
export function hidingInForce(
  state: State,
  { hiding }: Association,
): { readonly hidden: boolean; readonly except: HidingExceptions } {
  return { hidden: hiding.hidden, except: namesInForce(state, hiding) };
}

/** The entries of a setting whose departments are removed: they have no effect, but are kept (DIR-11). */
function inertNames(state: State, { departments }: SightNames): DepartmentOf[] {
  return sortedDepartments(
    departments.filter((each) => !hasDepartment(state, each.organization, each.department)),
  );
}

/** Takes out what names removed departments: its setting is set as a whole (DIR-11). */
export function dropInert(state: State, names: SightNames): void {
  names.departments = names.departments.filter((each) =>
    hasDepartment(state, each.organization, each.department),
  );
}

/** An Association ends: what others' settings name of it is void, whatever joins later (VIS-06). */
export function voidInSight(state: State, space: Space, organization: OrganizationId): void {
  for (const { space: id, visibility, hiding } of state.associations) {
    if (id !== space.id) continue;
    for (const names of [visibility, hiding]) {
      const { organizations, departments } = names;
      const isNamed =
        organizations.includes(organization) ||
        departments.some((each) => each.organization === organization);
      if (!isNamed) continue;
      names.organizations = organizations.filter((each) => each !== organization);
      names.departments = departments.filter((each) => each.organization !== organization);
      names.void = sorted([...names.void, organization]);
    }
  }
}

/** What the list of Members says of hiding, and of entries that have no effect. */
export function sightShown(state: State, member: Association) {
  const { visibility, hiding } = member;
  const inert = { visibility: inertNames(state, visibility), hiding: inertNames(state, hiding) };
  const gone = { visibility: sorted(visibility.void), hiding: sorted(hiding.void) };
  const { organizations, kinds, departments } = hiding;
  const isKept = organizations.length + kinds.length + departments.length + hiding.void.length > 0;
  return {
    ...(hiding.hidden || isKept ? { hiding: hidingInForce(state, member) } : {}),
    ...(gone.visibility.length + gone.hiding.length === 0 ? {} : { void: gone }),
    ...(inert.visibility.length + inert.hiding.length === 0 ? {} : { inert }),
  };
}
