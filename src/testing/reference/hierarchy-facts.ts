/** Describes what is visible of hierarchies. */
import type { OrganizationId } from "../../core/ids.ts";
import { alone, pairs, said, sorted, sortedBy } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { distributedBy, isInstalled } from "./distributing.ts";
import { concernsOrganization, isInBook } from "./distribution-lists.ts";
import { reachedBy, reaches } from "./hierarchy.ts";
import type {
  DistributionListFacts,
  HierarchiesFacts,
  LinkFacts,
} from "./hierarchy-facts-model.ts";
import { rosterOf } from "./hierarchy-people.ts";
import { announced } from "./leaving.ts";
import { describeEnd } from "./lifetimes.ts";
import { isLive } from "./lists.ts";
import { describePause } from "./pauses.ts";
import { rulesInForce } from "./scopes.ts";
import { seatsOf } from "./seat-caps.ts";
import type { State } from "./state.ts";
import type {
  Distribution,
  Excepted,
  HierarchyLink,
  LiaisonRole,
  TrunkList,
} from "./state-hierarchy.ts";
import { trunkUsesOf } from "./trunk-invitations.ts";
import { limitOf } from "./unit-limits.ts";
import { hierarchyUnit } from "./vocabulary-distribution.ts";
import type { Exceptions } from "./vocabulary-hierarchy.ts";

/** What of an exception is in force. */
export function exceptionsInForce(
  state: State,
  { organization, organizations, departments }: Excepted,
): Exceptions {
  return {
    organizations: sorted(organizations),
    departments: sorted(departments.filter((each) => hasDepartment(state, organization, each))),
  };
}

function linkFacts(state: State, link: HierarchyLink): LinkFacts {
  const { trunk, organization, alias, mount, labels, hidden, ownOnly, reach, released } = link;
  return {
    ...{ trunk, organization, alias },
    mount: mount?.department ?? null,
    labels: sorted(labels),
    hidden,
    hiddenExcept: exceptionsInForce(state, link.hiddenExcept),
    ownOnly,
    ownOnlyExcept: exceptionsInForce(state, link.ownOnlyExcept),
    reach,
    shared: sorted(link.shared),
    released,
    ...announced(link),
    whole: link.whole,
    ...said(link.fields),
    rules: sortedBy(
      rulesInForce(state, link).map(({ kind, id, rule }) => [kind, id, rule] as const),
      ([kind, id]) => [kind, id],
    ),
    people: sorted(rosterOf(state, link).map(({ person }) => person)),
  };
}

function formerFacts({ formerFields }: State): Pick<HierarchiesFacts, "formerFields"> {
  const own = formerFields.flatMap(({ trunk, organization, fields }) =>
    trunk === null ? [] : [{ trunk, organization, fields }],
  );
  if (own.length === 0) return {};
  return { formerFields: sortedBy(own, ({ trunk, organization }) => [trunk, organization]) };
}

/** The organizations of a line from the top, both ends included. */
function organizationsOn(top: OrganizationId, line: readonly HierarchyLink[]): OrganizationId[] {
  return [top, ...line.map(({ organization }) => organization)];
}

/** What a list says, each thing once and sorted, as far as it has an effect now. */
function listFacts(state: State, trunk: OrganizationId, list: TrunkList): DistributionListFacts {
  const isReached = (each: { readonly organization: OrganizationId }) =>
    reaches(state, trunk, each.organization);
  return {
    organizations: alone(
      list.organizations.filter(isReached).map((each) => [each.organization, each.alone] as const),
    ),
    mounts: alone(
      list.mounts
        .filter(({ department }) => hasDepartment(state, trunk, department))
        .map((each) => [each.department, each.alone] as const),
    ).map(([department, isAlone]) => ({ department, alone: isAlone })),
    labels: alone(list.labels.map((each) => [each.label, each.alone] as const)),
    levels: [...new Set(list.levels)].sort((one, other) => one - other),
    roles: sorted([...new Set(list.roles)]),
    departments: pairs(
      list.departments
        .filter(isReached)
        .filter(({ organization, department }) => hasDepartment(state, organization, department))
        .map(({ organization, department }) => [organization, department] as const),
    ),
    people: pairs(
      list.people
        .filter((each) => isInBook(state, trunk, each))
        .map(({ organization, person }) => [organization, person] as const),
    ),
  };
}

function distributionFacts(state: State, distribution: Distribution) {
  const { trunk, app, autoInstall, industry, list } = distribution;
  const covered = reachedBy(state, trunk)
    .map(({ organization }) => organization)
    .filter((each) => concernsOrganization(state, distribution, each));
  return {
    ...{ trunk, app, autoInstall },
    ...(industry ? ({ industry } as const) : {}),
    list: list === null ? null : listFacts(state, trunk, list),
    covered: sorted(covered).map((each) => [each, isInstalled(distribution, each)] as const),
  };
}

function permittedFacts(state: State, { trunk, app, permissions }: Distribution) {
  return {
    ...{ trunk, app },
    permissions: permissions.map(({ for: list, rows, labels, reports }) => ({
      list: list === null ? null : listFacts(state, trunk, list),
      ...{ rows, labels: labels === null ? null : sorted(labels), reports },
    })),
  };
}

function seatFacts(state: State, trunk: OrganizationId) {
  const caps = state.seatCaps.filter((each) => each.trunk === trunk);
  const limit = limitOf(state, hierarchyUnit(trunk));
  return {
    trunk,
    grants: seatsOf(state, trunk).map(
      ({ organization, person }) => [organization, person] as const,
    ),
    caps: sortedBy(
      caps.map(({ organization, most }) => [organization, most] as const),
      ([organization]) => [organization],
    ),
    ...(limit === null ? {} : { limit }),
    automatic: sortedBy(
      state.seatSelections.filter((each) => each.trunk === trunk),
      ({ organization }) => [organization],
    )
      .map(({ organization, whole, alone: isAlone, departments }) => ({
        ...{ organization, whole, alone: isAlone },
        departments: sorted(departments.filter((each) => hasDepartment(state, organization, each))),
      }))
      .filter(({ whole, departments }) => whole || departments.length > 0),
  };
}

function liaisonFacts(state: State, { trunk, role, name, keptBy }: LiaisonRole) {
  const own = state.offices
    .filter((each) => each.trunk === trunk && each.role === role && each.holders.length > 0)
    .filter(
      ({ organization, department }) =>
        department === null || hasDepartment(state, organization, department),
    );
  return {
    ...{ trunk, role, name, keptBy },
    offices: sortedBy(own, ({ organization, department }) => [organization, department ?? ""]).map(
      ({ organization, department, holders }) => ({
        ...{ organization, department },
        holders: holders.map((each) => [each.organization, each.person] as const),
      }),
    ),
  };
}

/** Describes the hierarchies; without any there is nothing to describe. */
export function describeHierarchies(state: State): { readonly hierarchies?: HierarchiesFacts } {
  const capacities = state.capacities
    .filter(({ open, branches }) => open || branches !== null)
    .map(({ organization, open, branches }) => ({ organization, open, branches }));
  const { hierarchyLinks, trunkInvitations, trunkApplications, organizations } = state;
  const all = [state.liaisonRoles, capacities, hierarchyLinks, trunkInvitations, trunkApplications];
  if (all.every((each) => each.length === 0)) return {};
  const reached = organizations.flatMap(({ id: above }) =>
    reachedBy(state, above).map(({ organization: below, level, line }) => ({
      ...{ above, below, level },
      line: organizationsOn(above, line),
    })),
  );
  return {
    hierarchies: {
      capacities: sortedBy(capacities, ({ organization }) => [organization]),
      links: sortedBy(hierarchyLinks, ({ trunk }) => [trunk]).map((each) => linkFacts(state, each)),
      ...formerFacts(state),
      reached: sortedBy(reached, ({ above, below }) => [above, below]),
      distributed: sortedBy(
        organizations.flatMap(({ id }) => distributedBy(state, id)),
        ({ trunk }) => [trunk],
      ).map((each) => distributionFacts(state, each)),
      permitted: sortedBy(
        state.distributions.filter(
          ({ trunk, permissions }) => isLive(state, trunk) && permissions.length > 0,
        ),
        ({ trunk, app }) => [trunk, app],
      ).map((each) => permittedFacts(state, each)),
      seats: sortedBy(
        organizations
          .map(({ id }) => seatFacts(state, id))
          .filter(
            ({ grants, caps, limit, automatic }) =>
              grants.length + caps.length + automatic.length > 0 || limit !== undefined,
          ),
        ({ trunk }) => [trunk],
      ),
      liaisons: sortedBy(
        state.liaisonRoles.filter(({ trunk }) => isLive(state, trunk)),
        ({ trunk, role }) => [trunk, role],
      ).map((each) => liaisonFacts(state, each)),
      invitations: sortedBy(
        trunkInvitations.map(({ id: invitation, ...rest }) => ({
          invitation,
          ...rest,
          uses: trunkUsesOf(state, invitation),
        })),
        ({ invitation }) => [invitation],
      ),
      applications: sortedBy(
        trunkApplications.map(({ id: application, trunk, organization, ...rest }) => ({
          ...{ application, trunk, organization, status: rest.status, reason: rest.reason },
          ...describeEnd(rest.end, undefined),
          ...describePause(rest.reapplyFrom),
        })),
        ({ application }) => [application],
      ),
    },
  };
}
