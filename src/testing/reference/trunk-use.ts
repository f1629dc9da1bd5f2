/** Using an app through a Trunk, or that a Trunk distributes: what it takes, and whom one picks (DIST-07, ROUTE). */
import type { AppId, OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import { distributionOf, isInstalled } from "./distributing.ts";
import { coversPerson } from "./distribution-lists.ts";
import { reachedBy, reaches } from "./hierarchy.ts";
import { useGates } from "./hierarchy-limits.ts";
import { findInBook, inBook } from "./hierarchy-people.ts";
import { hierarchyPolicy } from "./hierarchy-policy.ts";
import { seatsOf } from "./seat-caps.ts";
import { isPair } from "./settings.ts";
import { seesInBook } from "./sight.ts";
import type { State, World } from "./state.ts";
import type { Pair } from "./state-areas.ts";
import type { TrunkPermission } from "./state-hierarchy.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** Somebody who acts through a Trunk. */
export interface ThroughTrunk extends Pair {
  readonly trunk: OrganizationId;
}

/** The permissions to see data through a Trunk that cover somebody (LEVEL-02). */
export function trunkPermissionsOf(
  state: State,
  { trunk, ...someone }: ThroughTrunk,
  app: AppId,
): TrunkPermission[] {
  return distributionOf(state, { trunk, app }).permissions.filter(
    (each) => each.for === null || coversPerson(state, { trunk, list: each.for }, someone),
  );
}

/** Whether somebody has a seat in the Hierarchy unit of a Trunk (SEAT-01). */
export function isSeated(state: State, { trunk, ...someone }: ThroughTrunk): boolean {
  return seatsOf(state, trunk).some((each) => isPair(each, someone));
}

/** What refuses the use of a distributed app to somebody who may act so, but for what features ask (DIST-07). */
export function trunkUsageCodes(world: World, acting: ThroughTrunk, app: AppId): RefusalCode[] {
  const { state, policy } = world;
  const { trunk, organization, person } = acting;
  const distribution = distributionOf(state, { trunk, app });
  const { useNeedsInstallation } = hierarchyPolicy(policy);
  const someone = { organization, person };
  return [
    ...useGates(world, { trunk, organization }),
    ...whichHold([
      [
        "APP_NOT_PUBLISHED",
        !distribution.distributed ||
          (useNeedsInstallation && !isInstalled(distribution, organization)),
      ],
      ["NOT_ON_LINK", findInBook(state, trunk, someone) === undefined],
      ["APP_NOT_AUTHORIZED", !coversPerson(state, distribution, someone)],
      ["LICENSE_REQUIRED", !isSeated(state, acting)],
    ]),
  ];
}

/** Everybody present for a Trunk, whatever their organization. */
function present(state: State, trunk: OrganizationId): Pair[] {
  return reachedBy(state, trunk).flatMap(({ organization }) => inBook(state, trunk, organization));
}

/** Whom somebody may choose in a book: under the narrow policy those alone whom they see there (SIGHT-05). */
function seen({ state, policy }: World, trunk: OrganizationId, viewer: Pair, all: Pair[]): Pair[] {
  if (policy.formPickerScope === "whole-space") return all;
  return all.filter((each) => seesInBook(state, trunk, viewer, each));
}

/** Whom somebody may choose who acts through a Trunk: downwards alone, unless the policy says otherwise (ROUTE-03). */
export function candidatesThrough(world: World, { trunk, ...someone }: ThroughTrunk): Pair[] {
  const { state, policy } = world;
  const { organization: own } = someone;
  const { branchPickScope } = hierarchyPolicy(policy);
  const isWithin = ({ organization }: Pair) =>
    organization === own ||
    (branchPickScope === "organization-and-below" && reaches(state, own, organization));
  const all =
    branchPickScope === "whole-book"
      ? [...inBook(state, trunk, trunk), ...present(state, trunk)]
      : present(state, trunk).filter(isWithin);
  return seen(world, trunk, someone, all);
}

/** Who of those below may be chosen for the builder of an app, whomever its list covers (ROUTE-02). */
export function candidatesBelow(world: World, builder: Pair, app: AppId): Pair[] {
  const { organization: trunk } = builder;
  if (!distributionOf(world.state, { trunk, app }).distributed) return [];
  return seen(world, trunk, builder, present(world.state, trunk));
}
