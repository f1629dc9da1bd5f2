/** Whom a distribution is for, on the tree of the moment (DIST-02). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { hasDepartment, upward } from "./departments.ts";
import { branchesOf, reachedAs, reaches } from "./hierarchy.ts";
import { findInBook } from "./hierarchy-people.ts";
import { isInForce } from "./offices.ts";
import { identityOf } from "./people.ts";
import { isBelow } from "./pools.ts";
import { isPair } from "./settings.ts";
import type { State } from "./state.ts";
import type { Identity, Pair } from "./state-areas.ts";
import type { Distribution, TrunkList } from "./state-hierarchy.ts";
import type { TrunkAudience } from "./vocabulary-distribution.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** Whether an organization is seen from above through another: every Link down from that one passes. */
export function passesThrough(state: State, from: OrganizationId, to: OrganizationId): boolean {
  return branchesOf(state, from)
    .filter(({ reach }) => reach === "all-above")
    .some(({ organization }) => organization === to || passesThrough(state, organization, to));
}

/** The organizations that a list names, with whether what is below them is left out. */
function named(
  state: State,
  trunk: OrganizationId,
  { organizations, mounts, labels }: TrunkList,
): TrunkList["organizations"] {
  return [
    ...organizations,
    ...branchesOf(state, trunk).flatMap(({ organization, mount, labels: own }) => {
      const places = mount === null ? [] : upward(state, trunk, mount.department);
      const at = mounts.filter(({ department }) => places.includes(department));
      const labelled = labels.filter(({ label }) => own.includes(label));
      return [...at, ...labelled].map(({ alone }) => ({ organization, alone }));
    }),
  ];
}

/** Whether a distribution covers an organization as a whole. */
export function coversOrganization(
  state: State,
  { trunk, list }: Pick<Distribution, "trunk" | "list">,
  organization: OrganizationId,
): boolean {
  const reached = reachedAs(state, trunk, organization);
  if (reached === undefined) return false;
  if (list === null || list.levels.includes(reached.level)) return true;
  return named(state, trunk, list).some(
    (each) =>
      each.organization === organization ||
      (!each.alone &&
        reaches(state, trunk, each.organization) &&
        passesThrough(state, each.organization, organization)),
  );
}

/** The entries of a list that name something of an organization, and are in force. */
function entriesOf(
  state: State,
  { trunk, list }: Pick<Distribution, "trunk" | "list">,
  organization: OrganizationId,
): Pick<TrunkList, "departments" | "people"> {
  const isOwn = (each: { readonly organization: OrganizationId }) =>
    each.organization === organization;
  const liaisons = state.offices
    .filter((each) => each.trunk === trunk && list?.roles.includes(each.role) === true)
    .filter((each) => isInForce(state, each))
    .flatMap(({ holders }) => holders);
  return {
    departments: (list?.departments ?? [])
      .filter(isOwn)
      .filter((each) => hasDepartment(state, organization, each.department)),
    people: [...(list?.people ?? []), ...liaisons]
      .filter(isOwn)
      .filter((each) => isInBook(state, trunk, each)),
  };
}

/** Whether an employment is on and in a book: a later one of the same person is another. */
export function isInBook(state: State, trunk: OrganizationId, identity: Identity): boolean {
  return findInBook(state, trunk, identity)?.number === identity.number;
}

/** Whether a distribution covers somebody who is present for the Trunk. */
export function coversPerson(
  state: State,
  distribution: Pick<Distribution, "trunk" | "list">,
  someone: Pair,
): boolean {
  const { organization } = someone;
  if (findInBook(state, distribution.trunk, someone) === undefined) return false;
  if (coversOrganization(state, distribution, organization)) return true;
  const { departments, people } = entriesOf(state, distribution, organization);
  return (
    people.some((each) => isPair(each, someone)) ||
    isBelow(
      state,
      someone,
      departments.map(({ department }) => department),
    )
  );
}

/** Whether a distribution covers an organization, or names something of it. */
export function concernsOrganization(
  state: State,
  distribution: Distribution,
  organization: OrganizationId,
): boolean {
  if (!reaches(state, distribution.trunk, organization)) return false;
  if (coversOrganization(state, distribution, organization)) return true;
  const { departments, people } = entriesOf(state, distribution, organization);
  return departments.length + people.length > 0;
}

/** A list as the model keeps it. */
export function trunkListOf(
  state: State,
  trunk: OrganizationId,
  audience: TrunkAudience,
): TrunkList {
  const { organizations = [], mounts = [], labels = [], levels = [] } = audience;
  const { departments = [], people = [], roles = [] } = audience;
  return {
    organizations: organizations.map(({ organization, alone = false }) => ({
      organization,
      alone,
    })),
    mounts: mounts.map(({ department, alone = false }) => ({
      organization: trunk,
      department,
      alone,
    })),
    labels: labels.map(({ label, alone = false }) => ({ label, alone })),
    levels,
    departments,
    people: people.map((each) => identityOf(state, each)),
    roles,
  };
}

/** The codes of what a list names. */
export function trunkListCodes(
  state: State,
  trunk: OrganizationId,
  { organizations = [], mounts = [], departments = [], people = [], roles = [] }: TrunkAudience,
): RefusalCode[] {
  const isReached = (id: OrganizationId) => reaches(state, trunk, id);
  const isRole = (id: (typeof roles)[number]) =>
    state.liaisonRoles.some((each) => each.trunk === trunk && each.role === id);
  return whichHold([
    ["UNKNOWN_LIAISON_ROLE", !roles.every(isRole)],
    [
      "UNKNOWN_PERSON",
      people.some(
        (each) => each.organization === trunk || findInBook(state, trunk, each) === undefined,
      ),
    ],
    [
      "UNKNOWN_DEPARTMENT",
      mounts.some(({ department }) => !hasDepartment(state, trunk, department)) ||
        departments.some(
          ({ organization, department }) =>
            !isReached(organization) || !hasDepartment(state, organization, department),
        ),
    ],
    ["NOT_LINKED", !organizations.every(({ organization }) => isReached(organization))],
  ]);
}
