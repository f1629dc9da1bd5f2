/** Whoever is back has their licenses again as long as there are any, and stands first in line if not. */

import type { OrganizationId, SpaceId } from "../core/ids.ts";
import type { Identity } from "../core/notice.ts";
import type { EventOf } from "../core/outcome.ts";
import { isAhead, ticketAhead } from "../core/paged.ts";
import type { Policy } from "../core/policy.ts";
import { effect, view } from "../core/rule.ts";
import { causedBy, emit, read } from "../core/transaction.ts";
import type { DirectoryEvents } from "../directory/model.ts";
import { givenBack } from "../directory/select/kept.ts";
import type { RosterEvents } from "../roster/model.ts";
import { isPresentFor } from "../roster/select/book.ts";
import { isPresent, mayBeBack } from "../roster/select/presence.ts";
import type { SpacesEvents } from "../spaces/model.ts";
import { firstServed, fitsIn, give, isLeftFor } from "./giving.ts";
import type { AccountOf } from "./model.ts";
import { isPassedBy } from "./reserving.ts";
import { everybodyIn } from "./select/everybody.ts";
import { accountIn, accountsEverywhere } from "./select/holding.ts";
import { HOST_UNIT } from "./select/keys.ts";
import { type Deciding, poolOf, poolUnder, type Reading, unitOf } from "./select/pool.ts";
import { downstreamUnit } from "./select/units.ts";

type Back =
  | EventOf<DirectoryEvents, "person.reinstated" | "person.resumed">
  | EventOf<RosterEvents, "roster.entered">
  | EventOf<SpacesEvents, "association.resumed">;

/** An account to be given back, with the place in which it was left. */
interface Returning {
  readonly account: AccountOf;
  readonly left: number;
  readonly cause: number;
}

/** The unit in which an identity had a license, if it may have one there still (LIC-07). */
function unitStill(
  tx: Reading,
  host: OrganizationId,
  space: SpaceId | null,
  number: number,
  { organization, person }: Identity,
) {
  if (space === null) {
    const { hierarchy } = poolOf(tx, host);
    if (number === hierarchy?.number) {
      return isPresentFor(tx, host, { organization, person }) ? unitOf(host, hierarchy) : null;
    }
    return number === HOST_UNIT && host === organization ? unitOf(host, null) : null;
  }
  const where = downstreamUnit(tx, space, organization);
  if (where === null || where.unit.number !== number) return null;
  return isPresent(tx, space, organization, person) ? unitOf(where.host, where.unit) : null;
}

/** DIR-17: what the suspension of an identity took. */
function reservedFor(tx: Reading, identity: Identity, cause: number): Returning[] {
  return accountsEverywhere(tx, identity).flatMap(({ unit, accounts }) =>
    accounts
      .filter(([, , , state]) => state === "reserved")
      .map(([number, , left]) => ({ account: { ...unit(number), ...identity }, left, cause })),
  );
}

/** EXIT-08: what the suspension of a Member took, and what is reserved there of its people who are suspended themselves. */
function reservedForMember(
  tx: Reading,
  { space, organization }: SpacesEvents["association.resumed"],
  cause: number,
): Returning[] {
  const where = downstreamUnit(tx, space, organization);
  if (where === null) return [];
  const unit = unitOf(where.host, where.unit);
  return everybodyIn(tx, where.host, where.unit).flatMap(([each, person, state, left]) =>
    each === organization && state === "reserved"
      ? [{ account: { ...unit, organization, person }, left, cause }]
      : [],
  );
}

/** What events since some place give back of licenses, in the order in which they were left. */
function returningBy(tx: Deciding, events: readonly Back[]): Returning[] {
  const found = events.flatMap(({ seq: cause, type, data }): Returning[] => {
    if (type === "association.resumed") return reservedForMember(tx, data, cause);
    if ("trunk" in data || (type === "roster.entered" && !mayBeBack(data))) return [];
    const { organization, person } = data;
    if (type === "person.resumed") return reservedFor(tx, { organization, person }, cause);
    const here = type === "roster.entered" ? data.space : null;
    return givenBack(tx, data, "license", tx.at, here).flatMap(
      ([, space, order, host, number, left]) => {
        const under =
          space === null
            ? poolUnder(tx, host as OrganizationId, organization)
            : read(tx, "association", space, organization)?.order;
        if (under !== order) return [];
        const identity = { organization, person };
        const unit = unitStill(tx, host as OrganizationId, space, number ?? HOST_UNIT, identity);
        return unit === null ? [] : [{ account: { ...unit, ...identity }, left, cause }];
      },
    );
  });
  return found.sort((one, other) => one.left - other.left);
}

/** CAP-08: nobody stands first in line who had left before. */
const comesFirst = view(
  "CAP-08",
  (tx: Reading, host: OrganizationId, left: number, policy: Policy): boolean => {
    const first = firstServed(tx, host, policy);
    return first === null || !isAhead(first[0]) || ticketAhead(left) < first[0];
  },
);

/** CAP-08, DIR-17, EXIT-08, RESIGN-07: gives back what licenses there are, and lets the others stand first in line. */
export const returnLicenses = effect(
  ["CAP-08", "DIR-17", "EXIT-08", "RESIGN-07"],
  (tx: Deciding, events: readonly Back[], policy: Policy, since: number): void => {
    const fresh = events.filter(({ seq }) => seq >= since);
    for (const { account, left, cause } of returningBy(tx, fresh)) {
      causedBy(tx, cause, () => restore(tx, policy, account, left));
    }
  },
);

/**
 * Gives an account back, or lets it stand first in line where it was left; not while its holder is suspended, or their
 * organization in the Space.
 */
function restore(tx: Deciding, policy: Policy, account: AccountOf, left: number): void {
  const { host } = account;
  const known = accountIn(tx, account)?.[3];
  if (known !== undefined && known !== "reserved") return;
  if (isPassedBy(tx, account.unit, account, policy)) {
    if (known === undefined)
      emit(tx, "license.deferred", { ...account, because: "suspended", first: left });
    return;
  }
  const isLeft = isLeftFor(tx, policy, account) && fitsIn(tx, account);
  if (isLeft && comesFirst(tx, host, left, policy)) give(tx, policy, account, "reinstated");
  else if (policy.autoGrantWhenEmpty === "wait") {
    emit(tx, "license.deferred", { ...account, because: "reinstated", first: left });
  } else if (known !== undefined) {
    emit(tx, "license.undeferred", { ...account, because: "none-left" });
  }
}
