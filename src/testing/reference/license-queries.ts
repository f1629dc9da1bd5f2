/** Answers about licenses, for a Host's admins. */

import type { OrganizationId } from "../../core/ids.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { LicenseUnit } from "../../licenses/model.ts";
import type { Viewer } from "../../queries/model.ts";
import { type Answers, inOrder, room } from "./answering.ts";
import { sorted } from "./canonical.ts";
import { hasDepartment } from "./departments.ts";
import { branchesOf, reaches } from "./hierarchy.ts";
import { actsForHierarchy, unknownTrunk } from "./hierarchy-authority.ts";
import { inertAmong } from "./inert.ts";
import { licenseAdmin } from "./licenses.ts";
import { grantsOf, isHigh, isLinked, isOfUnit, purchasedBy, usedBy } from "./pools.ts";
import { whichApplyTo } from "./rank.ts";
import { reclaimed } from "./reclaiming.ts";
import type { World } from "./state.ts";
import { stateAt, termOf } from "./terms.ts";
import { limitOf, reservedBy, unusedReserve, usedIn } from "./unit-limits.ts";
import { isSameUnit, unitOf } from "./units.ts";
import { hierarchyUnit, trunkOfUnit } from "./vocabulary-distribution.ts";
import { whichHold } from "./vocabulary-hierarchy.ts";

/** Only one's own pool, as its admin (LIC-01). */
function ownPool(world: World, viewer: Viewer): RefusalCode[] {
  return licenseAdmin(world, viewer, { kind: "host", organization: viewer.organization });
}

/** Of a Hierarchy unit only the Hierarchy admins of its Trunk are told (SEAT-01). */
function unitCodes(world: World, viewer: Viewer, unit: LicenseUnit): RefusalCode[] {
  const trunk = trunkOfUnit(unit);
  if (trunk === null) return licenseAdmin(world, viewer, unit);
  return whichApplyTo(unknownTrunk(world, viewer, trunk), [
    ["LICENSE_HOST_ONLY", !actsForHierarchy(world.state, viewer, trunk)],
  ]);
}

function usage(world: World, { organization: host }: Viewer) {
  const { state, policy } = world;
  const purchased = purchasedBy(state, host);
  const used = usedBy(world, host);
  const links = state.links.filter((each) => each.host === host);
  const units: LicenseUnit[] = [
    { kind: "host", organization: host },
    ...links.map((each) => each.unit),
    ...(branchesOf(state, host).length === 0 ? [] : [hierarchyUnit(host)]),
  ];
  const reserved = reservedBy(state, host);
  const roomOf = (unit: LicenseUnit) => {
    const here = usedIn(state, host, unit);
    const limit = limitOf(state, unit);
    return { used: here, ...(limit === null ? {} : { limit, left: Math.max(0, limit - here) }) };
  };
  return {
    purchased,
    used,
    remaining: Math.max(0, purchased - used),
    over: Math.max(0, used - purchased),
    percent: purchased === 0 ? null : Math.floor((used * 1000) / purchased) / 10,
    high: isHigh(world, host),
    ...(reserved === 0 ? {} : { reserve: { reserved, unused: unusedReserve(state, host) } }),
    units: units.map((unit) => ({ unit, ...roomOf(unit) })),
    waiting: state.deferred.filter((each) => each.host === host).length,
    links: room(links.length, policy.licenseLinkLimit),
  };
}

/** When the purchase ends, and what of that has come at the time asked for. */
function termShown(world: World, { organization: host }: Viewer, at: number | undefined) {
  const term = termOf(world, host);
  if (term === null) return {};
  return { term: at === undefined ? term : { ...term, state: stateAt(term, at) } };
}

/** What a Trunk has chosen of an organization (SEAT-03). */
function seatsChosen(world: World, trunk: OrganizationId, organization: OrganizationId) {
  const found = world.state.seatSelections.find(
    (each) => each.trunk === trunk && each.organization === organization,
  );
  const { whole = false, alone = false, departments = [] } = found ?? {};
  return {
    departments: sorted(
      departments.filter((each) => hasDepartment(world.state, organization, each)),
    ),
    inert: inertAmong(world, organization, departments),
    ...{ whole, alone },
  };
}

type LicenseQuery =
  | "license.usage"
  | "license.reclaim-plan"
  | "license.accounts"
  | "license.waiting"
  | "license.automatic";

/** The questions about licenses. */
export const licenseAnswers: Answers<LicenseQuery> = {
  "license.usage": {
    codes: (world, { viewer }) => ownPool(world, viewer),
    value: (world, { viewer, at }) => ({
      ...usage(world, viewer),
      ...termShown(world, viewer, at),
    }),
  },
  "license.reclaim-plan": {
    codes: (world, { viewer }) => ownPool(world, viewer),
    value: (world, { viewer: { organization: host }, purchased }) => {
      const target = purchased ?? purchasedBy(world.state, host);
      return inOrder(
        reclaimed(world, host, target).map(({ organization, person, unit }) => ({
          ...{ organization, person, unit: unitOf(unit) },
        })),
      );
    },
  },
  "license.accounts": {
    codes: (world, { viewer, unit }) =>
      whichApplyTo(unitCodes(world, viewer, unit), [
        ["UNIT_NOT_LINKED", !isLinked(world.state, unit)],
      ]),
    value: ({ state }, { viewer, unit }) => {
      const grants = grantsOf(state, viewer.organization);
      const own = grants.filter((each) => isSameUnit(each.unit, unit));
      return inOrder(own.map(({ organization, person }) => ({ organization, person })));
    },
  },
  "license.waiting": {
    codes: (world, { viewer }) => ownPool(world, viewer),
    value: ({ state }, { viewer }) => {
      const own = state.deferred.filter((each) => each.host === viewer.organization);
      return inOrder(
        own.map(({ organization, person, unit }) => ({ organization, person, unit: unitOf(unit) })),
      );
    },
  },
  "license.automatic": {
    codes: (world, { viewer, unit, organization }) =>
      unit.kind === "hierarchy"
        ? [
            ...unitCodes(world, viewer, unit),
            ...whichHold([["NOT_LINKED", !reaches(world.state, unit.organization, organization)]]),
          ]
        : whichApplyTo(licenseAdmin(world, viewer, unit), [
            ["NOT_A_MEMBER", !isOfUnit(world.state, unit, organization)],
            ["UNIT_NOT_LINKED", !isLinked(world.state, unit)],
          ]),
    value: (world, { unit, organization }) => {
      if (unit.kind === "hierarchy") return seatsChosen(world, unit.organization, organization);
      const named = world.state.selections
        .filter((each) => isSameUnit(each.unit, unit) && each.organization === organization)
        .map(({ department }) => department);
      const there = named.filter((each) => hasDepartment(world.state, organization, each));
      return { departments: sorted(there), inert: inertAmong(world, organization, named) };
    },
  },
};
