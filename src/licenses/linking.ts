/** Linked units: summed into the Host's pool by a link, and out of it again. */

import type { OrganizationId } from "../core/ids.ts";
import type { OfType } from "../core/input.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { interconnectOpen } from "../spaces/select/interconnect.ts";
import { organizationIsMember } from "../spaces/select/spaces.ts";
import { takeAway } from "./giving.ts";
import type { LicensesCommand, LicensesEvents, LinkedUnit, PoolUnit } from "./model.ts";
import { everybodyIn } from "./select/everybody.ts";
import {
  type Deciding,
  poolOf,
  type Reading,
  unitListed,
  unitNamed,
  unitOf,
} from "./select/pool.ts";
import { hostOf, linkedUnitRefusal, listedUnit, unitIsLinked } from "./select/units.ts";

/** The command of one type. */
export type CommandOf<Type extends LicensesCommand["type"]> = OfType<LicensesCommand, Type>;

/** LIC-03: the unit is not linked yet. */
const unitNotLinked = guard("LIC-03", (tx: Reading, host: OrganizationId, unit: LinkedUnit) =>
  unitListed(poolOf(tx, host), unit) === undefined
    ? null
    : refuse("UNIT_ALREADY_LINKED", unitNamed(unit)),
);

/** LIC-03: neither the whole Space is linked beside one of its Members, nor the reverse. */
const unitOverlapsNone = guard("LIC-03", (tx: Reading, host: OrganizationId, unit: LinkedUnit) => {
  const overlapping = poolOf(tx, host).units.find(
    ({ space, organization }) =>
      space === unit.space && (organization === null || unit.kind === "space"),
  );
  if (overlapping === undefined) return null;
  const { space, organization } = overlapping;
  return refuse("UNIT_OVERLAP", { space, organization });
});

/** LIC-03: the Host has fewer linked units than it may have. */
const linksHaveRoom = guard(
  ["LIC-03", "BOTH-02"],
  (tx: Reading, host: OrganizationId, policy: Policy) => {
    const limit = policy.licenseLinkLimit;
    const current = poolOf(tx, host).units.length;
    return current < limit ? null : refuse("LICENSE_LINK_LIMIT_EXCEEDED", { limit, current });
  },
);

/** The Host links a Space of its own, or a Member of one. */
export function linkUnit(
  tx: Deciding,
  { by, data: { unit } }: CommandOf<"license.link">,
  policy: Policy,
) {
  const refusal = linkedUnitRefusal(tx, by, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const wrong =
    interconnectOpen(tx, host, null) ??
    (unit.kind === "member" ? organizationIsMember(tx, unit.space, unit.organization) : null) ??
    unitNotLinked(tx, host, unit) ??
    unitOverlapsNone(tx, host, unit) ??
    linksHaveRoom(tx, host, policy);
  if (wrong === null) link(tx, host, unit);
  return wrong;
}

/** LIC-03: from now on grants in the unit are possible, and count. */
const link = effect("LIC-03", (tx: Deciding, host: OrganizationId, unit: LinkedUnit): void => {
  emit(tx, "license.unit-linked", { host, unit, number: poolOf(tx, host).nextUnit });
});

/** The Host unlinks a unit; nobody leaves the Roster by it. */
export function unlinkUnit(tx: Deciding, { by, data: { unit } }: CommandOf<"license.unlink">) {
  const refusal = linkedUnitRefusal(tx, by, unit);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  const wrong = unitIsLinked(tx, host, unit);
  if (wrong === null) releaseUnit(tx, host, listedUnit(tx, host, unit) as PoolUnit);
  return wrong;
}

/** LIC-15: all grants of a unit are released, and whoever waits in it waits no more. */
const releaseUnit = effect("LIC-15", (tx: Deciding, host: OrganizationId, unit: PoolUnit): void => {
  const named = unitOf(host, unit);
  for (const [organization, person, state] of everybodyIn(tx, host, unit)) {
    takeAway(tx, { ...named, organization, person }, state, "unlinked");
  }
  unlink(tx, host, unit, "unlinked");
});

/** LIC-15: a unit in which nobody has an account any more goes, with its automatic departments. */
export const unlink = effect(
  "LIC-15",
  (
    tx: Deciding,
    host: OrganizationId,
    unit: PoolUnit,
    because: LicensesEvents["license.unit-unlinked"]["because"],
  ): void => {
    emit(tx, "license.unit-unlinked", { ...unitOf(host, unit), because });
  },
);
