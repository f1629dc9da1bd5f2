/** What suspensions take of licenses where the policy says so, of a person or a Member; it comes back when they end. */
import { identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { isSuspendedIn } from "../spaces/select/suspended.ts";
import { takeAway } from "./giving.ts";
import type { Account, HierarchyPoolUnit, LicenseUnit, PoolUnit } from "./model.ts";
import { everybodyIn } from "./select/everybody.ts";
import { accountsEverywhere } from "./select/holding.ts";
import { type Deciding, type Reading, unitOf } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

/** What of a unit says in which Space it is, if it is in one. */
type Unit = LicenseUnit | PoolUnit | HierarchyPoolUnit;

/**
 * DIR-17, EXIT-08: nobody is granted a license automatically while they are suspended, or their organization is in
 * the Space of the unit, if that takes licenses.
 */
export const isPassedBy = view(
  ["DIR-17", "EXIT-08"],
  (tx: Reading, unit: Unit, { organization, person }: Identity, policy: Policy): boolean =>
    policy.suspendedSeats === "release" &&
    (read(tx, "employment", organization, person)?.suspended !== undefined ||
      ("space" in unit && isSuspendedIn(tx, unit.space, organization))),
);

/** Whether the step suspends somebody in service who was not suspended before it. */
function becomesSuspended(tx: Reading, { organization, person }: Identity): boolean {
  const employment = read(tx, "employment", organization, person);
  if (employment?.inService !== true || employment.suspended === undefined) return false;
  const before = readBefore(tx, "employment", organization, person);
  return before?.suspended === undefined || before.number !== employment.number;
}

/** Grants before places in line, each in order. */
function inOrder([, , one, state]: Account, [, , other, otherState]: Account): number {
  if (state !== otherState) return state === "held" ? -1 : 1;
  return state === "held" ? 0 : one - other;
}

type Suspension =
  | EventOf<DirectoryEvents, "person.suspended">
  | EventOf<SpacesEvents, "association.suspended">;

/** Takes what somebody has, wherever it is. */
function reserveOf(tx: Deciding, { organization, person }: Identity): void {
  for (const { unit, accounts } of accountsEverywhere(tx, { organization, person })) {
    for (const account of [...accounts].sort(inOrder)) {
      if (account[3] === "reserved") continue;
      takeAway(tx, { ...unit(account[0]), organization, person }, account[3], "suspended");
    }
  }
}

/** Takes what the people of a Member have in the unit in which they are accounted for. */
function reserveOfMember(
  tx: Deciding,
  { space, organization }: SpacesEvents["association.suspended"],
): void {
  const where = downstreamUnit(tx, space, organization);
  if (where === null) return;
  const unit = unitOf(where.host, where.unit);
  for (const [each, person, state] of everybodyIn(tx, where.host, where.unit)) {
    if (each !== organization || state === "reserved") continue;
    takeAway(tx, { ...unit, organization, person }, state, "suspended");
  }
}

/** DIR-17, EXIT-08: takes licenses, and places in line, from whoever is suspended, under `suspendedSeats: release`. */
export const reserveSuspended = effect(
  ["DIR-17", "EXIT-08"],
  (tx: Deciding, events: readonly Suspension[], policy: Policy, since: number): void => {
    if (policy.suspendedSeats === "keep") return;
    const seen = new Set<string>();
    for (const { type, seq, data } of events) {
      if (seq < since) continue;
      if (type === "association.suspended") {
        causedBy(tx, seq, () => reserveOfMember(tx, data));
        continue;
      }
      const name = identityText(data);
      if (seen.has(name)) continue;
      seen.add(name);
      if (becomesSuspended(tx, data)) causedBy(tx, seq, () => reserveOf(tx, data));
    }
  },
);
