/** Apps that a Trunk distributes through Links, and whether they are installed (DIST). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { saysSame } from "./canonical.ts";
import { concernsOrganization, trunkListCodes, trunkListOf } from "./distribution-lists.ts";
import { reaches } from "./hierarchy.ts";
import {
  actsForHierarchy,
  lacksMainForHierarchy,
  trunkAdmin,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { editionCodes, isOpen, productGates } from "./hierarchy-limits.ts";
import { forgetTrunkLists } from "./kept-hierarchy.ts";
import type { State, World } from "./state.ts";
import type { Distribution } from "./state-hierarchy.ts";
import { builds } from "./use.ts";
import { appDistributed, type TrunkApp, type TrunkAudience } from "./vocabulary-distribution.ts";
import { type HierarchyCommand, whichHold } from "./vocabulary-hierarchy.ts";

/** What is set for an app of a Trunk, whether or not anything was set yet. */
export function distributionOf({ distributions }: State, { trunk, app }: TrunkApp): Distribution {
  const known = distributions.find((each) => each.trunk === trunk && each.app === app);
  const nothing = { distributed: false, list: null, autoInstall: false, industry: false };
  return known ?? { trunk, app, ...nothing, decisions: [] };
}

/** The same, to be changed. */
function toChange(state: State, named: TrunkApp): Distribution {
  const distribution = distributionOf(state, named);
  if (!state.distributions.includes(distribution)) state.distributions.push(distribution);
  return distribution;
}

/** The distributions of a Trunk that are in force, in the order of distributing. */
export function distributedBy({ distributions }: State, trunk: OrganizationId): Distribution[] {
  return distributions.filter((each) => each.trunk === trunk && each.distributed);
}

/** Whether an app is on the workbench of whom it covers: by their latest word, else by the Trunk's. */
export function isInstalled(
  { decisions, autoInstall }: Distribution,
  organization: OrganizationId,
): boolean {
  return decisions.find((each) => each.organization === organization)?.installed ?? autoInstall;
}

function ownAppCodes(state: State, { trunk, app }: TrunkApp): RefusalCode[] {
  return whichHold([
    ["UNKNOWN_APP", !state.apps.some((each) => each.id === app)],
    ["APP_NOT_OWNED_BY_HOST", !builds(state, trunk, app)],
  ]);
}

/** Whoever an app is distributed to learns whose it is to govern, anybody else nothing (DIST-06, 28.3). */
function governanceCodes(world: World, by: Actor, named: TrunkApp): RefusalCode[] {
  const { state } = world;
  const { trunk } = named;
  const codes = unknownTrunk(world, by, trunk);
  if (codes.length > 0 || !("person" in by)) return codes;
  if (by.organization === trunk) {
    const unauthorized = trunkAdmin(world, by, trunk);
    return unauthorized.length > 0 ? unauthorized : ownAppCodes(state, named);
  }
  const distribution = distributionOf(state, named);
  const isOffered =
    distribution.distributed && concernsOrganization(state, distribution, by.organization);
  return whichHold([
    ["APP_GOVERNANCE_HOST_ONLY", isOffered],
    ["UNKNOWN_APP", !isOffered],
  ]);
}

function setList(state: State, named: TrunkApp, audience: TrunkAudience | null): void {
  const list = audience === null ? null : trunkListOf(named.trunk, audience);
  // What is so already was not set anew (RESIGN-07).
  if (saysSame(distributionOf(state, named).list, list)) return;
  toChange(state, named).list = list;
  forgetTrunkLists(state, named);
}

function publishCodes(world: World, { by, data }: HierarchyCommand<"app.publish">) {
  const { state } = world;
  return [
    ...trunkAdmin(world, by, data.trunk),
    ...ownAppCodes(state, data),
    ...productGates(world, data.trunk),
    ...trunkListCodes(state, data.trunk, data.authorized ?? {}),
    ...whichHold([
      ["HIERARCHY_NOT_OPEN", !isOpen(world, data.trunk)],
      ["APP_ALREADY_PUBLISHED", distributionOf(state, data).distributed],
    ]),
  ];
}

function authorizeCodes(world: World, { by, data }: HierarchyCommand<"app.authorize">) {
  const codes = governanceCodes(world, by, data);
  if (codes.length > 0) return codes;
  return [
    ...editionCodes(world, data.trunk),
    ...trunkListCodes(world.state, data.trunk, data.authorized ?? {}),
  ];
}

/** Whether a Trunk admin tries or an organization's own, only the latter decides about its workbench. */
function installCodes(world: World, { by, data }: HierarchyCommand<"app.install">): RefusalCode[] {
  const { state } = world;
  const { trunk, organization } = data;
  const codes = unknownTrunk(world, by, trunk);
  if (codes.length > 0) return codes;
  const distribution = distributionOf(state, data);
  const own = actsForHierarchy(state, by, organization);
  const manages = actsForHierarchy(state, by, trunk) && reaches(state, trunk, organization);
  return whichHold([
    ["NOT_AUTHORIZED_ADMIN", !own && !manages],
    ["MAIN_ADMIN_REQUIRED", own && lacksMainForHierarchy(world, by)],
    ["BRANCH_NOT_MANAGEABLE", manages],
    [
      "APP_NOT_PUBLISHED",
      !distribution.distributed || !concernsOrganization(state, distribution, organization),
    ],
  ]);
}

type DistributionType =
  | "app.publish"
  | "app.authorize"
  | "app.withdraw"
  | "app.offer"
  | "app.install";

/** The commands about distributed apps. */
export const distributionCommands: HierarchyHandlers<DistributionType> = {
  "app.publish": {
    codes: publishCodes,
    effect: ({ state, outbox }, { data }) => {
      const { trunk, app, autoInstall = false, industry = false } = data;
      if (data.authorized !== undefined) setList(state, data, data.authorized);
      const before = distributionOf(state, data);
      const others = state.distributions.filter((each) => each !== before);
      state.distributions = [...others, { ...before, distributed: true, autoInstall, industry }];
      outbox.push(appDistributed({ trunk, app }, autoInstall));
    },
  },
  "app.authorize": {
    codes: authorizeCodes,
    effect: ({ state }, { data }) => setList(state, data, data.authorized),
  },
  "app.withdraw": {
    codes: (world, { by, data }) => [
      ...trunkAdmin(world, by, data.trunk),
      ...ownAppCodes(world.state, data),
      ...whichHold([["APP_NOT_PUBLISHED", !distributionOf(world.state, data).distributed]]),
    ],
    effect: ({ state }, { data }) => {
      const distribution = toChange(state, data);
      distribution.distributed = false;
      distribution.autoInstall = false;
      distribution.industry = false;
      distribution.decisions = [];
    },
  },
  "app.offer": {
    codes: (world, { by, data }) => {
      const codes = governanceCodes(world, by, data);
      if (codes.length > 0) return codes;
      return whichHold([["APP_NOT_PUBLISHED", !distributionOf(world.state, data).distributed]]);
    },
    effect: ({ state }, { data }) => {
      const distribution = toChange(state, data);
      distribution.autoInstall = data.autoInstall ?? distribution.autoInstall;
      distribution.industry = data.industry ?? distribution.industry;
    },
  },
  "app.install": {
    codes: installCodes,
    effect: ({ state }, { data: { organization, installed, ...named } }) => {
      const distribution = toChange(state, named);
      const others = distribution.decisions.filter((each) => each.organization !== organization);
      distribution.decisions = [...others, { organization, installed }];
    },
  },
};

/** What is void, or forgotten, of organizations that are reached, or covered, no more (DIST-03, UNLINK-03). */
export function forgetUnreached(state: State): void {
  for (const distribution of state.distributions) {
    const { trunk, list } = distribution;
    const isReached = (each: { readonly organization: OrganizationId }) =>
      reaches(state, trunk, each.organization);
    if (list !== null) {
      list.organizations = list.organizations.filter(isReached);
      list.departments = list.departments.filter(isReached);
      list.people = list.people.filter(isReached);
    }
    distribution.decisions = distribution.decisions.filter(({ organization }) =>
      concernsOrganization(state, distribution, organization),
    );
  }
}
