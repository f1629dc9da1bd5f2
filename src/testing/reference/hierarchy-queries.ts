/** What the two sides of Links may ask about them: Trunks and Branches, above and below, room (H21). */
import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { Viewer } from "../../queries/model.ts";
import { inOrder, listed, nameOf, room } from "./answering.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { sorted } from "./canonical.ts";
import { branchesOf, heightAbove, reachedBy, reachedFrom, reaches, trunksOf } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { unknownTrunk } from "./hierarchy-authority.ts";
import { exceptionsInForce } from "./hierarchy-facts.ts";
import { branchLimitOf, isOpen } from "./hierarchy-limits.ts";
import { linksInto, rosterOf } from "./hierarchy-people.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { announced } from "./leaving.ts";
import { findOrganization } from "./lists.ts";
import { builds } from "./offering.ts";
import { inService } from "./people.ts";
import type { State, World } from "./state.ts";
import type { HierarchyLink } from "./state-hierarchy.ts";
import { type HierarchyAsked, whichHold } from "./vocabulary-hierarchy.ts";

/** Only an organization's own Hierarchy admins ask what hangs above and below it. */
export function ownCodes(world: World, { viewer }: { readonly viewer: Viewer }): RefusalCode[] {
  return [
    ...unknownRoots(world, viewer, {}),
    ...whichHold([
      ["NOT_AUTHORIZED_ADMIN", !actsFor(world.state, viewer, viewer.organization, "hierarchy")],
    ]),
  ];
}

/** Whether another Branch has the same alias at the same mount, as removed departments may bring about (MOUNT-03). */
function sharesAlias(state: State, link: HierarchyLink): boolean {
  return (
    link.alias !== null &&
    branchesOf(state, link.trunk).some(
      (each) =>
        each !== link &&
        each.alias === link.alias &&
        each.mount?.department === link.mount?.department,
    )
  );
}

/** How another organization is named, and whether it is suspended. */
function mark(world: World, organization: OrganizationId) {
  const isSuspended = findOrganization(world.state, organization)?.suspended === true;
  return {
    name: nameOf(world, organization),
    ...(isSuspended ? { suspended: true } : {}),
  };
}

/** A Link as both sides see it, with the name of the other one. */
function linkShown(world: World, link: HierarchyLink, other: OrganizationId) {
  const { trunk, organization, reach, whole, alias, labels, hidden, ownOnly, released } = link;
  return {
    ...{ trunk, organization, ...mark(world, other), reach, whole, alias, hidden, ownOnly },
    shared: sorted(link.shared),
    present: rosterOf(world.state, link).length,
    labels: sorted(labels),
    released,
    ...announced(link),
  };
}

/** A Link as the Trunk manages it. */
function branchShown(world: World, link: HierarchyLink) {
  const { state } = world;
  const gone = { hidden: link.hiddenExcept.void, ownOnly: link.ownOnlyExcept.void };
  return {
    ...linkShown(world, link, link.organization),
    mount: link.mount?.department ?? null,
    hiddenExcept: exceptionsInForce(state, link.hiddenExcept),
    ownOnlyExcept: exceptionsInForce(state, link.ownOnlyExcept),
    ...(sharesAlias(state, link) ? { sameAlias: true } : {}),
    ...(gone.hidden.length + gone.ownOnly.length === 0
      ? {}
      : { void: { hidden: sorted(gone.hidden), ownOnly: sorted(gone.ownOnly) } }),
  };
}

/** What is left for an organization, upwards and downwards. */
function roomOf(world: World, organization: OrganizationId) {
  const { state, policy } = world;
  const { hierarchyDepth, trunkLimit } = hierarchyPolicy(policy);
  const branches = branchesOf(state, organization).length;
  const limit = branchLimitOf(world, organization);
  return {
    open: isOpen(world, organization),
    branches: limit === null ? null : room(branches, limit),
    trunks: room(trunksOf(state, organization).length, trunkLimit),
    levels: Math.max(0, hierarchyDepth - heightAbove(state, organization)),
  };
}

type Readable = HierarchyAsked["share.readable"];

/** What Links share with whoever asks: with the direct Trunk, or by the policy with everybody above. */
function readable({ state, policy }: World, { viewer, organization }: Readable): string[] {
  const { organization: trunk } = viewer;
  const { sharedDataReach } = hierarchyPolicy(policy);
  const links = linksInto(state, trunk, organization).filter(
    (each) => each.trunk === trunk || sharedDataReach === "reached",
  );
  return sorted([...new Set(links.flatMap(({ shared }) => shared))]);
}

/** Only apps that the Trunk built itself read what a Branch shares with it (SHARE-02). */
function readableCodes(world: World, asked: Readable): RefusalCode[] {
  const { state } = world;
  const { viewer, organization, app, code } = asked;
  const { organization: trunk } = viewer;
  return [
    ...unknownTrunk(world, viewer, null),
    ...whichHold([
      ["ACTING_ORG_INVALID", inService(state, trunk, viewer.person) === undefined],
      ["UNKNOWN_APP", !state.apps.some((each) => each.id === app)],
      ["APP_NOT_OWNED_BY_HOST", !builds(state, trunk, app)],
      ["NOT_LINKED", !reaches(state, trunk, organization)],
      ["BRANCH_DATA_NOT_AUTHORIZED", code !== undefined && !readable(world, asked).includes(code)],
    ]),
  ];
}

type Question =
  | "hierarchy.trunks"
  | "hierarchy.branches"
  | "hierarchy.above"
  | "hierarchy.below"
  | "hierarchy.room"
  | "share.readable";

/** The questions of admins about the graph, and that of apps about shared data. */
export const hierarchyAnswers: HierarchyAnswers<Question> = {
  "hierarchy.trunks": {
    codes: ownCodes,
    value: (world, { viewer: { organization } }) => {
      const items = trunksOf(world.state, organization).map((link) =>
        linkShown(world, link, link.trunk),
      );
      return inOrder(items);
    },
  },
  "hierarchy.branches": {
    codes: ownCodes,
    value: (world, { viewer: { organization } }) =>
      inOrder(branchesOf(world.state, organization).map((link) => branchShown(world, link))),
  },
  "hierarchy.above": {
    codes: ownCodes,
    value: (world, { viewer: { organization } }) => {
      const items = reachedFrom(world.state, organization).map((each) => ({
        ...{ organization: each.organization, level: each.level },
        ...mark(world, each.organization),
      }));
      return listed(items, (each) => [each.organization]);
    },
  },
  "hierarchy.below": {
    codes: ownCodes,
    value: (world, { viewer: { organization: top }, level, branch }) => {
      const items = reachedBy(world.state, top)
        .map((each) => ({
          ...{ organization: each.organization, level: each.level },
          ...mark(world, each.organization),
          line: each.line.map(({ organization }) => organization),
        }))
        .filter((each) => level === undefined || each.level === level)
        .filter((each) => branch === undefined || each.line[0] === branch);
      return listed(items, (each) => [each.organization]);
    },
  },
  "hierarchy.room": {
    codes: ownCodes,
    value: (world, { viewer: { organization } }) => roomOf(world, organization),
  },
  "share.readable": {
    codes: readableCodes,
    value: (world, asked) => ({
      codes: readable(world, asked).filter((each) => each === (asked.code ?? each)),
    }),
  },
};
