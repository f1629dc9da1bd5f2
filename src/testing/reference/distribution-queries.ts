/** Workbenches, who is covered by a distribution, who may use a distributed app, and seats by Branch (H21). */
import type { RefusalCode } from "../../core/refusal.ts";
import { inOrder, listed, nameOf } from "./answering.ts";
import { distributedBy, distributionOf, isInstalled } from "./distributing.ts";
import { concernsOrganization, coversPerson } from "./distribution-lists.ts";
import { branchesOf, reachedBy, reachedFrom, reaches } from "./hierarchy.ts";
import type { HierarchyAnswers } from "./hierarchy-answering.ts";
import { actsForHierarchy, trunkViewer, unknownTrunk } from "./hierarchy-authority.ts";
import { useGates } from "./hierarchy-limits.ts";
import { findInBook } from "./hierarchy-people.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { inService } from "./people.ts";
import { heldUnder, seatsOf } from "./seat-caps.ts";
import { isPair } from "./settings.ts";
import type { World } from "./state.ts";
import type { Distribution } from "./state-hierarchy.ts";
import { actingCodes, builds, isFeature } from "./use.ts";
import type { DistributionAsked } from "./vocabulary-distribution.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

type Use = DistributionAsked["app.use"];

/** What refuses the use of a distributed app (DIST-07). */
function useCodes(world: World, { viewer, trunk, app, feature }: Use): RefusalCode[] {
  const { state, policy } = world;
  const { organization, person } = viewer;
  const codes = unknownTrunk(world, viewer, trunk);
  if (codes.length > 0) return codes;
  const distribution = distributionOf(state, { trunk, app });
  const { hierarchyFeatures, useNeedsInstallation } = hierarchyPolicy(policy);
  const serves = inService(state, organization, person) !== undefined;
  const isData = feature === "data.view" || feature === "report.view";
  return [
    ...useGates(world, { trunk, organization }),
    ...whichHold([
      ["ACTING_ORG_INVALID", !serves || !reaches(state, trunk, organization)],
      ["UNKNOWN_APP", !builds(state, trunk, app)],
      [
        "APP_NOT_PUBLISHED",
        !distribution.distributed ||
          (useNeedsInstallation && !isInstalled(distribution, organization)),
      ],
      ["NOT_ON_LINK", findInBook(state, trunk, viewer) === undefined],
      ["APP_NOT_AUTHORIZED", !coversPerson(state, distribution, viewer)],
      [
        "FEATURE_NOT_SUPPORTED_DOWNSTREAM",
        hierarchyFeatures === "downstream-list" &&
          (!isFeature(policy, feature) || feature === "cool-app.distribute"),
      ],
      ["LICENSE_REQUIRED", !seatsOf(state, trunk).some((each) => isPair(each, viewer))],
      // Nothing without a permission of the Trunk (LEVEL-02).
      ["DATA_PERMISSION_REQUIRED", isData],
    ]),
  ];
}

function shown({ state }: World, { trunk, app }: Distribution) {
  const { name = "", cool = false } = state.apps.find((each) => each.id === app) ?? {};
  return { trunk, app, name, cool };
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
    value: (world, asked) => inOrder(workbench(world, asked).map((each) => shown(world, each))),
  },
  "app.covered": {
    codes: (world, { viewer, trunk, app }) => [
      ...trunkViewer(world, viewer, trunk),
      ...whichHold([
        ["UNKNOWN_APP", !builds(world.state, trunk, app)],
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
  "app.use": { codes: useCodes, value: () => ({ side: "downstream" }) },
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
        organization,
        name: nameOf(world, organization),
        used: heldUnder(state, trunk, organization, seatsOf(state, trunk)),
        limit:
          state.seatCaps.find((each) => each.trunk === trunk && each.organization === organization)
            ?.most ?? null,
      }));
      return listed(items, ({ organization }) => [organization]);
    },
  },
};
