/** What keeps an organization from becoming a Branch: gates, circles, numbers (HIER-05 to -07, LINK-05 to -07). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { above, below, branchesOf, depthBelow, heightAbove, trunksOf } from "./hierarchy.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { findOrganization } from "./lists.ts";
import type { State, World } from "./state.ts";
import type { Capacity, HierarchyState } from "./state-hierarchy.ts";
import { type LinkNamed, whichHold } from "./vocabulary-hierarchy.ts";

type Graph = Pick<HierarchyState, "hierarchyLinks">;

function capacityOf({ capacities }: State, organization: OrganizationId): Capacity | undefined {
  return capacities.find((each) => each.organization === organization);
}

/** Whether the capability is open for an organization, by itself or by somebody above (HIER-06). */
export function isOpen({ state, policy }: World, organization: OrganizationId): boolean {
  const isOpenItself = (id: OrganizationId) => capacityOf(state, id)?.open === true;
  if (isOpenItself(organization)) return true;
  return (
    hierarchyPolicy(policy).hierarchyOpening === "top-covers" &&
    above(state, organization).some(isOpenItself)
  );
}

/** How many direct Branches a Trunk may have; `null` is no limit (LINK-07). */
export function branchLimitOf({ state, policy }: World, trunk: OrganizationId): number | null {
  const { branchLimit, hierarchyOpening } = hierarchyPolicy(policy);
  const own = capacityOf(state, trunk);
  // Whoever counts as open by another has no number of its own.
  if (hierarchyOpening === "top-covers" && own?.open !== true) return branchLimit;
  return own?.branches ?? branchLimit;
}

function hasSso({ state, policy }: World, ...organizations: readonly OrganizationId[]): boolean {
  if (hierarchyPolicy(policy).hierarchyUnderSso === "allowed") return false;
  // It closes the capability, and joining only under the wider gate (AMB-30).
  if (policy.gateStage === "capability") return false;
  return organizations.some((id) => findOrganization(state, id)?.sso === true);
}

function isUncertified({ state }: World, organization: OrganizationId): boolean {
  return findOrganization(state, organization)?.certified !== true;
}

/** The gates of an application. */
export function applicationGates(world: World, { trunk, organization }: LinkNamed): RefusalCode[] {
  const { hierarchyMustBeCertified } = hierarchyPolicy(world.policy);
  return whichHold([
    [
      "MEMBER_NOT_CERTIFIED",
      hierarchyMustBeCertified === "both" && isUncertified(world, organization),
    ],
    ["SSO_NOT_SUPPORTED", hasSso(world, trunk, organization)],
  ]);
}

/** The gates of an approval. */
export function approvalGates(world: World, named: LinkNamed): RefusalCode[] {
  const { trunk } = named;
  const { hierarchyMustBeCertified } = hierarchyPolicy(world.policy);
  return [
    ...applicationGates(world, named),
    ...whichHold([
      ["HOST_NOT_CERTIFIED", hierarchyMustBeCertified !== "nobody" && isUncertified(world, trunk)],
      ["HIERARCHY_NOT_OPEN", !isOpen(world, trunk)],
    ]),
    ...(world.policy.gateStage === "container-too" ? editionCodes(world, trunk) : []),
  ];
}

/** Hierarchies are for two of the editions, asked of the Trunk alone (HIER-05). */
function editionCodes({ state }: World, trunk: OrganizationId): RefusalCode[] {
  const edition = findOrganization(state, trunk)?.edition;
  const isEnough = edition === "professional" || edition === "exclusive";
  return whichHold([["EDITION_NOT_SUPPORTED", !isEnough]]);
}

/** The gates of what a Trunk's own product does: distributing, granting (HIER-05, HIER-07). */
export function productGates(world: World, trunk: OrganizationId): RefusalCode[] {
  const { hierarchyUnderSso } = hierarchyPolicy(world.policy);
  const sso = findOrganization(world.state, trunk)?.sso === true;
  return [
    ...editionCodes(world, trunk),
    ...whichHold([["SSO_NOT_SUPPORTED", hierarchyUnderSso === "refused" && sso]]),
  ];
}

/** The gates of using an app through a Trunk: a lost edition freezes, or suspends (AMB-50). */
export function useGates(world: World, { trunk, organization }: LinkNamed): RefusalCode[] {
  const { state, policy } = world;
  const { hierarchyUnderSso, hierarchyEditionLoss } = hierarchyPolicy(policy);
  const sso = (id: OrganizationId) => findOrganization(state, id)?.sso === true;
  return [
    ...(hierarchyEditionLoss === "suspend" ? editionCodes(world, trunk) : []),
    ...whichHold([
      ["SSO_NOT_SUPPORTED", hierarchyUnderSso === "refused" && (sso(trunk) || sso(organization))],
      [
        "HOST_SUSPENDED",
        policy.suspendedHostApps === "closed" && findOrganization(state, trunk)?.suspended === true,
      ],
    ]),
  ];
}

/** Whether a Trunk is its Branch, or below it (LINK-05). */
export function closesHierarchyCircle(graph: Graph, { trunk, organization }: LinkNamed): boolean {
  return trunk === organization || below(graph, organization).includes(trunk);
}

/** Whether an organization may have no Trunk more; the one that it leaves for it does not count. */
export function hasTooManyTrunks(
  { state, policy }: World,
  organization: OrganizationId,
  replaces: OrganizationId | null,
): boolean {
  const others = trunksOf(state, organization).filter(({ trunk }) => trunk !== replaces);
  return others.length >= hierarchyPolicy(policy).trunkLimit;
}

/** Which bounds of the tree a Link breaks, in the graph with all that are to be formed in it (LINK-07). */
export function sizeCodes(
  world: World,
  graph: Graph,
  { trunk, organization }: LinkNamed,
): RefusalCode[] {
  const { hierarchyDepth, ancestorLimit, descendantLimit } = hierarchyPolicy(world.policy);
  const limit = branchLimitOf(world, trunk);
  const chain = heightAbove(graph, trunk) + depthBelow(graph, organization);
  const under = [organization, ...below(graph, organization)];
  const over = [trunk, ...above(graph, trunk)];
  return whichHold([
    ["BRANCH_LIMIT_EXCEEDED", limit !== null && branchesOf(graph, trunk).length > limit],
    ["HIERARCHY_TOO_DEEP", chain > hierarchyDepth],
    [
      "HIERARCHY_TOO_LARGE",
      under.some((each) => above(graph, each).length > ancestorLimit) ||
        over.some((each) => below(graph, each).length > descendantLimit),
    ],
  ]);
}
