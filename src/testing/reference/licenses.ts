/** The commands about licenses. */
import type { OrganizationId, SpaceId } from "../../core/ids.ts";
import type { Actor } from "../../core/input.ts";
import type { RefusalCode } from "../../core/refusal.ts";
import type { LicensesCommands, LicenseUnit, LinkedUnit } from "../../licenses/model.ts";
import { actsFor, unknownRoots } from "./authority.ts";
import { isPassedBy, isSameAccount, lineUp } from "./automatic.ts";
import { hasDepartment } from "./departments.ts";
import { forgetUnit } from "./kept.ts";
import { findMember, findOrganization, findSpace } from "./lists.ts";
import { latest } from "./people.ts";
import {
  eligibleIn,
  isBelow,
  isEligible,
  isLinked,
  isOfUnit,
  poolFor,
  purchasedBy,
  usedBy,
} from "./pools.ts";
import { whichApply, whichApplyTo } from "./rank.ts";
import { isPair } from "./settings.ts";
import type { Handler, Handlers, InputOf, State, World } from "./state.ts";
import type { Account, Pair } from "./state-areas.ts";
import { grantTermCodes } from "./terms.ts";
import { eatsReserve, exceedsLimit, limitOf, reserve, setLimit } from "./unit-limits.ts";
import { isSameUnit, unitOf } from "./units.ts";

/** What edition, SSO and suspension of a Host, and SSO of a Member, close (EDITION-01, SSO-01, DIR-18). */
export function interconnectCodes(
  { state, policy }: World,
  host: OrganizationId,
  member: OrganizationId | null,
): RefusalCode[] {
  const hasSso = (id: OrganizationId | null) =>
    id !== null && findOrganization(state, id)?.sso === true;
  return whichApply([
    ["EDITION_NOT_SUPPORTED", findOrganization(state, host)?.edition !== "exclusive"],
    ["SSO_NOT_SUPPORTED", hasSso(host) || hasSso(member)],
    [
      "HOST_SUSPENDED",
      policy.suspendedHostApps === "closed" && findOrganization(state, host)?.suspended === true,
    ],
  ]);
}

/** The Host whose pool a unit is summed into; none if its Space is unknown. */
function hostOf(state: State, unit: LicenseUnit): OrganizationId | undefined {
  return "space" in unit ? findSpace(state, unit.space)?.host : unit.organization;
}

/** Only the Host's authorized admins manage licenses (LIC-01). */
export function licenseAdmin(world: World, by: Actor, unit: LicenseUnit): RefusalCode[] {
  const host = hostOf(world.state, unit);
  const roots: { space?: SpaceId } = "space" in unit ? { space: unit.space } : {};
  return whichApplyTo(unknownRoots(world, by, roots), [
    [
      "LICENSE_HOST_ONLY",
      host === undefined || !actsFor(world.state, by, host, unit.kind === "host" ? "own" : "space"),
    ],
  ]);
}

function linkCodes(world: World, { by, data: { unit } }: InputOf<"license.link">): RefusalCode[] {
  const { state, policy } = world;
  const codes = licenseAdmin(world, by, unit);
  const space = findSpace(state, unit.space);
  if (space === undefined) return codes;
  const own = state.links.filter((each) => each.host === space.host);
  const here = own.filter((each) => each.unit.space === space.id);
  const linked = here.some((each) => isSameUnit(each.unit, unit));
  return whichApplyTo(
    [...codes, ...interconnectCodes(world, space.host, null)],
    [
      [
        "NOT_A_MEMBER",
        unit.kind === "member" && findMember(state, space, unit.organization) === undefined,
      ],
      ["UNIT_ALREADY_LINKED", linked],
      ["UNIT_OVERLAP", !linked && here.some((each) => each.unit.kind !== unit.kind)],
      ["LICENSE_LINK_LIMIT_EXCEEDED", own.length >= policy.licenseLinkLimit],
    ],
  );
}

function unlink(state: State, unit: LinkedUnit): void {
  const isOther = (each: { readonly unit: LicenseUnit }) => !isSameUnit(each.unit, unit);
  state.links = state.links.filter(isOther);
  state.limits = state.limits.filter(isOther);
  state.grants = state.grants.filter(isOther);
  state.deferred = state.deferred.filter(isOther);
  state.selections = state.selections.filter(isOther);
  forgetUnit(state, unit);
}

function holds(state: State, unit: LicenseUnit, identity: Pair): boolean {
  return state.grants.some((each) => isSameUnit(each.unit, unit) && isPair(each, identity));
}

type Grant = LicensesCommands["license.grant"];

/** The accounts that a grant to several would make: those of people who hold none yet. */
function newAccounts(state: State, { unit, people }: Grant): Account[] {
  const host = hostOf(state, unit);
  if (host === undefined) return [];
  return people
    .filter((each) => !holds(state, unit, each))
    .map(({ organization, person }) => {
      const number = latest(state, organization, person)?.number ?? 0;
      return { host, unit: unitOf(unit), organization, person, number };
    });
}

function grantCodes(world: World, { by, data }: InputOf<"license.grant">): RefusalCode[] {
  const { state } = world;
  const { unit, people } = data;
  const codes = licenseAdmin(world, by, unit);
  const host = hostOf(state, unit);
  if (host === undefined || codes.length > 0) return codes;
  const neverEmployed = ({ organization, person }: Pair) =>
    organization === host && latest(state, organization, person) === undefined;
  const accounts = newAccounts(state, data);
  const gates = unit.kind === "host" ? [] : interconnectCodes(world, host, null);
  return whichApplyTo(
    [...gates, ...grantTermCodes(world, host)],
    [
      ["UNKNOWN_PERSON", unit.kind === "host" && people.some(neverEmployed)],
      ["UNIT_NOT_LINKED", !isLinked(state, unit)],
      ["LICENSE_ALREADY_GRANTED", people.length > 0 && accounts.length === 0],
      ["LICENSE_TARGET_NOT_ELIGIBLE", people.some((each) => !isEligible(state, unit, each))],
      ["SEAT_CAP_EXCEEDED", exceedsLimit(state, accounts)],
      // Also if they take none: not while more is used than was purchased (LIC-16).
      [
        "LICENSE_POOL_EXHAUSTED",
        usedBy(world, host, accounts) > purchasedBy(state, host) ||
          eatsReserve(world, host, unit, accounts),
      ],
    ],
  );
}

/** In a linked unit; in a Hierarchy unit it is one of the commands about Trunks. */
type Automate = LicensesCommands["license.automate"] & { readonly unit: LinkedUnit };

function automateCodes(world: World, { by, data }: InputOf<"license.automate">): RefusalCode[] {
  const { unit, organization, departments } = data as Automate;
  const { state } = world;
  const isMember = isOfUnit(state, unit, organization);
  return whichApplyTo(licenseAdmin(world, by, unit), [
    [
      "UNKNOWN_DEPARTMENT",
      isMember && departments.some((id) => !hasDepartment(state, organization, id)),
    ],
    ["NOT_A_MEMBER", !isMember],
    ["UNIT_NOT_LINKED", !isLinked(state, unit)],
  ]);
}

/** Chooses departments; who is in those added is granted only under the policy (AMB-24). */
function automate(world: World, { unit, organization, departments }: Automate): void {
  const { state, policy } = world;
  const host = hostOf(state, unit);
  if (host === undefined) return;
  const isOwn = (each: { readonly unit: LicenseUnit; readonly organization: OrganizationId }) =>
    isSameUnit(each.unit, unit) && each.organization === organization;
  const known = state.selections.filter(isOwn).map((each) => each.department);
  const added = departments.filter((id) => !known.includes(id));
  const chosen = departments.map((department) => ({
    host,
    unit: unitOf(unit),
    organization,
    department,
  }));
  state.selections = [...state.selections.filter((each) => !isOwn(each)), ...chosen];
  if (!policy.autoGrantBackfill) return;
  for (const identity of eligibleIn(state, unit)) {
    const account: Account = { host, unit: unitOf(unit), ...identity };
    const isKnown = [...state.grants, ...state.deferred].some((each) =>
      isSameAccount(each, account),
    );
    if (identity.organization !== organization || isKnown || isPassedBy(world, account)) continue;
    if (isBelow(state, identity, added)) lineUp(world, [account]);
  }
}

const revoke: Handler<InputOf<"license.revoke">> = {
  codes: (world, { by, data: { unit, people } }) =>
    whichApplyTo(licenseAdmin(world, by, unit), [
      ["UNIT_NOT_LINKED", !isLinked(world.state, unit)],
      ["LICENSE_NOT_GRANTED", people.some((each) => !holds(world.state, unit, each))],
    ]),
  effect: ({ state }, { data: { unit, people } }) => {
    state.grants = state.grants.filter(
      (each) => !isSameUnit(each.unit, unit) || !people.some((person) => isPair(person, each)),
    );
  },
};

/** The commands about licenses; what they free goes to who waits once they are carried out. */
export const licenseCommands: Handlers<keyof LicensesCommands> = {
  "license.link": {
    codes: linkCodes,
    effect: ({ state }, { data: { unit } }) => {
      const host = hostOf(state, unit);
      if (host === undefined) return;
      state.links.push({ host, unit: unitOf(unit) });
      poolFor(state, host);
    },
  },
  "license.unlink": {
    codes: (world, { by, data: { unit } }) =>
      whichApplyTo(licenseAdmin(world, by, unit), [
        ["UNIT_NOT_LINKED", !isLinked(world.state, unit)],
      ]),
    effect: ({ state }, { data: { unit } }) => unlink(state, unit),
  },
  "license.grant": {
    codes: grantCodes,
    effect: ({ state }, { data }) => {
      const accounts = newAccounts(state, data);
      state.grants.push(...accounts);
      // What is granted by hand is not given back once more.
      state.taken = state.taken.filter((each) => !accounts.some((one) => isSameAccount(one, each)));
    },
  },
  "license.revoke": revoke,
  "license.limit": {
    codes: (world, { by, data: { unit } }) =>
      whichApplyTo(licenseAdmin(world, by, unit), [
        ["UNIT_NOT_LINKED", !isLinked(world.state, unit)],
      ]),
    effect: ({ state }, { data: { unit, limit } }) => {
      const host = hostOf(state, unit);
      if (host === undefined || limitOf(state, unit) === limit) return;
      poolFor(state, host);
      setLimit(state, host, unit, limit);
    },
  },
  "license.reserve": {
    codes: (world, { by }) => {
      if (!("person" in by)) return ["LICENSE_HOST_ONLY"];
      return licenseAdmin(world, by, { kind: "host", organization: by.organization });
    },
    effect: ({ state }, { by, data: { reserved } }) => {
      if ("person" in by) reserve(state, by.organization, reserved);
    },
  },
  "license.automate": {
    codes: automateCodes,
    effect: (world, { data }) => automate(world, data as Automate),
  },
};
