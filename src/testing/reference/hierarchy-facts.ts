/** Describes what is visible of hierarchies. */
import type { OrganizationId } from "../../core/ids.ts";
import { sorted, sortedBy } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { distributedBy, isInstalled } from "./distributing.ts";
import { concernsOrganization } from "./distribution-lists.ts";
import { reachedBy } from "./hierarchy.ts";
import type { HierarchiesFacts, LinkFacts } from "./hierarchy-facts-model.ts";
import { rosterOf } from "./hierarchy-people.ts";
import { isLive } from "./lists.ts";
import { rulesInForce } from "./scopes.ts";
import { seatsOf } from "./seat-caps.ts";
import type { State } from "./state.ts";
import type { Distribution, Excepted, HierarchyLink, LiaisonRole } from "./state-hierarchy.ts";
import { trunkUsesOf } from "./trunk-invitations.ts";
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
    whole: link.whole,
    rules: sortedBy(
      rulesInForce(state, link).map(({ kind, id, rule }) => [kind, id, rule] as const),
      ([kind, id]) => [kind, id],
    ),
    people: sorted(rosterOf(state, link).map(({ person }) => person)),
  };
}

/** The organizations of a line from the top, both ends included. */
function organizationsOn(top: OrganizationId, line: readonly HierarchyLink[]): OrganizationId[] {
  return [top, ...line.map(({ organization }) => organization)];
}

function distributionFacts(state: State, distribution: Distribution) {
  const { trunk, app, autoInstall, industry, list } = distribution;
  const covered = reachedBy(state, trunk)
    .map(({ organization }) => organization)
    .filter((each) => concernsOrganization(state, distribution, each));
  return {
    ...{ trunk, app, autoInstall, industry, list },
    covered: sorted(covered).map((each) => [each, isInstalled(distribution, each)] as const),
  };
}

function seatFacts(state: State, trunk: OrganizationId) {
  const caps = state.seatCaps.filter((each) => each.trunk === trunk);
  return {
    trunk,
    grants: seatsOf(state, trunk).map(
      ({ organization, person }) => [organization, person] as const,
    ),
    caps: sortedBy(
      caps.map(({ organization, most }) => [organization, most] as const),
      ([organization]) => [organization],
    ),
    automatic: sortedBy(
      state.seatSelections.filter((each) => each.trunk === trunk),
      ({ organization }) => [organization],
    ).map(({ organization, whole, alone, departments }) => ({
      ...{ organization, whole, alone },
      departments: sorted(departments.filter((each) => hasDepartment(state, organization, each))),
    })),
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
      reached: sortedBy(reached, ({ above, below }) => [above, below]),
      distributed: sortedBy(
        organizations.flatMap(({ id }) => distributedBy(state, id)),
        ({ trunk }) => [trunk],
      ).map((each) => distributionFacts(state, each)),
      seats: sortedBy(
        organizations
          .map(({ id }) => seatFacts(state, id))
          .filter(
            ({ grants, caps, automatic }) => grants.length + caps.length + automatic.length > 0,
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
        trunkApplications.map(({ id: application, trunk, organization, status, reason }) => ({
          ...{ application, trunk, organization, status, reason },
        })),
        ({ application }) => [application],
      ),
    },
  };
}
