/** How much of a Host's pool its units may hold, and what of it is kept for the Host's own (LIC-19, SEAT-04). */
import type { OrganizationId } from "../core/ids.ts";
import type { Actor } from "../core/input.ts";
import { passOver } from "../core/passed-over.ts";
import type { Policy } from "../core/policy.ts";
import { refuse } from "../core/refusal.ts";
import { effect, guard } from "../core/rule.ts";
import { emit } from "../core/transaction.ts";
import { actorKnown } from "../spaces/select/spaces.ts";
import { organizationIsLinked } from "../spaces/select/trunks.ts";
import type { CommandOf } from "./linking.ts";
import type { LicensesEvents } from "./model.ts";
import { strictSeatsRefusal } from "./seats.ts";
import { limitOf, reserveOf } from "./select/limits.ts";
import { type Deciding, poolOf } from "./select/pool.ts";
import { actorDistributes, distributionRefusal, hostOf, unitIsLinked } from "./select/units.ts";

/** LIC-19, SEAT-04: a unit, or a Branch with everything below it, holds so many at most from now on. */
const limit = effect(
  ["LIC-19", "SEAT-04"],
  (tx: Deciding, wish: LicensesEvents["license.limited"]): void => {
    emit(tx, "license.limited", wish);
  },
);

/** The Host says how many distinct persons may hold licenses of a unit, or of a direct Branch and all below it. */
export function limitUnit(tx: Deciding, { by, data }: CommandOf<"license.limit">, policy: Policy) {
  const { unit, limit: most } = data;
  const refusal = distributionRefusal(tx, by, unit) ?? strictSeatsRefusal(tx, by, unit, policy);
  if (refusal !== null) return refusal;
  const host = hostOf(tx, unit);
  // Only a Trunk has Branches.
  const branch = unit.kind === "hierarchy" ? data.branch : undefined;
  const closed =
    unitIsLinked(tx, host, unit) ??
    (branch === undefined ? null : organizationIsLinked(tx, host, branch));
  if (closed !== null) return closed;
  const of = { unit, ...(branch === undefined ? {} : { branch }) };
  if (limitOf(tx, host, of) !== most) limit(tx, { host, ...of, limit: most });
  return null;
}

/** LIC-19: so many licenses are kept for the Host's own unit from now on. */
const reserve = effect("LIC-19", (tx: Deciding, host: OrganizationId, reserved: number): void => {
  emit(tx, "license.reserved", { host, reserved });
});

/** LIC-19: whoever keeps a reserve acts for an organization; support staff act for none. */
const actorHasPool = guard("LIC-19", (by: Actor) =>
  "organization" in by ? null : refuse("LICENSE_HOST_ONLY", { allowed: "host" }),
);

/** An organization says how many licenses of its pool are kept for its own unit. */
export function reserveLicenses(tx: Deciding, { by, data }: CommandOf<"license.reserve">) {
  const closed = actorHasPool(by) ?? actorKnown(tx, by);
  if (closed !== null || !("organization" in by)) return closed;
  const { organization } = by;
  const refusal = actorDistributes(tx, by, organization, "host");
  if (refusal !== null) return refusal;
  // It names nothing that could be said to be so already, so whoever gives it is.
  if (reserveOf(poolOf(tx, organization)) === data.reserved)
    passOver(tx, "already-so", { organization });
  else reserve(tx, organization, data.reserved);
  return null;
}
