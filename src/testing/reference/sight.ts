/** Who sees whom in the book of a Trunk, and by which line of SIGHT-03 (SIGHT). */
import type { DepartmentId, OrganizationId } from "../../core/ids.ts";
import { hasDepartment, upward } from "./departments.ts";
import { findLink, reachedAs } from "./hierarchy.ts";
import { findInBook } from "./hierarchy-people.ts";
import { latest } from "./people.ts";
import type { State } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import type { Excepted, HierarchyLink } from "./state-hierarchy.ts";

/** An answer with the line that gave it, and the Branch of the Link on whose setting it rests, if on one. */
export interface Sight {
  readonly sees: boolean;
  readonly line: 1 | 2 | 3 | 4 | 5 | 6;
  readonly setting: {
    readonly trunk: OrganizationId;
    readonly organization: OrganizationId;
  } | null;
}

/** Whether a department of the Trunk is one of an exception's, or below one; removed ones do not count. */
function isAtOrBelow(
  state: State,
  { organization, departments }: Excepted,
  place: DepartmentId,
): boolean {
  const listed = departments.filter((each) => hasDepartment(state, organization, each));
  return upward(state, organization, place).some((each) => listed.includes(each));
}

/** Whether somebody of the Trunk is in a department of an exception, or below it. */
function isPlaced(state: State, excepted: Excepted, { organization, person }: Pair): boolean {
  if (organization !== excepted.organization) return false;
  const placed = latest(state, organization, person)?.departments ?? [];
  return placed.some((each) => isAtOrBelow(state, excepted, each));
}

/** Whether an organization is a direct Branch of the Trunk, mounted at a department of an exception or below. */
function isMounted(state: State, excepted: Excepted, organization: OrganizationId): boolean {
  const mount = findLink(state, { trunk: excepted.organization, organization })?.mount;
  return mount != null && isAtOrBelow(state, excepted, mount.department);
}

/** Whether an exception names somebody: their organization, where they are, or where it is mounted. */
function isExcepted(state: State, excepted: Excepted, someone: Pair): boolean {
  return (
    excepted.organizations.includes(someone.organization) ||
    isPlaced(state, excepted, someone) ||
    isMounted(state, excepted, someone.organization)
  );
}

/** The first Link of a line that hides from a viewer what is below it. */
function hidingFrom(
  state: State,
  line: readonly HierarchyLink[],
  viewer: Pair,
): HierarchyLink | undefined {
  return line.find((link) => link.hidden && !isExcepted(state, link.hiddenExcept, viewer));
}

/** Whether a viewer sees somebody in the book of a Trunk, by the first line that decides (SIGHT-03). */
export function sightOf(state: State, trunk: OrganizationId, viewer: Pair, target: Pair): Sight {
  const [x, y] = [viewer.organization, target.organization];
  if (x === y) return { sees: true, line: 1, setting: null };
  const reached = y === trunk ? undefined : reachedAs(state, trunk, y);
  const hiding = hidingFrom(state, reached?.line ?? [], viewer);
  if (hiding !== undefined) {
    const { trunk: over, organization } = hiding;
    return { sees: false, line: 2, setting: { trunk: over, organization } };
  }
  if (x === trunk) return { sees: reached !== undefined, line: 3, setting: null };
  const own = findLink(state, { trunk, organization: x });
  const setting = { trunk, organization: x };
  if (own?.ownOnly === true && !isExcepted(state, own.ownOnlyExcept, target)) {
    return { sees: false, line: 4, setting };
  }
  const isDirect = (id: OrganizationId) =>
    findLink(state, { trunk, organization: id }) !== undefined;
  if (own !== undefined && (y === trunk || isDirect(y))) {
    return { sees: true, line: 5, setting };
  }
  return { sees: false, line: 6, setting: null };
}

/** Whether a viewer who is in a book sees somebody who is in it (SIGHT-05). */
export function seesInBook(
  state: State,
  trunk: OrganizationId,
  viewer: Pair,
  target: Pair,
): boolean {
  return (
    findInBook(state, trunk, target) !== undefined && sightOf(state, trunk, viewer, target).sees
  );
}
