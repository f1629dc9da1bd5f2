/** Apps that a Trunk distributes through Links, and whether they are installed (DIST). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { saysSame } from "./canonical.ts";
import { concernsOrganization, trunkListCodes, trunkListOf } from "./distribution-lists.ts";
import { above, reaches } from "./hierarchy.ts";
import {
  actsForHierarchy,
  lacksMainForHierarchy,
  trunkAdmin,
  unknownTrunk,
} from "./hierarchy-authority.ts";
import type { HierarchyHandler, HierarchyHandlers } from "./hierarchy-handlers.ts";
import { isOpen, productGates } from "./hierarchy-limits.ts";
import { forgetDistributionLists } from "./kept-hierarchy.ts";
import { builds, isOfferedTo } from "./offering.ts";
import { inOrder } from "./setting-lists.ts";
import type { State, World } from "./state.ts";
import type { Distribution } from "./state-hierarchy.ts";
import { appDistributed, type TrunkApp, type TrunkAudience } from "./vocabulary-distribution.ts";
import { type HierarchyCommand, whichHold } from "./vocabulary-hierarchy.ts";

/** What is set for an app of a Trunk, whether or not anything was set yet. */
export function distributionOf({ distributions }: State, { trunk, app }: TrunkApp): Distribution {
  const known = distributions.find((each) => each.trunk === trunk && each.app === app);
  const nothing = { distributed: false, list: null, autoInstall: false, industry: false };
  const unset = { permissions: [], decisions: [] };
  return known ?? { trunk, app, ...nothing, ...unset };
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

/** Only apps that a Trunk built itself are its to distribute (DIST-01). */
export function ownAppCodes(state: State, { trunk, app }: TrunkApp): RefusalCode[] {
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
  if (by.organization === trunk) return trunkAdmin(world, by, trunk);
  const isOffered = isOfferedTo(state, named.app, by.organization);
  return whichHold([
    ["APP_GOVERNANCE_HOST_ONLY", isOffered],
    ["UNKNOWN_APP", !isOffered],
  ]);
}

function setList(state: State, named: TrunkApp, audience: TrunkAudience | null): void {
  const list = audience === null ? null : trunkListOf(state, named.trunk, audience);
  const before = distributionOf(state, named).list;
  // What is so already was not set anew (RESIGN-07).
  if (saysSame(before, list)) return;
  const distribution = toChange(state, named);
  distribution.list = list;
  forgetDistributionLists(state, named, "authorized");
  // What is covered no more is forgotten with the list that covered it (DIST-03).
  distribution.decisions = distribution.decisions.filter(({ organization }) =>
    concernsOrganization(state, distribution, organization),
  );
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
    ...ownAppCodes(world.state, data),
    ...productGates(world, data.trunk),
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
    ["UNKNOWN_APP", !builds(state, trunk, data.app)],
    [
      "APP_NOT_PUBLISHED",
      !distribution.distributed || !concernsOrganization(state, distribution, organization),
    ],
  ]);
}

/** Who below may see which data: the Trunk's word as a whole, whether or not the app is distributed (LEVEL-02). */
const permit: HierarchyHandler<HierarchyCommand<"app.permit">> = {
  codes: (world, { by, data }) => {
    const codes = governanceCodes(world, by, data);
    if (codes.length > 0) return codes;
    return [
      ...ownAppCodes(world.state, data),
      ...data.permissions.flatMap((each) =>
        trunkListCodes(world.state, data.trunk, each.for ?? {}),
      ),
    ];
  },
  effect: ({ state }, { data }) => {
    const permissions = data.permissions.map((each) => ({
      for: each.for === undefined ? null : trunkListOf(state, data.trunk, each.for),
      rows: each.rows ?? null,
      labels: each.labels ?? null,
      reports: each.reports ?? false,
    }));
    // What is so already was not set anew, as with lists.
    if (inOrder(distributionOf(state, data).permissions, permissions)) return;
    toChange(state, data).permissions = permissions;
    forgetDistributionLists(state, data, "permissions");
  },
};

/** Ends a distribution: whom it was for, and who was permitted what, stays for another one (APP-08). */
export function takeBack(distribution: Distribution): void {
  distribution.distributed = false;
  distribution.autoInstall = false;
  distribution.industry = false;
  distribution.decisions = [];
}

type DistributionType =
  | "app.publish"
  | "app.authorize"
  | "app.withdraw"
  | "app.permit"
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
      takeBack(toChange(state, data));
    },
  },
  "app.permit": permit,
  "app.offer": {
    codes: (world, { by, data }) => [
      ...trunkAdmin(world, by, data.trunk),
      ...ownAppCodes(world.state, data),
      ...whichHold([["APP_NOT_PUBLISHED", !distributionOf(world.state, data).distributed]]),
    ],
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
      const known = distribution.decisions.find((each) => each.organization === organization);
      if (known?.installed === installed) return;
      const others = distribution.decisions.filter((each) => each !== known);
      distribution.decisions = [...others, { organization, installed }];
    },
  },
};

/** What is void of organizations with which no chain joins the Trunk any more, whatever its reach (UNLINK-03). */
export function forgetUnlinked(state: State): void {
  for (const distribution of state.distributions) {
    const { trunk, list: own, permissions } = distribution;
    const isBelow = (each: { readonly organization: OrganizationId }) =>
      above(state, each.organization).includes(trunk);
    for (const list of [own, ...permissions.map((each) => each.for)]) {
      if (list === null) continue;
      list.organizations = list.organizations.filter(isBelow);
      list.departments = list.departments.filter(isBelow);
      list.people = list.people.filter(isBelow);
    }
    distribution.decisions = distribution.decisions.filter(isBelow);
  }
  // A group or license of a former Link does not come back with the next one (UNLINK-05).
  for (const each of [...state.kept, ...state.due]) {
    const over = above(state, each.organization);
    each.groups = each.groups.filter(
      ({ trunk }) => trunk === undefined || trunk === each.organization || over.includes(trunk),
    );
    each.accounts = each.accounts.filter(
      ({ unit }) => unit.kind !== "hierarchy" || over.includes(unit.organization),
    );
  }
}
