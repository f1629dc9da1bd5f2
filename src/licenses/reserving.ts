/** What suspensions take of licenses where the policy says so; it comes back when they end. */
import { identityText } from "../core/lists.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, read, readBefore } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { takeAway } from "./giving.ts";
import type { Account } from "./model.ts";
import { accountsEverywhere } from "./select/holding.ts";
import type { Deciding, Reading } from "./select/pool.ts";

/** DIR-17: nobody is granted a license automatically while they are suspended, if it takes licenses. */
export const isPassedBy = view(
  "DIR-17",
  (tx: Reading, { organization, person }: Identity, policy: Policy): boolean =>
    policy.suspendedSeats === "release" &&
    read(tx, "employment", organization, person)?.suspended !== undefined,
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

/** DIR-17: takes licenses, and places in line, from whoever is suspended, under `suspendedSeats: release`. */
export const reserveSuspended = effect(
  "DIR-17",
  (
    tx: Deciding,
    events: readonly EventOf<DirectoryEvents, "person.suspended">[],
    policy: Policy,
    since: number,
  ): void => {
    if (policy.suspendedSeats === "keep") return;
    const first = new Map<string, (typeof events)[number]>();
    for (const event of events) {
      const name = identityText(event.data);
      if (event.seq >= since && !first.has(name)) first.set(name, event);
    }
    for (const { seq, data } of first.values()) {
      if (!becomesSuspended(tx, data)) continue;
      const { organization, person } = data;
      for (const { unit, accounts } of accountsEverywhere(tx, { organization, person })) {
        for (const account of [...accounts].sort(inOrder)) {
          if (account[3] === "reserved") continue;
          const named = { ...unit(account[0]), organization, person };
          causedBy(tx, seq, () => takeAway(tx, named, account[3], "suspended"));
        }
      }
    }
  },
);
