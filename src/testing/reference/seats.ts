/** The Hierarchy unit: grants to people who come through Links, and caps for Branches (SEAT). */
import type { OrganizationId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { HierarchyUnit } from "../../licenses/model.ts";
import { isPassedBy, isSameAccount, lineUp } from "./automatic.ts";
import { hasDepartment } from "./departments.ts";
import { findLink, reachedAs } from "./hierarchy.ts";
import { actsForHierarchy, lacksMainForHierarchy, unknownTrunk } from "./hierarchy-authority.ts";
import type { HierarchyHandlers } from "./hierarchy-handlers.ts";
import { productGates } from "./hierarchy-limits.ts";
import { identityOf } from "./people.ts";
import { isEligible, poolFor, purchasedBy, usedBy } from "./pools.ts";
import { exceedsSeatCap, seatsOf } from "./seat-caps.ts";
import { automaticSeats, chooseSeats } from "./seat-selections.ts";
import { isPair } from "./settings.ts";
import type { State, World } from "./state.ts";
import type { Account, Pair } from "./state-areas.ts";
import { grantTermCodes } from "./terms.ts";
import { eatsReserve, exceedsLimit, limitOf, setLimit } from "./unit-limits.ts";
import { hierarchyUnit } from "./vocabulary-distribution.ts";
import { type HierarchyCommand, whichHold } from "./vocabulary-hierarchy.ts";

/** A limit for a Branch, or for the whole unit. */
interface BranchLimit {
  readonly unit: HierarchyUnit;
  readonly branch?: OrganizationId;
  readonly limit: number | null;
}

/** Only the Hierarchy admins of the Trunk whose pool it is manage the unit. */
function unitAdmin(world: World, by: Actor, trunk: OrganizationId): RefusalCode[] {
  const own = actsForHierarchy(world.state, by, trunk);
  return [
    ...unknownTrunk(world, by, trunk),
    ...whichHold([
      ["LICENSE_HOST_ONLY", !own],
      ["MAIN_ADMIN_REQUIRED", own && lacksMainForHierarchy(world, by)],
    ]),
  ];
}

function holds(state: State, trunk: OrganizationId, someone: Pair): boolean {
  return seatsOf(state, trunk).some((each) => isPair(each, someone));
}

function newSeats(state: State, trunk: OrganizationId, people: readonly Pair[]): Account[] {
  return people
    .filter((each) => !holds(state, trunk, each))
    .map((each) => ({ host: trunk, unit: hierarchyUnit(trunk), ...identityOf(state, each) }));
}

function grantCodes(world: World, { by, data }: HierarchyCommand<"license.grant">) {
  const { state } = world;
  const { unit, people } = data;
  const trunk = unit.organization;
  const codes = unitAdmin(world, by, trunk);
  if (codes.length > 0) return codes;
  const seats = newSeats(state, trunk, people);
  return [
    ...productGates(world, trunk),
    ...grantTermCodes(world, trunk),
    ...whichHold([
      ["LICENSE_ALREADY_GRANTED", people.length > 0 && seats.length === 0],
      [
        "LICENSE_TARGET_NOT_ELIGIBLE",
        people.some((each) => !isEligible(state, hierarchyUnit(trunk), each)),
      ],
      ["SEAT_CAP_EXCEEDED", exceedsSeatCap(state, seats) || exceedsLimit(state, seats)],
      // Also if they take none: not while more is used than was purchased (LIC-16).
      [
        "LICENSE_POOL_EXHAUSTED",
        usedBy(world, trunk, seats) > purchasedBy(state, trunk) ||
          eatsReserve(world, trunk, hierarchyUnit(trunk), seats),
      ],
    ]),
  ];
}

function automateCodes(world: World, { by, data }: HierarchyCommand<"license.automate">) {
  const { state } = world;
  const { unit, organization, departments = [] } = data;
  const isReached = reachedAs(state, unit.organization, organization) !== undefined;
  return [
    ...unitAdmin(world, by, unit.organization),
    ...whichHold([
      [
        "UNKNOWN_DEPARTMENT",
        isReached && !departments.every((each) => hasDepartment(state, organization, each)),
      ],
      ["NOT_LINKED", !isReached],
    ]),
  ];
}

/** Chooses; who is there already is granted only under the policy (AMB-24). */
function automate(world: World, { data }: HierarchyCommand<"license.automate">): void {
  const { state, policy } = world;
  const { unit, organization, whole = false, alone = false, departments = [] } = data;
  const before = automaticSeats(state);
  const trunk = unit.organization;
  // Alone or not is said of a whole organization.
  const chosen = { trunk, organization, whole, alone: whole && alone };
  chooseSeats(state, { ...chosen, departments: [...new Set(departments)] });
  if (!policy.autoGrantBackfill) return;
  const known = [...before, ...state.grants, ...state.deferred];
  const added = automaticSeats(state).filter(
    (each) => !known.some((one) => isSameAccount(one, each)) && !isPassedBy(world, each),
  );
  lineUp(world, added);
}

type SeatType = "license.grant" | "license.revoke" | "license.automate" | "license.limit";

/** The commands about the Hierarchy unit. */
export const seatCommands: HierarchyHandlers<SeatType> = {
  "license.automate": { codes: automateCodes, effect: automate },
  "license.grant": {
    codes: grantCodes,
    effect: ({ state }, { data: { unit, people } }) => {
      const seats = newSeats(state, unit.organization, people);
      state.grants.push(...seats);
      // What is granted by hand is not given back once more.
      state.taken = state.taken.filter((each) => !seats.some((one) => isSameAccount(one, each)));
    },
  },
  "license.revoke": {
    codes: (world, { by, data: { unit, people } }) => [
      ...unitAdmin(world, by, unit.organization),
      ...whichHold([
        [
          "LICENSE_NOT_GRANTED",
          people.some((each) => !holds(world.state, unit.organization, each)),
        ],
      ]),
    ],
    effect: ({ state }, { data: { unit, people } }) => {
      const own = seatsOf(state, unit.organization);
      state.grants = state.grants.filter(
        (each) => !own.includes(each) || !people.some((person) => isPair(person, each)),
      );
    },
  },
  "license.limit": {
    codes: (world, { by, data }) => {
      const { unit, branch } = data as BranchLimit;
      return [
        ...unitAdmin(world, by, unit.organization),
        ...whichHold([
          [
            "NOT_LINKED",
            branch !== undefined &&
              findLink(world.state, { trunk: unit.organization, organization: branch }) ===
                undefined,
          ],
        ]),
      ];
    },
    effect: ({ state }, { data }) => {
      const { unit, branch, limit } = data as BranchLimit;
      const { organization: trunk } = unit;
      const caps = state.seatCaps.filter((each) => each.trunk === trunk);
      const before =
        branch === undefined
          ? limitOf(state, unit)
          : (caps.find((each) => each.organization === branch)?.most ?? null);
      if (limit === before) return;
      poolFor(state, trunk);
      if (branch === undefined) {
        setLimit(state, trunk, unit, limit);
        return;
      }
      const others = state.seatCaps.filter(
        (each) => each.trunk !== trunk || each.organization !== branch,
      );
      const own = limit === null ? [] : [{ trunk, organization: branch, most: limit }];
      state.seatCaps = [...others, ...own];
    },
  },
};
