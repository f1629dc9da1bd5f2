/** How many seats of a pool the Branches of its organization hold, each with everything below it. */
import type { OrganizationId, PersonId } from "../../core/ids.ts";
import { view } from "../../core/rule.ts";
import { read } from "../../core/transaction.ts";
import { naturalOf } from "../../directory/select/naturals.ts";
import { lineTo } from "../../spaces/select/trunks.ts";
import type { Account } from "../model.ts";
import { accountsOfPerson } from "./holding.ts";
import { poolOf, type Reading } from "./pool.ts";

/** The direct Branch under which an organization holds its seats: that of its line; none where it is not reached. */
export const branchOf = (
  tx: Reading,
  trunk: OrganizationId,
  organization: OrganizationId,
): OrganizationId | null => lineTo(tx, trunk, organization)[0] ?? null;

/** The Branches under which somebody with such accounts holds seats. */
export const branchesAmong = (
  accounts: readonly Account[],
  unit: number | undefined,
  branchOver: (organization: OrganizationId) => OrganizationId | null,
): ReadonlySet<OrganizationId> =>
  new Set(
    accounts.flatMap(([number, organization, , state]) => {
      const branch = number === unit && state === "held" ? branchOver(organization) : null;
      return branch === null ? [] : [branch];
    }),
  );

/** How many distinct persons under a direct Branch may hold seats; `null`: as many as there are. */
export const seatLimitOf = (
  tx: Reading,
  trunk: OrganizationId,
  branch: OrganizationId,
): number | null => read(tx, "link", trunk, branch)?.seats ?? null;

/** How many distinct persons under a direct Branch hold seats. */
export const seatsUnder = (tx: Reading, trunk: OrganizationId, branch: OrganizationId): number =>
  read(tx, "link", trunk, branch)?.seated ?? 0;

/** Whether somebody holds a seat under a direct Branch. */
export function isSeatedUnder(
  tx: Reading,
  host: OrganizationId,
  branch: OrganizationId,
  natural: PersonId,
): boolean {
  const pool = poolOf(tx, host);
  const accounts = accountsOfPerson(tx, host, pool, natural);
  return branchesAmong(accounts, pool.hierarchy?.number, (each) => branchOf(tx, host, each)).has(
    branch,
  );
}

/** SEAT-04: whether one person more would be too many under a Branch; one who holds a seat there is none. */
export const fitsUnder = view(
  "SEAT-04",
  (tx: Reading, host: OrganizationId, organization: OrganizationId, person: PersonId): boolean => {
    if (poolOf(tx, host).hierarchy?.limited !== true) return true;
    const branch = branchOf(tx, host, organization);
    const limit = branch === null ? null : seatLimitOf(tx, host, branch);
    if (branch === null || limit === null) return true;
    const natural = naturalOf(tx, { organization, person });
    return seatsUnder(tx, host, branch) < limit || isSeatedUnder(tx, host, branch, natural);
  },
);
