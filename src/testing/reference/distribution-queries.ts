/** Workbenches, who is covered by a distribution, and seats by Branch (H21). */
import { inOrder, listed, nameOf } from "./answering.ts";
import { distributedBy, distributionOf, isInstalled, ownAppCodes } from "./distributing.ts";
import { concernsOrganization, coversPerson } from "./distribution-lists.ts";
import { branchesOf, reachedBy, reachedFrom } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { actsForHierarchy, trunkViewer, unknownTrunk } from "./hierarchy-authority.ts";
import { findInBook } from "./hierarchy-people.ts";
import { heldUnder, seatsOf } from "./seat-caps.ts";
import type { World } from "./state.ts";
import type { Distribution } from "./state-hierarchy.ts";
import { actingCodes } from "./use.ts";
import type { DistributionAsked } from "./vocabulary-distribution.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

function shown({ state }: World, { app }: Distribution) {
  const { name = "", cool = false } = state.apps.find((each) => each.id === app) ?? {};
  return { app, name, cool };
}

/** What a viewer finds on a Trunk's workbench, installed or not, or installed on that of their own organization (DIST-04). */
function workbench(world: World, { viewer, trunk }: DistributionAsked["app.center"]) {
  const { state } = world;
  if (trunk !== undefined) {
    return distributedBy(state, trunk).filter(
      (each) => viewer.organization === trunk || coversPerson(state, each, viewer),
    );
  }
  const over = reachedFrom(state, viewer.organization);
  return over
    .flatMap(({ organization }) => distributedBy(state, organization))
    .filter((each) => isInstalled(each, viewer.organization) && coversPerson(state, each, viewer));
}

/** The questions about distributed apps and the Hierarchy unit. */
export const distributionAnswers: HierarchyAnswers<keyof DistributionAsked> = {
  "app.center": {
    codes: (world, { viewer, trunk }) =>
      trunk === undefined
        ? actingCodes(world, viewer)
        : [
            ...unknownTrunk(world, viewer, trunk),
            ...whichHold([["NOT_ON_LINK", findInBook(world.state, trunk, viewer) === undefined]]),
          ],
    value: (world, asked) =>
      inOrder(
        workbench(world, asked).map((each) => ({
          ...shown(world, each),
          // On a Trunk's own workbench it goes without saying.
          ...(asked.trunk === undefined ? { trunk: each.trunk } : {}),
        })),
      ),
  },
  "app.covered": {
    codes: (world, { viewer, trunk, app }) => [
      ...trunkViewer(world, viewer, trunk),
      ...ownAppCodes(world.state, { trunk, app }),
      ...whichHold([
        ["APP_NOT_PUBLISHED", !distributionOf(world.state, { trunk, app }).distributed],
      ]),
    ],
    value: (world, { trunk, app }) => {
      const { state } = world;
      const distribution = distributionOf(state, { trunk, app });
      const items = reachedBy(state, trunk)
        .map(({ organization }) => organization)
        .filter((each) => concernsOrganization(state, distribution, each))
        .map((organization) => {
          const isOwn = distribution.decisions.some((each) => each.organization === organization);
          return {
            organization,
            name: nameOf(world, organization),
            installed: isInstalled(distribution, organization),
            by: isOwn ? "organization" : "trunk",
          };
        });
      return listed(items, ({ organization }) => [organization]);
    },
  },
  "license.by-branch": {
    codes: (world, { viewer }) => [
      ...unknownTrunk(world, viewer, null),
      ...whichHold([
        ["LICENSE_HOST_ONLY", !actsForHierarchy(world.state, viewer, viewer.organization)],
      ]),
    ],
    value: (world, { viewer: { organization: trunk } }) => {
      const { state } = world;
      const items = branchesOf(state, trunk).map(({ organization }) => ({
        branch: organization,
        used: heldUnder(state, trunk, organization, seatsOf(state, trunk)),
        limit:
          state.seatCaps.find((each) => each.trunk === trunk && each.organization === organization)
            ?.most ?? null,
      }));
      return listed(items, ({ branch }) => [branch]);
    },
  },
};
